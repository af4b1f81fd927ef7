"""One person is found under each of her names, and never under another's."""

import pytest

from bot.queries import LIBRARY, QuoteQuery, Scope
from tests.store.builders import NOW, make_article, make_quote
from tests.store.conftest import Room

VERHOEVENS = ("Antonia Verhoeven", "Antonia J. Verhoeven", "Verhoeven")


async def quote(room: Room, *names: str, role: str = "", feed: int | None = None) -> None:
    """One article a name, with one quote."""
    for number, name in enumerate(names):
        words = f"This is what {number} of {len(names)} said"
        article = make_article(f"{name} {role} speaks", f"“{words},” says {role} {name} here.")
        said = make_quote(article, words, name, role=role or None)
        await room.read(article, (said,), feed=feed)


async def speakers(room: Room, typed: str, scope: Scope = LIBRARY) -> list[str]:
    page = await room.archive.quotes(QuoteQuery(scope, speaker=typed))
    return sorted(str(answer.quote.speaker) for answer in page.items)


@pytest.mark.parametrize(
    "typed",
    [
        "verhoeven",
        "VERHOEVEN",
        "Verhöeven",
        "verh",
        "Antonia Verhoeven",
        "antonia j. verhoeven",
        "antonia k verhoeven",
        "Mrs Antonia Verhoeven",
        "Secretary of State Antonia Verhoeven",
        "Mrs Verhoeven",
    ],
)
async def test_a_person_is_found_by_any_of_her_names(room: Room, typed: str) -> None:
    await quote(room, *VERHOEVENS, "Lio Marsh")
    assert await speakers(room, typed) == sorted(VERHOEVENS)


async def test_a_full_name_does_not_find_another_of_the_same_surname(room: Room) -> None:
    await quote(room, *VERHOEVENS, "Bram Verhoeven")
    both = ["Antonia J. Verhoeven", "Antonia Verhoeven"]
    assert await speakers(room, "Antonia Verhoeven") == both
    assert await speakers(room, "Bram Verhoeven") == ["Bram Verhoeven"]
    assert len(await speakers(room, "Verhoeven")) == 4


async def test_answers_of_one_person_are_told_to_be_hers_under_any_of_her_names(room: Room) -> None:
    await quote(room, *VERHOEVENS)
    asked = QuoteQuery(speaker="verhoeven")
    assert (await room.archive.quotes(asked)).person == "Antonia Verhoeven"
    await quote(room, "Bram Verhoeven")
    assert (await room.archive.quotes(asked)).person is None


async def test_a_bare_surname_alone_is_not_taken_for_a_full_name(room: Room) -> None:
    await quote(room, "Verhoeven")
    assert await speakers(room, "Antonia Verhoeven") == []


async def test_who_bears_a_surname_in_another_server_does_not_count(room: Room) -> None:
    feed = await room.feeds.add_feed("https://gull.example/feed", now=NOW)
    await quote(room, "Bram Verhoeven", feed=feed)
    await quote(room, *VERHOEVENS)
    assert await speakers(room, "Antonia Verhoeven") == sorted(VERHOEVENS)


async def test_a_surname_joins_the_full_name_of_its_own_article(room: Room) -> None:
    await quote(room, "Bram Verhoeven")
    article = make_article(text="“One,” she said. “Two,” said Verhoeven.")
    quotes = (
        make_quote(article, "One,", "Antonia Verhoeven"),
        make_quote(article, "Two,", "Verhoeven"),
    )
    await room.read(article, quotes)
    assert await speakers(room, "Antonia Verhoeven") == ["Antonia Verhoeven", "Verhoeven"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("health ministry", ["Halden health ministry"]),
        ("ministry", ["Halden health ministry"]),
        ("harbour master", ["Lio Marsh"]),
        ("master marsh", ["Lio Marsh"]),
        ("harb", ["Lio Marsh"]),
        ("O’Neill", ["Sean O'Neill"]),
        ("cat", []),
        ("", []),
    ],
)
async def test_roles_and_organisations_are_found_too(
    room: Room, typed: str, found: list[str]
) -> None:
    await quote(room, "Halden health ministry", "Sean O'Neill")
    await quote(room, "Lio Marsh", role="harbour master")
    assert await speakers(room, typed) == found


async def test_whole_words_are_preferred_to_beginnings(room: Room) -> None:
    await quote(room, "Ann Marsh", "Anna Marsh")
    assert await speakers(room, "ann") == ["Ann Marsh"]
    assert await speakers(room, "an") == ["Ann Marsh", "Anna Marsh"]


async def test_a_name_goes_before_a_role_that_holds_it(room: Room) -> None:
    await quote(room, "Ann Marsh")
    await quote(room, "Lio Roe", role="aide to Ann Marsh")
    assert await speakers(room, "marsh") == ["Ann Marsh"]
    assert await speakers(room, "aide marsh") == ["Lio Roe"]


async def test_a_surname_with_a_title_is_a_surname_alone(room: Room) -> None:
    await quote(room, "Antonia Verhoeven", "President Verhoeven", "Verhoeven")
    assert len(await speakers(room, "Antonia Verhoeven")) == 3
    await quote(room, "Bram Verhoeven")
    assert await speakers(room, "Antonia Verhoeven") == ["Antonia Verhoeven"]


async def test_a_speaker_and_a_topic_narrow_together(room: Room) -> None:
    await quote(room, "Ann Marsh", "Lio Marsh")
    page = await room.archive.quotes(QuoteQuery(speaker="marsh", topic="lio"))
    assert [answer.quote.speaker for answer in page.items] == ["Lio Marsh"]
