"""Answers every question: the Archive of ``bot.queries``, over a database."""

from datetime import datetime

from bot import queries
from bot.queries import (
    Choice,
    FigureAnswer,
    FigureQuery,
    HeadlineAnswer,
    HeadlineQuery,
    Page,
    QuoteAnswer,
    QuoteQuery,
    Scope,
    SearchAnswer,
    SearchQuery,
    SummaryAnswer,
    SummaryQuery,
)
from bot.store.archive import completions, figures, headlines, quotes, sentences, summaries
from bot.store.database import Database

LIMIT = 25
"""Choices that Discord shows."""


class Archive(queries.Archive):
    """What a database knows, asked one question at a time; each sees one state of it.

    So that no question takes seconds, a topic and a search look at the 10,000 articles or passages
    with the words that were stored last, and quotes and figures are grouped and counted up to the
    newest 2,000.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def headlines(self, query: HeadlineQuery) -> Page[HeadlineAnswer]:
        """Which articles are there? Newest first; of copies the first, with all the others."""
        async with self._database.reading() as connection:
            return await headlines.answer(connection, query)

    async def headline(self, id: int, scope: Scope | None = None) -> HeadlineAnswer | None:
        """One article, for a post: whoever may see it. None where it has gone.

        Its copies are named as far as they are in scope; where that is not said, none.
        """
        async with self._database.reading() as connection:
            return await headlines.find(connection, id, scope)

    async def summary(self, query: SummaryQuery) -> SummaryAnswer:
        """What does this article say? Raises NothingFound where none in scope fits."""
        async with self._database.reading() as connection:
            return await summaries.answer(connection, query)

    async def quotes(self, query: QuoteQuery) -> Page[QuoteAnswer]:
        """Who said what? The same words of the same speaker come once, with all their articles."""
        async with self._database.reading() as connection:
            return await quotes.answer(connection, query)

    async def figures(self, query: FigureQuery) -> Page[FigureAnswer]:
        """How many, of what? What several report within three days comes once, with them all."""
        async with self._database.reading() as connection:
            return await figures.answer(connection, query)

    async def search(self, query: SearchQuery) -> Page[SearchAnswer]:
        """Where do these words stand? Best match first; of copies the first, with the others."""
        async with self._database.reading() as connection:
            return await sentences.answer(connection, query)

    async def article_at(self, scope: Scope, url: str) -> int | None:
        """The id of the article at an address; None where none in scope is."""
        async with self._database.reading() as connection:
            return await summaries.find_at(connection, scope, url)

    async def complete_article(
        self, scope: Scope, typed: str, limit: int = LIMIT
    ) -> tuple[Choice, ...]:
        """Titles with the words typed, newest first; their values are "#" and the id."""
        async with self._database.reading() as connection:
            return await completions.complete_article(connection, scope, typed, limit)

    async def complete_speaker(
        self, scope: Scope, typed: str, limit: int = LIMIT
    ) -> tuple[Choice, ...]:
        """Whom one may mean, the most quoted first."""
        async with self._database.reading() as connection:
            return await completions.complete_speaker(connection, scope, typed, limit)

    async def complete_feed(
        self, scope: Scope, typed: str, limit: int = LIMIT
    ) -> tuple[Choice, ...]:
        """Feeds and outlets, by name."""
        async with self._database.reading() as connection:
            return await completions.complete_feed(connection, scope, typed, limit)

    async def complete_topic(
        self, scope: Scope, typed: str, now: datetime, limit: int = LIMIT
    ) -> tuple[Choice, ...]:
        """Names that stood in many articles of the last two days, the most frequent first."""
        async with self._database.reading() as connection:
            return await completions.complete_topic(connection, scope, typed, now, limit)
