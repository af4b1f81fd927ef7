"""passages -> who tells the sentences before a quotation: Roe hofft noch. | Man möge zahlen."""

from dataclasses import dataclass

from bot.analysis.quotes.around import Around
from bot.analysis.quotes.verbs import Verbs
from bot.analysis.speakers.clauses import is_told
from bot.analysis.speakers.names import holds_speaker
from bot.analysis.speakers.phrases import MentionKind
from bot.analysis.speakers.predicates import tells_of_presence
from bot.analysis.speakers.resolve import Speaker
from bot.analysis.speakers.tokens import NO_QUOTE

SEVERAL = frozenset(("gehören", "haben", "hatten", "sind", "waren", "werden", "wurden", "zählen"))
"""German verbs before the first of several: Dabei sind auch | Ida Roe und Tom Kern."""


@dataclass(frozen=True, slots=True)
class Tellers(Around):
    """Reads who tells the passages of one article."""

    def subject_before(self, number: int) -> Speaker | None:
        """Whom the sentence before is about, if it stands in the same paragraph."""
        if not number or self.passages[number - 1].paragraph != self.passages[number].paragraph:
            return None
        if self.passages[number - 1].headline:
            return None
        tokens = self.passages[number - 1].tokens
        if tells_of_presence(tokens):
            return None
        if self.grammar.language == "de" and is_told(tokens, self.grammar):
            return self._teller(number - 1)
        mention = self.reader(number - 1).first(len(tokens))
        if mention and mention.kind is MentionKind.PHRASE and self.grammar.language == "de":
            words = tokens[mention.start : mention.end]  # every German noun is written large
            bare = words[0].capital and words[0].lower not in self.grammar.determiners
            speaks = holds_speaker(words, self.grammar) and not bare
            mention = mention if speaks else None
        if mention and mention.kind is MentionKind.NAME and self.grammar.language == "de":
            led = {token.lower for token in tokens[: mention.start]}
            mention = mention if led.isdisjoint(SEVERAL) else None
        return self.resolve(mention, number - 1)

    def _teller(self, number: int) -> Speaker | None:
        """Who has told what a German passage tells: Roe hofft auf Hilfe. | Der Rat möge zahlen."""
        memory = self.resolver.memory
        if memory.last_place >= number - 1:
            return memory.last
        subject = self.subject_before(number)
        near = self.paragraph(max(0, memory.last_place)) == self.paragraph(number)
        return memory.last if near and not (subject and subject.person) else subject

    def told_by(self, number: int) -> Speaker | None:
        """Who tells what the German sentence before says: ..., wie eine Nachbarin berichtet."""
        before = self.passages[number - 1] if number else None
        if (
            self.grammar.language != "de"
            or not before
            or before.paragraph != self.paragraph(number)
        ):
            return None
        tokens, verbs = before.tokens, Verbs(before.tokens, self.grammar)
        for index in range(len(tokens) - 1, 1, -1):
            if tokens[index].lower in self.grammar.cues and verbs.says(index):
                start = index
                while start and tokens[start - 1].word:
                    start -= 1
                if tokens[start].lower not in self.grammar.comparisons:
                    return None
                return self.resolve(self.reader(number - 1).before(index), number - 1)
        return None

    def demanding(self, number: int) -> Speaker | None:
        """Whose demand the German or French paragraph before tells of, before a quotation alone.

        Roe forderte den Rat auf, mehr zu tun. | „Wir warten lange genug.“
        """
        tokens, before = self.passages[number].tokens, self.passages[number - 1].tokens
        if self.grammar.language not in ("de", "fr") or tokens[0].quote == NO_QUOTE:
            return None
        if len(tokens) > 1:
            return None
        mention = self.reader(number - 1).first(len(before))
        if mention is None or mention.kind is not MentionKind.NAME:
            return None
        verbs = Verbs(before, self.grammar)
        speaks = any(verbs.utters(index) for index in range(mention.end, len(before)))
        return self.resolve(mention, number - 1) if speaks else None
