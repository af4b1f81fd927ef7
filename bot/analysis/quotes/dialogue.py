"""text -> what is spoken in it without quotation marks: the turns of an interview.

Also the clauses that French puts inside its marks: « Nous partons, a dit Roe, dès demain. »
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.analysis.quotes.stretches import Stretch
from bot.analysis.speakers.grammar import Grammar
from bot.model import Span

TURN = re.compile(
    r"""
    \s*
    (?:
      (
          [^\W\d_a-z](?:[^\W\d_a-z]|[.'’-])*                 # A; J.R.; HS-M
          (?:[ ][^\W\d_a-z](?:[^\W\d_a-z]|[.'’-])*){0,4}     # JANE ROE
        | [^\W\d_a-z][\w.'’-]+(?:[ ][^\W\d_a-z][\w.'’-]+){1,3}  # Jane Roe
        | [^\W\d_a-z][\w'’-]+                                 # Roe; Antwort
      )[ \u00a0\u202f]?:
      | (P(?:regunta)?|R(?:espuesta)?)[.]                    # as Spanish papers have it
    )
    [ \u00a0]+(?=\S)
    """,
    re.VERBOSE,
)
QUESTIONS = frozenset(("F", "Q", "P", "Question", "Frage", "Pregunta"))
ANSWERS = frozenset(("A", "R", "Réponse", "Antwort", "Respuesta"))

INCISE_WORD = re.compile(r"[^\W\d_]+['’]|[^\W\d_]+(?:-[^\W\d_]+)*")
INCISE_END = re.compile(
    r"""
      [,;](?=\s)
    | (?<!\bM)(?<!\bMM)(?<!\bMe)(?<!\bDr)(?<!\bPr)[.](?=\s)  # M. Roy
    | $
    """,
    re.VERBOSE,
)
DASHED_INCISE = re.compile(
    r"""
      [ \u00a0][—–][ \u00a0]?([^\W\d_]+)[ \u00a0][^—–«»]{1,160}[—–](?!\w)
    | [ \u00a0]-([^\W\d_]+)[ \u00a0][^—–«»]{1,160}?\w-(?=[.,;:]?[ \u00a0])  # -dijo Roca-
    """,
    re.VERBOSE,
)
FURTHER = re.compile(
    r"""
    ,[ \u00a0](?:
        [^\W\d_a-z][\w'’-]+(?:[ ](?:[Ll]e[ ]|de[ ]|d['’])?[^\W\d_a-z][\w'’-]+)+  # Ana Le Roy
      | (?:[\w'’]+[ ]){1,3}(?:à[ ]la[ ]main|aux[ ]lèvres|dans[ ]la[ ]voix|sous[ ]le[ ]bras)
      | (?:(?:la|les|le|l['’])[ ]?)(?:yeux|voix|regard|sourire|air|gorge|bras|ton|mine|poing)\b
      | (?:qui|dont|où|âgée?)\b                            # Ana Roy, qui dirige la ville
      | \d+[ \u00a0]ans
      | (?:l['’]|la[ ]|le[ ]|une?[ ])?(?P<office>[\w-]+)    # l'entraîneur de Valmy
    )
    """,
    re.VERBOSE,
)
CIRCUMSTANCE = re.compile(
    r"""
    ,[ \u00a0](?:après|auprès|au[ ]micro|devant|en[ ]marge|lors|à[ ]l['’]issue
      |(?:(?:encore|visiblement|très|presque)[ ])?\w+ée?)\b
    (?:[^.,;?!»]*,)?[^.,;?!»]*[.][ \u00a0](?=[A-ZÀ-Ý«])  # up to a sentence of the quotation
    """,
    re.VERBOSE,
)
HELPING = frozenset(("a", "ont", "avait", "avaient", "est", "sont"))
HEARERS = frozenset(("lui", "leur", "m'", "me", "nous"))
INVERTED = frozenset(("il", "elle", "t-il", "t-elle", "ils", "elles", "on", "t-on"))

ENDS = ".!?…"
FEWEST_TURNS = 2
"""How often one of the labels of a conversation comes at least."""
LONGEST_INITIALS = 5
LONGEST_INCISE = 160
"""An inserted clause with more characters than this is taken for a part of the quotation."""


def find_turns(text: str, paragraphs: Sequence[Span]) -> tuple[tuple[int, Span, Span], ...]:
    """The turns of an interview or a transcript: paragraph number, label, words.

    A label counts where its neighbour has another one and some label comes twice, or where the
    article has both Q and A. A label of one word is a name that stands elsewhere as well, or
    comes twice and answers a question.

    >>> text = "Q: Why?\\nA: We were late.\\nNote: read on."
    >>> paragraphs = (Span(0, 7), Span(8, 24), Span(25, 39))
    >>> [(label.of(text), words.of(text)) for _, label, words in find_turns(text, paragraphs)]
    [('Q', 'Why?'), ('A', 'We were late.')]
    """
    found = []
    for number, place in enumerate(paragraphs):
        if match := TURN.match(text, place.start, place.end):
            end = match.end() + len(text[match.end() : place.end].rstrip())
            label = Span(*match.span(match.lastindex or 0))
            found.append((number, label, Span(match.end(), end)))
    beside = {number: label.of(text) for number, label, _ in found}
    often = Counter(beside.values())
    asking = {label.of(text) for _, label, words in found if text[words.end - 1] == "?"}
    repeated = {label for label in often if asking and often[label] >= FEWEST_TURNS}
    surnames = _surnames(text, found)
    found = [
        turn
        for turn in found
        if turn[1].of(text) in repeated | surnames or _is_speaker(turn[1].of(text), text)
    ]
    labels = {number: label.of(text) for number, label, _ in found}
    own = {label: _last(label) if _last(label) in surnames else label for label in often}
    counts = Counter(own[label] for label in labels.values())
    interview = not QUESTIONS.isdisjoint(counts) and not ANSWERS.isdisjoint(counts)
    script = len(often) > 1 and max(counts.values(), default=0) >= FEWEST_TURNS
    asked = {number for number in labels if _is_asked(text, paragraphs, number, labels)}

    def answers(number: int) -> bool:
        """Whether the paragraph before or behind has another label."""
        label = labels[number]
        near = {beside.get(number - 1), beside.get(number + 1)} - {None, label}
        if len(asked) >= FEWEST_TURNS and (number in asked or (is_short(label) and "." in label)):
            return True
        lone = not label.isupper() and " " not in label
        if lone and (counts[own[label]] < FEWEST_TURNS or asking <= {label}):
            return False  # Place: Halden
        return script and bool(near)

    return tuple(
        turn
        for turn in found
        if answers(turn[0]) or (interview and labels[turn[0]] in QUESTIONS | ANSWERS)
    )


def _surnames(text: str, turns: Sequence[tuple[int, Span, Span]]) -> frozenset[str]:
    """The last words of the longer labels of sentences: MAYOR JANE ROE: We are. ... ROE: No."""
    sentences = (label.of(text) for _, label, words in turns if text[words.end - 1] in ENDS)
    return frozenset(_last(label) for label in sentences if " " in label)


def _last(label: str) -> str:
    return label.rpartition(" ")[2]


def _is_asked(
    text: str, paragraphs: Sequence[Span], number: int, labels: Mapping[int, str]
) -> bool:
    """Whether the paragraph before is a question without a label."""
    if not number or number - 1 in labels:
        return False
    return paragraphs[number - 1].of(text).rstrip().endswith("?")


def _is_speaker(label: str, text: str) -> bool:
    """Whether a label can be somebody: J.R.; ROE, if Jane Roe stands somewhere; not: VERDICT."""
    initials = is_short(label) and not label.isalpha()
    if initials or len(label.split()) > 1 or label in QUESTIONS | ANSWERS:
        return True
    return re.search(rf"\b{re.escape(label.capitalize())}\b(?!:)", text) is not None


def askers(text: str, turns: Sequence[tuple[int, Span, Span]]) -> frozenset[str]:
    """The labels of whoever only asks: an outlet, or initials; no name of a person.

    >>> text = "The Post: Why?\\nJ.R.: For pay.\\nThe Post: Why not?"
    >>> paragraphs = (Span(0, 14), Span(15, 29), Span(30, 48))
    >>> sorted(askers(text, find_turns(text, paragraphs)))
    ['The Post']
    """
    words: defaultdict[str, list[str]] = defaultdict(list)
    for _, label, spoken in turns:
        words[label.of(text)].append(spoken.of(text))
    return frozenset(
        label
        for label, spoken in words.items()
        if (label.startswith("The ") or is_short(label))
        and len(spoken) >= FEWEST_TURNS
        and all(turn.endswith("?") for turn in spoken)
    )


def is_short(label: str) -> bool:
    """Whether a label is nothing but initials: J.R., HS-M."""
    compact = label.replace(". ", ".")
    return label.isupper() and len(compact) <= LONGEST_INITIALS and " " not in compact


def split_incises(text: str, stretch: Stretch, grammar: Grammar) -> Iterator[Stretch]:
    """A French or Spanish quotation without the clause that is inserted in it.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> text = "« Nous partons, explique Ana Roy, dès demain. »"
    >>> stretch = Stretch(Span(2, 45), Span(0, 47), 0)
    >>> [part.inner.of(text) for part in split_incises(text, stretch, read_grammar("fr"))]
    ['Nous partons', 'dès demain.']
    """
    incise = _find_incise(text, stretch.inner, grammar)
    if incise is None:
        yield stretch
        return
    first, last = stretch.inner, stretch.inner
    yield replace(
        stretch,
        inner=Span(first.start, incise.start),
        outer=Span(stretch.outer.start, incise.start),
        continues=False,
    )
    rest = text[incise.end : last.end].lstrip(" ,.;:\u00a0")
    if any(map(str.isalnum, rest)):
        begin = last.end - len(rest)
        inner, outer = Span(begin, last.end), Span(begin, stretch.outer.end)
        yield replace(stretch, inner=inner, outer=outer, resumes=True)


LONE = re.compile(r"[^\W\d_]+[ \u00a0][^\W\d_]+[,.;]")
BARE_INCISE = re.compile(r"[,?!…][ \u00a0]([^\W\d_]+)(?=[.,;][ \u00a0])")


def _find_incise(text: str, inner: Span, grammar: Grammar) -> Span | None:
    """The clause ", a déclaré Roe," in a quotation, its first comma left out.

    Also between dashes: «Iremos —dijo Roe— mañana».
    """
    for match in DASHED_INCISE.finditer(text, inner.start, inner.end):
        if (match[1] or match[2]).lower() in grammar.cues:
            return Span(*match.span())
    if grammar.drops_subjects:
        for match in BARE_INCISE.finditer(text, inner.start, inner.end):
            if match[1] in grammar.cues:
                return Span(match.start() + (text[match.start()] != ","), match.end())
    if grammar.language not in ("es", "fr"):
        return None
    for match in re.finditer(r"(?:[,?!…]|(?<=\w))[ \u00a0](?=\w)", text[inner.start : inner.end]):
        start = inner.start + match.start()
        if text[start] not in ",?!…":
            continue
        words = INCISE_WORD.findall(text[start : start + 60])[:5]
        if not words or not _is_inserted_verb(words, grammar):
            continue
        if words[0].lower() in HELPING and LONE.match(text, start + 2, inner.end):
            continue  # les élus, en mairie, ont juré, hier encore, que ...
        stop = _incise_end(text, start, min(inner.end, start + LONGEST_INCISE + 1), grammar)
        if stop - start <= LONGEST_INCISE:
            return Span(start + (text[start] != ","), stop)
    return None


def _incise_end(text: str, start: int, end: int, grammar: Grammar) -> int:
    """Where the inserted clause ends, what it tells of the speaker's office included."""
    stop = start
    while True:
        found = INCISE_END.search(text, stop + 1, end)
        stop = found.start() if found else end
        if stop >= end or text[stop] != "," or not _tells_more(text, stop, end, grammar):
            return stop


def _tells_more(text: str, comma: int, end: int, grammar: Grammar) -> bool:
    """Whether an inserted clause goes on behind a comma, with what is told of its speaker."""
    if further := FURTHER.match(text, comma, end):
        office = further["office"]
        if office is None or office.lower() in grammar.roles:
            return True
    return CIRCUMSTANCE.match(text, comma, end) is not None


def _is_inserted_verb(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether the words begin a clause with the verb before its subject: s'indigne Ana Roy."""
    lowers = [word.lower().replace("’", "'") for word in words]
    reflexive = lowers[0] in grammar.reflexives
    first = int(reflexive or lowers[0] in HEARERS)
    if first + 1 >= len(lowers):
        return False
    verb, _, pronoun = lowers[first].partition("-")
    if verb in HELPING:
        return lowers[first + 1] in grammar.cues
    if (verb, pronoun) == ("dit", "on"):
        return False  # people say
    if pronoun:
        alone = pronoun in ("t-il", "t-elle") and len(words) <= first + 1
        return (alone or verb in grammar.cues) and pronoun in INVERTED
    known = verb in grammar.cues or (reflexive and verb.endswith(("e", "ait", "ent")))
    return known and _is_subject(words[first + 1 :], grammar)


def _is_subject(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether the words begin with a name or a noun phrase; in Spanish one for who speaks."""
    if words[0][0].isupper():
        return True
    if words[0].lower().replace("’", "'") not in grammar.determiners:
        return False
    return not grammar.drops_subjects or any(word in grammar.speakers for word in words[1:2])
