"""Articles with annotated quotations -> who could say each, and who does: for fitting.

Files of JSON lines, {"id", "text", "language", "seen", "times", "quotes": [{"start", "end",
"speakers"}]}: offsets of the quoted words, and the names by which whoever says them may be called,
none where nobody does. ``seen`` tells that the rules were written with the article, so that they
err less in it than they will in others; ``times`` how much it counts, 1 if it is not told.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bot.analysis.quotes.reading import find_quotes
from bot.analysis.quotes.weighing import Reading
from bot.model import Span

ALIKE = 0.75
"""The share of a quotation's letters that were found."""
FOLDS = 8
WORD = re.compile(r"\w+")


class Annotation(NamedTuple):
    """A quotation of an article: how it is read, and the right names of its speaker."""

    article: str
    seen: bool
    language: str
    times: float
    reading: Reading
    speakers: tuple[str, ...]


def read_options(description: str | None) -> tuple[list[Annotation], bool]:
    """What the command line names: the annotations of a folder, and whether to write weights."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help="write weights.json")
    options = parser.parse_args()
    paths = sorted(options.folder.glob("*.jsonl"))
    found = [annotation for path in paths for annotation in read_annotations(path)]
    if all(annotation.seen for annotation in found):
        parser.error(f"{options.folder} has no article that the rules have not seen.")
    return found, options.write


def read_annotations(file: Path) -> Iterator[Annotation]:
    """The quotations of a file's articles that we find too, in order.

    Raises OSError or ValueError where the file is not as the module says.
    """
    for line in file.read_text("utf-8").splitlines():
        article: dict[str, Any] = json.loads(line)
        readings: list[Reading] = []
        find_quotes(article["text"], (), article["language"], readings)
        about = article["id"], article["seen"], article["language"], article.get("times", 1.0)
        for reading in readings:
            if quote := _quote_of(reading.span, article["quotes"]):
                yield Annotation(*about, reading, tuple(quote["speakers"]))


def _quote_of(span: Span, quotes: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The right quotation of which nearly all letters stand in the span."""

    def share(quote: Mapping[str, Any]) -> float:
        common = min(span.end, quote["end"]) - max(span.start, quote["start"])
        return float(common / (quote["end"] - quote["start"] or 1))

    best = max(quotes, key=share, default=None)
    return best if best and share(best) >= ALIKE else None


def is_one_of(name: str, speakers: Iterable[str]) -> bool:
    """Whether a name is a right one, or a part of it, or has its last word.

    >>> is_one_of("Roe", ["the mayor", "Jane Roe"]), is_one_of("Tom Roe", ["Ida Roe"])
    (True, False)
    """
    return any(_is_same(WORD.findall(name.lower()), WORD.findall(one.lower())) for one in speakers)


def _is_same(words: list[str], others: list[str]) -> bool:
    if not words or not others:
        return False
    if set(words) <= set(others) or set(others) <= set(words):
        return True
    return words[-1] == others[-1] and words[0][0] == others[0][0]


def deal(articles: Iterable[str]) -> dict[str, int]:
    """The fold of each article: the same ones always fall alike.

    >>> sorted(deal("abcdefgh").values())
    [0, 1, 2, 3, 4, 5, 6, 7]
    """
    names = sorted(set(articles))
    order = np.random.RandomState(1).permutation(len(names))
    return {name: int(number) % FOLDS for name, number in zip(names, order, strict=True)}
