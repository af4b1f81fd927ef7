"""An article is kept once, with its revisions, and waits until it is analysed."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.analysis import VERSION, analyse
from bot.model import Article, ArticleKind
from bot.queries import FigureQuery, HeadlineQuery, QuoteQuery, SearchQuery, SummaryQuery
from bot.store.articles import Outcome
from bot.store.schema import analyses, articles, figures, passages, quotes, revisions
from tests.store.builders import (
    NOW,
    TIDE,
    hours_ago,
    make_analysis,
    make_article,
    make_figure,
    make_quote,
)
from tests.store.conftest import Room

URL = "https://harbour.example/tide"


async def count(room: Room, *tables: str) -> list[int]:
    """How many rows there are, in tables or in the index."""
    async with room.database.reading() as connection:
        return [
            (await connection.exec_driver_sql(f"SELECT count(*) FROM {name}")).scalar_one()
            for name in tables
        ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            make_article(url=URL),
            make_article(url="HTTPS://Harbour.Example/tide?utm_source=x&fbclid=y#top"),
        ),
        (
            make_article(outlet="Gull", published=hours_ago(1)),
            make_article("Tide  rises in HALDEN", outlet="gull ", published=hours_ago(2)),
        ),
        (make_article(), make_article()),
        (make_article(outlet="Gull", published=hours_ago(99)), make_article()),
        (make_article("", "A note."), make_article("", "A note.")),
        (make_article(url=URL, published=hours_ago(9)), make_article(url=URL, published=NOW)),
    ],
)
async def test_the_same_article_is_kept_once(room: Room, first: object, second: object) -> None:
    one = await room.articles.keep(first, NOW)  # type: ignore[arg-type]
    two = await room.articles.keep(second, NOW)  # type: ignore[arg-type]
    assert (one.outcome, two.id) == (Outcome.NEW, one.id)
    assert await count(room, "articles", "feed_articles") == [1, 1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (make_article(url=URL), make_article(url=f"{URL}?page=2")),
        (make_article(url=URL), make_article(url="https://gull.example/tide")),
        (make_article(outlet="Gull", text="a"), make_article(outlet="Harbour Times", text="b")),
        (
            make_article(text="a", published=hours_ago(1)),
            make_article(text="b", published=hours_ago(30)),
        ),
        (make_article("", "A note."), make_article("", "Another note.")),
        (make_article(), make_article(url=URL)),
    ],
)
async def test_different_articles_are_both_kept(room: Room, first: object, second: object) -> None:
    await room.articles.keep(first, NOW)  # type: ignore[arg-type]
    two = await room.articles.keep(second, NOW)  # type: ignore[arg-type]
    assert two.outcome is Outcome.NEW


async def test_what_comes_twice_in_one_batch_is_kept_once(room: Room) -> None:
    tide, gull = make_article(url=URL), make_article("Gulls return", "They came back.")
    kept = await room.articles.keep_all((tide, gull, tide, gull), NOW)
    assert [one.outcome.value for one in kept] == ["new", "new", "unchanged", "unchanged"]
    assert [one.id for one in kept[:2]] == [one.id for one in kept[2:]]


async def test_nothing_is_kept_of_nothing(room: Room) -> None:
    assert await room.articles.keep_all((), NOW) == ()


@pytest.mark.parametrize(
    "changed",
    [{"text": "The tide fell."}, {"title": "Tide falls"}, {"standfirst": "At last."}],
)
async def test_a_changed_article_keeps_its_former_words_as_a_revision(
    room: Room, changed: dict[str, Any]
) -> None:
    article = make_article(url=URL)
    await room.articles.keep(article, NOW)
    kept = await room.articles.keep(replace(article, **changed), NOW)
    assert kept.outcome is Outcome.CHANGED
    (waiting,) = await room.articles.waiting(1, 10)
    assert (waiting.revision, waiting.article) == (2, replace(article, **changed))
    async with room.database.reading() as connection:
        (former,) = (await connection.execute(select(revisions))).all()
    assert (former.revision, former.title, former.text) == (1, article.title, article.text)
    assert former.replaced == NOW


async def test_nothing_found_in_old_words_is_shown_with_new_ones(room: Room) -> None:
    article = make_article(url=URL)
    await room.read(
        article,
        (make_quote(article, "We will rebuild the quay,", "Antonia Verhoeven"),),
        (make_figure(article, "248 ferries", "248", "ferries moved"),),
    )
    await room.articles.keep(replace(article, text="All is well."), NOW)
    assert (await room.archive.quotes(QuoteQuery())).total == 0
    assert (await room.archive.figures(FigureQuery())).total == 0
    assert (await room.archive.search(SearchQuery("ferries"))).total == 0
    (headline,) = (await room.archive.headlines(HeadlineQuery())).items
    assert (headline.gist, headline.quotes, headline.figures) == (None, 0, 0)
    assert await count(room, "passages", "passage_words", "article_words") == [0, 0, 0]


async def test_an_article_keeps_its_first_date_and_loses_no_byline(room: Room) -> None:
    first = make_article(url=URL, author="Bram Roe", published=hours_ago(9))
    await room.articles.keep(first, NOW)
    await room.articles.keep(make_article(url=URL, text="New.", published=NOW), NOW)
    (waiting,) = await room.articles.waiting(1, 10)
    assert (waiting.article.published, waiting.article.author) == (hours_ago(9), "Bram Roe")


async def test_an_article_waits_until_rules_of_the_version_have_read_it(room: Room) -> None:
    kept = await room.read(make_article())
    assert await room.articles.waiting(1, 10) == ()
    (waiting,) = await room.articles.waiting(2, 10)
    assert (waiting.id, waiting.revision, waiting.article) == (kept.id, 1, make_article())


async def test_what_older_rules_found_is_shown_until_newer_ones_have_read(room: Room) -> None:
    article = make_article()
    old = make_quote(article, "We will rebuild the quay,", "Verhoeven")
    kept = await room.read(article, (old,))
    assert (await room.archive.quotes(QuoteQuery())).total == 1
    new = make_quote(article, "We will rebuild the quay,", "Antonia Verhoeven")
    await room.articles.analysed(kept.id, 1, make_analysis(article, (new,), version=2), NOW)
    (answer,) = (await room.archive.quotes(QuoteQuery())).items
    assert answer.quote == new
    assert await room.articles.waiting(2, 10) == ()
    assert await count(room, "quotes", "passages", "passage_words", "title_words") == [1, 1, 1, 1]


async def test_never_read_articles_wait_before_others_and_new_ones_before_old(room: Room) -> None:
    read = await room.read(make_article("Read"))
    old = await room.articles.keep(make_article("Old", "a"), NOW)
    new = await room.articles.keep(make_article("New", "b"), NOW)
    assert [one.id for one in await room.articles.waiting(2, 10)] == [new.id, old.id, read.id]
    assert [one.id for one in await room.articles.waiting(2, 1)] == [new.id]


async def test_an_analysis_of_words_that_changed_meanwhile_is_not_kept(room: Room) -> None:
    article = make_article(url=URL)
    kept = await room.articles.keep(article, NOW)
    await room.articles.keep(replace(article, text="Short."), NOW)
    assert not await room.articles.analysed(kept.id, 1, make_analysis(article), NOW)
    assert not await room.articles.analysed(99, 1, make_analysis(article), NOW)
    assert await count(room, "analyses", "article_words") == [0, 0]
    assert [one.revision for one in await room.articles.waiting(1, 10)] == [2]


async def test_an_article_that_cannot_be_read_waits_for_better_rules(room: Room) -> None:
    kept = await room.articles.keep(make_article(url=URL), NOW)
    await room.articles.failed(kept.id, 1, 1, "took too long", NOW)
    assert await room.articles.waiting(1, 10) == ()
    assert len(await room.articles.waiting(2, 10)) == 1
    await room.articles.keep(make_article(url=URL, text="Shorter."), NOW)
    assert len(await room.articles.waiting(1, 10)) == 1


async def test_a_batch_is_kept_wholly_or_not_at_all(room: Room) -> None:
    with pytest.raises(AttributeError):
        await room.articles.keep_all((make_article(), None), NOW)  # type: ignore[arg-type]
    assert await count(room, "articles") == [0]


@pytest.mark.parametrize(
    "text",
    ["", "\0", "\ud83d", "\u202eabc", "x" * 1_000_000, "tide " * 50_000, "東京" * 1000, "🙂"],
    ids=["empty", "nul", "surrogate", "right-to-left", "line", "long", "cjk", "emoji"],
)
async def test_any_text_can_be_kept_and_found(room: Room, text: str) -> None:
    article = make_article(
        "Odd", text, outlet="Odd", url="https://odd.example/\ud83d\0", author=text
    )
    kept = await room.read(article, (), ())
    again = await room.articles.keep(article, NOW)
    assert (again.id, again.outcome) == (kept.id, Outcome.UNCHANGED)
    assert (await room.archive.headlines(HeadlineQuery(topic="odd"))).total == 1
    assert (await room.archive.summary(SummaryQuery("Odd"))).article.id == kept.id
    assert (await room.archive.search(SearchQuery("odd"))).total == 1


async def test_an_analysis_comes_back_as_it_was(room: Room) -> None:
    article = make_article()
    quote = make_quote(
        article, "We will rebuild the quay,", "Antonia Verhoeven", role="mayor of Halden"
    )
    toll = make_figure(article, "248 ferries", ("248.50", "1E+3"), "ferries", source="the office")
    height = make_figure(article, "3 metres", None, minor=True)
    await room.read(article, (quote,), (toll, height))
    (said,) = (await room.archive.quotes(QuoteQuery())).items
    counted = (await room.archive.figures(FigureQuery(minor=True))).items
    assert said.quote == quote
    assert [answer.figure for answer in counted] == [height, toll]
    assert str(counted[1].figure.value) == str(toll.value)
    assert article.text == TIDE


async def test_the_tables_hold_nothing_of_articles_that_are_gone(room: Room) -> None:
    article = make_article(url=URL)
    await room.read(article, (make_quote(article, "We will rebuild the quay,", "Roe"),))
    await room.articles.keep(replace(article, text="Gone."), NOW)
    async with room.database.reading() as connection:
        for table in (quotes, figures, passages, analyses):
            assert await connection.scalar(select(func.count()).select_from(table)) == 0
        assert await connection.scalar(select(func.count()).select_from(articles)) == 1


async def test_an_article_without_a_text_is_kept_as_what_it_is_and_shown(room: Room) -> None:
    teaser = Article("Tide rises", "", kind=ArticleKind.TEASER)
    kept = await room.articles.keep(teaser, NOW)
    (waiting,) = await room.articles.waiting(VERSION, 9)
    assert waiting.article.kind is ArticleKind.TEASER
    await room.articles.analysed(kept.id, waiting.revision, analyse(waiting.article), NOW)
    (headline,) = (await room.archive.headlines(HeadlineQuery())).items
    assert headline.article.kind is ArticleKind.TEASER
    summary = await room.archive.summary(SummaryQuery(kept.id))
    assert (summary.lines, summary.article.kind) == ((), ArticleKind.TEASER)
