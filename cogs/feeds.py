"""/feed add, remove, list, test, doctor, resume, import, export: what this server follows."""

from dataclasses import replace
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import NewsroomClient
from bot.doctor import Sign, Symptom
from bot.errors import NewsError, NotAFeed, NothingFound, SeveralFeeds
from bot.model import ListedFeed, Trouble
from bot.newsroom.addresses import Addresses
from bot.newsroom.allowance import Allowance
from bot.newsroom.doctor import Doctor, choose_patient, habits
from bot.newsroom.following import Following, NewFeed
from bot.newsroom.lists import MOST_BYTES, Lists
from bot.newsroom.posting import Posting
from bot.render.card import Card
from bot.render.doctor import checkup_card
from bot.render.feeds import (
    FeedState,
    feeds_card,
    new_feed_card,
    removed_feed_card,
    resumed_feed_card,
    tried_feed_card,
)
from bot.render.offers import offers_card
from bot.render.opml import list_card, opml, taken_card, taken_words
from bot.render.posts import post_card
from cogs.ui.answers import Answers, answers_of
from cogs.ui.files import show_file
from cogs.ui.following import FollowSelect
from cogs.ui.layout import layout
from cogs.ui.places import check_may_post, missing

MOST_CHOICES = 25
HABITS = habits("/feed")


