"""Asks the archive, draws the card, and replies."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import discord
from discord import ui

from bot.client import NewsroomClient
from bot.errors import NothingFound
from bot.newsroom.service import Service
from bot.queries import (
    Archive,
    Desk,
    FigureQuery,
    HeadlineQuery,
    Query,
    Questions,
    QuoteQuery,
    Scope,
    SearchQuery,
    SummaryQuery,
    address_in,
)
from bot.render.articles import headlines_card
from bot.render.card import Card
from bot.render.figures import figures_card
from bot.render.questions import nothing_for
from bot.render.quotes import around_card, quotes_card
from bot.render.search import search_card
from bot.render.summaries import summary_card, why_card
from cogs.ui.in_time import edit_in_time, reply_in_time
from cogs.ui.layout import asked, layout

_NO_ADDRESSES = "Addresses cannot be read here. Try some words of the headline."
_FORGOTTEN = "This button is too old: its question is no longer known. Ask again with a command."


def scope_of(interaction: discord.Interaction[Any]) -> Scope:
    """What may be seen from here: a server's own view only where the bot is a member of it."""
    if interaction.guild_id is not None and interaction.client.get_guild(interaction.guild_id):
        return Scope(interaction.guild_id)
    return Scope()


def answers_of(client: NewsroomClient) -> "Answers":
    """The answers that a client can give."""
    return Answers(client.archive, client.questions, client.now, client.service)


class Answers:
    """Answers questions in Discord."""

    def __init__(
        self,
        archive: Archive,
        questions: Questions,
        now: Callable[[], datetime],
        service: Service | None = None,
    ) -> None:
        self.archive = archive
        self._service = service
        self.now = now
        self._questions = questions

    async def reply(
        self, interaction: discord.Interaction[Any], query: Query, *, private: bool = False
    ) -> None:
        """Answer a question where it was asked, to all or (``private``) to the asker alone.

        Raises NothingFound, with what was searched and what to try.
        """
        await reply_in_time(interaction, self._view(interaction, query), private=private)

    async def reply_again(
        self,
        interaction: discord.Interaction[Any],
        number: int,
        page: int = 1,
        *,
        closer: bool = False,
    ) -> None:
        """Answer the question that something pressed carries, to whoever pressed it.

        ``closer``: with what stands around the answers. Raises NothingFound.
        """
        drawing = self._again(interaction, number, page, closer=closer)
        await reply_in_time(interaction, drawing, private=True)

    async def turn(self, interaction: discord.Interaction[Any], number: int, page: int) -> None:
        """Show another page in the place of the one that stands there. Raises NothingFound."""
        await edit_in_time(interaction, self._again(interaction, number, page))

    async def _again(
        self, interaction: discord.Interaction[Any], number: int, page: int, *, closer: bool = False
    ) -> ui.LayoutView:
        query = await self._questions.recall(number)
        if query is None:
            raise NothingFound(_FORGOTTEN)
        if not isinstance(query, SummaryQuery):
            query = replace(query, page=page)
        return await self._view(interaction, query, closer=closer)

    async def layout(self, card: Card, asker: int = 0, mark: str = "") -> ui.LayoutView:
        """A card ready to send, its questions remembered; ``mark`` tells it from others."""
        queries = asked(card)
        numbers = await self._questions.remember(queries, self.now()) if queries else ()
        return layout(card, dict(zip(queries, numbers, strict=True)), asker, mark)

    async def _view(
        self, interaction: discord.Interaction[Any], query: Query, *, closer: bool = False
    ) -> ui.LayoutView:
        """The answer to a question, ready to send to where it was asked."""
        query = replace(query, scope=scope_of(interaction))
        desk, query = await self._find_desk(query, interaction.user.id)
        card = await (self._closer(desk, query) if closer else self._card(desk, query))
        return await self.layout(card, interaction.user.id)

    async def _find_desk(self, query: Query, asker: int) -> tuple[Desk, Query]:
        """Who answers a question: the archive, or whoever reads the address that it names."""
        url = address_in(query)
        if url is None or isinstance(query, HeadlineQuery | SearchQuery):
            return self.archive, query
        number = await self.archive.article_at(query.scope, url)
        if number is not None:
            return self.archive, replace(query, article=number)
        if self._service is None:
            raise NothingFound(_NO_ADDRESSES)
        now, allowance = self.now(), self._service.allowance
        await self._service.addresses.read(url, now, lambda: allowance.spend(asker, now))
        return self._service.addresses, query

    async def _closer(self, desk: Desk, query: Query) -> Card:
        """The answers seen closer; of questions without such a view, the answer itself."""
        match query:
            case SummaryQuery():
                return why_card(query, await desk.summary(query))
            case QuoteQuery():
                quotes = await desk.quotes(query)
                if quotes.total:
                    return around_card(query, quotes)
        return await self._card(desk, query)

    async def _card(self, desk: Desk, query: Query) -> Card:
        """The answer to a question. Raises NothingFound."""
        match query:
            case SummaryQuery():
                return summary_card(query, await desk.summary(query))
            case HeadlineQuery():
                articles = await self.archive.headlines(query)
                card = headlines_card(replace(query, page=articles.number), articles)
                found = articles.total
            case QuoteQuery():
                quotes = await desk.quotes(query)
                card = quotes_card(replace(query, page=quotes.number), quotes)
                found = quotes.total
            case FigureQuery():
                figures = await desk.figures(query)
                card = figures_card(replace(query, page=figures.number), figures)
                found = figures.total
            case SearchQuery():
                hits = await self.archive.search(query)
                card = search_card(replace(query, page=hits.number), hits)
                found = hits.total
        if not found:
            await _check_article(desk, query)
            raise NothingFound(nothing_for(query))
        return card


async def _check_article(desk: Desk, query: Query) -> None:
    """Raise NothingFound where the article that a question names has gone, or is still read."""
    if isinstance(query, QuoteQuery | FigureQuery) and query.article is not None:
        await desk.summary(SummaryQuery(query.article, query.scope))
