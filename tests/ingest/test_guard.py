"""Nobody is led inside: every way to write an inner address, against a real inner service."""

from collections.abc import AsyncIterator
from ipaddress import ip_address

import pytest

from bot.errors import FetchFailed, FetchFault
from bot.ingest.guard import AddressRefused, Guard, is_public
from bot.ingest.web import Web
from tests.fakes import LOOPBACK, Answer, Names, Site, serve
from tests.ingest.attacks import ATTACKS

REFUSED = (FetchFault.REFUSED, FetchFault.BAD_ADDRESS)


@pytest.fixture
async def inner() -> AsyncIterator[Site]:
    """A service that only this machine should reach; the guard lets its ports through."""
    async with serve(port=8443) as site:
        site.says("/", b"secret")
        yield site


@pytest.mark.parametrize("url", ATTACKS)
async def test_no_attack_reaches_the_inside(url: str, inner: Site) -> None:
    async with Web(resolver=Names()) as reader:
        with pytest.raises(FetchFailed) as failure:
            await reader.get(url)
    assert failure.value.fault in (*REFUSED, FetchFault.DNS)
    assert not inner.requests


@pytest.mark.parametrize("url", [url for url in ATTACKS if url.startswith(("http", "//"))])
async def test_no_attack_reaches_the_inside_by_a_redirect(url: str, inner: Site) -> None:
    """The first hop is a site that the operator allows by name; the second is the attack."""
    names = Names(feeds_lan=("127.0.0.1",))
    async with serve() as site, Web(resolver=names, allowed=("feeds.lan",)) as reader:
        port = site.origin.rpartition(":")[2]
        target = "".join(letter for letter in url if letter.isprintable())
        site.says("/feed", Answer(status=302, headers={"Location": target}))
        with pytest.raises(FetchFailed) as failure:
            await reader.get(f"http://feeds.lan:{port}/feed")
    # A relative target stays on the first site, which knows nothing of it.
    assert failure.value.status == 404 or failure.value.fault in (*REFUSED, FetchFault.DNS)
    assert not inner.requests


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("target", ["http://127.0.0.1:8443/", "//127.1:8443/", "http://[::1]:8443"])
async def test_no_kind_of_redirect_leads_inside_at_any_hop(
    status: int, target: str, inner: Site
) -> None:
    names = Names(feeds_lan=("127.0.0.1",))
    async with serve() as site, Web(resolver=names, allowed=("feeds.lan",)) as reader:
        port = site.origin.rpartition(":")[2]
        site.says("/last", Answer(status=status, headers={"Location": target}))
        site.says("/next", Answer(status=status, headers={"Location": "/last"}))
        with pytest.raises(FetchFailed) as failure:
            await reader.get(f"http://feeds.lan:{port}/next")
    assert failure.value.fault is FetchFault.REFUSED
    assert [request.path for request in site.requests] == ["/next", "/last"]
    assert not inner.requests


async def test_a_page_that_would_send_a_browser_on_sends_us_nowhere(inner: Site) -> None:
    """By its head, or by headers that are no redirect."""
    headers = {"Refresh": "0; url=http://127.0.0.1:8443/", "Link": "<http://127.0.0.1:8443/>"}
    headers |= {"Content-Location": "http://127.0.0.1:8443/", "Location": "http://127.0.0.1:8443/"}
    page = b'<meta http-equiv="refresh" content="0; url=http://127.0.0.1:8443/">'
    names = Names(feeds_lan=("127.0.0.1",))
    async with serve() as site, Web(resolver=names, allowed=("feeds.lan",)) as reader:
        port = site.origin.rpartition(":")[2]
        site.says("/", Answer(page, headers=headers))
        fetched = await reader.get(f"http://feeds.lan:{port}/")
    assert (fetched.content, fetched.url) == (page, f"http://feeds.lan:{port}/")
    assert not inner.requests


async def test_a_name_that_is_asked_anew_at_the_second_hop_is_checked_anew(inner: Site) -> None:
    """A name service that answers well at first; another port makes aiohttp ask again."""
    names = Names(harbour_example=("127.0.0.2", "127.0.0.1"))
    async with (
        serve("127.0.0.2") as site,
        Web(resolver=names, allowed=("127.0.0.2/32",)) as reader,
    ):
        port = site.origin.rpartition(":")[2]
        location = {"Location": "http://harbour.example:8443/"}
        site.says("/", Answer(status=302, headers=location))
        with pytest.raises(FetchFailed) as failure:
            await reader.get(f"http://harbour.example:{port}/")
    assert failure.value.fault is FetchFault.REFUSED
    assert (len(names.asked), len(site.requests), len(inner.requests)) == (2, 1, 0)


