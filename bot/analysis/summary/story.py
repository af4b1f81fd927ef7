"""Sentences -> the story as the methods see it."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from bot.analysis.summary.anchors import Anchors, find_anchors
from bot.analysis.summary.beginnings import takes_as_told
from bot.analysis.summary.boilerplate import CLOSING, is_furniture, is_stopped
from bot.analysis.summary.captions import shows_picture
from bot.analysis.summary.groups import Group, find_groups
from bot.analysis.summary.lines import Line, read_line, split_stems
from bot.analysis.summary.phrases import read_set
from bot.analysis.summary.quotations import find_bonds
from bot.analysis.summary.verbless import lacks_verb
from bot.model import Sentence

MOST = 80  # lines that a method looks at; the later ones of a long text tell it no more
SEARCHED = 4 * MOST  # sentences among which they are looked for
HEADING = 15  # words that a heading of several sentences has at most
ASKED = 200  # characters of a question that may be a heading
QUESTION_MARKS = ("?", "؟", "？")
PAST = 4  # sentences to one that is told in the past
LONGEST = 1000  # characters; what is longer is no sentence that a summary can hold


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """A text as the methods see it.

    ``lines`` are in the order of the text. ``groups`` gives, for each line, the lines (by their
    number in ``lines``) that must stand with it, itself among them; None where it may not stand.
    ``anchors`` gives, for each line, tuples of lines of which one must stand with it.
    """

    lines: tuple[Line, ...]
    groups: tuple[Group, ...]
    anchors: tuple[Anchors, ...]
    title_stems: tuple[str, ...]
    language: str | None


@lru_cache(maxsize=1)  # the lengths of one article's summary, and its gist, are chosen in turn
def read_story(
    text: str, sentences: tuple[Sentence, ...], language: str | None, title: str
) -> Story:
    """See each sentence once; what is furniture, repeated or beyond the limit is left out."""
    looked_at = sentences[:SEARCHED]
    labels = _has_stops(text, looked_at)
    headings = _find_headings(text, looked_at) if labels else frozenset()
    lines: list[Line] = []
    seen: set[str] = set()
    for place, bond in enumerate(find_bonds(text, looked_at)):
        span = looked_at[place].span
        if span.end - span.start > LONGEST or looked_at[place].paragraph in headings:
            continue
        if labels and _is_asked_alone(text, looked_at, place):
            continue
        sentence = span.of(text)
        if is_furniture(sentence, title, language, labels=labels):
            continue
        if not (bond.before or bond.after) and lacks_verb(sentence, language):
            continue
        pictured = bool(lines) and shows_picture(sentence, language or "en")
        if pictured and _is_told_in_past(text, looked_at, language):
            continue
        first = not (lines or _is_behind(looked_at, place))
        line = read_line(place, span, sentence, bond, language, first=first)
        folded = " ".join(line.words).casefold()
        if folded in seen:
            continue
        seen.add(folded)
        untold = first and not title and takes_as_told(sentence)
        leans = line.leans or untold or _answers(text, looked_at, place)
        lines.append(line._replace(leans=leans) if leans > line.leans else line)
        if len(lines) == MOST:
            break
    title_stems = split_stems(title[:500], language)
    groups = find_groups(lines, language)
    anchors = find_anchors(lines, groups, title_stems, language)
    return Story(tuple(lines), groups, anchors, title_stems, language)


def _is_asked_alone(text: str, sentences: tuple[Sentence, ...], place: int) -> bool:
    """Whether a sentence is a short question and all of its paragraph: a heading."""
    span = sentences[place].span
    return (
        span.end - span.start <= ASKED
        and text[span.end - 1] in QUESTION_MARKS
        and not _is_behind(sentences, place)
        and not (place + 1 < len(sentences) and _is_behind(sentences, place + 1))
    )


def _answers(text: str, sentences: tuple[Sentence, ...], place: int) -> bool:
    """Whether a sentence comes right behind a question of its paragraph."""
    return _is_behind(sentences, place) and sentences[place - 1].span.of(text).rstrip(
        CLOSING
    ).endswith(QUESTION_MARKS)


def _is_behind(sentences: tuple[Sentence, ...], place: int) -> bool:
    """Whether another sentence comes before one in its paragraph."""
    return place > 0 and sentences[place - 1].paragraph == sentences[place].paragraph


def _find_headings(text: str, sentences: tuple[Sentence, ...]) -> frozenset[int]:
    """The short paragraphs of several sentences without a stop at the end: Snow. Then the flood"""
    headings = set()
    for number, paragraph in groupby(sentences, key=lambda sentence: sentence.paragraph):
        first, *others = paragraph
        words = text[first.span.start : others[-1].span.end] if others else ""
        if words and not is_stopped(words) and words[-1] != ":" and len(words.split()) <= HEADING:
            headings.add(number)
    return frozenset(headings)


def _is_told_in_past(text: str, sentences: tuple[Sentence, ...], language: str | None) -> bool:
    """Whether many sentences tell of the past, so that one in the present tells what is seen."""
    words = text[: sentences[-1].span.end].split()
    told = sum(map(read_set(language or "en", "past_signs").__contains__, words))
    return PAST * told >= len(sentences)


def _has_stops(text: str, sentences: tuple[Sentence, ...]) -> bool:
    """Whether most sentences end with a stop, so that what has none is a heading or a caption."""
    spans = [sentence.span for sentence in sentences]
    ends = [text[max(span.start, span.end - 20) : span.end] for span in spans]
    return 2 * sum(map(is_stopped, ends)) > len(sentences)
