"""What several outlets carry comes once, with them all; where they differ, both stand."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from bot.model import Figure, FigureKind, Span
from bot.queries import FigureQuery, QuoteQuery
from tests.store.builders import hours_ago, make_article, make_quote
from tests.store.conftest import Room


async def say(room: Room, outlet: str, words: str, speaker: str | None, hours: float = 0) -> int:
    article = make_article(
        f"{outlet} has it", f"“{words}” it says.", outlet=outlet, published=hours_ago(hours)
    )
    return (await room.read(article, (make_quote(article, words, speaker),))).id


async def test_a_quote_of_several_outlets_comes_once_with_all_of_them(room: Room) -> None:
    old = await say(room, "Gull", "We’ll rebuild the naïve quay,", "Antonia J. Verhoeven", 9)
    new = await say(room, "Times", "we'll rebuild the naive quay.", "Antonia Verhoeven", 1)
    bare = await say(room, "Post", "We'll rebuild the naive quay", "Verhoeven", 5)
    page = await room.archive.quotes(QuoteQuery())
    (answer,) = page.items
    assert (page.total, answer.article.id) == (1, new)
    assert [other.id for other in answer.also] == [bare, old]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("We will rebuild the quay", "Bram Verhoeven"),
        ("We will not rebuild the quay", "Antonia Verhoeven"),
    ],
)
async def test_other_words_and_other_speakers_stand_apart(
    room: Room, words: str, speaker: str
) -> None:
    await say(room, "Gull", "We will rebuild the quay", "Antonia Verhoeven")
    await say(room, "Times", words, speaker)
    page = await room.archive.quotes(QuoteQuery())
    assert (page.total, [answer.also for answer in page.items]) == (2, [(), ()])


async def test_a_quote_that_stands_twice_in_one_article_has_no_other(room: Room) -> None:
    article = make_article(text="“So be it,” she said. And again: “so be it”.")
    quotes = tuple(make_quote(article, words, "Roe") for words in ("So be it", "so be it"))
    await room.read(article, quotes)
    (answer,) = (await room.archive.quotes(QuoteQuery())).items
    assert answer.also == ()


FOUND = Figure(Span(7, 10), FigureKind.PEOPLE, Decimal("248"), counts="People  killed")


async def report(room: Room, outlet: str, hours: float, **told: Any) -> int:
    article = make_article(
        f"{outlet} counts", "It was 248.", outlet=outlet, published=hours_ago(hours)
    )
    return (await room.read(article, (), (replace(FOUND, **told),))).id


async def test_a_figure_of_several_outlets_comes_once_with_all_of_them(room: Room) -> None:
    first = await report(room, "Gull", 71.9, value=Decimal("248.0"))
    last = await report(room, "Times", 0, counts="people killed")
    page = await room.archive.figures(FigureQuery())
    (answer,) = page.items
    assert (page.total, answer.article.id, answer.also[0].id) == (1, last, first)


@pytest.mark.parametrize(
    "told",
    [
        {"value": Decimal("249")},
        {"counts": "people wounded"},
        {"counts": None},
        {"unit": "USD"},
        {"kind": FigureKind.COUNT},
    ],
)
async def test_figures_that_differ_both_stand(room: Room, told: dict[str, Any]) -> None:
    await report(room, "Gull", 0)
    await report(room, "Times", 1, **told)
    assert (await room.archive.figures(FigureQuery())).total == 2


async def test_an_equal_figure_of_another_week_is_another(room: Room) -> None:
    await report(room, "Gull", 73)
    await report(room, "Times", 0)
    assert (await room.archive.figures(FigureQuery())).total == 2
