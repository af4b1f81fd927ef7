"""A backup is a whole and sound copy, or there is none."""

import asyncio
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import BadInput, BadSettings, StoreUnavailable
from bot.queries import HeadlineQuery, SearchQuery
from bot.store.archive import Archive
from bot.store.backup import backup
from bot.store.database import Database
from tests.store.builders import make_article
from tests.store.conftest import Room
from tests.store.living import found_feed, serve, start
from tests.store.service import LATER
from tests.store.test_database import cut_off, path_of, scribble
from tests.store.test_kills import ask


def names_in(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()]


async def test_a_backup_answers_as_the_database_did(room: Room, url: str, tmp_path: Path) -> None:
    await room.read(make_article())
    copy = tmp_path / "copy.db"
    assert await backup(url, copy) == copy.stat().st_size
    await room.read(make_article("Later"))
    kept = await Database.open(f"sqlite:///{copy}")
    assert (await Archive(kept).headlines(HeadlineQuery())).total == 1
    assert (await Archive(kept).search(SearchQuery("ferry"))).total == 1
    await kept.close()


def test_backups_of_a_database_that_is_written_to_are_sound(url: str, tmp_path: Path) -> None:
    asyncio.run(found_feed(url))
    service = start(serve, url, tmp_path / "channel", LATER)
    copies = [tmp_path / f"copy-{number}.db" for number in range(5)]
    for copy in copies:
        time.sleep(0.1)
        asyncio.run(backup(url, copy))
    assert service.is_alive()
    service.kill()
    service.join()
    grown = []
    for copy in copies:
        assert ask(copy, "PRAGMA integrity_check") == [("ok",)]
        analysed = ask(copy, "SELECT article_id FROM analyses ORDER BY 1")
        assert ask(copy, "SELECT article_id FROM deliveries ORDER BY 1") == analysed
        grown.append(len(analysed))
    assert grown == sorted(grown)
    assert grown[0] < grown[-1]


async def test_a_file_that_is_there_is_not_overwritten(
    room: Room, url: str, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    copy.write_text("mine")
    with pytest.raises(BadInput, match="already"):
        await backup(url, copy)
    assert copy.read_text() == "mine"
    with pytest.raises(BadInput, match="already"):
        await backup(url, path_of(url))
    assert (await room.archive.headlines(HeadlineQuery())).total == 0


async def test_of_two_backups_to_one_file_one_is_made(room: Room, url: str, tmp_path: Path) -> None:
    await room.read(make_article())
    both = await asyncio.gather(
        *(backup(url, tmp_path / "copy.db") for _ in range(2)), return_exceptions=True
    )
    assert sorted(type(one).__name__ for one in both) == ["BadInput", "int"]
    assert ask(tmp_path / "copy.db", "PRAGMA integrity_check") == [("ok",)]


async def test_a_backup_into_a_folder_that_is_not_there_is_a_sentence(
    room: Room, url: str, tmp_path: Path
) -> None:
    with pytest.raises(StoreUnavailable, match="cannot be copied"):
        await backup(url, tmp_path / "nowhere" / "copy.db")


async def test_a_backup_of_no_database_makes_none(url: str, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="There is no database"):
        await backup(url, tmp_path / "copy.db")
    with pytest.raises(BadSettings, match="postgresql"):
        await backup("postgresql://db/news", tmp_path / "copy.db")
    assert names_in(tmp_path) == []


@pytest.mark.parametrize("damage", [cut_off, scribble])
async def test_a_damaged_database_gives_no_backup(
    empty: Path, tmp_path: Path, damage: object
) -> None:
    path = tmp_path / "newsroom.db"
    shutil.copy(empty, path)
    damage(path)  # type: ignore[operator]
    with pytest.raises(StoreUnavailable, match="cannot be copied"):
        await backup(f"sqlite:///{path}", tmp_path / "copy.db")
    assert names_in(tmp_path) == ["newsroom.db"]


async def test_a_locked_database_is_a_sentence_after_some_patience(
    empty: Path, tmp_path: Path
) -> None:
    path = tmp_path / "newsroom.db"
    shutil.copy(empty, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreUnavailable, match="database is locked"):
            await backup(f"sqlite:///{path}", tmp_path / "copy.db", patience=0.05)
    assert not (tmp_path / "copy.db").exists()


def test_a_backup_that_does_not_fit_leaves_nothing(empty: Path, tmp_path: Path) -> None:
    process = start(back_up_in_a_small_space, f"sqlite:///{empty}", tmp_path / "copy.db")
    process.join()
    assert process.exitcode == 75
    assert names_in(tmp_path) == []


def back_up_in_a_small_space(begun: object, url: str, target: Path) -> None:
    """End with the code of the failure when files may not grow past 20 kB."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    begun.send("begun")  # type: ignore[attr-defined]
    try:
        asyncio.run(backup(url, target))
    except StoreUnavailable as error:
        raise SystemExit(error.exit_code) from None
