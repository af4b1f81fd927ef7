"""words -> the noun phrase behind a number, in languages of whose verbs we know only a few."""

from decimal import Decimal

from bot.analysis.figures.grammar.phrases import Phrase
from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.quantity import Quantity
from bot.analysis.figures.quantities.units import PERCENTS, TIMES

_OF_THE = ("del", "des", "du", "vom")

_FROM = ("von", "vom")
"""What opens a place behind a length: "9 Meter von der Schule"."""

_DISTANCES = frozenset({"centimetre", "kilometre", "metre", "mile", *TIMES})

_MOST_WORDS = 3
"""Words that a noun may have with its adjectives, where a language puts them behind it."""

_FARTHEST = 4
"""Words among which the noun stands behind its adjectives, where it has a capital."""

_PLURALS = {
    "ca": ("s",),
    "es": ("s",),
    "fr": ("s", "x", "z"),
    "it": ("i", "e"),
    "nl": ("s", "n"),
    "pt": ("s",),
}
"""How plurals end. Elsewhere the noun has a capital, or we are not sure of it."""


def find_noun_behind(
    passage: Passage, tags: list[Tag], quantity: Quantity, language: str
) -> Phrase | None:
    """Where the noun stands that a number counts or of which it is a part; None where unsure.

    >>> from decimal import Decimal
    >>> from bot.analysis.figures.grammar.plain import tag_plainly
    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> def noun(text, language, unit=None):
    ...     passage = read_passage(text)
    ...     tags = tag_plainly(passage.words, language)
    ...     nine = Quantity(0, 0, 2 if unit else 1, Decimal(9), unit)
    ...     found = find_noun_behind(passage, tags, nine, language)
    ...     return found and passage.slice(*found)
    >>> noun("9 weitere Helfer kamen", "de"), noun("9 % des Umsatzes", "de", "percent")
    ('weitere Helfer', 'Umsatzes')
    >>> [noun(f"9 {text}", "fr") for text in ("jeunes hommes", "drones légers vont", "vont là")]
    ['jeunes hommes', 'drones légers', None]
    >>> noun("9 de sus queridas vecinas", "es"), noun("9 de ellas siguen allí", "es")
    ('queridas vecinas', None)
    >>> noun("9 talot paloi", "fi") is None
    True
    """
    inside = _noun_inside(passage, quantity, language)
    if inside:
        return inside
    start = _past_bracket(passage, quantity.last, language)
    part = (
        passage.lower(start) in word_set(language, "figure_of")
        and start < len(tags)
        and tags[start] is Tag.PREPOSITION
    )
    if part:
        start = _past_determiners(passage, start + 1, language)
        agent = quantity.measured and passage.lower(start - 1) == "von"
        if agent and quantity.last + 1 == start:
            return None  # "9 Prozent von Firmen gehalten"
        definite = start - quantity.last > 1 or passage.lower(start - 1) in _OF_THE
        definite = definite or tags[start : start + 1] == [Tag.NAME]  # "à 9 km de Korvia"
        if definite and _tells_where(passage, quantity, language):
            return None
    elif passage.lower(start) in word_set(language, "figure_comparisons"):
        start += 1  # "9 Prozent mehr Laub"
    elif quantity.measured and (language != "de" or quantity.money):
        return None
    if start >= len(tags) or tags[start] not in NOMINAL:
        return None
    no_nouns = word_set(language, "figure_no_nouns") | word_set(language, "times")
    if passage.lower(start) in no_nouns:
        return None
    if language == "de":
        return _find_capital(passage, tags, start, quantity)
    return _find_plural(passage, tags, start, quantity, part, language)


def _noun_inside(passage: Passage, quantity: Quantity, language: str) -> Phrase | None:
    """The noun inside a ratio: "neuf élus sur dix"."""
    place = quantity.number + 1
    joints = {line.split()[0] for line in word_set(language, "figure_ratio_joints")}
    between = place + 1 < quantity.last and passage.lower(place + 1) in joints
    between = between and quantity.unit is None and _is_part(quantity)
    return (place, place + 1) if between and passage.words[place].is_letters else None


def _past_bracket(passage: Passage, index: int, language: str) -> int:
    """The word behind the bracket that opens or ends at a word, if "of" follows it."""
    closed = (place for place in range(index, index + 6) if passage.lower(place) == ")")
    last = next(closed, None)
    inside = passage.lower(index) in ("(", ")") and last is not None
    if not inside or last is None:
        return index
    return last + 1 if passage.lower(last + 1) in word_set(language, "figure_of") else index


def _past_determiners(passage: Passage, index: int, language: str) -> int:
    while passage.lower(index) in word_set(language, "figure_determiners"):
        index += 1
    return index


