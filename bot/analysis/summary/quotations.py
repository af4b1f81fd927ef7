"""Sentences -> the quotations that run across them, so that none is cut open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from bot.analysis.lexicon import read_words
from bot.model import Sentence

CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』"}
STRAIGHT = '"'
SINGLE = "'"
SPOKEN = "‘"  # a single mark that opens what somebody says, not an apostrophe
BEFORE_SPEECH = (": ", ", ")
OPENS_BEHIND = ("", " ", "\u00a0", "\n", "(", "[", "—", "–", "-", "'", "‘", "“")

MARK = re.compile(
    r"""
    [“”„«»‹›「」『』"'‘’]                           # first, as this is searched for fast
    (?: (?<=[“”„«»‹›「」『』])
      | (?<=") (?: (?<!\d") | (?=[\s.,;:!?)]|$) )  # behind a digit and before a letter: an inch
      | (?<=') '
      | (?<=['‘]) (?<![\w.,!?…'’].) (?=\w) (?!\d0s|(?:em|til|cause|n|tis)\b)  # no '90s, no 'em
      | (?<=[.,!?…"”\w]['’]) (?!['’\w])           # closes, or is the apostrophe of a plural
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


PAIRED = re.compile(
    r"""
    [“„«"「'‘]                                                 # first, as above
    (?: (?<=“) [^“”]* ” | (?<=„) [^„“”]* [“”] | (?<=«) [^«»]* » | (?<=") [^"]* "
      | (?<=「) [^「」]* 」
      | (?<=['‘]) (?<![\w.,!?…].) (?=\w) [^"“”]*? [.,!?…]['’](?!\w)  # 'We slept,'
    )
    """,
    re.VERBOSE,
)
CLOSES = re.compile(r"[”»\"」]|(?<=[.,!?…])['’](?!\w)")
OPENS = re.compile(r"(?:^|(?<=[\s(—–]))(?:[“„«\"‘'](?=\S)|[«\"](?=\s\w))|「")

DASHED = re.compile(r"[—–][ \u00a0\u202f]?(?=[^\W\d_])")  # opens what is spoken: – Nie
BETWEEN_DASHES = re.compile(r"[ \u00a0\u202f,.?!…][—–][ \u00a0]?(?=[^\W\d_A-ZÀ-ÞА-Я])")
TURN = re.compile(r"[QAFR]: ")  # of one who asks or answers, whose words have no marks
CLAUSE = re.compile(r"[,?!…][ \u00a0](?=[^\W\d_])")


@dataclass(slots=True)
class Bond:
    """How a sentence stands to the quotations around it.

    A quotation is open where the sentence begins (``before``), where it ends (``after``), or its
    marks find no partner in the paragraph (``broken``).
    """

    before: bool = False
    after: bool = False
    broken: bool = False


def find_bonds(text: str, sentences: tuple[Sentence, ...]) -> tuple[Bond, ...]:
    """The bond of each sentence. A mark without a partner costs its paragraph, not the article.

    >>> from bot.analysis.sentences import split_sentences
    >>> text = "She rose. “It held. We slept,” she said.\\n\\n“No end. None at all."
    >>> for bond in find_bonds(text, split_sentences(text, "en")): print(bond)
    Bond(before=False, after=False, broken=False)
    Bond(before=False, after=True, broken=False)
    Bond(before=True, after=False, broken=False)
    Bond(before=False, after=False, broken=True)
    Bond(before=False, after=False, broken=True)
    """
    bonds: list[Bond] = []
    for _, paragraph in groupby(sentences, key=lambda sentence: sentence.paragraph):
        bonds.extend(_bind([sentence.span.of(text) for sentence in paragraph]))
    return tuple(bonds)


def _bind(paragraph: list[str]) -> list[Bond]:
    if TURN.match(paragraph[0]):
        return [Bond(broken=True) for _ in paragraph]
    bonds = [Bond() for _ in paragraph]
    if DASHED.match(paragraph[0]):
        for bond, following in pairwise(bonds):
            bond.after = following.before = True
        return bonds
    opened: list[tuple[str, int]] = []  # marks that are open, and the sentence of each
    for number, kind, opens in _find_marks(paragraph, opened):
        if opens:
            opened.append((kind, number))
        elif opened and kind in (opened[-1][0], *CLOSED_BY.get(opened[-1][0], "")):
            _, first = opened.pop()
            for place in range(first, number):
                bonds[place].after = bonds[place + 1].before = True
        elif kind != SINGLE:
            bonds[number].broken = True
    for kind, first in opened:
        if kind != SINGLE:  # more often an apostrophe than a quotation left open
            for bond in bonds[first:]:
                bond.broken = True
    return bonds


def _find_marks(
    paragraph: list[str], opened: list[tuple[str, int]]
) -> Iterator[tuple[int, str, bool]]:
    """(sentence, kind, whether it opens) of each quotation mark; ``opened`` is kept by the caller.

    >>> list(_find_marks(['He said "no" to her.'], []))
    [(0, '"', True), (0, '"', False)]
    >>> list(_find_marks(["She said: 'We slept.", "The 'old pier fell."], []))
    [(0, '‘', True), (1, "'", True)]
    """
    for number, sentence in enumerate(paragraph):
        for match in MARK.finditer(sentence):
            mark, before, after = (
                match.group(),
                sentence[match.start() - 1 : match.start()],
                sentence[match.end() : match.end() + 1],
            )
            if mark in (STRAIGHT, "''"):
                opens = before in OPENS_BEHIND and bool(after.strip())
                if before.isspace() and after.isspace():  # as French typewriters set it: " Non "
                    opens = all(kind != STRAIGHT for kind, _ in opened)
                yield number, STRAIGHT, opens
            elif mark in ("'", "‘", "’"):
                opens = mark != "’" and not before.isalnum() and after.isalnum()
                is_open = bool(opened) and opened[-1][0] in (SINGLE, SPOKEN)
                if opens and not is_open:
                    begins = sentence[: match.start()].endswith(BEFORE_SPEECH) or not before
                    yield number, SPOKEN if begins and after.isupper() else SINGLE, True
                elif is_open and not opens:
                    yield number, opened[-1][0], False
            elif opened and mark in CLOSED_BY.get(opened[-1][0], ""):
                yield number, mark, False
            else:
                yield number, mark, mark in CLOSED_BY and (mark != "»" or not before.strip())


def find_own_words(sentence: str, bond: Bond, language: str | None = None) -> str:
    """What a sentence says outside quotation marks, also those that open or close in another.

    Where a dash opens what is spoken, it is the clause of the verb of saying.

    >>> find_own_words("We slept,” she said.", Bond(before=True))
    ' she said.'
    >>> find_own_words("She said: “It held.", Bond(after=True))
    'She said: '
    >>> find_own_words("The pier is “shut”.", Bond())
    'The pier is  .'
    >>> find_own_words("– Vi går, men det tar tid, sier Roe.", Bond(), "no")
    ', sier Roe.'
    """
    own = _behind_speech(sentence, language) if DASHED.match(sentence) else sentence
    if bond.before:
        closing = CLOSES.search(own)
        own = own[closing.end() :] if closing else ""
    if bond.after:
        opening = [match.start() for match in OPENS.finditer(own)]
        own = own[: opening[-1]] if opening else ""
    return PAIRED.sub(" ", own)


def _behind_speech(sentence: str, language: str | None) -> str:
    """What stands behind the words that a dash opens, and tells who speaks them.

    >>> _behind_speech("– Nie wiem – powiedział Lis.", "pl")
    ' – powiedział Lis.'
    >>> _behind_speech("– Vi går, men det tar tid.", "no")
    ''
    """
    inserted = BETWEEN_DASHES.search(sentence, 1)
    if inserted:
        return sentence[inserted.start() :]
    verbs = frozenset(read_words(language or "", "incises"))
    clauses = [sentence[match.start() :] for match in CLAUSE.finditer(sentence)]
    said = (clause for clause in clauses if verbs.intersection(clause.lower().split()[:4]))
    return next(said, "")
