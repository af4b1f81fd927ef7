"""What does this article say?"""

import re
from bisect import bisect_left
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import NothingFound
from bot.model import Span
from bot.queries import Scope, SummaryAnswer, SummaryLine, SummaryQuery
from bot.store import index, search
from bot.store.identity import fold_case, name_address
from bot.store.places import inside, to_reference
from bot.store.schema import analyses, articles, figures
from bot.store.scope import Visible, feeds_in, is_in, time_of
from bot.store.types import clean

NUMBERED = re.compile(r"#(\d{1,18})")
HIGHEST_ID = 2**63
TITLES = 1_000
"""Titles with the words of the one that is meant, the latest stored, that are looked at."""

LONGEST_ECHO = 100
"""Characters of what was typed that an error repeats."""


async def answer(connection: AsyncConnection, query: SummaryQuery) -> SummaryAnswer:
    """The summary of the one article that is meant."""
    visible = await feeds_in(connection, query.scope)
    id = await _find_article(connection, query.article, visible)
    if id is None:
        raise NothingFound(_nothing(query.article))
    row = (
        await connection.execute(
            select(articles, analyses)
            .outerjoin_from(articles, analyses, analyses.c.article_id == articles.c.id)
            .where(articles.c.id == id)
        )
    ).one()
    if row.version is None:
        raise NothingFound(_unread(row))
    counted = await connection.execute(
        select(figures.c.start, figures.c.end)
        .where(figures.c.article_id == id, figures.c.minor.is_(False))
        .order_by(figures.c.start)
    )
    return _summary(row, query, [Span(start, end) for start, end in counted])


def _summary(row: Row[*tuple[Any, ...]], query: SummaryQuery, numbers: list[Span]) -> SummaryAnswer:
    sentences = [Span(start, end) for start, end, _ in row.sentences]
    chosen = row.summaries.get(query.length.value, [])
    return SummaryAnswer(
        article=to_reference(row),
        lines=tuple(
            _line(row.text, Span(start, end), tuple(reasons), sentences, numbers)
            for start, end, reasons in chosen
        ),
        sentences=len(sentences),
        quotes=row.quotes,
        figures=row.figures,
    )


def _line(
    text: str, span: Span, reasons: tuple[str, ...], sentences: list[Span], numbers: list[Span]
) -> SummaryLine:
    """A sentence of a summary with its neighbours.

    >>> tide = "It rose. It fell 3 m. It rose."
    >>> line = _line(tide, Span(9, 21), (), [Span(0, 8), Span(9, 21), Span(22, 30)], [Span(17, 20)])
    >>> line.text, line.figures, line.before, line.after
    ('It fell 3 m.', (Span(start=8, end=11),), 'It rose.', 'It rose.')
    """
    place = bisect_left(sentences, span)
    before, after = sentences[:place][-1:], sentences[place + 1 : place + 2]
    return SummaryLine(
        text=span.of(text),
        figures=tuple(inside(number, span) for number in numbers if span.covers(number)),
        reasons=reasons,
        before=before[0].of(text) if before else None,
        after=after[0].of(text) if after else None,
    )


async def _find_article(
    connection: AsyncConnection, meant: int | str, visible: Visible
) -> int | None:
    """The id of the article that is meant: by its id, address, title, or words of its title."""
    if isinstance(meant, str) and (numbered := NUMBERED.fullmatch(meant.strip())):
        meant = int(numbered[1])
    if isinstance(meant, int):
        if not 0 < meant < HIGHEST_ID:
            return None
        return await _find_newest(connection, articles.c.id == meant, visible)
    by_url = articles.c.identity == name_address(meant)
    return (
        await _find_newest(connection, by_url, visible)
        or await _find_titled(connection, meant, visible)
        or await _find_by_words(connection, meant, visible)
    )


async def find_at(connection: AsyncConnection, scope: Scope, url: str) -> int | None:
    """The id of the article at an address, where it is in scope."""
    visible = await feeds_in(connection, scope)
    at = articles.c.identity == name_address(url)
    return await _find_newest(connection, at, visible)


async def _find_titled(connection: AsyncConnection, title: str, visible: Visible) -> int | None:
    """The newest article of this title, but for case and spaces."""
    alike = search.newest_titled(title, visible, TITLES)
    if alike is None:
        return None
    its_own = articles.c.title_key == fold_case(title)
    titled = its_own & articles.c.id.in_(select(alike.subquery().c.id))
    return await _find_newest(connection, titled, visible)


async def _find_by_words(connection: AsyncConnection, typed: str, visible: Visible) -> int | None:
    """The article whose title fits best: one with all the words, else with all words so begun."""
    question = search.parse_question(typed)
    if question is None:
        return None
    begun = search.Question(question.words, search.Ends.OPEN)
    for table, asked in ((index.ARTICLE, question), (index.TITLE, begun)):
        best = await search.best_matches(connection, table, asked, visible, columns="{title}")
        matches = best.subquery()
        statement = (
            select(matches.c.id)
            .order_by(func.round(matches.c.score, 2), time_of(matches.c.id).desc())
            .limit(1)
        )
        found: int | None = await connection.scalar(statement)
        if found is not None:
            return found
    return None


async def _find_newest(
    connection: AsyncConnection, condition: ColumnElement[bool], visible: Visible
) -> int | None:
    """The newest article in scope of which this is true."""
    statement = (
        select(articles.c.id)
        .where(condition, is_in(articles.c.id, visible))
        .order_by(articles.c.effective.desc(), articles.c.id.desc())
        .limit(1)
    )
    found: int | None = await connection.scalar(statement)
    return found


def _nothing(meant: int | str) -> str:
    """The sentence for an article that is not there.

    >>> _nothing(7)
    'The article with the number 7 is not here, or no longer. Try part of its headline.'
    """
    if isinstance(meant, int):
        gone = f"The article with the number {meant} is not here, or no longer."
        return f"{gone} Try part of its headline."
    echo = " ".join(clean(meant).split())
    echo = echo if len(echo) <= LONGEST_ECHO else f"{echo[: LONGEST_ECHO - 1]}…"
    return f"No article matches “{echo}”. Try a search, or part of its headline."


def _unread(row: Row[*tuple[Any, ...]]) -> str:
    """The sentence for an article that waits to be read, or could not be."""
    if row.failure is None:
        return f"“{row.title}” is still being read. Try again in a minute."
    return f"“{row.title}” could not be read, so there is no summary of it."
