"""The beginning of a sentence -> whether it takes as told what stands before it."""

import re

# "On Monday the 34-year-old said", behind no full name: somebody named before.
AGED = re.compile(
    r"""
      (?: (?! (?<=\ ) [A-ZÀ-Þ][\w’'-]+\ [A-ZÀ-Þ] ) [^;:“"] ){0,160}? \b
      (?: [Tt]he\ \d+-year-old\b (?!\ [a-z]+(?<!ed)\ [A-Z])
        | [Dd](?:er|ie|e[mns])\ (?:erst\ )?\d+
          (?: -[Jj]ährige[ns]? | \ Jahre\ alte[nr]?\ [A-Z][\w-]+ ) \b (?!\ [A-Z]) )
    """,
    re.VERBOSE,
)

# "Das teilte die Polizei mit": no article, but what was told before.
GERMAN_THAT = re.compile(
    r"""
    Das
    \ (?! (?: a[mn] | auf | aus | bei | durch | für | i[mn] | mit | nach | über | vo[mnr] | zu )\b )
    [a-zäöüß]+
    \ (?: de[rmns] | die | das | eine?[mnrs]? | er | es | sie | man | sich | auch | nicht | laut
         | aber | am | bei | bereits | für | im | in | jedoch | nun | schon | unter | vor | wohl
         | zu | zuerst | zunächst )\b
    | Das                   # an adjective would have an ending behind it: no "das schlägt"
      \ (?! (?: bekannt | bislang | dort | erst | fast | gut | insgesamt | jetzt | jüngst | laut
          | längst | meist | mit | nicht | oft | recht | seit | sonst | weit | zuletzt )\b )
      [a-zäöüß]+t\ [a-zäöüß]
    """,
    re.VERBOSE,
)

# "They died in the same crash", "There was beer at that party": one told of before.
SAME = re.compile(
    r"""
    [^,;:“"]{0,80}? \b
    (?: the\ same \ (?! time\b | as\b | way\b ) [a-z]+ (?! .* \b (?: as | that | wh[a-z]+ )\b )
      | (?: after | at | before | during | for | from | in | near | of | on ) \ (?:that|those)
          \ (?! (?: and | at | came | for | from | he | in | is | now | of | on | she | still | the
                  | they | to | we | who | whose | with | without )\b )
          [a-z]++ (?! \ (?: that | wh[a-z]+ )\b )
    )
    """,
    re.VERBOSE,
)

# "Sind derselben Meinung", "sont du même avis", "del mismo parecer": one told of before.
SAME_ELSEWHERE = re.compile(
    r"""
    [^,;:“"«„]{0,160}? \b
    (?: (?: de[mnrs]selben? | dieselben? | (?:am|beim|im|vom|zum|zur)\ selben )
          \ (?:[a-zäöüß]+\ )? [A-ZÄÖÜ] (?! .* \b wie \b )
      | (?: au | aux | de\ la | des | du | la | le | les ) \ mêmes? \ (?! titre\b ) [a-zà-ÿ]
          (?! [^,]{0,20} \b (?: dont | où | qu['’] | que | qui ) )
      | (?: al | del | el | la | las | los ) \ mism[ao]s? \ (?! tiempo\b ) [a-zà-ÿ]
          (?! .* \b (?: cuando | de\ siempre | donde | que ) \b )
    )
    """,
    re.VERBOSE,
)

BEFORE_POINTING = frozenset(
    {"after", "at", "before", "during", "for", "from", "in", "near", "of", "on"}
)

