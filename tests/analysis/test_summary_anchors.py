"""What a sentence takes as known stands in the summary with what makes it known."""

import pytest

from bot.analysis.sentences import split_sentences
from bot.analysis.summary import Budget, choose_gist, choose_summary
from bot.analysis.summary.anchors import Anchors
from bot.analysis.summary.mentions import find_mentions
from bot.analysis.summary.story import read_story

BETWEEN = "Brekke sold 10, Skerry 20, Marenne 30, Almedra 40."


def _last_anchors(first: str, last: str, language: str = "en") -> Anchors:
    """The anchors of the last of three sentences."""
    text = f"{first} {BETWEEN} {last}"
    return read_story(text, split_sentences(text, language), language, "").anchors[2]


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("en", "A crane fell on Halden harbour.", "The crane had stood for years."),
        ("en", "Old men came to Halden by boat.", "The men drank beer all day."),
        ("en", "Halden fears a fine for all.", "For 2014, the fine is nine crowns."),
        ("en", "Ada Roe saw a boat at sea.", "Later the boat sank, Lind said."),
        ("en", "The crane of Halden has fallen.", "In May the crane had failed."),
        ("de", "In Halden stürzte ein Kran um.", "Am Abend lag der Kran noch da."),
        ("de", "In Halden gab es einen Brand.", "Der Dachbrand dauerte bis in den Mai."),
        ("de", "In Halden stürzte ein Kran um.", "Der Sockel des Krans hielt bis Mai."),
        ("de", "Der Zug fuhr über eine Gleisbauzange.", "Warum die Zange dort lag?"),
        ("en", "Halden has a new school.", "The school declined to speak."),
        ("en", "In Halden a boat sank.", "One of the boats belonged to Ada Roe."),
        ("fr", "À Halden, un bateau a coulé.", "Le bateau servait de refuge à Roe."),
        ("es", "En Halden se hundió un barco.", "El barco acababa de salir al mar."),
        ("de", "Der Zug fuhr über eine beim Bau vergessene Zange.", "Warum die Zange dort lag?"),
        ("fr", "Une grue est tombée à Halden.", "En mai, la grue avait cédé."),
        ("fr", "Un incendie a ravagé Halden hier.", "L’incendie a duré deux jours entiers."),
        ("es", "Una grúa cayó ayer en Halden.", "En mayo la grúa ya falló."),
    ],
)
def test_a_thing_is_known_from_the_sentence_that_tells_of_it(
    language: str, first: str, last: str
) -> None:
    assert (0,) in _last_anchors(first, last, language).things


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("en", "Halden has shut its pier.", "The sun shone over the town."),
        ("en", "A crane fell on Halden harbour.", "The crane of Brekke stood firm."),
        ("en", "A crane fell on Halden harbour.", "The crane driver Bo Lind lived."),
        ("de", "In Halden stürzte ein Kran um.", "Der Kran von Brekke steht noch."),
    ],
)
def test_what_nobody_told_of_or_is_told_in_full_needs_no_other_sentence(
    language: str, first: str, last: str
) -> None:
    assert not _last_anchors(first, last, language).things


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("en", "A bus left the road near Halden.", "In all, the crash hurt nine men."),
        ("de", "In Halden gab es ein Quiz.", "Am Ende des Quizspiels schlief Ada Roe."),
    ],
)
def test_what_takes_up_the_story_in_a_new_word_goes_with_the_line_before_or_the_first(
    language: str, first: str, last: str
) -> None:
    assert _last_anchors(first, last, language).things == ((0, 1),)


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("en", "Two men rowed out from Halden.", "Roe shouted at the two men."),
        ("de", "Zwei Männer ruderten aus Halden.", "Im Mai rief Roe den beiden Männern zu."),
        ("fr", "Deux hommes ont ramé vers Halden.", "Roe a parlé aux deux hommes."),
        ("es", "Dos hombres remaron hasta Halden.", "Roe llamó a los dos hombres."),
    ],
)
def test_those_who_are_only_counted_are_known_from_the_sentence_that_tells_of_them(
    language: str, first: str, last: str
) -> None:
    assert any(0 in lines for lines in _last_anchors(first, last, language).things)


