"""Worker processes that are killed: by chance, by their job, or with the whole service."""

import os
import signal
from pathlib import Path

import pytest

from bot.errors import WorkFailed
from bot.workers import Workers


def die_at_first(flag: Path) -> str:
    """Read a page; the process is killed where nobody was here before."""
    if not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "read"


def die() -> None:
    """Read what kills whoever reads it."""
    os.kill(os.getpid(), signal.SIGTERM)


async def test_a_job_whose_process_was_killed_is_done_by_another(tmp_path: Path) -> None:
    async with Workers() as workers:
        assert await workers.run(die_at_first, tmp_path / "flag") == "read"


async def test_a_job_that_kills_every_process_is_given_up(tmp_path: Path) -> None:
    (tmp_path / "flag").touch()
    async with Workers() as workers:
        with pytest.raises(WorkFailed):
            await workers.run(die)
        assert await workers.run(die_at_first, tmp_path / "flag") == "read"
