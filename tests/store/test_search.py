"""Full text finds the words, takes any input, and never finds everything for nothing."""

from collections.abc import Sequence
from contextlib import suppress
from itertools import product

import pytest
from sqlalchemy import select

from bot.errors import NothingFound
from bot.queries import FigureQuery, HeadlineQuery, QuoteQuery, Scope, SearchQuery, SummaryQuery
from bot.store.aside import find_among
from bot.store.index import ARTICLE, PASSAGE, TITLE
from bot.store.schema import PASSAGES, passages
from bot.store.scope import LISTED, LITTLE, MOST_NAMED, NAMED, Visible, newest_in
from bot.store.search import Question, newest_matches, parse_question
from tests.store.builders import NOW, make_article, make_figure, make_quote
from tests.store.conftest import Room

HOSTILE = [
    "what's new?", "U.S.", "COVID-19", "-gaza", "$5bn", '"', '""', "'", "", " ", "🙂", "🙂🙂 👍🏽",
    "\0", "a\0b", "x" * 6000, "tide " * 1200, "\ud83d", "AND", "OR", "NOT", "NEAR(", "NEAR(a b, 3)",
    "title:tide", "{title} : x", "feeds:f1", "f1", "*", "ti*", "^tide", "(", ")", "a AND", "+",
    "a + b", "\x02\x03\x04", "%", "_", ";--", "\\", "ﬁ", "\u0301", "\u202etide", "٣", "²", "½",
    "ⅷ", "𝔘", "𞤀",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE, ids=ascii)
async def test_no_input_makes_a_question_fail(room: Room, typed: str) -> None:
    article = make_article()
    await room.read(article, (make_quote(article, "We will rebuild the quay,", "Roe"),))
    await room.archive.search(SearchQuery(typed))
    await room.archive.headlines(HeadlineQuery(topic=typed, feed=typed))
    await room.archive.headlines(HeadlineQuery(topic=typed))
    await room.archive.quotes(QuoteQuery(topic=typed, speaker=typed))
    await room.archive.quotes(QuoteQuery(speaker=typed))
    await room.archive.figures(FigureQuery(topic=typed))
    with suppress(NothingFound):
        await room.archive.summary(SummaryQuery(typed))
    await room.archive.complete_article(Scope(), typed)
    await room.archive.complete_speaker(Scope(), typed)
    await room.archive.complete_feed(Scope(), typed)
    await room.archive.complete_topic(Scope(), typed, NOW)


@pytest.mark.parametrize("typed", ["", " ", '"', "🙂", "\0", "-", "f1", "*", "\ud83d"], ids=ascii)
async def test_a_topic_without_a_word_finds_nothing(room: Room, typed: str) -> None:
    article = make_article()
    await room.read(article, (make_quote(article, "We will rebuild the quay,", "Roe"),))
    assert (await room.archive.search(SearchQuery(typed))).total == 0
    assert (await room.archive.headlines(HeadlineQuery(topic=typed))).total == 0
    assert (await room.archive.quotes(QuoteQuery(topic=typed))).total == 0
    assert (await room.archive.quotes(QuoteQuery(speaker=typed))).total == 0


@pytest.mark.parametrize(
    ("text", "typed", "hits"),
    [
        ("A naïve hope.", "naive", ["naïve"]),
        ("A naive hope.", "NAÏVE", ["naive"]),
        ("The ferry left.", "ferries", ["ferry"]),
        ("The ferries left.", "ferry", ["ferries"]),
        ("The U.S.-led force left.", "U.S.", ["U.S"]),
        ("COVID-19 left.", "covid-19", ["COVID-19"]),
        ("It cost $5bn.", "$5bn", ["5bn"]),
        ("What’s new?", "what's new?", ["What’s", "new"]),
        ("It left Gaza.", "-gaza", ["Gaza"]),
        ("会議は東京で開かれた。", "東京", ["東京"]),
        ("東京tower is tall.", "tower", ["tower"]),
        ("서울에서 열렸다.", "서울", ["서울"]),
        ("وصلت السفن إلى الميناء.", "الميناء", ["الميناء"]),
        ("Корабли ушли.", "корабли", ["Корабли"]),
        ("It sailed to Verhoevenstad.", "sailed verhoeven", ["sailed", "Verhoevenstad"]),
        ("A\0ferry\x02left.", "ferry left", ["ferry", "left"]),
    ],
)
async def test_a_word_is_found_however_it_is_written(
    room: Room, text: str, typed: str, hits: list[str]
) -> None:
    await room.read(make_article("Title", text))
    (answer,) = (await room.archive.search(SearchQuery(typed))).items
    assert [hit.of(answer.sentence) for hit in answer.hits] == hits
    assert answer.sentence == text


async def test_all_the_words_must_stand_in_the_article(room: Room) -> None:
    await room.read(make_article("Tide", "The ferry left. The quay stayed."))
    assert (await room.archive.search(SearchQuery("ferry quay"))).total == 1
    assert (await room.archive.search(SearchQuery("ferry gull"))).total == 0
    assert (await room.archive.search(SearchQuery("gull ferry"))).total == 0


