"""Who is named for a quotation: a row a rule, with what the rule must leave alone."""

import pytest

from bot.model import QuoteKind
from tests.rules import find_quotes

SPEAKERS: dict[str, tuple[str, list[str | None]]] = {
    "an officer of a body with a small word in its name": (
        'Bank of Halden governor Ida Lind said: "No." Friends of Brae Park chair Tom Holt '
        'told us: "Yes." Head of sport Una Moe said: "Perhaps."',
        ["Ida Lind", "Tom Holt", "Una Moe"],
    ),
    "who is somebody's brother is not that somebody": (
        'A friend of singer Ida Lind said: "She is ill."',
        ["friend of singer Ida Lind"],
    ),
    "two offices of one person": (
        "Brae Oars founder and steward Tom Holt sent round a note saying Finn rows no more. “He "
        "is my friend,” he wrote.",
        ["Tom Holt"],
    ),
    "a surname that is also a word": (
        "Parish gardens head Martin New said: “The lawn is late.”",
        ["Martin New"],
    ),
    "an office by its first letters": (
        "Chief Minister Anil Rao dismissed it. “Let him prove it,” the CM said.",
        ["Anil Rao"],
    ),
    "of two of one surname, one goes by the given name": (
        "Ida Lind wrote books. Her sister, Berta Lind, made bowls. “She was sad,” Berta said.\n\n"
        "Lind laughs. “It was terrible,” she says.",
        ["Berta Lind", "Ida Lind"],
    ),
    "the mother of two": (
        "Kelly Moss, 34, was in the park with her girls.\n\nThe mother of two said: “I ran.”",
        ["Kelly Moss"],
    ),
    "a name that signs behind a dash": (
        "A porter told us: “It was dark.” “I saw nothing at all.” - Sean Nye, passenger.",
        ["porter", "Sean Nye"],
    ),
    "a question that the next verb does not ask": (
        "“Can you explain what the harbour paid for?” Treasurer Leo Pann told reporters that the "
        "money had been there. “And we spent it,” he said.",
        [None, "Leo Pann"],
    ),
    "a place behind a comma": (
        "Sgt. Nils Moe of the station in Lomo County, West Brae called it the “oddest day ever”.",
        ["Nils Moe"],
    ),
    "an adjective in marks before a noun": (
        "He turned down a “mad” offer to coach abroad.",
        [],
    ),
    "what somebody owns is no verb": (
        "In one note, Ida Lind called Tom Holt's writing “beautiful and strange”.",
        ["Ida Lind"],
    ),
    "an infinitive is nobody": (
        "Lind said the site, which likes helping people “find the meaning of songs,” decided to "
        "post Holt's notes.",
        ["Lind"],
    ),
    "a spokesman who has not spoken yet": (
        "A trader said: “Sell.” A spokesman for the ministry declined to comment. “We do not "
        "speak of prices,” he added.",
        ["trader", "spokesman for the ministry"],
    ),
    "what never speaks": (
        "Shares in Halden Power fell after the firm said that its chief would leave. The company "
        "said: “We are sure.”",
        ["Halden Power"],
    ),
    "a family is no adverb": (
        "Mrs Lind's family said they were “heartbroken but not surprised”.",
        ["Mrs Lind's family"],
    ),
    "a husband of the same surname": (
        "“You cannot,” Gov. Renee Cast said.\n\nThe governor's husband, Bill Cast, a dentist, "
        "watched. “She was on fire,” he said.\n\nCast, who leads, spoke last. “I do not mind,” "
        "Cast said.",
        ["Renee Cast", "Bill Cast", "Renee Cast"],
    ),
    "the coach of a team": (
        "The whistle ended a bad day for Gareth Penn.\n\n“You have to learn from it,” the Marsh "
        "head coach explains.",
        ["Gareth Penn"],
    ),
    "an office by its first letters, with a small word in it": (
        "The Member of Parliament for Brae North, Hon. Kwab Osei, gave desks. Presenting them, the "
        "MP said school was “the surest ladder of all”.",
        ["Kwab Osei"],
    ),
    "one of a people": (
        "The New Zealander Tama Ngat was booed. “It is fine,” said Ngat.",
        ["Tama Ngat"],
    ),
    "a preposition that begins a clause": (
        "The mayor has denied it after the treasurer warned of “a hole in the books”.",
        ["treasurer"],
    ),
    "the man who called the police": (
        "The man who called the police said: “He has gone.” The girl, 14, who paid £300 for a "
        "puppy says it was “the best day ever”.",
        ["man", "girl"],
    ),
    "one of several": (
        "Judge Sal Osman said it was late. “It is,” he said.\n\nOne of the victims, a tall "
        "engineer, said that he was glad. “I may sleep now,” he said.",
        ["Sal Osman", "One of the victims"],
    ),
    "a user with a strange name": (
        "One user, Brown&blue, wrote: “It has gone too far!” Another, Vic Megan, tweeted: “Thanks, "
        "what a boost.”",
        ["Brown&blue", "Vic Megan"],
    ),
    "a quotation by somebody": (
        "Erik Holm spoke first. Over the door hangs this quote by poet Ada Brandt: “Flour never "
        "sleeps, it waits.”",
        ["Ada Brandt"],
    ),
    "a thing before a colon says nothing": (
        "The wall is bare: “This is where we sat for years.”",
        [None],
    ),
    "a surname before the given names": (
        "Lawyer Wong Mei Fong said her client was ill. “She is ashamed,” Ms Wong told the court.",
        ["Wong Mei Fong"],
    ),
    "a name without its last word": (
        "Datuk Ahmad Faris Roslan opened a hall. Ahmad Faris said no. “We wait,” he added.",
        ["Ahmad Faris Roslan"],
    ),
    "a body with small words in its name": (
        "Una Hill of Feed on Foot said it was “bad to win at all”. Marta Lind of Save the Children "
        "said it was “bad to lose”.",
        ["Una Hill", "Marta Lind"],
    ),
    "the paper that carries it": (
        "Captain Holm said that the ferry had never sailed with “an open hatch at all”, "
        "according to the Harbour Post.",
        ["Holm"],
    ),
    "an epithet of two": (
        "“I feel good,” said Rory Ilroy, whose day drew praise from his friend, Rick Fow. “It "
        "suits him,” said the American, who lost.",
        ["Rory Ilroy", None],
    ),
    "an adjective that is also a verb of saying": (
        "Two cooks were sent home for their alleged “leading part” in the soup affair.",
        [],
    ),
    "research that somebody cites": (
        "Brae Ltd denied a fault citing older research which had concluded: “Nobody can tell.”",
        ["older research"],
    ),
    "his dad": (
        "“He is good,” said dad Julio Patin on Monday. “He is a boy,” added his dad.",
        ["Julio Patin", "Julio Patin"],
    ),
    "posts of somebody": (
        "Choir leader Nadia Moss stepped back from the rude blog posts of her uncle Olaf Penn, "
        "insisting he is a “man of quiet songs”.",
        ["Nadia Moss"],
    ),
    "a story that turns to others": (
        "One baker voiced doubts: “The oven is too small for it.”\n\nStill others sang about it."
        "\n\n“Why would anyone bake a boat?”",
        ["One baker", None],
    ),
    "the only person so far": (
        "Sofie Brand was nine when she saw the sea.\n\n“It looked flat,” the author recalls.\n\n"
        "“It is late,” the judge said.",
        ["Sofie Brand", "judge"],
    ),
    "a noun of office that is also a verb": (
        "Lucia Olm won. “If it holds, I win,” the 2019 champion said.",
        ["Lucia Olm"],
    ),
    "the chair of judges, by the given name of a knight": (
        "Chair of judges Sir Malcolm Penn praised “its wit and warmth”.\n\n“We fought over it,” "
        "Sir Malcolm said.",
        ["Malcolm Penn", "Malcolm Penn"],
    ),
    "an apposition with a body": (
        "Josie Adey won it. Adey's publisher, Hester Quay of Lamp Books, said it was late. “I read "
        "it,” she said.",
        ["Hester Quay"],
    ),
    "an interview is no role": (
        "Works Minister Claude Hill, in an interview with the Brae Star, blamed “swells of the "
        "sea”.\n\n“We will look,” the minister said.",
        ["Claude Hill", "Claude Hill"],
    ),
    "a union of several": (
        "The National Farmers' Union said it was “a bad day for all”. “We wait,” said the Nurses’ "
        "and Carers’ Union.",
        ["National Farmers' Union", "Nurses’ and Carers’ Union"],
    ),
    "what a group claims is a noun": (
        "Tom Roe described the club's claims as “a fairy tale”.",
        ["Tom Roe"],
    ),
    "nobody is named for a passive": (
        "At noon the Welshman was praised as “the fastest baker of all”.",
        [None],
    ),
    "whoever is introduced becomes the subject": (
        "“No,” one delegate, Ruth Ali, shouted.\n\nHale's predecessor, Baroness Tyne, was blunt. "
        "“He is cold,” she told me.",
        ["Ruth Ali", "Baroness Tyne"],
    ),
    "a star beside whose name another stands only as an owner": (
        "Actor Rohan Malh has denied that he left the set of director Kabir Anand's next.\n\n"
        "“Utter rubbish,” the Brae Road star wrote.",
        ["Rohan Malh"],
    ),
    "a surname that is also a title": (
        "Co-star Ishita Sen said the mood was “like a big picnic”.",
        ["Ishita Sen"],
    ),
    "whoever was only held does not speak": (
        "Supt Noel Tier said it was bad. A man in his 40s was held on Friday. “We keep an open "
        "mind,” he said.",
        ["Noel Tier"],
    ),
    "a former off-spinner": (
        "Coach Brian Ath will now name his team. “It is a nice headache,” the former off-spinner "
        "said.",
        ["Brian Ath"],
    ),
    "whoever a participle says it was, behind the words": (
        "The ferry loses its bell, a change described as “bleak for all” by the national agency.",
        ["national agency"],
    ),
    "the manager of another team": (
        "Wigan manager Gary Cald was irritated.\n\nThe Lions manager declared: “That was us.”",
        ["Lions manager"],
    ),
    "a court is no adjective": (
        "In the court, growers argued that it was “bad for all of us”.",
        ["growers"],
    ),
    "a minister for something": (
        "“We have won,” Minister for Sport Aileen Camp said.",
        ["Aileen Camp"],
    ),
    "where somebody comes from is nobody": (
        "Judge Helena Frost spoke. One victim, a 73-year-old from Nancy Green, lost her house. "
        "In a statement, she said: “He kissed my hand.”",
        ["victim"],
    ),
    "a gender told by the sentence behind, whatever months and offices stand beside": (
        "Chief executive Dana Wick said trade had been slow since August. “We wait,” she said.\n\n"
        "Finance director Paul Ire will leave. Wick said he had been “a rock in the storm”.",
        ["Dana Wick", "Dana Wick"],
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_each_quotation_has_the_right_speaker_or_none(case: str) -> None:
    text, speakers = SPEAKERS[case]
    quotes = find_quotes(text, (), "en")
    assert [q.speaker for q in quotes if q.kind is not QuoteKind.INDIRECT] == speakers
