"""Who said what on French pages: far subjects, given names, offices, headings, charges."""

import pytest

from bot.analysis.quotes import find_quotes
from bot.model import QuoteKind

CASES: dict[str, tuple[str, list[str | None]]] = {
    "a subject behind an aside": (
        "Le potier est rentré.\n\n« Le four fume », raconte de son côté un tisserand du bourg.",
        ["tisserand du bourg"],
    ),
    "a subject behind a place and a comma": (
        "« La digue tient », a glissé au seuil du chai, la cheffe des égoutiers, présidente de la "
        "guilde des puits, Aude Tarquet.",
        ["Aude Tarquet"],
    ),
    "a helping verb and its participle that an aside parts": (
        "Luc Sarde dirige le moulin. « On moudra tard », a pour sa part déclaré le meunier.",
        ["Luc Sarde"],
    ),
    "a verb whose subject nobody can read": (
        "« Le lac gèle », dit Ana Brume. « Le bac ne part plus », chuchote presque tout bas ce "
        "que Brême a de marins.",
        ["Ana Brume", None],
    ),
    "a participle that goes on from a quotation": (
        "Ida Sorel a dit entendre « ceux qui rament », saluant au quai les « gars du bac ».",
        ["Ida Sorel", "Ida Sorel"],
    ),
    "a participle behind those who are told": (
        "La mairie de Brume a écrit aux forains et aux bergers demandant « un peu de calme ».",
        ["mairie de Brume"],
    ),
    "they, who are the subject of the sentence": (
        "Les pêcheurs de Brume protestent contre ce qu'ils appellent « la fin des barques ».",
        ["pêcheurs de Brume"],
    ),
    "a day between a verb and what it judges": (
        "La juge Ida Sorel a jugé lundi « trop large » le fossé de Luc Sarde, qui s'est tu.",
        ["Ida Sorel"],
    ),
    "a relative clause before the verb": (
        "Le juge s'emporte : « Assez ! » La greffière qui range les plumes répète que « la "
        "séance est close ».",
        ["juge", "greffière"],
    ),
    "an office put behind a name": (
        "Le fossé plaît à Luc Sarde, un berger qui avoue être « vraiment, vraiment ravi ».",
        ["Luc Sarde"],
    ),
    "an office that the text never told of": (
        "Une lettre répond à Luc Sarde, fâché hier. « Le canal attendra », avait en effet déclaré "
        "le ministre des Canaux.",
        ["Luc Sarde"],
    ),
    "what somebody was": (
        "Luc Sarde s'est assis. « Le filet a cédé », concède l'ancien gaucher.",
        ["Luc Sarde"],
    ),
    "the head of what was just spoken of": (
        "Luc Sarde tond ses brebis. « La laine rétrécit », note le patron de cette ferme de neuf "
        "arpents héritée d'un oncle.",
        ["Luc Sarde"],
    ),
    "one of several": (
        "« Le toit a volé », raconte l'un des campeurs.",
        ["l'un des campeurs"],
    ),
    "a given name with a relative clause": (
        "C'est le sort de Zélie qui vit à Brume. « Le car passe trop tôt », souffle-t-elle.",
        ["Zélie"],
    ),
    "a given name and what its bearer is": (
        "Au lavoir, Garance, une fileuse de 61 ans, a su éviter « le bac des ivrognes ».",
        ["Garance"],
    ),
    "a given name between commas": (
        "La nouvelle venue, Capucine, vient de Brume : « Ici, on m'a prêté une cuve. »",
        ["Capucine"],
    ),
    "a predicate in marks": (
        "Le batelier Luc Sarde « perd gros » avec ce gel. Il n'a « plus un filet ».",
        ["Luc Sarde", "Luc Sarde"],
    ),
    "the sentence behind that brings up who speaks": (
        "« Le puits est vide. » Garance Sorel, fileuse, regarde le ciel.",
        ["Garance Sorel"],
    ),
    "the sentence behind that tells of whoever answers": (
        "« Le puits est vide. » Garance Sorel répond par un soupir.",
        [None],
    ),
    "the source behind": (
        "« Un beau puits. » Selon Ida Sorel, qui l'a creusé, tout va bien.",
        ["Ida Sorel"],
    ),
    "the one person of the story so far": (
        "Luc Sarde arpente ses fossés.\n\n« Le gel a tout pris, même les pieux. » Il hausse les "
        "épaules.",
        ["Luc Sarde"],
    ),
    "one in whose eyes it is so, behind a conjunction": (
        "Mais pour Ida Sorel, arpenteuse, le fossé « reste un pari de plus ».",
        ["Ida Sorel"],
    ),
    "a colon behind a clause that names one person": (
        "Beaucoup le disent sans y croire, et voici l'avis qu'en a Ida Sorel : « On creuse trop. »",
        ["Ida Sorel"],
    ),
    "a closing verb far behind another one": (
        "La guilde a annoncé la couleur : son jour de repos sera un mardi, jour du « grand marché "
        "aux laines » de Brume, a dit hier sur Radio Brume Luc Sarde.",
        ["Luc Sarde"],
    ),
    "a small fragment that an et joins to another": (
        "Ida Sorel a jugé le fossé « bien trop large » et même un peu « laid » par endroits.",
        ["Ida Sorel", "Ida Sorel"],
    ),
    "an inserted clause with an aside": (
        "« Je comprends les bergers, estime en revanche Ida Sorel, 39 ans, clerc à Brume. Eux "
        "aussi ont froid. »",
        ["Ida Sorel", "Ida Sorel"],
    ),
    "a heading half in marks": (
        "« Le gel reviendra », dit Ida Sorel.\n\nUn fossé « que plus personne au bourg ne veut "
        "ni curer ni longer »\n\nIl pleut.",
        ["Ida Sorel", None],
    ),
    "a heading that holds more than the words in the text": (
        "« Un fossé qui reste un pari de plus »\n\nPour Ida Sorel, le fossé « reste "
        "un pari de plus ».",
        ["Ida Sorel", "Ida Sorel"],
    ),
    "a thing with a colon": (
        "Gel sur la RBC : « Il faut saler plus tôt »\n\nIl neige à Brume.",
        [None],
    ),
}


def read(text: str) -> list[str | None]:
    """Who says each of the quotations in marks."""
    quotes = [q for q in find_quotes(text, (), "fr") if q.kind is not QuoteKind.INDIRECT]
    return [quote.speaker for quote in quotes]


@pytest.mark.parametrize(("text", "speakers"), CASES.values(), ids=CASES)
def test_a_french_quote_has_its_speaker_or_none(text: str, speakers: list[str | None]) -> None:
    assert read(text) == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Luc Sarde a été mis en examen pour « vol de laine », selon Ida Sorel.",
        "Une enquête est ouverte pour « abandon de brebis » et « vol de laine », dit la juge.",
        "Garance Sorel, condamnée pour « bris de vannes », a dit vouloir partir.",
    ],
)
def test_what_a_court_calls_an_offence_is_no_quotation(text: str) -> None:
    assert read(text) == []


def test_whoever_condemns_something_is_quoted_with_it() -> None:
    assert read("Ida Sorel a condamné la politique de « table rase » du bailli.") == ["Ida Sorel"]
