"""newsroom feed add, remove, list, doctor, resume: the feeds of the operator's own library."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated, TypeVar

import typer
from rich.console import Console

from bot.doctor import CheckUp
from bot.errors import BadInput, NothingFound, SeveralFeeds
from bot.model import FeedLink, ListedFeed
from bot.newsroom.doctor import choose_patient, habits
from bot.newsroom.following import NewFeed
from bot.newsroom.service import Service
from bot.render.doctor import checkup_card, checkup_record
from bot.render.offers import offers_list
from bot.render.terminal import show
from bot.render.words import count

feed = typer.Typer(help="Feeds of your library: everybody whom the bot answers sees them.")

Result = TypeVar("Result")

_NO_FEEDS = "The library follows no feeds yet. `newsroom feed add URL` follows one."


@feed.command()
def add(
    url: Annotated[str, typer.Argument(help="Of a feed, or of the site itself.")],
    choose: Annotated[
        int | None, typer.Option(min=1, help="Which feed, where the site offers several.")
    ] = None,
) -> None:
    """Follow a feed."""
    now = datetime.now(UTC)

    async def follow(service: Service) -> NewFeed:
        place, number = url, choose
        while True:
            try:
                return await service.following.add_to_library(place, now)
            except SeveralFeeds as several:
                place, number = _choose(place, several.feeds, number), None

    found = ask_service(follow)
    newest = found.newest[0].title if found.newest else "it has no items now"
    typer.echo(f"{found.title} is followed: {found.url}\nNewest: {newest}")
    typer.echo("`newsroom run` reads it from now on.")


def _choose(url: str, feeds: Sequence[FeedLink], number: int | None) -> str:
    """The address of the feed of that number; raises BadInput where there is none, after a list."""
    if number is not None and number <= len(feeds):
        return feeds[number - 1].url
    typer.echo(offers_list(feeds))
    raise BadInput(
        f"{url} offers {len(feeds)} feeds. Choose one: add --choose with a number from 1 to "
        f"{len(feeds)}, or give the feed's own address."
    )


@feed.command()
def remove(name: Annotated[str, typer.Argument(help="Its name or address.")]) -> None:
    """Follow a feed no longer."""
    gone = ask_service(lambda service: service.following.remove_from_library(name))
    typer.echo(f"{gone.title or gone.url} is no longer followed.")


@feed.command("list")
def list_feeds() -> None:
    """What is followed, and how each feed is doing."""
    feeds = ask_service(lambda service: service.following.library())
    if not feeds:
        raise NothingFound(_NO_FEEDS)
    for one in feeds:
        health = one.health
        doing = health.sentence or (
            f"read {health.read:%Y-%m-%d %H:%M} UTC" if health.read else "not read yet"
        )
        typer.echo(f"{one.title or one.url}\n  {one.url}\n  {doing}\n  in the log: feed={one.id}")
    if any(one.health.sentence for one in feeds):
        typer.echo("\n`newsroom feed doctor` says what is wrong and what you can do.")


@feed.command()
def resume(name: Annotated[str, typer.Argument(help="Its name or address.")]) -> None:
    """Read a paused feed again."""
    resumed = ask_service(lambda service: service.following.resume_in_library(name))
    typer.echo(f"{resumed.title or resumed.url} is no longer paused. `newsroom run` reads it now.")


@feed.command()
def doctor(
    name: Annotated[
        str | None,
        typer.Argument(help="Its name, or any address. Without: all feeds that are not well."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON list.")] = False,
) -> None:
    """What is wrong with a feed, since when, what the bot does about it, what you can do."""
    now = datetime.now(UTC)
    with Console(stderr=True).status("Looking"):
        told, followed = ask_service(lambda service: _examine(service, name, now))
    if as_json:
        records = [checkup_record(one) for one in told]
        typer.echo(json.dumps(records, ensure_ascii=False, indent=2))
        return
    console = Console(highlight=False)
    for one in told:
        show(console, checkup_card(one), now)
    if not told:
        typer.echo(f"Nothing is known to be wrong: your library has {count(followed, 'feed')}.")


async def _examine(
    service: Service, name: str | None, now: datetime
) -> tuple[Sequence[CheckUp], int]:
    """What the doctor says, and how many feeds the library has."""
    feeds = await service.following.library()
    its_habits = habits("newsroom feed")
    if name is None:
        if not feeds:
            raise NothingFound(_NO_FEEDS)
        return await service.doctor.find_ill(feeds, its_habits, now), len(feeds)
    patient = choose_patient(feeds, name)
    if isinstance(patient, ListedFeed):
        return (await service.doctor.examine(patient, its_habits, now),), len(feeds)
    return (await service.doctor.look_at(patient, its_habits, now),), len(feeds)


def ask_service(ask: Callable[[Service], Awaitable[Result]]) -> Result:
    """What the service answers that is opened for one question."""
    return asyncio.run(_ask_service(ask))


async def _ask_service(ask: Callable[[Service], Awaitable[Result]]) -> Result:
    from bot.cli.library import open_database, start
    from bot.cli.web import open_web
    from bot.newsroom.service import open_service
    from bot.workers import Workers

    settings = start()
    interval = timedelta(seconds=settings.poll_seconds)
    async with (
        open_database(settings.database) as database,
        Workers() as workers,
        open_web(settings) as web,
        open_service(database, workers, web, interval) as service,
    ):
        return await ask(service)
