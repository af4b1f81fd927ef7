"""Annotated quotations -> ``weights.json``. Not run by the bot.

    python -m bot.analysis.quotes.weighing.fitting FOLDER          cross-validates and prints
    python -m bot.analysis.quotes.weighing.fitting FOLDER --write  and writes the weights

FOLDER has files as ``quotes/annotations.py`` tells. By how much the rules err less in articles that
they were written with is fitted too, and left out of the weights. As some signs are who spoke
before, by the weights as they are, write them twice.
"""

import json
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.analysis.quotes.annotations import FOLDS, Annotation, deal, is_one_of, read_options
from bot.analysis.quotes.weighing.scene import How
from bot.analysis.quotes.weighing.signs import BY_RULES, Signs
from bot.analysis.quotes.weighing.trust import choose, how_sure, signs_of_trust
from bot.analysis.quotes.weighing.weighing import (
    ALWAYS,
    LEAST,
    TRUST,
    how_likely,
    merge_weights,
)

RIDGE = 8.0
"""How strongly the weights are held to 0."""
FEWEST = 8
"""A sign that is rarer has no weight."""
STEPS = 25
CLOSE = 1e-3
SEEN = "seen "
"""So begins what is fitted and not kept."""

Kept = dict[str, Signs]
"""As ``weights.json`` has them."""
Numbers = NDArray[np.float64]


class Case(NamedTuple):
    """Everybody who could say one quotation, with the signs, and which of them are right."""

    article: str
    seen: bool
    language: str
    how: How
    rows: tuple[Signs, ...]
    right: tuple[bool, ...]
    spoken: bool  # whether anybody says it
    rules: int  # whom the rules name
    doubt: float | None
    times: float


def main() -> None:
    """Run the command line."""
    annotations, writes = read_options(__doc__)
    cases = [case_of(annotation) for annotation in annotations]
    unseen = [case for case in cases if not case.seen]
    chances = cross_validate(cases)
    trust = learn_trust(unseen, chances)
    if writes:
        path = Path(str(files(__package__) / "weights.json"))
        kept = learn(cases) | {TRUST: trust}
        path.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", "utf-8")
    report(unseen, chances, trust)


def case_of(annotation: Annotation) -> Case:
    """An annotated quotation with everybody who could say it."""
    article, seen, language, times, reading, speakers = annotation
    names, rows = zip(*reading.rows, strict=True)
    right = tuple(is_one_of(name, speakers) if name else not speakers for name in names)
    told = reading.rules, reading.doubt, times
    return Case(article, seen, language, reading.how, rows, right, bool(speakers), *told)


def cross_validate(cases: Sequence[Case]) -> list[list[float]]:
    """How likely everybody is, in each case of an unseen article, learnt from the others."""
    fold = deal(case.article for case in cases if not case.seen)
    learnt = [
        learn([one for one in cases if one.seen or fold[one.article] != left_out])
        for left_out in range(FOLDS)
    ]
    weights = [merge_weights(one).candidates for one in learnt]
    unseen = [case for case in cases if not case.seen]
    return [how_likely(case.rows, weights[fold[case.article]][case.how]) for case in unseen]


def learn_trust(cases: Sequence[Case], chances: Sequence[Sequence[float]]) -> Signs:
    """Logistic regression of whether the chosen one is right; cases that name nobody left out."""
    signs, wrong, times = [], [], []
    for case, likely in zip(cases, chances, strict=True):
        chosen = choose(likely, case.rules, case.language)
        if chosen < len(likely) - 1:
            signs.append(_trust(case, likely, chosen))
            wrong.append(not (case.spoken and case.right[chosen]))
            times.append(case.times)
    names = sorted({name for row in signs for name in row})
    values = np.array([[row.get(name, 0.0) for name in names] for row in signs])
    # of two, the one who is wrong has no signs
    pairs = np.stack([values, np.zeros_like(values)], axis=1).reshape(-1, len(names))
    right = np.array([[not one, one] for one in wrong]).ravel()
    weights = _newton(pairs, np.full(len(values), 2), right, np.array(times))
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def _trust(case: Case, chances: Sequence[float], chosen: int) -> Signs:
    return signs_of_trust(chances, chosen, case.rules, case.doubt, case.language, case.how)


