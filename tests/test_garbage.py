"""Python's search for garbage takes steps of its own, and lets everything go that is in no use."""

import asyncio
import gc
import weakref

from bot.garbage import LOOK, OVERDUE, settle, sweeping


class Knot:
    """Something that only the search can let go, as it holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_what_is_dropped_after_it_had_settled_goes_when_all_is_settled_again() -> None:
    knot = Knot()
    gone = weakref.ref(knot)
    settle()
    del knot
    gc.collect()
    assert gone() is not None  # it was taken for what stays
    settle()
    assert gone() is None
    gc.unfreeze()


async def test_garbage_is_swept_between_other_steps_and_python_does_so_again_afterwards() -> None:
    before = gc.get_threshold()
    settle()
    async with sweeping():
        assert gc.get_threshold() == (*before[:2], OVERDUE)
        gone = [weakref.ref(Knot()) for _ in range(100_000)]
        while any(knot() is not None for knot in gone):
            await asyncio.sleep(LOOK / 10)
            gc.collect(1)  # as it comes while objects are made
    assert gc.get_threshold() == before
    gc.unfreeze()
