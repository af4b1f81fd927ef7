"""Every item of a feed is read with all it says, whatever format it is in and whatever is wrong."""

import html
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.ingest.parse import parse_feed
from bot.model import Entry
from tests.ingest.feeds import NOW

URL = "https://harbour.example/feeds/news"
ITEMS = (
    Entry(
        title="Zoë & José’s “Åland” café opens",
        url="https://harbour.example/cafe?a=1&b=2",
        guid="t-1",
        published=datetime(2026, 3, 9, 9, 30, 15, tzinfo=UTC),
        author="Mara Lind",
        summary="The café opened – with 40 guests & a band.",
    ),
    Entry(
        title="Müller’s “no” to the quay",
        url="https://harbour.example/quay",
        guid="t-2",
        published=datetime(2026, 3, 8, 18, 0, tzinfo=UTC),
        author="Jörg Übel",
        summary="Müller said the plan was wrong.",
    ),
)


def escape(text: str | None) -> str:
    return html.escape(text or "", quote=False)


def rss(version: str = "2.0") -> str:
    items = "".join(
        f"<item>\n<title>{escape(one.title)}</title>\n<link>{escape(one.url)}</link>\n"
        f'<guid isPermaLink="false">{one.guid}</guid>\n'
        f"<pubDate>{one.published:%a, %d %b %Y %H:%M:%S +0000}</pubDate>\n"
        f"<dc:creator>{one.author}</dc:creator>\n"
        f"<description>{escape(escape(one.summary))}</description>\n</item>\n"
        for one in ITEMS
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="{version}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>\n<title>Harbour Times</title>\n'
        f"<link>https://harbour.example/</link>\n{items}</channel>\n</rss>\n"
    )


def rdf(namespace: str = "http://purl.org/rss/1.0/") -> str:
    items = "".join(
        f'<item rdf:about="{one.guid}">\n<title>{escape(one.title)}</title>\n'
        f"<link>{escape(one.url)}</link>\n<dc:date>{one.published:%Y-%m-%dT%H:%M:%SZ}</dc:date>\n"
        f"<dc:identifier>{one.guid}</dc:identifier><dc:creator>{one.author}</dc:creator>\n"
        f"<description>{escape(escape(one.summary))}</description>\n</item>\n"
        for one in ITEMS
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rdf:RDF '
        f'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{namespace}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>\n<title>Harbour Times</title>\n'
        f"<link>https://harbour.example/</link>\n</channel>\n{items}</rdf:RDF>\n"
    )


def atom(root: str = '<feed xmlns="http://www.w3.org/2005/Atom">', date: str = "published") -> str:
    items = "".join(
        f"<entry>\n<title>{escape(one.title)}</title>\n"
        f'<link rel="alternate" href="{escape(one.url)}"/>\n<id>{one.guid}</id>\n'
        f"<{date}>{one.published:%Y-%m-%dT%H:%M:%SZ}</{date}>\n"
        f"<author><name>{one.author}</name></author>\n"
        f"<summary>{escape(one.summary)}</summary>\n</entry>\n"
        for one in ITEMS
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n{root}\n<title>Harbour Times</title>\n'
        f'<link rel="alternate" href="https://harbour.example/"/>\n{items}</feed>\n'
    )


def json_feed(version: str = "1.1") -> str:
    items = [
        {
            "id": one.guid,
            "url": one.url,
            "title": one.title,
            "date_published": f"{one.published:%Y-%m-%dT%H:%M:%SZ}",
            "authors": [{"name": one.author}],
            "content_text": one.summary,
        }
        for one in ITEMS
    ]
    site = "https://harbour.example/"
    told = {"title": "Harbour Times", "home_page_url": site, "items": items}
    kind = {"version": f"https://jsonfeed.org/version/{version}"}
    return json.dumps(kind | told, ensure_ascii=False)


XML = {
    "RSS 2.0": rss(),
    "RSS 0.92": rss("0.92"),
    "RSS 1.0": rdf(),
    "RSS 0.90": rdf("http://my.netscape.com/rdf/simple/0.9/"),
    "Atom 1.0": atom(),
    "Atom 0.3": atom('<feed version="0.3" xmlns="http://purl.org/atom/ns#">', "issued"),
}
JSON = {"JSON Feed 1.1": json_feed(), "JSON Feed 1.0": json_feed("1.0")}

