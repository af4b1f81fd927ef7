"""The nouns of the feed doctor: sign, symptom, chart, look, finding, check-up."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.errors import FetchFailed
from bot.model import FeedHealth, FeedLink


class Sign(StrEnum):
    """What may strike about a feed, by the name under which it is kept and printed.

    Those of an address that cannot be read are named as in ``bot.errors.FetchFault``.
    """

    # of the line to the site
    BAD_ADDRESS = "bad address"
    INNER_ADDRESS = "refused address"
    UNKNOWN_HOST = "unknown host"
    NO_CONNECTION = "no connection"
    NOT_SECURE = "no secure connection"
    CERTIFICATE_EXPIRED = "expired certificate"
    CERTIFICATE_OF_ANOTHER = "certificate of another name"
    CERTIFICATE_UNKNOWN = "unknown certificate"
    TOO_SLOW = "too slow"
    TOO_LARGE = "too large"
    REDIRECTS = "too many redirects"
    GARBLED = "garbled answer"
    # of what the site says instead of a feed
    CHALLENGE = "browser check"
    PASSWORD = "password asked"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not found"
    GONE = "gone for good"
    TOO_OFTEN = "asked too often"
    LEGAL = "legal reasons"
    REFUSED = "refused by the site"
    SITE_TROUBLE = "trouble of the site"
    UNKNOWN = "unknown answer"
    PAGE = "web page"
    JSON = "other json"
    XML = "other xml"
    TEXT = "other text"
    NOTHING = "empty answer"
    UNSAFE = "unsafe xml"
    HEAVY = "too heavy to parse"
    NO_FEED = "not a feed"
    # of the feed itself
    EMPTY = "no items"
    NO_DATES = "no dates"
    FUTURE_DATES = "dates in the future"
    SAME_DATES = "one date for all"
    NO_GUIDS = "no guids"
    NO_LINKS = "no links"
    DUPLICATES = "items twice"
    STALE = "nothing new"
    ENCODING = "wrong encoding declared"
    MENDED = "malformed"
    SHORT = "beginnings only"
    TOO_MANY = "many items"
    MOVED = "moved for good"
    # of what we do with it
    PAUSED = "paused"
    OVERDUE = "overdue"
    RECOVERED = "recovered"
    NOT_ASKED = "not asked now"
    UNREAD_PAGES = "pages not read"
    NO_CHANNEL = "channel closed"


class Grade(StrEnum):
    """What a finding means for whoever waits for news."""

    STOPS = "stops"  # no news come
    HARMS = "harms"  # some are lost, late or out of order
    NOTE = "note"  # it is read as it should be


@dataclass(frozen=True, slots=True)
class Symptom:
    """Something that strikes about a feed: ``detail`` in a few words, ``since`` when it is known.

    What a detail says depends on the sign: "3 of 20 items", "XML, line 7: mismatched tag".
    """

    sign: Sign
    detail: str | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What a feed carries, and what strikes about it.

    ``items`` is how many it has in all, ``newest`` when the newest one was published, ``every`` the
    mean time between two of them. Where the bytes were no feed, the symptoms say what they were.
    """

    items: int
    symptoms: tuple[Symptom, ...]
    title: str | None = None
    newest: datetime | None = None
    every: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What an address answered when it was just asked.

    ``failure`` is why it gave nothing; else ``contents`` is what it gave, ``moved_to`` where it
    redirects for good. ``says_unchanged`` is whether it tells that nothing has changed since (304);
    None where that could not be seen. ``offered`` are the site's feeds, where it gave a page.
    """

    failure: FetchFailed | None = None
    contents: Contents | None = None
    moved_to: str | None = None
    says_unchanged: bool | None = None
    offered: tuple[FeedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """Articles that could not be read from their pages, the reason, and since when it is so."""

    reason: str
    articles: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Chart:
    """What is kept of a feed that somebody follows.

    ``times_gone`` counts the last answers of 410, ``moves`` the last redirects to ``moved_to``.
    ``symptoms`` are those of its last reading, each since when. Of its newest ``articles``, those
    that are ``unread`` could not be read.
    """

    url: str
    title: str | None
    health: FeedHealth
    times_gone: int = 0
    moved_to: str | None = None
    moves: int = 0
    moved_since: datetime | None = None
    symptoms: tuple[Symptom, ...] = ()
    newest: datetime | None = None
    articles: int = 0
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Habits:
    """What the bot does of its own, as far as it is told to whoever has a sick feed.

    ``commands`` is what commands about feeds begin with where this is read.
    """

    pauses_after: timedelta
    gone_times: int
    moved_times: int
    page_tries: int
    most_items: int
    most_bytes: int
    most_redirects: int
    patience: timedelta
    commands: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a feed: what it is, since when, what we do about it, what a person can do.

    ``since`` is None where it is not known. ``offers`` are feeds that could be followed instead.
    """

    sign: Sign
    grade: Grade
    what: str
    since: datetime | None
    does: str
    can: str
    offers: tuple[FeedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckUp:
    """All that the doctor says of one feed, the gravest first.

    ``at`` is when it was said. ``read`` and ``next_due`` are None for a feed that is not followed.
    """

    title: str
    url: str
    at: datetime
    is_followed: bool
    findings: tuple[Finding, ...]
    read: datetime | None = None
    next_due: datetime | None = None
    items: int | None = None
    newest: datetime | None = None
    every: timedelta | None = None
    says_unchanged: bool | None = None

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """The findings for which somebody should do something."""
        return tuple(one for one in self.findings if one.grade is not Grade.NOTE)
