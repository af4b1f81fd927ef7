"""One log format, set once, text or JSON with the values apart; failures that are lived through."""

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Literal

from bot.errors import NewsError

_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


def _values(record: logging.LogRecord) -> dict[str, object]:
    """What the call handed over as ``extra``."""
    return {name: value for name, value in vars(record).items() if name not in _OWN}


class TextFormat(logging.Formatter):
    """``2026-09-14 17:20:00Z INFO bot.newsroom: article read outlet='Halden Post'``."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%d %H:%M:%SZ")
        words = [at, record.levelname, f"{record.name}:", record.getMessage()]
        words += [f"{name}={value!r}" for name, value in _values(record).items()]
        line = " ".join(words).replace("\n", "\\n")
        if record.exc_info:
            line += "\n" + self.formatException(record.exc_info)
        return line


class JsonFormat(logging.Formatter):
    """One JSON object a line: time (UTC), level, logger, message, and the values."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **_values(record),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


INVITES = "bot.client.invite"
"""What the operator must see whatever the level."""

NOISY = ("trafilatura", "htmldate", "courlan")
"""They complain of pages, with their addresses."""

CHATTY = ("alembic", "aiosqlite")
"""They tell of each step that they take."""


@contextmanager
def living_through(log: logging.Logger, trouble: str) -> Iterator[None]:
    """Log what goes wrong inside, and go on: a clock must outlive one bad tick.

    An expected failure is a warning with its reason, any other stands in the log whole.
    """
    try:
        yield
    except NewsError as error:
        log.warning(trouble, extra={"reason": str(error)})
    except Exception:
        log.exception(trouble)


def set_up_logs(level: str, style: Literal["text", "json"]) -> None:
    """Send all logs to standard error in one format."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormat() if style == "json" else TextFormat())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    logging.getLogger(INVITES).setLevel(logging.INFO)
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.CRITICAL)
