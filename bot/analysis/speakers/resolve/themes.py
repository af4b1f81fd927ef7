"""a sentence about somebody without a name -> kept in mind: a witness, le Syndicat des dockers."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.phrases import Mention
from bot.analysis.speakers.resolve.epithets import Epithets
from bot.analysis.speakers.resolve.memory import Memory, Theme
from bot.analysis.speakers.resolve.speaker import speaker_in
from bot.analysis.speakers.tokens import Token

BEFALLING = frozenset(("died", "drowned", "fell", "needed", "received", "suffered", "sustained"))
SPEAKS_FOR = "spokes"
"""So begin the nouns for whoever speaks for others: spokeswoman."""


@dataclass(frozen=True, slots=True)
class Themes:
    """Keeps in mind which nameless ones sentences are about."""

    memory: Memory
    grammar: Grammar
    epithets: Epithets

    def keep(self, mention: Mention, tokens: Sequence[Token], place: int) -> None:
        """Keep in mind what a phrase is about that means nobody known."""
        words = tokens[mention.start : mention.end]
        suffers = self._suffers(tokens, mention.end) and not _speaks_for_others(words)
        if not suffers and not _tells_of_name(mention, tokens):
            self._keep_theme(words, place)
            self._keep_body(words)

    def points_back(self, article: str) -> bool:
        """Whether a French or Spanish "this" means the person who has just spoken."""
        memory, grammar = self.memory, self.grammar
        pointed = grammar.language in ("es", "fr") and article in grammar.demonstratives
        return bool(pointed and memory.last and memory.last.person and not memory.has_newer())

    def _suffers(self, tokens: Sequence[Token], verb: int) -> bool:
        """Whether an English verb tells what befell its subject: A man was held; A boy died."""
        grammar = self.grammar
        if grammar.inverts or verb >= len(tokens):
            return False
        word = tokens[verb].lower
        return word in grammar.passives or word in grammar.auxiliaries or word in BEFALLING

    def _keep_theme(self, words: Sequence[Token], place: int) -> None:
        """Keep in mind a nameless human being whom a sentence is about: Der Zeuge schwieg."""
        article = words[0].lower
        bare = article not in self.grammar.determiners
        if bare and len(words) == 1 and words[0].text.isupper():
            return  # a heading
        names = self.grammar.language != "de" and len(words) == 2 and words[1].capital
        if names and article in self.grammar.definites:
            return  # l'Illinois
        if bare and (self.grammar.language == "de" or not words[0].capital):
            return  # Mädchen: where a plural looks like one; , taxista jubilado
        nameless = speaker_in(words[article in self.grammar.determiners :] or words)
        gender, grammar = self.epithets.gender(article, nameless.phrase), self.grammar
        owned = article in grammar.possessives and gender is not None
        new = grammar.inverts or owned or article == "one" or article in grammar.indefinites
        several = grammar.inverts and (article.endswith("s") or article in grammar.plurals)
        if several or (nameless.is_one_human(grammar) and (new or _speaks_for_others(words))):
            self.memory.theme = Theme(place, nameless, gender, several)

    def _keep_body(self, words: Sequence[Token]) -> None:
        """Keep in mind a named French or Spanish body: Le Syndicat des dockers a fait grève."""
        grammar = self.grammar
        small = any(word.text.islower() for word in words[1:]) or len(words) == 2
        if grammar.bodies and small and words[0].lower in grammar.definites and grammar.inverts:
            body = speaker_in(words[1:] or words)
            if body.is_body(grammar):
                self.memory.bodies.append(body)


def _speaks_for_others(words: Sequence[Token]) -> bool:
    """Whether a phrase is about a spokeswoman, a spokesman, a spokesperson."""
    return any(token.lower.startswith(SPEAKS_FOR) for token in words[:3])


def _tells_of_name(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether the phrase is put beside a name: A baker, Roe left; he met Roe, a baker."""
    before, behind = tokens[: mention.start][-2:], tokens[mention.end : mention.end + 2]
    after = len(behind) > 1 and behind[0].text == "," and behind[1].capital
    return after or (len(before) > 1 and before[1].text == "," and before[0].capital)
