"""How a language says numbers: its word lists, looked up."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.digits import fraction_signs, parse_ratio, read_rows
from bot.analysis.figures.quantities.number import Number
from bot.analysis.lexicon import read_words


@dataclass(frozen=True, slots=True)
class Numerals:
    """How one language says numbers: its word lists, looked up."""

    words: dict[str, Decimal]
    scales: dict[str, Decimal]
    vague: dict[str, tuple[Decimal, Decimal]]
    fractions: dict[str, Decimal]
    joints: frozenset[str]
    articles: frozenset[str]
    bare: frozenset[str]
    comma_decimals: bool
    mixed: bool


@cache
def read_numerals(language: str) -> Numerals:
    """The number words of a language; none where we have none, as English "ten" is Polish "this".

    >>> read_numerals("fr").words["onze"], read_numerals("it").scales["mila"]
    (Decimal('11'), Decimal('1000'))
    >>> read_numerals("xx").words
    {}
    """
    vague = {
        w: (Decimal(v[0]), Decimal(v[1])) for w, *v in read_rows(language, "figure_vague_scales")
    }
    return Numerals(
        words={word: Decimal(value) for word, value in read_rows(language, "figure_number_words")},
        scales={word: Decimal(value) for word, value in read_rows(language, "figure_scales")},
        vague=vague,
        fractions={
            word: parse_ratio(value) for word, value in read_rows(language, "figure_fractions")
        },
        joints=frozenset(read_words(language, "figure_number_joints")),
        articles=frozenset(read_words(language, "figure_articles")),
        bare=frozenset(read_words(language, "figure_bare_scales")),
        comma_decimals=language in word_set("any", "figure_comma_decimals"),
        mixed=language in word_set("any", "figure_mixed_separators"),
    )


@cache
def opening_words(language: str) -> frozenset[str]:
    """The words and signs, beside digits, with which a number may begin.

    >>> {"seven", "half", "minus", "½"} <= opening_words("en"), "dog" in opening_words("en")
    (True, False)
    """
    numerals = read_numerals(language)
    folds = (f"{word}fold" for word in numerals.words)
    spoken = (*numerals.words, *numerals.scales, *numerals.vague, *numerals.fractions)
    return frozenset(
        {*spoken, *folds, *numerals.articles, *fraction_signs(), "tens", "minus", "-", "−", "–"}
    )


def with_scale(
    passage: Passage, last: int, value: Decimal, numerals: Numerals, spelled: bool
) -> Number:
    """The number with the scale words behind it: "3 lakh crore", "two hundred thousand".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> passage = read_passage("3 lakh crore rupees")
    >>> with_scale(passage, 1, Decimal(3), read_numerals("en"), spelled=False).value
    Decimal('3000000000000')
    """
    factor = Decimal(1)
    while scale := numerals.scales.get(passage.lower(last + _hyphened(passage, last))):
        factor *= scale
        last += 1 + _hyphened(passage, last)
    return Number(last, value * factor, factor, spelled)


def _hyphened(passage: Passage, index: int) -> bool:
    """Whether a hyphen ties the next word to the number: "1.4-million"."""
    return passage.lower(index) == "-" and passage.glued(index) and passage.glued(index + 1)
