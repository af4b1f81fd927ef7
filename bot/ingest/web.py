"""address -> bytes: one polite, bounded GET for everything that is read from the web."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from types import TracebackType
from typing import Self
from urllib.parse import urljoin
from weakref import WeakValueDictionary

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.errors import FetchFailed, FetchFault
from bot.ingest.agent import user_agent
from bot.ingest.certificates import name_tls_fault
from bot.ingest.challenge import CHALLENGE_BYTES, REFUSALS, find_challenge
from bot.ingest.connections import CONNECTIONS_A_HOST, Connections
from bot.ingest.fetched import Fetched as Fetched
from bot.ingest.freshness import find_fresh_for, find_retry_after
from bot.ingest.guard import AddressRefused, Guard
from bot.ingest.inflate import Inflater

FEED_BYTES = 5_000_000
PAGE_BYTES = 6_000_000  # mostly scripts; what is to be read of it has a limit of its own
MOST_REDIRECTS = 5
DEADLINE = timedelta(seconds=30)

Check = Callable[[str], Awaitable[None]]
"""Told of each address before it is asked for; may raise FetchFailed."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
LONGEST_COOKIES = 4096  # characters
REFUSAL_SECONDS = 3.0  # that the body of a refusal may take; it only says why


class Web:
    """The web as we read it: public hosts, two connections each, no cookies but on one way there.

    ``contact`` is an address where the sites we read can find the operator; ``allowed`` the hosts
    and networks that may be read though they are not public; ``trusted`` whose certificates are
    believed, by default those that the system believes; ``proxy`` the operator's, if all is to be
    read by one. A ``resolver`` given stays the caller's to close. To be made where an event loop
    runs; use as ``async with Web() as web``, or call ``close``.
    """

    def __init__(
        self,
        *,
        contact: str | None = None,
        allowed: tuple[str, ...] = (),
        deadline: timedelta = DEADLINE,
        resolver: AbstractResolver | None = None,
        trusted: ssl.SSLContext | None = None,
        proxy: str | None = None,
    ) -> None:
        self._guard = Guard(allowed)
        self._deadline = deadline
        self._turns: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()
        agent = user_agent(contact)
        self._connections = Connections(self._guard, agent, resolver, trusted, proxy)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close every connection."""
        await self._connections.close()

    async def get(
        self,
        url: str,
        *,
        most_bytes: int = FEED_BYTES,
        etag: str | None = None,
        modified: str | None = None,
        cut: bool = False,
        check: Check | None = None,
    ) -> Fetched:
        """Read an address, following redirects.

        ``etag`` and ``modified`` are those of the last answer. With ``cut``, a body of more than
        ``most_bytes`` is cut off there. The deadline is for all hops together and does not count
        the waiting while two other GETs read the same host, nor ``check``. Raises FetchFailed.
        """
        address = self._parse_address(url)
        wanted = _Wanted(most_bytes, cut, _conditions(etag, modified), check)
        try:
            return await self._follow(address, wanted)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise FetchFailed(name_fault(error)) from error

    def check(self, url: str) -> None:
        """Raise FetchFailed where an address as it is written shows that it cannot be read."""
        self._parse_address(url)

    def is_allowed(self, url: str) -> bool:
        """Whether the operator lets this very host through, so that no polling floor holds."""
        try:
            host = URL(url).raw_host or ""
        except ValueError:
            return False
        return self._guard.allows_host(host)

    def _turn(self, address: URL) -> asyncio.Semaphore:
        host = address.raw_host or ""
        turn = self._turns.get(host)
        if turn is None:
            turn = self._turns[host] = asyncio.Semaphore(CONNECTIONS_A_HOST)
        return turn

    async def _follow(self, address: URL, wanted: "_Wanted") -> Fetched:
        permanent = True
        cookies: dict[URL, dict[str, str]] = {}  # of each origin, for the hops of this GET
        left = self._deadline.total_seconds()
        clock = asyncio.get_running_loop().time
        for hop in range(MOST_REDIRECTS + 1):
            if wanted.check:
                await wanted.check(str(address))
            async with self._turn(address):
                began = clock()
                async with asyncio.timeout(left):
                    answer = await self._get_once(address, wanted, cookies.get(address.origin()))
                left -= clock() - began
            if isinstance(answer, Fetched):
                return replace(answer, moved_to=answer.url if hop and permanent else None)
            permanent = permanent and answer.permanent
            cookies.setdefault(address.origin(), {}).update(answer.cookies)
            address = self._parse_address(urljoin(str(address), answer.target))
        raise FetchFailed(FetchFault.TOO_MANY_REDIRECTS)

    async def _get_once(
        self, address: URL, wanted: "_Wanted", cookies: Mapping[str, str] | None
    ) -> "Fetched | _Redirect":
        headers = {**wanted.conditions, **_cookie_header(cookies or {})}
        async with self._connections.get(address, headers) as response:
            target = response.headers.get("Location")
            if response.status in REDIRECTS and target:
                given = {name: told.value for name, told in response.cookies.items()}
                return _Redirect(target, response.status in PERMANENT, given)
            if response.status == 304 and wanted.conditions:
                return _answer(response, b"")
            if not 200 <= response.status < 300:
                raise await _read_refusal(response)
            body = await _read_body(response, wanted)
            whose = find_challenge(response.status, response.headers, body)
            if whose is not None:
                raise _challenged(response, whose)
            return _answer(response, body)

    def _parse_address(self, url: str) -> URL:
        try:
            address = URL(url.strip()).with_fragment(None)
            host, port = address.raw_host, address.port
        except ValueError:
            raise FetchFailed(FetchFault.BAD_ADDRESS) from None
        if address.scheme not in ("http", "https") or not host or port is None:
            raise FetchFailed(FetchFault.BAD_ADDRESS)
        if address.raw_user is not None or address.raw_password is not None:
            raise FetchFailed(FetchFault.BAD_ADDRESS)
        self._guard.check_host(host, port)
        return address


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a GET is for: the same at each hop."""

    most_bytes: int
    cut: bool
    conditions: Mapping[str, str]
    check: Check | None


