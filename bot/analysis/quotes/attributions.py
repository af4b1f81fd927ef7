"""a quoted stretch -> who is said to say it, and with which verb: what an attribution is."""

import re
from typing import NamedTuple

from bot.analysis.lexicon import read_words
from bot.analysis.speakers.phrases import Mention

BESIDE = 3
"""A verb so near before a stretch, in tokens, belongs to it."""
CLOSING = "\"”“’'»«›」』) \u00a0\u202f"
WORD = re.compile(r"[^\W_]+['’]?")
UNFINISHED = ",?!…—–-"
"""Marks at the end of a stretch which tell that its verb of saying may follow."""


class Attribution(NamedTuple):
    """A subject and its verb of saying; either may be missing (None).

    ``cue`` is the token of the verb; ``content`` the tokens of the clause that it carries without
    marks. ``strong`` is False where the stretch may as well be a title or a word as such;
    ``chained`` tells that whoever spoke last goes on, ``dropped`` that the verb left its subject
    out, as Spanish verbs do.
    """

    mention: Mention | None
    cue: int | None
    content: tuple[int, int] | None = None
    strong: bool = True
    chained: bool = False
    dropped: bool = False


def is_unfinished(shown: str) -> bool:
    """Whether a stretch ends as one does whose verb of saying follows.

    >>> is_unfinished("“We will,”"), is_unfinished("“We will.”")
    (True, False)
    """
    return shown.rstrip(CLOSING)[-1:] in UNFINISHED


def tells_of_self(shown: str, language: str) -> bool:
    """Whether the words of a stretch hold an "I" or a "we".

    >>> tells_of_self("« me surprendrait »", "fr"), tells_of_self("« l'heure »", "fr")
    (True, False)
    """
    known = {"j'", "m'", *read_words(language, "first_person")}
    return any(word.lower().replace("’", "'") in known for word in WORD.findall(shown))
