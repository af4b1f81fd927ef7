"""newsroom try: the tour. A new database, our own articles, and what a channel would get."""

import tempfile
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

from rich.console import Console

import bot
from bot.cli.library import open_database
from bot.cli.read import find_sources, read_all, report
from bot.newsroom import Newsroom
from bot.queries import FigureQuery, HeadlineQuery, QuoteQuery, SummaryQuery
from bot.render.articles import headlines_card, summary_card
from bot.render.card import Card
from bot.render.figures import figures_card
from bot.render.quotes import quotes_card
from bot.render.terminal import show
from bot.store.archive import Archive
from bot.store.articles import Articles
from bot.workers import Workers

NOW = datetime.fromisoformat("2026-09-21T08:00:00+00:00")
"""The hour at which the tour takes place: our articles are of the week before it."""

_END = """
These are articles of our own. To go on with yours:

  newsroom read FILE...        reads articles (text or HTML) into your library
  newsroom headlines           then ask: summary, quotes, figures, search
  newsroom --help              everything else
"""


def seeds_folder() -> Path:
    """Where the articles are that come with the project: in the package, or beside it."""
    package = Path(bot.__file__).parent
    installed = package / "seeds" / "articles"
    return installed if installed.is_dir() else package.parent / "seeds" / "articles"


async def tour() -> None:
    """Load our articles into a database of their own, and show what a channel would get."""
    console = Console(highlight=False)
    with tempfile.TemporaryDirectory(prefix="newsroom-") as folder:
        async with (
            open_database(f"sqlite:///{folder}/try.db") as database,
            Workers() as workers,
        ):
            sources = tuple(find_sources([str(seeds_folder())]))
            report(await read_all(Newsroom(Articles(database), workers), sources, NOW))
            async for command, card in _answers(Archive(database)):
                console.print(f"\n[dim]>[/] [bold]{command}[/]")
                show(console, card, NOW + timedelta(minutes=1))
    console.print(_END, markup=False)


async def _answers(archive: Archive) -> AsyncIterator[tuple[str, Card]]:
    """The tour: what a member types, and the card that answers."""
    headlines = HeadlineQuery()
    newest = await archive.headlines(headlines)
    yield "/headlines", headlines_card(headlines, newest)
    title = newest.items[0].article.title
    summary = SummaryQuery(newest.items[0].article.id)
    yield f"/summary article:{title}", summary_card(summary, await archive.summary(summary))
    quotes = QuoteQuery()
    yield "/quotes", quotes_card(quotes, await archive.quotes(quotes))
    figures = FigureQuery(topic="flood")
    yield "/figures topic:flood", figures_card(figures, await archive.figures(figures))
