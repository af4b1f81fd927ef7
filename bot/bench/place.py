"""Where the bench keeps its database: a folder that goes, or one of its own that it finds again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.errors import BadInput
from bot.store.lock import hold_store

DATABASE = "bench.db"
MARK = "newsroom-bench.txt"
MEANING = "newsroom bench keeps its database here. All of it is made up; delete it as you like.\n"


@contextmanager
def open_place(folder: Path | None) -> Iterator[str]:
    """The address of a database to measure with, in this folder; None: in one that goes.

    Only an empty folder, or one that was begun here, is taken: nobody measures into what is
    somebody's. Raises BadInput for any other, and StoreInUse where another bench is at work.
    """
    if folder is None:
        with TemporaryDirectory(prefix="newsroom-bench-") as temporary:
            yield _address(Path(temporary))
        return
    _claim(folder)
    with hold_store(_address(folder)):
        yield _address(folder)


def _claim(folder: Path) -> None:
    """Mark a folder as the bench's own."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / MARK).is_file():
            return
        if any(folder.iterdir()):
            raise BadInput(
                f"The folder {folder} holds something else than a bench, and was left as it is. "
                "Name an empty folder, or one that is not there yet."
            )
        (folder / MARK).write_text(MEANING, "utf-8")
    except OSError as error:
        raise BadInput(
            f"The folder {folder} cannot be used ({error.strerror}). Name another one."
        ) from None


def _address(folder: Path) -> str:
    return f"sqlite:///{folder.resolve() / DATABASE}"
