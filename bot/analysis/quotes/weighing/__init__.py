"""a quotation and everybody who could say it -> who most likely does, or None in doubt."""

from bot.analysis.quotes.weighing.weighing import Reading, Weighing

__all__ = ["Reading", "Weighing"]
