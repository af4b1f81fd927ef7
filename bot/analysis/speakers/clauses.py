"""tokens -> the order of a German clause: whether its subject stands behind the verb."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import People
from bot.analysis.speakers.tokens import NO_QUOTE, Token

ADVERBS = ("bar", "end", "gemäß", "haft", "ig", "isch", "lich", "los", "sam", "weise")
"""Endings of the German adverbs that begin a sentence, so that its subject follows the verb."""

MOOD = "iere"
"""So end German verbs in that mood: er präsentiere."""
RELATIVES = frozenset(("der", "die", "das", "welche", "welcher", "welches"))


def is_reported(token: Token, grammar: Grammar) -> bool:
    """Whether the token is a verb in the mood of reported speech: er habe, sie sei."""
    if token.capital:
        return False
    german = grammar.language == "de" and token.lower.endswith(MOOD)
    return token.lower in grammar.reported or german


def is_told(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a German main clause is in the mood of reported speech: Er habe | keine Wahl.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> def tells(text: str) -> bool:
    ...     grammar = read_grammar("de")
    ...     passage = split_passages(text, [Span(0, len(text))], [], grammar)[0]
    ...     return is_told(passage.tokens, grammar)
    >>> tells("Der Rat möge zahlen, bat sie"), tells("Roe hofft, der Rat möge zahlen")
    (True, False)
    """
    for token in tokens:
        if token.text in ",:;":
            return False
        if is_reported(token, grammar):
            return True
    return False


