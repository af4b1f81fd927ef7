"""A story -> the lines that a summary may be made of, and what speaks for any set of them.

A set is a row of zeros and ones, a column a line, so that hundreds of sets are measured in a few
products of matrices.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bot.analysis.summary.debts import Debts, gather_debts
from bot.analysis.summary.lines import Line
from bot.analysis.summary.measures import (
    LINE_FEATURES,
    Numbers,
    compare,
    count_things,
    find_similarities,
    measure_lines,
    multiply,
)
from bot.analysis.summary.story import Story
from bot.analysis.summary.weights import Model
from bot.analysis.summary.worth import (
    Pair,
    Thing,
    find_pair_signs,
    find_word_signs,
    pairs_of,
    weigh,
)

FEATURES = (
    *LINE_FEATURES,
    *("words", "pairs", "length", "alike", "figures", "names", "main names", "strangers"),
)

WORTHS = ("words", "pairs", "figures", "names", "main names")  # of a thing, towards these features
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
    expected: float  # words of a summary that are no stop words
    things: Numbers  # a column for each word, pair of words, figure and name that they have
    thing_worth: Numbers  # a row for each of these columns, a column for each of WORTHS
    similar: Numbers  # a column for each line, as for those that follow
    same: Numbers  # 1 where the two lines say the same
    needs: Numbers  # 1 where the line of the row needs that of the column
    known: Debts  # things that a line takes as known
    strangers: Debts  # people whom a line names as known
    opens: NDArray[np.bool_]  # whether a line may be the first of a set

    def measure(self, sets: Numbers) -> Numbers:
        """A row for each set, a column for each of FEATURES."""
        has = np.minimum(multiply(sets, self.things), 1)
        words, pairs, figures, names, main_names = multiply(has, self.thing_worth).T
        stems = sets @ self.stems
        return np.column_stack(
            [
                sets @ self.lines,
                2 * words / (stems + self.expected),
                2 * pairs / (stems + LIKELY_PAIRS),
                sets @ self.sizes / 60,
                ((sets @ self.similar) * sets).sum(axis=1) / 2,
                np.minimum(figures, MOST_FIGURES),
                np.minimum(names, MOST_NAMES),
                main_names,
                self.strangers.find_unpaid(sets).sum(axis=1),
            ]
        )

    def find_sound(self, sets: Numbers) -> NDArray[np.bool_]:
        """Which sets have all that their lines need, open well, and say nothing twice."""
        lacks = ((sets @ self.needs > 0) & (sets == 0)).any(axis=1)
        repeats = ((sets @ self.same > 0) & (sets > 0)).any(axis=1)
        opens = self.opens[sets.argmax(axis=1)]
        unknown = self.known.find_unpaid(sets).any(axis=1)
        return np.asarray(opens & ~lacks & ~repeats & ~unknown, np.bool_)


@lru_cache(maxsize=1)
def gather_pool(story: Story, model: Model) -> Pool:
    """Measure the lines of a story and take those among which sets are made."""
    word_worth = weigh(find_word_signs(story), model.words)
    pair_worth = weigh(find_pair_signs(story), model.pairs)
    numbers = _choose_numbers(story, word_worth)
    chosen = [story.lines[number] for number in numbers]
    similar = find_similarities(story.lines)
    places = np.array(numbers, int)
    counts = count_things([line.stems for line in chosen])
    things, thing_worth = _gather_things(chosen, word_worth, pair_worth)
    return Pool(
        numbers=numbers,
        worth=word_worth,
        lines=measure_lines(story.lines, similar)[places],
        sizes=np.array([line.size for line in chosen], np.float32),
        stems=np.array([len(line.stems) for line in chosen], np.float32),
        expected=sum(word_worth.values()) + UNSEEN,
        things=things,
        thing_worth=thing_worth,
        similar=similar[np.ix_(places, places)],
        same=(compare(counts) > SAME).astype(np.float32),
        needs=_needs(story, numbers),
        known=gather_debts(numbers, [story.anchors[number].things for number in numbers]),
        strangers=gather_debts(numbers, [story.anchors[number].names for number in numbers]),
        opens=_opens(story, numbers),
    )


def _gather_things(
    lines: Sequence[Line], word_worth: dict[str, float], pair_worth: dict[Pair, float]
) -> tuple[Numbers, Numbers]:
    """What the lines have, a column a thing, and for each thing a row of its worths."""
    words = [line.stems for line in lines]
    pairs = [pairs_of(line) for line in lines]
    figures = [tuple(sorted(line.figures)) for line in lines]
    names = [tuple(sorted(line.names)) for line in lines]
    worths = [
        *((word_worth[word], 0, 0, 0, 0) for word in _distinct(words)),
        *((0, pair_worth[pair], 0, 0, 0) for pair in _distinct(pairs)),
        *((0, 0, 1, 0, 0) for _ in _distinct(figures)),
        *((0, 0, 0, 1, word_worth[name]) for name in _distinct(names)),
    ]
    counts = [count_things(words), count_things(pairs), count_things(figures), count_things(names)]
    return np.hstack(counts), np.array(worths, np.float32).reshape(-1, len(WORTHS))


def _distinct(rows: Iterable[Iterable[Thing]]) -> dict[Thing, None]:
    return dict.fromkeys(chain.from_iterable(rows))


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


def _needs(story: Story, numbers: tuple[int, ...]) -> Numbers:
    """A row for each line of the pool, with 1 for each line of its group."""
    places = {number: place for place, number in enumerate(numbers)}
    needs = np.zeros((len(numbers), len(numbers)), np.float32)
    for place, number in enumerate(numbers):
        for other in story.groups[number] or ():
            needs[place, places[other]] = 1
    return needs


def _opens(story: Story, numbers: tuple[int, ...]) -> NDArray[np.bool_]:
    """Which lines may be the first of a set; all, where none is fit for it."""
    opens = np.array([_may_open(story, number) for number in numbers], np.bool_)
    return opens if opens.any() else ~opens


def _may_open(story: Story, number: int) -> bool:
    line = story.lines[number]
    return not (line.goes_on or line.leans or story.anchors[number].begins)
