"""Who was spoken of so far, and how prominently."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.analysis.speakers.people import Gender, Person
from bot.analysis.speakers.resolve.speaker import Speaker, speaker_of

DEPTH = 40
"""How many of the last notices are kept in mind."""
HEAD = 100
"""So many notices at the start of an article tell whom an interview is with."""

SPEAKER = 4.0
APPOSED = 3.5
"""For a name that is introduced with its bearer's role: Jane Roe, who runs the port."""
SUBJECT = 3.0
EMBEDDED = 2.5
"""For the subject of a later clause: ... what Roe may do."""
INTRODUCED = 2.5
FULL = 2.0
OTHER = 1.0
ATTRIBUTE = 0.5
DECAY = 2.0
"""What a person loses with each passage."""
KNOWN = 0.5
"""What the right gender is worth against an unknown one."""
KIN = 1.5
"""What a relative loses who stands beside no verb of saying."""
SPEAKS = 0.5
"""What it is worth that the text has the name beside a verb of saying somewhere."""
FADING, OFTEN = 0.5, 0.5
"""Where two share a name: what one loses with each passage, what each time spoken of is worth."""
CLEAR = 0.5
"""How far the focus must be ahead of anybody else."""
LEAST = -3.0
"""Whoever has less has left the focus."""


class Notice(NamedTuple):
    """A person spoken of in the passage ``place``, and how prominently."""

    place: int
    weight: float
    person: Person

    def worth(self, place: int) -> float:
        """What is left of the weight in a later passage."""
        return self.weight - DECAY * (place - self.place)


class Theme(NamedTuple):
    """Somebody without a name whom the passage ``place`` is about: the victim's sister.

    ``several``: a plural, which only a plural verb means.
    """

    place: int
    speaker: Speaker
    gender: Gender | None
    several: bool = False


