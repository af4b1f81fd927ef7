"""Who is meant: names, pronouns, roles, bodies, and whom the text leaves open."""

import pytest

from tests.rules import find_quotes


def speakers(text: str, language: str = "en") -> list[str | None]:
    return [quote.speaker for quote in find_quotes(text, (), language)]


def last_speaker(text: str, language: str = "en") -> str | None:
    return speakers(text, language)[-1]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ida Holm came. Ms Holm was tired. “It is late,” Holm said.", "Ida Holm"),
        ("Finn came. “It is late,” Ola Finn had said.", "Ola Finn"),
        ("Ida Holm left. “It is late,” said Ida.", "Ida Holm"),
        ("“It is late,” said Foreign Minister Ida Holm.", "Ida Holm"),
        ("“It is late,” said the port's deputy director Ida Holm.", "Ida Holm"),
        ("“It is late,” said the mayor, Ida Holm.", "Ida Holm"),
        ("Ida Holm, who runs the port, said: “It is late.”", "Ida Holm"),
        ("Ida Holm (Labour) said: “It is late.”", "Ida Holm"),
        ("“It is late,” said road and rail worker Ida Holm.", "Ida Holm"),
        ("“It is late,” recalled farmer Ida Hall.", "Ida Hall"),
        ("“It is late,” said Vera von der Aue, a lawyer.", "Vera von der Aue"),
        ("Ms Le Roc left. Ida Le Roc is tired. “It is late,” Le Roc said.", "Ida Le Roc"),
        ("“It is late,” said Judge Ida Holm KC.", "Ida Holm"),
        ("“It is late,” said Sen. Robert “Bob” Holm.", "Robert Holm"),
        ("Cllr Ida Holm left. “It is late,” Cr Holm said.", "Ida Holm"),
        ("“It is late,” said Coast MP Samuel ole Holm.", "Samuel ole Holm"),
        ("Salim bin Omar al-Qol left. “It is late,” al-Qol said.", "Salim bin Omar al-Qol"),
        ("Ana Luz dos Santos left. “It is late,” dos Santos said.", "Ana Luz dos Santos"),
        ("Ana Ibarra Luz left. “It is late,” Ibarra said.", "Ana Ibarra Luz"),
        ("Bas ter Holm is here. Ter Holm said it was late.", "Bas ter Holm"),
        ("“It is late,” said Abu Salim al-Qol.", "Abu Salim al-Qol"),
        ("Lin Mei-hua left. “It is late,” Lin said.", "Lin Mei-hua"),
        ("“It is late,” Pope Qol said.", "Pope Qol"),
        ("Tom and Ida Holm came. “It is late,” said Mr Holm.", "Tom Holm"),
        ("Her brother, the painter Tom Finn, recalled “a late spring”.", "Tom Finn"),
        ("“It is late,” said her husband, Qiri, a baker.", "Qiri"),
        ("Her father, Qiri, said the ferry was “late”.", "Qiri"),
        ("“It is late,” said the study's author, chemist Ida Holm.", "Ida Holm"),
        ("State president Tom Finn hit back, saying, “It is late.”", "Tom Finn"),
        ("Student Ida Holm, 19: “It is late.”", "Ida Holm"),
        ("One pilot, Ida Holm, was quoted by the Gazette as saying “it is late”.", "Ida Holm"),
        ("NEW HALDEN: Mayor Ida Holm left, saying it was “far too late”.", "Ida Holm"),
        ("Ida Holm said the ferry forecasts “belong in the bin”.", "Ida Holm"),
        ("Ida Holm said that episode “haunts us all to this day”.", "Ida Holm"),
        ("Asked by the coroner, Ida Holm, he left. “It is late,” the coroner said.", "Ida Holm"),
        ("Ida Holm left. Her brother, Qiri, rang. “It is late,” she said.", "Ida Holm"),
        ("Ida Finn spoke. Born in Oslo, Ida Holm sings. “It is late,” she said.", "Ida Holm"),
        ("Tom Finn spoke. Qiri Holm left early. “It is late,” he said.", "Qiri Holm"),
        ("The night was described by Ida Holm as “a very long one”.", "Ida Holm"),
        ("Bev Holm was there. “It is late,” she said.", "Bev Holm"),
        ("Sukhdeep Holm ran. Mr Holm said he was tired. “It is late,” he said.", "Sukhdeep Holm"),
        ("Len Holm won. A spokeswoman hailed “a win”. “It is late,” he said.", "Len Holm"),
        ("Tom Finn left. Year 11 pupil Ida Holm was glad: “It is late.”", "Ida Holm"),
        ("“It is late,” recalls the vicar, the Rev Ida Holm.", "Ida Holm"),
        ("Mr Finn's wife, Qiri, was glad. “It is late,” she said.", "Qiri"),
        (
            "Ali Holm fell. His parents, Ida and Tom Holm, rang. “It is late,” Mrs Holm said.",
            "Ida Holm",
        ),
        ("The Oval-Ferry lobby said in a note that it was “a very late hour”.", "Oval-Ferry lobby"),
        ("Pier row: ‘It is late,’ says mayor\n\nMayor Ida Holm left.", "Ida Holm"),
        ("A plan has split the town, with graziers calling it “a late joke”.", "graziers"),
    ],
)
def test_a_speaker_has_the_fullest_name_of_the_article(text: str, speaker: str) -> None:
    assert last_speaker(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is late,” a police spokeswoman said.", "police spokeswoman"),
        ("“It is late,” said a spokesman for the Halden ferry.", "spokesman for the Halden ferry"),
        ("“It is late,” the crowd shouted.", "crowd"),
        ("Ida Holm sang. “It is late,” the first minister said.", "first minister"),
        ("Ida Holm sang. “It is late,” said the judge.", "judge"),
        ("Ida Holm sang, a boy heard shouting “It is late” behind her.", "boy"),
        ("Ida Holm left, with one person shouting: “It is late”.", "one person"),
        ("Brae-based Oval said the pier was “late”.", "Oval"),
        (
            "A source close to the pair told the Gazette they were “late”.",
            "source close to the pair",
        ),
        ("The Halden Gazette reported that ferries were late.", "Halden Gazette"),
        ("The Halden Gazette reports:\n\n“Ferries were late all day.”", "Halden Gazette"),
        ("Present and former pilots said the pier was closed.", "Present and former pilots"),
    ],
)
def test_a_body_or_a_role_speaks_in_its_own_words(text: str, speaker: str) -> None:
    assert last_speaker(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ida Holm met Tom Finn. “It is late,” she said.", "Ida Holm"),
        ("Ida Holm met Tom Finn. “It is late,” he said.", "Tom Finn"),
        ("Ida Holm said it was late. She left. “Too late,” she added.", "Ida Holm"),
        ("Qiri Qol was late, she said. “Very late,” Qol added.", "Qiri Qol"),
        ("The mayor, Ida Holm, was late. “I am sorry,” the mayor said.", "Ida Holm"),
        ("Ida Holm won a third term as mayor. “Thank you,” the mayor said.", "Ida Holm"),
        ("Ida Holm sang. “I am late,” said the mother-of-two.", "Ida Holm"),
        ("Tom Finn left. Asked why, Ida Holm sighed. “I am late.”", "Ida Holm"),
        ("Ida Holm called it “a farce”, noting that a wall had gone.", "Ida Holm"),
        ("Ida Holm, former mayor and head of the Brae Trust said: “It is late.”", "Ida Holm"),
        ("Ida Holm came. ‘We are very late,’ reflected Holm.", "Ida Holm"),
        ("Secretary of State Ida Holm said: “It is late.”", "Ida Holm"),
        ("Ida May came. “It is late,” Ms May said on Friday.", "Ida May"),
        ("Ida Holm, a baker, came. “I am late,” said the 43-year-old.", "Ida Holm"),
        ("Ida Holm resigned. “It is time,” her statement said.", "Ida Holm"),
        ("Ida Holm left. “No,” she said. Tom Finn came. “Late,” the singer added.", "Ida Holm"),
        ("Sen. Ida Holm met Tom Finn. “It is late,” the senator said.", "Ida Holm"),
        ("Tom Finn left. Ida Holm, who hosts Finn, waved. “Late,” the Swede said.", "Ida Holm"),
        ("Tom Finn left. Ida Holm met Ana Roe. “It is late,” she said.", "Ida Holm"),
        ("Ida Holm came. Tom Finn left. Roe met Ida Holm fan Ola Lund. “No,” he said.", "Ola Lund"),
        ("Ida Holm released a statement saying: “It is late.”", "Ida Holm"),
        ("As Ida Holm put it: “It is late.”", "Ida Holm"),
        ("“Late,” Ida Holm, a baker, was quoted as saying.", "Ida Holm"),
        ("According to the baker, Holm had left. Ida Holm sang. “Late,” she said.", "Ida Holm"),
    ],
)
def test_a_pronoun_or_a_role_stands_for_its_person(text: str, speaker: str) -> None:
    assert last_speaker(text) == speaker


