"""Numbers, what they count and who reports them -> a card."""

from itertools import groupby

from bot.queries import FigureAnswer, FigureQuery, Page
from bot.render.bold import bold_at
from bot.render.card import Block, Card, Kind, Line, Style, Words, block, turning
from bot.render.fit import fit
from bot.render.questions import about
from bot.render.receipts import how_many, in_its_place, name, of_article, origin, small, when

_MOST_LARGE = 40
"""Characters set large: two lines of a phone."""


def figures_card(query: FigureQuery, page: Page[FigureAnswer]) -> Card:
    """Each number large, as it stands in the text; under it its sentence and who says so."""

    def draw(room: int) -> Card:
        blocks = [_figures(tuple(group), room) for _, group in groupby(page.items, _same_place)]
        head = _head(query, page, room)
        return Card(Kind.FIGURES, (head, *blocks), turning(query, page.pages))

    return fit(draw)


def _head(query: FigureQuery, page: Page[FigureAnswer], room: int) -> Block:
    if query.article is not None and page.items:
        return of_article("figure", page.items[0].article, page.total, room)
    return block(
        Line(Style.HEADING, (Words(about("Figures", query)),)), small(how_many("figure", page))
    )


def _same_place(answer: FigureAnswer) -> tuple[object, ...]:
    """Figures of one sentence and one source share that sentence and their receipt."""
    return answer.article, answer.sentence, answer.figure.source, answer.also


def _figures(answers: tuple[FigureAnswer, ...], room: int) -> Block:
    first = answers[0]
    article, source = first.article, first.figure.source
    places = tuple(answer.place for answer in answers)
    return block(
        *(line for answer in answers for line in _counted(answer, room)),
        Line(Style.QUOTE, tuple(bold_at(first.sentence, places, room))),
        small(
            (Words("says "), Words(name(source, room), bold=True)) if source else None,
            origin(article, room, first.also),
            when(article),
            in_its_place(article, first.sentence),
        ),
    )


def _counted(answer: FigureAnswer, room: int) -> tuple[Line, ...]:
    """The number as written, large, and what it counts: "248 people killed", "11 days · rain".

    Where the thing counted follows in the sentence, the two read on as they do there. Many words
    of it stand on a line of their own.
    """
    number, counts = name(answer.surface, room), name(answer.figure.counts or "", room).strip()
    if not counts:
        return (Line(Style.TITLE, (Words(number),)),)
    follows = answer.sentence[answer.place.end :].lstrip().startswith(counts.split()[0])
    together = f"{number}{' ' if follows else ' · '}{counts}"
    if len(together) <= _MOST_LARGE:
        return (Line(Style.TITLE, (Words(together),)),)
    return Line(Style.TITLE, (Words(number),)), Line(Style.BODY, (Words(counts, bold=True),))
