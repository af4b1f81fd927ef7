"""A stop -> whether it ends its sentence.

Each rule is given the words before a stop (with it) and those behind, and says whether the
sentence goes on.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from bot.analysis.lexicon import read_words

OPENING = "“„‟«‹「『《〈‘‚\"'([（［【{¿¡"
CLOSING = "”“»›」』》〉’\"')]）］】}«"
LONG = 6  # letters of a word that is no Roman number
SHORT_FORMS = ("titles", "number_signs", "abbreviations")
REACH = 60  # characters that a rule sees on either side

HAN_STOPS = frozenset("。！？")
QUOTED = re.compile(r"「[^「」]{1,300}」|『[^『』]{1,300}』|“[^“”]{1,300}”|《[^《》]{1,300}》")
JAPANESE_PARTICLES = "とってをのがはもにで、，"
CHINESE_SAID = re.compile(
    r"[^，。！？“”]{1,12}(?:说|表示|指出|称|问|答|道|喊|写道)(?:[。！？]|[，：]“)"
)
KOREAN = re.compile(r"[가-힣]")  # a particle right behind a quotation leads on from it
ORDINAL_DOT = frozenset(  # languages that write "3rd" as "3."
    ("de", "da", "no", "nb", "fi", "cs", "sk", "hu", "pl", "hr", "sl", "sr", "et", "lv", "tr", "is")
)

ONLY_NUMBER = re.compile(r"^\W*(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\.$")  # "1.", "b."
SHAPE = re.compile(  # of the last word before the stop, without marks that open
    r"""
      (?P<time> [\d:.]* [ap]\.?m\. )                           # "p.m.", "5pm."
    | (?P<initial> [^\W\d_]\. )                               # "J."
    | (?P<dotted> (?:.*[-/])? (?:[^\W\d_]\.-?){2,} )           # "U.S.", "e.g.", "J.-P."
    | (?P<ordinal> (?:\d{1,3}|(?-i:[IVX]){1,5})\. )            # "3.", "XIV."
    """,
    re.VERBOSE | re.IGNORECASE,
)
BRACKETED_WORD = re.compile(r"\([^\W\d_]{2,5}\.\)")  # "(ret.)"
PREFIX_END = re.compile(r"[/’'-]")

NUMBER_FOLLOWS = re.compile(r"[#№$€£]?\d")
FIRST_WORD = re.compile(rf"[{re.escape(OPENING)}…\s]*([^\W_]+(?:['’][^\W\d_]+)?)")
GLUED_WORDS = re.compile(r"[^\W\d_]{2}[.!?…][”\"’')»]*$")  # "said." in "said.The": a space is lost

ASKED = tuple(stop + mark for stop in "?!" for mark in "”\"’'")
# "Why?" Mr Roe asked. The question is not the whole sentence.
ASKED_BY = re.compile(
    r"""
    (?: he | she | they | I | we | it | (?:[A-Z][\w’'.-]+\ ){0,3} [A-Z][\w’'.-]+ )
    \ (?: said | says | asked | asks | added | adds | wrote | cried | shouted | told | tweeted )
    \b (?! \ (?:he|she|they|the|that|it)\b )  # "Go?" He said the road was shut.
    """,
    re.VERBOSE,
)


class Stop(NamedTuple):
    """The words before a stop, with it, and those behind; and what the rules ask of them."""

    left: str
    right: str
    language: str
    shape: str | None  # of the last word before it: one of those in SHAPE
    abbreviation: str  # the last word, if the stop is a full stop
    first: str  # the first word behind it


def ends_sentence(paragraph: str, start: int, end: int, following: int, language: str) -> bool:
    """Whether the sentence from ``start`` ends at ``end``, with the next one at ``following``.

    >>> ends_sentence("We met Dr. Roe.", 0, 10, 11, "en")
    False
    >>> ends_sentence("We met Roe. We ate.", 0, 11, 12, "en")
    True
    """
    left = paragraph[max(start, end - REACH) : end]
    right = paragraph[following : following + REACH]
    if end < following and _ends_plainly(left, right, language):
        return True
    if not any(map(str.isalnum, right)):
        return False
    if not HAN_STOPS.isdisjoint(left[-3:]):
        return not _is_held(paragraph, end, right)
    if end == following and (KOREAN.match(right) or not _lost_its_space(left, right)):
        return False
    stop = _read_stop(left, right, language)
    return not any(goes_on(stop) for goes_on in RULES)


def _ends_plainly(left: str, right: str, language: str) -> bool:
    """Whether a long small word ends with a full stop, and a capital follows: no rule holds it.

    >>> _ends_plainly("We met Governor Roe on Monday morning.", "We ate.", "en")
    True
    >>> _ends_plainly("We met Gov.", "Roe.", "en"), _ends_plainly("It ended....", "We ate.", "en")
    (False, False)
    """
    word = left[left.rfind(" ") + 1 : -1]
    return (
        len(word) >= LONG
        and left[-1] == "."
        and right[:1].isupper()
        and word.isalpha()
        and word.islower()
        and all(word.casefold() not in _words(language, name) for name in SHORT_FORMS)
    )


def _read_stop(left: str, right: str, language: str = "en") -> Stop:
    """
    >>> _read_stop("We met (Dr.", "“Roe won”")[-3:]
    (None, 'dr', 'Roe')
    >>> [_read_stop(word, "").shape for word in ("5pm.", "J.", "U.S.", "XIV.", "Roe.")]
    ['time', 'initial', 'dotted', 'ordinal', None]
    """
    last, first = _last_word(left), FIRST_WORD.match(right)
    shape = SHAPE.fullmatch(last)
    return Stop(
        left,
        right,
        language,
        shape.lastgroup if shape else None,
        _abbreviation(last),
        first[1] if first else "",
    )


def _is_held(paragraph: str, end: int, right: str) -> bool:
    """Japanese and Chinese: a stop inside a quotation, or one that a particle leads on from.

    >>> _is_held("「行く。」と彼は言った。", 5, "と彼")
    True
    >>> _is_held("「行く。」彼は言った。", 5, "彼は")
    False
    >>> _is_held("“走吧。”他说。", 5, "他说。")
    True
    """
    if paragraph[end - 1] in "」』" and right[:1] in JAPANESE_PARTICLES:
        return True
    if paragraph[end - 1] == "”" and CHINESE_SAID.match(right):
        return True
    window = max(0, end - 300)
    return any(
        window + pair.start() < end < window + pair.end()
        for pair in QUOTED.finditer(paragraph, window, end + 300)
    )


def _lost_its_space(left: str, right: str) -> bool:
    """Whether a stop with no space behind it parts two words: "said.The", not "Halden.com".

    >>> _lost_its_space("he said.", "The road"), _lost_its_space("www.", "Halden.example")
    (True, False)
    """
    if not left.isascii() and not left[-2:-1].isascii() and not left[-2:-1].islower():
        return True  # scripts without small letters: Devanagari, Thai ...
    last = left.rsplit(None, 1)[-1]
    first = right.split(None, 1)[0]
    return bool(
        GLUED_WORDS.search(left)
        and not first.startswith("-")
        and last.count(".") == 1
        and not re.search(r"[/@_.]\w", first)
        and not last.lower().startswith(("http", "www"))
    )


def _goes_on_small(stop: Stop) -> bool:
    """A small letter or a comma goes on, but not a name such as iPhone, with a capital within.

    >>> _goes_on_small(_read_stop("Yahoo!", "shares fell"))
    True
    >>> _goes_on_small(_read_stop("It ended.", "iPads sold"))
    False
    """
    if stop.right[0] in ",;:." and stop.right[1:2] != ".":
        return True
    return stop.first[:1].islower() and stop.first.lower() == stop.first


def _is_only_a_number(stop: Stop) -> bool:
    """The "1." of a list belongs to the words behind it."""
    return ONLY_NUMBER.match(stop.left) is not None


def _ends_with_title(stop: Stop) -> bool:
    """Mr. Roe, Lt. Col. Roe, vs. Halden."""
    return stop.abbreviation in _words(stop.language, "titles")


def _ends_with_number_sign(stop: Stop) -> bool:
    """No. 5, Jan. 5, S. 12: an abbreviation that a number follows.

    >>> stops = _read_stop("No.", "5"), _read_stop("said no.", "He")
    >>> [_ends_with_number_sign(stop) for stop in stops]
    [True, False]
    """
    _, right, language, _, word, _ = stop
    is_sign = word in _words(language, "number_signs") or word in _words(language, "abbreviations")
    return is_sign and NUMBER_FOLLOWS.match(right) is not None


def _ends_with_time(stop: Stop) -> bool:
    """5 p.m. Monday; but "5 p.m. The"."""
    return stop.shape == "time" and stop.first.casefold() in _words("en", "after_times")


def _ends_with_short_form(stop: Stop) -> bool:
    """John F. Kennedy, the U.S. Senate, Acme Inc. shares, Gen. (ret.) Roe; but "Plan B. We go".

    In languages that write them so, ordinals: am 3. Oktober; but "Es war der 3. Er kam".

    >>> def is_short(left, right, language="en"):
    ...     return _ends_with_short_form(_read_stop(left, right, language))
    >>> is_short("John F.", "Kennedy won"), is_short("Plan B.", "We go")
    (True, False)
    >>> is_short("Am 3.", "Oktober", "de"), is_short("Am 3.", "Er kam", "de")
    (True, False)
    >>> is_short("Gen. (ret.)", "Roe went"), is_short("(We go.)", "Roe went")
    (True, False)
    """
    _, _, language, shape, abbreviation, _ = stop
    short = (
        shape in ("initial", "dotted")
        or (shape == "ordinal" and language in ORDINAL_DOT)
        or (shape != "time" and abbreviation in _words(language, "abbreviations"))
        or (stop.left.endswith(".)") and BRACKETED_WORD.fullmatch(stop.left.rsplit(None, 1)[-1]))
    )
    return bool(short) and not opens_sentence(stop.right, language)


def _stutters(stop: Stop) -> bool:
    """ "I… I never knew."

    >>> _stutters(_read_stop("I…", "I never")), _stutters(_read_stop("It rained...", "I left"))
    (True, False)
    """
    if not stop.left.endswith(("…", "...")):
        return False
    word = FIRST_WORD.match(_last_word(stop.left))
    return word is not None and word[1] == stop.first


def _is_asked_by(stop: Stop) -> bool:
    """ "Why?" Mr Roe asked."""
    asked = stop.language == "en" and stop.left.endswith(ASKED)
    return asked and ASKED_BY.match(stop.right) is not None


RULES: tuple[Callable[[Stop], bool], ...] = (
    _goes_on_small,
    _is_only_a_number,
    _ends_with_title,
    _ends_with_number_sign,
    _ends_with_time,
    _ends_with_short_form,
    _stutters,
    _is_asked_by,
)


def _abbreviation(last: str) -> str:
    """The last word without its stop and what a hyphen or an elision puts before it, folded.

    >>> _abbreviation("Col."), _abbreviation("D-Vt."), _abbreviation("end!")
    ('col', 'vt', '')
    """
    if not last.endswith("."):
        return ""
    return PREFIX_END.split(last[:-1])[-1].casefold()


def _last_word(left: str) -> str:
    """
    >>> _last_word("We met (Dr."), _last_word("")
    ('Dr.', '')
    """
    return left.rsplit(None, 1)[-1].lstrip(OPENING) if left.strip() else ""


def opens_sentence(right: str, language: str) -> bool:
    """Whether words begin as sentences do: with a mark that opens, or a word such as The.

    >>> [opens_sentence(words, "en") for words in ("The road", "Roe said", "A. Roe")]
    [True, False, False]
    """
    if right[:1] in '“„«"‘「¿¡':
        return True
    word = FIRST_WORD.match(right)
    if not word or right[word.end() :].startswith("."):
        return False
    return word[1].replace("’", "'").casefold() in _words(language, "openers")


@cache
def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in read_words(language, name))
