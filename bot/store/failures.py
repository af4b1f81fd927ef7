"""What can be expected of a database file to go wrong, each with its sentence."""

import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from bot.errors import StoreUnavailable

SENTENCES = {
    "BUSY": "The database {path} is in use by another program. Try again when that has ended.",
    "LOCKED": "The database {path} is in use by another program. Try again when that has ended.",
    "READONLY": "The database {path} cannot be written to. "
    "Allow this user to write the file and its folder, or set DATA_DIR to another place.",
    "PERM": "This user may not read the database {path}. "
    "Allow it, or set DATA_DIR to another place.",
    "AUTH": "This user may not read the database {path}. "
    "Allow it, or set DATA_DIR to another place.",
    "CANTOPEN": "The database {path} cannot be opened. "
    "Check that it is a file in a folder that this user may write to.",
    "FULL": "The disk is full, so the database {path} cannot be written to. "
    "Nothing that it held is lost. Make room and try again.",
    # SQLite says so too of a full disk that has no room for the files beside the database
    "IOERR": "The disk is full or failed while the database {path} was in use. "
    "Make room or check the disk, or set DATA_DIR to another place.",
    "CORRUPT": "The database {path} is damaged. It was left as it is: "
    "move it away and put a copy in its place, or start anew without it.",
    "NOTADB": "The file {path} is not a database, or is damaged. It was left as it is: "
    "move it away and put a copy in its place, or start anew without it.",
}
"""By the name of SQLite's result code (https://www.sqlite.org/rescode.html), without SQLITE_."""

HEADER = b"SQLite format 3\0"


def explain(error: DBAPIError, path: Path) -> StoreUnavailable | None:
    """The sentence for a failure of the file; None for a bug of ours, which stays what it is.

    >>> import sqlite3
    >>> full = sqlite3.OperationalError("database or disk is full")
    >>> full.sqlite_errorname = "SQLITE_FULL"
    >>> explain(DBAPIError("", (), full), Path("news.db")).args[0][:21]
    'The disk is full, so '
    >>> explain(DBAPIError("", (), sqlite3.OperationalError("no such column")), Path("news.db"))
    """
    code = getattr(error.orig, "sqlite_errorname", None) or _code(error.orig)
    sentence = SENTENCES.get(code.removeprefix("SQLITE_").split("_")[0])
    return StoreUnavailable(sentence.format(path=path)) if sentence else None


def in_words(error: OSError | sqlite3.Error) -> str:
    """Why a file could not be copied, without the number and the path that Python adds.

    >>> in_words(OSError(28, "No space left on device", "/srv/news.db"))
    'No space left on device'
    """
    return str(getattr(error, "strerror", None) or error)


def check_header(path: Path) -> None:
    """Raise StoreUnavailable for a file that does not begin as a database of SQLite does.

    A driver that meets such a file leaves a thread behind. The first 16 bytes are said in
    https://www.sqlite.org/fileformat.html; an empty file is an empty database.
    """
    if not path.is_file():
        return
    try:
        with path.open("rb") as file:
            begin = file.read(len(HEADER))
    except PermissionError:
        raise StoreUnavailable(SENTENCES["PERM"].format(path=path)) from None
    if begin not in (b"", HEADER):
        raise StoreUnavailable(SENTENCES["NOTADB"].format(path=path))


def _code(error: BaseException | None) -> str:
    """The code of the failure that a wrapper was raised from."""
    return getattr(error.__cause__, "sqlite_errorname", None) or "" if error else ""
