"""The own words of an English sentence -> whether they point to a noun that was told before."""

import re

SHORTEST = 5  # letters by which a noun is known again

# "forgot to oil that winch.", "devoid of that old winch.", "those fears were gone".
POINTED = re.compile(
    r"""
    th (?<! \w th ) # begins with letters, as these are searched for fast
    (?: ose\ (?! (?: kinds | types )\b ) (?:[a-z]+[^s\W]\ )? (?=[a-z]+s\b)
      | ese\ (?! (?: days | few | kinds | last | past | times | types )\b )
      | at\ (?=[a-z]+[.,;])
      | at (?: (?<=\ (?:at|by|in|of|on|to)\ that) | (?<=\ for\ that) | (?<=\ (?:from|with)\ that) )
        \ [a-z]+\ (?=[a-z]+[.,;])
    )
    (?! (?: accused | across | affected | against | as | charged | is | less | others | seems | was
        )\b )
    (?P<noun> [a-z]{4,}+ ) (?! \ (?: that | which | who | whom | whose )\b )
    """,
    re.VERBOSE,
)


def points_to_noun(own_words: str) -> bool:
    """Whether "that", "those" or "these" points to a noun that the sentence has not told of.

    >>> points_to_noun("On Tuesday those fears were gone."), points_to_noun("He gave that reply.")
    (True, True)
    >>> points_to_noun("Roe relies on those cheap rafts."), points_to_noun("Sick of that old raft.")
    (True, True)
    >>> points_to_noun("Roe has fears, and those fears grew."), points_to_noun("Those who left")
    (False, False)
    """
    return any(
        found["noun"][:SHORTEST] not in own_words[: found.start()].casefold()
        for found in POINTED.finditer(own_words)
    )
