"""A sentence -> whether it is matter of the article, or furniture of the page.

Clean text has little of it; text that a member pastes, or that an unknown page gives, has bylines,
dates, captions, headings, headlines again, invitations to subscribe.
"""

import re
from functools import cache, lru_cache
from itertools import islice

from bot.analysis.lexicon import read_words
from bot.analysis.summary.captions import is_caption
from bot.analysis.summary.names import CAPITAL_NOUNS
from bot.analysis.summary.phrases import Phrases, fold, make_phrases, read_set
from bot.analysis.summary.words import split_words

FEWEST_WORDS = 5
FEWEST_FIGURES = 2  # of a row
LETTERS = 3  # by which what pages begin a sentence with is looked for
STOPS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔")
CLOSING = "\"”“’'»›」』)]） "
UNSTOPPED = frozenset({"th", "lo", "km", "my"})  # languages that write no full stops
LONG = 3  # letters; headlines often leave shorter words small
WORD = re.compile(r"[^\W\d_]++(?:['’][^\W\d_]++)?+")
# A word by which no sentence is a headline, nor mostly a list of names; most have one soon.
LONG_SMALL = re.compile(r"[a-zA-Z],? (?P<word>[a-zà-öø-ÿ]{4,}+)(?![\w'’])")
JOINING = ("prepositions", "definites", "contractions", "coordinators")  # what joins names
NO_LETTER = re.compile(r"[\W_]+")

