"""Lists of feeds as readers export them, and as attackers would."""

import contextlib

import pytest

from bot.errors import NotAFeed
from bot.ingest.opml import MOST_FEEDS, FeedList, parse_opml
from bot.model import FeedLink

HARBOUR = FeedLink("https://harbour.example/feed", "Harbour")
OUTLINE = '<outline type="rss" text="Harbour" xmlUrl="https://harbour.example/feed"/>'


def read(body: str) -> FeedList:
    return parse_opml(f"<opml version='2.0'><body>{body}</body></opml>".encode())


@pytest.mark.parametrize(
    "outline",
    [
        OUTLINE,
        OUTLINE.replace("xmlUrl", "xmlurl"),
        OUTLINE.replace("xmlUrl", "URL"),
        OUTLINE.replace('type="rss" ', ""),
        OUTLINE.replace("text=", "title="),
        OUTLINE.replace('"', "'"),
        OUTLINE.replace("/>", "></outline>"),
        OUTLINE.replace("<outline", "<OUTLINE\n  "),
        OUTLINE.replace("https://harbour", "feed:https://harbour"),
        f'<outline type="rss"><outline>{OUTLINE}</outline></outline>',
        f'<!-- <outline xmlUrl="https://old.example"/> -->{OUTLINE}',
        f'<outline type="link" url="https://page.example/"/>{OUTLINE}',
        f'<outline type="include" url="https://list.example/a.opml"/>{OUTLINE}',
        f'{OUTLINE}<outline text="broken ',
    ],
)
def test_a_feed_is_found_however_its_outline_is_written(outline: str) -> None:
    assert read(outline) == FeedList((HARBOUR,))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-16-le"])
@pytest.mark.parametrize("declared", ["", "<?xml version='1.0' encoding='iso-8859-1'?>"])
def test_a_file_is_read_whatever_it_says_of_its_encoding(encoding: str, declared: str) -> None:
    told = f'{declared}<opml><outline text="Zoë & Søn" xmlUrl="https://z.example/a"/></opml>'
    (feed,) = parse_opml(told.encode(encoding)).feeds
    assert feed.title == "Zoë & Søn"


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("Caf&eacute; &amp; Sea", "Café & Sea"),
        ("Harbour &amp;amp; Sea", "Harbour & Sea"),
        ("3 &lt; 4 > 2", "3 < 4 > 2"),
        ("Tom & Jerry", "Tom & Jerry"),
        ("  High\n tide ", "High tide"),
        ("&#x1F30A; &#233;", "🌊 é"),
    ],
)
def test_a_title_is_read_with_its_entities(told: str, title: str) -> None:
    (feed,) = read(f'<outline text="{told}" xmlUrl="https://h.example/a"/>').feeds
    assert feed.title == title


def test_each_feed_counts_once_whatever_varies_in_its_address() -> None:
    urls = ("https://h.example/feed", "http://h.example/feed", "https://www.h.example/feed/")
    urls += ("https://h.example/feed?utm_source=list", "https://h.example/feed#top")
    listed = read("".join(f'<outline xmlUrl="{url}"/>' for url in urls))
    assert listed.feeds == (FeedLink("https://h.example/feed"),)
    assert listed.repeated == 4


def test_what_cannot_be_a_feed_is_refused_by_name_and_costs_no_other() -> None:
    bad = ("javascript:alert(1)", "file:///etc/passwd", "harbour", "http://[::1", "https://")
    bad += ("https://user:word@harbour.example/feed",)
    body = "".join(f'<outline type="rss" text="{n}" xmlUrl="{u}"/>' for n, u in enumerate(bad))
    listed = read(f'{body}<outline type="rss" text="empty"/>{OUTLINE}')
    assert listed.feeds == (HARBOUR,)
    assert [one.told for one in listed.refused] == ["0", "1", "2", "3", "4", "5", "empty"]
    assert all(one.reason.endswith(".") for one in listed.refused)


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE opml SYSTEM "http://127.0.0.1/x.dtd">',
        '<?xml version="1.0"?>\n<!doctype opml [ <!ENTITY % x SYSTEM "file:///etc/passwd"> %x; ]>',
        '<!DOCTYPE opml PUBLIC "-//X//EN" "x.dtd">',
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
    ],
)
def test_entities_and_other_documents_are_refused(prolog: str) -> None:
    with pytest.raises(NotAFeed, match="entities"):
        parse_opml(f"{prolog}<opml><body>{OUTLINE}</body></opml>".encode())


def test_a_plain_document_type_and_an_undeclared_entity_do_no_harm() -> None:
    told = f"<!DOCTYPE opml><opml><outline text='&xxe;' xmlUrl='https://x.example'/>{OUTLINE}"
    assert parse_opml(told.encode()).feeds[0].title == "&xxe;"


@pytest.mark.parametrize(
    "other", [b"", b"<html><p>Tide</p></html>", b"\x89PNG\0\0", b"{}", b"\0" * 99]
)
def test_another_file_is_refused_in_a_sentence(other: bytes) -> None:
    with pytest.raises(NotAFeed, match="no OPML file"):
        parse_opml(other)


@pytest.mark.parametrize(
    "hostile",
    [
        b"<outline a=\"'" * 300_000,
        b"<outline " + b"a=\"b' " * 1_000_000,
        b"<outline " + b"a" * 5_000_000,
        b"<outline " + b"a= " * 2_000_000,
        b"<!DOCTYPE x " * 500_000 + b"<outline>",
        b"<outline><!--" * 90_000,
        b'<outline text="' + b"&amp" * 1_000_000 + b'"/>',
        b"<outline text='a'>" * 99_999,
    ],
    ids=lambda told: told[:24].decode(),
)
def test_a_file_made_to_be_slow_is_read_as_any_other(hostile: bytes) -> None:
    with contextlib.suppress(NotAFeed):
        assert parse_opml(hostile).feeds == ()


def test_a_file_that_is_too_long_or_lists_too_much_is_told_so() -> None:
    with pytest.raises(NotAFeed, match="20 MB"):
        parse_opml(b" " * 20_000_001)
    with pytest.raises(NotAFeed, match="outlines"):
        parse_opml(b"<outline>" * 100_001)
    many = "".join(f"<outline xmlUrl='https://h.example/{n}'/>" for n in range(MOST_FEEDS + 2))
    listed = read(many)
    assert (len(listed.feeds), len(listed.refused)) == (MOST_FEEDS, 2)
