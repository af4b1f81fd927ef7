"""The floors of the house: an import only ever goes down (docs/architecture.md)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

FLOORS = {
    "bot.model": 1,
    "bot.errors": 1,
    "bot.garbage": 1,
    "bot.likeness": 1,
    "bot.logs": 1,
    "bot.urls": 1,
    "bot.workers": 1,
    "bot.doctor": 1,
    "bot.analysis": 2,
    "bot.ingest": 2,
    "bot.queries": 2,
    "bot.since": 2,
    "bot.wire": 2,
    "bot.settings": 2,
    "bot.store": 3,
    "bot.render": 3,
    "bot.newsroom": 4,
    "bot.client": 5,
    "bot.bench": 5,
    "bot.tryout": 5,
    "bot.cli": 6,
    "bot.__main__": 6,
    "cogs": 6,
}
"""The floor of each room; a room not named here has none, which is a fault."""

APART = {"bot.ingest", "bot.analysis", "bot.store", "bot.render"}
"""Rooms that know nothing of one another."""

ONE_ROOM = {
    # the client's errors are discord.py's too; the bench has a site of its own
    "aiohttp": {"bot.ingest.web", "bot.ingest.connections", "bot.client", "bot.bench.press"},
    "feedparser": {"bot.ingest.parse"},
    "charset_normalizer": {"bot.ingest.charset"},
    "trafilatura": {"bot.ingest"},
    "sumy": {"bot.analysis.summary"},
    "sqlalchemy": {"bot.store"},
    "alembic": {"bot.store"},
    "discord": {"bot.client", "cogs"},
    "rich": {"bot.render.terminal", "bot.cli", "bot.tryout"},
    "typer": {"bot.cli"},
    "simcord": {"bot.tryout"},
    "pydantic_settings": {"bot.settings"},
}
"""A library has one room; whoever else wants it asks that room."""

MOST_LINES = 300

CLOCK = re.compile(r"\b(?:datetime\.(?:now|utcnow|today)|date\.today|time\.time|utcnow)\(")
CLOCK_ROOMS = ("cogs", "bot.cli", "bot.__main__")


def modules() -> Iterator[tuple[str, Path]]:
    for top in ("bot", "cogs"):
        for path in sorted((ROOT / top).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts).removesuffix(".__init__"), path


MODULES = dict(modules())


def room(module: str) -> str | None:
    """The room of FLOORS that a module stands in."""
    names = (name for name in FLOORS if module == name or module.startswith(name + "."))
    return max(names, key=len, default=None)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                yield whole if whole in MODULES else node.module


def inside(module: str, rooms: set[str]) -> bool:
    return any(module == name or module.startswith(name + ".") for name in rooms)


@pytest.mark.parametrize("module", [name for name in MODULES if name != "bot"])
def test_every_module_imports_only_from_its_own_room_or_a_lower_floor(module: str) -> None:
    here = room(module)
    assert here, f"{module} stands in no room of FLOORS"
    for name in imports(MODULES[module]):
        there = room(name)
        if there is None or there == here:
            continue
        assert FLOORS[there] <= FLOORS[here], f"{module} imports up: {name}"
        assert not (here in APART and there in APART), f"{module} and {name} stand apart"
        assert not (here.startswith("bot") and there == "cogs"), f"{module} imports a cog: {name}"


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith("cogs.")])
def test_a_cog_imports_no_other_cog_and_none_of_the_engines(module: str) -> None:
    for name in imports(MODULES[module]):
        if name.startswith("cogs.") and not module.startswith("cogs.ui"):
            assert name.startswith("cogs.ui"), f"{module} imports the cog {name}"
        assert not inside(name, {"bot.ingest", "bot.analysis", "bot.store"}), f"{module}: {name}"


@pytest.mark.parametrize("module", MODULES)
def test_a_library_is_imported_in_its_own_room_only(module: str) -> None:
    for name in imports(MODULES[module]):
        rooms = ONE_ROOM.get(name.split(".")[0])
        assert rooms is None or inside(module, rooms), f"{module} imports {name}"


@pytest.mark.parametrize("module", MODULES)
def test_the_clock_and_the_environment_are_read_in_their_rooms_only(module: str) -> None:
    text = MODULES[module].read_text("utf-8")
    if not module.startswith(CLOCK_ROOMS):
        assert not CLOCK.search(text), f"{module} reads the clock; let `now` be an argument"
    if module != "bot.settings":
        assert "os.environ" not in text, f"{module} reads the environment"
    assert "TYPE_CHECKING" not in text, f"{module} hides an import"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_in_its_first_line_what_it_gives(module: str) -> None:
    source = MODULES[module].read_text("utf-8")
    docstring = ast.get_docstring(ast.parse(source))
    assert docstring or not source.strip(), f"{module} has no docstring"


@pytest.mark.parametrize("module", MODULES)
def test_no_room_outgrows_its_walls(module: str) -> None:
    lines = len(MODULES[module].read_text("utf-8").splitlines())
    assert lines <= MOST_LINES, f"split {module} by noun or by verb"
