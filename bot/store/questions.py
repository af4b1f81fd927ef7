"""Questions: what the buttons of answers ask again, months later and after restarts."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from bot.queries import Query
from bot.store.database import Database
from bot.store.schema import questions
from bot.wire import parse_query, query_text


class Questions:
    """The questions that a database remembers, each once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def remember(self, queries: Sequence[Query], now: datetime) -> tuple[int, ...]:
        """The numbers of questions, in their order; scope and page are not remembered."""
        texts = [query_text(query) for query in queries]
        rows = [{"text": text, "asked": now} for text in dict.fromkeys(texts)]
        known = insert(questions)
        again = known.on_conflict_do_update(
            index_elements=["text"], set_={"asked": known.excluded.asked}
        )
        found = select(questions.c.text, questions.c.id).where(questions.c.text.in_(texts))
        async with self._database.writing() as connection:
            await connection.execute(again, rows)
            numbers = {row.text: row.id for row in await connection.execute(found)}
        return tuple(numbers[text] for text in texts)

    async def recall(self, number: int) -> Query | None:
        """The question of a number; None where there is none."""
        found = select(questions.c.text).where(questions.c.id == number)
        async with self._database.reading() as connection:
            text = (await connection.execute(found)).scalar()
        return parse_query(text) if text is not None else None
