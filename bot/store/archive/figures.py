"""How many, of what, according to whom?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Direction, Figure, FigureKind, Modifier, Span
from bot.queries import FigureAnswer, FigureQuery, Page
from bot.store.archive.finds import Light, Whole, find_newest, show_page
from bot.store.places import inside
from bot.store.schema import figures
from bot.store.scope import Visible, feeds_in

ONE_STORY = timedelta(days=3)
"""How far apart reports of one figure may be; later ones are equal by chance."""


@dataclass(frozen=True, slots=True)
class Report:
    """A figure as far as it takes to tell whether another is the same."""

    id: int
    article_id: int
    same: str | None  # equal for equal value, unit, kind and thing counted; None: open what it says
    time: datetime


async def answer(connection: AsyncConnection, query: FigureQuery) -> Page[FigureAnswer]:
    """One page of the figures in scope."""
    visible = await feeds_in(connection, query.scope)
    groups = group_same(await _find(connection, query, visible))
    return await show_page(connection, figures, groups, query.page, _answer)


async def _find(connection: AsyncConnection, query: FigureQuery, visible: Visible) -> list[Report]:
    statement = select(figures.c.id, figures.c.article_id, figures.c.same, figures.c.effective)
    if query.kind is not None:
        statement = statement.where(figures.c.kind == query.kind.value)
    if not query.minor:
        statement = statement.where(figures.c.minor.is_(False))
    rows = await find_newest(connection, figures, statement, query, visible)
    return [Report(*row) for row in rows]


def group_same(found: Sequence[Report]) -> list[tuple[Report, ...]]:
    """Reports of one figure within three days put together, in the order given: newest first.

    >>> from datetime import UTC
    >>> may = [datetime(2031, 5, day, tzinfo=UTC) for day in (9, 8, 5)]
    >>> toll = [Report(number, number, "a", time) for number, time in enumerate(may)]
    >>> [len(group) for group in group_same(toll)]
    [2, 1]
    """
    groups: list[list[Report]] = []
    latest: dict[str, list[Report]] = {}
    for one in found:
        group = latest.get(one.same) if one.same else None
        if group and group[0].time - one.time <= ONE_STORY:
            group.append(one)
            continue
        groups.append([one])
        if one.same:
            latest[one.same] = groups[-1]
    return [tuple(group) for group in groups]


def _answer(whole: Whole) -> FigureAnswer:
    figure = _figure(whole.row)
    return FigureAnswer(
        article=whole.article,
        figure=figure,
        surface=figure.span.of(whole.text),
        sentence=whole.passage.of(whole.text),
        place=inside(figure.span, whole.passage),
        also=whole.also,
    )


def _figure(row: Light) -> Figure:
    return Figure(
        span=Span(row.start, row.end),
        kind=FigureKind(row.kind),
        value=row.low if row.high is None else (row.low, row.high),
        unit=row.unit,
        modifier=Modifier(row.modifier),
        counts=row.counts,
        direction=Direction(row.direction) if row.direction else None,
        source=row.source,
        minor=row.minor,
    )
