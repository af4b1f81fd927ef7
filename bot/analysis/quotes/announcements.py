"""passages -> who is named for a bare quotation by the passage before it, or by the one behind."""

from dataclasses import dataclass

from bot.analysis.quotes.around import Around
from bot.analysis.quotes.signatures import Signatures
from bot.analysis.quotes.verbs import Verbs
from bot.analysis.speakers.names import is_given
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.resolve import Speaker
from bot.analysis.speakers.resolve.themes import gestures

LABEL = 4
"""The name in a line of its own has fewer words than this."""


@dataclass(frozen=True, slots=True)
class Announcements(Around):
    """Reads what stands around quotations that have no verb of saying of their own."""

    @property
    def _signatures(self) -> Signatures:
        return Signatures(self.passages, self.grammar, self.people, self.resolver)

    def find(self, number: int) -> Speaker | None:
        """Who speaks the bare quotation with which the passage opens; None: nobody is named."""
        named = self._signatures.find(number) or self._labelled(number)
        return named or (self._announced(number - 1) if number else None)

    def _labelled(self, number: int) -> Speaker | None:
        """Who is named in a line of its own before a German quotation: Trainer Jens Roe | „...“

        Or who was asked by name: Und nun, Ida Roe? | „Weiter.“
        """
        if not number or self.grammar.language != "de":
            return None
        tokens = self.passages[number - 1].tokens
        if tokens[-1].text == "?":
            comma = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].text == ","), 0)
            name = self.reader(number - 1).after(comma + 1) if comma else None
            asked = name and name.kind is MentionKind.NAME and name.end == len(tokens) - 1
            return self.resolve(name, number - 1) if asked else None
        large = all(token.word and token.capital for token in tokens)
        apart = self.paragraph(number - 1) != self.paragraph(number)
        first = next((n for n, t in enumerate(tokens) if t.lower not in self.grammar.roles), 0)
        given = large and is_given(tokens[first].text, self.grammar)
        if not given or not apart or number == 1 or not 1 < len(tokens) - first < LABEL:
            return None
        end = len(tokens)
        return self.resolve(Mention(MentionKind.NAME, 0, end, first, end), number - 1)

    def _announced(self, number: int) -> Speaker | None:
        """Who is to speak next: where the passage ends with a colon, or tells who was asked.

        Also where it is over with a gesture, or has nobody but who makes one: Roe nods.
        """
        tokens, grammar = self.passages[number].tokens, self.grammar
        if teller := self._exclaiming(number):
            return self.resolve(teller, number)
        named = gestures(tokens, 1, grammar)  # Roe shrugged at the question.
        gesture = named or (len(tokens) > 2 and tokens[-2].lower in grammar.gestures)
        colon = tokens[-1].text == ":"
        if not colon and tokens[0].lower not in grammar.askings and not gesture:
            return None
        mention = self.reader(number).first(len(tokens))
        if mention is None or (mention.kind is MentionKind.PHRASE and not named):
            return self._led(number, mention) if colon else None
        return self.resolve(mention, number)

    def _exclaiming(self, number: int) -> Mention | None:
        """The subject of a reflexive French verb that ends its sentence: Ida Roc se félicite."""
        tokens, verb = self.passages[number].tokens, len(self.passages[number].tokens) - 2
        if self.grammar.language != "fr" or verb < 2 or tokens[-1].text != ".":
            return None
        if tokens[verb - 1].lower not in self.grammar.reflexives:
            return None
        says = Verbs(tokens, self.grammar).utters(verb, near=True)
        return self.reader(number).before(verb) if says else None

    def _led(self, number: int, subject: Mention | None) -> Speaker | None:
        """Who is named before a colon: Here is Jane Roe in Halden:"""
        tokens = self.passages[number].tokens
        verbs, last = Verbs(tokens, self.grammar), len(tokens) - 2
        if last > 0 and verbs.utters(last, near=True):
            subject = self.reader(number).before(last) or subject
            return self.resolve(subject, number)
        return self.resolver.only_person(tokens)
