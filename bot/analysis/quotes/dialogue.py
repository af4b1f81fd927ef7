"""text -> what is spoken in it without quotation marks: the turns of an interview."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

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
      | (P(?:regunta|REGUNTA)?|R(?:espuesta|ESPUESTA)?)[.][-–—]?  # as Spanish papers have it
    )
    [ \u00a0]+(?=\S)
    """,
    re.VERBOSE,
)
QUESTIONS = frozenset(("F", "Q", "P", "Question", "Frage", "PREGUNTA", "Pregunta"))
ANSWERS = frozenset(("A", "R", "Réponse", "Antwort", "RESPUESTA", "Respuesta"))


ENDS = ".!?…"
FEWEST_TURNS = 2
"""How often one of the labels of a conversation comes at least."""
LONGEST_INITIALS = 5


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
        shown = place.of(text)
        if ":" not in shown and shown.lstrip()[:1] not in ("P", "R"):
            continue  # most paragraphs
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
