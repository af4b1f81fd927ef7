"""words before a figure -> the verb that governs it, and that verb's subject."""

from bot.analysis.figures.grammar.phrases import LONGEST, Phrase, phrase_before
from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, word_set

FARTHEST = 40
"""Words between a figure and its verb; what is farther apart is not read together."""


_RELATIVES = ("which", "who", "that")


_CLAUSE_ENDS = (";", ":", "(", "[", "while", "whereas", "when", "if", "because")
_VERB_PARTICLES = ("to", "not", "up", "down", "on", "off", "than")
_LINKS = ("of", "for", "in", "on", "to", "from", "at", "with", "between", "among", "across", "by")


def find_verb(passage: Passage, tags: list[Tag], index: int) -> int | None:
    """The nearest verb before a word within its clause.

    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> text = "Its shares rose 8% to 84.10 yuan"
    >>> find_verb(Passage(text, split_words(text)), tag_words(split_words(text)), 6)
    2
    """
    infinitive = None
    for place in range(index - 1, max(-1, index - FARTHEST), -1):
        tag, lower = tags[place], passage.lower(place)
        if lower in _CLAUSE_ENDS:
            return infinitive
        if lower in ("having", "being") or passage.lower(place - 1) in ("having", "being"):
            continue
        if tag is Tag.PARTICIPLE and _governs(passage, tags, place, index):
            return place
        if tag is Tag.AUXILIARY or (tag is Tag.VERB and not _is_infinitive(passage, place)):
            return place
        if tag is Tag.VERB and _has_own_subject(passage, tags, place):
            return place
        if tag is Tag.VERB:
            infinitive = place
    return infinitive


def _has_own_subject(passage: Passage, tags: list[Tag], place: int) -> bool:
    """Whether an infinitive has a subject that is another verb's object: "made the sea to rise"."""
    if place < 2:
        return True
    moves = word_set("en", "figure_rises") | word_set("en", "figure_falls")
    phrase = phrase_before(passage, tags, place - 1)
    if passage.lower(place) not in moves or not phrase:
        return False
    before = phrase[0] - 1
    while before > 0 and tags[before] is Tag.DETERMINER:
        before -= 1
    return before >= 0 and tags[before] is Tag.VERB


def _governs(passage: Passage, tags: list[Tag], place: int, index: int) -> bool:
    """Whether a word in -ing is the verb of a figure: "the crown going to $3"."""
    if place == 0 or tags[place - 1] not in NOMINAL or not passage.lower(place).endswith("ing"):
        return False
    light = (Tag.PREPOSITION, Tag.ADVERB, Tag.TIME, Tag.NUMBER, Tag.MARK)
    between = range(place + 1, index)
    return all(tags[k] in light or passage.lower(k) == "times" for k in between)


def _is_infinitive(passage: Passage, place: int) -> bool:
    """Like "to end at 5": the subject stands before the verb that this one hangs on."""
    return passage.lower(place - 1) == "to" and place > 1


def find_subject(passage: Passage, tags: list[Tag], verb: int) -> Phrase | None:
    """What does, or is, the thing that a verb says.

    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> def subject(text, verb):
    ...     passage = Passage(text, split_words(text))
    ...     found = find_subject(passage, tag_words(passage.words), verb)
    ...     return found and passage.slice(*found)
    >>> subject("Shares of the salt maker have quickly fallen 3%", 7)
    'Shares of the salt maker'
    >>> subject("Arvo, the biggest baker, is paying 5%", 6)
    'Arvo'
    >>> subject("It fell 5%", 1) is None
    True
    """
    end = _verb_group(passage, tags, verb)
    before = passage.lower(end - 1)
    if before in _RELATIVES:
        comma = passage.lower(end - 2) == ","
        return phrase_before(passage, tags, end - 1 - comma)
    if before == "," and end > 1:
        return _before_aside(passage, tags, end - 1)
    if before in ("and", "but", "or") and end > 1:
        earlier = find_verb(passage, tags, end - 1)
        return find_subject(passage, tags, earlier) if earlier is not None else None
    return phrase_chain(passage, tags, _before_bracket(passage, end))


def _verb_group(passage: Passage, tags: list[Tag], verb: int) -> int:
    """Where the words begin that make one verb: "have quickly fallen", "is expected to rise"."""
    first = verb
    while first > 0:
        tag, lower = tags[first - 1], passage.lower(first - 1)
        light = tag in (Tag.AUXILIARY, Tag.ADVERB) or lower in _VERB_PARTICLES
        chained = tag is Tag.VERB and tags[first] in (Tag.VERB, Tag.AUXILIARY)
        opens = tag in (Tag.VERB, Tag.PARTICIPLE) and passage.lower(first) == "to"
        if not (light or chained or opens):
            break
        first -= 1
    return first


