"""Whose words a German report brings where its sentences refer to one another."""

import pytest

from bot.model import QuoteKind
from tests.rules import find_quotes

Said = tuple[str, str | None]

ROWS: dict[str, tuple[str, list[Said]]] = {
    "a small adjective makes nobody of a noun": (
        "Ida Holm leitet den Hort. Für betroffene Kinder sei gesorgt. „Keines bleibt allein.“",
        [("Keines bleibt allein.", "Ida Holm")],
    ),
    "there are things before a colon": (
        "Neben Rost gibt es weiteren Ärger: „Die Pumpe steht still“, so der Deichgraf.",
        [("Die Pumpe steht still", "Deichgraf")],
    ),
    "the paper to which somebody speaks": (
        "Die Wirtin Clara Voss klagte. „Der Steg ist morsch“, sagte die Wirtin zur HZ.",
        [("Der Steg ist morsch", "Clara Voss")],
    ),
    "a paper in marks before the verb": (
        "Jens Adler ist Deichgraf. Der Bau sei „auf einem guten Weg“, wie er dem „Boten“ sagte.",
        [("auf einem guten Weg", "Jens Adler")],
    ),
    "two trades before a name": (
        "„Der Steg ist morsch“, rügte Wirtin und Fischerin Clara Voss. „Er bricht“, so die Wirtin.",
        [("Der Steg ist morsch", "Clara Voss"), ("Er bricht", "Clara Voss")],
    ),
    "a party in fewer letters": (
        "AXÖ-Chef Jens Adler kam spät. „Es eilt nicht“, meinte der AX-Vorsitzende.",
        [("Es eilt nicht", "Jens Adler")],
    ),
    "an office before its bearer": (
        "Streit um das Wehr\n\nDer Plan ist „ein schlechter Witz“, sagt der AX-Sprecher.\n\n"
        "Jens Adler, der Sprecher der AX, legte am Abend nach.",
        [("ein schlechter Witz", "Jens Adler")],
    ),
    "the trade tells of a woman": (
        "Das Haus leitet Intendantin Sanja Perk. „Wir spielen weiter“, sagte sie.",
        [("Wir spielen weiter", "Sanja Perk")],
    ),
    "what somebody wishes is told": (
        "Fischerin Clara Voss hofft auf Hilfe. Die Stadt möge zahlen. „Wir warten schon lange.“",
        [("Wir warten schon lange.", "Clara Voss")],
    ),
    "a title in marks is nobody's turn": (
        "„Der Steg ist morsch“, sagte Clara Voss. Jens Adler las den „Boten“. „Das stimmt nicht.“",
        [("Der Steg ist morsch", "Clara Voss"), ("Das stimmt nicht.", "Jens Adler")],
    ),
    "who tells of what another said": (
        "Die Zahlen seien schlecht, da die Bank gewarnt habe, dass es „große Lücken“ gebe, sagte "
        "Ökonomin Clara Voss. „Das kostet viel Vertrauen.“",
        [("große Lücken", "Bank"), ("Das kostet viel Vertrauen.", "Clara Voss")],
    ),
    "a clause that goes on": (
        "Clara Voss hat einen Wunsch, sagt: „Der Steg muss neu gebaut werden.“",
        [("Der Steg muss neu gebaut werden.", "Clara Voss")],
    ),
    "nobody in particular before a colon": (
        "„Da hilft nur Geduld“, meinte Clara Voss. Man dürfe nicht eilen: „Der Steg trägt noch.“",
        [("Da hilft nur Geduld", "Clara Voss"), ("Der Steg trägt noch.", "Clara Voss")],
    ),
    "hearsay": (
        "„Da hilft nur Geduld“, meinte Clara Voss. Wörtlich heißt es: „Der Steg trägt noch.“",
        [("Da hilft nur Geduld", "Clara Voss"), ("Der Steg trägt noch.", None)],
    ),
    "of whom a sentence tells behind the words": (
        "„Es bricht mir das Herz“: Fischerin Clara Voss konnte es kaum fassen.",
        [("Es bricht mir das Herz", "Clara Voss")],
    ),
    "somebody calls out behind another's clause": (
        "Als Rat Jens Adler um Ruhe bat, wurde er unterbrochen, „Wir wollen Taten sehen“, rief ein "
        "Fischer.",
        [("Wir wollen Taten sehen", "Fischer")],
    ),
    "several are not one woman": (
        "Bürgermeisterin Clara Voss kam spät. Sie schwiegen lange. „Wir geben das Haus nicht her!“",
        [("Wir geben das Haus nicht her!", None)],
    ),
    "a nameless man of whom the text goes on to tell": (
        "Acht Wochen nach dem Brand hat der 41 Jahre alte Hausmeister ausgesagt. Im März hatte er "
        "das Bootshaus angezündet. Nun wird ihm der Prozess gemacht. „Es tut mir leid“, sagte er.",
        [("Es tut mir leid", "Hausmeister")],
    ),
    "judgements of one word": (
        "Clara Voss sprach bei dem Treffen am Steg von einem „Deichdrama“, das für die Fischer "
        "„verheerend“ sei. Sie beklagte die wachsende „Gleichgültigkeit“ gegen die Fischer.",
        [
            ("Deichdrama", "Clara Voss"),
            ("verheerend", "Clara Voss"),
            ("Gleichgültigkeit", "Clara Voss"),
        ],
    ),
    "words in marks that only go on with a sentence": (
        "„Der Steg ist morsch“, sagte Clara Voss. Der Bau aber „kommt nicht vor dem Sommer“.",
        [("Der Steg ist morsch", "Clara Voss"), ("kommt nicht vor dem Sommer", "Clara Voss")],
    ),
    "such words of whom another tells": (
        "„Der Steg ist morsch“, sagte Clara Voss. Jens Adler schätzt den Bau als „groß, aber nicht "
        "zu groß“.",
        [("Der Steg ist morsch", "Clara Voss")],
    ),
    "the subject's own word": (
        "Wirt Jens Adler hatte das Haus laut eigener Aussage „mit bloßen Händen“ gebaut.",
        [("mit bloßen Händen", "Jens Adler")],
    ),
    "a new paragraph goes on in the mood of reports": (
        "„Der Steg ist morsch“, sagte Clara Voss.\n\nVom Rat sei nichts zu hören: „Der schweigt.“",
        [("Der Steg ist morsch", "Clara Voss"), ("Der schweigt.", "Clara Voss")],
    ),
    "what somebody lacks is no name": (
        "Der Fischerin Clara Voss missfällt der Plan. Am Wehr bestehen laut der Fischerin Mängel. "
        "Schlecht sei „der schiefe Steg“ an der Mühle.",
        [("der schiefe Steg", "Clara Voss")],
    ),
    "the mayor in two letters": (
        "Oberbürgermeister Jens Adler ruderte mit. „Kalt und nass“, meinte der OB im Ziel.",
        [("Kalt und nass", "Jens Adler")],
    ),
    "somebody for whom it is no matter": (
        "Wirt Jens Adler lacht.\n\nFür Adler ohnehin ein alter Hut: „Das Dach leckt seit Mai.“",
        [("Das Dach leckt seit Mai.", "Jens Adler")],
    ),
    "examples before a colon": (
        "Clara Voss schwieg.\n\nAm Wehr fielen auch Sätze wie diese: „Der Steg gehört uns allen.“",
        [("Der Steg gehört uns allen.", None)],
    ),
    "that says somebody": (
        "Am Wehr „Wir packen heute ein“: Das sagt Fischerin Clara Voss und seufzt.",
        [("Wir packen heute ein", "Clara Voss")],
    ),
    "where somebody is from": (
        "Fischer Jens Adler packt ein. „Der Fang war klein“, sagt der Haldener.",
        [("Der Fang war klein", "Jens Adler")],
    ),
    "voices after a match": (
        "Ruder-Derby am Wehr\n\nJens Adler (Trainer RC Halden): „Das war ganz stark von uns.“\n\n"
        "Ruvik Sannes (RC Brae): „Uns fehlte einfach die Kraft.“",
        [
            ("Das war ganz stark von uns.", "Jens Adler"),
            ("Uns fehlte einfach die Kraft.", "Ruvik Sannes"),
        ],
    ),
    "voices under lines with names": (
        "Stimmen zum Derby\n\nTrainer Jens Adler\n\n„Das war ganz stark von uns.“\n\nIda Holm\n\n"
        "„Uns fehlte einfach die Kraft.“",
        [
            ("Das war ganz stark von uns.", "Jens Adler"),
            ("Uns fehlte einfach die Kraft.", "Ida Holm"),
        ],
    ),
    "who is asked by name": (
        "Das Derby ging verloren. Wie geht es weiter, Trainer Jens Adler? „Wir rudern mehr.“",
        [("Wir rudern mehr.", "Jens Adler")],
    ),
    "a verb that no list has, and a pronoun": (
        "Fischer Jens Adler kam spät. „Der Rat pennt“, raunzte er in die Runde.",
        [("Der Rat pennt", "Jens Adler")],
    ),
    "an office behind a name and its letters": (
        "Clara Voss, Vorständin der Haldener Fähren (HF) mahnte zur Ruhe: „Wir fahren weiter.“",
        [("Wir fahren weiter.", "Clara Voss")],
    ),
    "two large words": (
        "„Reiner Unfug“, schimpft Fischerin Clara Voss.",
        [("Reiner Unfug", "Clara Voss")],
    ),
    "the age of whoever spoke last": (
        "„Der Rat pennt“, rügte Fischer Jens Adler den Ratsherrn Tom Roe. Es sei spät, sagte der "
        "64-Jährige. „Wir warten nicht.“",
        [("Der Rat pennt", "Jens Adler"), ("Wir warten nicht.", "Jens Adler")],
    ),
    "a body that a pronoun means": (
        "Die Hafenbehörde prüfte den Kran. Sie nannte ihn am Abend „nicht mehr sicher“.",
        [("nicht mehr sicher", "Hafenbehörde")],
    ),
    "a team is no person": (
        "Fischer Jens Adler verlor gegen Ida Lunds Ruder-Team. „Ich war müde“, sagte der Haldener.",
        [("Ich war müde", "Jens Adler")],
    ),
    "any chief": (
        "Clara Voss, Präsidentin des Hafenamts, klagte laut. „Es fehlt Geld“, so die "
        "Behördenchefin.",
        [("Es fehlt Geld", "Clara Voss")],
    ),
    "a heading with its matter": (
        "Deichbau: „Lage für Fischer schlimm“\n\nDer Rat tagte lange.",
        [("Lage für Fischer schlimm", None)],
    ),
    "who backs somebody": (
        "Der Deichgraf erhielt Rückendeckung von Voss: „Er baut gut“\n\nClara Voss kam zum Wehr.",
        [("Er baut gut", "Clara Voss")],
    ),
    "one noun judged with its adjective": (
        "Ein Fischer hatte den Umbau als wahren „Pfusch“ bezeichnet.",
        [("Pfusch", "Fischer")],
    ),
    "a strange thing is nobody else": (
        "Clara Voss mahnte zur „Eile am Wehr“. Dass eine seltsame Eile herrsche, sei ihr recht. "
        "„Wir warten nicht gern“, der Rat sei träge.",
        [("Eile am Wehr", "Clara Voss"), ("Wir warten nicht gern", "Clara Voss")],
    ),
    "a condition that is told": (
        "Jens Adler schwieg. Wenn der Damm reiße, müsse man fliehen, sagte Clara Voss. "
        "„Wir üben das jeden Monat.“",
        [("Wir üben das jeden Monat.", "Clara Voss")],
    ),
    "whom it moves": (
        "„Der neue Steg trägt uns alle“, ist die Fischerin gerührt.",
        [("Der neue Steg trägt uns alle", "Fischerin")],
    ),
    "a comma within the marks": (
        "Cheftrainer Jens Adler jubelte. “Sie rudert wie der Wind,” so der Trainer.",
        [("Sie rudert wie der Wind,", "Jens Adler")],
    ),
    "one is only an opening": (
        "Man bangt lange, dann kann Deichgraf Jens Adler leise Entwarnung geben: „Der Damm hält.“",
        [("Der Damm hält.", "Jens Adler")],
    ),
    "a noun behind the name is no part of it": (
        "Nachts konnte Deichgraf Jens Adler Entwarnung geben: „Der Damm hält.“",
        [("Der Damm hält.", "Jens Adler")],
    ),
    "a hyphen before the marks": (
        "Fischerin Clara Voss sprach im HTV-„Morgenblick“ über das Wehr. „Es bricht“, sagte sie.",
        [("Es bricht", "Clara Voss")],
    ),
    "what is heard at a body": (
        "Die Lese sei „in bestem Gang“, Birnen reiften auch, hieß es beim Winzerverband.",
        [("in bestem Gang", "Winzerverband")],
    ),
}


@pytest.mark.parametrize(("text", "said"), ROWS.values(), ids=ROWS)
def test_a_quote_of_a_german_report_has_its_speaker(text: str, said: list[Said]) -> None:
    quotes = [
        quote for quote in find_quotes(text, (), "de") if quote.kind is not QuoteKind.INDIRECT
    ]
    assert [(quote.span.of(text), quote.speaker) for quote in quotes] == said
