"""Python's search for garbage, kept short and apart: the event loop waits as long as it lasts."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

LOOK = 0.5
"""Seconds between two looks whether a search is due."""

DUE, OVERDUE = 10, 100
"""Searches of what is young, after which all is due to be searched: as Python does by itself, and
as it may if nobody else does."""


def settle() -> None:
    """Take all that there is now for what stays, so that no later search looks through it.

    The search goes over every object that may be part of a circle, half a microsecond each, and
    the modules alone are 180,000. To be called when what stays has been made, and again when much
    of it was made anew: this looks through all of it, once, and lets go what is in no use.

    >>> settle()
    >>> gc.get_freeze_count() > 10_000
    True
    >>> gc.unfreeze()
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def sweeping() -> AsyncIterator[None]:
    """Until the block ends, search in steps of the event loop that do nothing else.

    Python searches in the midst of whatever makes an object, which takes so much longer then.
    """
    young, middle, old = gc.get_threshold()
    gc.set_threshold(young, middle, OVERDUE)
    task = asyncio.create_task(_sweep())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        gc.set_threshold(young, middle, old)


async def _sweep() -> None:
    while True:
        await asyncio.sleep(LOOK)
        if gc.get_count()[2] >= DUE:
            gc.collect()
