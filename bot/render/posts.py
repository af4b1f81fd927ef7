"""A new article -> the card that is posted for it; trouble in a channel -> what moderators read."""

from bot.queries import FigureQuery, HeadlineAnswer, QuoteQuery, SummaryQuery
from bot.render.card import Ask, Card, Control, Kind, Line, Open, Style, Words, block
from bot.render.fit import fit
from bot.render.markup import web_link
from bot.render.receipts import also_in, headline, mark, outlets, small, titled, when

_MOST_GIST = 300


def post_card(answer: HeadlineAnswer) -> Card:
    """One new article: headline, receipt, its gist, and what can be asked of it.

    The first button is always there: by it a post is known again after a crash.
    """
    article = titled(answer)

    def draw(room: int) -> Card:
        gist = answer.gist if answer.gist and len(answer.gist) <= min(room, _MOST_GIST) else ""
        gist = "" if gist == article.title else gist
        told = block(
            Line(Style.BODY, (headline(article, room),)),
            small(
                outlets(article, room),
                when(article),
                mark(article),
                also_in(article, answer.also, room),
            ),
        )
        words = (block(Line(Style.BODY, (Words(gist),))),) if gist else ()
        return Card(Kind.NEWS, (told, *words), (_row(answer),))

    return fit(draw)


def _row(answer: HeadlineAnswer) -> tuple[Control, ...]:
    number = answer.article.key
    row: list[Control] = [Ask("Summary", SummaryQuery(number))]
    if answer.quotes:
        row.append(Ask(f"Quotes · {answer.quotes}", QuoteQuery(article=number)))
    if answer.figures:
        row.append(Ask(f"Figures · {answer.figures}", FigureQuery(article=number)))
    if link := web_link(answer.article.url):
        row.append(Open("Open", link))
    return tuple(row)
