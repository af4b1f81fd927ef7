"""One GET: what it gives, and how each fault of a site ends."""

import asyncio
import gzip
import pickle
import zlib
from datetime import timedelta

import pytest
from aiohttp import web

from bot.errors import FetchFailed, FetchFault
from bot.ingest.web import CONNECTIONS_A_HOST, MOST_REDIRECTS, Web
from tests.fakes import LOOPBACK, Answer, Names, free_port, serve

TIDE = b"<rss><channel><title>Harbour Times</title></channel></rss>"


def open_web(**settings: object) -> Web:
    return Web(**{"allowed": LOOPBACK, **settings})  # type: ignore[arg-type]


async def fault_of(reader: Web, url: str, **limits: int) -> FetchFault:
    with pytest.raises(FetchFailed) as failure:
        await reader.get(url, **limits)  # type: ignore[arg-type]
    return failure.value.fault


async def test_an_answer_carries_its_bytes_and_what_the_next_get_needs() -> None:
    headers = {
        "Content-Type": "application/rss+xml",
        "ETag": '"7"',
        "Last-Modified": "Sun, 01 Mar 2026 10:00:00 GMT",
        "Cache-Control": "max-age=600",
    }
    async with serve() as site, open_web() as reader:
        got = await reader.get(site.says("/feed", Answer(TIDE, headers=headers)))
    assert (got.status, got.content, got.url) == (200, TIDE, site.url("/feed"))
    assert (got.etag, got.modified) == ('"7"', "Sun, 01 Mar 2026 10:00:00 GMT")
    assert (got.content_type, got.fresh_for) == ("application/rss+xml", timedelta(seconds=600))
    assert got.moved_to is None


async def test_an_unchanged_feed_is_an_answer_without_bytes() -> None:
    def reply(request: web.Request) -> Answer:
        known = request.headers.get("If-None-Match") == '"7"'
        return Answer(status=304) if known else Answer(TIDE)

    async with serve() as site, open_web() as reader:
        url = site.says("/feed", reply)
        assert not (await reader.get(url)).is_unchanged
        again = await reader.get(url, etag='"7"', modified="Sun, 01 Mar 2026 10:00:00 GMT")
    assert again.is_unchanged
    assert again.content == b""
    assert site.requests[-1].headers["If-Modified-Since"] == "Sun, 01 Mar 2026 10:00:00 GMT"


async def test_we_say_who_we_are_and_keep_no_cookies() -> None:
    async with serve() as site, open_web(contact="https://press.example/bot") as reader:
        url = site.says("/feed", Answer(TIDE, headers={"Set-Cookie": "who=me"}))
        await reader.get(url)
        await reader.get(url)
    headers = site.requests[-1].headers
    assert headers["User-Agent"].startswith("Newsroom/")
    assert "https://press.example/bot" in headers["User-Agent"]
    assert "Cookie" not in headers
    assert headers["Accept-Encoding"] == "gzip, deflate"


async def test_a_cookie_is_shown_again_on_the_way_that_it_was_given_on_and_to_nobody_else() -> None:
    def gate(request: web.Request) -> Answer:
        if request.cookies.get("seen") == "1":
            return Answer(TIDE)
        return Answer(status=302, headers={"Location": "/gate", "Set-Cookie": "seen=1; Path=/"})

    async with serve() as site, serve() as other, open_web() as reader:
        assert (await reader.get(site.says("/gate", gate))).content == TIDE
        await reader.get(site.says("/plain", TIDE))
        target = other.says("/tide", TIDE)
        moved = {"Location": target, "Set-Cookie": "seen=1"}
        await reader.get(site.says("/moved", Answer(status=302, headers=moved)))
    shown = [(one.path, one.headers.get("Cookie")) for one in (*site.requests, *other.requests)]
    assert [one for one in shown if one[1]] == [("/gate", "seen=1")]


