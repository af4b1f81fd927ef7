"""sentences -> the few that tell the article."""

from dataclasses import dataclass

from bot.analysis.summary.methods import METHODS, rank_lines
from bot.analysis.summary.story import Story, read_story
from bot.model import Length, Sentence, Span, Summary, SummarySentence

__all__ = ["LENGTHS", "METHODS", "Budget", "choose_gist", "choose_summary"]

GIST_LENGTH = 200  # characters


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
    story = read_story(text, sentences, language, title)
    if method == "newsroom":
        return _summary(story, _first_groups(story, budget))
    chosen = rank_lines(story, method, budget.sentences or len(story.lines))
    return _summary(story, _within(story, chosen, budget))


def _summary(story: Story, chosen: tuple[int, ...]) -> Summary:
    return Summary(tuple(SummarySentence(story.lines[number].span) for number in chosen))


def _first_groups(story: Story, budget: Budget) -> tuple[int, ...]:
    chosen: set[int] = set()
    for group in story.groups:
        if group and _fits(story, chosen | set(group), budget):
            chosen |= set(group)
    return tuple(sorted(chosen))


def _within(story: Story, chosen: tuple[int, ...], budget: Budget) -> tuple[int, ...]:
    kept: set[int] = set()
    for number in chosen:
        if _fits(story, kept | {number}, budget):
            kept.add(number)
    return tuple(sorted(kept))


def _fits(story: Story, chosen: set[int], budget: Budget) -> bool:
    most, words = budget.sentences or len(story.lines), budget.words
    return len(chosen) <= most and (
        words is None or sum(story.lines[number].size for number in chosen) <= words
    )


def choose_gist(
    text: str, sentences: tuple[Sentence, ...], language: str | None, title: str
) -> Span | None:
    """The best single sentence within 200 characters; None where there is none."""
    story = read_story(text, sentences, language, title)
    return next((s.span for s in story.lines if s.span.end - s.span.start <= GIST_LENGTH), None)
