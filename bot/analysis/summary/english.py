"""The own words of an English sentence -> whether they point to a noun that was told before."""

import re

# "Roe's boat is very different.": an end that compares with what stands before it.
COMPARED = re.compile(
    r"""
    (?: (?: are | is | was | were ) \ (?: not\ alone | (?: (?:much|no|quite|very)\  )? different )
      | \ (?: agree[sd]? | disagree[sd]? | the\ opposite | the\ same | vice\ versa )
    ) $
    """,
    re.VERBOSE,
)
COMPARING = frozenset(
    {"agree", "agreed", "agrees", "alone", "different", "disagree", "disagreed", "disagrees"}
    | {"opposite", "same", "versa"}
)
SHORT = 100  # characters; what is longer tells itself what it compares with
SO = re.compile(r"\b(?:believe|guess|hope|say|suppose|think)s? so[,.!?]")  # “I hope so,” he said
# "Bo Lind was his uncle": whose, nobody has told yet.
KIN_OF = re.compile(r"(?:[A-Z][\w.’'-]*,? ){1,4}(?:is|was) (?:her|his|their) ")
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


def compares_with_told(sentence: str) -> bool:
    """Whether a sentence ends with a word that compares with what was told, or takes it up.

    >>> sentences = ("The old pier is very different.", "“I hope so,” he said.")
    >>> [compares_with_told(sentence) for sentence in sentences]
    [True, True]
    >>> compares_with_told("Ada Roe and Bo Lind painted two piers that are different in size.")
    False
    """
    end = sentence.rstrip(".!?\"”’' ") if len(sentence) < SHORT else ""
    if end.rpartition(" ")[2] in COMPARING and COMPARED.search(end):
        return True
    return " so" in sentence and SO.search(sentence) is not None


def tells_whose_kin(own_words: str) -> bool:
    """Whether somebody is told to be someone's, whom no word before it names.

    >>> tells_whose_kin("Bo Lind was his uncle."), tells_whose_kin("Bo Lind said it was his pier.")
    (True, False)
    """
    return KIN_OF.match(own_words) is not None
