"""Questions get their answers, in order and page by page."""

from datetime import timedelta

import pytest

from bot.errors import NothingFound
from bot.model import FigureKind, QuoteKind
from bot.queries import FigureQuery, HeadlineQuery, QuoteQuery, SearchQuery, SummaryQuery
from tests.store.builders import NOW, hours_ago, make_article, make_figure, make_quote
from tests.store.conftest import Room


async def test_an_article_goes_in_and_every_answer_comes_out(room: Room) -> None:
    article = make_article(outlet="Harbour Times", url="https://harbour.example/tide")
    words, name, role = "We will rebuild the quay,", "Antonia Verhoeven", "mayor of Halden"
    quote = make_quote(article, words, name, role=role)
    figure = make_figure(article, "At least 248 ferries", "248", "ferries moved")
    kept = await room.read(article, (quote,), (figure,))
    (headline,) = (await room.archive.headlines(HeadlineQuery())).items
    assert (headline.article.id, headline.quotes, headline.figures) == (kept.id, 1, 1)
    assert headline.gist == article.text.splitlines()[0]
    assert headline.article.url == article.url

    (said,) = (await room.archive.quotes(QuoteQuery())).items
    assert (said.words, said.role, said.quote) == (words, role, quote)
    assert said.place.of(said.sentence) == words

    (counted,) = (await room.archive.figures(FigureQuery())).items
    assert (counted.surface, counted.figure) == ("At least 248 ferries", figure)
    assert counted.sentence == "At least 248 ferries were moved."
    assert counted.place.of(counted.sentence) == counted.surface

    (found,) = (await room.archive.search(SearchQuery("ferry"))).items
    assert found.sentence == counted.sentence
    assert [hit.of(found.sentence) for hit in found.hits] == ["ferries"]


async def test_a_summary_has_its_neighbours_and_its_numbers(room: Room) -> None:
    article = make_article(text="It rose by 3 m. It fell. It rose.")
    figure = make_figure(article, "3 m", "3")
    kept = await room.read(article, (), (figure,))
    summary = await room.archive.summary(SummaryQuery(kept.id))
    (line,) = summary.lines
    assert (line.text, line.before, line.after) == ("It rose by 3 m.", None, "It fell.")
    assert [number.of(line.text) for number in line.figures] == ["3 m"]
    assert line.reasons == ("first",)
    assert (summary.sentences, summary.quotes, summary.figures) == (3, 0, 1)


@pytest.mark.parametrize(
    "meant",
    [
        "#2",
        " #2 ",
        "https://GULL.example/2?utm_source=feed#top",
        "gulls RETURN to halden",
        "gulls return",
        "gull",
        "return hal",
    ],
)
async def test_an_article_is_meant_by_number_address_title_or_words(room: Room, meant: str) -> None:
    await room.read(make_article("Tide rises in Halden"))
    kept = await room.read(
        make_article("Gulls return to Halden", "They came.", url="https://gull.example/2")
    )
    assert (await room.archive.summary(SummaryQuery(meant))).article.id == kept.id


@pytest.mark.parametrize(
    "meant", [7, 0, -1, 10**30, "#7", "", "cats", "they came", "x" * 6000, "“"]
)
async def test_an_article_that_is_not_there_is_a_sentence(room: Room, meant: int | str) -> None:
    await room.read(make_article("Gulls return to Halden", "They came."))
    with pytest.raises(NothingFound, match=r"headline\.$") as nothing:
        await room.archive.summary(SummaryQuery(meant))
    assert len(str(nothing.value)) < 200


async def test_an_article_that_is_not_read_yet_says_so(room: Room) -> None:
    kept = await room.articles.keep(make_article(), NOW)
    with pytest.raises(NothingFound, match="still being read"):
        await room.archive.summary(SummaryQuery(kept.id))
    await room.articles.failed(kept.id, 1, 1, "too long", NOW)
    with pytest.raises(NothingFound, match="could not be read"):
        await room.archive.summary(SummaryQuery(kept.id))


