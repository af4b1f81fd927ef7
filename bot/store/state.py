"""State: the few words that a service remembers between two lives."""

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from bot.store.database import Database
from bot.store.schema import state


class State:
    """Words by key, such as the hash of the commands that were registered last."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, key: str) -> str | None:
        """The words under this key; None where there are none."""
        found = select(state.c.value).where(state.c.key == key)
        async with self._database.reading() as connection:
            return (await connection.execute(found)).scalar()

    async def set(self, key: str, value: str) -> None:
        """Keep words under this key, in the place of the former ones."""
        kept = insert(state).values(key=key, value=value)
        async with self._database.writing() as connection:
            await connection.execute(
                kept.on_conflict_do_update(index_elements=["key"], set_={"value": value})
            )
