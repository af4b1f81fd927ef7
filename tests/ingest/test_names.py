"""Parts of a feed under other names, in other places and within each other are still found."""

from datetime import UTC, datetime

import pytest

from tests.ingest.feeds import only, read, rss

TIDE = "<title>Tide</title><link>https://harbour.example/tide</link>"
MORNING = datetime(2026, 3, 2, 10, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "told",
    [
        "<publishedDate>2026-03-02 10:30</publishedDate>",
        "<pub_date>2026-03-02 10:30</pub_date>",
        "<prism:publicationDate>2026-03-02T10:30:00Z</prism:publicationDate>",
        "<timestamp>1772447400</timestamp>",
        "<atom:updated>2026-03-02T10:30:00Z</atom:updated>",
        '<dcterms:date xsi:type="dcterms:W3CDTF">2026-03-02T10:30:00Z</dcterms:date>',
    ],
)
def test_a_date_is_found_under_whatever_name(told: str) -> None:
    assert only(rss(f"<item>{TIDE}{told}</item>")).published == MORNING


def test_the_date_of_the_standard_comes_before_any_other() -> None:
    dates = "<pubDate>2 Mar 2026 10:30 GMT</pubDate><timestamp>1700000000</timestamp>"
    assert only(rss(f"<item>{TIDE}{dates}</item>")).published == MORNING


@pytest.mark.parametrize(
    "told",
    [
        "<creator>Mara Lind</creator>",
        "<byline>By Mara Lind</byline>",
        "<author><name>Mara Lind</name><email>m@harbour.example</email></author>",
    ],
)
def test_an_author_is_found_under_whatever_name(told: str) -> None:
    assert only(rss(f"<item>{TIDE}{told}</item>")).author == "Mara Lind"


@pytest.mark.parametrize("name", ["yandex:full-text", "fulltext", "encoded"])
def test_a_whole_text_is_found_under_whatever_name(name: str) -> None:
    words = "The river rose. " * 60
    entry = only(
        rss(f"<item>{TIDE}<description>Rose.</description><{name}>{words}</{name}></item>")
    )
    assert (entry.summary, entry.content) == ("Rose.", words.strip())


def test_what_is_said_of_a_film_serves_where_the_item_has_empty_parts() -> None:
    entry = only(
        """<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><item>
        <title></title><description><![CDATA[ ]]></description>
        <media:title>Tide</media:title><media:description>It rose.</media:description>
        </item></channel></rss>"""
    )
    assert (entry.title, entry.summary) == ("Tide", "It rose.")


@pytest.mark.parametrize(
    "block",
    [
        "<related><link>https://harbour.example/gulls</link></related>",
        "<author><name>Mara Lind</name><link>https://harbour.example/lind</link></author>",
        "<link>https://harbour.example/gulls</link>",
    ],
)
def test_the_first_of_several_links_is_that_of_the_item(block: str) -> None:
    assert only(rss(f"<item>{TIDE}{block}</item>")).url == "https://harbour.example/tide"


def test_an_address_without_its_scheme_is_one_where_it_names_the_site() -> None:
    item = "<item><title>Tide</title><link>harbour.example/tide</link></item>"
    assert only(rss(item)).url == "https://harbour.example/tide"


@pytest.mark.parametrize(
    "stumble",
    [
        "<gml:pos>58.9 11.4</gml:pos>",
        "<textInput><title>Search</title><link>/search</link></textInput>",
    ],
)
def test_a_part_that_the_parser_stumbles_over_costs_no_feed(stumble: str) -> None:
    entry = only(rss(f"<item>{TIDE}{stumble}</item>"))
    assert (entry.title, entry.url) == ("Tide", "https://harbour.example/tide")


@pytest.mark.parametrize("before", ["", "<?xml version='1.0'?>"])
def test_what_a_document_type_stands_for_is_kept(before: str) -> None:
    declared = f'{before}<!DOCTYPE rss [<!ENTITY port "Halden"><!ENTITY sea "Gull Sea">]>'
    item = "<item><title>&port; on &sea;</title></item>"
    assert only(declared + rss(item)).title == "Halden on Gull Sea"


@pytest.mark.parametrize("alt", ["5 > 3", "the <br /> tide", "it's > here"])
def test_what_stands_in_an_attribute_is_no_text(alt: str) -> None:
    words = f'<description><![CDATA[<img alt="{alt}" src=x>It rose.]]></description>'
    assert read(rss(f"<item>{TIDE}{words}</item>")).entries[0].summary == "It rose."
