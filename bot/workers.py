"""Work for the processor, in processes of its own that can be stopped.

A job that overruns its deadline, or wants more memory than it may have, costs its process, which
ends and is replaced, and nothing else.
(The standard ProcessPoolExecutor cannot: its job outlives the time-out and holds up the exit.)
"""

import asyncio
import multiprocessing
import os
import sys
from collections.abc import Callable
from concurrent.futures import TimeoutError as Overrun
from functools import partial
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from bot.errors import WorkFailed

Given = ParamSpec("Given")
Result = TypeVar("Result")

MEMORY = 640_000_000
"""Bytes of data that a process may hold: several times what a page of the largest size needs."""

NICENESS = 5
"""How much the processes stand back, where the bot itself needs the processor to answer."""

_OUT_OF_MEMORY = 77
"""What a process ends with whose job wanted more memory than it may have."""


class Workers:
    """A pool of spawned processes, each job with a deadline in seconds.

    ``prepare`` is called in each process before its first job; ``memory`` is how many bytes each
    may hold, where the platform can say so.
    """

    def __init__(
        self,
        processes: int = 1,
        deadline: float = 20.0,
        prepare: Callable[[], None] | None = None,
        memory: int = MEMORY,
    ) -> None:
        self._deadline = deadline
        self._pool = ProcessPool(
            max_workers=processes,
            context=multiprocessing.get_context("spawn"),
            initializer=partial(_set_up, memory, prepare),
        )

    async def run(
        self, job: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """The result of a job (a module's function; its arguments are pickled).

        A process may be killed for what is no fault of the job, so that one that died is given
        the job again, once. Raises what the job raises, or WorkFailed when its process overran,
        ran out of memory, or died twice.
        """
        return await self.run_within(self._deadline, job, *args, **kwargs)

    async def run_within(
        self,
        deadline: float,
        job: Callable[Given, Result],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Result:
        """The result of a job that has a deadline of its own, in seconds; raises as ``run``."""
        try:
            return await self._run(deadline, job, *args, **kwargs)
        except ProcessExpired:
            pass
        try:
            return await self._run(deadline, job, *args, **kwargs)
        except ProcessExpired as error:
            raise WorkFailed("The process that read it died.") from error

    async def _run(
        self,
        deadline: float,
        job: Callable[Given, Result],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Result:
        future = self._pool.schedule(_do, args=(job, *args), kwargs=kwargs, timeout=deadline)
        try:
            result: Result = await asyncio.wrap_future(future)
        except Overrun as error:
            raise WorkFailed(
                f"It took longer than {deadline:g} seconds and was given up."
            ) from error
        except ProcessExpired as error:
            if error.exitcode != _OUT_OF_MEMORY:
                raise
            raise WorkFailed("It wanted more memory than a page may have.") from error
        return result

    def close(self) -> None:
        """Stop the processes at once."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await asyncio.to_thread(self.close)


def _do(job: Callable[..., Result], *args: object, **kwargs: object) -> Result:
    """Do a job; a process that ran out of memory ends, as nobody knows what else it lost."""
    try:
        return job(*args, **kwargs)
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)


def _set_up(memory: int, prepare: Callable[[], None] | None) -> None:
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    if sys.platform == "linux":  # elsewhere the limit is not kept, or counts shared libraries
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
    if prepare:
        prepare()