async def test_a_contact_with_a_line_end_adds_no_header() -> None:
    async with serve() as site, open_web(contact="a@press.example\r\nX-Odd: 1") as reader:
        await reader.get(site.says("/feed", TIDE))
    assert "X-Odd" not in site.requests[0].headers


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(TIDE)),
        ("x-gzip", gzip.compress(TIDE)),
        ("gzip", gzip.compress(TIDE[:9]) + gzip.compress(TIDE[9:])),
        ("gzip", gzip.compress(TIDE) + b"\0\0\0"),
        ("gzip", TIDE),
        ("deflate", zlib.compress(TIDE)),
        ("deflate", zlib.compress(TIDE, wbits=-15)),
        ("identity", TIDE),
        ("utf-8", TIDE),
        ("none", gzip.compress(TIDE)),
        ("gzip,", gzip.compress(TIDE)),
    ],
)
async def test_a_packed_body_is_unpacked(encoding: str, packed: bytes) -> None:
    async with serve() as site, open_web() as reader:
        url = site.says("/feed", Answer(packed, headers={"Content-Encoding": encoding}))
        assert (await reader.get(url)).content == TIDE


async def test_a_body_packed_in_a_way_we_did_not_ask_for_is_garbled() -> None:
    async with serve() as site, open_web() as reader:
        url = site.says("/feed", Answer(TIDE, headers={"Content-Encoding": "br"}))
        assert await fault_of(reader, url) is FetchFault.GARBLED


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/drip", FetchFault.TOO_SLOW),
        ("/silent", FetchFault.TOO_SLOW),
        ("/endless", FetchFault.TOO_LARGE),
        ("/bomb", FetchFault.TOO_LARGE),
        ("/truncated", FetchFault.GARBLED),
        ("/broken-off", FetchFault.GARBLED),
        ("/loop", FetchFault.TOO_MANY_REDIRECTS),
    ],
)
async def test_every_fault_of_a_site_ends_at_its_limit(path: str, fault: FetchFault) -> None:
    async with serve() as site, open_web(deadline=timedelta(seconds=1)) as reader:
        assert await fault_of(reader, site.url(path), most_bytes=100_000) is fault


async def test_a_body_of_just_the_limit_is_read_and_a_byte_more_is_not() -> None:
    async with serve() as site, open_web() as reader:
        url = site.says("/feed", TIDE)
        assert (await reader.get(url, most_bytes=len(TIDE))).content == TIDE
        assert await fault_of(reader, url, most_bytes=len(TIDE) - 1) is FetchFault.TOO_LARGE


async def test_a_gzip_file_of_thousands_of_members_is_garbled() -> None:
    packed = gzip.compress(b"") * 5000
    async with serve() as site, open_web() as reader:
        url = site.says("/feed", Answer(packed, headers={"Content-Encoding": "gzip"}))
        assert await fault_of(reader, url) is FetchFault.GARBLED


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429, 451, 500, 503, 304])
async def test_a_refusal_keeps_its_status_and_has_a_sentence(status: int) -> None:
    async with serve() as site, open_web() as reader:
        url = site.says("/feed", Answer(status=status, headers={"Retry-After": "120"}))
        with pytest.raises(FetchFailed) as failure:
            await reader.get(url)
    assert (failure.value.fault, failure.value.status) == (FetchFault.STATUS, status)
    assert failure.value.retry_after == timedelta(seconds=120)
    assert str(status) in str(failure.value)


@pytest.mark.parametrize("fault", FetchFault)
def test_every_fault_has_a_sentence_and_passes_from_process_to_process(fault: FetchFault) -> None:
    failure = pickle.loads(pickle.dumps(FetchFailed(fault, retry_after=timedelta(seconds=9))))
    assert str(failure).endswith(".")
    assert (failure.fault, failure.retry_after) == (fault, timedelta(seconds=9))


async def test_a_browser_check_is_named_as_one() -> None:
    async with serve() as site, open_web() as reader:
        url = site.says("/feed", Answer(status=403, headers={"cf-mitigated": "challenge"}))
        assert await fault_of(reader, url) is FetchFault.CHALLENGE


