"""What publishers set around an article, a word or phrase a line: ``lexicon/en/buttons.txt``.

Lines are alphabetical; ``#`` begins a comment. ``any`` is the folder of what no language owns. The
languages are read together: what stands around an article is often not in its language.
"""

import re
from functools import cache
from importlib.resources import files

LANGUAGES = (
    "any",
    "ar",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "fi",
    "fr",
    "hu",
    "it",
    "ja",
    "ko",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "ru",
    "sv",
    "tr",
    "uk",
    "zh",
)


LETTER = r"[^\W\u3040-\u30ff\u3400-\u9fff]"


@cache
def read_words(name: str) -> frozenset[str]:
    """The entries of a list, in all languages; empty where there is no such list.

    >>> "september" in read_words("dates"), read_words("nothing of the kind")
    (True, frozenset())
    """
    return frozenset(word for language in LANGUAGES for word in _read_list(language, name))


@cache
def read_choice(name: str) -> str:
    """A pattern of all entries of a list, the longest first, so that none hides a longer one.

    >>> bool(re.match(read_choice("agencies"), "associated press", re.IGNORECASE))
    True
    """
    words = sorted(read_words(name), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in words) + ")"


def find_phrases(name: str, words: str) -> frozenset[str]:
    """The entries of a list that stand among these words, which have been folded.

    Words are whole words, but in Chinese and Japanese, which set none apart.

    >>> find_phrases("consents", "we use cookies. accept all cookies?") >= {"accept all cookies"}
    True
    """
    pattern = re.compile(rf"(?<!{LETTER}){read_choice(name)}(?!{LETTER})")
    return frozenset(found[0] for found in pattern.finditer(words))


def _read_list(language: str, name: str) -> tuple[str, ...]:
    path = files(__name__) / language / f"{name}.txt"
    if not path.is_file():
        return ()
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return tuple(line.casefold() for line in lines if line)
