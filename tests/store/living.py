"""A small service on a database, run in a process of its own that a test may kill at any moment.

It goes the whole way from a feed to a channel, which is a file here. The file keeps a line of each
message, as Discord does, whether or not the service lived to hear of it.
"""

import asyncio
import multiprocessing
import os
import subprocess
import time
from collections.abc import Callable
from datetime import datetime
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from bot.store.articles import Articles
from bot.store.database import Database
from bot.store.deliveries import Deliveries
from bot.store.entries import Entries, Sighting
from bot.store.feeds import Feeds
from bot.store.guilds import Guilds
from bot.store.lock import hold_store
from bot.store.schema import SHELF
from tests.store.builders import NOW, make_analysis
from tests.store.service import HALDEN, LATER, QUAY, keep_article, make_sighting

READING = [make_sighting(f"tide {number}") for number in range(60)]
FEED = SHELF + 1
ANSWERS_IN = 0.01
"""Seconds to the channel, and back: long enough to be killed in."""

STEP = 3
"""How much is done of each kind of work in a turn."""

processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["tests.store.living", "bot.store.migrate"])


def start(job: Callable[..., None], *args: object) -> ForkServerProcess:
    """Start a job in a new process, and wait until it says that it has begun."""
    here, there = processes.Pipe()
    process = processes.Process(target=job, args=(there, *args), daemon=True)
    process.start()
    there.close()
    assert here.recv() == "begun"
    return process


async def found_feed(url: str) -> None:
    """A feed that a server follows, and that has been read once without news."""
    database = await Database.open(url)
    feeds = Feeds(database)
    feed = await feeds.add_feed("https://harbour.example/feed", now=NOW)
    await Guilds(database).follow(HALDEN, feed, QUAY, NOW)
    await feeds.unchanged(feed, LATER, NOW)
    await database.close()


def serve(
    begun: Connection, url: str, channel: Path, now: datetime, news: int = len(READING)
) -> None:
    """Post so many of the news, for ever; end only when all of them are posted."""
    asyncio.run(_serve(begun, url, channel, now, news))


async def _serve(begun: Connection, url: str, channel: Path, now: datetime, news: int) -> None:
    database = await Database.open(url)
    articles, entries, outbox = Articles(database), Entries(database), Deliveries(database)
    begun.send("begun")
    reading = READING[:news]
    while await _take_turn(articles, entries, outbox, channel, now, reading) or news < len(READING):
        pass
    await database.close()


async def _take_turn(
    articles: Articles,
    entries: Entries,
    outbox: Deliveries,
    channel: Path,
    now: datetime,
    reading: list[Sighting],
) -> bool:
    """Do a little of each kind of work; False where there was none."""
    known = await entries.known(FEED, [one.seen for one in reading])
    met = {seen.guid for seen in known.values()}
    unknown = [one for one in reading if one.seen.guid not in met][:STEP]
    await entries.keep(FEED, unknown, now)
    waiting = await entries.waiting(now, STEP)
    for entry in waiting:
        await keep_article(articles, entries, entry, now)
    unread = await articles.waiting(1, STEP)
    for one in unread:
        await articles.analysed(one.id, one.revision, make_analysis(one.article), now)
    posted = await _post(outbox, channel, now)
    return bool(unknown or waiting or unread or posted)


async def _post(outbox: Deliveries, channel: Path, now: datetime) -> int:
    shown = read_lines(channel)
    for lost in await outbox.unsettled(now):
        if lost.reference in shown:
            await outbox.delivered(lost.id, shown.index(lost.reference), now)
        else:
            await outbox.not_found(lost.id, now)
    due = await outbox.due(now)
    for delivery in due:
        if await outbox.attempt(delivery.id, now):
            await asyncio.sleep(ANSWERS_IN)
            message = write_line(channel, delivery.reference)
            await asyncio.sleep(ANSWERS_IN)
            await outbox.delivered(delivery.id, message, now)
    return len(due)


def write_line(path: Path, line: str) -> int:
    """Add a line to a file, whole or not at all; gives where it ends."""
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    try:
        os.write(descriptor, f"{line}\n".encode())
        return os.lseek(descriptor, 0, os.SEEK_CUR)
    finally:
        os.close(descriptor)


def read_lines(path: Path) -> list[str]:
    """The lines of a file; none where there is no file."""
    return path.read_text().split() if path.exists() else []


def attempt_all(begun: Connection, url: str, taken: Path, now: datetime) -> None:
    """Attempt whatever is due, and write down what was ours to send."""
    asyncio.run(_attempt_all(begun, url, taken, now))


async def _attempt_all(begun: Connection, url: str, taken: Path, now: datetime) -> None:
    database = await Database.open(url)
    outbox = Deliveries(database)
    begun.send("begun")
    while due := await outbox.due(now):
        for delivery in due:
            if await outbox.attempt(delivery.id, now):
                write_line(taken, delivery.reference)
                await outbox.delivered(delivery.id, delivery.id, now)
    await database.close()


def hold(begun: Connection, url: str) -> None:
    """Hold the lock of a database, and start another process that lives on."""
    with hold_store(url):
        subprocess.Popen(["sleep", "3"])
        begun.send("begun")
        time.sleep(60)
