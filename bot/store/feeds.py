"""Feeds: where articles come from."""

from sqlalchemy import insert, select, update

from bot.store.database import Database
from bot.store.schema import feeds


class Feeds:
    """The feeds of a database, for whoever adds them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add_feed(self, url: str, title: str | None = None, *, library: bool = False) -> int:
        """Add a feed, or find the one with this address; gives its id.

        A feed of the library is the operator's own, and everybody sees it; one that is added to
        the library stays there.
        """
        async with self._database.writing() as connection:
            known = (
                await connection.execute(select(feeds).where(feeds.c.url == url))
            ).one_or_none()
            if known is None:
                added = insert(feeds).values(url=url, title=title, library=library)
                return int((await connection.execute(added)).lastrowid)
            await connection.execute(
                update(feeds)
                .where(feeds.c.id == known.id)
                .values(title=title or known.title, library=library or known.library)
            )
            return int(known.id)
