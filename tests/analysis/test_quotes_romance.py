"""Who said what on French and Spanish pages: bodies, offices, headings, topics."""

import pytest

from bot.analysis.quotes import find_quotes
from bot.model import QuoteKind

CASES: dict[str, tuple[str, str, list[str | None]]] = {
    "a body that is told by another word": (
        "es",
        "El Comité Internacional de Ríos lamentó ayer la sequía. «Faltan datos», explica la ONG.",
        ["Comité Internacional de Ríos"],
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
        "Le patron, Luc Roc, est venu.\n\n« Le pont tient », rapporte le ministère de la Pêche. "
        "Il précise que « rien ne presse à cette heure ».",
        ["ministère de la Pêche", "ministère de la Pêche"],
    ),
    "a body of which only the letters can be read": (
        "fr",
        "Le Conseil supérieur sur l'avenir des lacs (CSAL) estime que « rien ne presse ici ».",
        ["CSAL"],
    ),
    "a head of government who is a prime minister": (
        "es",
        "El primer ministro de Brea, Tomás Lago, cerró la frontera. «Es nuestro deber», dijo el "
        "jefe de Gobierno.",
        ["Tomás Lago"],
    ),
    "an office with what else is told of its holder": (
        "es",
        "El primer ministro breano, el liberal Tomás Lago, cerró el paso. «Es nuestro deber», "
        "dijo el jefe del Ejecutivo breano.",
        ["Tomás Lago"],
    ),
    "a minister told by the department": (
        "es",
        "La ministra de Pesca, Ana Lago, habló. «Habrá barcos», sostuvo la jefa de la cartera de "
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
        "Tomás Lago, presidente de Brea, viaja. A juicio del mandatario breano, hay que «tener "
        "paciencia con todos».",
        ["Tomás Lago"],
    ),
    "a spokesman with an adjective": (
        "es",
        "El portavoz militar de los rebeldes, Yago Sar, calla. «Ganamos», afirmó el portavoz.",
        ["Yago Sar"],
    ),
    "a role without an article behind a name": (
        "es",
        "Santi Lago, concejal de Brea y vecino del sector comentó que «hay ruido cada noche».",
        ["Santi Lago"],
    ),
    "a relative of others": (
        "es",
        "La autoridad fiscal decidió ayer. «Estaba sola», explicó la madre de los menores.",
        ["madre de los menores"],
    ),
    "a heading in marks that nobody says": (
        "fr",
        "« Tout va bien », a dit Ana Roc.\n\n« Le désaccord est total »\n\nLe conseil siège lundi.",
        ["Ana Roc", None],
    ),
    "a heading whose words come again": (
        "fr",
        "« La digue ne va pas tenir »\n\nLe conseil siège lundi.\n\n« Je le dis depuis un an : la "
        "digue ne va pas tenir », a répété Ana Roc.",
        ["Ana Roc", "Ana Roc"],
    ),
    "a heading in capitals before an office": (
        "fr",
        "Ana Roc vise la mairie.\n\nCLIMAT\n\nLa chef de l'Union verte a appelé à ne pas « céder à "
        "la peur du moment ».",
        ["Ana Roc"],
    ),
    "a speaker behind a quotation that a colon leads to": (
        "fr",
        "Incendie à Brae : « On a tout perdu », confie une voisine du moulin.",
        ["voisine du moulin"],
    ),
    "one of several": (
        "es",
        "«Ha sido un día largo», comenta uno de los agentes, que prefiere callar.",
        ["uno de los agentes"],
    ),
    "another without a name": (
        "fr",
        "« C'est loin », affirme une voisine. Une autre souligne ceci : « Je suis lente. »",
        ["voisine", None],
    ),
    "a witness who is pointed back to": (
        "fr",
        "Une infirmière parle peu. Un voisin est là. « J'ai tout vu », relate-t-il. Ce témoin "
        "a remarqué que « la porte était ouverte ».",
        ["voisin", "voisin"],
    ),
    "people who speak from a body": (
        "es",
        "Desde la Plataforma aseguran que «el parque se destroza cada verano».",
        ["Plataforma"],
    ),
    "a name behind an opening without a comma": (
        "es",
        "Por otra parte Lago considera una «auténtica barbaridad» la obra.",
        ["Lago"],
    ),
    "a subject behind an opening without a comma": (
        "es",
        "En su turno de palabra la alcaldesa insistió en la obra y pidió que «nadie se marche».",
        ["alcaldesa"],
    ),
    "whoever has spoken, in whose eyes it is so": (
        "es",
        "Lo dijo ayer Ana Lago: «Basta». De hecho, a su juicio, si no hay acuerdo es «por falta de "
        "interés».",
        ["Ana Lago", "Ana Lago"],
    ),
    "a verb that opens its sentence": (
        "es",
        "Ana Lago acusó al club de «dejadez».\n\nHa cuestionado la gestión del club «de manera muy "
        "clara».",
        ["Ana Lago", "Ana Lago"],
    ),
    "a colon far behind its verb": (
        "es",
        "Ana Lago vino. Además insistió en la apuesta por una salida de todos: «nadie sobra aquí».",
        ["Ana Lago"],
    ),
    "a dropped subject after somebody else came up": (
        "es",
        "«Llegamos tarde», dijo Ana Lago.\n\nA Tomás Roca no le queda sino esperar. «Sigo vivo», "
        "rememoró.",
        ["Ana Lago", "Tomás Roca"],
    ),
    "a single voice after several": (
        "es",
        "«Tiró piedras», añaden los testigos.\n\n«Me voy de aquí», gritaba.",
        ["testigos", None],
    ),
    "several who go on": (
        "es",
        "El dinero era suyo, según los magistrados. «Era quien mandaba», subrayan.",
        ["magistrados"],
    ),
    "whom the passage before is about": (
        "es",
        "La coordinadora de Brea Verde (BV) en el Senado, Ana Lago, negó un pacto, como lo declaró "
        "ayer el secretario de Pesca, Tomás Roca. Luego dijo que «no hay nada firmado».",
        ["Ana Lago"],
    ),
    "two names that are two people": (
        "es",
        "El choque entre Lago y Roca sigue. El campeón habló y él contestó con un «no, por ahora».",
        [None],
    ),
    "an infinitive by which somebody goes on": (
        "fr",
        "« Il fait froid », a raconté Luc Roc. Et d'ajouter qu'à midi « la neige tenait encore ».",
        ["Luc Roc", "Luc Roc"],
    ),
    "an infinitive of saying behind the words": (
        "fr",
        "« Le pont tient encore », vient de déclarer Ana Roc.",
        ["Ana Roc"],
    ),
    "who is named with as": (
        "fr",
        "Pour les pêcheurs, c'est dur. « On reste quand même », comme l'exprime une habitante.",
        ["habitante"],
    ),
    "who agrees with a pronoun and as": (
        "fr",
        "Luc Roc a tout perdu. Comme il l'explique, « il s'en est fallu de peu cette nuit ».",
        ["Luc Roc"],
    ),
    "whoever calls it so behind it": (
        "fr",
        "Cette fermeture, qualifiée de « brutalité inouïe » par les salariés, surprend.",
        ["salariés"],
    ),
    "a pronoun that opens the sentence before": (
        "fr",
        "Le maire Luc Roc était l'invité de Radio Brae. Il a répondu aux questions de Jean Marc. "
        "Il est revenu sur la nuit. Il s'interroge sur « tout ce qui manque ».",
        ["Luc Roc"],
    ),
    "a hearer with a name": (
        "es",
        "Llegó Ana Lago. «Has corrido bien», espetó el ingeniero jefe a Ana Lago.",
        ["ingeniero jefe"],
    ),
    "an aside between hyphens": (
        "es",
        '"Cada año llueve menos -alertó Ana Lago, profesora en Brea-. Pero queda agua."',
        ["Ana Lago", "Ana Lago"],
    ),
    "a mistyped closing mark": (
        "es",
        "“El fiscal se equivoca conmigo “, dijo Ana Lago. Nadie más habló.",
        ["Ana Lago"],
    ),
    "a quoted half of a sentence, soon after its speaker": (
        "fr",
        "« Le lac baisse », note Ana Roc. En revanche, « la rivière reste à son niveau de l'an "
        "passé », ce qui rassure.",
        ["Ana Roc", "Ana Roc"],
    ),
    "somebody with a given name alone": (
        "fr",
        "Reginald s'est retrouvé sans toit hier. « L'eau est montée vite », témoigne l'habitant.",
        ["Reginald"],
    ),
    "a given name behind a word for a source": (
        "fr",
        "Selon Serge, le père d'une élève : « c'est un mauvais choix pour tous ».",
        ["Serge"],
    ),
    "a subject behind what is put between commas": (
        "fr",
        "« Il faut se préparer », détaille, devant les caméras de Brae, le capitaine Luc Roc.",
        ["Luc Roc"],
    ),
    "a subject far behind its verb": (
        "es",
        "«No sé si tengo casa», asegura en una charla con La Tarde de Brea el periodista Tomás "
        "Lago.",
        ["Tomás Lago"],
    ),
    "two mayors": (
        "es",
        "El alcalde de Brea, Tomás Lago, vino ayer. El alcalde de Ulla, Iván Roca, no vino. El "
        "alcalde de Brea ha señalado que se vive «un momento muy duro».",
        ["Tomás Lago"],
    ),
    "a first round that says nothing": (
        "fr",
        "Ce premier tour fut calme, sur l'air connu : « On veut une école ! »",
        [None],
    ),
    "another neighbour of whom a passage is": (
        "es",
        "«Espero que siga en pie», indica Ana Lago.\nOtra vecina ha mirado su casa desde el cerro. "
        "«Parece que aguanta», añade.",
        ["Ana Lago", "Otra vecina"],
    ),
    "an apposition that no comma closes": (
        "fr",
        "« Oui, c'est dur », dit Hélène Renou. Paul Blanc, le poissonnier de la rue avoue "
        "« perdre la moitié de son chiffre d'affaires par semaine ».",
        ["Hélène Renou", "Paul Blanc"],
    ),
    "a league is nobody": (
        "es",
        "El club volvió a Primera División tras el partido del domingo.\n\n"
        "«Estamos muy contentos con lo logrado», dijo el entrenador.",
        ["entrenador"],
    ),
    "a given name that is a man's in Catalan and in French": (
        "fr",
        "Le capitaine, Joan Vaquer, admet le retard.\n\n« On part demain », déclare-t-il.",
        ["Joan Vaquer"],
    ),
}


@pytest.mark.parametrize(("language", "text", "speakers"), CASES.values(), ids=CASES)
def test_each_quotation_has_its_speaker(
    language: str, text: str, speakers: list[str | None]
) -> None:
    quotes = find_quotes(text, (), language)
    assert [q.speaker for q in quotes if q.kind is not QuoteKind.INDIRECT] == speakers
