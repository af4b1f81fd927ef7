"""A paper of our own: a feed that grows, and a page behind each of its items."""

from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime
from email.utils import format_datetime

from aiohttp import web

PAGE = """<html><head><title>{title} | {name}</title></head><body><article><h1>{title}</h1>
{paragraphs}
</article></body></html>"""

NEWS = """<p>{title} in Halden on Monday, where {number} people were moved to a sports hall.</p>
<p>"We will rebuild the quay of the {number}," Mayor Mara Lind said. "Nobody is left behind."</p>
<p>The river fell by 2 metres during the night, and bridge {number} was open again by noon.</p>"""


class Paper:
    """What a paper says now; ``meet`` is told of each thing that it is asked for.

    Its feed and pages stand in ``folder``; an item that is in ``texts`` has that text.
    """

    def __init__(
        self, now: Callable[[], datetime], name: str = "Harbour Times", folder: str = ""
    ) -> None:
        self.name = name
        self.folder = folder
        self.origin = ""
        self.texts: dict[int, str] = {}
        self.items: list[tuple[int, datetime]] = []
        self.meet: Callable[[str], Awaitable[None]] = _nothing
        self._now = now

    def print(self, count: int) -> None:
        """Bring so many news."""
        for _ in range(count):
            self.items.append((len(self.items) + 100, self._now()))

    @property
    def titles(self) -> list[str]:
        """Everything that was ever brought, oldest first."""
        return [title_of(number) for number, _ in self.items]

    @property
    def feed(self) -> str:
        """The feed as RSS, newest first."""
        items = "".join(
            f"<item><title>{title_of(number)}</title><link>{self.origin}{self.folder}/a/{number}</link>"
            f"<guid>{number}</guid><pubDate>{format_datetime(at)}</pubDate></item>"
            for number, at in reversed(self.items)
        )
        return f"<rss version='2.0'><channel><title>{self.name}</title>{items}</channel></rss>"

    def routes(self) -> Iterator[web.AbstractRouteDef]:
        """The paper as a web site."""

        async def feed(_: web.Request) -> web.Response:
            await self.meet("feed asked")
            return web.Response(text=self.feed, content_type="application/rss+xml")

        async def page(request: web.Request) -> web.Response:
            await self.meet("page asked")
            text = self._page(int(request.match_info["number"]))
            return web.Response(text=text, content_type="text/html")

        yield web.get(f"{self.folder}/feed.xml", feed)
        yield web.get(f"{self.folder}/a/{{number}}", page)

    def _page(self, number: int) -> str:
        title = title_of(number)
        told = self.texts.get(number)
        paragraphs = (
            "".join(f"<p>{paragraph}</p>" for paragraph in told.split("\n\n"))
            if told
            else NEWS.format(title=title, number=number)
        )
        return PAGE.format(title=title, name=self.name, paragraphs=paragraphs)


def title_of(number: int) -> str:
    """The headline of an item."""
    return f"Ferry {number} runs aground"


async def _nothing(_: str) -> None:
    """Nothing happens."""
