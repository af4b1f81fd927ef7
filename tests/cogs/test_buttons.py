"""What can be pressed: pages, menus and further questions, over restarts and by others."""

import re
from datetime import timedelta
from typing import Any

import discord
import pytest
from sqlalchemy import delete

from bot.store.schema import articles, questions
from tests.cogs.conftest import Room, answer, buttons, choices, parts, text


async def ask(room: Room, command: str, **options: str) -> Any:
    return answer(await room.alice.slash(room.channel, command, **options))


def label_of(message: Any, start: str) -> str:
    return next(label for label in buttons(message) if label.startswith(start))


async def press(room: Room, who: Any, message: Any, start: str) -> Any:
    """Press the button whose label begins so."""
    return await who.click(message, label=label_of(message, start))


def now_says(room: Room, message: Any) -> str:
    """What stands in the place of a message now."""
    cached = room.env.backend.get_message(message.channel_id, message.id)
    return "\n".join(part["content"] for part in parts(cached) if part["type"] == 10)


async def test_the_asker_turns_pages_in_their_place(room: Room) -> None:
    message = await ask(room, "headlines")
    first = text(message)
    await press(room, room.alice, message, "›")
    second = now_says(room, message)
    assert "**6. " in second
    assert second != first
    await press(room, room.alice, message, "‹")
    assert now_says(room, message) == first


async def test_others_get_a_private_copy_of_their_own(room: Room) -> None:
    message = await ask(room, "headlines")
    before = text(message)
    copy = answer(await press(room, room.bob, message, "›"))
    assert copy.ephemeral
    assert "**6. " in text(copy)
    assert now_says(room, message) == before
    await press(room, room.bob, copy, "›")
    assert "**11. " in now_says(room, copy)


@pytest.mark.parametrize(
    ("command", "options"),
    [("quotes", {}), ("figures", {}), ("search", {"text": "the"}), ("quotes", {"topic": "the"})],
)
async def test_the_pages_of_every_list_turn(
    room: Room, command: str, options: dict[str, str]
) -> None:
    message = await ask(room, command, **options)
    first = text(message)
    await press(room, room.alice, message, "›")
    assert now_says(room, message) != first
    assert buttons(message)["‹"]["disabled"] is False


async def test_the_ends_of_the_pages_cannot_be_pressed(room: Room) -> None:
    message = await ask(room, "headlines")
    assert buttons(message)["‹"]["disabled"]
    assert not buttons(message)["›"].get("disabled")
    assert buttons(message)["1 of 4"]["disabled"]


async def test_the_menu_under_headlines_opens_each_for_the_asker_alone(room: Room) -> None:
    message = await ask(room, "headlines")
    for option in choices(message):
        opened = answer(await room.alice.select(message, [option["value"]]))
        assert opened.ephemeral
        assert "word for word" in text(opened)


async def test_a_summary_leads_on_to_its_quotes_figures_reasons_and_length(room: Room) -> None:
    message = await ask(room, "summary", article="library")
    quotes = answer(await press(room, room.bob, message, "Quotes · "))
    assert text(quotes).startswith("### Quotes · ")
    figures = answer(await press(room, room.bob, message, "Figures · "))
    assert text(figures).startswith("### Figures · ")
    why = answer(await press(room, room.bob, message, "Why these?"))
    assert "Why these " in text(why)
    longer = answer(await press(room, room.bob, message, "Longer"))
    assert len(text(longer)) > len(text(message))
    assert all(one.ephemeral for one in (quotes, figures, why, longer))
    assert buttons(message)["Open"]["url"].startswith("https://")


async def test_the_count_on_a_button_is_that_of_the_card_it_leads_to(room: Room) -> None:
    message = await ask(room, "summary", article="library")
    for what in ("Quotes", "Figures"):
        label = label_of(message, f"{what} · ")
        shown = answer(await room.alice.click(message, label=label))
        number = label.rpartition(" ")[2]
        assert f"{number} {what.lower().removesuffix('s')}" in text(shown)


