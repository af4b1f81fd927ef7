"""A check-up as a card: the gravest first, and never larger than Discord takes."""

from datetime import UTC, datetime, timedelta

from bot.doctor import CheckUp, Finding, Grade, Sign
from bot.model import FeedLink
from bot.render.card import MOST_CHARACTERS, MOST_OPTION, Card, Follow, Kind
from bot.render.doctor import checkup_card, checkup_record
from bot.render.markup import characters, discord_block
from bot.render.offers import offers_card

NOON = datetime(2026, 9, 14, 12, tzinfo=UTC)
URL = "https://harbour.example/feed"
WORDS = "The site has nothing at this address. " * 9


def text(card: Card) -> str:
    return "\n".join(map(discord_block, card.blocks))


def checkup(*findings: Finding, title: str = "Harbour Times", **told: object) -> CheckUp:
    return CheckUp(title, URL, NOON, True, findings, **told)  # type: ignore[arg-type]


def finding(grade: Grade = Grade.STOPS, **told: object) -> Finding:
    since = NOON - timedelta(days=3)
    return Finding(Sign.NOT_FOUND, grade, "Odd.", since, "We wait.", "Look.", **told)  # type: ignore[arg-type]


def test_a_healthy_feed_is_a_quiet_card_with_its_hours() -> None:
    card = checkup_card(
        checkup(read=NOON, next_due=NOON, items=1, every=timedelta(hours=5), says_unchanged=True)
    )
    assert card.kind is Kind.SETTINGS
    told = text(card)
    for words in (
        *("Nothing is wrong with Harbour Times", "read <t:", "read again <t:", "1 item"),
        *("a new one about every 5 hours", "304"),
    ):
        assert words in told


def test_a_finding_says_what_since_when_what_we_do_and_what_a_person_can_do() -> None:
    card = checkup_card(checkup(finding()))
    assert card.kind is Kind.TROUBLE
    assert text(card).splitlines()[-4:] == [
        "**Odd.**",
        f"-# since <t:{int(NOON.timestamp()) - 3 * 86400}:f> · for 3 days",
        "**What we do:** We wait.",
        "**What you can do:** Look.",
    ]


def test_a_check_up_of_any_size_fits() -> None:
    long = Finding(Sign.NOT_FOUND, Grade.STOPS, WORDS, NOON, WORDS, WORDS)
    offers = tuple(FeedLink(f"{URL}/{'a' * 300}{n}", "Tide " * 99) for n in range(20))
    for many in (1, 9, 40):
        card = checkup_card(checkup(*[long] * many, finding(offers=offers), title="Tide " * 99))
        assert sum(map(characters, card.blocks)) <= MOST_CHARACTERS
        assert len(card.blocks) <= 12


def test_words_of_a_feed_are_escaped() -> None:
    told = text(checkup_card(checkup(title="**Tide** <@1> [x](https://evil.example)")))
    assert "<@1>" not in told.replace("\\<", "")
    assert "](https://evil" not in told


def test_a_record_has_all_that_the_card_has() -> None:
    told = checkup_record(checkup(finding(offers=(FeedLink(URL, "News"),)), every=NOON - NOON))
    assert told["wrong"] == 1
    assert told["findings"] == [
        {
            "sign": "not found",
            "grade": "stops",
            "what": "Odd.",
            "since": "2026-09-11T12:00:00+00:00",
            "does": "We wait.",
            "can": "Look.",
            "offers": [{"title": "News", "url": URL}],
        }
    ]


def test_feeds_to_choose_from_keep_the_limits_of_a_menu() -> None:
    feeds = [
        FeedLink(URL),
        FeedLink(f"{URL}/news", "Tide \u202e" * 99),
        FeedLink(f"{URL}/{'a' * 200}", "Long"),
    ]
    card = offers_card(feeds, 7, "news")
    ((menu,),) = card.rows
    assert isinstance(menu, Follow)
    assert [option.url for option in menu.options] == [URL, f"{URL}/news"]
    assert menu.options[0].description is None
    for option in menu.options:
        assert len(option.label) <= MOST_OPTION
        assert "\u202e" not in option.label
    assert "Long" in text(card)
    assert offers_card(feeds[2:], 7, "news").rows == ()
