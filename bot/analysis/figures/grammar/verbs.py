"""Base forms -> the forms that a verb takes, and which of them may be nouns."""

from functools import cache

from bot.analysis.figures.grammar.words import word_set
from bot.analysis.lexicon import read_words


@cache
def finite_verbs() -> frozenset[str]:
    """Forms that may be a verb or a noun: "rise", "rises".

    >>> {"rise", "rises"} <= finite_verbs(), "rose" in finite_verbs()
    (True, False)
    """
    bases = (*read_words("en", "grammar_verbs"), *(past[0] for past in _irregular_verbs()))
    return frozenset(form for base in bases for form in (base, third_person(base)))


@cache
def _irregular_verbs() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in read_words("en", "grammar_irregular_verbs"))


@cache
def past_forms() -> frozenset[str]:
    """Past tenses and participles, without those that look like their base form.

    >>> {"rose", "plunged"} <= past_forms(), "cut" in past_forms()
    (True, False)
    """
    regular = {past_tense(base) for base in word_set("en", "grammar_verbs")}
    british = {f"{base}led" for base in word_set("en", "grammar_verbs") if base[-1] == "l"}
    irregular = (form for base, *forms in _irregular_verbs() for form in forms if form != base)
    return frozenset({*regular, *british, *irregular} - {"lay"})


@cache
def unchanging_past() -> frozenset[str]:
    """Verbs whose past looks like their base form: "cut", "cost", "hit".

    >>> "cut" in unchanging_past(), "rise" in unchanging_past()
    (True, False)
    """
    return frozenset(base for base, past, _ in _irregular_verbs() if base == past)


def third_person(base: str) -> str:
    """The form after "it" of a verb.

    >>> third_person("rise"), third_person("reach"), third_person("carry"), third_person("buy")
    ('rises', 'reaches', 'carries', 'buys')
    """
    if base.endswith(("s", "x", "ch", "sh", "o", "z")):
        return f"{base}es"
    return f"{base[:-1]}ies" if _ends_in_consonant_y(base) else f"{base}s"


def past_tense(base: str) -> str:
    """The past of a regular verb.

    >>> past_tense("plunge"), past_tense("carry"), past_tense("drop"), past_tense("cover")
    ('plunged', 'carried', 'dropped', 'covered')
    """
    if base.endswith("e"):
        return f"{base}d"
    if _ends_in_consonant_y(base):
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if _doubles(base) else f"{base}ed"


def _ends_in_consonant_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in "aeiou"


def _doubles(base: str) -> bool:
    """Whether the last letter is doubled before -ed: "drop", "admit", not "cover" or "rain"."""
    if len(base) < 3 or base[-1] in "aeiouwxy" or base[-2] not in "aeiou" or base[-3] in "aeiou":
        return False
    one_syllable = sum(letter in "aeiou" for letter in base) == 1
    return one_syllable or base.endswith(("mit", "fer", "pel", "cel", "trol", "cur", "gret"))


@cache
def pure_verbs() -> frozenset[str]:
    """Forms that are never nouns: "require", "requires".

    >>> "requires" in pure_verbs(), "rises" in pure_verbs()
    (True, False)
    """
    bases = read_words("en", "grammar_pure_verbs")
    return frozenset(form for base in bases for form in (base, third_person(base)))


@cache
def _gerunds() -> frozenset[str]:
    bases = (*read_words("en", "grammar_verbs"), *(verb[0] for verb in _irregular_verbs()))
    return frozenset(
        f"{base[:-1] if base.endswith('e') and base != 'flee' else base}ing" for base in bases
    ) | frozenset(f"{past_tense(base)[:-2]}ing" for base in bases if not base.endswith(("e", "y")))


def is_gerund(lower: str) -> bool:
    """Whether a word is a verb in -ing that we know, and no noun like "morning".

    >>> is_gerund("dropping"), is_gerund("morning")
    (True, False)
    """
    return lower.endswith("ing") and lower in _gerunds()
