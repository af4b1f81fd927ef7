"""The words of a language that tell who speaks, as sets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.analysis.lexicon import read_words

Words = frozenset[str]
PREFIXES = ("arch-", "co-", "ex-", "sub-", "then-", "under-", "vice-", "vize-")
BOUND = ("ex", "vice")  # as Spanish writes them: exministra, viceministra


@dataclass(frozen=True, slots=True, eq=False)
class Nouns:
    """A set of nouns that also holds every word with one of its endings.

    A noun with "ex-" or "co-" before it is in the set too.

    >>> words = Nouns(frozenset(("frau",)), ("ministerin",))
    >>> "frau" in words, "finanzministerin" in words, "ex-frau" in words, "minister" in words
    (True, True, True, False)
    """

    words: Words
    endings: tuple[str, ...] = ()

    @lru_cache(maxsize=4096)  # noqa: B019 (grammars stay; most words are asked about again)
    def __contains__(self, word: str) -> bool:
        if word in self.words or word.endswith(self.endings):
            return True
        if word.startswith(BOUND) and word.removeprefix("ex").removeprefix("vice") in self.words:
            return True
        if "-" not in word:
            return False
        return word.startswith(PREFIXES) and word.partition("-")[2] in self.words


@dataclass(frozen=True, slots=True)
class Grammar:
    """What we know of one language; every set is empty for a language that we do not know."""

    language: str
    cues: Words
    stances: Words
    auxiliaries: Words
    passives: Words
    modals: Words
    masculine: Words
    feminine: Words
    neutral: Words
    his: Words
    hers: Words
    determiners: Words
    definites: Words
    definites_masculine: Words
    definites_feminine: Words
    indefinites: Words
    articles: Words
    plurals: Words  # articles of several
    possessives_masculine: Words
    possessives_feminine: Words
    linkers: Words
    owning: Words  # linkers before an owner: le rapport de la mairie
    loose: Words  # linkers that tie only names and bodies: embajador en Oslo
    papers: Words  # nouns for who is told, and for what somebody tells them: sagte sie der Zeitung
    possessives: Words
    demonstratives: Words  # articles that point back: cette mère de famille
    subordinators: Words  # conjunctions whose clause ends with its verb
    accusatives: Words  # articles that no subject has
    prepositions: Words
    conjunctions: Words
    openers: Words
    accordings: Mapping[str, tuple[tuple[str, ...], ...]]  # by first word
    sourcing: Words  # words that begin to name a source: according
    comparing: Words  # words before a verb of saying and its subject: comme le dit Roc
    comparisons: Words  # before a source behind a comma: ..., wie Roe sagte
    backings: Mapping[str, tuple[tuple[str, ...], ...]]  # whoever spoke last as a source
    withins: Mapping[str, tuple[tuple[str, ...], ...]]  # where a body is that speaks
    views: Words  # prepositions before the one in whose eyes a thing is something
    beings: Words  # forms of "to be"
    brackets: Words  # auxiliaries whose participle ends the clause
    finites: Words  # verbs behind which the subject of an inverted clause stands
    media: Words
    times: Words
    occasions: Words
    titles: Nouns
    titles_masculine: Nouns
    titles_feminine: Nouns
    roles: Nouns
    organisations: Words
    abbreviations: Words
    particles: Words
    particles_large: Words  # written large inside a name: Ana Le Roc
    becomings: Words  # words that lead to an office: as governor
    namings: Words
    works: Words  # namings whose names are written large: the film "Tides"
    anybody: Words  # pronouns that name nobody in particular: another said
    offices_of_one: Nouns  # what somebody else may be without a name: the judge
    generic: Words  # epithets of anybody at all: the woman
    interruptions: Words  # what stands between commas behind a subject: Roe, en cambio, lo niega
    exclusives: Words  # epithets of nobody who has an office: the accused
    epithets: Nouns  # of whom the story is about: the 43-year-old
    epithets_named: Words  # of whom the story is about, behind a name: the Halden coach
    holders: Words  # heads of offices whose holder is named later
    strangers: Words  # roles of people who have no name: the judge
    kin: Words  # relatives: her husband, Tom Roe
    continuations: Words  # verbs by which whoever spoke last goes on: added
    offices: Mapping[str, Words]  # what a short title stands for: sen. -> senator
    ties: Words  # adjectives that tie a noun to another: a source close to Roe
    ranks: Words  # what another noun may follow before an office: chief fire officer
    trailing: Words  # participles behind a noun: a youth heard shouting
    tails: tuple[str, ...]  # what makes an adjective of a name: Halden-based
    complementizers: Words
    bare: Words
    coordinators: Words
    infinitives: Words
    relatives: Words
    reported: Words  # verbs in the mood of reported speech
    addressing: Words  # verbs whose object is the hearer: told Roe
    hearings: Words  # prepositions before the hearer: dijo a la radio
    askings: Words  # words that begin a sentence on what somebody was asked
    courtesies: Words
    postnominals: Words
    regal: Words  # titles that a single name is never without: Pope Leo
    surnames: Words  # words for places and things that are surnames too
    demonyms: Words  # nouns for one of a people: the Czech
    callings: Words  # verbs that give a name
    pointers: Words  # words that point back to what was just quoted: That is how Roe put it
    sayings: Words  # nouns for what is said: the words of Roe
    putting: Words  # verbs that say with "it": as Roe put it
    reflexives: Words  # pronouns that turn a verb on its own subject
    authorities: Words  # bodies that no company is: the ministry
    bodies: Words  # one body each: the company, the union
    things: Words  # pronouns for bodies and groups
    unheard: Words
    mute: Words  # nouns of what never speaks: Shares in Halden Power fell
    gestures: Words
    speakers: Nouns  # nouns in small letters that can speak
    given_masculine: Words
    given_feminine: Words
    given_either: Words
    surnames_first: Words  # that stand before the given names: Wong Mei Fong
    pronouns: Words  # every pronoun that can stand for a speaker
    verbs: Words  # verbs of saying of every kind
    telling: Words  # words without one of which nothing is said but in marks
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
        return Nouns(frozenset(whole + [noun + plural for noun in whole]), endings)

    plural = "s" if language in ("en", "fr", "es") else ""
    genders = ("masculine", "feminine", "other")
    masculine, feminine, neutral = (words(f"pronouns_{gender}") for gender in genders)
    pronouns = masculine | feminine | neutral
    cues, stances, determiners = words("cues"), words("stances"), words("determiners")
    prepositions, conjunctions = words("prepositions"), words("conjunctions")
    his, hers, openers = words("echoes_masculine"), words("echoes_feminine"), words("no_names")
    his_here, hers_here = words("given_names_masculine"), words("given_names_feminine")
    accordings, views = _by_first_word(read_words(language, "accordings")), words("views")
    sources = [phrase for phrases in accordings.values() for phrase in phrases]
    return Grammar(
        language=language,
        cues=cues,
        stances=stances,
        auxiliaries=words("auxiliaries"),
        passives=words("passives"),
        modals=words("modals"),
        masculine=masculine,
        feminine=feminine,
        neutral=neutral,
        his=his,
        hers=hers,
        determiners=determiners,
        definites=words("definites"),
        definites_masculine=words("definites_masculine"),
        definites_feminine=words("definites_feminine"),
        indefinites=words("indefinites"),
        plurals=words("plurals"),
        articles=words("definites") | words("indefinites"),
        possessives_masculine=words("owners_masculine"),
        possessives_feminine=words("owners_feminine"),
        linkers=words("linkers"),
        owning=words("owning"),
        loose=words("loose"),
        papers=words("papers"),
        possessives=words("possessives") | words("possessives_first"),
        demonstratives=words("demonstratives"),
        subordinators=words("subordinators"),
        accusatives=words("accusatives"),
        prepositions=prepositions,
        conjunctions=conjunctions,
        openers=openers,
        accordings=accordings,
        sourcing=words("comparing") | views.union(p[p[0] == ","] for p in sources),
        comparing=words("comparing"),
        comparisons=words("comparisons"),
        backings=_by_first_word(read_words(language, "backings")),
        withins=_by_first_word(read_words(language, "withins")),
        views=views,
        beings=words("beings"),
        brackets=words("brackets"),
        finites=words("brackets") | words("beings") | words("finites"),
        media=words("media"),
        times=words("times"),
        occasions=words("occasions"),
        titles=nouns("honorifics"),
        titles_masculine=nouns("titles_masculine"),
        titles_feminine=nouns("titles_feminine"),
        roles=nouns("roles", plural=plural),
        organisations=words("organisations"),
        abbreviations=words("dotted_words"),
        particles=words("particles"),
        particles_large=words("particles_large"),
        becomings=words("becomings"),
        namings=words("namings"),
        works=words("works"),
        anybody=words("anybody"),
        offices_of_one=nouns("offices_of_one"),
        generic=words("generic"),
        interruptions=words("interruptions"),
        exclusives=words("exclusives"),
        epithets=nouns("epithets" if read_words(language, "epithets") else "roles"),
        epithets_named=words("epithets_named"),
        holders=words("holders"),
        strangers=words("strangers"),
        kin=words("kin"),
        continuations=words("continuations"),
        offices={
            title: frozenset(rest)
            for title, *rest in map(str.split, read_words(language, "offices"))
        },
        ties=words("ties"),
        ranks=words("ranks"),
        trailing=words("trailing"),
        tails=tuple(f"-{tail}" for tail in words("tails")),
        complementizers=words("complementizers"),
        bare=words("bare"),
        coordinators=words("coordinators"),
        infinitives=words("infinitives"),
        relatives=words("relatives"),
        reported=words("reported"),
        addressing=words("addressing"),
        things=words("things"),
        hearings=words("hearings"),
        askings=words("askings"),
        courtesies=words("courtesies"),
        postnominals=words("postnominals"),
        regal=words("regal"),
        surnames=words("surnames"),
        callings=words("callings"),
        demonyms=words("demonyms"),
        pointers=words("pointers"),
        sayings=words("sayings"),
        putting=words("putting"),
        reflexives=words("reflexives"),
        bodies=words("bodies"),
        authorities=words("authorities"),
        unheard=words("unheard"),
        mute=words("mute"),
        gestures=words("gestures"),
        speakers=nouns("roles", "media", "groups", "organisations", plural=plural),
        inverts=language in ("de", "es", "fr"),
        given_masculine=(words("given_names_masculine", "any") - hers_here) | his_here,
        given_feminine=(words("given_names_feminine", "any") - his_here) | hers_here,
        given_either=words("given_names_either", "any") - his_here - hers_here,
        surnames_first=words("surnames_first", "any"),
        pronouns=pronouns,
        verbs=cues | stances,
        telling=cues.union(views, (max(phrase, key=len) for phrase in sources)),
        drops_subjects=language == "es",
        closed=determiners | prepositions | conjunctions | openers | pronouns | his | hers,
    )


def _by_first_word(phrases: Sequence[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases by their first word; one that begins with a comma stands under the comma."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found
