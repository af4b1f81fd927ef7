"""the company, the union -> which body of the text is meant."""

from collections.abc import Collection, Iterable, Sequence

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
GENERAL |= {"compañía", "empresa", "firma", "grupo"}
"""English and Spanish nouns that say little of what a body is: a bank is a company, too."""
ANY = GENERAL | LARGE
COMPANY = frozenset(("board", "boss", "ceo", "chair", "chairman", "chief", "customers", "profits"))
COMPANY |= {"revenue", "sales", "shareholders", "shares", "stock", "subsidiary", "turnover"}
"""English nouns for what a company has."""
SHARED = frozenset(("inc", "inc.", "ltd", "plc", "shareholders", "shares", "stock"))
SHARES = frozenset(("investor", "shares", "stake", "stock"))
"""English words that stand behind, or before, the name of a company."""


def body_in(name: Name, tokens: Sequence[Token], grammar: Grammar) -> Speaker | None:
    """The body that a name is: Halden Tide Center; Institute for Harbour Studies.

    None where no word tells that it is one.
    """
    start, end = name.first, name.end
    if grammar.drops_subjects:
        kinds = frozenset[str]().union(*grammar.bodies_named.values())
        told = tokens[name.start].lower in kinds or tokens[end - 1].lower in kinds
        end = whole_end(tokens, end, grammar)
        return speaker_in(tokens[name.start : end]) if told else None
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


def whole_end(tokens: Sequence[Token], end: int, grammar: Grammar) -> int:
    """Where the Spanish name of a body ends with whose it is: Comité de Remo | de la Ría Ulla |."""
    while end + 1 < len(tokens) and tokens[end].lower in grammar.owning:
        last = end + 1
        while last + 1 < len(tokens) and tokens[last].lower in grammar.definites:
            last += 1
        if not tokens[last].capital:
            break
        end = last
        while end < len(tokens) and tokens[end].capital:
            end += 1
    return end


def kinds_of(name: Name, tokens: Sequence[Token], grammar: Grammar) -> frozenset[str]:
    """The nouns before a name that tell what it is: the defence firm Brevo; Autobauer Brevo.

    Also what stands before them: banking giant Brevo; a bank, Brevo. In Spanish: la firma Brevo.
    """
    if grammar.language == "de":
        noun = _german_kind(name, tokens, grammar)
        return frozenset((noun,)) if noun else frozenset()
    end = name.start - (name.start > 0 and tokens[name.start - 1].text == ",")
    first = max(0, end - 2)
    if grammar.drops_subjects:
        return grammar.bodies.intersection(t.lower for t in tokens[first:end] if t.text.islower())
    if grammar.language != "en":
        return frozenset()
    kind = tokens[end - 1] if end else None
    if kind and (end == 1 or kind.text.islower()) and _is_body(kind.lower, grammar):
        return frozenset(token.lower for token in tokens[first:end])
    if name.end + 1 >= len(tokens):
        return frozenset()
    if tokens[name.end].text == "," and tokens[name.end + 1].lower in grammar.articles:
        return _apposed_kinds(tokens, name.end + 2, grammar)
    return frozenset(("company",)) if _trades(name, tokens) else frozenset()


def _is_body(noun: str, grammar: Grammar) -> bool:
    return noun in grammar.bodies or noun in LARGE


def _apposed_kinds(tokens: Sequence[Token], start: int, grammar: Grammar) -> frozenset[str]:
    """The nouns behind an English name that tell what it is: Brevo, an | online retailer, ..."""
    words: list[str] = []
    for token in tokens[start : start + NEAREST]:
        if not token.word or token.lower in grammar.closed:
            break
        words.append(token.lower)
    return frozenset(words if words and _is_body(words[-1], grammar) else ())


def _trades(name: Name, tokens: Sequence[Token]) -> bool:
    """Whether an English name is a company's: shares in Brevo; Brevo's chairman; Brevo shares."""
    behind = tokens[name.end].lower
    if behind == "'s":
        return tokens[name.end + 1].lower in COMPANY
    led = name.start > 1 and tokens[name.start - 1].lower in ("in", "of")
    return behind in SHARED or (led and tokens[name.start - 2].lower in SHARES)


def _german_kind(name: Name, tokens: Sequence[Token], grammar: Grammar) -> str:
    """The noun with which the name of a German body begins: bei der Reederei Brevo; or "".

    Only where a clause or a preposition tells that no noun ends before: hat der Verein | Mühe.
    """
    noun, start = tokens[name.start].lower, name.start - 1
    if name.end - name.start == 1 or tokens[name.start + 1].lower in grammar.speakers:
        return ""
    owned = start >= 0 and tokens[start].lower == "des"
    while start >= 0 and tokens[start].lower in grammar.determiners:
        start -= 1
    before = tokens[start] if start >= 0 else None
    opens = before is None or not before.word or before.lower in grammar.prepositions
    noun = noun.removesuffix("s") if owned else noun
    return noun if (opens or owned) and noun.endswith(_kinds(grammar)) else ""


