"""The sentences that have certain words -> a card."""

from bot.queries import Page, SearchAnswer, SearchQuery
from bot.render.bold import bold_at
from bot.render.card import Block, Card, Kind, Line, Style, Words, block, turning
from bot.render.fit import fit
from bot.render.questions import about
from bot.render.receipts import also_in, counted, headline, in_its_place, outlets, small, when


def search_card(query: SearchQuery, page: Page[SearchAnswer]) -> Card:
    """The sentences that have the words, the words bold."""

    def draw(room: int) -> Card:
        head = block(
            Line(Style.HEADING, (Words(about("Search", query)),)),
            small(counted(page.total, "sentence")),
        )
        blocks = [_hit(answer, room) for answer in page.items]
        return Card(Kind.NEWS, (head, *blocks), turning(query, page.pages))

    return fit(draw)


def _hit(answer: SearchAnswer, room: int) -> Block:
    article = answer.article
    return block(
        Line(Style.BODY, (headline(article, room),)),
        Line(Style.QUOTE, tuple(bold_at(answer.sentence, answer.hits, room))),
        small(
            outlets(article, room),
            when(article),
            in_its_place(article, answer.sentence),
            also_in(article, answer.also, room),
        ),
    )
