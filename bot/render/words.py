"""Words fit to be shown: rid of what cannot be seen, cut at a word, counted in plain English."""

import unicodedata

import regex
from babel.numbers import format_decimal

ELLIPSIS = "…"

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Control, format (zero-width, direction), surrogate, private and unassigned characters."""

_JOINERS = "\u200c\u200d"
"""Kept inside a word: Persian and Hindi are misspelt, and emoji fall apart, without them."""

_MOST_MARKS = 4
"""Combining marks on one letter; more is decoration that runs over the neighbouring lines."""

_MARKS = regex.compile(rf"(\p{{M}}{{{_MOST_MARKS}}})\p{{M}}+")
_STRAY_JOINER = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}\p{{S}}])[{_JOINERS}]|[{_JOINERS}](?!\w|\p{{S}})"
)
_SPACES = regex.compile(r"[^\S\u00a0\u202f]+|[\u00a0\u202f]{2,}")
"""Spaces to be shown as one; a single one that keeps words on a line together stays."""

_GRAPHEME = regex.compile(r"\X")


def visible(text: str) -> str:
    """A text as one line of what can be seen: no control, zero-width or direction characters.

    >>> visible("on\\u202ee\\tline\\n\\x00 here, ")
    'one line here, '
    >>> visible("e" + "\\u0301" * 40) == "e" + "\\u0301" * 4
    True
    """
    if not text.isascii():
        text = "".join(
            c if c in _JOINERS or unicodedata.category(c) not in _UNSEEN or c in "\n\t\r" else ""
            for c in text
        )
        text = _STRAY_JOINER.sub("", _MARKS.sub(r"\1", text))
    elif not text.isprintable():
        text = "".join(c if c.isprintable() or c.isspace() else "" for c in text)
    return _SPACES.sub(" ", text)


def shorten(text: str, most: int) -> str:
    """A text of at most so many characters (UTF-16 units, as Discord counts), cut at a word.

    Where the first word alone is too long it is cut between graphemes, never inside one.

    >>> shorten("The tide rose overnight", 16)
    'The tide rose…'
    >>> shorten("Donaudampfschifffahrt", 6)
    'Donau…'
    >>> shorten("short", 5)
    'short'
    """
    if len(text) <= most and units(text) <= most:
        return text
    end, room = 0, most - 1
    for grapheme in _GRAPHEME.finditer(text):
        room -= units(grapheme.group())
        if room < 0:
            break
        end = grapheme.end()
    cut = text[:end]
    whole = cut.rpartition(" ")[0] if not text[len(cut)].isspace() else cut
    if units(whole) * 2 >= units(cut):
        cut = whole
    return cut.rstrip(" ,;:–—-") + ELLIPSIS


def label(text: str, most: int) -> str:
    """What stands on something to press, where no markup works: only what can be seen, cut.

    >>> label("  Tide\\u202e rises ", 20), label("\\u200b", 20)
    ('Tide rises', '')
    """
    return shorten(visible(text).strip(), most)


def whole(text: str) -> str:
    """A few words that are never parted at the end of a line.

    >>> whole("3 quotes")
    '3\\xa0quotes'
    """
    return text.replace(" ", "\u00a0")


def units(text: str) -> int:
    """Characters as Discord counts them: UTF-16 code units.

    >>> units("a"), units("🗞")
    (1, 2)
    """
    return len(text) + sum(c > "\uffff" for c in text)


def count(number: int, one: str, many: str | None = None) -> str:
    """A number and its noun, the number as readers of English write it.

    >>> count(1, "quote"), count(1200, "quote"), count(2, "story", "stories")
    ('1 quote', '1,200 quotes', '2 stories')
    """
    return f"{format_decimal(number, locale='en')} {one if number == 1 else many or one + 's'}"
