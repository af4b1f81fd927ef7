"""What can be expected to go wrong, each with the sentence that the user is told."""

from datetime import timedelta
from enum import StrEnum

from bot.model import FeedLink


class NewsError(Exception):
    """An expected failure. Its text says what went wrong and what to do.

    ``exit_code`` is what a terminal command ends with (sysexits.h where it has a fitting one).
    """

    exit_code = 1


class BadInput(NewsError):
    """The words of the call cannot be used as they are."""

    exit_code = 64


class Unreadable(NewsError):
    """A file or page is no article that we can read."""

    exit_code = 65


class Closure(StrEnum):
    """Why a page shows something else than its article."""

    PAYWALL = "paywall"
    LOGIN = "login"
    CONSENT = "cookie question"
    CHALLENGE = "browser check"
    NOTICE = "notice"


class PageMoved(Unreadable):
    """A page is but a sign that sends its readers on to another address."""

    def __init__(self, target: str) -> None:
        super().__init__(target)
        self.target = target

    def __str__(self) -> str:
        return "The page sends its readers on to another one. Give the address of that one."


class PageClosed(Unreadable):
    """A page shows no article, or no more than its beginning, to whoever comes without a key.

    >>> str(PageClosed(Closure.LOGIN))
    'The site shows this article only to members who have logged in. Open it in a browser.'
    """

    def __init__(self, closure: Closure) -> None:
        super().__init__(closure)
        self.closure = closure

    def __str__(self) -> str:
        return _CLOSURE_SENTENCES[self.closure]


_CLOSURE_SENTENCES = {
    Closure.PAYWALL: (
        "Only subscribers can read this article: its page shows the beginning at most, and we sum "
        "up no beginnings. If you subscribe, open it in a browser."
    ),
    Closure.LOGIN: (
        "The site shows this article only to members who have logged in. Open it in a browser."
    ),
    Closure.CONSENT: (
        "The site asks about cookies instead of showing the article. Open it in a browser."
    ),
    Closure.CHALLENGE: (
        "The site lets only browsers in: it asks for JavaScript or for proof of a person. Open it "
        "in a browser."
    ),
    Closure.NOTICE: (
        "The page shows a notice instead of an article: it is not there, not now or not for "
        "everybody. Open it in a browser."
    ),
}


class NothingFound(NewsError):
    """The question was fine; nothing answers it."""


class StoreUnavailable(NewsError):
    """The database cannot be opened, read or written now."""

    exit_code = 75


class StoreInUse(NewsError):
    """Another process serves this database."""

    exit_code = 75


class AlreadyFollowed(NewsError):
    """The server follows this feed."""


class BadSettings(NewsError):
    """An environment variable has a value that we cannot use."""

    exit_code = 78


class NoDiscord(NewsError):
    """Discord cannot be reached."""

    exit_code = 69


class WorkFailed(NewsError):
    """Reading took too long, or killed the process that read."""

    exit_code = 70


class FetchFault(StrEnum):
    """Why an address could not be read, as a feed's health names it."""

    BAD_ADDRESS = "bad address"
    REFUSED = "refused address"
    DNS = "unknown host"
    CONNECT = "no connection"
    TLS = "no secure connection"
    TLS_EXPIRED = "expired certificate"
    TLS_NAME = "certificate of another name"
    TLS_UNKNOWN = "unknown certificate"
    TOO_SLOW = "too slow"
    TOO_LARGE = "too large"
    TOO_MANY_REDIRECTS = "too many redirects"
    GARBLED = "garbled answer"
    CHALLENGE = "browser check"
    ROBOTS = "forbidden by robots.txt"
    STATUS = "refused by the site"


