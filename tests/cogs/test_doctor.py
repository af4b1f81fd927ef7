"""/feed doctor and /feed resume, and the choice between several feeds of a site."""

from datetime import timedelta

import discord

from bot.store.deliveries import Deliveries
from bot.store.feeds import Feeds
from bot.store.guilds import Guilds
from bot.tryout import NOW
from tests.cogs.conftest import answer, choices, text
from tests.cogs.test_feeds import BRIEF, FEED, Desk, desk
from tests.fakes import Answer, challenge

__all__ = ["desk"]

SECRET = "https://gull.example/feed?key=secret"
LINK = b'<link rel="alternate" type="application/rss+xml" href="%s" title="%s">'
PAGE = b"<html>" + b"".join(
    LINK % one
    for one in (
        (b"/comments/feed", b"Harbour: comments"),
        (b"/feed.xml", b"Harbour: all news"),
        (b"/sport.xml", b"Harbour: sport"),
    )
)


async def follow(desk: Desk, url: str = "", *, guild: int | None = None) -> int:
    """Let a server follow a feed that was read well."""
    feeds = Feeds(desk.database)
    feed = await feeds.add_feed(url or desk.site.url("/feed.xml"), "Harbour Times", now=NOW)
    await Guilds(desk.database).follow(guild or desk.guild.id, feed, desk.channel.id, NOW)
    return feed


async def fail(desk: Desk, feed: int, status: int, *, days: int) -> None:
    at = NOW - timedelta(days=days)
    later = NOW + timedelta(hours=3)
    await Feeds(desk.database).failed(feed, "refused by the site", status, "No.", later, at)


async def test_a_healthy_feed_hears_that_nothing_is_wrong(desk: Desk) -> None:
    await follow(desk)
    told = await desk.ask("doctor", feed="harbour")
    assert "Nothing is wrong with Harbour Times" in told
    assert "2 items" in told
    assert "not read yet" in told


async def test_a_feed_that_fails_is_told_in_four_answers(desk: Desk) -> None:
    feed = await follow(desk)
    await fail(desk, feed, 403, days=3)
    desk.site.says("/feed.xml", challenge("", cf_mitigated="challenge", **BRIEF))
    told = await desk.ask("doctor", feed="Harbour Times")
    assert "Harbour Times · 1 thing wrong" in told
    assert "asks for proof of a person (bot challenge, Cloudflare)" in told
    assert f"since <t:{int((NOW - timedelta(days=3)).timestamp())}:f>" in told
    assert "What we do:" in told
    assert "What you can do:" in told


async def test_any_address_can_be_examined(desk: Desk) -> None:
    desk.site.says("/gone", Answer(status=410, headers=BRIEF))
    assert "not followed here" in await desk.ask("doctor", feed=desk.site.url("/gone"))
    assert "private network" in await desk.ask("doctor", feed="http://169.254.169.254/latest")
    assert "No feed of this name" in await desk.ask("doctor", feed="Gull Post")


async def test_what_another_server_follows_is_not_known_here(desk: Desk) -> None:
    feed = await follow(desk, guild=desk.guild.id + 1)
    await fail(desk, feed, 500, days=3)
    hidden = await follow(desk, SECRET, guild=desk.guild.id + 1)
    await fail(desk, hidden, 500, days=3)
    assert "No feed of this name" in await desk.ask("doctor", feed="Harbour Times")
    told = await desk.ask("doctor", feed=desk.site.url("/feed.xml"))
    assert "not followed here" in told
    assert "since" not in told
    assert "secret" not in told


async def test_a_channel_that_takes_no_posts_is_a_finding(desk: Desk) -> None:
    await follow(desk)
    await Deliveries(desk.database).pause(desk.channel.id, "I may not post there any more.", NOW)
    told = await desk.ask("doctor", feed="harbour")
    assert "Its news cannot be posted: I may not post there any more." in told


async def test_a_channel_without_permissions_is_a_finding_before_anything_is_posted(
    desk: Desk,
) -> None:
    closed = desk.guild.create_text_channel(
        "closed", overwrites={desk.guild.me: discord.PermissionOverwrite(send_messages=False)}
    )
    feed = await Feeds(desk.database).add_feed(desk.site.url("/feed.xml"), "Harbour Times", now=NOW)
    await Guilds(desk.database).follow(desk.guild.id, feed, closed.id, NOW)
    assert "I lack Send Messages in #closed" in await desk.ask("doctor", feed="harbour")


async def test_a_paused_feed_is_resumed(desk: Desk) -> None:
    feed = await follow(desk)
    assert "is not paused" in await desk.ask("resume", feed="harbour")
    await fail(desk, feed, 410, days=3)
    await Feeds(desk.database).pause(feed, "The site has taken this address down (410).")
    told = await desk.ask("doctor", feed="harbour")
    assert "The feed is paused" in told
    assert "/feed resume" in told
    assert "is read again" in await desk.ask("resume", feed="harbour")
    assert [one.id for one in await Feeds(desk.database).due(NOW, 9)] == [feed]
    assert "Nothing is wrong" in await desk.ask("doctor", feed="harbour")


async def test_the_doctor_is_counted_like_any_other_fetch(desk: Desk) -> None:
    for _ in range(5):
        await desk.ask("doctor", feed=desk.site.url("/feed.xml"))
    assert "Five addresses a minute" in await desk.ask("doctor", feed=desk.site.url("/feed.xml"))


async def test_several_feeds_of_a_site_are_a_choice_and_the_chosen_one_is_followed(
    desk: Desk,
) -> None:
    desk.site.says("/", Answer(PAGE, headers=BRIEF))
    desk.site.says("/sport.xml", Answer(FEED.replace(b"Times", b"Sport"), headers=BRIEF))
    asked = await desk.manager.slash(
        desk.channel, "feed add", url=desk.site.url("/"), channel=desk.channel
    )
    offered = answer(asked)
    assert offered.ephemeral
    assert "This site offers 3 feeds" in text(offered)
    assert [one["label"] for one in choices(offered)] == [
        *("Harbour: all news", "Harbour: sport", "Harbour: comments"),
    ]
    assert "follows no feeds yet" in await desk.ask("list")
    url = desk.site.url("/sport.xml")
    await desk.manager.select(offered, [url])
    assert "Harbour Sport is followed" in text(offered)
    assert "Harbour Sport" in await desk.ask("list")


async def test_a_chosen_feed_that_cannot_be_read_is_a_sentence_and_the_menu_stays(
    desk: Desk,
) -> None:
    desk.site.says("/", Answer(PAGE, headers=BRIEF))
    desk.site.says("/sport.xml", Answer(status=404, headers=BRIEF))
    asked = await desk.manager.slash(
        desk.channel, "feed add", url=desk.site.url("/"), channel=desk.channel
    )
    offered = answer(asked)
    picked = await desk.manager.select(offered, [desk.site.url("/sport.xml")])
    assert "404" in text(picked.followups[0])
    assert len(choices(offered)) == 3


async def test_a_chosen_page_of_feeds_offers_its_own(desk: Desk) -> None:
    desk.site.says("/", Answer(PAGE, headers=BRIEF))
    desk.site.says("/sport.xml", Answer(PAGE.replace(b"Harbour", b"Sport"), headers=BRIEF))
    asked = await desk.manager.slash(
        desk.channel, "feed add", url=desk.site.url("/"), channel=desk.channel
    )
    offered = answer(asked)
    await desk.manager.select(offered, [desk.site.url("/sport.xml")])
    assert "Sport: all news" in [one["label"] for one in choices(offered)]
