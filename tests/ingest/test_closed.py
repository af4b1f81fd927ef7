"""Pages that show something else than their article are known, others are not taken for it."""

import json

import pytest

from bot.errors import Closure, PageClosed
from bot.ingest.extract import parse_page

LEAD = (
    "The river Orle burst its banks in Halden on Monday, and three hundred people were led out of "
    "their homes before noon."
)
MORE = (
    "The last flood of this size was in 1987, when the old mill was lost and two bridges had to be "
    "built again at great cost to the town."
)
NAVIGATION = '<nav><a href="/">Home</a> <a href="/plus">For subscribers</a></nav>'


def make_page(body: str, *, head: str = "", title: str = "Flood in Halden") -> bytes:
    return (
        f"<html><head><title>{title}</title>{head}</head>"
        f"<body>{NAVIGATION}<article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def say(**thing: object) -> str:
    said = json.dumps({"@type": "NewsArticle", "headline": "Flood in Halden"} | thing)
    return f'<script type="application/ld+json">{said}</script>'


def closure_of(page: bytes, url: str | None = None) -> Closure | None:
    try:
        parse_page(page, url)
    except PageClosed as closed:
        return closed.closure
    return None


ASKED = "<p>Subscribe to continue reading.</p>"
SHORT = f"<p>{LEAD}</p>"
WHOLE = f"<p>{LEAD}</p>" + "".join(f"<p>In street {n}: {MORE}</p>" for n in range(30))


@pytest.mark.parametrize(
    "page",
    [
        make_page(SHORT, head=say(isAccessibleForFree=False)),
        make_page(SHORT, head=say(isAccessibleForFree="False")),
        make_page(SHORT, head=say(isAccessibleForFree="http://schema.org/False")),
        make_page(SHORT, head='<meta property="article:content_tier" content="locked">'),
        make_page(WHOLE, head=say(isAccessibleForFree=False, wordCount="2400")),
        make_page(f"{SHORT}{ASKED}"),
        make_page(f"{SHORT}<div><h3>This article is for subscribers only</h3></div>"),
        make_page(f"{SHORT}<p>You’ve reached your limit of free articles.</p>"),
        make_page(f"{SHORT}<p>Jetzt weiterlesen mit Post Plus</p>"),
        make_page(f"{SHORT}<p>Cet article est réservé aux abonnés. Il vous reste 80 %.</p>"),
        make_page(f"{SHORT}<p>Suscríbete para seguir leyendo</p>"),
        make_page(f"{SHORT}<p>Assine para continuar a ler</p>"),
        make_page(f"{SHORT}<p>Questo articolo è riservato agli abbonati.</p>"),
        make_page(f"{SHORT}<p>Al abonnee? Log in. Neem een abonnement om verder te lezen</p>"),
        make_page(f"{SHORT}<p>Ten artykuł jest dostępny tylko dla prenumeratorów</p>"),
        make_page(f"{SHORT}<p>Redan prenumerant? Logga in</p>"),
        make_page(f"{SHORT}<p>Материал доступен только подписчикам</p>"),
        make_page(f"{SHORT}<p>هذا المقال متاح للمشتركين</p>"),
        make_page(f"{SHORT}<p>您好，本文仅限订阅用户阅读，请订阅。</p>"),
        make_page(f"{SHORT}<p>なお、この記事は会員限定です。登録してください。</p>"),
        make_page(f"{SHORT}<p>이 기사는 유료 회원에게만 보입니다.</p>"),
        make_page(f'{SHORT}<div class="article-paywall"><p>Choose your plan</p></div>'),
        make_page("<div class='regwall'>Choose your plan</div>"),
        make_page(
            WHOLE + '<div class="locked-part"></div>',
            head=say(
                isAccessibleForFree=False,
                hasPart={"isAccessibleForFree": False, "cssSelector": ".locked-part"},
            ),
        ),
    ],
)
def test_the_beginning_of_an_article_for_subscribers_is_not_taken_for_it(page: bytes) -> None:
    assert closure_of(page) is Closure.PAYWALL


@pytest.mark.parametrize(
    "page",
    [
        make_page(SHORT),
        make_page(SHORT, head=say(isAccessibleForFree=True)),
        make_page(f"{SHORT}{ASKED}", head=say(isAccessibleForFree="True")),
        make_page(f'{WHOLE}<div class="paywall">{ASKED}</div>'),
        make_page(WHOLE, head=say(isAccessibleForFree=False)),
        make_page(SHORT + ASKED, head='<meta property="article:content_tier" content="free">'),
        make_page(SHORT, head=say(isAccessibleForFree=False, wordCount=22)),
        make_page(f"{SHORT}<p>You must be logged in to post a comment.</p>"),
        make_page(f"{WHOLE}<p>Please enable JavaScript to comment. We use cookies.</p>"),
        make_page(SHORT + f"<p>{MORE}</p><noscript>Please enable JavaScript.</noscript>"),
        make_page(SHORT + f"<p>{MORE}</p><form><input type=password> Log in</form>"),
    ],
)
def test_an_article_that_may_be_read_is_read(page: bytes) -> None:
    assert closure_of(page) is None


@pytest.mark.parametrize(
    ("page", "closure"),
    [
        (make_page("<p>Checking your browser before you go on.</p>"), Closure.CHALLENGE),
        (make_page("<p>Please verify you are human.</p>"), Closure.CHALLENGE),
        (b"<html><script>window._cf_chl_opt = {}</script><p></p></html>", Closure.CHALLENGE),
        (make_page("<p>Verifique que é humano para continuar.</p>"), Closure.CHALLENGE),
        (make_page("<p>Подтвердите, что вы не робот</p>"), Closure.CHALLENGE),
        (make_page("<p>请完成安全验证后继续访问</p>"), Closure.CHALLENGE),
        (make_page("<p>Cookies accepteren. Wij gebruiken cookies.</p>"), Closure.CONSENT),
        (make_page("<p>Logga in för att fortsätta läsa</p>"), Closure.LOGIN),
        (make_page("<p>Tämä juttu on vain tilaajille.</p>"), Closure.PAYWALL),
        (make_page("<p>Artiklen er forbeholdt abonnenter.</p>"), Closure.PAYWALL),
        (make_page("<p>Denne saken er for abonnenter.</p>"), Closure.PAYWALL),
        (make_page("<p>Tento článek je pouze pro předplatitele.</p>"), Closure.PAYWALL),
        (make_page("<p>Bu içerik sadece abonelere özeldir.</p>"), Closure.PAYWALL),
        (make_page("<p>Το άρθρο είναι μόνο για συνδρομητές.</p>"), Closure.PAYWALL),
        (make_page("<p>Please disable your ad blocker to go on.</p>"), Closure.NOTICE),
        (make_page("<p>Try the search.</p>", title="Page not found"), Closure.NOTICE),
        (make_page("<p>Diese Seite wird gerade gewartet.</p>"), Closure.NOTICE),
        (make_page("<p>Cette page n'existe plus.</p>"), Closure.NOTICE),
        (make_page("<p>您访问的页面不存在</p>"), Closure.NOTICE),
        (make_page("<p>One moment.</p>", title="Just a moment..."), Closure.CHALLENGE),
        (make_page("<p>Wir müssen etwas prüfen: Sind Sie ein Roboter?</p>"), Closure.CHALLENGE),
        (
            b"<html><body><div id=app></div><noscript>You need to enable JavaScript to run this "
            b"app.</noscript></body></html>",
            Closure.CHALLENGE,
        ),
        (
            make_page(
                "<p>We and our partners store and/or access information on a device.</p>"
                "<p>We value your privacy. You may accept or reject this at any time.</p>",
                title="Halden Post",
            ),
            Closure.CONSENT,
        ),
        (
            make_page(
                "<p>Nous utilisons des cookies pour mesurer l'audience de ce site.</p>"
                "<p>Vous pouvez tout accepter, ou continuer sans accepter.</p>"
            ),
            Closure.CONSENT,
        ),
        (
            make_page(
                "<p>Choose what we may know.</p>", title="Before you continue to Halden Post"
            ),
            Closure.CONSENT,
        ),
        (make_page("<p>Please log in to read this article.</p>"), Closure.LOGIN),
        (make_page("<p>Connectez-vous pour lire cet article.</p>"), Closure.LOGIN),
    ],
)
def test_a_page_that_asks_for_something_first_is_no_article(page: bytes, closure: Closure) -> None:
    assert closure_of(page) is closure


@pytest.mark.parametrize(
    "brief",
    [
        "The bridge at Halden is closed for maintenance until Thursday, the county said.",
        "Wegen Wartungsarbeiten fährt die Fähre am Montag nicht, teilte der Kreis mit.",
    ],
)
def test_a_short_report_of_maintenance_is_no_notice(brief: str) -> None:
    assert closure_of(make_page(f"<p>{brief}</p>")) is None


def test_a_page_at_the_address_of_a_consent_service_is_no_article() -> None:
    page = make_page("<p>Choose how we use what we know of you, and then go on.</p>")
    assert closure_of(page, "https://consent.halden.example/collect") is Closure.CONSENT


def test_each_closed_page_is_explained_in_a_sentence() -> None:
    for closure in Closure:
        assert str(PageClosed(closure)).endswith(".")