def _kinds(grammar: Grammar) -> tuple[str, ...]:
    """How German nouns for bodies end."""
    return tuple(grammar.bodies.union(*grammar.bodies_named.values()))


def _may_mean(head: str, words: Iterable[str], grammar: Grammar) -> bool:
    """Whether a German noun may stand for a body of these words: der Konzern, for Autobauer Brevo.

    Where they do not tell what it is, only a noun for a company or a club.
    """
    told = [word for word in words if word.endswith(_kinds(grammar))]
    fitting = (head, *grammar.bodies_named.get(head, ()))
    return any(word.endswith(fitting) for word in told) if told else head not in grammar.authorities


def find_kind(memory: Memory, head: str, place: int, grammar: Grammar) -> Speaker | None:
    """The one name before which the text has told what it is: of banking giant Brevo, the bank.

    For a noun that says little of it, of several the one of which it has just done so.
    """
    if head not in grammar.bodies:
        return None
    if grammar.language == "de":
        known = (body for _, body, kinds in memory.kinds if _may_mean(head, kinds, grammar))
        bodies = {body.name: body for body in known}
        return next(iter(bodies.values())) if len(bodies) == 1 else None
    general = head in GENERAL
    fitting = {
        body.name: (where, body) for where, body, kinds in memory.kinds if _is_kind(head, kinds)
    }
    if general and len(fitting) > 1:
        fitting = {name: one for name, one in fitting.items() if one[0] >= place - FRESH}
    return next(iter(fitting.values()))[1] if len(fitting) == 1 else None


def _is_kind(head: str, kinds: Collection[str]) -> bool:
    """Whether what a body was told to be fits the noun: a shipping company, for the firm."""
    general = head in GENERAL
    return any(kind.startswith(head) or (general and kind in ANY) for kind in kinds)


def find_body(
    memory: Memory, head: str, tokens: Sequence[Token], grammar: Grammar
) -> Speaker | None:
    """The named body spoken of last, for a noun that stands for one: the company.

    Not for a body with a name of its own: the Halden Association. In English more than one word,
    as in "the law firm", means only a body that has spoken.
    """
    if head not in grammar.bodies or any(_names(t, head, grammar) for t in tokens):
        return None
    if grammar.drops_subjects and any(t.lower in grammar.owning for t in tokens):
        return None  # el sindicato del sector
    bodies = [
        body
        for body in memory.bodies
        if grammar.authorities.isdisjoint(body.phrase) and not _is_other(body, head, grammar)
    ]
    if grammar.drops_subjects:
        others = {body.name for _, body, kinds in memory.kinds if not _is_kind(head, kinds)}
        bodies = [body for body in bodies if body.name not in others]
    if grammar.language == "en" and len(tokens) > 1:
        bodies = [body for body in bodies if body.name in memory.voices]
    return bodies[-1] if bodies and _is_named(bodies[-1], grammar) else None


def _is_named(body: Speaker, grammar: Grammar) -> bool:
    """Whether a body has a name of its own; in German, where every noun is written large."""
    return grammar.language != "de" or body.name.lower().split()[-1] not in grammar.speakers


def _is_other(body: Speaker, head: str, grammar: Grammar) -> bool:
    """Whether a name tells that its body is none of these: for an institute, the Port Authority."""
    if grammar.language == "de":
        return not _may_mean(head, body.phrase, grammar)
    kinds = grammar.bodies_named.get(head, frozenset())
    nouns = frozenset[str]().union(*grammar.bodies_named.values()) - GENERAL
    told = nouns.intersection(body.phrase)
    wide = head in GENERAL and not grammar.drops_subjects
    return not wide and bool(kinds and told) and kinds.isdisjoint(told)


def find_named(memory: Memory, head: str, place: int, grammar: Grammar) -> Speaker | None:
    """The one body just named whose name tells what it is: of the Halden Tide Center, the agency.

    A name may also hold the noun itself, wherever it was told: the Halden Institute, the institute.
    None where two such bodies were named.
    """
    kinds = grammar.bodies_named.get(head, frozenset())
    near = [body for where, body in memory.named[-NEAREST:] if where >= place - 1]
    fitting = {body for body in near if not kinds.isdisjoint(_telling(body, grammar))}
    fitting = fitting or {body for _, body in memory.named if kinds and head in body.phrase}
    return fitting.pop() if len(fitting) == 1 else None


def _telling(body: Speaker, grammar: Grammar) -> Sequence[str]:
    """The words of a name that tell what its body is: the last; in Spanish any."""
    return body.phrase if grammar.drops_subjects else body.phrase[-1:]


def _names(token: Token, head: str, grammar: Grammar) -> bool:
    """Whether a word belongs to a name: la Federación de Remo; the Halden Association."""
    if grammar.language == "en":
        return token.capital
    return grammar.language in ("es", "fr") and token.capital and token.lower != head
