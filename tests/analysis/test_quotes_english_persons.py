"""Whom an English article means by a gesture, a noun or an unusual name: a row a rule."""

import pytest

from bot.analysis.quotes import find_quotes
from bot.model import QuoteKind

SPEAKERS: dict[str, tuple[str, list[str | None]]] = {
    "a surname that no name came before, with a gesture": (
        "“I rowed,” said Kip Moss.\n\nAddo laughed at that. “He slept,” she said.",
        ["Kip Moss", "Addo"],
    ),
    "a gesture of everyone": (
        "“I rowed,” said Kip Moss.\n\nEveryone laughed. “I did row,” Moss said.",
        ["Kip Moss", "Kip Moss"],
    ),
    "a verb in two words": (
        "Kip Moss was late. “The oars broke,” he went on. “Twice!” he burst out.",
        ["Kip Moss", "Kip Moss"],
    ),
    "a given name that is a small word elsewhere": (
        "The crew was cross. “It is a fraud,” said Per Lund, who rows. “They lied.”\n\n"
        "But Lund, 54, stays. “I like oars,” he said.",
        ["Per Lund", "Per Lund", "Per Lund"],
    ),
    "a body by the noun of its name, though another spoke last": (
        "Ida Ferry is of the Institute for Oars.\n\n“We are safe,” the Canal Authority said.\n\n"
        "The institute said it stood by Ferry. “They were asked,” it said.",
        ["Canal Authority", "Institute for Oars"],
    ),
    "a body that is of another kind": (
        "“We are safe,” the Canal Authority said. “We doubt that,” the committee said.",
        ["Canal Authority", "committee"],
    ),
    "the boss of a firm, before a participle": (
        "The firm's boss, Ann Moss, walked out, calling the offer “a farce from end to end”.",
        ["Ann Moss"],
    ),
    "a feeling that somebody tells of others": (
        "The mayor of Brae said the town felt “left behind by the canal”.",
        ["mayor of Brae"],
    ),
    "the work that an epithet names": (
        "A singer is ill\n\nLia Marr has cancelled her concert on the quay.\n\n"
        "The 29-year-old “Low Tide” star told fans she was “quite beside herself”.",
        ["Lia Marr"],
    ),
    "whoever was asked by another": (
        "Helen Grange, the prosecutor, spoke first.\n\nA cook said that Moss “seemed well”. "
        "Asked by Grange about the night, she replied: “He left early.”",
        ["cook", "cook"],
    ),
    "a wife's surname, after her husband spoke once": (
        "“I am out,” Mayor Renee Cast said. Cast's husband, Bill, wept. “She ran well,” he "
        "said.\n\n“I ran badly,” Cast said.",
        ["Renee Cast", "Bill", "Renee Cast"],
    ),
    "turns whose labels grow shorter": (
        "The council met on the quay.\n\nMAYOR JANE ROE: We have shut the locks.\n\n"
        "REPORTER: For how long?\n\nROE: As long as it takes. Nobody should row.",
        ["JANE ROE", "JANE ROE"],
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_whoever_an_english_article_means_is_named(case: str) -> None:
    text, speakers = SPEAKERS[case]
    quotes = find_quotes(text, (), "en")
    assert [q.speaker for q in quotes if q.kind is not QuoteKind.INDIRECT] == speakers
