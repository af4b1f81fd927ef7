"""a quotation and who seems to say it -> the speaker, or None where the signs are against it."""

from bot.analysis.quotes.doubts.doubts import Doubts, Reading
from bot.analysis.quotes.doubts.signs import Signs

__all__ = ["Doubts", "Reading", "Signs"]
