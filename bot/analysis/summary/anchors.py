"""Lines -> what each takes as known, and the earlier lines that make it known.

"Roe" is known from the line that tells of Ada Roe, "the pier" from the one that tells of a pier.
"""

from functools import cache
from typing import NamedTuple

from bot.analysis.summary.groups import Group
from bot.analysis.summary.lines import Line
from bot.analysis.summary.mentions import Mentions, find_mentions
from bot.analysis.summary.names import CAPITAL_NOUNS, GIVEN_NAMES
from bot.analysis.summary.phrases import read_set
from bot.analysis.summary.somebody import tells_of_somebody
from bot.analysis.summary.words import read_stems, stem

PREFIX = 3  # letters, that stand at least before the last part of a compound
COMPOUND = 7  # letters, than which a compound has more
NEAR = 4  # lines behind the first that may still go with it
PERSONS = ("epithets", "roles", "figure_person_nouns")


class Anchors(NamedTuple):
    """What one line takes as known: tuples of earlier lines, by number, that make it known.

    With one of the lines of each of ``things`` it must stand; not at all, where one has no lines.
    """

    things: tuple[tuple[int, ...], ...] = ()
    begins: bool = False  # begins with a thing taken as known, behind a line that may come first


def find_anchors(
    lines: list[Line], groups: tuple[Group, ...], title_stems: tuple[str, ...], language: str | None
) -> tuple[Anchors, ...]:
    """For each line its anchors. What no line makes known is taken as known to all readers."""
    tellers = _Tellers(language or "en", frozenset(title_stems))
    anchors = []
    for number, (line, group) in enumerate(zip(lines, groups, strict=True)):
        anchors.append(tellers.hear(number, line, may_stand=group is not None))
    return tuple(anchors)


