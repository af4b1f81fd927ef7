"""newsroom analyse: one line an article, in order, and every place is the thing itself."""

import json
from pathlib import Path

from tests.cli.conftest import Run

TEXT = 'The river rose. "It will fall," Mara Lind said.'


def lines(*given: object) -> bytes:
    return "".join(json.dumps(line) + "\n" for line in given).encode()


def test_each_line_of_the_input_gives_one_line_in_order(newsroom: Run, tmp_path: Path) -> None:
    path = tmp_path / "given.jsonl"
    path.write_bytes(lines({"id": "b", "text": TEXT}, {"id": "a", "text": "", "title": "T"}))
    done = newsroom("analyse", "--jsonl", path, "--raw")
    assert done.returncode == 0
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["id"], second["id"]) == ("b", "a")
    assert first["text"] == TEXT
    assert first["quotes"][0]["text"] == "It will fall,"
    assert first["quotes"][0]["speaker"] == "Mara Lind"
    for found, key in [
        *((sentence, "text") for sentence in first["summary"]["sentences"]),
        *((quote, "text") for quote in first["quotes"]),
        *((figure, "surface") for figure in first["figures"]),
    ]:
        assert TEXT[found["start"] : found["end"]] == found[key]
    assert second["summary"] == {"sentences": []}
    assert isinstance(first["ms"], float)


def test_a_bad_line_costs_its_own_line_and_never_the_run(newsroom: Run, tmp_path: Path) -> None:
    path = tmp_path / "given.jsonl"
    path.write_bytes(
        b'{"id": "x"}\n[1]\nnot json\n'
        + lines({"id": "n", "text": 5}, {"id": "s", "text": "\ud800"}, {"id": "z", "text": TEXT})
    )
    done = newsroom("analyse", "--jsonl", path, "--raw")
    assert done.returncode == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [("error" in line, line["id"]) for line in found] == [
        (True, "x"),
        (True, None),
        (True, None),
        (True, "n"),
        (False, "s"),
        (False, "z"),
    ]


def test_a_file_is_cleaned_unless_it_is_raw(newsroom: Run, flood: Path) -> None:
    clean = json.loads(newsroom("analyse", flood).stdout)
    assert clean["title"] == "Flood toll rises in Halden"
    assert "2 min read" not in clean["text"]
    assert clean["text"].startswith("Rescuers found")
    assert "2 min read" in json.loads(newsroom("analyse", flood, "--raw").stdout)["text"]


def test_the_summary_keeps_the_budget_it_is_given(newsroom: Run, flood: Path) -> None:
    one = json.loads(newsroom("analyse", flood, "--sentences", "1").stdout)
    assert len(one["summary"]["sentences"]) == 1
    few = json.loads(newsroom("analyse", flood, "--words", "20").stdout)
    assert sum(len(s["text"].split()) for s in few["summary"]["sentences"]) <= 20


def test_a_user_of_sumy_finds_its_methods(newsroom: Run, flood: Path) -> None:
    for method in ("lexrank", "textrank", "luhn", "lsa", "sumbasic", "edmundson", "lead"):
        line = json.loads(newsroom("analyse", flood, "--method", method).stdout)
        assert line["summary"]["sentences"], method
    refused = newsroom("analyse", flood, "--method", "kl")
    assert refused.returncode == 64
    assert "lexrank" in refused.stderr


def test_nothing_to_analyse_is_a_sentence(newsroom: Run) -> None:
    done = newsroom("analyse")
    assert done.returncode == 64
    assert "Nothing to analyse" in done.stderr
