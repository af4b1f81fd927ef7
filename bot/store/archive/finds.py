"""What quotes and figures have in common: both are found in passages, newest article first."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Row, Select, Table, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Span
from bot.queries import Answer, ArticleRef, FigureQuery, Page, QuoteQuery
from bot.store import index, search
from bot.store.archive.pages import choose_page, items_on
from bot.store.aside import find_among
from bot.store.places import find_references, find_texts
from bot.store.schema import passages
from bot.store.scope import Visible, count_in, is_in, newest_in

WINDOW = 2_000
"""Finds that are grouped, newest first: four hundred pages, and no more than the event loop can
take without holding up others."""

MATCHED_ITSELF = 200
"""Passages of one speaker or article, the latest first, that are looked at one by one for words
that stand in more passages than are looked at."""

OF_FEW = 4_000
"""Passages of one speaker or article, the latest first, that are looked at: twice as many as finds
are grouped, as not every one holds a find of the kind that is wanted."""

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
    speakers: Collection[int] | None = None,
) -> Sequence[Light]:
    """The finds of a statement that are in scope and fit the query's topic, article and since.

    Newest article first, then in the order of the text. ``speakers`` are those whom the statement
    wants, where it wants any.
    """
    ordered = statement.order_by(
        table.c.effective.desc(), table.c.article_id.desc(), table.c.start, table.c.end
    ).limit(WINDOW)
    if query.since is not None:
        ordered = ordered.where(table.c.effective >= query.since)
    if query.article is not None:
        ordered = ordered.where(table.c.article_id == query.article)
    elif query.topic is None and speakers is None:
        return await _widen(connection, table, ordered, query.since, visible)
    places = await _find_places(connection, query, visible, speakers)
    if places is None:
        return ()
    return (await connection.execute(ordered.where(table.c.passage_id.in_(places)))).all()


async def _find_places(
    connection: AsyncConnection,
    query: QuoteQuery | FigureQuery,
    visible: Visible,
    speakers: Collection[int] | None,
) -> Select[int] | None:
    """The passages in scope that fit the query's topic, article or speakers; None: there are none.

    Those of an article or of speakers are few, and the words of the topic may stand in more than
    are looked at: the latest of the few are asked themselves.
    """
    few = _choose_few(query.article, speakers, visible)
    if query.topic is None:
        return None if few is None else few.limit(OF_FEW)
    question = await search.find_question(connection, index.PASSAGE, query.topic, visible)
    if question is None:
        return None
    matches = search.newest_matches(index.PASSAGE, question, visible)
    if query.article is None and speakers is None:
        return matches
    if few is None:
        return None
    latest = (await connection.scalars(few.limit(MATCHED_ITSELF))).all()
    among = await find_among(connection, question, latest)
    if len(latest) < MATCHED_ITSELF:
        return select(passages.c.id).where(passages.c.id.in_(among))
    themselves = select(passages.c.id).where(passages.c.id.in_(among))
    return select(union(select(matches.subquery().c.id), themselves).subquery().c.id)


def _choose_few(
    article: int | str | None, speakers: Collection[int] | None, visible: Visible
) -> Select[int] | None:
    """The passages in scope of an article or of speakers, the latest first; None: there are none.

    Of an article only those are its own, whoever speaks in them.
    """
    if article is not None:
        if not isinstance(article, int) or not 0 < article < HIGHEST_ID:
            return None
        its_own = passages.c.article_id == article
        in_scope = is_in(passages.c.article_id, visible)
        return select(passages.c.id).where(its_own, in_scope).order_by(passages.c.id.desc())
    return search.newest_of_speakers(speakers, visible) if speakers else None


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
