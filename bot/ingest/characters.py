"""text -> the same text without the characters that a reader cannot see, and folded to compare."""

import re
import unicodedata

LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028]")
UNSEEN = re.compile(
    r"""
      [\x00-\x08\x0e-\x1f\x7f-\x9f]             # controls, the NUL among them
    | \xad                                      # the soft hyphen
    | [\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]  # marks and overrides of direction
    | [\u200b\u2060-\u2064\ufeff]               # zero width, byte order mark
    | (?<![\u0600-\u1fff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])
      [\u200c\u200d]                            # joiners, but where a script or emoji needs them
    | [\ud800-\udfff]                           # lone surrogates
    | [\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]  # no characters at all
    | [\U000e0000-\U000e007f]                   # tags
    """,
    re.VERBOSE,
)
SPACES = re.compile(r"[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
DECOMPOSED = re.compile(r"[^\W\d_][\u0300-\u036f]{1,4}(?![\u0300-\u036f])")
QUOTES = str.maketrans("‘’‚‛ʼ´`“”„‟«»‹›：", "'" * 7 + '"' * 8 + ":")


def clean_characters(text: str) -> str:
    r"""The text with ordinary line ends and spaces, composed letters and nothing unseen.

    Only letters with up to four combining marks are composed (NFC): a run of thousands takes
    ``unicodedata`` quadratic time.

    >>> clean_characters("The\xa0tide\u200b  rose.\r\nIt\x00 fell\u202e.")
    'The tide rose.\nIt fell.'
    >>> clean_characters("Zoe\u0308"), clean_characters("می\u200cخواهم") == "می\u200cخواهم"
    ('Zoë', True)
    """
    text = LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    text = SPACES.sub(" ", UNSEEN.sub("", text))
    return DECOMPOSED.sub(lambda letter: unicodedata.normalize("NFC", letter.group()), text)


def fold(line: str) -> str:
    """A line as it is compared: small letters, plain quotation marks, no ornament at its ends.

    >>> fold("▶ Read more :  Flood in ‘Halden’ »")
    "read more: flood in 'halden'"
    """
    folded = " ".join(line.translate(QUOTES).casefold().split()).replace(" :", ":")
    return folded.strip(' -–—•·*|>▶►▸▼→»"_=#')


def is_same(line: str, other: str) -> bool:
    """Whether two lines say the same, whatever their case, quotation marks and final mark.

    >>> is_same("Flood hits ‘old’ Halden", "FLOOD HITS 'OLD' HALDEN."), is_same("", "...")
    (True, True)
    """
    return fold(line).rstrip(" .!?:") == fold(other).rstrip(" .!?:")
