"""The backup: a whole, sound copy of a database that may be in use."""

import asyncio
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from bot.errors import BadInput, StoreUnavailable
from bot.store.database import PATIENCE, parse_url, path_of
from bot.store.failures import check_header, in_words


async def backup(url: str, target: Path, *, patience: float = PATIENCE) -> int:
    """Copy the database at this address into a new file, as it stands now; gives its bytes.

    It may be read and written meanwhile. The copy is checked before it gets its name, so that a
    file of that name is always a whole one. Raises BadInput where there is a file already, and
    StoreUnavailable where the copy cannot be made.
    """
    return await asyncio.to_thread(_backup, path_of(parse_url(url)), target, patience)


def _backup(path: Path, target: Path, patience: float) -> int:
    if target.exists() or target.is_symlink():
        raise BadInput(_TAKEN.format(target=target))
    if not path.is_file():
        raise StoreUnavailable(f"There is no database at {path}. Check DATA_DIR or DATABASE_URL.")
    check_header(path)
    try:
        with tempfile.TemporaryDirectory(prefix=".newsroom-backup-", dir=target.parent) as folder:
            copy = Path(folder) / target.name
            _copy(path, copy, patience)
            _check(copy)
            _flush(copy)
            _name(copy, target)
        _flush(target.parent)
        return target.stat().st_size
    except (OSError, sqlite3.Error) as error:
        raise StoreUnavailable(
            f"The database {path} cannot be copied to {target} ({in_words(error)}). "
            "Check that there is room and that you may write there; no copy was left."
        ) from None


def _copy(path: Path, copy: Path, patience: float) -> None:
    address = f"{path.resolve().as_uri()}?mode=rw"  # which makes no file where there is none
    with (
        closing(sqlite3.connect(address, uri=True, timeout=patience)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        # the driver would wait for a locked database without end; this read waits with patience,
        # and holds the state that is copied
        source.isolation_level = None
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, that opens from a read-only disk


def _check(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise sqlite3.DatabaseError(f"the database is damaged: {verdict}")


def _flush(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _name(copy: Path, target: Path) -> None:
    """Give a copy its name, which another file may have got in the meantime."""
    try:
        os.link(copy, target)
    except FileExistsError:
        raise BadInput(_TAKEN.format(target=target)) from None
    except OSError:  # a file system without hard links
        copy.rename(target)


_TAKEN = "{target} is there already. Name a new file, or move that one away."
