"""A sentence -> the names of people in it, and the letters by which bodies are called."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.analysis.summary.phrases import read_set
from bot.analysis.summary.words import CAPITAL

OPENING = "\"'“„«‘(["
CLOSING = "\"'”“»’)],;:!?…"
WORD = re.compile(r"[^\W\d_][\w-]*+(?:'(?!s\b)[\w-]++)*+")
NAMES = re.compile(rf"{CAPITAL}[\w-]*+(?:(?:\.?\ |'){CAPITAL}[\w-]*+)*")
# Ada de la Roe: small words inside a name.
INSIDE = frozenset(
    "da de del della den der des di dos du la las le los van von zu".split()  # noqa: SIM905
)
JOINED = re.compile(
    rf"({CAPITAL}[\w-]++)(?: (?:{'|'.join(sorted(INSIDE))})){{1,3}} ({CAPITAL}[\w-]+)"
)
LETTERS = re.compile(r"[A-ZÄÖÜÉ](?<!\w.)[A-ZÄÖÜÉ]++\b")  # found fast so
# "the Halden Awareness Group (HAG)": what letters stand for.
SPELLED = re.compile(r"(?P<first>[A-ZÄÖÜÉ])[^()]{5,80} \((?P<letters>(?P=first)[A-ZÄÖÜÉ]+)\)")
CAPITAL_NOUNS = frozenset({"de"})  # languages that write nouns as others write names
ELIDED = frozenset({"fr"})  # languages whose articles lean on the next word: l'incendie
GIVEN_NAMES = ("given_names_either", "given_names_feminine", "given_names_masculine")
NO_NAMES = ("openers", "small_words", "times", "courtesies", "addresses")


def split_tokens(sentence: str, language: str) -> list[str]:
    """What stands between the spaces of a sentence; an elided article stands alone.

    >>> split_tokens("Roe’s pier, the old one.", "en"), split_tokens("L’incendie.", "fr")
    (["Roe's", 'pier,', 'the', 'old', 'one.'], ["L'", 'incendie.'])
    """
    plain = sentence.replace("’", "'")
    return (plain.replace("'", "' ") if language in ELIDED else plain).split()


def find_names(sentence: str, language: str) -> Iterator[tuple[str, ...]]:
    """The names of a sentence: one word, or the given name, else the first, and the last.

    >>> list(find_names("On Friday Mayor Ada B. Roe’s son saw Mr. Lind and the UN.", "en"))
    [('Ada', 'Roe'), ('Lind',)]
    >>> list(find_names("Die Berliner Polizei traf Minister Roe und Ada Lind.", "de"))
    [('Berliner',), ('Polizei',), ('Minister', 'Roe'), ('Ada', 'Lind')]
    >>> list(find_names("Die SPD-Chefin Lind traf Trainer Xan Roe.", "de"))
    [('SPD-Chefin', 'Lind'), ('Xan', 'Roe')]
    >>> list(find_names("Sergeant Lind and Deputy Mayor Ada Roe left.", "en"))
    [('Lind',), ('Ada', 'Roe')]
    """
    plain = sentence.replace("’", "'")
    for match in NAMES.finditer(plain):
        start = match.start()
        within = start and plain[start - 1].isalnum()  # iPhone
        if not within:
            yield from _read_names(match[0], language)


def find_joined_names(sentence: str, tokens: list[str]) -> Iterator[str]:
    """The given name and the last of each name with small words inside.

    >>> list(find_joined_names("Ada de la Roe", "Ada de la Roe".split()))
    ['Ada', 'Roe']
    """
    if not INSIDE.isdisjoint(tokens):
        for joined in JOINED.finditer(sentence):
            if joined[1] in read_set("any", *GIVEN_NAMES):
                yield from joined.groups()


def find_names_behind(tokens: list[str], words: frozenset[str]) -> Iterator[str]:
    """The one capitalised word that comes behind one of these words, without marks.

    >>> list(find_names_behind("Mr Roe's pier and Mr Bo Lind's".split(), frozenset({"Mr"})))
    ['Roe']
    """
    if not words.isdisjoint(tokens):
        for before, token, after in zip(tokens, tokens[1:], [*tokens[2:], ""], strict=False):
            if before in words and not (after[:1].isupper() and token[-1].isalnum()):
                yield token.strip(OPENING + CLOSING).rstrip(".").removesuffix("'s")


@lru_cache(20_000)
def _read_names(words: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The names that words with capitals hold.

    >>> [_read_names(words, "en") for words in ("Roe", "B", "UN", "Mr", "On", "Friday")]
    [(('Roe',),), (('B',),), (), (), (), ()]
    >>> _read_names("Roe Planken", "de")
    (('Roe',), ('Planken',))
    """
    names = [word for word in WORD.findall(words) if _may_be_name(word, language)]
    given = [word for word in names[:-1] if word in read_set("any", *GIVEN_NAMES)]
    if len(names) > 1 and (given or language not in CAPITAL_NOUNS):
        return (((given or names)[0], names[-1]),)
    if len(names) > 2 and _is_role(names[-3], language):
        return ((names[-2], names[-1]),)
    if len(names) > 1 and _is_role(names[-2], language):
        return ((names[-2], names[-1]),)
    return tuple((name,) for name in names)


def _is_role(word: str, language: str) -> bool:
    """
    >>> _is_role("SPD-Chefin", "de"), _is_role("Turm", "de")
    (True, False)
    """
    return word.casefold().rpartition("-")[2] in read_set(language, "roles")


def _may_be_name(word: str, language: str) -> bool:
    shouted = len(word) > 1 and word.isupper()
    return not shouted and word.casefold() not in read_set(language, *NO_NAMES)


def find_letters(sentence: str) -> tuple[frozenset[str], frozenset[str]]:
    """The letters by which a body is called, and of these, what a sentence spells out.

    >>> find_letters("The Halden Awareness Group (HAG) met.")[1]
    frozenset({'HAG'})
    >>> find_letters("Ada Roe (SPD) met.")
    (frozenset({'SPD'}), frozenset())
    """
    letters = frozenset(LETTERS.findall(sentence))
    if not letters or "(" not in sentence:
        return letters, frozenset()
    return letters, frozenset(found["letters"] for found in SPELLED.finditer(sentence))