async def test_another_name_for_a_name_that_leads_inside_is_refused(inner: Site) -> None:
    """What a CNAME comes to: the service answers the outer name with the inner address."""
    names = Names(alias_example=("127.0.0.1",), feeds_example=("::ffff:127.0.0.1",))
    async with Web(resolver=names) as reader:
        for name in ("alias.example", "feeds.example"):
            with pytest.raises(FetchFailed) as failure:
                await reader.get(f"http://{name}:8443/")
            assert failure.value.fault is FetchFault.REFUSED
    assert not inner.requests


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "169.254.169.254"],
)
async def test_a_public_name_that_leads_inside_is_refused(address: str, inner: Site) -> None:
    async with Web(resolver=Names(harbour_example=(address,))) as reader:
        with pytest.raises(FetchFailed) as failure:
            await reader.get("http://harbour.example:8443/")
    assert failure.value.fault is FetchFault.REFUSED
    assert not inner.requests


async def test_a_name_whose_answer_changes_between_check_and_connection_is_refused(
    inner: Site,
) -> None:
    names = Names(harbour_example=("93.184.215.14", "127.0.0.1"))
    await names.resolve("harbour.example")  # whoever checks first is told a public address
    async with Web(resolver=names) as reader:
        with pytest.raises(FetchFailed) as failure:
            await reader.get("http://harbour.example:8443/")
    assert failure.value.fault is FetchFault.REFUSED
    assert not inner.requests


async def test_a_name_with_inner_addresses_only_is_refused_whatever_their_number(
    inner: Site,
) -> None:
    async with Web(resolver=Names(harbour_example=("127.0.0.1 ::1 10.0.0.1",))) as reader:
        with pytest.raises(FetchFailed) as failure:
            await reader.get("http://harbour.example:8443/")
    assert failure.value.fault is FetchFault.REFUSED
    assert not inner.requests


async def test_no_failure_tells_an_address() -> None:
    async with Web(resolver=Names(harbour_example=("10.20.30.40",))) as reader:
        for url in ("http://harbour.example/", "http://10.20.30.40/", "http://gone.example/"):
            with pytest.raises(FetchFailed) as failure:
                await reader.get(url)
            assert "10.20" not in str(failure.value)
            assert "example" not in str(failure.value)


async def test_a_host_that_the_operator_allows_by_name_is_read_at_any_port() -> None:
    names = Names(feeds_lan=("127.0.0.1",), other_lan=("127.0.0.1",))
    async with serve() as site, Web(resolver=names, allowed=("feeds.lan",)) as reader:
        port = site.origin.rpartition(":")[2]
        site.says("/", b"tide")
        assert (await reader.get(f"http://Feeds.lan:{port}/")).content == b"tide"
        assert reader.is_allowed("http://feeds.lan/")
        with pytest.raises(FetchFailed):
            await reader.get(f"http://other.lan:{port}/")
        assert not reader.is_allowed("http://other.lan/")


async def test_a_network_that_the_operator_allows_is_read_by_address_and_by_name() -> None:
    names = Names(harbour_example=("127.0.0.1",), localhost=("127.0.0.1",))
    async with serve() as site, Web(resolver=names, allowed=LOOPBACK) as reader:
        port = site.origin.rpartition(":")[2]
        site.says("/", b"tide")
        assert (await reader.get(f"http://127.0.0.1:{port}/")).content == b"tide"
        assert (await reader.get(f"http://harbour.example:{port}/")).content == b"tide"
        assert (await reader.get(f"http://localhost:{port}/")).content == b"tide"


def test_an_allowed_network_opens_no_other() -> None:
    guard = Guard(("10.1.0.0/16",))
    guard.check_host("10.1.2.3", 6379)
    with pytest.raises(FetchFailed):
        guard.check_host("10.2.2.3", 80)
    with pytest.raises(AddressRefused):
        guard.open_socket((2, 1, 6, "", ("10.2.2.3", 80)))


def test_a_public_host_is_read_at_web_ports_only() -> None:
    guard = Guard()
    for port in (80, 443, 8080, 8443):
        guard.open_socket((2, 1, 6, "", ("93.184.215.14", port))).close()
    with pytest.raises(AddressRefused):
        guard.open_socket((2, 1, 6, "", ("93.184.215.14", 25)))


@pytest.mark.parametrize(
    "address",
    [
        *("1.1.1.1", "93.184.215.14", "172.32.0.1", "100.128.0.1"),
        *("2606:2800:21f::1", "2a00::1", "64:ff9b::101:101", "::ffff:1.1.1.1"),
    ],
)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(ip_address(address))
