"""the subject of a sentence that says nothing -> whom "she", "it" or "they" may mean next."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.compounds import find_gender
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import Name, behind_age, holds_speaker, is_given
from bot.analysis.speakers.people import Gender
from bot.analysis.speakers.phrases import QUANTITIES, Mention
from bot.analysis.speakers.resolve.bodies import find_body, whole_end
from bot.analysis.speakers.resolve.epithets import Epithets
from bot.analysis.speakers.resolve.heads import find_head, is_several
from bot.analysis.speakers.resolve.memory import Memory, Theme
from bot.analysis.speakers.resolve.speaker import Speaker, speaker_in
from bot.analysis.speakers.tokens import Token

BEFALLING = frozenset(("died", "drowned", "fell", "needed", "received", "suffered", "sustained"))
SPEAKS_FOR = "spokes"
"""So begin the nouns for whoever speaks for others: spokeswoman."""


@dataclass(frozen=True, slots=True)
class Themes:
    """Keeps in mind who is no person of the register and has not spoken yet."""

    memory: Memory
    grammar: Grammar
    epithets: Epithets

    def keep(self, mention: Mention, tokens: Sequence[Token], place: int) -> None:
        """Keep in mind whom a phrase that is the subject of the passage ``place`` is about."""
        words = tokens[mention.start : mention.end]
        if self._tells_of_name(mention, tokens):
            return
        if len(words) == 1 and gestures(tokens, mention.end, self.grammar):
            self.memory.theme = Theme(place, speaker_in(words), None)
            return
        suffers = self._suffers(tokens, mention.end) and not _speaks_for_others(words)
        verb = tokens[mention.end].lower if mention.end < len(tokens) else ""
        end = whole_end(tokens, mention.end, self.grammar)
        body = tokens[mention.start : end] if self.grammar.drops_subjects else words
        self._keep_body(body, place, verb.endswith("en") or verb in ("sind", "waren"))
        self._keep_human(words, place, suffers)

    def carry_on(self, tokens: Sequence[Token], place: int) -> None:
        """Keep somebody nameless in mind of whom a passage goes on to tell: Man half ihm auf.

        In German and French: Il a fui.
        """
        grammar, theme = self.grammar, self.memory.theme
        french = grammar.language == "fr"
        if theme is None or theme.place != place - 1 or not (french or grammar.language == "de"):
            return
        he, she = (grammar.masculine, grammar.feminine) if french else (grammar.his, grammar.hers)
        words = she if theme.gender is Gender.FEMININE else he
        if (theme.gender or french) and any(token.lower in words for token in tokens):
            self.memory.theme = theme._replace(place=place)

    def _suffers(self, tokens: Sequence[Token], verb: int) -> bool:
        """Whether an English verb tells what befell its subject: A man was held; A boy died."""
        grammar = self.grammar
        if grammar.inverts or verb >= len(tokens):
            return False
        word = tokens[verb].lower
        return word in grammar.passives or word in grammar.auxiliaries or word in BEFALLING

    def _keep_human(self, words: Sequence[Token], place: int, suffers: bool) -> None:
        """Keep in mind a nameless human being whom a sentence is about: Der Zeuge schwieg.

        Somebody whom something befell is not who speaks next; of several, some may be.
        """
        article, grammar = words[0].lower, self.grammar
        bare = article not in grammar.determiners
        if bare and len(words) == 1 and words[0].text.isupper():
            return  # a heading
        names = grammar.language != "de" and len(words) == 2 and words[1].capital
        if names and article in grammar.definites:
            return  # l'Illinois
        if self.epithets.points_to_speaker(words):
            return  # el de Brea
        small = not words[0].capital and grammar.language != "en"
        if bare and (grammar.language == "de" or small):
            return  # Mädchen: where a plural looks like one; , taxista jubilado
        led = article in grammar.determiners and article not in QUANTITIES
        words = behind_age(list(words[led:])) or words
        nameless = speaker_in(words)
        gender = self.epithets.gender(article, nameless.phrase)
        if gender is None and grammar.language == "de":
            gender = find_gender(nameless.phrase, grammar)  # ein Landwirt
        owned = article in grammar.possessives and gender is not None
        new = grammar.inverts or owned or article == "one" or article in grammar.indefinites
        speaks = new or _speaks_for_others(words)
        if grammar.language == "de" and find_head(nameless.phrase, grammar) not in grammar.roles:
            return  # der Streit der Wirte
        several = self._is_several(nameless, article)
        if grammar.language == "de" and nameless.phrase[-1] in grammar.generic:
            known = self.epithets.bearer(place, article, nameless.phrase[-1])
            nameless = known if known and not known.person else nameless  # der Mann
        if several or (speaks and not suffers and nameless.is_one_human(grammar)):
            self.memory.theme = Theme(place, nameless, gender, several)

    def _is_several(self, nameless: Speaker, article: str) -> bool:
        """Whether a phrase is about several people: las vecinas, dozens of swimmers."""
        if self.grammar.inverts:
            return article.endswith("s") or article in self.grammar.plurals
        return is_several(nameless, self.grammar)

    def _keep_german(self, words: Sequence[Token], place: int, several: bool) -> None:
        """Keep in mind a body that a German pronoun may mean: Die Behörde prüft. Sie sagt: ..."""
        body = speaker_in(words[1:] or words)
        if several or body.is_one_human(self.grammar):
            return
        gender = self.epithets.gender(words[0].lower)
        self.memory.theme = Theme(place, body, gender)

    def _keep_body(self, words: Sequence[Token], place: int, several: bool) -> None:
        """Keep in mind a named body: Le Syndicat des dockers a fait grève; Norland stayed away."""
        grammar = self.grammar
        if grammar.language == "en":
            body = speaker_in(words[words[0].lower in grammar.definites :] or words)
            if body.name[0].isupper() and not any(word in grammar.roles for word in body.phrase):
                self.memory.topic = (place, body)
            elif known := find_body(self.memory, body.phrase[-1], words[-1:], grammar):
                self.memory.topic = (place, known)  # The firm grew. It said ...
        small = any(word.text.islower() for word in words[1:]) or len(words) == 2
        if grammar.language == "de" and not holds_speaker(words, grammar):
            return  # die Ziele: every noun is written large
        if grammar.language == "de" and words[0].lower in grammar.definites:
            self._keep_german(words, place, several)
        led = words[0].lower in grammar.definites
        body = speaker_in(words[led:] or words)
        named = grammar.inverts and grammar.bodies and small and led and body.is_body(grammar)
        if named or (grammar.drops_subjects and self._is_name(words[led:], alone=not led)):
            self.memory.bodies.append(body)

    def keep_name(self, name: Name, tokens: Sequence[Token], place: int) -> None:
        """Keep one word in mind that opens a Spanish sentence, as a firm does: Norlux creció."""
        grammar, verb = self.grammar, tokens[name.end : name.end + 1]
        alone = place and not name.start and name.end == 1
        acts = bool(verb) and verb[0].text.islower() and verb[0].lower not in grammar.closed
        if alone and acts and not is_given(tokens[0].text, grammar):
            self.memory.bodies.append(speaker_in(tokens[:1]))

    def _is_name(self, words: Sequence[Token], *, alone: bool) -> bool:
        """Whether Spanish words are a name: el | Banco Brea; Radio Ulla; not, if alone: Ulla."""
        grammar = self.grammar
        if not words or not (words[0].capital and words[-1].capital):
            return False
        nouns = {word.lower for word in words if not word.capital}
        lowers = {word.lower for word in words}
        if any(noun in grammar.speakers for noun in nouns) or lowers & grammar.coordinators:
            return False  # el jefe de Brea; Ulla y Brea
        if is_given(words[0].text, grammar) or any(word in grammar.roles for word in lowers):
            return False
        return len(words) > 1 or not alone or words[0].text.isupper()

    def _tells_of_name(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Whether the phrase is put beside a name: A baker, Roe left; he met Roe, a baker."""
        before, behind = tokens[: mention.start][-2:], tokens[mention.end : mention.end + 2]
        if len(behind) > 1 and behind[0].text == "," and behind[1].capital:
            return True
        named = len(before) > 1 and before[1].text == "," and before[0].capital
        named = named and not tokens[mention.end - 1].text.isupper()  # En Brea, el SAU calló
        timed = named and self.grammar.language == "en" and before[0].lower in self.grammar.times
        return named and not timed


def gestures(tokens: Sequence[Token], end: int, grammar: Grammar) -> bool:
    """Whether an English name ends before a verb that only people do: Roe | shrugged."""
    name, verb = tokens[end - 1], tokens[end : end + 1]
    named = grammar.language == "en" and name.capital and name.lower not in grammar.closed
    return named and bool(verb) and verb[0].lower in grammar.gestures


def _speaks_for_others(words: Sequence[Token]) -> bool:
    """Whether a phrase is about a spokeswoman, a spokesman, a spokesperson."""
    return any(token.lower.startswith(SPEAKS_FOR) for token in words[:3])
