"""The lines of a summary -> why each is in it, in words for a reader."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from bot.analysis.summary.lines import Line
from bot.analysis.summary.measures import LINE_FEATURES
from bot.analysis.summary.phrases import read_set
from bot.analysis.summary.pool import gather_pool
from bot.analysis.summary.story import Story
from bot.analysis.summary.weights import read_model

MUCH = 1.0  # standard deviations above the mean line of the story
MAIN = 6  # names, and words, that count as the story's main ones
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
    written = _main_words(story)
    return tuple(tuple(_reasons(story, number, chosen, written)) for number in chosen)


def _reasons(
    story: Story, number: int, chosen: tuple[int, ...], written: dict[str, str]
) -> Iterator[str]:
    line = story.lines[number]
    if number == 0:
        yield "opens the story"
    yield from _leaning(story, number, chosen)
    yield from _by_measure(story, number)
    names = [word for key, word in written.items() if key in line.names and _is_name(word, story)]
    words = [word for key, word in written.items() if key in line.stems]
    if names:
        yield f"names {_listed(names)}"
    if line.figures:
        yield _figures(line)
    if number and not names and not line.figures:
        told = f"has main words of the story: {', '.join(words[:SHOWN])}" if words else None
        yield told or "adds what the others leave out"


def _leaning(story: Story, number: int, chosen: tuple[int, ...]) -> Iterator[str]:
    """How a line holds together with the others that were chosen."""
    group = story.groups[number]
    if group and number > group[0]:
        yield "goes on from the sentence before"
    if any(number in (story.groups[other] or ()) for other in chosen if other > number):
        yield "is what the next sentence leans on"


def _by_measure(story: Story, number: int) -> Iterator[str]:
    pool = gather_pool(story, read_model())
    if number in pool.numbers:
        measures = pool.lines[pool.numbers.index(number)]
        for name, reason in BY_MEASURE.items():
            if measures[LINE_FEATURES.index(name)] >= MUCH:
                yield reason


def _is_name(word: str, story: Story) -> bool:
    """Whether a capital word is worth telling as a name: no day, month or title."""
    return word.casefold() not in read_set(story.language or "en", "times", "honorifics", "roles")


@lru_cache(maxsize=1)
def _main_words(story: Story) -> dict[str, str]:
    """The stems that are worth most to the story, with their commonest spelling, best first."""
    worth = gather_pool(story, read_model()).worth
    main = sorted(worth, key=worth.__getitem__, reverse=True)[: 2 * MAIN]
    spellings: dict[str, Counter[str]] = {key: Counter() for key in main}
    for line in story.lines:
        if not spellings.keys().isdisjoint(line.stems):
            for word, key in zip(line.words, line.keys, strict=True):
                if key in spellings:
                    spellings[key][word.removesuffix("'s").removesuffix("’s")] += 1
    return {
        key: counts.most_common(1)[0][0] for key, counts in spellings.items() if counts.total() > 1
    }


def _figures(line: Line) -> str:
    """
    >>> from types import SimpleNamespace
    >>> _figures(SimpleNamespace(figures={"9"})), _figures(SimpleNamespace(figures={"9", "12"}))
    ('gives the figure 9', 'gives 2 figures')
    """
    if len(line.figures) > 1:
        return f"gives {len(line.figures)} figures"
    return f"gives the figure {next(iter(line.figures))}"


def _listed(names: list[str]) -> str:
    """
    >>> _listed(["Halden"]), _listed(["Halden", "Roe", "Lind", "Bo"])
    ('Halden', 'Halden, Roe and Lind')
    """
    shown = names[:SHOWN]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
