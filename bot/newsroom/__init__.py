"""The verbs: what Newsroom does with feeds, articles and posts, in steps."""

from bot.newsroom.library import Newsroom, Outcome, Reading, Source

__all__ = ["Newsroom", "Outcome", "Reading", "Source"]
