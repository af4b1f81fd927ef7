"""A sentence -> whether it is matter of the article, or furniture of the page.

Clean text has little of it; text that a member pastes, or that an unknown page gives, has bylines,
dates, captions, headings, headlines again, invitations to subscribe.
"""

import re
from functools import cache

from bot.analysis.lexicon import read_words

FEWEST_WORDS = 5
LONGEST_LABEL = 12  # words: a line of its own without a stop is a heading or caption up to here
STOPS = re.compile(r"[.!?…。！？।؟۔][\"”“’'»›」』)\]）\s]*$")
UNSTOPPED = frozenset({"th", "lo", "km", "my"})  # languages that write no full stops

FURNITURE = re.compile(
    r"""
      \d+\ min(?:ute)?s?\ read \b
    | (?:by|von|par|por)\ (?:[A-ZÀ-Þ][\w.'’-]+ (?:\ |,\ |\ and\ |$)){1,6} [^.]{0,40}$   # a byline
    | [^.]{0,60} \b (?:1[0-9]|20)\d\d [,\ ]* (?:at\ )? \d{1,2}[:.]\d\d .{0,20}$     # a date line
    | \W* (?:[A-Z][a-z]+day,?\ )? \d{0,2}\ ? [A-Z][a-z]{2,8}\ \d{0,2},?\ ?\d{4} \W*$
    | [\d:.]+ \ ? (?:[ap]\.?m\.?\ )? (?:gmt|bst|est|edt|et|cet|utc) \b .{0,20}$
    | \W* (?:©|\(c\)|copyright) \b
    | .* \[ (?:getty|afp|ap|reuters|epa|file|photo) [^\]]* \] \W* $                  # a credit
    | .* \( (?:getty|afp|ap|reuters|epa|file\ photo|photo|image) [^)]* \) \W* $
    | (?:image|photo|picture|video|caption|credit|source|foto|bild|quelle|crédit|fuente)s? \ ?[:/|]
    | \S+@\S+\.\w+ $
    | https?://\S+ $
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_furniture(
    sentence: str, title: str, language: str | None, *, alone: bool, words: int
) -> bool:
    """Whether a sentence is no matter of the article. ``alone``: it is a paragraph of its own.

    >>> is_furniture("Sign up for our newsletter today.", "", "en", alone=True, words=6)
    True
    >>> is_furniture("The pier in winter", "", "en", alone=True, words=4)
    True
    >>> is_furniture("The pier was closed on Friday.", "", "en", alone=True, words=6)
    False
    """
    plain = sentence.strip()
    is_label = words < FEWEST_WORDS or (alone and words < LONGEST_LABEL and not STOPS.search(plain))
    return (
        (is_label and language not in UNSTOPPED)
        or bool(FURNITURE.match(plain))
        or _is_said_by_every_page(plain, language or "en")
        or _is_capitals(plain)
        or (bool(title) and normal_form(plain) == normal_form(title))
    )


def normal_form(sentence: str) -> str:
    """The letters and digits of a sentence, folded: what makes two of them the same.

    >>> normal_form("‘Pier shut’, again") == normal_form('"Pier shut" again.')
    True
    """
    return "".join(character for character in sentence.casefold() if character.isalnum())


def _is_said_by_every_page(sentence: str, language: str) -> bool:
    pattern = _phrases(language)
    return bool(pattern and pattern.search(sentence[:400].replace("’", "'")))


@cache
def _phrases(language: str) -> re.Pattern[str] | None:
    """``boilerplate.txt``: a line that begins with ^ counts only where the sentence begins."""
    begins: list[str] = []
    within: list[str] = []
    for phrase in read_words(language, "boilerplate"):
        (begins if phrase.startswith("^") else within).append(re.escape(phrase.lstrip("^")))
    ways = [rf"^\W*(?:{'|'.join(begins)})(?!\w)"] * bool(begins)
    ways += [rf"\b(?:{'|'.join(within)})(?!\w)"] * bool(within)
    return re.compile("|".join(ways), re.IGNORECASE) if ways else None


def _is_capitals(sentence: str) -> bool:
    """
    >>> _is_capitals("LIVE UPDATES FROM HALDEN"), _is_capitals("The EU and the UN met.")
    (True, False)
    """
    words = sentence.split()[:50]
    shouted = sum(word.isupper() and len(word) > 1 for word in words)
    return shouted > 0.6 * len(words)
