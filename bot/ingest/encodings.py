"""bytes -> text: which encoding a file is in, and which files are no text at all."""

import codecs
import re

from bot.errors import Unreadable
from bot.ingest.charset import guess_encoding

MARKS = (  # the longer first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BINARY = (  # how files begin that are no text
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",  # JPEG
    b"GIF8",
    b"RIFF",
    b"PK\x03\x04",  # zip, and what is packed in it: docx, odt, epub
    b"\x1f\x8b",  # gzip
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!",
    b"BZh",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",  # zstd
    b"\xd0\xcf\x11\xe0",  # doc, xls
    b"\x7fELF",
    b"SQLite format 3\x00",
    b"{\\rtf",
    b"OggS",
    b"ID3",
)
CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
DECLARED = re.compile(
    rb"""
      <meta [^>]{0,200} charset \s* = \s* ["']? \s* ([\w:.-]{2,40})      # HTML
    | <\?xml [^>]{0,200} encoding \s* = \s* ["'] ([\w:.-]{2,40}) ["']    # XHTML
    """,
    re.VERBOSE | re.IGNORECASE,
)
NO_PAGE = {  # encodings of Python that no page is in; some take quadratic time
    *("base64", "bz2", "hex", "idna", "punycode", "quopri", "raw-unicode-escape", "rot13"),
    *("undefined", "unicode-escape", "utf-7", "utf-16", "utf-32", "uu", "zlib"),
}
LOOKED_AT = 65_536  # bytes, for what no text has
DECLARED_WITHIN = 4096  # browsers look at the first 1,024 bytes; some pages are late


def decode(content: bytes, name: str) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else as it makes words of a language.

    Raises Unreadable for what is empty, binary, or reads as no language.

    >>> decode("Zoë".encode("utf-16"), "a.txt"), decode("Zoë".encode("cp1252"), "a.txt")
    ('Zoë', 'Zoë')
    >>> decode(b"%PDF-1.7 ...", "report.pdf")
    Traceback (most recent call last):
    bot.errors.Unreadable: report.pdf is binary, not text.
    """
    refuse_binary(content, name)
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _decode_as(content, encoding, name)
    text = _decode_utf8(content)
    if text is not None:
        return text
    guessed = guess_encoding(content)
    if guessed is None:
        raise Unreadable(f"{name} is not text in any encoding we know.")
    return content.decode(guessed, "replace")


def decode_page(content: bytes, name: str) -> str:
    """The text of an HTML page: by its byte order mark, what it declares, or as any text.

    A wrong declaration is passed over; a page is never refused for a few bad bytes.

    >>> decode_page('<meta charset="koi8-r">Привет'.encode("koi8-r"), "a page")[-6:]
    'Привет'
    >>> decode_page('<meta charset="us-ascii">Zoë'.encode(), "a page")[-3:]
    'Zoë'
    """
    refuse_binary(content, name)
    for encoding in _page_encodings(content):
        try:
            return content.decode(encoding)
        except UnicodeError:
            continue
    try:
        return decode(content, name)
    except Unreadable:
        return content.decode("utf-8", "replace")


def refuse_binary(content: bytes, name: str) -> None:
    """Raise Unreadable for what is empty or no text.

    >>> refuse_binary(b" \\n", "a.txt")
    Traceback (most recent call last):
    bot.errors.Unreadable: a.txt is empty.
    """
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise Unreadable(f"{name} is empty.")
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    controls = 0 if wide else len(CONTROLS.findall(content, 0, LOOKED_AT))
    if content.startswith(BINARY) or controls > 4 + min(len(content), LOOKED_AT) / 50:
        raise Unreadable(f"{name} is binary, not text.")


def _decode_as(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding, "surrogatepass").removeprefix("\ufeff")
    except UnicodeError:
        raise Unreadable(f"{name} is not text in any encoding we know.") from None


def _decode_utf8(content: bytes) -> str | None:
    """UTF-8, with lone surrogates and the odd broken character; None for another encoding."""
    try:
        return content.decode("utf-8", "surrogatepass")
    except UnicodeError:
        text = content.decode("utf-8", "replace")
    right = sum(character > "\x7f" for character in text)
    broken = text.count("\ufffd")
    return text.replace("\ufffd", "") if right > 10 * broken else None


def _page_encodings(content: bytes) -> tuple[str, ...]:
    """What to try on a page: UTF-8 that is no mere ASCII proves itself; then what it declares."""
    if any(content.startswith(mark) for mark, _ in MARKS):
        return ()
    declared = DECLARED.search(content[:DECLARED_WITHIN])
    named = _known_encoding(declared[1] or declared[2]) if declared else ()
    return named if content.isascii() else ("utf-8", *named)


def _known_encoding(declared: bytes) -> tuple[str, ...]:
    try:
        name = codecs.lookup(declared.decode("ascii")).name
    except (LookupError, ValueError):
        return ()
    if name in NO_PAGE:
        return ()
    # The HTML standard reads these as cp1252, as their files mean it.
    return ("cp1252",) if name in ("iso8859-1", "ascii") else (name,)
