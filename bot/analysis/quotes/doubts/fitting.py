"""Quotations that people have read -> ``weights.json``. Not run by the bot.

    python -m bot.analysis.quotes.doubts.fitting FOLDER          cross-validates and prints
    python -m bot.analysis.quotes.doubts.fitting FOLDER --write  and writes the weights

FOLDER has files of JSON lines, {"id", "text", "language", "seen", "quotes": [{"start", "end",
"speaker"}]}: offsets of the quoted words, and who says them, null where the text does not settle
it. ``seen`` tells that the rules were written with the article, so that they err less in it than
they will in others: by how much is fitted too, for each language, and left out of the weights.
As one sign is the doubt of the quotation before, by the weights as they are, write them twice.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.analysis.quotes.doubts.doubts import how_likely_wrong
from bot.analysis.quotes.doubts.signs import WORD, Signs
from bot.analysis.quotes.reading import find_quotes
from bot.analysis.quotes.weighing import Reading
from bot.model import Span

HALF = 0.5
ALIKE = 0.8
"""The share of its letters that a quotation has from the right one."""
RIDGE = 4.0
"""How strongly the weights are held to 0."""
LOOSE = 0.5
"""The same for what is not kept."""
FOLDS = 8
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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help="write weights.json")
    options = parser.parse_args()
    cases = [case for file in sorted(options.folder.glob("*.jsonl")) for case in read_cases(file)]
    if all(case.seen for case in cases):
        parser.error(f"{options.folder} has no article that the rules have not seen.")
    report([case for case in cases if not case.seen], cross_validate(cases))
    weights = learn(cases)
    if options.write:
        path = Path(str(files(__package__) / "weights.json"))
        path.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    print(json.dumps(weights, indent=1))


def read_cases(file: Path) -> Iterator[Case]:
    """The speakers whom the rules name for the quotations of a file's articles, in order.

    Raises OSError or ValueError where the file is not as the module says.
    """
    for line in file.read_text("utf-8").splitlines():
        article: dict[str, Any] = json.loads(line)
        readings: list[Reading] = []
        language = article["language"]
        find_quotes(article["text"], (), language, readings)
        for reading in readings:
            gold = _gold_of(reading.span, article["quotes"])
            if gold and reading.speaker:
                wrong = not is_same(reading.speaker, gold["speaker"])
                yield Case(article["id"], article["seen"], language, reading.doubts, wrong)


def _gold_of(span: Span, quotes: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The right quotation that has nearly the same letters."""

    def share(quote: Mapping[str, Any]) -> float:
        common = min(span.end, quote["end"]) - max(span.start, quote["start"])
        return float(common / max(span.end - span.start, quote["end"] - quote["start"]))

    best = max(quotes, key=share, default=None)
    return best if best and share(best) >= ALIKE else None


def is_same(name: str, right: str | None) -> bool:
    """Whether a name is the right one, or a part of it, or has its last word.

    >>> is_same("Roe", "Jane Roe"), is_same("the mayor", "Jane Roe"), is_same("Jane Roe", None)
    (True, False, False)
    """
    words, others = WORD.findall(name.lower()), WORD.findall((right or "").lower())
    if not words or not others:
        return False
    return words[-1] == others[-1] or set(words) <= set(others) or set(others) <= set(words)


def cross_validate(cases: Sequence[Case]) -> NDArray[np.float64]:
    """How likely each speaker of an unseen article is wrong, learnt from the other articles."""
    articles = sorted({case.article for case in cases if not case.seen})
    order = np.random.RandomState(1).permutation(len(articles))
    fold = {article: number % FOLDS for article, number in zip(articles, order, strict=True)}
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
