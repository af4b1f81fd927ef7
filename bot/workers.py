"""Work for the processor, in processes of its own that can be stopped.

A job that overruns its deadline costs its process, which is killed and replaced, and nothing else.
(The standard ProcessPoolExecutor cannot: its job outlives the time-out and holds up the exit.)
"""

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import TimeoutError as Overrun
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from bot.errors import WorkFailed

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Workers:
    """A pool of spawned processes, each job with a deadline in seconds.

    ``prepare`` is called in each process before its first job.
    """

    def __init__(
        self,
        processes: int = 1,
        deadline: float = 20.0,
        prepare: Callable[[], None] | None = None,
    ) -> None:
        self._deadline = deadline
        self._pool = ProcessPool(
            max_workers=processes,
            context=multiprocessing.get_context("spawn"),
            initializer=prepare,
        )

    async def run(
        self, job: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """The result of a job (a module's function; its arguments are pickled).

        A process may be killed for what is no fault of the job, so that one that died is given
        the job again, once. Raises what the job raises, or WorkFailed when its process overran or
        died twice.
        """
        try:
            return await self._run(job, *args, **kwargs)
        except ProcessExpired:
            pass
        try:
            return await self._run(job, *args, **kwargs)
        except ProcessExpired as error:
            raise WorkFailed("The process that read it died.") from error

    async def _run(
        self, job: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        future = self._pool.schedule(job, args=args, kwargs=kwargs, timeout=self._deadline)
        try:
            result: Result = await asyncio.wrap_future(future)
        except Overrun as error:
            raise WorkFailed(
                f"It took longer than {self._deadline:g} seconds and was given up."
            ) from error
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
