"""Who said what in German, French and Spanish: constructions, and what is no quotation."""

import pytest

from bot.model import QuoteKind
from tests.rules import find_quotes

Said = tuple[str, str | None]


def read(text: str, language: str, *, indirect: bool = False) -> list[Said]:
    """The words and speakers of what stands in marks, or of what is reported without them."""
    return [
        (quote.span.of(text), quote.speaker)
        for quote in find_quotes(text, (), language)
        if (quote.kind is QuoteKind.INDIRECT) == indirect
    ]


GERMAN: dict[str, tuple[str, list[Said]]] = {
    "a judgement in one noun": (
        "Fraktionschef Jens Adler sprach von einem „Offenbarungseid“.",
        [("Offenbarungseid", "Jens Adler")],
    ),
    "a judgement in one noun with a genitive": (
        "Ministerin Clara Voss lobte die „Besonnenheit“ der Einsatzkräfte.",
        [("Besonnenheit", "Clara Voss")],
    ),
    "a participle between the words and their comma": (
        "Die Tat sei »von langer Hand geplant« gewesen, sagte Richterin Annegret Sommer.",
        [("von langer Hand geplant", "Annegret Sommer")],
    ),
    "a verb that no list holds": (
        "„Wir sind zu naiv“, grantelte Trainer Marko Ilic nach dem Spiel.",
        [("Wir sind zu naiv", "Marko Ilic")],
    ),
    "an auxiliary and its participle far behind": (
        "Richterin Ute Kern hatte dem Zeugen vorgeworfen, „mit dem Feuer zu spielen“.",
        [("mit dem Feuer zu spielen", "Ute Kern")],
    ),
    "a verb behind the name of a place": (
        "Minister Tobias Kern war empört. Auf der Plattform Chirp schrieb er: „Das reicht uns.“",
        [("Das reicht uns.", "Tobias Kern")],
    ),
    "a second verb behind an inverted subject": (
        "Am Abend zeigte sich die Landesregierung bestürzt und nannte die Tat „feige und brutal“.",
        [("feige und brutal", "Landesregierung")],
    ),
    "in whose eyes": (
        "Für Meteorologin Berta Aust ist der Mai „der trockenste seit 60 Jahren“.",
        [("der trockenste seit 60 Jahren", "Berta Aust")],
    ),
    "what is one thing for one and another for others": (
        "Was für die Ministerin „ein mutiger Schritt“ ist, ist für die Verbände „reiner Hohn“.",
        [("ein mutiger Schritt", "Ministerin"), ("reiner Hohn", "Verbände")],
    ),
    "the mood of reports goes on": (
        "Ralf Kuntze protestierte. „So geht es nicht“, sagte er. Der Bund habe zugesagt, „alles "
        "und auf Dauer“ zu zahlen.",
        [("So geht es nicht", "Ralf Kuntze"), ("alles und auf Dauer", "Ralf Kuntze")],
    ),
    "a noun is no verb in the mood of reports": (
        "Nach dem „mangelhaft“ der Prüfer hat sie Klage eingereicht.",
        [],
    ),
    "a thing named inside a speaker": (
        "„Wir bleiben“, rief die Sprecherin der Initiative „Moor lebt“, Anja Reuter.",
        [("Wir bleiben", "Anja Reuter")],
    ),
    "a body with a name in marks": (
        "Die Organisation „Wasser für alle“ kritisierte: „Das Geld kommt nicht an.“",
        [("Das Geld kommt nicht an.", "Organisation „Wasser für alle“")],
    ),
    "a paper with a name in marks": (
        "Der „Nordblick“ schrieb von einer „kleinen Sensation“.",
        [("kleinen Sensation", "Nordblick")],
    ),
    "whom a paper quotes": (
        "Der Nordblick zitiert einen Augenzeugen mit den Worten: „Es war ein Albtraum.“",
        [("Es war ein Albtraum.", "Augenzeugen")],
    ),
    "who is quoted in a passive": (
        "Ida Falk wird mit den Worten zitiert: „Ich trete gern zurück.“",
        [("Ich trete gern zurück.", "Ida Falk")],
    ),
    "a source behind a comma": (
        "Das Amt will das Urteil „in Ruhe prüfen“, wie ein Sprecher sagte.",
        [("in Ruhe prüfen", "Sprecher")],
    ),
    "a verb that ends its clause": (
        "Während der Mieterbund ihn als „überfällig“ begrüßte, nannte ihn der Verband „absurd“.",
        [("überfällig", "Mieterbund"), ("absurd", "Verband")],
    ),
    "the words first, their verb and its subject behind": (
        "Als „historisch“ bezeichnete Präsident Otto Weiland die Einigung.",
        [("historisch", "Otto Weiland")],
    ),
    "an adverb first": (
        "Ähnlich äußerte sich der Kämmerer Tom Bader: „Jeder Sommer zählt.“",
        [("Jeder Sommer zählt.", "Tom Bader")],
    ),
    "whose age is told": (
        "Sängerin Lena Marek sagt ab. Auf der Seite schrieb die 29-Jährige: „Es tut mir leid.“",
        [("Es tut mir leid.", "Lena Marek")],
    ),
    "a name right before a colon": (
        "Raabe klagt. Verbandspräsidentin Hilde Raabe: „Ohne Regen ist alles verloren.“",
        [("Ohne Regen ist alles verloren.", "Hilde Raabe")],
    ),
    "an interview under one name": (
        "KURIER: Warum treten Sie zurück?\nLenz: Weil ich müde bin.\nKURIER: Und nun?\n"
        "Lenz: Erst einmal der Garten.",
        [
            ("Warum treten Sie zurück?", "KURIER"),
            ("Weil ich müde bin.", "Lenz"),
            ("Und nun?", "KURIER"),
            ("Erst einmal der Garten.", "Lenz"),
        ],
    ),
    "a verb whose subject is not read names nobody": (
        "Anton Veit hängte ein Schild auf, auf dem geschrieben stand: „Hier wird nicht geparkt.“",
        [("Hier wird nicht geparkt.", None)],
    ),
}

