"""newsroom headlines, summary, quotes, figures, search: the questions, answered in the terminal."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console

from bot.errors import BadInput, NothingFound
from bot.model import FigureKind, Length, QuoteKind
from bot.queries import (
    SPOKEN,
    Answer,
    Archive,
    FigureQuery,
    HeadlineQuery,
    Page,
    PagedQuery,
    QuoteQuery,
    SearchQuery,
    SummaryQuery,
)
from bot.render.articles import headlines_card
from bot.render.card import Card
from bot.render.figures import figures_card
from bot.render.questions import narrowed, nothing_for
from bot.render.quotes import quotes_card
from bot.render.records import Record, answer_record, csv_table, items_of, page_record
from bot.render.search import search_card
from bot.render.summaries import summary_card
from bot.render.terminal import show
from bot.since import parse_since

Topic = Annotated[str | None, typer.Option(help="Words in the title or the text.")]
PlaceTopic = Annotated[str | None, typer.Option(help="Words in its sentence or the title.")]
Since = Annotated[str | None, typer.Option(help="24h, 3 days, yesterday, or 2026-09-14.")]
PageNumber = Annotated[int, typer.Option(min=1, help="Which page.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print a table, comma-separated.")]


_HOW_TO_READ = " `newsroom read FILE|URL...` reads articles."


class Form(StrEnum):
    """How an answer is printed."""

    CARD = "card"
    JSON = "json"
    CSV = "csv"


def headlines(
    topic: Topic = None,
    feed: Annotated[str | None, typer.Option(help="The outlet, by its name.")] = None,
    since: Since = None,
    page: PageNumber = 1,
    as_json: AsJson = False,
) -> None:
    """The newest articles."""
    query = HeadlineQuery(topic=topic or None, feed=feed or None, since=_moment(since), page=page)
    _ask(query, lambda archive: archive.headlines(query), headlines_card, _form(as_json))


def summary(
    article: Annotated[str, typer.Argument(help="Its number, its address, or some of its title.")],
    length: Annotated[Length, typer.Option(help="How long.")] = Length.STANDARD,
    as_json: AsJson = False,
) -> None:
    """The few sentences that tell an article."""
    query = SummaryQuery(int(article) if article.isdecimal() else article, length=length)

    async def run(archive: Archive) -> tuple[Card, Record]:
        answer = await archive.summary(query)
        return summary_card(query, answer), answer_record(answer)

    card, record = asyncio.run(_with_archive(run))
    _print(card, record, _form(as_json))


def quotes(
    speaker: Annotated[str | None, typer.Option(help="Any part of the name.")] = None,
    topic: PlaceTopic = None,
    since: Since = None,
    indirect: Annotated[
        bool, typer.Option("--indirect", help="Statements in the reporter's words instead.")
    ] = False,
    page: PageNumber = 1,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Who said what."""
    kinds = frozenset({QuoteKind.INDIRECT}) if indirect else SPOKEN
    query = QuoteQuery(
        speaker=speaker or None, topic=topic or None, since=_moment(since), kinds=kinds, page=page
    )
    _ask(query, lambda archive: archive.quotes(query), quotes_card, _form(as_json, as_csv))


def figures(
    topic: PlaceTopic = None,
    kind: Annotated[FigureKind | None, typer.Option(help="Only this kind.")] = None,
    since: Since = None,
    minor: Annotated[
        bool, typer.Option("--minor", help="Ages and numbers in passing, too.")
    ] = False,
    page: PageNumber = 1,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """How many, of what, according to whom."""
    query = FigureQuery(
        topic=topic or None, kind=kind, since=_moment(since), minor=minor, page=page
    )
    _ask(query, lambda archive: archive.figures(query), figures_card, _form(as_json, as_csv))


def search(
    text: Annotated[str, typer.Argument(help="Words to look for.")],
    since: Since = None,
    page: PageNumber = 1,
    as_json: AsJson = False,
) -> None:
    """The sentences that have the words."""
    query = SearchQuery(text, since=_moment(since), page=page)
    _ask(query, lambda archive: archive.search(query), search_card, _form(as_json))


def _moment(since: str | None) -> datetime | None:
    return parse_since(since, datetime.now(UTC)) if since else None


def _ask(
    query: PagedQuery,
    ask: Callable[[Archive], Awaitable[Page[Answer]]],
    draw: Callable[..., Card],
    form: Form,
) -> None:
    """Ask, and print the page; where nothing answers, say what was searched and what to try."""
    page = asyncio.run(_with_archive(ask))
    if not page.items and form is not Form.JSON:  # a table of nothing would lack its header
        raise NothingFound(nothing_for(query) + ("" if narrowed(query) else _HOW_TO_READ))
    _print(draw(replace(query, page=page.number), page), page_record(page), form)


async def _with_archive(ask: Callable[[Archive], Awaitable[Answer]]) -> Answer:
    from bot.cli.library import open_library  # the database takes a third of a second to import
    from bot.store.archive import Archive as StoredArchive

    async with open_library() as (_, database):
        return await ask(StoredArchive(database))


def _form(as_json: bool, as_csv: bool = False) -> Form:
    if as_json and as_csv:
        raise BadInput("Say --json or --csv, not both.")
    return Form.JSON if as_json else Form.CSV if as_csv else Form.CARD


def _print(card: Card, record: Record, form: Form) -> None:
    match form:
        case Form.CARD:
            show(Console(highlight=False), card, datetime.now(UTC))
        case Form.JSON:
            typer.echo(json.dumps(record, ensure_ascii=False, indent=2))
        case Form.CSV:
            typer.echo(csv_table(items_of(record)))
