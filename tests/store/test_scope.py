"""A server sees the feeds that it follows and the library, and nothing of another's."""

import pytest

from bot.errors import AlreadyFollowed, NothingFound
from bot.queries import (
    FigureAnswer,
    FigureQuery,
    HeadlineAnswer,
    HeadlineQuery,
    QuoteAnswer,
    QuoteQuery,
    Scope,
    SearchAnswer,
    SearchQuery,
    SummaryQuery,
)
from bot.store.schema import SHELF
from bot.store.scope import feeds_in
from tests.store.builders import NOW, make_article, make_figure, make_quote
from tests.store.conftest import Room

LIBRARY, HALDEN, MERRIN = Scope(), Scope(1), Scope(2)
TEXT = "“We rebuilt the {thing},” said {name} Roe. It cost 12 {thing} coins."


async def fill(room: Room) -> None:
    """A library article, and one of a private feed for each of two servers."""
    for guild, thing, name in ((None, "library", "Lio"), (1, "quay", "Hal"), (2, "mill", "Mer")):
        feed = None
        if guild:
            feed = await room.feeds.add_feed(
                f"https://{thing}.example/feed", f"Feed of {thing}", now=NOW
            )
            await room.guilds.follow(guild, feed, None, NOW)
        article = make_article(
            f"About the {thing} of {name} Roe",
            TEXT.format(thing=thing, name=name),
            outlet=f"Outlet of {thing}",
            url=f"https://{thing}.example/1",
        )
        await room.read(
            article,
            (make_quote(article, f"We rebuilt the {thing},", f"{name} Roe"),),
            (make_figure(article, "12", "12", f"{thing} coins"),),
            feed=feed,
        )


SEEN = [
    (LIBRARY, {"library"}),
    (HALDEN, {"library", "quay"}),
    (MERRIN, {"library", "mill"}),
    (Scope(3), {"library"}),
]


@pytest.mark.parametrize(("scope", "seen"), SEEN)
async def test_every_answer_keeps_to_its_scope(room: Room, scope: Scope, seen: set[str]) -> None:
    await fill(room)
    archive = room.archive
    things = ("library", "quay", "mill")
    lists: list[tuple[HeadlineAnswer | QuoteAnswer | FigureAnswer | SearchAnswer, ...]] = [
        (await archive.headlines(HeadlineQuery(scope))).items,
        (await archive.headlines(HeadlineQuery(scope, topic="rebuilt"))).items,
        (await archive.headlines(HeadlineQuery(scope, feed="outlet of"))).items,
        (await archive.quotes(QuoteQuery(scope))).items,
        (await archive.quotes(QuoteQuery(scope, speaker="roe"))).items,
        (await archive.quotes(QuoteQuery(scope, topic="rebuilt"))).items,
        (await archive.figures(FigureQuery(scope))).items,
        (await archive.figures(FigureQuery(scope, topic="coin"))).items,
        (await archive.search(SearchQuery("rebuilt", scope))).items,
    ]
    for items in lists:
        titles = " ".join(item.article.title for item in items)
        assert {thing for thing in things if thing in titles} == seen
        assert len(items) == len(seen)


@pytest.mark.parametrize(("scope", "seen"), SEEN)
async def test_an_article_out_of_scope_is_not_there(
    room: Room, scope: Scope, seen: set[str]
) -> None:
    await fill(room)
    for number, thing in enumerate(("library", "quay", "mill"), 1):
        for meant in (number, f"#{number}", f"https://{thing}.example/1", thing):
            if thing in seen:
                assert (await room.archive.summary(SummaryQuery(meant, scope))).article.id == number
            else:
                with pytest.raises(NothingFound):
                    await room.archive.summary(SummaryQuery(meant, scope))
        total = (await room.archive.quotes(QuoteQuery(scope, article=number))).total
        assert total == (thing in seen)
        total = (await room.archive.figures(FigureQuery(scope, article=number))).total
        assert total == (thing in seen)


