"""What publishers set around an article, a word or phrase a line: ``lexicon/en/buttons.txt``.

Lines are alphabetical; ``#`` begins a comment. ``any`` is the folder of what no language owns. The
languages are read together: what stands around an article is often not in its language.
"""

import re
from functools import cache
from importlib.resources import files

LANGUAGES = ("any", "ar", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "sv", "zh")


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


def _read_list(language: str, name: str) -> tuple[str, ...]:
    path = files(__name__) / language / f"{name}.txt"
    if not path.is_file():
        return ()
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return tuple(line.casefold() for line in lines if line)
