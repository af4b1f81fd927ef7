"""newsroom try: what a channel would get, shown on our own articles."""

import asyncio
from typing import Annotated

import typer


def try_out(
    once: Annotated[bool, typer.Option("--once", help="Print the tour and end.")] = False,
) -> None:
    """See what it does: a tour on articles that come with it. Needs no token and no network."""
    from bot.tryout import tour

    asyncio.run(tour())
