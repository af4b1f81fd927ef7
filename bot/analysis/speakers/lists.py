"""The word lists of a language that tell who speaks, each a set as its file has it."""

from dataclasses import dataclass

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class WordLists:
    """A file a field: ``lexicon/<language>/cues.txt``; a list that a language lacks is empty."""

    cues: Words
    severable: Words  # what ends the clause of a German verb in two: vor
    focusing: Words  # German words that point at the noun behind: auch der Rat
    stances: Words
    determiners: Words
    prepositions: Words
    conjunctions: Words
    views: Words  # prepositions before the one in whose eyes a thing is something
    auxiliaries: Words
    passives: Words
    modals: Words
    helping: Words  # English verbs that help, written large, as only headlines do
    definites: Words
    definites_masculine: Words
    definites_feminine: Words
    indefinites: Words
    plurals: Words  # articles of several
    linkers: Words
    owning: Words  # linkers before an owner: le rapport de la mairie
    loose: Words  # linkers that tie only names and bodies: embajador en Oslo
    papers: Words  # nouns for who is told, and for what somebody tells them: sagte sie der Zeitung
    demonstratives: Words  # articles that point back: cette mère de famille
    subordinators: Words  # conjunctions whose clause ends with its verb
    accusatives: Words  # articles that no subject has
    comparing: Words  # words before a verb of saying and its subject: comme le dit Roc
    comparisons: Words  # before a source behind a comma: ..., wie Roe sagte
    beings: Words  # forms of "to be"
    brackets: Words  # auxiliaries whose participle ends the clause
    media: Words
    times: Words
    occasions: Words
    organisations: Words
    particles: Words
    particles_large: Words  # written large inside a name: Ana Le Roc
    becomings: Words  # words that lead to an office: as governor
    namings: Words
    works: Words  # namings whose names are written large: the film "Tides"
    anybody: Words  # pronouns that name nobody in particular: another said
    peers: Words  # whoever is like another, whom a text names elsewhere: su rival
    notables: Words  # who may have any office at all: la política
    generic: Words  # epithets of anybody at all: the woman
    parties: Words  # what tells the party of a politician: the Labour minister
    inscriptions: Words  # what carries words that nobody says: a banner
    interruptions: Words  # what stands between commas behind a subject: Roe, en cambio, lo niega
    exclusives: Words  # epithets of nobody who has an office: the accused
    epithets_named: Words  # of whom the story is about, behind a name: the Halden coach
    others: Words  # how compounds begin that tell of another: der Vizepräsident
    holders: Words  # heads of offices whose holder is named later
    experts: Words  # nouns by which a named source is called again: the expert
    strangers: Words  # roles of people who have no name: the judge
    kin: Words  # relatives: her husband, Tom Roe
    continuations: Words  # verbs by which whoever spoke last goes on: added
    ties: Words  # adjectives that tie a noun to another: a source close to Roe
    ranks: Words  # what may stand beside an office: chief fire officer, Secrétaire Exécutif
    trailing: Words  # participles behind a noun: a youth heard shouting
    complementizers: Words
    bare: Words
    coordinators: Words
    infinitives: Words
    leaders: Words  # verbs before an infinitive: veut croire Roe
    utterings: Words  # such infinitives of saying
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
    chargings: Words  # what courts and the police do before a charge: jugé pour « vol »
    comparisons_back: Words  # words for the way in which it was said: Así lo contó Roca
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
