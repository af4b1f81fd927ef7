"""Who is named for a quotation in English: a row a rule, with what the rule must leave alone."""

import pytest

from bot.model import QuoteKind
from tests.rules import find_quotes

SPEAKERS: dict[str, tuple[str, list[str | None]]] = {
    "whom a sentence is about comes before the subject of its last clause": (
        "“He is a fine cook,” Emre Taskin told the guests.\n\nOtto Pike is feared by "
        "waiters.\n\nBut Taskin knows what Pike may do to the soup.\n\n“He will salt it,” he "
        "said.",
        ["Emre Taskin", "Emre Taskin"],
    ),
    "a relative who never speaks": (
        "Rosa Pell said her uncles had built the mill. Her aunt, Cora Dunn, was wed in "
        "it.\n\n“I can smell the flour,” she said.",
        ["Rosa Pell"],
    ),
    "a relative who speaks": (
        "Rosa Pell ran the mill. Her aunt, Cora Dunn, was wed in it.\n\n“I can smell the "
        "flour,” she said. “It was sweet,” Dunn said.",
        ["Cora Dunn", "Cora Dunn"],
    ),
    "a sentence about somebody else leads to the words behind it": (
        "“The nets are dry,” Tom Lund said.\n\nAna Lind, the consul in Norland, told Tor Radio "
        "a dozen skippers have signed. “They would sail tonight.”",
        ["Tom Lund", "Ana Lind"],
    ),
    "the expert is the violin maker who spoke": (
        "“The strings must be warm,” says Petra Halm from Brae Violins.\n\nExperts urge "
        "patience. “They need rest,” the expert explains.",
        ["Petra Halm", "Petra Halm"],
    ),
    "the expert is another where others were named since": (
        "“The bow is cracked,” said Petra Halm.\n\nTom Lund of the Halden Trust was "
        "told.\n\n“It is not,” the expert explains.",
        ["Petra Halm", "expert"],
    ),
    "the fan is whoever spoke last": (
        "“It is steep,” said Petra Halm, a nurse.\n\nThe Brae Owls fan added: “It is worth it.”",
        ["Petra Halm", "Petra Halm"],
    ),
    "a body told of behind an office, and no comma before the verb": (
        "‘It never sticks,’ Gus Moe, head of Tor Glue, a paste maker in Halden told Tela.",
        ["Gus Moe"],
    ),
    "states are no verb before will": (
        "Petra Lind, the league’s first coach, said skaters from Alpine states will gather to "
        "“polish the ice”.",
        ["Petra Lind"],
    ),
    "a list of names goes on with no office of the one before": (
        "Ida Lind, one of the pupils, sighed. She named the pianist Karl Emil Moe, the tenor "
        "Finn Sorel and the cellist Tom Hale.\n\nShe said she “was flat”.",
        ["Ida Lind"],
    ),
    "it was somebody who did it": (
        "It was Nora Finch who came home first, with a lead over Wilma Stagg.\n\n“I am "
        "soaked,” she told Brae Sails.",
        ["Nora Finch"],
    ),
    "a paragraph about another leads to bare words": (
        "“The yeast was old,” Hugo Stern said.\n\nEmil Crane baked his rolls before "
        "dawn.\n\n“They smell of honey.”",
        ["Hugo Stern", "Emil Crane"],
    ),
    "a body that is named before its event": (
        "A pen\n\nQuillo on Friday showed a pen at its Studio Quillo fair. Quillo says it "
        "will be “light as air”.",
        ["Quillo"],
    ),
    "somebody's mother who bears the same surname": (
        "Greta Holm has mended the kite. Oskar Holm‘s mum said, “It flies again.”",
        ["Greta Holm"],
    ),
    "for whom it is": (
        "“It leaks,” says Bode’s dad, Walter. For Silvio Marr, it is easy. “You bail,” he says.",
        ["Walter", "Silvio Marr"],
    ),
    "who is only named in the last paragraph of a quotation": (
        "“It is foggy,” officials said.\n\nThe officials left.\n\n“We must anchor.\n\n“By "
        "noon, we will sail,” Hans Velt concluded.",
        ["officials", "Hans Velt", "Hans Velt"],
    ),
    "a verb behind an aside goes on": (
        "Halden did not sing but, in a note to the choir, called the hymns “too short”.",
        ["Halden"],
    ),
    "a noun before a comma is no adjective": (
        "Brae News said that in many gardens, snails had begun “feasts of lettuce”.",
        ["Brae News"],
    ),
    "a month is nobody": (
        "Ida Brook said May will be wet. The May hay is “a lost crop,” she said.",
        ["Ida Brook"],
    ),
    "a heading that ends with its source": (
        "‘No rain before autumn’: Brae Hydraulics\n\nThe wells sank.",
        ["Brae Hydraulics"],
    ),
    "a story that has left whoever spoke": (
        "“We planted many,” Ed Rusk said.\n\nThe barn is full. The lane is long. The hay is "
        "dear. It will rot.\n\n“Work on the fence is on its way.”",
        ["Ed Rusk", None],
    ),
    "the agency is the one just named": (
        "Floods are near, shows a chart by the Halden Tide Center. The agency repeats that “no "
        "pier is safe”.",
        ["Halden Tide Center"],
    ),
    "the agency is none of two": (
        "The Halden Tide Center works for the Brae River Service. The agency repeats that “no "
        "pier is safe”.",
        ["agency"],
    ),
    "who speaks for others too": (
        "Mayor Tom Roe sat down. Roe and his cousins have praised cider, called it “a marvel” "
        "and gone.",
        ["Tom Roe"],
    ),
    "who closes a sentence about a thing": (
        "That Roe wore the red boots signals a “very odd mood” behind it, says Ida Lind, a tailor.",
        ["Ida Lind"],
    ),
    "a question that begins with Will": (
        "Will Brae float? Ana Crewe is sure. Brae has a keel, she says. “It will float.”",
        ["Ana Crewe"],
    ),
    "another text is meant": (
        "Ponds dried under Tom Roe (see ‘Frogs without ponds’), said Ida Lind.",
        [],
    ),
    "an office of which the text has not told, behind several paragraphs": (
        "Minister Jan Moll said it was mended.\n\n“The roof was bad.\n\n“It was old,” the "
        "government spokesman said.",
        ["Jan Moll", "Jan Moll"],
    ),
    "whom a paper quotes": (
        "“I would paint it green,” village papers quote Tom Roe as saying. The Gazette quoted "
        "Ida Lind as saying “it is crooked”.",
        ["Tom Roe", "Ida Lind"],
    ),
    "the same official": (
        "“It drips,” one Northern official says. Dario Benn, a former official, left.\n\n“The "
        "rope is frayed,” the same official adds.",
        ["one Northern official", "one Northern official"],
    ),
    "he who is named before in the sentence": (
        "“You could not hear a bell,” said Anton Vesely.\n\nWhen Emre Taskin searched for "
        "divers, he told them little. “I swam alone,” he says.",
        ["Anton Vesely", "Emre Taskin"],
    ),
    "unlike another": (
        "“I row,” said Anton Vesely. Emre Taskin does not.\n\nUnlike Anton Vesely, he has no "
        "boat. “I float,” he says.",
        ["Anton Vesely", "Emre Taskin"],
    ),
    "who yawns and speaks behind another's words": (
        "Ida Strand was late. Her uncle will say drily, “Is it noon yet?” Strand yawns and "
        "says, “The clocks run fast.”",
        ["Her uncle", "Ida Strand"],
    ),
    "a surname that is a small word": (
        "Otto Good said it was damp. “Run,” he said.",
        ["Otto Good"],
    ),
    "they who are one source": (
        "A source confirmed that Ida Lind owns no kettle.\n\nThey said: “They boil it in pans.”",
        ["source"],
    ),
    "the name of a feature": (
        "Quillo said it would sell a new “dry ink” feature.",
        [],
    ),
    "one word in marks, and the speaker at the end": (
        "Lund is known as a “chatterbox” even at sea, said Jane Roe, a steward at Brae Ferries.",
        ["Jane Roe"],
    ),
    "whose words stand in a clause is told before the verb": (
        "Tom Lund, who swam 12 km. “and half a ditch” in May, says the water is fine.",
        [],
    ),
    "an adverb in marks before its verb": (
        "Jane Roe said at the fair that she would “gladly” ride it.",
        ["Jane Roe"],
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_each_english_quotation_has_the_right_speaker_or_none(case: str) -> None:
    text, speakers = SPEAKERS[case]
    quotes = find_quotes(text, (), "en")
    assert [q.speaker for q in quotes if q.kind is not QuoteKind.INDIRECT] == speakers