def report(cases: Sequence[Case], chances: Sequence[Sequence[float]], trust: Signs) -> None:
    """Print, by language, how many are named, rightly and wrongly, beside whom the rules name."""
    for language in [*sorted({case.language for case in cases}), ""]:
        counts: Counter[tuple[str, str]] = Counter()
        for case, likely in zip(cases, chances, strict=True):
            if language not in ("", case.language):
                continue
            chosen = choose(likely, case.rules, case.language)
            sure = how_sure(_trust(case, likely, chosen), trust) >= LEAST[case.language]
            for who, number in (("rules", case.rules), ("named", chosen if sure else len(likely))):
                if number < len(likely) - 1:
                    counts[who, "right" if case.right[number] else "wrong"] += case.spoken
                    counts[who, "false"] += not case.spoken
            counts["all", ""] += case.spoken
        told = [
            f"{who} right {counts[who, 'right'] / counts['all', '']:.1%} wrong "
            f"{counts[who, 'wrong'] / max(1, counts[who, 'right'] + counts[who, 'wrong']):.1%} "
            f"false {counts[who, 'false']}"
            for who in ("rules", "named")
        ]
        print(f"{language or 'all':4} {counts['all', '']}: {'; '.join(told)}")


def learn(cases: Sequence[Case]) -> Kept:
    """Softmax regression by Newton's method, with a ridge; cases without a right one are left out.

    Of several right ones it is enough that one is likely.
    """
    cases = [case for case in cases if any(case.right)]
    rows = [_spread(row, case) for case in cases for row in case.rows]
    counts = Counter(name for row in rows for name in row)
    names = sorted(name for name, many in counts.items() if many >= FEWEST)
    place = {name: number for number, name in enumerate(names)}
    values = np.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        for name, value in row.items():
            if name in place:
                values[number, place[name]] = value
    sizes = np.array([len(case.rows) for case in cases])
    right = np.array([one for case in cases for one in case.right])
    times = np.array([case.times for case in cases])
    weights = _newton(values, sizes, right, times)
    kept: Kept = {}
    for (how, sign), weight in zip(names, weights, strict=True):
        if not sign.startswith(SEEN) and round(weight, 2):
            kept.setdefault(how, {})[sign] = round(float(weight), 2)
    return kept


def _spread(row: Signs, case: Case) -> dict[tuple[str, str], float]:
    """The signs as they hold always, and as they hold for how the text tells who speaks."""
    signs = dict(row)
    if case.seen and BY_RULES in row:
        signs[f"{SEEN}{BY_RULES}"] = 1.0
    return {(how, name): value for how in (ALWAYS, case.how) for name, value in signs.items()}


def _newton(
    values: Numbers, sizes: NDArray[np.int64], right: NDArray[np.bool_], times: Numbers
) -> Numbers:
    """The weights that make the right ones likeliest.

    ``sizes`` tells how many each case has, and ``times`` how much it counts.

    The bend of the whole is at most that of the softmax over all, which is taken for it; a step
    that leads up is halved.
    """
    starts = np.cumsum(sizes) - sizes
    each = np.repeat(times, sizes)[:, None]
    weights = np.zeros(values.shape[1])

    def shares_and_price(weights: Numbers) -> tuple[Numbers, Numbers, float]:
        totals = values @ weights
        totals = np.exp(totals - np.repeat(np.maximum.reduceat(totals, starts), sizes))
        among = np.where(right, totals, 0.0) + 1e-300
        all_of, right_of = (np.add.reduceat(one, starts) for one in (totals, among))
        price = times @ np.log(all_of / right_of) + RIDGE / 2 * weights @ weights
        shares, aims = totals / np.repeat(all_of, sizes), among / np.repeat(right_of, sizes)
        return shares, aims, float(price)

    shares, aims, price = shares_and_price(weights)
    for _ in range(STEPS):
        weighed = values * shares[:, None]
        means = np.add.reduceat(weighed, starts)
        bend = values.T @ (weighed * each) - (means.T * times) @ means
        slope = values.T @ ((shares - aims) * each[:, 0]) + RIDGE * weights
        step = np.linalg.solve(bend + RIDGE * np.eye(len(weights)), slope)
        before = price
        while True:
            shares, aims, price = shares_and_price(weights - step)
            if price <= before or np.abs(step).max() < CLOSE:
                break
            step /= 2
        weights -= step
        if before - price < CLOSE:
            break
    return weights


if __name__ == "__main__":
    main()
