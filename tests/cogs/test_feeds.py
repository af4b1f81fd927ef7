"""/feed: what a server follows, by those who may manage it, on feeds of a real site."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.client import NewsroomClient
from bot.ingest.web import Web
from bot.newsroom.service import open_service
from bot.store.archive import Archive
from bot.store.database import Database
from bot.store.deliveries import Deliveries
from bot.store.questions import Questions
from bot.tryout import NOW
from bot.workers import Workers
from tests.cogs.conftest import answer, text
from tests.fakes import LOOPBACK, Answer, Site, serve

FEED = b"""<rss version="2.0"><channel><title>Harbour Times</title>
<item><title>Gull eats bread</title><link>https://harbour.example/gull</link>
<pubDate>Mon, 14 Sep 2026 09:00:00 GMT</pubDate></item>
<item><title>Tide takes the pier</title><link>https://harbour.example/tide</link>
<pubDate>Mon, 14 Sep 2026 10:00:00 GMT</pubDate></item></channel></rss>"""
BRIEF = {"Connection": "close"}
"""A line that is kept would hold up each command for as long."""

HOME = b'<html><link rel="alternate" type="application/rss+xml" href="/feed.xml">Hello</html>'


@dataclass(frozen=True, slots=True)
class Desk:
    """A channel of a server with a manager and a member, the database, and a site with a feed."""

    channel: Any
    guild: Any
    manager: Any
    member: Any
    database: Database
    site: Site

    async def ask(self, command: str, **options: Any) -> str:
        told = answer(await self.manager.slash(self.channel, f"feed {command}", **options))
        assert told.ephemeral
        return text(told)


@pytest.fixture
async def desk(tmp_path: Path, workers: Workers) -> AsyncIterator[Desk]:
    database = await Database.open(f"sqlite:///{tmp_path}/newsroom.db")
    async with (
        serve() as site,
        Web(allowed=LOOPBACK) as web,
        open_service(database, workers, web, timedelta(hours=1)) as service,
    ):
        site.says("/feed.xml", Answer(FEED, headers=BRIEF))
        site.says("/", Answer(HOME, headers=BRIEF))
        client = NewsroomClient(
            Archive(database), Questions(database), lambda: NOW, service=service, shard_count=1
        )
        env = simcord.Env(client, settle_timeout=30)
        await env.start()
        try:
            guild = env.create_guild(name="Newsroom")
            role = guild.create_role("managers", permissions=discord.Permissions(manage_guild=True))
            manager = guild.add_member(env.create_user("mod"), roles=[role])
            member = guild.add_member(env.create_user("alice"))
            channel = guild.create_text_channel("news")
            yield Desk(channel, guild, manager, member, database, site)
        finally:
            await env.shutdown()
    await database.close()


async def test_a_feed_is_followed_listed_tried_and_removed(desk: Desk) -> None:
    added = await desk.ask("add", url=desk.site.url("/feed.xml"), channel=desk.channel)
    assert "Harbour Times is followed" in added
    assert "Tide takes the pier" in added
    assert "Gull eats bread" not in added  # the newest proves it
    listed = await desk.ask("list")
    assert "Feeds here · 1 feed" in listed
    assert "in #news" in listed
    assert "Gull eats bread" in await desk.ask("test", feed="harbour")
    assert "no longer followed" in await desk.ask("remove", feed="Harbour Times")
    assert "follows no feeds yet" in await desk.ask("list")


async def test_the_address_of_a_site_finds_its_feed(desk: Desk) -> None:
    added = await desk.ask("add", url=desk.site.url("/"), channel=desk.channel)
    assert "Harbour Times is followed" in added


async def test_a_feed_is_not_followed_twice(desk: Desk) -> None:
    await desk.ask("add", url=desk.site.url("/feed.xml"), channel=desk.channel)
    again = await desk.ask("add", url=desk.site.url("/feed.xml"), channel=desk.channel)
    assert "follows that feed already" in again


async def test_an_address_that_cannot_be_read_is_a_sentence(desk: Desk) -> None:
    desk.site.says("/gone", Answer(status=404, headers=BRIEF))
    for url, told in (
        (desk.site.url("/gone"), "404"),
        ("http://169.254.169.254/latest", "public web site"),
    ):
        assert told in await desk.ask("add", url=url, channel=desk.channel)
    assert "follows no feeds yet" in await desk.ask("list")


async def test_a_channel_that_takes_no_posts_is_told_before_anything_is_fetched(desk: Desk) -> None:
    closed = desk.guild.create_text_channel(
        "closed", overwrites={desk.guild.me: discord.PermissionOverwrite(send_messages=False)}
    )
    told = await desk.ask("add", url=desk.site.url("/feed.xml"), channel=closed)
    assert "Send Messages" in told
    assert not desk.site.requests


async def test_the_list_says_where_news_wait(desk: Desk) -> None:
    await desk.ask("add", url=desk.site.url("/feed.xml"), channel=desk.channel)
    await Deliveries(desk.database).pause(desk.channel.id, "I may not post there any more.", NOW)
    listed = await desk.ask("list")
    assert "1 in trouble" in listed
    assert "Its news wait" in listed


async def test_only_managers_of_the_server_see_the_group(desk: Desk) -> None:
    group = desk.manager.available_commands(desk.channel)
    assert "feed add" in group
    assert "feed add" not in desk.member.available_commands(desk.channel)


async def test_a_list_is_followed_and_handed_out_to_managers_alone(desk: Desk) -> None:
    inside = '<outline type="rss" text="Inside" xmlUrl="http://169.254.169.254/feed"/>'
    good = f'<outline type="rss" text="T &amp;amp; H" xmlUrl="{desk.site.url("/feed.xml")}"/>'
    file = ("list.opml", f"<opml><body>{good}{inside}</body></opml>".encode())
    told = await desk.ask("import", file=file, channel=desk.channel)
    assert "1 feed is new, 1 was refused" in told
    assert "public web site" in told
    assert not desk.site.requests
    assert "1 was followed already" in await desk.ask("import", file=file, channel=desk.channel)
    exported = answer(await desk.manager.slash(desk.channel, "feed export"))
    assert exported.ephemeral
    (attached,) = exported.attachments
    assert attached.filename == "feeds.opml"


async def test_a_file_that_is_no_list_and_one_that_is_too_large_are_sentences(desk: Desk) -> None:
    page = ("page.html", b"<html>Tide</html>")
    assert "no OPML file" in await desk.ask("import", file=page, channel=desk.channel)
    large = ("large.opml", b" " * 20_000_001)
    assert "larger than 20 MB" in await desk.ask("import", file=large, channel=desk.channel)
    assert "follows no feeds yet" in await desk.ask("export")
