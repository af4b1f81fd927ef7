"""Who said what: a table of styles, and what must hold for any text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Quote, QuoteKind
from tests.rules import find_quotes

Said = tuple[str, str | None]


def read(text: str, language: str = "en") -> tuple[Quote, ...]:
    return find_quotes(text, (), language)


def shown(text: str, language: str = "en") -> list[Said]:
    """The words and speakers of what stands in marks."""
    return [
        (quote.span.of(text), quote.speaker)
        for quote in read(text, language)
        if quote.kind is not QuoteKind.INDIRECT
    ]


STYLES: dict[str, tuple[str, str, list[Said]]] = {
    "curly marks": (
        "en",
        "Mayor Ida Holm came last. “The pier is safe,” Holm said. “We tested it.”",
        [("The pier is safe,", "Ida Holm"), ("We tested it.", "Ida Holm")],
    ),
    "straight marks": (
        "en",
        'Mayor Ida Holm came last. "The pier is safe," she said.',
        [("The pier is safe,", "Ida Holm")],
    ),
    "British marks and a plural's apostrophe": (
        "en",
        "'It's the sailors' choice,' said harbour master Ola Finn. 'They know the bay.'",
        [("It's the sailors' choice,", "Ola Finn"), ("They know the bay.", "Ola Finn")],
    ),
    "marks of two single strokes": (
        "en",
        "''Nobody slept,'' said Ola Finn, the harbour master.",
        [("Nobody slept,", "Ola Finn")],
    ),
    "several paragraphs of one quotation": (
        "en",
        "“The pier is old,” said Ida Holm. “It creaks.\n\n“But it will stand for years.”",
        [
            ("The pier is old,", "Ida Holm"),
            ("It creaks.", "Ida Holm"),
            ("But it will stand for years.", "Ida Holm"),
        ],
    ),
    "a quotation inside another": (
        "en",
        "“She told us ‘go home’ and left,” said Ola Finn.",
        [("She told us ‘go home’ and left,", "Ola Finn")],
    ),
    "an inch mark": (
        "en",
        'The 9" nail held. "We will use more of them," said Ola Finn.',
        [("We will use more of them,", "Ola Finn")],
    ),
    "a mark that is never closed costs its paragraph alone": (
        "en",
        '"The pier is old, said Ida Holm.\n\nFinn agreed. "It creaks," Finn said.',
        [("It creaks,", "Finn")],
    ),
    "brackets and an ellipsis inside": (
        "en",
        "“I [still] hope ... we can stay,” said Ida Holm.",
        [("I [still] hope ... we can stay,", "Ida Holm")],
    ),
    "a colon leads in": (
        "en",
        "In a statement, the Halden Port Authority said: “We are sorry for the delay.”",
        [("We are sorry for the delay.", "Halden Port Authority")],
    ),
    "fragments of a clause": (
        "en",
        "Ida Holm told reporters that the pier “is safe” and that “nobody need worry”.",
        [("is safe", "Ida Holm"), ("nobody need worry", "Ida Holm")],
    ),
    "a verb of judgement": (
        "en",
        "Ida Holm has praised her crew's “quiet, patient work” on the pier.",
        [("quiet, patient work", "Ida Holm")],
    ),
    "a verb between subject and words, inverted": (
        "en",
        "Why not, asks Gazette editor Ola Finn, “tear the whole pier down and start anew?”",
        [("tear the whole pier down and start anew?", "Ola Finn")],
    ),
    "a line that signs the words": (
        "en",
        "“The sea gives and the sea takes away.”\n\n— Ida Holm, mayor",
        [("The sea gives and the sea takes away.", "Ida Holm")],
    ),
    "answers of an interview": (
        "en",
        "Ida Holm met us on the pier.\n\nQ: Is it safe?\n\nA: It is.\n\nQ: Sure?\n\nA: I am.",
        [("It is.", "Ida Holm"), ("I am.", "Ida Holm")],
    ),
    "turns of a transcript": (
        "en",
        "IDA HOLM: Is it safe?\n\nOLA FINN: I tested it.\n\nIDA HOLM: Thank you.",
        [
            ("Is it safe?", "IDA HOLM"),
            ("I tested it.", "OLA FINN"),
            ("Thank you.", "IDA HOLM"),
        ],
    ),
    "French marks": (
        "fr",
        "« Le pont tient », a déclaré Luce Morin, maire de Valmont. « Rassurez-vous. »",
        [("Le pont tient", "Luce Morin"), ("Rassurez-vous.", "Luce Morin")],
    ),
    "a French clause inside the marks": (
        "fr",
        "« Le pont, explique Luce Morin, tient encore debout. »",
        [("Le pont", "Luce Morin"), ("tient encore debout.", "Luce Morin")],
    ),
    "French pronouns behind the verb": (
        "fr",
        "La maire, Luce Morin, est venue. « Le pont tient », a-t-elle ajouté.",
        [("Le pont tient", "Luce Morin")],
    ),
    "Spanish dashes": (
        "es",
        "—El puente aguanta —dijo Ana Soler—. No hay peligro.",
        [("El puente aguanta", "Ana Soler"), ("No hay peligro.", "Ana Soler")],
    ),
    "Spanish marks": (
        "es",
        "«El puente aguanta», dijo la alcaldesa de Valmar, Ana Soler.",
        [("El puente aguanta", "Ana Soler")],
    ),
    "German marks": (
        "de",
        "„Die Brücke hält“, sagte Bürgermeisterin Ida Holm. »Wirklich«, so Holm.",
        [("Die Brücke hält", "Ida Holm"), ("Wirklich", "Ida Holm")],
    ),
    "a German verb at the end": (
        "de",
        "Die Stadt hat den Plan als „völlig verfrüht“ bezeichnet.",
        [("völlig verfrüht", "Stadt")],
    ),
    "a German document": (
        "de",
        "Im Bericht der Stadt heißt es: „Die Brücke ist sicher und bleibt offen.“",
        [("Die Brücke ist sicher und bleibt offen.", "Bericht der Stadt")],
    ),
    "a language without word lists": (
        "nl",
        "“De brug is veilig”, zei Ida Holm. “Echt waar, geloof me.”",
        [("De brug is veilig", None), ("Echt waar, geloof me.", None)],
    ),
}


@pytest.mark.parametrize(("language", "text", "expected"), STYLES.values(), ids=STYLES)
def test_a_quote_has_its_words_and_its_speaker(
    language: str, text: str, expected: list[Said]
) -> None:
    assert shown(text, language) == expected


NO_QUOTES = {
    "the title of a work": "Ida Holm starred in “The Long Winter at Sea” last year.",
    "scare quotes": "The so-called “smart pier” was shelved amid “deep cuts”.",
    "a nickname": "Holm, whom friends call “Bear”, runs the “Blue Door” inn.",
    "a slogan on a sign": "With signs reading “Save the pier”, they marched past.",
    "a word as such": "Experts say that “free” piers cost most.",
    "inch marks": 'A 9" nail and a 12" board.',
}


@pytest.mark.parametrize("text", NO_QUOTES.values(), ids=NO_QUOTES)
def test_what_nobody_says_is_no_quote(text: str) -> None:
    assert shown(text) == []


def test_an_indirect_statement_is_kept_apart_by_its_kind() -> None:
    text = "Ida Holm said that the pier would open in May, adding that it was safe."
    assert [(q.kind, q.span.of(text), q.speaker) for q in read(text)] == [
        (QuoteKind.INDIRECT, "the pier would open in May", "Ida Holm"),
        (QuoteKind.INDIRECT, "it was safe", "Ida Holm"),
    ]


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("The pier is closed, the port authority says.", "The pier is closed", "port authority"),
        ("According to Ida Holm, the pier is closed.", "the pier is closed", "Ida Holm"),
        ("The pier is closed, said Ida Holm.", "The pier is closed", "Ida Holm"),
    ],
)
def test_a_statement_may_stand_before_its_verb(text: str, said: str, speaker: str) -> None:
    assert [(quote.span.of(text), quote.speaker) for quote in read(text)] == [(said, speaker)]


def test_a_fragment_and_the_clause_around_it_are_both_kept() -> None:
    text = "Ida Holm said the pier was “as good as new”."
    assert [(quote.kind, quote.span.of(text)) for quote in read(text)] == [
        (QuoteKind.INDIRECT, "the pier was “as good as new”"),
        (QuoteKind.MIXED, "as good as new"),
    ]


def test_mention_cue_and_role_are_slices_of_the_text() -> None:
    text = "“It is safe,” the mayor of Halden, Ida Holm, has told the Gazette."
    (quote,) = read(text)
    assert quote.mention
    assert quote.cue
    assert quote.role
    assert quote.cue.of(text) == "told"
    assert quote.role.of(text) == "mayor of Halden"
    assert "Ida Holm" in quote.mention.of(text)


def test_you_say_and_i_think_are_no_statements() -> None:
    assert read("When you say that you hate the pier, I think it is unfair.") == ()


@given(st.text(alphabet="\"'“”‘’«»—–.,:?!\n QA\0\ud800\u202eשab Roe said he", max_size=300))
@settings(max_examples=150, deadline=None)
@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "xx"])
def test_any_text_has_an_answer_whose_spans_are_in_order(language: str, text: str) -> None:
    quotes = read(text, language)
    assert all(0 <= quote.span.start < quote.span.end <= len(text) for quote in quotes)
    assert all(one.span.start <= other.span.start for one, other in pairwise(quotes))


@pytest.mark.parametrize("piece", ['"', "'", "“", "‘", '"a" ', ", saying ", "In, ", "Q: a\nA: b\n"])
def test_a_long_hostile_text_has_an_answer(piece: str) -> None:
    read(piece * (60_000 // len(piece)))


def test_a_long_chain_of_elisions_is_taken_apart() -> None:
    assert [quote.speaker for quote in read("l'" * 20_000 + "eau : « Venez », dit Ana Roy.", "fr")]


def test_an_empty_text_says_nothing() -> None:
    assert read("") == read(" \n\n ") == ()


def test_labels_of_a_list_are_no_speakers() -> None:
    text = "PRICE: It is ten a jar.\n\nTASTE: It is sweet.\n\nPRICE: It is nine.\n\nTASTE: Dull."
    assert find_quotes(text, (), "en") == ()
