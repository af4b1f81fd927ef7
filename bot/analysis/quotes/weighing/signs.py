"""a candidate and the scene of a quotation -> the signs by which the candidate is weighed."""

from bisect import bisect_left
from collections.abc import Iterator
from math import log1p

from bot.analysis.quotes.doubts.namings import Naming
from bot.analysis.quotes.weighing.candidates import Candidate, Kind
from bot.analysis.quotes.weighing.scene import Scene
from bot.analysis.speakers.nouns import is_plural
from bot.analysis.speakers.people import Person
from bot.model import QuoteKind

BY_RULES = "named by the rules"
Signs = dict[str, float]
"""What is seen, each by its name: 1 where it is so, for a number its share of the most."""

IS = {kind: f"is {kind}" for kind in Kind}
LATE = 8
"""So many of those who were quoted last are counted."""
BOUNDS = ((0, "here"), (1, "1 back"), (2, "2 back"), (5, "5 back"))
"""How many passages ago somebody was named, told by the first of these that it is within."""
RECENT = 3
"""Of this many who were spoken of last it is told in which order."""
FADED, STEP = -8.0, 4.0
"""The least that prominence counts, and what counts as 1 of it."""
MANY = 40
"""So many namings count as 1, on a logarithmic scale."""
LONGEST = 3
"""An epithet of somebody known has hardly more words."""
FOR_OTHERS = ("porte-parole", "portavo", "spokes", "sprecher", "vocer")
"""So begin the nouns for whoever speaks for others, who is seldom named."""
FEW, LONG = 4, 12
"""Fewer words are a short quotation, more of them a long one."""


def signs_of(candidate: Candidate, scene: Scene) -> Signs:
    """All that tells for a candidate or against."""
    seen = [IS[candidate.kind], *_of_naming(candidate, scene), *_of_speaking(candidate, scene)]
    if scene.mention or scene.gender:
        seen += _of_words(candidate, scene)
    if candidate.person:
        seen += _of_person(candidate.person, scene)
    signs = dict.fromkeys(seen, 1.0)
    if times := scene.spoke.get(candidate.speaker.name):
        signs["share of what was said"] = times / len(scene.said)
    signs["named often"] = log1p(min(len(candidate.namings), MANY)) / log1p(MANY)
    if candidate.person:
        worth = scene.worths.get(candidate.person, FADED)
        signs["prominent"] = max(FADED, worth) / STEP
    return signs


def _of_naming(candidate: Candidate, scene: Scene) -> Iterator[str]:
    """Where the text names a candidate last."""
    span, namings = scene.finding.span, candidate.namings
    passages = scene.around.passages
    middle, end = bisect_left(namings, (span.start,)), bisect_left(namings, (span.end,))
    last = namings[middle - 1] if middle else None
    behind = namings[end] if end < len(namings) else None
    if last and last.passage == scene.passage:
        yield "named before it in its sentence"
        if scene.colon:
            yield "named before its colon"
    elif behind and behind.passage == scene.passage:
        yield "named behind it in its sentence"
    if behind and passages[behind.passage].paragraph == scene.paragraph:
        yield "named behind it in its paragraph"
    if last is None:
        yield "not named before"
        if behind:
            yield f"first named {_how_far(behind.passage - scene.passage)}"
        return
    yield f"named {_how_far(scene.passage - last.passage)}"
    paragraphs = scene.paragraph - passages[last.passage].paragraph
    if paragraphs < 2:
        yield "named in its paragraph" if paragraphs == 0 else "named in the paragraph before"
    if namings[0].passage == 0:
        yield "named in the headline"
    if _opens(last, candidate, scene):
        yield "opens a sentence"


def _how_far(passages: int) -> str:
    return next((told for bound, told in BOUNDS if passages <= bound), "far back")


def _opens(naming: Naming, candidate: Candidate, scene: Scene) -> bool:
    """Whether a sentence begins with the name, or with a noun and its article."""
    tokens, first = scene.around.passages[naming.passage].tokens, naming.token
    while first and tokens[first - 1].capital:
        first -= 1
    return not first or (candidate.kind is Kind.NOUN and first < RECENT)


