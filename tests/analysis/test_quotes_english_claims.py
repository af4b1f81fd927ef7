"""Whose claim, and which human being behind a description, English articles quote: a row a rule."""

import pytest

from bot.model import QuoteKind
from tests.rules import find_quotes

SPEAKERS: dict[str, tuple[str, list[str | None]]] = {
    "a banner and a badge say nothing": (
        "Rowers held a banner that read “Keep the lock open”, and sang. Mayor Ida Moss wore a "
        "badge saying “Oars first”. “I row as well,” she said.",
        ["Ida Moss"],
    ),
    "whoever stands by a sign does": (
        "Tom Gale stopped at the sign and said: “We turn back here.”",
        ["Tom Gale"],
    ),
    "the owner of a claim": (
        "Ida Moss was amused by Tom Gale's odd claim that she “wept” at the oars.",
        ["Tom Gale"],
    ),
    "the owner of a claim by a pronoun": (
        "Ida Moss laughed at Tom Gale, who rowed past and clung to his claim that she steered "
        "“like a goose” in May.",
        ["Tom Gale"],
    ),
    "whoever tells it behind a comma": (
        "Coach Ida Moss gave her rowers an hour off, telling them to “sleep like logs”.",
        ["Ida Moss"],
    ),
    "the nearer clause of a participle": (
        "The crews fell out after Tom Gale accused Ida Moss of steering, later telling the club "
        "he was “done with boats”.",
        ["Tom Gale"],
    ),
    "a verb in marks behind its helping verb": (
        "Gale, a rower, said floods have “ruined” canals.",
        ["Gale"],
    ),
    "the leader of a country by its people": (
        "Norway's Ida Moss met Tom Gale of Spain on a barge.\n\nGale said it had rained.\n\n"
        "The Norwegian leader told the crew it was “fine for rowing”.",
        ["Ida Moss"],
    ),
    "a minister by the party": (
        "Canals Minister Tom Gale dislikes the lock.\n\n“I won't pay for it,” the Labour "
        "minister wrote.",
        ["Tom Gale"],
    ),
    "a former minister who still sits": (
        "Former canals minister Ida Moss was no kinder.\n\n“It leaks,” the ex-Greens MP posted.",
        ["Ida Moss"],
    ),
    "an office that a bracket parts from its name": (
        "Chairman of the Canal Crafts Board (Dredging), Tom Gale, came on Monday with an aide.\n\n"
        "The chairman vowed that mud would go.\n\n“It smells,” he said.",
        ["Tom Gale"],
    ),
    "a woman by what is told of her": (
        "Tom Gale rowed off, and called the club “a swamp”.\n\nZube Moss was one of two "
        "women who steer barges.\n\nA lockkeeper recalled that he said, “Never again!”",
        ["Tom Gale", "Tom Gale"],
    ),
    "no person by a closing pronoun": (
        "Tom Gale is a rower of the old kind.\n\nFenna Fell needs new oars “before the frost”, he "
        "told the club.",
        ["Tom Gale"],
    ),
    "the body whose letters are a pronoun": (
        "The fever is “mild at first”, says WHO. The WHO sent nets. “More will come,” it said.",
        ["WHO", "WHO"],
    ),
    "whoever writes a letter, not whoever gets it": (
        "Ida Moss, who rowed alone, left a note to Tom Gale saying, “The oars are yours.”",
        ["Ida Moss"],
    ),
    "a headline by the office alone": (
        "Brae Rowers captain hails “brave” swans\n\nBrae Rowers captain Ida Moss spoke to us.",
        ["Ida Moss"],
    ),
    "a judgement far behind its verb": (
        "Tom Gale went on to describe the idea that swans and geese of the upper canal would "
        "learn to row as “quite absurd”.",
        ["Tom Gale"],
    ),
    "a call is no verb": (
        "A cook described Gale’s call to the club as “rude.”",
        ["cook"],
    ),
    "an alert, a meaning and what they call it": (
        "The club issued a “brown water” alert. In Brae, “oop” means “row on, or drown”. They met "
        "on what they call “the long wet mile”. “I am cold,” said Ida Moss.",
        ["Ida Moss"],
    ),
    "a conference call is no verb either": (
        "What the barge owner Tom Gale blasted on a crew conference call as “a soggy farce” is "
        "over.",
        ["Tom Gale"],
    ),
    "a comma that slipped in before the verb": (
        "Tom Gale rows.\n\nCanal Trust director Ida Moss, said: “The locks are all dry.”",
        ["Ida Moss"],
    ),
    "the teller goes on behind a comma": (
        "“We drained it,” Moss said. “So I asked an old friend to carry the pike home by bus,” "
        "a detail that the other anglers enjoy.",
        ["Moss", "Moss"],
    ),
    "somebody calls two things names": (
        "Lockkeeper Ida Moss said the pike was “huge” and the bus “full”.",
        ["Ida Moss", "Ida Moss"],
    ),
    "whoever writes a letter, behind a longer address": (
        "Moss sent a letter to the small town clerk of Brae saying the mud was “a disgrace”.",
        ["Moss"],
    ),
    "a number in marks": (
        "Tom Gale said “17” was luckier than “nobody's seventeen”.",
        ["Tom Gale"],
    ),
    "who has a seat": (
        "Canal party leader Ida Moss spoke. She said that it was “cold and wet out there”.\n\n"
        "The Brae South-Moor MP said the “utter failure” of the lock was “the latest”.",
        ["Ida Moss"] * 3,
    ),
    "one of a people of two words": (
        "Owls coach Tom Gale lost.\n\n“We have had enough of rain,” the New Zealander told rowers.",
        ["Tom Gale"],
    ),
    "a claim that is withdrawn, and one on air": (
        "Ida Moss has glumly withdrawn a claim that Tom Gale was “loafing”. The row began over Mr "
        "Gale's claim on Monday that the club was “all at sea”.",
        ["Ida Moss", "Tom Gale"],
    ),
    "a title behind a colon": (
        "Warden Tom Gale told of it in a note titled: “Brae Will Never Bow to Any Otter”.",
        [],
    ),
    "a shot is no word": (
        "Ida Moss said it was a “dreadful row” in which a boy shot at ducks “nine or ten” times.",
        ["Ida Moss", "Ida Moss"],
    ),
    "somebody whom a story opens with": (
        "A South Brae councillor says rowers are “very damp”.\n\nIt rained.\n\nMoor councillor Ida "
        "Moss said they would dry.",
        ["Ida Moss"],
    ),
    "the role of a headline": (
        "Canals-'We row badly', says downcast Owls coach\n\nOwls coach Ida Moss said that it "
        "rained.",
        ["Ida Moss"],
    ),
    "who accuses, behind when and where": (
        "Tom Gale was accused of rowing like a “tired newt” in the club on Monday by Ida Moss.",
        ["Ida Moss"],
    ),
    "who only read of it": ("Tom Gale was described as “a newt” in a book read by Ida Moss.", []),
    "a paper that no man is put beside": (
        "In a note printed in Brae Canal Letters, the 30-year-old rower had blamed his boots.\n\n"
        "“They fit now,” the rower wrote.",
        ["rower"],
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_whoever_makes_a_claim_in_english_is_named(case: str) -> None:
    text, speakers = SPEAKERS[case]
    quotes = find_quotes(text, (), "en")
    assert [q.speaker for q in quotes if q.kind is not QuoteKind.INDIRECT] == speakers
