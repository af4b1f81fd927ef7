"""words -> their parts of speech, as far as word lists and neighbours settle them."""

from enum import Enum
from functools import cache

from bot.analysis.figures.grammar.verbs import (
    finite_verbs,
    is_gerund,
    past_forms,
    pure_verbs,
    unchanging_past,
)
from bot.analysis.figures.grammar.words import Word, word_set
from bot.analysis.lexicon import read_words


class Tag(Enum):
    """A coarse part of speech; what no list or ending tells is a noun."""

    NOUN = "noun"
    NAME = "name"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    VERB = "verb"
    PARTICIPLE = "participle"  # "killed", "rising": a verb or what describes a noun
    AUXILIARY = "auxiliary"
    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    NUMBER = "number"
    TIME = "time"
    MARK = "mark"  # punctuation and signs


NOMINAL = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE})
"""What a noun phrase is made of, beside its determiner."""


_BE = ("am", "is", "are", "was", "were", "be", "been", "it's", "they're", "we're")


_SUBJECTS = ("i", "you", "he", "she", "we", "they", "who")


_VERB_ENDINGS = ("to", "by", "at", "that", "up", "down", "out", "from", "between", "$", "£", "€")
"""What follows a verb rather than a noun, beside an object."""


_LISTS = (
    ("auxiliaries", Tag.AUXILIARY),
    ("determiners", Tag.DETERMINER),
    ("pronouns", Tag.PRONOUN),
    ("conjunctions", Tag.CONJUNCTION),
    ("prepositions", Tag.PREPOSITION),
    ("adverbs", Tag.ADVERB),
    ("times", Tag.TIME),
    ("adjectives", Tag.ADJECTIVE),
)


@cache
def _closed_words() -> dict[str, Tag]:
    """Every listed word with its tag; a word of two lists keeps the first."""
    tags: dict[str, Tag] = {}
    for name, tag in _LISTS:
        for word in read_words("en", f"grammar_{name}"):
            tags.setdefault(word, tag)
    return tags


def tag_words(words: tuple[Word, ...]) -> list[Tag]:
    """One tag a word.

    >>> text = "Dealers sold 30,154 new cars in October"
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> " ".join(tag.value for tag in tag_words(split_words(text)))
    'name verb number adjective noun preposition time'
    >>> " ".join(tag.value for tag in tag_words(split_words("The cost of sold cars")))
    'determiner noun preposition adjective noun'
    """
    tags = [_tag_alone(word, index == 0) for index, word in enumerate(words)]
    for index, word in enumerate(words):
        if tags[index] is Tag.VERB:
            tags[index] = _tag_verb(words, tags, index)
        elif tags[index] is Tag.PARTICIPLE:
            tags[index] = _tag_participle(words, tags, index)
        elif tags[index] is Tag.NOUN and word.lower.endswith("ing"):
            if index and words[_before(words, tags, index)].lower in _BE:
                tags[index] = Tag.VERB
        elif tags[index] is Tag.NOUN and index and words[index - 1].lower in _SUBJECTS:
            tags[index] = Tag.VERB
        elif tags[index] is Tag.ADJECTIVE and word.lower in finite_verbs():
            if index and words[index - 1].lower == "to":
                tags[index] = Tag.VERB
        elif word.lower == "times" and index and words[index - 1].lower == "at":
            tags[index - 1 : index + 1] = [Tag.ADVERB] * 2
        elif word.lower == "worth" and index and tags[index - 1] in NOMINAL | {Tag.DETERMINER}:
            if tags[index - 1] is not Tag.NOUN or words[index - 1].lower == "net":
                tags[index] = Tag.NOUN
        elif word.lower == "per" and index + 1 < len(words) and words[index + 1].text == "-":
            tags[index] = Tag.ADJECTIVE
        elif word.lower == "that" and not _opens_phrase(tags, index):
            tags[index] = Tag.CONJUNCTION
        elif word.lower in ("more", "most", "less", "further") and _opens_phrase(tags, index):
            tags[index] = Tag.ADJECTIVE
        elif word.lower in word_set("en", "grammar_periods"):
            _tag_period(words, tags, index)
        elif tags[index] is Tag.TIME and index and words[index - 1].lower in ("early", "late"):
            tags[index - 1] = Tag.TIME
    return tags


