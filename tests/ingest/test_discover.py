"""From a site's address to its feed."""

import pytest

from bot.ingest.discover import MOST_LINKS, common_feeds, find_feeds

URL = "https://harbour.example/news/"


def urls(page: str) -> list[str]:
    return [feed.url for feed in find_feeds(page.encode(), URL)]


def test_declared_feeds_come_with_their_titles_and_comments_last() -> None:
    page = """
      <LINK rel=alternate type=application/rss+xml title='Tide &amp; wind &raquo; Comments Feed'
            href=/comments/feed/>
      <link rel="alternate" type="application/rss+xml" title="Tide &amp; wind" href="/feed/" />
      <link rel="alternate" type="application/atom+xml" href="atom.xml">
      <link rel="alternate" type="application/feed+json" href="https://cdn.example/feed.json">"""
    feeds = find_feeds(page.encode(), URL)
    assert [feed.url for feed in feeds] == [
        "https://harbour.example/feed/",
        "https://harbour.example/news/atom.xml",
        "https://cdn.example/feed.json",
        "https://harbour.example/comments/feed/",
    ]
    assert feeds[0].title == "Tide & wind"
    assert feeds[1].title is None


@pytest.mark.parametrize(
    "tag",
    [
        '<link rel="stylesheet" type="text/css" href="/rss.css">',
        '<link rel="alternate" hreflang="de" href="https://harbour.example/de/">',
        '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/7">',
        '<link rel="alternate" type="application/json+oembed" href="/oembed?url=feed">',
        '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
        '<link rel="alternate" type="application/rss+xml" href="">',
        '<!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->',
        '<a href="/feeding-gulls">Gulls</a>',
    ],
)
def test_what_is_no_feed_is_not_offered(tag: str) -> None:
    assert urls(tag) == []


def test_the_links_of_a_page_are_taken_only_where_it_declares_none() -> None:
    anchors = '<a href="/rss/">Feed</a><a href="/tide">Tide</a>'
    assert urls(anchors) == ["https://harbour.example/rss/"]
    declared = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    assert urls(anchors + declared) == ["https://harbour.example/feed"]


def test_links_to_other_sites_are_taken_only_where_there_is_no_other() -> None:
    reader = '<a href="https://reader.example/subscribe/feed/harbour">Follow us</a>'
    assert urls(reader) == ["https://reader.example/subscribe/feed/harbour"]
    assert urls(reader + '<a href="/rss">RSS</a>') == ["https://harbour.example/rss"]


def test_a_base_is_kept() -> None:
    page = '<base href="/x/"><link rel="alternate" type="application/rss+xml" href="feed">'
    assert urls('<base href="/x/">' + page.replace("/x/", "/y/")) == urls(page)
    assert urls(page) == ["https://harbour.example/x/feed"]


def test_a_feed_is_offered_once_and_not_too_many() -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/feed?n={}">'
    assert len(urls(link.format(1) * 9)) == 1
    assert len(urls("".join(link.format(number) for number in range(99)))) == MOST_LINKS


def test_common_feeds_lie_at_the_root_of_the_site() -> None:
    assert "https://harbour.example/feed.xml" in common_feeds("https://harbour.example/a/b?c=d")


@pytest.mark.parametrize(
    "page",
    [
        *("", "\0" * 9, "<link " * 50_000, "<!--" * 50_000, '<link a="' * 50_000),
        *("<base href=http://[>", f"<link rel=feed href={'a' * 1_000_000}>"),
    ],
)
def test_hostile_pages_offer_nothing(page: str) -> None:
    assert urls(page) == []


def test_a_page_that_only_reloads_itself_sends_nobody_on() -> None:
    page = b"<meta http-equiv='refresh' content='300; url=https://harbour.example/'>"
    assert find_feeds(page, "https://harbour.example") == ()
    page += b"<a href='/rss'>RSS</a>"
    assert [link.url for link in find_feeds(page, "https://harbour.example")] == [
        "https://harbour.example/rss"
    ]
