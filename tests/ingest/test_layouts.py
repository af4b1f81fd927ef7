"""An article is read from the pages of outlets whole, and without what stands around it."""

import statistics

import pytest

from bot.ingest.extract import parse_page
from tests.ingest.layouts import Sheet, make_sheets, measure

SHEETS = make_sheets()
LEAST = 0.97
"""Of the words, on any page; trafilatura's own is .961 over the public benchmark."""


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_page_gives_its_article_and_nothing_that_stands_around_it(sheet: Sheet) -> None:
    article = parse_page(sheet.html.encode(), "https://haldenpost.example/news/1")
    assert article.title == sheet.article.title
    lines = article.text.split("\n\n")
    assert [line for line in sheet.around if line in lines] == []
    assert measure(sheet.article.text, article.text) >= LEAST


def test_the_pages_are_read_better_than_the_best_rival_reads_the_benchmark() -> None:
    found = [parse_page(sheet.html.encode(), None).text for sheet in SHEETS]
    share = [measure(one.article.text, text) for one, text in zip(SHEETS, found, strict=True)]
    assert statistics.mean(share) >= 0.99
