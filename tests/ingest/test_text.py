"""Plain text in every shape that files come in."""

from datetime import UTC, datetime
from textwrap import fill

import pytest

from bot.errors import Unreadable
from bot.ingest.text import read_text

HEADERS = """source: Halden Post
url: https://haldenpost.example/flood
author: Mara Lind
published: 2026-09-14T17:20:00+02:00
"""
TITLE = "River bursts its banks in Halden"
STANDFIRST = "Hundreds were led to safety as water reached the square."
FIRST = (
    "The river Orle burst its banks in Halden on Monday, and three hundred people were led out "
    "of their homes before noon, the council of the town said in the evening."
)
SECOND = (
    "“We have never seen the water this high,” said Ada Brandt, the mayor, as she stood on the "
    "steps of the old town hall."
)
THIRD = (
    "The last flood of this size was in 1987, when the mill was lost and two bridges had to be "
    "built again."
)
BODY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
HEAD = f"{TITLE}\n{STANDFIRST}\n2 min read\nThe square at Halden on Monday [Getty]"


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{HEAD}\n\n{BODY}",
        f"{HEAD}\n\n{BODY}",
        f"{TITLE}\n\n{STANDFIRST}\n2 min read\n\n{BODY}",
        f"{TITLE}\n\n{STANDFIRST}\n\nBy Mara Lind\n\n{BODY}",
        f"{TITLE}\n\n{HEAD}\n\n{BODY}\n\nRead more: Mayor resigns\n\n© 2026 Halden Post",
        f"Advertisement\n\n{TITLE}\n\n{HEAD}\n\n{BODY}",
        f"{TITLE}\n{HEAD}\n{FIRST}\n{SECOND}\n{THIRD}",
        f"{TITLE}\n\n{TITLE}\n\n{STANDFIRST}\n\n2 min read\n\nThe square [Getty]\n\n{BODY}",
        f"{TITLE}\r\n\r\n{HEAD}\r\n\r\n{BODY}".replace("\n\n", "\r\n\r\n"),
        f"{TITLE}\n\n{TITLE}\n{STANDFIRST}\n2 min read\nThe square on Monday\n\n{BODY}",
    ],
)
def test_headline_standfirst_and_body_are_told_apart(text: str) -> None:
    article = read_text(text, "a.txt")
    assert (article.title, article.standfirst, article.text) == (TITLE, STANDFIRST, BODY)


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{BODY}",
        f"{TITLE}\n\n{TITLE}\n\n{BODY}",
        f"{TITLE}\n{FIRST}\n{SECOND}\n{THIRD}",
        f"{TITLE}\n\nBy Mara Lind\n\n{BODY}",
        f"{TITLE}\n2 min read\n\n{BODY}",
    ],
)
def test_without_a_standfirst_there_is_none(text: str) -> None:
    article = read_text(text, "a.txt")
    assert (article.title, article.standfirst, article.text) == (TITLE, None, BODY)


def test_header_lines_say_where_an_article_came_from() -> None:
    article = read_text(f"{HEADERS}\n{TITLE}\n\n{BODY}", "a.txt")
    assert article.outlet == "Halden Post"
    assert article.url == "https://haldenpost.example/flood"
    assert article.author == "Mara Lind"
    assert article.published == datetime(2026, 9, 14, 15, 20, tzinfo=UTC)
    assert article.text == BODY


def test_what_no_header_says_is_left_off() -> None:
    article = read_text(f"{TITLE}\n\n{BODY}", "a.txt")
    assert (article.outlet, article.url, article.author, article.published) == (None,) * 4


def test_a_malformed_header_is_left_off_and_the_article_kept() -> None:
    headers = "source: \nurl: file:///etc/passwd\npublished: the day before\n"
    article = read_text(f"{headers}\n{TITLE}\n\n{BODY}", "a.txt")
    assert (article.outlet, article.url, article.published) == (None, None, None)
    assert article.title == TITLE


def test_a_line_that_only_begins_like_a_header_is_text() -> None:
    text = f"Source: {FIRST} {SECOND} {THIRD}"
    assert read_text(text, "a.txt").text == text


