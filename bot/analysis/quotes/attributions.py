"""a passage -> who is said to say which of its quoted stretches, and with which verb."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.analysis.quotes.verbs import Verbs
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Reader
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.tokens import NO_QUOTE, Token

FARTHEST = 60
"""How far before a participle, in tokens, the verb of its clause may stand."""
REACH = 40
"""How far behind a stretch, in tokens, its verb may stand."""
BESIDE = 3
"""A verb so near before a stretch, in tokens, belongs to it."""
LEADING = 7
"""So many tokens may stand between a verb and the comma or colon that leads to its stretch."""
CLOSING = "\"”“’'»«›」』) \u00a0\u202f"
OPENING = "\"“„«»‘' \u00a0\u202f"
UNFINISHED = ",?!…—–-"
"""Marks at the end of a stretch which tell that its verb of saying may follow."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A subject and its verb of saying; either may be missing (None).

    ``cue`` is the token of the verb; ``content`` the tokens of the clause that it carries without
    marks. ``strong`` is False where the stretch may as well be a title or a word as such;
    ``chained`` tells that whoever spoke last goes on.
    """

    mention: Mention | None
    cue: int | None
    content: tuple[int, int] | None = None
    strong: bool = True
    chained: bool = False


@dataclass(frozen=True, slots=True)
class Attributor:
    """Finds the attributions of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    reader: Reader
    verbs: Verbs

    def attribute(self) -> dict[int, Attribution]:
        """The attribution of each quoted stretch of the passage, by its token.

        A stretch without one shares that of the stretch before it, or of the one behind it; what
        is left takes the source that the passage names for all of it.
        """
        places = [i for i, token in enumerate(self.tokens) if token.quote != NO_QUOTE]
        bounds = [-1, *places, len(self.tokens)]
        found: dict[int, Attribution] = {}
        for previous, place, following in zip(bounds, places, bounds[2:], strict=False):
            attribution = self._of(place, previous, following)
            if previous in found and self._resumes(previous, place, attribution):
                attribution = found[previous]
            elif attribution is None and previous in found:
                attribution = replace(found[previous], strong=False)
            if attribution:
                found[place] = attribution
        for place, following in reversed(list(pairwise(places))):
            if place not in found and following in found:
                found[place] = replace(found[following], strong=False)
        missing = [place for place in places if place not in found]
        if missing and (source := self._source_of_all(missing[0])):
            found |= dict.fromkeys(missing, source)
        return found

    def is_open(self, place: int) -> bool:
        """Whether the stretch ends as if its verb of saying followed, and words follow."""
        behind = self.tokens[place + 1 : place + 3]
        comma = self.tokens[place].text.rstrip(CLOSING)[-1:] == ","
        return comma and bool(behind) and behind[0].word

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

    def outer_subject(self, verb: int) -> Mention | None:
        """The subject of the clause to which a participle ("adding", "calling") belongs."""
        for outer in range(verb - 1, max(-1, verb - FARTHEST), -1):
            if not self.verbs.says(outer) or self.verbs.is_participle(outer):
                continue
            subject = self.reader.before(outer)
            if subject is None and outer and self.tokens[outer - 1].text == ",":
                subject = self.reader.after(outer + 1)
            if subject:
                return subject
        return self.reader.first(verb)

    def _of(self, place: int, previous: int, following: int) -> Attribution | None:
        before = self._before(place, previous)
        if before and self._leads(before, place):
            return before
        return self._after(place, following) or before

    def _resumes(self, previous: int, place: int, attribution: Attribution | None) -> bool:
        """Whether a quotation that was broken off goes on: "We will," Roe said, "go on"."""
        if self.tokens[place - 1].text != "," or not self._is_unfinished(previous):
            return False
        if attribution and attribution.cue is not None and place - attribution.cue <= BESIDE:
            return False
        return self.tokens[place].text.lstrip(OPENING)[:1].islower()

    def _is_unfinished(self, place: int) -> bool:
        """Whether the stretch ends as one does whose verb of saying follows."""
        return self.tokens[place].text.rstrip(CLOSING)[-1:] in UNFINISHED

    # -- behind the stretch: "...," said Roe

    def _after(self, place: int, following: int) -> Attribution | None:
        index, parted = place + 1, self._is_unfinished(place)
        while index < following and self.tokens[index].text in ",—–-)'’\"”":
            index, parted = index + 1, True
        if index >= following or not self.tokens[index].word:
            return None
        return (
            self.source(index)
            or (None if parted else self._closing_verb(index, place))
            or self._verb_first(index, following, parted)
            or self._subject_first(index, following, parted)
            or (self._unlisted_verb(index, following) if parted else None)
        )

    def _verb_first(self, index: int, following: int, parted: bool) -> Attribution | None:
        """ "...," said Roe; « ... », a dit Roe; « ... », a-t-il dit."""
        tokens, grammar = self.tokens, self.grammar
        cue = index
        while grammar.inverts and cue + 1 < following and not self.verbs.utters(cue, True):
            helps = tokens[cue].lower in grammar.auxiliaries
            if not helps and (cue == index or tokens[cue].lower not in grammar.pronouns):
                return None
            cue += 1
        if not self.verbs.utters(cue, True) or self.verbs.is_participle(cue):
            return None
        if cue > index and tokens[cue - 1].lower in grammar.pronouns:
            return Attribution(Mention(MentionKind.PRONOUN, cue - 1, cue), cue)
        start = self.reader.skip_hearer(cue + 1) if grammar.inverts else cue + 1
        subject = self.reader.after(start, sure=parted)
        fits = subject is not None and subject.end <= following
        return Attribution(subject, cue, strong=parted) if fits else None

    def _subject_first(self, index: int, following: int, parted: bool) -> Attribution | None:
        """ "...," Roe said; "...," Roe, the mayor of Halden, told the court."""
        for verb in range(index + 1, min(following, index + REACH)):
            if not (self.verbs.utters(verb, True) if parted else self.verbs.utters(verb)):
                continue
            subject = self.reader.before(verb)
            if subject is None and parted and self._is_plain_subject(index, verb):
                subject = Mention(MentionKind.PHRASE, index, verb)
            if subject and subject.start >= index:
                first = self.tokens[index].lower
                begins = subject.start == index or (
                    subject.start == index + 1 and first not in self.grammar.conjunctions
                )
                return Attribution(subject, verb, strong=parted) if begins else None
        return None

    def _is_plain_subject(self, start: int, verb: int) -> bool:
        """Whether an article and a noun or two lead up to the verb: the pony neighed."""
        tokens, grammar = self.tokens, self.grammar
        return (
            tokens[start].lower in grammar.articles
            and 2 <= verb - start <= 4
            and all(t.word and t.lower not in grammar.closed for t in tokens[start + 1 : verb])
        )

    def _closing_verb(self, verb: int, place: int) -> Attribution | None:
        """A German verb at the end: Die Stadt hat den Plan als „verfrüht“ bezeichnet."""
        tokens, grammar = self.tokens, self.grammar
        if grammar.language != "de" or not self.verbs.is_stance(verb):
            return None
        passive = any(t.lower in grammar.passives for t in tokens[max(0, place - 25) : verb + 2])
        for index in range(place - 2, -1, -1):
            if passive and tokens[index].lower in ("von", "vom"):
                return Attribution(self.reader.after(index + 1), verb, strong=False)
            opens = tokens[index].lower in grammar.conjunctions
            if not passive and (opens or index == 0):
                subject = self.reader.after(index + opens)
                return Attribution(subject, verb, strong=False) if subject else None
        return Attribution(None, verb, strong=False)

    def _unlisted_verb(self, index: int, following: int) -> Attribution | None:
        """Any verb in -ed behind a pronoun that follows a quotation: "...," she trilled."""
        tokens, grammar = self.tokens, self.grammar
        human = tokens[index].lower in grammar.masculine or tokens[index].lower in grammar.feminine
        if human and index + 1 < following and tokens[index + 1].lower.endswith("ed"):
            return Attribution(Mention(MentionKind.PRONOUN, index, index + 1), index + 1)
        return None

    # -- before the stretch: Roe said that "..."

    def _before(self, place: int, previous: int) -> Attribution | None:
        for verb in range(place - 1, previous, -1):
            if self.verbs.utters(verb, near=place - verb <= BESIDE) and (
                attribution := self._by_verb(verb, place, previous)
            ):
                return attribution
        if place and self.tokens[place - 1].text == ":":
            subject = self.reader.first(place)
            return Attribution(subject, None) if subject else None
        return None

    def _by_verb(self, verb: int, place: int, previous: int) -> Attribution | None:
        """The attribution that a verb before the stretch makes."""
        if document := self._reads(verb):
            return document
        subject = self.reader.before(verb) or self._plain_subject(verb, place)
        if subject is not None and subject.start > previous:
            return Attribution(subject, verb)
        if self.verbs.is_passive(verb):
            return Attribution(None, verb) if self.verbs.is_stance(verb) else None
        if self.verbs.is_participle(verb):
            outer = self.outer_subject(verb)
            return Attribution(outer, verb) if outer else None
        if self.tokens[verb].lower in self.grammar.addressing:
            return None
        subject = self.reader.after(verb + 1)
        if subject is None or subject.end >= place:
            return None
        marks = all(token.text in ",:" for token in self.tokens[subject.end : place])
        return Attribution(subject, verb) if marks or self.grammar.inverts else None

    def _plain_subject(self, verb: int, place: int) -> Mention | None:
        """An article and a noun or two right before a verb that leads to the stretch."""
        if place - verb > BESIDE:
            return None
        for start in range(verb - 2, max(-1, verb - 5), -1):
            if self._is_plain_subject(start, verb) and not self._is_linked(start):
                return Mention(MentionKind.PHRASE, start, verb)
        return None

    def _is_linked(self, start: int) -> bool:
        """Whether the phrase only tells more of a noun before it: a banner outside the hall."""
        linkers = self.grammar.linkers
        return start > 1 and self.tokens[start - 1].lower in linkers and self.tokens[start - 2].word

    def _reads(self, verb: int) -> Attribution | None:
        """A German document that speaks: Im Bericht heißt es."""
        tokens, grammar = self.tokens, self.grammar
        if grammar.language != "de" or tokens[verb].lower not in ("heißt", "hieß"):
            return None
        if tokens[0].lower not in grammar.prepositions:
            return None
        subject = self.reader.after(1, sure=True)
        return Attribution(subject, verb) if subject and subject.end <= verb else None

    def _leads(self, attribution: Attribution, place: int) -> bool:
        """Whether only a few small words stand between the verb and the stretch."""
        if attribution.cue is None:
            return True
        between = self.tokens[attribution.cue + 1 : place]
        if not between:
            return True
        last = between[-1].lower
        return last in self.grammar.complementizers or (last in ",:" and len(between) < LEADING)

    # -- anywhere: the source that the passage names for all of it

    def _source_of_all(self, place: int) -> Attribution | None:
        """Whom the passage names for all that it says, from its first stretch on."""
        tokens = self.tokens
        for index, token in enumerate(tokens):
            if token.word and (source := self.source(index)):
                return replace(source, strong=False)
        for verb in range(len(tokens) - 1, place, -1):
            if self.verbs.utters(verb):
                subject = self.reader.before(verb)
                parted = subject and subject.start > place and tokens[subject.start - 1].text == ","
                return Attribution(subject, verb) if parted else None
        reported = any(token.lower in self.grammar.reported for token in tokens)
        return Attribution(None, None, strong=False, chained=True) if reported else None
