"""passages -> who is named for a bare quotation by the passage before it, or by the one behind."""

from dataclasses import dataclass

from bot.analysis.quotes.around import Around
from bot.analysis.quotes.attributions import CLOSING
from bot.analysis.quotes.verbs import Verbs
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.resolve import Speaker
from bot.analysis.speakers.resolve.themes import gestures
from bot.analysis.speakers.tokens import NO_QUOTE

SIGNATURE = 12
"""The line that signs a quotation has at most so many tokens."""
DESCRIPTION = 8
"""So many tokens may lead to the name in "Those were the last words of Roe"."""


@dataclass(frozen=True, slots=True)
class Announcements(Around):
    """Reads what stands around quotations that have no verb of saying of their own."""

    def heads(self, number: int) -> bool:
        """Whether the passage is a German heading in marks, which nothing before it leads to."""
        tokens, paragraph = self.passages[number].tokens, self.paragraph(number)
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
        signed = self._signed(number) or self._described(number)
        return signed or (self._announced(number - 1) if number else None)

    def _signed(self, number: int) -> Speaker | None:
        """Who signs the quotation in the next line: — Jane Roe."""
        if not self._is_alone(number):
            return None
        tokens = self.passages[number + 1].tokens
        if len(tokens) > SIGNATURE or self.paragraph(number) == self.paragraph(number + 1):
            return None
        if tokens[0].text not in "-–—" or len(tokens) == 1 or not tokens[1].capital:
            return None
        return self.resolve(self.reader(number + 1).after(1), number + 1)

    def _described(self, number: int) -> Speaker | None:
        """Whose words the next passage says they were: That is how Roe described the night."""
        if not self._is_alone(number):
            return None
        tokens, grammar = self.passages[number + 1].tokens, self.grammar
        if tokens[0].lower in grammar.comparisons_back:
            return self._told_so(number + 1)
        if tokens[0].lower not in grammar.pointers:
            return None
        for index in range(2, min(DESCRIPTION, len(tokens) - 1)):
            before, word = tokens[index - 1].lower, tokens[index].lower
            how = index == 2 and word in grammar.complementizers
            if how or (word in grammar.linkers and before in grammar.sayings):
                return self.resolve(self.reader(number + 1).after(index + 1), number + 1)
        return None

    def _told_so(self, number: int) -> Speaker | None:
        """Who has said it so, behind the verb: Así lo contó Roca; Ainsi parlait Roc."""
        tokens, verbs = (
            self.passages[number].tokens,
            Verbs(self.passages[number].tokens, self.grammar),
        )
        for verb in range(1, min(DESCRIPTION, len(tokens))):
            if verbs.utters(verb):
                return self.resolve(self.reader(number).after(verb + 1, sure=True), number)
        return None

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
        mention = self.reader(number).first(len(tokens))
        if mention is None or (mention.kind is MentionKind.PHRASE and not named):
            return self._led(number, mention) if colon else None
        return self.resolve(mention, number)

    def _led(self, number: int, subject: Mention | None) -> Speaker | None:
        """Who is named before a colon: The Gazette reports: Here is Jane Roe in Halden:"""
        tokens = self.passages[number].tokens
        verbs, last = Verbs(tokens, self.grammar), len(tokens) - 2
        if last > 0 and verbs.utters(last, near=True):
            subject = self.reader(number).before(last) or subject
            return self.resolve(subject, number)
        if subject and any(
            verbs.utters(index, near=True) for index in range(subject.end, len(tokens))
        ):
            return self.resolve(subject, number)
        return self.resolver.only_person(tokens)
