"""The wheel, installed in a bare environment, shows the tour."""

import os
import subprocess
import sys
from pathlib import Path

from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "HOME": str(cwd), "PYTHONUTF8": "1"}
        | {k: v for k, v in os.environ.items() if k.startswith(("UV_", "PIP_", "SSL_"))}
        | environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def begun_tour() -> str:
    """What the README prints of the tour, to where it leaves off."""
    readme = (ROOT / "README.md").read_text("utf-8")
    return readme.partition("```text\n")[2].partition("│ ...")[0]


def test_the_installed_wheel_shows_the_tour_that_the_readme_shows(tmp_path: Path) -> None:
    run("uv", "build", "--wheel", "--quiet", "--out-dir", tmp_path, ROOT, cwd=tmp_path)
    wheel = next(tmp_path.glob("newsroom-*.whl"))
    run("uv", "venv", "--quiet", "--python", sys.executable, tmp_path / "venv", cwd=tmp_path)
    python = tmp_path / "venv" / "bin" / "python"
    run("uv", "pip", "install", "--quiet", "--python", python, wheel, cwd=tmp_path)
    away = tmp_path / "away"
    away.mkdir()
    shown = run(python.with_name("newsroom"), "try", "--once", cwd=away)
    terminal = Terminal([python.with_name("newsroom"), "try"], tmp_path, away)
    assert terminal.wait() == 0
    assert b'pip install "newsroom[try]"' in terminal.shown
    for part in ("Headlines", "word for word", "Quotes", "Figures", "newsroom read"):
        assert part in shown
    assert begun_tour() in shown
    assert not list(away.iterdir())
