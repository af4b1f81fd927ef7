"""bytes -> text: what encoding a feed is really in."""

import codecs
import re
from contextlib import suppress

from charset_normalizer import from_bytes

from bot.ingest.letters import find_letters, is_latin

MARKS = (  # the longer first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BEGINNINGS = (  # of "<" and "{" in encodings of two and four bytes, where there is no mark
    *((begin + b"\0\0\0", "utf-32-le") for begin in (b"<", b"{")),
    *((b"\0\0\0" + begin, "utf-32-be") for begin in (b"<", b"{")),
    *((begin + b"\0", "utf-16-le") for begin in (b"<", b"{")),
    *((b"\0" + begin, "utf-16-be") for begin in (b"<", b"{")),
    (b"\x4c\x6f\xa7\x94", "cp037"),  # EBCDIC
)
SHIFT = b"\x1b$B"  # to Japanese, in what is ASCII to the byte
DECLARED = re.compile(rb"<\?xml [^>]{0,200}? encoding \s* = \s* [\"'] ([\w:.-]{2,40})", re.VERBOSE)
CHARSET = re.compile(r"charset \s* = \s* [\"']? ([\w:.-]{2,40})", re.VERBOSE | re.IGNORECASE)
BROADER = {  # what is declared -> the wider encoding that its files are in
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}
ALIASES = {  # names in use that Python does not know
    "x-sjis": "cp932",
    "x-euc-jp": "euc_jp",
    "x-gbk": "gb18030",
    "x-x-big5": "big5hkscs",
    "ms-cyrl": "cp1251",
    "csmacintosh": "mac_roman",
    "mac": "mac_roman",
    "x-mac-roman": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    **{f"x-cp{page}": f"cp{page}" for page in range(1250, 1259)},
}
WIDE = ["gb18030", "big5", "cp932", "euc_jp", "cp949"]
"""What undeclared feeds with more than a byte a character are in."""

NO_WORDS = re.compile(rb"<[^<>]{0,2000}>|&\w{1,10};|https?://[^\s<>]+|[\r\n\t ]+")
LOOKED_AT = 32_768  # bytes, to guess an encoding by
NO_FEED = frozenset(  # encodings of Python that no feed is in; some take quadratic time
    {
        *("base64", "bz2", "hex", "idna", "punycode", "quopri", "raw-unicode-escape", "rot13"),
        *("undefined", "unicode-escape", "utf-7", "uu", "zlib", "mbcs", "oem"),
    }
)


def decode_feed(content: bytes, content_type: str | None = None) -> str:
    """The text of a feed, whatever its site says about it; never fails.

    UTF-8 that is not mere ASCII proves itself. Then the XML declaration comes first: it is the
    feed's own, where the header is often the server's default.

    >>> decode_feed('<?xml version="1.0" encoding="koi8-r"?>Прилив'.encode("koi8-r"))[-6:]
    'Прилив'
    >>> decode_feed("<rss>Zoë".encode(), "text/xml; charset=iso-8859-1")
    '<rss>Zoë'
    >>> decode_feed("<rss>Zoë".encode("utf-16-le")), decode_feed("<rss>Zoë".encode("cp1252"))
    ('<rss>Zoë', '<rss>Zoë')
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    for beginning, encoding in BEGINNINGS:
        if content.startswith(beginning):
            return content.decode(encoding, "replace")
    for encoding in _likely_encodings(content, content_type):
        if encoding == "cp1252" and _is_other(content):
            continue  # many sites say so of all that they send
        try:
            return content.decode(encoding)
        except (UnicodeError, ValueError):
            continue
    return _decode_damaged(content)


def find_misdeclared(content: bytes, content_type: str | None = None) -> str | None:
    """What a feed declares and what it is in, where these differ; None where they agree.

    >>> find_misdeclared('<?xml version="1.0" encoding="iso-8859-1"?><a>Zoë'.encode())
    'declared iso-8859-1, written in utf-8'
    >>> find_misdeclared("<a>Zoë".encode("cp1252"), "text/xml; charset=utf-8")
    'declared utf-8, written in another'
    >>> find_misdeclared(b"<a>Tide", "text/xml; charset=iso-8859-1") is None
    True
    """
    if any(content.startswith(mark) for mark, _ in (*MARKS, *BEGINNINGS)) or content.isascii():
        return None
    declared = DECLARED.search(content[:1024])
    charset = CHARSET.search(content_type or "")
    named = declared[1].decode("ascii") if declared else charset[1] if charset else "utf-8"
    known = _known_encoding(named)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        is_utf8 = False
    else:
        is_utf8 = True
    if is_utf8:
        return None if known == ("utf-8",) else f"declared {named}, written in utf-8"
    try:
        content.decode(known[0] if known else "ascii")
    except (UnicodeError, ValueError):
        return f"declared {named}, written in another"
    return None if known != ("utf-8",) else f"declared {named}, written in another"


def _likely_encodings(content: bytes, content_type: str | None) -> tuple[str, ...]:
    declared = DECLARED.search(content[:1024])
    charset = CHARSET.search(content_type or "")
    named = (
        *_known_encoding(declared[1].decode("ascii") if declared else ""),
        *_known_encoding(charset[1] if charset else ""),
    )
    # Some encodings of Japanese and Chinese are ASCII to the byte, so ASCII proves nothing.
    if content.isascii():
        shifted = ("iso2022_jp",) if SHIFT in content else ()
        return (*shifted, *named, "utf-8")
    return ("utf-8", *named)


def _decode_damaged(content: bytes) -> str:
    """UTF-8 where most of its characters are whole, else what it looks like."""
    with suppress(UnicodeError):  # UTF-16 taken for UTF-8, half a character at a time
        halves = content.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass")
        return halves.decode("utf-16", "replace")
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - broken
    if whole >= broken:
        return text
    return content.decode(guess_encoding(content) or "cp1252", "replace")


def guess_encoding(content: bytes) -> str | None:
    """The encoding of a text that is neither ASCII nor UTF-8: that which makes words of some
    language of it; None where none does.

    >>> guess_encoding("<rss>Zoë rôde à Genève".encode("cp1252"))
    'cp1252'
    >>> guess_encoding("<rss>Вода в порту поднялась за ночь на два метра.".encode("koi8-r"))
    'koi8_u'
    """
    words = NO_WORDS.sub(b" ", content[:LOOKED_AT])
    if words.isascii():
        words = content[:LOOKED_AT]  # a list, with its words in its tags
    found = find_letters(words)
    if found is None and (guessed := from_bytes(words, cp_isolation=WIDE).best()):
        found = guessed.encoding
    return found


def _is_other(content: bytes) -> bool:
    """Whether a text that is said to be Western European has too many letters beyond ASCII."""
    return not is_latin(NO_WORDS.sub(b" ", content[:LOOKED_AT]))


def _known_encoding(declared: str) -> tuple[str, ...]:
    """The encoding of this name, if feeds are written in it.

    >>> _known_encoding("ISO-8859-1"), _known_encoding("x-unknown"), _known_encoding("utf-7")
    (('cp1252',), (), ())
    """
    try:
        name = codecs.lookup(ALIASES.get(declared.lower(), declared)).name
    except (LookupError, ValueError):
        return ()
    if name in NO_FEED or name.startswith(("utf-16", "utf-32")):
        return ()  # two and four bytes a character have been told from the bytes
    return (BROADER.get(name, name),)
