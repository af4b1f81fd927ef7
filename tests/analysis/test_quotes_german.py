"""Whose words a German text brings: trades, offices, verbs in two, clauses and headlines."""

import pytest

from bot.model import QuoteKind
from tests.rules import find_quotes

Said = tuple[str, str | None]

ROWS: dict[str, tuple[str, list[Said]]] = {
    "a trade put together": (
        "„Das Wehr hält“, sagte die Wasserverbandspräsidentin Ida Holm.",
        [("Das Wehr hält", "Ida Holm")],
    ),
    "a trade put together without a name": (
        "„Das Wehr hält“, sagte der Deichwerkstattleiter am Abend.",
        [("Das Wehr hält", "Deichwerkstattleiter")],
    ),
    "trades that share their end": (
        "Hafen-, Deich- und Fährdirektorin Ida Holm sagte: „Wir bleiben offen.“",
        [("Wir bleiben offen.", "Ida Holm")],
    ),
    "an age before the name": (
        "„Ich war allein am Wehr“, sagte der 35 Jahre alte Jens Adler.",
        [("Ich war allein am Wehr", "Jens Adler")],
    ),
    "a name of the nobility": (
        "„Das Gut bleibt offen“, sagte Clara von der Aue.",
        [("Das Gut bleibt offen", "Clara von der Aue")],
    ),
    "a verb in two": (
        "Ida Holm stellte am Abend klar: „Wir bauen das Wehr.“",
        [("Wir bauen das Wehr.", "Ida Holm")],
    ),
    "a verb in two behind the words": (
        "„Wir bauen das Wehr“, stellte Ida Holm am Abend klar.",
        [("Wir bauen das Wehr", "Ida Holm")],
    ),
    "Swiss spelling": (
        "Reto Amsler äussert sich: „Das Wehr ist zu niedrig.“",
        [("Das Wehr ist zu niedrig.", "Reto Amsler")],
    ),
    "a small word before who speaks": (
        "Auch der Bürgermeister sagte: „Wir bauen das Wehr.“",
        [("Wir bauen das Wehr.", "Bürgermeister")],
    ),
    "what is spoken of stands first": (
        "Den Neubau nannte Ministerin Clara Voss „längst überfällig“.",
        [("längst überfällig", "Clara Voss")],
    ),
    "a clause that tells more of who speaks": (
        "Ida Holm, die seit Jahren am Wehr arbeitet, berichtet: „Es wird lauter.“",
        [("Es wird lauter.", "Ida Holm")],
    ),
    "a full stop behind who told it": (
        "Das Wasser kam in der Nacht, wie Jens Adler berichtet. „Wir liefen auf das Dach.“",
        [("Wir liefen auf das Dach.", "Jens Adler")],
    ),
    "a person in a passive": (
        "„Das Wehr hält“, wird Ida Holm zitiert.",
        [("Das Wehr hält", "Ida Holm")],
    ),
    "a headline's colon": (
        "Holm: Der Neubau ist „ein Meilenstein“\n\nIda Holm sprach am Montag über das Wehr.",
        [("ein Meilenstein", "Ida Holm")],
    ),
    "a colon behind what is no person": (
        "Ida Holm kam spät.\n\nDie Bilanz: „Es reicht nicht, wir müssen neu anfangen.“",
        [("Es reicht nicht, wir müssen neu anfangen.", None)],
    ),
    "a quotation behind a rebuke": (
        "Stürmer Jens Adler kritisierte Trainer Marko Ilic scharf. „Wir spielen zu langsam.“",
        [("Wir spielen zu langsam.", "Jens Adler")],
    ),
    "someone without a name": (
        "„Wir liefen auf das Dach“, erzählt eine Anwohnerin.",
        [("Wir liefen auf das Dach", "Anwohnerin")],
    ),
}


@pytest.mark.parametrize(("text", "said"), ROWS.values(), ids=ROWS)
def test_a_german_quote_has_its_speaker(text: str, said: list[Said]) -> None:
    quotes = [
        quote for quote in find_quotes(text, (), "de") if quote.kind is not QuoteKind.INDIRECT
    ]
    assert [(quote.span.of(text), quote.speaker) for quote in quotes] == said


@pytest.mark.parametrize(
    "text",
    [
        "Der Film „Der letzte Deich“ findet sich im Programm.",
        "Im Laden „Nah und Gut“ brennt noch Licht.",
        "Das Konzept „Wehr 2040“ sieht einen Neubau vor.",
    ],
)
def test_a_name_in_marks_is_no_german_quote(text: str) -> None:
    assert find_quotes(text, (), "de") == ()
