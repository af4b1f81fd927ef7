"""Numbers, what they count and who reports them -> a card."""

from bot.queries import FigureAnswer, FigureQuery, Page
from bot.render.articles import bold_at
from bot.render.card import Block, Card, Control, Kind, Line, Pages, Style, Words
from bot.render.fit import fit
from bot.render.questions import about
from bot.render.receipts import in_its_place, outlets, small, when
from bot.render.words import count, shorten

_MOST_SOURCE = 120
_MOST_SURFACE = 100


def figures_card(query: FigureQuery, page: Page[FigureAnswer]) -> Card:
    """Each number large, as it stands in the text; under it what it counts and who says so."""

    def draw(room: int) -> Card:
        blocks = [_figure(answer, room) for answer in page.items]
        rows: tuple[tuple[Control, ...], ...] = ()
        if page.pages > 1:
            rows = ((Pages(query, page.pages),),)
        return Card(Kind.FIGURES, (_head(query, page), *blocks), rows)

    return fit(draw)


def _head(query: FigureQuery, page: Page[FigureAnswer]) -> Block:
    if query.article is None or not page.items:
        return Block((Line(Style.HEADING, (Words(about("Figures", query)),)),))
    article = page.items[0].article
    head = Line(Style.HEADING, (Words(f"Figures · {shorten(article.title, _MOST_SOURCE)}"),))
    return Block((head, small(outlets(article), when(article), count(page.total, "figure"))))


def _figure(answer: FigureAnswer, room: int) -> Block:
    article, figure = answer.article, answer.figure
    number = Words(shorten(answer.surface, _MOST_SURFACE), bold=True)
    counted = (Words(f" {shorten(figure.counts, room)}"),) if figure.counts else ()
    source = Words(shorten(figure.source, _MOST_SOURCE), bold=True) if figure.source else None
    return Block(
        (
            Line(Style.HEADING, (Words(number.text), *counted)),
            Line(Style.QUOTE, tuple(bold_at(answer.sentence, (answer.place,), room))),
            small(
                (Words("says "), source) if source else None,
                outlets(article, answer.also),
                when(article),
                in_its_place(article, answer.sentence),
            ),
        )
    )
