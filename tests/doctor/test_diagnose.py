"""From what is kept and what a look shows to findings: each says four things, in sentences."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.doctor import (
    Chart,
    CheckUp,
    Contents,
    Finding,
    Grade,
    Habits,
    Look,
    Sign,
    Symptom,
    Unread,
)
from bot.doctor.answers import WHAT_AND_CAN, sign_of
from bot.doctor.contents import WORDS
from bot.doctor.diagnose import STALE_AFTER, check_up
from bot.errors import FetchFailed, FetchFault
from bot.model import FeedHealth, FeedLink

NOON = datetime(2026, 9, 14, 12, tzinfo=UTC)
URL = "https://harbour.example/feed"
HABITS = Habits(
    pauses_after=timedelta(days=14),
    gone_times=2,
    moved_times=3,
    page_tries=6,
    most_items=200,
    most_bytes=5_000_000,
    most_redirects=5,
    patience=timedelta(seconds=30),
    commands="/feed",
)
WELL = Look(contents=Contents(9, (), "Harbour Times", NOON, timedelta(hours=2)))
READ = FeedHealth(read=NOON - timedelta(minutes=5), next_due=NOON + timedelta(minutes=10))


def ago(**told: float) -> datetime:
    return NOON - timedelta(**told)


def chart(health: FeedHealth = READ, **told: object) -> Chart:
    return Chart(URL, "Harbour Times", health, **told)  # type: ignore[arg-type]


def failing(fault: FetchFault, status: int | None = None, **told: object) -> FeedHealth:
    failure = FetchFailed(fault, status)
    return FeedHealth(
        read=ago(days=5),
        next_due=NOON + timedelta(hours=3),
        failures=9,
        failing_since=ago(days=4),
        fault=fault.value,
        status=status,
        sentence=str(failure),
        **told,  # type: ignore[arg-type]
    )


def look(failure: FetchFailed) -> Look:
    return Look(failure=failure)


def examine(of: Chart | None, shown: Look | None, *symptoms: Symptom) -> CheckUp:
    return check_up(URL, of, shown, HABITS, NOON, symptoms)


def only(of: Chart | None, shown: Look | None, *symptoms: Symptom) -> Finding:
    (finding,) = examine(of, shown, *symptoms).findings
    return finding


def test_nothing_is_wrong_with_a_healthy_feed_and_its_hours_are_told() -> None:
    told = examine(chart(), replace(WELL, says_unchanged=True))
    assert (told.findings, told.wrong) == ((), ())
    assert (told.read, told.next_due) == (READ.read, READ.next_due)
    assert (told.items, told.every, told.says_unchanged) == (9, timedelta(hours=2), True)


FAILURES = [
    *((FetchFault.STATUS, status) for status in (401, 403, 404, 410, 418, 429, 451, 500, 503, 302)),
    *((fault, None) for fault in FetchFault if fault is not FetchFault.STATUS),
]


@pytest.mark.parametrize(("fault", "status"), FAILURES)
def test_every_failure_is_one_finding_that_says_four_things(
    fault: FetchFault, status: int | None
) -> None:
    failure = FetchFailed(fault, status, timedelta(hours=2) if status == 429 else None)
    finding = only(chart(failing(fault, status)), look(failure))
    assert finding.grade is Grade.STOPS
    assert finding.since == ago(days=4)
    assert status is None or str(status) in finding.what
    assert "9 times without success" in finding.does
    assert "in 3 hours" in finding.does
    assert_sentences(finding)


def test_the_words_of_every_sign_are_sentences() -> None:
    kept = chart(
        replace(READ, paused="It was gone.", failures=2, failing_since=ago(days=1)),
        moved_to="https://gull.example/feed",
    )
    for sign in WORDS:
        detail = "The channel is gone." if sign is Sign.NO_CHANNEL else "3 of 9 items"
        for finding in examine(kept, None, Symptom(sign, detail)).findings:
            assert_sentences(finding)
    of_bytes = WHAT_AND_CAN.keys() - {sign_of(fault, status) for fault, status in FAILURES}
    assert len(of_bytes) == 8
    for sign in of_bytes:
        told = examine(None, Look(contents=Contents(0, (Symptom(sign, "It is odd."),))))
        assert [finding.sign for finding in told.findings] == [sign]
        assert_sentences(told.findings[0])
    named = WORDS.keys() | WHAT_AND_CAN.keys()
    assert named == set(Sign), "a sign without words"


def assert_sentences(finding: Finding) -> None:
    for words in (finding.what, finding.does, finding.can):
        assert not words[0].islower(), words
        assert words.endswith((".", "!")), words
        assert "None" not in words
        assert "{" not in words
        assert ".." not in words


def test_a_failure_is_told_from_what_is_kept_where_no_look_was_taken() -> None:
    finding = only(chart(failing(FetchFault.DNS)), None)
    assert (finding.sign, finding.since) == (Sign.UNKNOWN_HOST, ago(days=4))


def test_what_the_look_shows_comes_before_what_was_kept() -> None:
    finding = only(chart(failing(FetchFault.DNS)), look(FetchFailed(FetchFault.STATUS, 404)))
    assert finding.sign is Sign.NOT_FOUND
    assert finding.since == ago(days=4)  # it has not been read since


def test_a_feed_that_answers_again_has_recovered() -> None:
    told = examine(chart(failing(FetchFault.TOO_SLOW)), WELL)
    assert [finding.sign for finding in told.findings] == [Sign.RECOVERED]
    assert told.wrong == ()
    assert "9 times" in told.findings[0].what


def test_a_first_failure_is_no_reason_to_pause() -> None:
    finding = only(chart(), look(FetchFailed(FetchFault.STATUS, 503)))
    assert finding.since is None
    assert "The last reading went well" in finding.does


def test_a_feed_that_is_gone_is_paused_sooner() -> None:
    finding = only(chart(failing(FetchFault.STATUS, 410)), None)
    assert "after 2 such answers in a row" in finding.does


def test_a_paused_feed_says_why_and_how_it_is_resumed() -> None:
    health = failing(FetchFault.STATUS, 404, paused="The site has nothing at this address (404).")
    told = examine(chart(health), look(FetchFailed(FetchFault.STATUS, 404)))
    paused, missing = told.findings
    assert (paused.sign, missing.sign) == (Sign.PAUSED, Sign.NOT_FOUND)
    assert "nothing at this address" in paused.what
    assert "/feed resume" in paused.can
    assert paused.since == ago(days=4)
    assert told.next_due is None


def test_the_maker_of_a_challenge_and_the_rest_that_a_site_wants_are_named() -> None:
    failure = FetchFailed(FetchFault.CHALLENGE, 403, detail="Cloudflare")
    assert "(bot challenge, Cloudflare)" in only(None, look(failure)).what
    failure = FetchFailed(FetchFault.STATUS, 429, timedelta(minutes=90))
    assert "(429; it asks for 90 minutes of rest)" in only(None, look(failure)).what


def test_a_page_in_the_place_of_a_feed_offers_its_feeds() -> None:
    offered = (FeedLink(f"{URL}/a", "News"), FeedLink(f"{URL}/b"))
    page = Contents(0, (Symptom(Sign.PAGE),))
    finding = only(None, Look(contents=page, offered=offered))
    assert finding.offers == offered
    assert "let you choose" in finding.does
    assert only(None, Look(contents=page)).offers == ()


def test_what_strikes_now_is_known_since_it_was_first_kept() -> None:
    kept = chart(symptoms=(Symptom(Sign.NO_DATES, "all 9 items", ago(days=30)),))
    shown = replace(WELL.contents or Contents(0, ()), symptoms=(Symptom(Sign.NO_DATES, "3"),))
    finding = only(kept, Look(contents=shown))
    assert (finding.since, "3" in finding.what) == (ago(days=30), True)
    assert only(kept, None).what.endswith("all 9 items (pubDate, published).")


def test_what_has_passed_is_not_told() -> None:
    kept = chart(symptoms=(Symptom(Sign.EMPTY, None, ago(days=30)),))
    assert examine(kept, WELL).findings == ()


def test_what_was_kept_of_a_feed_is_told_beside_its_failure() -> None:
    kept = chart(failing(FetchFault.TLS), symptoms=(Symptom(Sign.NO_GUIDS, "all", ago(days=9)),))
    told = examine(kept, look(FetchFailed(FetchFault.TLS)))
    assert [finding.sign for finding in told.findings] == [Sign.NOT_SECURE, Sign.NO_GUIDS]


def test_a_feed_is_stale_by_its_newest_item_wherever_that_is_known() -> None:
    newest = NOON - STALE_AFTER
    old = Look(contents=Contents(1, (), newest=newest))
    for told in (only(None, old), only(chart(newest=newest), None)):
        assert (told.sign, told.since) == (Sign.STALE, newest)
        assert "2 months old" in told.what
    assert examine(chart(newest=NOON), old).findings == ()


def test_a_permanent_redirect_says_when_the_new_address_is_kept() -> None:
    there = "https://gull.example/feed"
    kept = chart(moved_to=there, moves=2, moved_since=ago(days=1))
    finding = only(kept, replace(WELL, moved_to=there))
    assert (finding.sign, finding.since) == (Sign.MOVED, ago(days=1))
    assert "(2 so far)" in finding.does
    assert there in finding.what
    assert "at once" in only(None, replace(WELL, moved_to=there)).does
    assert "so far" not in only(replace(kept, moves=3), None).does


def test_unread_pages_name_their_most_frequent_reason() -> None:
    unread = (
        Unread("The site does not let us read this (403).", 7, ago(days=3)),
        Unread("It has no article that we can find.", 2, ago(days=8)),
    )
    finding = only(chart(articles=20, unread=unread), WELL)
    assert (finding.sign, finding.grade) == (Sign.UNREAD_PAGES, Grade.HARMS)
    assert finding.what.startswith("9 of the newest 20 articles could not be read.")
    assert "in 7 cases: The site does not let us read this (403)." in finding.what
    assert finding.since == ago(days=8)
    assert only(chart(articles=100, unread=unread), WELL).grade is Grade.NOTE


def test_a_feed_that_should_have_been_read_long_ago_shows_a_bot_that_stands_still() -> None:
    late = replace(READ, next_due=ago(hours=5))
    finding = only(chart(late), WELL)
    assert (finding.sign, finding.since) == (Sign.OVERDUE, ago(hours=5))
    assert "5 hours ago" in finding.what
    assert examine(chart(replace(READ, next_due=ago(minutes=5))), WELL).findings == ()


def test_the_gravest_comes_first() -> None:
    shown = Contents(9, (Symptom(Sign.MENDED, "line 1"), Symptom(Sign.NO_DATES, "all")))
    closed = Symptom(Sign.NO_CHANNEL, "The channel is gone.", ago(days=1))
    told = examine(chart(), Look(contents=shown), closed)
    grades = [finding.grade for finding in told.findings]
    assert grades == [Grade.STOPS, Grade.HARMS, Grade.NOTE]
    assert len(told.wrong) == 2