class _Tellers:
    """Which lines have told of what, as far as the text has been read."""

    def __init__(self, language: str, headline: frozenset[str]) -> None:
        self.language = language
        self.headline = headline
        self.has_compounds = language in CAPITAL_NOUNS
        self.retellings = _read_retellings(language)
        self.persons = _read_stems(language, *PERSONS)
        self.told: set[str] = set()  # the stems of all lines
        self.presumed: set[str] = set()  # of these, first told of as known to all
        self.standing: dict[int, Line] = {}  # lines that may stand
        self.said: dict[int, frozenset[str]] = {}  # their stems
        self.opened = False  # whether one of these may open a summary
        self.tellers: dict[str, list[int]] = {}  # of these, who tell of what was new once
        self.compounds: dict[str, list[int]] = {}  # of these, who have a noun made of others

    def hear(self, number: int, line: Line, *, may_stand: bool) -> Anchors:
        """The anchors of the next line."""
        mentions = find_mentions(line.text, self.language)
        new = mentions.new | self._find_new_nouns(line, mentions)
        found = {self._find_thing(phrase, new, number) for phrase in mentions.things}
        found |= {self._find_each(phrase, number) for phrase in mentions.counted}
        found |= {self._find_first(phrase, new, number) for phrase in mentions.fronted}
        if mentions.described:
            found.add(self._find_person(mentions.described, number))
        if mentions.subject:
            found.add(self._find_sayers(mentions.subject, new, number))
        things = {lines for lines in found if lines is not None}
        alone = {name for name in mentions.names - new if stem(name) not in self.headline}
        things.update(tuple(self.tellers[name]) for name in alone & self.tellers.keys())
        given = alone.intersection(read_set("any", *GIVEN_NAMES)) - self.tellers.keys()
        things.update(filter(None, (self._find_lines_with(stem(name)) for name in given)))
        if not mentions.courteous.isdisjoint(alone - self.tellers.keys()):
            things.add(())  # nobody has told who that is
        anchors = Anchors(tuple(sorted(things)), begins=self.opened and bool(mentions.subject))
        if may_stand:
            self.opened |= not (line.leans or line.goes_on)
            self.standing[number] = line
            self.said[number] = frozenset(line.stems)
            for noun in filter(_is_compound, line.words) if self.has_compounds else ():
                self.compounds.setdefault(noun.casefold(), []).append(number)
        for name in new - self.told:
            self.tellers.setdefault(name, [])
        if may_stand:
            for name in self.tellers.keys() & new.union(line.stems):
                self.tellers[name].append(number)
        known = {name for phrase in mentions.things for name in phrase}
        self.presumed |= known - self.told - new
        self.told.update(line.stems)
        return anchors

    def _find_new_nouns(self, line: Line, mentions: Mentions) -> frozenset[str]:
        """The nouns first told of without a definite article, where a capital tells a noun."""
        if self.language not in CAPITAL_NOUNS:
            return frozenset()
        return line.names.difference(self.told, *mentions.things)

    def _find_thing(
        self, phrase: tuple[str, ...], new: frozenset[str], number: int
    ) -> tuple[int, ...] | None:
        """The lines that tell of what a phrase takes as known; None where every reader knows it.

        What takes up the story in a new word ("the incident") goes with the lines around.
        """
        for name in phrase:
            if name in self.tellers and name not in new:
                return None if name in self.headline else tuple(self.tellers[name]) or None
        for name in phrase:
            if name in self.retellings and name not in self.headline:
                return self._find_lines_with(name) or self._find_context(number, name) or None
        return self._find_compound(phrase) if self.has_compounds else None

    def _find_compound(self, phrase: tuple[str, ...]) -> tuple[int, ...] | None:
        """The lines with a noun that ends in that of a phrase: a Bahnhof, for the Hof."""
        if self.headline.isdisjoint(phrase) and self.told.isdisjoint(phrase):
            for noun, lines in self.compounds.items():
                if any(name in noun[PREFIX:] for name in phrase if len(name) > PREFIX):
                    return tuple(lines)
        return None

    def _find_first(
        self, phrase: tuple[str, ...], new: frozenset[str], number: int
    ) -> tuple[int, ...] | None:
        """The lines with a word that was told of before, and not as known to all.

        For a person ("the fireman") also lines that tell of one.
        """
        for name in phrase:
            if name in new or name in self.headline:
                return None
            if name in self.told and name not in self.presumed:
                return self._find_lines_with(name) or None
            if name in self.persons:
                return self._find_context(number, name) or None
        return None

    def _find_person(self, phrase: tuple[str, ...], number: int) -> tuple[int, ...] | None:
        """The lines that may name whom a phrase describes; None where the headline does."""
        if any(name[0].isupper() and stem(name) in self.headline for name in self.tellers):
            return None
        return self._find_context(number, phrase[0])

    def _find_each(self, phrase: tuple[str, ...], number: int) -> tuple[int, ...] | None:
        """The lines that may tell of the two men, one by one or together; of the two, the last."""
        if not phrase:
            return (self._find_context(number) or ())[-1:] or None
        if not self.headline.isdisjoint(phrase):
            return None
        found = {*(self._find_context(number) or ()), *self._find_lines_with(*phrase)}
        return tuple(sorted(found)) or None

    def _find_lines_with(self, *words: str) -> tuple[int, ...]:
        return tuple(number for number, said in self.said.items() if not said.isdisjoint(words))

    def _find_context(self, number: int, name: str = "") -> tuple[int, ...] | None:
        """The last line that may stand, or the first of all where that is near.

        For a person ("driver") lines that tell of one.
        """
        lines = list(self.standing)
        if name not in self.persons:
            telling = iter(lines[::-1])
        else:
            near = lines[: -NEAR - 1 : -1] + lines[:-NEAR][:1]
            telling = filter(self._tells_of_somebody, near)
        last = next(telling, None)
        if last is None:
            return () if number else None
        return (0, last) if last and number <= NEAR and 0 in telling else (last,)

    def _tells_of_somebody(self, number: int) -> bool:
        return tells_of_somebody(self.standing[number].text, self.language, surely=True)

    def _find_sayers(
        self, phrase: tuple[str, ...], new: frozenset[str], number: int
    ) -> tuple[int, ...] | None:
        """The lines that speak of what a sentence begins with; None where the headline does.

        Where no line has said its words, it goes with the lines around.
        """
        if not (self.headline.isdisjoint(phrase) and new.isdisjoint(phrase)):
            return None
        for word in phrase:
            if word in self.told:
                return self._find_lines_with(word)
        return self._find_context(number, phrase[0])


def _is_compound(word: str) -> bool:
    """
    >>> _is_compound("Hafenkran"), _is_compound("Kran")
    (True, False)
    """
    return len(word) > COMPOUND and word[0].isupper()


@cache
def _read_retellings(language: str) -> frozenset[str]:
    return _read_stems(language, "retellings", "epithets")


@cache
def _read_stems(language: str, *names: str) -> frozenset[str]:
    words, stems = read_set(language, *names), read_stems(language)
    return frozenset(key for word in words if (key := stems[word]))
