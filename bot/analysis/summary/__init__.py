"""sentences -> the few that tell the article."""

from dataclasses import dataclass

from bot.analysis.summary.methods import METHODS, rank_lines
from bot.analysis.summary.reasons import find_reasons
from bot.analysis.summary.sets import choose_line, choose_lines
from bot.analysis.summary.story import MOST, Story, read_story
from bot.model import Length, Sentence, Span, Summary, SummarySentence

__all__ = ["LENGTHS", "METHODS", "Budget", "choose_gist", "choose_summary"]

GIST_LENGTH = 200  # characters
DEFAULT = 3  # sentences, where the budget says nothing


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
    if not story.lines:
        return Summary(())
    if method == "newsroom":
        chosen = choose_lines(story, budget.sentences, budget.words) or _first(story, budget)
    else:
        chosen = _within(story, rank_lines(story, method, budget.sentences or MOST), budget)
    reasons = find_reasons(story, chosen)
    return Summary(
        tuple(
            SummarySentence(story.lines[number].span, why)
            for number, why in zip(chosen, reasons, strict=True)
        )
    )


def choose_gist(
    text: str, sentences: tuple[Sentence, ...], language: str | None, title: str
) -> Span | None:
    """The best single sentence within 200 characters; None where there is none."""
    story = read_story(text, sentences, language, title)
    number = choose_line(story, GIST_LENGTH) if story.lines else None
    return None if number is None else story.lines[number].span


def _first(story: Story, budget: Budget) -> tuple[int, ...]:
    """The first lines, for a story in which every line leans on something that is not there."""
    return _within(story, tuple(range(len(story.lines))), budget)


def _within(story: Story, numbers: tuple[int, ...], budget: Budget) -> tuple[int, ...]:
    """Those lines, taken in turn, that the budget has room for."""
    kept: list[int] = []
    room = budget.words
    for number in numbers[: budget.sentences or DEFAULT if budget.words is None else None]:
        size = story.lines[number].size
        if room is None or size <= room:
            kept.append(number)
            room = None if room is None else room - size
    return tuple(kept[: budget.sentences])