async def test_only_redirects_that_are_all_permanent_move_a_feed() -> None:
    async with serve() as site, open_web() as reader:
        end = site.says("/end", TIDE)
        moved = await reader.get(site.url(f"/hop?status=301&to=/hop%3Fstatus%3D308%26to%3D{end}"))
        lent = await reader.get(site.url(f"/hop?status=301&to=/hop%3Fstatus%3D302%26to%3D{end}"))
    assert (moved.url, moved.moved_to) == (end, end)
    assert (lent.url, lent.moved_to) == (end, None)


async def test_as_many_redirects_as_allowed_are_followed_and_no_more() -> None:
    def step(request: web.Request) -> Answer:
        left = int(request.query["left"])
        target = f"/step?left={left - 1}" if left else "/end"
        return Answer(status=302, headers={"Location": target})

    async with serve() as site, open_web() as reader:
        site.says("/end", TIDE)
        url = site.says("/step", step)
        got = await reader.get(f"{url}?left={MOST_REDIRECTS - 1}")
        assert got.content == TIDE
        fault = await fault_of(reader, f"{url}?left={MOST_REDIRECTS}")
    assert fault is FetchFault.TOO_MANY_REDIRECTS


async def test_an_unknown_name_a_closed_port_and_a_plain_port_are_told_apart() -> None:
    async with serve() as site, open_web(resolver=Names()) as reader:
        assert await fault_of(reader, "http://nobody.example/") is FetchFault.DNS
        assert await fault_of(reader, f"http://127.0.0.1:{free_port()}/") is FetchFault.CONNECT
        secure = site.url("/feed").replace("http:", "https:")
        assert await fault_of(reader, secure) is FetchFault.TLS


async def test_an_answer_that_is_no_http_is_garbled() -> None:
    async def chatter(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 harbour mail ready\r\n\r\n")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(chatter, "127.0.0.1", 0) as server, open_web() as reader:
        port = server.sockets[0].getsockname()[1]
        assert await fault_of(reader, f"http://127.0.0.1:{port}/") is FetchFault.GARBLED


async def test_at_most_two_connections_lead_to_one_host_and_waiting_is_no_slowness() -> None:
    deadline = timedelta(seconds=1)
    async with serve() as site, open_web(deadline=deadline) as reader:
        gets = [reader.get(site.url("/pause")) for _ in range(6)]
        answers = await asyncio.gather(*gets)
    assert [answer.status for answer in answers] == [200] * 6
    assert site.most_open == CONNECTIONS_A_HOST


async def test_the_deadline_is_for_all_hops_together() -> None:
    async with serve() as site, open_web(deadline=timedelta(seconds=1)) as reader:

        def url(left: int) -> str:
            return site.url(f"/pause?left={left}")

        assert (await reader.get(url(1))).status == 200
        assert await fault_of(reader, url(3)) is FetchFault.TOO_SLOW


async def test_a_slow_site_holds_up_no_other() -> None:
    names = Names(slow_example=("127.0.0.1",), quick_example=("127.0.0.1",))
    async with serve() as site, open_web(resolver=names, deadline=timedelta(seconds=5)) as reader:
        port = site.origin.rpartition(":")[2]
        slow = [
            asyncio.create_task(reader.get(f"http://slow.example:{port}/silent")) for _ in range(9)
        ]
        site.says("/feed", TIDE)
        async with asyncio.timeout(2):
            got = await reader.get(f"http://quick.example:{port}/feed")
        for task in slow:
            task.cancel()
        await asyncio.gather(*slow, return_exceptions=True)
    assert got.content == TIDE


async def test_a_proxy_of_the_environment_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serve() as proxy, serve() as site, open_web() as reader:
        monkeypatch.setenv("http_proxy", proxy.origin)
        monkeypatch.setenv("no_proxy", "")
        await reader.get(site.says("/feed", TIDE))
    assert (len(site.requests), len(proxy.requests)) == (1, 0)


async def test_a_condition_that_no_header_can_hold_is_left_out() -> None:
    async with serve() as site, open_web() as reader:
        got = await reader.get(site.says("/feed", TIDE), etag='"7"\r\nX-Odd: 1')
    assert got.content == TIDE
    assert "X-Odd" not in site.requests[0].headers
