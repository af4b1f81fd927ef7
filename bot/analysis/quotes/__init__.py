"""text -> who said what."""

from bot.analysis.quotes.reading import find_quotes

__all__ = ["find_quotes"]