def _tells_where(passage: Passage, quantity: Quantity, language: str) -> bool:
    """Whether a measure says how far something is: "a 7 metros de los hornos"."""
    if quantity.unit not in _DISTANCES or quantity.rate:
        return False
    if passage.lower(quantity.last) in _FROM:
        return True
    opener = passage.lower(quantity.first - 1)
    return opener in ("a", "à") or opener.endswith("mente")


def _find_capital(
    passage: Passage, tags: list[Tag], start: int, quantity: Quantity
) -> Phrase | None:
    """The noun behind the adjectives of a German phrase, which begins with a capital letter."""
    for place in range(start, min(start + _FARTHEST, len(tags))):
        if tags[place] not in NOMINAL:
            return None
        if passage.words[place].capital:
            if passage.lower(place) in word_set("de", "figure_no_nouns") | word_set("de", "times"):
                return None
            verb = place > start and passage.lower(start).endswith(("en", "t", "te"))
            if verb and start == quantity.last and (quantity.measured or _is_part(quantity)):
                return None  # "9 Prozent mögen saure Gurken am liebsten"
            direct = quantity.measured and quantity.unit not in PERCENTS
            if direct and start == quantity.last and place > start:
                return None  # "30 Jahre alte Frau"
            last = _past_hyphens(passage, place + 1)
            town = last == place + 1 and passage.lower(place).endswith("er")
            if town and tags[last : last + 1] == [Tag.NAME]:
                last = _past_hyphens(passage, last + 1)  # "Berliner Kinder"
            return start, _past_shared_end(passage, tags, last)
    return None


def _past_shared_end(passage: Passage, tags: list[Tag], index: int) -> int:
    """The word behind a second German noun, whose end the first leaves out: "Haus- und Autotüren".

    >>> from bot.analysis.figures.grammar.plain import tag_plainly
    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> passage = read_passage("Haus- und Autotüren")
    >>> _past_shared_end(passage, tag_plainly(passage.words, "de"), 1)
    4
    """
    open_end = passage.lower(index) == "-" and passage.glued(index)
    joined = passage.lower(index + 1) in ("und", "oder", "sowie")
    return index + 3 if open_end and joined and tags[index + 2 : index + 3] == [Tag.NAME] else index


def _past_hyphens(passage: Passage, index: int) -> int:
    """The word behind the parts that hyphens tie to a noun: "Uhu-Nester", "sous-marins"."""
    while passage.lower(index) in ("-", "‑") and passage.glued(index) and passage.glued(index + 1):
        index += 2
    return index


def _find_plural(
    passage: Passage, tags: list[Tag], start: int, quantity: Quantity, part: bool, language: str
) -> Phrase | None:
    """The words behind a number that end like plurals: the noun and its adjectives.

    A part may be one of a whole in the singular, whose adjectives nothing tells.
    """
    ends = _PLURALS.get(language)
    if not ends or not word_set(language, "grammar_function_words"):
        return None
    last = start
    while passage.lower(last) in word_set(language, "figure_adjectives_before"):
        last += 1
    if last >= len(tags) or tags[last] not in NOMINAL:
        last = max(start, last - 1)  # "jóvenes" may be a noun itself
        if passage.lower(last) not in word_set(language, "figure_person_nouns"):
            return None
    single = quantity.value == 1 or (part and quantity.scale < 1000 and not _is_whole(quantity))
    if single and not passage.lower(last).endswith(ends):
        return start, _past_complement(passage, tags, _past_hyphens(passage, last + 1), language)
    first = last
    while last < len(tags) and last - first < _MOST_WORDS and tags[last] in NOMINAL:
        word = passage.words[_past_hyphens(passage, last + 1) - 1]
        event = word.lower in word_set(language, "figure_event_verbs") and last > first
        if event or not word.lower.endswith(ends) or _clash(passage, first, last):
            break
        last = _past_hyphens(passage, last + 1)
    return (start, _past_complement(passage, tags, last, language)) if last > first else None


def _past_complement(passage: Passage, tags: list[Tag], index: int, language: str) -> int:
    """The word behind what "of" ties to a noun without an article: "patrons de bateaux"."""
    tied = passage.lower(index) in ("de", "d'", "di") and index + 1 < len(tags)
    plain = tied and tags[index + 1] is Tag.NOUN
    openers = word_set(language, "figure_adjectives_before") | word_set(language, "determiners")
    described = passage.lower(index + 1) in openers
    return index + 2 if plain and not described else index


def _is_part(quantity: Quantity) -> bool:
    return isinstance(quantity.value, Decimal) and quantity.value < 1


def _is_whole(quantity: Quantity) -> bool:
    """Whether a quantity counts things one by one, so that "of" is followed by a plural."""
    return quantity.unit is None and not isinstance(quantity.value, tuple) and quantity.value >= 1


def _clash(passage: Passage, first: int, last: int) -> bool:
    """Whether a word cannot belong to the noun, as its gender is the other: "horas juntos"."""
    one, other = passage.lower(first)[-2:], passage.lower(last)[-2:]
    return {one, other} == {"as", "os"}
