"""Bytes become a feed, whatever a site has done to them."""

import contextlib
import json
import pickle
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import NotAFeed
from bot.ingest.entries import find_author
from bot.ingest.fragments import carries_article, plain_text
from bot.model import Entry
from tests.ingest.feeds import only, read, rss

PARTS = (
    *("<rss>", "</rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<guid>"),
    *("<feed", " xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "<link href='", "'/>"),
    *("<![CDATA[", "]]>", "<!--", "-->", "&amp", "&#x110000;", "&#55;", "&", "<", ">", '"', "\0"),
    *("<pubDate>", "0", "-9999999999", "Mar", "é", "\ud800", "{", '"items":[', "]}", "\n"),
    *("<content type='xhtml'>", "<author>", "a@b", "<?xml", "?>", "<!DOCTYPE", "<!ENTITY a"),
)


def test_rss_gives_every_part_of_an_entry() -> None:
    item = """<item><title>Tide &amp;amp; wind</title><link>/tide?a=1&amp;b=2</link>
      <guid isPermaLink="false">t-1</guid><author>desk@harbour.example (Mara Lind)</author>
      <pubDate>Mon, 09 Mar 2026 10:00:00 +0200</pubDate>
      <description>&lt;p&gt;It &lt;b&gt;rose&lt;/b&gt;.&lt;/p&gt;</description></item>"""
    head = "<title>Harbour Times</title><link>/</link><language>de-DE</language><ttl>45</ttl>"
    feed = read(rss(item, head))
    assert (feed.title, feed.link) == ("Harbour Times", "https://harbour.example/")
    assert (feed.language, feed.interval) == ("de", timedelta(minutes=45))
    assert feed.entries == (
        Entry(
            title="Tide & wind",
            url="https://harbour.example/tide?a=1&b=2",
            guid="t-1",
            published=datetime(2026, 3, 9, 8, tzinfo=UTC),
            author="Mara Lind",
            summary="It rose.",
        ),
    )


def test_atom_gives_the_alternate_link_and_resolves_its_base() -> None:
    entry = only(
        """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://gull.example/x/">
        <entry><title type="text">A &lt;b&gt; tag</title><id>urn:7</id>
        <link rel="enclosure" href="talk.mp3"/><link rel="alternate" href="../tide"/>
        <updated>2026-03-09T10:00:00Z</updated><author><name>Mara Lind</name></author>
        </entry></feed>"""
    )
    assert entry.url == "https://gull.example/tide"
    assert entry.title == "A <b> tag"
    assert entry.published == entry.updated == datetime(2026, 3, 9, 10, tzinfo=UTC)


def test_rdf_is_read() -> None:
    entry = only(
        """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>Harbour</title></channel>
        <item rdf:about="https://harbour.example/1"><title>Tide</title>
        <link>https://harbour.example/1</link><dc:date>2026-03-02</dc:date></item></rdf:RDF>"""
    )
    assert (entry.title, entry.published) == ("Tide", datetime(2026, 3, 2, tzinfo=UTC))


def test_a_json_feed_is_read() -> None:
    told = {
        "title": "Harbour Times",
        "home_page_url": "/",
        "language": "en-GB",
        "items": [
            {
                "id": 7,
                "url": "tide",
                "title": "Tide\ud800",
                "date_published": "2026-03-09T10:00:00+02:00",
                "authors": [{"name": "Mara Lind"}, "Jon Rask", None],
                "content_text": "It rose.\n\nIt fell.",
            },
            "odd",
            {},
        ],
    }
    feed = read(json.dumps(told))
    assert (feed.title, feed.language) == ("Harbour Times", "en")
    entry, empty = feed.entries
    assert empty == Entry("")
    assert (entry.guid, entry.url) == ("7", "https://harbour.example/news/tide")
    assert (entry.title, entry.author) == ("Tide?", "Mara Lind, Jon Rask")
    assert entry.summary == "It rose. It fell."


@pytest.mark.parametrize(
    "feed",
    [
        "<rss><channel><item><title>Tide & wind</title></item></channel></rss>",
        "<rss><channel><item><title>Tide &nbsp;&amp; wind</title></item></channel></rss>",
        "<rss><channel><item><title>Tide &amp; wind</title>",
        "<rss><channel><item><title>Tide &amp; wind</title></channel></rss>",
        "\n\n <?xml version='1.0'?><rss><channel><item><title>Tide &amp; wind</title></item>",
        "<p>Warning: odd</p>\n<rss><channel><item><title>Tide &amp; wind</title></item>",
        "Notice: odd on line 7<br/><rss><channel><item><title>Tide &amp; wind</title></item>",
        "<rss><channel><item><title>Tide\x00 &amp; w\x0bind</title></item></channel></rss>",
        "<rss><channel><item><title>Tide&#0; &amp; w&#x1b;ind&#xd800;</title></item></channel>",
        "<rss><channel><item><title>Tide &amp; wind</title><media:x>1</media:x></item></channel>",
        "<RSS><Channel><Item><Title>Tide &amp; wind</Title></Item></Channel></RSS>",
        "<rss><channel><item><title><![CDATA[Tide & wind]]></title></item></channel></rss>",
        "<!-- <html> --><rss><channel><item><title>Tide &amp; wind</title></item></channel></rss>",
        '<!DOCTYPE rss [<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN" '
        '"http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent">]><rss><channel><item>'
        "<title>Tide &amp; wind</title></item></channel></rss>",
        '<!DOCTYPE rss [<!ENTITY amp2 "and">]><rss><channel><item><title>Tide &amp; wind</title>'
        "</item></channel></rss>",
    ],
)
def test_damaged_xml_is_read_as_far_as_it_goes(feed: str) -> None:
    assert only(feed).title == "Tide & wind"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b" \r\n\0\0", "empty"),
        (b"<!DOCTYPE html><html><title>Harbour Times</title></html>", "web page"),
        (b"<!-- tide -->\n<HTML><body>404</body></HTML>", "web page"),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'><html/>", "web page"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "no feed"),
        (b"The tide rose.", "no feed"),
        (b"\xff\xfe", "empty"),
        (b"<h1>Not found</h1>", "web page"),
        (b"{", "damaged"),
        (b'{"a":' * 100_000, "damaged"),
        (b'{"items": 7}', "no JSON Feed"),
        (b"<opml><body><outline/></body></opml>", "no feed"),
        (b"<urlset><url><loc>https://harbour.example/</loc></url></urlset>", "no feed"),
    ],
)
def test_what_is_no_feed_is_refused_with_a_sentence(content: bytes, word: str) -> None:
    with pytest.raises(NotAFeed, match=word):
        read(content)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://127.0.0.1/"> %a;]>',
        '<!DOCTYPE rss [<!ENTITY a PUBLIC "x" "http://127.0.0.1/">]>',
        '<!DOCTYPE rss [<!ENTITY a "tide"><!ENTITY b "&a;&a;&a;&a;">]>',
        """<!DOCTYPE rss [<!ENTITY a "<b>tide</b>"><!ENTITY b SYSTEM "file:///etc/passwd">]>""",
        "<!DOCTYPE rss [<!ENTITY a 'tide'><!ENTITY b '&a;&a;&a;&a;'>]>",
    ],
)
def test_entities_that_reach_outside_or_multiply_are_refused(doctype: str) -> None:
    with pytest.raises(NotAFeed, match="entities"):
        read(f"<?xml version='1.0'?>{doctype}{rss('<item><title>&a;</title></item>')}")


