"""tokens -> verbs of saying: whether a word is one here, and in which form."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.quotes.infinitives import says_infinitive
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.lights import LIGHT, NO_LIGHT, light_verb
from bot.analysis.speakers.tokens import NO_QUOTE, Token

NOUNS = frozenset(
    (
        "answers",
        "claims",
        "comments",
        "demands",
        "estimates",
        "notes",
        "posts",
        "reports",
        "shares",
        "states",
    )
)
"""English plurals that are verbs of saying too; "of" or "will" behind them tells of nouns."""

JUDGED = ("i", "ie", "is", "it", "ite", "its", "u", "ue", "us", "é", "ée", "ées", "és")
"""Endings of French participles."""
SEVERAL = frozenset(("many", "several", "some", "these", "those"))
"""English words before a plural, behind which an "s" ends no verb."""
FINDING = frozenset(("fand", "fanden", "finden", "findet", "las", "lesen", "liest"))
"""German verbs that say nothing with "sich": Dort findet sich das Wort „...“."""
ATTRIBUTE = 8
"""So many tokens stand between a German article and the participle before its noun."""
ABLE = frozenset(("puede", "pudo"))
"""Spanish verbs that only tell what somebody might say."""
PARTICIPLES = ("ado", "ido")
"""Endings of Spanish participles, which are nouns too: el acusado."""


@dataclass(slots=True)
class Verbs:
    """Reads the verbs of one passage; in a ``headline`` they are written large."""

    tokens: Sequence[Token]
    grammar: Grammar
    headline: bool = False

    def says(self, index: int) -> bool:
        """Whether the token is a verb that takes what is said as a clause: he said that ..."""
        known = self.tokens[index].lower in self.grammar.cues or self._is_parted(index)
        return (known and self._is_verb(index)) or self._is_led(index)

    def utters(self, index: int, near: bool = False) -> bool:
        """Whether the token is a verb that takes somebody's words in any way.

        ``near``: its place, right beside the words, lets it be a mere gesture: she smiled.
        """
        lower, grammar = self.tokens[index].lower, self.grammar
        known = lower in grammar.verbs or self._is_parted(index)
        known = known or (near and (lower in grammar.gestures or self._is_phrasal(index)))
        known = known or (lower in grammar.putting and self._has_it(index))
        if (known and self._is_verb(index)) or self._is_led(index):
            return True
        if lower not in LIGHT.get(grammar.language, NO_LIGHT):
            return False  # most words
        return light_verb(self.tokens, index, grammar) < index  # il a fait part de

    def _is_led(self, index: int) -> bool:
        """Whether another Spanish verb leads to an infinitive of saying: quiso | aclarar que."""
        lower, grammar = self.tokens[index].lower, self.grammar
        if not grammar.drops_subjects or index < 1 or not lower.endswith("r"):
            return False
        before = self.tokens[index - 1].lower
        if before == "a" and index > 1:
            before = self.tokens[index - 2].lower
        led = before in grammar.leaders and before not in ABLE
        return led and says_infinitive(lower, grammar)

    def _is_parted(self, index: int) -> bool:
        """Whether a German verb in two stands here: stellte Roe (SPD) gestern | fest."""
        tokens, parts = self.tokens, self.grammar.parted.get(self.tokens[index].lower)
        if not parts:
            return False  # most words
        ends = {tokens[self._last(index)].lower}
        if index and tokens[index - 1].text == "," and len(tokens) > index + 2:
            ends.add(tokens[-2].lower)  # ..., führte Roe, die Wirtin, gestern | aus.
        return any(not ends.isdisjoint(part[1:]) for part in parts)

    def _is_phrasal(self, index: int) -> bool:
        """Whether an English verb in two stands here: "...," she | went on."""
        after = tuple(token.lower for token in self.tokens[index + 1 : index + 2])
        verbs = self.grammar.phrasals.get(self.tokens[index].lower, ())
        return any(verb[1:] == after for verb in verbs)

    def _last(self, index: int) -> int:
        """The last token of the German clause in which the verb stands."""
        tokens, end = self.tokens, index + 1
        while end < len(tokens) and (
            tokens[end].word or tokens[end].text in "()-" or tokens[end].quote != NO_QUOTE
        ):
            if tokens[end].lower in self.grammar.coordinators and tokens[end - 1].text.islower():
                break
            end += 1
        return end - 1

    def _is_another(self, index: int) -> bool:
        """Whether a word at the end makes another verb of it: Das Gesetz sieht | vor, ..."""
        last = self._last(index)
        if last <= index or self.tokens[last].lower not in self.grammar.severable:
            return False
        parts = self.grammar.parted.get(self.tokens[index].lower, ())
        return all(self.tokens[last].lower not in part[1:] for part in parts)

    def _has_it(self, index: int) -> bool:
        """Whether "it" follows: as Roe put it."""
        after = self.tokens[index + 1].lower if index + 1 < len(self.tokens) else ""
        return after in self.grammar.things

    def is_supposed(self, index: int) -> bool:
        """Whether the verb only tells what would be: would respond."""
        return index > 0 and self.tokens[index - 1].lower in self.grammar.modals

    def is_stance(self, index: int) -> bool:
        """Whether the verb judges its object: praised, described."""
        return self.tokens[index].lower in self.grammar.stances

    def is_participle(self, index: int) -> bool:
        """Whether the verb has no subject of its own: adding, saying; ajoutant."""
        return self.tokens[index].lower.endswith("ant" if self.grammar.language == "fr" else "ing")

    def is_passive(self, index: int) -> bool:
        """Whether a form of "be" stands before the participle: was also described."""
        grammar, before = self.grammar, index - 1
        if grammar.language == "fr" and index > 1 and self.is_stance(index):  # est jugé « absurde »
            told = self.tokens[index].lower.endswith(JUDGED)
            if told and self.tokens[before].lower in grammar.beings:
                return self.tokens[before - 1].lower not in grammar.reflexives
        after = self.tokens[index + 1 : index + 2] if grammar.language == "de" else ()
        if any(token.lower in grammar.passives for token in after):
            return True  # Vorgeworfen wird ihr „...“; wie es genannt wird
        while before >= 0:
            lower = self.tokens[before].lower
            if lower in grammar.passives:
                return not self.is_participle(index)
            if lower not in grammar.auxiliaries and not lower.endswith("ly"):
                return False
            before -= 1
        return False

    def leads_up(self, start: int, verb: int) -> bool:
        """Whether an article and a noun or two lead up to the verb: the pony neighed."""
        tokens, grammar = self.tokens, self.grammar
        if tokens[start].lower not in grammar.articles or not 2 <= verb - start <= 4:
            return False
        if grammar.language == "de" and not tokens[verb - 1].capital:
            return False
        words = tokens[start + 1 : verb]
        helps = grammar.auxiliaries if grammar.inverts else grammar.passives
        if any(token.lower in helps for token in words):
            return False
        return all(token.word and token.lower not in grammar.closed for token in words)

    def leads_on(self, verb: int, following: int) -> bool:
        """Whether a colon leads from the verb to what follows: «Sí», el edil contestó: «No»."""
        colon = following - 1
        romance = self.grammar.language in ("es", "fr")
        return romance and verb == colon - 1 and self.tokens[colon].text == ":"

    def is_sourced(self, start: int, verb: int) -> bool:
        """Whether the verb stands in a source of its own: el «caos» de la sala, según dijo Roca."""
        romance = self.grammar.language in ("es", "fr")
        words = (token.lower for token in self.tokens[start + 1 : verb])
        return romance and any(word in self.grammar.accordings for word in words)

    def is_finite(self, verb: int) -> bool:
        """Whether a Spanish verb of saying is no participle that stands alone: preguntado por."""
        if not self.grammar.drops_subjects or not self.says(verb):
            return False
        helped = verb > 0 and self.tokens[verb - 1].lower in self.grammar.auxiliaries
        return helped or not self.tokens[verb].lower.endswith(PARTICIPLES)

    def opens_clause(self, verb: int) -> bool:
        """Whether "that" follows a Spanish verb: insistió en que ...; dijo que ..."""
        behind = [token.lower for token in self.tokens[verb + 1 : verb + 3]]
        if behind and behind[0] in self.grammar.prepositions:
            behind = behind[1:]
        return self.grammar.drops_subjects and behind[:1] == ["que"]

    def _is_verb(self, index: int) -> bool:
        """Whether the word is a verb here and no noun: not "the claims", not "of reports"."""
        token, grammar = self.tokens[index], self.grammar
        dashed = grammar.drops_subjects and index > 0 and self.tokens[index - 1].text in "-–—"
        opens = not index or self.headline or dashed  # «...» - Dijo Roca
        if token.quote != NO_QUOTE or (token.capital and not opens):
            return False
        before = self.tokens[index - 1].lower if index else ""
        if before in grammar.infinitives or (before == "by" and token.lower.endswith("ing")):
            return True  # to say; by saying
        if grammar.language == "de" and self._is_german_other(index):
            return False
        if index > 1 and (self._is_owned(index) or self._is_described(index)):
            return False
        after = self.tokens[index + 1].lower if index + 1 < len(self.tokens) else ""
        if before == "en" and token.lower.endswith("ant") and after in (":", "qu'", "que"):
            return True  # en rappelant que
        if token.lower.endswith("s") and before in SEVERAL:
            return False  # those calls
        if token.lower in NOUNS and (
            after == "of" or after in grammar.modals or after in grammar.passives
        ):
            return False  # the posts of her friend; Alpine states will gather
        if after == "," and token.lower in grammar.stances and grammar.language == "en":
            return False  # the main issues, from A to B
        if token.lower + "s" in grammar.verbs and after in grammar.roles:
            return False  # the state president
        being = grammar.language == "fr" and before in grammar.beings  # reste critique : « ... »
        if (being or after in grammar.cues) and token.lower in grammar.roles:
            return False  # the former champion said
        if grammar.drops_subjects and token.lower.endswith(PARTICIPLES):
            helped = any(
                t.lower in grammar.auxiliaries for t in self.tokens[max(0, index - 3) : index]
            )
            noun = index > 0 and self.tokens[index - 1].text.islower()
            noun = noun and before not in grammar.closed and not self.is_stance(index)
            if not helped and (noun or after in grammar.coordinators):
                return False  # un barco añadido; que panadera y cartero bailaron
        owned = before in grammar.determiners and before not in grammar.speakers
        if index > 1 and self.tokens[index - 2].lower == "of":
            owned = False  # the mother of two said
        if before == "leur" and index > 1:
            subject = self.tokens[index - 2]  # il leur demande; Ida Roc leur demande
            return subject.lower in grammar.pronouns or (subject.capital and index > 2)
        if owned and self._has_object(index):
            return True
        return not owned and before not in grammar.linkers

    def _is_german_other(self, index: int) -> bool:
        """Whether a German word like a verb of saying is a participle, or another verb."""
        after = self.tokens[index + 1].lower if index + 1 < len(self.tokens) else ""
        found = self.tokens[index].lower in FINDING and after in self.grammar.reflexives
        return found or self._tells_of_noun(index) or self._is_another(index)

    def _tells_of_noun(self, index: int) -> bool:
        """Whether a German participle stands before its noun: die in Oslo | geforderten Mittel."""
        tokens, grammar = self.tokens, self.grammar
        after = tokens[index + 1 : index + 2]
        if not after or not after[0].capital or not tokens[index].lower.endswith(("e", "en")):
            return False
        for start in range(index - 2, max(-1, index - ATTRIBUTE), -1):
            if not tokens[start].word:
                return False
            if tokens[start].lower in grammar.determiners:
                return tokens[start + 1].lower in grammar.prepositions
        return False

    def _is_described(self, index: int) -> bool:
        """Whether an English noun stands here, behind an adjective: the essential question."""
        before, article = self.tokens[index - 1], self.tokens[index - 2].lower
        grammar, lower = self.grammar, self.tokens[index].lower
        if grammar.language != "en":
            return False
        if before.lower == "conference" and lower == "call":
            return True
        if article not in grammar.articles:
            return False
        plain = lower + "s" in grammar.verbs and before.word and before.text.islower()
        return plain and before.lower not in grammar.speakers

    def _is_owned(self, index: int) -> bool:
        """Whether a noun stands here: Roe's writing; a "mad" offer."""
        before, owner = self.tokens[index - 1], self.tokens[index - 2]
        if before.quote != NO_QUOTE:
            return not self.grammar.inverts and owner.lower in self.grammar.articles
        if before.lower != "'s" or owner.lower in self.grammar.pronouns:
            return False
        lower = self.tokens[index].lower
        noun = lower in NOUNS or lower + "s" in self.grammar.verbs  # Roe's claims; Roe's call
        return noun or (owner.capital and self.is_participle(index))

    def _has_object(self, index: int) -> bool:
        """Whether a French or Spanish "the" before the verb is its object: Roc la juge « ... »."""
        tokens, grammar = self.tokens, self.grammar
        if grammar.language not in ("es", "fr") or index < 2 or index + 1 >= len(tokens):
            return False
        subject, after = tokens[index - 2], tokens[index + 1]
        named = subject.word or subject.quote != NO_QUOTE or subject.text == ","
        small = subject.lower in grammar.closed and subject.lower not in grammar.pronouns
        small = small or subject.lower in grammar.verbs
        leads = after.quote != NO_QUOTE or after.lower in grammar.comparisons
        return named and not small and leads and tokens[index - 1].lower in grammar.definites
