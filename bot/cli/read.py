"""newsroom read: articles from files and folders into the operator's library."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bot.errors import BadInput, Unreadable
from bot.newsroom import Newsroom, Outcome, Reading, Source
from bot.render.words import count, shorten, visible

_ARTICLES = {".txt", ".text", ".html", ".htm", ".xhtml"}
_MOST_BYTES = 20_000_000
_WORDS = {
    Outcome.NEW: "new",
    Outcome.UNCHANGED: "unchanged",
    Outcome.CHANGED: "changed",
    Outcome.REFUSED: "refused",
}


def read(
    sources: Annotated[
        list[str], typer.Argument(help="Files, or folders of .txt and .html files.")
    ],
) -> None:
    """Read articles into the library: plain text or HTML."""
    from bot.cli.library import open_library

    async def run() -> list[Reading]:
        from bot.store.articles import Articles
        from bot.workers import Workers

        async with open_library() as database, Workers() as workers:
            return await read_all(Newsroom(Articles(database), workers), found, datetime.now(UTC))

    found = tuple(find_sources(sources))
    readings = asyncio.run(run())
    report(readings)
    if all(reading.outcome is Outcome.REFUSED for reading in readings):
        raise typer.Exit(Unreadable.exit_code)


def find_sources(names: Sequence[str]) -> Iterator[Source]:
    """Each named file, and the articles of each named folder, in the order of their names.

    Raises BadInput for what is not there, for an address, and for a folder without articles.
    """
    for name in names:
        path = Path(name)
        if "://" in name and not path.exists():
            raise BadInput(f"{name} is an address. Save the page as a file, and read the file.")
        if not path.exists():
            raise BadInput(f"{name} is not there. Name a file or a folder.")
        if path.is_dir():
            files = sorted(p for p in path.rglob("*") if p.suffix.lower() in _ARTICLES)
            if not files:
                raise BadInput(f"{name} has no articles. They are files that end in .txt or .html.")
            yield from (Source(str(file), partial(_read_bytes, file)) for file in files)
        else:
            yield Source(name, partial(_read_bytes, path))


def _read_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise Unreadable(f"It is larger than {_MOST_BYTES // 1_000_000} MB: no article is.")
    return content


async def read_all(
    newsroom: Newsroom, sources: Sequence[Source], now: datetime, console: Console | None = None
) -> list[Reading]:
    """Read and analyse, with a bar that shows how far we are."""
    readings = []
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console or Console(stderr=True),
        transient=True,
    ) as progress:
        bar = progress.add_task("Reading", total=len(sources))
        async for reading in newsroom.read(sources, now):
            readings.append(reading)
            progress.advance(bar)
        fresh = sum(r.outcome in (Outcome.NEW, Outcome.CHANGED) for r in readings)
        bar = progress.add_task("Analysing", total=fresh)
        async for _ in newsroom.analyse_waiting(now):
            progress.advance(bar)
    return readings


def report(readings: Sequence[Reading]) -> None:
    """Say how many were new, unchanged, changed and refused, and why each was refused."""
    outcomes = Counter(reading.outcome for reading in readings)
    told = [f"{outcomes[outcome]} {word}" for outcome, word in _WORDS.items() if outcomes[outcome]]
    typer.echo(f"{count(len(readings), 'article')} read: {', '.join(told)}.")
    for reading in readings:
        if reading.outcome is Outcome.REFUSED:
            typer.echo(f"  {shorten(visible(reading.source), 80)}: {reading.reason}", err=True)
