"""A stop -> whether it ends its sentence.

Each rule is given the words before a stop (with it) and those behind, and says whether the
sentence goes on.
"""

import re
from collections.abc import Callable
from functools import cache

from bot.analysis.lexicon import read_words

OPENING = "“„‟«‹「『《〈‘‚\"'([（［【{¿¡"
CLOSING = "”“»›」』》〉’\"')]）］】}«"
REACH = 60  # characters that a rule sees on either side

QUOTED = re.compile(r"「[^「」]{1,300}」|『[^『』]{1,300}』|“[^“”]{1,300}”|《[^《》]{1,300}》")
JAPANESE_PARTICLES = "とってをのがはもにで、，"
CHINESE_SAID = re.compile(
    r"[^，。！？“”]{1,12}(?:说|表示|指出|称|问|答|道|喊|写道)(?:[。！？]|[，：]“)"
)
KOREAN = re.compile(r"[가-힣]")  # a particle right behind a quotation leads on from it
ORDINAL_DOT = frozenset(  # languages that write "3rd" as "3."
    ("de", "da", "no", "nb", "fi", "cs", "sk", "hu", "pl", "hr", "sl", "sr", "et", "lv", "tr", "is")
)

WORD = re.compile(r"\w")
ONLY_NUMBER = re.compile(r"^\W*(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\.$")  # "1.", "b."
# These are matched against the last word before the stop, without marks that open.
DOTTED = re.compile(r"(?:.*[-/])?(?:[^\W\d_]\.-?){2,}")  # "U.S.", "e.g.", "J.-P."
INITIAL = re.compile(r"[^\W\d_]\.")  # "J."
TIME = re.compile(r"[\d:.]*[ap]\.?m\.", re.IGNORECASE)  # "p.m.", "5pm."
BRACKETED_WORD = re.compile(r"\([^\W\d_]{2,5}\.\)")  # "(ret.)"
ORDINAL = re.compile(r"(?:\d{1,3}|[IVX]{1,5})\.")  # "3.", "XIV."

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


def ends_sentence(paragraph: str, start: int, end: int, following: int, language: str) -> bool:
    """Whether the sentence from ``start`` ends at ``end``, with the next one at ``following``.

    >>> ends_sentence("We met Dr. Roe.", 0, 10, 11, "en")
    False
    >>> ends_sentence("We met Roe. We ate.", 0, 11, 12, "en")
    True
    """
    left = paragraph[max(start, end - REACH) : end]
    right = paragraph[following : following + REACH]
    if not WORD.search(right):
        return False
    if "。" in left[-3:] or "！" in left[-3:] or "？" in left[-3:]:
        return not _is_held(paragraph, end, right)
    if end == following and (KOREAN.match(right) or not _lost_its_space(left, right)):
        return False
    return not any(goes_on(left, right, language) for goes_on in RULES)


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


def _goes_on_small(left: str, right: str, language: str) -> bool:
    """A small letter or a comma goes on, but not a name such as iPhone, with a capital within.

    >>> _goes_on_small("Yahoo!", "shares fell", "en")
    True
    >>> _goes_on_small("It ended.", "iPads sold", "en")
    False
    """
    if re.match(r"[,;:.](?!\.)", right):
        return True
    word = FIRST_WORD.match(right)
    return bool(word and word[1][0].islower() and word[1].lower() == word[1])


def _is_only_a_number(left: str, right: str, language: str) -> bool:
    """The "1." of a list belongs to the words behind it."""
    return bool(ONLY_NUMBER.match(left))


def _ends_with_title(left: str, right: str, language: str) -> bool:
    """Mr. Roe, Lt. Col. Roe, vs. Halden."""
    return _abbreviation(left) in _words(language, "titles")


def _ends_with_number_sign(left: str, right: str, language: str) -> bool:
    """No. 5, Jan. 5, S. 12: an abbreviation that a number follows.

    >>> _ends_with_number_sign("No.", "5", "en"), _ends_with_number_sign("said no.", "He", "en")
    (True, False)
    """
    signs = _words(language, "number_signs") | _words(language, "abbreviations")
    return bool(NUMBER_FOLLOWS.match(right)) and _abbreviation(left) in signs


