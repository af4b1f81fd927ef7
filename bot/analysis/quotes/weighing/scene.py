"""a quotation in its article -> what is looked at to weigh who says it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self

from bot.analysis.quotes.around import Around
from bot.analysis.quotes.findings import WORD, Finding
from bot.analysis.quotes.weighing.candidates import find_gender
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import Gender, Person
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.resolve import Speaker
from bot.analysis.speakers.resolve.memory import DEPTH
from bot.analysis.speakers.tokens import NO_QUOTE, Token
from bot.model import QuoteKind

MARKS = " \u00a0\u202f\"“«„»‘'"
BESIDE = 4
"""So many letters before a stretch hold its mark and what stands before that."""
SHORT = 2
"""Words of so few letters tell nothing of who is meant."""


class How(StrEnum):
    """How a text tells who speaks."""

    NAME = "name"
    PRONOUN = "pronoun"
    PHRASE = "phrase"
    VERB = "verb"  # that left its subject out
    CHAIN = "chain"  # it goes on with whoever spoke last
    NOTHING = "nothing"
    FRAGMENT = "fragment"  # nothing, and the words stand in a sentence of the journalist's


class Said(NamedTuple):
    """Who was quoted before, in which paragraph and passage."""

    speaker: Speaker | None
    paragraph: int
    passage: int

    @property
    def name(self) -> str | None:
        """The speaker's name."""
        return self.speaker.name if self.speaker else None


@dataclass(frozen=True, slots=True)
class Scene:
    """What surrounds one quotation.

    ``said`` are those before it; ``told`` the last one of them, or of what is told without marks.
    """

    around: Around
    finding: Finding
    passage: int
    how: How
    words: frozenset[str]  # of the mention, in small letters, without those that tell nothing
    nouns: Sequence[str]  # of these, what tells what somebody is
    gender: Gender | None  # that the mention tells
    quoted: frozenset[str]  # the words in marks
    ending: str  # the last sign in marks
    colon: bool
    opens: bool  # whether nothing stands before it in its paragraph
    alone: bool  # whether its passage has no words of the journalist's
    worths: dict[Person, float]  # how prominent everybody is
    recent: Sequence[Person]  # whom the text has spoken of, the last one first
    new: frozenset[Person]  # of whom it has since somebody was quoted
    bearers: Sequence[Person]  # whose roles the mention tells
    kindred: frozenset[str]  # the names before which the text has told the same kind of body
    said: Sequence[Said]
    spoke: Mapping[str | None, int]  # how often everybody of them
    told: Said | None

    @classmethod
    def of(
        cls,
        around: Around,
        finding: Finding,
        passage: int,
        text: str,
        said: Sequence[Said],
        told: Said | None,
    ) -> Self:
        """The scene of what ``finding`` quotes in a passage of the text."""
        tokens, memory = around.passages[passage].tokens, around.resolver.memory
        grammar, span, how = around.grammar, finding.span, how_told(finding)
        told_by = _words_of(finding.mention, tokens, grammar)
        late = memory.notices[-DEPTH:]
        since = len(memory.notices) - memory.since
        worths: dict[Person, float] = {}
        for notice in reversed(late):
            worth = notice.worth(passage)
            worths[notice.person] = max(worth, worths.get(notice.person, worth))
        own = any(token.word and token.quote == NO_QUOTE for token in tokens[: finding.place])
        above = around.paragraph(passage - 1) if passage else -1
        opens = not own and above != around.paragraph(passage)
        persons = around.people.persons if told_by else ()
        bearers = [one for one in persons if not one.role_words.isdisjoint(told_by)]
        kinds = memory.kinds[-DEPTH:] if told_by else ()
        kindred = [body.name for _, body, words in kinds if words.intersection(told_by)]
        return cls(
            around,
            finding,
            passage,
            how,
            frozenset(told_by),
            [word for word in told_by if word in grammar.roles],
            _gender_of(finding.mention, tokens, grammar),
            frozenset(WORD.findall(span.of(text))),
            text[span.end - 1 : span.end],
            text[max(0, span.start - BESIDE) : span.start].rstrip(MARKS).endswith(":"),
            opens,
            opens and not any(token.word and token.quote == NO_QUOTE for token in tokens),
            worths,
            list(worths),
            frozenset([notice.person for notice in late[-since:]] if since else ()),
            bearers,
            frozenset(kindred),
            said,
            Counter([one.name for one in said]),
            told,
        )

    @property
    def paragraph(self) -> int:
        """The number of its paragraph."""
        return self.around.paragraph(self.passage)

    @property
    def mention(self) -> Mention | None:
        """The words that name who says it."""
        return self.finding.mention

    @property
    def grammar(self) -> Grammar:
        """The grammar of the article."""
        return self.around.grammar


def how_told(finding: Finding) -> How:
    """How the text tells who says it."""
    attribution = finding.attribution
    if attribution is None:
        return How.FRAGMENT if finding.kind is QuoteKind.MIXED else How.NOTHING
    if attribution.mention is None:
        return How.VERB if attribution.dropped else How.CHAIN
    return How(attribution.mention.kind.value)


def _words_of(mention: Mention | None, tokens: Sequence[Token], grammar: Grammar) -> list[str]:
    if mention is None or mention.kind is MentionKind.PRONOUN:
        return []
    words = [token.lower for token in tokens[mention.start : mention.end]]
    return [word for word in words if len(word) > SHORT and word not in grammar.determiners]


def _gender_of(mention: Mention | None, tokens: Sequence[Token], grammar: Grammar) -> Gender | None:
    """The gender that a pronoun or a phrase tells."""
    if mention is None or mention.kind is MentionKind.NAME:
        return None
    words = [token.lower for token in tokens[mention.start : mention.end]]
    if mention.kind is MentionKind.PHRASE:
        article = words[0] if words[0] in grammar.determiners else tokens[mention.start - 1].lower
        return find_gender(article, words, grammar)
    if not grammar.masculine.isdisjoint(words):
        return Gender.MASCULINE
    return Gender.FEMININE if not grammar.feminine.isdisjoint(words) else None
