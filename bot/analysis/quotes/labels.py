"""English words in marks that name a thing -> whether they do: referred to as "the shed"."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.quotes.attributions import Attribution
from bot.analysis.quotes.works import is_title
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.phrases import MentionKind
from bot.analysis.speakers.tokens import NO_QUOTE, Token

ISSUING = frozenset(("issue", "issued", "issues", "issuing", "published", "released"))
"""Verbs whose object is a thing with a name."""
MEANING = frozenset(("meaning", "means", "meant"))
"""Verbs before what a word means."""
REFERENCES = frozenset(("reference", "references", "referring"))
TITLED = frozenset(("captioned", "entitled", "tagged", "themed", "titled"))
"""Words before a colon and the name of a thing: a march tagged: "Dry Feet"."""


@dataclass(slots=True)
class Labels:
    """Reads what stands before the stretch at ``place``; ``attribution`` is whose it would be."""

    tokens: Sequence[Token]
    grammar: Grammar
    place: int
    attribution: Attribution | None

    def name(self, words: Sequence[str], shown: str) -> bool:
        """Whether the words of the stretch are a name, a word or another text.

        >>> from bot.analysis.speakers.grammar import read_grammar
        >>> from bot.analysis.speakers.tokens import split_passages
        >>> from bot.model import Span
        >>> def names(text: str) -> bool:
        ...     grammar, mark = read_grammar("en"), text.index("“")
        ...     marks = [Span(mark, text.index("”") + 1)]
        ...     tokens = split_passages(text, [Span(0, len(text))], marks, grammar)[0].tokens
        ...     labels = Labels(tokens, grammar, len(tokens) - 1, None)
        ...     return labels.name(["wet", "ink"], "wet ink")
        >>> names("The mix, referred to as “wet ink”"), names("He was “wet ink”")
        (True, False)
        """
        before = self.tokens[self.place - 1].lower if self.place else ""
        return (
            before in MEANING
            or self._is_issued(before)
            or self._is_called(words)
            or self._is_what_they_call()
            or self._is_referred_to()
            or self._is_apposed(words, shown)
            or (before == ":" and self.tokens[self.place - 2].lower in TITLED)
        )

    def is_told(self) -> bool:
        """Whether the clause of an adjective is what somebody says: Roe said Lind had "mild" flu.

        Also with an article: Roe said it was a "mild" flu, a "dry" and "mild" one.
        """
        cue, grammar = self.attribution.cue if self.attribution else None, self.grammar
        if grammar.language != "en" or cue is None or cue >= self.place:
            return False
        first = self.place
        if first > 2 and self.tokens[first - 1].lower in grammar.coordinators:
            first -= 2 * (self.tokens[first - 2].quote != NO_QUOTE)
        before = self.tokens[first - 1].lower
        told = before in ("one", *grammar.articles) or before not in grammar.closed
        return told and self.tokens[cue].lower in grammar.cues

    def _is_apposed(self, words: Sequence[str], shown: str) -> bool:
        """Whether words behind the comma tell what thing it is: "Low Tide," a show."""
        behind = self.tokens[self.place + 1 : self.place + 2]
        told = bool(behind) and behind[0].lower in self.grammar.articles
        said = self.attribution is not None and self.attribution.strong
        return told and not said and is_title(words, shown.rstrip(",."), self.grammar)

    def _is_issued(self, before: str) -> bool:
        """Whether somebody puts the thing out: to issue a "red tide" alert."""
        cue = self.attribution.cue if self.attribution else None
        issued = cue is not None and self.tokens[cue].lower in ISSUING
        return issued and before in self.grammar.indefinites

    def _is_called(self, words: Sequence[str]) -> bool:
        """Whether a thing is called so by nobody: the punt is called "The wet sailor"."""
        named = words[0][0].isupper() or not (self.attribution and self.attribution.mention)
        if self.place < 2 or not named:
            return False
        called, be = self.tokens[self.place - 1].lower, self.tokens[self.place - 2].lower
        return called in self.grammar.callings and be in self.grammar.passives

    def _is_what_they_call(self) -> bool:
        """Whether people in general call it so: what locals call "the wet mile"."""
        mention, cue = (self.attribution or Attribution(None, None))[:2]
        if mention is None or cue is None or self.tokens[cue].lower not in self.grammar.callings:
            return False
        several = self.tokens[mention.start].lower == "they"
        always = not self.tokens[cue].lower.endswith("ed")  # not: what a cook called "a joke"
        led = mention.start > 0 and self.tokens[mention.start - 1].lower == "what"
        return led and (several or (always and mention.kind is MentionKind.PHRASE))

    def _is_referred_to(self) -> bool:
        """Whether another text or a word is meant: (see "Frogs"); the reference to "bees"."""
        before = [token.lower for token in self.tokens[max(0, self.place - 3) : self.place]]
        if before == ["referred", "to", "as"]:
            subject = self.tokens[self.place - 4] if self.place > 3 else None
            return subject is None or not subject.word or subject.lower in self.grammar.passives
        before = before[-2:]
        return before == ["(", "see"] or (before[-1:] == ["to"] and before[0] in REFERENCES)
