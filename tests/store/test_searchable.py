"""What was put into the index of words comes out of it wholly, told by the tables alone."""

import pytest
from sqlalchemy import select

from bot.queries import HeadlineQuery, QuoteQuery, Scope, SearchQuery, SummaryQuery
from bot.store.index import ARTICLE, PASSAGE, TITLE, VOICE
from bot.store.retention import Retention
from bot.store.schema import speakers
from bot.store.scope import LISTED, LITTLE, MOST_NAMED, Visible
from bot.store.speakers import find_quoted
from tests.store.builders import NOW, make_article, make_figure, make_quote
from tests.store.conftest import Room
from tests.store.test_retention import LONG_AFTER, MONTH, keep_gull, keep_tide

ODD = "“東京 tower\x00 rose,” said Antonia Verhoeven. “It\tfell,” said Lio Marsh of 12 naïve gulls."


async def words_of(room: Room, table: str) -> set[str]:
    """Every word that stands in a table of the index."""
    async with room.database.reading() as connection:
        await connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE temp.{table}_seen USING fts5vocab(main, {table}, 'row')"
        )
        seen = await connection.exec_driver_sql(f"SELECT term FROM {table}_seen")
        found = {term for (term,) in seen}
        await connection.exec_driver_sql(f"DROP TABLE temp.{table}_seen")
        return found


async def keep_odd(room: Room, feed: int, *further: int) -> int:
    """An article of odd letters, with two voices and a figure, in some feeds."""
    article = make_article(
        "Odd 東京\x01tower", ODD, standfirst="A\x00B", url="https://odd.example/1"
    )
    quotes = (
        make_quote(article, "東京 tower\x00 rose", "Antonia Verhoeven"),
        make_quote(article, "It\tfell", "Lio Marsh"),
    )
    figure = make_figure(article, "12 naïve gulls", "12", "naïve gulls")
    kept = await room.read(article, quotes, (figure,), feed=feed)
    for one in further:
        await room.articles.keep(article, NOW, feed=one)
    return kept.id


async def add_feeds(room: Room, count: int) -> list[int]:
    return [
        await room.feeds.add_feed(f"https://{n}.example/feed", library=True, now=NOW)
        for n in range(count)
    ]


async def test_articles_that_go_leave_no_word_behind_in_the_index(room: Room) -> None:
    one, *others = await add_feeds(room, 3)
    await keep_odd(room, one, *others)
    await keep_tide(room, one)
    assert {"東", "京", "tower", "odd", "tide"} < await words_of(room, TITLE)
    # the newest article of all is never taken out
    await room.articles.keep(make_article("Wind", "It blew."), LONG_AFTER, feed=one)
    assert await Retention(room.database).remove(LONG_AFTER - MONTH, 10) == 2
    for table in (ARTICLE, TITLE, PASSAGE, VOICE):
        assert await words_of(room, table) == set()


async def test_a_changed_article_is_found_by_its_new_words_alone(room: Room) -> None:
    (feed,) = await add_feeds(room, 1)
    await keep_odd(room, feed)
    changed = make_article("Calm", "Nothing rose.", url="https://odd.example/1")
    await room.read(changed, feed=feed)
    assert await words_of(room, ARTICLE) == {"calm", "noth", "rose", f"f{feed}"}
    assert await words_of(room, PASSAGE) == await words_of(room, VOICE) == set()


async def test_an_article_that_was_not_read_yet_is_not_taken_out_of_the_index(room: Room) -> None:
    one, other = await add_feeds(room, 2)
    await keep_gull(room, one)
    before = await words_of(room, ARTICLE)
    for text in ("It rose.", "It fell."):
        for feed in (one, other):
            unread = make_article("Tide", text, url="https://harbour.example/tide")
            await room.articles.keep(unread, NOW, feed=feed)
    assert await words_of(room, ARTICLE) == before
    assert (await room.archive.search(SearchQuery("nobody"))).total == 1


async def test_an_article_is_searched_in_every_feed_it_stands_in(room: Room) -> None:
    one, other = await add_feeds(room, 2)
    await keep_odd(room, one, other)
    assert {f"f{one}", f"f{other}"} < await words_of(room, VOICE)
    for typed in ("京", "tower", "naive"):
        assert (await room.archive.headlines(HeadlineQuery(topic=typed))).total == 1
    assert (await room.archive.quotes(QuoteQuery(speaker="Lio Marsh"))).total == 1
    assert (await room.archive.quotes(QuoteQuery(speaker="Lio Marsh", topic="gull"))).total == 1
    assert (await room.archive.quotes(QuoteQuery(speaker="Lio Marsh", topic="tower"))).total == 1


async def test_hits_are_shown_where_they_stand_in_odd_letters(room: Room) -> None:
    (feed,) = await add_feeds(room, 1)
    await keep_odd(room, feed)
    for typed, shown in (("京", "京"), ("tower", "tower"), ("gull", "gulls")):
        for _ in range(2):  # nothing stays aside
            (found,) = (await room.archive.search(SearchQuery(typed))).items
            assert [hit.of(found.sentence) for hit in found.hits] == [shown]


async def test_a_title_typed_in_full_goes_before_newer_ones_that_hold_it(room: Room) -> None:
    meant = await keep_tide(room, None, 1)
    await keep_tide(room, None, 10)
    await room.read(make_article("On tide 1 of 10", "It rose."))
    answer = await room.archive.summary(SummaryQuery("  TIDE   1 ", Scope(None)))
    assert answer.article.id == meant


SCOPES = {
    "little": ((), 0),
    "much": (range(9_000, 9_000 + MOST_NAMED), LITTLE + 1),
    "very much": (range(9_000, 9_000 + MOST_NAMED), LISTED + 1),
}


@pytest.mark.parametrize(("further", "held"), SCOPES.values(), ids=SCOPES)
async def test_who_is_quoted_is_found_whatever_the_feeds_hold(
    room: Room, further: range, held: int
) -> None:
    one, other = await add_feeds(room, 2)
    await keep_odd(room, one)
    await keep_tide(room, other)
    visible = Visible((one, *further), held)
    async with room.database.reading() as connection:
        everybody = select(speakers.c.id)
        quoted = await find_quoted(connection, everybody, visible)
        nobody = await find_quoted(connection, everybody.where(speakers.c.id < 0), visible)
    assert sorted(voice.name for voice in quoted.values()) == ["Antonia Verhoeven", "Lio Marsh"]
    assert nobody == {}