@pytest.mark.parametrize(
    ("language", "last"),
    [
        ("en", "On Friday the four had no boat."),
        ("de", "Am Freitag hatten die vier kein Boot."),
        ("fr", "Le soir, les quatre ont perdu leur barque."),
        ("es", "Ese viernes, las cuatro habían perdido el barco."),
    ],
)
def test_those_who_are_counted_and_not_named_are_known_from_the_line_before(
    language: str, last: str
) -> None:
    assert (1,) in _last_anchors("Ada Roe runs the shop of Halden.", last, language).things


def test_an_event_that_the_headline_tells_of_needs_no_other_sentence() -> None:
    text = f"A bus left the road near Halden. {BETWEEN} In all, the crash hurt nine men."
    story = read_story(text, split_sentences(text, "en"), "en", "Nine hurt in crash near Halden")
    assert not story.anchors[2].things


def test_whom_a_noun_describes_is_known_from_a_sentence_that_tells_of_a_person() -> None:
    text = "Rain fell on Halden in May. A cook named Ada Roe swam. In June the swimmer came home."
    assert read_story(text, split_sentences(text, "en"), "en", "").anchors[2].things == ((1,),)


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("en", "Ada Roe scored a late goal.", "The Halden striker had a cold for weeks."),
        ("es", "Ada Roe marcó un gol ayer.", "La goleadora histórica de Halden tuvo fiebre."),
    ],
)
def test_whom_a_phrase_describes_and_does_not_name_is_named_before(
    language: str, first: str, last: str
) -> None:
    text = f"{first} {BETWEEN} {last}"
    sentences = split_sentences(text, language)
    things = [
        read_story(text, sentences, language, title).anchors[2].things for title in ("", "Roe 1-0")
    ]
    assert things == [((0,),), ()]


def test_who_is_named_behind_the_noun_is_known() -> None:
    first, last = "Rain fell on Halden often.", "The skipper, who is called Ada, swam there."
    assert not _last_anchors(first, last).things


def test_letters_are_known_from_the_sentence_that_spells_them_out() -> None:
    first, last = "The Halden Awareness Group (HAG) met there.", "The HAG has nine boats."
    assert _last_anchors(first, last).things == ((0,),)
    assert not _last_anchors("Ada Roe (SPD) met Bo Lind.", "The SPD has nine boats.").things


def test_a_surname_is_known_from_its_role() -> None:
    first, last = "Am Montag sprach Richterin Roe.", "Am Freitag schwieg Roe den ganzen Tag."
    assert _last_anchors(first, last, "de").things == ((0,),)


def test_a_surname_is_known_from_the_sentence_with_the_full_name() -> None:
    anchors = _last_anchors("Ada Roe leads the council of Halden.", "On Monday Roe met Bo Lind.")
    assert anchors.things == ((0,),)


def test_a_sentence_on_a_mr_whom_nobody_introduces_may_not_stand() -> None:
    anchors = _last_anchors("Ada Roe leads the council of Halden.", "Mr Lind met Ada Roe there.")
    assert anchors.things == ((),)


def test_a_given_name_alone_goes_with_the_sentence_that_tells_whose_it_is() -> None:
    first, last = "Bo Roe sails with his daughter Ada.", "Ada won the race of Halden in May."
    assert _last_anchors(first, last).things == ((0,),)


def test_a_given_name_that_no_list_has_is_told_by_the_role_before_it() -> None:
    first, last = "Trainer Xanti Roe verließ den Klub.", "Am Montag sucht Roe noch eine Wohnung."
    assert _last_anchors(first, last, "de").things == ((0,),)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Mr. Roe’s boat sank on Friday, the UN said.", {"Roe", "UN"}),
        ("“Roe is safe,” Ada Lind said.", {"Roe"}),
        ("On Monday he met Bo.", {"Bo"}),
    ],
)
def test_a_name_that_stands_alone_is_taken_as_known(sentence: str, names: set[str]) -> None:
    assert find_mentions(sentence, "en").names == names


def test_a_german_noun_before_a_verb_is_no_full_name() -> None:
    assert not find_mentions("Die Berliner Polizei sucht den Fahrer.", "de").new & {"Polizei"}


