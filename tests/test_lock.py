"""The lock has every direct dependency at a version that we allow, by hash, and names no place."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def test_the_lock_has_every_direct_dependency_within_its_bounds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = dict(re.findall(r"^([\w.-]+)==([\w.]+)", LOCK, re.MULTILINE))
    for line in project["dependencies"]:
        wanted = Requirement(line)
        assert wanted.specifier, f"{line} has no bounds"
        assert wanted.specifier.contains(locked[canonicalize_name(wanted.name)]), line


def test_every_locked_version_has_its_hashes_and_no_address() -> None:
    versions = re.findall(r"^[\w.-]+==", LOCK, re.MULTILINE)
    assert LOCK.count("--hash=sha256:") >= len(versions)
    assert "://" not in LOCK
