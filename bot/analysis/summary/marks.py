"""Sentences -> which of them lie in one quotation, so that no quotation is cut open."""

import re

OPENERS = {"“": "”“", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "‹": "›", "(": ")"}

MARK = re.compile(
    r"""
      [“”„«»‹›「」『』()]
    | (?<!\d)"                      # straight; behind a digit it is an inch
    | (?<=\d)"(?=[\s.,;:!?)]|$)
    | ''
    | (?<![\w.,!?'’])['‘](?=\w)(?!\d0s|(?:em|til|cause|n)\b)   # opens: not in a word, not 'em
    | (?<=[.,!?…\w])['’](?!\w)      # may close
    """,
    re.VERBOSE,
)


class Leaning:
    """What a sentence's marks ask for."""

    __slots__ = ("broken", "needs_before", "needs_next")

    def __init__(self) -> None:
        self.needs_before = self.needs_next = self.broken = False
