"""What quotes and figures have in common: both are found in passages, newest article first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Row, Select, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Span
from bot.queries import Answer, ArticleRef, FigureQuery, Page, QuoteQuery
from bot.store import index, search
from bot.store.archive.pages import choose_page, items_on
from bot.store.places import find_references, find_texts
from bot.store.schema import passages
from bot.store.scope import EVERY_ONE, Visible, count_in, is_in, is_theirs, newest_in

WINDOW = 2_000
"""Finds that are grouped, newest first: four hundred pages, and no more than the event loop can
take without holding up others."""

MATCHED_ITSELF = 200
"""Finds of one speaker or article, newest first, that are looked at one by one for words that
stand in more passages than are looked at."""

REACHES = (500, 2_000, 10_000, 50_000)
"""How many of the newest articles are looked at in turn, until they hold enough."""

HIGHEST_ID = 2**63

Light = Row[*tuple[Any, ...]]
"""The few columns of a find by which it is grouped and paged."""


async def find_newest(
    connection: AsyncConnection,
    table: Table,
    statement: Select[*tuple[Any, ...]],
    query: QuoteQuery | FigureQuery,
    visible: Visible,
    *,
    selective: bool,
) -> Sequence[Light]:
    """The finds of a statement that are in scope and fit the query's topic, article and since.

    Newest article first, then in the order of the text. ``selective`` says that the statement
    itself finds few, by an index.
    """
    ordered = statement.order_by(
        table.c.effective.desc(), table.c.article_id.desc(), table.c.start, table.c.end
    ).limit(WINDOW)
    if query.since is not None:
        ordered = ordered.where(table.c.effective >= query.since)
    if query.article is not None:
        if not isinstance(query.article, int) or not 0 < query.article < HIGHEST_ID:
            return ()
        ordered = ordered.where(table.c.article_id == query.article)
    few = selective or query.article is not None
    fits = EVERY_ONE
    if query.topic is not None:
        question = await search.find_question(connection, index.PASSAGE, query.topic, visible)
        if question is None:
            return ()
        matches = search.newest_matches(index.PASSAGE, question, visible).subquery()
        fits = table.c.passage_id.in_(select(matches.c.id))
        if few:  # its words may stand in more passages than were looked at
            newest = _choose_few(table, ordered, visible, MATCHED_ITSELF).subquery()
            chosen = select(table.c.passage_id).where(table.c.id.in_(select(newest.c.id)))
            theirs = (await connection.scalars(chosen)).all()
            among = table.c.passage_id.in_(await search.find_among(connection, question, theirs))
            fits = among if len(theirs) < MATCHED_ITSELF else fits | among
    elif not few:
        return await _widen(connection, table, ordered, query.since, visible)
    if few:
        fits = table.c.id.in_(_choose_few(table, ordered.where(fits), visible, WINDOW))
    return (await connection.execute(ordered.where(fits))).all()


def _choose_few(
    table: Table, ordered: Select[*tuple[Any, ...]], visible: Visible, count: int
) -> Select[int]:
    """The ids of the newest finds of a statement that are in scope, from an index alone."""
    newest_first = table.c.effective.desc(), table.c.article_id.desc()
    in_scope = ordered.with_only_columns(table.c.id).where(is_theirs(table.c.article_id, visible))
    return in_scope.order_by(None).order_by(*newest_first).limit(count)


async def _widen(
    connection: AsyncConnection,
    table: Table,
    ordered: Select[*tuple[Any, ...]],
    since: datetime | None,
    visible: Visible,
) -> Sequence[Light]:
    """The finds of the newest articles: of as many articles as it takes to have enough."""
    total = await connection.scalar(count_in(visible, since)) or 0
    for reach in REACHES:
        newest = newest_in(visible, since, reach).subquery()
        of_newest = ordered.where(table.c.article_id.in_(select(newest.c.article_id)))
        found = (await connection.execute(of_newest)).all()
        if len(found) == WINDOW or total <= reach:
            return found
    return (await connection.execute(ordered.where(is_in(table.c.article_id, visible)))).all()


class Find(Protocol):
    """A quote or figure as far as it takes to group it."""

    @property
    def id(self) -> int: ...

    @property
    def article_id(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Whole:
    """All that is shown of a find: its row, and where and in which articles it stands."""

    row: Light
    passage: Span
    text: str
    article: ArticleRef
    also: tuple[ArticleRef, ...]


async def show_page(
    connection: AsyncConnection,
    table: Table,
    groups: Sequence[Sequence[Find]],
    number: int,
    draw: Callable[[Whole], Answer],
) -> Page[Answer]:
    """One page of finds that were put together: the first of each group, with all its articles."""
    number = choose_page(number, len(groups))
    shown = await _find_whole(connection, table, items_on(number, groups))
    articles = len({one.article_id for group in groups for one in group})
    return Page(tuple(map(draw, shown)), number, len(groups), articles=articles)


async def _find_whole(
    connection: AsyncConnection, table: Table, groups: Sequence[Sequence[Find]]
) -> list[Whole]:
    firsts = [group[0] for group in groups]
    statement = (
        select(table, passages.c.start.label("from_"), passages.c.end.label("to"))
        .join_from(table, passages, table.c.passage_id == passages.c.id)
        .where(table.c.id.in_([one.id for one in firsts]))
    )
    rows = {row.id: row for row in await connection.execute(statement)}
    texts = await find_texts(connection, [one.article_id for one in firsts])
    everywhere = [[one.article_id for one in group] for group in groups]
    references = await find_references(connection, [id for ids in everywhere for id in ids])
    return [
        Whole(
            row=rows[first.id],
            passage=Span(rows[first.id].from_, rows[first.id].to),
            text=texts[first.article_id],
            article=references[first.article_id],
            also=_others(references, ids),
        )
        for first, ids in zip(firsts, everywhere, strict=True)
    ]


def _others(references: dict[int, ArticleRef], ids: Sequence[int]) -> tuple[ArticleRef, ...]:
    """The receipts of the further articles of an entry, each once, without the first.

    >>> tide = ArticleRef(7, "Tide", None, None, None, None)
    >>> [one.id for one in _others({7: tide}, (3, 7, 3, 7))]
    [7]
    """
    return tuple(references[id] for id in dict.fromkeys(ids) if id != ids[0])
