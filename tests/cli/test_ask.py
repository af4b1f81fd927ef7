"""From a file to an answer: what somebody sees who types the commands."""

import csv
import io
import json
from pathlib import Path

from tests.agency import BEGUN_ANEW, REORDERED, STORY
from tests.cli.conftest import FLOOD, Run


def test_an_article_that_was_read_answers_every_question(newsroom: Run, flood: Path) -> None:
    read = newsroom("read", flood)
    assert (read.returncode, read.stdout) == (0, "1 article read: 1 new.\n")

    headlines = newsroom("headlines").stdout
    assert "1. Flood toll rises in Halden" in headlines
    assert "Halden Post" in headlines

    summary = newsroom("summary", "flood toll").stdout
    assert "Rescuers found two more bodies in Halden on Monday" in summary
    assert "2 min read" not in summary

    quotes = newsroom("quotes", "--speaker", "lind").stdout
    assert "Mara Lind" in quotes
    assert "“Nobody will be left behind.”" in quotes

    figures = newsroom("figures", "--topic", "killed").stdout
    assert "14 people killed" in figures
    assert "county police" in figures

    assert "rebuild every house" in newsroom("search", "rebuild house").stdout


def test_json_has_the_words_the_speaker_and_a_link_to_the_very_sentence(
    newsroom: Run, flood: Path
) -> None:
    newsroom("read", flood)
    found = json.loads(newsroom("quotes", "--json").stdout)
    assert (found["page"], found["pages"], found["total"]) == (1, 1, 2)
    first = found["items"][0]
    assert first["words"] == "We will rebuild every house on the quay,"
    assert first["speaker"] == "Mara Lind"
    assert first["link"].startswith("https://haldenpost.example/flood#:~:text=")
    start, end = first["places"][0]
    assert first["sentence"][start:end] == first["words"]
    assert first["published"] == "2026-09-14T15:20:00+00:00"


def test_quotes_and_figures_come_as_a_table_too(newsroom: Run, flood: Path) -> None:
    newsroom("read", flood)
    rows = list(csv.DictReader(io.StringIO(newsroom("quotes", "--csv").stdout)))
    assert [row["speaker"] for row in rows] == ["Mara Lind", "Mara Lind"]
    assert rows[1]["words"] == "Nobody will be left behind."
    figures = list(csv.DictReader(io.StringIO(newsroom("figures", "--csv").stdout)))
    assert {row["article"] for row in figures} == {"1"}
    assert {row["kind"] for row in rows + figures} == {"direct", "people", "count"}
    assert {row["article_kind"] for row in rows} == {"article"}
    assert newsroom("figures", "--csv", "--json").returncode == 64


def test_the_same_article_is_never_stored_twice_and_a_changed_one_is_a_revision(
    newsroom: Run, flood: Path
) -> None:
    newsroom("read", flood)
    assert newsroom("read", flood).stdout == "1 article read: 1 unchanged.\n"
    flood.write_text(FLOOD.replace("14 people", "17 people"), "utf-8")
    assert newsroom("read", flood).stdout == "1 article read: 1 changed.\n"
    assert json.loads(newsroom("headlines", "--json").stdout)["total"] == 1
    figures = [f["figure"] for f in json.loads(newsroom("figures", "--json").stdout)["items"]]
    assert "17" in " ".join(figures)


def test_what_an_article_does_not_have_is_left_off(newsroom: Run, tmp_path: Path) -> None:
    bare = tmp_path / "bare.txt"
    bare.write_text("Bridge opens\n\nThe bridge opened. It cost $5 million to build.\n", "utf-8")
    newsroom("read", bare)
    item = json.loads(newsroom("headlines", "--json").stdout)["items"][0]
    assert [item[k] for k in ("outlet", "url", "author", "published")] == [None] * 4
    assert "None" not in newsroom("headlines").stdout


