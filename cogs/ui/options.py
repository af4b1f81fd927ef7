"""The options of commands: what is typed becomes what a query takes, with choices while typing.

Typed text that was not picked works too. Discord takes at most 25 choices and waits 3 seconds;
a list that fails is an empty list.
"""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import discord
from discord import app_commands

from bot.queries import Archive, Choice, Scope
from bot.render.card import MOST_CHOICES, MOST_OPTION
from bot.render.words import label, units
from bot.since import parse_since
from cogs.ui.answers import answers_of, scope_of

log = logging.getLogger(__name__)

Complete = Callable[[Archive, Scope, str, datetime], Awaitable[tuple[Choice, ...]]]


class _Completed(app_commands.Transformer):
    """Text, with choices from the archive."""

    def __init__(self, complete: Complete) -> None:
        self._complete = complete

    async def transform(self, _: discord.Interaction[Any], value: str, /) -> str | None:
        return value.strip() or None

    async def autocomplete(  # type: ignore[override]
        self, interaction: discord.Interaction[Any], value: str, /
    ) -> list[app_commands.Choice[str]]:
        answers = answers_of(interaction.client)
        try:
            choices = await self._complete(
                answers.archive, scope_of(interaction), value, answers.now()
            )
        except Exception:
            log.exception("no choices while typing")
            return []
        return [
            app_commands.Choice(name=name, value=choice.value)
            for choice in choices[:MOST_CHOICES]
            if (name := label(choice.name, MOST_OPTION)) and 0 < units(choice.value) <= MOST_OPTION
        ]


class _Moment(app_commands.Transformer):
    """A moment in the past: "24h", "3 days", "2026-09-14"."""

    async def transform(self, interaction: discord.Interaction[Any], value: str, /) -> datetime:
        return parse_since(value, answers_of(interaction.client).now())

    async def autocomplete(  # type: ignore[override]
        self, _: discord.Interaction[Any], value: str, /
    ) -> list[app_commands.Choice[str]]:
        offered = ("24 hours", "3 days", "7 days", "2 weeks", "4 weeks", "today", "yesterday")
        typed = value.strip().casefold()
        return [app_commands.Choice(name=o, value=o) for o in offered if typed in o]


Article = app_commands.Transform[
    str | None, _Completed(lambda archive, scope, typed, _: archive.complete_article(scope, typed))
]
Speaker = app_commands.Transform[
    str | None, _Completed(lambda archive, scope, typed, _: archive.complete_speaker(scope, typed))
]
Feed = app_commands.Transform[
    str | None, _Completed(lambda archive, scope, typed, _: archive.complete_feed(scope, typed))
]
Topic = app_commands.Transform[
    str | None,
    _Completed(lambda archive, scope, typed, now: archive.complete_topic(scope, typed, now)),
]
Since = app_commands.Transform[datetime, _Moment()]
