"""What goes wrong is told to the asker alone; what takes long is acknowledged first."""

import asyncio
import logging
from pathlib import Path
from typing import Any

import pytest

from bot.client import NewsroomClient
from bot.errors import StoreUnavailable
from bot.queries import (
    FigureAnswer,
    FigureQuery,
    HeadlineAnswer,
    HeadlineQuery,
    Page,
    QuoteQuery,
    SearchAnswer,
    SearchQuery,
)
from bot.store.archive import Archive
from bot.store.database import Database
from bot.store.questions import Questions
from bot.tryout import NOW
from tests.cogs.conftest import Room, answer, buttons, text


class TroubledArchive(Archive):
    """Answers headlines after two seconds, quotes with none after two; fails at the others."""

    async def headlines(self, query: HeadlineQuery) -> Page[HeadlineAnswer]:
        await asyncio.sleep(2)
        return await super().headlines(query)

    async def quotes(self, query: QuoteQuery) -> Page[Any]:
        await asyncio.sleep(2)
        return Page((), 1, 0)

    async def figures(self, query: FigureQuery) -> Page[FigureAnswer]:
        raise RuntimeError("the disk is on fire")

    async def search(self, query: SearchQuery) -> Page[SearchAnswer]:
        raise StoreUnavailable("The database /srv/secret/news.db is damaged.")


def troubled(database: Database) -> NewsroomClient:
    return NewsroomClient(
        TroubledArchive(database), Questions(database), lambda: NOW, shard_count=1
    )


def acknowledgements(room: Room) -> list[int]:
    """The types of the first replies to interactions: 4 an answer, 5 or 6 that one will come."""
    sent = [entry for entry in room.env.http_requests if entry.path.endswith("/callback")]
    return [entry.json["type"] for entry in sent if entry.json]


async def test_an_answer_that_takes_long_is_acknowledged_first(room: Room) -> None:
    await room.env.restart_bot(troubled(room.database))
    result = await room.alice.slash(room.channel, "headlines")
    assert acknowledgements(room) == [5]
    message = answer(result)
    assert text(message).startswith("### Headlines")
    assert not message.ephemeral


async def test_a_page_that_takes_long_turns_in_its_place(room: Room) -> None:
    await room.env.restart_bot(troubled(room.database))
    message = answer(await room.alice.slash(room.channel, "headlines"))
    await room.alice.click(message, label="›")
    assert acknowledgements(room) == [5, 6]
    turned = room.env.backend.get_message(message.channel_id, message.id)
    assert "**6. " in text(turned)


async def test_nothing_found_after_long_is_still_told_to_the_asker_alone(room: Room) -> None:
    await room.env.restart_bot(troubled(room.database))
    result = await room.alice.slash(room.channel, "quotes")
    assert acknowledgements(room) == [5]
    message = answer(result)
    assert message.ephemeral
    assert text(message).startswith("No quotes")


async def test_an_unexpected_failure_is_a_reference_that_stands_in_the_log(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    await room.env.restart_bot(troubled(room.database))
    with caplog.at_level(logging.ERROR, "cogs.ui.trouble"):
        message = answer(await room.alice.slash(room.channel, "figures"))
    assert message.ephemeral
    reference = text(message).removesuffix(".").rpartition(" ")[2]
    assert "the disk" not in text(message)
    (told,) = (vars(record) for record in caplog.records if record.name == "cogs.ui.trouble")
    assert (told["reference"], told["command"]) == (reference, "figures")


async def test_what_is_wrong_with_the_database_is_told_to_the_operator_alone(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    await room.env.restart_bot(troubled(room.database))
    with caplog.at_level(logging.ERROR, "cogs.ui.trouble"):
        message = answer(await room.alice.slash(room.channel, "search", text="tide"))
    assert message.ephemeral
    assert text(message).startswith("The articles cannot be reached now.")
    assert "/srv" not in text(message)
    (told,) = (vars(record) for record in caplog.records if record.name == "cogs.ui.trouble")
    assert told["reason"] == "The database /srv/secret/news.db is damaged."


async def test_a_button_that_fails_says_so_too(room: Room) -> None:
    message = answer(await room.alice.slash(room.channel, "summary", article="library"))
    await room.env.restart_bot(troubled(room.database))
    label = next(label for label in buttons(message) if label.startswith("Figures"))
    told = answer(await room.alice.click(message, label=label))
    assert told.ephemeral
    assert "Reference" in text(told)


async def test_choices_that_fail_while_typing_are_none(room: Room, tmp_path: Path) -> None:
    closed = await Database.open(f"sqlite:///{tmp_path / 'closed.db'}")
    await closed.close()
    (tmp_path / "closed.db").write_bytes(b"no database" * 1000)
    client = NewsroomClient(Archive(closed), Questions(closed), lambda: NOW, shard_count=1)
    await room.env.restart_bot(client)
    assert await room.alice.autocomplete(room.channel, "quotes", "speaker", "a") == []
