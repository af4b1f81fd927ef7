"""newsroom try: where our own articles are, a tour of them, and the bot in a page."""

from datetime import datetime
from pathlib import Path

import bot

NOW = datetime.fromisoformat("2026-09-21T08:00:00+00:00")
"""The hour at which everything here takes place: our articles are of the week before it."""


def seeds_folder() -> Path:
    """Where the articles are that come with the project: in the package, or beside it."""
    package = Path(bot.__file__).parent
    installed = package / "seeds" / "articles"
    return installed if installed.is_dir() else package.parent / "seeds" / "articles"
