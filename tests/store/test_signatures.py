"""What may be a copy is found in memory as on disk, whoever wrote it there."""

from collections.abc import Iterator, Sequence
from random import Random

import pytest
from sqlalchemy import select

from bot.likeness import make_sketch
from bot.store import signatures
from bot.store.articles import Articles
from bot.store.copies import copies
from bot.store.database import Database
from bot.store.findings import Read
from bot.store.neighbours import COMMON, Run, Signature, merge
from bot.store.signatures import MOST_IN_MEMORY, Memory
from tests.agency import APART, BEGUN_ANEW, REORDERED, STORY
from tests.store.builders import NOW, make_analysis
from tests.store.conftest import Room
from tests.store.test_copies import families, told_by

SAME = make_sketch(range(0, 3_000, 7))


def sign(article_id: int, bands: Sequence[int], time: int = 0, sketch: bytes = SAME) -> Signature:
    """The signature of an article with these bands."""
    return Signature(
        article_id, time, b"".join(band.to_bytes(4, "little") for band in bands), sketch
    )


def pairs(runs: Sequence[Run], asked: Run, apart: int = 0) -> set[tuple[int, int, int]]:
    """What is found in runs for what is asked."""
    found = (pair for run in runs for pair in run.find(asked, apart))
    return {(pair.of, pair.id, pair.shared) for pair in found}


@pytest.fixture
async def again(url: str, room: Room) -> Database:
    """The database of the room, as another process has it open."""
    return await Database.open(url)


async def read_by(database: Database, outlet: str, text: str = STORY) -> int:
    """Have an article kept and read by whoever opened the database; gives its id."""
    article = told_by(outlet, text)
    kept = await Articles(database).keep(article, NOW)
    assert await Articles(database).analysed(kept.id, 1, make_analysis(article), NOW)
    return kept.id


async def test_a_copy_is_found_of_what_another_process_wrote(room: Room, again: Database) -> None:
    first = await read_by(room.database, "Gull")
    second = await read_by(again, "Wire", REORDERED)
    third = await read_by(room.database, "Post", BEGUN_ANEW)
    await read_by(again, "Mail", APART)
    fourth = await read_by(again, "Echo")
    await again.close()
    assert await families(room) == [[first, second, third, fourth]]


async def test_a_copy_is_found_after_a_restart(room: Room, url: str) -> None:
    first = await read_by(room.database, "Gull")
    await room.database.close()
    restarted = await Database.open(url)
    second = await read_by(restarted, "Wire")
    async with restarted.reading() as connection:
        assert set(await connection.scalars(select(copies.c.article_id))) == {first, second}
    await restarted.close()


async def keep_and_fail(room: Room, read: dict[int, Read]) -> None:
    """Write down signatures in a transaction that fails."""
    async with room.database.writing() as connection:
        await signatures.keep(connection, read, NOW)
        raise ZeroDivisionError


async def test_what_was_taken_back_is_read_again(room: Room) -> None:
    await read_by(room.database, "Gull", APART)
    article = told_by("Wire")
    kept = await room.articles.keep(article, NOW)
    read = {kept.id: Read(kept.id, article, NOW, make_analysis(article))}
    with pytest.raises(ZeroDivisionError):
        await keep_and_fail(room, read)
    assert await room.articles.analysed(kept.id, 1, make_analysis(article), NOW)
    copy = await read_by(room.database, "Post")
    assert await families(room) == [[kept.id, copy]]


async def test_articles_of_many_weeks_are_each_compared_with_those_of_their_time(
    room: Room,
) -> None:
    for week in range(4):
        for outlet in ("Gull", "Wire"):
            await room.read(told_by(f"{outlet} {week}", hours=week * 24 * 8))
    assert [len(family) for family in await families(room)] == [2] * 4


def make_runs(random: Random) -> Iterator[Run]:
    for start in range(0, 300, 30):
        some = [
            sign(number, random.sample(range(200), 4), random.randrange(9))
            for number in range(start, start + 30)
        ]
        yield Run.of(some)


def test_merged_runs_hold_what_each_of_them_held() -> None:
    runs = list(make_runs(Random(7)))
    merged = merge(runs)
    assert len(merged) < len(runs)
    assert sum(map(len, merged)) == sum(map(len, runs))
    for run in runs:
        assert pairs(merged, run, 4) == pairs(runs, run, 4)


def test_pairs_share_a_band_within_a_time_and_have_sketches_alike() -> None:
    other = make_sketch(range(5_000, 9_000, 11))
    run = Run.of(
        [sign(1, (3, 4), 10), sign(2, (3, 5), 21), sign(3, (8,), 10), sign(4, (3,), 10, other)]
    )
    assert pairs([run], Run.of([sign(9, (3, 4, 9), 10)]), 10) == {(9, 1, 2)}
    assert pairs([run], Run.of([sign(9, (3, 4, 9), 11)]), 10) == {(9, 1, 2), (9, 2, 1)}


def test_a_band_that_everybody_has_tells_of_the_first_alone() -> None:
    run = Run.of([sign(number, (5,)) for number in range(2 * COMMON)])
    found = pairs([run], Run.of([sign(1_000, (5,)), sign(1_001, (5,))]))
    assert found == {(of, id, 1) for of in (1_000, 1_001) for id in range(COMMON)}


def test_what_has_no_band_is_found_by_none() -> None:
    run = Run.of([sign(1, ())])
    assert pairs([run], Run.of([sign(2, (1,))])) == pairs([run], run) == set()


def test_memory_holds_what_is_needed_now_and_of_that_the_latest() -> None:
    half = Run.of([sign(number, (number,)) for number in range(MOST_IN_MEMORY // 2)])
    few = Run.of([sign(number, (number,)) for number in range(10)])
    memory = Memory(periods={1: [few], 2: [half, half], 3: [few]})
    memory.make_room([2, 3])
    assert [*map(len, memory.periods[2])] == [len(half)]
    assert [*map(len, memory.periods[3])] == [len(few)]
    assert 1 not in memory.periods
