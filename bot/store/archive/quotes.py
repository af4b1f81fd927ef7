"""Who said what?"""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Quote, QuoteKind, Span
from bot.queries import Page, QuoteAnswer, QuoteQuery
from bot.store.archive.finds import Light, Whole, find_newest, show_page
from bot.store.people import merge_names
from bot.store.places import inside, to_span
from bot.store.schema import quotes, speakers
from bot.store.scope import Visible, feeds_in
from bot.store.speakers import find_speakers


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quote as far as it takes to tell whether another is the same."""

    id: int
    article_id: int
    same: str  # equal for equal words
    name: str | None


async def answer(connection: AsyncConnection, query: QuoteQuery) -> Page[QuoteAnswer]:
    """One page of the quotes in scope."""
    visible = await feeds_in(connection, query.scope)
    found = await _find(connection, query, visible)
    groups = await asyncio.to_thread(group_same, found)  # up to 2,000 take a while
    page = await show_page(connection, quotes, groups, query.page, _answer)
    if query.speaker is None:
        return page
    return replace(page, person=await asyncio.to_thread(only_person, found))


async def _find(
    connection: AsyncConnection, query: QuoteQuery, visible: Visible
) -> list[Utterance]:
    statement = (
        select(quotes.c.id, quotes.c.article_id, quotes.c.same, speakers.c.name)
        .outerjoin_from(quotes, speakers, quotes.c.speaker_id == speakers.c.id)
        .where(quotes.c.kind.in_([kind.value for kind in query.kinds]))
    )
    meant: set[int] | None = None
    if query.speaker is not None:
        meant = await find_speakers(connection, query.speaker, visible)
        statement = statement.where(quotes.c.speaker_id.in_(meant))
    elif query.article is None:
        # over many articles, words that nobody is known to have said tell nothing
        statement = statement.where(quotes.c.speaker_id.is_not(None))
    rows = await find_newest(connection, quotes, statement, query, visible, speakers=meant)
    return [Utterance(*row) for row in rows]


def group_same(found: Sequence[Utterance]) -> list[tuple[Utterance, ...]]:
    """Quotes with the same words and the same speaker put together, in the order given.

    >>> said = [Utterance(1, 1, "a", "Antonia Verhoeven"), Utterance(2, 2, "a", "Verhoeven"),
    ...         Utterance(3, 3, "a", None), Utterance(4, 4, "b", "Verhoeven")]
    >>> [[one.id for one in group] for group in group_same(said)]
    [[1, 2], [3], [4]]

    The words of two people of one surname stand apart.

    >>> said = [Utterance(1, 1, "a", "Antonia Verhoeven"), Utterance(2, 2, "a", "Bram Verhoeven")]
    >>> len(group_same(said))
    2
    """
    by_words: dict[str, list[Utterance]] = {}
    for one in found:
        by_words.setdefault(one.same, []).append(one)
    called = {
        words: merge_names(Counter(one.name for one in alike if one.name))
        for words, alike in by_words.items()
        if len(alike) > 1
    }
    groups: dict[tuple[str, str | None], list[Utterance]] = {}
    for one in found:
        person = called[one.same][one.name] if one.name and one.same in called else one.name
        groups.setdefault((one.same, person), []).append(one)
    return [tuple(group) for group in groups.values()]


def only_person(found: Sequence[Utterance]) -> str | None:
    """The name of whoever said all of them, under whichever names; None where several did.

    >>> said = [Utterance(1, 1, "a", "Antonia Verhoeven"), Utterance(2, 2, "b", "Verhoeven")]
    >>> only_person(said), only_person([*said, Utterance(3, 3, "c", "Bram Verhoeven")])
    ('Antonia Verhoeven', None)
    """
    people = set(merge_names(Counter(one.name or "" for one in found)).values())
    return next(iter(people)) or None if len(people) == 1 else None


def _answer(whole: Whole) -> QuoteAnswer:
    quote = _quote(whole.row)
    return QuoteAnswer(
        article=whole.article,
        quote=quote,
        words=quote.span.of(whole.text),
        role=quote.role.of(whole.text) if quote.role else None,
        sentence=whole.passage.of(whole.text),
        place=inside(quote.span, whole.passage),
        also=whole.also,
    )


def _quote(row: Light) -> Quote:
    return Quote(
        span=Span(row.start, row.end),
        kind=QuoteKind(row.kind),
        speaker=row.speaker,
        mention=to_span(row.mention_start, row.mention_end),
        cue=to_span(row.cue_start, row.cue_end),
        role=to_span(row.role_start, row.role_end),
    )
