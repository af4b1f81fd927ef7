"""What strikes about a feed: its items, and how it is written."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.doctor import Contents, Sign
from bot.ingest.entries import MOST_ENTRIES
from bot.ingest.examine import examine

NOON = datetime(2026, 9, 14, 12, tzinfo=UTC)
WHOLE = "<p>" + "The tide rose over the quay of Halden during the night, by 3 metres. " * 40


def item(
    number: int,
    *,
    at: datetime | None = None,
    guid: bool = True,
    link: bool = True,
    content: bool = True,
) -> str:
    time = at or NOON - timedelta(hours=number)
    parts = [
        f"<title>Tide {number}</title>",
        f"<link>https://harbour.example/{number}</link>" if link else "",
        f"<guid isPermaLink='false'>{number}</guid>" if guid else "",
        f"<pubDate>{format_datetime(time)}</pubDate>" if at is not NEVER else "",
        f"<description><![CDATA[{WHOLE if content else 'It rose.'}]]></description>",
    ]
    return f"<item>{''.join(parts)}</item>"


NEVER = datetime(1, 1, 1, tzinfo=UTC)


def feed(*items: str, declared: str = "utf-8", end: str = "</channel></rss>") -> str:
    head = f'<?xml version="1.0" encoding="{declared}"?><rss version="2.0"><channel>'
    return f"{head}<title>Harbour Times</title>{''.join(items)}{end}"


def look(text: str | bytes, content_type: str | None = None) -> Contents:
    content = text if isinstance(text, bytes) else text.encode()
    return examine(content, content_type, "https://harbour.example/feed", NOON)


def signs(text: str | bytes, content_type: str | None = None) -> dict[Sign, str | None]:
    return {symptom.sign: symptom.detail for symptom in look(text, content_type).symptoms}


def test_nothing_strikes_about_a_healthy_feed() -> None:
    told = look(feed(*map(item, range(9))))
    assert told.symptoms == ()
    assert (told.items, told.title, told.newest) == (9, "Harbour Times", NOON)
    assert told.every == timedelta(hours=1)


@pytest.mark.parametrize(
    ("items", "sign", "detail"),
    [
        ((), Sign.EMPTY, None),
        ([item(n, at=NEVER) for n in range(4)], Sign.NO_DATES, "all 4 items"),
        ([item(1), item(2, at=NEVER)], Sign.NO_DATES, "1 of 2 items"),
        ([item(1), item(2, at=NOON + timedelta(days=9))], Sign.FUTURE_DATES, "1 of 2 items"),
        ([item(n, at=NOON) for n in range(5)], Sign.SAME_DATES, None),
        ([item(n, guid=False) for n in range(2)], Sign.NO_GUIDS, "all 2 items"),
        ([item(1, link=False)], Sign.NO_LINKS, "the only item"),
        ([item(1), item(1), item(2)], Sign.DUPLICATES, "1 of 3 items"),
        ([item(1, content=False)], Sign.SHORT, "the beginnings of its articles"),
        ([item(n) for n in range(MOST_ENTRIES + 5)], Sign.TOO_MANY, f"{MOST_ENTRIES + 5} items"),
    ],
)
def test_what_strikes_about_items_is_counted(
    items: tuple[str, ...], sign: Sign, detail: str | None
) -> None:
    assert signs(feed(*items)) == {sign: detail}


def test_a_date_in_the_future_is_not_told_twice() -> None:
    assert signs(feed(*(item(n, at=NOON + timedelta(days=9)) for n in range(3)))) == {
        Sign.FUTURE_DATES: "all 3 items"
    }


@pytest.mark.parametrize(
    ("content", "content_type", "detail"),
    [
        (feed(item(1)).replace("Tide", "Zoë").encode("cp1252"), None, "declared utf-8"),
        (feed(item(1), declared="iso-8859-1").replace("Tide", "Zoë"), None, "written in utf-8"),
        (feed(item(1), declared="x-odd").replace("Tide", "Zoë").encode("cp1252"), None, "x-odd"),
    ],
)
def test_an_encoding_that_is_not_the_declared_one_is_told(
    content: str | bytes, content_type: str | None, detail: str
) -> None:
    told = signs(content, content_type)
    assert list(told) == [Sign.ENCODING]
    assert detail in (told[Sign.ENCODING] or "")


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (feed(item(1), declared="iso-8859-1").replace("Tide", "Zoë").encode("latin-1"), None),
        (feed(item(1)).replace("Tide", "Zoë"), "text/xml; charset=iso-8859-1"),
        (feed(item(1), declared="utf-16").replace("Tide", "Zoë").encode("utf-16"), None),
        (feed(item(1)), "text/xml; charset=koi8-r"),
    ],
)
def test_an_encoding_that_can_be_right_is_left_alone(
    content: str | bytes, content_type: str | None
) -> None:
    assert Sign.ENCODING not in signs(content, content_type)


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        (feed(item(1).replace("Tide", "Tide &nbsp; wind")), "undefined entity"),
        (feed(item(1), end="</channel>"), "no element found"),
        ("\n\n" + feed(item(1)), "line 3: XML or text declaration not at start of entity"),
    ],
)
def test_xml_that_has_to_be_mended_is_told_with_its_line(text: str, detail: str) -> None:
    told = signs(text)
    assert list(told) == [Sign.MENDED]
    assert detail in (told[Sign.MENDED] or "")


def test_json_that_has_to_be_mended_is_told_and_counted() -> None:
    told = look('{"items": [{"id": 1, "title": "Tide"},]} Bye')
    assert told.items == 1
    fault = next(one.detail for one in told.symptoms if one.sign is Sign.MENDED)
    assert (fault or "").startswith("JSON, line 1: ")


def test_entities_are_not_taken_to_see_whether_a_feed_is_sound() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "tide"><!ENTITY c "&b;&b;">]>' + feed(item(1))
    assert Sign.MENDED not in signs(bomb)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("", Sign.NOTHING),
        (" \n\0", Sign.NOTHING),
        ("<!DOCTYPE html><html><body>Hello", Sign.PAGE),
        ('{"error": 404}', Sign.JSON),
        ('{"items": [', Sign.JSON),
        ("Not here.", Sign.TEXT),
        ("%PDF-1.7 odd \x01", Sign.TEXT),
        ('<?xml version="1.0"?><sitemap><url/></sitemap>', Sign.XML),
        ('<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "x">]><rss/>', Sign.UNSAFE),
    ],
)
def test_what_is_no_feed_is_named(text: str, sign: Sign) -> None:
    told = look(text)
    assert [symptom.sign for symptom in told.symptoms] == [sign]
    assert told.items == 0


def test_a_json_feed_is_examined_too() -> None:
    items = [
        {"id": str(n), "url": f"/{n}", "content_html": WHOLE, "date_published": "2026-09-14"}
        for n in range(3)
    ]
    told = look(json.dumps({"version": "1.1", "title": "Harbour", "items": [*items, "odd"]}))
    assert told.symptoms == ()
    assert told.title == "Harbour"
