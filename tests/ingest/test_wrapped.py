"""Feeds that a site wraps into something else, and JSON that is no JSON Feed by the book."""

import html
import json

import pytest

from bot.errors import NotAFeed
from tests.ingest.feeds import only, read, rss

ITEM = "<item><title>Zoë &amp; the tide</title><link>https://harbour.example/tide</link></item>"
FEED = '<?xml version="1.0" encoding="utf-8"?>\n' + rss(ITEM)
JSON = json.dumps({"items": [{"title": "Zoë & the tide", "url": "https://harbour.example/tide"}]})
ARTICLE = "<p>How a feed is made, from its first line to its last.</p>" * 3


@pytest.mark.parametrize(
    "sent",
    [
        f"show({JSON});",
        f"/**/ typeof app.show === 'function' && app.show({JSON});",
        f"var news = {JSON};",
        f")]}}',\n{JSON}",
        f"for(;;);{JSON}",
        f"<html><body><pre>{html.escape(JSON)}</pre></body></html>",
        f"<html><head><title>news</title></head><body><pre>{html.escape(FEED)}</pre></body></html>",
        f"<string xmlns='http://service.example/'>{html.escape(FEED)}</string>",
        html.escape(FEED),
        json.dumps(FEED),
        f"[warning] something odd\n{FEED}",
        f"<?xml version='1.0'?><answer><status>ok</status>{rss(ITEM)}</answer>",
    ],
)
def test_a_feed_is_found_in_what_a_site_wraps_around_it(sent: str) -> None:
    entry = only(sent)
    assert (entry.title, entry.url) == ("Zoë & the tide", "https://harbour.example/tide")


def test_an_article_that_shows_a_feed_is_none() -> None:
    with pytest.raises(NotAFeed):
        read(f"<html><body>{ARTICLE}<pre>{html.escape(FEED)}</pre></body></html>")


@pytest.mark.parametrize(
    "told",
    [
        '[{"title": "Tide", "url": "/tide", "date_published": "2026-03-02T09:00:00Z"}]',
        '[{"title": "Tide", "url": "/tide", "date": "2026-03-02T09:00:00Z"}]);',
        '[{"title": "Tide", "link": "/tide", "pubDate": "2026-03-02 09:00:00"}, {"title": "Cut o',
        '{"status": "ok", "items": [{"title": "Tide", "link": "/tide", "date": "2 Mar 26 9:00"}]}',
        '{"rss": {"channel": {"item": [{"title": "Tide", "link": "/tide", "date": 1772442000}]}}}',
        '{"data": {"posts": {"1": {"headline": "Tide", "link": "/tide", "date": 1772442000}}}}',
        '[{"title": {"rendered": "Tide"}, "link": "/tide", "date_gmt": "2026-03-02T09:00:00"}]',
    ],
)
def test_a_list_like_a_json_feed_is_read(told: str) -> None:
    entry = only(told)
    assert (entry.title, entry.url) == ("Tide", "https://harbour.example/tide")
    assert entry.published
    assert entry.published.isoformat() == "2026-03-02T09:00:00+00:00"


@pytest.mark.parametrize(
    "other", ["[]", "[1, 2]", '[{"name": "Tide"}]', '{"data": {"error": 404}}', "show(7);"]
)
def test_other_json_is_none(other: str) -> None:
    with pytest.raises(NotAFeed):
        read(other)


@pytest.mark.parametrize(
    "hostile",
    [
        " " * 3_000_000 + "x",
        "show(" * 600_000,
        "/* " * 1_000_000,
        "&lt;rss " * 300_000,
        '"' + "<" * 3_000_000,
        '{"data":' * 100_000,
    ],
    ids=["spaces", "calls", "comments", "letters", "a string", "holders"],
)
def test_what_only_looks_wrapped_is_refused_in_one_pass(hostile: str) -> None:
    with pytest.raises(NotAFeed):
        read(hostile)
