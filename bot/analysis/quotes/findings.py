"""something said in a passage, before its speaker is known."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.analysis.quotes.attributions import Attribution
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.phrases import Mention
from bot.analysis.speakers.tokens import Token
from bot.model import QuoteKind, Span


class Finding(NamedTuple):
    """Something said in a passage, in marks or not, before its speaker is known."""

    place: int  # the token where it begins
    span: Span
    kind: QuoteKind
    attribution: Attribution | None
    turn: str | None = None  # the label of an answer in an interview, which names nobody
    continues: bool = False  # the next paragraph carries it on


def is_settled(finding: Finding) -> bool:
    """Whether the text tells who speaks: by a mention, or by leaving it to whoever spoke last."""
    return is_chained(finding) or mention_of(finding) is not None


def is_left_open(finding: Finding, grammar: Grammar) -> bool:
    """Whether a French or Spanish sentence goes on in marks, and nothing tells who speaks."""
    mixed = finding.kind is QuoteKind.MIXED and finding.attribution is None
    return mixed and grammar.language in ("es", "fr")


def is_loose(finding: Finding, grammar: Grammar) -> bool:
    """Whether nothing tells that somebody says the German words in marks."""
    mixed = finding.kind is QuoteKind.MIXED and finding.attribution is None
    return mixed and grammar.language == "de"


def is_chained(finding: Finding) -> bool:
    """Whether the text leaves the words to whoever spoke last."""
    return finding.attribution is None or finding.attribution.chained


def is_plural(finding: Finding, tokens: Sequence[Token]) -> bool:
    """Whether the Spanish verb without a subject is a plural: «...», señalan."""
    cue = finding.attribution.cue if finding.attribution else None
    return cue is not None and tokens[cue].lower.endswith("n")


def is_captioned(finding: Finding, tokens: Sequence[Token]) -> bool:
    """Whether words in capitals, as of a heading, are all that leads to what nobody says."""
    before = [token for token in tokens[: finding.place] if token.word]
    return bool(before) and not finding.attribution and all(t.text.isupper() for t in before)


def mention_of(finding: Finding) -> Mention | None:
    return finding.attribution.mention if finding.attribution else None