FRENCH: dict[str, tuple[str, list[Said]]] = {
    "a verb that no list holds": (
        "« Nous restons », trompette Ana Roy, la maire.",
        [("Nous restons", "Ana Roy")],
    ),
    "an inserted clause that tells who the speaker is": (
        "« La situation est grave, estime Eva Lind, qui dirige l'Institut. Il faut agir. »",
        [("La situation est grave", "Eva Lind"), ("Il faut agir.", "Eva Lind")],
    ),
    "an inserted clause that tells when": (
        "« On est naïfs, pestait Marc Ilic, l'entraîneur, après la défaite à Valmy. C'est dur. »",
        [("On est naïfs", "Marc Ilic"), ("C'est dur.", "Marc Ilic")],
    ),
    "a courtesy inside an inserted clause": (
        "« Nous partons, a déclaré M. Roy, dès demain. »",
        [("Nous partons", "Roy"), ("dès demain.", "Roy")],
    ),
    "a clause in a line of dialogue": (
        "– Oui, répond l'ancien marin. Il ne restait qu'à ramer.",
        [("Oui", "ancien marin"), ("Il ne restait qu'à ramer.", "ancien marin")],
    ),
    "whoever spoke last as a source": (
        "« Nous aidons », a écrit le ministre Tom Kern. Il s'agit, selon lui, d'un « acte lâche ».",
        [("Nous aidons", "Tom Kern"), ("acte lâche", "Tom Kern")],
    ),
    "in whose eyes": (
        "Pour la déléguée Gisèle Paul, les salariés « se battront pour chaque emploi ».",
        [("se battront pour chaque emploi", "Gisèle Paul")],
    ),
    "a pronoun before the verb": (
        "Si la Confédération la juge « indispensable », l'Union y voit « une attaque ».",
        [("indispensable", "Confédération"), ("une attaque", "Union")],
    ),
    "a day and a place before the subject": (
        "« Écoutez-nous », a martelé samedi à Vannac la secrétaire générale Odette Morin.",
        [("Écoutez-nous", "Odette Morin")],
    ),
    "where those are who speak": (
        "« Les seuils sont dépassés », précise-t-on à la préfecture.",
        [("Les seuils sont dépassés", "préfecture")],
    ),
    "a name behind a long office": (
        "La ministre des Affaires étrangères Ida Faucon a déclaré : « Nous avançons. »",
        [("Nous avançons.", "Ida Faucon")],
    ),
    "a title is no quotation": (
        "Le magazine « Nord » a salué le roman « Le Silence des dunes ».",
        [],
    ),
    "a nickname is no quotation": ("Jean Roc, dit « le Grand », est arrivé hier.", []),
}

