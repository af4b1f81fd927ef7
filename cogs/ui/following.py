"""The menu of a site's feeds: the one that is picked is followed.

Everything that it needs stands in its custom id and its values, so it works after a restart too.
"""

import re
from typing import Any, Self

import discord
from discord import ui

from bot.client import NewsroomClient
from bot.errors import MayNotPost, NothingFound, SeveralFeeds
from bot.render.feeds import new_feed_card
from bot.render.offers import offers_card
from cogs.ui.in_time import NO_PINGS
from cogs.ui.layout import layout
from cogs.ui.places import check_may_post
from cogs.ui.trouble import telling


class FollowSelect(ui.DynamicItem[ui.Select[Any]], template=r"news:follow:(?P<channel>\d{1,20})"):
    """Follows the feed that was picked, in the channel that was named with /feed add."""

    def __init__(self, item: ui.Select[Any], channel: int) -> None:
        super().__init__(item)
        self._channel = channel

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        assert isinstance(item, ui.Select)
        return cls(item, int(match["channel"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with telling(interaction):
            await self._follow(interaction, self.item.values[0])

    async def _follow(self, interaction: discord.Interaction[Any], url: str) -> None:
        """Follow a feed, and show it in the place of the menu; or what its page offers instead."""
        client = interaction.client
        assert isinstance(client, NewsroomClient)
        service, guild, now = client.service, interaction.guild, client.now()
        if service is None or guild is None:
            raise NothingFound("No feeds can be followed here.")
        channel = guild.get_channel(self._channel)
        if not isinstance(channel, discord.TextChannel):
            raise MayNotPost("The channel is gone. Choose another one with /feed add.")
        check_may_post(channel)
        service.allowance.spend(interaction.user.id, now)
        await interaction.response.defer()
        try:
            feed = await service.following.find(url, now)
        except SeveralFeeds as more:
            card = offers_card(more.feeds, channel.id, channel.name)
        else:
            await service.following.follow(guild.id, channel.id, feed, now)
            card = new_feed_card(feed.title, feed.url, channel.name, feed.newest)
        await interaction.edit_original_response(
            view=layout(card, {}, 0), allowed_mentions=NO_PINGS
        )
