"""Every question asked once, before anybody does: what is made for the first answer is there."""

from contextlib import suppress
from datetime import datetime

from bot.errors import NewsError
from bot.queries import (
    LIBRARY,
    Archive,
    FigureQuery,
    HeadlineQuery,
    QuoteQuery,
    Scope,
    SearchQuery,
    SummaryQuery,
)

WORD = "news"
"""A word that somebody may ask about; whether it is found is all the same."""


async def warm(archive: Archive, now: datetime, scope: Scope = LIBRARY) -> None:
    """Ask an archive what members ask, and forget the answers.

    To make a statement for the first time holds up the event loop for up to 25 ms. Raises
    StoreUnavailable where the archive cannot be asked at all.
    """
    for topic in (None, WORD):
        await archive.headlines(HeadlineQuery(scope, topic=topic))
        await archive.quotes(QuoteQuery(scope, topic=topic))
        await archive.quotes(QuoteQuery(scope, WORD, topic=topic))
        await archive.figures(FigureQuery(scope, topic=topic))
    await archive.headlines(HeadlineQuery(scope, feed=WORD))
    await archive.search(SearchQuery(WORD, scope))
    newest = await archive.complete_article(scope, "")
    for article in (WORD, *(choice.value for choice in newest[:1])):
        with suppress(NewsError):
            await archive.summary(SummaryQuery(article, scope))
    await archive.complete_article(scope, WORD)
    await archive.complete_speaker(scope, WORD)
    await archive.complete_feed(scope, WORD)
    await archive.complete_topic(scope, "", now)
