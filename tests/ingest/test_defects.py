"""Defects of feeds that sites really have, one by one; each is read all the same."""

import gzip
import json

import pytest

from bot.errors import NotAFeed
from bot.ingest.web import Web
from tests.fakes import LOOPBACK, serve
from tests.ingest.feeds import only, read, rss


@pytest.mark.parametrize(
    "feed",
    [
        "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0//EN' 'x'><rss><channel/></rss>",
        "<?xml version='1.0'?><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>",
        "<CHANNEL><TITLE>Harbour Times</TITLE></CHANNEL>",
        "<feed/>",
        '{"version": "https://jsonfeed.org/version/1", "title": "Harbour Times"}',
    ],
)
def test_a_feed_without_items_is_a_feed(feed: str) -> None:
    assert read(feed).entries == ()


@pytest.mark.parametrize("other", ["<tv><channel id='1'/></tv>", "<urlset/>", "<opml/>", "{}"])
def test_other_xml_and_json_is_none(other: str) -> None:
    with pytest.raises(NotAFeed):
        read(other)


def test_a_title_in_dublin_core_stands_in_only_where_there_is_no_other() -> None:
    both = "<item><title>Tide</title><dc:title>tide-7</dc:title></item>"
    assert only(rss(both)).title == "Tide"
    assert only(rss("<item><dc:title>Tide</dc:title></item>")).title == "Tide"


def test_an_entry_with_content_alone_is_kept_with_its_words() -> None:
    entry = only("<feed xmlns='http://www.w3.org/2005/Atom'><entry><content>Tide</content></entry>")
    assert entry.summary == "Tide"


def test_a_link_with_a_space_keeps_it_and_a_wrapped_one_is_joined() -> None:
    items = "<item><link>https://h.example/high tide</link></item>"
    items += "<item><link>\n  https://h.example/\n  wind\n</link></item>"
    assert [entry.url for entry in read(rss(items)).entries] == [
        "https://h.example/high%20tide",
        "https://h.example/wind",
    ]


def test_the_time_in_dublin_core_terms_counts() -> None:
    feed = rss("<item><title>Tide</title><t:date>2026-03-02T09:00:00Z</t:date></item>")
    feed = feed.replace("<rss", "<rss xmlns:t='http://purl.org/dc/terms/'", 1)
    published = only(feed).published
    assert published
    assert published.isoformat() == "2026-03-02T09:00:00+00:00"


def test_json_with_stray_commas_open_lines_and_a_tail_is_read() -> None:
    entry = only(
        '{"items": [{"title": "High,] \n tide", "author": "Mara Lind",},],}\n<!-- 3 ms -->'
    )
    assert (entry.title, entry.author) == ("High,] tide", "Mara Lind")


def test_json_that_is_hopeless_is_refused_in_time_that_grows_with_its_size() -> None:
    with pytest.raises(NotAFeed):
        read('{"items": [' + '"\\"' * 500_000)
    with pytest.raises(NotAFeed):
        read('{"items": ' + "[" * 500_000)


async def test_a_packed_file_is_unpacked_though_the_site_does_not_say_so() -> None:
    feed = json.dumps({"items": [{"title": "Tide"}]}).encode()
    async with serve() as site, Web(allowed=LOOPBACK) as reader:
        fetched = await reader.get(site.says("/feed.json.gz", gzip.compress(feed)))
    assert only(fetched.content).title == "Tide"
