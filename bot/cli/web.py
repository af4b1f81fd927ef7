"""The web as the commands read it."""

from bot.ingest.web import Web
from bot.settings import Settings


def open_web(settings: Settings) -> Web:
    """The web as the operator lets it be read; to be opened where an event loop runs."""
    return Web(
        contact=settings.told_to_sites,
        allowed=settings.fetch_allow_hosts,
        proxy=settings.fetch_proxy,
    )
