"""Sentences -> the story as the methods see it: words, names, figures, and what leans on what."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.analysis.summary.boilerplate import is_furniture, is_stopped, normal_form
from bot.analysis.summary.leaning import leans_back
from bot.analysis.summary.quotations import find_bonds
from bot.analysis.summary.words import LONGEST, find_stem, split_words
from bot.model import Sentence, Span

MOST = 80  # sentences that a method looks at; the later ones of a long text tell it no more
LONGEST_GROUP = 3  # sentences that stand or fall together
NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence that may stand in a summary.

    ``place`` is its number among all sentences of the text. ``stems`` are its words without stop
    words, ``names`` its words with a capital, ``figures`` its numbers.
    """

    place: int
    span: Span
    text: str
    size: int  # words, by spaces
    words: tuple[str, ...]  # as written
    stems: tuple[str, ...]
    names: frozenset[str]
    figures: frozenset[str]
    leans: bool
    quoted: float  # share of its characters inside quotation marks


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """A text as the methods see it.

    ``lines`` are in the order of the text. ``groups`` gives, for each line, the lines (by their
    number in ``lines``) that must stand with it, itself among them; None where it may not stand.
    """

    lines: tuple[Line, ...]
    groups: tuple[tuple[int, ...] | None, ...]
    title_stems: tuple[str, ...]
    language: str | None


@lru_cache(maxsize=1)  # the lengths of one article's summary, and its gist, are chosen in turn
def read_story(
    text: str, sentences: tuple[Sentence, ...], language: str | None, title: str
) -> Story:
    """Look at each sentence once; what is furniture, repeated or beyond the limit is left out."""
    lines: list[Line] = []
    seen: set[str] = set()
    labels = _has_stops(text, sentences)
    for place, sentence in enumerate(sentences):
        words = sentence.span.of(text)
        tokens = split_words(words[:3000])[:LONGEST]
        size = max(len(words.split()), len(tokens) // 2)
        if is_furniture(words[:3000], title, language, labels=labels, words=size):
            continue
        form = normal_form(words[:3000])
        if form in seen:
            continue
        seen.add(form)
        lines.append(_line(place, sentence, words, tokens, size, language))
        if len(lines) == MOST:
            break
    groups = _find_groups(text, sentences, lines)
    title_stems = split_stems(title[:500], language)
    return Story(tuple(lines), groups, title_stems, language)


def _has_stops(text: str, sentences: tuple[Sentence, ...]) -> bool:
    """Whether most sentences end with a stop, so that what has none is a heading or a caption."""
    looked_at = sentences[: 2 * MOST]
    stopped = sum(
        is_stopped(text[max(s.span.start, s.span.end - 20) : s.span.end]) for s in looked_at
    )
    return 2 * stopped > len(looked_at)


def _line(
    place: int,
    sentence: Sentence,
    words: str,
    tokens: tuple[str, ...],
    size: int,
    language: str | None,
) -> Line:
    capitals = (find_stem(token, language) for token in tokens if token[0].isupper())
    return Line(
        place=place,
        span=sentence.span,
        text=words,
        size=size,
        words=tokens,
        stems=_stems(tokens, language),
        names=frozenset(stem for stem in capitals if stem),
        figures=frozenset(token for token in tokens if NUMBER.search(token)),
        leans=leans_back(words[:1000], language),
        quoted=_quoted_share(words),
    )


def split_stems(text: str, language: str | None) -> tuple[str, ...]:
    """The stems of a text's words, stop words left out.

    >>> split_stems("The piers of Halden", "en")
    ('piers', 'halden')
    """
    return _stems(split_words(text), language)


def _stems(words: tuple[str, ...], language: str | None) -> tuple[str, ...]:
    stems = (find_stem(word, language) for word in words)
    return tuple(stem for stem in stems if stem)


def _quoted_share(words: str) -> float:
    """
    >>> _quoted_share('"No."')
    1.0
    """
    quoted = sum(map(len, re.findall(r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?|„[^“”]*[“”]?", words)))
    return min(1.0, quoted / max(1, len(words)))


def _find_groups(
    text: str, sentences: tuple[Sentence, ...], lines: list[Line]
) -> tuple[tuple[int, ...] | None, ...]:
    """For each line, those it needs: the one it leans on, the rest of its quotation.

    A line that needs what is not there (furniture, a repetition, too many) may not stand.
    """
    last = lines[-1].place + 1 if lines else 0
    bonds = find_bonds(text, sentences[:last])
    numbers = {line.place: number for number, line in enumerate(lines)}
    groups: list[tuple[int, ...] | None] = []
    for line in lines:
        wanted, todo = {line.place}, [line.place]
        while todo and len(wanted) <= LONGEST_GROUP:
            place = todo.pop()
            if place not in numbers:
                break
            bond, this = bonds[place], lines[numbers[place]]
            needed = set()
            if bond.before or this.leans:
                needed.add(place - 1)
            if bond.after:
                needed.add(place + 1)
            todo.extend(needed - wanted)
            wanted |= needed
        whole = len(wanted) <= LONGEST_GROUP and all(place in numbers for place in wanted)
        sound = whole and not any(bonds[place].broken for place in wanted)
        groups.append(tuple(sorted(numbers[place] for place in wanted)) if sound else None)
    return tuple(groups)
