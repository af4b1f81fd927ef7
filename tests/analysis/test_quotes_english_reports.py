"""Who is named for a quotation in English reports: a row a rule, with what it must leave alone."""

import pytest

from bot.analysis.quotes import find_quotes
from bot.model import QuoteKind

SPEAKERS: dict[str, tuple[str, list[str | None]]] = {
    "an outlet called Post is no document": (
        "The Halden Post said that the plan was “a very long way off”.",
        ["Halden Post"],
    ),
    "what somebody else thinks, put between commas": (
        "Ida Marsh told Tor News that contrary to what he believes, the plan was met as “a breath "
        "of air”.",
        ["Ida Marsh"],
    ),
    "a bracket of somebody else's words": (
        "“We met at dawn,” Tom Reed said. “It was a very cold day.” (Brae corporate communications "
        "said of the incident, “We respect the right to meet.”)",
        ["Tom Reed", "Tom Reed", "Brae corporate communications"],
    ),
    "an aside between commas before the verb": (
        "Sen. Ida Marsh (R-Brae), for example, said Carter “has done so much to make it cheap.”",
        ["Ida Marsh"],
    ),
    "the director whom the sentence before is about": (
        "Oscar Reed stars in Paul Marsden's film.\n\nFor this fight, Marsden asked his leading man "
        "to pick a time.\n\n“Scripts are vague,” the director said.",
        ["Paul Marsden"],
    ),
    "a designer may be anybody": (
        "Oscar Reed stars in Paul Marsden's film.\n\nFor this fight, Marsden asked his leading man "
        "to pick a time.\n\n“Scripts are vague,” the designer said.",
        ["designer"],
    ),
    "the then prime minister is whom the article is about": (
        "Ida Marsh tried to put off the exam, files show.\n\nIn notes that many have seen, the "
        "then prime minister said the system would be “hurt by it”.",
        ["Ida Marsh"],
    ),
    "another spelling of a name": (
        "Gerd Müller, the prefect, quashed that hope. “This is a sad day,” Mueller said.",
        ["Gerd Müller"],
    ),
    "a source who told a paper": (
        "The plane made a steep climb, a source close to the inquiry has told Tor News.\n\n"
        "“So far, the numbers are high,” he said.",
        ["source close to the inquiry"],
    ),
    "a father who bears the name of his daughter's second half": (
        "Ms Kaia Halim Fauz died. Ms Kaia's father, Halim Fauz, has said: “We knew it.”",
        ["Halim Fauz"],
    ),
    "it is the state that the sentence before is about": (
        "Norland did not appear at the hearings.\n\nIt argued that no duty exists when “the "
        "interests of a member are undermined”.",
        ["Norland"],
    ),
    "they are those whom the sentence before is about": (
        "All council members demanded her removal for “using loud words.”\n\nOn Monday, hundreds "
        "of protesters met in the park. “Let her speak,” they chanted.",
        ["All council members", "hundreds of protesters"],
    ),
    "they are the body that spoke a moment ago": (
        "The Brae council said it would pay.\n\nThe hall was full. “We can do that,” they said.",
        ["Brae council"],
    ),
    "they are one source": (
        "A source said Ida wears no ring.\n\nThey said: “There's no ring, but they are happy.”",
        ["source"],
    ),
    "dozens who count as speakers": (
        "Dozens of residents said the road “was unsafe.”",
        ["Dozens of residents"],
    ),
    "a role and a number are no name": (
        "Tom Fisk spoke first.\n\nIda De La Mora leads the militant Local 90. She told me that the "
        "drive “woke the people up”.",
        ["Ida De La Mora"],
    ),
    "a surname with a small article in it": (
        "Tom Fisk spoke first.\n\nAlano De La Mora holds the top office of the union. He told me "
        "that the drive “woke the people up”.",
        ["Alano De La Mora"],
    ),
    "a chief whip is no Mr Whip": (
        "Tom Gower was sure. Before stepping aside to become Chief Whip he began a review which he "
        "said would address “the damage caused by it”.",
        ["Tom Gower"],
    ),
    "what a thing is called": (
        "Bill Sands said the title of the series should have been called “The long winter”.",
        [],
    ),
    "what somebody says was said of others": (
        "Ida Marsh told Tor News that the plan was welcomed as “a breath of air”, despite it all.",
        ["Ida Marsh"],
    ),
    "one word behind a verb of being": (
        "Still, Ida Marsh said, the choice not to let the whole group of them in was “sad.”",
        ["Ida Marsh"],
    ),
    "a statement of nobody just named": (
        "Tom Reed went home. “We go,” he said.\n\nThe storm came. It was late. The recovery is "
        "slow.\n\nThere is “a large waste of work,” according to the statement after its meeting.",
        ["Tom Reed", None],
    ),
    "a word that is mentioned": (
        "“It prospers,” Tom Reed added. The reference to “irony” refers to the long-running case.",
        ["Tom Reed"],
    ),
    "the same official": (
        "“It was late,” says Ali Akbar, a former official in the ministry.\n\n“Does it hold?” one "
        "Western official asks.\n\nSome doubt it. “There is one kind,” the same official explains.",
        ["Ali Akbar", "one Western official", "one Western official"],
    ),
    "whom papers quote": (
        "The police came for Ana Salinas.\n\n“I don't regret it,” local newspapers quote Salinas "
        "as saying. The Gazette quoted Salinas as saying “it was late.”",
        ["Ana Salinas", "Ana Salinas"],
    ),
    "what somebody will say is said": (
        "Ida Wiig is glad. When she tells them she is in a film, her mother will say tentatively, "
        "“Is that something we can see?” Wiig smiles and says, “They're getting used to it.”",
        ["her mother", "Ida Wiig"],
    ),
    "a bracket behind an object": (
        "Ida Wiig met Ann Fey. She says when she and Mumford were writing the scene (“Can that be "
        "the title?”), it was not with an eye on more.",
        ["Ida Wiig"],
    ),
    "nobody is told to have warned": (
        "In one note she was warned that “it is a test nobody will fail” and left.",
        [None],
    ),
    "a verb joined to one before a quotation": (
        "Ida Carver, a longtime Marsh backer, called the former mayor “a one-man crime wave,” and "
        "asserted that Marsh had “earned every one” of his charges.",
        ["Ida Carver", "Ida Carver"],
    ),
    "a question is a noun behind an adjective": (
        "Ida Carver is loud. Carver had the courage to demand that voters answer the essential "
        "question: “Is this the conduct that we want?”",
        ["Ida Carver"],
    ),
    "whose the subject is before a colon": (
        "“I go,” Tom Marsh said. Ida Carver is loud.\n\nCarver's bottom line on the people she "
        "left was the right one: “Anyone who is unwilling to say it is unfit.”",
        ["Tom Marsh", "Ida Carver"],
    ),
    "who was led to say it": (
        "“I go,” Tom Marsh said. Ida Carver is loud.\n\nThat kind of talk led Carver to suggest, "
        "in a quiet moment on Wednesday, “She's going to lose, and you know it.”",
        ["Tom Marsh", "Ida Carver"],
    ),
    "a view that somebody tells of others": (
        "Tom Marsh spoke out, saying the average voter views the party as “toxic to all” for it.",
        ["Tom Marsh"],
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_each_quotation_of_an_english_report_has_the_right_speaker_or_none(case: str) -> None:
    text, speakers = SPEAKERS[case]
    quotes = find_quotes(text, (), "en")
    assert [q.speaker for q in quotes if q.kind is not QuoteKind.INDIRECT] == speakers
