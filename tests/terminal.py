"""A command that sees a terminal: a process behind a pseudo-terminal."""

import os
import pty
import re
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path


class Terminal:
    """A running command, and what it has shown so far."""

    def __init__(self, command: Sequence[str | Path], home: Path, folder: Path) -> None:
        self._ours, theirs = pty.openpty()
        self.shown = b""
        kept = {"PATH": os.environ["PATH"], "HOME": str(home), "COLUMNS": "100", "PYTHONUTF8": "1"}
        self._process = subprocess.Popen(
            [str(word) for word in command],
            cwd=folder,
            env=kept,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)

    def read_until(self, pattern: re.Pattern[bytes]) -> str:
        """Read what is shown until a pattern is found; gives what fits it."""
        while not (found := pattern.search(self.shown)):
            more = self._read()
            assert more, self.shown.decode("utf-8", "replace")
            self.shown += more
        return found.group().decode()

    def interrupt(self) -> int:
        """Press Ctrl-C; gives the exit code."""
        self._process.send_signal(signal.SIGINT)
        return self.wait()

    def wait(self) -> int:
        """Read on until the command ends; gives the exit code."""
        while more := self._read():
            self.shown += more
        return self._process.wait(60)

    def _read(self) -> bytes:
        try:
            return os.read(self._ours, 65536)
        except OSError:  # Linux says so when the other end is closed
            return b""

    def end(self) -> None:
        """Kill it if it still runs."""
        self._process.kill()
        self._process.wait()
        os.close(self._ours)