def test_a_byline_gives_the_author_that_no_header_gives() -> None:
    assert read_text(f"{TITLE}\n\nBy Mara Lind in Halden\n\n{BODY}", "a.txt").author == "Mara Lind"


@pytest.mark.parametrize("width", [60, 72, 80])
def test_hard_wrapped_lines_become_paragraphs_again(width: int) -> None:
    wrapped = "\n\n".join(fill(paragraph, width) for paragraph in (FIRST, SECOND, THIRD))
    assert read_text(f"{TITLE}\n\n{wrapped}", "a.txt").text == BODY


def test_short_lines_that_are_sentences_stay_paragraphs() -> None:
    lines = ["The river rose.", "It fell on Tuesday.", "Nobody was hurt.", "The mayor left."]
    text = "\n".join([TITLE, *lines])
    assert read_text(text, "a.txt").text == "\n\n".join(lines)


def test_a_text_without_a_headline_has_none_and_loses_nothing() -> None:
    article = read_text(BODY, "a.txt")
    assert (article.title, article.text) == ("", BODY)


def test_a_known_headline_is_not_looked_for() -> None:
    article = read_text(f"Not a sentence\n\n{FIRST}", "a.txt", title=TITLE)
    assert article.title == TITLE
    assert article.text == f"Not a sentence\n\n{FIRST}"


def test_a_headline_may_look_like_furniture_when_it_is_repeated() -> None:
    article = read_text(f"Read more, live longer\n\nRead more, live longer\n\n{FIRST}", "a.txt")
    assert (article.title, article.text) == ("Read more, live longer", FIRST)


def test_a_repeated_paragraph_stands_once_and_short_answers_as_often_as_given() -> None:
    article = read_text(f"{TITLE}\n\n{FIRST}\n\nNo.\n\n{FIRST}\n\nNo.", "a.txt")
    assert article.text == f"{FIRST}\n\nNo.\n\nNo."


def test_the_dateline_goes_and_the_rest_of_the_paragraph_stays_to_the_letter() -> None:
    article = read_text(f"{TITLE}\n\nHALDEN, Sept 14 (Agency) - {FIRST}\n\n{SECOND}", "a.txt")
    assert article.text == f"{FIRST}\n\n{SECOND}"


def test_unseen_characters_go_and_spaces_are_ordinary() -> None:
    text = f"{TITLE}\n\nThe\u00a0river\u200b rose\u202e by 8\u202f600\u00a0litres\x00 \ud800."
    assert read_text(text, "a.txt").text == "The river rose by 8 600 litres ."


@pytest.mark.parametrize("text", [TITLE, f"{TITLE}\n\n{TITLE}\n", f"{TITLE}\n\n2 min read"])
def test_a_headline_alone_is_refused_by_name(text: str) -> None:
    with pytest.raises(Unreadable, match=r"^a\.txt is only a headline, no text\.$"):
        read_text(text, "a.txt")


def test_a_single_sentence_is_text() -> None:
    assert read_text("The river rose by two metres.", "a.txt").text.startswith("The river")


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{HEAD}\n{FIRST}\n\n{SECOND}\n\n{THIRD}",
        f"{TITLE}\n\n{STANDFIRST}\nBy Mara Lind\n{FIRST}\n{SECOND}\n\n{THIRD}",
        f"{TITLE}\n{STANDFIRST}\nBy Mara Lind\n{FIRST}\n\n{SECOND}\n\n{THIRD}",
    ],
)
def test_a_body_that_begins_without_an_empty_line_loses_nothing(text: str) -> None:
    article = read_text(text, "a.txt")
    assert (article.title, article.standfirst, article.text) == (TITLE, STANDFIRST, BODY)


def test_a_headline_that_ends_in_a_full_stop_is_one_when_it_is_repeated() -> None:
    article = read_text(f"It will rise again.\n\nIt will rise again.\n\n{FIRST}", "a.txt")
    assert (article.title, article.text) == ("It will rise again.", FIRST)
