"""Pages that check for browsers are told from refusals, and from pages that are read."""

import pytest

from bot.errors import FetchFailed, FetchFault
from bot.ingest.challenge import SMALL
from bot.ingest.web import Web
from tests.fakes import LOOPBACK, Answer, challenge, serve


async def failure_of(answer: Answer) -> FetchFailed:
    async with serve() as site, Web(allowed=LOOPBACK) as web:
        with pytest.raises(FetchFailed) as failure:
            await web.get(site.says("/feed", answer))
    return failure.value


@pytest.mark.parametrize(
    ("answer", "whose"),
    [
        (challenge("", cf_mitigated="challenge"), "Cloudflare"),
        (challenge("<script>window._cf_chl_opt = {}</script>", 503), "Cloudflare"),
        (challenge("<script>var s='https://ct.captcha-delivery.com/c.js'</script>"), "DataDome"),
        (challenge("<title>Vercel Security Checkpoint</title>", 429), None),
        (challenge("", 202, x_amzn_waf_action="challenge"), "AWS WAF"),
        (challenge('<script id="anubis_challenge">{}</script>', 200), "Anubis"),
        (challenge("<title>Just a moment...</title>", 200), None),
        (challenge('<div class="h-captcha"></div>', 403), None),
    ],
)
async def test_a_challenge_is_known_and_its_maker_named(answer: Answer, whose: str | None) -> None:
    failure = await failure_of(answer)
    assert failure.fault is FetchFault.CHALLENGE
    assert failure.status == answer.status
    assert failure.detail == whose


@pytest.mark.parametrize(
    "answer",
    [
        challenge("<title>Forbidden</title>"),
        challenge("<title>Just a moment...</title>", 404),
        Answer(b"Just a moment...", 403),
        Answer(status=403, headers={"Content-Encoding": "br"}),
    ],
)
async def test_a_plain_refusal_stays_one(answer: Answer) -> None:
    assert (await failure_of(answer)).fault is FetchFault.STATUS


async def test_a_refusal_whose_body_never_ends_is_still_a_refusal() -> None:
    failure = await failure_of(Answer(b"<html>" + b"tide " * 1_000_000, 403))
    assert (failure.fault, failure.status) == (FetchFault.STATUS, 403)


@pytest.mark.parametrize(
    "body",
    [
        b"<rss><channel><title>Just a moment...</title></channel></rss>",
        b"<html><title>Why captchas fail</title><div class='g-recaptcha'></div></html>",
        b"<html><title>On walls</title><code>_cf_chl_opt</code>" + b"tide " * SMALL,
    ],
)
async def test_what_is_read_is_no_challenge(body: bytes) -> None:
    async with serve() as site, Web(allowed=LOOPBACK) as web:
        assert (await web.get(site.says("/page", body))).content == body
