"""an infinitive -> whether it is that of a verb of saying, by the finite verbs that are known."""

from bot.analysis.speakers.grammar import Grammar


def says_infinitive(word: str, grammar: Grammar) -> bool:
    """Whether a French or Spanish infinitive is that of a verb of saying.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> says_infinitive("asegurar", read_grammar("es"))
    True
    >>> french = ("déclarer", "renchérir", "conclure", "répondre", "manger", "courir")
    >>> [says_infinitive(word, read_grammar("fr")) for word in french]
    [True, True, True, True, False, False]
    """
    if word in grammar.continuations or word in grammar.utterings:
        return True
    if word.endswith(("ar", "er")) and not grammar.cues.isdisjoint((word[:-1], f"{word[:-2]}ó")):
        return True
    if word.endswith(("ir", "re")) and grammar.language == "fr":
        finite = {f"{word[:-1]}t", f"{word[:-2]}t", word[:-2], f"{word[:-2]}e"}
        return not finite.isdisjoint(grammar.cues)  # renchérit, conclut, répond, offre
    return word.endswith(("er", "ir")) and f"{word[:-2]}e" in grammar.cues
