"""Lines in Discord's markdown: escaped, linked to the very sentence, with the reader's own time.

The rules of the markup are those of Discord's documentation ("Message Formatting"). discord.py's
``escape_markdown`` leaves later brackets, timestamps, custom emoji, command mentions and invites
alive, so words are escaped here.
"""

import re
from itertools import groupby
from urllib.parse import quote, urlsplit

from bot.render.card import Block, Command, Line, Look, Moment, Run, Style, Words
from bot.render.words import units, visible

_LIVE = re.compile(
    r"""
      [\\*_~`|\[\]<>]             # emphasis, code, spoilers, links, mentions, timestamps
    | (?<=\w)://                  # an address that would become a link
    | :(?=[\w+-]+:)               # :shortcodes: of emoji
    | @(?=everyone|here)
    | \.(?=gg/|com/invite/)       # invites are unfurled without any scheme
    """,
    re.VERBOSE,
)
_LINE_START = re.compile(r"^(?:[#+-]|\d+(?=[.)]))")
"""Headings, small print, lists: alive only where a line begins."""

_PREFIX = {
    Style.TITLE: "## ",
    Style.HEADING: "### ",
    Style.BODY: "",
    Style.QUOTE: "> ",
    Style.SMALL: "-# ",
}

MOST_LINK = 200
"""Characters of a link to a sentence; a longer address keeps a short fragment."""

_LEAST_FRAGMENT = 60
_LONGEST_ADDRESS = 400
"""A longer address is left off: it would push out the words that it proves."""

_FRAGMENT = "#:~:text="


def escape(text: str, *, starts_line: bool = False) -> str:
    r"""Words with every piece of Discord's markdown made plain.

    >>> print(escape("*All* [of](http://it.example) <@1>"))
    \*All\* \[of\](http\://it.example) \<@1\>
    >>> print(escape("2007. A year", starts_line=True), escape("- 5 degrees", starts_line=True))
    2007\. A year \- 5 degrees
    """
    text = _LIVE.sub(lambda match: "\\" + match.group(), visible(text))
    if starts_line and (start := _LINE_START.match(text)):
        place = start.end() if start.group()[-1].isdigit() else 0
        text = f"{text[:place]}\\{text[place:]}"
    return text


def web_link(url: str | None) -> str | None:
    """An address as it can stand in a link; None where it is no short web address.

    >>> web_link("https://halden.example/a b_(c)")
    'https://halden.example/a%20b_%28c%29'
    >>> web_link("javascript:alert(1)") is None
    True
    """
    if not url or len(url) > _LONGEST_ADDRESS:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    link = quote(url, safe="/:?#[]@!$&'*+,;=%~-._")
    return link if len(link) <= _LONGEST_ADDRESS else None


def sentence_link(url: str | None, sentence: str) -> str | None:
    """A link that jumps to a sentence: a text fragment of its first and last words.

    Syntax: https://wicg.github.io/scroll-to-text-fragment/ (``text=start,end``; ``-``, ``,`` and
    ``&`` inside the words are percent-encoded).

    >>> sentence_link("https://a.example/x", "The tide-gate held until the morning came at last.")
    'https://a.example/x#:~:text=The%20tide%2Dgate%20held%20until,morning%20came%20at%20last.'
    >>> sentence_link("https://a.example/x#top", "It held.")
    'https://a.example/x#top:~:text=It%20held.'
    >>> sentence_link(None, "It held.") is None
    True
    """
    link = web_link(url)
    if not link:
        return None
    mark = _FRAGMENT if "#" not in link else _FRAGMENT.removeprefix("#")
    room = max(_LEAST_FRAGMENT, MOST_LINK - len(link)) - len(mark)
    fragment = _fragment(sentence.split(), room)
    return link + mark + fragment if fragment else link


def _fragment(words: list[str], room: int) -> str | None:
    """The longest ``start,end`` of at most four words each that fits."""
    if len(words) <= 4:
        whole = _encode(words) if sum(map(len, words)) <= room else None
        return whole if whole and len(whole) <= room else None
    for many in (4, 3, 2, 1):
        if sum(map(len, (*words[:many], *words[-many:]))) > room:
            continue
        ends = f"{_encode(words[:many])},{_encode(words[-many:])}"
        if many * 2 <= len(words) and len(ends) <= room:
            return ends
    return None


def _encode(words: list[str]) -> str:
    return quote(" ".join(words), safe="", errors="ignore").replace("-", "%2D")


def discord_line(line: Line) -> str:
    """One line in Discord's markdown.

    >>> print(discord_line(Line(Style.SMALL, (Words("says "), Words("the town", bold=True)))))
    -# says **the town**
    """
    parts: list[str] = []
    for bold, runs in groupby(line.runs, lambda run: isinstance(run, Words) and run.bold):
        text = "".join(_run(run, starts_line=not parts and not bold) for run in runs)
        parts.append(_bold(text) if bold else text)
    return _PREFIX[line.style] + "".join(parts)


def _bold(text: str) -> str:
    """Bold, with the spaces at its ends outside: Discord shows the marks themselves otherwise."""
    inside = text.strip()
    if not inside:
        return text
    before, _, after = text.partition(inside)
    return f"{before}**{inside}**{after}"


def _run(run: Run, *, starts_line: bool) -> str:
    """One run; a moment shows in the reader's own zone and language, a command can be pressed."""
    if isinstance(run, Moment):
        return f"<t:{int(run.at.timestamp())}:{'R' if run.look is Look.AGO else 'f'}>"
    if isinstance(run, Command):
        return f"</{run.name}:{run.id}>" if run.id else f"**/{run.name}**"
    text = escape(run.text, starts_line=starts_line and not run.link)
    return f"[{text}]({run.link})" if run.link and text.strip() else text


def discord_block(block: Block) -> str:
    """The lines of a block, as one text component holds them."""
    return "\n".join(discord_line(line) for line in block.lines)


def characters(block: Block) -> int:
    """What a block takes of Discord's limit, which counts markup and links."""
    return units(discord_block(block))
