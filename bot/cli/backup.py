"""newsroom backup: a whole, sound copy of the database, while it is in use."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer


def backup(file: Annotated[Path, typer.Argument(help="Where the copy goes: a new file.")]) -> None:
    """Copy the database into a new file. A plain copy of one that is in use is often damaged."""
    from bot.cli.library import start
    from bot.store.backup import backup as copy

    size = asyncio.run(copy(start().database, file))
    typer.echo(f"{file} holds the whole database: {size:,} bytes, checked.")
