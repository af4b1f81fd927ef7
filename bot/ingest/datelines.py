"""paragraph -> the paragraph without the place, date and agency before its first sentence."""

import re

from bot.ingest.lexicon import read_choice

AGENCY = read_choice("agencies")
DASH = r"(?:\s?[—–]+\s?|\s?-{2,}\s?|\s-\s|\.-\s?|:\s|\s\|\s)"
# No character both in a word and between two: else there are endless ways to split a name.
CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’]+(?:[ /-][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’]*)*"
WORD = r"[A-ZÀ-ÖØ-Þ][\w.'’]*"
PLACE = rf"{WORD}(?:[ /](?:{WORD}|of|de|la|le|el|am|an|der|sur|del)|-\w+)*"
DAY = r"(?:le\s)?(?:\w{3,9}\.?\s\d{1,2}|\d{1,2}\.?º?(?:er)?\s(?:de\s)?\w{3,10}\.?)(?:,?\s\d{4})?"
NEXT = r"(?=[\"“‘'„«¿¡A-ZÀ-ÖØ-Þ\d])"  # the first sentence
DATELINES = (
    re.compile(  # HALDEN, Norway, Sept 14 (Reuters) - ; (CNN)The
        rf"""
          (?: {PLACE} (?:,\s{PLACE})? (?:[,;]\s{DAY})? [,.]? \s? )?
          \( \s? (?i:{AGENCY}) (?: [/,;\s-]+ [\w ]{{2,20}} )? \s? \)
          (?: {DASH} | \s? ) {NEXT}
        """,
        re.VERBOSE,
    ),
    re.compile(  # HALDEN, Sept 14 (Halden News) - ; HALDEN, Sept. 14, 2026 /Newswire/ --
        rf"""
          {CAPITALS} (?:,\s{PLACE})? (?:,\s{DAY})? \s?
          (?: \( [A-ZÀ-Þ][^()]{{1,30}} \) | /[\w ]{{2,20}}/ ) {DASH} {NEXT}
        """,
        re.VERBOSE,
    ),
    re.compile(rf"{CAPITALS}(?:,\s{PLACE})?,\s{DAY}\s?{DASH}{NEXT}"),  # LONDON, Sept 14 -
    re.compile(rf"{PLACE},\s{DAY}\s?(?:[—–]|--|\.-)\s?{NEXT}"),  # Halden, 14 sep.-
    re.compile(rf"{CAPITALS}\s(?i:{AGENCY})\s\|\s"),  # HALDEN taz |
    re.compile(  # HALDEN — ; but not where a second dash closes an aside
        rf"{CAPITALS}(?:,\s{PLACE})?(?:\s?[—–]\s?|\s?--\s?|\s-\s){NEXT}(?!.{{0,150}}?\s(?:[—–-]|--)\s)"
    ),
)


def cut_dateline(paragraph: str) -> str:
    """The first paragraph from its first sentence on, to the letter.

    >>> cut_dateline("HALDEN, Sept 14 (Reuters) - The river fell."), cut_dateline("(CNN)It fell.")
    ('The river fell.', 'It fell.')
    >>> cut_dateline("Halden - the old town - was dry."), cut_dateline("NATO - of course - met.")
    ('Halden - the old town - was dry.', 'NATO - of course - met.')
    """
    for dateline in DATELINES:
        found = dateline.match(paragraph[:200])
        if found and found.end() < len(paragraph):
            return paragraph[found.end() :]
    return paragraph
