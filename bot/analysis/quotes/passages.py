"""a passage -> what is said in it, in marks or not, before its speaker is known."""

from collections.abc import Iterator, Sequence

from bot.analysis.quotes.attributions import Attribution
from bot.analysis.quotes.attributor import Attributor
from bot.analysis.quotes.charges import find_charges
from bot.analysis.quotes.dialogue import QUESTIONS
from bot.analysis.quotes.findings import Finding
from bot.analysis.quotes.headings import is_heading
from bot.analysis.quotes.kinds import Judge
from bot.analysis.quotes.statements import Statements
from bot.analysis.quotes.stretches import Stretch
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Reader
from bot.analysis.speakers.tokens import MASKED, NO_QUOTE, Passage, Token
from bot.model import QuoteKind, Span


def find_in_passage(
    text: str, passage: Passage, stretches: Sequence[Stretch], reader: Reader, doubles: bool
) -> list[Finding]:
    """What is said in a passage; ``doubles`` tells that the article quotes in double marks."""
    tokens, grammar = passage.tokens, reader.grammar
    if is_silent(passage, grammar):
        return []
    attributor = Attributor.of(passage, reader)
    found: list[Finding] = []
    if MASKED in passage.words:
        found += _find_marked(text, tokens, stretches, attributor, doubles)
    direct = [finding.place for finding in found if finding.kind is QuoteKind.DIRECT]
    if not is_heading(tokens) and not grammar.stating.isdisjoint(passage.words):
        found += _statements(Statements(tokens, grammar, attributor), direct, tokens)
    return sorted(found, key=lambda finding: (finding.place, finding.kind is QuoteKind.MIXED))


def _find_marked(
    text: str,
    tokens: Sequence[Token],
    stretches: Sequence[Stretch],
    attributor: Attributor,
    doubles: bool,
) -> Iterator[Finding]:
    """What is said in marks in a passage."""
    grammar = attributor.grammar
    charges = find_charges(tokens, grammar)
    attributions = attributor.attribute(charges)
    judge = Judge(tokens, grammar, _is_bare(tokens, grammar))
    for place, token in enumerate(tokens):
        if token.quote == NO_QUOTE or place in charges:
            continue
        stretch, attribution = stretches[token.quote], attributions.get(place)
        if stretch.turn in QUESTIONS or (stretch.single and doubles and not attribution):
            continue
        kind = judge.choose(stretch.inner.of(text), place, attribution, stretch.single)
        kind = QuoteKind.DIRECT if stretch.resumes else kind
        if kind:
            if attribution is None and attributor.is_open(place):
                attribution = Attribution(None, None)
            yield Finding(place, stretch.inner, kind, attribution, stretch.turn, stretch.continues)


def _statements(
    statements: Statements, direct: Sequence[int], tokens: Sequence[Token]
) -> Iterator[Finding]:
    for statement in statements.find(direct):
        if statement.content:
            start, end = statement.content
            span = Span(tokens[start].start, tokens[end - 1].end)
            yield Finding(start, span, QuoteKind.INDIRECT, statement)


def _is_bare(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether nothing but an "and" or a "then" stands beside the stretches."""
    words = (token.lower for token in tokens if token.word)
    return all(word in grammar.openers or word in grammar.coordinators for word in words)


def is_silent(passage: Passage, grammar: Grammar) -> bool:
    """Whether nothing is said: there are no marks, no verb of saying, no source."""
    return MASKED not in passage.words and grammar.telling.isdisjoint(passage.words)