def test_what_a_clause_behind_a_comma_begins_with_is_told_of_before() -> None:
    last = "Founded in Halden by a baker named Ada Roe, the firm sold boats."
    assert (0,) in _last_anchors("Halden Ropes is a firm of nine.", last).things


@pytest.mark.parametrize(
    ("first", "last", "things"),
    [
        ("Halden sold boats and planks.", "The planks were sold cheap.", ((0,),)),
        ("Halden sold all of its boats.", "The mill was sold cheap too.", ((0, 1),)),
        ("Halden sold all of its boats.", "A mill was sold cheap too.", ()),
    ],
)
def test_what_a_sentence_begins_with_is_told_of_before(
    first: str, last: str, things: tuple[tuple[int, ...], ...]
) -> None:
    assert _last_anchors(first, last).things == things


def test_what_takes_up_a_sentence_that_may_not_stand_goes_with_one_that_may() -> None:
    left_open = "Ada Roe of Halden said: “We have to go."
    later = "Bo Lind saw five boats. " * 2 + "Halden has a tram. Brekke has no tram."
    text = f"{BETWEEN} {later}\n\n{left_open}\n\nThe mill was sold cheap too."
    story = read_story(text, split_sentences(text, "en"), "en", "")
    assert story.groups[-2] is None
    assert story.anchors[-1].things == ((0, len(story.lines) - 3),)


def test_what_the_headline_tells_of_is_known() -> None:
    text = f"Halden sold boats and planks. {BETWEEN} The planks were sold cheap."
    story = read_story(text, split_sentences(text, "en"), "en", "Halden’s planks are sold")
    assert story.anchors[2].things == ()


@pytest.mark.parametrize("title", ["Mr", "Senator"])
def test_who_is_known_by_a_title_alone_stands_with_the_sentence_that_names_him(title: str) -> None:
    assert _last_anchors("Bo Lind saw a boat.", f"{title} Lind swam in May.").things == ((0,),)


def test_a_sergeant_is_a_stranger_without_the_sentence_that_names_her() -> None:
    first, last = "Sergeant Ada Roe saw a boat.", "Sergeant Roe swam in May."
    assert _last_anchors(first, last).things == ((0,),)


def test_a_gist_names_nobody_by_surname_whom_another_sentence_introduces() -> None:
    honours = f"Halden honoured Ada Roe for {'saving planks and ' * 12}saving its pier."
    text = f"{honours} Roe saved the planks of the pier of Halden. Rain fell on Halden in May."
    gist = choose_gist(text, split_sentences(text, "en"), "en", "")
    assert gist is not None
    assert gist.of(text) == "Rain fell on Halden in May."


def test_no_summary_begins_with_a_thing_that_was_told_of_before() -> None:
    text = (
        "Halden lost a bridge of 900 planks to the ice. "
        "The bridge of planks carried Halden’s trams, and the bridge will cost 900 crowns."
    )
    sentences = split_sentences(text, "en")
    summary = choose_summary(text, sentences, "en", "", Budget(sentences=1))
    gist = choose_gist(text, sentences, "en", "")
    assert summary.sentences[0].span == gist == sentences[0].span


def test_a_text_in_which_everything_leans_still_has_a_summary() -> None:
    text = "Ada Roe also shut a pier in Halden. The pier was older than all of the shops there."
    summary = choose_summary(text, split_sentences(text, "en"), "en", "", Budget(sentences=2))
    assert len(summary.sentences) == 2


@pytest.mark.parametrize("last", ["Lind swam in the cold sea.", "The sea was cold, Lind said."])
def test_whom_a_sentence_begins_with_or_quotes_stands_with_the_sentence_that_names_him(
    last: str,
) -> None:
    assert (0,) in _last_anchors("Bo Lind saw a boat near Halden.", last).things


def test_whom_only_a_sentence_that_may_not_stand_names_speaks_in_no_summary() -> None:
    text = (
        f"{BETWEEN}\n\n“We left,” Bo Lind of Brekke said: “And we won.\n\n"
        "Rain fell on the pier, Lind said."
    )
    story = read_story(text, split_sentences(text, "en"), "en", "")
    assert story.anchors[-1].things == ((),)
