"""A story -> the lines that a summary may be made of, and what speaks for any set of them.

A set is a row of zeros and ones, a column a line, so that hundreds of sets are measured in a few
products of matrices.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.analysis.summary.debts import gather_debts
from bot.analysis.summary.lines import Line
from bot.analysis.summary.measures import (
    LINE_FEATURES,
    SOON,
    Numbers,
    count_things,
    find_repeats,
    find_similarities,
    measure_lines,
    multiply,
    sum_rows,
)
from bot.analysis.summary.story import Story
from bot.analysis.summary.weights import Model
from bot.analysis.summary.worth import Signs, find_pair_signs, find_word_signs, weigh

FEATURES = (
    *LINE_FEATURES,
    *("words", "pairs", "length", "alike", "figures", "names", "main names"),
)

WORTHS = ("words", "pairs", "figures", "names", "main names")  # of a thing, towards these features
FIRST = len(LINE_FEATURES)  # column of sums behind these
MOST = 18  # lines
FEW = 3  # lines, that tell little of a story if none is among its first
UNSEEN = 8  # words of a summary that are not the text's
LIKELY_PAIRS = 12  # pairs of words that a summary is expected to hold
MOST_MAIN = 12  # words, of which those that come again are the story's main ones
MOST_FIGURES, MOST_NAMES = 4, 8  # of a set; more do not speak for it


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    """The lines among which sets are made, and what each brings, a row a line."""

    numbers: tuple[int, ...]  # of the lines in the story
    main: tuple[str, ...]  # the words of the story that are worth most and come again, best first
    lines: Numbers  # a column for each of LINE_FEATURES
    sizes: Numbers  # words of each line
    expected: float  # words of a summary that are no stop words
    sums: Numbers  # what adds up: lines, sizes, stems, what the line alone has of WORTHS
    shared: Numbers  # a column for each word, pair of words, figure and name that several have
    shared_worth: Numbers  # a row for each of these columns, a column for each of WORTHS
    similar: Numbers  # a column for each line, as for those that follow
    needs: Numbers  # 1 where the line of the row needs that of the column
    faults: Numbers  # of a set, in its rows and columns: what its lines need, and say twice
    debts: Numbers  # things and people that a line takes as known
    opens: NDArray[np.bool_]  # whether a line may be the first of a set

    def measure(self, sets: Numbers) -> Numbers:
        """A row for each set, a column for each of FEATURES."""
        sums = (sets @ self.sums).T
        lines, (sizes, stems), own = sums[:FIRST], sums[FIRST : FIRST + 2], sums[FIRST + 2 :]
        shared = np.minimum(multiply(sets, self.shared), 1) @ self.shared_worth
        words, pairs, figures, names, main_names = own + shared.T
        values = [
            2 * words / (stems + self.expected),
            2 * pairs / (stems + LIKELY_PAIRS),
            sizes / 60,
            sum_rows(sets @ self.similar * sets) / 2,
            np.minimum(figures, MOST_FIGURES),
            np.minimum(names, MOST_NAMES),
            main_names,
        ]
        return np.concatenate([lines, values]).T

    def find_sound(self, sets: Numbers) -> NDArray[np.bool_]:
        """Which sets have all that their lines need, open well, and say nothing twice."""
        faults = sum_rows(sets @ self.faults * sets) + sum_rows(sets @ self.debts > 0)
        return np.asarray(self.opens[sets.argmax(axis=1)] & (faults == 0), np.bool_)


@lru_cache(maxsize=1)
def gather_pool(story: Story, model: Model) -> Pool:
    """Measure the lines of a story and take those among which sets are made."""
    words, pairs = find_word_signs(story), find_pair_signs(story)
    word_worth = weigh(words, model.words)
    best = _rank_lines(words.counts, word_worth)
    numbers = _choose_numbers(story, best)
    debts = [story.anchors[number].things for number in numbers]
    if len(numbers) < FEW and min(numbers, default=SOON) >= SOON:  # it begins with somebody unknown
        numbers = _choose_numbers(story, best, unknown=True)
        debts = [tuple(filter(None, story.anchors[number].things)) for number in numbers]
    chosen = [story.lines[number] for number in numbers]
    similar = find_similarities(words.counts)
    places = np.array(numbers, np.intp)
    needs = _needs(story, numbers)
    lines = measure_lines(chosen, places, similar)
    sizes = np.array([(line.size, len(line.stems)) for line in chosen], np.float32).reshape(-1, 2)
    worth = dict(zip(words.things, word_worth.tolist(), strict=True))
    own, shared, shared_worth = _gather_things(
        [
            (words.counts[places], {"words": word_worth}),
            (pairs.counts[places], {"pairs": weigh(pairs, model.pairs)}),
            *_find_figures_and_names(chosen, worth),
        ]
    )
    return Pool(
        numbers=numbers,
        main=_find_main(words, word_worth),
        lines=lines,
        sizes=sizes[:, 0],
        expected=float(word_worth.sum()) + UNSEEN,
        sums=np.concatenate([lines, sizes, own], axis=1),
        shared=shared,
        shared_worth=shared_worth,
        similar=similar[places[:, None], places],
        needs=needs,
        faults=find_repeats(words.counts[places]) - needs + np.diag(sum_rows(needs)),
        debts=gather_debts(numbers, debts),
        opens=_opens(story, numbers),
    )


Kind = tuple[Numbers, dict[str, Numbers]]  # how often each line has each thing, and their worths


def _find_figures_and_names(lines: Sequence[Line], worth: dict[str, float]) -> Iterator[Kind]:
    figures, counts = count_things([tuple(sorted(line.figures)) for line in lines])
    yield counts, {"figures": np.ones(len(figures), np.float32)}
    names, counts = count_things([tuple(sorted(line.names)) for line in lines])
    main = np.array([worth[name] for name in names], np.float32)
    yield counts, {"names": np.ones(len(names), np.float32), "main names": main}


def _gather_things(kinds: Sequence[Kind]) -> tuple[Numbers, Numbers, Numbers]:
    """What each line alone has is worth; what several have, a column a thing; the worths of these.

    Most is one line's alone, and adds the same to every set with the line.
    """
    has = (np.concatenate([counts for counts, _ in kinds], axis=1) > 0).astype(np.float32)
    worth = np.zeros((has.shape[1], len(WORTHS)), np.float32)
    start = 0
    for counts, worths in kinds:
        end = start + counts.shape[1]
        for name, values in worths.items():
            worth[start:end, WORTHS.index(name)] = values
        start = end
    shared = has.sum(axis=0) > 1
    return has @ np.where(shared[:, None], 0, worth), has[:, shared], worth[shared]


def _rank_lines(counts: Numbers, worth: Numbers) -> list[int]:
    """The numbers of the lines, first those whose words are worth most for their length."""
    density = (counts > 0) @ worth / np.sqrt(sum_rows(counts) + 4)
    ranked: list[int] = np.argsort(-density, kind="stable").tolist()
    return ranked


def _find_main(words: Signs[str], worth: Numbers) -> tuple[str, ...]:
    """The words that are worth most, best first, without those that come but once."""
    often = words.counts.sum(axis=0)
    best = np.argsort(-worth, kind="stable")[:MOST_MAIN].tolist()
    return tuple(words.things[place] for place in best if often[place] > 1)


def _choose_numbers(story: Story, best: Sequence[int], *, unknown: bool = False) -> tuple[int, ...]:
    """The first of these lines that may stand, with those they need.

    ``unknown``: also where they take as known what no line makes known.
    """
    pool: set[int] = set()
    for number in best:
        if len(pool) == MOST:
            break
        if story.groups[number] and number not in pool:
            wanted = _find_all_it_needs(story, number, pool)
            known = unknown or all(() not in story.anchors[member].things for member in wanted)
            if known and len(pool) + len(wanted) <= MOST:
                pool |= wanted
    return tuple(sorted(pool))


def _find_all_it_needs(story: Story, number: int, pool: set[int]) -> set[int]:
    """What to add to the pool: a line, its group, and what makes known what they take as known."""
    wanted: set[int] = set()
    todo = [number]
    while todo:
        group = story.groups[todo.pop()] or ()
        new = [member for member in group if not (member in pool or member in wanted)]
        wanted.update(new)
        todo += new if len(new) > 1 else ()
        for member in new:
            for anchor in story.anchors[member].things:
                if anchor and pool.isdisjoint(anchor) and wanted.isdisjoint(anchor):
                    todo.append(anchor[0])
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
