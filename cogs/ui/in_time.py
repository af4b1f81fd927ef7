"""Replies that Discord does not give up on: it waits 3 seconds to hear of an interaction at all."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import discord
from discord import ui

_PATIENCE = 1.5
"""Seconds that an answer may take before we acknowledge without it."""

NO_PINGS = discord.AllowedMentions.none()

Drawing = Coroutine[Any, Any, ui.LayoutView]
"""A view that is yet to be drawn; it raises NewsError where there is nothing to draw."""


async def reply_in_time(
    interaction: discord.Interaction[Any], drawing: Drawing, *, private: bool
) -> None:
    """Reply with a view, to all or (``private``) to the asker alone."""
    view = await _in_time(interaction, drawing, private=private, thinking=True)
    if interaction.response.is_done():
        await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)
    else:
        await interaction.response.send_message(
            view=view, ephemeral=private, allowed_mentions=NO_PINGS
        )


async def edit_in_time(interaction: discord.Interaction[Any], drawing: Drawing) -> None:
    """Put a view in the place of the message whose button was pressed."""
    view = await _in_time(interaction, drawing, private=False, thinking=False)
    if interaction.response.is_done():
        await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)
    else:
        await interaction.response.edit_message(view=view, allowed_mentions=NO_PINGS)


async def _in_time(
    interaction: discord.Interaction[Any], drawing: Drawing, *, private: bool, thinking: bool
) -> ui.LayoutView:
    """The view; the interaction is acknowledged where drawing it takes long."""
    task = asyncio.create_task(drawing)
    try:
        done, _ = await asyncio.wait({task}, timeout=_PATIENCE)
        if not done:
            await interaction.response.defer(ephemeral=private, thinking=thinking)
        return await task
    finally:
        task.cancel()
