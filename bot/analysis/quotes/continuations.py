"""passages -> who speaks on in a bare quotation for which nobody is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.analysis.quotes.attributions import tells_of_self
from bot.analysis.quotes.tellers import Tellers
from bot.analysis.speakers.clauses import is_reported, is_told
from bot.analysis.speakers.phrases import MentionKind
from bot.analysis.speakers.resolve import Speaker, speaker_of
from bot.analysis.speakers.tokens import NO_QUOTE, Token

HEARSAY = frozenset((("heißt", "es"), ("hieß", "es")))
PAST = frozenset(("avait", "avaient", "hatte", "hatten", "había", "habían"))
"""Auxiliaries of the pluperfect."""
STALE = 3
"""After so many sentences a bare quotation is not that of whoever spoke before them."""


@dataclass(frozen=True, slots=True)
class Continuations(Tellers):
    """Reads who speaks on, where nothing around a quotation tells."""

    def going_on(self, number: int) -> Speaker | None:
        """Who speaks on: whoever spoke last, or whom the sentence before is about.

        In German, French and Spanish that may also be somebody without a name.
        """
        memory, told = self.resolver.memory, self.told_by(number)
        if told or memory.last is None:
            subject = self.subject_before(number)
            if subject and self._is_mute(subject):
                subject = None
            before = told or subject or self._alone_so_far(number)
            if before is None and number and self.grammar.language == "fr":
                before = self.demanding(number)
            return before or self._whom_tells(number)
        if memory.last_place >= number - 1 or self._is_said(number):
            return memory.last
        tokens = self.passages[number].tokens
        if self._is_unowned(number) or self._is_hearsay(number):
            return None
        if self._is_led_anew(number) and not self._is_told(tokens):
            return None
        if self._is_background(number):
            return memory.last
        if (about := memory.about) and about[0] == number - 1 and about[1].sure:
            return speaker_of(about[1])  # Roca a accepté de parler. | « On tient. »
        subject = self.subject_before(number) or self._whom_tells(number)
        nameless = self.grammar.inverts and subject and subject.is_one_human(self.grammar)
        if subject and (subject.person or nameless):
            return subject
        if person := self.demanding(number):
            return person
        left = self._is_left(number) or self._is_stale(number)
        return None if left else memory.last

    def told_of(self, number: int, place: int) -> Speaker | None:
        """The person whom a French sentence is about that goes on in marks, at the token ``place``.

        As the sentence before tells: Roc a pris la barre. | Le bac restait « coincé dans la
        glace »; or its own, if somebody says "I": Roc hésite, « j'ai trois frères à bord ».
        """
        memory = self.resolver.memory
        if self.grammar.drops_subjects and memory.last_place == number - 1 and not memory.newer():
            return memory.last
        if self.grammar.language != "fr":
            return None
        own = self.reader(number).first(place)
        named = own is not None and own.kind is MentionKind.NAME
        if named and tells_of_self(self.passages[number].tokens[place].text, "fr"):
            subject = self.resolve(own, number)
        else:
            subject = self.subject_before(number)
        return subject if subject and subject.person else None

    def _is_mute(self, subject: Speaker) -> bool:
        """Whether a French sentence is about no human being and no named body: L'équipe perd."""
        if self.grammar.language != "fr" or subject.person:
            return False
        return subject.name.islower() and not subject.is_one_human(self.grammar)

    def _alone_so_far(self, number: int) -> Speaker | None:
        """The one person of a French story so far, if the passage before is about that one."""
        memory = self.resolver.memory
        met = [person for person in memory.met if person.sure]
        if self.grammar.language != "fr" or len(met) != 1:
            return None
        return speaker_of(met[0]) if memory.subject_before(number) is met[0] else None

    def _is_left(self, number: int) -> bool:
        """Whether a German body that spoke in an earlier paragraph is no longer the matter."""
        last, before = self.resolver.memory.last, self.passages[number - 1]
        if self.grammar.language != "de" or last is None or last.person or not number:
            return False
        if before.paragraph == self.paragraph(number) or last.is_one_human(self.grammar):
            return False
        return not any(is_reported(token, self.grammar) for token in before.tokens)

    def _is_led_anew(self, number: int) -> bool:
        """Whether a German sentence leads to a quotation with a colon, and names nobody.

        Whoever spoke in an earlier paragraph does not go on there.
        """
        tokens, last = self.passages[number].tokens, self.resolver.memory.last_place
        colon = any(
            token.quote != NO_QUOTE and before.text == ":" for before, token in pairwise(tokens)
        )
        if self.grammar.language != "de" or not colon or last < 0:
            return False
        return self.paragraph(last) != self.paragraph(number)

    def _is_unowned(self, number: int) -> bool:
        """Whether French text went on to what nobody named tells: À la mairie, on explique que"""
        if self.grammar.language != "fr":
            return False
        for passage in self.passages[self.resolver.memory.last_place + 1 : number]:
            for before, verb, behind in zip(
                passage.tokens, passage.tokens[1:], passage.tokens[2:], strict=False
            ):
                told = before.lower == "on" and verb.lower in self.grammar.verbs
                if told and behind.lower in ("que", "qu'"):
                    return True
        return False

    def _is_hearsay(self, number: int) -> bool:
        """Whether the sentence before tells what nobody in particular says: ..., heißt es dort."""
        if self.grammar.language != "de" or self.paragraph(number - 1) != self.paragraph(number):
            return False
        words = [token.lower for token in self.passages[number - 1].tokens]
        return any(pair in HEARSAY for pair in pairwise(words))

    def _is_background(self, number: int) -> bool:
        """Whether the sentence before tells what had been before: Son père avait bâti l'usine."""
        words = (token.lower for token in self.passages[number - 1].tokens)
        return any(word in PAST for word in words)

    def _is_said(self, number: int) -> bool:
        """Whether somebody is quoted in the passage before; in German not: Roe liest die „Post“."""
        if self.grammar.language == "de":
            return self.resolver.memory.said >= number - 1
        return self._is_quoted(number)

    def _is_quoted(self, number: int) -> bool:
        """Whether somebody is quoted in the passage before."""
        return any(token.quote != NO_QUOTE for token in self.passages[number - 1].tokens)

    def _is_told(self, tokens: Sequence[Token]) -> bool:
        """Whether a German sentence tells what somebody who spoke last says, and no one else."""
        last = self.resolver.memory.last
        told = self.grammar.language == "de" and is_told(tokens, self.grammar)
        return told and last is not None and not self.resolver.memory.newer()

    def _is_stale(self, number: int) -> bool:
        """Whether an English story has left whoever spoke last, for some sentences."""
        memory = self.resolver.memory
        if self.grammar.inverts or self.paragraph(number - 1) == self.paragraph(number):
            return False
        between = range(memory.last_place + 1, number)
        told = sum(not self._is_quoted(place + 1) for place in between)
        person = memory.last.person if memory.last else None
        recent = memory.notices[memory.since :]
        known = {notice.person for notice in recent if notice.place > memory.last_place}
        return told >= STALE and person not in known

    def _whom_tells(self, number: int) -> Speaker | None:
        """Whom an English paragraph of its own, no heading, is about before a bare quotation."""
        if self.grammar.inverts or not number or self.passages[number - 1].tokens[-1].word:
            return None
        mention = self.reader(number - 1).first(len(self.passages[number - 1].tokens))
        named = mention is not None and mention.kind is MentionKind.NAME
        return self.resolve(mention, number - 1) if named else None

    def is_asked(self, number: int) -> bool:
        """Whether the paragraph before is nothing but a question."""
        if not number:
            return False
        before = self.passages[number - 1]
        free = all(token.quote == NO_QUOTE for token in before.tokens)
        return before.tokens[-1].text == "?" and free and before.paragraph != self.paragraph(number)
