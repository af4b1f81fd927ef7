"""The tour: what a channel would get, shown in the terminal."""

from collections.abc import AsyncIterator
from datetime import timedelta

from rich.console import Console

from bot.queries import Archive, FigureQuery, HeadlineQuery, QuoteQuery, SummaryQuery
from bot.render.articles import headlines_card
from bot.render.card import Card
from bot.render.figures import figures_card
from bot.render.quotes import quotes_card
from bot.render.summaries import summary_card
from bot.render.terminal import show
from bot.tryout import NOW

_TOPIC = "flood"

_END = """
These are articles of our own. To go on with yours:

  newsroom read FILE|URL...    reads articles and feeds into your library
  newsroom headlines           then ask: summary, quotes, figures, search
  newsroom run                 joins Discord; says how to get a token
  newsroom --help              everything else
"""


async def show_tour(console: Console, archive: Archive) -> None:
    """Print what a member types, and the cards that answer."""
    async for command, card in _answers(archive):
        console.print(f"\n[dim]>[/] [bold]{command}[/]")
        show(console, card, NOW + timedelta(minutes=1))
    console.print(_END, markup=False)


async def _answers(archive: Archive) -> AsyncIterator[tuple[str, Card]]:
    headlines = HeadlineQuery()
    yield "/headlines", headlines_card(headlines, await archive.headlines(headlines))
    summary = SummaryQuery("flood toll reaches")
    answer = await archive.summary(summary)
    yield f"/summary article:{answer.article.title}", summary_card(summary, answer)
    quotes = QuoteQuery(topic=_TOPIC)
    yield f"/quotes topic:{_TOPIC}", quotes_card(quotes, await archive.quotes(quotes))
    figures = FigureQuery(topic=_TOPIC)
    yield f"/figures topic:{_TOPIC}", figures_card(figures, await archive.figures(figures))
