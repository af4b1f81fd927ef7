"""a passage -> who is said to say which of its quoted stretches: the ways, best first."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from bot.analysis.quotes.agreements import agrees
from bot.analysis.quotes.attributions import BESIDE, CLOSING, Attribution, is_unfinished
from bot.analysis.quotes.behind import Behind
from bot.analysis.quotes.colons import Colons
from bot.analysis.quotes.deeds import Deeds
from bot.analysis.quotes.leading import LEADING, Leading
from bot.analysis.quotes.sources import Sources
from bot.analysis.quotes.verbs import Verbs
from bot.analysis.speakers.clauses import is_reported
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Reader
from bot.analysis.speakers.names import holds_speaker, names_thing
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.tokens import NO_QUOTE, Passage, Token

ASIDES = frozenset(("which",))
"""So the journalist goes on behind a quotation with a comma: "...," which Roe denies."""
OPENS = 4
"""Within so many tokens a sentence tells in whose eyes it is so: Ahora bien, a su juicio, ..."""
OPENING = "\"“„«»‘' \u00a0\u202f"


@dataclass(slots=True)
class Attributor:
    """Finds the attributions of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    reader: Reader
    verbs: Verbs
    sources: Sources

    @classmethod
    def of(cls, passage: Passage, reader: Reader) -> Self:
        """The attributor of a passage that the reader reads."""
        tokens, grammar = passage.tokens, reader.grammar
        verbs = Verbs(tokens, grammar, passage.headline)
        return cls(tokens, grammar, reader, verbs, Sources(tokens, grammar, reader))

    @property
    def leading(self) -> Leading:
        """What leads up to a stretch."""
        return Leading(self.tokens, self.grammar, self.reader, self.verbs, self.sources)

    @property
    def behind(self) -> Behind:
        """What follows a stretch."""
        return Behind(self.tokens, self.grammar, self.reader, self.verbs, self.sources)

    def attribute(self, charges: frozenset[int] = frozenset()) -> dict[int, Attribution]:
        """The attribution of each quoted stretch of the passage, by its token.

        A stretch without one shares that of the stretch before it, or of the one behind it; what
        is left takes the source that the passage names for all of it. The name of a thing (the
        film "Tides") has none, nor has what somebody is charged with.
        """
        places = [
            place
            for place, token in enumerate(self.tokens)
            if token.quote != NO_QUOTE
            and place not in charges
            and not names_thing(self.tokens, place, self.grammar)
        ]
        if not any(token.word for token in self.tokens):
            return {}  # nothing but marks
        bounds = [-1, *places, len(self.tokens)]
        found: dict[int, Attribution] = {}
        left = self.leading.subjects.is_left
        for previous, place, following in zip(bounds, places, bounds[2:], strict=False):
            attribution = self._of(place, previous, following)
            if previous in found and self._resumes(previous, place, attribution):
                attribution = found[previous]
            elif attribution is None and previous in found and not left(previous, place):
                attribution = found[previous]._replace(strong=False)
            if attribution and not self.sources.is_apposed(attribution.mention, place):
                found[place] = attribution
        for place, following in reversed(list(pairwise(places))):
            if place not in found and following in found and self.tokens[place + 1].text != "(":
                found[place] = found[following]._replace(strong=False)
        missing = [place for place in places if place not in found]
        if missing and (source := self._source_of_all(missing[0])):
            found |= dict.fromkeys(missing, source)
        return found

    def is_open(self, place: int) -> bool:
        """Whether the stretch ends as if its verb of saying followed, and words follow."""
        behind = self.tokens[place + 1 : place + 4]
        comma = self.tokens[place].text.rstrip(CLOSING)[-1:] == ","
        if not comma or not behind or not behind[0].word or behind[0].lower in ASIDES:
            return False
        words = [token.lower for token in behind]  # "...," a claim that Roe denies
        return words[::2] != ["a", "that"] or words[1] in self.grammar.speakers

    def outer_subject(self, verb: int) -> Mention | None:
        """The subject of the clause to which a participle ("adding", "calling") belongs."""
        return self.leading.subjects.outer(verb)

    def _of(self, place: int, previous: int, following: int) -> Attribution | None:
        leading = self.leading
        spanish = self.grammar.drops_subjects
        if spanish and (opinion := self._opinion(place, previous)):
            return self.behind.find(place, following) or opinion
        before = leading.find(place, previous)
        if before and (closing := self._closing_of(before, place, following)):
            return closing
        german = self.grammar.language == "de"
        closes = before is not None and before.cue is None and not german and self.is_open(place)
        if before and leading.leads(before, place) and not closes:
            return self._said_behind(before, place, following) or before
        found = self.behind.find(place, following)
        far = found is None or found.cue is None or found.cue > place + BESIDE
        if spanish and previous < 0 and before is None and far and (source := self.sources.at(0)):
            return source
        if found and before and before.cue is None and german:
            return found
        if found is None and before and (closed := self._closed(before, place)):
            return closed
        if found is None and (opinion := self._opinion(place, previous)):
            return opinion
        loose = before is None or (previous >= 0 and not leading.leads(before, place))
        if found is None and loose and (source := self._source_behind(place, following)):
            return source
        unread = found is None and before is None and not self.sources.at(0)
        deeds = Deeds(self.tokens, self.grammar, self.reader)
        if unread and (owner := deeds.doer(place)):
            return owner
        if before and found and (self._relays(before, found) or (spanish and found.dropped)):
            return before
        return found or before

    def _said_behind(self, before: Attribution, place: int, following: int) -> Attribution | None:
        """Who says it behind a mere colon: Grève : « On tient », assure une élue.

        Or behind a Spanish verb without a subject: Han mostrado «temor», dice la edil Roca.
        """
        if not self.grammar.inverts or place + 1 >= following:
            return None
        parted = self.grammar.language == "de" and self.tokens[place - 1].text == ","
        if before.cue is not None and not parted and not before.dropped:
            return None
        found = self.behind.find(place, following) if self.tokens[place + 1].text == "," else None
        mention = found.mention if found and found.strong else None
        if mention is None or (mention.kind is MentionKind.PRONOUN and before.mention):
            return None
        return found

    def _opinion(self, place: int, previous: int) -> Attribution | None:
        """In whose eyes a sentence tells what follows: A su juicio, ...

        In French only before any other quotation.
        """
        if (previous >= 0 and not self.grammar.drops_subjects) or not self.grammar.backings:
            return None
        opens = (self.sources.again(index) for index in range(min(OPENS, place)))
        return next((opinion for opinion in opens if opinion), None)

    def _source_behind(self, place: int, following: int) -> Attribution | None:
        """The French source named later: frappé « au hasard » sur le quai, selon la mairie."""
        if self.grammar.language != "fr":
            return None
        behind = (self.sources.at(index) for index in range(place + 2, following))
        source = next((source for source in behind if source), None)
        return source._replace(strong=False) if source else None

    def _closed(self, before: Attribution, place: int) -> Attribution | None:
        """Who closes a French sentence that begins far off: Le club a dit oui : ..., a dit Roc."""
        far = before.cue is not None and place - before.cue > LEADING
        if self.grammar.language != "fr" or not far:
            return None
        for verb in range(len(self.tokens) - 2, place, -1):
            if self.verbs.utters(verb):
                told = self._told_by(verb, place)
                behind = told is not None and told.mention is not None and told.mention.start > verb
                return told if behind else None
        return None

    def _relays(self, before: Attribution, behind: Attribution) -> bool:
        """Whether a paper only carries it: Roe said it was "mad", according to the Gazette."""
        cue, source = before.cue, behind.cue
        if cue is None or source is None or self.grammar.language != "en":
            return False
        accords = self.tokens[source].lower in self.grammar.accordings
        return accords and self.verbs.says(cue)

    def _resumes(self, previous: int, place: int, attribution: Attribution | None) -> bool:
        """Whether a quotation that was broken off goes on: "We will," Roe said, "go on"."""
        if self.tokens[place - 1].text != "," or not is_unfinished(self.tokens[previous].text):
            return False
        if attribution and attribution.cue is not None and place - attribution.cue <= BESIDE:
            return False
        return self.tokens[place].text.lstrip(OPENING)[:1].islower()

    def _source_of_all(self, place: int) -> Attribution | None:
        """Whom the passage names for all that it says, from its first stretch on."""
        tokens = self.tokens
        sources = self.sources
        if headed := Colons(tokens, self.grammar, self.reader).heading():
            return Attribution(headed, None, strong=False)
        for index, token in enumerate(tokens):
            if not token.word or sources.is_beside(index, place):
                continue
            if source := sources.at(index) or sources.again(index):
                return source._replace(strong=False)
        for verb in range(len(tokens) - 1, place, -1):
            if self.verbs.utters(verb) and not self.verbs.is_participle(verb):
                if told := self._told_by(verb, place):
                    return told
                break
        reported = any(is_reported(token, self.grammar) for token in tokens)
        return Attribution(None, None, strong=False, chained=True) if reported else None

    def _told_by(self, verb: int, place: int) -> Attribution | None:
        """The attribution that a verb behind the stretch makes for all before its comma."""
        if closing := self.closing(verb):
            return Attribution(closing, verb, strong=False)
        if behind := self._inverted(verb):
            return Attribution(behind, verb, strong=False)
        subject = self.reader.before(verb)
        if subject:
            first = subject.start
            while first > place and self.tokens[first - 1].lower in self.grammar.auxiliaries:
                first -= 1  # ce qui est fait, a-t-il dit
            parted = first > place and self._is_parted(first)
            return Attribution(subject, verb) if parted else None
        first = verb
        while first > place and self.tokens[first - 1].lower in self.grammar.auxiliaries:
            first -= 1
        if self.grammar.inverts and self._is_parted(first):
            subject = self.reader.after(self.reader.gaps.skip_hearer(verb + 1))
        return Attribution(subject, verb, strong=False) if subject else None

    def _inverted(self, verb: int) -> Mention | None:
        """The French subject behind a verb that a comma parts: ..., prévient la mairie de Brae."""
        tokens, first = self.tokens, verb
        while first and tokens[first - 1].lower in self.grammar.auxiliaries:
            first -= 1
        if self.grammar.language != "fr" or not first or tokens[first - 1].text != ",":
            return None
        if self.verbs.is_participle(verb) or verb + 1 >= len(tokens):
            return None
        subject = self.reader.after(self.reader.gaps.skip_hearer(verb + 1), sure=True)
        return subject if subject and agrees(first, subject, tokens, self.grammar) else None

    def closing(self, verb: int) -> Mention | None:
        """The name with which an English sentence closes: He is a "bore" even here, said Roe."""
        if self.grammar.language != "en" or self.tokens[verb - 1].text != ",":
            return None
        if self.verbs.is_participle(verb) or not self.verbs.says(verb):
            return None
        name = self.reader.after(verb + 1)
        if name is None or not self._is_large(name):
            return None
        over = name.end == len(self.tokens) or not self.tokens[name.end].word
        return name if over else None

    def _is_large(self, mention: Mention) -> bool:
        """Whether a mention is a person's name, or that of a body: says WHO."""
        words = self.tokens[mention.start : mention.end]
        return mention.kind is MentionKind.NAME or all(token.capital for token in words)

    def _closing_of(self, before: Attribution, place: int, following: int) -> Attribution | None:
        """Who closes a sentence whose own subject says nothing: The plan is a "sign", says Roe."""
        subject, cue = before.mention, before.cue
        if cue is None or subject is None or self.verbs.says(cue):
            return None
        noun = self.tokens[subject.end - 1 : subject.end]
        if subject.kind is not MentionKind.PHRASE or holds_speaker(noun, self.grammar):
            return None
        for verb in range(place + 1, following):
            if self.tokens[verb].lower in self.grammar.bare and (name := self.closing(verb)):
                return Attribution(name, verb, strong=False)
        return None

    def _is_parted(self, index: int) -> bool:
        """Whether a comma stands before the token, or a comma and "as": ..., wie Roe sagte."""
        before = self.tokens[index - 1]
        if before.lower in self.grammar.comparisons and index > 1:
            before = self.tokens[index - 2]
        return before.text == ","
