"""text -> its numbers, what they count, and who reports them."""

from bot.model import Figure, Sentence


def find_figures(
    text: str, sentences: tuple[Sentence, ...], language: str | None
) -> tuple[Figure, ...]:
    """The figures of a text, in order."""
    return ()
