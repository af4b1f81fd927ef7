"""Who said what -> a card."""

from bot.queries import Page, QuoteAnswer, QuoteQuery
from bot.render.card import Block, Card, Control, Kind, Line, Pages, Style, Words
from bot.render.fit import fit
from bot.render.questions import about
from bot.render.receipts import in_its_place, outlets, small, when
from bot.render.words import count, shorten

_MOST_ROLE = 120


def quotes_card(query: QuoteQuery, page: Page[QuoteAnswer]) -> Card:
    """Quotes that look like quotes; when all are one speaker's, the name stands over them."""
    speakers = {answer.quote.speaker for answer in page.items}
    one = speakers.pop() if query.speaker and len(speakers) == 1 else None

    def draw(room: int) -> Card:
        head = _one_speaker(one, page) if one else _several(query, page)
        blocks = [_quote(answer, room, named=not one) for answer in page.items]
        rows: tuple[tuple[Control, ...], ...] = ()
        if page.pages > 1:
            rows = ((Pages(query, page.pages),),)
        return Card(Kind.QUOTES, (head, *blocks), rows)

    return fit(draw)


def _one_speaker(speaker: str, page: Page[QuoteAnswer]) -> Block:
    role = next((answer.role for answer in page.items if answer.role), None)
    small_print = small(shorten(role, _MOST_ROLE) if role else None, count(page.total, "quote"))
    return Block((Line(Style.TITLE, (Words(shorten(speaker, _MOST_ROLE)),)), small_print))


def _several(query: QuoteQuery, page: Page[QuoteAnswer]) -> Block:
    if query.article is None:
        return Block((Line(Style.HEADING, (Words(about("Quotes", query)),)),))
    article = page.items[0].article
    head = Line(Style.HEADING, (Words(f"Quotes · {shorten(article.title, _MOST_ROLE)}"),))
    return Block((head, small(outlets(article), when(article), count(page.total, "quote"))))


def _quote(answer: QuoteAnswer, room: int, *, named: bool) -> Block:
    article = answer.article
    lines = [Line(Style.QUOTE, (Words(f"“{shorten(answer.words, room)}”"),))]
    if named:
        lines.append(Line(Style.BODY, _speaker(answer)))
    receipt = in_its_place(article, answer.sentence)
    lines.append(small(outlets(article, answer.also), when(article), receipt))
    return Block(tuple(lines))


def _speaker(answer: QuoteAnswer) -> tuple[Words, ...]:
    if answer.quote.speaker is None:
        return (Words("The article does not settle who says this"),)
    name = Words(shorten(answer.quote.speaker, _MOST_ROLE), bold=True)
    if answer.role:
        return name, Words(f", {shorten(answer.role, _MOST_ROLE)}")
    return (name,)
