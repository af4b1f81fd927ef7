"""Cases -> a model."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.analysis.summary.fitting.cases import Case, Question, ask
from bot.analysis.summary.lines import split_stems
from bot.analysis.summary.measures import Thing
from bot.analysis.summary.pool import FEATURES
from bot.analysis.summary.weights import Model, Weights, read_model
from bot.analysis.summary.worth import Signs, find_pair_signs, find_word_signs

RIDGE = 1e-3  # how strongly the weights of words are held to 0
CALM = 0.002  # the same for the weights of sets, in units of each feature's spread
STEPS = 100
RATE = 0.06
UNIT = 3.0  # points of ROUGE that count as one
# Weights that are chosen, not fitted: readers want names and figures, and to know who is who, more
# than ROUGE tells, and the length is what keeps summaries of three sentences as long as people
# write them.
CHOSEN = {"length": -2.5, "figures": 0.9, "names": 0.8, "main names": 0.5}


def learn(cases: Sequence[Case]) -> Model:
    """Fit all weights: those of words and pairs first, as the sets are measured with them."""
    words = _learn_worth([(find_word_signs(c.story), _told_words(c)) for c in cases])
    pairs = _learn_worth([(find_pair_signs(c.story), _told_pairs(c)) for c in cases])
    model = Model(words, pairs, read_model().sets)
    questions = [question for case in cases for question in ask(case, model)]
    return Model(words, pairs, learn_sets(questions))


def learn_sets(questions: Sequence[Question]) -> Weights:
    """The weights with which the sets that are likely to be chosen have the most ROUGE.

    A set is chosen with the likelihood exp(score) / sum of exp(score) of all that answer the
    same question; the ROUGE that this gives on the average is raised step by step (Adam).
    """
    features = np.concatenate([question.features for question in questions])
    spread = np.maximum(1e-6, features.std(axis=0))
    features = features / spread
    chosen = np.array([CHOSEN.get(name, 0.0) for name in FEATURES]) * spread
    given = np.array([name in CHOSEN for name in FEATURES])
    gains = np.concatenate([(q.scores - q.scores.mean()) / UNIT for q in questions])
    sizes = np.array([len(question.scores) for question in questions])
    starts, owner = np.r_[0, np.cumsum(sizes)[:-1]], np.repeat(np.arange(len(sizes)), sizes)
    weights = np.zeros(features.shape[1])
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        scores = features @ np.where(given, chosen, weights)
        likely = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        likely /= np.add.reduceat(likely, starts)[owner]
        expected = np.add.reduceat(likely * gains, starts)[owner]
        slope = features.T @ (likely * (gains - expected)) / len(sizes) - CALM * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights += RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return _named(FEATURES, np.where(given, chosen, weights) / spread)


def _learn_worth(cases: Sequence[tuple[Signs[Thing], Mapping[Thing, float]]]) -> Weights:
    """Logistic regression by Newton's method; every article counts the same."""
    names = cases[0][0].names
    signs = np.concatenate([found.values for found, _ in cases])
    told = np.array([shares.get(thing, 0.0) for found, shares in cases for thing in found.things])
    share = np.array([1 / len(found.things) for found, _ in cases for _ in found.things])
    weights, hold = np.zeros(len(names)), RIDGE * len(cases) * (np.array(names) != "always")
    for _ in range(30):
        likely = 1 / (1 + np.exp(-signs @ weights))
        slope = signs.T @ (share * (likely - told)) + hold * weights
        bend = (signs * (share * likely * (1 - likely))[:, None]).T @ signs + np.diag(hold)
        weights -= np.linalg.solve(bend, slope)
    return _named(names, weights)


def _told_words(case: Case) -> dict[str, float]:
    """The words of people's summaries, with the share of summaries that have each."""
    return _shares([split_stems(text, case.language) for text in case.summaries])


def _told_pairs(case: Case) -> dict[tuple[str, str], float]:
    stems = [split_stems(text, case.language) for text in case.summaries]
    return _shares([tuple(pairwise(line)) for line in stems])


def _shares(summaries: Sequence[tuple[Thing, ...]]) -> dict[Thing, float]:
    things = {thing for summary in summaries for thing in summary}
    return {t: sum(t in summary for summary in summaries) / len(summaries) for t in things}


def _named(names: Sequence[str], weights: NDArray[np.float64]) -> Weights:
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}