@pytest.mark.parametrize(("scope", "seen"), SEEN)
@pytest.mark.parametrize("typed", ["", "o", "quay", "mill", "roe", "hal", "mer"])
async def test_completions_give_away_nothing(
    room: Room, scope: Scope, seen: set[str], typed: str
) -> None:
    await fill(room)
    archive = room.archive
    offered = (
        *await archive.complete_article(scope, typed),
        *await archive.complete_speaker(scope, typed),
        *await archive.complete_feed(scope, typed),
        *await archive.complete_topic(scope, typed, NOW),
    )
    told = " ".join(f"{choice.name} {choice.value}" for choice in offered)
    hidden = {"quay": "Hal", "mill": "Mer"}
    for thing in hidden.keys() - seen:
        assert thing not in told
        assert hidden[thing] not in told


async def test_an_article_of_two_feeds_is_seen_once_in_both(room: Room) -> None:
    await fill(room)
    (found,) = (await room.archive.headlines(HeadlineQuery(HALDEN, topic="quay"))).items
    article = make_article(
        found.article.title, TEXT.format(thing="quay", name="Hal"), url=found.article.url
    )
    shared = await room.feeds.add_feed("https://shared.example/feed", now=NOW)
    await room.articles.keep(article, NOW, feed=shared)
    await room.guilds.follow(1, shared, None, NOW)
    await room.guilds.follow(2, shared, None, NOW)
    for scope in (HALDEN, MERRIN):
        assert (await room.archive.headlines(HeadlineQuery(scope, topic="quay"))).total == 1
        assert (await room.archive.quotes(QuoteQuery(scope, topic="quay"))).total == 1
        assert len(await room.archive.complete_article(scope, "quay")) == 1
    assert (await room.archive.headlines(HeadlineQuery(HALDEN))).total == 2
    assert (await room.archive.headlines(HeadlineQuery(MERRIN))).total == 3
    assert len((await room.archive.headlines(HeadlineQuery(MERRIN))).items) == 3


async def test_a_feed_of_the_library_is_seen_by_all(room: Room) -> None:
    feed = await room.feeds.add_feed("https://gull.example/feed", "Gull", library=True, now=NOW)
    await room.read(make_article("Gulls return"), feed=feed)
    for scope in (LIBRARY, HALDEN):
        assert (await room.archive.headlines(HeadlineQuery(scope, feed="gull"))).total == 1
        assert (await room.archive.search(SearchQuery("gulls", scope))).total == 1


async def test_a_server_that_unfollows_sees_no_more(room: Room) -> None:
    await fill(room)
    feed = await room.feeds.add_feed("https://quay.example/feed", now=NOW)
    await room.guilds.unfollow(1, feed)
    assert (await room.archive.headlines(HeadlineQuery(HALDEN))).total == 1
    assert (await room.archive.search(SearchQuery("quay", HALDEN))).total == 0


async def test_a_feed_is_added_once_and_keeps_its_title(room: Room) -> None:
    first = await room.feeds.add_feed("https://gull.example/feed", "Gull", now=NOW)
    again = await room.feeds.add_feed("https://gull.example/feed", library=True, now=NOW)
    assert first == again
    assert [one.name for one in await room.archive.complete_feed(LIBRARY, "")] == ["Gull"]


async def test_a_feed_is_followed_once(room: Room) -> None:
    feed = await room.feeds.add_feed("https://gull.example/feed", now=NOW)
    await room.guilds.follow(1, feed, 5, NOW)
    with pytest.raises(AlreadyFollowed):
        await room.guilds.follow(1, feed, 6, NOW)
    await room.read(make_article(), feed=feed)
    assert (await room.archive.headlines(HeadlineQuery(HALDEN))).total == 1


async def test_a_feed_without_an_article_is_offered_and_not_searched(room: Room) -> None:
    feed = await room.feeds.add_feed("https://gull.example/feed", title="Gull", now=NOW)
    await room.guilds.follow(1, feed, None, NOW)
    assert [one.name for one in await room.archive.complete_feed(HALDEN, "")] == ["Gull"]
    async with room.database.reading() as connection:
        assert (await feeds_in(connection, HALDEN)).ids == (SHELF,)
    await room.read(make_article("Tide"), feed=feed)
    async with room.database.reading() as connection:
        assert (await feeds_in(connection, HALDEN)).ids == (SHELF, feed)
