"""passages -> who is named for a bare quotation by the passage before it, or by the one behind."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.analysis.quotes.attributions import CLOSING
from bot.analysis.quotes.tellers import Tellers
from bot.analysis.quotes.verbs import Verbs
from bot.analysis.speakers.clauses import is_reported, is_told
from bot.analysis.speakers.names import is_given
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.resolve import Speaker, speaker_of
from bot.analysis.speakers.resolve.themes import gestures
from bot.analysis.speakers.tokens import NO_QUOTE, Token

HEARSAY = frozenset((("heißt", "es"), ("hieß", "es")))
PAST = frozenset(("avait", "avaient", "hatte", "hatten", "había", "habían"))
"""Auxiliaries of the pluperfect."""
STALE = 3
"""After so many sentences a bare quotation is not that of whoever spoke before them."""
SIGNATURE = 12
"""The line that signs a quotation has at most so many tokens."""
LABEL = 4
"""The name in a line of its own has fewer words than this."""
DESCRIPTION = 8
"""So many tokens may lead to the name in "Those were the last words of Roe"."""


@dataclass(frozen=True, slots=True)
class Announcements(Tellers):
    """Reads what stands around quotations that have no verb of saying of their own."""

    def heads(self, number: int) -> bool:
        """Whether the passage is a German heading in marks, which nothing before it leads to."""
        tokens, paragraph = self.passages[number].tokens, self._paragraph(number)
        around = [self.passages[number - 1]] if number else []
        led = bool(around) and around[0].tokens[-1].text == ":"
        around += self.passages[number + 1 : number + 2]
        alone = all(passage.paragraph != paragraph for passage in around)
        if self.grammar.language != "de" or not alone or len(tokens) > SIGNATURE:
            return False
        if tokens[0].quote == NO_QUOTE or led:
            return False
        return tokens[-1].text.rstrip(CLOSING)[-1:].isalnum()

    def find(self, number: int) -> Speaker | None:
        """Who speaks the bare quotation with which the passage opens; None: nobody is named."""
        signed = self._signed(number) or self._described(number) or self._labelled(number)
        return signed or (self._announced(number - 1) if number else None)

    def going_on(self, number: int) -> Speaker | None:
        """Who speaks on: whoever spoke last, or whom the sentence before is about.

        In German, French and Spanish that may also be somebody without a name.
        """
        memory, told = self.resolver.memory, self.told_by(number)
        if told or memory.last is None:
            return told or self.subject_before(number)
        if memory.last_place >= number - 1 or self._is_said(number):
            return memory.last
        tokens = self.passages[number].tokens
        if self._is_hearsay(number) or (self._is_led_anew(number) and not self._is_told(tokens)):
            return None
        if self._is_background(number):
            return memory.last
        if (about := memory.about) and about[0] == number - 1 and about[1].sure:
            return speaker_of(about[1])  # Roca a accepté de parler. | « On tient. »
        subject = self.subject_before(number) or self._whom_tells(number)
        nameless = self.grammar.inverts and subject and subject.is_one_human(self.grammar)
        if subject and (subject.person or nameless):
            return subject
        if person := self.named_before(number) or self.demanding(number):
            return person
        left = self._is_left(number) or self._is_stale(number)
        return None if left else memory.last

    def _is_left(self, number: int) -> bool:
        """Whether a German body that spoke in an earlier paragraph is no longer the matter."""
        last, before = self.resolver.memory.last, self.passages[number - 1]
        if self.grammar.language != "de" or last is None or last.person or not number:
            return False
        if before.paragraph == self._paragraph(number) or last.is_one_human(self.grammar):
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
        return self._paragraph(last) != self._paragraph(number)

    def _is_hearsay(self, number: int) -> bool:
        """Whether the sentence before tells what nobody in particular says: ..., heißt es dort."""
        if self.grammar.language != "de" or self._paragraph(number - 1) != self._paragraph(number):
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
        if self.grammar.inverts or self._paragraph(number - 1) == self._paragraph(number):
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
        mention = self._reader(number - 1).first(len(self.passages[number - 1].tokens))
        named = mention is not None and mention.kind is MentionKind.NAME
        return self._resolve(mention, number - 1) if named else None

    def is_asked(self, number: int) -> bool:
        """Whether the paragraph before is nothing but a question."""
        if not number:
            return False
        before = self.passages[number - 1]
        free = all(token.quote == NO_QUOTE for token in before.tokens)
        return (
            before.tokens[-1].text == "?" and free and before.paragraph != self._paragraph(number)
        )

    def _signed(self, number: int) -> Speaker | None:
        """Who signs the quotation in the next line: — Jane Roe."""
        if not self._is_alone(number):
            return None
        tokens = self.passages[number + 1].tokens
        if len(tokens) > SIGNATURE or self._paragraph(number) == self._paragraph(number + 1):
            return None
        if tokens[0].text not in "-–—" or len(tokens) == 1 or not tokens[1].capital:
            return None
        return self._resolve(self._reader(number + 1).after(1), number + 1)

    def _described(self, number: int) -> Speaker | None:
        """Whose words the next passage says they were: That is how Roe described the night."""
        if not self._is_alone(number):
            return None
        tokens, grammar = self.passages[number + 1].tokens, self.grammar
        if tokens[0].lower not in grammar.pointers:
            return None
        for index in range(2, min(DESCRIPTION, len(tokens) - 1)):
            before, word = tokens[index - 1].lower, tokens[index].lower
            how = index == 2 and word in grammar.complementizers
            if how or (word in grammar.linkers and before in grammar.sayings):
                return self._resolve(self._reader(number + 1).after(index + 1), number + 1)
        return None

    def _labelled(self, number: int) -> Speaker | None:
        """Who is named in a line of its own before a German quotation: Trainer Jens Roe | „...“

        Or who was asked by name: Und nun, Ida Roe? | „Weiter.“
        """
        if not number or self.grammar.language != "de":
            return None
        tokens = self.passages[number - 1].tokens
        if tokens[-1].text == "?":
            comma = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].text == ","), 0)
            name = self._reader(number - 1).after(comma + 1) if comma else None
            asked = name and name.kind is MentionKind.NAME and name.end == len(tokens) - 1
            return self._resolve(name, number - 1) if asked else None
        large = all(token.word and token.capital for token in tokens)
        apart = self._paragraph(number - 1) != self._paragraph(number)
        first = next((n for n, t in enumerate(tokens) if t.lower not in self.grammar.roles), 0)
        given = large and is_given(tokens[first].text, self.grammar)
        if not given or not apart or number == 1 or not 1 < len(tokens) - first < LABEL:
            return None
        end = len(tokens)
        return self._resolve(Mention(MentionKind.NAME, 0, end, first, end), number - 1)

    def _is_alone(self, number: int) -> bool:
        """Whether the passage is nothing but quoted, and another follows."""
        tokens = self.passages[number].tokens
        quoted = tokens[0].quote != NO_QUOTE and not any(token.word for token in tokens)
        return quoted and number + 1 < len(self.passages)

    def _announced(self, number: int) -> Speaker | None:
        """Who is to speak next: where the passage ends with a colon, or tells who was asked.

        Also where it is over with a gesture, or has nobody but who makes one: Roe nods.
        """
        tokens, grammar = self.passages[number].tokens, self.grammar
        named = gestures(tokens, 1, grammar)  # Roe shrugged at the question.
        gesture = named or (len(tokens) > 2 and tokens[-2].lower in grammar.gestures)
        colon = tokens[-1].text == ":"
        if not colon and tokens[0].lower not in grammar.askings and not gesture:
            return None
        mention = self._reader(number).first(len(tokens))
        if mention is None or (mention.kind is MentionKind.PHRASE and not named):
            return self._led(number, mention) if colon else None
        return self._resolve(mention, number)

    def _led(self, number: int, subject: Mention | None) -> Speaker | None:
        """Who is named before a colon: The Gazette reports: Here is Jane Roe in Halden:"""
        tokens = self.passages[number].tokens
        verbs, last = Verbs(tokens, self.grammar), len(tokens) - 2
        if last > 0 and verbs.utters(last, near=True):
            subject = self._reader(number).before(last) or subject
            return self._resolve(subject, number)
        if subject and any(
            verbs.utters(index, near=True) for index in range(subject.end, len(tokens))
        ):
            return self._resolve(subject, number)
        return self.resolver.only_person(tokens)