async def test_quotes_are_shown_in_the_sentences_around_them_on_request(room: Room) -> None:
    message = await ask(room, "quotes", speaker="roe")
    around = answer(await press(room, room.alice, message, "Show the sentences around"))
    assert around.ephemeral
    assert "said Pavel Roe" in text(around)
    assert "said Pavel Roe" not in text(message)


async def test_the_sentences_around_are_those_of_the_page_that_is_shown(room: Room) -> None:
    message = await ask(room, "quotes")
    await press(room, room.alice, message, "›")
    around = answer(await press(room, room.alice, message, "Show the sentences around"))
    last = now_says(room, message).split("[in\xa0its\xa0place](")[-1]
    assert last in text(around)


@pytest.mark.parametrize("start", ["Quotes", "Figures", "Why these?", "Longer"])
async def test_the_buttons_under_a_summary_work_after_a_restart(room: Room, start: str) -> None:
    message = await ask(room, "summary", article="library")
    await room.env.restart_bot(room.new_client())
    assert answer(await press(room, room.alice, message, start)).ephemeral


async def test_pages_and_menus_work_after_a_restart(room: Room) -> None:
    message = await ask(room, "headlines")
    await room.env.restart_bot(room.new_client())
    opened = answer(await room.alice.select(message, [choices(message)[1]["value"]]))
    assert "word for word" in text(opened)
    await press(room, room.alice, message, "›")
    assert "**6. " in now_says(room, message)


async def test_a_button_whose_question_is_forgotten_says_so(room: Room) -> None:
    message = await ask(room, "headlines")
    async with room.database.writing() as connection:
        await connection.execute(delete(questions))
    for result in (
        await press(room, room.alice, message, "›"),
        await press(room, room.bob, message, "›"),
        await room.alice.select(message, [choices(message)[0]["value"]]),
    ):
        told = next(one for one in (*result.followups, result.response) if one)
        assert "too old" in text(told)
        assert told.ephemeral


async def test_a_button_shows_only_what_may_be_seen_when_it_is_pressed(room: Room) -> None:
    await room.follow()
    message = await ask(room, "summary", article="Orchard vote")
    await room.unfollow()
    told = answer(await press(room, room.alice, message, "Quotes"))
    assert told.ephemeral
    assert "Fenn" not in text(told)


async def test_pages_still_turn_when_a_view_has_grown_old(room: Room) -> None:
    message = await ask(room, "headlines")
    await room.env.advance_time(timedelta(days=90).total_seconds())
    await press(room, room.alice, message, "›")
    assert "**6. " in now_says(room, message)


async def test_a_joined_server_is_greeted_once_in_its_system_channel(room: Room) -> None:
    guild = room.env.bot.get_guild(room.guild.id)
    assert guild is not None
    room.env.bot.dispatch("guild_join", guild)
    await room.env.settle()
    assert room.channel.last_message is None
    room.env.backend.get_guild(guild.id).system_channel_id = room.channel.id
    guild._system_channel_id = room.channel.id
    room.env.bot.dispatch("guild_join", guild)
    await room.env.settle()
    greeting = room.channel.last_message
    assert isinstance(greeting, discord.Message)
    await room.env.restart_bot(room.new_client())
    assert room.channel.last_message.id == greeting.id


async def test_a_button_whose_article_has_gone_says_so(room: Room) -> None:
    headlines = await ask(room, "headlines")
    summary = answer(await room.alice.select(headlines, [choices(headlines)[0]["value"]]))
    further = [label for label in buttons(summary) if re.search("quote|figure", label, re.I)]
    assert further
    async with room.database.writing() as connection:
        await connection.execute(delete(articles))
    for label in further:
        gone = answer(await room.alice.click(summary, label=label))
        assert gone.ephemeral
        assert "is not here, or no longer" in text(gone)
    gone = answer(await room.alice.select(headlines, [choices(headlines)[0]["value"]]))
    assert "is not here, or no longer" in text(gone)