def _of_speaking(candidate: Candidate, scene: Scene) -> Iterator[str]:
    """What the candidate has said before."""
    name, said, told = candidate.speaker.name, scene.said, scene.told
    if said and said[-1].name == name:
        last = said[-1]
        yield "spoke last"
        if last.paragraph == scene.paragraph:
            yield "spoke last in this paragraph"
        elif scene.opens:
            yield "spoke last and a paragraph opens"
        if last.paragraph < scene.paragraph - 1:
            yield "spoke last long ago"
        if last.passage == scene.passage:
            yield "spoke last in this sentence"
    elif len(said) > 1 and said[-2].name == name:
        yield "spoke last but one"
    if name in scene.spoke:
        yield "has spoken"
    if told and told.name == name:
        yield "was told last to say something"
        if told.paragraph in (scene.paragraph, scene.paragraph - 1):
            here = told.paragraph == scene.paragraph
            yield f"was told so in {'this' if here else 'the last'} paragraph"
    elif told and told.speaker:
        yield "another was told last to say something"


def _of_person(person: Person, scene: Scene) -> Iterator[str]:
    """What is known of a candidate of the register."""
    if person in scene.recent[:RECENT]:
        yield f"spoken of {scene.recent.index(person) + 1}. last"
    elif person in scene.worths:
        yield "spoken of lately"
    if person in scene.new:
        yield "spoken of since"
    if person.surname in scene.quoted:
        yield "named in the words"
    if person.gender:
        yield "gender known"
    if person.role:
        yield "role known"
    if person.speaks:
        yield "beside a verb of saying somewhere"
    if person.kin is not None:
        yield "a relative"
    if len(person.name) == 1:
        yield "a single name"


def _of_words(candidate: Candidate, scene: Scene) -> Iterator[str]:
    """How a candidate fits the words with which the text tells who speaks."""
    mention, person = scene.mention, candidate.person
    if scene.gender:
        fits = "unknown" if not candidate.gender else "right"
        yield f"gender {fits if candidate.gender in (None, scene.gender) else 'wrong'}"
    if mention is None:
        return
    if candidate.kind is not Kind.WORDS:
        first = scene.around.passages[scene.passage].tokens[mention.start].start
        nearest = bisect_left(candidate.namings, (first,))
        within = candidate.namings[nearest : nearest + 1]
        if within and within[0].passage == scene.passage and within[0].token < mention.end:
            last = within[0].token == mention.end - 1
            yield "ends these words" if last else "named in these words"
    if not scene.words:
        return
    if candidate.kind is not Kind.WORDS and not scene.words.isdisjoint(candidate.words):
        yield "shares a word"
    if person in scene.bearers:
        yield "has this role"
    elif person and person.role_words:
        yield "has another role"
    if any(bearer is not person for bearer in scene.bearers):
        yield "another has this role"
    if candidate.speaker.name in scene.kindred:
        yield "is of this kind"
    if candidate.kind is Kind.WORDS:
        yield from _of_phrase(scene, mention.start, mention.end)


def _of_phrase(scene: Scene, start: int, end: int) -> Iterator[str]:
    """What kind of words stand there, as those of somebody without a name."""
    grammar, tokens = scene.grammar, scene.around.passages[scene.passage].tokens[start:end]
    article = tokens[0].lower
    owned = any(token.lower in grammar.possessives or token.lower == "'s" for token in tokens)
    if owned:
        yield "somebody's"
    elif article in grammar.definites or article in grammar.demonstratives:
        yield "definite"
    else:
        yield "new"
    if not scene.nouns:
        yield "no noun for somebody"
    elif grammar.language != "de" and is_plural(scene.nouns[0]):
        yield "several"
    if any(token.lower.startswith(FOR_OTHERS) for token in tokens):
        yield "speaks for others"
    if end - start > LONGEST:
        yield "in many words"
    if grammar.language != "de" and any(token.capital for token in tokens):
        yield "with a name"


def signs_of_nobody(scene: Scene) -> Signs:
    """What tells that nobody says it, or that the text does not settle who."""
    mixed = scene.finding.kind is QuoteKind.MIXED
    seen = {
        "nobody": True,
        f"nobody in {scene.grammar.language}": True,
        f"nobody in a {'clause' if mixed else 'sentence'}": True,
        "nobody, and a paragraph opens": scene.opens,
        "nobody, and it stands alone": scene.alone,
        "nobody before": not scene.said,
        "nobody in few words": len(scene.quoted) < FEW,
        "nobody in many words": len(scene.quoted) > LONG,
        "nobody, and it ends as a sentence": scene.ending in ".!?,",
    }
    return {name: 1.0 for name, true in seen.items() if true}


def signs_of_choice(scene: Scene, candidate: Candidate | None) -> Iterator[str]:
    """That the rules name a candidate, or nobody (None)."""
    kind, language = candidate.kind if candidate else "nobody", scene.grammar.language
    yield BY_RULES
    yield f"{BY_RULES} in {language}"
    yield f"{BY_RULES}, {kind}"
    yield f"{BY_RULES}, {kind}, in {language}"
