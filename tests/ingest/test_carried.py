"""An article that only the scripts of a page carry is read; what else they say is not."""

import json

import pytest

from bot.errors import NewsError, PageClosed
from bot.ingest.extract import parse_page

LINES = tuple(
    f"The river at Halden rose by {n} metres on Monday night, the county said later that day."
    for n in range(2, 10)
)
HTML = "".join(f"<p>{line}</p>" for line in LINES)
BLOCKS = [{"type": "paragraph", "id": f"b{n}", "text": line} for n, line in enumerate(LINES)]
POST = {"headline": "Flood", "blocks": BLOCKS}
SCRIPTS = [
    f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": POST})}</script>',
    f'<script type="application/json">{json.dumps({"post": {"contentHtml": HTML}})}</script>',
    f"<script>window.__NUXT__={{data:[{{title:'Flood',body:{json.dumps(HTML)}}}]}}</script>",
    f"<script>window.__STATE__ = {json.dumps({'paragraphs': LINES})};</script>",
    f"<script>self.push([1, {json.dumps(json.dumps(['$', LINES]))}])</script>",
    f'<script type="application/json">{json.dumps({"body": json.dumps(POST)})}</script>',
]


def make_page(script: str, body: str = "", title: str = "Flood in Halden") -> bytes:
    root = f'<div id="root">{body}</div><noscript>You need to enable JavaScript.</noscript>'
    return f"<html><head><title>{title}</title></head><body>{root}{script}</body></html>".encode()


@pytest.mark.parametrize("script", SCRIPTS)
def test_an_article_that_a_script_would_set_is_read(script: str) -> None:
    article = parse_page(make_page(script), "https://post.example/flood")
    assert (article.title, article.text) == ("Flood in Halden", "\n\n".join(LINES))


@pytest.mark.parametrize(
    ("script", "title"),
    [
        (SCRIPTS[3], "Gulls return"),  # of another story
        (f"<script>let words = {json.dumps(LINES[:2])}</script>", "Flood in Halden"),
        ('<script>let words = {"a": "It rose by', "Flood in Halden"),
    ],
)
def test_what_scripts_say_else_is_no_article(script: str, title: str) -> None:
    with pytest.raises(NewsError):
        parse_page(make_page(script, title=title), "https://post.example/flood")


def test_what_only_subscribers_are_shown_is_not_taken_from_a_script() -> None:
    wall = f"<p>{LINES[0]}</p><p>Subscribe to continue reading.</p>"
    with pytest.raises(PageClosed):
        parse_page(make_page(SCRIPTS[0], wall), "https://post.example/flood")


def test_an_article_that_is_shown_is_not_looked_for_in_scripts() -> None:
    shown = "".join(f"<p>{line.replace('Halden', 'Marsh')}</p>" for line in LINES[:4])
    article = parse_page(make_page(SCRIPTS[0], f"<article>{shown}</article>"), None)
    assert "Halden" not in article.text
    assert article.text.count("Marsh") == 4


@pytest.mark.parametrize(
    "script", ['"\\' * 300_000, '"' * 300_001, "<p>" * 200_000, '"<br>' * 99_999]
)
def test_scripts_that_are_made_to_hold_us_up_come_to_an_end(script: str) -> None:
    with pytest.raises(NewsError):
        parse_page(make_page(f"<script>{script}</script>"), None)
