"""A press of our own making: feeds and pages on this machine, in a process of their own."""

import asyncio
import multiprocessing
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from enum import StrEnum
from html import escape
from multiprocessing.connection import Connection

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.bench.author import Author

ITEMS = 20
ITEMS_OF_A_LARGE_FEED = 200
WORDS = 360
SLOWNESS = 8.0
"""Seconds that a slow site takes to answer."""


class Manner(StrEnum):
    """How a site behaves."""

    PLAIN = "plain"
    LARGE = "large"
    SLOW = "slow"
    FAILING = "failing"


def manner_of(feed: int) -> Manner:
    """Of a hundred sites two send large feeds, two are slow, and four fail.

    >>> [manner_of(feed).value for feed in (0, 3, 7, 13)]
    ['plain', 'large', 'slow', 'failing']
    """
    place = feed % 50
    if place == 3:
        return Manner.LARGE
    if place == 7:
        return Manner.SLOW
    return Manner.FAILING if place in (13, 37) else Manner.PLAIN


def url_of(feed: int, port: int) -> str:
    """The address of a feed; each has a host of its own.

    >>> url_of(7, 8080)
    'http://paper-7.bench.example:8080/feed'
    """
    return f"http://paper-{feed}.bench.example:{port}/feed"


class Nearby(AbstractResolver):
    """Finds every host on this machine."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(
                hostname=host, host="127.0.0.1", port=port, family=socket.AF_INET, proto=0, flags=0
            )
        ]

    async def close(self) -> None:
        """Nothing is held."""


@dataclass(frozen=True, slots=True)
class Printed:
    """An article as it is printed: its title, its time, and its page."""

    title: str
    time: datetime
    page: bytes
    text: str


class Press:
    """The feeds; of those that are asked again, ``unchanged`` in a hundred have nothing new.

    The first article of each appeared when they were ``begun``.
    """

    def __init__(self, unchanged: int, begun: datetime) -> None:
        self._unchanged = unchanged
        self._begun = begun
        self._author = Author(7)
        self._editions: dict[int, int] = {}
        self._asked: dict[int, int] = {}
        self._stock = [_print(self._author, number, begun) for number in range(400)]

    async def feed(self, request: web.Request) -> web.Response:
        """The newest edition of a feed, or 304 to whoever has it."""
        feed = _feed_of(request)
        manner = manner_of(feed)
        if manner is Manner.FAILING:
            return web.Response(status=503, text="closed")
        if manner is Manner.SLOW:
            await asyncio.sleep(SLOWNESS)
        times = self._asked[feed] = self._asked.get(feed, -1) + 1
        if times and (feed * 37 + times * 61) % 100 >= self._unchanged:
            self._editions[feed] = self._editions.get(feed, 0) + 1
        edition = self._editions.get(feed, 0)
        tag = f'"{feed}-{edition}"'
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers={"ETag": tag})
        body = self._rss(feed, edition, manner, request.host)
        return web.Response(body=body, content_type="application/rss+xml", headers={"ETag": tag})

    async def page(self, request: web.Request) -> web.Response:
        """The page of an article."""
        number = int(request.match_info["number"])
        page = self._stock[(_feed_of(request) * 31 + number) % len(self._stock)].page
        return web.Response(body=page, content_type="text/html", charset="utf-8")

    def _rss(self, feed: int, edition: int, manner: Manner, host: str) -> bytes:
        large = manner is Manner.LARGE
        numbers = range(edition + (ITEMS_OF_A_LARGE_FEED if large else ITEMS) - 1, edition - 1, -1)
        items = (self._item(feed, number, host, whole=large) for number in numbers)
        head = f'<rss version="2.0"><channel><title>Paper {feed}</title>'
        return f"{head}{''.join(items)}</channel></rss>".encode()

    def _item(self, feed: int, number: int, host: str, *, whole: bool) -> str:
        one = self._stock[(feed * 31 + number) % len(self._stock)]
        time = format_datetime(self._begun + timedelta(minutes=15 * number))
        told = one.text if whole else one.text[:200]
        return (
            f"<item><title>{one.title} {feed}/{number}</title><link>http://{host}/{number}</link>"
            f"<guid>{feed}-{number}</guid><pubDate>{time}</pubDate>"
            f"<description>{escape(told)}</description></item>"
        )


def _print(author: Author, number: int, begun: datetime) -> Printed:
    article = author.write(number, begun, words=WORDS).article
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in article.text.split("\n\n"))
    page = (
        f"<html lang='en'><head><title>{article.title}</title></head><body><nav><a href='/'>Home"
        f"</a></nav><article><h1>{article.title}</h1>{paragraphs}</article></body></html>"
    )
    return Printed(article.title, begun, page.encode(), article.text)


def _feed_of(request: web.Request) -> int:
    return int(request.host.partition(".")[0].removeprefix("paper-"))


@contextmanager
def open_press(unchanged: int, begun: datetime) -> Iterator[int]:
    """A press that answers until the block ends; gives its port."""
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    process = spawn.Process(target=_print_until_killed, args=(there, unchanged, begun), daemon=True)
    process.start()
    try:
        yield int(here.recv())
    finally:
        process.kill()
        process.join()


def _print_until_killed(told: Connection, unchanged: int, begun: datetime) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever opened the press closes it
    asyncio.run(_serve(told, Press(unchanged, begun)))


async def _serve(told: Connection, press: Press) -> None:
    app = web.Application()
    app.router.add_get("/feed", press.feed)
    app.router.add_get("/{number:\\d+}", press.page)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    told.send(runner.addresses[0][1])
    await asyncio.Event().wait()
