"""newsroom feed import, export: the feeds of the library from and for other feed readers."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.feed import ask_service, feed
from bot.errors import BadInput, NothingFound
from bot.newsroom.lists import MOST_BYTES
from bot.render.opml import opml, taken_words
from bot.render.words import count, shorten, visible


@feed.command("import")
def import_feeds(
    file: Annotated[Path, typer.Argument(help="OPML, as feed readers export it; - for stdin.")],
) -> None:
    """Follow all feeds of a file."""
    content = _read(file)
    taken = ask_service(lambda service: service.lists.add_to_library(content, datetime.now(UTC)))
    typer.echo(taken_words(taken.new, taken.known, taken.repeated, len(taken.refused)))
    for one in taken.refused:
        typer.echo(f"  {shorten(visible(one.told), 80)}: {one.reason}", err=True)
    if taken.new:
        typer.echo("`newsroom run` reads them from now on.")


@feed.command()
def export(
    file: Annotated[Path | None, typer.Argument(help="Where to write; by default stdout.")] = None,
) -> None:
    """What is followed, as an OPML file for other feed readers."""
    feeds = ask_service(lambda service: service.following.library())
    if not feeds:
        raise NothingFound("The library follows no feeds yet. `newsroom feed add URL` follows one.")
    content = opml("Feeds of Newsroom", feeds, datetime.now(UTC)).encode()
    if file is None:
        sys.stdout.buffer.write(content)
        return
    try:
        file.write_bytes(content)
    except OSError as error:
        raise BadInput(f"{file} cannot be written ({error.strerror}). Name another file.") from None
    typer.echo(f"{count(len(feeds), 'feed')} written to {file}.")


def _read(file: Path) -> bytes:
    """A file as far as it is looked at; a longer one is refused by whoever reads it."""
    try:
        if str(file) == "-":
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput(f"{file} cannot be read ({error.strerror}). Name an OPML file.") from None
