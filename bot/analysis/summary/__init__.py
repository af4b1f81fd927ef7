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
    """The sentences that tell the article best within the budget, in their order.

    ``method`` is one of METHODS. A budget that says nothing is one of three sentences. None is
    chosen from a text without sentences; and where all of them lean on what is not there, the
    first ones are. Raises ValueError for a method that there is not.
    """
    story = read_story(text, sentences, language, title)
    if not story.lines:
        return Summary(())
    most = budget.sentences or (DEFAULT if budget.words is None else None)
    chosen = choose_lines(story, most, budget.words) if method == "newsroom" else ()
    if not chosen:
        ranked = rank_lines(story, "lead" if method == "newsroom" else method, most or MOST)
        chosen = _within(story, ranked, budget.words)
    return Summary(
        tuple(
            SummarySentence(story.lines[number].span, reasons)
            for number, reasons in zip(chosen, find_reasons(story, chosen), strict=True)
        )
    )


def choose_gist(
    text: str, sentences: tuple[Sentence, ...], language: str | None, title: str
) -> Span | None:
    """The best of the first sentences within 200 characters; None where there is none.

    One further back is taken only where there is no headline.
    """
    story = read_story(text, sentences, language, title)
    number = choose_line(story, GIST_LENGTH) if story.lines else None
    return None if number is None else story.lines[number].span


def _within(story: Story, numbers: tuple[int, ...], words: int | None) -> tuple[int, ...]:
    """Those lines, taken in turn, for which there is room."""
    kept = []
    room = words
    for number in numbers:
        size = story.lines[number].size
        if room is None:
            kept.append(number)
        elif size <= room:
            kept.append(number)
            room -= size
    return tuple(kept)
