"""Defects of feeds that sites really have, one by one; each is read all the same."""

import gzip
import json
from datetime import timedelta

import pytest

from bot.errors import NotAFeed
from bot.ingest.parse import parse_feed
from bot.ingest.web import Web
from tests.fakes import LOOPBACK, serve
from tests.ingest.feeds import NOW, URL, only, read, rss


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


@pytest.mark.parametrize(
    ("told", "address"),
    [
        ("//harbour.example/tide", "https://harbour.example/tide"),
        ("https:/harbour.example/tide", "https://harbour.example/tide"),
        ("http://https://harbour.example/tide", "https://harbour.example/tide"),
        ("https:\\\\harbour.example\\tide", "https://harbour.example/tide"),
        ("www.harbour.example/tide", "https://www.harbour.example/tide"),
        ("&quot;https://harbour.example/tide&quot;", "https://harbour.example/tide"),
        ("&lt;https://harbour.example/tide&gt;", "https://harbour.example/tide"),
        ("&lt;![CDATA[https://harbour.example/tide]]&gt;", "https://harbour.example/tide"),
        (
            "&lt;a href='https://harbour.example/tide'&gt;Tide&lt;/a&gt;",
            "https://harbour.example/tide",
        ),
        ("tide", "https://paper.example/tide"),  # of the site, though its feed is elsewhere
    ],
)
def test_a_link_is_read_as_it_is_meant(told: str, address: str) -> None:
    head = "<title>Harbour Times</title><link>https://paper.example/</link>"
    assert only(rss(f"<item><title>Tide</title><link>{told}</link></item>", head)).url == address


def test_the_front_page_and_a_number_are_no_page_of_an_article() -> None:
    head = "<title>Harbour Times</title><link>https://harbour.example/</link>"
    item = (
        "<item><link>https://harbour.example/</link><guid>https://harbour.example/7</guid></item>"
    )
    assert only(rss(item, head)).url == "https://harbour.example/7"
    entry = only(rss("<item><title>Tide</title><guid>12345</guid></item>", head))
    assert (entry.url, entry.guid) == (None, "12345")


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("Q&amp;amp;amp;A at sea", "Q&A at sea"),
        ("&lt;![CDATA[Tide rises]]&gt;", "Tide rises"),
        ("<![CDATA[<![CDATA[Tide rises]]>]]>", "Tide rises"),
        ("<![cdata[Tide rises]]>", "Tide rises"),
        ("<! [CDATA[Tide rises]]>", "Tide rises"),
        ("&#55356;&#57098; Tide", "🌊 Tide"),
        ("5 &lt; 6 and 7 &gt; 6", "5 < 6 and 7 > 6"),
    ],
)
def test_a_title_is_read_as_it_is_meant(told: str, title: str) -> None:
    assert only(rss(f"<item><title>{told}</title></item>")).title == title


def test_a_plain_title_of_atom_loses_only_marks_that_are_closed() -> None:
    feed = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>{}</title></entry></feed>"
    assert only(feed.format("&lt;i&gt;Tide&lt;/i&gt; 7")).title == "Tide 7"
    assert only(feed.format("The &lt;b&gt; tag")).title == "The <b> tag"


def test_halves_of_a_character_in_utf_8_are_joined() -> None:
    item = "<item><title>Tide {}</title></item>"
    halves = "\ud83c\udf0a".encode("utf-8", "surrogatepass")
    assert only(rss(item).encode().replace(b"{}", halves)).title == "Tide 🌊"


def test_words_that_were_escaped_twice_are_shown_without_their_tags() -> None:
    told = "<![CDATA[&lt;p&gt;The water rose.&lt;/p&gt;]]>"
    entry = only(rss(f"<item><title>Tide</title><description>{told}</description></item>"))
    assert entry.summary == "The water rose."


@pytest.mark.parametrize(
    ("told", "author"),
    [
        ("<dc:creator>Mara Lind</dc:creator><dc:creator>Tor Ek</dc:creator>", "Mara Lind, Tor Ek"),
        ("<author>By Mara Lind</author>", "Mara Lind"),
        ("<author>&lt;a href='/lind'&gt;Mara Lind&lt;/a&gt;</author>", "Mara Lind"),
        ("<dc:creator>https://harbour.example/lind</dc:creator>", None),
        ("<dc:creator>admin</dc:creator>", None),
    ],
)
def test_an_author_is_a_person(told: str, author: str | None) -> None:
    assert only(rss(f"<item><title>Tide</title>{told}</item>")).author == author


@pytest.mark.parametrize(
    ("told", "time"),
    [
        ("24-03-2026 10:30", "2026-03-24T10:30"),
        ("10:30 24.03.2026", "2026-03-24T10:30"),
        ("2026. március 24. 10:30", "2026-03-24T10:30"),
        ("24. 3. 2026 10:30", "2026-03-24T10:30"),
        ("/Date(1774348200000)/", "2026-03-24T10:30"),
        ("03-04-2026", None),  # April or March; feedparser says 2004
    ],
)
def test_a_time_is_read_as_it_is_meant_or_not_at_all(told: str, time: str | None) -> None:
    item = f"<item><title>Tide</title><pubDate>{told}</pubDate></item>"
    feed = parse_feed(rss(item).encode(), None, URL, now=NOW + timedelta(days=30))
    published = feed.entries[0].published
    assert (published and published.isoformat()[:16]) == time
