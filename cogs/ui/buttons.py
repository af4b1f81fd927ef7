"""What happens when something is pressed: a question is asked again, or a page turned.

Each is told from its custom id alone (discord.ui.DynamicItem), so it works after a restart too.
"""

import re
from typing import Any, Self

import discord
from discord import ui

from cogs.ui.answers import answers_of
from cogs.ui.trouble import telling


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
        async with telling(interaction):
            await answers_of(interaction.client).reply_again(interaction, self._number)


class PickSelect(ui.DynamicItem[ui.Select[Any]], template=r"news:pick:\d{1,18}"):
    """Asks the question that was picked; the answer is for whoever picked."""

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        assert isinstance(item, ui.Select)
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with telling(interaction):
            number = int(self.item.values[0])
            await answers_of(interaction.client).reply_again(interaction, number)


class CloserButton(
    ui.DynamicItem[ui.Button[Any]],
    template=r"news:closer:(?P<number>\d{1,18}):(?P<page>\d{1,6})",
):
    """Shows the answers of a card closer; for whoever pressed."""

    def __init__(self, item: ui.Button[Any], number: int, page: int) -> None:
        super().__init__(item)
        self._number, self._page = number, page

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        assert isinstance(item, ui.Button)
        return cls(item, int(match["number"]), int(match["page"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with telling(interaction):
            answers = answers_of(interaction.client)
            await answers.reply_again(interaction, self._number, self._page, closer=True)


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
        async with telling(interaction):
            answers = answers_of(interaction.client)
            if interaction.user.id == self._asker:
                await answers.turn(interaction, self._number, self._page)
            else:
                await answers.reply_again(interaction, self._number, self._page)


BUTTONS = (AskButton, CloserButton, PickSelect, TurnButton)
