"""Whose words a German sentence brings, by its clauses: their subjects, objects and owners."""

import pytest

from bot.model import QuoteKind
from tests.rules import find_quotes

Said = tuple[str, str | None]

ROWS: dict[str, tuple[str, list[Said]]] = {
    "a clause that tells what somebody thinks ends before another": (
        "Als Bürgermeister Adler meinte, dass er die Angst „gut verstehe“, ärgerte sich die Wirtin "
        "sehr und rief: „Das hilft uns nicht.“",
        [("gut verstehe", "Adler"), ("Das hilft uns nicht.", "Wirtin")],
    ),
    "a body behind the comma says nothing": (
        "Die Winzer sprachen von einem „bitteren Jahr“, die Fischer fanden den Fang ordentlich.",
        [("bitteren Jahr", "Winzer")],
    ),
    "an object is nobody who speaks": (
        "Nachts warnte der Fischer, dass er seinen Kahn bald hätte ankündigen müssen und nun "
        "kein Netz mehr hätte: „Dann zahlt ihr.“",
        [("Dann zahlt ihr.", "Fischer")],
    ),
    "whose defeat it was did not explain it": (
        "Winzerchef Jens Adler kam spät. Die Niederlage Tom Raabs führte er auf einen „kalten "
        "Mai“ zurück. Dazu kämen „falsche Hoffnungen“.",
        [("kalten Mai", "Jens Adler"), ("falsche Hoffnungen", "Jens Adler")],
    ),
    "the quarrel of a fisherman says nothing": (
        "Der laute Streit des jungen Fischers mit der Wirtin ging weiter. „Ich gehe“, sagte er.",
        [("Ich gehe", None)],
    ),
    "a surname and then he": (
        "Luitgard Voss erinnerte an den Deich. „Ich spare seit Mai“, ärgerte sich Brauer. "
        "„Wenn es reicht, bin ich froh“, betonte er.",
        [("Ich spare seit Mai", "Brauer"), ("Wenn es reicht, bin ich froh", "Brauer")],
    ),
    "the deputy behind the verb is its subject": (
        "Deichgraf Jens Adler schwieg nicht. Das lange Zögern von Kern bis zu dessen Erklärung "
        "nannte der Landesrat „peinlich“.",
        [("peinlich", "Jens Adler")],
    ),
    "whom somebody accuses does not accuse": (
        "Fischerin Clara Voss und Wirt Jens Adler leiten den Hafen. Vorstand Tom Raab wirft er "
        "vor, er prahle mit seiner „kalten Art“.",
        [("kalten Art", "Jens Adler")],
    ),
    "who is reported to have said it": (
        "Der Staatsanwalt sah Vorsatz. Die Fischerin habe betont, sie habe „kein Netz bewegt“.",
        [("kein Netz bewegt", "Fischerin")],
    ),
    "an afterword says nothing": (
        "Klubsprecher Jens Adler trat vor. „Es bebt“, sagte Adler. Nachsatz: „Es bebt noch lange.“",
        [("Es bebt", "Jens Adler"), ("Es bebt noch lange.", "Jens Adler")],
    ),
    "who does one thing more behind a comma": (
        "Fischerin Clara Voss liest aus dem alten Logbuch, um den Rat zu ärgern, wirft ihm „blinde "
        "Gier“ vor. Die Winzer verlangen mehr Zeit, nennen den Beschluss „ganz übereilt“.",
        [("blinde Gier", "Clara Voss"), ("ganz übereilt", "Winzer")],
    ),
    "a known surname ends before the noun": (
        "Wirtin Clara Voss kam in den Rat. Der Beschluss bringt laut Voss Ärger in den Hafen: Man "
        "sei „richtig wütend“.",
        [("richtig wütend", "Clara Voss")],
    ),
    "the source in a clause before the colon": (
        "Die Gemeinde spart. Das Bad, so Deichgraf Jens Adler, koste zu viel: „Wir schließen es.“",
        [("Wir schließen es.", "Jens Adler")],
    ),
    "whoever is named in what is said does not say it": (
        "Clara Voss leitet den Hafen. Voss sei zu alt, meinte die Fischerin: „Sie schläft.“ Tom "
        "Raab nickte. „Gegen Raab ist sie jung“, sagte er.",
        [("Sie schläft.", "Fischerin"), ("Gegen Raab ist sie jung", None)],
    ),
    "a noun for a company means the one that the text named": (
        "Die Reederei Nordlicht stellt zwei Boote still. Das trifft den Hafen. „Es gibt zu wenig "
        "Gäste“, so das Unternehmen. „Wir streiken“, rief die Gewerkschaft.",
        [("Es gibt zu wenig Gäste", "Reederei Nordlicht"), ("Wir streiken", "Gewerkschaft")],
    ),
    "a maker is no person": (
        "Der Autobauer Brivo schließt ein Werk. „Wir bedauern das“, teilte der Konzern mit.",
        [("Wir bedauern das", "Autobauer Brivo")],
    ),
    "a trade of whom the sentence before is about": (
        "„Sie sterben“, sagt Winzerin Clara Voss. Kollege Tom Raab aus Halden wägt ab. „Die Zahl "
        "ist klein“, sagt der Imker.",
        [("Sie sterben", "Clara Voss"), ("Die Zahl ist klein", "Tom Raab")],
    ),
    "of whom it is reported that they shouted": (
        "„Ich springe“, habe einer der Fischer vom Kai gerufen. Dann sei es still gewesen.",
        [("Ich springe", "einer der Fischer vom Kai")],
    ),
    "an office of another country": (
        "Der norwegische Minister Jens Adler kam spät. „Das Netz ist leer“, klagte Adler. Der "
        "dänische Minister lachte: „Unseres nicht.“",
        [("Das Netz ist leer", "Jens Adler"), ("Unseres nicht.", "dänische Minister")],
    ),
    "papers are no surname of whoever speaks next": (
        "Der Kahn ist laut Hafenunterlagen alt. „Er hält noch“, sagte der Lotse.",
        [("Er hält noch", "Lotse")],
    ),
    "a small word before the verb is no name": (
        "Der Deichrat tagte lang. Also forderte die Schleusenverwaltung: „Kommt am Montag.“",
        [("Kommt am Montag.", "Schleusenverwaltung")],
    ),
    "a day or an adverb before the participle": (
        "Die Winzer klagten laut. Der Sprecher Jens Adler hatte am Freitag betont, den Wirten "
        "gehe es darum, „ob der Wein reicht“. Am Montag hatte Clara Voss noch gesagt: „Er reicht.“",
        [("ob der Wein reicht", "Jens Adler"), ("Er reicht.", "Clara Voss")],
    ),
    "a bracket tells who it was": (
        "Wirtin Clara Voss und Deichgraf Jens Adler sehen es so: Der Fang sei „völlig verdorben“ "
        "(Voss), das Wetter „übel wie nie“ (Adler).",
        [("völlig verdorben", "Clara Voss"), ("übel wie nie", "Jens Adler")],
    ),
    "a noun behind a man is no name": (
        "Der Halter des Kahns glaubt an Absicht. Nun will der Mann Klage erheben. Er bleibt dabei: "
        "„Es war kein Unglück auf See.“",
        [("Es war kein Unglück auf See.", "Halter des Kahns")],
    ),
    "her reason for something": (
        "Clara Voss nimmt kein Geld. Ihre Begründung für den Verzicht: „Ich habe genug.“",
        [("Ich habe genug.", "Clara Voss")],
    ),
    "an Austrian office ends with a full stop": (
        "Wien - „Es ist genug im Netz“, meinte gestern LAbg. Jens Adler zum Fang.",
        [("Es ist genug im Netz", "Jens Adler")],
    ),
    "what somebody complains of ends before the colon": (
        "Clara Voss sprach auch die Worte des Wirts an, der klagte, dass Deichgraf Jens Adler sich "
        "wegen Fiebers entschuldigt hat: „Mich wundert das sehr.“",
        [("Mich wundert das sehr.", "Clara Voss")],
    ),
    "a heading before the sentence": (
        "Der Haken: Die Angeklagte gab zu, Lärm gehört zu haben. „Ich lief fort“, sagte sie.",
        [("Ich lief fort", "Angeklagte")],
    ),
    "another trade of whoever has just spoken": (
        "Bezirksleiter Jens Adler wartet. „Wir wollen ein Zeichen“, sagte Adler. „Es wird nur "
        "gekürzt“, rügte der Ökonom.",
        [("Wir wollen ein Zeichen", "Jens Adler"), ("Es wird nur gekürzt", "Jens Adler")],
    ),
    "a trade of which two men may be meant": (
        "Bezirksleiter Jens Adler wartet. „Wir wollen ein Zeichen“, sagte Adler. Bürgermeister "
        "Tom Raab kam spät. „Es wird nur gekürzt“, rügte der Verbandsobmann.",
        [("Wir wollen ein Zeichen", "Jens Adler"), ("Es wird nur gekürzt", None)],
    ),
    "a small word behind the marks is no noun": (
        "Es fehle Geld, was dem Hafen „arg“ schaden werde, so Clara Voss.",
        [("arg", "Clara Voss")],
    ),
    "an office before a surname alone": (
        "Verteidiger Jens Adler kam. Verteidiger Adler verwies auf die „bittere Not“ im Dorf.",
        [("bittere Not", "Jens Adler")],
    ),
    "two participles share a subject": (
        "Die Wirtin Ida Roth hat den Koch gelobt und die Gemeinde „mutig“ genannt.",
        [("mutig", "Ida Roth")],
    ),
    "the words of somebody without a name": (
        "Clara Voss gratuliert nicht. Grund ist ein Satz des Haldener Exministers: „Ich bleibe.“",
        [("Ich bleibe.", None)],
    ),
    "the words of somebody with a name": (
        "Clara Voss erinnert an ein Zitat von Jens Adler: „Fische warten nicht.“",
        [("Fische warten nicht.", "Jens Adler")],
    ),
    "whose wish it is": (
        "Deichgraf Jens Adler klagt. „Das hilft keinem“, so Adler.\n\nEr will bleiben. "
        "Sein Wunsch: „Wir brauchen ein Wehr.“",
        [("Das hilft keinem", "Jens Adler"), ("Wir brauchen ein Wehr.", "Jens Adler")],
    ),
    "a noun that somebody is said to want": (
        "Richterin Clara Voss sagte, dass der Wirt eine „Verschleppung“ anstrebe.",
        [("Verschleppung", "Clara Voss")],
    ),
    "a successor and whose it is": (
        "Deichgraf Jens Adler prahlt gern. Das Wehr halte, gab die Nachfolgerin Tom Haases "
        "zu Protokoll, es sei »fest gebaut und trocken«.",
        [("fest gebaut und trocken", "Nachfolgerin Tom Haases")],
    ),
    "an evening is no part of the office": (
        "Fischerin Clara Voss mahnt. „Jetzt sind alle gefragt“, sagte die Fischerin am "
        "Donnerstagabend bei einem Treffen der Winzer in Oslo.",
        [("Jetzt sind alle gefragt", "Clara Voss")],
    ),
    "a noun between the mood of reports and its verb": (
        "Die Wirtin werde zu einem „Freundschaftsbesuch“ in Oslo sein, teilte Tom Haase mit.",
        [("Freundschaftsbesuch", "Tom Haase")],
    ),
    "plain words are found by somebody": (
        "Deutliche Worte findet ein Fischer, der seit dem Mai am Deich lebt: „Der Damm bricht.“",
        [("Der Damm bricht.", "Fischer")],
    ),
}


@pytest.mark.parametrize(("text", "said"), ROWS.values(), ids=ROWS)
def test_a_german_clause_tells_whose_words_it_brings(text: str, said: list[Said]) -> None:
    quotes = [
        quote for quote in find_quotes(text, (), "de") if quote.kind is not QuoteKind.INDIRECT
    ]
    assert [(quote.span.of(text), quote.speaker) for quote in quotes] == said
