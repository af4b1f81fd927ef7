"""Nobody is led inside: every way to write an inner address, against a real inner service."""

from collections.abc import AsyncIterator
from ipaddress import ip_address

import pytest

from bot.errors import FetchFailed, FetchFault
from bot.ingest.guard import AddressRefused, Guard, is_public
from bot.ingest.web import Web
from tests.fakes import LOOPBACK, Answer, Names, Site, serve

REFUSED = (FetchFault.REFUSED, FetchFault.BAD_ADDRESS)


@pytest.fixture
async def inner() -> AsyncIterator[Site]:
    """A service that only this machine should reach; the guard lets its ports through."""
    async with serve(port=8443) as site:
        site.says("/", b"secret")
        yield site


ATTACKS = [
    # names of the loopback
    "http://localhost:8443/",
    "http://LOCALHOST.:8443/",
    "http://printer:8443/",
    "http://a.localhost:8443/",
    "http://localhost.localdomain:8443/",
    "http://metadata.google.internal/computeMetadata/v1/",
    "http://router.home.arpa/",
    "http://nas.local/",
    # the loopback in every notation
    "http://127.0.0.1:8443/",
    "http://127.1:8443/",
    "http://127.0.1:8443/",
    "http://127.255.255.254:8443/",
    "http://2130706433:8443/",
    "http://0x7f.1:8443/",
    "http://0x7f000001:8443/",
    "http://0177.0.0.1:8443/",
    "http://0177.0x0.1:8443/",
    "http://017700000001:8443/",
    "http://127.0.0.1.:8443/",
    "http://127.000.000.001:8443/",
    "http://%31%32%37.0.0.1:8443/",
    "http://１２７.0.0.1:8443/",
    "http://127。0。0。1:8443/",
    "http://①②⑦.⓪.⓪.①:8443/",
    # any address
    "http://0.0.0.0:8443/",
    "http://0:8443/",
    "http://[::]:8443/",
    # private, shared, link-local, reserved, multicast
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    # metadata of clouds
    "http://169.254.169.254/latest/meta-data/",
    "http://2852039166/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://100.100.100.200/",
    "http://192.0.0.192/",
    "http://168.63.129.16/",
    # version 6, and version 4 inside it
    "http://[::1]:8443/",
    "http://[0:0:0:0:0:0:0:1]:8443/",
    "http://[::ffff:127.0.0.1]:8443/",
    "http://[::ffff:7f00:1]:8443/",
    "http://[::127.0.0.1]:8443/",
    "http://[64:ff9b::7f00:1]:8443/",
    "http://[64:ff9b:1::7f00:1]:8443/",
    "http://[2002:7f00:1::]:8443/",
    "http://[2001:0:7f00:1::80ff:fffe]:8443/",
    "http://[2a00:1450:4001::5efe:7f00:1]:8443/",
    "http://[fe80::1]:8443/",
    "http://[fe80::1%25lo]:8443/",
    "http://[fc00::1]:8443/",
    "http://[ff02::1]:8443/",
    "http://[fec0::1]:8443/",
    # credentials, other schemes, other ports, parsers set against each other
    "http://user:word@93.184.215.14/",
    "http://93.184.215.14@127.0.0.1:8443/",
    "http://127.0.0.1:8443\\@93.184.215.14/",
    "http://93.184.215.14\\@127.0.0.1:8443/",
    "http://127.0.0.1:8443#@93.184.215.14/",
    "http:127.0.0.1:8443/",
    "http:///127.0.0.1:8443/",
    "//127.0.0.1:8443/",
    "http://127.0.0.1\t:8443/",
    "http://127.0.0.1 :8443/",
    "http://127.0.0.1\x00:8443/",
    "http://127.0.0.1\r\nHost: a:8443/",
    "file:///etc/passwd",
    "ftp://93.184.215.14/",
    "gopher://127.0.0.1:8443/_",
    "data:text/plain,tide",
    "javascript:alert(1)",
    "http://93.184.215.14:22/",
    "http://93.184.215.14:6379/",
    "http://93.184.215.14:99999/",
    "http://[::1/",
    "http://" + "a" * 70 + ".example/",
    "",
]


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
    relative = target.startswith(("http:127", "http:///")) and failure.value.status == 404
    assert relative or failure.value.fault in (*REFUSED, FetchFault.DNS)
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
