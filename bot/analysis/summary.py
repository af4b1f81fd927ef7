"""sentences -> the few that tell the article."""

from dataclasses import dataclass

from bot.model import Length, Sentence, Span, Summary, SummarySentence


@dataclass(frozen=True, slots=True)
class Budget:
    """How much a summary may hold: a number of sentences or a number of words."""

    sentences: int | None = None
    words: int | None = None


LENGTHS = {
    Length.SHORT: Budget(sentences=1),
    Length.STANDARD: Budget(sentences=3),
    Length.LONG: Budget(sentences=6),
}


def choose_summary(
    text: str,
    sentences: tuple[Sentence, ...],
    language: str | None,
    title: str,
    budget: Budget,
    method: str = "newsroom",
) -> Summary:
    """The sentences that tell the article best within the budget, in their order."""
    return Summary(tuple(SummarySentence(s.span) for s in sentences[: budget.sentences or 3]))


def choose_gist(
    text: str, sentences: tuple[Sentence, ...], language: str | None, title: str
) -> Span | None:
    """The best single sentence within 200 characters; None where there is none."""
    return next((s.span for s in sentences if s.span.end - s.span.start <= 200), None)
