"""The nouns of the web and of channels: entry, feed, delivery, trouble."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says about one article.

    ``url`` is absolute, http or https. ``title``, ``author`` and ``summary`` are plain text;
    ``content`` is HTML, and there only where the feed seems to carry the whole article.
    ``published`` is None where the feed gives no time that can be true.
    """

    title: str
    url: str | None = None
    guid: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    author: str | None = None
    summary: str | None = None
    content: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What is kept of an entry, to know it again.

    ``page`` is its link without what varies, ``digest`` stands for all that a reader would see.
    """

    guid: str | None
    page: str | None
    title: str
    published: datetime | None
    digest: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page or a list offers, with the title and the site that it gives it.

    ``folder`` are the names of the folders that it lies in, the outermost first.
    """

    url: str
    title: str | None = None
    site: str | None = None
    folder: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """How the readings of a feed go.

    ``read`` is the last that succeeded. ``failures`` is how many have failed since, in a row from
    ``failing_since``; ``fault``, ``status`` (of HTTP) and ``sentence`` say why the last one did.
    ``next_due`` is None for a feed that is to be read at once; ``paused`` says why one is not read
    until a person looks at it.
    """

    read: datetime | None = None
    next_due: datetime | None = None
    failures: int = 0
    failing_since: datetime | None = None
    fault: str | None = None
    status: int | None = None
    sentence: str | None = None
    paused: str | None = None


@dataclass(frozen=True, slots=True)
class ListedFeed:
    """A feed that a server follows, or of the operator's library.

    ``channel`` is where its news are posted, None: nowhere; ``site`` the page it belongs to;
    ``folder`` where it lay in the list that it came from, for those who take it elsewhere.
    """

    id: int
    url: str
    title: str | None
    channel: int | None
    health: FeedHealth
    site: str | None = None
    folder: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """One article that is to be posted in one channel, once.

    ``nonce`` stays the same for every try, so that Discord takes a second one for the first.
    ``attempted`` is when it was last tried.
    """

    id: int
    article_id: int
    guild: int
    channel: int
    nonce: str
    tries: int = 0
    attempted: datetime | None = None

    @property
    def reference(self) -> str:
        """What the message shows, so that it can be found again; compare it as a whole word.

        >>> Delivery(1024, 7, 1, 5, "a1").reference
        'N-1024'
        """
        return f"N-{self.id}"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A channel in which nothing can be posted, and why."""

    guild: int
    channel: int
    reason: str
    since: datetime