@dataclass(frozen=True, slots=True)
class _Redirect:
    target: str
    permanent: bool
    cookies: Mapping[str, str]


def name_fault(error: BaseException) -> FetchFault:
    """What went wrong, in our words, never in those of the exception: they name addresses.

    >>> name_fault(TimeoutError()), name_fault(ConnectionResetError())
    (<FetchFault.TOO_SLOW: 'too slow'>, <FetchFault.CONNECT: 'no connection'>)
    """
    if isinstance(error, TimeoutError):
        return FetchFault.TOO_SLOW
    if isinstance(error, aiohttp.ClientConnectorError) and isinstance(
        error.os_error, AddressRefused
    ):
        return FetchFault.REFUSED
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return name_tls_fault(error.certificate_error)
    if isinstance(error, (aiohttp.ClientSSLError, ssl.SSLError)):
        return name_tls_fault(error)
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return FetchFault.DNS
    if isinstance(error, (aiohttp.ClientResponseError, aiohttp.ClientPayloadError)):
        return FetchFault.GARBLED
    if isinstance(error, ValueError):
        return FetchFault.BAD_ADDRESS
    return FetchFault.CONNECT


def _conditions(etag: str | None, modified: str | None) -> dict[str, str]:
    """The headers of a conditional GET; what no header can hold is left out."""
    told = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {name: value for name, value in told.items() if value and value.isprintable()}


def _cookie_header(cookies: Mapping[str, str]) -> dict[str, str]:
    """What some sites want to see again before they show anything; nothing where it is too long.

    >>> _cookie_header({"seen": "1", "lang": "en"}), _cookie_header({})
    ({'Cookie': 'seen=1; lang=en'}, {})
    """
    told = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return {"Cookie": told} if 0 < len(told) <= LONGEST_COOKIES and told.isprintable() else {}


async def _read_body(response: aiohttp.ClientResponse, wanted: _Wanted) -> bytes:
    if (response.content_length or 0) > wanted.most_bytes and not wanted.cut:
        raise FetchFailed(FetchFault.TOO_LARGE)
    encoding = response.headers.get("Content-Encoding")
    inflater = Inflater(encoding, wanted.most_bytes, cut=wanted.cut)
    async for piece in response.content.iter_any():
        inflater.feed(piece)
        if inflater.is_full:
            break
    return inflater.finish()


def _answer(response: aiohttp.ClientResponse, content: bytes) -> Fetched:
    headers = response.headers
    return Fetched(
        url=str(response.url),
        status=response.status,
        content=content,
        content_type=headers.get("Content-Type"),
        etag=headers.get("ETag"),
        modified=headers.get("Last-Modified"),
        fresh_for=find_fresh_for(headers),
        retry_after=find_retry_after(headers),
    )


async def _read_refusal(response: aiohttp.ClientResponse) -> FetchFailed:
    """Why the site gives no answer; some say only in the body that they check browsers."""
    page = await _read_beginning(response) if response.status in REFUSALS else b""
    whose = find_challenge(response.status, response.headers, page)
    if whose is not None:
        return _challenged(response, whose)
    return FetchFailed(FetchFault.STATUS, response.status, find_retry_after(response.headers))


def _challenged(response: aiohttp.ClientResponse, whose: str) -> FetchFailed:
    wait = find_retry_after(response.headers)
    return FetchFailed(FetchFault.CHALLENGE, response.status, wait, whose or None)


async def _read_beginning(response: aiohttp.ClientResponse) -> bytes:
    """The first bytes of a body; what cannot be read of it is not missed."""
    inflater = Inflater(None, CHALLENGE_BYTES)
    with suppress(aiohttp.ClientError, OSError, TimeoutError, FetchFailed):
        inflater = Inflater(response.headers.get("Content-Encoding"), 16 * CHALLENGE_BYTES)
        async with asyncio.timeout(REFUSAL_SECONDS):
            async for piece in response.content.iter_any():
                inflater.feed(piece)
                if len(inflater.so_far) >= CHALLENGE_BYTES:
                    break
    return inflater.so_far
