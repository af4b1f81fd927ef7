"""No sentence of a summary dangles, is cut open, or is furniture of the page."""

import pytest

from bot.analysis.sentences import split_sentences
from bot.analysis.summary import Budget, choose_summary
from bot.analysis.summary.boilerplate import is_furniture
from bot.analysis.summary.leaning import leans_back
from bot.analysis.summary.quotations import Bond, find_own_words
from bot.analysis.summary.story import read_story


def _groups(text: str, language: str = "en") -> list[tuple[int, ...] | None]:
    return list(read_story(text, split_sentences(text, language), language, "").groups)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "He added that the pier was safe."),
        ("en", "But the pier was safe, Ms Roe said."),
        ("en", "Says the pier is safe for all who walk on it."),
        ("en", "In a statement, she called the pier safe."),
        ("en", "The two met on the pier in June."),
        ("en", "Meanwhile, the shops stayed shut."),
        ("en", "“The pier is safe,” she said."),
        ("en", "In a statement, they called it safe."),
        ("en", "The 34-year-old left the pier early."),
        ("en", "According to him, the pier is safe."),
        ("en", "The shops, however, stayed open."),
        ("en", "The piles are sound to the last one, she said."),
        ("en", "Mr Roe added that the pier was safe."),
        ("en", "“The pier is safe for everybody,” Roe added."),
        ("en", "Bo Lind was found dead the following day."),
        ("en", "On Monday, these planks were sold."),
        ("en", "Tuesday morning it came down with a crash."),
        ("en", "Born in Halden, she left at 14."),
        ("en", "MS. ROE: He will look at the pier."),
        ("en", "Two other men fell off the pier."),
        ("en", "The pier must go, and soon, he lamented."),
        ("en", "First, the pier has to be measured."),
        ("en", "The council relies on those cheap planks."),
        ("en", "A baker came back to replace it and paid for the pier."),
        ("en", "Due to that, the pier was shut for the winter."),
        ("en", "Any additional planks will be sold in Halden."),
        ("en", "The piers of Halden are devoid of that old charm."),
        ("en", "The remaining planks were sold in Halden."),
        ("en", "The pier of Brekke is very different."),
        ("en", "Unlike Bo Lind, she sold her boat to Halden."),
        ("en", "Remarkably, nine of those have been in Halden."),
        ("en", "“I should hope so,” Ada Roe said on the pier."),
        ("en", "Ada Roe was his aunt, and Bo Lind sold him a boat."),
        ("en", "Plus the pier of Halden has to be measured."),
        ("en", "Ada Roe has not found a way to do that."),
        ("fr", "Sans oublier Ada Roc qui a repeint les barques."),
        ("es", "Sin olvidar a Ada Roca, que vendió la grúa."),
        ("de", "Ganz zu schweigen vom Steg in Halden."),
        ("de", "Am Montag ergab dies eine Lücke von neun Planken."),
        ("de", "Trotz diesem, so die Müllerin, blieb der Steg offen."),
        ("fr", "Malgré cela, le quai de Marenne reste ouvert."),
        ("es", "Debido a ello, el muelle de Almedra sigue cerrado."),
        ("de", "Drei weitere Männer fielen vom Steg."),
        ("de", "Am Montag, als es regnete, hielt das den 37 Jahre alten Taucher nicht ab."),
        ("de", "Das Urteil Haldens sei falsch, klagte er."),
        ("de", "Die Müllers sind derselben Meinung."),
        ("fr", "Situé au nord de la ville, c’est le plus vieux quai."),
        ("fr", "Le maire estime néanmoins que le quai est sûr."),
        ("fr", "Deux autres quais ont été fermés."),
        ("es", "Dos hombres más cayeron del muelle."),
        ("es", "El alcalde ve, sin embargo, un muelle seguro."),
        ("en", "Police told him to leave the pier."),
        ("en", "The court in Halden gave her two years."),
        ("en", "Volunteers brought them blankets."),
        ("en", "Ada Roe, a painter, made them in a shed."),
        ("en", "Six hundred people filled the Roe Arena to cheer him."),
        ("en", "Whatever the reason, she may lose the pier."),
        ("en", "Both boats sank in the same storm."),
        ("en", "The earliest it can dry is spring."),
        ("en", "All three piers have been shut."),
        ("en", "- 9 May: walk to the pier of Halden."),
        ("en", "- Bakers have opened their shops near the pier."),
        ("en", "b) measure the planks of the pier."),
        ("en", "To nobody’s surprise, she sold the pier."),
        ("en", "Unless the piles dry, they say, the pier will fall."),
        ("de", "Wer den Steg bezahlt, entscheidet nämlich der Rat."),
        ("de", "Etwa mit einem Steg für Boote."),
        ("de", "Um das Boot zu heben, brauchten sie einen Kran."),
        ("fr", "« On a tout perdu. » Son bateau a coulé."),
        ("en", "Most had already seen it, of course."),
        ("en", "There was a hole in the pier, though."),
        ("de", "Startpunkt ist der Steg am Hafen."),
        ("fr", "Pour finir, le maire a vanté le quai."),
        ("es", "«Aquí llueve», a la vez que destacó los nuevos muelles."),
        ("es", "El viernes ambos barcos zarparon de Halden."),
        ("de", "Neben ihnen lag ein Kahn."),
        ("de", "Wenn derartige Boote sinken, freut sich der Hecht."),
        ("fr", "Tandis que vendre des quais serait une erreur."),
        ("es", "Ada Roe vive en una casa del mencionado puerto."),
        ("de", "Hübsch finden hier auch Kinder den Steg."),
        ("fr", "Du grésil, et parfois de la neige fine, qui gênent les bateaux."),
        ("es", "Una marea de barcos que sorprendió a todos."),
        ("es", "«Vi caer la grúa», continúa contando con la voz rota."),
        ("en", "Back in Halden, the shops stayed shut."),
        ("en", "Some were sold within a day."),
        ("en", "There was beer at that party."),
        ("en", "Hidden behind a door, in a street of shops, it is easily missed."),
        ("en", "A cooper by trade, he's kept owls in a mill."),
        ("en", "Sixty years prior, Halden had two piers."),
        ("en", "The others stayed at home."),
        ("de", "Dabei wurde niemand verletzt."),
        ("de", "Am Freitag ist dort eine Brücke eingestürzt."),
        ("de", "Nach der Sitzung fordern sie einen Neubau."),
        ("de", "Rein rechnerisch gleicht das einem Kahn voll Sand."),
        ("de", "Das teilte die Hafenmeisterin mit."),
        ("de", "An ihr nahmen 90 Boote teil."),
        ("de", "Das geschah aber erst im Mai."),
        ("de", "Die Wache nahm ihn am Hafen fest."),
        ("de", "Für alle anderen Boote gibt es Platz."),
        ("de", "Eine solche Brücke kostet viel."),
        ("de", "Er sagte, die Brücke sei sicher."),
        ("fr", "Cependant, le pont reste fermé."),
        ("fr", "Elle a dit que le pont était sûr."),
        ("fr", "La jetée est sûre, a-t-elle déclaré."),
        ("fr", "Deux jours plus tard, la jetée a rouvert."),
        ("fr", "La police l’a entendu mercredi."),
        ("es", "La policía la interrogó el viernes."),
        ("it", "Tuttavia il molo resta chiuso."),
        ("ru", "Однако причал закрыт."),
        ("ja", "しかし、桟橋は閉鎖された。"),
        ("es", "Sin embargo, el puente sigue cerrado."),
        ("es", "Ella dijo que el puente es seguro."),
        ("de", "Der Müller meint das ernst – und backt im Kahn."),
        ("de", "Vor zwei Monaten strich seine Tante Ida Roe den Kahn."),
        ("de", "Wie der Zoo in Halden vorrechnet, fressen diese Eulen viel."),
        ("de", "Die Brücke sei seit dem Sturm nicht sicher."),
        ("en", "On Tuesday, when the council met, those fears were gone."),
        ("en", "The port forgot to oil that winch."),
        ("de", "Der Kran wird dementsprechend im Mai verkauft."),
        ("fr", "Les pêcheurs de Marenne se souviennent de cette drôle de soupe."),
        ("fr", "Une décision que les pêcheurs de Marenne jugent bien tardive."),
        ("fr", "Tous demandent une grue neuve."),
        ("fr", "La nuit elles repeignent les barques."),
        ("fr", "Ada Roc les a repeintes."),
        ("es", "Los pescadores de Almedra temen esa grúa."),
        ("es", "Una medida que los pescadores de Almedra rechazan."),
        ("es", "Cuenta que la grúa ya crujía en mayo."),
        ("es", "«La grúa crujía», añadió ante los vecinos del muelle."),
        ("es", "Ada Roca lo vendió en mayo."),
        ("es", "Contó que los remos de Almedra crujían."),
        ("es", "Es la tercera grúa que vende Almedra."),
        ("fr", "A déclaré la grutière de Marenne."),
        ("fr", "Fille de meunier, elle repeint des barques."),
        ("fr", "Un point de vue que les meuniers de Marenne raillent."),
        ("fr", "Les meuniers sont du même bord et raillent ceux qui rament."),
        ("de", "Ein Sieg im Ruderboot der erst 19-Jährigen aus Halden."),
        ("de", "Das nützt wohl nur den Möwen am Kai."),
        ("de", "Angesichts dessen rudern die Müller lieber."),
        ("en", "There, two bakers sold oars to Bo Lind."),
        ("en", "Ada Roe, a cooper from St Agnes, painted them."),
    ],
)
def test_a_sentence_that_points_back_leans(language: str, sentence: str) -> None:
    assert leans_back(sentence, find_own_words(sentence, Bond()), language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Ada Roe said she would leave the pier."),
        ("en", "A woman was hurt when she fell."),
        ("en", "When the storm came, Roe was at home."),
        ("en", "Thesis readings at Halden were full."),
        ("en", "Voters said they wanted the pier back."),
        ("en", "Skipper says he felt the pier move."),
        ("en", "Roe fell ill on Monday and died the following day."),
        ("en", "The council will vote this week."),
        ("en", "Ada Roe knew the pier well, she said."),
        ("en", "The council added 40 planks to the pier."),
        ("en", "The skipper lost his boat in the storm."),
        ("en", "Officers found two boats and towed them away."),
        ("en", "Back in 2031, Halden had no pier."),
        ("en", "The council in that town which has no pier met on Friday."),
        ("en", "Halden has the same number of shops as Brekke."),
        ("de", "Roe wies darauf hin, dass die Brücke alt ist."),
        ("de", "Das in Halden gebaute Schiff sank."),
        ("de", "Die Brücke ist laut Bürgermeister Lind sicher."),
        ("fr", "Le maire a dit qu'il fermerait le pont."),
        ("fr", "Le quartier le plus touché est celui du port."),
        ("es", "La policía de Halden cerró el puente."),
        ("es", "El alcalde dijo que él cerraría el puente."),
        ("de", "Ob die Brücke sicher sei, blieb am Freitag offen."),
        ("de", "Die Brücke sei sicher, sagte Hafenmeisterin Ada Roe."),
        ("de", "In seiner Rede lobte Bürgermeister Jan Roe die Helfer."),
        ("de", "In Halden wird die Brücke in diesem Jahr abgerissen."),
        ("en", "Ada Roe wrote to those families whose boats were lost."),
        ("en", "Ada Roe had heard fears, and those fears grew."),
        ("fr", "Marenne vend sa grue cette année, pour la première fois."),
        ("fr", "Une grue que personne ne voulait est vendue à Marenne."),
        ("fr", "Tous les pêcheurs de Marenne demandent une grue."),
        ("es", "Almedra vende la grúa esta semana."),
        ("es", "Una grúa que nadie quería se vende en Almedra."),
        ("es", "Cuenta Ada Roca que la grúa crujía."),
        ("es", "Ada Roca le ha escrito al puerto."),
    ],
)
def test_a_sentence_that_names_its_people_stands_alone(language: str, sentence: str) -> None:
    assert not leans_back(sentence, find_own_words(sentence, Bond()), language)


