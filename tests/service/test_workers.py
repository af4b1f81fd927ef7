"""Worker processes that are killed: by chance, by their job, or with the whole service."""

import os
import signal
import sys
from pathlib import Path

import pytest

from bot.errors import WorkFailed
from bot.workers import NICENESS, Workers


def die_at_first(flag: Path) -> str:
    """Read a page; the process is killed where nobody was here before."""
    if not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "read"


def die() -> None:
    """Read what kills whoever reads it."""
    os.kill(os.getpid(), signal.SIGTERM)


async def test_a_process_stands_back_where_the_bot_needs_the_processor() -> None:
    async with Workers() as workers:
        assert await workers.run(os.nice, 0) == min(os.nice(0) + NICENESS, 19)


async def test_a_job_whose_process_was_killed_is_done_by_another(tmp_path: Path) -> None:
    async with Workers() as workers:
        assert await workers.run(die_at_first, tmp_path / "flag") == "read"


async def test_a_job_that_kills_every_process_is_given_up(tmp_path: Path) -> None:
    (tmp_path / "flag").touch()
    async with Workers() as workers:
        with pytest.raises(WorkFailed):
            await workers.run(die)
        assert await workers.run(die_at_first, tmp_path / "flag") == "read"


def want(gigabytes: int) -> int:
    """Read a page that wants as much memory."""
    return len(bytearray(gigabytes * 1_000_000_000))


def read(content: str) -> str | None:
    """Read a page as an extractor does that copies what it reads."""
    copies = []
    while len(content) * len(copies) < 4_000_000_000:
        copies.append(content.replace("p", f"p{len(copies)}", 1))
    return copies[-1]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone")
async def test_a_page_that_wants_gigabytes_costs_itself_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "flag").touch()
    async with Workers() as workers:
        with pytest.raises(WorkFailed, match="more memory"):
            await workers.run(want, 3)
        with pytest.raises(WorkFailed, match="more memory"):
            await workers.run(read, "<p>It rose.</p>" * 100_000)
        assert await workers.run(die_at_first, tmp_path / "flag") == "read"