def test_a_feed_that_looks_like_a_path_opens_no_file() -> None:
    with pytest.raises(NotAFeed):
        read(__file__)


@pytest.mark.parametrize("year", [1970, 2099])
def test_a_time_that_cannot_be_true_is_unknown(year: int) -> None:
    date = f"Thu, 01 Jan {year} 00:00:00 GMT"
    entry = only(rss(f"<item><title>Tide</title><pubDate>{date}</pubDate></item>"))
    assert entry.published is None


@pytest.mark.parametrize(
    ("told", "hour"),
    [
        ("Mon, 02 Mar 2026 10:00:00 GMT", 10),
        ("2 Mar 2026 10:00:00 EST", 15),
        ("2026-03-02T10:00:00+02:00", 8),
        ("Mo, 02 Mrz 2026 10:00:00 +0100", 9),
        ("lun., 2 mars 2026 10:00:00 +0100", 9),
        ("lunes, 2 de marzo de 2026 10:00:00 GMT", 10),
        ("Mon, 02 Mar 2026 10:00:00 ET", 15),
        ("2026-03-02 10:00 Europe/Vilnius", 8),
        ("Mon, 02 Mar 2026 10:00:00 \N{MINUS SIGN}0500", 15),
        ("2026年3月2日 午前10時00分", 10),
        ("יום שני, 2 מרץ 2026 10:00", 10),
    ],
)
def test_a_time_is_read_in_the_languages_of_its_sites(told: str, hour: int) -> None:
    entry = only(rss(f"<item><title>Tide</title><pubDate>{told}</pubDate></item>"))
    assert entry.published == datetime(2026, 3, 2, hour, tzinfo=UTC)


