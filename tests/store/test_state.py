"""A service remembers a few words between two lives."""

from bot.store.state import State
from tests.store.conftest import Room


async def test_what_was_set_last_is_remembered(room: Room) -> None:
    state = State(room.database)
    assert await state.get("commands") is None
    for value in ("first", "second"):
        await state.set("commands", value)
    await state.set("other", "third")
    assert await State(room.database).get("commands") == "second"
