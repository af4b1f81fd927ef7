"""A story -> how likely each of its words, and each pair of words, is to be in a summary of it.

People's summaries keep the words that come early, come again and name somebody. How much each of
these counts is fitted to summaries that people wrote (``fit.py``) and kept in ``weights.json``.
The idea is that of Hong and Nenkova, "Improving the estimation of word importance for news
multi-document summarization" (EACL 2014).
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

from bot.analysis.summary.story import Line, Story
from bot.analysis.summary.weights import Weights

Pair = tuple[str, str]
Thing = TypeVar("Thing", str, Pair)
Signs = dict[str, float]


def pairs_of(line: Line) -> tuple[Pair, ...]:
    """The neighbours among the words of a line."""
    return tuple(zip(line.stems, line.stems[1:], strict=False))


def find_word_signs(story: Story) -> dict[str, Signs]:
    """What speaks for each word. The headline counts as a first mention."""
    lines = [line.stems for line in story.lines]
    counts, firsts = _count(lines, story.title_stems)
    spread = Counter(word for stems in lines for word in set(stems))
    names = {name for line in story.lines for name in line.names}
    return {
        word: {
            "always": 1.0,
            "count": math.log(count),
            "repeated": float(count > 1),
            "spread": spread[word] / max(1, len(lines)),
            "late": math.log(1 + firsts[word]),
            "name": float(word in names),
            "counted name": math.log(count) if word in names else 0.0,
            "length": float(len(word)),
        }
        for word, count in counts.items()
    }


def find_pair_signs(story: Story) -> dict[Pair, Signs]:
    """What speaks for each pair of words."""
    counts, firsts = _count([pairs_of(line) for line in story.lines], ())
    return {
        pair: {
            "always": 1.0,
            "count": math.log(count),
            "repeated": float(count > 1),
            "late": math.log(1 + firsts[pair]),
        }
        for pair, count in counts.items()
    }


def weigh(signs: Mapping[Thing, Signs], weights: Weights) -> dict[Thing, float]:
    """The likelihood of each thing from its signs: the logistic of their weighted sum.

    >>> weigh({"pier": {"always": 1.0, "count": 2.0}}, {"always": -1.0, "count": 0.5})
    {'pier': 0.5}
    """
    return {
        thing: 1 / (1 + math.exp(-sum(weights[name] * value for name, value in values.items())))
        for thing, values in signs.items()
    }


def _count(
    lines: Sequence[tuple[Thing, ...]], title: tuple[Thing, ...]
) -> tuple[dict[Thing, int], dict[Thing, int]]:
    """How often each thing comes, and the number of its first line.

    >>> _count([("pier", "shut"), ("pier",)], ("shut",))
    ({'shut': 2, 'pier': 2}, {'shut': 0, 'pier': 0})
    """
    counts, firsts = Counter(title), dict.fromkeys(title, 0)
    for number, things in enumerate(lines):
        counts.update(things)
        for thing in things:
            firsts.setdefault(thing, number)
    return dict(counts), firsts
