"""Brings the tables up to date, in one transaction, after a copy."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from bot.errors import StoreUnavailable
from bot.store.failures import in_words

MIGRATIONS = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True)
class State:
    """What a file holds: the revision of its tables (None: none yet), and whether it is empty."""

    revision: str | None
    empty: bool


class Migrations:
    """The revisions in a folder, and what they make of a database."""

    def __init__(self, folder: Path) -> None:
        self._config = Config()
        self._config.set_main_option("script_location", str(folder).replace("%", "%%"))
        self._scripts = ScriptDirectory.from_config(self._config)

    @property
    def newest(self) -> str | None:
        """The revision that the code of today works with."""
        return self._scripts.get_current_head()

    def look(self, connection: Connection) -> State:
        """Read which revision a database is at; changes nothing."""
        tables = inspect(connection).get_table_names()
        if "alembic_version" not in tables:
            return State(None, empty=not tables)
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return State(found, empty=False)

    def check(self, state: State, path: Path) -> None:
        """Raise StoreUnavailable for a database that we must not touch."""
        if state.revision is None and not state.empty:
            raise StoreUnavailable(
                f"{path} is the database of another program; it was left as it is. "
                "Set DATA_DIR or DATABASE_URL to another place."
            )
        known = {script.revision for script in self._scripts.walk_revisions()}
        if state.revision is not None and state.revision not in known:
            raise StoreUnavailable(
                f"The database {path} was written by a newer Newsroom (its tables are at "
                f"{state.revision}, this one knows them up to {self.newest}). Update Newsroom, "
                f"or set DATA_DIR to another place; the file was left as it is."
            )

    def upgrade(self, connection: Connection) -> None:
        """Run what is missing, inside the transaction of the connection."""
        self._config.attributes["connection"] = connection
        command.upgrade(self._config, "head")


def copy_database(path: Path, revision: str) -> Path:
    """Copy a database that may be in use beside itself, as it is at this revision.

    A plain copy of a live file is often damaged; SQLite's own backup is not. Raises
    StoreUnavailable where there is no room for it.
    """
    copy = path.with_name(f"{path.stem}.before-update-from-{revision}{path.suffix}")
    try:
        copy.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except (OSError, sqlite3.Error) as error:
        raise StoreUnavailable(
            f"The database {path} must be brought up to date, but cannot be copied first "
            f"({in_words(error)}). Make room beside it and try again; it was left as it is."
        ) from None
    return copy