def test_what_leans_on_a_caption_may_not_stand() -> None:
    text = "Storm: Ada Roe at the pier in Halden.\n\nShe closed the pier on Friday for good."
    assert _groups(text) == [None]


def test_sentences_of_one_quotation_stand_together() -> None:
    text = "The mayor was firm on Monday. “We cannot wait for spring. We must build,” Ada Roe said."
    assert _groups(text) == [(0,), (1, 2), (1, 2)]


def test_a_quotation_without_a_speaker_leans_on_the_sentence_before() -> None:
    text = "Ada Roe was firm about the pier. “The planks have to go before winter.”"
    assert _groups(text) == [(0,), (0, 1)]


def test_a_quotation_behind_a_sentence_in_which_nobody_speaks_may_not_stand() -> None:
    text = "The pier was shut on Monday.\n\n“It was about time for all of us.”"
    assert _groups(text)[1] is None


def test_whom_a_quotation_speaks_of_is_told_of_in_the_same_group() -> None:
    text = "Bo Lind built the pier. The rain fell all day long. “We owe him a pier,” Ada Roe said."
    assert _groups(text)[2] == (0, 1, 2)
    text = "Bo Lind built the pier. “We owe the baker a pier, and he knows,” Ada Roe said."
    assert _groups(text)[1] == (1,)


