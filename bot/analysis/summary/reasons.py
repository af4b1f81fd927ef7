"""The lines of a summary -> why each is in it, in words for a reader."""

import re
from collections.abc import Iterator

from bot.analysis.summary.lines import Line
from bot.analysis.summary.measures import LINE_FEATURES
from bot.analysis.summary.names import CAPITAL_NOUNS
from bot.analysis.summary.phrases import read_set
from bot.analysis.summary.pool import Pool, gather_pool
from bot.analysis.summary.story import Story
from bot.analysis.summary.weights import read_model

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
MUCH = 1.0  # standard deviations above the mean line of the story
SHOWN = 3  # of them that one reason lists
BY_MEASURE = {
    "forward": "is what later sentences come back to",
    "linked": "shares most with the other sentences",
}


def find_reasons(story: Story, chosen: tuple[int, ...]) -> tuple[tuple[str, ...], ...]:
    """For each chosen line of a story, phrases that go on from "This sentence ...".

    >>> from bot.analysis.sentences import split_sentences
    >>> from bot.analysis.summary.story import read_story
    >>> text = "Halden has shut its pier. The old pier of Halden earned 900 crowns last year."
    >>> story = read_story(text, split_sentences(text, "en"), "en", "")
    >>> find_reasons(story, (0, 1))[1]
    ('names Halden', 'gives the figure 900')
    """
    return tuple(tuple(_reasons(story, number, chosen)) for number in chosen)


def _reasons(story: Story, number: int, chosen: tuple[int, ...]) -> Iterator[str]:
    line, pool = story.lines[number], gather_pool(story, read_model())
    if number == 0:
        yield "opens the story"
    yield from _leaning(story, number, chosen)
    yield from _by_measure(pool, number)
    spelled = {key: word for word, key in zip(line.words, line.keys, strict=True) if key}
    words = [_plain(spelled[key]) for key in pool.main if key in spelled]
    language = story.language or "en"
    names = [word for word in words if _is_name(word, language)]
    figures = _find_figures(line, language)
    if names:
        yield f"names {_listed(names)}"
    if figures:
        yield _tell_figures(figures)
    if number and not names and not figures:
        told = f"has main words of the story: {', '.join(words[:SHOWN])}" if words else None
        yield told or "adds what the others leave out"


def _leaning(story: Story, number: int, chosen: tuple[int, ...]) -> Iterator[str]:
    """How a line holds together with the others that were chosen."""
    group = story.groups[number]
    if group and number > group[0]:
        yield "goes on from the sentence before"
    if any(number in (story.groups[other] or ()) for other in chosen if other > number):
        yield "is what the next sentence leans on"


def _by_measure(pool: Pool, number: int) -> Iterator[str]:
    if number in pool.numbers:
        measures = pool.lines[pool.numbers.index(number)]
        for name, reason in BY_MEASURE.items():
            if measures[LINE_FEATURES.index(name)] >= MUCH:
                yield reason


def _is_name(word: str, language: str) -> bool:
    """Whether a word is worth telling as a name: no day, month or title, nor a German noun."""
    large = word[0].isupper() and language not in CAPITAL_NOUNS
    return large and word.casefold() not in read_set(language, "times", "honorifics", "roles")


def _plain(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _find_figures(line: Line, language: str) -> list[str]:
    """The figures of a line; a day beside its month, and a year, are none."""
    if not line.figures:
        return []
    months = read_set(language, "figure_months")
    around = ("", *line.words, "")
    return [
        word
        for before, word, after in zip(around, line.words, around[2:], strict=False)
        if word in line.figures
        and not YEAR.fullmatch(word)
        and months.isdisjoint((before.casefold(), after.casefold()))
    ]


def _tell_figures(figures: list[str]) -> str:
    """
    >>> _tell_figures(["9"]), _tell_figures(["9", "12"])
    ('gives the figure 9', 'gives 2 figures')
    """
    return (
        f"gives the figure {figures[0]}" if len(figures) == 1 else f"gives {len(figures)} figures"
    )


def _listed(names: list[str]) -> str:
    """
    >>> _listed(["Halden"]), _listed(["Halden", "Roe", "Lind", "Bo"])
    ('Halden', 'Halden, Roe and Lind')
    """
    shown = names[:SHOWN]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
