"""A failure -> what the user is told: its sentence, or a reference to the log."""

import logging
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
from discord import app_commands, ui

from bot.errors import NewsError, NothingFound, StoreUnavailable
from bot.render.card import Card, Kind, Line, Style, Words, block
from cogs.ui.in_time import NO_PINGS
from cogs.ui.layout import layout

log = logging.getLogger(__name__)

_GONE = frozenset({10008, 10015, 10062, 50027})
"""Unknown message, webhook or interaction, expired token: nobody is left to be told."""


_NO_STORE = (
    "The articles cannot be reached now. Try again in a minute; if it goes on, tell whoever runs "
    "this bot: the log says why."
)


async def tell(interaction: discord.Interaction[Any], error: BaseException) -> None:
    """Tell the asker alone what went wrong; the unexpected goes to the log with a reference."""
    error = _cause(error)
    if isinstance(error, StoreUnavailable):
        # its sentence names the operator's files
        log.error("command failed", extra={"command": _name(interaction), "reason": str(error)})
        kind, sentence = Kind.TROUBLE, _NO_STORE
    elif isinstance(error, NewsError):
        sentence = str(error)
        kind = Kind.SETTINGS if isinstance(error, NothingFound) else Kind.TROUBLE
    elif isinstance(error, discord.HTTPException) and error.code in _GONE:
        log.info("answer came too late", extra={"code": error.code})
        return
    else:
        reference = secrets.token_hex(4)
        log.error(
            "command failed",
            exc_info=error,
            extra={"reference": reference, "command": _name(interaction)},
        )
        kind = Kind.TROUBLE
        sentence = f"Something went wrong on our side. Reference for the operator: {reference}."
    try:
        await _reply(interaction, sentence_view(sentence, kind))
    except discord.HTTPException as lost:
        log.warning("could not tell of a failure", extra={"code": lost.code})


@asynccontextmanager
async def telling(interaction: discord.Interaction[Any]) -> AsyncIterator[None]:
    """Tell the asker of whatever goes wrong inside."""
    try:
        yield
    except Exception as error:
        await tell(interaction, error)


def sentence_view(sentence: str, kind: Kind = Kind.TROUBLE) -> ui.LayoutView:
    """A card of one paragraph."""
    card = Card(kind, (block(Line(Style.BODY, (Words(sentence),))),))
    return layout(card, {}, 0)


async def _reply(interaction: discord.Interaction[Any], view: ui.LayoutView) -> None:
    if not interaction.response.is_done():
        await interaction.response.send_message(
            view=view, ephemeral=True, allowed_mentions=NO_PINGS
        )
        return
    original = await interaction.original_response()
    thinking = original.flags.loading and not original.flags.ephemeral
    if thinking:
        # What first follows a public "is thinking" takes its place, in public; failures are the
        # asker's alone. So something else takes it, and goes.
        await original.edit(view=sentence_view("There is nothing to show.", Kind.SETTINGS))
    await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NO_PINGS)
    if thinking:
        await original.delete()


def _cause(error: BaseException) -> BaseException:
    """What really happened, out of discord.py's wrappers."""
    if isinstance(error, app_commands.CommandInvokeError):
        return _cause(error.original)
    if isinstance(error, app_commands.TransformerError) and error.__cause__:
        return _cause(error.__cause__)
    return error


def _name(interaction: discord.Interaction[Any]) -> str | None:
    return interaction.command.qualified_name if interaction.command else None