def _tag_period(words: tuple[Word, ...], tags: list[Tag], index: int) -> None:
    """Like "last year", "the same week", "a month earlier": times, from the first word on."""
    first = index
    openers = read_words("en", "grammar_period_openers")
    while first > 0 and words[first - 1].lower in openers:
        first -= 1
    after = words[index + 1].lower if index + 1 < len(words) else ""
    if after == "-" and [word.lower for word in words[index + 2 : index + 5]] == [
        "to",
        "-",
        "date",
    ]:
        tags[index : index + 5] = [Tag.TIME] * 5
        return
    told = after in ("ago", "earlier", "later", "before", "on", "over", "to")
    article = first > 0 and words[first - 1].lower in ("a", "the", "year")
    pointed = any(w.lower not in ("third", "second", "first") for w in words[first:index])
    if (pointed and first < index) or (told and (article or first == index > 0)):
        follows = index + 1 < len(tags) and tags[index + 1] in (Tag.NOUN, Tag.ADJECTIVE)
        if not follows or told:
            tags[first : index + 1] = [Tag.TIME] * (index + 1 - first)


def _tag_alone(word: Word, first: bool) -> Tag:
    """The tag of a word by itself: lists, then endings, then the capital."""
    lower = word.lower
    if not word.is_letters:
        return Tag.NUMBER if word.text[0].isdigit() or word.is_digits else Tag.MARK
    if word.capital and not first:
        return Tag.TIME if lower in word_set("en", "grammar_times") else Tag.NAME
    closed = _closed_words().get(lower)
    if closed:
        return closed
    if _is_contraction(lower):
        return Tag.AUXILIARY
    if lower in _number_words():
        return Tag.NUMBER
    if lower in word_set("en", "grammar_gerund_nouns"):
        return Tag.NOUN
    if lower in unchanging_past() or lower in finite_verbs():
        return Tag.VERB
    if lower in past_forms() or _has_ending(lower, "ed") or is_gerund(lower):
        return Tag.PARTICIPLE
    if _has_ending(lower, "ly") and lower not in word_set("en", "grammar_not_adverbs"):
        return Tag.ADVERB
    return Tag.NAME if word.capital else Tag.NOUN


@cache
def _number_words() -> frozenset[str]:
    lists = ("figure_number_words", "figure_scales", "figure_vague_scales")
    lines = (line for name in lists for line in read_words("en", name))
    return frozenset(line.split()[0] for line in lines) - {"one"}


def _is_contraction(lower: str) -> bool:
    """A pronoun with its verb: "it's", "they've"."""
    word, apostrophe, _ = lower.partition("'")
    return bool(apostrophe) and _closed_words().get(word) is Tag.PRONOUN


def _has_ending(lower: str, ending: str) -> bool:
    """Whether a word has an ending and is not of one piece with it: "added", not "speed"."""
    return len(lower) > len(ending) + 2 and lower.endswith(ending) and not lower.endswith("eed")


def _before(words: tuple[Word, ...], tags: list[Tag], index: int) -> int:
    """The place of the nearest word before that is no adverb; -1 at the start."""
    index -= 1
    while index >= 0 and tags[index] is Tag.ADVERB:
        index -= 1
    return index


def _opens_phrase(tags: list[Tag], index: int) -> bool:
    """Whether what follows is still the same noun phrase."""
    return index + 1 < len(tags) and tags[index + 1] in NOMINAL | {Tag.NUMBER}


