"""newsroom read: articles from files and folders into the operator's library."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bot.errors import BadInput, NewsError, Unreadable
from bot.ingest.extract import parse_file
from bot.model import Article
from bot.newsroom import Newsroom, Outcome, Reading, Source
from bot.newsroom.web import Reader
from bot.render.words import count, shorten, visible
from bot.workers import Workers

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
        list[str],
        typer.Argument(help="Files, folders of .txt and .html files, addresses of pages or feeds."),
    ],
) -> None:
    """Read articles into the library: plain text, HTML, pages and feeds of the web."""
    from bot.cli.library import open_library

    async def run() -> list[Reading]:
        from bot.cli.web import open_web
        from bot.store.articles import Articles

        now = datetime.now(UTC)
        async with (
            open_library() as (settings, database),
            Workers() as workers,
            open_web(settings) as web,
        ):
            found = list(find_files(files, workers))
            for url in addresses:
                found += await find_pages(url, Reader(web, workers), now)
            return await read_all(Newsroom(Articles(database), workers), found, now)

    addresses = [name for name in sources if is_address(name)]
    files = list_files([name for name in sources if not is_address(name)])
    readings = asyncio.run(run())
    report(readings)
    if all(reading.outcome is Outcome.REFUSED for reading in readings):
        raise typer.Exit(Unreadable.exit_code)


def is_address(name: str) -> bool:
    """Whether somebody means the web.

    >>> is_address("https://harbour.example/tide"), is_address("articles/tide.txt")
    (True, False)
    """
    return name.lower().startswith(("http://", "https://"))


def list_files(names: Sequence[str]) -> list[Path]:
    """Each named file, and the articles of each named folder, in the order of their names.

    Raises BadInput for what is not there, and for a folder without articles.
    """
    found: list[Path] = []
    for path in map(Path, names):
        if not path.exists():
            raise BadInput(f"{path} is not there. Name a file, a folder, or an https:// address.")
        files = [path]
        if path.is_dir():
            files = sorted(p for p in path.rglob("*") if p.suffix.lower() in _ARTICLES)
            if not files:
                raise BadInput(f"{path} has no articles. They are files that end in .txt or .html.")
        found += files
    return found


def find_files(paths: Iterable[Path], workers: Workers) -> Iterator[Source]:
    """The article in each file, parsed in a process of its own."""

    async def parse(path: Path) -> Article:
        content = await asyncio.to_thread(_read_bytes, path)
        return await workers.run(parse_file, content, str(path))

    return (Source(str(path), partial(parse, path)) for path in paths)


async def find_pages(url: str, reader: Reader, now: datetime) -> list[Source]:
    """The article at an address, or those of the feed there."""

    async def fail(error: NewsError) -> Article:
        raise error

    try:
        fetched = await reader.get_feed(url, None, None)
    except NewsError as error:
        return [Source(url, partial(fail, error))]
    try:
        feed = await reader.parse(fetched, now)
    except NewsError:
        return [Source(url, partial(reader.read_fetched, fetched))]
    return [
        Source(
            entry.url or entry.title,
            partial(reader.read_entry, entry, fetched.url, feed.title, patient=False),
        )
        for entry in feed.entries
    ]


def _read_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise Unreadable(f"It is larger than {_MOST_BYTES // 1_000_000} MB: no article is.")
    return content


async def read_all(
    newsroom: Newsroom, sources: Sequence[Source], now: datetime, console: Console | None = None
) -> list[Reading]:
    """Read and analyse, with a bar that shows how far we are where somebody looks on."""
    readings = []
    console = console or Console(stderr=True)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
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
            typer.echo(f"  {_refusal(reading.source, str(reading.reason))}", err=True)


def _refusal(source: str, reason: str) -> str:
    """What was refused, and why; a reason may name it itself.

    >>> _refusal("a.txt", "a.txt is empty."), _refusal("b.html", "It has no article.")
    ('a.txt is empty.', 'b.html: It has no article.')
    """
    return reason if reason.startswith(source) else f"{shorten(visible(source), 80)}: {reason}"
