"""A sentence -> the names and nouns that it makes known, and those that it takes as known."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from bot.analysis.lexicon import read_words
from bot.analysis.summary.clauses import (
    ends_first_clause,
    find_phrases,
    is_named_behind,
    opens_clause,
)
from bot.analysis.summary.names import (
    CAPITAL_NOUNS,
    find_joined_names,
    find_letters,
    find_names,
    find_names_behind,
    split_tokens,
)
from bot.analysis.summary.phrases import read_set
from bot.analysis.summary.words import Stems, read_stems, stem

SHORTEST = 3  # letters of a part of a compound
FEWEST, MOST = 2, 12  # of a number of things that were told of one by one
FRONT = 6  # words with which a sentence begins
BOTH = frozenset({"beiden"})
PERSONS = ("epithets", "kin", "roles", "figure_person_nouns")


class Mentions(NamedTuple):
    """What a sentence makes known, and what it takes as known.

    Names are kept as written, nouns as stems. A phrase that takes a thing as known is a tuple of
    the words of which one may be its noun.
    """

    new: frozenset[str]
    things: tuple[tuple[str, ...], ...]
    names: frozenset[str]
    counted: tuple[tuple[str, ...], ...]  # of things, the two men and the like
    fronted: tuple[tuple[str, ...], ...]  # of things, those among the first words
    subject: tuple[str, ...]  # of things, with which it begins, also behind a comma
    described: tuple[str, ...]  # with which it begins: a person not named, as the Halden striker
    courteous: frozenset[str]  # of names, those behind a word of courtesy: Mr Lind


@dataclass(frozen=True, slots=True, eq=False)
class _Lists:
    """The words of a language by which its phrases are told."""

    definites: frozenset[str]
    pointing: frozenset[str]  # these, and prepositions that hold one
    counts: frozenset[str]  # behind these: the two men
    joints: frozenset[str]  # of the two that a sentence tells of itself
    indefinites: frozenset[str]
    articles: frozenset[str]
    ends: frozenset[str]  # no noun to look for
    completions: frozenset[str]
    clauses: frozenset[str]  # of these, what more often follows a verb: the man said that
    verbs: frozenset[str]  # behind which no noun is completed
    retellings: frozenset[str]
    epithets: frozenset[str]
    courtesies: frozenset[str]  # as written
    persons: frozenset[str]  # nouns that tell who the name behind them is
    stems: Stems
    capital_nouns: bool


@cache
def _read_lists(language: str) -> _Lists:
    courtesies = read_set(language, "courtesies")
    return _Lists(
        definites=read_set(language, "definites"),
        pointing=read_set(language, "definites", "contractions"),
        counts=BOTH.union(_find_counts(language)),
        joints=read_set(language, "coordinators"),
        indefinites=read_set(language, "indefinites"),
        articles=read_set(language, "definites", "contractions", "indefinites"),
        ends=read_set(language, "auxiliaries", "commonplaces", "times"),
        completions=read_set(language, "completions"),
        clauses=read_set(language, "complementizers"),
        verbs=read_set(language, "cues", "intending").union(_find_finite_forms(language)),
        retellings=read_set(language, "retellings", "epithets"),
        epithets=read_set(language, "epithets"),
        courtesies=courtesies.union(map(str.capitalize, courtesies)),
        persons=read_set(language, *PERSONS),
        stems=read_stems(language),
        capital_nouns=language in CAPITAL_NOUNS,
    )


def _find_counts(language: str) -> Iterator[str]:
    """The words for the numbers from two to twelve.

    >>> sorted(_find_counts("en"))[:3]
    ['eight', 'eleven', 'five']
    """
    for row in read_words(language, "figure_number_words"):
        word, number = row.split()
        if FEWEST <= float(number) <= MOST:
            yield word


def _find_finite_forms(language: str) -> Iterator[str]:
    """
    >>> "went" in _find_finite_forms("en"), "gone" in _find_finite_forms("en")
    (True, False)
    """
    pure = read_words(language, "grammar_pure_verbs")
    yield from (f"{verb}s" for verb in pure)
    for forms in read_words(language, "grammar_irregular_verbs"):
        base, past, _ = forms.split()
        if past != base:
            yield past


def find_mentions(sentence: str, language: str) -> Mentions:
    """What a sentence makes known, and what it takes as known.

    >>> mentions = find_mentions("Ada Roe saw a boat at the pier, Mr. Lind said.", "en")
    >>> sorted(mentions.new), mentions.things, sorted(mentions.names)
    (['Ada', 'Roe', 'boat'], (('pier',),), ['Lind'])
    >>> find_mentions("Roe shouted at the two men.", "en").counted
    (('men',),)
    >>> find_mentions("Ada Roe and Bo Lind know the two men.", "en").counted
    ()
    >>> find_mentions("Mr. Lind saw Roe.", "en").courteous
    frozenset({'Lind'})
    >>> find_mentions("They saw skipper Roe.", "en").new
    frozenset({'Roe'})
    >>> find_mentions("The Halden player of the year scored.", "en").described
    ('player',)
    >>> find_mentions("Der Bau der alten Brücke begann.", "de").things
    (('brücke',),)
    """
    lists = _read_lists(language)
    tokens = split_tokens(sentence, language)
    new: set[str] = set()
    things = []
    counted = []
    fronted = []
    subject: tuple[str, ...] = ()
    described: tuple[str, ...] = ()
    for position, article, phrase in find_phrases(tokens, lists.articles):
        if phrase and phrase[0] in lists.counts and article in lists.pointing:
            if lists.joints.isdisjoint(tokens[:position]) and not _is_completed(phrase[1:], lists):
                counted.append(_read_nouns(phrase[1:], lists))
        elif nouns := _read_nouns(phrase, lists):
            named = position == 0 and is_named_behind(tokens, position, phrase)
            if named or article in lists.indefinites or _is_completed(phrase, lists):
                new.update(nouns)
                opens = position == 0 and not named and article in lists.definites
                if opens and _describes(phrase, lists):
                    described = nouns
            else:
                things.append(nouns)
                if position < FRONT:
                    fronted.append(nouns)
                if (
                    not subject
                    and article in lists.definites
                    and (position < FRONT or ends_first_clause(tokens, position))
                ):
                    subject = nouns if opens_clause(tokens, position) else ()
    alone: set[str] = set()
    for name in find_names(sentence, language):
        (new if len(name) > 1 else alone).update(name)
    new.update(find_joined_names(sentence, tokens))
    letters, spelled = find_letters(sentence)
    new |= spelled | alone.intersection(find_names_behind(tokens, lists.persons))
    alone |= letters
    return Mentions(
        new=frozenset(new),
        things=tuple(things),
        names=frozenset(alone),
        counted=tuple(counted),
        fronted=tuple(fronted),
        subject=subject,
        described=described,
        courteous=frozenset(alone.intersection(find_names_behind(tokens, lists.courtesies))),
    )


def _read_nouns(words: list[str], lists: _Lists) -> tuple[str, ...]:
    """The stems of what may be the noun behind an article: the words up to the first small one.

    Those that end in s, also without it.

    >>> _read_nouns(["old", "pier", "of", "Halden"], _read_lists("en"))
    ('old', 'pier')
    >>> _read_nouns(["boats"], _read_lists("en")), _read_nouns(["Kahns"], _read_lists("de"))
    (('boats', 'boat'), ('kahns', 'kahn'))
    >>> _read_nouns(["alte", "Schiffsunglück"], _read_lists("de"))
    ('schiff', 'unglüc')
    """
    nouns = []
    for word in words:
        folded = word.casefold()
        if folded in lists.ends or not folded or not (key := lists.stems[word]):
            break
        if word[0].isupper() == lists.capital_nouns:
            nouns += [key, key.removesuffix("s")] if key.endswith("s") else [key]
            if lists.capital_nouns:
                return *nouns, *_find_heads(folded, lists.retellings)
    return tuple(nouns)


def _find_heads(noun: str, retellings: frozenset[str]) -> list[str]:
    """The stems of retelling nouns in which a compound ends.

    >>> _find_heads("schiffsunglück", frozenset({"unglück"}))
    ['unglüc']
    """
    heads = (noun[at:] for at in range(SHORTEST, len(noun) - SHORTEST + 1))
    singulars = (head if head in retellings else head.removesuffix("s") for head in heads)
    return [stem(head) for head in singulars if head in retellings]


def _is_completed(words: list[str], lists: _Lists) -> bool:
    """Whether the words behind an article say themselves which is meant.

    >>> texts = ("Kahn von Ada", "Kahn sank um acht")
    >>> [_is_completed(text.split(), _read_lists("de")) for text in texts]
    [True, False]
    >>> texts = ("pier of Halden", "actor Bo", "pier fell", "boat went to Bo", "law has it that")
    >>> [_is_completed(text.split(), _read_lists("en")) for text in texts]
    [True, True, False, False, False]
    """
    before = ""
    for place, word in enumerate(filter(None, words)):
        if place and word in lists.verbs:
            return False
        if lists.capital_nouns and before[:1].isupper():
            return word in lists.completions
        before = word
        if word in lists.completions:
            return place < 2 or word not in lists.clauses
        if word[0].isupper() and not lists.capital_nouns:
            return True
        if not lists.stems[word]:
            return False
    return False


def _describes(words: list[str], lists: _Lists) -> bool:
    """Whether the words behind an article describe somebody, and do not name him.

    >>> texts = ("Halden striker", "striker Bo", "Halden pier")
    >>> [_describes(text.split(), _read_lists("en")) for text in texts]
    [True, False, False]
    """
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if word.casefold() in lists.epithets:
            return not after[:1].isupper()
    return False