class FetchFailed(NewsError):
    """An address could not be read.

    ``status`` is the HTTP status where the site answered with one; ``retry_after`` is how long
    the site asks us to stay away; ``detail`` says more, such as who checks for browsers. The
    sentence names no address: what a redirect or a name leads to must not be told to whoever asked.

    >>> str(FetchFailed(FetchFault.STATUS, 404))
    'The site has nothing at this address (404). Check the address.'
    """

    exit_code = 69

    def __init__(
        self,
        fault: FetchFault,
        status: int | None = None,
        retry_after: timedelta | None = None,
        detail: str | None = None,
    ) -> None:
        super().__init__(fault, status, retry_after, detail)
        self.fault = fault
        self.status = status
        self.retry_after = retry_after
        self.detail = detail

    def __str__(self) -> str:
        if self.status is None or self.fault is not FetchFault.STATUS:
            return _FAULT_SENTENCES[self.fault]
        kind = self.status if self.status in _STATUS_SENTENCES else self.status // 100
        return _STATUS_SENTENCES.get(kind, _ODD_STATUS).format(status=self.status)


_FAULT_SENTENCES = {
    FetchFault.BAD_ADDRESS: (
        "This is no web address. Give one that begins with http:// or https://, without a user "
        "name or password."
    ),
    FetchFault.REFUSED: (
        "This address does not lead to a public web site. Give one that does, on port 80, 443, "
        "8080 or 8443."
    ),
    FetchFault.DNS: "No site of this name can be found. Check the spelling, or try again later.",
    FetchFault.CONNECT: "The site does not take our connection. Try again later.",
    FetchFault.TLS: (
        "No secure connection to the site can be made: its certificate or encryption is not in "
        "order. Tell the site, or try the address with http://."
    ),
    FetchFault.TLS_EXPIRED: (
        "The site's certificate has expired, so that no secure connection to it can be made. "
        "Tell the site."
    ),
    FetchFault.TLS_NAME: (
        "The site shows a certificate of another name, so that no secure connection to it can be "
        "made. Check the address, or tell the site."
    ),
    FetchFault.TLS_UNKNOWN: (
        "The site's certificate is signed by nobody whom browsers trust, so that no secure "
        "connection to it can be made. Tell the site."
    ),
    FetchFault.TOO_SLOW: "The site took too long to answer. Try again later.",
    FetchFault.TOO_LARGE: "What the site sends is too large to read. Look for a shorter feed.",
    FetchFault.TOO_MANY_REDIRECTS: (
        "The address leads from redirect to redirect. Open it in a browser and give the address "
        "that it ends at."
    ),
    FetchFault.GARBLED: "The site's answer broke off or cannot be unpacked. Try again later.",
    FetchFault.CHALLENGE: (
        "The site lets only browsers in: it asks for proof of a person. Ask the site to let feed "
        "readers through, or use another feed."
    ),
    FetchFault.ROBOTS: (
        "The site asks programs not to read this page (robots.txt). Read it in a browser, or "
        "follow a feed that carries whole articles."
    ),
    FetchFault.STATUS: "The site refused to answer. Try again later.",
}
_STATUS_SENTENCES = {  # by status, else by its first digit
    401: "The site asks for a password ({status}). Only public addresses can be read.",
    403: "The site does not let us read this ({status}). Ask the site, or use another address.",
    404: "The site has nothing at this address ({status}). Check the address.",
    410: "The site has taken this address down for good ({status}). Look for a new one.",
    429: "The site says that we ask too often ({status}). We wait as long as it asks for.",
    451: "The site may not show this for legal reasons ({status}).",
    4: "The site refuses this request ({status}). Check the address.",
    5: "The site has trouble of its own ({status}). Try again later.",
}
_ODD_STATUS = "The site gave an answer that we do not understand ({status}). Check the address."


class NotAFeed(NewsError):
    """The site answered, but with nothing that can be read as a feed."""

    exit_code = 65


class SeveralFeeds(NewsError):
    """A site offers several feeds, and somebody has to choose: ``feeds``, the likeliest first.

    >>> str(SeveralFeeds((FeedLink("https://harbour.example/news"),)))
    'The site offers several feeds. Choose one, and give its own address.'
    """

    exit_code = 64

    def __init__(self, feeds: tuple[FeedLink, ...]) -> None:
        super().__init__("The site offers several feeds. Choose one, and give its own address.")
        self.feeds = feeds


class TooMany(NewsError):
    """Somebody asks for more than their share."""

    exit_code = 69


class MayNotPost(NewsError):
    """The bot lacks permissions in a channel."""

    exit_code = 77
