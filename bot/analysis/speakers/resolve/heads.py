"""a noun phrase -> the noun that says whom it is about: the founder of Halden Press -> founder."""

from collections.abc import Sequence

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.nouns import is_plural
from bot.analysis.speakers.phrases import QUANTITIES
from bot.analysis.speakers.resolve.speaker import Speaker

MODIFIERS = frozenset(("ancien", "ancienne", "antigua", "antiguo", "jeune", "joven"))
"""Adjectives that stand before a French or Spanish noun, and may be nouns themselves."""
CHIEFS = ("chef-", "cheffe-", "jefa-", "jefe-", "premier-", "première-")
LED = {word: word for word in ("diplomacia", "diplomatie", "ejecutivo", "estado", "exécutif")}
LED |= {word: word for word in ("cartera", "comunal", "gobierno", "gouvernement", "policial")}
LED |= {"entreprise": "entreprise", "etat": "état", "file": "file", "état": "état"}
LED |= {"magistrat": "magistrat", "magistrate": "magistrat", "édile": "magistrat"}
"""What a state or a government is called behind its head: le chef de l'Etat."""


def find_head(words: Sequence[str], grammar: Grammar) -> str:
    """The noun of a phrase in small letters, its article left off.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> find_head(("founder", "of", "halden", "press"), read_grammar("en"))
    'founder'
    >>> find_head(("técnico", "sevillano"), read_grammar("es"))
    'técnico'
    >>> find_head(("chef", "de", "l'", "etat"), read_grammar("fr"))
    'chef-état'
    """
    if chief := _chief(words):
        return chief
    ties = (index for index in range(1, len(words)) if words[index] in grammar.linkers)
    end = next(ties, len(words))
    if grammar.language in ("es", "fr"):  # where adjectives follow: el técnico sevillano
        nouns = [word for word in words[:end] if word in grammar.speakers]
        if not nouns and grammar.language == "fr":  # le socialiste vaudois
            parts = (part for word in words[:end] for part in (word, word.partition("-")[0]))
            nouns = [word for word in parts if word in grammar.epithets or word in grammar.roles]
        while len(nouns) > 1 and nouns[0] in MODIFIERS:
            nouns = nouns[1:]
        return nouns[0] if nouns else words[end - 1]
    if grammar.language == "de" and words[end - 1] not in grammar.speakers:
        return next((word for word in words[:end] if word in grammar.roles), words[end - 1])
    return words[end - 1].partition("-of-")[0] if end == len(words) else words[end - 1]


def _chief(words: Sequence[str]) -> str:
    """A French or Spanish head of a state or a government as one word: jefe-gobierno; or ""."""
    if f"{words[0]}-" not in CHIEFS:
        return ""
    led = next((word for word in words[1:] if word in LED), "")
    return f"{words[0]}-{LED[led]}" if led else ""


def is_several(speaker: Speaker, grammar: Grammar) -> bool:
    """Whether the words of a speaker are an English plural.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> grammar = read_grammar("en")
    >>> is_several(Speaker("residents of Halden", phrase=("residents", "of", "halden")), grammar)
    True
    >>> is_several(Speaker("the council", phrase=("council",)), grammar)
    False
    """
    head = find_head(speaker.phrase, grammar) if speaker.phrase else ""
    heads = speaker.phrase if head in QUANTITIES else (head,)
    return any(one == "people" or (is_plural(one) and one in grammar.speakers) for one in heads)
