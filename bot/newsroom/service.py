"""All that the living service does, in one hand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from bot.ingest.web import Web
from bot.newsroom.addresses import Addresses, open_addresses
from bot.newsroom.allowance import Allowance
from bot.newsroom.clearing import Clearing
from bot.newsroom.doctor import Doctor
from bot.newsroom.following import Following
from bot.newsroom.library import Newsroom
from bot.newsroom.lists import Lists
from bot.newsroom.polling import Polling
from bot.newsroom.posting import Posting
from bot.newsroom.web import Reader
from bot.store.archive import Archive
from bot.store.articles import Articles
from bot.store.charts import Charts
from bot.store.database import Database
from bot.store.deliveries import Deliveries
from bot.store.entries import Entries
from bot.store.feeds import Feeds
from bot.store.guilds import Guilds
from bot.store.lists import FeedLists
from bot.store.retention import Retention
from bot.workers import Workers


@dataclass(frozen=True, slots=True)
class Service:
    """The verbs that clocks and commands of a running bot call."""

    newsroom: Newsroom
    reader: Reader
    following: Following
    lists: Lists
    polling: Polling
    posting: Posting
    clearing: Clearing
    allowance: Allowance
    addresses: Addresses
    doctor: Doctor


@asynccontextmanager
async def open_service(
    database: Database,
    workers: Workers,
    web: Web,
    interval: timedelta,
    keep_for: timedelta | None = None,
) -> AsyncIterator[Service]:
    """The service over a database, reading the web.

    ``interval`` and ``keep_for`` (None: for ever) are those of the operator.
    """
    articles, feeds, entries = Articles(database), Feeds(database), Entries(database)
    reader = Reader(web, workers)
    async with open_addresses(reader, workers) as addresses:
        yield Service(
            newsroom=Newsroom(articles, workers),
            reader=reader,
            following=Following(feeds, Guilds(database), reader),
            lists=Lists(FeedLists(database), reader, workers, interval),
            polling=Polling(feeds, entries, articles, reader, interval),
            posting=Posting(Archive(database), Deliveries(database)),
            clearing=Clearing(Retention(database), keep_for),
            allowance=Allowance(),
            addresses=addresses,
            doctor=Doctor(Charts(database), reader),
        )
