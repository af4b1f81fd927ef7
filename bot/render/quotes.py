"""Who said what -> a card."""

from bot.queries import Page, QuoteAnswer, QuoteQuery
from bot.render.card import Block, Card, Kind, Line, Style, Words, block, turning
from bot.render.fit import fit
from bot.render.questions import about
from bot.render.receipts import in_its_place, name, of_article, outlets, small, when
from bot.render.words import count, shorten


def quotes_card(query: QuoteQuery, page: Page[QuoteAnswer]) -> Card:
    """Quotes that look like quotes; when all are one speaker's, the name stands over them."""
    speakers = {answer.quote.speaker for answer in page.items}
    one = speakers.pop() if query.speaker and len(speakers) == 1 else None

    def draw(room: int) -> Card:
        head = _one_speaker(one, page, room) if one else _several(query, page, room)
        blocks = [_quote(answer, room, named=not one) for answer in page.items]
        return Card(Kind.QUOTES, (head, *blocks), turning(query, page.pages))

    return fit(draw)


def _one_speaker(speaker: str, page: Page[QuoteAnswer], room: int) -> Block:
    role = next((answer.role for answer in page.items if answer.role), None)
    return block(
        Line(Style.TITLE, (Words(name(speaker, room)),)),
        small(role and name(role, room), count(page.total, "quote")),
    )


def _several(query: QuoteQuery, page: Page[QuoteAnswer], room: int) -> Block:
    if query.article is not None and page.items:
        return of_article("quote", page.items[0].article, page.total, room)
    return block(Line(Style.HEADING, (Words(about("Quotes", query)),)))


def _quote(answer: QuoteAnswer, room: int, *, named: bool) -> Block:
    article = answer.article
    return block(
        Line(Style.QUOTE, (Words(f"“{shorten(answer.words.rstrip(','), room)}”"),)),
        Line(Style.BODY, _speaker(answer, room) if named else ()),
        small(
            outlets(article, room, answer.also),
            when(article),
            in_its_place(article, answer.sentence),
        ),
    )


def _speaker(answer: QuoteAnswer, room: int) -> tuple[Words, ...]:
    if answer.quote.speaker is None:
        return (Words("The article does not settle who says this"),)
    speaker = Words(name(answer.quote.speaker, room), bold=True)
    return (speaker, Words(f", {name(answer.role, room)}")) if answer.role else (speaker,)
