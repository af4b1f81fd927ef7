"""Paragraphs are found however a page sets them, and other articles beside are left out."""

import pytest

from bot.ingest.extract import parse_page

LINES = tuple(
    f"The river at Halden rose by {n} metres on Monday night, the county said later that day."
    for n in range(2, 10)
)
FIRST, *OTHERS = LINES
REST = "".join(f"<p>{line}</p>" for line in OTHERS)
CARDS = "".join(
    f"<article><h3><a href=/{n}>Ten walks along the coast</a></h3><p>From the lighthouse to the "
    f"mill, we show the finest ways along the water, the {n}th of them here.</p></article>"
    for n in range(6)
)


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{FIRST}{REST}</div>",
        f"<div>{'<p>'.join(LINES)}</div>",
        f"<div><p>{FIRST}</p>{OTHERS[0]}<p>{'</p><p>'.join(OTHERS[1:])}</p></div>",
        f"<div>{FIRST.replace('Halden', '<a href=/h>Halden</a>')}{REST}</div>",
        f"<div><p>{FIRST}</p>{'<br><br>'.join(OTHERS)}<p></p></div>",
    ],
)
def test_a_paragraph_that_stands_bare_between_others_is_kept(body: str) -> None:
    page = f"<html><title>Flood in Halden</title><body><h1>Flood in Halden</h1>{body}</body></html>"
    assert parse_page(page.encode(), None).text == "\n\n".join(LINES)


def test_the_cards_of_other_articles_beside_a_whole_one_are_left_out() -> None:
    whole = f"<article><h1>Flood in Halden</h1><p>{FIRST}</p>{REST}</article>"
    page = f"<html><title>Flood in Halden</title><main>{whole}<div>{CARDS}</div></main></html>"
    assert parse_page(page.encode(), None).text == "\n\n".join(LINES)


def test_an_article_behind_another_that_has_but_its_headline_is_kept() -> None:
    head = "<article><h1>Flood in Halden</h1></article>"
    page = (
        f"<html><title>Flood in Halden</title>{head}<article><p>{FIRST}</p>{REST}</article></html>"
    )
    assert parse_page(page.encode(), None).text == "\n\n".join(LINES)