def _ends_with_initial(left: str, right: str, language: str) -> bool:
    """John F. Kennedy; but "Plan B. We go".

    >>> _ends_with_initial("John F.", "Kennedy won", "en")
    True
    >>> _ends_with_initial("Plan B.", "We go", "en")
    False
    """
    return bool(INITIAL.fullmatch(_last_word(left))) and not opens_sentence(right, language)


def _ends_with_time(left: str, right: str, language: str) -> bool:
    """5 p.m. Monday; but "5 p.m. The"."""
    if not TIME.fullmatch(_last_word(left)):
        return False
    word = FIRST_WORD.match(right)
    return bool(word and word[1].casefold() in _words("en", "after_times"))


def _ends_with_ordinal(left: str, right: str, language: str) -> bool:
    """Am 3. Oktober, im 19. Jahrhundert; but "Es war der 3. Er kam".

    >>> _ends_with_ordinal("Am 3.", "Oktober", "de"), _ends_with_ordinal("Am 3.", "Er kam", "de")
    (True, False)
    """
    return (
        language in ORDINAL_DOT
        and bool(ORDINAL.fullmatch(_last_word(left)))
        and not opens_sentence(right, language)
    )


def _ends_with_abbreviation(left: str, right: str, language: str) -> bool:
    """The U.S. Senate, Acme Inc. shares; but "in the U.S. They left"."""
    last = _last_word(left)
    if TIME.fullmatch(last) or opens_sentence(right, language):
        return False
    return bool(DOTTED.fullmatch(last)) or _abbreviation(left) in _words(language, "abbreviations")


def _ends_with_bracketed(left: str, right: str, language: str) -> bool:
    """Gen. (ret.) Roe: an abbreviation with brackets of its own.

    >>> [_ends_with_bracketed(left, "Roe went", "en") for left in ("Gen. (ret.)", "(We go.)")]
    [True, False]
    """
    word = left.rsplit(None, 1)[-1] if left.split() else ""
    return bool(BRACKETED_WORD.fullmatch(word)) and not opens_sentence(right, language)


def _stutters(left: str, right: str, language: str) -> bool:
    """ "I… I never knew."

    >>> _stutters("I…", "I never", "en"), _stutters("It rained...", "I left", "en")
    (True, False)
    """
    word, again = FIRST_WORD.match(_last_word(left)), FIRST_WORD.match(right)
    return left.endswith(("…", "...")) and bool(word and again and word[1] == again[1])


def _is_asked_by(left: str, right: str, language: str) -> bool:
    """ "Why?" Mr Roe asked."""
    return language == "en" and left.endswith(ASKED) and bool(ASKED_BY.match(right))


RULES: tuple[Callable[[str, str, str], bool], ...] = (
    _goes_on_small,
    _is_only_a_number,
    _ends_with_title,
    _ends_with_number_sign,
    _ends_with_initial,
    _ends_with_time,
    _ends_with_ordinal,
    _ends_with_abbreviation,
    _ends_with_bracketed,
    _stutters,
    _is_asked_by,
)


def _abbreviation(left: str) -> str:
    """The last word without its stop and what a hyphen or an elision puts before it, folded.

    >>> _abbreviation("Lt. Col."), _abbreviation("Roe, (D-Vt."), _abbreviation("the end!")
    ('col', 'vt', '')
    """
    last = _last_word(left)
    if not last.endswith("."):
        return ""
    return re.split(r"[/’'-]", last.removesuffix("."))[-1].casefold()


def _last_word(left: str) -> str:
    """
    >>> _last_word("We met (Dr."), _last_word("")
    ('Dr.', '')
    """
    words = left.rsplit(None, 1)
    return words[-1].lstrip(OPENING) if words else ""


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
