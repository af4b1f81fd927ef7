"""Follows an article from its start: whom each mention means, and who speaks where none stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.analysis.speakers.asides import is_latter
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.hearers import answers
from bot.analysis.speakers.names import Name
from bot.analysis.speakers.people import People, Person
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.predicates import tells_of_presence
from bot.analysis.speakers.resolve.bodies import body_in, kinds_of
from bot.analysis.speakers.resolve.epithets import Epithets
from bot.analysis.speakers.resolve.memory import EMBEDDED, SPEAKER, SUBJECT, Memory
from bot.analysis.speakers.resolve.names import Names
from bot.analysis.speakers.resolve.nouns import Nouns
from bot.analysis.speakers.resolve.prominence import Prominence
from bot.analysis.speakers.resolve.pronouns import Pronouns
from bot.analysis.speakers.resolve.speaker import Speaker, speaker_in, speaker_of
from bot.analysis.speakers.resolve.themes import Themes
from bot.analysis.speakers.tokens import Token

FRESH = 2
"""So many passages after somebody spoke, who is only named besides takes no words over."""
CONTRACTED = frozenset(("al", "au", "del", "du"))
"""French and Spanish prepositions that hold an article: a juicio del alcalde."""


@dataclass(slots=True)
class Resolver:
    """Resolves the mentions of one article, in their order.

    ``place`` is the number of the passage in which a mention stands.
    """

    people: People
    grammar: Grammar
    memory: Memory = field(default_factory=Memory)
    _pronouns: Pronouns = field(init=False)
    _names: Names = field(init=False)
    _epithets: Epithets = field(init=False)
    _nouns: Nouns = field(init=False)
    _themes: Themes = field(init=False)
    _prominence: Prominence = field(init=False)

    def __post_init__(self) -> None:
        self._pronouns = Pronouns(self.memory, self.grammar)
        self._names = Names(self.memory, self.people, self.grammar)
        self._epithets = Epithets(self.memory, self.people, self.grammar)
        self._nouns = Nouns(self.memory, self.people, self.grammar, self._pronouns, self._epithets)
        self._themes = Themes(self.memory, self.grammar, self._epithets)
        self._prominence = Prominence(self.memory, self.grammar)

    def resolve(self, mention: Mention, tokens: Sequence[Token], place: int) -> Speaker | None:
        """The speaker whom the mention names."""
        beside = (*tokens[mention.end : mention.end + 1], *tokens[: mention.start][-1:])
        goes_on = any(token.lower in self.grammar.continuations for token in beside)
        if mention.kind is MentionKind.PRONOUN:
            word = tokens[mention.start].lower
            if word == "sie" and self.grammar.language == "de" and _are_several(mention, tokens):
                return self.memory.theme_before(place, several=True)
            if is_latter(tokens[mention.start : mention.end]):
                return self._pronouns.latter(tokens[mention.end - 1].lower, place)
            return self._pronouns.resolve(word, place, goes_on=goes_on)
        if mention.kind is MentionKind.NAME:
            return self._names.resolve(mention, tokens)
        words = tokens[mention.start : mention.end]
        alone = len(words) < 3 and words[0].lower in (words[-1].lower, *self.grammar.definites)
        if alone and (whole := self.memory.acronyms.get(words[-1].text)):
            return whole
        contracted = beside[-1].lower if mention.start and beside[-1].lower in CONTRACTED else ""
        found = self._nouns.resolve(words, place, goes_on=goes_on, contracted=contracted)
        asker = self.memory.last
        if found and self.grammar.language == "fr":
            self._learn_acronym(found, tokens[mention.end : mention.end + 3])
        one_of_them = len(words) > 1 and words[1].lower in self.grammar.indefinites
        if not (found and asker and answers(tokens, mention.start)) or one_of_them:
            return found
        nameless = found.person is None and found.is_one_human(self.grammar)
        other = nameless or found.person is asker.person
        return self.memory.other_than(asker, place) if other else found

    def _learn_acronym(self, body: Speaker, behind: Sequence[Token]) -> None:
        """Keep in mind what stands for a French body later: le Centre de la mer | (CMB)."""
        if [token.text for token in behind[::2]] == ["(", ")"] and behind[1].text.isupper():
            self.memory.acronyms[behind[1].text] = body

    def follow(
        self,
        mention: Mention | None,
        tokens: Sequence[Token],
        place: int,
        *,
        dropped: bool = False,
        several: bool = False,
    ) -> Speaker | None:
        """The speaker of the next attribution; without a mention, that of the one before.

        ``dropped``: the verb has no subject, so that of the passage before may go on;
        ``several``: the verb is a plural.
        """
        memory = self.memory
        if dropped and several:
            goes_on = memory.last is not None and memory.last.person is None
            memory.last = memory.theme_before(place, several=True) or (
                memory.last if goes_on else None
            )
        elif dropped and (person := memory.subject_before(place)):
            memory.last = speaker_of(person)
        elif dropped and memory.last and memory.last_article in self.grammar.plurals:
            memory.last = None  # los vecinos ...; «...», gritaba
        elif dropped and (nameless := memory.theme_before(place)):
            memory.last = nameless
        elif dropped and memory.last is None and (person := memory.focus(place)):
            memory.last = speaker_of(person)
        elif dropped and memory.last and (newer := memory.newer()) - {memory.last.person}:
            told = memory.about and memory.about[0] > memory.last_place and memory.about[1]
            newer = {told} if told in newer else memory.newer(EMBEDDED)
            if newer or memory.last_place < place - FRESH:
                memory.last = speaker_of(newer.pop()) if len(newer) == 1 else None
        if mention:
            memory.last = self.resolve(mention, tokens, place)
            memory.since, memory.last_place = len(memory.notices), place
            if mention.kind is not MentionKind.PRONOUN:
                memory.last_article = tokens[mention.start].lower
            if memory.last and memory.last.is_body(self.grammar):
                memory.bodies.append(memory.last)
                memory.voices.add(memory.last.name)
        if dropped and memory.last:
            memory.since, memory.last_place = len(memory.notices), place
        if (mention or dropped) and memory.last and memory.last.person:
            memory.note(memory.last.person, place, SPEAKER)
            memory.spoken.add(memory.last.person)
        return None if memory.last and self._epithets.is_faceless(memory.last) else memory.last

    def other_than_last(
        self, mention: Mention | None, tokens: Sequence[Token], place: int
    ) -> Speaker | None:
        """Who speaks where it cannot be the last speaker: the phrase, or without it the one other.

        None of a pronoun.
        """
        last, self.memory.last = self.memory.last, None
        if mention and mention.kind is MentionKind.PHRASE:
            start = mention.start + (tokens[mention.start].lower in self.grammar.articles)
            self.memory.last = speaker_in(tokens[start : mention.end])
        elif last and not mention:
            self.memory.last = self.memory.other_than(last, place)
        return self.memory.last

    def interviewee(self, label: str = "") -> Speaker | None:
        """Whose initials the label of a turn has; else whom the text before is about."""
        initials = [letter for letter in label if letter.isalpha()]
        same = [p for p in self.people.persons if [word[0] for word in p.name] == initials]
        person = same[0] if len(same) == 1 else self.memory.protagonist()
        return speaker_of(person) if person else None

    def _note_name(self, name: Name, tokens: Sequence[Token], place: int) -> None:
        """Keep in mind whom a name means, where it stands."""
        words = name.words(tokens)
        called = self.people.called(words)
        person = self._names.leading(called, tokens, name.first) if len(called) > 1 else None
        doubtful = not any(one.sure for one in called)
        if doubtful and self.grammar.drops_subjects:
            self._themes.keep_name(name, tokens, place)
        new = doubtful if self.grammar.drops_subjects else not called
        if new and (body := body_in(name, tokens, self.grammar)):
            self.memory.named.append((place, body))
        nobody = doubtful or (self.grammar.language == "en" and called[0].gender is None)
        if nobody and (kinds := kinds_of(name, tokens, self.grammar)):
            self.memory.kinds.append((place, speaker_in(tokens[name.start : name.end]), kinds))
        if person := person or next(iter(called), None):
            self.memory.note(person, place, self._prominence.weigh(person, name, tokens))
            self.memory.met.add(person)
            if len(words) == 1 and len(person.name) > 1 and words[0] == person.name[0]:
                self.memory.familiar.add(person)

    def only_person(self, tokens: Sequence[Token]) -> Speaker | None:
        """The one person whom the words name by more than one word; None where there are two."""
        found = set()
        for index in range(1, len(tokens)):
            words = (tokens[index - 1].text, tokens[index].text)
            if tokens[index - 1].capital and tokens[index].capital:
                found |= {person for person in self.people.called(words) if person.sure}
        return speaker_of(found.pop()) if len(found) == 1 else None

    def subject(self, mention: Mention, tokens: Sequence[Token], place: int) -> Person | None:
        """Whom a sentence is about, even if it only says "she" or "the mayor"."""
        if mention.kind is MentionKind.PHRASE:
            words = tokens[mention.start : mention.end]
            person = self._nouns.person(words, place)
            if person is None:
                self._themes.keep(mention, tokens, place)
            return person
        speaker = self.resolve(mention, tokens, place)
        romance = self.grammar.language in ("es", "fr") and mention.kind is MentionKind.NAME
        if romance and speaker and speaker.is_body(self.grammar):
            self.memory.bodies.append(speaker)
        return speaker.person if speaker else None

    def named(self, mention: Mention, tokens: Sequence[Token]) -> Person | None:
        """The person whom a mention calls by name."""
        speaker = self._names.resolve(mention, tokens) if mention.kind is MentionKind.NAME else None
        return speaker.person if speaker else None

    def keep_about(self, subject: Person, place: int) -> None:
        """Keep in mind whom a French or Spanish passage is about that quotes nobody."""
        if self.grammar.language in ("es", "fr"):
            self.memory.about = (place, subject)

    def note_passage(
        self, names: Sequence[Name], subject: Person | None, tokens: Sequence[Token], place: int
    ) -> None:
        """Keep in mind whom a passage names, and last whom it is about."""
        noted = len(self.memory.notices)
        subject = None if tells_of_presence(tokens) else subject
        for name in names:
            self._note_name(name, tokens, place)
        if self.grammar.language == "de":
            for token in tokens:
                if token.capital and token.lower in self.grammar.roles:
                    self.memory.nouns.setdefault(token.lower, place)
        if not subject and (len(self.memory.notices) == noted or self.grammar.language == "fr"):
            self._themes.carry_on(tokens, place)
        if subject:
            self.memory.note(subject, place, SUBJECT)
            self.keep_about(subject, place)


def _are_several(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether the verb beside a German "sie" is a plural: Sie schweigen; so nannten sie es."""
    beside = (*tokens[: mention.start][-1:], *tokens[mention.end : mention.end + 1])
    verbs = [token.lower for token in beside if token.word and not token.capital]
    return any(verb.endswith("en") or verb in ("sind", "waren") for verb in verbs)
