"""What the tests of a room share."""

from collections.abc import Iterator

import pytest

from bot.workers import Workers


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    """One process for all tests of a room: it takes seconds to begin."""
    pool = Workers(1)
    yield pool
    pool.close()
