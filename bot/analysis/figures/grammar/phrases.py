"""words -> noun phrases: the one that begins or ends at a word, and the subject of a verb."""

from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, word_set

LONGEST = 10
"""Words that a phrase may have; a reader takes no more at a glance."""


_OPENERS = ("the", "these", "those", "its", "their", "his", "her", "our", "all", "of", "on", "for")


Phrase = tuple[int, int]
"""The first word of a noun phrase, and the one after its last."""


def phrase_after(passage: Passage, tags: list[Tag], index: int) -> Phrase | None:
    """The noun phrase that begins at a word, without its determiner.

    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> text = "the coal-fired power plants of Norway closed"
    >>> passage = Passage(text, split_words(text))
    >>> passage.slice(*phrase_after(passage, tag_words(passage.words), 0))
    'coal-fired power plants'
    """
    while index < len(tags) and (
        tags[index] is Tag.DETERMINER or passage.lower(index) in ('"', "“", "'", "‘")
    ):
        index += 1
    if 0 < index < len(tags) and tags[index] is Tag.NUMBER and passage.lower(index - 1) in _OPENERS:
        while index < len(tags) and tags[index] is Tag.NUMBER:
            index += 1  # "of the seven justices"
        index += passage.lower(index) == "-"
    last = index
    while last < len(tags) and last - index < LONGEST:
        if (
            tags[last] in NOMINAL
            or (tags[last] is Tag.PARTICIPLE and _describes(passage, tags, last, index))
            or _hyphen(passage, last)
            or (last > index and _pairs(passage, tags, last))
            or (tags[last] is Tag.ADVERB and _adverb_inside(tags, last))
            or (tags[last] is Tag.NUMBER and last > index and _owned(passage, tags, last))
        ):
            last += 1
        else:
            break
    return (index, last) if last > index else None


def _owned(passage: Passage, tags: list[Tag], index: int) -> bool:
    """Whether a number stands inside a phrase: "the country's 90 hospitals"."""
    owner = passage.lower(index - 1).endswith(("'s", "s'"))
    return owner and index + 1 < len(tags) and tags[index + 1] in NOMINAL


def is_points(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is but "points", which are points of what rose or fell.

    >>> from bot.analysis.figures.grammar.words import split_words
    >>> is_points(Passage("9 points", split_words("9 points")), (1, 2))
    True
    """
    return passage.slice(*phrase).lower() in ("points", "point")


def _hyphen(passage: Passage, index: int) -> bool:
    """Whether a sign ties the words on its two sides into one: "coal-fired", "R&D"."""
    joins = passage.lower(index) in ("-", "‑", "&", "/")
    return joins and passage.glued(index) and passage.glued(index + 1)


def _pairs(passage: Passage, tags: list[Tag], index: int) -> bool:
    """Whether "and" joins two that describe one noun: "fresh and salted fish"."""
    if passage.lower(index) not in ("and", "or") or index + 1 >= len(tags):
        return False
    alike = tags[index - 1] is tags[index + 1]
    return alike and tags[index - 1] in (Tag.ADJECTIVE, Tag.NAME)


def _describes(passage: Passage, tags: list[Tag], index: int, first: int) -> bool:
    """Whether a participle describes the noun behind it: "rising prices", not "men saying so"."""
    if index > first and tags[index - 1] in (Tag.NOUN, Tag.NAME):
        return False
    return index + 1 < len(tags) and tags[index + 1] in NOMINAL and not passage.glued(index)


def _adverb_inside(tags: list[Tag], index: int) -> bool:
    return index + 1 < len(tags) and tags[index + 1] is Tag.ADJECTIVE


def phrase_before(passage: Passage, tags: list[Tag], index: int) -> Phrase | None:
    """The noun phrase that ends before a word, without its determiner.

    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> text = "He saw the third-quarter income rise"
    >>> passage = Passage(text, split_words(text))
    >>> passage.slice(*phrase_before(passage, tag_words(passage.words), 7))
    'third-quarter income'
    """
    first = index
    while first > 0 and index - first < LONGEST:
        tag = tags[first - 1]
        inside = first < index and (tag is Tag.PARTICIPLE or _hyphen(passage, first - 1))
        quoted = passage.lower(first - 1) in ('"', "”", "“")
        if not (tag in NOMINAL or inside or (quoted and first == index)):
            break
        first -= 1
    while first < index and (
        tags[first] is Tag.NUMBER
        or not (passage.words[first].is_letters or passage.words[first].is_digits)
    ):
        first += 1
    if first < index - 1 and tags[first] is Tag.PARTICIPLE and passage.lower(first).endswith("ing"):
        first += 1  # "beating estimates"
    pointing = passage.lower(first) in word_set("en", "grammar_period_openers")
    return (first, index) if first < index and not (pointing and first == index - 1) else None


def with_tail(
    passage: Passage, tags: list[Tag], phrase: Phrase, links: tuple[str, ...] = ("of",)
) -> Phrase:
    """The phrase with what hangs on it by a preposition: "cases of plague".

    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> text = "cases of plague in May"
    >>> passage = Passage(text, split_words(text))
    >>> with_tail(passage, tag_words(passage.words), (0, 1))
    (0, 3)
    >>> with_tail(passage, tag_words(passage.words), (2, 3), ("in",))
    (2, 3)
    """
    if passage.lower(phrase[1]) not in links:
        return phrase
    tail = phrase_after(passage, tags, phrase[1] + 1)
    if not tail or tail[1] - phrase[0] > LONGEST:
        return phrase
    return phrase[0], tail[1]


def follows_phrase(passage: Passage, index: int, phrases: frozenset[str]) -> bool:
    """Whether one of the phrases, of up to three words, ends right before a word.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> follows_phrase(read_passage("desde las 20"), 2, frozenset({"desde las"}))
    True
    """
    words = [passage.lower(place) for place in range(max(0, index - 3), index)]
    return any(" ".join(words[first:]) in phrases for first in range(len(words)))


def precedes_phrase(passage: Passage, index: int, phrases: frozenset[str]) -> bool:
    """Whether one of the phrases, of up to three words, begins at a word.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> precedes_phrase(read_passage("9 de la noche"), 1, frozenset({"de la noche"}))
    True
    """
    words = [passage.lower(place) for place in range(index, index + 3)]
    return any(" ".join(words[:last]) in phrases for last in (1, 2, 3))
