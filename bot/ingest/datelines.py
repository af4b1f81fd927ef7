"""paragraph -> the paragraph without the place, date and agency before its first sentence."""

import re

from bot.ingest.lexicon import read_choice

AGENCY = read_choice("agencies")
DASH = r"(?:\s?[—–]+\s?|\s?-{2,}\s?|\s-\s|\.-\s?|:\s|\s\|\s)"
CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+(?:[ /][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*)*"
PLACE = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?:[ /-](?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|of|de|la|le|el|am|an|der|sur|del))*"
DAY = r"(?:le\s)?(?:\w{3,9}\.?\s\d{1,2}|\d{1,2}\.?º?(?:er)?\s(?:de\s)?\w{3,10}\.?)(?:,?\s\d{4})?"
DATELINES = (
    re.compile(  # HALDEN, Norway, Sept 14 (Reuters) - ; (CNN)The
        rf"""
          (?: {PLACE} (?:,\s{PLACE})? (?:[,;]\s{DAY})? [,.]? \s? )?
          \( \s? (?i:{AGENCY}) (?: [/,;\s-]+ [\w ]{{2,20}} )? \s? \)
          (?: {DASH} | \s? )
        """,
        re.VERBOSE,
    ),
    re.compile(rf"{CAPITALS}(?:,\s{PLACE})?(?:,\s{DAY})\s?{DASH}"),  # LONDON, Sept 14 -
    re.compile(rf"{CAPITALS}(?:,\s{PLACE})?\s?(?:[—–]|--)\s?(?=[\"“‘'„«A-ZÀ-Þ])"),  # HALDEN —
    re.compile(rf"{PLACE},\s{DAY}\s?(?:[—–]|--|\.-)\s?(?=[\"“‘'„«A-ZÀ-Þ])"),  # Halden, 14 sep.-
    re.compile(rf"{CAPITALS}\s(?i:{AGENCY})\s\|\s"),  # HALDEN taz |
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
