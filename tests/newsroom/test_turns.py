"""Whose turn it is: as one reading ends the next begins, and none is begun twice."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime

from bot.newsroom.turns import Places, Readings, Turn

NOON = datetime(2031, 5, 9, 12, tzinfo=UTC)


class Desk:
    """Writes down what was begun, and holds each reading until it is let go."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.gates: dict[int, asyncio.Event] = {}

    def turn(self, id: int) -> Turn[Callable[[], Coroutine[None, None, None]]]:
        async def read() -> None:
            self.begun.append(id)
            await self.gates.setdefault(id, asyncio.Event()).wait()

        return Turn(id, f"host-{id}.example", read)

    async def let_go(self, id: int) -> None:
        self.gates[id].set()
        for _ in range(5):  # the reading ends, then its place is given to the next, which begins
            await asyncio.sleep(0)


async def test_what_waits_begins_as_soon_as_a_place_is_free() -> None:
    desk, readings = Desk(), Readings("feed", Places(in_all=2, a_host=1))
    readings.start(map(desk.turn, (1, 2, 3, 4)), NOON)
    await asyncio.sleep(0)
    assert desk.begun == [1, 2]
    await desk.let_go(2)
    assert desk.begun == [1, 2, 3]
    readings.cancel()
    await readings.finish()
    assert desk.begun == [1, 2, 3]


async def test_what_was_read_while_it_was_looked_up_is_not_begun_again() -> None:
    desk, readings = Desk(), Readings("feed", Places(in_all=2, a_host=1))
    readings.start((desk.turn(1),), NOON)
    await asyncio.sleep(0)
    readings.look()
    await desk.let_go(1)
    readings.start(map(desk.turn, (1, 2)), NOON)  # which was found before the first was read
    await asyncio.sleep(0)
    assert desk.begun == [1, 2]
    readings.cancel()
    await readings.finish()
