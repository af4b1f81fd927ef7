"""Cross-validate, and write the weights."""

import argparse
import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bot.analysis.summary.fitting.cases import LEADS, Case, ask, read_cases
from bot.analysis.summary.fitting.learn import learn
from bot.analysis.summary.pool import FEATURES
from bot.analysis.summary.weights import Model

FOLDS = 6
DRAWS = 2000


class Gain(NamedTuple):
    """The points of ROUGE that a summary has above the lead."""

    group: str  # the name of the article's file
    number: str  # of the article
    task: str
    points: float


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help="write weights.json")
    parser.add_argument("--held-out", action="store_true", help="look at the part kept back")
    parser.add_argument("--repeats", type=int, default=1, help="cross-validate so often")
    options = parser.parse_args()
    cases = read_cases(options.folder)
    learnt_from = [case for case in cases if not case.kept_back]
    gains = [g for seed in range(options.repeats) for g in cross_validate(learnt_from, seed)]
    report("cross-validated", gains)
    model = learn(learnt_from)
    if options.held_out:
        kept_back = [case for case in cases if case.kept_back]
        report("kept back", [gain for case in kept_back for gain in measure(case, model)])
    if options.write:
        write(model)
    print(json.dumps({"words": model.words, "pairs": model.pairs, "sets": model.sets}, indent=1))


def cross_validate(cases: Sequence[Case], seed: int) -> list[Gain]:
    """The gain on each article of a model that was learnt from the other folds."""
    fold = np.random.RandomState(seed).permutation(len(cases)) % FOLDS
    gains: list[Gain] = []
    for left_out in range(FOLDS):
        model = learn([case for case, n in zip(cases, fold, strict=True) if n != left_out])
        for case, number in zip(cases, fold, strict=True):
            if number == left_out:
                gains += measure(case, model)
    return gains


def measure(case: Case, model: Model) -> list[Gain]:
    """What the model's choice has above the lead, on each task that has a lead."""
    weights = np.array([model.sets[name] for name in FEATURES])
    gains = []
    for question in ask(case, model):
        if question.task in LEADS:
            chosen = float(question.scores[int((question.features @ weights).argmax())])
            points = chosen - case.score_lead(question.task)
            gains.append(Gain(case.group, case.number, question.task, points))
    return gains


def report(title: str, gains: Sequence[Gain]) -> None:
    """Print the mean gain of each file and of all, with 95 % bootstrap intervals over articles."""
    print(title)
    for task in LEADS:
        for group in [*sorted({gain.group for gain in gains}), "all"]:
            of_articles: dict[str, list[float]] = {}
            for gain in gains:
                if gain.task == task and group in (gain.group, "all"):
                    of_articles.setdefault(gain.number, []).append(gain.points)
            points = np.array([np.mean(repeats) for repeats in of_articles.values()])
            draws = np.random.RandomState(0).randint(0, len(points), (DRAWS, len(points)))
            low, high = np.percentile(points[draws].mean(axis=1), [2.5, 97.5])
            mean = points.mean()
            print(f"  {task:12} {group:10} {len(points):4} {mean:+.2f} [{low:+.2f}, {high:+.2f}]")


def write(model: Model) -> None:
    """Put the weights in the place of the old ones; what is said of them stays."""
    path = Path(str(files("bot.analysis.summary") / "weights.json"))
    kept = json.loads(path.read_text("utf-8"))
    kept |= {"words": model.words, "pairs": model.pairs, "sets": model.sets}
    path.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
