"""the company, the union -> which body of the text is meant."""

from collections.abc import Sequence
from itertools import product

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import Name
from bot.analysis.speakers.resolve.memory import Memory
from bot.analysis.speakers.resolve.speaker import Speaker, speaker_in
from bot.analysis.speakers.tokens import Token

FRESH = 4
"""So many passages after it was told what a body is, "the firm" may mean it."""
NEAREST = 6
"""So many of the last names are looked at."""
LARGE = frozenset(("chain", "giant", "heavyweight", "lender", "maker", "start-up"))
"""English nouns for a body, behind the word for what it does: retail giant."""
GENERAL = frozenset(("company", "firm", "group", "organisation", "organization"))
"""English nouns that say little of what a body is: a bank is a company, too."""
ANY = GENERAL | LARGE
COMPANY = frozenset(("board", "boss", "ceo", "chair", "chairman", "chief", "customers", "profits"))
COMPANY |= {"revenue", "sales", "shareholders", "shares", "stock", "subsidiary", "turnover"}
"""English nouns for what a company has."""
SHARED = frozenset(("inc", "inc.", "ltd", "plc", "shareholders", "shares", "stock"))
SHARES = frozenset(product(("investor", "shares", "stake", "stock"), ("in", "of")))
"""English words that stand behind, or before, the name of a company."""


def body_in(name: Name, tokens: Sequence[Token], grammar: Grammar) -> Speaker | None:
    """The body that a name is: Halden Tide Center; Institute for Harbour Studies.

    None where no word tells that it is one.
    """
    start, end = name.first, name.end
    known = end - start > 1 and tokens[end - 1].lower in grammar.organisations
    if known and grammar.language != "en":
        return speaker_in(tokens[name.start : end])
    if not known and tokens[start].lower not in grammar.bodies_named:
        return None
    while end + 1 < len(tokens) and tokens[end].lower in ("for", "of") and tokens[end + 1].capital:
        end += 2
        while end < len(tokens) and tokens[end].capital:
            end += 1
    whole = known or end > name.end
    return speaker_in(tokens[name.start if known else start : end]) if whole else None


def kinds_of(name: Name, tokens: Sequence[Token], grammar: Grammar) -> frozenset[str]:
    """The English nouns before a name that tell what it is: the defence firm Brevo; a bank, Brevo.

    Also what stands before them: banking giant Brevo.
    """
    end = name.start - (name.start > 0 and tokens[name.start - 1].text == ",")
    if grammar.language != "en":
        return frozenset()
    first = max(0, end - 2)
    words = [t.lower for n, t in enumerate(tokens[first:end], first) if not n or t.text.islower()]
    kind = words[-1] if words and tokens[end - 1].lower == words[-1] else ""
    if kind in grammar.bodies or kind in LARGE:
        return frozenset(words)
    return _apposed_kinds(tokens[name.end :], grammar) or _trades(name, tokens)


def _apposed_kinds(behind: Sequence[Token], grammar: Grammar) -> frozenset[str]:
    """The nouns behind an English name that tell what it is: Brevo, an online retailer, ..."""
    if len(behind) < 2 or behind[0].text != "," or behind[1].lower not in grammar.articles:
        return frozenset()
    ends = (n for n in range(2, min(NEAREST, len(behind))) if not _goes_on(behind[n], grammar))
    words = [token.lower for token in behind[2 : next(ends, 2)]]
    known = bool(words) and (words[-1] in grammar.bodies or words[-1] in LARGE)
    return frozenset(words) if known else frozenset()


def _goes_on(token: Token, grammar: Grammar) -> bool:
    """Whether the word belongs to a noun phrase that an article opens."""
    return token.word and token.lower not in grammar.closed


def _trades(name: Name, tokens: Sequence[Token]) -> frozenset[str]:
    """That an English name is a company's: shares in Brevo; Brevo's chairman; Brevo shares."""
    before = tuple(token.lower for token in tokens[max(0, name.start - 2) : name.start])
    behind = [token.lower for token in tokens[name.end : name.end + 2]]
    owns = behind[:1] == ["'s"] and not COMPANY.isdisjoint(behind[1:])
    shared = before in SHARES or not SHARED.isdisjoint(behind[:1])
    return frozenset(("company",)) if owns or shared else frozenset()


def find_kind(memory: Memory, head: str, place: int, grammar: Grammar) -> Speaker | None:
    """The one name before which the text has told what it is: of banking giant Brevo, the bank.

    For a noun that says little of it, of several the one of which it has just done so.
    """
    if head not in grammar.bodies:
        return None
    general = head in GENERAL
    fitting = {
        body.name: (where, body)
        for where, body, kinds in memory.kinds
        if any(kind.startswith(head) or (general and kind in ANY) for kind in kinds)
    }
    if general and len(fitting) > 1:
        fitting = {name: one for name, one in fitting.items() if one[0] >= place - FRESH}
    return next(iter(fitting.values()))[1] if len(fitting) == 1 else None


def find_body(
    memory: Memory, head: str, tokens: Sequence[Token], grammar: Grammar
) -> Speaker | None:
    """The named body spoken of last, for a noun that stands for one: the company.

    Not for a body with a name of its own: the Halden Association. In English more than one word,
    as in "the law firm", means only a body that has spoken.
    """
    if head not in grammar.bodies or any(_names(t, head, grammar) for t in tokens):
        return None
    bodies = [
        body
        for body in memory.bodies
        if grammar.authorities.isdisjoint(body.phrase) and not _is_other(body, head, grammar)
    ]
    if grammar.language == "en" and len(tokens) > 1:
        bodies = [body for body in bodies if body.name in memory.voices]
    return bodies[-1] if bodies and _is_named(bodies[-1], grammar) else None


def _is_named(body: Speaker, grammar: Grammar) -> bool:
    """Whether a body has a name of its own; in German, where every noun is written large."""
    common = any(word in grammar.speakers for word in body.name.lower().split())
    return grammar.language != "de" or not common


def _is_other(body: Speaker, head: str, grammar: Grammar) -> bool:
    """Whether a name tells that its body is none of these: for an institute, the Port Authority."""
    kinds = grammar.bodies_named.get(head, frozenset())
    nouns = frozenset[str]().union(*grammar.bodies_named.values()) - GENERAL
    told = nouns.intersection(body.phrase)
    return head not in GENERAL and bool(kinds and told) and kinds.isdisjoint(told)


def find_named(memory: Memory, head: str, place: int, grammar: Grammar) -> Speaker | None:
    """The one body just named whose name tells what it is: of the Halden Tide Center, the agency.

    A name may also hold the noun itself, wherever it was told: the Halden Institute, the institute.
    None where two such bodies were named.
    """
    kinds = grammar.bodies_named.get(head, frozenset())
    near = [body for where, body in memory.named[-NEAREST:] if where >= place - 1]
    fitting = {body for body in near if body.phrase[-1] in kinds}
    fitting = fitting or {body for _, body in memory.named if kinds and head in body.phrase}
    return fitting.pop() if len(fitting) == 1 else None


def _names(token: Token, head: str, grammar: Grammar) -> bool:
    """Whether a word belongs to a name: la Federación de Remo; the Halden Association."""
    if grammar.language == "en":
        return token.capital
    return grammar.language in ("es", "fr") and token.capital and token.lower != head
