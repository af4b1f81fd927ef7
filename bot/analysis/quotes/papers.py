"""a German passage -> the document whose words it tells: Im Bericht heißt es, ..."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.quotes.attributions import Attribution
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Reader
from bot.analysis.speakers.phrases import Mention
from bot.analysis.speakers.tokens import Token

HEARSAY = frozenset(("heisst", "heißt", "hiess", "hieß"))
READING = HEARSAY | frozenset(("lautet", "lautete", "stand", "steht"))
"""German verbs of what is to be read somewhere."""
LEAD = 4
"""So many tokens stand from the comma on before the verb of ", in dem es heißt"."""


@dataclass(slots=True)
class Papers:
    """Reads the documents and papers that speak in the tokens of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    reader: Reader

    def read(self, verb: int, place: int) -> Attribution | None:
        """A German document that speaks: Im Bericht heißt es."""
        tokens, grammar = self.tokens, self.grammar
        if grammar.language != "de" or tokens[verb].lower not in READING:
            return None
        says = tokens[verb].lower in HEARSAY
        led = tokens[place - 1].text == ":" or says
        if led and says and (paper := self._paper(verb)):
            return Attribution(paper, verb)
        if not led or tokens[0].lower not in grammar.prepositions:
            return None
        subject = self.reader.after(1, sure=True)
        return Attribution(subject, verb) if subject and subject.end <= verb else None

    def is_hearsay(self, verb: int) -> bool:
        """Whether nobody is named who says it: Wörtlich heißt es: „...“; but in what follows.

        Fest steht: „...“
        """
        tokens, lower = self.tokens, self.tokens[verb].lower
        if lower in ("stand", "steht") and self.tokens[verb - 1].lower in self.grammar.openers:
            return self.grammar.language == "de"
        if verb + 1 >= len(tokens) or lower not in HEARSAY:
            return False
        follows = tokens[verb + 2].text if verb + 2 < len(tokens) else ""
        return tokens[verb + 1].lower == "es" and follows in ",:"

    def quoted(self, verb: int, place: int) -> Mention | None:
        """Whom a German paper quotes: Der „Kurier“ zitiert einen Zeugen mit den Worten."""
        if self.grammar.language != "de" or not self.tokens[verb].lower.startswith("zitier"):
            return None
        quoted = self.reader.after(verb + 1)
        return quoted if quoted and quoted.end <= place else None

    def _paper(self, verb: int) -> Mention | None:
        """What a German clause tells of in which it says: ein Brief der Stadt, in dem es heißt."""
        tokens = self.tokens
        if verb < LEAD or tokens[verb - 1].lower != "es" or tokens[verb - LEAD].text != ",":
            return None
        inside = tokens[verb - 3].lower == "in" and tokens[verb - 2].lower in (
            "dem",
            "der",
            "denen",
        )
        return self.reader.phrases.ending_at(verb - LEAD) if inside else None
