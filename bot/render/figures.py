"""Numbers, what they count and who reports them -> a card."""

from bot.queries import FigureAnswer, FigureQuery, Page
from bot.render.articles import bold_at
from bot.render.card import Block, Card, Kind, Line, Style, Words, block, turning
from bot.render.fit import fit
from bot.render.questions import about
from bot.render.receipts import in_its_place, name, of_article, outlets, small, when


def figures_card(query: FigureQuery, page: Page[FigureAnswer]) -> Card:
    """Each number large, as it stands in the text; under it its sentence and who says so."""

    def draw(room: int) -> Card:
        blocks = [_figure(answer, room) for answer in page.items]
        head = _head(query, page, room)
        return Card(Kind.FIGURES, (head, *blocks), turning(query, page.pages))

    return fit(draw)


def _head(query: FigureQuery, page: Page[FigureAnswer], room: int) -> Block:
    if query.article is not None and page.items:
        return of_article("figure", page.items[0].article, page.total, room)
    return block(Line(Style.HEADING, (Words(about("Figures", query)),)))


def _figure(answer: FigureAnswer, room: int) -> Block:
    article, figure = answer.article, answer.figure
    number = name(answer.surface, room)
    source = figure.source and Words(name(figure.source, room), bold=True)
    return block(
        Line(Style.HEADING, (Words(f"{number} {name(figure.counts or '', room)}".strip()),)),
        Line(Style.QUOTE, tuple(bold_at(answer.sentence, (answer.place,), room))),
        small(
            (Words("says "), source) if source else None,
            outlets(article, room, answer.also),
            when(article),
            in_its_place(article, answer.sentence),
        ),
    )
