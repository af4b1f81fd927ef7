"""The words of a language that tell who speaks, as sets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache

from bot.analysis.lexicon import read_words
from bot.analysis.speakers.lists import WordLists, Words
from bot.analysis.speakers.nouns import Nouns


@dataclass(frozen=True, slots=True)
class Grammar(WordLists):
    """What we know of one language: its lists, and what is made of them.

    Every set is empty for a language that we do not know.
    """

    language: str
    parted: Mapping[str, tuple[tuple[str, ...], ...]]  # German verbs in two: stellte ... fest
    phrasals: Mapping[str, tuple[tuple[str, ...], ...]]  # English verbs in two: she went on
    severed: Words  # what ends the clause of such a verb: fest
    masculine: Words
    feminine: Words
    his: Words
    hers: Words
    articles: Words
    possessives_masculine: Words
    possessives_feminine: Words
    possessives: Words
    openers: Words
    accordings: Mapping[str, tuple[tuple[str, ...], ...]]  # by first word
    sourcing: Words  # words that begin to name a source: according
    backings: Mapping[str, tuple[tuple[str, ...], ...]]  # whoever spoke last as a source
    withins: Mapping[str, tuple[tuple[str, ...], ...]]  # where a body is that speaks
    finites: Words  # verbs behind which the subject of an inverted clause stands
    titles: Nouns
    titles_masculine: Nouns
    titles_feminine: Nouns
    roles: Nouns
    abbreviations: Words
    offices_of_one: Nouns  # what somebody else may be without a name: the judge
    epithets: Nouns  # of whom the story is about: the 43-year-old
    offices: Mapping[str, Words]  # what a role is also called: sen. -> senator
    office_endings: tuple[str, ...]  # of roles that share their other names: -logist
    bodies_named: Mapping[str, Words]  # last words of names for which a noun stands: the bank
    countries: Mapping[str, Words]  # what is said of a people -> its country: norwegian -> norway
    lands: Words  # all of those countries
    tails: tuple[str, ...]  # what makes an adjective of a name: Halden-based
    speakers: Nouns  # nouns in small letters that can speak
    given_masculine: Words
    given_feminine: Words
    given_either: Words
    surnames_first: Words  # that stand before the given names: Wong Mei Fong
    pronouns: Words  # every pronoun that can stand for a speaker
    verbs: Words  # verbs of saying of every kind
    telling: Words  # words without one of which nobody is said to say anything
    stating: Words  # words without one of which nothing is said but in marks
    inverts: bool  # the subject may stand behind the verb anywhere
    drops_subjects: bool  # a verb may do without one
    closed: Words  # words that never belong to a name


@cache
def read_grammar(language: str) -> Grammar:
    """The word sets of a language (ISO 639-1).

    >>> "said" in read_grammar("en").cues, "said" in read_grammar("xx").cues
    (True, False)
    """

    def words(name: str, folder: str = language) -> Words:
        return frozenset(read_words(folder, name))

    def nouns(*names: str, plural: str = "") -> Nouns:
        entries = [entry for name in names for entry in read_words(language, name)]
        whole = [entry for entry in entries if not entry.startswith("-")]
        endings = tuple(entry[1:] for entry in entries if entry.startswith("-"))
        several = [noun + plural for noun in whole if len(noun) > 2 or language != "fr"]  # mes
        return Nouns(frozenset(whole + several), endings)

    plain = {field.name: words(field.name) for field in fields(WordLists)}
    cues, views, openers = plain["cues"], plain["views"], words("no_names")
    plural = "s" if language in ("en", "fr", "es") else ""
    genders = ("masculine", "feminine", "other")
    masculine, feminine, neutral = (words(f"pronouns_{gender}") for gender in genders)
    pronouns = masculine | feminine | neutral
    parted = _by_first_word(read_words(language, "parted_cues"))
    his, hers = words("echoes_masculine"), words("echoes_feminine")
    his_here, hers_here = words("given_names_masculine"), words("given_names_feminine")
    accordings = _by_first_word(read_words(language, "accordings"))
    offices = _by_head(read_words(language, "offices"))
    countries = _by_head(read_words(language, "countries"))
    sources = [phrase for phrases in accordings.values() for phrase in phrases]
    sourcing = words("comparing") | views.union(p[p[0] == ","] for p in sources)
    viewing = views if language != "en" else frozenset()  # "For Roe, it rained" is not said
    return Grammar(
        **plain,
        language=language,
        parted=parted,
        phrasals=_by_first_word(read_words(language, "phrasals")),
        severed=frozenset(word for verbs in parted.values() for verb in verbs for word in verb[1:]),
        masculine=masculine,
        feminine=feminine,
        his=his,
        hers=hers,
        articles=plain["definites"] | plain["indefinites"],
        possessives_masculine=words("owners_masculine"),
        possessives_feminine=words("owners_feminine"),
        possessives=words("possessives") | words("possessives_first"),
        openers=openers,
        accordings=accordings,
        sourcing=sourcing,
        backings=_by_first_word(read_words(language, "backings")),
        withins=_by_first_word(read_words(language, "withins")),
        finites=plain["brackets"] | plain["beings"] | words("finites"),
        titles=nouns("honorifics"),
        titles_masculine=nouns("titles_masculine"),
        titles_feminine=nouns("titles_feminine"),
        roles=nouns("roles", plural=plural),
        abbreviations=words("dotted_words"),
        offices_of_one=nouns("offices_of_one"),
        epithets=nouns("epithets" if read_words(language, "epithets") else "roles"),
        offices=offices,
        office_endings=tuple(head[1:] for head in offices if head[0] == "-"),
        bodies_named=_by_head(read_words(language, "bodies_named")),
        countries=countries,
        lands=frozenset().union(*countries.values()),
        tails=tuple(f"-{tail}" for tail in words("tails")),
        speakers=nouns("roles", "media", "groups", "organisations", plural=plural),
        inverts=language in ("de", "es", "fr"),
        given_masculine=(words("given_names_masculine", "any") - hers_here) | his_here,
        given_feminine=(words("given_names_feminine", "any") - his_here) | hers_here,
        given_either=words("given_names_either", "any") - his_here - hers_here,
        surnames_first=words("surnames_first", "any"),
        pronouns=pronouns,
        verbs=cues | plain["stances"],
        telling=cues.union(parted, viewing, (max(phrase, key=len) for phrase in sources)),
        stating=cues.union(parted, sourcing - views, viewing),
        drops_subjects=language == "es",
        closed=openers.union(
            pronouns,
            his,
            hers,
            *(plain[n] for n in ("conjunctions", "determiners", "prepositions")),
        ),
    )


def _by_head(lines: Sequence[str]) -> dict[str, Words]:
    """For the first word of each line, the others."""
    return {head: frozenset(rest) for head, *rest in map(str.split, lines)}


def _by_first_word(phrases: Sequence[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases by their first word; one that begins with a comma stands under the comma."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found