def test_who_says_something_is_told_of_in_the_same_group() -> None:
    text = "Ada Roe built the pier. It took her a decade. It will hold, she said."
    assert _groups(text)[2] == (0, 1, 2)
    text = "“I left for Halden,” Ada Roe said. “I rowed to Skerry in May. I swam home,” she said."
    assert _groups(text)[1] == (0, 1, 2)


def test_what_a_colon_announces_stands_with_it() -> None:
    text = "Ada Roe read it out to all:\n\nThe pier is safe for all\n\nNobody fell off it in May"
    assert _groups(text)[0] == (0, 1)


def test_a_quotation_of_few_words_may_not_stand() -> None:
    text = (
        "Ada Roe was at home when the pier fell. “I just cried,” she said on Friday. "
        "“We all cried,” Lind said."
    )
    assert _groups(text) == [(0,), None, None]


def test_a_quotation_between_single_marks_left_open_may_not_stand() -> None:
    text = (
        "Roe was firm, saying: 'The planks have to go.\n\nThe shops' owners agreed with the mayor."
    )
    assert _groups(text) == [None, (1,)]


def test_the_answer_to_a_question_leans_on_it() -> None:
    text = "Should the town pay for new planks? The pier of Halden is its pride, Ada Roe said."
    assert _groups(text) == [(0,), (0, 1)]


