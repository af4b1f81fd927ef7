"""What is offered while somebody types."""

from bot.model import QuoteKind
from bot.queries import LIBRARY, Choice, QuoteQuery
from tests.store.builders import NOW, hours_ago, make_article, make_quote
from tests.store.conftest import Room
from tests.store.test_people import quote


def names(choices: tuple[Choice, ...]) -> list[str]:
    assert all(0 < len(choice.name) <= 100 and len(choice.value) <= 100 for choice in choices)
    return [choice.name for choice in choices]


async def test_titles_are_offered_newest_first_with_their_numbers(room: Room) -> None:
    await room.read(make_article("Tide rises", "1", published=hours_ago(5)))
    await room.read(make_article("Gulls return", "2", published=hours_ago(1)))
    await room.read(make_article("Tide falls", "3", published=hours_ago(3)))
    complete = room.archive.complete_article
    assert [one.value for one in await complete(LIBRARY, "")] == ["#2", "#3", "#1"]
    assert names(await complete(LIBRARY, "ti")) == ["Tide falls", "Tide rises"]
    assert names(await complete(LIBRARY, "fa tide")) == ["Tide falls"]
    assert names(await complete(LIBRARY, "cat")) == []
    assert len(await complete(LIBRARY, "", limit=2)) == 2


async def test_a_long_title_is_cut_and_still_means_its_article(room: Room) -> None:
    kept = await room.read(make_article("Tide " * 60, "1"))
    (choice,) = await room.archive.complete_article(LIBRARY, "tide")
    assert len(choice.name) <= 100
    assert choice.value == f"#{kept.id}"


async def test_an_article_without_a_title_can_be_offered(room: Room) -> None:
    await room.read(make_article("", "1"))
    assert len(names(await room.archive.complete_article(LIBRARY, ""))) == 1


async def test_the_most_quoted_are_offered_first_each_once(room: Room) -> None:
    await quote(room, "Lio Marsh", "Lio Marsh!", "Bram Roe")
    await quote(room, "Antonia Verhoeven", "Antonia J. Verhoeven", "Verhoeven", "Mrs Verhoeven")
    complete = room.archive.complete_speaker
    assert names(await complete(LIBRARY, "")) == [
        "Antonia Verhoeven",
        "Lio Marsh",
        "Bram Roe",
    ]
    assert names(await complete(LIBRARY, "ver")) == ["Antonia Verhoeven"]
    assert names(await complete(LIBRARY, "antonia v")) == ["Antonia Verhoeven"]
    assert names(await complete(LIBRARY, "cat")) == []


async def test_two_people_of_one_surname_are_both_offered(room: Room) -> None:
    await quote(room, "Antonia Verhoeven", "Antonia Verhoeven ", "Bram Verhoeven", "Verhoeven")
    offered = names(await room.archive.complete_speaker(LIBRARY, "verhoeven"))
    assert offered == ["Antonia Verhoeven", "Bram Verhoeven", "Verhoeven"]


async def test_somebody_of_whom_only_statements_are_told_is_not_offered(room: Room) -> None:
    article = make_article("Tide", "The tide has turned, says Lio Marsh.")
    told = make_quote(article, "The tide has turned,", "Lio Marsh", kind=QuoteKind.INDIRECT)
    await room.read(article, (told,))
    for typed in ("", "marsh"):
        assert names(await room.archive.complete_speaker(LIBRARY, typed)) == []


async def test_a_speaker_that_was_picked_is_found(room: Room) -> None:
    await quote(room, "Antonia Verhoeven", "US Secretary of State Antonia Verhoeven", "Roe")
    for choice in await room.archive.complete_speaker(LIBRARY, ""):
        assert (await room.archive.quotes(QuoteQuery(speaker=choice.value))).total


async def test_outlets_and_feeds_are_offered_by_the_alphabet(room: Room) -> None:
    feed = await room.feeds.add_feed(
        "https://gull.example/feed", "Gull Feed", library=True, now=NOW
    )
    await room.read(make_article("One", "1", outlet="Harbour Times"))
    await room.read(make_article("Two", "2", outlet="Évian Post"), feed=feed)
    await room.read(make_article("Three", "3", outlet="HARBOUR times"))
    complete = room.archive.complete_feed
    assert names(await complete(LIBRARY, "")) == ["Gull Feed", "Harbour Times", "Évian Post"]
    assert names(await complete(LIBRARY, "ti")) == ["Harbour Times"]
    assert names(await complete(LIBRARY, "evian")) == ["Évian Post"]


async def test_topics_are_the_names_of_the_last_two_days(room: Room) -> None:
    for number, title in enumerate(
        (
            "Ferries stop as Bank of Halden and unions disagree",
            "Now Bank of Halden lends to ferry owners",
            "Mayor meets Antonia Verhoeven about the ferries",
        )
    ):
        await room.read(make_article(title, f"{number}", published=hours_ago(number)))
    await room.read(make_article("Old news of Lio Marsh and others", "x", published=hours_ago(49)))
    article = make_article("Short", "“So be it,” she said.", published=hours_ago(1))
    await room.read(article, (make_quote(article, "So be it,", "Antonia Verhoeven"),))
    complete = room.archive.complete_topic
    offered = ["Antonia Verhoeven", "Bank of Halden"]
    assert names(await complete(LIBRARY, "", NOW)) == offered
    assert names(await complete(LIBRARY, "hal", NOW)) == ["Bank of Halden"]
    assert names(await complete(LIBRARY, "cat", NOW)) == []
    assert len(await complete(LIBRARY, "", NOW, limit=1)) == 1
