"""One process serves a database; those that only ask or add are not hindered."""

import re
from pathlib import Path

import pytest

from bot.errors import StoreInUse, StoreUnavailable
from bot.queries import HeadlineQuery
from bot.store.archive import Archive
from bot.store.articles import Articles
from bot.store.database import Database
from bot.store.lock import hold_store
from tests.store.builders import NOW, make_article
from tests.store.living import hold, start


def test_a_second_process_is_told_who_holds_the_database(url: str) -> None:
    first = start(hold, url)
    told = rf"Another Newsroom \(process {first.pid}\) serves the database .*newsroom\.db\."
    for _ in range(2):
        with pytest.raises(StoreInUse, match=told) as refused, hold_store(url):
            pass
    assert refused.value.exit_code == 75
    assert first.is_alive()
    first.kill()
    first.join()


def test_a_process_that_is_killed_lets_go_though_its_children_live_on(url: str) -> None:
    first = start(hold, url)
    first.kill()
    first.join()
    with hold_store(url):
        pass


def test_whoever_has_ended_lets_go(url: str) -> None:
    for _ in range(2):
        with hold_store(url), pytest.raises(StoreInUse), hold_store(url):
            pass


def test_a_database_by_another_name_is_the_same(url: str, tmp_path: Path) -> None:
    (tmp_path / "newsroom.db").touch()
    (tmp_path / "link.db").symlink_to(tmp_path / "newsroom.db")
    with hold_store(url), pytest.raises(StoreInUse), hold_store(f"sqlite:///{tmp_path}/link.db"):
        pass


async def test_who_asks_or_adds_is_not_hindered(url: str) -> None:
    with hold_store(url):
        database = await Database.open(url)
        await Articles(database).keep(make_article(), NOW)
        assert (await Archive(database).headlines(HeadlineQuery())).total == 1
        await database.close()


def test_a_lock_makes_the_folder_of_a_database_that_is_not_there_yet(tmp_path: Path) -> None:
    with hold_store(f"sqlite:///{tmp_path}/deep/down/newsroom.db"):
        assert not (tmp_path / "deep" / "down" / "newsroom.db").exists()


def test_a_lock_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "newsroom.db.lock").mkdir()
    with (
        pytest.raises(StoreUnavailable, match=re.escape("newsroom.db.lock cannot be opened")),
        hold_store(f"sqlite:///{tmp_path}/newsroom.db"),
    ):
        pass
