"""Which articles are there? Newest first."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Span
from bot.queries import PAGE_SIZE, HeadlineAnswer, HeadlineQuery, Page, Scope
from bot.store import index, search
from bot.store.archive.pages import choose_page, find_page
from bot.store.families import find_copies, firsts_of, is_first
from bot.store.identity import fold_case
from bot.store.places import REFERENCE, to_reference
from bot.store.schema import analyses, articles, feed_articles, feed_outlets, feeds
from bot.store.scope import (
    NONE,
    Visible,
    count_in,
    feeds_in,
    is_in,
    is_seen,
    is_visible,
    newest_in,
    time_of,
)


async def answer(connection: AsyncConnection, query: HeadlineQuery) -> Page[HeadlineAnswer]:
    """One page of the articles in scope."""
    visible = await feeds_in(connection, query.scope)
    if query.topic is None and query.feed is None:
        id, time = feed_articles.c.article_id, feed_articles.c.effective
        first = is_first(id, time, visible, query.since)
        total = await connection.scalar(count_in(visible, query.since, first)) or 0
        number = choose_page(query.page, total)
        newest = await _find_newest(
            connection, visible, query.since, min(number * PAGE_SIZE, total)
        )
        ids = newest[(number - 1) * PAGE_SIZE :]
        return Page(await _headlines(connection, ids, visible), number, total)
    matching = await _matching(connection, query, visible)
    if matching is None:
        return Page((), 1, 0)
    found = firsts_of(matching, query.since)
    newest_first = select(found.c.id).order_by(found.c.time.desc(), found.c.id.desc())
    ids, number, total = await find_page(connection, newest_first, query.page)
    return Page(await _headlines(connection, ids, visible), number, total)


async def find(connection: AsyncConnection, id: int, scope: Scope | None) -> HeadlineAnswer | None:
    """One article, whoever may see it, and its copies in scope; None where it has gone."""
    visible = NONE if scope is None else await feeds_in(connection, scope)
    known = list(await connection.scalars(select(articles.c.id).where(articles.c.id == id)))
    return next(iter(await _headlines(connection, known, visible)), None)


async def _find_newest(
    connection: AsyncConnection, visible: Visible, since: datetime | None, count: int
) -> Sequence[int]:
    """The newest articles, so many as there are for certain, of copies the first.

    Most have no copies, so that hardly more than these are looked at.
    """
    reach = count + count // 4 + PAGE_SIZE
    while True:
        near = newest_in(visible, since, reach).subquery()
        id, time = near.c.article_id, near.c.effective
        found = (
            select(id)
            .where(is_first(id, time, visible, since))
            .order_by(time.desc(), id.desc())
            .limit(count)
        )
        ids = (await connection.scalars(found)).all()
        if len(ids) == count:
            return ids
        reach *= 2


async def _matching(
    connection: AsyncConnection, query: HeadlineQuery, visible: Visible
) -> Select[int, datetime] | None:
    """The articles with the topic, of the feed or outlet, and their times; None: there are none."""
    id: ColumnElement[int] = articles.c.id
    matching: Select[int, datetime] = select(id, articles.c.effective.label("time"))
    if query.topic is not None:
        question = await search.find_question(connection, index.ARTICLE, query.topic, visible)
        if question is None:
            return None
        id = search.newest_matches(index.ARTICLE, question, visible).subquery().c.id
        matching = select(id, time_of(id).label("time"))
    if query.feed is not None:
        outlets, named = await _find_outlets(connection, query.feed, query.scope, visible)
        if not outlets and not named:
            return None
        of_outlet = select(articles.c.id).where(
            articles.c.outlet_key.in_(outlets), is_in(articles.c.id, visible)
        )
        of_feed = select(feed_articles.c.article_id).where(feed_articles.c.feed_id.in_(named))
        matching = matching.where(id.in_(union(of_outlet, of_feed)))
    return matching


async def _find_outlets(
    connection: AsyncConnection, name: str, scope: Scope, visible: Visible
) -> tuple[list[str], list[int]]:
    """The keys of outlets and the ids of feeds of a name, else with it in theirs."""
    carried = select(feed_outlets.c.outlet_key).where(is_visible(feed_outlets.c.feed_id, visible))
    keys = set(await connection.scalars(carried))
    titled = select(feeds.c.id, feeds.c.title).where(is_seen(scope))
    titles = {id: fold_case(title or "") for id, title in await connection.execute(titled)}
    typed = fold_case(name)
    if not typed:
        return [], []
    names = {*keys, *titles.values()}
    called_so = names & {typed} or {name for name in names if typed in name}
    outlets = [key for key in keys if key in called_so]
    return outlets, [id for id, title in titles.items() if title in called_so]


async def _headlines(
    connection: AsyncConnection, ids: Sequence[int], visible: Visible
) -> tuple[HeadlineAnswer, ...]:
    """The articles with these ids, in this order, each with its copies in these feeds."""
    copies = await find_copies(connection, ids, visible)
    rows = await connection.execute(
        select(
            *REFERENCE,
            articles.c.text,
            analyses.c.gist_start,
            analyses.c.gist_end,
            func.coalesce(analyses.c.quotes, 0).label("quotes"),
            func.coalesce(analyses.c.figures, 0).label("figures"),
        )
        .outerjoin_from(articles, analyses, analyses.c.article_id == articles.c.id)
        .where(articles.c.id.in_(ids))
    )
    found = {
        row.id: HeadlineAnswer(
            article=to_reference(row),
            gist=Span(row.gist_start, row.gist_end).of(row.text) if row.gist_end else None,
            quotes=row.quotes,
            figures=row.figures,
            also=copies.get(row.id, ()),
        )
        for row in rows
    }
    return tuple(found[id] for id in ids)