FURNITURE = re.compile(
    r"""
      \W* \d+\ min(?:ute)?s?\ read \b
    | (?:by|von|par|por)\ (?:[A-ZÀ-Þ][\w.'’-]+ (?:\ |,\ |\ and\ |$)){1,6} [^.]{0,40}$   # a byline
    | \W* (?:[A-Z][a-z]+day,?\ )? \d{0,2}\ ? [A-Z][a-z]{2,8}\ \d{0,2},?\ ?\d{4} \W*$
    | [\d:.]+ \ ? (?:[ap]\.?m\.?\ )? (?:gmt|bst|est|edt|et|cet|utc) \b .{0,20}$
    | \W* (?:©|\(c\)|copyright) \b
    | (?:image|photo|picture|video|caption|credit|source|foto|bild|quelle|crédit|fuente)s? \ ?[:/|]
    | (?: \[ [^\[\]]* \] | \( [^()]* \) ) [.\ ]* $
    | \S+@\S+\.\w+ $
    | https?://\S+ $
    | follow\ (?:[@\w.’'-]+\ ){1,5} on\ (?:x|twitter|facebook|instagram|threads|bluesky)\b
    | (?: [,;)]\ ? | ['’”]\  ) \w                         # what is left of a sentence cut off
    | (?-i: \W* (?:
          [–—]\ ?[a-z]
        | (?: and | as | at | but | by | can | for | from | had | has | in | into | is | of | on
            | or | than | that | to | was | were | which | who | with ) (?=\ )
      ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)

# "Ada Roe (Halden) right footed shot is saved", "90+2' Halden scores", "10:31 - Roe arrives".
TICKER = re.compile(
    r"""
      [A-ZÀ-Þ][^().,;:]{2,40} \( [A-ZÀ-Þ][^()]{2,30} \)
      \ (?: (?:left|right)\ footed | converts | header | hits\ the | is\ shown | wins\ a\ free ) \b
    | (?: [A-ZÀ-Þ][\w’'-]+\  ){1,3} replaces (?: \ [A-ZÀ-Þ][\w’'-]+ ){1,3} \. $
    | \W* \d{1,3} (?:\+\d{1,2})? (?: ['’′] | [.eº]\ ?[Mm]in (?:\.|ut[eo])? ) [\ :|–—-]
    | \d{1,2} [:.h] \d{2} (?:\ Uhr)? \ ? [:|–—-] \ # the time before a line
    """,
    re.VERBOSE,
)
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
SMALL = re.compile(r"(?<![\w'’])[a-z]")

BEGINNING = 100  # characters, which no fifty words fit in

# "The council wants to build a...": a teaser, cut in mid-sentence.
CUT_OFF = re.compile(
    r"""
    \ (?: a | an | and | are | at | by | for | has | have | in | is | of | on | the | to | was
        | with
        | auf | dem | den | der | die | das | ein | eine | im | in | mit | und | von | zu
        | à | au | aux | dans | de | des | du | et | la | le | les | par | pour | sur | un | une
        | a | al | con | del | el | en | los | las | por | que | una | y )
    \ ? (?: \.\.\. | … ) $
    """,
    re.VERBOSE,
)

CREDIT = re.compile(
    r"""
    \[ (?:getty|afp|ap|reuters|epa|file|photo) [^\]]* \] \W* $
    | \( (?:getty|afp|ap|reuters|epa|file\ photo|photo|image) [^)]* \) \W* $
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_furniture(sentence: str, title: str, language: str | None, *, labels: bool) -> bool:
    """Whether a sentence is no matter of the article. ``labels``: what has no stop is a label.

    >>> is_furniture("Sign up for our newsletter today.", "", "en", labels=True)
    True
    >>> is_furniture("The old pier of Halden in winter", "", "en", labels=True)
    True
    >>> is_furniture("of the pier in the winter of last year.", "", "en", labels=True)
    True
    >>> is_furniture("The old pier of Halden is to be rebuilt with a...", "", "en", labels=True)
    True
    >>> is_furniture("The old pier was closed on Friday.", "", "en", labels=True)
    False
    """
    plain = sentence.strip()
    words = plain.split()
    return (
        (language not in UNSTOPPED and _is_label(plain, words, labels=labels))
        or FURNITURE.match(plain) is not None
        or (("(" in plain or "[" in plain) and CREDIT.search(plain) is not None)
        or (plain.endswith(("...", "…")) and CUT_OFF.search(plain[-12:]) is not None)
        or is_caption(plain, language or "en")
        or (_may_be_ticker(plain) and TICKER.match(plain) is not None)
        or _is_row(plain)
        or _is_named(plain, language or "en")
        or _is_said_by_every_page(plain, language or "en")
        or _is_capitals(words)
        or (len(plain) < 2 * len(title) and normal_form(plain) == _title_form(title))
    )


def _is_named(sentence: str, language: str) -> bool:
    """Whether a sentence is a list of names, or a headline, which has capitals like one."""
    told = LONG_SMALL.search(sentence, 0, BEGINNING)
    if told and told["word"] not in read_set(language, *JOINING):
        return False
    return _is_list_of_names(sentence, language) or _is_headline(sentence, language)


def _is_list_of_names(sentence: str, language: str) -> bool:
    """Whether all words that are small join or place names: nobody does anything.

    >>> _is_list_of_names("Ada Roe, Bo Lind and Ty Vann inside the Old Mill in Halden.", "en")
    True
    >>> _is_list_of_names("Ada Roe, Bo Lind and Ty Vann sing in Halden.", "en")
    False
    """
    if language in CAPITAL_NOUNS:
        return False
    small = read_set(language, *JOINING)
    names = others = 0
    for match in WORD.finditer(sentence):
        if match[0][0].isupper():
            names += 1
        elif match[0] in small:
            others += 1
        else:
            return False
    return names > others and names + others >= FEWEST_WORDS


def _may_be_ticker(sentence: str) -> bool:
    """Whether a sentence has what every line of a ticker has one of, told fast."""
    return "(" in sentence or sentence[:1].isdigit() or " replaces " in sentence


def _is_row(sentence: str) -> bool:
    """Whether it has figures, and all its words have capitals: a row of a table, a result.

    >>> _is_row("Halden 3, Brekke United 2."), _is_row("Halden beat Brekke United 3-2.")
    (True, False)
    >>> _is_row("Roe 31 per cent; Lind 28 per cent; Finn 9 per cent; others 32 per cent.")
    True
    """
    parts = sentence.split(";") if ";" in sentence else ()
    if len(parts) > FEWEST_FIGURES:
        return all(FIGURE.search(part) and len(part.split()) <= FEWEST_WORDS for part in parts)
    if SMALL.search(sentence) or len(FIGURE.findall(sentence)) < FEWEST_FIGURES:
        return False
    words = WORD.findall(sentence)
    return bool(words) and all(word[0].isupper() for word in words)


def _is_label(sentence: str, words: list[str], *, labels: bool) -> bool:
    """Whether it has too few words for a sentence, or no stop where others have one.

    >>> sentences = ("Story of the day.", "市長は橋を閉鎖したと述べた。")
    >>> [_is_label(sentence, sentence.split(), labels=False) for sentence in sentences]
    [True, False]
    """
    if labels and not is_stopped(sentence):
        return True
    return len(words) < FEWEST_WORDS and len(split_words(sentence)) < 2 * FEWEST_WORDS


def is_stopped(words: str) -> bool:
    """Whether words end as a sentence does.

    >>> is_stopped("“It rained.”"), is_stopped("Rain in Halden")
    (True, False)
    """
    return words.rstrip(CLOSING).endswith(STOPS)


def normal_form(sentence: str) -> str:
    """The letters and digits of a sentence, folded: what makes two of them the same.

    >>> normal_form("‘Pier shut’, again") == normal_form('"Pier shut" again.')
    True
    """
    return NO_LETTER.sub("", sentence.casefold())


@lru_cache(maxsize=1)
def _title_form(title: str) -> str:
    return normal_form(title)


def _is_said_by_every_page(sentence: str, language: str) -> bool:
    """Whether a phrase of ``boilerplate.txt`` is in it; one with ^ counts only at its beginning.

    >>> _is_said_by_every_page("Read more about the pier.", "en")
    True
    >>> _is_said_by_every_page("The men read more about the pier.", "en")
    False
    """
    letters, begins, within = _phrases(language)
    folded, words = fold(sentence)
    start = folded.lstrip("“„«\"'‘*•·-–—>|[( ")
    if start[:LETTERS] in letters and start.startswith(begins):
        found = (phrase for phrase in begins if start.startswith(phrase))
        if any(not start[len(phrase) : len(phrase) + 1].isalnum() for phrase in found):
            return True
    return within.find(folded, words) is not None


@cache
def _phrases(language: str) -> tuple[frozenset[str], tuple[str, ...], Phrases]:
    """What pages begin a sentence with, after its first letters, and what they say anywhere."""
    phrases = [phrase.casefold() for phrase in read_words(language, "boilerplate")]
    begins = tuple(phrase[1:] for phrase in phrases if phrase.startswith("^"))
    within = make_phrases(phrase for phrase in phrases if not phrase.startswith("^"))
    return frozenset(phrase[:LETTERS] for phrase in begins), begins, within


def _is_capitals(words: list[str]) -> bool:
    """
    >>> _is_capitals(["LIVE", "UPDATES"]), _is_capitals("The EU and the UN met.".split())
    (True, False)
    """
    if not any(map(str.isupper, words[:3])):  # most are told apart so
        return False
    shouted = sum(map(str.isupper, words[:50]))
    return shouted > 0.6 * min(50, len(words))


def _is_headline(sentence: str, language: str) -> bool:
    """Whether long words all have capitals, and short ones too that no name has: A Pier Is Shut.

    >>> _is_headline("Halden Will Not Open Its Pier", "en")
    True
    >>> _is_headline("Ada Roe met Bo Lind in New Halden.", "en")
    False
    """
    words = []
    for match in islice(WORD.finditer(sentence), 1, 50):
        word = match[0]
        if len(word) > LONG and word[0].islower():
            return False
        words.append(word)
    return sum(len(word) > LONG for word in words) > 1 and any(
        word[0].isupper() and word.casefold() in _small_words(language) for word in words
    )


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(
        word for name in ("openers", "small_words") for word in read_words(language, name)
    )
