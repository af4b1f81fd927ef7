"""Pages as publishers make them, and as nobody should."""

from datetime import UTC, datetime

import pytest

from bot.errors import Unreadable
from bot.ingest.extract import parse_page

FIRST = (
    "The river Orle burst its banks in Halden on Monday, and three hundred people were led out of "
    "their homes before noon."
)
SECOND = "“We have never seen the water this high,” said the mayor, Ada Brandt."
THIRD = (
    "The last flood of this size was in 1987, when the old mill was lost and two bridges had to be "
    "built again at great cost."
)
STANDFIRST = "Hundreds were led to safety as the water reached the market square."
PAGE = f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>River bursts its banks in Halden | News | Halden Post</title>
<meta property="og:title" content="River bursts its banks in Halden | Halden Post">
<meta property="og:site_name" content="Halden Post">
<meta property="article:published_time" content="2026-09-14T17:20:00+02:00">
<meta name="author" content="Mara Lind">
<link rel="canonical" href="/2026/flood">
</head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<div class="cookie-banner">We use cookies to make this site better. Accept all</div>
<main><article>
<h1>River bursts its banks in Halden</h1>
<p class="article__standfirst">{STANDFIRST}</p>
<p>By Mara Lind</p><p>Published 14 September 2026</p><p>3 min read</p>
<figure><img src="a.jpg"><figcaption>The market square at noon</figcaption></figure>
<p>HALDEN, Sept 14 (Agency) - {FIRST}</p>
<p class="credit">Tor Ek</p>
<p>{SECOND.replace("water", "<em>water</em>")}</p>
<p><a href="/mayor">Mayor is under pressure over the dam</a></p>
<p>Read more: <a href="/dam">How the town built its dam</a></p>
<aside class="newsletter"><p>Sign up to our newsletter and never miss a story.</p></aside>
<blockquote><p>“We have never seen the water this high”</p></blockquote>
<p>{THIRD}</p>
<p>Mara Lind is a reporter at the Halden Post.</p>
</article></main>
<footer>© 2026 Halden Post. All rights reserved.</footer>
</body></html>"""


def test_a_page_becomes_an_article_and_nothing_else() -> None:
    article = parse_page(PAGE.encode(), "https://haldenpost.example/2026/flood?utm_source=x")
    assert article.title == "River bursts its banks in Halden"
    assert article.standfirst == STANDFIRST
    assert article.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert article.outlet == "Halden Post"
    assert article.author == "Mara Lind"
    assert article.published == datetime(2026, 9, 14, 15, 20, tzinfo=UTC)
    assert article.url == "https://haldenpost.example/2026/flood"
    assert article.language == "en"


def test_what_a_page_does_not_say_is_left_off() -> None:
    page = f"<html><body><article><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article></body>"
    article = parse_page(page.encode(), None)
    assert article.title == ""
    assert (article.outlet, article.url, article.author) == (None, None, None)
    assert (article.published, article.language, article.standfirst) == (None, None, None)


def test_what_json_ld_says_is_read() -> None:
    linked = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
        {"@type": ["NewsArticle"], "headline": "Flood in Halden", "inLanguage": "en",
         "datePublished": "2026-09-14", "publisher": {"name": "Halden Post"},
         "author": [{"name": "Mara Lind"}, {"name": "Tor Ek"}]}]}</script>"""
    page = f"<html><head>{linked}</head><body><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></body>"
    article = parse_page(page.encode(), None)
    assert (article.title, article.outlet) == ("Flood in Halden", "Halden Post")
    assert article.author == "Mara Lind, Tor Ek"
    assert article.published == datetime(2026, 9, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    "canonical", ["javascript:alert(1)", "/", "https://haldenpost.example/", "http://[::1", ""]
)
def test_an_address_that_is_none_of_the_article_gives_way_to_where_it_was_found(
    canonical: str,
) -> None:
    page = PAGE.replace("/2026/flood", canonical)
    found = "https://haldenpost.example/found"
    assert parse_page(page.encode(), found).url == found


def test_a_malformed_page_is_read_as_far_as_it_goes() -> None:
    page = f"<html><body><div><p>{FIRST}<p>{SECOND}</b></div></i><p>{THIRD}<table><tr"
    assert parse_page(page.encode(), None).text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_a_line_break_inside_a_sentence_does_not_end_its_paragraph() -> None:
    broken = THIRD.replace(" when", " when<br>")
    page = f"<html><body><article><p>{FIRST}</p><p>{SECOND}</p><p>{broken}</p></article></body>"
    assert parse_page(page.encode(), None).text.endswith(THIRD)


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ("", "The page is empty."),
        ("<html></html>", "The page has no article that we can find."),
        ("<html>" + " " * 2_000_000, "The page is too large: more than 2 MB."),
        ("<html><body>" + "<div>" * 300_000, "The page has no article that we can find."),
        ("<html><body>" + "<b><p>" * 2_000 + "x", "The page has no article that we can find."),
        ("%PDF-1.4", "The page is binary, not text."),
    ],
    ids=["empty", "bare", "large", "deep", "crossed", "binary"],
)
def test_a_page_without_an_article_is_refused_with_a_sentence(page: str, sentence: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse_page(page.encode(), None)
    assert str(refused.value) == sentence


def test_hostile_json_ld_costs_only_itself() -> None:
    linked = f'<script type="application/ld+json">{"[" * 500_000}</script>'
    page = PAGE.replace("</head>", f"{linked}</head>")
    assert parse_page(page.encode(), None).text.startswith(FIRST)


def test_elements_that_a_site_has_made_up_are_parts_or_spans_as_browsers_show_them() -> None:
    told = [f"The river rose by {n} metres in Halden, the county said." for n in range(2, 8)]
    marked = [line.replace("metres", "<hp-unit>metres</hp-unit>") for line in told]
    parts = "".join(f"<hp-text>{line}</hp-text>" for line in marked)
    page = f"<html><title>Flood in Halden</title><body><hp-body>{parts}</hp-body></body></html>"
    assert parse_page(page.encode(), None).text == "\n\n".join(told)
