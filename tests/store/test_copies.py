"""The same text from several outlets is one story: listed once, posted once in a channel."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.model import Article
from bot.queries import LIBRARY, HeadlineAnswer, HeadlineQuery, QuoteQuery, Scope, SearchQuery
from bot.store.articles import Finding
from bot.store.copies import copies
from bot.store.identity import short_hash
from bot.store.likenesses import KEPT_FOR, likenesses
from bot.store.outbox import Stage
from bot.store.schema import articles, deliveries
from bot.store.signatures import ONE_STORY, signatures
from tests.agency import APART, BEGUN_ANEW, EDITED, LOCAL, REORDERED, SHORTENED, STORY, forecast
from tests.store.builders import NOW, hours_ago, make_analysis, make_quote
from tests.store.conftest import Room
from tests.store.service import HALDEN, LATER, MERRIN, MILL, QUAY, add_feed, follow, make_sighting


def told_by(outlet: str, text: str = STORY, hours: float = 0) -> Article:
    """The story as an outlet has it, published so many hours ago."""
    name = outlet.lower().replace(" ", "-")
    url = f"https://{name}.example/{short_hash(text)}"
    return Article(f"{outlet}: a ferry", text, outlet=outlet, url=url, published=hours_ago(hours))


async def outlets(room: Room, scope: Scope = LIBRARY, **asked: object) -> list[list[str | None]]:
    """The outlets of each headline, the one that is shown first."""
    query = HeadlineQuery(scope, **asked)  # type: ignore[arg-type]
    return [carried(one) for one in (await room.archive.headlines(query)).items]


def carried(answer: HeadlineAnswer) -> list[str | None]:
    return [answer.article.outlet, *(ref.outlet for ref in answer.also)]


async def families(room: Room) -> list[list[int]]:
    """The articles of each family."""
    async with room.database.reading() as connection:
        rows = await connection.execute(select(copies).order_by(copies.c.article_id))
        found: dict[int, list[int]] = {}
        for row in rows:
            found.setdefault(row.family, []).append(row.article_id)
    return list(found.values())


async def bring(
    room: Room, feed: int, outlet: str, text: str = STORY, *, at: datetime = LATER
) -> int:
    """Bring a text as news of a feed, as far as it is kept, but not analysed."""
    sighting = make_sighting(f"{outlet} {feed} {len(text)}", published=at)
    await room.entries.keep(feed, (sighting,), at)
    (waiting,) = await room.entries.waiting(at, 1)
    article = Article(outlet, text, outlet=outlet, url=waiting.entry.url, published=at)
    kept = await room.articles.keep(article, at, feed=feed)
    await room.entries.read(waiting.id, kept.id, at)
    return kept.id


async def analyse_all(room: Room, now: datetime = LATER) -> None:
    """Analyse all that waits, in one transaction."""
    waiting = await room.articles.waiting(1, 1000)
    found = [Finding(one.id, one.revision, make_analysis(one.article)) for one in waiting]
    await room.articles.analysed_all(found, now)


async def due(room: Room, now: datetime = LATER) -> list[tuple[int, int]]:
    """The articles that are to be posted, each with its channel."""
    return [(one.article_id, one.channel) for one in await room.deliveries.due(now)]


async def two_feeds(room: Room, channel: int = QUAY, guild: int = HALDEN) -> tuple[int, int]:
    """Two feeds that are posted, the second in this channel."""
    one, other = await add_feed(room, "gull"), await add_feed(room, "wire")
    await follow(room, one)
    await follow(room, other, guild, channel)
    return one, other


@pytest.mark.parametrize("copy", [STORY, REORDERED, SHORTENED, BEGUN_ANEW, EDITED])
async def test_a_copy_is_listed_with_the_first_outlet(room: Room, copy: str) -> None:
    await room.read(told_by("Gull", hours=3))
    await room.read(told_by("Wire", copy, hours=2))
    assert await outlets(room) == [["Gull", "Wire"]]


async def test_what_came_first_is_shown_even_where_it_was_read_last(room: Room) -> None:
    await room.read(told_by("Gull", hours=3))
    await room.read(told_by("Wire", hours=5))
    await room.read(told_by("Post", hours=1))
    assert await outlets(room) == [["Wire", "Gull", "Post"]]


async def test_two_halves_of_a_text_belong_together_once_the_whole_is_there(room: Room) -> None:
    paragraphs = STORY.split("\n\n")
    await room.read(told_by("Gull", "\n\n".join(paragraphs[:3]), hours=3))
    await room.read(told_by("Wire", "\n\n".join(paragraphs[3:]), hours=2))
    assert len(await outlets(room)) == 2
    await room.read(told_by("Post", hours=1))
    assert await outlets(room) == [["Gull", "Wire", "Post"]]


async def test_different_texts_are_listed_apart(room: Room) -> None:
    await room.read(told_by("Gull"))
    await room.read(told_by("Wire", APART))
    await room.read(told_by("Gull", f"{LOCAL}\n\n{STORY[-400:]}"))
    await room.read(told_by("Gull", forecast("Monday", 14, 6, 11, 25, 40, 9)))
    await room.read(told_by("Wire", forecast("Tuesday", 17, 8, 13, 31, 65, 10)))
    assert [len(one) for one in await outlets(room)] == [1] * 5


async def test_a_form_that_an_outlet_fills_in_is_an_article_of_its_own(room: Room) -> None:
    monday = told_by("Gull", hours=2)
    await room.read(monday)
    await room.read(replace(monday, title="Gull: another ferry", url="https://gull.example/2"))
    await room.read(replace(monday, url="https://gull.example/3"))
    assert len(await outlets(room)) == 2


async def test_a_text_that_is_printed_again_much_later_is_told_again(room: Room) -> None:
    await room.read(told_by("Gull", hours=ONE_STORY / timedelta(hours=1) + 1))
    await room.read(told_by("Wire"))
    assert len(await outlets(room)) == 2


async def test_pages_and_totals_count_a_story_once(room: Room) -> None:
    for number in range(12):
        words = re.sub(r"(\w{4,})", rf"\g<1>{number}", STORY)
        for outlet in ("Gull", "Wire", "Post")[: number % 3 + 1]:
            await room.read(told_by(outlet, words, hours=number * 2 + len(outlet) / 10))
    for asked in ({}, {"topic": "off"}, {"since": hours_ago(1000)}):
        pages = [await room.archive.headlines(HeadlineQuery(page=n, **asked)) for n in (1, 2, 3)]
        assert [page.total for page in pages] == [12] * 3
        shown = [answer.article.id for page in pages for answer in page.items]
        assert len(shown) == len(set(shown)) == 12
    found = await room.archive.search(SearchQuery("off"))
    assert found.total == 12


async def test_a_copy_stands_for_its_story_where_the_first_is_not_asked_for(room: Room) -> None:
    await room.read(told_by("Gull", hours=30))
    await room.read(told_by("Wire", BEGUN_ANEW, hours=2))
    assert await outlets(room, since=hours_ago(24)) == [["Wire", "Gull"]]
    assert await outlets(room, topic="paraffin") == [["Wire", "Gull"]]
    assert await outlets(room, feed="Wire") == [["Wire", "Gull"]]
    assert await outlets(room, topic="lighthouse") == [["Gull", "Wire"]]


async def test_a_search_shows_a_story_once(room: Room) -> None:
    await room.read(told_by("Gull", hours=3))
    await room.read(told_by("Wire", REORDERED, hours=2))
    page = await room.archive.search(SearchQuery("lighthouse"))
    (answer,) = page.items
    assert page.total == 1
    assert [ref.outlet for ref in (answer.article, *answer.also)] == ["Gull", "Wire"]


async def test_quotes_of_copies_appear_once_with_every_outlet(room: Room) -> None:
    for hours, outlet in enumerate(("Gull", "Wire", "Post"), 1):
        text = f"{STORY}\n\n“We will rebuild the quay,” said Antonia Verhoeven."
        article = told_by(outlet, text, hours)
        await room.read(article, (make_quote(article, "We will rebuild", "Antonia Verhoeven"),))
    (answer,) = (await room.archive.quotes(QuoteQuery(speaker="verhoeven"))).items
    assert {answer.article.outlet, *(ref.outlet for ref in answer.also)} == {"Gull", "Wire", "Post"}


async def test_no_server_is_told_of_feeds_that_it_does_not_follow(room: Room) -> None:
    one, other = await add_feed(room, "gull"), await add_feed(room, "wire")
    await follow(room, one, MERRIN)
    await follow(room, other, HALDEN)
    kept = await room.read(told_by("Gull", hours=3), feed=one)
    copy = await room.read(told_by("Wire", hours=2), feed=other)
    assert await outlets(room, Scope(HALDEN)) == [["Wire"]]
    assert await outlets(room, Scope(MERRIN)) == [["Gull"]]
    found = await room.archive.search(SearchQuery("ferry", Scope(HALDEN)))
    assert (found.total, found.items[0].also) == (1, ())
    for scope in (Scope(HALDEN), None):
        post = await room.archive.headline(copy.id, scope)
        assert post
        assert carried(post) == ["Wire"]
    assert kept.id != copy.id


async def test_a_post_names_the_outlets_that_are_known_by_then(room: Room) -> None:
    one, other = await two_feeds(room)
    kept = await room.read(told_by("Gull", hours=3), feed=one)
    await room.read(told_by("Wire", hours=2), feed=other)
    post = await room.archive.headline(kept.id, Scope(HALDEN))
    assert post
    assert carried(post) == ["Gull", "Wire"]


async def test_a_copy_is_not_posted_where_its_text_waits_or_stands(room: Room) -> None:
    one, other = await two_feeds(room)
    first = await bring(room, one, "Gull")
    await analyse_all(room)
    copy = await bring(room, other, "Wire", REORDERED)
    await analyse_all(room)
    (delivery,) = await room.deliveries.due(LATER)
    assert delivery.article_id == first
    await room.deliveries.attempt(delivery.id, LATER)
    await room.deliveries.delivered(delivery.id, 7, LATER)
    await bring(room, other, "Wire", BEGUN_ANEW)
    await analyse_all(room)
    assert await due(room) == []
    async with room.database.reading() as connection:
        row = (
            await connection.execute(select(deliveries).where(deliveries.c.article_id == copy))
        ).one()
    assert row.state == Stage.COPY
    assert str(first) in row.reason


async def test_of_copies_that_are_analysed_together_one_is_posted(room: Room) -> None:
    one, other = await two_feeds(room)
    first = await bring(room, one, "Gull")
    await bring(room, other, "Wire", BEGUN_ANEW)
    await analyse_all(room)
    assert await due(room) == [(first, QUAY)]


async def test_a_copy_is_posted_in_a_channel_that_has_not_got_its_text(room: Room) -> None:
    one, other = await two_feeds(room, MILL, MERRIN)
    first = await bring(room, one, "Gull")
    copy = await bring(room, other, "Wire", REORDERED)
    await analyse_all(room)
    assert sorted(await due(room)) == [(first, QUAY), (copy, MILL)]


async def test_a_text_that_a_channel_had_long_ago_is_posted_again(room: Room) -> None:
    one, other = await two_feeds(room)
    await bring(room, one, "Gull")
    await analyse_all(room)
    (delivery,) = await room.deliveries.due(LATER)
    await room.deliveries.attempt(delivery.id, LATER)
    await room.deliveries.delivered(delivery.id, 7, LATER)
    later = LATER + ONE_STORY + timedelta(hours=1)
    copy = await bring(room, other, "Wire", at=later)
    await analyse_all(room, later)
    assert await due(room, later) == [(copy, QUAY)]


async def test_an_outlet_that_goes_on_with_its_story_is_posted(room: Room) -> None:
    one, _ = await two_feeds(room)
    first = await bring(room, one, "Gull")
    await analyse_all(room)
    follow_up = await bring(room, one, "Gull", f"{APART}\n\n{LOCAL}\n\n{STORY[-400:]}")
    await analyse_all(room)
    assert await due(room) == [(first, QUAY), (follow_up, QUAY)]


async def test_a_copy_takes_the_place_of_what_cannot_be_posted(room: Room) -> None:
    one, other = await two_feeds(room)
    await bring(room, one, "Gull")
    copy = await bring(room, other, "Wire", REORDERED)
    await bring(room, other, "Wire", BEGUN_ANEW)
    await analyse_all(room)
    (delivery,) = await room.deliveries.due(LATER)
    await room.deliveries.give_up(delivery.id, "refused", LATER)
    assert await due(room) == [(copy, QUAY)]


async def test_a_copy_takes_the_place_of_what_is_followed_no_longer(room: Room) -> None:
    one, other = await two_feeds(room)
    await bring(room, one, "Gull")
    copy = await bring(room, other, "Wire", REORDERED)
    await analyse_all(room)
    await room.guilds.unfollow(HALDEN, one)
    assert await due(room) == [(copy, QUAY)]
    await room.guilds.unfollow(HALDEN, other)
    assert await due(room) == []


async def test_a_copy_takes_the_place_of_what_has_grown_too_old(room: Room) -> None:
    one, other = await two_feeds(room)
    await bring(room, one, "Gull", at=LATER)
    later = LATER + timedelta(hours=6)
    copy = await bring(room, other, "Wire", REORDERED, at=later)
    await analyse_all(room, later)
    await room.deliveries.pause(QUAY, "closed", later)
    await room.deliveries.due(LATER + timedelta(hours=25))
    await room.deliveries.resume(QUAY)
    assert await due(room, LATER + timedelta(hours=25)) == [(copy, QUAY)]


async def test_an_article_that_gets_another_text_leaves_its_family(room: Room) -> None:
    first = await room.read(told_by("Gull", hours=3))
    second = told_by("Wire", hours=2)
    await room.read(second)
    assert len(await families(room)) == 1
    changed = Article(
        second.title, APART, outlet="Wire", url=second.url, published=second.published
    )
    await room.read(changed)
    assert len(await outlets(room)) == 2
    assert await families(room) == [[first.id]]


async def test_what_is_analysed_again_stays_in_its_family(room: Room) -> None:
    await room.read(told_by("Gull", hours=3))
    await room.read(told_by("Wire", hours=2))
    before = await families(room)
    for one in await room.articles.waiting(2, 10):
        again = make_analysis(one.article, version=2)
        assert await room.articles.analysed(one.id, one.revision, again, NOW)
    assert await families(room) == before


async def test_what_copies_are_known_by_goes_after_a_month_and_families_stay(room: Room) -> None:
    await room.read(told_by("Gull", hours=3))
    await room.read(told_by("Wire", hours=2))
    later = NOW + KEPT_FOR + timedelta(hours=1)
    await room.read(told_by("Post", APART), now=later)
    async with room.database.reading() as connection:
        for table in (likenesses, signatures):
            kept = await connection.scalars(select(table.c.article_id))
            assert len(list(kept)) == 1
    assert ["Gull", "Wire"] in await outlets(room)
    for one in await room.articles.waiting(2, 10):
        again = make_analysis(one.article, version=2)
        assert await room.articles.analysed(one.id, one.revision, again, later)
    assert ["Gull", "Wire"] in await outlets(room)


async def test_an_article_that_goes_leaves_nothing_behind(room: Room) -> None:
    first = await room.read(told_by("Gull", hours=3))
    await room.read(told_by("Wire", hours=2))
    await room.read(told_by("Post", hours=1))
    async with room.database.writing() as connection:
        await connection.execute(articles.delete().where(articles.c.id == first.id))
    assert await outlets(room) == [["Wire", "Post"]]
    async with room.database.reading() as connection:
        for table in (likenesses, copies):
            left = select(func.count()).where(table.c.article_id == first.id)
            assert await connection.scalar(left) == 0