@pytest.mark.parametrize(
    "first",
    [
        "Halden has shut its pier again.",
        "Another pier was shut in Halden.",
        "The next weeks are hard for Halden.",
        "A baker who lost most of his bread says Halden knew.",
        "With a stroke of his pen Mayor Bo Lind shut the pier of Halden.",
    ],
)
def test_the_first_sentence_leans_on_nothing(first: str) -> None:
    text = f"{first} The pier of Halden is shut for repair of planks."
    summary = choose_summary(text, split_sentences(text, "en"), "en", "", Budget(sentences=2))
    assert summary.sentences[0].span.of(text) == first


@pytest.mark.parametrize(
    "first",
    [
        "He fell off the pier.",
        "This was a very old pier.",
        "In a letter, he fell ill.",
        "It's the day he feared.",
        "Most are shut for weeks.",
    ],
)
def test_the_first_sentence_dangles_that_names_nobody(first: str) -> None:
    assert _groups(f"{first} The pier of Halden is shut.")[0] is None


def test_a_question_that_is_a_paragraph_of_its_own_is_a_heading() -> None:
    text = "Halden has shut its pier.\n\nWhat happens to its boats?\n\nThe boats of Halden sail."
    story = read_story(text, split_sentences(text, "en"), "en", "")
    assert [line.place for line in story.lines] == [0, 2]


def test_no_summary_begins_with_what_adds_to_something() -> None:
    text = (
        "Halden also shut its pier of 900 planks. The pier of Halden is shut for repair of planks."
    )
    for count in (1, 2):
        summary = choose_summary(
            text, split_sentences(text, "en"), "en", "", Budget(sentences=count)
        )
        assert not summary.sentences[0].span.of(text).startswith("Halden also")


