"""a passage -> who is said to say which of its quoted stretches, and with which verb."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Mention, MentionKind, Reader
from bot.analysis.speakers.tokens import NO_QUOTE, Token

COLONS = frozenset(":")
SAYING_ENDS = ",?!…—–-"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A subject and its verb of saying; either may be missing (None).

    ``cue`` is the token of the verb; ``quotes`` the tokens of the stretches that it carries;
    ``content`` the tokens of the clause that it carries without marks.
    """

    mention: Mention | None
    cue: int | None
    quotes: tuple[int, ...] = ()
    content: tuple[int, int] | None = None
    strong: bool = True  # False: the stretch may as well be a title or a word as such


@dataclass(frozen=True, slots=True)
class Attributor:
    """Finds the attributions of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    reader: Reader
    headline: bool = False

    def attribute(self) -> dict[int, Attribution]:
        """The attribution of each quoted stretch of the passage, by its token."""
        places = [i for i, token in enumerate(self.tokens) if token.quote != NO_QUOTE]
        found: dict[int, Attribution] = {}
        for number, place in enumerate(places):
            previous = places[number - 1] if number else -1
            following = places[number + 1] if number + 1 < len(places) else len(self.tokens)
            attribution = self._of(place, previous, following)
            if previous in found and self._resumes(previous, place, attribution):
                attribution = found[previous]
            if attribution is None and previous in found:
                attribution = replace(found[previous], strong=False)
            if attribution:
                found[place] = attribution
        for number, place in reversed(list(enumerate(places))):
            if place not in found and number + 1 < len(places) and places[number + 1] in found:
                found[place] = replace(found[places[number + 1]], strong=False)
        for place in places:
            if place not in found and (general := self._general(place)):
                found[place] = general
        return found

    def _of(self, place: int, previous: int, following: int) -> Attribution | None:
        before = self._before(place, previous)
        if before and self._adjoins(before, place):
            return before
        return self._after(place, following) or before

    def _resumes(self, previous: int, place: int, attribution: Attribution | None) -> bool:
        """Whether a quotation that was broken off goes on: "We will," Roe said, "go on." """
        tokens = self.tokens
        if tokens[place - 1].text != "," or not self._ends_like_speech(tokens[previous]):
            return False
        if attribution and attribution.cue is not None and place - attribution.cue <= 3:
            return False
        inner = tokens[place].text.lstrip("\"“„«»‘' \u00a0\u202f")
        return inner[:1].islower()

    # -- behind the stretch: "...," said Roe

    def _after(self, place: int, following: int) -> Attribution | None:
        tokens, grammar = self.tokens, self.grammar
        index = place + 1
        parted = self._ends_like_speech(tokens[place])
        while index < following and tokens[index].text in ",—–-)'’\"”":
            index += 1
            parted = True
        if index >= following or not tokens[index].word:
            return None
        if source := self.source(index):
            return source
        if not parted and (closing := self._closing_participle(index, place)):
            return closing
        cue = self._cue_at(index)
        if cue is not None and tokens[cue - 1].lower in grammar.pronouns and cue > index:
            return Attribution(Mention(MentionKind.PRONOUN, cue - 1, cue), cue)
        if cue is not None and cue < following:
            subject = self.reader.after(cue + 1, parted)
            if subject and subject.end <= following:
                return Attribution(subject, cue, strong=parted)
            return None
        for verb in range(index + 1, min(following, index + 40)):
            if not self.is_cue(verb, parted, parted):
                continue
            subject = self.reader.before(verb)
            if subject is None and parted and self._is_plain_subject(index, verb):
                subject = Mention(MentionKind.PHRASE, index, verb)
            if subject and subject.start <= index + 1 and subject.start >= index:
                return Attribution(subject, verb, strong=parted)
            if subject and subject.start > index + 1:
                break
        return self._unlisted_verb(index, following) if parted else None

    def _is_plain_subject(self, start: int, verb: int) -> bool:
        """Whether an article and a noun or two lead up to the verb: the pony neighed."""
        tokens, grammar = self.tokens, self.grammar
        return (
            tokens[start].lower in grammar.articles
            and 2 <= verb - start <= 4
            and all(t.word and t.lower not in grammar.closed for t in tokens[start + 1 : verb])
        )

    def _closing_participle(self, verb: int, place: int) -> Attribution | None:
        """A German verb at the end: Die Stadt hat den Plan als „verfrüht“ bezeichnet."""
        tokens, grammar = self.tokens, self.grammar
        if grammar.language != "de" or tokens[verb].lower not in grammar.stances:
            return None
        passive = any(t.lower in grammar.passives for t in tokens[max(0, place - 25) : verb + 2])
        for index in range(place - 2, -1, -1):
            if passive and tokens[index].lower in ("von", "vom"):
                agent = self.reader.after(index + 1)
                return Attribution(agent, verb, strong=False)
            opens = tokens[index].lower in grammar.conjunctions
            if not passive and (opens or index == 0):
                subject = self.reader.after(index + opens)
                return Attribution(subject, verb, strong=False) if subject else None
        return Attribution(None, verb, strong=False)

    def _unlisted_verb(self, index: int, following: int) -> Attribution | None:
        """Any verb in -ed behind a pronoun that follows a quotation: "...," she trilled."""
        tokens = self.tokens
        if index + 1 >= following or tokens[index].lower not in (
            self.grammar.masculine | self.grammar.feminine
        ):
            return None
        verb = tokens[index + 1]
        if verb.word and verb.lower.endswith("ed"):
            return Attribution(Mention(MentionKind.PRONOUN, index, index + 1), index + 1)
        return None

    def _ends_like_speech(self, token: Token) -> bool:
        words = token.text.rstrip("\"”“’'»«›」』) \u00a0\u202f")
        return words[-1:] in SAYING_ENDS

    def _cue_at(self, index: int) -> int | None:
        """The verb of saying that begins here, auxiliaries skipped."""
        tokens, grammar = self.tokens, self.grammar
        reach = 4 if grammar.inverts else 1
        for place in range(index, min(index + reach, len(tokens))):
            if self.is_cue(place, False, True):
                return place
            if tokens[place].lower not in grammar.auxiliaries and not (
                place > index and tokens[place].lower in grammar.pronouns
            ):
                return None
        return None

    def source(self, index: int) -> Attribution | None:
        """The source named from this token on: according to Roe."""
        tokens, accordings = self.tokens, self.grammar.accordings
        phrases = accordings.get(tokens[index].lower, ())
        if index and tokens[index - 1].text == ",":
            phrases += tuple(phrase[1:] for phrase in accordings.get(",", ()))
        for phrase in phrases:
            end = index + len(phrase)
            if tuple(token.lower for token in tokens[index:end]) == phrase:
                subject = self.reader.after(end)
                return Attribution(subject, index) if subject else None
        return None

    # -- before the stretch: Roe said that "..."

    def _before(self, place: int, previous: int) -> Attribution | None:
        tokens, grammar = self.tokens, self.grammar
        for verb in range(place - 1, previous, -1):
            if not self.is_cue(verb, False, place - verb <= 3):
                continue
            if document := self._reads(verb):
                return document
            subject = self.reader.before(verb)
            if subject is not None and subject.start > previous:
                return Attribution(subject, verb, strong=True)
            if self.is_passive(verb) and tokens[verb].lower in grammar.stances:
                return Attribution(None, verb)
            if self.is_participle(verb) or tokens[verb].lower in grammar.addressing:
                subject = None
            else:
                subject = self.reader.after(verb + 1)
            if subject and subject.end < place and grammar.inverts:
                return Attribution(subject, verb)
            if subject and self._only_marks(subject.end, place):
                return Attribution(subject, verb)
            if self.is_participle(verb):
                outer = self.outer_subject(verb)
                if outer:
                    return Attribution(outer, verb, strong=True)
        if place and tokens[place - 1].text in COLONS:
            subject = self.reader.first(place)
            return Attribution(subject, None) if subject else None
        return None

    def _reads(self, verb: int) -> Attribution | None:
        """A document that speaks: Im Bericht heißt es."""
        tokens, grammar = self.tokens, self.grammar
        if grammar.language != "de" or tokens[verb].lower not in ("heißt", "hieß"):
            return None
        if tokens[0].lower not in grammar.prepositions:
            return None
        subject = self.reader.after(1, sure=True)
        return Attribution(subject, verb) if subject and subject.end <= verb else None

    def _only_marks(self, start: int, end: int) -> bool:
        return start < end and all(token.text in ",:" for token in self.tokens[start:end])

    def outer_subject(self, verb: int) -> Mention | None:
        """The subject of the clause to which a participle ("adding", "calling") belongs."""
        for outer in range(verb - 1, -1, -1):
            if self.is_cue(outer, True) and not self.is_participle(outer):
                subject = self.reader.before(outer)
                if subject is None and outer and self.tokens[outer - 1].text in ",":
                    subject = self.reader.after(outer + 1)
                if subject:
                    return subject
        return self.reader.first(verb)

    def _adjoins(self, attribution: Attribution, place: int) -> bool:
        """Whether only a few small words stand between the verb and the stretch."""
        tokens = self.tokens
        if attribution.cue is None:
            return True
        between = tokens[attribution.cue + 1 : place]
        if not between:
            return True
        last = between[-1].lower
        return last in self.grammar.complementizers or (last in ",:" and len(between) < 7)

    # -- anywhere: the source that the passage names for all of it

    def _general(self, place: int) -> Attribution | None:
        tokens = self.tokens
        for index in range(len(tokens)):
            if tokens[index].word and (source := self.source(index)):
                return replace(source, strong=False)
        for verb in range(len(tokens) - 1, place, -1):
            if self.is_cue(verb, False) and self._ends_passage(verb):
                subject = self.reader.before(verb)
                if subject and subject.start > place and tokens[subject.start - 1].text == ",":
                    return Attribution(subject, verb)
        return None

    def _ends_passage(self, verb: int) -> bool:
        return all(
            not token.word or token.lower not in self.grammar.verbs
            for token in self.tokens[verb + 1 :]
        )

    # -- verbs

    def is_passive(self, verb: int) -> bool:
        """Whether a form of "be" stands before the participle: was described as."""
        tokens, grammar = self.tokens, self.grammar
        index = verb - 1
        while index >= 0 and (
            tokens[index].lower in grammar.auxiliaries or tokens[index].lower.endswith("ly")
        ):
            if tokens[index].lower in grammar.passives:
                return not self.is_participle(verb)
            index -= 1
        return False

    def is_participle(self, verb: int) -> bool:
        return self.tokens[verb].lower.endswith("ing")

    def is_cue(self, index: int, direct: bool, gesture: bool = False) -> bool:
        """Whether the token is a verb of saying here, and no noun."""
        token, grammar = self.tokens[index], self.grammar
        if token.quote != NO_QUOTE or (token.capital and index and not self.headline):
            return False
        if token.lower not in (grammar.cues if direct else grammar.verbs) and (
            not gesture or token.lower not in grammar.gestures
        ):
            return False
        before = self.tokens[index - 1] if index else None
        if before is None:
            return True
        return not (before.lower in grammar.determiners or before.lower in grammar.linkers - {"to"})