def test_a_body_is_it_and_the_company() -> None:
    text = "Halden Ferries Ltd said it was sorry. “We failed,” the company said. “Badly,” it added."
    assert set(speakers(text)) == {"Halden Ferries Ltd"}


def test_a_quote_without_a_verb_belongs_to_the_last_who_spoke() -> None:
    text = "“It is late,” said Ida Holm.\n\nOla Finn said ferries were full.\n\n“All are gone now.”"
    assert last_speaker(text) == "Ola Finn"


def test_a_name_inside_a_quotation_is_no_speaker() -> None:
    text = "“Ola Finn said it best, and he is right,” said Ida Holm. “Ask Ola Finn.”"
    assert set(speakers(text)) == {"Ida Holm"}


def test_a_quote_without_a_speaker_keeps_none() -> None:
    assert speakers("“Somebody wrote this long ago on the wall.”") == [None]


def test_a_passive_names_no_speaker() -> None:
    assert speakers("Ola Finn was described as “slow and kind”.") == [None]


def test_she_is_nobody_where_only_men_are_named() -> None:
    assert last_speaker("Mr Ola Finn came in. “It is late,” she said.") is None


def test_two_people_of_one_surname_are_told_apart_by_their_titles() -> None:
    text = "Ida Holm and Ola Holm came. “It is late,” said Mr Holm. “Yes,” said Ms Holm."
    assert speakers(text) == ["Ola Holm", "Ida Holm"]