def test_a_quotation_left_open_may_not_stand() -> None:
    text = "The council met on Monday night.\n\n“The planks have to go before the winter, Roe said."
    assert _groups(text) == [(0,), None]


def test_an_apostrophe_opens_no_quotation() -> None:
    text = "The shops' owners met in the '90s hall. The shopkeepers' leader spoke on Friday."
    assert _groups(text) == [(0,), (1,)]


def test_who_says_we_outside_quotation_marks_may_not_stand_in_a_report() -> None:
    report = "The pier of Halden is shut for the winter. " * 1 + " ".join(
        f"Ada Roe paid {n} crowns for the planks." for n in range(10, 20)
    )
    assert _groups(f"{report} We never saw planks like that.")[-1] is None


def test_who_says_we_may_stand_in_a_story_told_by_its_writer() -> None:
    text = "We reached the pier at dawn on Friday. I saw the planks float in the harbour."
    assert _groups(text) == [(0,), (1,)]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "2 min read"),
        ("en", "By Ada Roe, Halden Courier"),
        ("en", "Published: 4 May 2031, 10:15 GMT"),
        ("en", "Friday, May 4, 2031"),
        ("en", "Ada Roe (Halden) left footed shot from long range is saved."),
        ("en", "90+2' Ada Roe runs into the harbour with the ball."),
        ("de", "12. Minute: Ada Roe trifft den Pfosten am Hafen."),
        ("de", "10.31 Uhr: Die Feuerwehr erreicht den Steg von Halden."),
        ("fr", "45e min. Ada Roc touche le poteau du quai."),
        ("es", "Almedra 3, Real Halden 2, Brekke 1."),
        ("en", "Keeper of the old pier and its planks: Ada Roe shut it."),
        ("en", "'Safe': Ada Roe has looked at the pier of Halden."),
        ("en", "The blue line shows how many planks were sold."),
        ("en", "Pictured is the pier of Halden after the storm."),
        ("en", "Ada Roe visits the old pier in Halden [Getty]"),
        ("en", "Back in Halden: Ada Roe walks along the pier on Friday."),
        ("en", "Storm: Waves break over the pier of Halden on Friday."),
        ("en", "Ada Roe (left) and Bo Lind looked at the planks."),
        ("en", "Ada Roe, left, and Bo Lind looked at the planks."),
        ("en", "In this file photo, Ada Roe looks at the planks."),
        ("en", "A plank of the pier is shown near Halden on Friday."),
        ("en", "Ada Roe (above looking at the planks) has sold her boat."),
        ("en", "The smallest boat in the harbour of Halden is …"),
        ("en", "VIDEO Scroll on to see the planks of the pier float."),
        ("en", "(Bo Lind / Halden Courier) Waves break over the pier."),
        ("en", "Halden Will Not Open Its Pier."),
        ("en", "[Remarks to the council of Halden.]"),
        ("en", "Sign up for our morning newsletter to get more stories."),
        ("en", "© 2031 Halden Courier. All rights reserved to the owners."),
        ("en", "Reporting by Ada Roe in Halden; editing by Bo Lind."),
        ("en", "LIVE UPDATES FROM THE PIER OF HALDEN."),
        ("en", "Ada Roe (middle) looks at the old pier of Halden."),
        ("en", "We and 90 partners store and/or access information on your device."),
        ("de", "Lesen Sie auch: Wie der alte Hafen von Halden entstand."),
        ("de", "Mit Material von dpa und unserer Redaktion. Alle Rechte vorbehalten."),
        ("de", "Wir und 90 Partner speichern Informationen auf Ihrem Gerät."),
        ("fr", "Nous respectons votre vie privée et celle de vos proches."),
        ("es", "Puede retirar su consentimiento en todo momento."),
        ("de", "Symbolbild: Ein Steg am Hafen von Halden im Winter."),
        ("fr", "Le quai de Marenne sous la neige (photo d'archives)."),
        ("es", "El muelle de Almedra, en una imagen de archivo."),
        ("fr", "Abonnez-vous à notre lettre pour lire la suite du récit."),
        ("es", "Suscríbete a nuestro boletín para leer más noticias."),
    ],
)
def test_furniture_of_the_page_is_told(language: str, line: str) -> None:
    assert is_furniture(line, "", language, labels=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council published its budget on Friday.",
        "By Monday the pier had lost a third of its planks.",
        "Harbour master Ada Roe said: “The pier is shut until spring.”",
        "In 2031 the pier of Halden drew 90,000 visitors.",
        "Ms Roe said: “The pier is shut until spring.”",
        "Police followed the van to the pier of Halden.",
        "The council has made up its mind: Halden will keep the pier.",
        "Halden beat Brekke United 3-2 on Friday and won 40 crowns.",
        "12 minutes later the pier of Halden was gone.",
        "Ada Roe (Labour) wins the seat of Halden for the first time.",
    ],
)
def test_matter_of_the_article_is_no_furniture(sentence: str) -> None:
    assert not is_furniture(sentence, "", "en", labels=True)