@app_commands.guild_only()
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_guild=True)
class Feeds(commands.GroupCog, group_name="feed", group_description="What this server follows"):
    """Answers /feed; Manage Server stands on the group, where Discord keeps it."""

    def __init__(
        self,
        following: Following,
        lists: Lists,
        posting: Posting,
        addresses: Addresses,
        doctor: Doctor,
        answers: Answers,
        allowance: Allowance,
    ) -> None:
        self._following = following
        self._lists = lists
        self._posting = posting
        self._addresses = addresses
        self._doctor = doctor
        self._answers = answers
        self._allowance = allowance

    @app_commands.command()
    @app_commands.describe(
        url="The address of a feed, or of the site itself", channel="Where its news are posted"
    )
    async def add(
        self, interaction: discord.Interaction[Any], url: str, channel: discord.TextChannel
    ) -> None:
        """Follow a feed: its news are posted in a channel."""
        check_may_post(channel)
        self._allowance.spend(interaction.user.id, self._answers.now())
        await interaction.response.defer(ephemeral=True, thinking=True)
        now = self._answers.now()
        try:
            feed = await self._following.find(url, now)
        except SeveralFeeds as several:
            await _show(interaction, offers_card(several.feeds, channel.id, channel.name))
            return
        await self._following.follow(channel.guild.id, channel.id, feed, now)
        await _show(interaction, new_feed_card(feed.title, feed.url, channel.name, feed.newest))

    @app_commands.command()
    @app_commands.describe(feed="Its name, as the list shows it")
    async def remove(self, interaction: discord.Interaction[Any], feed: str) -> None:
        """Follow a feed no longer."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        guild = _guild(interaction)
        gone = await self._following.unfollow(guild.id, feed)
        await _show(interaction, removed_feed_card(gone.title or gone.url))

    @app_commands.command(name="list")
    async def list_feeds(self, interaction: discord.Interaction[Any]) -> None:
        """What this server follows, and how each feed is doing."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        guild = _guild(interaction)
        feeds = await self._following.followed(guild.id)
        if not feeds:
            raise NothingFound("This server follows no feeds yet. /feed add follows one.")
        paused = {trouble.channel: trouble for trouble in await self._posting.paused()}
        states = [_state(feed, guild, paused.get(feed.channel or 0)) for feed in feeds]
        await _show(interaction, feeds_card(states))

    @app_commands.command()
    @app_commands.describe(feed="Its name, as the list shows it")
    async def test(self, interaction: discord.Interaction[Any], feed: str) -> None:
        """What a feed has now, and how it would be posted."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        known = await self._following.followed_feed(_guild(interaction).id, feed)
        now = self._answers.now()
        self._allowance.spend(interaction.user.id, now)
        found = await self._following.find(known.url, now)
        card = tried_feed_card(found.title, found.newest, await self._draft(found))
        await interaction.edit_original_response(view=await self._answers.layout(card))

    @app_commands.command()
    @app_commands.describe(feed="Its name, as the list shows it, or any address")
    async def doctor(self, interaction: discord.Interaction[Any], feed: str) -> None:
        """What is wrong with a feed, since when, and what you can do."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        guild, now = _guild(interaction), self._answers.now()
        patient = choose_patient(await self._following.followed(guild.id), feed)
        self._allowance.spend(interaction.user.id, now)
        if isinstance(patient, ListedFeed):
            paused = {trouble.channel: trouble for trouble in await self._posting.paused()}
            closed = _closed(patient, guild, paused.get(patient.channel or 0))
            told = await self._doctor.examine(patient, HABITS, now, closed)
        else:
            told = await self._doctor.look_at(patient, HABITS, now)
        await _show(interaction, checkup_card(told))

    @app_commands.command()
    @app_commands.describe(feed="Its name, as the list shows it")
    async def resume(self, interaction: discord.Interaction[Any], feed: str) -> None:
        """Read a paused feed again."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        resumed = await self._following.resume(_guild(interaction).id, feed)
        await _show(interaction, resumed_feed_card(resumed.title or resumed.url))

    async def _draft(self, feed: NewFeed) -> Card | None:
        """The post that a feed's newest item would be; None where its page cannot be read."""
        newest = feed.newest[0] if feed.newest else None
        if newest is None or newest.url is None:
            return None
        try:
            await self._addresses.read(newest.url, self._answers.now(), lambda: None)
        except NewsError:
            return None
        answer = await self._addresses.headline(newest.url)
        if answer is None:
            return None
        told = replace(
            answer.article,
            title=newest.title or answer.article.title,
            outlet=answer.article.outlet or feed.title,
            published=newest.published or answer.article.published,
        )
        return post_card(replace(answer, article=told))

    @app_commands.command(name="import")
    @app_commands.describe(file="OPML, as feed readers export it", channel="Where its news go")
    async def import_feeds(
        self,
        interaction: discord.Interaction[Any],
        file: discord.Attachment,
        channel: discord.TextChannel,
    ) -> None:
        """Follow all feeds of a file: their news are posted in a channel."""
        check_may_post(channel)
        if file.size > MOST_BYTES:
            raise NotAFeed(f"The file is larger than {MOST_BYTES // 1_000_000} MB. Split it.")
        self._allowance.spend(interaction.user.id, self._answers.now())
        await interaction.response.defer(ephemeral=True, thinking=True)
        now, content = self._answers.now(), await file.read()
        taken = await self._lists.follow(channel.guild.id, channel.id, content, now)
        told = taken_words(taken.new, taken.known, taken.repeated, len(taken.refused))
        refused = [(one.told, one.reason) for one in taken.refused]
        await _show(interaction, taken_card(told, channel.name, refused))

    @app_commands.command()
    async def export(self, interaction: discord.Interaction[Any]) -> None:
        """What this server follows, as a file for other feed readers."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        guild = _guild(interaction)
        feeds = await self._following.followed(guild.id)
        if not feeds:
            raise NothingFound("This server follows no feeds yet. /feed add follows one.")
        content = opml(f"Feeds of {guild.name}", feeds, self._answers.now())
        await show_file(interaction, list_card(len(feeds)), "feeds.opml", content)

    @remove.autocomplete("feed")
    @test.autocomplete("feed")
    @doctor.autocomplete("feed")
    @resume.autocomplete("feed")
    async def _names(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        feeds = await self._following.followed(_guild(interaction).id)
        names = ((feed.title or feed.url)[:100] for feed in feeds)
        fits = (name for name in names if typed.casefold() in name.casefold())
        return [app_commands.Choice(name=n, value=n) for n in dict.fromkeys(fits)][:MOST_CHOICES]


def _guild(interaction: discord.Interaction[Any]) -> discord.Guild:
    assert interaction.guild is not None, "the group is for servers only"
    return interaction.guild


def _state(feed: ListedFeed, guild: discord.Guild, stopped: Trouble | None) -> FeedState:
    """A feed in words: what is wrong with reading it, else with posting its news."""
    channel = guild.get_channel(feed.channel) if feed.channel else None
    trouble, since = feed.health.sentence, feed.health.failing_since
    if trouble is None and stopped:
        trouble, since = f"Its news wait: {stopped.reason}", stopped.since
    return FeedState(
        title=feed.title or feed.url,
        url=feed.url,
        place=channel.name if channel else None,
        last_read=feed.health.read,
        trouble=trouble,
        since=since,
        paused=feed.health.paused is not None,
    )


def _closed(feed: ListedFeed, guild: discord.Guild, stopped: Trouble | None) -> tuple[Symptom, ...]:
    """Why the news of a feed cannot be posted, if so."""
    if feed.channel is None:
        return ()
    channel = guild.get_channel(feed.channel)
    lacking = missing(channel.permissions_for(guild.me)) if channel else ()
    if channel is None:
        reason = "The channel is gone."
    elif lacking:
        reason = f"I lack {', '.join(lacking)} in #{channel.name}."
    elif stopped:
        reason = stopped.reason
    else:
        return ()
    return (Symptom(Sign.NO_CHANNEL, reason, stopped.since if stopped else None),)


async def _show(interaction: discord.Interaction[Any], card: Card) -> None:
    view = layout(card, {}, 0)
    if interaction.response.is_done():
        await interaction.edit_original_response(view=view)
    else:
        await interaction.response.send_message(view=view, ephemeral=True)


async def setup(bot: NewsroomClient) -> None:
    if service := bot.service:
        await bot.add_cog(
            Feeds(
                service.following,
                service.lists,
                service.posting,
                service.addresses,
                service.doctor,
                answers_of(bot),
                service.allowance,
            )
        )
        bot.add_dynamic_items(FollowSelect)