def test_the_caption_of_a_picture_is_not_the_summary() -> None:
    entry = only(
        """<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><item>
        <media:title>Picture</media:title><media:description>A gull</media:description>
        <title>Tide</title><description>It rose.</description></item></channel></rss>"""
    )
    assert (entry.title, entry.summary) == ("Tide", "It rose.")


def test_the_link_behind_a_counter_of_clicks_is_taken() -> None:
    entry = only(
        """<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><item>
        <title>Tide</title><link>https://clicks.example/1</link>
        <feedburner:origLink>https://harbour.example/tide</feedburner:origLink>
        </item></channel></rss>"""
    )
    assert entry.url == "https://harbour.example/tide"


def test_items_without_id_date_or_title_are_read() -> None:
    items = "<item><link>/a</link></item><item><description>It rose.</description></item><item/>"
    assert read(rss(items)).entries == (
        Entry(title="", url="https://harbour.example/a"),
        Entry(title="", summary="It rose."),
        Entry(title=""),
    )


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "data:x", "http://["]
)
def test_a_link_that_is_not_of_the_web_is_left_off(link: str) -> None:
    entry = only(rss(f"<item><title>Tide</title><link>{link}</link></item>"))
    assert entry.url is None


def test_a_guid_that_is_an_address_serves_as_the_link() -> None:
    guid = "https://harbour.example/tide"
    assert only(rss(f"<item><title>Tide</title><guid>{guid}</guid></item>")).url == guid


def test_a_whole_article_is_carried_and_a_teaser_is_not() -> None:
    def entry(content: str) -> Entry:
        told = f"<content:encoded><![CDATA[{content}]]></content:encoded>"
        spaces = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
        return only(
            f"<rss {spaces}><channel><item><title>Tide</title>{told}</item></channel></rss>"
        )

    whole = "<p>The tide rose over the pier of Halden.</p>" * 30
    assert entry(whole).content == whole
    assert entry("<p>The tide rose.</p>").content is None
    assert entry(whole + "<p>The tide […]</p>").content is None


def test_every_part_is_bounded() -> None:
    long = "tide " * 200_000
    entry = only(rss(f"<item><title>{long}</title><description>{long}</description></item>"))
    assert len(entry.title) <= 500
    assert len(entry.summary or "") <= 2000


@pytest.mark.parametrize(
    "content", ["<a " * 100_000, "<!--" * 100_000, "<" * 100_000, "<script>" * 9000]
)
def test_hostile_fragments_are_read_in_one_pass(content: str) -> None:
    words = plain_text(content)
    assert len(words) <= len(content)
    carries_article(words)


@given(st.lists(st.sampled_from(PARTS), max_size=40))
def test_whatever_the_bytes_they_are_a_feed_or_none(parts: list[str]) -> None:
    with contextlib.suppress(NotAFeed):
        read("".join(parts).encode("utf-8", "surrogatepass"))


def test_a_feed_and_its_failure_pass_from_process_to_process() -> None:
    feed = read(rss("<item><title>Tide</title></item>"))
    assert pickle.loads(pickle.dumps(feed)) == feed
    assert str(pickle.loads(pickle.dumps(NotAFeed("Tide.")))) == "Tide."


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Mara Lind", "Mara Lind"),
        ("m@harbour.example (Mara Lind)", "Mara Lind"),
        ("Mara Lind &lt;m@harbour.example&gt;", "Mara Lind"),
        ("m@harbour.example", None),
        ("", None),
        (None, None),
    ],
)
def test_an_author_has_a_name_and_no_mail_box(told: str | None, name: str | None) -> None:
    assert find_author(told) == name
