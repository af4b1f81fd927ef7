"""Asks the archive, draws the card, and replies in time."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import discord
from discord import ui

from bot.client import NewsroomClient
from bot.errors import NothingFound
from bot.queries import (
    Archive,
    FigureQuery,
    HeadlineQuery,
    Query,
    Questions,
    QuoteQuery,
    Scope,
    SearchQuery,
    SummaryQuery,
)
from bot.render.articles import headlines_card, search_card, summary_card
from bot.render.card import Card
from bot.render.figures import figures_card
from bot.render.questions import nothing_for
from bot.render.quotes import quotes_card
from cogs.ui.layout import asked, layout

_PATIENCE = 1.5
"""Seconds that an answer may take before we acknowledge without it; Discord waits for 3."""

NO_PINGS = discord.AllowedMentions.none()


def scope_of(interaction: discord.Interaction) -> Scope:
    """What may be seen from here: a server's own view only where the bot is a member of it."""
    if interaction.guild_id is not None and interaction.client.get_guild(interaction.guild_id):
        return Scope(interaction.guild_id)
    return Scope()


def answers_of(client: NewsroomClient) -> "Answers":
    """The answers that a client can give."""
    return Answers(client.archive, client.questions, client.now)


class Answers:
    """Answers questions in Discord."""

    def __init__(self, archive: Archive, questions: Questions, now: Callable[[], datetime]) -> None:
        self.archive = archive
        self.now = now
        self._questions = questions

    async def reply(
        self, interaction: discord.Interaction, query: Query, *, private: bool = False
    ) -> None:
        """Answer a question where it was asked, to all or (``private``) to the asker alone.

        Raises NothingFound, with what was searched and what to try.
        """
        query = replace(query, scope=scope_of(interaction))
        view = await self._in_time(interaction, query, private=private)
        if interaction.response.is_done():
            await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)
        else:
            await interaction.response.send_message(
                view=view, ephemeral=private, allowed_mentions=NO_PINGS
            )

    async def turn(self, interaction: discord.Interaction, query: Query) -> None:
        """Show another page in the place of the one that stands there."""
        query = replace(query, scope=scope_of(interaction))
        view = await self.view(query, interaction.user.id)
        await interaction.response.edit_message(view=view, allowed_mentions=NO_PINGS)

    async def recall(self, number: int) -> Query | None:
        """The question that a button carries; None where it is forgotten."""
        return await self._questions.recall(number)

    async def _in_time(
        self, interaction: discord.Interaction, query: Query, *, private: bool
    ) -> ui.LayoutView:
        drawing = asyncio.create_task(self.view(query, interaction.user.id))
        done, _ = await asyncio.wait({drawing}, timeout=_PATIENCE)
        if not done and not interaction.response.is_done():
            await interaction.response.defer(ephemeral=private, thinking=True)
        return await drawing

    async def view(self, query: Query, asker: int) -> ui.LayoutView:
        """The answer to a question, ready to send."""
        return await self.layout(await self.card(query), asker)

    async def layout(self, card: Card, asker: int = 0, mark: str = "") -> ui.LayoutView:
        """A card ready to send, its questions remembered; ``mark`` tells it from others."""
        queries = asked(card)
        numbers = await self._questions.remember(queries, self.now()) if queries else ()
        return layout(card, dict(zip(queries, numbers, strict=True)), asker, mark)

    async def card(self, query: Query) -> Card:
        """The answer to a question. Raises NothingFound."""
        match query:
            case SummaryQuery():
                return summary_card(query, await self.archive.summary(query))
            case HeadlineQuery():
                articles = await self.archive.headlines(query)
                card = headlines_card(replace(query, page=articles.number), articles)
                found = articles.total
            case QuoteQuery():
                quotes = await self.archive.quotes(query)
                card = quotes_card(replace(query, page=quotes.number), quotes)
                found = quotes.total
            case FigureQuery():
                figures = await self.archive.figures(query)
                card = figures_card(replace(query, page=figures.number), figures)
                found = figures.total
            case SearchQuery():
                hits = await self.archive.search(query)
                card = search_card(replace(query, page=hits.number), hits)
                found = hits.total
        if not found:
            raise NothingFound(nothing_for(query))
        return card
