"""newsroom try: what a channel would get, shown on our own articles."""

import asyncio
import sys
from typing import Annotated

import typer
from rich.console import Console


def try_out(
    once: Annotated[bool, typer.Option("--once", help="Print the tour and end.")] = False,
) -> None:
    """See what it does, on articles that come with it: a tour, then the bot in a local page.

    Needs no token and no network. Where there is no terminal, the tour is all.
    """
    alone = once or not (sys.stdin.isatty() and sys.stdout.isatty())
    try:
        asyncio.run(_try_out(Console(highlight=False), alone=alone))
    except KeyboardInterrupt:
        print()


async def _try_out(console: Console, *, alone: bool) -> None:
    from bot.cli.seeds import open_seeds
    from bot.store.archive import Archive
    from bot.tryout.page import show_page
    from bot.tryout.tour import show_tour

    async with open_seeds() as database:
        await show_tour(console, Archive(database))
        if not alone:
            await show_page(console, database)
