"""Watches over the event loop while something goes on: how long it did not turn."""

import asyncio
import resource
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

PERIOD = 0.005
"""Seconds between two looks."""


@dataclass(slots=True)
class Stalls:
    """How long the loop did not turn, in seconds: by the clock, and busy with its own work.

    On a machine that others use too, the clock counts their work as ours; the processor's time of
    the loop's own thread does not.
    """

    by_clock: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)


@asynccontextmanager
async def watch_loop() -> AsyncIterator[Stalls]:
    """Watch the running loop until the block ends."""
    stalls = Stalls()
    watching = asyncio.create_task(_watch(stalls))
    try:
        yield stalls
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching


async def _watch(stalls: Stalls) -> None:
    while True:
        clock, busy = time.perf_counter(), time.thread_time()
        await asyncio.sleep(PERIOD)
        stalls.by_clock.append(max(0.0, time.perf_counter() - clock - PERIOD))
        stalls.busy.append(time.thread_time() - busy)


def peak_memory() -> float:
    """The most memory that this process has had, in MB.

    Linux's own account of it begins with the process; that of POSIX takes over what whoever
    started it had.
    """
    most = _read_status("VmHWM:")
    if most is not None:
        return most
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / 1_000_000 if sys.platform == "darwin" else used / 1_000  # bytes there, KB here


def memory_now() -> float:
    """The memory that this process has now, in MB; the most that it had where nobody tells."""
    now = _read_status("VmRSS:")
    return peak_memory() if now is None else now


def _read_status(name: str) -> float | None:
    """What Linux says of this process under a name, in MB."""
    with suppress(OSError):
        status = Path("/proc/self/status").read_text("ascii", "replace")
        for line in status.splitlines():
            if line.startswith(name):
                return int(line.split()[1]) / 1_000
    return None
