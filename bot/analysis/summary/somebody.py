"""The words of a sentence -> which of them may name or describe one person."""

import re
from functools import cache, lru_cache

from bot.analysis.lexicon import read_words
from bot.analysis.summary.names import CAPITAL_NOUNS, GIVEN_NAMES
from bot.analysis.summary.phrases import read_set

WORD = re.compile(r"[^\W\d_]++(?:['’][^\W\d_]++)?+")
PEOPLE = ("roles", "epithets", "figure_person_nouns", "anybody")
SMALL = ("openers", "small_words")
PLACING = frozenset({"at", "in", "near"})
PLURAL = frozenset({"and", "children", "men", "people", "police", "team", "those", "women"})


@lru_cache(maxsize=100)  # several sentences ask of those before them
def tells_of_somebody(sentence: str, language: str, *, surely: bool = False) -> bool:
    """Whether a sentence names or describes one person, for whom a pronoun behind it may stand.

    ``surely``: a capital, or a word of saying, does not yet tell of one.

    >>> sentences = ("The trees fell on Monday.", "Police fear Roe fell.", "The skipper fell.")
    >>> [tells_of_somebody(sentence, "en") for sentence in sentences]
    [False, True, True]
    >>> tells_of_somebody("Am Montag fielen Bäume.", "de"), tells_of_somebody("Ada fiel.", "de")
    (False, True)
    >>> [tells_of_somebody(sentence, "en", surely=True) for sentence in sentences]
    [False, False, True]
    """
    words = WORD.findall(sentence)
    folded = fold_words(words)
    told = read_set(language, "courtesies", *(() if surely else ("cues",)))
    given = read_set("any", *GIVEN_NAMES)
    times = read_set(language, "times")  # May, April
    return (
        not told.isdisjoint(folded)
        or not _read_people(language).isdisjoint(folded)
        or any(describes_person(word, language) for word in folded)
        or any(name.casefold() not in times for name in given.intersection(words))
        or (
            not (surely or language in CAPITAL_NOUNS)
            and any(may_be_person(words, folded, place, language) for place in range(len(words)))
        )
    )


def fold_words(words: list[str]) -> list[str]:
    """Words folded, without what follows an apostrophe.

    >>> fold_words(["Roe’s", "Pier"])
    ['roe', 'pier']
    """
    folded = [*map(str.casefold, words)]
    if "".join(folded).isalpha():
        return folded
    return [word if word.isalpha() else re.split("['’]", word)[0] for word in folded]


def may_be_person(words: list[str], folded: list[str], place: int, language: str) -> bool:
    """Whether the word of a place may name or describe one person.

    >>> words = "In Halden the Arena saw Roe and the skipper".split()
    >>> [may_be_person(words, fold_words(words), place, "en") for place in (1, 3, 5, 8)]
    [False, False, True, True]
    """
    word = folded[place]
    if word in PLURAL:
        return False
    if describes_person(word, language):
        return True
    if not words[place][0].isupper():
        return False
    before = folded[max(0, place - 2) : place] or [""]
    return not (
        "the" in before
        or before[-1] in PLACING
        or word in _read_no_people(language)
        or word.removesuffix("s") in _read_people(language)
        or (not place and word.endswith(("ed", "ever", "ing", "ly")))
    )


@lru_cache(20_000)
def describes_person(folded: str, language: str) -> bool:
    """
    >>> describes_person("skipper", "en"), describes_person("pier", "en")
    (True, False)
    """
    return folded in _read_people(language) or folded.endswith(_people_endings(language))


@cache
def _read_people(language: str) -> frozenset[str]:
    return read_set(language, *PEOPLE)


@cache
def _read_no_people(language: str) -> frozenset[str]:
    return read_set(language, *SMALL, "times", "articles", "groups", "bodies")


@cache
def _people_endings(language: str) -> tuple[str, ...]:
    return tuple(
        word[1:] for name in PEOPLE for word in read_words(language, name) if word[0] == "-"
    )
