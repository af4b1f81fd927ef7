"""Who said what on French pages: far subjects, given names, offices, headings, charges."""

import pytest

from bot.model import QuoteKind
from tests.rules import find_quotes

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
    "an office with le behind a name": (
        "« Le quai cède », a dit Aubin Sorel, le juge du port à Radio Brume.\n\nLe juge "
        "précise : « On l'a vu trop tard. »",
        ["Aubin Sorel", "Aubin Sorel"],
    ),
    "a participle that opens the sentence": (
        "Venu de Brume pour la foire, le rempailleur Luc Sarde a blâmé le gel. « On perd tout. »",
        ["Luc Sarde"],
    ),
    "an office of a body with a long name": (
        "Le chef du Cercle des puits et Fontaines (CPF), Luc Sarde, a promis un bal. « On dansera "
        "tard. »",
        ["Luc Sarde"],
    ),
    "a body behind a closing verb": (
        "Le gel « gagne un pouce par nuit » dans les marais, prévient le Centre des sols gelés.",
        ["Centre des sols gelés"],
    ),
    "a source behind what is quoted": (
        "« Le bac coule », a dit la mairie, et ce malgré « deux seaux » posés là selon Ida Sorel.",
        ["mairie", "Ida Sorel"],
    ),
    "what somebody made known": (
        "Luc Sarde, ministre des Lacs, a fait part de son « immense dépit », puis rendu hommage à "
        "« la ténacité des passeurs ».",
        ["Luc Sarde", "Luc Sarde"],
    ),
    "an opening without a verb": (
        "Un peu plus bas sur le chemin, Zélie a tout vu : « Le pont a plié. »",
        ["Zélie"],
    ),
    "a given name behind chez": (
        "Au bourg, chez Zélie, le puits déborde. À la radio, elle s'emporte : « On coule ! »",
        ["Zélie"],
    ),
    "a union, of which a word like a trade tells more": (
        "Le syndicat étudiant Cap a parlé du gel. C'est dur pour eux, comme Zélie. Le car passe "
        "tôt, dit-elle : « Je marche. »",
        ["Zélie"],
    ),
    "words with mes behind an inserted clause": (
        "Ida Sorel attend. « Le soir, dit-elle, mes sabots prennent l'eau. »",
        ["Ida Sorel", "Ida Sorel"],
    ),
    "their document": (
        "« Le gel gagne », dit Ida Sorel. Selon son rapport du mois, cela fait « un pouce "
        "de plus par nuit ».",
        ["Ida Sorel", "Ida Sorel"],
    ),
    "a heading that exclaims": (
        "« Le gel reviendra », dit Ida Sorel.\n\n« On n'en peut plus !»\n\nIl neige.",
        ["Ida Sorel", None],
    ),
    "an age and a family in marks": (
        "Luc Sarde, 59 ans, « père de deux rameurs », est parti.",
        [None],
    ),
    "a thing with a colon": (
        "Gel sur la RBC : « Il faut saler plus tôt »\n\nIl neige à Brume.",
        [None],
    ),
    "an infinitive of saying behind a mere de": (
        "« La digue nous a surpris », de dire Luc Sarde, président du bac.\n\n"
        "« Nous voilà prêts », de renchérir le président.",
        ["Luc Sarde", "Luc Sarde"],
    ),
    "whoever is said to be moved before a colon": (
        "Ida Sorel, membre du cercle, en est sortie rassurée: « La digue a tenu cette nuit. »",
        ["Ida Sorel"],
    ),
    "what nobody named tells is not the last speaker's": (
        "« Nous cherchons la faute », explique Ida Sorel, avocate.\n\n"
        "Au bailliage, on explique que la digue a été revue. Personne n'y dormait. "
        "« Des voisins nous ont dit qu'elle tenait. »",
        ["Ida Sorel", None],
    ),
    "a pronoun that nothing joins to its verb": (
        "Ida Noret range ses ruches. « Le miel manque », déplore t-elle. « Il reviendra », a "
        "t-elle promis.",
        ["Ida Noret", "Ida Noret"],
    ),
    "a body that hears it before its subject": (
        "Le potier Marc Aubin ferme. « L'argile est rare », confie à l'OPF le potier, ajoutant : "
        "« on cuira moins ».",
        ["Marc Aubin", "Marc Aubin"],
    ),
    "whoever the text is about": (
        "Le violoniste Marc Aubin repart, comme Tom Vasseur. « J'ai deux archets », souffle celui "
        "qui dormait en coulisses.",
        ["Marc Aubin"],
    ),
    "somebody of whom one word is given": (
        "Maltez : « Je range mes gants »\n\nHier, Maltez a parlé. « Le ring grince », a-t-il dit.",
        ["Maltez", "Maltez"],
    ),
    "a name in what is told of the speaker": (
        "« On replante », a lancé Ida Noret, l'une des porte-parole des « mains vertes » du canal.",
        ["Ida Noret"],
    ),
    "a verb of several behind a pronoun": (
        "Si des touristes aiment les éclusiers, ils les jugent « trop bavards ».",
        [None],
    ),
    "a heading that takes up what is said below": (
        "Un moulin qui « moud chaque nuit »\n\n« Il moud chaque nuit », dit Ida Noret.",
        ["Ida Noret", "Ida Noret"],
    ),
    "whose it is before a colon": (
        "Ida de Noret et Luc Sarde ont signé. Vint la devise de Luc Sarde : « On moudra tard. » "
        "Puis celle d'Ida de Noret : « Mes ruches sont au sec. »",
        ["Luc Sarde", "Ida de Noret"],
    ),
    "a mind that opens a sentence": (
        "Convaincue que « le grain manque », Ida Noret a fermé son moulin.",
        ["Ida Noret"],
    ),
    "whoever answers the one who spoke last": (
        "« Vous moulez ? », demande Luc Sarde à Ida Noret. « Jamais », lui répond la boulangère.",
        ["Luc Sarde", "Ida Noret"],
    ),
    "what somebody does, told where nobody has told it": (
        "Luc Sarde a réclamé « du grain ». Selon le chef de file des moulins libres, « on "
        "attend ».",
        ["Luc Sarde", "Luc Sarde"],
    ),
    "a heading that a later quotation repeats": (
        "« Le four fume », dit Luc Sarde.\n\n« Trop de suie ici ». Le four est fermé. « Il y a "
        "trop de suie ici », dit Ida Noret.",
        ["Luc Sarde", "Ida Noret", "Ida Noret"],
    ),
    "words of somebody who says I": (
        "« Je moudrai tard », dit Ida Noret. Il y aurait une grève, ce qui « m'étonnerait ici ».",
        ["Ida Noret", "Ida Noret"],
    ),
    "a participle before a colon": (
        "Luc Sarde, le boulanger, est venu au four, rallumé hier : « On cuit à nouveau. »",
        ["Luc Sarde"],
    ),
    "the name of a song is none": (
        "« Je chante », dit Ida Noret, qui sort le tube « Farine folle » lundi.",
        ["Ida Noret"],
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
        "Luc Sarde est mis en examen pour « vol de laine », selon Ida Sorel.",
        "Une enquête est ouverte pour « abandon de brebis » et « vol de laine », dit la juge.",
        "Garance Sorel, condamnée pour « bris de vannes », a dit vouloir partir.",
    ],
)
def test_what_a_court_calls_an_offence_is_no_quotation(text: str) -> None:
    assert read(text) == []


def test_whoever_condemns_something_is_quoted_with_it() -> None:
    assert read("Ida Sorel a condamné la politique de « table rase » du bailli.") == ["Ida Sorel"]
