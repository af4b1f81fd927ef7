"""The command line, run as a process of its own with a library in a temporary folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
Run = Callable[..., "subprocess.CompletedProcess[str]"]

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


@pytest.fixture
def newsroom(tmp_path: Path) -> Run:
    """Runs ``newsroom`` with the given words; its library is empty at first."""

    def run(
        *words: str | Path, given: bytes | None = None, **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        done = subprocess.run(
            [sys.executable, "-m", "bot", *map(str, words)],
            cwd=ROOT,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(tmp_path),
                "DATA_DIR": str(tmp_path / "data"),
                "COLUMNS": "100",
                "PYTHONUTF8": "1",
                **environment,
            },
            input=given,
            capture_output=True,
            timeout=120,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args,
            done.returncode,
            done.stdout.decode("utf-8", "replace"),
            done.stderr.decode("utf-8", "replace"),
        )

    return run


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    """An article in a file."""
    path = tmp_path / "flood.txt"
    path.write_text(FLOOD, "utf-8")
    return path
