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
    "the expert is another where others were named since": (
        "“We have paid,” said Petra Halm.\n\nTom Lund of the Halden Trust was told.\n\n“They have "
        "not,” the expert explains.",
        ["Petra Halm", "expert"],
    ),
    "the fan is whoever spoke last": (
        "“It is loud,” said Petra Halm, a nurse.\n\nThe Brae Owls fan added: “It is fun.”",
        ["Petra Halm", "Petra Halm"],
    ),
    "a body told of behind an office, and no comma before the verb": (
        "‘It is rare,’ Chad Moe, head of Brae Notes, a paper firm in Halden told Vox.",
        ["Chad Moe"],
    ),
    "states are no verb before will": (
        "Kaja Lind, the union’s chief envoy, said envoys from EU states will meet to “turn up the "
        "heat”.",
        ["Kaja Lind"],
    ),
    "a list of names goes on with no office of the one before": (
        "Ida Lind, one of the victims, wept. She named the painter Jean Luc Moe, the baker Glenn "
        "Dubb and the judge Tom Hale.\n\nShe said she “was young”.",
        ["Ida Lind"],
    ),
    "it was somebody who did it": (
        "It was Katie Boult who won first, with a victory over Diana Parr.\n\n“I am glad,” she "
        "told Brae Sports.",
        ["Katie Boult"],
    ),
    "a paragraph about another leads to bare words": (
        "“It was hard,” Andy Mare said.\n\nJack Drape wrapped up his win in two hours.\n\n"
        "“It helps all of us.”",
        ["Andy Mare", "Jack Drape"],
    ),
    "a body that is named before its event": (
        "A plan\n\nLurvo on Monday announced a plan at its Camp Lurvo event. Lurvo says it will be "
        "“fair to all”.",
        ["Lurvo"],
    ),
    "the mother of one of the same surname": (
        "Donna Kell has praised the album. Travis Kell‘s mom said, “I heard it all.”",
        ["Donna Kell"],
    ),
    "for whom it is": (
        "“He is good,” says Wise’s dad, Darrin. For Alfonso Esp, it is simple. “You start,” he "
        "says.",
        ["Darrin", "Alfonso Esp"],
    ),
    "who is only named in the last paragraph of a quotation": (
        "“It is early,” officials said.\n\nThe officials left.\n\n“We must wait.\n\n"
        "“To be clear, we will,” Josh Simm concluded.",
        ["officials", "Josh Simm", "Josh Simm"],
    ),
    "a verb behind an aside goes on": (
        "Halden did not come but, in a letter to the court, called the questions “one-sided”.",
        ["Halden"],
    ),
    "a noun before a comma is no adjective": (
        "Brae News said that in several cases, thieves had begun “talks with guards”.",
        ["Brae News"],
    ),
    "a month is nobody": (
        "Ida Reit said May will be fine. The May data is “a strong report,” she said.",
        ["Ida Reit"],
    ),
    "a heading that ends with its source": (
        "‘No end of the debate’: Brae Economics\n\nThe numbers rose.",
        ["Brae Economics"],
    ),
    "a story that has left whoever spoke": (
        "“We hired many,” Ed Kies said.\n\nThe fund is full. The plan is long. The cost is high. "
        "It will rise.\n\n“Talks with the union are on their way.”",
        ["Ed Kies", None],
    ),
    "the agency is the one just named": (
        "Storms are due, shows a map by the Halden Storm Center. The agency warns that “all is "
        "possible”.",
        ["Halden Storm Center"],
    ),
    "the agency is none of two": (
        "The Halden Storm Center works for the Brae Weather Service. The agency warns that “all is "
        "possible”.",
        ["agency"],
    ),
    "who speaks for others too": (
        "Mayor Tom Roe left. Roe and his party have praised coal, called it “a gift” and gone.",
        ["Tom Roe"],
    ),
    "who closes a sentence about a thing": (
        "That Roe set the new targets signals a “very bold step” towards it, says Ida Lind, an "
        "analyst.",
        ["Ida Lind"],
    ),
    "a question that begins with Will": (
        "Will Brae win? Ana Zhe is sure. Brae has a plan, she says. “It will win.”",
        ["Ana Zhe"],
    ),
    "another text is meant": (
        "Trees fell under Tom Roe (see ‘Birds without trees’), said Ida Lind.",
        [],
    ),
    "an office that the text has not told, at the end of several paragraphs": (
        "Minister Ali Fad said it was paid.\n\n“The trip was good.\n\n“It was cheap,” the "
        "government spokesman said.",
        ["Ali Fad", "Ali Fad"],
    ),
    "the director whom the sentence before is about": (
        "“I played it,” Oscar Isa said. It was fun.\n\nJ.C. Chand asked him to pick a time.\n\n"
        "“Scripts are vague,” the director said.",
        ["Oscar Isa", "J.C. Chand"],
    ),
    "whom a paper quotes": (
        "“I would do it again,” local papers quote Tom Roe as saying. The Gazette quoted Ida Lind "
        "as saying “it is late”.",
        ["Tom Roe", "Ida Lind"],
    ),
    "the same official": (
        "“It holds us,” one Western official says. Naseem Akba, a former official, left.\n\n"
        "“There is a lot,” the same official explains.",
        ["one Western official", "one Western official"],
    ),
    "he who is named before in the sentence": (
        "“You could not find a soul,” said Abdul Manaf.\n\nWhen Sami Harb looked for men, he told "
        "them little. “I went ahead,” he says.",
        ["Abdul Manaf", "Sami Harb"],
    ),
    "unlike another": (
        "“I work,” said Abdul Manaf. Sami Harb does not.\n\nUnlike Abdul Manaf, he has no job. “I "
        "wait,” he says.",
        ["Abdul Manaf", "Sami Harb"],
    ),
    "who smiles and speaks behind another's words": (
        "Ida Wiig was young. Her mother will say softly, “Is that something?” Wiig smiles and "
        "says, “They mean well.”",
        ["Her mother", "Ida Wiig"],
    ),
    "a surname that is a small word": (
        "Mike Good said it was late. “Go,” he said.",
        ["Mike Good"],
    ),
    "they who are one source": (
        "A source added that Ida Lind wears no ring.\n\nThey said: “They are sure of it.”",
        ["source"],
    ),
    "the name of a feature": (
        "Lurvo said it would launch a new “quick edit” feature.",
        [],
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
