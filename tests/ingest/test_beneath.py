"""Author and time are read from beneath the headline, however a page marks them."""

from datetime import UTC, datetime

import pytest

from bot.ingest.extract import parse_page

PROSE = "".join(
    f"<p>The river at Halden rose by {n} metres on Monday night, the county said.</p>"
    for n in range(2, 9)
)
DAY = datetime(2026, 3, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("beneath", "author"),
    [
        ("<div>Mar 4, 2026</div>", None),
        ("<font size=1>Wednesday, March 4, 2026</font>", None),
        ("<i>by Mara Lind</i><br>4 March 2026", "Mara Lind"),
        ("<span>By</span> <span>Mara Lind</span><span>4 March 2026</span>", "Mara Lind"),
        ("<div>Words by Mara Lind</div><div>2026年3月4日</div>", "Mara Lind"),
        ("<p>The town had an hour.</p><b>Von Mara Lind</b> <b>4. März 2026</b>", "Mara Lind"),
    ],
)
def test_what_stands_beneath_the_headline_is_read(beneath: str, author: str | None) -> None:
    page = f"<html><title>Flood in Halden</title><h2>Flood in Halden</h2>{beneath}{PROSE}</html>"
    article = parse_page(page.encode(), "https://post.example/flood")
    assert (article.author, article.published) == (author, DAY)
    assert article.text.startswith("The")


def test_a_day_within_the_article_is_not_its_own() -> None:
    flood = "<p>The flood of 4 March 1987, the worst of all, took two bridges and the mill.</p>"
    page = f"<html><title>Flood in Halden</title><h2>Flood in Halden</h2>{PROSE}{flood}</html>"
    assert parse_page(page.encode(), None).published is None