async def test_characters_that_stand_apart_are_no_word(room: Room) -> None:
    await room.read(make_article("Title", "東の京。"))
    assert (await room.archive.search(SearchQuery("東京"))).total == 0


async def test_the_sentence_shown_has_the_most_of_the_words(room: Room) -> None:
    await room.read(
        make_article("Tide", "The ferry left. The ferry hit the quay. The quay stayed.")
    )
    (answer,) = (await room.archive.search(SearchQuery("quay ferry"))).items
    assert answer.sentence == "The ferry hit the quay."
    assert [hit.of(answer.sentence) for hit in answer.hits] == ["ferry", "quay"]


async def test_words_of_the_title_alone_show_the_first_sentence(room: Room) -> None:
    await room.read(make_article("Gulls return", "They came back. They stayed."))
    (answer,) = (await room.archive.search(SearchQuery("gull"))).items
    assert (answer.sentence, answer.hits) == ("They came back.", ())


async def test_an_article_that_is_only_a_headline_shows_that(room: Room) -> None:
    await room.read(make_article("Gulls return", ""))
    (answer,) = (await room.archive.search(SearchQuery("gull"))).items
    assert (answer.sentence, [hit.of(answer.sentence) for hit in answer.hits]) == (
        "Gulls return",
        ["Gulls"],
    )


async def test_the_best_match_comes_first(room: Room) -> None:
    await room.read(make_article("Weather", "The gull flew over a ferry. " + "It rained. " * 50))
    best = await room.read(make_article("Gull hits ferry", "A gull hit a ferry."))
    first, _ = (await room.archive.search(SearchQuery("gull ferry"))).items
    assert first.article.id == best.id


async def test_quotes_are_found_by_their_sentence_and_title_alone(room: Room) -> None:
    article = make_article()
    await room.read(article, (make_quote(article, "We will rebuild the quay,", "Roe"),))
    for typed in ("rebuilding", "mayor", "tide rises", "quay halden"):
        assert (await room.archive.quotes(QuoteQuery(topic=typed))).total == 1, typed
    assert (await room.archive.quotes(QuoteQuery(topic="office"))).total == 0  # another sentence


async def test_figures_are_found_by_what_they_count(room: Room) -> None:
    article = make_article(text="It sank many. Of these 12 were new.")
    await room.read(article, (), (make_figure(article, "12", "12", "ferries sunk"),))
    assert (await room.archive.figures(FigureQuery(topic="ferry"))).total == 1
    assert (await room.archive.figures(FigureQuery(topic="many"))).total == 0


async def test_the_few_passages_that_are_looked_at_apart_answer_as_all_do(room: Room) -> None:
    kept = []
    for words in ("We saw a gull,", "We saw gulls,", "It rained,"):
        article = make_article(f"Weather {len(kept)}", f'"{words}" Roe said.')
        kept.append(await room.read(article, (make_quote(article, words, "Roe"),)))
    question = parse_question("gull")
    assert question is not None
    few = select(passages.c.id).where(passages.c.article_id.in_([one.id for one in kept[1:]]))
    for _ in range(2):  # nothing stays aside
        async with room.database.reading() as connection:
            theirs = tuple(await connection.scalars(few))
            found = await find_among(connection, question, theirs)
            articles = select(passages.c.article_id).where(passages.c.id.in_(found))
            assert tuple(await connection.scalars(articles)) == (kept[1].id,)


WAYS = {
    "each feed by itself": ((), 0),
    "each of feeds that hold little": (range(9_000, 9_000 + NAMED), LITTLE),
    "a list of their articles": (range(9_000, 9_000 + NAMED), LITTLE + 1),
    "each match by itself": (range(9_000, 9_000 + NAMED), LISTED + 1),
    "a list, of very many feeds": (range(9_000, 9_000 + MOST_NAMED), 1),
}
"""How what is found is told from what other feeds have, by further feeds without an article, and
how many articles all of them are said to hold."""


@pytest.mark.parametrize(("further", "held"), WAYS.values(), ids=WAYS)
async def test_many_feeds_are_searched_as_few_are(
    room: Room, further: Sequence[int], held: int
) -> None:
    feeds = [await room.feeds.add_feed(f"https://{n}.example/feed", now=NOW) for n in range(3)]
    for number in range(9):
        article = make_article(f"Gull {number}", f"“A gull {number},” Roe said, and left.")
        quote = make_quote(article, f"A gull {number},", "Roe")
        await room.read(article, (quote,), feed=feeds[number % 3])
    visible = Visible((*feeds[:2], *further), held)
    newest_first = [8, 7, 5, 4]
    async with room.database.reading() as connection:
        for table, is_common in product((ARTICLE, TITLE, PASSAGE), (False, True)):
            question = Question(("gull",), is_common=is_common)
            found = await connection.scalars(newest_matches(table, question, visible, limit=4))
            bits = PASSAGES if table == PASSAGE else 0
            assert [id >> bits for id in found] == newest_first
        newest = await connection.scalars(newest_in(visible, None, 4))
        assert sorted(newest, reverse=True) == newest_first
