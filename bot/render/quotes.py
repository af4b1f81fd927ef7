"""Who said what -> a card."""

from collections.abc import Callable
from dataclasses import replace

from bot.model import QuoteKind
from bot.queries import Page, QuoteAnswer, QuoteQuery
from bot.render.bold import bold_at
from bot.render.card import (
    Block,
    Card,
    Closer,
    Control,
    Kind,
    Line,
    Style,
    Words,
    block,
    turning,
)
from bot.render.fit import fit
from bot.render.questions import about, narrowed, what_is_said
from bot.render.receipts import how_many, in_its_place, name, of_article, origin, small, when
from bot.render.words import shorten


def quotes_card(query: QuoteQuery, page: Page[QuoteAnswer]) -> Card:
    """Quotes that look like quotes; when all are one speaker's, the name stands over them."""
    around = Closer("Show the sentences around", query)
    rows = ((around,),) if _has_around(page) else ()
    return _card(query, page, _words, (*rows, *turning(query, page.pages)))


def around_card(query: QuoteQuery, page: Page[QuoteAnswer]) -> Card:
    """The same quotes in the sentences in which they stand, the quotes bold."""
    return _card(query, page, _sentence, ())


Said = Callable[[QuoteAnswer, int], tuple[Words, ...]]


def _card(
    query: QuoteQuery, page: Page[QuoteAnswer], said: Said, rows: tuple[tuple[Control, ...], ...]
) -> Card:
    def draw(room: int) -> Card:
        one = page.person
        head = _one_speaker(one, query, page, room) if one else _several(query, page, room)
        blocks = [_quote(answer, said, room, named=one is None) for answer in page.items]
        return Card(Kind.QUOTES, (head, *blocks), rows)

    return fit(draw)


def _has_around(page: Page[QuoteAnswer]) -> bool:
    return any(len(answer.sentence) > len(answer.words) + 2 for answer in page.items)


def _words(answer: QuoteAnswer, room: int) -> tuple[Words, ...]:
    """The words, in quotation marks where they are the speaker's own."""
    words = shorten(answer.words.rstrip(","), room)
    return (Words(words if answer.quote.kind is QuoteKind.INDIRECT else f"“{words}”"),)


def _sentence(answer: QuoteAnswer, room: int) -> tuple[Words, ...]:
    return tuple(bold_at(answer.sentence, (answer.place,), room))


def _one_speaker(speaker: str, query: QuoteQuery, page: Page[QuoteAnswer], room: int) -> Block:
    role = next((answer.role for answer in page.items if answer.role), None)
    return block(
        Line(Style.TITLE, (Words(name(speaker, room)),)),
        small(
            role and name(role, room),
            how_many(what_is_said(query), page),
            *narrowed(replace(query, speaker=None)),
        ),
    )


def _several(query: QuoteQuery, page: Page[QuoteAnswer], room: int) -> Block:
    what = what_is_said(query)
    if query.article is not None and page.items:
        return of_article(what, page.items[0].article, page.total, room)
    heading = about(f"{what.capitalize()}s", query)
    return block(Line(Style.HEADING, (Words(heading),)), small(how_many(what, page)))


def _quote(answer: QuoteAnswer, said: Said, room: int, *, named: bool) -> Block:
    article = answer.article
    return block(
        Line(Style.QUOTE, said(answer, room)),
        Line(Style.BODY, _speaker(answer, room) if named else ()),
        small(
            origin(article, room, answer.also),
            when(article),
            in_its_place(article, answer.sentence),
        ),
    )


def _speaker(answer: QuoteAnswer, room: int) -> tuple[Words, ...]:
    if answer.quote.speaker is None:
        return (Words("The article does not settle who says this"),)
    speaker = Words(name(answer.quote.speaker, room), bold=True)
    return (speaker, Words(f", {name(answer.role, room)}")) if answer.role else (speaker,)