def _before_bracket(passage: Passage, end: int) -> int:
    """Where the brackets open that close before a word: "Velox (VLX)"; else that word."""
    if end < 2 or passage.lower(end - 1) != ")":
        return end
    opened = (place for place in range(end - 1, 0, -1) if passage.lower(place) == "(")
    return next(opened, end)


def _before_number(passage: Passage, tags: list[Tag], end: int) -> int:
    """Where the phrase ends that a number narrows: "women aged 31 to 47", "a market worth $2bn"."""
    light = (Tag.NUMBER, Tag.PREPOSITION, Tag.ADVERB, Tag.MARK)
    start = end
    while start > 0 and end - start < 10 and tags[start - 1] in light:
        if passage.lower(start - 1) in (",", ";", ":", ")"):
            return end
        start -= 1
    narrowed = _narrows(passage, tags, start - 1) or passage.lower(start) == "worth"
    return start if narrowed else end


def _narrows(passage: Passage, tags: list[Tag], index: int) -> bool:
    """Whether a participle only narrows the noun before it: "a boat built in June"."""
    if index < 1 or tags[index] not in (Tag.VERB, Tag.PARTICIPLE):
        return False
    return tags[index - 1] in NOMINAL and not passage.lower(index).endswith("ing")


def _before_aside(passage: Passage, tags: list[Tag], comma: int) -> Phrase | None:
    """The phrase before ", the biggest baker,"; without such an aside, before the comma."""
    for place in range(comma - 1, max(0, comma - FARTHEST), -1):
        if passage.lower(place) == ",":
            return phrase_chain(passage, tags, place) or phrase_chain(passage, tags, comma)
    return phrase_chain(passage, tags, comma)


def phrase_chain(passage: Passage, tags: list[Tag], end: int) -> Phrase | None:
    """The noun phrase that ends before a word, with those that it hangs on: "price of oil in May".

    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> text = "The mean cost of a small boat built in June was high"
    >>> passage = Passage(text, split_words(text))
    >>> passage.slice(*phrase_chain(passage, tag_words(passage.words), 10))
    'mean cost of a small boat'
    """
    while end > 0 and (tags[end - 1] in (Tag.TIME, Tag.ADVERB) or passage.lower(end - 1) == ","):
        end -= 1
        if end and passage.lower(end - 1) in ("in", "on", "for", "of", "the", "a"):
            end -= 1
    if end > 0 and tags[end - 1] is Tag.NUMBER:
        end = _before_number(passage, tags, end)
    if _narrows(passage, tags, end - 1):
        end -= 1  # "a boat built in June": the verb narrows the noun
    last = phrase_before(passage, tags, end)
    if not last:
        return None
    chain = [last]
    while len(chain) < 5:
        before = _linked(passage, tags, chain[-1][0])
        if not before:
            break
        chain.append(before)
    head = chain[-1]
    for phrase in reversed(chain):
        if phrase[1] - head[0] <= LONGEST:
            head = (head[0], max(head[1], phrase[1]))
    return _without_relative(tags, head)


def _without_relative(tags: list[Tag], phrase: Phrase) -> Phrase:
    """The phrase up to "built in June", which only narrows it."""
    for place in range(phrase[0] + 1, phrase[1]):
        described = place + 1 < phrase[1] and tags[place + 1] in NOMINAL
        if tags[place] in (Tag.VERB, Tag.PARTICIPLE) and not described:
            return phrase[0], place
    return phrase


def _linked(passage: Passage, tags: list[Tag], first: int) -> Phrase | None:
    """The phrase on which another hangs by "of", "in", "and" or "sold in"."""
    place = first - 1
    while place > 0 and (tags[place] is Tag.DETERMINER or tags[place] is Tag.NUMBER):
        place -= 1
    if tags[first - 1] is Tag.NUMBER and passage.lower(place).endswith(("'s", "’s", "s'")):
        place -= 1  # "run by the village's three shops"
        place -= tags[place] is Tag.DETERMINER
    if place < 1:
        return None
    link = passage.lower(place)
    if link in _LINKS:
        if _narrows(passage, tags, place - 1):
            place -= 1  # "a boat built in": the verb narrows the noun
        return phrase_before(passage, tags, place)
    if link in ("and", "or") and tags[place - 1] in NOMINAL and place == first - 1:
        return phrase_before(passage, tags, place)
    return None
