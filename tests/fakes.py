"""A web of our own on the loopback: real sockets, and every fault that a site can have."""

import asyncio
import gzip
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

LOOPBACK = ("127.0.0.0/8", "::1")

CERTIFICATES = Path(__file__).parent / "certificates"
"""Of harbour.example and of an authority of our own, made for the years 2020 to 2120."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site says at one address."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Reply = Callable[[web.Request], Answer]


class Site:
    """A site at an address on this machine; remembers whatever it was asked.

    What it asks of programs is asked for before each first page, and remembered apart.
    """

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.requests: list[web.Request] = []
        self.asked_for_robots = 0
        self.open_now = 0
        self.most_open = 0
        self._answers: dict[str, Answer | Reply] = {}

    def says(self, path: str, answer: Answer | Reply | bytes) -> str:
        """Answer so at this path; gives the whole address."""
        self._answers[path] = Answer(answer) if isinstance(answer, bytes) else answer
        return self.url(path)

    def url(self, path: str) -> str:
        return self.origin + path

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if request.path == "/robots.txt":
            self.asked_for_robots += 1
        else:
            self.requests.append(request)
        self.open_now += 1
        self.most_open = max(self.most_open, self.open_now)
        try:
            fault = FAULTS.get(request.path)
            return await fault(request) if fault else self._reply(request)
        finally:
            self.open_now -= 1

    def _reply(self, request: web.Request) -> web.Response:
        answer = self._answers.get(request.path, Answer(status=404))
        if not isinstance(answer, Answer):
            answer = answer(request)
        return web.Response(body=answer.body, status=answer.status, headers=dict(answer.headers))


@asynccontextmanager
async def serve(
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    certificate: str | None = None,
    name: str | None = None,
) -> AsyncIterator[Site]:
    """A site that answers until the block ends; a port that is named may be shared.

    With a ``certificate`` (a file of ours) it answers over TLS; ``name`` is how it is called.
    """
    site = Site("")
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", site.handle)
    runner = web.AppRunner(app, shutdown_timeout=0, handler_cancellation=True)
    await runner.setup()
    tls = None
    if certificate:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(CERTIFICATES / f"{certificate}.pem")
    await web.TCPSite(runner, host, port, reuse_port=port > 0, ssl_context=tls).start()
    address = runner.addresses[0]
    name = name or (f"[{host}]" if ":" in host else host)
    site.origin = f"{'https' if tls else 'http'}://{name}:{address[1]}"
    try:
        yield site
    finally:
        await runner.cleanup()


async def drip(request: web.Request) -> web.StreamResponse:
    """A byte now and then, for longer than anybody waits."""
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(1000):
        await response.write(b"<")
        await asyncio.sleep(0.02)
    return response


async def endless(request: web.Request) -> web.StreamResponse:
    """A body that never ends."""
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write(b"<item>tide</item>" * 4096)


async def silent(request: web.Request) -> web.StreamResponse:
    """No answer at all, until the reader gives up."""
    await asyncio.Event().wait()
    return web.Response()


async def pause(request: web.Request) -> web.StreamResponse:
    """An answer after some thought, and as many redirects to itself as the query says."""
    await asyncio.sleep(0.4)
    left = int(request.query.get("left", "0"))
    headers = {"Location": f"/pause?left={left - 1}"} if left else None
    return web.Response(status=302 if left else 200, headers=headers)


async def bomb(request: web.Request) -> web.StreamResponse:
    """A small gzip file that unpacks to 200 MB."""
    packed = gzip.compress(bytes(1_000_000)) * 200
    return web.Response(body=packed, headers={"Content-Encoding": "gzip"})


async def truncated(request: web.Request) -> web.StreamResponse:
    """A gzip file without its end."""
    packed = gzip.compress(b"The tide rose. " * 1000)[:-20]
    return web.Response(body=packed, headers={"Content-Encoding": "gzip"})


async def broken_off(request: web.Request) -> web.StreamResponse:
    """A connection that is cut before the body is whole."""
    response = web.StreamResponse(headers={"Content-Length": "5000"})
    await response.prepare(request)
    await response.write(b"The tide")
    assert request.transport is not None
    request.transport.close()
    return response


async def loop(request: web.Request) -> web.StreamResponse:
    """A redirect to itself."""
    raise web.HTTPFound(request.path)


async def hop(request: web.Request) -> web.StreamResponse:
    """A redirect to wherever the query says, with the status that it says."""
    status = int(request.query.get("status", "302"))
    return web.Response(status=status, headers={"Location": request.query["to"]})


def challenge(words: str, status: int = 403, **headers: str) -> Answer:
    """A page that checks whether a browser asks, with what gives it away."""
    body = f"<!DOCTYPE html><html><head>{words}</head><body>One moment</body></html>"
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(body.encode(), status, {"Content-Type": "text/html", **told})


def trust_ours() -> ssl.SSLContext:
    """What believes the certificates of our own authority, and no others."""
    return ssl.create_default_context(cafile=CERTIFICATES / "authority.pem")


FAULTS = {
    "/drip": drip,
    "/endless": endless,
    "/silent": silent,
    "/pause": pause,
    "/bomb": bomb,
    "/truncated": truncated,
    "/broken-off": broken_off,
    "/loop": loop,
    "/hop": hop,
}


class Names(AbstractResolver):
    """A name service of our own: each name has its answers, given in turn, the last one forever.

    A name that is not listed is not known.
    """

    def __init__(self, **answers: tuple[str, ...]) -> None:
        self._answers = {name.replace("_", "."): list(told) for name, told in answers.items()}
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        told = self._answers.get(host)
        if not told:
            raise OSError(None, "no such name")
        address = told.pop(0) if len(told) > 1 else told[0]
        return [
            ResolveResult(
                hostname=host,
                host=one,
                port=port,
                family=socket.AF_INET6 if ":" in one else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for one in address.split()
        ]

    async def close(self) -> None:
        """Nothing to close."""


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
