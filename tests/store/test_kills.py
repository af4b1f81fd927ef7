"""A service that is killed at any moment loses nothing and posts nothing twice."""

import asyncio
import random
import sqlite3
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from bot.queries import HeadlineQuery, Scope
from bot.store.archive import Archive
from bot.store.database import Database
from tests.store.builders import NOW
from tests.store.conftest import Room
from tests.store.living import READING, attempt_all, found_feed, read_lines, serve, start
from tests.store.service import HALDEN, LATER, add_feed, bring, follow, make_sighting
from tests.store.test_database import path_of

KILLS = 20


def ask(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def test_a_service_killed_twenty_times_posts_each_article_once(url: str, tmp_path: Path) -> None:
    asyncio.run(found_feed(url))
    channel, chance = tmp_path / "channel", random.Random(8)
    now, killed = LATER, 0
    for number in range(1, KILLS + 1):
        now += timedelta(minutes=3)  # what was in the air is settled after two
        process = start(serve, url, channel, now, len(READING) * number // (KILLS + 1))
        time.sleep(chance.uniform(0, 0.2))
        killed += process.is_alive()
        process.kill()
        process.join()
        analysed = ask(path_of(url), "SELECT article_id FROM analyses ORDER BY 1")
        assert ask(path_of(url), "SELECT article_id FROM deliveries ORDER BY 1") == analysed
    last = start(serve, url, channel, now + timedelta(minutes=3))
    last.join()
    assert (killed, last.exitcode) == (KILLS, 0)
    posted = read_lines(channel)
    assert len(posted) == len(set(posted)) == len(READING)
    rows = ask(path_of(url), "SELECT 'N-' || id FROM deliveries WHERE state = 'delivered'")
    assert {reference for (reference,) in rows} == set(posted)
    assert ask(path_of(url), "PRAGMA integrity_check") == [("ok",)]
    assert asyncio.run(count_found(url)) == len(READING)


async def count_found(url: str) -> int:
    """How many articles a search finds."""
    database = await Database.open(url)
    found = await Archive(database).headlines(HeadlineQuery(Scope(HALDEN), topic="tide"))
    await database.close()
    return found.total


async def test_two_processes_that_empty_one_outbox_send_nothing_twice(
    room: Room, url: str, tmp_path: Path
) -> None:
    feed = await add_feed(room)
    for guild in range(1, 41):
        await follow(room, feed, guild, guild)
    await bring(room, feed, [make_sighting("tide")])
    taken = [tmp_path / name for name in ("one", "two")]
    both = [await asyncio.to_thread(start, attempt_all, url, path, NOW) for path in taken]
    for process in both:
        await asyncio.to_thread(process.join)
    sent = [line for path in taken for line in read_lines(path)]
    assert sorted(sent) == sorted(f"N-{id}" for id in range(1, 41))