def test_a_place_between_commas_is_no_speaker() -> None:
    text = "At a rally in Halden, Oregon, Ida Holm spoke up, calling the pier “a total loss”."
    assert last_speaker(text) == "Ida Holm"


def test_a_german_clause_may_begin_with_something_else() -> None:
    text = "Am Montag sagte der Sprecher der Stadt, Ola Finn: „Es ist spät geworden heute.“"
    assert last_speaker(text, "de") == "Ola Finn"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "Ana Le Roc est maire. « Il est tard », a dit Mme Le Roc.", "Ana Le Roc"),
        ("fr", "Ana Roc a parlé. « Il est tard », écrit Le Courrier.", "Courrier"),
        ("de", "„Es ist spät“, sagte Kommandantin Ida Holm.", "Ida Holm"),
        ("de", "„Es ist spät“, sagte Valentin Holm.", "Valentin Holm"),
        ("de", "Baudirektorin Ida Holm kam. „Spät“, sagte die Direktorin.", "Ida Holm"),
        ("es", "«Es muy tarde», dijo a este diario Ana Roca.", "Ana Roca"),
        ("es", "Ana Roca navega.\n\nP. ¿Por qué?\n\nR. Por el mar.", "Ana Roca"),
        ("fr", "« Il est tard, s'indigne Ana Roc, et il pleut. »", "Ana Roc"),
    ],
)
def test_titles_and_small_words_of_a_name_are_known(language: str, text: str, speaker: str) -> None:
    assert last_speaker(text, language) == speaker


def test_an_interview_is_with_the_one_whom_its_introduction_is_about() -> None:
    text = "For years Zorl Quibb kept the light. Quibb met no Dunn Ost.\n\nQ: Why?\n\nA: For pay."
    assert last_speaker(text) == "Zorl Quibb"


@pytest.mark.parametrize("word", ["Another", "One", "Others", "Many"])
def test_a_pronoun_that_names_nobody_leaves_the_speaker_open(word: str) -> None:
    assert last_speaker(f"Ida Holm wrote: “We are late.”\n\n{word} said: “So are we.”") is None


@pytest.mark.parametrize(
    "text",
    [
        "Here is Ida Holm in Halden:\n\n“It is late and the ferries are full.”",
        "“It was late and we were cold.”\n\nThat is how Ida Holm recalled the night.",
        "“It was late and we were cold.”\n\nThose were the last words of Ida Holm.",
    ],
)
def test_a_bare_quotation_belongs_to_whom_the_sentences_around_it_name(text: str) -> None:
    assert last_speaker(text) == "Ida Holm"


def test_a_shared_surname_alone_is_that_of_whom_the_story_is_about() -> None:
    text = (
        "Tom Holm sang. Holm won. “Good,” Holm said. His cousin Ida Holm ran. Holm waved. "
        "“It is late,” Holm said."
    )
    assert last_speaker(text) == "Tom Holm"


def test_the_words_of_a_headline_are_no_name() -> None:
    text = "Proud Gull Corners Holm At Late Rally\n\n“It is late,” said Holm. Ida Holm left."
    assert last_speaker(text) == "Ida Holm"


@pytest.mark.parametrize("label", ["Ida Holm", "I.H.", "A"])
def test_the_outlet_that_only_asks_is_not_quoted(label: str) -> None:
    asks = "Q" if label == "A" else "The Gazette"
    turns = f"{asks}: Is it late?\n\n{label}: It is late.\n\n{asks}: Why?\n\n{label}: It rains."
    assert speakers(f"Ida Holm is home again.\n\n{turns}") == ["Ida Holm", "Ida Holm"]