def _tag_verb(words: tuple[Word, ...], tags: list[Tag], index: int) -> Tag:
    """Like "rise", "costs": a verb where its neighbours make it one, else a noun."""
    before = _before(words, tags, index)
    after = tags[index + 1] if index + 1 < len(tags) else Tag.MARK
    if before < 0:
        return Tag.NOUN
    if words[before].lower == "to":
        return (
            Tag.NOUN if after is Tag.PREPOSITION and words[index].lower.endswith("s") else Tag.VERB
        )
    if tags[before] in (Tag.AUXILIARY, Tag.PRONOUN):
        return Tag.VERB
    if words[before].lower in ("who", "which", "that"):
        return Tag.VERB
    pure = words[index].lower in pure_verbs()
    if pure and (tags[before] is Tag.NUMBER or words[before].lower == ","):
        return Tag.VERB
    if tags[before] not in (Tag.NOUN, Tag.NAME, Tag.TIME) or words[index].glued:
        return Tag.NOUN
    if words[index].lower in ("says", "said"):
        return Tag.VERB
    named = tags[before] is Tag.NAME and words[index].lower.endswith("s")
    shows = words[index].lower in word_set("en", "figure_report_verbs") and after is Tag.NUMBER
    timed = tags[before] is Tag.TIME
    if (
        not named
        and not shows
        and not timed
        and not _agrees(words[before].lower, words[index].lower)
    ):
        return Tag.NOUN
    if pure:
        return Tag.VERB
    opens_object = after in (Tag.DETERMINER, Tag.NUMBER, Tag.PRONOUN, Tag.ADVERB)
    nearby = words[index + 1].lower if index + 1 < len(words) else ""
    if after is Tag.MARK and words[index].lower in word_set("en", "figure_speech_verbs"):
        return Tag.VERB if _follows_comma(words, tags, before) else Tag.NOUN
    moves = nearby in (
        "to",
        "by",
        "at",
        "that",
        "up",
        "down",
        "out",
        "from",
        "between",
        "$",
        "£",
        "€",
    )
    return Tag.VERB if opens_object or moves else Tag.NOUN


def _follows_comma(words: tuple[Word, ...], tags: list[Tag], index: int) -> bool:
    """Whether the phrase that ends at a word stands behind a comma: ", the agency says"."""
    while index > 0 and tags[index] in NOMINAL | {Tag.DETERMINER}:
        index -= 1
    return words[index].lower in (",", '"', "”", "’", "'")


def _agrees(subject: str, verb: str) -> bool:
    """Whether a subject and a verb go together in number: "shares rise", "it rises".

    >>> _agrees("shares", "rise"), _agrees("share", "rise"), _agrees("share", "rises")
    (True, False, True)
    """
    if verb in unchanging_past():
        return True
    plural = (subject.endswith("s") and not subject.endswith("ss")) or subject in (
        "people",
        "children",
        "men",
        "women",
        "police",
    )
    return plural != (verb.endswith("s") and not verb.endswith("ss"))


def _tag_participle(words: tuple[Word, ...], tags: list[Tag], index: int) -> Tag:
    """Like "sold", "rising": an adjective inside a noun phrase, a verb after its subject."""
    before = _before(words, tags, index)
    described = _opens_phrase(tags, index) and tags[index + 1] is not Tag.NUMBER
    inside = before >= 0 and (
        tags[before] in (Tag.DETERMINER, Tag.ADJECTIVE, Tag.PREPOSITION)
        or words[before].lower.endswith("'s")
        or (tags[before] is Tag.NUMBER and described)
    )
    gerund = words[index].lower.endswith("ing")
    if gerund and before >= 0 and words[before].lower in _BE:
        return Tag.VERB
    if inside and (described or (gerund and tags[before] is not Tag.PREPOSITION)):
        return Tag.ADJECTIVE if described else Tag.NOUN
    if gerund:
        return Tag.PARTICIPLE
    if before >= 0 and words[index].glued:
        return Tag.ADJECTIVE
    return Tag.VERB if before >= 0 else Tag.PARTICIPLE
