"""newsroom bench: how fast it is here, and how much memory it takes."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.bench.parts import STAYING, Part, Size, measure
from bot.bench.results import Result

_ARTICLES, _FEEDS, _MINUTES = 3_000, 100, 0.25
"""Enough for figures that can be compared, within a minute or two."""

MARKS = {True: "[green]✓[/] ", False: "[red]✗[/] ", None: ""}
"""Before what should be: whether it is."""

_WHOLE = "newsroom bench --folder FOLDER --articles 500000 --feeds 1000 --minutes 5"


def bench(
    articles: Annotated[int, typer.Option(min=200, help="That the store holds.")] = _ARTICLES,
    feeds: Annotated[int, typer.Option(min=10, help="That are polled.")] = _FEEDS,
    minutes: Annotated[float, typer.Option(min=0.1, help="Of polling.")] = _MINUTES,
    folder: Annotated[
        Path | None, typer.Option(help="That keeps the articles for the next time.")
    ] = None,
    only: Annotated[Part | None, typer.Option(help="Measure nothing else.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Measure store, polling, clearing and analysis on texts and feeds of its own making.

    They stand in a temporary folder, about 17 KB an article, and on this machine alone; nothing of
    yours is read or changed. With --folder they stay, and only what is missing is made: the folder
    must be empty or of an earlier bench, and nothing in it is cleared without --only clearing.
    """
    console = Console(stderr=True)
    if (articles, feeds, minutes) == (_ARTICLES, _FEEDS, _MINUTES):
        console.print(f"A small run, of a minute or two. At full size: {_WHOLE}", soft_wrap=True)
    results = asyncio.run(_measure(console, only, Size(articles, feeds, minutes), folder))
    if as_json:
        typer.echo(json.dumps([asdict(result) for result in results], indent=1))
    else:
        Console().print(make_table(results))


async def _measure(
    console: Console, only: Part | None, size: Size, folder: Path | None
) -> list[Result]:
    """Measure, and say what was measured last while the rest goes on."""
    kept = tuple(Part) if folder is None else STAYING
    parts = (only,) if only else kept
    results: list[Result] = []
    with console.status("Measuring") as status:
        async for result in measure(parts, size, folder):
            results.append(result)
            status.update(f"{result.what}: {format_figure(result.value)} {result.unit}")
    return results


def make_table(results: Sequence[Result]) -> Table:
    """The results, a line each, those of a part together."""
    table = Table("", "what", "usual", "19 of 20", "most", "", "should be")
    for column in table.columns[2:5]:
        column.justify = "right"
    last = None
    for result in results:
        if last is not None and result.group != last:
            table.add_section()
        table.add_row(
            result.group if result.group != last else "",
            result.what,
            format_figure(result.value),
            format_figure(result.p95),
            format_figure(result.most),
            result.unit,
            MARKS[result.is_met] + (result.bar or ""),
        )
        last = result.group
    return table


def format_figure(value: float | None) -> str:
    """A figure as it is read: digits behind the point only where there are few before it.

    >>> format_figure(1234.5), format_figure(7.25), format_figure(None)
    ('1,234', '7.2', '')
    """
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"