def test_what_one_says_that_another_would_say_is_the_first_ones() -> None:
    text = "Ida Holm said on Monday that Oval Ferries would respond “in due time and in full”."
    assert last_speaker(text) == "Ida Holm"


def test_what_only_a_heading_leads_to_is_nobodys() -> None:
    heading = "FERRIES ARE FULL “All boats to the isles are full until the end of May.” [Oval]"
    assert last_speaker(f"Ida Holm said it was late.\n\n{heading}") is None


def test_a_role_keeps_the_noun_between_its_rank_and_its_office() -> None:
    text = "“It is late,” chief fire officer Ida Holm said."
    (quote,) = find_quotes(text, (), "en")
    assert quote.role is not None
    assert quote.role.of(text) == "chief fire officer"


def test_whoever_did_something_is_the_one_who_speaks() -> None:
    text = "A boy who fell into the cold river has said it was “a very long day”."
    assert last_speaker(text) == "boy"
    assert last_speaker("A boy who the mayor has said is “a very good diver” left.") == "mayor"


def test_it_is_no_human_being() -> None:
    text = "“It is late,” said a spokesman. It calls the pier “a danger to us all”."
    assert speakers(text) == ["spokesman", None]


def test_single_marks_that_are_a_whole_sentence_are_a_quotation() -> None:
    assert speakers("‘I knew it,’ Ida Holm said. ‘You know.’") == ["Ida Holm", "Ida Holm"]


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("A man in Oslo, whose boat sank, bought two.", "man in Oslo"),
        ("My father rang.", "father"),
        ("At lunch on Sunday my father rang.", "father"),
        ("Her neighbour brings soup.", "Tom Finn"),
        ("A retired baker, Ola Holm had no boat.", "Ola Holm"),
    ],
)
def test_a_nameless_man_of_whom_a_sentence_tells_goes_on(opening: str, speaker: str) -> None:
    text = f"“It is early,” said Tom Finn.\n\n{opening} “It is late,” he said."
    assert last_speaker(text) == speaker


def test_a_title_means_whoever_spoke_last_if_it_fits() -> None:
    first = "“It is early,” Ida Holm said.\n\nHer mother, Jean Holm, said it was “very early”.\n\n"
    assert last_speaker(first + "“It is late,” Mrs Holm said.") == "Jean Holm"


def test_the_name_of_what_a_clause_is_about_is_no_quotation() -> None:
    assert last_speaker("Ministers said “Tom's Law” would apply to all ferries.") == "Ministers"
    quotes = find_quotes("Ministers said “Tom's Law” would apply to all ferries.", (), "en")
    assert [quote.kind.value for quote in quotes] == ["indirect"]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "de",
            "Er traf die Frau des Landrats Martin Holm. „Es ist spät“, sagte der Landrat.",
            "Martin Holm",
        ),
        ("de", "Ministerin Ida Holm schwieg. „Es ist spät“, sagte die XY-Politikerin.", "Ida Holm"),
        (
            "es",
            "El ciclista cubano Nel Holm ganó. «Es tarde», dijo el corredor del Oval.",
            "Nel Holm",
        ),
        ("de", "Minister Tom Holm kam. Der CDU-Politiker sagte: „Es ist spät.“", "Tom Holm"),
        ("es", "«Ya», dijo Juan Roca. El jefe, Luis Gil, calló. «No», dijo el jefe.", "Luis Gil"),
        ("es", "El segundo clasificado, el cubano Juan Holm, explicó: «Es tarde».", "Juan Holm"),
        ("es", "«Ya», dijo la portavoz, Ana Holm. «Es tarde», dijo la concejala.", "Ana Holm"),
        (
            "fr",
            "« Oui », dit Gilles Holm. Le président, Luc Roy, insiste. « Non », dit le prévenu.",
            "Gilles Holm",
        ),
        ("fr", "« Oui », dit Luc Roy. L'ancien pilier ajoute : « Il est tard. »", "Luc Roy"),
    ],
)
def test_a_role_means_whom_it_fits_in_other_languages(
    language: str, text: str, speaker: str
) -> None:
    assert last_speaker(text, language) == speaker


def test_no_role_is_shown_in_the_genitive() -> None:
    text = "Er traf die Frau des Landrats Martin Holm. „Es ist spät“, sagte Holm."
    (quote,) = find_quotes(text, (), "de")
    assert (quote.speaker, quote.role) == ("Martin Holm", None)


def test_a_trade_means_no_one_else_where_its_bearer_may_have_an_office() -> None:
    text = "«Ya», dijo Juan Roca. El doctor Luis Gil dijo que no. «Es tarde», dijo el médico."
    assert last_speaker(text, "es") == "médico"
