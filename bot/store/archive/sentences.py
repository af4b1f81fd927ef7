"""Where do these words stand? The best sentence of each article that has them all."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Span
from bot.queries import Page, SearchAnswer, SearchQuery
from bot.store import index, search
from bot.store.archive.pages import find_page
from bot.store.aside import Hits, find_hits
from bot.store.families import find_copies, firsts_of
from bot.store.index import Entry
from bot.store.people import fold
from bot.store.places import inside, to_reference
from bot.store.schema import analyses, articles
from bot.store.scope import feeds_in, time_of

NO_HITS = Hits()


async def answer(connection: AsyncConnection, query: SearchQuery) -> Page[SearchAnswer]:
    """One page of the articles in scope that have the words."""
    visible = await feeds_in(connection, query.scope)
    question = await search.find_question(connection, index.ARTICLE, query.text, visible)
    if question is None:
        return Page((), 1, 0)
    best = await search.best_matches(connection, index.ARTICLE, question, visible)
    timed = best.add_columns(time_of(best.selected_columns.id).label("time"))
    found = firsts_of(timed, query.since)
    # nearly equal fits count as equal, so that the newer comes first
    best_first = select(found.c.id).order_by(
        func.round(found.c.score, 1), found.c.time.desc(), found.c.id.desc()
    )
    ids, number, total = await find_page(connection, best_first, query.page)
    copies = await find_copies(connection, ids, visible)
    answers = await _answers(connection, ids, question)
    shown = (replace(one, also=copies.get(id, ())) for id, one in zip(ids, answers, strict=True))
    return Page(tuple(shown), number, total)


async def _answers(
    connection: AsyncConnection, ids: Sequence[int], question: search.Question
) -> list[SearchAnswer]:
    statement = (
        select(articles, analyses.c.sentences)
        .join_from(articles, analyses, analyses.c.article_id == articles.c.id)
        .where(articles.c.id.in_(ids))
    )
    rows = {row.id: row for row in await connection.execute(statement)}
    entries = [
        Entry(id, {"title": row.title, "standfirst": row.standfirst, "text": row.text})
        for id, row in rows.items()
    ]
    hits = await find_hits(connection, question, entries)
    return [_answer(rows[id], hits.get(id, NO_HITS)) for id in ids]


def _answer(row: Row[*tuple[Any, ...]], found: Hits) -> SearchAnswer:
    """The best sentence; of an article that consists of its headline, the headline."""
    sentences = [Span(start, end) for start, end, _ in row.sentences]
    text, hits = (row.text, found.text) if sentences else (row.title, found.title)
    sentence = choose_sentence(text, sentences or [Span(0, len(text))], hits)
    inner = tuple(inside(hit, sentence) for hit in hits if sentence.covers(hit))
    return SearchAnswer(to_reference(row), sentence.of(text), inner)


def choose_sentence(text: str, sentences: Sequence[Span], hits: Sequence[Span]) -> Span:
    """The sentence with the most different words that were hit, then with the most hits.

    Of equal ones it is the first.

    >>> tide = "The tide rose. The tide in Halden fell."
    >>> choose_sentence(tide, (Span(0, 14), Span(15, 39)), (Span(4, 8), Span(19, 23), Span(27, 33)))
    Span(start=15, end=39)
    >>> choose_sentence(tide, (Span(0, 14), Span(15, 39)), ())
    Span(start=0, end=14)
    """
    words: list[list[str]] = [[] for _ in sentences]
    place = 0
    for hit in sorted(hits):
        while place < len(sentences) - 1 and sentences[place].end < hit.end:
            place += 1
        if sentences[place].covers(hit):
            words[place].append(fold(hit.of(text)))
    best = max(range(len(sentences)), key=lambda one: (len({*words[one]}), len(words[one])))
    return sentences[best]
