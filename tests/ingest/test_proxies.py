"""Proxies: those of the environment are ignored, that of the operator gets no inner address."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import FetchFailed, FetchFault
from bot.ingest.web import Web
from tests.fakes import LOOPBACK, Answer, Names, Site, serve

OUTSIDE = "93.184.215.14"


@pytest.fixture
async def proxy() -> AsyncIterator[Site]:
    """A proxy that answers for every site."""
    async with serve() as site:
        site.says("/feed", b"tide")
        yield site


@pytest.mark.parametrize(
    "name", ["http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"]
)
async def test_the_environment_names_no_proxy_and_no_password(
    name: str, proxy: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".netrc").write_text("default login ada password secret\n")
    (tmp_path / ".netrc").chmod(0o600)
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setenv(name, proxy.origin)
    async with serve() as site, Web(allowed=LOOPBACK) as reader:
        await reader.get(site.says("/feed", b"tide"))
    assert (len(site.requests), len(proxy.requests)) == (1, 0)
    assert "Authorization" not in site.requests[0].headers


async def test_an_exception_in_the_environment_opens_nothing(
    proxy: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "*")
    names = Names(harbour_example=(OUTSIDE,))
    async with Web(resolver=names, proxy=proxy.origin) as reader:
        assert (await reader.get("http://harbour.example/feed")).content == b"tide"
    assert proxy.requests[0].host == "harbour.example"


async def test_the_proxy_is_asked_for_public_names_only(proxy: Site) -> None:
    names = Names(harbour_example=(OUTSIDE,), inner_example=(f"{OUTSIDE} 10.0.0.1",))
    async with Web(resolver=names, proxy=proxy.origin) as reader:
        for url, fault in (
            ("http://inner.example/feed", FetchFault.REFUSED),
            ("http://10.0.0.1/feed", FetchFault.REFUSED),
            ("http://localhost/feed", FetchFault.REFUSED),
            ("http://[::1]/feed", FetchFault.REFUSED),
            ("https://inner.example/feed", FetchFault.REFUSED),
            ("http://harbour.example:6379/feed", FetchFault.REFUSED),
            ("http://nobody.example/feed", FetchFault.DNS),
        ):
            with pytest.raises(FetchFailed) as failure:
                await reader.get(url)
            assert failure.value.fault is fault, url
    assert not proxy.requests


async def test_no_redirect_sends_the_proxy_inside(proxy: Site) -> None:
    names = Names(harbour_example=(OUTSIDE,), inner_example=("192.168.0.1",))
    async with Web(resolver=names, proxy=proxy.origin) as reader:
        for target in (
            "http://127.0.0.1:8443/",
            "http://inner.example/",
            "http://169.254.169.254/",
        ):
            proxy.says("/hop-on", Answer(status=302, headers={"Location": target}))
            with pytest.raises(FetchFailed) as failure:
                await reader.get("http://harbour.example/hop-on")
            assert failure.value.fault is FetchFault.REFUSED
    assert {request.path for request in proxy.requests} == {"/hop-on"}


async def test_a_secure_site_is_asked_for_through_the_proxy_by_its_name() -> None:
    asked: list[bytes] = []

    async def refuse(stream: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await stream.readline())
        writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(refuse, "127.0.0.1", 0) as server:
        proxy = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        names = Names(harbour_example=(OUTSIDE,))
        async with Web(resolver=names, proxy=proxy) as reader:
            with pytest.raises(FetchFailed):
                await reader.get("https://harbour.example/feed")
    assert asked == [b"CONNECT harbour.example:443 HTTP/1.1\r\n"]


async def test_a_proxy_that_is_down_is_no_connection() -> None:
    names = Names(harbour_example=(OUTSIDE,))
    async with serve() as gone:
        origin = gone.origin
    async with Web(resolver=names, proxy=origin) as reader:
        with pytest.raises(FetchFailed) as failure:
            await reader.get("http://harbour.example/feed")
    assert failure.value.fault is FetchFault.CONNECT
