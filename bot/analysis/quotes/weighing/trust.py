"""who is likeliest, and how likely the rules err -> whom to name, and how sure that is."""

from collections.abc import Sequence
from math import exp, log

from bot.analysis.quotes.weighing.scene import How
from bot.analysis.quotes.weighing.signs import Signs

MARGIN = {"de": 3.0, "en": 5.0, "fr": 5.0}
"""How many times as likely as whom the rules name somebody else must be, where they err little."""
MOST = 0.999
"""Nothing counts as surer."""


def choose(chances: Sequence[float], rules: int, language: str) -> int:
    """The likeliest; whom the rules name, unless somebody else is likelier by a margin.

    >>> choose([0.5, 0.3, 0.2], 1, "es"), choose([0.5, 0.3, 0.2], 1, "en")
    (0, 1)
    """
    best = max(range(len(chances)), key=chances.__getitem__)
    return best if chances[best] > chances[rules] * MARGIN.get(language, 1.0) else rules


def signs_of_trust(
    chances: Sequence[float],
    chosen: int,
    rules: int,
    doubt: float | None,
    language: str,
    how: How,
) -> Signs:
    """What tells whether the chosen one is right.

    ``doubt`` is how likely wrong the one is whom the rules name, None where that is nobody.
    """
    odds = _log_odds(chances[chosen])
    signs = dict.fromkeys(("always", f"in {language}", f"by {how}"), 1.0)
    signs |= {"odds": odds, f"odds in {language}": odds}
    if doubt is None:
        signs["the rules name nobody"] = 1.0
    elif chosen == rules:
        doubtful = _log_odds(doubt)
        signs |= {"doubted": doubtful, f"doubted in {language}": doubtful}
    else:
        signs["the rules name another"] = 1.0
    return signs


def how_sure(signs: Signs, weights: Signs) -> float:
    """The share of those with these signs who are right, as logistic regression estimates it.

    >>> round(how_sure({"always": 1.0, "odds": 2.0}, {"always": -1.0, "odds": 1.0}), 2)
    0.73
    """
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) * value for name, value in signs.items())))


def _log_odds(share: float) -> float:
    share = min(max(share, 1 - MOST), MOST)
    return log(share / (1 - share))
