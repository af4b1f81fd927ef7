"""newsroom run: the service."""

import asyncio
from datetime import UTC, datetime

from bot.errors import BadSettings
from bot.settings import Settings

_NO_TOKEN = (
    "There is no DISCORD_TOKEN. "
    "Make an application at https://discord.com/developers/applications, copy its token from the "
    "page Bot, and put DISCORD_TOKEN=... into a file named .env here. "
    "`newsroom try` shows everything without a token."
)


def run() -> None:
    """Join Discord and answer until told to stop. Needs DISCORD_TOKEN."""
    from bot.cli.library import start

    settings = start()
    if settings.discord_token is None:
        raise BadSettings(_NO_TOKEN)
    asyncio.run(_serve(settings, settings.discord_token.get_secret_value()))


async def _serve(settings: Settings, token: str) -> None:
    from bot.cli.library import open_database
    from bot.client import NewsroomClient
    from bot.store.archive import Archive
    from bot.store.questions import Questions

    async with open_database(settings.database) as database:
        client = NewsroomClient(
            Archive(database),
            Questions(database),
            lambda: datetime.now(UTC),
            homepage=settings.homepage,
        )
        async with client:
            await client.start(token)
