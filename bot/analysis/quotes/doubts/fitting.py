"""Annotated quotations -> ``weights.json``. Not run by the bot.

    python -m bot.analysis.quotes.doubts.fitting FOLDER          cross-validates and prints
    python -m bot.analysis.quotes.doubts.fitting FOLDER --write  and writes the weights

FOLDER has files as ``quotes/annotations.py`` tells. By how much the rules err less in articles that
they were written with is fitted too, for each language, and left out of the weights. As one sign is
the doubt of the quotation before, by the weights as they are, write them twice.
"""

import json
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.analysis.quotes.annotations import FOLDS, Annotation, deal, is_one_of, read_options
from bot.analysis.quotes.doubts.doubts import how_likely_wrong
from bot.analysis.quotes.doubts.signs import Signs

HALF = 0.5
RIDGE = 4.0
"""How strongly the weights are held to 0."""
LOOSE = 0.5
"""The same for what is not kept."""
STEPS = 12
STEEPEST = 30.0


class Case(NamedTuple):
    """One speaker whom the rules name."""

    article: str
    seen: bool
    language: str
    signs: Signs
    wrong: bool


def main() -> None:
    """Run the command line."""
    annotations, writes = read_options(__doc__)
    cases = [case for annotation in annotations for case in cases_of(annotation)]
    report([case for case in cases if not case.seen], cross_validate(cases))
    weights = learn(cases)
    if writes:
        path = Path(str(files(__package__) / "weights.json"))
        path.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    print(json.dumps(weights, indent=1))


def cases_of(annotation: Annotation) -> Iterator[Case]:
    """The speaker whom the rules name for an annotated quotation, if they name one."""
    speaker = annotation.reading.speaker
    if speaker:
        wrong = not is_one_of(speaker, annotation.speakers)
        signs = annotation.reading.doubts
        yield Case(annotation.article, annotation.seen, annotation.language, signs, wrong)


def cross_validate(cases: Sequence[Case]) -> NDArray[np.float64]:
    """How likely each speaker of an unseen article is wrong, learnt from the other articles."""
    fold = deal(case.article for case in cases if not case.seen)
    learnt = [
        learn([case for case in cases if case.seen or fold[case.article] != left_out])
        for left_out in range(FOLDS)
    ]
    unseen = [case for case in cases if not case.seen]
    return np.array([how_likely_wrong(one.signs, learnt[fold[one.article]]) for one in unseen])


def report(cases: Sequence[Case], likely: NDArray[np.float64]) -> None:
    """Print, by language, how many wrong and right speakers are left out."""
    for language in [*sorted({case.language for case in cases}), ""]:
        mine = np.array([case.language == language or not language for case in cases])
        wrong = np.array([case.wrong for case in cases])
        out = mine & (likely > HALF)
        left = wrong[mine & ~out].mean()
        print(
            f"{language or 'all':4} named {mine.sum()}, wrong {wrong[mine].mean():.1%}; left out "
            f"{(wrong & out).sum()} wrong, {(~wrong & out).sum()} right; wrong then {left:.1%}"
        )


def learn(cases: Sequence[Case]) -> Signs:
    """Logistic regression by Newton's method, with a ridge."""
    rows = [case.signs | _seen(case) | {"always": 1.0} for case in cases]
    names = sorted({name for row in rows for name in row})
    values = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    wrong = np.array([float(case.wrong) for case in cases])
    kept = np.array([not name.startswith("seen") for name in names])
    ridge = np.where(kept, RIDGE, LOOSE) * (np.array(names) != "always") + 1e-6
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(values @ weights, -STEEPEST, STEEPEST)))
        slope = values.T @ (likely - wrong) + ridge * weights
        bend = (values * (likely * (1 - likely))[:, None]).T @ values + np.diag(ridge)
        weights -= np.linalg.solve(bend, slope)
    return {
        name: round(float(weight), 2)
        for name, weight, keep in zip(names, weights, kept, strict=True)
        if keep
    }


def _seen(case: Case) -> Signs:
    return {f"seen in {case.language}": 1.0} if case.seen else {}


if __name__ == "__main__":
    main()
