"""a bare quotation -> who is named behind it as whoever says it: « On tient. » | Ana Roc sourit."""

from dataclasses import dataclass

from bot.analysis.quotes.around import Around
from bot.analysis.quotes.sources import Sources
from bot.analysis.quotes.verbs import Verbs
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.resolve import Speaker
from bot.analysis.speakers.tokens import NO_QUOTE

SIGNATURE = 12
"""The line that signs a quotation has at most so many tokens."""
DESCRIPTION = 8
"""So many tokens may lead to the name in "Those were the last words of Roe"."""
OPENING = 2
"""The first passages of a story, its headline among them."""
COMMAS = 3
"""At so many commas may a name stand behind what is told of its bearer first."""
WAYS = frozenset(("forma", "manera", "modo"))
"""Spanish nouns for how something was told."""
ANSWERING = ("ripost", "répliqu", "répond", "rétor")
"""Beginnings of French verbs by which somebody else speaks next."""


@dataclass(frozen=True, slots=True)
class Signatures(Around):
    """Reads the passage behind a quotation that has no verb of saying of its own."""

    def find(self, number: int) -> Speaker | None:
        """Who is named behind the quotation that is all of a passage; None: nobody."""
        return self.signed(number) or self.described(number) or self.introduced(number)

    def signed(self, number: int) -> Speaker | None:
        """Who signs the quotation in the next line: — Jane Roe; in French also: sourit Ana Roc."""
        if not self._is_alone(number):
            return None
        tokens = self.passages[number + 1].tokens
        if self.grammar.language == "fr" and Verbs(tokens, self.grammar).utters(0, near=True):
            return self.resolve(self.reader(number + 1).after(1, sure=True), number + 1)
        if len(tokens) > SIGNATURE or self.paragraph(number) == self.paragraph(number + 1):
            return None
        if tokens[0].text not in "-–—" or len(tokens) == 1 or not tokens[1].capital:
            return None
        return self.resolve(self.reader(number + 1).after(1), number + 1)

    def described(self, number: int) -> Speaker | None:
        """Whose words the next passage says they were: That is how Roe described the night."""
        if not self._is_alone(number):
            return None
        tokens, grammar = self.passages[number + 1].tokens, self.grammar
        if tokens[0].lower in grammar.comparisons_back:
            return self._told_so(number + 1)
        if tokens[1:] and tokens[1].lower in grammar.demonstratives | grammar.pointers:
            return self._told_with(number + 1)
        if tokens[0].lower not in grammar.pointers:
            return None
        for index in range(2, min(DESCRIPTION, len(tokens) - 1)):
            before, word = tokens[index - 1].lower, tokens[index].lower
            how = index == 2 and word in grammar.complementizers and not grammar.inverts
            if how or (word in grammar.linkers and before in grammar.sayings):
                return self.resolve(self.reader(number + 1).after(index + 1), number + 1)
        return None

    def _told_so(self, number: int) -> Speaker | None:
        """Who has said it so, behind the verb: Así lo contó Roca; Ainsi parlait Roc."""
        tokens = self.passages[number].tokens
        verbs = Verbs(tokens, self.grammar)
        for verb in range(1, min(DESCRIPTION, len(tokens))):
            if verbs.utters(verb):
                return self.resolve(self.reader(number).after(verb + 1, sure=True), number)
        return None

    def _told_with(self, number: int) -> Speaker | None:
        """Who does something with those words: Con este mensaje, Roca se fue; De esta forma lo vio.

        In Spanish, where a comma stands before the subject.
        """
        tokens, grammar = self.passages[number].tokens, self.grammar
        if not grammar.drops_subjects or len(tokens) < DESCRIPTION:
            return None
        led, _, noun, behind = (token.lower for token in tokens[:4])
        if led == "con" and noun in grammar.sayings and behind == ",":
            return self.resolve(self.reader(number).after(4), number)
        ways = {"con": grammar.sayings, "de": WAYS}.get(led, ())
        return self._told_so(number) if noun in ways else None

    def introduced(self, number: int) -> Speaker | None:
        """Who comes up in the next sentence of a French paragraph that a quotation opens.

        « On tient. » | Ana Roc, la patronne, sourit. Whom the text did not name before, unless
        it opens so, or a source; nobody who answers.
        """
        if self.grammar.language != "fr" or not self._is_alone(number):
            return None
        opens = not number or self.paragraph(number - 1) != self.paragraph(number)
        if not opens or self.paragraph(number) != self.paragraph(number + 1):
            return None
        tokens, reader = self.passages[number + 1].tokens, self.reader(number + 1)
        source = Sources(tokens, self.grammar, reader).at(0)
        name = source.mention if source else self._comes_up(number + 1)
        if name is None or name.kind is not MentionKind.NAME:
            return None
        if any(token.lower.startswith(ANSWERING) for token in tokens):
            return None
        speaker, memory = self.resolve(name, number + 1), self.resolver.memory
        new = speaker is not None and speaker.person not in (None, *memory.met)
        first = number <= OPENING and memory.last_place < 1  # only its headline spoke
        return speaker if source or new or first else None

    def _comes_up(self, number: int) -> Mention | None:
        """Who is the subject, maybe behind what is told first: Native de Brae, Ana Roc sourit."""
        tokens, reader = self.passages[number].tokens, self.reader(number)
        first = reader.first(len(tokens))
        if first and first.kind is not MentionKind.PHRASE:
            return first
        commas = [n for n, token in enumerate(tokens) if token.text == ","][:COMMAS]
        behind = (reader.after(comma + 1) for comma in commas)
        return next((name for name in behind if name and name.kind is MentionKind.NAME), None)

    def _is_alone(self, number: int) -> bool:
        """Whether the passage is nothing but quoted, and another follows."""
        tokens = self.passages[number].tokens
        quoted = tokens[0].quote != NO_QUOTE and not any(token.word for token in tokens)
        return quoted and number + 1 < len(self.passages)
