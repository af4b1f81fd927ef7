"""Who was spoken of so far, and how prominently."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.analysis.speakers.people import Gender, Person
from bot.analysis.speakers.resolve.speaker import Speaker

DEPTH = 40
"""How many of the last mentions are kept in mind."""
HEAD = 100
"""So many mentions at the start of an article tell whom an interview is with."""
NEAR, FAR = 6, 2
"""The focus is told from so many of the last mentions, so many passages back at most."""

SPEAKER = 4.0
SUBJECT = 3.0
FULL = 2.0
OTHER = 1.0
DECAY = 2.0
KNOWN = 0.5


class Notice(NamedTuple):
    """A person spoken of in the passage ``place``, and how prominently."""

    place: int
    weight: float
    person: Person


@dataclass(slots=True)
class Memory:
    """Grows while an article is read from its start.

    ``last`` is the speaker of the attribution before, None where the text did not settle it.
    """

    last: Speaker | None = None
    since: int = 0  # how many notices came before the last attribution
    notices: list[Notice] = field(default_factory=list)
    met: set[Person] = field(default_factory=set)
    phrases: list[Speaker] = field(default_factory=list)  # who spoke and is no person
    bodies: list[Speaker] = field(default_factory=list)  # named ones that spoke

    def note(self, person: Person, place: int, weight: float) -> None:
        """Keep in mind that a passage speaks of a person."""
        self.notices.append(Notice(place, weight, person))

    def latest(self, fits: Callable[[Person], bool]) -> Person | None:
        """The person spoken of last of those who fit."""
        recent = reversed(self.notices[-DEPTH:])
        return next((notice.person for notice in recent if fits(notice.person)), None)

    def foremost(self, gender: Gender, place: int) -> Person | None:
        """The person whom "he" or "she" in the passage ``place`` most likely means."""
        best: tuple[float, Person] | None = None
        for notice in self.notices[-DEPTH:]:
            person = notice.person
            if person.gender not in (gender, None):
                continue
            if person.gender is None and not person.sure and notice.weight < SPEAKER:
                continue
            score = notice.weight - DECAY * (place - notice.place)
            score += KNOWN if person.gender == gender else 0
            score -= 0 if person.gender or person.sure else FULL
            if best is None or score >= best[0]:
                best = (score, person)
        return best[1] if best else None

    def only(self, gender: Gender) -> Person | None:
        """The one person spoken of lately who may be of this gender."""
        recent = [notice.person for notice in self.notices[-DEPTH:] if notice.person.sure]
        return _only([person for person in recent if person.gender in (gender, None)])

    def has_newer(self, gender: Gender) -> bool:
        """Whether somebody of this gender was spoken of since the last attribution."""
        return any(
            person.gender == gender or (person.gender is None and weight > OTHER)
            for _, weight, person in self.notices[self.since :]
        )

    def focus(self, place: int) -> Person | None:
        """The person whom the last passages are about; None where they are about several."""
        fresh = {person for _, _, person in self.notices[self.since :] if person.sure}
        if self.last and self.last.person:
            fresh.discard(self.last.person)
        if len(fresh) == 1:
            return fresh.pop()
        near = [notice for notice in self.notices[-NEAR:] if place - notice.place <= FAR]
        leading = [notice for notice in near if notice.weight > OTHER]
        return _only([notice.person for notice in leading or near if notice.person.sure])

    def subject_before(self, place: int) -> Person | None:
        """The one person whom the passage before is about, if nobody speaks in it."""
        before = [notice for notice in self.notices[-NEAR:] if notice.place == place - 1]
        if any(notice.weight == SPEAKER for notice in before):
            return None
        return _only([who for _, weight, who in before if weight >= SUBJECT and who.sure])

    def protagonist(self) -> Person | None:
        """The one person whom the start of the article is about."""
        opening = self.notices[:HEAD]
        counts = Counter(person for _, _, person in opening if person.sure)
        ranked = counts.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
            return ranked[0][0]
        return _only([person for _, weight, person in opening if weight >= SUBJECT])


def _only(persons: Collection[Person]) -> Person | None:
    """The person who is all that there is."""
    different = set(persons)
    return different.pop() if len(different) == 1 else None
