"""What an address answered."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered.

    ``url`` is where the redirects ended; ``moved_to`` is the same where all of them were
    permanent, else None. ``content`` is empty where nothing has changed (``status`` 304). ``etag``
    and ``modified`` are to be handed back with the next GET. ``fresh_for`` is how long the site
    says that the answer stays good, ``retry_after`` how long it asks us to stay away.
    """

    url: str
    status: int
    content: bytes = b""
    content_type: str | None = None
    moved_to: str | None = None
    etag: str | None = None
    modified: str | None = None
    fresh_for: timedelta | None = None
    retry_after: timedelta | None = None

    @property
    def is_unchanged(self) -> bool:
        """Whether the site says that what we have is still good.

        >>> Fetched("https://harbour.example/feed", 304).is_unchanged
        True
        """
        return self.status == 304
