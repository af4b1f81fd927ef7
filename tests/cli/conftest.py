"""The command line, with a library in a temporary folder."""

import io
import logging
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Done:
    """How a call ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]

FLOOD = """source: Halden Post
url: https://haldenpost.example/flood
published: 2026-09-14T17:20:00+02:00

Flood toll rises in Halden

Flood toll rises in Halden
The river went down on Monday.
2 min read
A boat in Quay Street [Halden Post]

Rescuers found two more bodies in Halden on Monday, and the toll rose to 14.

"We will rebuild every house on the quay," Mayor Mara Lind said. "Nobody will be left behind."

The flood killed 14 people, including two children, the county police said.
"""


@pytest.fixture(autouse=True)
def logs() -> Iterator[None]:
    """A command sets up the logs; the tests behind it find them as they were."""
    root = logging.getLogger()
    level, handlers = root.level, root.handlers[:]
    yield
    root.setLevel(level)
    root.handlers[:] = handlers


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Calls ``newsroom`` with the given words; its library is empty at first."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "100")

    def run(*words: str | Path, **environment: str) -> Done:
        streams = [io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2)]
        with monkeypatch.context() as patched, redirect_stdout(streams[0]):
            for name, value in environment.items():
                patched.setenv(name, value)
            with redirect_stderr(streams[1]):
                code = call([str(word) for word in words])
        for stream in streams:
            stream.flush()
        out, err = (stream.buffer.getvalue().decode("utf-8", "replace") for stream in streams)
        return Done(code, out, err)

    return run


def call(words: list[str]) -> int:
    """The exit code of ``newsroom`` with these words."""
    try:
        main(words)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return 0


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    """An article in a file."""
    path = tmp_path / "flood.txt"
    path.write_text(FLOOD, "utf-8")
    return path
