"""Who said what on French and Spanish pages: bodies, offices, headings, topics."""

import pytest

from bot.model import QuoteKind
from tests.rules import find_quotes

CASES: dict[str, tuple[str, str, list[str | None]]] = {
    "a body that is told by another word": (
        "es",
        "El Comité Mundial de Faros rechazó ayer la subasta. «Sobran ruinas», explica la ONG.",
        ["Comité Mundial de Faros"],
    ),
    "a body for which a document speaks": (
        "es",
        "«Faltan datos», dijo la Fundación Brezo.\n\n«Sobran informes», añade el texto.",
        ["Fundación Brezo", "Fundación Brezo"],
    ),
    "another federation than the one that spoke": (
        "es",
        "El Movimiento de Pastores pidió «agua para todos». «No cabe más», dijo la Federación "
        "Nacional de Remo.",
        ["Movimiento de Pastores", "Federación Nacional de Remo"],
    ),
    "a body that is a pronoun in French": (
        "fr",
        "Le patron, Luc Roc, est venu.\n\n« Le filet tient », annonce le ministère de la Pêche. "
        "Il ajoute que « le port sent le goudron ».",
        ["ministère de la Pêche", "ministère de la Pêche"],
    ),
    "a body of which only the letters can be read": (
        "fr",
        "Le Conseil supérieur sur l'avenir des lacs (CSAL) estime que « rien ne presse ici ».",
        ["CSAL"],
    ),
    "a head of government who is a prime minister": (
        "es",
        "El primer ministro de Brea, Tomás Lago, plantó un tilo. «Le falta abono», dijo el "
        "jefe de Gobierno.",
        ["Tomás Lago"],
    ),
    "an office with what else is told of its holder": (
        "es",
        "El primer ministro breano, el conservador Tomás Lago, perdió un guante. «Era de lana», "
        "dijo el jefe del Ejecutivo breano.",
        ["Tomás Lago"],
    ),
    "a minister told by the department": (
        "es",
        "La ministra de Pesca, Ana Lago, habló. «Habrá barcos», aseguró la jefa de la cartera de "
        "Pesca.",
        ["Ana Lago"],
    ),
    "an office of a headline whose holder comes later": (
        "es",
        "La ministra de Pesca: «No dimito»\n\nLa ministra de Pesca, Ana Lago, llegó ayer a Brea.",
        ["Ana Lago"],
    ),
    "an office behind a preposition that holds its article": (
        "es",
        "Tomás Lago, presidente de Brea, tose. A juicio del presidente breano, conviene «pintar "
        "pronto los bancos».",
        ["Tomás Lago"],
    ),
    "a spokesman with an adjective": (
        "es",
        "La portavoz jurídica de los ceramistas, Inés Vega, ríe. «Hay barro», afirmó la portavoz.",
        ["Inés Vega"],
    ),
    "a role without an article behind a name": (
        "es",
        "Berta Soto, panadera de Brea y socia del coro comentó que «el reloj va adelantado».",
        ["Berta Soto"],
    ),
    "a relative of others": (
        "es",
        "La alcaldesa cerró ayer. «Corría viento», explicó la hermana de los gemelos.",
        ["hermana de los gemelos"],
    ),
    "a heading in marks that nobody says": (
        "fr",
        "« Tout va bien », a dit Ana Roc.\n\n« La soupe est froide »\n\nLe conseil siège lundi.",
        ["Ana Roc", None],
    ),
    "a heading whose words come again": (
        "fr",
        "« La meringue tombe toujours »\n\nLe conseil siège lundi.\n\n« Je le dis depuis un an : "
        "la meringue tombe toujours », a répété Ana Roc.",
        ["Ana Roc", "Ana Roc"],
    ),
    "a heading in capitals before an office": (
        "fr",
        "Ana Roc vise la mairie.\n\nCLIMAT\n\nLa chef de l'Union verte a appelé à ne pas « vendre "
        "les chênes au premier venu ».",
        ["Ana Roc"],
    ),
    "a speaker behind a quotation that a colon leads to": (
        "fr",
        "Panne à Brae : « Le four est froid », confie une voisine du moulin.",
        ["voisine du moulin"],
    ),
    "one of several": (
        "es",
        "«La bandeja pesa sola», comenta uno de los camareros, que prefiere callar.",
        ["uno de los camareros"],
    ),
    "another without a name": (
        "fr",
        "« C'est salé », affirme une cliente. Une autre objecte ceci : « J'en reprends. »",
        ["cliente", None],
    ),
    "a witness who is pointed back to": (
        "fr",
        "Une fleuriste parle peu. Un jardinier est là. « Les ruches ronflent », raconte-t-il. Ce "
        "témoin a noté que « la reine dormait encore ».",
        ["jardinier", "jardinier"],
    ),
    "people who speak from a body": (
        "es",
        "Desde la Federación aclaran que «la barca se pinta cada abril».",
        ["Federación"],
    ),
    "a subject behind an opening without a comma": (
        "es",
        "En su carta de abril la alcaldesa insistió en la lana y pidió que «nadie lave en frío».",
        ["alcaldesa"],
    ),
    "whoever has spoken, in whose eyes it is so": (
        "es",
        "Lo dijo ayer Ana Lago: «Basta». Ahora bien, a su juicio, el reloj atrasa «por pura "
        "pereza».",
        ["Ana Lago", "Ana Lago"],
    ),
    "a verb that opens its sentence": (
        "es",
        "Ana Lago acusó al coro de «desafinar».\n\nHa cuestionado el ritmo de los tambores «con "
        "mucha sorna».",
        ["Ana Lago", "Ana Lago"],
    ),
    "a colon far behind its verb": (
        "es",
        "Ana Lago vino. Además insistió en el arreglo de la campana de la ermita: «suena a lata».",
        ["Ana Lago"],
    ),
    "a dropped subject after somebody else came up": (
        "es",
        "«Amarramos tarde», dijo Ana Lago.\n\nA Tomás Roca le tiembla la mano. «Pesaba el ancla», "
        "rememoró.",
        ["Ana Lago", "Tomás Roca"],
    ),
    "a single voice after several": (
        "es",
        "«Canta de noche», añaden los testigos.\n\n«Ya amanece, gallos», gritaba.",
        ["testigos", None],
    ),
    "several who go on": (
        "es",
        "La receta es vieja, según los campesinos. «Lleva dos hojas de laurel», subrayan.",
        ["campesinos"],
    ),
    "whom the passage before is about": (
        "es",
        "La directora de Anclas Viejas (AV) en el puerto, Ana Lago, negó un robo, como lo contó "
        "ayer el inspector de Faros, Tomás Roca. Luego dijo que «no falta ni un clavo».",
        ["Ana Lago"],
    ),
    "two names that are two people": (
        "es",
        "La partida entre Lago y Roca sigue. El maestro movió y él respondió con un «jaque y té».",
        [None],
    ),
    "an infinitive by which somebody goes on": (
        "fr",
        "« Le pain lève », a raconté Luc Roc. Et d'ajouter qu'au four « la croûte chante déjà ».",
        ["Luc Roc", "Luc Roc"],
    ),
    "an infinitive of saying behind the words": (
        "fr",
        "« Le pont tient encore », vient de déclarer Ana Roc.",
        ["Ana Roc"],
    ),
    "who is named with as": (
        "fr",
        "Pour les vanniers, c'est long. « L'osier casse au gel », comme l'écrit une apprentie.",
        ["apprentie"],
    ),
    "who agrees with a pronoun and as": (
        "fr",
        "Luc Roc a tout repeint. Comme il le raconte, « le bleu sèche moins vite que le vert ».",
        ["Luc Roc"],
    ),
    "whoever calls it so behind it": (
        "fr",
        "Cette fanfare, qualifiée de « joyeux vacarme » par les riverains, s'arrête.",
        ["riverains"],
    ),
    "a pronoun that opens the sentence before": (
        "fr",
        "Le luthier Luc Roc passait au marché de Brae. Il a goûté les cerises de Jean Marc. "
        "Il est resté sous la halle. Il s'interroge sur « le prix des noyaux ».",
        ["Luc Roc"],
    ),
    "a hearer with a name": (
        "es",
        "Llegó Ana Lago. «Te sobra harina», espetó el panadero mayor a Ana Lago.",
        ["panadero mayor"],
    ),
    "an aside between hyphens": (
        "es",
        '"Cada año llueve menos -alertó Ana Lago, profesora en Brea-. Pero queda agua."',
        ["Ana Lago", "Ana Lago"],
    ),
    "a mistyped closing mark": (
        "es",
        "“La brújula señala al horno “, dijo Ana Lago. Nadie más habló.",
        ["Ana Lago"],
    ),
    "a quoted half of a sentence, soon after its speaker": (
        "fr",
        "« La harpe sonne faux », note Ana Roc. En revanche, « la flûte garde son souffle de l'an "
        "passé », ce qui rassure.",
        ["Ana Roc", "Ana Roc"],
    ),
    "somebody with a given name alone": (
        "fr",
        "Gaston s'est réveillé sans ruches hier. « L'essaim a filé au nord », témoigne l'habitant.",
        ["Gaston"],
    ),
    "a given name behind a word for a source": (
        "fr",
        "Selon Gaston, le frère d'un accordeur : « ce piano a pris l'eau ».",
        ["Gaston"],
    ),
    "a subject behind what is put between commas": (
        "fr",
        "« La colle doit sécher », détaille, derrière un rideau de perles, le relieur Luc Roc.",
        ["Luc Roc"],
    ),
    "a subject far behind its verb": (
        "es",
        "«Afino a oscuras», asegura en una pausa junto al Taller de Brea el violinista Tomás Lago.",
        ["Tomás Lago"],
    ),
    "two mayors": (
        "es",
        "El alcalde de Brea, Tomás Lago, vino ayer. El alcalde de Ulla, Iván Roca, no vino. El "
        "alcalde de Brea ha señalado que falta «pintura para dos barcas».",
        ["Tomás Lago"],
    ),
    "a first round that says nothing": (
        "fr",
        "Ce premier tour fut bref, au son du tambour : « À nous les crêpes ! »",
        [None],
    ),
    "another neighbour of whom a passage is": (
        "es",
        "«Espero que cuaje el queso», indica Ana Lago.\nOtra vecina ha tendido su lona al sol. "
        "«Parece que escampa», añade.",
        ["Ana Lago", "Otra vecina"],
    ),
    "an apposition that no comma closes": (
        "fr",
        "« Oui, ça grince », dit Odile Marchal. Jules Tessier, le rémouleur de la place avoue "
        "« ranger la moitié des meules dans sa cave ».",
        ["Odile Marchal", "Jules Tessier"],
    ),
    "a league is nobody": (
        "es",
        "El club volvió a Primera División tras el sorteo del domingo.\n\n"
        "«Nos toca coser todas las redes», dijo el entrenador.",
        ["entrenador"],
    ),
    "a given name that is a man's in Catalan and in French": (
        "fr",
        "Le capitaine, Joan Vaquer, admet la fuite.\n\n« La cale sera sèche », déclare-t-il.",
        ["Joan Vaquer"],
    ),
}


@pytest.mark.parametrize(("language", "text", "speakers"), CASES.values(), ids=CASES)
def test_each_quotation_has_its_speaker(
    language: str, text: str, speakers: list[str | None]
) -> None:
    quotes = find_quotes(text, (), language)
    assert [q.speaker for q in quotes if q.kind is not QuoteKind.INDIRECT] == speakers
