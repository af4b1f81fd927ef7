"""Who is named for a quotation in English reports: a row a rule, with what it must leave alone."""

import pytest

from bot.model import QuoteKind
from tests.rules import find_quotes

SPEAKERS: dict[str, tuple[str, list[str | None]]] = {
    "an outlet called Post is no document": (
        "The Halden Post said that the plan was “a very long way off”.",
        ["Halden Post"],
    ),
    "what somebody else thinks, put between commas": (
        "Ida Marsh told Brae Radio that contrary to what the cook believes, the bench "
        "was greeted as “a gift of luck”.",
        ["Ida Marsh"],
    ),
    "a bracket of somebody else's words": (
        "“The geese were fed,” Tom Reed said. “They ate all the corn.” (The Brae "
        "Poultry Board said of the matter, “Our geese are well.”)",
        ["Tom Reed", "Tom Reed", "Brae Poultry Board"],
    ),
    "an aside between commas before the verb": (
        "Sen. Ida Marsh (R-Brae), for example, said Finch “is the best cook of the county by far.”",
        ["Ida Marsh"],
    ),
    "a designer may be anybody": (
        "Nell Reed is in Hugo Tarrant's film.\n\nIn the winter, Tarrant sent his cast to "
        "a farm in the hills.\n\n“Cows teach calm,” the designer said.",
        ["designer"],
    ),
    "the then prime minister is whom the article is about": (
        "Ida Marsh wanted no canal, letters show.\n\nIn a note from her desk, the then "
        "prime minister wrote of a harbour “dry by June”.",
        ["Ida Marsh"],
    ),
    "another spelling of a name": (
        "Jörg Köhler, the miller, closed the gate. “The wheel is broken,” Koehler said.",
        ["Jörg Köhler"],
    ),
    "a source who told a paper": (
        "The ferry sailed too early, a source close to the pilot has told Tor "
        "News.\n\n“Nobody was on the bridge,” he said.",
        ["source close to the pilot"],
    ),
    "a father who bears the name of his daughter's second half": (
        "Ms Tira Hadi Murad won. Ms Tira's father, Hadi Murad, has said: “She swims like an eel.”",
        ["Hadi Murad"],
    ),
    "it is the state that the sentence before is about": (
        "Norland stayed away from the fish talks.\n\nIt argued that no quota binds when "
        "“the herring has moved north”.",
        ["Norland"],
    ),
    "they are those whom the sentence before is about": (
        "All council members blamed the mayor for “closing the baths.”\n\nOn Sunday, "
        "dozens of swimmers sat down on the steps. “Open the doors,” they sang.",
        ["All council members", "dozens of swimmers"],
    ),
    "they are the body that spoke a moment ago": (
        "The Brae council said it would pay.\n\nThe hall was full. “We can do that,” they said.",
        ["Brae council"],
    ),
    "they are one source": (
        "A source said Ida sold the yacht.\n\nThey said: “The sails were rotten, so it went.”",
        ["source"],
    ),
    "dozens who count as speakers": (
        "Dozens of residents said the road “was unsafe.”",
        ["Dozens of residents"],
    ),
    "a role and a number are no name": (
        "Tom Fisk spoke first.\n\nIda De La Mora plays in the rebel Studio 12. She told me "
        "that the place “smells of old paint”.",
        ["Ida De La Mora"],
    ),
    "a surname with a small article in it": (
        "Tom Fisk spoke first.\n\nAlano De La Mora mends the clocks of the abbey. He told "
        "me that the big one “runs on spite”.",
        ["Alano De La Mora"],
    ),
    "a chief whip is no Mr Whip": (
        "Tom Hollis likes maps. When they made him Chief Whip he drew a plan of the lobby "
        "which he promised would end “the queue at the urn”.",
        ["Tom Hollis"],
    ),
    "what a thing is called": (
        "Bill Sands said the punt with two holes ought to be called “The wet sailor”.",
        [],
    ),
    "what somebody says was said of others": (
        "Ida Marsh told Brae Radio that the tram was hailed as “a dream on rails”, for once.",
        ["Ida Marsh"],
    ),
    "one word behind a verb of being": (
        "Of course, Ida Marsh said, the soup that they had made for the whole street was “thin.”",
        ["Ida Marsh"],
    ),
    "a statement of nobody just named": (
        "Tom Reed went home. “We go,” he said.\n\nThe barn is full. It is warm. The farm "
        "is old.\n\nThere is “too little room for hens,” according to the statement of "
        "that night.",
        ["Tom Reed", None],
    ),
    "a word that is mentioned": (
        "“The bees are back,” Tom Reed added. The reference to “bees” meant his two noisy vans.",
        ["Tom Reed"],
    ),
    "the same official": (
        "“The dam is old,” says Ali Rahim, a former official in the ministry.\n\n“Who "
        "checks it?” one river official asks.\n\nSome say nobody. “The keys are lost,” the "
        "same official notes.",
        ["Ali Rahim", "one river official", "one river official"],
    ),
    "whom papers quote": (
        "The circus hired Ana Ferrer.\n\n“The lions know me,” weekly papers quote Ferrer "
        "as saying. The Gazette quoted Ferrer as saying “they purr at night.”",
        ["Ana Ferrer", "Ana Ferrer"],
    ),
    "what somebody will say is said": (
        "Ida Lund rows. Before each race on the lake, her uncle will say quietly, “Is "
        "the boat dry inside?” Lund laughs and says, “He cannot swim a stroke.”",
        ["her uncle", "Ida Lund"],
    ),
    "a bracket behind an object": (
        "Ida Lund met Ann Fell. She says as she and Morton were writing the menu (“Is "
        "the moon a plum?”), the ink ran dry.",
        ["Ida Lund"],
    ),
    "nobody is told to have warned": (
        "At the door she was warned that “the floor has just been waxed” and turned.",
        [None],
    ),
    "a verb joined to one before a quotation": (
        "Ida Thorn, a baker from Brae, called the new oven “a very proud beast,” and "
        "asserted that Marsh had “burnt all the rolls” on Monday.",
        ["Ida Thorn", "Ida Thorn"],
    ),
    "a question is a noun behind an adjective": (
        "Ida Thorn is loud. Thorn climbed on a chair to demand that guests answer the "
        "simple question: “Who took the last bun?”",
        ["Ida Thorn"],
    ),
    "whose the subject is before a colon": (
        "“I bake,” Tom Marsh said. Ida Thorn is loud.\n\nThorn's advice on the dough in "
        "the trough was a short one: “Leave it alone till noon.”",
        ["Tom Marsh", "Ida Thorn"],
    ),
    "who was led to say it": (
        "“I bake,” Tom Marsh said. Ida Thorn is loud.\n\nThe smell of smoke led Thorn to "
        "suggest, with a wink at the cook, “Perhaps we order pizza, all of us.”",
        ["Tom Marsh", "Ida Thorn"],
    ),
    "a view that somebody tells of others": (
        "Tom Marsh went on, saying the average guest views the cellar as “damp and dark” in May.",
        ["Tom Marsh"],
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_each_quotation_of_an_english_report_has_the_right_speaker_or_none(case: str) -> None:
    text, speakers = SPEAKERS[case]
    quotes = find_quotes(text, (), "en")
    assert [q.speaker for q in quotes if q.kind is not QuoteKind.INDIRECT] == speakers
