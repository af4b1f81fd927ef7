"""What the rules read in a text, whether or not they are likely to err in it."""

from dataclasses import replace

from bot.analysis import quotes
from bot.analysis.quotes.doubts import Reading
from bot.model import Quote, Sentence


def find_quotes(
    text: str, sentences: tuple[Sentence, ...], language: str | None
) -> tuple[Quote, ...]:
    """The quotes, each with the speaker whom the rules name, doubtful ones too."""
    readings: list[Reading] = []
    found = quotes.find_quotes(text, sentences, language, readings)
    named = {reading.span: reading.speaker for reading in readings}
    return tuple(replace(one, speaker=one.speaker or named.get(one.span)) for one in found)