# "The earliest it can dry", "Two other men", "Back in Halden", "Some were shut": told of before.
TOLD_BEFORE = re.compile(
    r"""
      The\ (?: \w+est | first | last | next | only | day | moment | time | way )
      \ (?: \w+\ )? (?:it|they) \b
    | (?: (?: About | Another | Around | As\ many\ as | At\ least | Nearly | Up\ to )\  )?
      (?: One | Two | Three | Four | Five | Six | Seven | Several | Some | Many | [\d,]+ )
      \ (?: additional | further | more(?!\ than\b) | others? ) \b
    | (?: [A-Z][a-zäöüß]+\ )? [Ww]eitere[mnrs]? \b
    | [A-ZÀ-Þ][a-zà-ÿ]*é (?: e | s | es )? \ [^,«“"]{1,120} , \ c['’](?:est|était)\b
    | (?: Deux | Trois | Quatre | Cinq | Six | Plusieurs | \d+ ) \ autres \b
    | (?: Un | Una | Dos | Tres | Cuatro | Cinco | Seis | \d+ ) \ [a-zß-ÿ]+ \ más \b
    | All \ (?: two | three | four | five | six | \d+ ) \ (?! [^,.]* \ (?: of | in ) \b )
    | Alle \ (?: zwei | drei | vier | fünf | sechs | \d+ )
      \ (?! [^,.]* \ (?: der | i[mn] | von ) \b )
    | (?: Few | Many | Most | Several | Some )
      \ (?: \w{3,}ed | also | are | did | even | had | have | just | only | said | say | still
           | want | were | will | would ) \b
    | Tou(?:s|tes) \ (?! ces\b | deux\b | ensemble\b | les\b | nos\b ) [a-zà-ÿ]+(?:ent|ont) \b
    | (?: Todos | Todas ) \ (?! ell[ao]s\b | est[ao]s\b | l[ao]s\b ) [a-zà-ÿ]+n \b
    | D(?:er|ie|en|em) \ (?: ist | hat | habe | haben | hatten? | kann | können | muss | müssen
        | sei | seien | sind | soll | sollen | waren? | werden | will | wird | wollen | wurden? ) \b
    | Etwa\ (?: als | an | auf | bei | beim | dass | durch | für | im | in | mit | wegen | wenn ) \b
    # "Due to that, Halden shut it"
    | (?: [A-Z][a-z]+ing | After | Because | Before | Besides | By | Despite | Due | From | Given
        | In | On | Owing | Thanks | Until | With | Without
        | Aufgrund | Mit | Nach | Neben | Ohne | Seit | Trotz | Vor | Wegen
        | Après | Avec | Depuis | Face | Grâce | Malgré | Outre | Sans | Suite
        | Ante | Con | Debido | Desde | Gracias | Pese | Sin | Tras )
      (?: \ [a-zà-ÿ]+ ){0,3}
      \ (?: her | him | it | that | them | these | this | those | dem | diesem | ihm | ihnen | cela
        | elles? | eux | lui | ella | ellas | ello | ellos | eso | esto | él ) ,
    | Back\ (?:at|in|on)\ (?!\d|[A-Z][a-z]+\ \d) (?!\w+\ \w+\ \d)
    """,
    re.VERBOSE,
)


def takes_as_told(start: str) -> bool:
    """Whether a sentence begins with what was told before.

    >>> [takes_as_told(start) for start in ("Tous partent.", "Tous les bateaux partent.")]
    [True, False]
    >>> sentences = ("Elle est du même avis.", "Elle a le même bateau que lui.")
    >>> [takes_as_told(start) for start in sentences]
    [True, False]
    >>> [takes_as_told(start) for start in ("Das nützt wohl wenig.", "Das fast neue Boot sank.")]
    [True, False]
    >>> [takes_as_told(start) for start in ("Der sei hin.", "Der Kahn sei hin.")]
    [True, False]
    >>> [takes_as_told(start) for start in ("All three men fell.", "All three men of Halden fell.")]
    [True, False]
    >>> [takes_as_told(start) for start in ("Due to that, he fell.", "Due to rain, he fell.")]
    [True, False]
    >>> [takes_as_told(start) for start in ("Two other men fell.", "One more than Roe fell.")]
    [True, False]
    """
    if TOLD_BEFORE.match(start) or GERMAN_THAT.match(start):
        return True
    # What a sentence has where a slower pattern may match is told fast.
    aged = "year-old" in start or "hrige" in start or "Jahre alte" in start
    elsewhere = "selbe" in start or " même" in start or " mism" in start
    same = (
        "the same " in start
        or (" that " in start and _follows_preposition(start, " that "))
        or (" those " in start and _follows_preposition(start, " those "))
    )
    return bool(
        (aged and AGED.match(start))
        or (elsewhere and SAME_ELSEWHERE.match(start))
        or (same and SAME.match(start))
    )


def _follows_preposition(start: str, word: str) -> bool:
    """
    >>> _follows_preposition("He fell at that pier.", " that "), _follows_preposition("So it", "t")
    (True, False)
    """
    befores = start.split(word)[:-1]
    return any(words.rpartition(" ")[2] in BEFORE_POINTING for words in befores)
