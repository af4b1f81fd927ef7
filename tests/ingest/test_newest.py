"""Archives of thousands of items cost no more than their newest ones."""

import json
from datetime import UTC, datetime, timedelta

from bot.ingest.entries import MOST_ENTRIES
from bot.ingest.newest import find_items
from tests.ingest.feeds import NOW, read, rss


def test_of_an_archive_the_newest_items_are_kept_in_their_order() -> None:
    def item(number: int) -> str:
        date = (NOW - timedelta(hours=number)).strftime("%a, %d %b %Y %H:%M:%S GMT")
        return f"<item><title>{number}</title><pubDate>{date}</pubDate></item>"

    oldest_first = read(rss("".join(item(number) for number in range(20_000, 0, -1))))
    titles = [int(entry.title) for entry in oldest_first.entries]
    assert titles == list(range(MOST_ENTRIES, 0, -1))


def test_of_an_archive_without_dates_the_first_items_are_kept() -> None:
    items = "".join(f"<item><title>{number}</title></item>" for number in range(1000))
    titles = [int(entry.title) for entry in read(rss(items)).entries]
    assert titles == list(range(MOST_ENTRIES))


def test_a_json_archive_keeps_its_newest_items() -> None:
    items = [
        {"id": str(number), "title": "Tide", "date_published": f"2025-{1 + number % 12:02}-01"}
        for number in range(3 * MOST_ENTRIES)
    ]
    months = {entry.published for entry in read(json.dumps({"items": items})).entries}
    assert min(months, key=str) == datetime(2025, 9, 1, tzinfo=UTC)
    assert len(read(json.dumps({"items": items})).entries) == MOST_ENTRIES


def test_an_item_that_is_only_told_of_is_no_item() -> None:
    told = "<item><title><![CDATA[<item>]]></title><!-- <item> --></item>"
    assert len(find_items(f"<rss><channel>{told * 3}</channel></rss>")) == 3


def test_an_archive_that_breaks_off_keeps_its_items() -> None:
    items = "".join(f"<item><title>{number}</title>" for number in range(500))
    titles = [int(entry.title) for entry in read(f"<rss><channel>{items}").entries]
    assert titles == list(range(MOST_ENTRIES))


def test_an_atom_archive_keeps_its_newest_entries() -> None:
    entries = "".join(
        f"<atom:entry><atom:title>{day}</atom:title>"
        f"<atom:updated>{(NOW - timedelta(days=day)).isoformat()}</atom:updated></atom:entry>"
        for day in range(400, 0, -1)
    )
    feed = f"<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>{entries}</atom:feed>"
    titles = [int(entry.title) for entry in read(feed).entries]
    assert titles == list(range(MOST_ENTRIES, 0, -1))
