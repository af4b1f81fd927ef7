"""What is read where the extractor finds too little, or does not come to an end."""

import json

import pytest

from bot.errors import Unreadable
from bot.ingest.density import find_dense
from bot.ingest.extract import parse_page, parse_plainly
from bot.ingest.markup import drop_unread

LINES = tuple(
    f"The river at Halden rose by {n} metres on Monday night, the county said later."
    for n in range(2, 9)
)
PROSE = "".join(f"<p>{line}</p>" for line in LINES)
MENU = "<ul>" + "".join(f"<li><a href='/{n}'>Part {n} of the news</a></li>" for n in range(9))


def test_an_article_that_only_json_ld_carries_is_read() -> None:
    thing = {"@type": "NewsArticle", "headline": "Flood", "articleBody": "\n\n".join(LINES)}
    head = f'<script type="application/ld+json">{json.dumps(thing)}</script>'
    page = f"<html><head>{head}</head><body><div id=app></div></body></html>"
    article = parse_page(page.encode(), None)
    assert (article.title, article.text) == ("Flood", "\n\n".join(LINES))


def test_a_page_is_read_without_the_extractor() -> None:
    head = "<title>Flood in Halden | Post</title><meta property='og:site_name' content='Post'>"
    page = f"<html><head>{head}</head><body>{MENU}</ul><div>{PROSE}</div>{MENU}</body></html>"
    article = parse_plainly(page.encode(), "https://post.example/flood")
    assert article.text == "\n\n".join(LINES)
    assert (article.title, article.outlet) == ("Flood in Halden", "Post")


@pytest.mark.parametrize(
    "page",
    [
        "<p>" * 400_000,
        "<div " * 300_000,
        "<a>" * 300_000 + "x",
        "<nav>" * 300_000,
        "<!--" * 300_000,
        "<script>" * 200_000,
        "&" * 1_000_000,
        "<p " + "a=1 " * 300_000,
        "x<br>" * 300_000,
    ],
)
def test_the_simple_means_come_to_an_end_on_every_page(page: str) -> None:
    assert find_dense(page) == ()
    assert len(drop_unread(page)) <= len(page)
    with pytest.raises(Unreadable):
        parse_plainly(page.encode(), None)


def test_a_page_that_is_large_by_its_scripts_alone_is_read() -> None:
    scripts = f"<script>{'x = 1;' * 200_000}</script><style>{'p {} ' * 200_000}</style>" * 2
    page = f"<html><head>{scripts}</head><body><article>{PROSE}</article></body></html>"
    assert len(page) > 4_000_000
    assert parse_page(page.encode(), None).text == "\n\n".join(LINES)
