"""The tables, each column grouped by where it comes from: the feed, the web, us."""

from bot.store.schema.articles import (
    PASSAGES,
    analyses,
    articles,
    feed_articles,
    feed_outlets,
    figures,
    passages,
    questions,
    quotes,
    revisions,
    speakers,
)
from bot.store.schema.base import metadata
from bot.store.schema.feeds import SHELF, entries, feeds, follows
from bot.store.schema.posts import channels, deliveries, state

__all__ = [
    "PASSAGES",
    "SHELF",
    "analyses",
    "articles",
    "channels",
    "deliveries",
    "entries",
    "feed_articles",
    "feed_outlets",
    "feeds",
    "figures",
    "follows",
    "metadata",
    "passages",
    "questions",
    "quotes",
    "revisions",
    "speakers",
    "state",
]
