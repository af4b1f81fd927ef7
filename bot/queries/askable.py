"""Whoever answers the questions, and what is remembered of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.queries.answers import (
    FigureAnswer,
    HeadlineAnswer,
    Page,
    QuoteAnswer,
    SearchAnswer,
    SummaryAnswer,
)
from bot.queries.questions import (
    FigureQuery,
    HeadlineQuery,
    Query,
    QuoteQuery,
    Scope,
    SearchQuery,
    SummaryQuery,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to pick while typing: what is shown, and what it stands for."""

    name: str
    value: str


class Desk(Protocol):
    """Answers the questions about one article."""

    async def summary(self, query: SummaryQuery) -> SummaryAnswer: ...

    async def quotes(self, query: QuoteQuery) -> Page[QuoteAnswer]: ...

    async def figures(self, query: FigureQuery) -> Page[FigureAnswer]: ...


class Archive(Desk, Protocol):
    """Answers the questions.

    A page beyond the last is answered with the last. An empty page is an answer; only ``summary``
    raises NothingFound, when no article in scope fits. Completions give the best at most ``limit``.
    """

    async def headlines(self, query: HeadlineQuery) -> Page[HeadlineAnswer]: ...

    async def search(self, query: SearchQuery) -> Page[SearchAnswer]: ...

    async def article_at(self, scope: Scope, url: str) -> int | None: ...

    async def complete_article(
        self, scope: Scope, typed: str, limit: int = 25
    ) -> tuple[Choice, ...]: ...

    async def complete_speaker(
        self, scope: Scope, typed: str, limit: int = 25
    ) -> tuple[Choice, ...]: ...

    async def complete_feed(
        self, scope: Scope, typed: str, limit: int = 25
    ) -> tuple[Choice, ...]: ...

    async def complete_topic(
        self, scope: Scope, typed: str, now: datetime, limit: int = 25
    ) -> tuple[Choice, ...]: ...


class Questions(Protocol):
    """Remembers questions, so that a button can ask one again months later."""

    async def remember(self, queries: Sequence[Query], now: datetime) -> tuple[int, ...]: ...

    async def recall(self, number: int) -> Query | None: ...


class Memory(Protocol):
    """A few words by key, kept over restarts."""

    async def get(self, key: str) -> str | None: ...

    async def set(self, key: str, value: str) -> None: ...
