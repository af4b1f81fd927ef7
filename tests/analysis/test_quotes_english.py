"""Who is named for a quotation in English: a row a rule, with what the rule must leave alone."""

import pytest

from bot.analysis.quotes import find_quotes
from bot.model import QuoteKind

SPEAKERS: dict[str, tuple[str, list[str | None]]] = {
    "whom a sentence is about comes before the subject of its last clause": (
        "“He is a good choice,” Sami Harb told the paper.\n\nTom Lund is loved by many.\n\n"
        "But Harb knows what Lund may do to the talks.\n\n“He will sink them,” he said.",
        ["Sami Harb", "Sami Harb"],
    ),
    "a relative who never speaks": (
        "Linda Wen said her parents had loved the town. Her mother, Jane Ong, was born there.\n\n"
        "“I remember the shop,” she said.",
        ["Linda Wen"],
    ),
    "a relative who speaks": (
        "Linda Wen loved the town. Her mother, Jane Ong, was born there.\n\n"
        "“I remember the shop,” she said. “It was small,” Ong said.",
        ["Jane Ong", "Jane Ong"],
    ),
    "a sentence about somebody else leads to the words behind it": (
        "“We are ready,” Tom Lund said.\n\nAna Lind, the ambassador to Halden, told Brae World a "
        "few firms have come. “They have asked for more.”",
        ["Tom Lund", "Ana Lind"],
    ),
    "the expert is the gardener who spoke": (
        "“The soil must be dry,” says Petra Halm from Brae Gardens.\n\nExperts advise care. "
        "“They need water,” the expert explains.",
        ["Petra Halm", "Petra Halm"],
    ),
    "the expert is nobody who has an office": (
        "“We have paid,” said Mayor Petra Halm.\n\n“They have not,” the expert explains.",
        ["Petra Halm", "expert"],
    ),
    "one word in marks, and the speaker at the end": (
        "Lund is seen as a “hard-liner” even at home, said Jane Roe, a fellow at Brae College.",
        ["Jane Roe"],
    ),
    "whose words stand in a clause is told before the verb": (
        "Tom Lund, who lost 16 lbs. “and two belt loops” in May, says the diet is fun.",
        [],
    ),
    "an adverb in marks before its verb": (
        "Jane Roe said during a visit that she would “gladly” sign it.",
        ["Jane Roe"],
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_each_english_quotation_has_the_right_speaker_or_none(case: str) -> None:
    text, speakers = SPEAKERS[case]
    quotes = find_quotes(text, (), "en")
    assert [q.speaker for q in quotes if q.kind is not QuoteKind.INDIRECT] == speakers