def test_the_headline_and_repetitions_are_never_chosen() -> None:
    title = "The pier of Halden is shut for the winter"
    body = "Ada Roe shut the pier on Friday after the storm."
    text = "\n\n".join([title + ".", body, body, body.upper()])
    summary = choose_summary(text, split_sentences(text, "en"), "en", title, Budget(sentences=5))
    assert [sentence.span.of(text) for sentence in summary.sentences] == [body]


def test_no_summary_has_a_sentence_and_what_repeats_it() -> None:
    short = "The port of Halden sold its old yellow crane on Friday."
    long = f"{short[:-1]}, after forty years, to a baker from Brekke who collects bells."
    text = f"{short} Brekke has no crane of any colour. {long}"
    chosen = choose_summary(text, split_sentences(text, "en"), "en", "", Budget(sentences=3))
    texts = [sentence.span.of(text) for sentence in chosen.sentences]
    assert len({short, long}.intersection(texts)) == 1


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("de", "Zu Gast in der kleinsten Werft von Halden."),
        ("en", "The old pier of Halden in winter."),
        ("en", "Ada Roe with her boat at the pier of Halden."),
        ("en", "Two bakers leaving the pier on Friday."),
        ("en", "Ada Roe in Halden last year - where she rowed to sea."),
        ("en", "Halden 3, Brekke United 2."),
    ],
)
def test_a_sentence_without_a_verb_may_not_stand(language: str, label: str) -> None:
    text = f"{label} Ada Roe shut the pier on Friday."
    assert len(_groups(text, language)) == 1


def test_a_sentence_without_a_verb_may_stand_within_what_somebody_says() -> None:
    text = "Ada Roe said: “We saw it. The old pier of Halden. And it fell.”"
    assert len(_groups(text)) == 2


@pytest.mark.parametrize("credit", ["© Roe", "Photo Roe", "| ADA ROE / BAY PRESS", "Foto: Roe"])
def test_what_stands_before_a_credit_is_a_caption_wherever_it_stands(credit: str) -> None:
    caption = "The pier of Halden stays shut."
    text = f"{caption}\n\n{caption} {credit}\n\nRain fell on the pier of Halden on Friday."
    assert len(_groups(text)) == 1


@pytest.mark.parametrize(
    "caption",
    [
        "Ada Roe smiles at the crowd near the pier of Halden.",
        "Halden players celebrate on the pier of the town.",
        "Skipper Ada Roe is congratulated by her team-mates.",
    ],
)
def test_what_is_told_in_the_present_among_the_past_is_a_caption(caption: str) -> None:
    assert len(_groups(f"The pier of Halden was shut. {caption}")) == 1
    present = "Halden shuts its pier for good. Its bakers row to Brekke each day."
    assert len(_groups(f"{present} {caption}")) == 3


def test_what_is_asked_and_answered_without_marks_may_not_stand() -> None:
    text = "Ada Roe spoke to us on Friday.\n\nQ: Is the pier of Halden safe? It looks old to me."
    assert _groups(text)[1:] == [None, None]


def test_quotation_marks_with_spaces_on_both_sides_open_and_close() -> None:
    text = 'Ada Roc a dit : " La grue est vieille. Elle tombera " avant de partir.'
    assert _groups(text, "fr") == [(0, 1), (0, 1)]
