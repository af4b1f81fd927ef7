"""What is kept of a feed, and what a look showed -> findings, in words; pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.doctor import Chart, CheckUp, Contents, Finding, Grade, Habits, Look, Sign, Symptom
from bot.doctor.answers import PAGE_OFFERS, WHAT_AND_CAN, sign_of
from bot.doctor.contents import WORDS
from bot.doctor.words import lasting, times
from bot.errors import FetchFailed

STALE_AFTER = timedelta(days=60)
LATE_AFTER = timedelta(hours=1)
FEW = 5
"""One article in so many may stay unread before it is more than a note."""

GRADES = tuple(Grade)


def check_up(
    url: str,
    chart: Chart | None,
    look: Look | None,
    habits: Habits,
    now: datetime,
    symptoms: tuple[Symptom, ...] = (),
) -> CheckUp:
    """All that can be said of a feed, from what is kept of it, from a look at it, or from both.

    ``chart`` is None for a feed that is not followed, ``look`` where none was taken; ``symptoms``
    are those that only the caller knows, such as a closed channel.
    """
    contents = look.contents if look and _gave_feed(look) else None
    case = _Case(chart, look, contents, habits, now)
    findings = sorted(case.find(symptoms), key=lambda one: GRADES.index(one.grade))
    return CheckUp(
        title=(chart and chart.title) or (contents and contents.title) or url,
        url=chart.url if chart else url,
        at=now,
        is_followed=chart is not None,
        findings=tuple(findings),
        read=chart.health.read if chart else None,
        next_due=chart.health.next_due if chart and chart.health.paused is None else None,
        items=contents.items if contents else None,
        newest=case.newest,
        every=contents.every if contents else None,
        says_unchanged=look.says_unchanged if look else None,
    )


def _gave_feed(look: Look) -> bool:
    return look.contents is not None and not any(
        symptom.sign in WHAT_AND_CAN for symptom in look.contents.symptoms
    )


@dataclass(frozen=True, slots=True)
class _Case:
    """One feed before the doctor; ``contents`` are those of a look that gave a feed."""

    chart: Chart | None
    look: Look | None
    contents: Contents | None
    habits: Habits
    now: datetime

    @property
    def newest(self) -> datetime | None:
        """When the newest item was published, as far as is known."""
        told = (self.contents and self.contents.newest, self.chart and self.chart.newest)
        return max((time for time in told if time), default=None)

    def find(self, symptoms: tuple[Symptom, ...]) -> Iterator[Finding]:
        """Every finding, in the order in which the bot meets its cause."""
        for symptom in (*self._of_ours(), *symptoms):
            yield self._with_words(symptom)
        yield from self._failure()
        for symptom in (*self._of_site(), *self._of_contents()):
            yield self._with_words(symptom)
        if self.chart and self.chart.unread:
            yield self._unread(self.chart)

    def _of_ours(self) -> Iterator[Symptom]:
        """What we do with it ourselves."""
        if self.chart is None:
            return
        health = self.chart.health
        if health.paused is not None:
            yield Symptom(Sign.PAUSED, since=health.failing_since)
        elif health.next_due and self.now - health.next_due > LATE_AFTER:
            late = lasting(self.now - health.next_due)
            yield Symptom(Sign.OVERDUE, late, health.next_due)
        if self.contents and health.failures:
            yield Symptom(Sign.RECOVERED, times(health.failures), health.failing_since)

    def _of_site(self) -> Iterator[Symptom]:
        """Where the site keeps it now, and whether it still fills it."""
        moved_to = self.look.moved_to if self.look else self.chart and self.chart.moved_to
        if moved_to:
            known = self.chart and self.chart.moved_to == moved_to
            since = self.chart.moved_since if self.chart and known else None
            yield Symptom(Sign.MOVED, moved_to, since)
        if self.newest and self.now - self.newest >= STALE_AFTER:
            yield Symptom(Sign.STALE, since=self.newest)

    def _of_contents(self) -> Iterator[Symptom]:
        """What strikes about the feed itself, now or when it was last read."""
        kept = self.chart.symptoms if self.chart else ()
        if self.contents is None:
            yield from kept
            return
        since = {symptom.sign: symptom.since for symptom in kept}
        for symptom in self.contents.symptoms:
            yield Symptom(symptom.sign, symptom.detail, since.get(symptom.sign))

    def _failure(self) -> Iterator[Finding]:
        """Why there is no feed: as the look showed, else as the last reading did."""
        health = self.chart.health if self.chart else None
        if self.look and self.look.failure:
            failure = self.look.failure
            sign = sign_of(failure.fault, failure.status)
            yield self._of_answer(sign, str(failure), failure)
        elif self.look and self.look.contents and not self.contents:
            for symptom in self.look.contents.symptoms:
                yield self._of_answer(symptom.sign, symptom.detail or "")
        elif health and health.failures and not self.contents:
            sign = sign_of(health.fault or "", health.status)
            yield self._of_answer(sign, health.sentence or "It could not be read.")

    def _of_answer(self, sign: Sign, sentence: str, failure: FetchFailed | None = None) -> Finding:
        what, can = WHAT_AND_CAN[sign]
        health = self.chart.health if self.chart else None
        wait = failure.retry_after if failure else None
        facts = {
            "sentence": sentence,
            "status": failure.status if failure else health and health.status,
            "by": f", {failure.detail}" if failure and failure.detail else "",
            "retry_after": f"; it asks for {lasting(wait)} of rest" if wait else "",
            "patience": lasting(self.habits.patience),
            "megabytes": self.habits.most_bytes // 1_000_000,
            "redirects": self.habits.most_redirects,
        }
        offers = self.look.offered if self.look and sign is Sign.PAGE else ()
        return Finding(
            sign=sign,
            grade=Grade.STOPS,
            what=what.format(**facts),
            since=health.failing_since if health else None,
            does=self._what_we_do(sign),
            can=PAGE_OFFERS if offers else can,
            offers=offers,
        )

    def _what_we_do(self, sign: Sign) -> str:
        """What follows from a reading that fails."""
        if self.chart is None:
            return self._if_added(sign)
        health = self.chart.health
        if health.paused is not None:
            return "The feed is paused, so that we do not ask again by ourselves."
        if sign is Sign.GONE:
            end = f"after {self.habits.gone_times} such answers in a row we pause the feed"
        else:
            end = f"after {lasting(self.habits.pauses_after)} without success we pause the feed"
        if not health.failures:
            again = "If it fails then too, we ask less and less often"
            return f"The last reading went well. {self._next()} {again}; {end}."
        asked = f"We have asked {times(health.failures)} without success. {self._next()}"
        if sign is Sign.TOO_OFTEN:
            return f"{asked} We stay away for as long as the site asks; {end}."
        return f"{asked} We ask less and less often; {end}."

    def _if_added(self, sign: Sign) -> str:
        """What would follow if somebody added it."""
        offered = len(self.look.offered) if self.look else 0
        if sign is not Sign.PAGE or not offered:
            return "We could not follow it: there is nothing to be read."
        if offered == 1:
            return "If you add this address, we follow the feed of its site."
        return "If you add this address, we let you choose from the feeds of its site."

    def _next(self) -> str:
        due = self.chart.health.next_due if self.chart else None
        if due is None or due <= self.now:
            return "The next reading is due now."
        return f"The next reading is in {lasting(due - self.now)}."

    def _with_words(self, symptom: Symptom, sentence: str = "") -> Finding:
        grade, what, does, can = WORDS[symptom.sign]
        facts = {
            "detail": symptom.detail,
            "sentence": sentence,
            "why_paused": self._why_paused(),
            "age": lasting(self.now - self.newest) if self.newest else "",
            "next": self._next(),
            "moving": self._moving(),
            "most_items": self.habits.most_items,
            "page_tries": times(self.habits.page_tries),
            "commands": self.habits.commands,
        }
        return Finding(
            sign=symptom.sign,
            grade=grade,
            what=what.format(**facts).strip(),
            since=symptom.since,
            does=does.format(**facts),
            can=can.format(**facts),
        )

    def _why_paused(self) -> str:
        why = self.chart.health.paused if self.chart else None
        return f"The reason was: {why}" if why else ""

    def _moving(self) -> str:
        if self.chart is None:
            return "When you add the feed, we keep the new address at once."
        after, so_far = self.habits.moved_times, self.chart.moves
        if so_far >= after:
            return "We follow the redirect at each reading."
        return (
            f"We follow the redirect at each reading, and keep the new address after {after} "
            f"such readings in a row ({so_far} so far)."
        )

    def _unread(self, chart: Chart) -> Finding:
        """What keeps articles from being read, the most frequent reason named."""
        number = sum(one.articles for one in chart.unread)
        most = max(chart.unread, key=lambda one: one.articles)
        symptom = Symptom(
            Sign.UNREAD_PAGES,
            f"{number} of the newest {chart.articles} articles",
            min(one.since for one in chart.unread),
        )
        share = _share(most.articles, number)
        finding = self._with_words(symptom, f"The reason, {share}: {most.reason}")
        few = number * FEW <= chart.articles
        return replace(finding, grade=Grade.NOTE) if few else finding


def _share(some: int, of_all: int) -> str:
    """How many of them it is true for.

    >>> _share(3, 3), _share(2, 3)
    ('each time', 'in 2 cases')
    """
    return "each time" if some == of_all else f"in {some} cases"
