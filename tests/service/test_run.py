"""newsroom run as the operator meets it: its sentences, its exit codes, its end."""

import asyncio
import json
import os
import re
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from tests.cli.conftest import Run
from tests.cli.conftest import newsroom as newsroom

ROOT = Path(__file__).parents[2]
TOKEN = "OTk5.Gabcde.a-token-of-no-bot-at-all"


def test_without_a_token_it_ends_with_three_sentences_and_78(newsroom: Run) -> None:
    done = newsroom("run")
    assert done.returncode == 78
    assert len(re.findall(r"\.(?= [A-Z`]|\n)", done.stderr)) == 3
    assert "newsroom try" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_token_that_no_header_can_hold_is_never_printed(newsroom: Run) -> None:
    done = newsroom("run", DISCORD_TOKEN="secret\nword")
    assert done.returncode == 78
    assert "secret" not in done.stderr
    assert "DISCORD_TOKEN" in done.stderr


@asynccontextmanager
async def discord(status: int) -> AsyncIterator[str]:
    """Something in the place of Discord that answers every question alike."""

    async def answer(_: web.Request) -> web.Response:
        return web.json_response({"message": "no", "code": 0}, status=status)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def begin(folder: Path, origin: str, **told: str) -> asyncio.subprocess.Process:
    """`newsroom run`, with Discord at another address."""
    program = (
        "import sys, discord; discord.http.Route.BASE = sys.argv.pop(); "
        "from bot.cli import main; main()"
    )
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", program, "run", origin),
        cwd=folder,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "PYTHONPATH": str(ROOT),
            "DATA_DIR": str(folder),
            "DISCORD_TOKEN": TOKEN,
            **told,
        },
        stderr=asyncio.subprocess.PIPE,
    )


@pytest.mark.parametrize("level", ["INFO", "DEBUG"])
async def test_a_refused_token_ends_it_with_one_sentence_and_is_not_printed(
    tmp_path: Path, level: str
) -> None:
    async with discord(401) as origin:
        process = await begin(tmp_path, origin, LOG_LEVEL=level)
        _, errors = await process.communicate()
    assert process.returncode == 78
    assert b"Traceback" not in errors
    assert TOKEN.encode() not in errors
    assert errors.splitlines()[-1].startswith(b"Discord refuses the DISCORD_TOKEN.")


async def test_where_discord_is_down_it_tries_again_until_told_to_stop(tmp_path: Path) -> None:
    async with discord(503) as origin:
        process = await begin(tmp_path, origin, LOG_FORMAT="json")
        assert process.stderr
        lines = []
        async with asyncio.timeout(60):
            while not lines or b"try again" not in lines[-1]:
                lines.append(await process.stderr.readline())
        second = await begin(tmp_path, origin)
        _, told = await second.communicate()
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        _, rest = await process.communicate()
    assert second.returncode == 75
    assert b"Another Newsroom" in told
    assert process.returncode == 0
    assert time.monotonic() - began < 15
    for line in [*lines, *rest.splitlines()]:
        assert json.loads(line)["message"]
    assert TOKEN.encode() not in b"".join(lines)
