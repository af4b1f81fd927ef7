"""Whom an article means by a gesture, a noun or an unusual name: a row a rule."""

import pytest

from bot.model import QuoteKind
from tests.rules import find_quotes

SPEAKERS: dict[tuple[str, str], tuple[str, list[str | None]]] = {
    ("en", "a surname that no name came before, with a gesture"): (
        "“I rowed,” said Kip Moss.\n\nAddo laughed at that. “He slept,” she said.",
        ["Kip Moss", "Addo"],
    ),
    ("en", "a gesture of everyone"): (
        "“I rowed,” said Kip Moss.\n\nEveryone laughed. “I did row,” Moss said.",
        ["Kip Moss", "Kip Moss"],
    ),
    ("en", "a verb in two words"): (
        "Kip Moss was late. “The oars broke,” he went on. “Twice!” he burst out.",
        ["Kip Moss", "Kip Moss"],
    ),
    ("en", "a given name that is a small word elsewhere"): (
        "The crew was cross. “It is a fraud,” said Per Lund, who rows. “They lied.”\n\n"
        "But Lund, 54, stays. “I like oars,” he said.",
        ["Per Lund", "Per Lund", "Per Lund"],
    ),
    ("en", "a body by the noun of its name, though another spoke last"): (
        "Ida Ferry is of the Institute for Oars.\n\n“We are safe,” the Canal Authority said.\n\n"
        "The institute said it stood by Ferry. “They were asked,” it said.",
        ["Canal Authority", "Institute for Oars"],
    ),
    ("en", "a body that is of another kind"): (
        "“We are safe,” the Canal Authority said. “We doubt that,” the committee said.",
        ["Canal Authority", "committee"],
    ),
    ("en", "the boss of a firm, before a participle"): (
        "The firm's boss, Ann Moss, walked out, calling the offer “a farce from end to end”.",
        ["Ann Moss"],
    ),
    ("en", "a feeling that somebody tells of others"): (
        "The mayor of Brae said the town felt “left behind by the canal”.",
        ["mayor of Brae"],
    ),
    ("en", "the work that an epithet names"): (
        "A singer is ill\n\nLia Marr has cancelled her concert on the quay.\n\n"
        "The 29-year-old “Low Tide” star told fans she was “quite beside herself”.",
        ["Lia Marr"],
    ),
    ("en", "whoever was asked by another"): (
        "Helen Grange, the prosecutor, spoke first.\n\nA cook said that Moss “seemed well”. "
        "Asked by Grange about the night, she replied: “He left early.”",
        ["cook", "cook"],
    ),
    ("en", "a wife's surname, after her husband spoke once"): (
        "“I am out,” Mayor Renee Cast said. Cast's husband, Bill, wept. “She ran well,” he "
        "said.\n\n“I ran badly,” Cast said.",
        ["Renee Cast", "Bill", "Renee Cast"],
    ),
    ("en", "turns whose labels grow shorter"): (
        "The council met on the quay.\n\nMAYOR JANE ROE: We have shut the locks.\n\n"
        "REPORTER: For how long?\n\nROE: As long as it takes. Nobody should row.",
        ["JANE ROE", "JANE ROE"],
    ),
    ("en", "a calling by its other name"): (
        "“It melts,” said Ida Ferry, a geologist and author of the book.\n\n“We will act,” wrote "
        "the minister, Ana Lake.\n\n“It is late,” the researcher fears.",
        ["Ida Ferry", "Ana Lake", "Ida Ferry"],
    ),
    ("en", "whose office stands before a relative clause"): (
        "Paul Marsh, leader of the left, who called the levy “a very old trick”, went home.",
        ["Paul Marsh"],
    ),
    ("en", "whoever was asked whether he would"): (
        "“Yes,” said Todd Marsh. Walt Finch left.\n\nAsked if he would row with Ida, Finch smiled "
        "and said: “Let me sleep first.”",
        ["Todd Marsh", "Walt Finch"],
    ),
    ("en", "somebody with whom a story opens, and who is named next"): (
        "A night in the reeds\n\nA rower has told of three nights in the reeds.\n\nLewis Finch, "
        "24, lost his oars on Monday.\n\n“I sang to the ducks,” the rower said.",
        ["Lewis Finch"],
    ),
    ("en", "what somebody likes to say"): (
        "Walter Finch, who has died, liked to say that he had “never rowed an honest mile”.",
        ["Walter Finch"],
    ),
    ("en", "a given name that is a title too, before a particle"): (
        "“They came,” said Tom Marsh.\n\nOarswoman Dean van Brae had no complaints. “They won.”",
        ["Tom Marsh", "Dean van Brae"],
    ),
    ("en", "an office over a field, before the name"): (
        "Minister for Canals Declan Marsh said the plan “needs a very long time”.",
        ["Declan Marsh"],
    ),
    ("en", "a deputy and an officer by other words"): (
        "Rowers lose\n\nAoife Marsh TD spoke first. “We lose,” said the deputy.\n\n"
        "DS Tom Finch came late. “We row,” the officer added.",
        ["Aoife Marsh", "Tom Finch"],
    ),
    ("fr", "a verb that leads to one of saying"): (
        "« Tout fond », souffle Ida Ferrat, géologue. « Et alors ? », ironise Nordlac.\n\n"
        "« Rien n’est perdu », veut croire la chercheuse.",
        ["Ida Ferrat", "Nordlac", "Ida Ferrat"],
    ),
    ("fr", "whose office stands before a relative clause"): (
        "« On dérive », lance Paul Sarre, chef de file des rameurs, qui exige « de vraies rames ».",
        ["Paul Sarre", "Paul Sarre"],
    ),
    ("es", "a verb that leads to one of saying"): (
        "«No remaremos», hizo saber la patrona, Ana Roca. «Ya veremos», dejó entrever Luis Paz.",
        ["Ana Roca", "Luis Paz"],
    ),
    ("es", "a calling by its other name"): (
        "«Todo se funde», señala Sofía Bern, oceanóloga. «Actuaremos», escribió la ministra, Ana "
        "Lago.\n\n«Aún hay tiempo», cree la investigadora.",
        ["Sofía Bern", "Ana Lago", "Sofía Bern"],
    ),
    ("es", "whose office stands before a relative clause"): (
        "Ana Roca, portavoz de los remeros, que reclama «unos remos de verdad», se fue.",
        ["Ana Roca"],
    ),
    ("es", "what ends a subject behind its verb"): (
        "«No hay remos», soltó el patrón antes de zarpar.",
        ["patrón"],
    ),
    ("es", "a paper as the hearer is no title"): (
        "Fuentes del puerto indicaron a este diario que «habrá remos pronto».",
        ["Fuentes del puerto"],
    ),
    ("de", "many firms are not somebody else who speaks"): (
        "„Die Ruder fehlen“, klagte Kammerpräsidentin Birgit Zander. Viele Werften müssten "
        "warten. „Das kostet uns Geld und Geduld.“",
        ["Birgit Zander", "Birgit Zander"],
    ),
    ("fr", "in whose eyes she is something"): (
        "« J’ai ramé », raconte Ida Ferrat.\n\nPour le patron, Paul Sarre, elle est « une vraie "
        "chance pour le canal ».",
        ["Ida Ferrat", "Paul Sarre"],
    ),
    ("de", "a verb that turns on its subject"): (
        "Karim Boll rudert. Ida Ross schwimmt.\n\n„Das ist kein Boot“, empört sich Boll.",
        ["Karim Boll"],
    ),
}


@pytest.mark.parametrize(("language", "case"), SPEAKERS)
def test_whoever_an_article_means_is_named(language: str, case: str) -> None:
    text, speakers = SPEAKERS[language, case]
    quotes = find_quotes(text, (), language)
    assert [q.speaker for q in quotes if q.kind is not QuoteKind.INDIRECT] == speakers
