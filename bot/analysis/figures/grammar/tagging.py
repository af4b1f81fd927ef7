"""words -> their parts of speech, as far as word lists and neighbours settle them."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.analysis.figures.grammar.tags import NOMINAL, Tag, tag_alone
from bot.analysis.figures.grammar.verbs import finite_verbs, pure_verbs, unchanging_past
from bot.analysis.figures.grammar.words import Word, word_set

_BE = ("am", "is", "are", "was", "were", "be", "been", "it's", "they're", "we're")
_SUBJECTS = ("i", "you", "he", "she", "we", "they", "who")
_RELATIVES = ("who", "which", "that")
_PLURALS = ("people", "children", "men", "women", "police")
_MONEY = ("$", "£", "€")

_VERB_ENDINGS = ("to", "by", "at", "that", "up", "down", "out", "from", "between", *_MONEY)
"""What follows a verb rather than a noun, beside an object."""


def tag_words(words: tuple[Word, ...]) -> list[Tag]:
    """One tag a word.

    >>> from bot.analysis.figures.grammar.words import split_words
    >>> def tags(text):
    ...     return " ".join(tag.value for tag in tag_words(split_words(text)))
    >>> tags("Dealers sold 7,420 new boats in October")
    'name verb number adjective noun preposition time'
    >>> tags("The cost of sold cars")
    'determiner noun preposition adjective noun'
    """
    tags = [tag_alone(word, index == 0) for index, word in enumerate(words)]
    for index, word in enumerate(words):
        place = _Place(words, tags, index)
        way = _WORD_WAYS.get(word.lower) or _TAG_WAYS.get(tags[index])
        if way:
            tags[index] = way(place)
        _tag_time(place)
    return tags


@dataclass(frozen=True, slots=True)
class _Place:
    """One word among its neighbours; the tags before it are settled, those behind it are not."""

    words: tuple[Word, ...]
    tags: list[Tag]
    index: int

    @property
    def lower(self) -> str:
        return self.words[self.index].lower

    @property
    def tag(self) -> Tag:
        return self.tags[self.index]

    def word(self, offset: int) -> str:
        """A neighbour, "" where there is none."""
        index = self.index + offset
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    @property
    def after(self) -> Tag:
        """The tag of the next word, that of a mark at the end."""
        return self.tags[self.index + 1] if self.index + 1 < len(self.tags) else Tag.MARK

    @property
    def before(self) -> int:
        """The place of the nearest word before that is no adverb; -1 at the start."""
        index = self.index - 1
        while index >= 0 and self.tags[index] is Tag.ADVERB:
            index -= 1
        return index

    @property
    def goes_on(self) -> bool:
        """Whether what follows is still the same noun phrase."""
        return self.after in NOMINAL or self.after is Tag.NUMBER


_Way = Callable[[_Place], Tag]


def _tag_verb(place: _Place) -> Tag:
    """Like "rise", "costs": a verb where its neighbours make it one, else a noun."""
    before = place.before
    if before < 0:
        return Tag.NOUN
    subject, owner = place.words[before].lower, place.tags[before]
    if subject == "to":
        noun = place.after is Tag.PREPOSITION and place.lower.endswith("s")
        return Tag.NOUN if noun else Tag.VERB
    if owner in (Tag.AUXILIARY, Tag.PRONOUN) or subject in _RELATIVES:
        return Tag.VERB
    pure = place.lower in pure_verbs()
    if pure and (owner is Tag.NUMBER or subject == ","):
        return Tag.VERB
    if owner not in (Tag.NOUN, Tag.NAME, Tag.TIME) or place.words[place.index].glued:
        return Tag.NOUN
    if place.lower in ("says", "said"):
        return Tag.VERB
    if not _may_agree(place, subject, owner) or _is_changed(place):
        return Tag.NOUN
    changes = owner is Tag.NAME and place.lower in unchanging_past() and _changes(place)
    return Tag.VERB if pure or changes or _governs(place) else Tag.NOUN


def _may_agree(place: _Place, subject: str, owner: Tag) -> bool:
    """Whether the word before may be the subject: in number, or where number does not tell."""
    named = owner is Tag.NAME and place.lower.endswith("s")
    reports = place.lower in word_set("en", "figure_report_verbs") and place.after is Tag.NUMBER
    return named or reports or owner is Tag.TIME or _agrees(subject, place.lower)


def _agrees(subject: str, verb: str) -> bool:
    """Whether a subject and a verb go together in number: "shares rise", "it rises".

    >>> _agrees("shares", "rise"), _agrees("share", "rise"), _agrees("share", "rises")
    (True, False, True)
    """
    if verb in unchanging_past():
        return True
    plural = subject in _PLURALS or (subject.endswith("s") and not subject.endswith("ss"))
    return plural != (verb.endswith("s") and not verb.endswith("ss"))


def _governs(place: _Place) -> bool:
    """Whether what follows is the object of a verb, or goes with one."""
    if place.word(2) in _MONEY and place.after in NOMINAL:
        return True  # "the study cost taxpayers $2m"
    if place.after is Tag.MARK and place.lower in word_set("en", "figure_speech_verbs"):
        return _follows_comma(place)
    opens_object = place.after in (Tag.DETERMINER, Tag.NUMBER, Tag.PRONOUN, Tag.ADVERB)
    return opens_object or place.word(1) in _VERB_ENDINGS


def _is_changed(place: _Place) -> bool:
    """Whether a word ends what a verb of a change moves: "cut interest rates by 2%"."""
    first = place.before
    while first > 0 and place.tags[first] in NOMINAL:
        first -= 1
    changed = word_set("en", "figure_rises") | word_set("en", "figure_falls")
    return place.tags[first] is Tag.VERB and place.words[first].lower in changed


def _changes(place: _Place) -> bool:
    """Whether bare nouns and by how much, or to what, stand behind a word: "cut rates by 2%"."""
    last = place.index + 1
    while last < len(place.tags) and (
        place.tags[last] in NOMINAL or place.words[last].lower in finite_verbs()
    ):
        last += 1
    said = place.index + 1 < last < len(place.words) and place.words[last].lower
    return said in ("by", "to", "from")


def _follows_comma(place: _Place) -> bool:
    """Whether the phrase before a word stands behind a comma: ", the agency says"."""
    index = place.before
    while index > 0 and place.tags[index] in NOMINAL | {Tag.DETERMINER}:
        index -= 1
    return place.words[index].lower in (",", '"', "”", "’", "'")


def _tag_participle(place: _Place) -> Tag:
    """Like "sold", "rising": an adjective inside a noun phrase, a verb after its subject."""
    before = place.before
    gerund = place.lower.endswith("ing")
    if before < 0:
        return Tag.PARTICIPLE
    if gerund and place.words[before].lower in _BE:
        return Tag.VERB
    owner = place.tags[before]
    described = place.after in NOMINAL
    owned = place.words[before].lower.endswith("'s") or (owner is Tag.NUMBER and described)
    inside = owned or owner in (Tag.DETERMINER, Tag.ADJECTIVE, Tag.PREPOSITION)
    if inside and described:
        return Tag.ADJECTIVE
    if inside and gerund and owner is not Tag.PREPOSITION:
        return Tag.NOUN
    if gerund:
        return Tag.PARTICIPLE
    return Tag.ADJECTIVE if place.words[place.index].glued else Tag.VERB


def _tag_noun(place: _Place) -> Tag:
    """A noun, unless it stands where only a verb can: "they squabble", "is trending"."""
    progressive = place.lower.endswith("ing") and place.index > 0
    if progressive and place.words[place.before].lower in _BE:
        return Tag.VERB
    return Tag.VERB if place.word(-1) in _SUBJECTS else Tag.NOUN


def _tag_adjective(place: _Place) -> Tag:
    """An adjective, unless "to" makes it a verb: "to slow"."""
    verb = place.word(-1) == "to" and place.lower in finite_verbs()
    return Tag.VERB if verb else Tag.ADJECTIVE


def _tag_that(place: _Place) -> Tag:
    """A determiner before its noun, else what opens a clause."""
    return place.tag if place.goes_on else Tag.CONJUNCTION


def _tag_comparative(place: _Place) -> Tag:
    """An adjective before its noun: "more cars", not "more than"."""
    return Tag.ADJECTIVE if place.goes_on else place.tag


def _tag_worth(place: _Place) -> Tag:
    """A noun in "their worth" and "net worth", not in "a grant worth $5m"."""
    before = place.tags[place.index - 1] if place.index else Tag.MARK
    noun = before in (Tag.NAME, Tag.ADJECTIVE, Tag.DETERMINER) or place.word(-1) == "net"
    return Tag.NOUN if noun else place.tag


def _tag_per(place: _Place) -> Tag:
    """An adjective in "per-share earnings"."""
    return Tag.ADJECTIVE if place.word(1) == "-" else place.tag


_WORD_WAYS: dict[str, _Way] = {
    "that": _tag_that,
    "more": _tag_comparative,
    "most": _tag_comparative,
    "less": _tag_comparative,
    "further": _tag_comparative,
    "worth": _tag_worth,
    "per": _tag_per,
}
"""Words that are settled by themselves."""

_TAG_WAYS: dict[Tag, _Way] = {
    Tag.VERB: _tag_verb,
    Tag.PARTICIPLE: _tag_participle,
    Tag.NOUN: _tag_noun,
    Tag.ADJECTIVE: _tag_adjective,
}
"""What words with one tag by themselves may be among others."""


def _tag_time(place: _Place) -> None:
    """Give all words of a time that tag: "last year", "at times", "early Wednesday"."""
    tags, index = place.tags, place.index
    if place.lower in word_set("en", "grammar_periods"):
        first, last = _find_period(place)
        tags[first:last] = [Tag.TIME] * (last - first)
    elif place.tag is Tag.TIME and place.word(-1) in ("early", "late"):
        tags[index - 1] = Tag.TIME
    elif place.lower == "times" and place.word(-1) == "at":
        tags[index - 1 : index + 1] = [Tag.ADVERB] * 2


def _find_period(place: _Place) -> tuple[int, int]:
    """The words of "last year", "a month earlier", "year-to-date"; none for "a bad year"."""
    first = index = place.index
    openers = word_set("en", "grammar_period_openers")
    while first > 0 and place.words[first - 1].lower in openers:
        first -= 1
    if [place.word(offset) for offset in range(1, 5)] == ["-", "to", "-", "date"]:
        return index, index + 5
    told = place.word(1) in ("ago", "earlier", "later", "before", "on", "over", "to")
    article = first > 0 and place.words[first - 1].lower in ("a", "the", "year")
    ranks = ("first", "second", "third")
    pointed = any(word.lower not in ranks for word in place.words[first:index])
    if told and (article or first == index > 0 or pointed):
        return first, index + 1
    follows = place.after in (Tag.NOUN, Tag.ADJECTIVE)
    return (first, index + 1) if pointed and not follows else (index, index)