Fault = Callable[[str], str | bytes]


def undeclared(feed: str) -> str:
    return feed.replace(' encoding="utf-8"', "")


def each(feed: str, change: Callable[[dict[str, object]], object]) -> str:
    told = json.loads(feed)
    for item in told["items"]:
        change(item)
    return json.dumps(told, ensure_ascii=False)


ANY_FAULT: dict[str, Fault] = {
    "none": lambda feed: feed,
    "a mark": lambda feed: b"\xef\xbb\xbf" + feed.encode(),
    "two marks": lambda feed: 2 * b"\xef\xbb\xbf" + feed.encode(),
    "blank lines first": lambda feed: f"\r\n\n  {feed}",
    "NULs": lambda feed: feed.replace("Times", "Ti\0mes\0"),
    "UTF-16": lambda feed: feed.encode("utf-16"),
    "UTF-16 LE without mark": lambda feed: feed.encode("utf-16-le"),
    "UTF-16 BE without mark": lambda feed: feed.encode("utf-16-be"),
    "UTF-32": lambda feed: feed.encode("utf-32"),
    "UTF-32 BE without mark": lambda feed: feed.encode("utf-32-be"),
    "line ends of Windows": lambda feed: feed.replace("\n", "\r\n"),
    "words behind it": lambda feed: f"{feed}\nFatal error: out of memory on line 4",
    "a script behind it": lambda feed: f"{feed}<!-- 0.2 s --><script>x()</script>",
}
XML_FAULT: dict[str, Fault] = {
    "Latin-1 declared as UTF-8": lambda feed: feed.encode("cp1252"),
    "Latin-1 undeclared": lambda feed: undeclared(feed).encode("cp1252"),
    "UTF-8 declared as Latin-1": lambda feed: feed.replace('"utf-8"', '"iso-8859-1"'),
    "UTF-8 declared as UTF-16": lambda feed: feed.replace('"utf-8"', '"utf-16"'),
    "an unknown encoding": lambda feed: feed.replace('"utf-8"', '"x-odd"'),
    "no declaration": lambda feed: feed.partition("\n")[2],
    "two declarations": lambda feed: f"{feed.partition(chr(10))[0]}\n{feed}",
    "a comment first": lambda feed: f"<!-- tide -->\n{feed}",
    "a warning first": lambda feed: f"<br />\n<b>Warning</b>: odd in <b>/a.php</b><br />\n{feed}",
    "ampersands": lambda feed: feed.replace("&amp;", "&"),
    "letters of HTML": lambda feed: feed.replace("é", "&eacute;").replace("“", "&ldquo;"),
    "numbered letters": lambda feed: "".join(c if c.isascii() else f"&#X{ord(c):X};" for c in feed),
    "letters of Windows": lambda feed: feed.replace("’", "&#146;").replace("–", "&#150;"),
    "the last item open": lambda feed: re.sub(r"</(?:item|entry)>\n(?!<item|<entry).*", "", feed),
    "cut in the last tag": lambda feed: feed[:-8],
    "items open": lambda feed: re.sub(r"</(?:item|entry)>", "", feed),
    "titles open": lambda feed: feed.replace("</title>\n<link", "\n<link"),
    "titles closed wrongly": lambda feed: feed.replace("</title>", "</titel>"),
    "ends of tags astray": lambda feed: re.sub(r"<(item|entry)", r"</p></div><\1", feed),
    "prefixes undeclared": lambda feed: re.sub(r' xmlns:dc="[^"]*"', "", feed),
    "no namespace": lambda feed: re.sub(r' xmlns="[^"]*"', "", feed),
    "a style sheet": lambda feed: feed.replace("?>\n", '?>\n<?xml-stylesheet href="a"?>\n', 1),
    "a page around it": lambda feed: f"<html><body><pre>{feed}</pre></body></html>",
    "a document type": lambda feed: feed.replace(
        "?>\n", '?>\n<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>\n', 1
    ),
}
ATOM_FAULT: dict[str, Fault] = {
    "all prefixed": lambda feed: re.sub(
        r"(</?)(feed|title|link|id|published|issued|entry|author|name|summary)\b", r"\1x:\2", feed
    ).replace(" xmlns=", " xmlns:x="),
    "links as text": lambda feed: re.sub(
        r'<link rel="alternate" href="([^"]*)"/>', r"<link>\1</link>", feed
    ),
    "other links first": lambda feed: feed.replace(
        "<entry>", '<entry><link rel="self" href="/api"/><link rel="enclosure" href="/a.mp3"/>'
    ),
    "a relation as an address": lambda feed: feed.replace(
        '"alternate"', '"http://www.iana.org/assignments/relation/alternate"'
    ),
    "a base": lambda feed: feed.replace(
        "<entry>", '<entry xml:base="https://harbour.example/x/">'
    ).replace('href="https://harbour.example/', 'href="../'),
    "HTML": lambda feed: re.sub(
        "<(title|summary)>(.*?)</",
        lambda part: f'<{part[1]} type="html">&lt;b&gt;{escape(part[2])}&lt;/b&gt;</',
        feed,
    ),
}
RSS_FAULT: dict[str, Fault] = {
    "links in CDATA": lambda feed: re.sub(
        "<link>(.*?)</link>", lambda a: f"<link><![CDATA[{html.unescape(a[1])}]]></link>", feed
    ),
    "links serialised as HTML": lambda feed: re.sub("<link>(.*?)</link>", r"<link/>\1", feed),
    "links as Atom": lambda feed: re.sub("<link>(.*?)</link>", r'<link href="\1"/>', feed),
    "relative links": lambda feed: feed.replace("<link>https://harbour.example/", "<link>/"),
    "titles of films": lambda feed: feed.replace("<item>\n<title>", "<item>\n<media:title>"),
    "words in CDATA": lambda feed: re.sub(
        "<(title|description)>(.*?)</",
        lambda a: f"<{a[1]}>\n <![CDATA[ {html.unescape(a[2])} ]]></",
        feed,
    ),
    "a picture with words": lambda feed: feed.replace(
        "<item>", "<item><image><title>Odd</title><link>/odd</link></image>"
    ),
    "dates of ISO 8601": lambda feed: feed.replace(
        "Mon, 09 Mar 2026 09:30:15 +0000", "2026-03-09T09:30:15Z"
    ),
}
JSON_FAULT: dict[str, Fault] = {
    "authors as names": lambda feed: re.sub(r'\{"name": ("[^"]*")\}', r"\1", feed),
    "an author as before": lambda feed: re.sub(r'"authors": \[(.*?)\]', r'"author": \1', feed),
    "commas too many": lambda feed: feed.replace("}]}", "},],}"),
    "letters of HTML": lambda feed: feed.replace("Zoë & ", "Zo&euml; &amp; "),
    "an address of another site": lambda feed: feed.replace('"url"', '"external_url"'),
    "no version": lambda feed: re.sub(r'"version": "[^"]*", ', "", feed),
    "HTML": lambda feed: each(
        feed,
        lambda one: one.update(content_html=f"<p>{escape(str(one.pop('content_text')))}</p>"),
    ),
    "times of a program": lambda feed: feed.replace('"2026-03-09T09:30:15Z"', "1773048615000"),
    "cut off": lambda feed: feed[:-2],
}
CASES = [
    *((name, fault, ANY_FAULT) for name in XML | JSON for fault in ANY_FAULT),
    *((name, fault, XML_FAULT) for name in XML for fault in XML_FAULT),
    *((name, fault, ATOM_FAULT) for name in XML if "Atom" in name for fault in ATOM_FAULT),
    *((name, fault, RSS_FAULT) for name in ("RSS 2.0", "RSS 0.92") for fault in RSS_FAULT),
    *((name, fault, JSON_FAULT) for name in JSON for fault in JSON_FAULT),
]


@pytest.mark.parametrize(
    ("name", "fault", "faults"), CASES, ids=[f"{name}: {fault}" for name, fault, _ in CASES]
)
def test_every_item_is_read_whatever_is_wrong(
    name: str, fault: str, faults: dict[str, Fault]
) -> None:
    told = faults[fault]((XML | JSON)[name])
    content = told if isinstance(told, bytes) else told.encode()
    feed = parse_feed(content, None, URL, now=NOW)
    assert feed.title == "Harbour Times"
    assert [read_back(one) for one in feed.entries] == list(ITEMS)


def read_back(entry: Entry) -> Entry:
    """An entry as the table has it: what some formats say twice is left off."""
    return Entry(
        title=entry.title,
        url=entry.url,
        guid=entry.guid,
        published=entry.published,
        author=entry.author,
        summary=entry.summary,
    )
