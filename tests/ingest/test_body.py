"""Datelines, signatures and asides; and lines made to take for ever."""

import pytest

from bot.ingest.body import clean_body, cut_asides
from bot.ingest.credits import cut_signature
from bot.ingest.datelines import cut_dateline
from bot.ingest.extract import parse_text
from bot.ingest.lines import label_lines

SENTENCE = "The river rose by two metres in a night."
DATELINES = """
    HALDEN (Agency) -
    HALDEN, Norway (AP) —
    LONDON, Sept 14 -
    LONDON, Sept. 14 (Reuters) -
    HALDEN, Sept. 14, 2026 /Newswire/ --
    (CNN) --
    Halden (dpa) -
    Halden/Oslo (dpa/lno) -
    Halden, 14 sep (EFE).-
    Halden, le 14 septembre (AFP) -
    HALDEN, Norway —
    NEW HALDEN -
"""
HOSTILE = [
    "A-" * 150,
    "A-A " * 100,
    "AB " * 100 + "(",
    "AP/" * 150,
    "(" + "AP " * 100,
    "x.(AFP" + ", AFP" * 500,
    ". (" * 20_000,
    "2 min " * 50,
    "By A " * 1_000,
    "Scroll down for video " * 1_000,
    "a.b@" * 80,
    "e" + "\u0301\u0323" * 20_000,
]


@pytest.mark.parametrize("dateline", [row.strip() for row in DATELINES.strip().splitlines()])
def test_a_dateline_is_cut_from_the_sentence_after_it(dateline: str) -> None:
    assert cut_dateline(f"{dateline} {SENTENCE}") == SENTENCE


@pytest.mark.parametrize(
    "paragraph",
    [
        "NATO - of course - met on Monday.",
        "NATO — The alliance, that is — met on Monday.",
        "Halden - the old town - was dry.",
        "BBC (CNN) said no more.",
        "On Sept 14 - a Monday - it rained.",
        "Halden (Norway) - a town of mills - was dry.",
        SENTENCE,
    ],
)
def test_a_dash_in_a_sentence_makes_no_dateline(paragraph: str) -> None:
    assert cut_dateline(paragraph) == paragraph


@pytest.mark.parametrize("signature", ["(dpa)", "(AFP, dpa/lno)", "[AP].", "EFE"])
def test_the_agency_after_the_last_sentence_goes_and_the_sentence_stays(signature: str) -> None:
    assert cut_signature(f"{SENTENCE} {signature}") == SENTENCE


def test_an_aside_glued_to_the_next_sentence_is_cut() -> None:
    glued = f"Media playback is not supported on this device{SENTENCE}"
    assert cut_asides(glued) == SENTENCE


def test_a_sentence_about_the_author_goes_and_one_about_the_headline_stays() -> None:
    lines = label_lines([("Ada Brandt is mayor of Halden.",), ("Mara Lind is a reporter.",)])
    assert clean_body(lines, ["Ada Brandt"], "Mara Lind") == ("Ada Brandt is mayor of Halden.",)


@pytest.mark.parametrize("line", HOSTILE, ids=lambda line: line[:12].strip())
def test_a_line_made_to_be_slow_is_read_as_any_other(line: str) -> None:
    article = parse_text(f"Flood in Halden\n\n{line}\n\n{SENTENCE}".encode(), "a.txt")
    assert article.text.endswith(SENTENCE)


def test_a_day_with_its_dot_begins_a_german_sentence() -> None:
    text = "Am 20. September stieg die Orle um zwei Meter.\n\nAm Freitag, den 4. Mai, fiel sie."
    assert parse_text(text.encode(), "a.txt").text == text
