"""The lock: one process serves a database at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import StoreInUse, StoreUnavailable
from bot.store.database import parse_url, path_of


@contextmanager
def hold_store(url: str) -> Iterator[None]:
    """Be the one process that serves the database at this address, for as long as this lasts.

    Commands that only ask, or add articles, need not hold it. The lock is the system's own, on a
    file beside the database: it goes with the process, however that ends. Raises StoreInUse where
    another process holds it, and StoreUnavailable where the file cannot be made.
    """
    path = path_of(parse_url(url)).resolve()
    beside = path.with_name(f"{path.name}.lock")
    try:
        beside.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(beside, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StoreUnavailable(
            f"The file {beside} cannot be opened ({error.strerror}). "
            "Set DATA_DIR or DATABASE_URL to a place that you may write to."
        ) from None
    try:
        _take(descriptor, path, beside)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, path: Path, beside: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise StoreInUse(
            f"Another Newsroom{_holder(descriptor)} serves the database {path}. "
            "Stop it first, or set DATA_DIR to another place for this one."
        ) from None
    except OSError as error:
        raise StoreUnavailable(
            f"The file {beside} cannot be locked ({error.strerror}). "
            "Set DATA_DIR to a place on a disk of this machine."
        ) from None
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)


def _holder(descriptor: int) -> str:
    """Who holds a lock, as far as it says so."""
    told = os.pread(descriptor, 32, 0).strip()
    return f" (process {int(told)})" if told.isdigit() else ""
