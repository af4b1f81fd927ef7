"""What is wrong with the certificate of a site, told by a real handshake."""

import pytest

from bot.errors import FetchFailed, FetchFault
from bot.ingest.web import Web
from tests.fakes import LOOPBACK, Names, serve, trust_ours

NAMES = {"harbour_example": ("127.0.0.1",), "gull_example": ("127.0.0.1",)}


@pytest.mark.parametrize(
    ("certificate", "name", "fault"),
    [
        ("expired", "harbour.example", FetchFault.TLS_EXPIRED),
        ("valid", "gull.example", FetchFault.TLS_NAME),
        ("self_signed", "harbour.example", FetchFault.TLS_UNKNOWN),
    ],
)
async def test_a_certificate_that_is_not_in_order_is_named(
    certificate: str, name: str, fault: FetchFault
) -> None:
    async with (
        serve(certificate=certificate, name=name) as site,
        Web(allowed=LOOPBACK, resolver=Names(**NAMES), trusted=trust_ours()) as web,
    ):
        with pytest.raises(FetchFailed) as failure:
            await web.get(site.says("/feed", b"<rss/>"))
    assert failure.value.fault is fault
    assert "certificate" in str(failure.value)


async def test_a_site_whose_authority_is_trusted_is_read() -> None:
    async with (
        serve(certificate="valid", name="harbour.example") as site,
        Web(allowed=LOOPBACK, resolver=Names(**NAMES), trusted=trust_ours()) as web,
    ):
        assert (await web.get(site.says("/feed", b"<rss/>"))).content == b"<rss/>"


async def test_an_authority_that_nobody_knows_is_not_trusted() -> None:
    async with (
        serve(certificate="valid", name="harbour.example") as site,
        Web(allowed=LOOPBACK, resolver=Names(**NAMES)) as web,
    ):
        with pytest.raises(FetchFailed) as failure:
            await web.get(site.url("/feed"))
    assert failure.value.fault is FetchFault.TLS_UNKNOWN


async def test_a_site_that_speaks_no_tls_is_told_from_one_with_a_bad_certificate() -> None:
    async with serve() as site, Web(allowed=LOOPBACK) as web:
        with pytest.raises(FetchFailed) as failure:
            await web.get(site.url("/feed").replace("http:", "https:"))
    assert failure.value.fault is FetchFault.TLS
