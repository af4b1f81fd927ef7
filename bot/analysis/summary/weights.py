"""The fitted weights, from ``weights.json``."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Weights = dict[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """What each sign adds to the worth of a word, a pair of words, a set of sentences."""

    words: Weights
    pairs: Weights
    sets: Weights


@cache
def read_model() -> Model:
    """The model that ships.

    >>> read_model().sets["words"] > 0
    True
    """
    kept = json.loads((files(__package__) / "weights.json").read_text("utf-8"))
    return Model(kept["words"], kept["pairs"], kept["sets"])
