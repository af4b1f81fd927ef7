"""a quotation -> the clauses put inside its marks: « Nous partons, a dit Roe, dès demain. »"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.analysis.lexicon import read_words
from bot.analysis.quotes.stretches import Stretch
from bot.analysis.speakers.grammar import Grammar
from bot.model import Span

INCISE_WORD = re.compile(r"[^\W\d_]+['’]|[^\W\d_]+(?:-[^\W\d_]+)*")
LOOSE = re.compile(r"(?<=\w)[ -]t['’-](?=(?:il|elle)s?\b)")
"""What many write between a verb and its pronoun: a t-il, a-t'elle."""
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
      | (?:l['’]|la[ ]|le[ ]|une?[ ]|(?P<all>les[ ]))?(?P<office>[\w-]+)    # l'entraîneur de Valmy
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
LONGEST_LEAD, LONGEST_ASIDE = 8, 4
"""So many words may lead to the subject of an inserted clause, and make an aside in it."""
ADVERBIAL = ("ment", "mente")
LONGEST_INCISE = 220
"""An inserted clause with more characters than this is taken for a part of the quotation."""
LONE = re.compile(r"[^\W\d_]+[ \u00a0][^\W\d_]+[,.;]")
BARE_INCISE = re.compile(r"[,?!…][ \u00a0]([^\W\d_]+)(?=[.,;][ \u00a0])")


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
        lead = LOOSE.sub("-t-", text[start : start + 80])
        words = INCISE_WORD.findall(lead)[:LONGEST_LEAD]
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
        if stop >= end or text[stop] != "," or not _tells_more(text, (start, stop, end), grammar):
            return stop


def _tells_more(text: str, places: tuple[int, int, int], grammar: Grammar) -> bool:
    """Whether an inserted clause goes on behind a comma, with what is told of its speakers."""
    start, comma, end = places
    if further := FURTHER.match(text, comma, end):
        office = further["office"]
        if further["all"]:  # disent Ana Roc et Luc Roy, les bergers du bief
            return " et " in text[start:comma] and office.lower() in grammar.speakers
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
    behind = _behind_asides(lowers, first + 1, grammar)
    if verb in HELPING:
        if behind >= len(lowers) or lowers[behind] in grammar.cues:
            return behind < len(lowers)
        return _is_only_inserted(lowers[behind], words[behind + 1 :], grammar)
    if (verb, pronoun) == ("dit", "on"):
        return False  # people say
    if pronoun:
        alone = pronoun in ("t-il", "t-elle") and len(words) <= first + 1
        return (alone or verb in grammar.cues) and pronoun in INVERTED
    if not pronoun and _is_only_inserted(verb, words[behind:], grammar):
        return True
    known = verb in grammar.cues or (reflexive and verb.endswith(("e", "ait", "ent")))
    return known and behind < len(words) and _is_subject(words[behind:], grammar)


def _is_only_inserted(verb: str, subject: Sequence[str], grammar: Grammar) -> bool:
    """Whether a verb that takes words nowhere else has somebody behind it: a revu | Ana Roy."""
    if not subject or verb not in read_words(grammar.language, "insertions"):
        return False
    article = subject[0].lower().replace("’", "'") in grammar.determiners
    speaks = any(word in grammar.speakers for word in subject[1:2])
    return subject[0][0].isupper() or (article and speaks)


def _behind_asides(words: Sequence[str], start: int, grammar: Grammar) -> int:
    """Behind what stands between a verb and its subject: estime | de son côté | Ana Roy."""
    while start < len(words):
        if words[start] in grammar.times or words[start].endswith(ADVERBIAL):
            start += 1
            continue
        ends = range(min(start + LONGEST_ASIDE, len(words)), start, -1)
        found = next((n for n in ends if " ".join(words[start:n]) in grammar.interruptions), 0)
        if not found:
            return start
        start = found
    return start


def _is_subject(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether the words begin with a name or a noun phrase; in Spanish one for who speaks."""
    if words[0][0].isupper():
        return True
    if words[0].lower().replace("’", "'") not in grammar.determiners:
        return False
    return not grammar.drops_subjects or any(word in grammar.speakers for word in words[1:2])