async def test_headlines_come_newest_first_by_the_time_that_counts(room: Room) -> None:
    times = {
        "now": NOW,
        "undated": None,
        "future": NOW + timedelta(days=400),
        "soon": NOW + timedelta(hours=10),
        "old": hours_ago(50),
    }
    for number, (title, time) in enumerate(times.items()):
        later = NOW - timedelta(hours=10 - number)
        await room.articles.keep(make_article(title, title, published=time), later)
    items = (await room.archive.headlines(HeadlineQuery())).items
    titles = [item.article.title for item in items]
    assert titles == ["soon", "now", "future", "undated", "old"]


async def test_since_leaves_out_what_is_older(room: Room) -> None:
    for hours in (1, 5, 30):
        article = make_article(f"Tide {hours}", f"“Tide {hours} it is,” he said, of 12 boats.")
        article = make_article(article.title, article.text, published=hours_ago(hours))
        quote = make_quote(article, f"Tide {hours} it is,", f"Roe {hours}")
        await room.read(article, (quote,), (make_figure(article, "12", "12", str(hours)),))
    since = hours_ago(6)
    assert (await room.archive.headlines(HeadlineQuery(since=since))).total == 2
    assert (await room.archive.headlines(HeadlineQuery(since=since, topic="tide"))).total == 2
    assert (await room.archive.quotes(QuoteQuery(since=since))).total == 2
    assert (await room.archive.quotes(QuoteQuery(since=since, topic="tide"))).total == 2
    assert (await room.archive.quotes(QuoteQuery(since=since, speaker="roe"))).total == 2
    assert (await room.archive.figures(FigureQuery(since=since))).total == 2
    assert (await room.archive.search(SearchQuery("tide", since=since))).total == 2


async def test_a_page_beyond_the_last_is_the_last(room: Room) -> None:
    text = " ".join(f"“Tide {n} it is,” he said of {n} boats." for n in range(10, 22))
    article = make_article("Tide", text)
    quotes = tuple(make_quote(article, f"Tide {n} it is,", "Roe") for n in range(10, 22))
    figures = tuple(make_figure(article, f"{n} boats", str(n), "boats") for n in range(10, 22))
    await room.read(article, quotes, figures)
    for number in range(11):
        await room.read(make_article(f"Tide {number}", f"Boats {number}."))
    for page, shown in ((1, 1), (3, 3), (99, 3), (0, 1), (-5, 1), (10**12, 3)):
        for answer in (
            await room.archive.headlines(HeadlineQuery(page=page)),
            await room.archive.headlines(HeadlineQuery(page=page, topic="tide")),
            await room.archive.quotes(QuoteQuery(page=page)),
            await room.archive.figures(FigureQuery(page=page)),
            await room.archive.search(SearchQuery("tide", page=page)),
        ):
            assert (answer.number, answer.total, answer.pages) == (shown, 12, 3)
            assert len(answer.items) == (2 if shown == 3 else 5)


async def test_pages_together_have_every_item_once(room: Room) -> None:
    for number in range(12):
        await room.read(make_article(f"Tide {number}", f"Boats {number}."))
    pages = [await room.archive.headlines(HeadlineQuery(page=page)) for page in (1, 2, 3)]
    ids = [item.article.id for page in pages for item in page.items]
    assert ids == list(range(12, 0, -1))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("harbour times", 1),
        ("HARBOUR  TIMES", 1),
        ("gull", 2),
        ("the gull", 2),
        ("gull feed", 1),
        ("cat", 0),
        ("", 0),
    ],
)
async def test_headlines_of_an_outlet_or_a_feed(room: Room, name: str, found: int) -> None:
    feed = await room.feeds.add_feed(
        "https://gull.example/feed", "Gull Feed", library=True, now=NOW
    )
    await room.read(make_article("One", "1", outlet="Harbour Times"))
    await room.read(make_article("Two", "2", outlet="The Gull"))
    await room.read(make_article("Three", "3", outlet="The Gull"), feed=feed)
    assert (await room.archive.headlines(HeadlineQuery(feed=name))).total == found


