"""Who is named in English texts about relatives and rivals, or far from the verb."""

import pytest

from bot.model import QuoteKind
from tests.rules import find_quotes

SPEAKERS: dict[str, tuple[str, list[str | None]]] = {
    "a witness whom the text names": (
        "A witness, Oda Brandt, told the inquest about the ferry.\n\n“It drifted all "
        "night,” the witness said. Asked for the reason, she said, “Nobody tied it.”",
        ["Oda Brandt", "Oda Brandt"],
    ),
    "a mother who has the surname only with a title": (
        "The mum of a lad lost in the fog calls him “fearless”.\n\nEdwin Farr, 17, went "
        "climbing. Edwin's mum, Petra, said he was “stubborn” and “tidy”.\n\n“He packed at "
        "dawn,” Ms Farr said.\n\nEdwin's mum added: “He took my torch.”",
        ["Petra Farr"] * 5,
    ),
    "whoever is written to is not whoever writes": (
        "In a note to Hugo Stam, the curate said the organ was “quite beyond help”.",
        ["curate"],
    ),
    "a woman without a name after somebody she wrote to": (
        "Hugo Stam, the verger, wrote that he was tired.\n\nIn her letter to Hugo Stam, the woman "
        "accused Canon Lyle of snoring. The woman said she could not pray.\n\nShe called it “a "
        "saw in a bucket”.",
        ["woman"],
    ),
    "what several call the doing of another": (
        "Some bakers march against what they called “stale flour and tall "
        "bills” by Mayor Ruth Olsen.",
        ["Some bakers"],
    ),
    "who is blamed for a gibe": (
        "Stam hits back at Olsen for ‘wet verger’ jibe\n\nVerger Hugo Stam is cross with "
        "mayor Ruth Olsen.",
        ["Ruth Olsen"],
    ),
    "in whose eyes it is so": (
        "For bell-ringer Nils Aune the peal “shows what we can do when the ropes are dry”. For "
        "treasurer Iva Lunn, the day was “dear but worth each coin”.",
        ["Nils Aune", "Iva Lunn"],
    ),
    "dashes between a name and its verb": (
        "Sexton Nils Aune – after a long and windy evening – told the Courier that “the tower "
        "hums like a hive”.",
        ["Nils Aune"],
    ),
    "a trade that ends like a gerund": (
        "Rowing coach Iva Lunn was modest about the cup, saying that she “held the towels”.",
        ["Iva Lunn"],
    ),
    "an office before a name that more is told of": (
        "Fisheries Minister Edda Voss, a mother of two, met the trawlermen. Finance Minister "
        "Nils Aune left early.\n\n“The nets are full,” the fisheries minister said.",
        ["Edda Voss"],
    ),
    "the last of two ministers": (
        "Culture Minister Nils Aune was silent. The bill, according to Fisheries Minister Edda "
        "Voss, exposed Mr Aune's “love of fog”.\n\n“Who wrote it?” the minister asked.",
        ["Edda Voss", "Edda Voss"],
    ),
    "several people of a trade that nobody lists": (
        "The board rued a levy that protestors described as a “tax on herring”. The levy was read "
        "out at the pier, where deckhand Olaf Brun said he had “no coin left” but admitted the "
        "rope was “a bit too short”.",
        ["protestors", "Olaf Brun", "Olaf Brun"],
    ),
    "an adjective of whoever describes a thing": (
        "Skipper Olaf Brun said that apart from one “foggy” morning he “saw nothing”. He "
        "described it as a “restful” voyage.",
        ["Olaf Brun"] * 3,
    ),
    "whole phrases before a verb": (
        "Members of the governing herring board slammed Nils Aune for “hiding the nets”.",
        ["Members of the governing herring board"],
    ),
    "who tells what others reject": (
        "Deckhand Olaf Brun tweeted that the port had rejected the levy by “refusing to pay a "
        "single herring”.",
        ["Olaf Brun"],
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_each_quotation_about_relatives_and_rivals_has_the_right_speaker_or_none(case: str) -> None:
    text, speakers = SPEAKERS[case]
    quotes = find_quotes(text, (), "en")
    assert [q.speaker for q in quotes if q.kind is not QuoteKind.INDIRECT] == speakers
