"""The questions, their answers, and the Protocol of whoever answers them.

A question is a value: who asks from where (scope), about what (topic), since when, and which page.
An answer is a page of typed items, and every item carries its receipt: the article it stands in and
the very sentence.
"""

from bot.queries.answers import (
    COUNTED,
    PAGE_SIZE,
    Answer,
    ArticleRef,
    FigureAnswer,
    HeadlineAnswer,
    Page,
    QuoteAnswer,
    SearchAnswer,
    SummaryAnswer,
    SummaryLine,
)
from bot.queries.askable import Archive, Choice, Desk, Memory, Questions
from bot.queries.questions import (
    LIBRARY,
    SPOKEN,
    FigureQuery,
    HeadlineQuery,
    PagedQuery,
    Query,
    QuoteQuery,
    Scope,
    SearchQuery,
    SummaryQuery,
    address_in,
)

__all__ = [
    "COUNTED",
    "LIBRARY",
    "PAGE_SIZE",
    "SPOKEN",
    "Answer",
    "Archive",
    "ArticleRef",
    "Choice",
    "Desk",
    "FigureAnswer",
    "FigureQuery",
    "HeadlineAnswer",
    "HeadlineQuery",
    "Memory",
    "Page",
    "PagedQuery",
    "Query",
    "Questions",
    "QuoteAnswer",
    "QuoteQuery",
    "Scope",
    "SearchAnswer",
    "SearchQuery",
    "SummaryAnswer",
    "SummaryLine",
    "SummaryQuery",
    "address_in",
]
