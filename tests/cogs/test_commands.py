"""Every command and option, typed by members, in a DM, and by those who wish us ill."""

from typing import Any

import pytest

from tests.cogs.conftest import Room, answer, buttons, choices, text

HOSTILE = (
    "what's new?",
    '"',
    "* OR -title:(",
    "🗞️👩‍👩‍👧‍👦",
    "a\x00b",
    "@everyone <@1> **bold** [link](https://evil.example)",
    "x" * 6000,
    "   ",
)

ANSWERED = (
    ("headlines", {}, "Headlines"),
    ("headlines", {"topic": "flood"}, "Headlines · flood"),
    ("headlines", {"feed": "Halden Post"}, "Halden Post"),
    ("headlines", {"since": "2 weeks", "topic": "flood"}, "since 7 September 2026"),
    ("summary", {"article": "library"}, "word for word"),
    ("summary", {"article": "library", "length": "short"}, "word for word"),
    ("summary", {"article": "library", "length": "long"}, "word for word"),
    ("quotes", {}, "> “"),
    ("quotes", {"speaker": "roe"}, "Pavel Roe"),
    ("quotes", {"topic": "flood", "since": "4 weeks"}, "Quotes · flood"),
    ("figures", {}, "Figures"),
    ("figures", {"topic": "flood", "kind": "people"}, "Figures · flood · people"),
    ("figures", {"kind": "money", "since": "2026-09-01"}, "money"),
    ("figures", {"kind": "percent"}, "percentages"),
    ("figures", {"kind": "all"}, "Figures"),
    ("search", {"text": "river"}, "**river**"),
)


@pytest.mark.parametrize(("command", "options", "said"), ANSWERED)
async def test_every_command_answers_everybody_with_a_card(
    room: Room, command: str, options: dict[str, str], said: str
) -> None:
    message = answer(await room.alice.slash(room.channel, command, **options))
    assert said in text(message)
    assert not message.ephemeral


@pytest.mark.parametrize(("command", "options", "said"), ANSWERED[::3])
async def test_every_command_answers_in_a_direct_message(
    room: Room, command: str, options: dict[str, str], said: str
) -> None:
    room.alice.user.dm_channel  # noqa: B018 - opens it
    message = answer(await room.alice.user.slash(command, **options))
    assert said in text(message)


async def test_no_hostile_word_breaks_any_option(room: Room) -> None:
    for word in HOSTILE:
        for command, option in (
            ("headlines", "topic"),
            ("headlines", "feed"),
            ("headlines", "since"),
            ("summary", "article"),
            ("quotes", "speaker"),
            ("quotes", "topic"),
            ("figures", "topic"),
            ("search", "text"),
        ):
            message = answer(await room.alice.slash(room.channel, command, **{option: word}))
            assert "Reference" not in text(message)
            assert "@everyone" not in text(message).replace("\\@", "")
            assert "](https://evil" not in text(message)


@pytest.mark.parametrize("word", ["", *HOSTILE])
async def test_no_hostile_word_breaks_the_choices_while_typing(room: Room, word: str) -> None:
    for command, option in (
        ("headlines", "topic"),
        ("headlines", "feed"),
        ("headlines", "since"),
        ("summary", "article"),
        ("quotes", "speaker"),
    ):
        offered = await room.alice.autocomplete(room.channel, command, option, word)
        assert len(offered) <= 25
        assert all(1 <= len(choice["name"]) <= 100 for choice in offered)


async def test_a_picked_headline_opens_that_article(room: Room) -> None:
    offered = await room.alice.autocomplete(room.channel, "summary", "article", "libr")
    message = answer(await room.alice.slash(room.channel, "summary", article=offered[0]["value"]))
    assert offered[0]["name"] in text(message)


async def test_a_picked_speaker_and_feed_narrow_the_answers(room: Room) -> None:
    speaker = (await room.alice.autocomplete(room.channel, "quotes", "speaker", "ro"))[0]
    message = answer(await room.alice.slash(room.channel, "quotes", speaker=speaker["value"]))
    assert speaker["name"] in text(message)
    feed = (await room.alice.autocomplete(room.channel, "headlines", "feed", "hal"))[0]
    assert feed["name"] == "Halden Post"


@pytest.mark.parametrize(
    ("command", "options", "said"),
    [
        ("headlines", {"topic": "tulips"}, "No articles about “tulips”"),
        ("headlines", {"since": "blursday"}, "blursday"),
        ("summary", {"article": "no such headline"}, "No article"),
        ("quotes", {"speaker": "Nobody"}, "No quotes by “Nobody”"),
        ("figures", {"topic": "tulips"}, "No figures about “tulips”"),
        ("search", {"text": "tulips"}, "No sentence"),
    ],
)
async def test_what_was_not_found_is_told_to_the_asker_alone(
    room: Room, command: str, options: dict[str, str], said: str
) -> None:
    message = answer(await room.alice.slash(room.channel, command, **options))
    assert said in text(message)
    assert message.ephemeral


@pytest.mark.parametrize("command", ["headlines", "quotes", "figures"])
async def test_an_empty_library_says_that_it_is_empty(empty: Room, command: str) -> None:
    message = answer(await empty.alice.slash(empty.channel, command))
    assert " yet. " in text(message)
    assert message.ephemeral


