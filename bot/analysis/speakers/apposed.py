"""a phrase -> the name that an apposition gives it: said the mayor, Jane Roe."""

from dataclasses import dataclass

from bot.analysis.speakers.duties import goes_on
from bot.analysis.speakers.phrases import Mention, MentionKind, Phrases
from bot.analysis.speakers.portfolios import behind_fields
from bot.analysis.speakers.reaches import ANDS

LONGEST_COMPLEMENT = 6
"""What tells of an office behind "à" or "en" has fewer words than this, that word included."""
FARTHEST = 45
"""How far, in tokens, a name may stand from its verb, appositions included."""


@dataclass(slots=True)
class Apposed:
    """Reads the names put beside phrases in the tokens of one passage."""

    phrases: Phrases

    def named(self, mention: Mention) -> Mention:
        """The mention with the name that an apposition gives: said the mayor, Jane Roe."""
        tokens, start = self.phrases.tokens, mention.end
        if mention.kind is not MentionKind.PHRASE:
            return mention
        start = self._behind_body(self._behind_complement(start))
        if self.phrases.grammar.loose and self._is_role(mention):
            start = behind_fields(tokens, start)
        if start + 1 >= len(tokens) or tokens[start].text != ",":
            return mention
        if tokens[start + 1].lower in self.phrases.grammar.definites and self._is_titled(start + 2):
            start += 1  # the vicar, the Rev Jane Roe
        end = self._name_end(self._role_end(start + 1))
        if end == start + 1 and tokens[end].lower in self.phrases.grammar.roles:
            end = self._name_end(start + 2)  # the author, chemist Jane Roe
        name = self.phrases.read(start + 1, end) if end > start + 1 else None
        if name is None or name.kind is not MentionKind.NAME:
            return self._named_later(mention, start) or mention
        if goes_on(tokens, end, self.phrases.grammar):
            return mention
        role = self._is_role(mention)
        grammar, article = self.phrases.grammar, tokens[mention.start].lower
        pointed = article in grammar.possessives or article in grammar.demonstratives
        definite = pointed or article in grammar.definites
        if (role or definite) and self._is_known(name):
            first, last = name.name_start, name.name_end
            return Mention(MentionKind.NAME, mention.start, name.end, first, last)
        return mention

    def _named_later(self, mention: Mention, comma: int) -> Mention | None:
        """The mention with a name behind a second office: le chef, président de Brae, Jean Roc."""
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        begin = comma + 1
        if grammar.language not in ("es", "fr") or tokens[begin].lower not in grammar.roles:
            return None
        later = (n for n in range(begin, min(begin + FARTHEST, len(tokens))) if not tokens[n].word)
        end = next(later, begin)
        if tokens[end].text != "," or self._name_end(end + 1) == end + 1:
            return None
        name = self.phrases.read(end + 1, self._name_end(end + 1))
        if name is None or not self._is_known(name) or not self._is_role(mention):
            return None
        return name._replace(start=mention.start)

    def _is_titled(self, index: int) -> bool:
        """Whether a role or a title and a name begin here: Rev Jane; painter Tom."""
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        if index + 1 >= len(tokens) or not tokens[index + 1].capital:
            return False
        return tokens[index].lower in grammar.titles or tokens[index].lower in grammar.roles

    def _behind_body(self, start: int) -> int:
        """The comma behind the rest of a French body's name: le chef du Cercle | et Union (CU)."""
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        end = start
        while end < min(len(tokens), start + FARTHEST // 3) and (
            tokens[end].capital
            or tokens[end].text in "()"
            or tokens[end].lower in ANDS
            or tokens[end].lower in grammar.definites
            or tokens[end].lower in grammar.owning
        ):
            end += 1
        whole = grammar.language == "fr" and end < len(tokens) and tokens[end].text == ","
        return end if whole else start

    def _behind_complement(self, start: int) -> int:
        """The comma behind what else tells of an office: l'adjoint | à la sécurité, Jean Roc."""
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        if grammar.loose and start < len(tokens) and tokens[start].text == "(":
            near = range(start + 1, min(start + LONGEST_COMPLEMENT, len(tokens)))
            closed = (n + 1 for n in near if tokens[n].text == ")")
            start = next(closed, start)  # la portavoz de Acción Local (AL)
        if start >= len(tokens) or tokens[start].lower not in grammar.loose:
            return start
        stop = min(len(tokens), start + LONGEST_COMPLEMENT)
        end = next((i for i in range(start, stop) if not tokens[i].word), start)
        return end if tokens[end].text == "," else start

    def _role_end(self, start: int) -> int:
        """Behind an article and what it tells of, before a name: su rival, la alcaldesa | Roe."""
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        if not grammar.inverts or tokens[start].lower not in grammar.definites:
            return start
        end = start + 1
        while end < len(tokens) and tokens[end].text.islower() and self._describes(end):
            end += 1
        return end if end > start + 1 else start

    def _describes(self, index: int) -> bool:
        """Whether the word may tell what somebody is: el colombiano | Juan."""
        word, grammar = self.phrases.tokens[index].lower, self.phrases.grammar
        return word in grammar.roles or (word not in grammar.closed and word not in grammar.verbs)

    def _name_end(self, start: int) -> int:
        end = start
        while end < len(self.phrases.tokens) and self._is_name_word(end):
            end += 1
        return end

    def _is_name_word(self, index: int) -> bool:
        token = self.phrases.tokens[index]
        return token.word and (token.capital or token.lower in self.phrases.grammar.particles)

    def _is_known(self, name: Mention) -> bool:
        if name.kind is not MentionKind.NAME:
            return False
        words = tuple(t.text for t in self.phrases.tokens[name.name_start : name.name_end])
        return any(person.sure for person in self.phrases.people.called(words))

    def _is_role(self, mention: Mention) -> bool:
        words = self.phrases.tokens[mention.start : mention.end]
        return any(token.lower in self.phrases.grammar.roles for token in words)
