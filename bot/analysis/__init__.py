"""article -> analysis: the front door of the engines. Pure: no clock, no network, no database."""

import re

from bot.analysis.figures import find_figures
from bot.analysis.languages import find_language
from bot.analysis.quotes import find_quotes
from bot.analysis.sentences import split_sentences
from bot.analysis.shingles import find_likeness
from bot.analysis.summary import LENGTHS, choose_gist, choose_summary
from bot.model import Analysis, Article, ArticleKind

VERSION = 11
"""Raised with every change of rules; articles read by older rules are read again."""


def primary_language(declared: str | None) -> str | None:
    """The language of a declared tag (BCP 47), without its region or script.

    >>> primary_language("en-GB"), primary_language("pt_BR"), primary_language("")
    ('en', 'pt', None)
    """
    return re.split(r"[-_]", declared.strip().lower())[0] or None if declared else None


def analyse(article: Article) -> Analysis:
    """Read one article.

    Every span of the analysis is a place in ``article.text``. A teaser has no likeness: whoever has
    the whole text tells more.
    """
    text = article.text
    language = primary_language(article.language) or find_language(text)
    sentences = split_sentences(text, language)
    summaries = {
        length: choose_summary(text, sentences, language, article.title, budget)
        for length, budget in LENGTHS.items()
    }
    quotes = find_quotes(text, sentences, language)
    is_whole = article.kind is not ArticleKind.TEASER
    return Analysis(
        version=VERSION,
        language=language,
        sentences=sentences,
        summaries=summaries,
        gist=choose_gist(text, sentences, language, article.title),
        quotes=quotes,
        figures=find_figures(text, sentences, language),
        likeness=find_likeness(text, quotes) if is_whole else None,
    )
