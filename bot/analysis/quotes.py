"""text -> who said what."""

from bot.model import Quote, Sentence


def find_quotes(
    text: str, sentences: tuple[Sentence, ...], language: str | None
) -> tuple[Quote, ...]:
    """What the text gives as said, in order."""
    return ()