async def test_an_empty_library_still_helps_and_completes(empty: Room) -> None:
    assert "/quotes" in text(answer(await empty.alice.slash(empty.channel, "help")))
    assert "0 articles" in text(answer(await empty.alice.slash(empty.channel, "about")))
    for command, option in (("summary", "article"), ("quotes", "speaker"), ("headlines", "feed")):
        assert await empty.alice.autocomplete(empty.channel, command, option, "") == []


async def test_hostile_articles_are_shown_as_they_are_written(room: Room) -> None:
    headlines = answer(await room.alice.slash(room.channel, "headlines", topic="gift"))
    assert r"\@everyone \*\*free\*\* \[gift\]" in text(headlines)
    summary = answer(await room.alice.slash(room.channel, "summary", article="free gift"))
    assert "\u202e" not in text(summary)
    assert "[us](" not in text(summary)


async def test_an_article_without_a_title_is_picked_by_its_gist(room: Room) -> None:
    headlines = answer(await room.alice.slash(room.channel, "headlines", topic="lamps"))
    assert choices(headlines)[0]["label"] == "The 12 lamps went out at nine."


async def test_a_server_sees_only_the_feeds_that_it_follows(room: Room) -> None:
    asks: tuple[tuple[str, dict[str, Any]], ...] = (
        ("headlines", {"topic": "orchard"}),
        ("summary", {"article": "Orchard vote"}),
        ("quotes", {"speaker": "Fenn"}),
        ("figures", {"topic": "vote crowns"}),
        ("search", {"text": "orchard"}),
    )
    for command, options in asks:
        hidden = answer(await room.alice.slash(room.channel, command, **options))
        assert hidden.ephemeral
        assert "Tarn Letter" not in text(hidden)
    await room.follow()
    for command, options in asks:
        seen = answer(await room.alice.slash(room.channel, command, **options))
        assert "Tarn Letter" in text(seen)
    elsewhere = room.env.create_guild(name="Elsewhere")
    lobby = elsewhere.create_text_channel("lobby")
    carol = elsewhere.add_member(room.env.create_user("carol"))
    for command, options in asks:
        assert answer(await carol.slash(lobby, command, **options)).ephemeral
    assert answer(await room.alice.user.slash("search", text="orchard")).ephemeral


async def test_the_choices_while_typing_keep_to_the_same_view(room: Room) -> None:
    assert await room.alice.autocomplete(room.channel, "quotes", "speaker", "Fenn") == []
    await room.follow()
    offered = await room.alice.autocomplete(room.channel, "quotes", "speaker", "Fenn")
    assert [choice["name"] for choice in offered] == ["Oda Fenn"]


async def test_help_shows_examples_that_find_something_here(room: Room) -> None:
    message = answer(await room.alice.slash(room.channel, "help"))
    assert message.ephemeral
    said = text(message)
    typed = [line.removeprefix("-# /") for line in said.splitlines() if line.startswith("-# /")]
    assert len(typed) == 5
    for line in typed:
        command, _, options = line.replace("\\", "").partition(" ")
        named = dict(part.split(":", 1) for part in options.split(" since:")[:1])
        shown = answer(await room.alice.slash(room.channel, command, **named))
        assert not shown.ephemeral, line


async def test_help_offers_commands_that_can_be_pressed(room: Room) -> None:
    said = text(answer(await room.alice.slash(room.channel, "help")))
    assert "</headlines:" in said


async def test_about_tells_what_is_stored_the_version_and_the_homepage(room: Room) -> None:
    message = answer(await room.alice.slash(room.channel, "about"))
    assert "version " in text(message)
    assert "Never stores" in text(message)
    assert buttons(message)["Homepage"]["url"] == "https://newsroom.example"


@pytest.mark.parametrize("name", ["Summarise", "Quotes", "Figures"])
async def test_every_entry_of_the_message_menu_answers_its_user_alone(
    room: Room, name: str
) -> None:
    said = await room.bob.send(room.channel, "Nothing to read here")
    message = answer(await room.alice.context_menu(room.channel, name, said))
    assert message.ephemeral


@pytest.mark.parametrize(
    ("name", "said"), [("Summarise", "word for word"), ("Quotes", "### Quotes"), ("Figures", "## ")]
)
async def test_a_message_with_the_address_of_an_article_leads_to_it(
    room: Room, name: str, said: str
) -> None:
    summary = answer(await room.alice.slash(room.channel, "summary", article="library"))
    url = buttons(summary)["Open"]["url"]
    message = await room.bob.send(room.channel, f"Have you seen this? {url}")
    shown = answer(await room.alice.context_menu(room.channel, name, message))
    assert shown.ephemeral
    assert said in text(shown)


async def test_commands_are_there_for_servers_direct_messages_and_user_installs(
    room: Room,
) -> None:
    tree = room.env.bot.tree
    for command in tree.walk_commands():
        told = command.to_dict(tree)
        assert told["integration_types"] == [0, 1]
        assert told["contexts"] == [0, 1, 2]


async def test_where_the_bot_is_no_member_it_answers_from_the_library_alone(room: Room) -> None:
    await room.follow()
    assert "Tarn" in text(answer(await room.alice.slash(room.channel, "search", text="orchard")))
    room.env.backend.emit("GUILD_DELETE", {"id": str(room.guild.id)})
    await room.env.settle()
    assert room.env.bot.get_guild(room.guild.id) is None
    hidden = answer(await room.alice.slash(room.channel, "search", text="orchard"))
    assert hidden.ephemeral
    seen = answer(await room.alice.slash(room.channel, "search", text="river"))
    assert "river" in text(seen)
