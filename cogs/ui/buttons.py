"""What happens when something is pressed: a question is asked again, or a page turned.

Each is told from its custom id alone (discord.ui.DynamicItem), so it works after a restart too.
"""

import re
from dataclasses import replace
from typing import Any, Self

import discord
from discord import ui

from bot.errors import NothingFound
from bot.queries import Query, SummaryQuery
from cogs.ui.answers import answers_of
from cogs.ui.trouble import tell

_FORGOTTEN = "This button is too old: its question is no longer known. Ask again with a command."


async def _again(interaction: discord.Interaction[Any], number: int) -> Query:
    query = await answers_of(interaction.client).recall(number)
    if query is None:
        raise NothingFound(_FORGOTTEN)
    return query


class AskButton(
    ui.DynamicItem[ui.Button[Any]], template=r"news:ask:(?P<number>\d{1,18})(?::N-\d+)?"
):
    """Asks a further question; the answer is for whoever pressed."""

    def __init__(self, item: ui.Button[Any], number: int) -> None:
        super().__init__(item)
        self._number = number

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        assert isinstance(item, ui.Button)
        return cls(item, int(match["number"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        try:
            query = await _again(interaction, self._number)
            await answers_of(interaction.client).reply(interaction, query, private=True)
        except Exception as error:
            await tell(interaction, error)


class PickSelect(ui.DynamicItem[ui.Select[Any]], template=r"news:pick:\d{1,18}"):
    """Asks the question that was picked; the answer is for whoever picked."""

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        assert isinstance(item, ui.Select)
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        try:
            query = await _again(interaction, int(self.item.values[0]))
            await answers_of(interaction.client).reply(interaction, query, private=True)
        except Exception as error:
            await tell(interaction, error)


class TurnButton(
    ui.DynamicItem[ui.Button[Any]],
    template=r"news:turn:(?P<number>\d{1,18}):(?P<page>\d{1,6}):(?P<asker>\d{1,20})",
):
    """Turns the asker's own pages in their place; others get a copy of their own."""

    def __init__(self, item: ui.Button[Any], number: int, page: int, asker: int) -> None:
        super().__init__(item)
        self._number, self._page, self._asker = number, page, asker

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        assert isinstance(item, ui.Button)
        return cls(item, int(match["number"]), int(match["page"]), int(match["asker"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        try:
            query = await _again(interaction, self._number)
            if not isinstance(query, SummaryQuery):
                query = replace(query, page=self._page)
            if interaction.user.id == self._asker:
                await answers_of(interaction.client).turn(interaction, query)
            else:
                await answers_of(interaction.client).reply(interaction, query, private=True)
        except Exception as error:
            await tell(interaction, error)


BUTTONS = (AskButton, PickSelect, TurnButton)
