"""A story -> the lines that a summary may be made of, and what speaks for any set of them.

A set is a row of zeros and ones, a column a line, so that hundreds of sets are measured in a few
products of matrices.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.analysis.summary.lines import Line
from bot.analysis.summary.measures import (
    LINE_FEATURES,
    Numbers,
    compare,
    count_things,
    find_similarities,
    measure_lines,
)
from bot.analysis.summary.story import Story
from bot.analysis.summary.weights import Model
from bot.analysis.summary.worth import Thing, find_pair_signs, find_word_signs, pairs_of, weigh

FEATURES = (
    *LINE_FEATURES,
    *("words", "pairs", "length", "alike", "figures", "names", "main names", "strangers"),
)

MOST = 18  # lines
UNSEEN = 8  # words of a summary that are not the text's
LIKELY_PAIRS = 12  # pairs of words that a summary is expected to hold
MOST_FIGURES, MOST_NAMES = 4, 8  # of a set; more do not speak for it
SAME = 0.6  # cosine from which two lines say the same


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
    figures: Numbers
    names: Numbers
    name_worth: Numbers
    similar: Numbers  # a column for each line, as for those that follow
    same: Numbers  # 1 where the two lines say the same
    needs: Numbers  # 1 where the line of the row needs that of the column
    things: tuple[Numbers, Numbers]
    strangers: tuple[Numbers, Numbers]
    opens: NDArray[np.bool_]  # whether a line may be the first of a set

    def measure(self, sets: Numbers) -> Numbers:
        """A row for each set, a column for each of FEATURES."""
        stems = sets @ self.stems
        covered = _union(sets, self.words) @ self.word_worth
        paired = _union(sets, self.pairs) @ self.pair_worth
        return np.column_stack(
            [
                sets @ self.lines,
                2 * covered / (stems + self.expected),
                2 * paired / (stems + LIKELY_PAIRS),
                sets @ self.sizes / 60,
                ((sets @ self.similar) * sets).sum(axis=1) / 2,
                np.minimum(_union(sets, self.figures).sum(axis=1), MOST_FIGURES),
                np.minimum(_union(sets, self.names).sum(axis=1), MOST_NAMES),
                _union(sets, self.names) @ self.name_worth,
                _unpaid(sets, self.strangers).sum(axis=1),
            ]
        )

    def find_sound(self, sets: Numbers) -> NDArray[np.bool_]:
        """Which sets have all that their lines need, open well, and say nothing twice."""
        lacks = ((sets @ self.needs > 0) & (sets == 0)).any(axis=1)
        repeats = ((sets @ self.same > 0) & (sets > 0)).any(axis=1)
        opens = self.opens[sets.argmax(axis=1)]
        unknown = _unpaid(sets, self.things).any(axis=1)
        return np.asarray(opens & ~lacks & ~repeats & ~unknown, np.bool_)


@lru_cache(maxsize=1)
def gather_pool(story: Story, model: Model) -> Pool:
    """Measure the lines of a story and take those among which sets are made."""
    word_worth = weigh(find_word_signs(story), model.words)
    pair_worth = weigh(find_pair_signs(story), model.pairs)
    numbers = _choose_numbers(story, word_worth)
    chosen = [story.lines[number] for number in numbers]
    words, pairs = [line.stems for line in chosen], [pairs_of(line) for line in chosen]
    counts = count_things(words)
    names = [sorted(line.names) for line in chosen]
    similar = find_similarities(story.lines)
    places = np.array(numbers, int)
    return Pool(
        numbers=numbers,
        worth=word_worth,
        lines=measure_lines(story.lines, similar)[places],
        sizes=np.array([line.size for line in chosen], np.float32),
        stems=np.array([len(line.stems) for line in chosen], np.float32),
        words=counts,
        word_worth=_worth_of_columns(words, word_worth),
        expected=sum(word_worth.values()) + UNSEEN,
        pairs=count_things(pairs),
        pair_worth=_worth_of_columns(pairs, pair_worth),
        figures=count_things([sorted(line.figures) for line in chosen]),
        names=count_things(names),
        name_worth=_worth_of_columns([tuple(row) for row in names], word_worth),
        similar=similar[np.ix_(places, places)],
        same=(compare(counts) > SAME).astype(np.float32),
        needs=_needs(story, numbers),
        things=_debts(numbers, [story.anchors[number].things for number in numbers]),
        strangers=_debts(numbers, [story.anchors[number].names for number in numbers]),
        opens=_opens(chosen),
    )


def _union(sets: Numbers, things: Numbers) -> Numbers:
    """1 where the set of the row has the thing of the column."""
    found: Numbers = np.minimum(sets @ things, 1)
    return found


def _choose_numbers(story: Story, worth: dict[str, float]) -> tuple[int, ...]:
    """The lines whose words are worth most for their length, with those they need."""

    def density(number: int) -> float:
        stems = story.lines[number].stems
        return float(sum(worth[word] for word in set(stems)) / (len(stems) + 4) ** 0.5)

    pool: set[int] = set()
    for number in sorted(range(len(story.lines)), key=density, reverse=True):
        if story.groups[number]:
            wanted = _with_all_it_needs(story, number, pool)
            if len(wanted) <= MOST:
                pool = wanted
    return tuple(sorted(pool))


def _with_all_it_needs(story: Story, number: int, pool: set[int]) -> set[int]:
    """The pool with a line, its group, and what makes known what they take as known."""
    wanted, todo = set(pool), [number]
    while todo:
        group = set(story.groups[todo.pop()] or ())
        todo += group - wanted
        wanted |= group
        anchors = (anchor for member in group for anchor in story.anchors[member].things)
        todo += [anchor[0] for anchor in anchors if wanted.isdisjoint(anchor)]
    return wanted


def _worth_of_columns(rows: Sequence[tuple[Thing, ...]], worth: dict[Thing, float]) -> Numbers:
    things = dict.fromkeys(thing for row in rows for thing in row)
    return np.array([worth[thing] for thing in things], np.float32)


def _needs(story: Story, numbers: tuple[int, ...]) -> Numbers:
    """A row for each line of the pool, with 1 for each line of its group."""
    places = {number: place for place, number in enumerate(numbers)}
    needs = np.zeros((len(numbers), len(numbers)), np.float32)
    for place, number in enumerate(numbers):
        for other in story.groups[number] or ():
            needs[place, places[other]] = 1
    return needs


def _debts(
    numbers: tuple[int, ...], anchors: Sequence[tuple[tuple[int, ...], ...]]
) -> tuple[Numbers, Numbers]:
    """For each anchor of the pool's lines a column: which line it holds, and which it consists of."""
    columns = [(place, anchor) for place, held in enumerate(anchors) for anchor in held]
    owes = np.zeros((len(numbers), len(columns)), np.float32)
    tells = np.zeros((len(numbers), len(columns)), np.float32)
    for column, (place, anchor) in enumerate(columns):
        owes[place, column] = 1
        tells[:, column] = [number in anchor for number in numbers]
    return owes, tells


def _unpaid(sets: Numbers, debts: tuple[Numbers, Numbers]) -> Numbers:
    """1 where the set of the row lacks ..."""
    owes, tells = debts
    lacking: Numbers = (sets @ owes > 0) & (sets @ tells == 0)
    return lacking


def _opens(lines: Sequence[Line]) -> NDArray[np.bool_]:
    """Which lines may be the first of a set; all, where none is fit for it."""
    opens = np.array([not line.goes_on and not line.leans for line in lines], np.bool_)
    return opens if opens.any() else ~opens
