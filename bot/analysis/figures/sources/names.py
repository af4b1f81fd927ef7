"""words -> the name of a source, and attributions that need no verb."""

from bot.analysis.figures.grammar.phrases import Phrase
from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, Word, split_words, word_set
from bot.analysis.figures.sources.attribution import Attribution, find_end_of_speech
from bot.analysis.lexicon import read_words

_LONGEST = 12


_ANONYMOUS = frozenset(
    {"data", "documents", "estimates", "figures", "footage", "images", "numbers", "reports"}
    | {"results", "video", "videos"}
)
"""What nobody answers for while no name stands with it."""

_ENDS = (Tag.MARK, Tag.VERB, Tag.AUXILIARY, Tag.TIME, Tag.CONJUNCTION)


def find_according_to(passage: Passage, tags: list[Tag]) -> list[Attribution]:
    """Like "according to X" answers for its whole sentence.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> passage = read_passage("It fell, according to data from the Mint.")
    >>> [one.name for one in find_according_to(passage, tag_words(passage.words))]
    ['Mint']
    """
    found = []
    for opener in read_words("en", "figure_source_openers"):
        parts = tuple(word.lower for word in split_words(opener))
        for place in range(len(tags) - len(parts)):
            if passage.words[place].lower != parts[0]:
                continue
            if all(passage.lower(place + k) == part for k, part in enumerate(parts)):
                name = find_name_after(passage, tags, place + len(parts))
                if name:
                    found.append(Attribution(0, find_end_of_speech(passage, place), name))
    return found


def find_name_after(passage: Passage, tags: list[Tag], start: int) -> str | None:
    """The name that begins at a word, up to the next mark or verb: "data from the ministry".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> passage = read_passage("by the Bank of Elm, a lender")
    >>> find_name_after(passage, tag_words(passage.words), 1)
    'Bank of Elm'
    """
    while start < len(tags) and tags[start] is Tag.DETERMINER:
        start += 1
    last = start
    while last < len(tags) and last - start < _LONGEST:
        lower = passage.lower(last)
        tied = lower in ("-", "&", "/", "'") and passage.glued(last)
        tied = tied or (lower == "and" and last + 1 < len(tags) and tags[last + 1] in NOMINAL)
        tied = tied or (lower == "." and _abbreviates(passage, last))
        if tags[last] in _ENDS and not tied:
            break
        if tags[last] is Tag.PRONOUN or (last == start and not passage.words[last].is_letters):
            break
        last += 1
    while last > start and tags[last - 1] in (Tag.PREPOSITION, Tag.DETERMINER, Tag.CONJUNCTION):
        last -= 1
    if last == start:
        return None
    return choose_publisher(passage, tags, (start, last))


def _abbreviates(passage: Passage, place: int) -> bool:
    return (
        passage.glued(place)
        and len(passage.lower(place - 1)) <= 3
        and place + 1 < len(passage.words)
    )


def choose_publisher(passage: Passage, tags: list[Tag], phrase: Phrase) -> str | None:
    """Whose name it is: the ministry of "the ministry's figures" and of "data from the ministry".

    A title before a name is left off, and so is a genitive's ending.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def publisher(text):
    ...     passage = read_passage(text)
    ...     return choose_publisher(passage, tag_words(passage.words), (0, len(passage.words)))
    >>> publisher("health ministry's figures"), publisher("data from the Mint")
    ('health ministry', 'Mint')
    >>> publisher("mayor Ada Roe"), publisher("new figures")
    ('Ada Roe', None)
    """
    first, last = phrase
    reports = read_words("en", "figure_reports")
    if passage.lower(last - 1) in reports:
        for place in range(last - 2, first - 1, -1):
            owner = passage.words[place]
            if owner.lower.endswith(("'s", "s'")):
                said = passage.slice(first, place + 1)
                return said[: -2 if owner.lower.endswith("'s") else -1]
    if passage.lower(first) in reports and passage.lower(first + 1) in ("from", "by"):
        place = first + 2
        while place < last and tags[place] is Tag.DETERMINER:
            place += 1
        first = place if place < last else first
    named = any(tags[place] is Tag.NAME for place in range(first, last))
    if passage.lower(last - 1) in _ANONYMOUS and not named:
        return None
    titles = read_words("en", "figure_titles")
    for place in range(last - 3, first - 1, -1):
        named = all(tags[k] is Tag.NAME for k in range(place + 1, last))
        if passage.lower(place) in titles and named:
            first = place + 1
            break
    if last - first == 1 and _is_pronoun(passage.words[first]):
        return None
    return passage.slice(first, last).strip("\"“”'‘’.,") or None


def _is_pronoun(word: Word) -> bool:
    """Like "We", which names nobody; not "WHO"."""
    known = word.lower in word_set("en", "grammar_pronouns")
    return known and not (word.text.isupper() and len(word.text) > 1)
