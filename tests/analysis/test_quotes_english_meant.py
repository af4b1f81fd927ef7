"""Which name a text means by an office, a body or a pronoun in English: a row a rule."""

import pytest

from bot.model import QuoteKind
from tests.rules import find_quotes

SPEAKERS: dict[str, tuple[str, list[str | None]]] = {
    "what things are said to be, far off": (
        "Miller Ida Crane said the row of old boats tied up along the wall of the harbour were a "
        "“lifeline” and should stay.",
        ["Ida Crane"],
    ),
    "words as words, one and another": (
        "Judge Ida Crane told lawyers to “grow up” after a note with the words “oats, oats” and "
        "“goaty goat”.",
        ["Ida Crane"],
    ),
    "one of two in a headline": (
        "Crane, Elder give Holt an ‘easy way home’\n\nLeaving was “an easy way home,” Senator Ida "
        "Crane told Holt.\n\n“We wait,” Senator Tom Elder said.",
        ["Ida Crane", "Ida Crane", "Tom Elder"],
    ),
    "a mother who has a name further on": (
        "After the death of Ned Elder, ten, his mother called him a “quiet and kind” boy.\n\nNed's "
        "mother Ida Elder is a miller.",
        ["Ida Elder"],
    ),
    "Mrs is no child": (
        "Ida Crane of Brae walks a lot.\n\nHer niece, six-year-old Lena Crane, was ill.\n\nMrs "
        "Crane is to meet Lena and a cook.\n\nShe said: “Goats are kind.”",
        ["Ida Crane"],
    ),
    "the party of whoever spoke last": (
        "Sen. Ida Crane, R-Alaska, doubts that Rep. Tom Elder, R-Fla., will win, she said.\n\n“He "
        "is late,” the Alaska Republican said.",
        ["Ida Crane"],
    ),
    "a company with shares": (
        "Shares in Oatco fell on Monday.\n\nThe company said sales were “slow”.",
        ["Oatco"],
    ),
    "a firm told of behind its name": (
        "Oatco, a seed retailer, shut a mill.\n\nThe retailer said it was “late”. A guest wept.",
        ["Oatco"],
    ),
    "a club and a force": (
        "Brae FC are out. “It is time,” the club said.\n\nA goat was held by Brae Police. The "
        "force said it was “calm”.",
        ["Brae FC", "Brae Police"],
    ),
    "a mother of two": (
        "Ida Crane, 33, lost a goat.\n\n“I was in bits,” the mother of two said.",
        ["Ida Crane"],
    ),
    "a body that speaks by somebody": (
        "The ORF, in a letter that its clerk, Ida Crane, wrote, said: “We row.”\n\n“Daily.”",
        ["ORF", "ORF"],
    ),
    "by saying": (
        "Chair Ida Crane began by saying that oats were needed “for the sake of the goats”.",
        ["Ida Crane"],
    ),
    "whoever speaks for somebody with a title": (
        "A spokesperson for Mayor Ida Crane came late.\n\n“No comment,” the spokesperson said.",
        ["spokesperson"],
    ),
    "whoever is told, and who tells her": (
        "Ms Crane claims Mr Elder called her “useless” and told her she would be “out by noon”.",
        ["Elder", "Elder"],
    ),
    "a player told of by the coach": (
        "Ned Elder came from Brae Owls in May.\n\n“We like him,” coach Ida Crane said.\n\nThe "
        "winger said: “I like it here.”",
        ["Ida Crane", "Ned Elder"],
    ),
    "whoever is only talked to": (
        "Ida Crane, 50, was mayor once.\n\nTalking to Lena Holt, she said: “I sing now.”",
        ["Ida Crane"],
    ),
    "one of a band": (
        "Brae Owls’ Ned Elder knows why he is loud: ‘I sing and I row’\n\nElder has a cold.",
        ["Ned Elder"],
    ),
    "who cries out in what another tells": (
        "Clerk Ida Crane said that as the ferry left, Tom Elder leaned over the rail and yelled: "
        "“Keep the goat!”",
        ["Tom Elder"],
    ),
    "a work, and what it is": (
        "“A Weight of Oats,” a play by millers, is back.\n\n“It is long,” Ida Crane said.",
        ["Ida Crane"],
    ),
    "an adjective in what somebody says": (
        "Crane says the goat had “mild” burns and needs a “bigger” pail.",
        ["Crane", "Crane"],
    ),
    "a headline whose words somebody says below": (
        "Mill owner ‘far from sorry’ as wheel stops\n\nThe wheel stopped on Monday.\n\n“I am far "
        "from sorry, for it kept me awake,” miller Ida Crane said.",
        ["Ida Crane", "Ida Crane"],
    ),
    "a song before a singer": (
        "Ida Crane has a record out.\n\nThe ‘Wet Oats’ singer has sung about her brother in the "
        "choir, and confessed that she is “quite loud in the mornings”.",
        ["Ida Crane"],
    ),
    "a state and a party": (
        "The dam was blamed on Monday by Senate Minority Leader Ida B. Crane.\n\n“It leaks,” the "
        "Iowa Democrat said.",
        ["Ida B. Crane"],
    ),
    "what somebody else has told, and who tells of it": (
        "The sailor told rangers he had lost his oars and was rowing with a broom, Sergeant Tom "
        "Elder said.\n\n“We found him asleep,” he said.",
        ["Tom Elder"],
    ),
    "those calls": (
        "The head of the choir said he had waited all day and found those calls “rude "
        "to every single alto”.",
        ["head of the choir"],
    ),
    "a name behind two offices": (
        "“We never thought they would come back,” a botanist and Brae Rivers chair Dr Nell "
        "Ostler explains.",
        ["Nell Ostler"],
    ),
    "an apostrophe of another kind": (
        "Union president Brendan O'Connell said the guards were at work.\n\nTwo men were "
        "held.\n\nMr O’Connell said a task force is needed.\n\n“We repeat our calls.”",
        ["Brendan O'Connell"],
    ),
    "songs in a list": (
        "Fans will hear the hits, including “Listen To The Rain,” “Takin’ It To The Hills,” "
        "“Long Night Runnin’,” “What A Fool Knows,” and others.",
        [],
    ),
    "an office behind the surname": (
        "Mike Spender told Judge Tom Eldin on Friday that the bun was small.\n\nSpender, the "
        "prosecutor, swore to Eldin that bakers erred.\n\n“It was late,” Dan Holt, a driver, "
        "said.\n\nThe prosecutor replied: “Buns speak for themselves.”",
        ["Dan Holt", "Mike Spender"],
    ),
    "two pieces behind one verb": (
        "Lawyer Ann Wick told jurors the club sank to the “floor of the pond” to catch a "
        "school of “lame ducks” as trophies.",
        ["Ann Wick", "Ann Wick"],
    ),
    "would before the marks": (
        "Ann Wick said the state, if asked again in May by anybody in the town or outside of "
        "it, would “absolutely” fight.",
        ["Ann Wick"],
    ),
    "whoever tells a paper something without that": (
        "Tom Wilder, 20, sailed home in June.\n\nWilder told the Post he had slept for a "
        "week.\n\nOn Wednesday Wilder, who rarely reads, learned that two ducks were "
        "ringed.\n\n“I called the pond at noon.”",
        ["Tom Wilder"],
    ),
    "a company told of as a firm": (
        "A fire broke out at a store of defence firm Brevko in Tarn.\n\nIn a statement, the "
        "company recalled earlier blasts. “Human error is ruled out,” it said.",
        ["Brevko"],
    ),
    "a bank told of as a giant of banking": (
        "According to analysts at investment banking giant Hollis Crane, output will rise by "
        "May.\n\n“Tides turn,” the bank wrote.",
        ["Hollis Crane"],
    ),
    "a firm is not the body named last": (
        "The flaw was found in October, when security firm LockSec first told Amora of the "
        "bug.\n\n“This is a serious flaw,” the firm said.",
        ["LockSec"],
    ),
    "a group told of before its name": (
        "A poll by research group Tarnview shows the party ahead.\n\n“It is a big shift,” the "
        "group said.",
        ["Tarnview"],
    ),
    "what guests reject is said by who tells of it": (
        "Nell Ostler says the guests rejected the soup and “salt” was blamed.",
        ["Nell Ostler"],
    ),
    "the slogan of a campaign": (
        "Nell Ostler said she leads the Road Safety campaign “Slow is fine.”",
        [],
    ),
    "the official is the last with an office": (
        "“The ice is thin,” said lakes minister Ida Lund.\n\nThe top Brae official added: "
        "“Stay off it.”",
        ["Ida Lund", "Ida Lund"],
    ),
    "issues is no verb before a comma": (
        "Ida Lund told her crew the barge had some issues, “all of them wet”.",
        ["Ida Lund"],
    ),
    "who signs a line that is all quotation": (
        "“You have to hand it to Tarn” – Halden's Rob Marsh after the race.\n\n“I blame the "
        "oars” – Lund boss Lee Fell (fourth at Brae).",
        ["Rob Marsh", "Lee Fell"],
    ),
    "an office in a list above the article": (
        "Norland keeps its tides\nWater is “a good that all should share,” says Tide "
        "minister.\n\nTide minister Tom Holt has sent the board a jug.",
        ["Tom Holt"],
    ),
    "what somebody should explain is not said": (
        "Lou Kenny said Tom Dowell failed the club.\n\nHe said Mr Dowell should explain why the "
        "boat sank, calling it “odd”.",
        ["Lou Kenny"],
    ),
    "the heading of an interview": (
        "‘I feel rich’: Ann Burr on her new win\n\nBurr rows.",
        ["Ann Burr"],
    ),
    "he who is named in the sentence, not he without a name": (
        "A Norland tide expert shocked his peers on Friday.\n\nWhile friends praised Tom Holt for "
        "hoarding what he called “proof” in jars, his move surprised others.",
        ["Tom Holt"],
    ),
    "a party in brackets before an office": (
        "Sen. Lamar Alder (R-Brae), the chairman of the Boats, Rowing, Lakes and Tides Committee, "
        "called the canal the “soggy way” to Halden.",
        ["Lamar Alder"],
    ),
    "the agency of a report is nobody": (
        "BRAE (AP) — A Norland senator mocked the clerk Wednesday for napping, calling Leader "
        "Harry Reed's rota “odd”.",
        ["Norland senator"],
    ),
    "a place bears no office": (
        "Norland State Acting Governor, Comrade Abel Garno, has toured the mill.\n\nAt a lunch in "
        "Minna, the Acting Governor branded the soup “senseless”.",
        ["Abel Garno"],
    ),
    "who calls another's claim something": (
        "“We wait,” Tom Cott said of Harry Reed. He also called Reed's claim that Lund ate the "
        "pie an “outright slander”.",
        ["Tom Cott", "Tom Cott"],
    ),
    "who claims behind words in marks": (
        "Back in Marsh's camp, Lake Leader Lou Schumm, D-Brae, took a boat to the lock and claimed "
        "rowers hoped “nobody would see” them.",
        ["Lou Schumm"],
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_each_english_quotation_is_given_to_the_name_that_is_meant(case: str) -> None:
    text, speakers = SPEAKERS[case]
    quotes = find_quotes(text, (), "en")
    assert [q.speaker for q in quotes if q.kind is not QuoteKind.INDIRECT] == speakers
