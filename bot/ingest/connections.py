"""address -> connection: straight to a site behind the guard, or by the proxy of the operator."""

import socket
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from ipaddress import ip_address

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.errors import FetchFailed, FetchFault
from bot.ingest.agent import ACCEPT
from bot.ingest.guard import Guard

CONNECTIONS_A_HOST = 2
KEEP_ALIVE = 3.0
"""Seconds that a connection waits for the next question to its host: a redirect, robots.txt and the
page come at once, the next reading of a feed in a quarter of an hour."""

HEADER_BYTES = 32_768  # aiohttp's 8,190 are too few for the security headers of some outlets


class Connections:
    """Asks one address at a time, following no redirect; proxies of the environment are ignored.

    With a ``proxy``, every address is looked up here first and refused where it leads inside; what
    the proxy finds under the same name a moment later only the proxy can refuse. A ``resolver``
    given stays the caller's to close.
    """

    def __init__(
        self,
        guard: Guard,
        agent: str,
        resolver: AbstractResolver | None = None,
        trusted: ssl.SSLContext | None = None,
        proxy: str | None = None,
    ) -> None:
        self._guard = guard
        self._proxy = URL(proxy) if proxy else None
        self._resolver = resolver or aiohttp.ThreadedResolver()
        self._guarded = _open_session(agent, resolver, trusted, guard)
        # A host that the operator allows by name may lead anywhere; a connection made for it is
        # never used for another, as it has a session of its own. So it is with the proxy.
        self._unguarded = _open_session(agent, resolver, trusted, None)

    async def close(self) -> None:
        """Close every connection."""
        await self._guarded.close()
        await self._unguarded.close()

    @asynccontextmanager
    async def get(
        self, address: URL, headers: Mapping[str, str]
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        """What an address answers, its body still to be read. Raises FetchFailed and all that
        aiohttp raises.
        """
        is_named = self._guard.allows_name(address.raw_host or "")
        if self._proxy and not is_named:
            await self._look_up(address)
        session = self._unguarded if is_named or self._proxy else self._guarded
        async with session.get(
            address, headers=headers, allow_redirects=False, proxy=self._proxy
        ) as response:
            yield response

    async def _look_up(self, address: URL) -> None:
        """Raise FetchFailed unless every address of a host may be connected to."""
        host, port = address.raw_host or "", address.port or 0
        try:
            found = await self._resolver.resolve(host, port, socket.AF_UNSPEC)
        except OSError:
            raise FetchFailed(FetchFault.DNS) from None
        places = [ip_address(one["host"].partition("%")[0]) for one in found]
        if not places or not all(self._guard.may_connect(place, port) for place in places):
            raise FetchFailed(FetchFault.REFUSED)


def _open_session(
    agent: str,
    resolver: AbstractResolver | None,
    trusted: ssl.SSLContext | None,
    guard: Guard | None,
) -> aiohttp.ClientSession:
    connector = aiohttp.TCPConnector(
        limit=0,  # whoever calls decides how much is read at once; waiting here would cost time
        limit_per_host=CONNECTIONS_A_HOST,
        keepalive_timeout=KEEP_ALIVE,
        resolver=resolver,
        ssl=trusted or True,
        socket_factory=guard.open_socket if guard else None,
    )
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": agent, "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate"},
        auto_decompress=False,  # aiohttp would unpack a bomb before we could look
        timeout=aiohttp.ClientTimeout(total=None),  # we keep our own
        trust_env=False,
        max_line_size=HEADER_BYTES,
        max_field_size=HEADER_BYTES,
    )