def test_an_empty_answer_says_what_was_searched_and_what_to_try(newsroom: Run) -> None:
    empty = newsroom("quotes", "--speaker", "Nobody")
    assert (empty.returncode, empty.stdout) == (1, "")
    assert empty.stderr == "No quotes by “Nobody”. Try a part of the name: a surname is enough.\n"
    assert json.loads(newsroom("quotes", "--speaker", "Nobody", "--json").stdout)["items"] == []


def test_an_empty_library_says_how_articles_come_into_it(newsroom: Run) -> None:
    assert newsroom("headlines").stderr == (
        "No articles yet. They appear here as soon as some are read. "
        "`newsroom read FILE|URL...` reads articles.\n"
    )
    assert "newsroom read" not in newsroom("headlines", "--topic", "tide").stderr


def test_a_table_of_nothing_is_the_sentence_alone(newsroom: Run) -> None:
    empty = newsroom("figures", "--topic", "nothing", "--csv")
    assert (empty.returncode, empty.stdout) == (1, "")
    assert "No figures about “nothing”." in empty.stderr


def test_a_page_beyond_the_last_is_shown_as_the_last(newsroom: Run, flood: Path) -> None:
    newsroom("read", flood)
    found = json.loads(newsroom("quotes", "--page", "9", "--json").stdout)
    assert (found["page"], len(found["items"])) == (1, 2)
    assert "page 9" not in newsroom("quotes", "--page", "9").stdout


def test_statements_in_the_words_of_the_reporter_stand_without_quotation_marks(
    newsroom: Run, tmp_path: Path
) -> None:
    told = tmp_path / "told.txt"
    told.write_text("Bridge closes\n\nMayor Mara Lind said the bridge would close on Monday.\n")
    newsroom("read", told)
    shown = newsroom("quotes", "--indirect").stdout
    assert "1 statement in 1 article" in shown
    assert "“" not in shown


def test_a_time_that_is_none_is_refused_with_what_can_be_said(newsroom: Run) -> None:
    refused = newsroom("headlines", "--since", "soon")
    assert refused.returncode == 64
    assert "24h, 3 days" in refused.stderr


def test_the_width_of_the_terminal_is_respected(newsroom: Run, flood: Path) -> None:
    newsroom("read", flood)
    for columns in ("40", "80"):
        lines = newsroom("summary", "flood", COLUMNS=columns).stdout.splitlines()
        assert max(map(len, lines)) <= int(columns)


def test_search_answers_anything_that_can_be_typed(newsroom: Run, flood: Path) -> None:
    newsroom("read", flood)
    typed = ["what's new?", "U.S.", "COVID-19", "$5bn", '"', "🗞", "x" * 6000, "AND", "NEAR("]
    for words in typed:
        done = newsroom("search", words, "--json")
        assert done.returncode == 0, done.stderr
    assert newsroom("search", "--json", "--", "-gaza").returncode == 0
    assert newsroom("search", "", "--json").returncode == 0


def test_what_several_outlets_print_is_listed_once_with_them_all(
    newsroom: Run, tmp_path: Path
) -> None:
    prints = {"Harbour Times": STORY, "Fjord Wire": REORDERED, "Gull": BEGUN_ANEW}
    for hour, (outlet, text) in enumerate(prints.items(), 10):
        told = f"source: {outlet}\nurl: https://{outlet.split()[0].lower()}.example/ferry\n"
        printed = tmp_path / f"{hour}.txt"
        when = f"published: 2026-09-14T{hour}:00:00+00:00"
        printed.write_text(f"{told}{when}\n\nFerry aground, says {outlet}\n\n{text}\n", "utf-8")
        newsroom("read", printed)
    for asked in (("headlines",), ("headlines", "--topic", "ferry"), ("search", "ferry")):
        found = json.loads(newsroom(*asked, "--json").stdout)
        assert found["total"] == 1
        (item,) = found["items"]
        assert item["outlet"] == "Harbour Times"
        assert [ref["outlet"] for ref in item["also"]] == ["Fjord Wire", "Gull"]
        assert "also in Fjord Wire, Gull" in " ".join(newsroom(*asked).stdout.split())
