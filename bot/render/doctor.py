"""Check-up of a feed -> card, and a plain record."""

from collections.abc import Iterator
from datetime import datetime

from bot.doctor import CheckUp, Finding, Grade
from bot.doctor.words import lasting
from bot.model import FeedLink
from bot.render.card import Block, Card, Kind, Line, Look, Moment, Run, Style, Words, block
from bot.render.fit import fit
from bot.render.markup import web_link
from bot.render.receipts import name, small
from bot.render.records import Plain, Record
from bot.render.words import count, shorten

_MOST_FINDINGS = 8
_MOST_OFFERS = 6


def checkup_card(told: CheckUp) -> Card:
    """What is wrong with a feed, the gravest first; what merely strikes is told in short."""
    shown = told.findings[:_MOST_FINDINGS]
    rest = len(told.findings) - len(shown)

    def draw(room: int) -> Card:
        more = (block(small(f"and {count(rest, 'thing')} more to note")),) if rest else ()
        findings = (_finding(finding, told.at, room) for finding in shown)
        kind = Kind.TROUBLE if told.wrong else Kind.SETTINGS
        return Card(kind, (_head(told, room), *findings, *more))

    return fit(draw)


def _head(told: CheckUp, room: int) -> Block:
    title = name(told.title, room)
    wrong = len(told.wrong)
    verdict = f"Nothing is wrong with {title}"
    if wrong:
        verdict = f"{title} · {count(wrong, 'thing')} wrong"
    address = name(told.url, room)
    return block(
        Line(Style.HEADING, (Words(verdict),)),
        small(Words(address, link=web_link(told.url)) if told.url != told.title else None),
        small(*_clock(told)),
        small(*_flow(told)),
    )


def _clock(told: CheckUp) -> Iterator[tuple[Run, ...] | str | None]:
    """When it is read."""
    if not told.is_followed:
        yield "not followed here"
        return
    yield (Words("read "), Moment(told.read)) if told.read else "not read yet"
    yield (Words("read again "), Moment(told.next_due)) if told.next_due else None


def _flow(told: CheckUp) -> Iterator[tuple[Run, ...] | str | None]:
    """What it gives."""
    yield count(told.items, "item") if told.items is not None else None
    yield (Words("the newest "), Moment(told.newest)) if told.newest else None
    yield f"a new one about every {lasting(told.every)}" if told.every else None
    if told.says_unchanged is not None:
        yield (
            "tells when nothing has changed (304)"
            if told.says_unchanged
            else "sends the whole feed each time (no 304)"
        )


def _finding(finding: Finding, now: datetime, room: int) -> Block:
    what = Line(Style.BODY, (Words(shorten(finding.what, room), bold=True),))
    since = small(*_since(finding, now))
    does, can = shorten(finding.does, room), shorten(finding.can, room)
    if finding.grade is Grade.NOTE:
        return block(what, since, Line(Style.BODY, (Words(f"{does} {can}"),)))
    return block(
        what,
        since,
        Line(Style.BODY, (Words("What we do: ", bold=True), Words(does))),
        Line(Style.BODY, (Words("What you can do: ", bold=True), Words(can))),
        *(_offer(offer, room) for offer in finding.offers[:_MOST_OFFERS]),
    )


def _since(finding: Finding, now: datetime) -> Iterator[tuple[Run, ...] | str]:
    if finding.since is None:
        yield "seen just now"
        return
    yield Words("since "), Moment(finding.since, Look.DATE)
    yield f"for {lasting(now - finding.since)}"


def _offer(offer: FeedLink, room: int) -> Line:
    title = name(offer.title or offer.url, room)
    address = name(offer.url, room) if offer.title else None
    return small(Words(title, link=web_link(offer.url)), address)


def checkup_record(told: CheckUp) -> Record:
    """A check-up as a record; times are ISO 8601 in UTC, lengths of time in seconds."""
    findings: list[Plain] = [_finding_record(finding) for finding in told.findings]
    return {
        "title": told.title,
        "url": told.url,
        "at": _time(told.at),
        "followed": told.is_followed,
        "wrong": len(told.wrong),
        "read": _time(told.read),
        "next_due": _time(told.next_due),
        "items": told.items,
        "newest": _time(told.newest),
        "every": int(told.every.total_seconds()) if told.every else None,
        "conditional": told.says_unchanged,
        "findings": findings,
    }


def _finding_record(finding: Finding) -> Record:
    offers: list[Plain] = [{"title": offer.title, "url": offer.url} for offer in finding.offers]
    return {
        "sign": finding.sign.value,
        "grade": finding.grade.value,
        "what": finding.what,
        "since": _time(finding.since),
        "does": finding.does,
        "can": finding.can,
        "offers": offers,
    }


def _time(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
