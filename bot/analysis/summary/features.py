"""A story -> what speaks for any set of its lines.

A set is a row of zeros and ones, a column a line, so that thousands of sets are measured in a few
products of matrices.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.analysis.summary.story import Line, Story
from bot.analysis.summary.weights import Model
from bot.analysis.summary.worth import Thing, find_pair_signs, find_word_signs, pairs_of, weigh

Numbers = NDArray[np.float32]

POOL = 18  # lines among which sets are made
EARLY = 5
LINKED = 0.1  # cosine from which LexRank counts two lines as linked
DAMPING = 0.85
UNSEEN = 8  # words of a summary that are not the text's
LIKELY_PAIRS = 12  # pairs of words that a summary is expected to hold

LINE_FEATURES = ("early", "forward", "linked", "introduces", "asks", "opens quoted")
SET_FEATURES = ("words", "pairs", "length")

CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŘŚŞŠŤŪŮŰŲŹŻŽΑ-ΩА-ЯЁІЇЄҐ]"
FULL_NAME = re.compile(rf"\b{CAPITAL}[\w’'-]+ {CAPITAL}[\w’'-]+")


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    """The lines among which sets are made, and what each brings, a row a line."""

    numbers: tuple[int, ...]  # of the lines in the story
    worth: dict[str, float]  # of all words of the story
    lines: Numbers  # a column for each of LINE_FEATURES
    sizes: Numbers  # words of each line
    stems: Numbers  # of these, how many are no stop words
    words: Numbers  # a column for each word that they have
    word_worth: Numbers
    expected: float  # words of a summary that are no stop words
    pairs: Numbers
    pair_worth: Numbers
    needs: Numbers  # 1 where the line of the row needs that of the column

    def measure(self, sets: Numbers) -> Numbers:
        """A row for each set, a column for each of LINE_FEATURES and SET_FEATURES."""
        stems = sets @ self.stems
        covered = np.minimum(sets @ self.words, 1) @ self.word_worth
        paired = np.minimum(sets @ self.pairs, 1) @ self.pair_worth
        return np.column_stack(
            [
                sets @ self.lines,
                2 * covered / (stems + self.expected),
                2 * paired / (stems + LIKELY_PAIRS),
                sets @ self.sizes / 60,
            ]
        )

    def sound(self, sets: Numbers) -> NDArray[np.bool_]:
        """Whether each set has all that its lines need."""
        lacks = (sets @ self.needs > 0) & (sets == 0)
        return np.asarray(~lacks.any(axis=1), np.bool_)


@lru_cache(maxsize=1)
def gather_pool(story: Story, model: Model) -> Pool:
    """Measure the lines of a story and take those among which sets are made."""
    word_worth = weigh(find_word_signs(story), model.words)
    pair_worth = weigh(find_pair_signs(story), model.pairs)
    numbers = _choose_pool(story, word_worth)
    chosen = [story.lines[number] for number in numbers]
    words, pairs = [line.stems for line in chosen], [pairs_of(line) for line in chosen]
    return Pool(
        numbers=numbers,
        worth=word_worth,
        lines=_measure_lines(story)[np.array(numbers, int)],
        sizes=np.array([line.size for line in chosen], np.float32),
        stems=np.array([len(line.stems) for line in chosen], np.float32),
        words=_occurrences(words),
        word_worth=_worth_of_columns(words, word_worth),
        expected=sum(word_worth.values()) + UNSEEN,
        pairs=_occurrences(pairs),
        pair_worth=_worth_of_columns(pairs, pair_worth),
        needs=_needs(story, numbers),
    )


def _choose_pool(story: Story, worth: dict[str, float]) -> tuple[int, ...]:
    """The lines whose words are worth most for their length, with those they need."""

    def density(number: int) -> float:
        stems = story.lines[number].stems
        return float(sum(worth[word] for word in set(stems)) / (len(stems) + 4) ** 0.5)

    pool: set[int] = set()
    for number in sorted(range(len(story.lines)), key=density, reverse=True):
        group = story.groups[number]
        if group and len(pool | set(group)) <= POOL:
            pool |= set(group)
    return tuple(sorted(pool))


def _measure_lines(story: Story) -> Numbers:
    """A row for each line of the story, a column for each of LINE_FEATURES."""
    similar = _similarities(story.lines)
    forward = np.triu(similar).sum(axis=1)
    return np.column_stack(
        [
            np.arange(len(story.lines)) < EARLY,
            _standard(forward),
            _standard(_lexrank(similar)),
            [min(2, len(FULL_NAME.findall(line.text))) for line in story.lines],
            [line.text.rstrip("\"”’' ").endswith(("?", "!")) for line in story.lines],
            [line.text[0] in "“„«\"‘'「" for line in story.lines],
        ]
    ).astype(np.float32)


def _similarities(lines: tuple[Line, ...]) -> Numbers:
    """The cosine of each line with each other, words weighed down that many lines have."""
    counts = _occurrences([line.stems for line in lines])
    counts *= np.log(1 + len(lines) / np.maximum(1, (counts > 0).sum(axis=0)))
    counts /= np.maximum(1e-6, np.linalg.norm(counts, axis=1, keepdims=True))
    similar = counts @ counts.T
    np.fill_diagonal(similar, 0)
    return similar.astype(np.float32)


def _lexrank(similar: Numbers) -> Numbers:
    """How central each line is: the long run of a walk along links between similar lines.

    Erkan and Radev, "LexRank" (JAIR 22, 2004). sumy's own takes the same walk, but builds its
    matrix in pure Python, at a hundred times the cost.
    """
    links = (similar > LINKED).astype(np.float32)
    steps = links / np.maximum(1, links.sum(axis=1, keepdims=True))
    central = np.full(len(links), 1 / max(1, len(links)), np.float32)
    for _ in range(30):
        central = (1 - DAMPING) / len(links) + DAMPING * (steps.T @ central)
    return central


def _standard(values: Numbers) -> Numbers:
    """The values around their mean, in units of their spread.

    >>> _standard(np.array([1.0, 3.0])).tolist()
    [-1.0, 1.0]
    """
    spread = float(values.std()) if len(values) else 0.0
    standard: Numbers = (values - values.mean()) / (spread if spread > 1e-9 else 1.0)
    return standard


def _occurrences(rows: Sequence[tuple[Thing, ...]]) -> Numbers:
    """How often each row has each thing, a column a thing, in the order of their first row.

    >>> _occurrences([("pier", "shut"), ("pier", "pier")]).tolist()
    [[1.0, 1.0], [2.0, 0.0]]
    """
    columns: dict[Thing, int] = {}
    for row in rows:
        for thing in row:
            columns.setdefault(thing, len(columns))
    found = np.zeros((len(rows), len(columns)), np.float32)
    for number, row in enumerate(rows):
        for thing in row:
            found[number, columns[thing]] += 1
    return found


def _worth_of_columns(rows: Sequence[tuple[Thing, ...]], worth: dict[Thing, float]) -> Numbers:
    things = dict.fromkeys(thing for row in rows for thing in row)
    return np.array([worth[thing] for thing in things], np.float32)


def _needs(story: Story, numbers: tuple[int, ...]) -> Numbers:
    places = {number: place for place, number in enumerate(numbers)}
    needs = np.zeros((len(numbers), len(numbers)), np.float32)
    for place, number in enumerate(numbers):
        group = story.groups[number]
        if group is None:
            continue
        for other in group:
            needs[place, places[other]] = 1
    return needs
