"""Loading: each source costs itself alone, and every refusal is a sentence and an exit code."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import FLOOD, ROOT, Run

BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 20,
    "headline.txt": b"Only a headline\n",
    "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(500),
}


def test_a_bad_file_is_refused_with_its_reason_and_the_others_are_read(
    newsroom: Run, flood: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    for name, content in BAD.items():
        (folder / name).write_bytes(content)
    (folder / "flood.txt").write_bytes(flood.read_bytes())
    done = newsroom("read", folder)
    assert done.returncode == 0
    assert done.stdout == "5 articles read: 1 new, 4 refused.\n"
    for name in BAD:
        assert name in done.stderr
    assert "only a headline" in done.stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe" + FLOOD.encode("utf-16-le"), "1 new"),
        (FLOOD.replace("Halden", "Haldén").encode("cp1252"), "1 new"),
        (FLOOD.replace("the toll", "\x00the \u202etoll\u202c").encode(), "1 new"),
        (FLOOD.encode() + b"\xed\xa0\x80 lone surrogate", "1 new"),
        (b"Long line\n\n" + b"word " * 200_000, "1 new"),
        (b"Long text\n\n" + b"The river rose by 3 metres. " * 10_000, "1 new"),
    ],
    ids=["utf-16", "cp1252", "nul and direction", "surrogate", "1 MB line", "50,000 words"],
)
def test_any_text_is_read(newsroom: Run, tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "given.txt"
    path.write_bytes(content)
    done = newsroom("read", path)
    assert told in done.stdout, done.stderr
    assert newsroom("headlines").returncode == 0
    shown = newsroom("summary", "1").stdout
    assert "\x00" not in shown
    assert "\u202e" not in shown


def test_a_folder_without_articles_and_a_name_that_is_not_there_are_sentences(
    newsroom: Run, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    for source, told in [("folder", "has no articles"), ("missing.txt", "is not there")]:
        done = newsroom("read", tmp_path / source)
        assert done.returncode == 64
        assert told in done.stderr
        assert "Traceback" not in done.stderr


def test_an_html_file_is_read(newsroom: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    rose = "<p>The river in Halden rose by {} metres on Monday night.</p>"
    words = "".join(map(rose.format, "23456"))
    page.write_text(f"<html><title>Flood</title><body><article><h1>Flood</h1>{words}</article>")
    assert "1 new" in newsroom("read", page).stdout


def database(tmp_path: Path) -> Path:
    return tmp_path / "data" / "newsroom.db"


def test_a_damaged_database_is_a_sentence_and_stays_as_it_is(
    newsroom: Run, flood: Path, tmp_path: Path
) -> None:
    database(tmp_path).parent.mkdir()
    database(tmp_path).write_bytes(b"this is no database, but somebody's file" * 200)
    before = database(tmp_path).read_bytes()
    done = newsroom("read", flood)
    assert done.returncode == 75
    assert "Traceback" not in done.stderr
    assert str(database(tmp_path)) in done.stderr
    assert database(tmp_path).read_bytes() == before


def test_a_newer_database_is_a_sentence(newsroom: Run, flood: Path, tmp_path: Path) -> None:
    newsroom("read", flood)
    with sqlite3.connect(database(tmp_path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'of_tomorrow'")
    done = newsroom("headlines")
    assert done.returncode == 75
    assert "newer" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_locked_database_is_a_sentence_and_loses_nothing(
    newsroom: Run, flood: Path, tmp_path: Path
) -> None:
    newsroom("read", flood)
    flood.write_text(FLOOD.replace("14 people", "17 people"), "utf-8")
    connection = sqlite3.connect(database(tmp_path), isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        done = newsroom("read", flood)
    finally:
        connection.execute("ROLLBACK")
        connection.close()
    assert done.returncode == 75
    assert "Traceback" not in done.stderr
    assert newsroom("read", flood).stdout == "1 article read: 1 changed.\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_a_sentence(newsroom: Run, flood: Path, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o500)
    done = newsroom("read", flood)
    assert done.returncode == 75
    assert "Traceback" not in done.stderr


def test_a_data_folder_that_cannot_be_made_is_a_sentence(
    newsroom: Run, flood: Path, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file stands where the folder should")
    done = newsroom("read", flood, DATA_DIR=str(tmp_path / "taken" / "data"))
    assert done.returncode == 75
    assert "Traceback" not in done.stderr
    assert "taken" in done.stderr


def test_killed_in_the_middle_of_reading_it_goes_on_where_it_was(
    newsroom: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(150):
        text = FLOOD.replace("haldenpost.example/flood", f"haldenpost.example/{number}")
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    environment = os.environ | {"DATA_DIR": str(tmp_path / "data")}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "read", str(folder)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(2.5)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    done = newsroom("read", folder)
    assert done.returncode == 0, done.stderr
    assert newsroom("read", folder).stdout == "150 articles read: 150 unchanged.\n"
    with sqlite3.connect(database(tmp_path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
