"""newsroom bench: what it measures on very little, and that it leaves nothing behind."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT

SMALL = ("--articles", "200", "--feeds", "10", "--minutes", "0.1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where temporary folders are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


@pytest.fixture
def begun(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """A bench that has begun to fill its store, as somebody began it in a terminal."""
    with start(folder, "--only", "store", "--articles", "100000") as process:
        until_there(folder)
        yield process
        process.kill()


def start(folder: Path, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "bench", *words],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(folder), "PYTHONUTF8": "1", "COLUMNS": "120"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def until_there(folder: Path) -> None:
    """Wait until there is a database."""
    end = time.monotonic() + 120
    while not list(folder.rglob("bench.db")):
        assert time.monotonic() < end
        time.sleep(0.1)


def test_the_store_and_the_poller_are_measured_and_nothing_is_left(folder: Path) -> None:
    with start(folder, "--only", "polling", *SMALL, "--json") as process:
        out, err = process.communicate(timeout=240)
    assert process.returncode == 0, err
    results = {one["what"]: one for one in json.loads(out)}
    assert results["articles in the store"]["value"] == 200
    assert results["of the due, late (over 15 minutes)"]["value"] == 0
    assert results["feeds read"]["value"] > 0
    assert results["commands meanwhile"]["most"] >= results["commands meanwhile"]["value"] > 0
    assert not list(folder.iterdir())


def test_the_table_names_what_was_asked_and_its_bar(folder: Path) -> None:
    with start(folder, "--only", "store", *SMALL) as process:
        out, err = process.communicate(timeout=240)
    assert process.returncode == 0, err
    assert "all feeds: newest first" in out
    assert "5 feeds: search, commonest word" in out
    assert "< 150 ms" in out


def run(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "bot", "bench", *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1", "COLUMNS": "120"},
        capture_output=True,
        text=True,
        timeout=240,
    )


def test_a_folder_is_filled_once_and_found_again(tmp_path: Path) -> None:
    place = tmp_path / "kept"
    clearing = ("--only", "clearing", "--minutes", "0.1", "--folder", str(place), "--json")
    stored = []
    for articles in ("300", "200", "300"):
        done = run("--articles", articles, *clearing)
        assert done.returncode == 0, done.stderr
        results = {one["what"]: one["value"] for one in json.loads(done.stdout)}
        stored.append((results["articles in the store"], results["of them taken out"]))
    # at most a fifth is cleared each time; what is missing for the third time is made again
    (_, first), (second, _), (third, _) = stored
    assert (second, third) == (300 - first, 300)


@pytest.mark.parametrize("name", ["newsroom.db", "notes.txt"])
def test_a_folder_that_holds_something_else_is_left_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", "utf-8")
    done = run("--only", "store", "--folder", str(tmp_path))
    assert done.returncode == 64
    assert "something else than a bench" in done.stderr
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_a_bench_that_is_interrupted_leaves_nothing(
    folder: Path, begun: "subprocess.Popen[str]"
) -> None:
    os.killpg(begun.pid, signal.SIGINT)
    _, err = begun.communicate(timeout=240)
    assert begun.returncode != 0
    assert "Traceback" not in err
    assert not list(folder.iterdir())