SPANISH: dict[str, tuple[str, list[Said]]] = {
    "a judgement of a work": (
        "El crítico Andrés Luna calificó la obra de «una broma pesada y mal contada».",
        [("una broma pesada y mal contada", "Andrés Luna")],
    ),
    "a time before the subject": (
        "«Ya no tenemos mayoría», reconoció este lunes la alcaldesa, Elena Fuster.",
        [("Ya no tenemos mayoría", "Elena Fuster")],
    ),
    "a verb without a subject": (
        "El ministro Tomás Cuerno calló un día. En la red Chirp escribió: «Basta ya».",
        [("Basta ya", "Tomás Cuerno")],
    ),
    "a new subject in the sentence between": (
        "“Es duro”, dice Rita Mora. A su lado, su vecino José Lang asiente. “Mucho”, murmura.",
        [("Es duro", "Rita Mora"), ("Mucho", "José Lang")],
    ),
    "a second verb": (
        "«Nos sentimos solos», escribe el sindicato. Y añade: «Esto no puede seguir».",
        [("Nos sentimos solos", "sindicato"), ("Esto no puede seguir", "sindicato")],
    ),
    "dashes inside the marks": (
        "«Esto es —dice Elena Brand tras una pausa— lo más bonito».",
        [("Esto es", "Elena Brand"), ("lo más bonito", "Elena Brand")],
    ),
    "in whose eyes": (
        "Para el meteorólogo Bernardo Asensi, mayo ha sido «el más seco en sesenta años».",
        [("el más seco en sesenta años", "Bernardo Asensi")],
    ),
    "whoever spoke last as a source": (
        "«Vendremos», dijo el alcalde Raúl Conde. Es, a su juicio, «una deuda de todos».",
        [("Vendremos", "Raúl Conde"), ("una deuda de todos", "Raúl Conde")],
    ),
    "a source behind a comma": (
        "La Dirección va a «estudiar la sentencia», según indicó un portavoz.",
        [("estudiar la sentencia", "portavoz")],
    ),
    "where those are who speak": (
        "«Se superaron los límites», precisan desde la Delegación del Gobierno.",
        [("Se superaron los límites", "Delegación del Gobierno")],
    ),
    "a paper that has a name in marks": (
        "El diario «El Norte» la definió como «una pequeña revelación».",
        [("una pequeña revelación", "diario «El Norte»")],
    ),
    "a month that is a given name": (
        "«He vuelto», dijo Julio Vera.",
        [("He vuelto", "Julio Vera")],
    ),
    "who has a part in a work": (
        "La directora de «La última presa», Marta Coll, respondió: «No ha entendido nada».",
        [("No ha entendido nada", "Marta Coll")],
    ),
}

ROWS = [
    pytest.param(language, text, expected, id=f"{language}: {name}")
    for language, table in (("de", GERMAN), ("fr", FRENCH), ("es", SPANISH))
    for name, (text, expected) in table.items()
]


@pytest.mark.parametrize(("language", "text", "expected"), ROWS)
def test_a_quote_has_its_words_and_its_speaker(
    language: str, text: str, expected: list[Said]
) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Fähre „Möwe“ lief auf Grund, an Bord lief der Film „Der letzte Deich“."),
        ("de", "Er nennt sie bis heute „Spatz“. Auf Plakaten stand „Kein Meter mehr“."),
        ("de", "Dann nennt sich die Schau „halden 12“ und zieht um."),
        ("de", "„Wolke“, so heißt das Boot der Ruderer."),
        ("de", "Es erklärte am Abend der „Hohe Bund zur Rettung der Stadt“, es bleibe ruhig."),
        ("fr", "À bord du ferry « Mouette », on projetait « La Dernière Digue »."),
        ("es", "El ferri «Gaviota» encalló y en las pancartas se leía «Ni un metro más»."),
    ],
)
def test_what_nobody_says_is_no_quote(language: str, text: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("de", "Gestern sagte Ida Holm, es werde kalt.", [("es werde kalt", "Ida Holm")]),
        ("de", "Er sagte der Deutschen Zeitung: „Wir gehen.“", []),
        ("de", "Es sei zu spät, sagte Ida Holm.", [("Es sei zu spät", "Ida Holm")]),
        ("fr", "On se souvient que le port vivait.", []),
        (
            "es",
            "«Sí», dijo Ana Rey. Aseguró que no habrá cortes.",
            [("no habrá cortes", "Ana Rey")],
        ),
        ("es", "Luis Gil defendió el plan, que calificó de sereno y justo.", []),
    ],
)
def test_a_statement_is_told_by_its_verb_and_its_mood(
    language: str, text: str, said: list[Said]
) -> None:
    assert read(text, language, indirect=True) == said


@pytest.mark.parametrize("language", ["de", "fr", "es"])
@pytest.mark.parametrize(
    "piece", ["« ", ", a dit Roy, ", "—dijo ", "„a“ sagte ", "„, hat ", "der "]
)
def test_a_long_hostile_text_has_an_answer(language: str, piece: str) -> None:
    find_quotes(f"« {piece * (40_000 // len(piece))}", (), language)
