"""A sentence -> the words, names and figures that it can cover."""

import re
from functools import cache
from importlib.resources import files

from bot.analysis.lexicon import read_words

# What parts words: no letter or digit, nor a single mark between two of them, as in 1,900. Common
# letters stand first, as they are told fast.
BETWEEN = re.compile(r"[^a-zA-Z0-9à-öø-ÿ\w ](?:(?<![.,'’\-])|(?<!\w.)|(?!\w))", re.DOTALL)
CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŘŚŞŠŤŪŮŰŲŹŻŽΑ-ΩА-ЯЁІЇЄҐ]"
STEM_LENGTH = 6  # letters; a word cut here is close to its stem in most languages
# Written without spaces between words: pairs of characters stand in for words.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+")
MOST_KEPT = 20_000  # words of a language whose stems are kept
LONGEST = 100  # tokens of one sentence, beyond which a sentence says no more to us

# sumy brings lists for languages of which we have none, by their English names.
SUMY_LISTS = {
    "ar": "arabic",
    "cs": "czech",
    "el": "greek",
    "he": "hebrew",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "pl": "polish",
    "pt": "portuguese",
    "sk": "slovak",
    "sv": "swedish",
    "th": "thai",
    "uk": "ukrainian",
    "zh": "chinese",
}


def split_words(sentence: str) -> tuple[str, ...]:
    """The words of a sentence as written, numbers whole; pairs of characters in Han, kana, Thai.

    >>> split_words("Ms Roe's 1,900 boats, 3.5% of all.")
    ('Ms', "Roe's", '1,900', 'boats', '3.5', 'of', 'all')
    >>> split_words("東京都で3人")
    ('東京', '京都', '都で', '3', '人')
    """
    if sentence.isascii() or not UNSPACED.search(sentence):
        return tuple(_split(sentence))
    words: list[str] = []
    for token in _split(sentence):
        place = 0
        for run in UNSPACED.finditer(token):
            words.extend(_split(token[place : run.start()]))
            words.extend(_pairs(run.group()))
            place = run.end()
        words.extend(_split(token[place:]))
    return tuple(words)


def _split(sentence: str) -> list[str]:
    return BETWEEN.sub(" ", sentence).split()


def _pairs(run: str) -> list[str]:
    """
    >>> _pairs("東京都"), _pairs("人")
    (['東京', '京都'], ['人'])
    """
    return [run[i : i + 2] for i in range(max(1, len(run) - 1))]


def stem(word: str) -> str:
    """A word folded, without a possessive, cut to its first letters.

    >>> stem("Mayor’s"), stem("Government"), stem("1,900")
    ('mayor', 'govern', '1,900')
    """
    return _cut(word.replace("’", "'").casefold())


def _cut(folded: str) -> str:
    return folded if folded[0].isdigit() else folded.removesuffix("'s")[:STEM_LENGTH]


class Stems(dict[str, str | None]):
    """The stem of a word that says something of a text's matter, None for one that does not.

    Words are kept as they are asked for.

    >>> stems = read_stems("en")
    >>> stems["Piers"], stems["They’re"], stems["a"]
    ('piers', None, None)
    """

    def __init__(self, small: frozenset[str]) -> None:
        super().__init__()
        self.small = small

    def __missing__(self, word: str) -> str | None:
        if len(self) == MOST_KEPT:
            self.clear()
        folded = word.replace("’", "'").casefold()
        says = (len(word) > 1 or word.isdigit()) and folded not in self.small
        self[word] = key = _cut(folded) if says else None
        return key


@cache
def read_stems(language: str | None) -> Stems:
    """The stems of a language's words."""
    return Stems(stop_words(language))


@cache
def stop_words(language: str | None) -> frozenset[str]:
    """The folded words of a language that say nothing of a text's matter.

    >>> "the" in stop_words("en"), "harbour" in stop_words("en"), len(stop_words("xx"))
    (True, False, 0)
    """
    if language in SUMY_LISTS:
        path = files("sumy") / "data" / "stopwords" / f"{SUMY_LISTS[language]}.txt"
        return frozenset(word.casefold() for word in path.read_text("utf-8").split())
    if not language:
        return frozenset()
    lists = ("openers", "small_words")
    return frozenset(word.casefold() for name in lists for word in read_words(language, name))
