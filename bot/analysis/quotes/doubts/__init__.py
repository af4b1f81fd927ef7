"""a quotation and who seems to say it -> how likely that is wrong, by what surrounds them."""

from bot.analysis.quotes.doubts.doubts import Doubts
from bot.analysis.quotes.doubts.signs import Signs

__all__ = ["Doubts", "Signs"]
