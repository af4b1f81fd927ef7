"""A card with a file to save."""

import io
from typing import Any

import discord
from discord import ui

from bot.render.card import Card
from cogs.ui.layout import layout


async def show_file(
    interaction: discord.Interaction[Any], card: Card, file_name: str, content: str
) -> None:
    """Answer an interaction that was deferred with a card and a file."""
    file = discord.File(io.BytesIO(content.encode()), file_name)
    view = layout(card, {}, 0)
    view.add_item(ui.File(file))
    await interaction.edit_original_response(view=view, attachments=[file])
