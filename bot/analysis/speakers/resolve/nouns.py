"""the mayor, the 43-year-old, the company, her statement -> the speaker."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import behind_age, is_adjective
from bot.analysis.speakers.people import People, Person
from bot.analysis.speakers.resolve.bodies import find_body, find_kind, find_named
from bot.analysis.speakers.resolve.described import find_described, is_described
from bot.analysis.speakers.resolve.documents import Documents
from bot.analysis.speakers.resolve.epithets import Epithets
from bot.analysis.speakers.resolve.heads import CHIEFS, find_head
from bot.analysis.speakers.resolve.holders import Holders
from bot.analysis.speakers.resolve.memory import DEPTH, Memory
from bot.analysis.speakers.resolve.offices import (
    find_kinswoman,
    find_relative,
    find_running,
    find_source,
    has_office,
    only_person,
)
from bot.analysis.speakers.resolve.pronouns import Pronouns
from bot.analysis.speakers.resolve.speaker import Speaker, speaker_in, speaker_of
from bot.analysis.speakers.resolve.titles import find_leader, find_other_office
from bot.analysis.speakers.tokens import Token

LONGEST_EPITHET = 5
"""A phrase of more words stands for nobody but itself."""
OPENING = 3
"""So many German passages, a headline among them, open a story."""
LEDE = 1
"""Up to this passage, a story may tell of somebody before it names them."""
OWNED = frozenset(("association", "camp", "club", "collectif", "entreprise", "famille"))
OWNED |= {"formation", "groupe", "mouvement", "organisation", "parti", "société", "syndicat"}
"""French nouns for bodies of which only their owner is named: son parti."""
TOLD = frozenset(("récit", "témoignage", "version"))
"""French nouns for what only a human being tells."""
SAME = {"en": ("same",), "es": ("misma", "mismo"), "fr": ("même",)}
"""Words with which a noun stands for whoever the text gave by it: la même source."""
FORMER = ("damalige", "ehemalige", "einstige", "frühere", "vormalige")
"""German words that tell of somebody known what he was."""
MASCULINE = {"al": "el", "au": "le", "del": "el", "du": "le"}
"""French and Spanish articles within a preposition."""
FANS = frozenset(("enthusiast", "fan", "lover"))
"""Of whom it is told what they love: the Brae Owls fan."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """Resolves noun phrases by the register and by what is remembered."""

    memory: Memory
    people: People
    grammar: Grammar
    pronouns: Pronouns
    epithets: Epithets

    @property
    def _holders(self) -> Holders:
        return Holders(self.memory, self.people, self.grammar, self.epithets)

    @property
    def _documents(self) -> Documents:
        return Documents(self.memory, self.people, self.grammar, self.pronouns)

    def resolve(
        self,
        tokens: Sequence[Token],
        place: int,
        *,
        goes_on: bool = False,
        contracted: str = "",
    ) -> Speaker | None:
        """A body, a role, a document: in its own words, or as whom the text has named before.

        ``goes_on``: the verb tells that whoever spoke last goes on; ``contracted``: the
        preposition before the words that holds their article.
        """
        grammar, words = self.grammar, list(tokens)
        article = MASCULINE.get(contracted, words[0].lower)
        one = grammar.inverts and len(words) > 1 and words[1].lower in grammar.owning
        one = one or [token.lower for token in words[:2]] in (["l'", "un"], ["l'", "une"])
        if self.epithets.points_to_speaker(words):
            return self.epithets.speaker(place, article)
        while (
            len(words) > 1
            and not one
            and (words[0].lower in grammar.articles or is_adjective(words[0], grammar))
        ):
            words = words[1:]
        pointed = article in grammar.definites or article in grammar.demonstratives
        if pointed and words[0].lower == article and len(words) > 1 and not one:
            words = words[1:]
        pointed = pointed or bool(contracted)
        rest = behind_age(words)
        aged, words = len(rest) < len(words), rest
        lowers = tuple(token.lower for token in words)
        if aged and (bearer := self.epithets.bearer(place, article, lowers[0])):
            return bearer
        whole = "-".join(lowers) in grammar.epithets  # el número uno
        if grammar.inverts and lowers[-1] in grammar.anybody and not whole:
            return None  # une autre
        theirs = grammar.language == "fr" and article in grammar.possessives
        if theirs and find_head(lowers[1:] or lowers, grammar) in OWNED:
            return None  # son parti
        if theirs and (lowers[-1] in TOLD or find_head(lowers, grammar) in grammar.media):
            return self.memory.last or self.epithets.speaker(place, article)  # selon son récit
        if lowers[-1] in grammar.media and not _is_outlet(words, grammar):
            return self._documents.author(words, article, place)
        if owner := self._documents.owner(words):
            return self.resolve(owner, place)
        summed = place == 0 or (place < OPENING and grammar.language == "en")
        if summed and len(tokens) == len(words) and (holder := self._holders.only(lowers)):
            return speaker_of(holder)  # 'It is late,' says mayor
        bare = place == 0 and len(tokens) == len(words) and article not in grammar.closed
        kin = find_head(lowers, grammar) in grammar.kin  # the mother of a boy
        opens = bare or (place <= LEDE and (article in ("a", "an") or kin))
        if opens and (holder := self._holders.of_story(lowers)):
            return speaker_of(holder)  # A Brae councillor says ... Councillor Roe, from Brae, ...
        his = len(words) == 2 and lowers[-1] in grammar.kin  # his dad
        if his and (relative := find_relative(self.memory, self.people, lowers[-1], grammar)):
            return speaker_of(relative)
        if len(words) > 2 and lowers[-1] in grammar.kin:
            gender = self.epithets.gender("", lowers[-1:])
            if relative := find_kinswoman(self.memory, self.people, words, gender, place):
                return speaker_of(relative)
        opens = place == 0 or (place < OPENING and grammar.language in ("de", "en"))
        comes = grammar.inverts or (grammar.language == "en" and place <= LEDE)
        if (pointed or bare) and opens and comes and (holder := self._holders.to_come(lowers)):
            return speaker_of(holder)
        if pointed and grammar.language == "fr" and self._is_theirs(lowers):
            return self.epithets.bearer(place, article, lowers[0])
        chief = find_head(lowers, grammar).startswith(CHIEFS)
        french = grammar.language == "fr" and lowers[0] in grammar.roles
        told = words
        if grammar.drops_subjects:
            told = [token for token in words if token.lower not in grammar.closed | grammar.linkers]
        definite = pointed and (len(told) <= LONGEST_EPITHET or chief or french)
        if definite and (known := self._known(words, place, article, goes_on)):
            return known
        if pointed and (person := self._described(lowers, article, place)):
            return speaker_of(person)
        if (
            article in grammar.possessives
            and find_head(lowers[1:] or lowers, grammar) in grammar.peers
        ):
            return None  # su compatriota
        if definite and (person := self._holders.left_over(lowers, article)):
            return speaker_of(person)
        if definite and grammar.language == "en" and self.epithets.has_only_age(words):
            return None
        if definite and (gender := self.epithets.somebody(lowers, article)):
            return self.epithets.speaks_on(gender)
        former = pointed and any(token.lower.startswith(FORMER) for token in tokens)
        if former and (gender := self.epithets.gender(article)):
            return self.epithets.speaks_on(gender) or speaker_in(words)
        named = len(words) > 1 and words[-1].capital and words[-2].capital
        if pointed and not named and (same := self.epithets.renamed(lowers, article, place)):
            return same
        speaker = speaker_in(words)
        self.memory.phrases.append(speaker)
        return speaker

    def person(self, tokens: Sequence[Token], place: int) -> Person | None:
        """The person whom a phrase with "the" points back to: the mayor, the 43-year-old."""
        words = behind_age(list(tokens[1:]))
        if tokens[0].lower not in self.grammar.definites or not words:
            return None
        lowers = tuple(token.lower for token in words)
        if self.epithets.points_to_speaker(tokens):
            pointed = self.epithets.speaker(place, tokens[0].lower)
            return pointed.person if pointed else None
        if len(words) > LONGEST_EPITHET:
            return None
        if holder := self._holders.latest(lowers, words, tokens[0].lower):
            return holder
        head = find_head(lowers, self.grammar)
        epithet = self.epithets.is_epithet(lowers, head, words)
        bearer = self.epithets.bearer(place, tokens[0].lower, head) if epithet else None
        return bearer.person if bearer else None

    def _described(self, words: tuple[str, ...], article: str, place: int) -> Person | None:
        """The person whom a French or Spanish phrase tells by another office than the text.

        Than the text before; in a headline than all of it.
        """
        grammar = self.grammar
        if grammar.language not in ("es", "fr") or article in grammar.plurals:
            return None
        gender = self.epithets.gender(article)
        known = self.memory.met if place else self.people.persons
        return find_other_office(known, words, gender, grammar) or find_leader(
            self.memory, words, gender, grammar
        )

    def _known(
        self, tokens: Sequence[Token], place: int, article: str, goes_on: bool
    ) -> Speaker | None:
        """Whom a phrase with "the" points back to."""
        words = tuple(token.lower for token in tokens)
        if words[0] == "":
            rest = tokens[1:] if self.grammar.language == "en" else ()
            return self._known(rest, place, article, goes_on) if rest else None  # "Tides" star
        if (last := self._said_last(words)) or (last := self._pointed_at(words, article)):
            return last
        person = self._holders.latest(words, tokens, article)
        if known := self._holders.newly_described(person, words, place, article):
            return speaker_of(known)
        if person and not self._holders.may_be_other(person, tokens):
            return speaker_of(person)
        for speaker in reversed(self.memory.phrases[-DEPTH:]):
            ends = speaker.phrase[-len(words) :], speaker.phrase[: len(words)]
            if words in ends and not self.epithets.is_faceless(speaker):
                return speaker
        head, grammar = find_head(words, self.grammar), self.grammar
        described = is_described(tokens, grammar)
        if described and (person := find_described(self.memory, tokens, place, grammar)):
            return speaker_of(person)
        if running := find_running(self.memory, head, grammar):
            return running
        if article in grammar.demonstratives or self.epithets.is_epithet(words, head, tokens):
            last = self.memory.last
            if goes_on and last and (last.person or last.is_one_human(grammar)):
                return last
            told = words[0] if words[0] == "former" else head  # whoever leads once was led
            return self.epithets.bearer(place, article, told)
        if head in grammar.epithets_named and tokens[0].capital and "'s" not in words:
            focus = self.memory.focus(place)
            if focus and not person and not has_office(focus, grammar):
                return speaker_of(focus)
        expert = len(words) == 1 and head in grammar.experts
        expert = expert or (head in FANS and tokens[0].capital) or self._is_official(head)
        expert = expert and not self.epithets.is_another(head)
        if expert and (source := find_source(self.memory, head, place, grammar)):
            return source
        if alone := only_person(self.memory, words, tokens, place, grammar):
            return speaker_of(alone)
        kind = find_kind(self.memory, head, place, grammar) if len(words) == 1 else None
        named = find_named(self.memory, head, place, grammar) if len(words) == 1 else None
        if grammar.drops_subjects and (named or kind):
            return named or kind  # la firma Norlux
        return named or find_body(self.memory, head, tokens, grammar) or kind

    def _is_official(self, head: str) -> bool:
        """Whether an English official may be whoever spoke last: the top Brae official."""
        last = self.memory.last
        return head == "official" and bool(
            last and last.person and has_office(last.person, self.grammar)
        )

    def _is_theirs(self, words: Sequence[str]) -> bool:
        """Whether a French office is that in a thing just spoken of: le patron de ce garage."""
        office = words[0] in self.grammar.roles and len(words) > 2
        return (
            office and words[1] in self.grammar.owning and words[2] in self.grammar.demonstratives
        )

    def _pointed_at(self, words: Sequence[str], article: str) -> Speaker | None:
        """Whoever spoke last, of whom a Spanish "this" tells more: esta vecina."""
        memory, grammar = self.memory, self.grammar
        person = memory.last.person if memory.last else None
        head = find_head(words, grammar)
        human = head in grammar.roles or head in grammar.epithets
        if not grammar.drops_subjects or article not in grammar.demonstratives or not human:
            return None
        fits = person is not None and person.sure and not memory.newer()
        gender = self.epithets.gender(article)
        return memory.last if person and fits and person.gender in (gender, None) else None

    def _said_last(self, words: Sequence[str]) -> Speaker | None:
        """Whoever spoke last, if the text gives this noun and no name: the (same) official."""
        last, head = self.memory.last, words[-1]
        if words[0] in SAME.get(self.grammar.language, ""):
            told = [one for one in self.memory.phrases[-DEPTH:] if one.is_one_human(self.grammar)]
            return next((one for one in reversed(told) if head in one.phrase), None)
        if self.grammar.language != "en" or last is None or last.person:
            return None
        same = last.is_one_human(self.grammar) and last.phrase[-1] == head
        return last if same and set(words) <= set(last.phrase) else None


def _is_outlet(words: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a name ends with the word for a document: the Halden Post; not: Roe's report."""
    named = len(words) > 1 and words[-1].capital and words[-2].capital
    return not grammar.inverts and named