@dataclass(slots=True)
class Memory:
    """Grows while an article is read from its start.

    ``last`` is the speaker of the attribution before, None where the text did not settle it;
    ``last_place`` is the passage of that attribution.
    """

    last: Speaker | None = None
    last_place: int = -1
    said: int = -1  # the last passage in which somebody is quoted
    last_article: str = ""  # the word with which its mention began
    since: int = 0  # how many notices came before the last attribution
    notices: list[Notice] = field(default_factory=list)
    met: set[Person] = field(default_factory=set)
    familiar: set[Person] = field(default_factory=set)  # spoken of by the given name alone
    spoken: set[Person] = field(default_factory=set)
    nouns: dict[str, int] = field(default_factory=dict)  # German roles, and where first told
    phrases: list[Speaker] = field(default_factory=list)  # who spoke and is no person
    bodies: list[Speaker] = field(default_factory=list)  # named ones that spoke
    named: list[tuple[int, Speaker]] = field(default_factory=list)  # names of bodies, and where
    kinds: list[tuple[int, Speaker, frozenset[str]]] = field(default_factory=list)  # what they are
    acronyms: dict[str, Speaker] = field(default_factory=dict)  # bodies, by what stands for them
    voices: set[str] = field(default_factory=set)  # names of bodies that spoke
    opens: bool = True  # whether the passage begins its paragraph
    running: bool = False  # whether whoever spoke last has not ended yet
    theme: Theme | None = None
    topic: tuple[int, Speaker] | None = None  # the named body that a passage is about, and where
    about: tuple[int, Person] | None = None  # whom a passage in which nobody speaks is about

    def note(self, person: Person, place: int, weight: float) -> None:
        """Keep in mind that a passage speaks of a person."""
        self.notices.append(Notice(place, weight, person))

    def mark(self) -> tuple[Speaker | None, int, int]:
        """Who spoke last, in which passage, and how many notices came before."""
        return self.last, self.last_place, self.since

    def noted_at(self, place: int) -> Person | None:
        """Of whom a passage spoke last."""
        here = self.notices and self.notices[-1].place == place
        return self.notices[-1].person if here else None

    def named_at(self, place: int, gender: Gender) -> list[Person]:
        """Who of this gender a passage names, in the order in which they come up."""
        here = [notice.person for notice in self.notices[-DEPTH:] if notice.place == place]
        return [one for one in dict.fromkeys(here) if one.gender in (gender, None)]

    def introduced(self, place: int, gender: Gender) -> Person | None:
        """The one person of this gender whom a passage introduced with a role."""
        here = [n for n in self.notices[-DEPTH:] if n.place == place and n.weight >= INTRODUCED]
        return _only([n.person for n in here if n.person.gender in (gender, None)])

    def latest(self, fits: Callable[[Person], bool]) -> Person | None:
        """The person spoken of last of those who fit."""
        recent = reversed(self.notices[-DEPTH:])
        return next((notice.person for notice in recent if fits(notice.person)), None)

    def outweighs(self, some: Collection[Person], others: Collection[Person]) -> bool:
        """Whether some have spoken at least as often of late as others."""
        recent = self.notices[-DEPTH:]
        often = Counter(notice.person for notice in recent if notice.weight == SPEAKER)
        return sum(often[one] for one in some) >= sum(often[one] for one in others)

    def leading(self, persons: Collection[Person]) -> Person | None:
        """Of these, the person spoken of most prominently of late."""
        recent = [notice for notice in self.notices[-DEPTH:] if notice.person in persons]
        if not recent:
            return None
        place, often = recent[-1].place, Counter(notice.person for notice in recent)

        def prominence(notice: Notice) -> float:
            faded = FADING * (place - notice.place)
            return notice.weight - faded + OFTEN * often[notice.person]

        return max(reversed(recent), key=prominence).person

    def foremost(self, gender: Gender, place: int) -> Person | None:
        """The person whom "he" or "she" in the passage ``place`` most likely means."""
        best: tuple[float, Person] | None = None
        for notice in self.notices[-DEPTH:]:
            person = notice.person
            if person.gender not in (gender, None):
                continue
            doubtful = person.gender is None and not person.sure
            if doubtful and (notice.weight < SPEAKER or len(person.name) == 1):
                continue
            score = notice.worth(place) + (KNOWN if person.gender == gender else 0)
            score -= 0 if person.gender or person.sure else FULL
            score += SPEAKS * person.speaks
            score -= KIN * (person.kin is not None and not person.speaks)
            if best is None or score >= best[0]:
                best = (score, person)
        return best[1] if best else None

    def only(self, gender: Gender, fits: Callable[[Person], bool] = bool) -> Person | None:
        """The one person spoken of lately who may be of this gender, of those who fit."""
        recent = {notice.person for notice in self.notices[-DEPTH:] if notice.person.sure}
        return _only([one for one in recent if one.gender in (gender, None) and fits(one)])

    def has_newer(self, gender: Gender | None = None) -> bool:
        """Whether somebody of this gender came up since the last attribution, in a new passage."""
        return any(
            place > self.last_place
            and (not gender or person.gender == gender or (not person.gender and weight > OTHER))
            for place, weight, person in self.notices[self.since :]
        )

    def newer(self, least: float = 0.0) -> set[Person]:
        """Who came up since the last attribution, in a new passage; none if its speaker did.

        ``least``: how prominently at least.
        """
        late = self.notices[self.since :]
        found = {
            who
            for place, weight, who in late
            if place > self.last_place and weight >= least and who.sure
        }
        return set() if self.last and self.last.person in found else found

    def other_than(self, asker: Speaker, place: int) -> Speaker | None:
        """The one other person of whom the last two passages told."""
        recent = [n.person for n in self.notices[-DEPTH:] if n.place >= place - 1]
        person = _only([one for one in recent if one.sure and one is not asker.person])
        return speaker_of(person) if person else None

    def theme_before(
        self, place: int, gender: Gender | None = None, *, several: bool = False
    ) -> Speaker | None:
        """Who without a name, of this gender or ``several``, the passage before is about."""
        theme = self.theme
        if theme is None or theme.place != place - 1 or theme.several != several:
            return None
        return theme.speaker if gender is None or theme.gender in (gender, None) else None

    def topic_before(self, place: int) -> Speaker | None:
        """The named body that the passage before is about."""
        return self.topic[1] if self.topic and self.topic[0] == place - 1 else None

    def focus(self, place: int, gender: Gender | None = None) -> Person | None:
        """The person whom the last passages are about; None where they are about several.

        A ``gender`` leaves out everybody of the other.
        """
        worths: dict[Person, float] = {}
        for notice in self.notices[-DEPTH:]:
            if gender and notice.person.gender not in (gender, None):
                continue
            if notice.person.sure:
                worth = notice.worth(place)
                worths[notice.person] = max(worth, worths.get(notice.person, worth))
        ranked = sorted(worths.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < LEAST:
            return None
        clear = len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= CLEAR
        return ranked[0][0] if clear else None

    def has_rival(self, person: Person, place: int) -> bool:
        """Whether the passage before named another in full, after the person."""
        for notice in reversed(self.notices[-DEPTH:]):
            if notice.place < place - 1 or notice.person is person:
                return False
            if notice.weight > FULL and notice.person.sure:
                return True
        return False

    def subject_before(self, place: int) -> Person | None:
        """The one person whom the passage before is about, if nobody speaks in it."""
        before = [notice for notice in self.notices[-DEPTH:] if notice.place == place - 1]
        if self.about and self.about[0] == place - 1 and self.about[1].sure:
            return self.about[1]
        if any(notice.weight == SPEAKER for notice in before):
            return None
        return _only([who for _, weight, who in before if weight >= SUBJECT and who.sure])

    def alone_before(self, place: int) -> Person | None:
        """The one person of whom the passage before tells, as its subject or its speaker."""
        before = [notice for notice in self.notices[-DEPTH:] if notice.place == place - 1]
        about = any(notice.weight >= SUBJECT for notice in before)
        return _only([notice.person for notice in before]) if about else None

    def protagonist(self) -> Person | None:
        """The one person whom the start of the article is about."""
        opening = self.notices[:HEAD]
        counts = Counter(person for _, _, person in opening if person.sure)
        ranked = counts.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
            return ranked[0][0]
        return _only([person for _, weight, person in opening if weight >= INTRODUCED])


def _only(persons: Collection[Person]) -> Person | None:
    """The person who is all that there is."""
    different = set(persons)
    return different.pop() if len(different) == 1 else None
