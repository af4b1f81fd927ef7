"""text -> all that may be quoted: in marks, behind dashes, in the turns of an interview."""

from collections.abc import Sequence

from bot.analysis.quotes.dashes import find_dashed
from bot.analysis.quotes.dialogue import (
    ANSWERS,
    QUESTIONS,
    askers,
    find_turns,
    is_short,
)
from bot.analysis.quotes.incises import split_incises
from bot.analysis.quotes.stretches import Stretch, find_stretches
from bot.analysis.speakers.grammar import Grammar
from bot.model import Span


def find_quoted(text: str, paragraphs: tuple[Span, ...], grammar: Grammar) -> tuple[Stretch, ...]:
    """All that may be quoted: in marks, behind dashes, in the turns of an interview."""
    turns = find_turns(text, paragraphs)
    spoken = {number for number, _, _ in turns}
    found = []
    asking = askers(text, turns)
    for number, label, words in turns:
        turn = _turn(label.of(text), asking)
        outer = Span(label.start if turn else words.start, words.end)
        found.append(Stretch(words, outer, number, turn=turn))
    for stretch in find_stretches(text, paragraphs):
        if stretch.paragraph not in spoken and not _is_doubtful(text, stretch, grammar):
            found += split_incises(text, stretch, grammar)
    dashed = [s for s in find_dashed(text, paragraphs, grammar) if s.paragraph not in spoken]
    found = _without_quoted(found, dashed, grammar)
    return tuple(sorted(found, key=lambda stretch: stretch.outer.start))


def _without_quoted(
    marked: Sequence[Stretch], dashed: Sequence[Stretch], grammar: Grammar
) -> list[Stretch]:
    """Both without what is told twice: what stands in marks behind a dash is quoted there.

    French and Spanish open lists with a dash too, so that there the marks decide.
    """
    if grammar.cues:
        paragraphs = {stretch.paragraph for stretch in marked}
        return [*marked, *(s for s in dashed if s.paragraph not in paragraphs)]
    paragraphs = {stretch.paragraph for stretch in dashed}
    return [*dashed, *(s for s in marked if s.paragraph not in paragraphs)]


def _turn(label: str, asking: frozenset[str]) -> str | None:
    """Q where the label asks, the label itself where it only answers; None where it is a name."""
    if label in QUESTIONS | ANSWERS:
        return label
    if label in asking:
        return "Q"
    return label if is_short(label) and (asking or "." in label) else None


def _is_doubtful(text: str, stretch: Stretch, grammar: Grammar) -> bool:
    """Whether a quotation without an end has swallowed its own verb of saying."""
    if stretch.closed or stretch.continues:
        return False
    _, *clauses = stretch.inner.of(text).split(", ")
    return any(grammar.cues.intersection(clause.lower().split()[:3]) for clause in clauses)
