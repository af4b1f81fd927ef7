"""The nouns: what is read in texts, and what comes from the web and goes to channels.

``None`` means "not there", never "failed" and never a guess. Times are aware and in UTC.
"""

from bot.model.articles import (
    Analysis,
    Article,
    ArticleKind,
    Direction,
    Figure,
    FigureKind,
    Length,
    Modifier,
    Quote,
    QuoteKind,
    Sentence,
    Span,
    Summary,
    SummarySentence,
)
from bot.model.feeds import Delivery, Entry, FeedHealth, FeedLink, ListedFeed, Seen, Trouble

__all__ = [
    "Analysis",
    "Article",
    "ArticleKind",
    "Delivery",
    "Direction",
    "Entry",
    "FeedHealth",
    "FeedLink",
    "Figure",
    "FigureKind",
    "Length",
    "ListedFeed",
    "Modifier",
    "Quote",
    "QuoteKind",
    "Seen",
    "Sentence",
    "Span",
    "Summary",
    "SummarySentence",
    "Trouble",
]
