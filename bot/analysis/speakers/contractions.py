"""a word -> the words that an apostrophe or a hyphen joins in it: Roe's, qu'il, dit-il."""

import re

CONTRACTION = re.compile(r"(.+)(['‘’](?:s|d|ll|re|ve|m))$", re.IGNORECASE)
ELISION = re.compile(r"(?i:[cdjlmns]|t(?!.(?:il|elle)s?$)|(?:jus|lors|puis)?qu)['’](?=.)")
INVERSION = re.compile(r"(?:(?!t-)(.+?)-)?(?:t[-'’])?(ils?|elles?|on|je|nous)$", re.IGNORECASE)


def split_word(word: str, *, french: bool = False) -> list[tuple[str, int]]:
    """The parts of a word, each with its place in it.

    >>> split_word("Roe's"), split_word("qu'a-t-il", french=True)
    ([('Roe', 0), ("'s", 3)], [("qu'", 0), ('a', 3), ('il', 7)])
    >>> split_word("a-t'il", french=True), split_word("t-elle", french=True)
    ([('a', 0), ('il', 4)], [('elle', 2)])
    """
    parts, place = [], 0
    while french and (elided := ELISION.match(word, place)):
        parts.append((elided[0], place))
        place = elided.end()
    joined = (INVERSION if french else CONTRACTION).match(word, place)
    if not joined:
        return [*parts, (word[place:], place)]
    return [*parts, *((joined[n], joined.start(n)) for n in (1, 2) if joined[n])]


def is_elided(word: str) -> bool:
    """Whether a French word may end with an apostrophe: qu' before words in marks.

    >>> is_elided("qu"), is_elided("dit")
    (True, False)
    """
    return ELISION.match(f"{word}'-") is not None
