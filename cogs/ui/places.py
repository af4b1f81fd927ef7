"""Channels: whether the bot may post there."""

import discord

from bot.errors import MayNotPost

NEEDED = {
    "View Channel": "view_channel",
    "Send Messages": "send_messages",
    "Read Message History": "read_message_history",
}
"""What posting takes; the history is read to find a post again whose answer was lost."""


def missing(allowed: discord.Permissions) -> tuple[str, ...]:
    """Which permissions for posting are not there, by the names that Discord shows.

    >>> missing(discord.Permissions(view_channel=True, send_messages=True))
    ('Read Message History',)
    """
    return tuple(name for name, flag in NEEDED.items() if not getattr(allowed, flag))


def check_may_post(channel: discord.TextChannel) -> None:
    """Raise MayNotPost, naming what is missing, where the bot cannot post in a channel."""
    lacking = missing(channel.permissions_for(channel.guild.me))
    if lacking:
        raise MayNotPost(
            f"I may not post in #{channel.name}: I lack {', '.join(lacking)} there. "
            "Allow it in the channel's permissions, or choose another channel."
        )
