"""Feeds that are followed -> an OPML file, and what came of one -> a card."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from bot.model import ListedFeed
from bot.render.card import Block, Card, Kind, Line, Style, Words, block
from bot.render.fit import fit
from bot.render.receipts import name, small
from bot.render.words import count, visible

_MOST_REFUSED = 5
_ROOM = 120


def opml(title: str, feeds: Sequence[ListedFeed], now: datetime) -> str:
    r"""The file (http://opml.org/spec2.opml); ``now`` is in UTC.

    Each outline has both a text and a title, and the type that some readers insist on.

    >>> from datetime import UTC
    >>> from bot.model import FeedHealth
    >>> feed = ListedFeed(1, "https://h.example/?a&b", "Tide \"T\"", None, FeedHealth())
    >>> print(opml("Harbour", [feed], datetime(2026, 9, 14, 12, tzinfo=UTC)))
    <?xml version="1.0" encoding="UTF-8"?>
    <opml version="2.0">
      <head>
        <title>Harbour</title>
        <dateCreated>Mon, 14 Sep 2026 12:00:00 GMT</dateCreated>
      </head>
      <body>
        <outline type="rss" text='Tide "T"' title='Tide "T"' xmlUrl="https://h.example/?a&amp;b"/>
      </body>
    </opml>
    <BLANKLINE>
    """
    lines = "\n".join(_list(feeds, depth=0))
    body = f"{lines}\n" if lines else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n'
        f"    <title>{escape(visible(title))}</title>\n"
        f"    <dateCreated>{format_datetime(now, usegmt=True)}</dateCreated>\n"
        f"  </head>\n  <body>\n{body}  </body>\n</opml>\n"
    )


def _list(feeds: Sequence[ListedFeed], depth: int) -> Iterator[str]:
    """The lines of these feeds, which lie in the same folders so far down: folders come last."""
    inset = "    " + "  " * depth
    inside: dict[str, list[ListedFeed]] = {}
    for feed in feeds:
        if len(feed.folder) > depth:
            inside.setdefault(feed.folder[depth], []).append(feed)
        else:
            yield f"{inset}{_outline(feed)}"
    for folder, held in inside.items():
        named = quoteattr(visible(folder))
        yield f"{inset}<outline text={named} title={named}>"
        yield from _list(held, depth + 1)
        yield f"{inset}</outline>"


def _outline(feed: ListedFeed) -> str:
    title = quoteattr(visible(feed.title or "").strip() or feed.url)
    site = f" htmlUrl={quoteattr(feed.site)}" if feed.site else ""
    return f'<outline type="rss" text={title} title={title} xmlUrl={quoteattr(feed.url)}{site}/>'


def taken_words(new: int, known: int, repeated: int, refused: int) -> str:
    """What came of a list of feeds, in a sentence.

    >>> taken_words(12, 3, 1, 0)
    '12 feeds are new, 3 were followed already, 1 stood in the file more than once.'
    >>> taken_words(0, 0, 0, 1)
    'No feeds are new, 1 was refused.'
    """
    told = [f"{count(new, 'feed is', 'feeds are')} new" if new else "No feeds are new"]
    told += [f"{count(known, 'was', 'were')} followed already"] if known else []
    told += [f"{count(repeated, 'stood', 'stood')} in the file more than once"] if repeated else []
    told += [f"{count(refused, 'was', 'were')} refused"] if refused else []
    return ", ".join(told) + "."


def taken_card(told: str, place: str, refused: Sequence[tuple[str, str]]) -> Card:
    """What came of a list of feeds: the sentence, and the first that are refused, each with why."""

    def draw(room: int) -> Card:
        news = (Words("News of the new ones will be posted in "), Words(f"#{place}", bold=True))
        head = block(
            Line(Style.HEADING, (Words("The list is read"),)),
            Line(Style.BODY, (Words(told),)),
            Line(Style.BODY, (*news, Words("; what they carry now is no news."))),
        )
        rest = len(refused) - _MOST_REFUSED
        more = (block(small(f"and {count(rest, 'more', 'more')} refused")),) if rest > 0 else ()
        return Card(
            Kind.SETTINGS,
            (head, *(_refusal(*one, room) for one in refused[:_MOST_REFUSED]), *more),
        )

    return fit(draw)


def _refusal(told: str, reason: str, room: int) -> Block:
    title = Words(name(told, room), bold=True)
    return block(Line(Style.BODY, (title,)), small(name(reason, max(room, 100))))


def list_card(feeds: int) -> Card:
    """What goes with the file of what a server follows."""
    told = f"{count(feeds, 'feed')} followed here, for any feed reader, or for /feed import."
    return Card(Kind.SETTINGS, (block(Line(Style.BODY, (Words(told),))),))