async def test_a_topic_of_an_outlet_needs_both(room: Room) -> None:
    await room.read(make_article("Tide", "1", outlet="Gull"))
    await room.read(make_article("Quay", "2", outlet="Gull"))
    await room.read(make_article("Tide", "3", outlet="Harbour Times"))
    assert (await room.archive.headlines(HeadlineQuery(feed="gull", topic="tide"))).total == 1


async def test_quotes_come_in_the_order_of_the_text_and_of_the_kinds_asked_for(room: Room) -> None:
    article = make_article(text="“One,” he said. He called it “two”. He said that three.")
    kinds = (("One,", "direct"), ("two", "mixed"), ("three", "indirect"))
    quotes = tuple(make_quote(article, words, "Roe", kind=QuoteKind(kind)) for words, kind in kinds)
    await room.read(article, quotes[::-1])
    shown = (await room.archive.quotes(QuoteQuery())).items
    assert [answer.words for answer in shown] == ["One,", "two"]
    everything = (await room.archive.quotes(QuoteQuery(kinds=frozenset(QuoteKind)))).items
    assert [answer.words for answer in everything] == ["One,", "two", "three"]
    (headline,) = (await room.archive.headlines(HeadlineQuery())).items
    assert headline.quotes == 2


async def test_words_of_nobody_known_are_answered_for_their_article_only(room: Room) -> None:
    article = make_article(text="“We fled,” someone said. “We came back,” said Roe.")
    quotes = (make_quote(article, "We fled,"), make_quote(article, "We came back,", "Roe"))
    kept = await room.read(article, quotes)
    everywhere = (await room.archive.quotes(QuoteQuery())).items
    assert [answer.words for answer in everywhere] == ["We came back,"]
    here = (await room.archive.quotes(QuoteQuery(article=kept.id))).items
    assert [answer.words for answer in here] == ["We fled,", "We came back,"]


async def test_figures_of_a_kind_and_minor_ones_on_request(room: Room) -> None:
    article = make_article(text="Roe, 41, paid 300 for 12 boats.")
    figures = (
        make_figure(article, "41", "41", minor=True),
        make_figure(article, "300", "300", kind=FigureKind.MONEY),
        make_figure(article, "12 boats", "12", "boats"),
    )
    await room.read(article, (), figures)

    async def surfaces(query: FigureQuery) -> list[str]:
        return [answer.surface for answer in (await room.archive.figures(query)).items]

    assert await surfaces(FigureQuery()) == ["300", "12 boats"]
    assert await surfaces(FigureQuery(minor=True)) == ["41", "300", "12 boats"]
    assert await surfaces(FigureQuery(kind=FigureKind.MONEY)) == ["300"]
    assert await surfaces(FigureQuery(article=99)) == []
    assert await surfaces(FigureQuery(article=10**30)) == []


async def test_what_was_found_long_ago_is_shown_where_nothing_newer_was(room: Room) -> None:
    article = make_article(text="“So be it,” said 1 man.", published=hours_ago(9999))
    quote = make_quote(article, "So be it,", "Roe")
    await room.read(article, (quote,), (make_figure(article, "1", "1"),))
    newer = (make_article(f"Tide {number}", f"It rose {number}.") for number in range(1100))
    await room.articles.keep_all(newer, NOW)
    assert (await room.archive.quotes(QuoteQuery())).total == 1
    assert (await room.archive.figures(FigureQuery())).total == 1
    assert (await room.archive.headlines(HeadlineQuery(page=999))).total == 1101


async def test_a_quote_of_several_sentences_stands_in_them_all(room: Room) -> None:
    article = make_article(text="It rose. “We fled. We came back,” he said. It fell.")
    await room.read(article, (make_quote(article, "We fled. We came back,", "Roe"),))
    (answer,) = (await room.archive.quotes(QuoteQuery())).items
    assert answer.sentence == "“We fled. We came back,” he said."
    assert answer.place.of(answer.sentence) == answer.words
