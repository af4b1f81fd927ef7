"""The analysis measured: its time an article, also against a plain pass over it, and its memory."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median

from bot.analysis import analyse
from bot.bench.author import Author
from bot.bench.results import Result, summarise
from bot.bench.watch import peak_memory
from bot.model import Article
from bot.workers import Workers

GROUP = "analysis"
SIZES = (400, 1_500, 6_000)
"""Words of a short article, a long one, and a very long one."""

ARTICLES = 4
REPEATS = 3
DEADLINE = 120.0
WRITTEN = datetime(2026, 1, 5, tzinfo=UTC)

PLAIN = re.compile(r"\w+|[^\w\s]")
"""The pass that any rule needs at least: by its time, machines can be compared."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How long each article took the processor, in seconds, a plain pass over it, and the MB."""

    analysis: tuple[float, ...]
    plain: tuple[float, ...]
    memory: float


async def measure_analysis(author: Author) -> tuple[Result, ...]:
    """Analyse articles of several sizes, each size in a process of its own."""
    empty = await _run_empty()
    results: list[Result] = []
    for words in SIZES:
        articles = [author.write(n, WRITTEN, words=words).article for n in range(ARTICLES)]
        async with Workers(1, deadline=DEADLINE) as workers:
            timing = await workers.run(time_analysis, articles)
        ratio = median(timing.analysis) / median(timing.plain)
        results += (
            summarise(GROUP, f"an article of {words:,} words", timing.analysis),
            Result(GROUP, f"{words:,} words against a plain pass", ratio, "times"),
            Result(GROUP, f"{words:,} words, memory above none", timing.memory - empty, "MB"),
        )
    return tuple(results)


async def _run_empty() -> float:
    """The memory of a process that does nothing, in MB."""
    async with Workers(1) as workers:
        return await workers.run(peak_memory)


def time_analysis(articles: Sequence[Article]) -> Timing:
    """Analyse each article some times; loading the models, the first time, is not counted.

    Counted is the processor's time, which does not depend on who else uses the machine.
    """
    analyse(articles[0])
    taken: list[float] = []
    plain: list[float] = []
    for article in (*articles,) * REPEATS:
        begun = time.thread_time()
        analyse(article)
        analysed = time.thread_time()
        PLAIN.findall(article.text)
        taken.append(analysed - begun)
        plain.append(time.thread_time() - analysed)
    return Timing(tuple(taken), tuple(plain), peak_memory())
