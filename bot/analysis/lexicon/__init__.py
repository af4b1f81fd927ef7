"""Word lists, a word or phrase a line, by language: ``lexicon/en/pronouns.txt``.

Lines are alphabetical; ``#`` begins a comment. ``any`` is the folder of what no language owns.
"""

from functools import cache
from importlib.resources import files


@cache
def read_words(language: str, name: str) -> tuple[str, ...]:
    """The entries of a list in the order of its lines; empty where the language has no such list.

    >>> read_words("xx", "pronouns")
    ()
    """
    path = files(__name__) / language / f"{name}.txt"
    if not path.is_file():
        return ()
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line)