def focuses(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a German word only points at the noun behind: Auch | der Rat; not: Auch gestern."""
    if tokens[index].lower not in grammar.focusing or index + 2 >= len(tokens):
        return False
    behind, noun = tokens[index + 1 : index + 3]
    if behind.lower in grammar.times or noun.lower in grammar.times:
        return False
    article = behind.lower in grammar.determiners and behind.lower not in grammar.accusatives
    return article or behind.capital or behind.lower in grammar.focusing


@dataclass(slots=True)
class Clauses:
    """Reads clauses, German ones above all, in the tokens of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    people: People

    def is_passive(self, subject: int, verb: int) -> bool:
        """Whether a passive's helper stands between a subject and the verb; in German behind it."""
        if self.tokens[verb].lower.endswith("ing"):
            return False
        near = [*self.tokens[subject + 1 : verb]]
        if self.grammar.language == "de":
            near += self.tokens[verb + 1 : verb + 2]  # wie gering die Aussicht gesehen wird
        return any(token.lower in self.grammar.passives for token in near)

    def bracket(self, index: int, verb: int) -> int | None:
        """The auxiliary far before a German participle that ends a clause: Roe hat ihn gewarnt.

        Who is quoted is the subject of a passive: Roe wird mit den Worten zitiert.
        ``index`` is the token before the verb and what goes with it.
        """
        tokens, grammar = self.tokens, self.grammar
        if grammar.language != "de" or index < 0:
            return None
        if any(token.lower in grammar.brackets for token in tokens[index + 1 : verb]):
            return None  # Roe | hat ihn gewarnt
        after = tokens[verb + 1] if verb + 1 < len(tokens) else None
        if after and after.word and after.lower not in grammar.auxiliaries:
            return None
        quoted = tokens[verb].lower == "zitiert"
        while index >= 0 and (
            tokens[index].word or tokens[index].quote != NO_QUOTE or tokens[index].text in "-()"
        ):
            lower = tokens[index].lower
            begins = index > 0 and tokens[index - 1].text == ","  # „...“, habe Roe | gerufen
            helps = lower in grammar.brackets and (begins or lower not in grammar.reported)
            if helps or (quoted and lower in grammar.passives):
                return index
            index -= 1
        return None

    def closes(self, verb: int) -> int | None:
        """Where the subject of a clause begins that ends with the verb: während Roe ihn tadelte.

        Also with its auxiliary: wie Roe verraten hat. None where it is no such clause.
        """
        tokens, grammar = self.tokens, self.grammar
        end = verb + 1
        while end < len(tokens) and tokens[end].lower in grammar.brackets:
            end += 1
        if grammar.language != "de" or (end < len(tokens) and tokens[end].word):
            return None
        start = verb
        while start and (tokens[start - 1].word or self._is_paper(start - 1)):
            start -= 1
        led = start < verb - 1 and tokens[start].lower in grammar.subordinators
        return start + 1 if led else None

    def _is_paper(self, index: int) -> bool:
        """Whether the words in marks are a paper to which somebody speaks: dem „Kurier“ sagte."""
        article = self.tokens[index - 1].lower if index else ""
        return self.tokens[index].quote != NO_QUOTE and article in ("dem", "der", "zum", "zur")

    def relates(self, verb: int) -> int:
        """The comma before a German relative clause that the verb ends: Roe, die gern erzählt.

        0 where it is no such clause, or another is its subject: Roe, die Holm gern tadelt.
        """
        tokens, grammar = self.tokens, self.grammar
        end = verb + 1
        while end < len(tokens) and tokens[end].lower in grammar.brackets:
            end += 1
        if grammar.language != "de" or (end < len(tokens) and tokens[end].word):
            return 0
        start = verb
        while start and tokens[start - 1].word:
            start -= 1
        if start < 2 or start + 2 >= end or tokens[start - 1].text != ",":
            return 0
        if tokens[start].lower not in RELATIVES or not tokens[start - 2].word:
            return 0
        follows = tokens[start + 1]
        small = follows.lower in grammar.determiners or follows.lower in grammar.pronouns
        return 0 if small or follows.capital else start - 1

    def verb_of_main(self, limit: int) -> int:
        """The verb with which the main clause before ``limit`` begins, and "sich" behind it.

        Als es hell wurde, | fror Roe. 0 where the clause begins with anything else.
        """
        tokens, grammar = self.tokens, self.grammar
        start = limit
        while start and (tokens[start - 1].word or tokens[start - 1].quote != NO_QUOTE):
            start -= 1
        word = tokens[start].lower
        leads = tokens[0].lower in grammar.subordinators | grammar.prepositions
        verbal = word in grammar.finites or word in grammar.verbs or word.endswith("te")
        if not leads or not start or tokens[start - 1].text != "," or not verbal:
            return 0
        return start + (tokens[start + 1].lower in grammar.reflexives)

    def is_inverted(self, verb: int) -> bool:
        """Whether a German clause begins with something else, so that its subject follows."""
        tokens, grammar = self.tokens, self.grammar
        start = verb
        while start and (tokens[start - 1].word or tokens[start - 1].quote != NO_QUOTE):
            start -= 1
        while start + 1 < verb and focuses(tokens, start, grammar):
            start += 1
        first = tokens[start].lower
        follows = tokens[verb + 1].lower if verb + 1 < len(tokens) else ""
        if first in grammar.prepositions or first == "als" or first in grammar.accusatives:
            return True
        if tokens[verb - 1].lower == "zufolge":
            return True  # dem Wirt zufolge | droht
        if self.has_subject_behind(verb):
            return True
        if follows in grammar.pronouns:  # but: Roe nannte sie „...“; das Amt nannte es „...“
            return follows not in grammar.things and not self._is_somebody(verb - 1)
        if first in grammar.conjunctions or first in grammar.pronouns:
            return False
        if self.has_object_before(verb):
            return True
        adverb = start + 1 == verb and first.endswith(ADVERBS) and not self._is_somebody(start)
        opens = first in grammar.openers and first not in grammar.determiners
        return adverb or (opens and not self.people.called((tokens[start].text,)))

    def has_subject_behind(self, verb: int) -> bool:
        """Whether the word behind a German verb is its subject: die Rede nennt er; nennt der Rat.

        Behind "der" or "ein" only a man's office surely is one.
        """
        words = self.tokens[verb + 1 : verb + 4]
        article = words[0].lower if len(words) > 1 and self.grammar.language == "de" else ""
        if article not in ("der", "ein"):
            return bool(words) and words[0].lower in self.grammar.masculine
        noun = next((token.lower for token in words[1:] if token.capital), "")
        return noun in self.grammar.roles and not noun.endswith(("in", "n"))

    def has_object_before(self, verb: int) -> bool:
        """Whether a thing before a German verb is its object: Die Idee fand Ida Roe „schön“.

        "der" and "ein" stand before a subject.
        """
        start, words = verb, self.tokens[verb + 1 : verb + 3]
        while start and self.tokens[start - 1].word:
            start -= 1
        thing = self.tokens[verb - 1].capital and self.tokens[start].lower not in ("der", "ein")
        if self.grammar.language != "de" or not thing or len(words) < 2 or not words[0].capital:
            return False
        told = self.people.called((words[0].text,)) or self.people.called(
            (words[0].text, words[1].text)
        )
        named = any(self._is_somebody(index) for index in range(start, verb))
        return bool(told) and not named

    def _is_somebody(self, index: int) -> bool:
        token = self.tokens[index]
        return token.lower in self.grammar.speakers or bool(self.people.called((token.text,)))


def ends_said(tokens: Sequence[Token], cue: int, place: int, grammar: Grammar) -> bool:
    """Whether a German stretch ends what the verb says: Roe meinte, dass er ihn „mag“, ..."""
    behind = tokens[place + 1 : place + 3]
    if grammar.language != "de" or len(behind) < 2 or behind[0].text != ",":
        return False
    if behind[1].lower in grammar.comparisons:
        return False  # ..., wie sie es nennt
    commas = [index for index in range(cue, place) if not tokens[index].word]
    clause = len(commas) == 1 and tokens[commas[0] + 1].lower in grammar.complementizers
    return (clause or not commas) and not is_reported(tokens[cue], grammar)
