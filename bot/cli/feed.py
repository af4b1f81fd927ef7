"""newsroom feed add, remove, list: the feeds of the operator's own library."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Annotated, TypeVar

import typer

from bot.errors import NothingFound
from bot.newsroom.following import Following

feed = typer.Typer(help="Feeds of your library: everybody whom the bot answers sees them.")

Result = TypeVar("Result")


@feed.command()
def add(url: Annotated[str, typer.Argument(help="Of a feed, or of the site itself.")]) -> None:
    """Follow a feed."""
    found = _run(lambda following: following.add_to_library(url, datetime.now(UTC)))
    newest = found.newest[0].title if found.newest else "it has no items now"
    typer.echo(f"{found.title} is followed: {found.url}\nNewest: {newest}")
    typer.echo("`newsroom run` reads it from now on.")


@feed.command()
def remove(name: Annotated[str, typer.Argument(help="Its name or address.")]) -> None:
    """Follow a feed no longer."""
    gone = _run(lambda following: following.remove_from_library(name))
    typer.echo(f"{gone.title or gone.url} is no longer followed.")


@feed.command("list")
def list_feeds() -> None:
    """What is followed, and how each feed is doing."""
    feeds = _run(lambda following: following.library())
    if not feeds:
        raise NothingFound("The library follows no feeds yet. `newsroom feed add URL` follows one.")
    for one in feeds:
        health = one.health
        doing = health.sentence or (
            f"read {health.read:%Y-%m-%d %H:%M} UTC" if health.read else "not read yet"
        )
        typer.echo(f"{one.title or one.url}\n  {one.url}\n  {doing}")


def _run(ask: Callable[[Following], Awaitable[Result]]) -> Result:
    return asyncio.run(_with_following(ask))


async def _with_following(ask: Callable[[Following], Awaitable[Result]]) -> Result:
    from bot.cli.library import open_database, start
    from bot.ingest.web import Web
    from bot.newsroom.service import open_service
    from bot.workers import Workers

    settings = start()
    async with (
        open_database(settings.database) as database,
        Workers() as workers,
        Web(contact=settings.told_to_sites, allowed=settings.fetch_allow_hosts) as web,
        open_service(database, workers, web, timedelta()) as service,
    ):
        return await ask(service.following)
