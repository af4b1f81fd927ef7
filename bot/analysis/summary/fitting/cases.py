"""A folder of articles with summaries -> what can be learnt from: sets of sentences with scores."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path

import numpy as np

from bot.analysis.languages import find_language
from bot.analysis.sentences import split_sentences
from bot.analysis.summary.fitting.rouge import Rouge
from bot.analysis.summary.measures import Numbers
from bot.analysis.summary.pool import gather_pool
from bot.analysis.summary.sets import FULL_ENOUGH
from bot.analysis.summary.story import Story, read_story
from bot.analysis.summary.weights import Model

KEPT_BACK = 5  # one article in so many
BUDGETS = (60, 70)  # words
LEADS = {"3 sentences": "s3", "60 words": "w60"}


@dataclass(eq=False)
class Case:
    """One article and what people wrote of it."""

    group: str  # the name of its file
    number: str
    text: str
    title: str
    language: str | None
    summaries: list[str]
    lead: dict[str, list[str]]

    @property
    def kept_back(self) -> bool:
        """Whether the article is never learnt from: told by its id, so that it stays so."""
        return int(hashlib.sha1(self.number.encode()).hexdigest(), 16) % KEPT_BACK == 0

    @cached_property
    def story(self) -> Story:
        sentences = split_sentences(self.text, self.language)
        return read_story(self.text, sentences, self.language, self.title)

    @cached_property
    def _rouge(self) -> Rouge:
        return Rouge([line.text for line in self.story.lines], self.summaries)

    @cached_property
    def _scores(self) -> dict[tuple[int, ...], float]:
        return {}

    def score(self, chosen: tuple[int, ...]) -> float:
        """ROUGE of these lines of the story."""
        if chosen not in self._scores:
            self._scores[chosen] = self._rouge.score(chosen)
        return self._scores[chosen]

    def score_lead(self, task: str) -> float:
        """ROUGE of the article's first sentences or words."""
        sentences = self.lead[LEADS[task]]
        return Rouge(sentences, self.summaries).score(tuple(range(len(sentences))))


@dataclass(frozen=True, eq=False)
class Question:
    """One task on one article: the sets that answer it, what speaks for each, and its ROUGE."""

    case: Case
    task: str
    sets: Numbers
    features: Numbers
    scores: Numbers


def read_cases(folder: Path) -> list[Case]:
    """The articles of all files of a folder."""
    cases = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            given = json.loads(line)
            cases.append(
                Case(
                    group=path.stem,
                    number=str(given["id"]),
                    text=given["text"],
                    title=given.get("title") or "",
                    language=given.get("language") or find_language(given["text"]),
                    summaries=given["summaries"],
                    lead=given["lead"],
                )
            )
    return cases


def ask(case: Case, model: Model) -> Iterator[Question]:
    """The tasks on an article, with every sound set of its pool that answers each."""
    pool = gather_pool(case.story, model)
    lines = len(pool.numbers)
    sets = np.array(
        [
            [place in chosen for place in range(lines)]
            for size in range(1, 5)
            for chosen in combinations(range(lines), size)
        ],
        np.float32,
    ).reshape(-1, lines)
    sets = sets[pool.find_sound(sets)]
    counts, words = sets.sum(axis=1), sets @ pool.sizes
    answers = {
        "2 sentences": counts == min(2, lines),
        "3 sentences": counts == min(3, lines),
    }
    for budget in BUDGETS:
        answers[f"{budget} words"] = (words <= budget) & (words >= FULL_ENOUGH * budget)
    for task, fits in answers.items():
        if fits.any():
            scores = [
                case.score(tuple(pool.numbers[place] for place in np.flatnonzero(row)))
                for row in sets[fits]
            ]
            yield Question(
                case, task, sets[fits], pool.measure(sets[fits]), np.array(scores, np.float32)
            )
