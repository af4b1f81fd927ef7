"""Whose words a Spanish report gives: dropped subjects, offices in other words, far fragments."""

import pytest

from bot.analysis.sentences import split_sentences
from bot.model import QuoteKind
from tests.rules import find_quotes

SPEAKERS = {
    "behind an office with several fields": (
        "«Habrá barcas», ha dicho la consejera de Agua, Pesca y Mareas, Ana Roca. «Y redes», "
        "ha añadido la consejera.",
        ["Ana Roca", "Ana Roca"],
    ),
    "behind an office that they hold as well": (
        "La edil de Mareas, Ana Roca, compareció ayer. «Habrá barcas», subrayó la también "
        "portavoz del grupo.",
        ["Ana Roca"],
    ),
    "behind the place where they come from": (
        "El remero Luis Paz ganó en Brea. «Ha sido duro», dijo el de Villa Ulla.",
        ["Luis Paz"],
    ),
    "behind another word for their office": (
        "Ana Roca, presidenta de la Cofradía de Brea, cerró el acto. «Nadie pesca ya», lamentó la "
        "dirigente de la cofradía.",
        ["Ana Roca"],
    ),
    "behind a longer office": (
        "La presidenta del consejo rector de Remos Brea, Ana Roca, habló ayer. La presidenta del "
        "consejo rector de la cooperativa alabó «la calma» del mar.",
        ["Ana Roca"],
    ),
    "behind a nationality that stands alone": (
        "El delantero uruguayo Luis Paz jugó poco. El uruguayo reconoció que «falta ritmo».",
        ["Luis Paz"],
    ),
    "behind two surnames of which the text gives one": (
        "«No hay redes», dijo Luis Robledo. «Tampoco barcas», insistió Robledo Tejera.",
        ["Luis Robledo", "Luis Robledo"],
    ),
    "behind a surname with a large particle": (
        "El edil Luis De la Roca y el edil Luis Paz callan. «Se acabó», dijo De la Roca.",
        ["Luis De la Roca"],
    ),
    "in a relative clause": (
        "La portavoz, Ana Roca, criticó al edil Luis Paz, al que ha acusado de «remar poco».",
        ["Ana Roca"],
    ),
    "in a relative clause about a body": (
        "El edil contestó al sindicato de remeros, que denuncia «un puerto sin ley».",
        ["sindicato de remeros"],
    ),
    "in a relative clause behind what they belong to": (
        "Intervino Ana Roca, de Acción Marina, quien advirtió que «el dique se hunde».",
        ["Ana Roca"],
    ),
    "around a clause that only reports": (
        "La edil Ana Roca señaló que Ulla cuenta con dos barcas «viejas y lentas» y que «falta "
        "una».",
        ["Ana Roca", "Ana Roca"],
    ),
    "around a judgement that another gave": (
        "La edil Ana Roca recordó que el patrón Luis Paz tachó el dique de «ruina».",
        ["Luis Paz"],
    ),
    "for a party that another founded": (
        "La patronal calla. El partido fundado por Luis Paz sostiene que «falta viento».",
        ["partido"],
    ),
    "in a sentence that they close": (
        "El joven, que iba solo, cayó al agua, contó el patrón Luis Paz. «Nadaba mal», añadió.",
        ["Luis Paz"],
    ),
    "behind an office in a body with its article": (
        "El jefe de la Cámara de Pesca Luis Paz vino ayer. «Hay redes», dijo el jefe de la Cámara.",
        ["Luis Paz"],
    ),
    "for words that speak of whoever was named last": (
        "El patrón Luis Paz corrió con Ana Roca. «A Roca la vi bien», contó.",
        ["Luis Paz"],
    ),
    "in a headline that they end": (
        "«No habrá barcas»: patrona de Brea\n\nLa patrona de Brea, Ana Roca, calló ayer.",
        ["Ana Roca"],
    ),
    "behind a semicolon": (
        "La edil Ana Roca anunció redes para Ulla; afirmó que «serán baratas».",
        ["Ana Roca"],
    ),
    "behind the party for which they speak": (
        "Desde el PAM, la edil Ana Roca, dijo que «falta viento».",
        ["Ana Roca"],
    ),
    "behind the paper to which they told it": (
        "«Falta viento», contó a Remo al Sur Luis Paz, de la lonja. Ana Roca lo negó.",
        ["Luis Paz"],
    ),
    "before a colon without a subject": (
        "El patrón Luis Paz volvió ayer.\n\nPero tampoco lo ve claro: «Nadie pesca ya».",
        ["Luis Paz"],
    ),
    "behind a comma before the verb": (
        "El patrón Luis Paz, señaló que «falta viento».",
        ["Luis Paz"],
    ),
    "behind a nickname in marks": (
        "El técnico Luis Paz ganó en Brea. El «Lobo» cree que «falta viento». «Y remos», dijo el "
        "DT.",
        ["Luis Paz", "Luis Paz"],
    ),
    "behind a noun for a firm that is named alone": (
        "Remos para Ulla\n\nNorlux abrirá en Brea. «Habrá remos», dijo la empresa.",
        ["Norlux"],
    ),
    "behind a noun that is in the name of a body": (
        "Remos para Ulla\n\nEl Museo de Faros de la Ría abrirá un taller. Norlux lo paga. «Habrá "
        "remos», dijo el museo.",
        ["Museo de Faros de la Ría"],
    ),
    "behind a noun that the text gives with the name": (
        "Paro en Ulla\n\nNorlux despide a diez. El sindicato CSM protesta. «Es duro», dijo el "
        "sindicato. «Es legal», respondió la firma.",
        ["CSM", "Norlux"],
    ),
    "a verb of several ends the text": (
        "Las redes llegan tarde. «No hay pesca», señalan",
        [None],
    ),
    "an hour behind a comma is no office": (
        "«Sube el agua», dijo el gobernador, Luis Rocal, a primera hora del jueves.\n\n«Y baja la "
        "presa», añadió el gobernador.",
        ["Luis Rocal", "Luis Rocal"],
    ),
    "in an interview between dashes": (
        "Habla Ana Roca\n\nLa remera Ana Roca vuelve a Brea.\n\n—¿Cansada?\n\n—No, feliz.\n\n"
        "—Y ahora, Ulla.\n\n—Sí, el mes que viene.",
        ["Ana Roca", "Ana Roca"],
    ),
    "in an interview with dashes behind its letters": (
        "Habla Ana Roca\n\nLa remera Ana Roca vuelve a Brea.\n\nP.- ¿Cansada?\n\nR.- No, feliz."
        "\n\nP.- ¿Y ahora?\n\nR.- Ulla.",
        ["Ana Roca", "Ana Roca"],
    ),
    "behind a word for the latter of two": (
        "La edil Ana Roca llamó al patrón Luis Paz. «No hay redes», contestó este. «Pues compre», "
        "replicó aquella.",
        ["Luis Paz", "Ana Roca"],
    ),
    "behind one of them": (
        "Los remeros callan. «Falta viento», dice uno de ellos, Luis Paz.",
        ["Luis Paz"],
    ),
    "behind one of several": (
        "«Falta viento», relata una de las remeras, Ana Roca, de 40 años.",
        ["Ana Roca"],
    ),
    "behind an office that their rival has too": (
        "El técnico Luis Paz habló ayer. Su rival, Juan Roca, vino tarde. «Faltó viento», dijo el "
        "técnico visitante.",
        ["Juan Roca"],
    ),
    "behind a part in the game": (
        "El autor del gol, Luis Paz, sonrió. «Faltó viento», bromeó el delantero.",
        ["Luis Paz"],
    ),
    "behind whoever gave the text": (
        "Según el escrito presentado por Ana Roca, el dique «se hunde».",
        ["Ana Roca"],
    ),
    "in the eyes of somebody": (
        "Para la patrona Ana Roca el puerto «se muere» poco a poco.",
        ["Ana Roca"],
    ),
    "behind an infinitive": (
        "La patrona Ana Roca fue clara al señalar que «nadie remará».",
        ["Ana Roca"],
    ),
    "behind a gerund, whose clause has a subject of its own": (
        "El edil Luis Paz calló cuando Ana Roca pidió la palabra, afirmando: «Me voy ya».",
        ["Ana Roca"],
    ),
    "behind a gesture that opens a sentence with a verb": (
        "El patrón Luis Paz se fue. Elogió a la villa al decir que «huele a mar».",
        ["Luis Paz"],
    ),
    "behind a word that only joins sentences": (
        "La patrona Ana Roca pidió «calma». Asimismo, de cara al verano, ha reiterado que el "
        "puerto es «vital» para todos.",
        ["Ana Roca", "Ana Roca"],
    ),
    "behind the place where it was said": (
        "La patrona Ana Roca llegó tarde. «Había niebla», contó ante la prensa desde Nueva Ulla.",
        ["Ana Roca"],
    ),
    "far behind a verb": (
        "La patrona Ana Roca aseguró que los remeros que llegaron ayer de la isla después de tres "
        "días en el mar sin agua ni pan estaban «agotados».",
        ["Ana Roca"],
    ),
    "in the sentence behind": (
        "«Era un mar de plata». Así describía una vecina la bahía.",
        ["vecina"],
    ),
    "in a heading that repeats most of it": (
        "«El dique viejo va a caer»\n\nHabló la patrona, Ana Roca: «Yo digo que el dique viejo "
        "caerá pronto, va a ser en mayo».",
        ["Ana Roca", "Ana Roca"],
    ),
    "behind a name and a colon, where a description follows": (
        "Ana Roca tuvo dudas sobre la obra: «No la veo», aseguró la diputada.",
        ["Ana Roca"],
    ),
    "of whoever is a source of the sentence before": (
        "La ministra, Ana Roca, informó ayer. Según la ministra, el patrón Luis Paz espera una "
        "respuesta. «La tendrá», señaló.",
        ["Ana Roca"],
    ),
    "behind a clause that opens the sentence": (
        "Mientras el patrón observa el mar, Ana Roca lanzó un aviso a los remeros: «Volved ya».",
        ["Ana Roca"],
    ),
    "of the one whose gender the article of the office tells": (
        "El portavoz marino, Luis Paz, llegó tarde. La portavoz liberal, Ana Roca, pidió «calma». "
        "«Nunca», dijo el portavoz.",
        ["Ana Roca", "Luis Paz"],
    ),
    "behind a hospital with the name of a person": (
        "Luis Paz, enfermero del Hospital Ana Roca Gil, quien lamentó «la espera», se fue.",
        ["Luis Paz"],
    ),
    "behind a clause about a thing": (
        "Ana Roca recordó ayer la norma que defienden los remeros: «Es de todos».",
        ["Ana Roca"],
    ),
    "before another who answers": (
        "La cronista Eva Luz preguntó al patrón: «¿Hay redes?», el patrón Luis Paz respondió: "
        "«Ninguna queda».",
        ["Eva Luz", "Luis Paz"],
    ),
    "a noun that a participle and its agent tell more of": (
        "Los socios expulsados por la peña han avisado de que «habrá más bajas».",
        ["socios"],
    ),
    "a noun of which a clause tells more": (
        "La panadera que fue mordida por un ganso en Brea relató que «corrió mucho».",
        ["panadera"],
    ),
    "an infinitive behind a verb of will": (
        "Ana Roca, tesorera del coro, calló. Luego quiso aclarar a los socios que «no falta nada».",
        ["Ana Roca"],
    ),
    "an infinitive behind a verb of doing again": (
        "El patrón Juan Luz volvió a pedir a la ministra «otra grúa».",
        ["Juan Luz"],
    ),
    "one of a people whose noun ends like a plural": (
        "La remera Ida Brea ganó y el remero Tom Marne la abrazó. «Pesaba el agua», dijo el danés.",
        ["Tom Marne"],
    ),
    "nobody of another people": (
        "El sueco Tom Brea remó junto a Luc Marne. «Llovía», dijo el sueco. El francés, por su "
        "parte, admitió que «se veía poco».",
        ["Tom Brea", "Luc Marne"],
    ),
    "whoever lives where the noun tells": (
        "El alero Jon Paz fichó ayer. «Tengo ganas», dijo el ulleño.",
        ["Jon Paz"],
    ),
    "an office that the text gives to nobody": (
        "Marta Roca cerró el pleno. «No hay prisa», dijo Roca. Para la presidenta de la cofradía, "
        "el plan es «sensato».",
        ["Marta Roca", "Marta Roca"],
    ),
    "a mother behind the paper she spoke to": (
        "«Duerme bien», contó a La Voz de Ulla su madre.",
        ["su madre"],
    ),
    "with a message": (
        "«Vendremos todos los años a esta feria».\n\nCon este mensaje, el tonelero Juan Luz abrió "
        "el baile.",
        ["Juan Luz"],
    ),
    "whose words they are": (
        "«Vendremos todos los años a esta feria».\n\nSon palabras de la tonelera Ana Luz.",
        ["Ana Luz"],
    ),
    "whoever goes on, though another was named": (
        "Ana Roca ganó a Ida Luz. «Fue duro», dijo Roca. Después se acordó de Luz. «Rema bien», "
        "añadió.",
        ["Ana Roca", "Ana Roca"],
    ),
    "somebody known by the given name alone": (
        "Ronda la calma. Sira vive junto al molino y oyó el golpe. «Temblaba todo», ha dicho.",
        ["Sira"],
    ),
    "whoever stands accused, not the prosecutor": (
        "«Miente», sostuvo el fiscal, Juan Calvo. El acusado negó el robo. «Yo dormía», alegó.",
        ["Juan Calvo", "acusado"],
    ),
    "somebody of whom only initials are given": (
        "F. M. R., acusado de un robo, declaró ayer. El acusado dijo que «dormía en el molino».",
        ["F. M. R."],
    ),
    "whoever has just spoken": (
        "«Temblaba todo», dijo Ida Brea. Esta vecina añadió que «nadie vino».",
        ["Ida Brea", "Ida Brea"],
    ),
    "after a phrase that turns to nothing but things": (
        "«Llovía», dijo Juan Luz. Ante otras preguntas calló. «Es tarde», zanjó.",
        ["Juan Luz", "Juan Luz"],
    ),
    "before a hearer in large letters": (
        "La remera Ana Roca pidió perdón: «Fue culpa mía», remarcó a la Sala.",
        ["Ana Roca"],
    ),
    "several who are not who spoke before": (
        "«Hay prisa», dijo Ana Roca. Han pedido «más tiempo y más barcas para la ría».",
        ["Ana Roca", None],
    ),
    "two bodies": (
        "UGO y USR han reafirmado su «firme voluntad» de negociar.",
        ["UGO y USR"],
    ),
    "behind a day that is past": (
        "La edil Ana Roca volvió. «No fui yo», contó el pasado lunes a la radio.",
        ["Ana Roca"],
    ),
    "by a place in a ranking": (
        "La tenista Ida Brea ganó. «Fue duro», comentó la dos del mundo.",
        ["Ida Brea"],
    ),
    "by a party that no list has": (
        "El senador Juan Luz votó en contra. «Es un atropello», señaló el ullapopulista.",
        ["Juan Luz"],
    ),
    "one of several behind an adjunct": (
        "Durante la vista, uno de los marineros de la cofradía relató que «ya anochecía».",
        ["uno de los marineros de la cofradía"],
    ),
    "a body that has only initials": (
        "Horas después del vertido, el SAU negó las quejas. Según el organismo, no hubo «ningún "
        "escape de gas».",
        ["SAU"],
    ),
    "whoever called it so in a clause of another's": (
        "El patrón Juan Luz criticó a las navieras, que montaron lo que llamó «un circo».",
        ["Juan Luz"],
    ),
    "a verb and an adjective that together say": (
        "La patrona Ana Luz calló. Luz tiene claro que la subasta «nace mal».",
        ["Ana Luz"],
    ),
    "a verb and a noun that together say": (
        "El alcalde, Juan Roca, hizo un llamamiento a «salvar la ría».",
        ["Juan Roca"],
    ),
    "the source that opens the sentence": (
        "Según Serra, el club ha «vaciado la caja», mientras que Dorda lamentó que «nadie llamó».",
        ["Serra", "Dorda"],
    ),
    "whoever goes on, though another was there": (
        "«Gracias», dijo el alcalde, Pedro Roca. También acudió el tesorero del coro, Luis Gil. "
        "«Es injusto», apuntó emocionado.",
        ["Pedro Roca", "Pedro Roca"],
    ),
    "a trade with a long place": (
        "Lo informó Ana Gil Lara, coordinadora del Seminario de Mares. La investigadora de la "
        "Facultad de Ciencias de Brea ve «mucho trabajo».",
        ["Ana Gil Lara"],
    ),
    "two of whom the verb tells, and the mention one": (
        "La jefa del gremio, Ana Roca, y el de la cofradía, Juan Luz, avisaron de que «no hay "
        "red».",
        [None],
    ),
    "behind the agency that heard it": (
        "«Vamos a quedarnos», dijo a la ABC Mario Luz, un remero de Brea.",
        ["Mario Luz"],
    ),
    "a small word before a name": (
        "Luis Roldán cerró el molino. Ayer Roldán contó que «no queda trigo en la comarca».",
        ["Luis Roldán"],
    ),
    "an adverb before a name": (
        "Luis Roldán cerró el molino. Brevemente Roldán contó que «no queda nada de trigo».",
        ["Luis Roldán"],
    ),
    "a party with a small word": (
        "La presidenta de Más Brea calló. Más Brea lamenta que «nadie pode los olmos de la ría».",
        ["Más Brea"],
    ),
    "a role behind a contraction": (
        "Temen la carta del capataz, Teo Lasa, a Ida Luz. «No hay sal», repitió el capataz.",
        ["Teo Lasa"],
    ),
    "a role between dashes": (
        "Ida Luz vio llover. Ana Roca -la capataz del salar- sonrió. «Hay sal», dijo la capataz.",
        ["Ana Roca"],
    ),
    "a party in brackets behind an adjective": (
        "El concejal Teo Lasa, del minoritario Salinas Unidas (SU), avisó de que sobran “vagos”.",
        ["Teo Lasa"],
    ),
    "a verb without a subject, and one behind": (
        "Por ello han mostrado “pena por los olmos caídos”, dice la guarda, Ida Luz.",
        ["Ida Luz"],
    ),
    "a source without a subject behind": (
        "«Sobra sal», dijo Ida Luz, que evoca el “desdén con que se mira la sal”, según contaron.",
        ["Ida Luz", "Ida Luz"],
    ),
    "a fragment right behind whoever spoke": (
        "«Hay pena», dijo Ida Luz.\n\nEl plan llegó “tras mil cartas y dos visitas vanas a Ulla”.",
        ["Ida Luz", "Ida Luz"],
    ),
    "an infinitive far from its clause": (
        "Ida Luz cedió ayer, al contar en un paseo con El Farol que “sobran sal y manos”.",
        ["Ida Luz"],
    ),
    "a hearer that is a paper": (
        "«Arde la sal», contó una salinera a Radio Ulla.",
        ["salinera"],
    ),
    "a calling of whoever spoke and has no office": (
        "«Arde la sal», contó Ida Luz.\n\nEl viento no cesa.\n\n«Nadie vino», sumó la novelista.",
        ["Ida Luz", "Ida Luz"],
    ),
    "who leads a country": (
        "Teo Lasa habló. «Hay sal», dijo Lasa.\n\nAna Roca rio.\n\n«Sobra», dijo el presidente.",
        ["Teo Lasa", "Teo Lasa"],
    ),
    "the noun of a headline behind": (
        "“Nadie segó la avena del soto”: el áspero reproche de Ida Luz al gremio",
        ["Ida Luz"],
    ),
    "the noun of a headline before": (
        "La agria réplica de Ida Luz al gremio: “Nadie segó la avena del soto”",
        ["Ida Luz"],
    ),
    "what a headline says that somebody said": (
        "“Nadie segó la avena del soto”: qué dijo Ida Luz del gremio",
        ["Ida Luz"],
    ),
    "a noun of somebody else before": (
        "Teo Lasa salió al balcón.\n\nTras la queja de Ida Luz, Lasa fue seco: «Nadie segó nada».",
        ["Teo Lasa"],
    ),
    "a headline of the only one who speaks": (
        "“Quien calla en el soto no siega”\n\nIda Luz fue a la radio. “Faltan manos”, contó Luz. "
        "“Y hoces”, sumó.",
        ["Ida Luz", "Ida Luz", "Ida Luz"],
    ),
    "what somebody speaks about": (
        "Teo Lasa vio a la guarda. «Faltan manos», dijo sobre el soto de la guarda Ida Luz.",
        ["Teo Lasa"],
    ),
    "by whom somebody is asked": (
        "Teo Lasa vio llover. «Faltan manos», contestó al verse preguntado por la guarda Ida Luz.",
        ["Teo Lasa"],
    ),
    "a hearer with a role": (
        "Teo Lasa vio llover. «Faltan manos», le espetó a la guarda Ida Luz.",
        ["Teo Lasa"],
    ),
    "the object of an infinitive": (
        "Teo Lasa vino ayer. Tras segar la avena dijo que «sobran grajos en el soto de Ulla».",
        ["Teo Lasa"],
    ),
    "a verb behind a dash": (
        "La guarda Ida Luz vino ayer.\n\n“Sobran grajos y faltan hoces en el soto”- Dijo Luz.",
        ["Ida Luz"],
    ),
    "a word before an infinitive": (
        "Teo Lasa confesó que fue un “gozo” segar la avena.",
        ["Teo Lasa"],
    ),
    "whose words a gerund tells of": (
        "Ida Luz leyó una carta del sindicato Hoz y Soto pidiendo que cese “la siega a deshora”.",
        ["sindicato Hoz y Soto"],
    ),
    "a team by its noun": (
        "El Sporting Soto perdió ayer. «Faltó fe», publicó el conjunto en su página.",
        ["Sporting Soto"],
    ),
    "a spokeswoman who is a minister": (
        "La vocera del Gabinete, Ida Luz, salió al atril. «Nadie segó nada», recalcó la ministra.",
        ["Ida Luz"],
    ),
}

NOBODY = {
    "somebody like another": "Ana Roca perdió la regata. Su rival lo vio así: «Remó muy poco».",
    "one of two people of a sentence": (
        "Después de que Luis Paz chocara con Juan Roca, el leonés estalló: «No hay derecho»."
    ),
    "somebody in a clause of time": (
        "El edil citó a la cofradía cuando pidió «tomar ya medidas duras» en el puerto."
    ),
    "an adjective that elsewhere is an office": (
        "La huelga general del puerto ha dejado, según se dijo, un paisaje de «calma total y "
        "silencio en todas las calles de la villa»."
    ),
}

NO_QUOTES = {
    "the name of a work": "La actriz Ana Roca estrena la comedia «Bienvenidos a Brea».",
    "a nickname": "La patrona Ana Roca explicó que el barco lleva el mote «Trueno».",
    "behind which a participle tells of a noun": (
        "La obra lleva un «gorro», un depósito añadido a un tubo."
    ),
    "a study": "Autora del estudio «Mapa de las rías y del salitre», Ida Luz llegó ayer a Brea.",
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_whoever_speaks_is_named(case: str) -> None:
    text, speakers = SPEAKERS[case]
    quotes = find_quotes(text, split_sentences(text, "es"), "es")
    assert [q.speaker for q in quotes if q.kind is not QuoteKind.INDIRECT] == speakers


@pytest.mark.parametrize("case", NOBODY)
def test_whoever_the_text_leaves_open_stays_open(case: str) -> None:
    text = NOBODY[case]
    quotes = find_quotes(text, split_sentences(text, "es"), "es")
    assert [q.speaker for q in quotes if q.kind is not QuoteKind.INDIRECT] == [None]


@pytest.mark.parametrize("case", NO_QUOTES)
def test_a_name_in_marks_is_no_quotation(case: str) -> None:
    text = NO_QUOTES[case]
    quotes = find_quotes(text, split_sentences(text, "es"), "es")
    assert [q for q in quotes if q.kind is not QuoteKind.INDIRECT] == []


def test_the_marks_of_spain_hold_no_verb_of_saying_inside() -> None:
    text = (
        "«En este puerto, que es de todos, avanza la calma cada día», aseguró la patrona Ana Roca."
    )
    (quote,) = find_quotes(text, split_sentences(text, "es"), "es")
    assert quote.span.of(text) == "En este puerto, que es de todos, avanza la calma cada día"
    assert quote.speaker == "Ana Roca"


def test_a_party_is_not_whoever_speaks_for_it() -> None:
    text = "El portavoz del PAM, Luis Paz, calló. El PAM critica que «nadie limpia la ría»."
    (quote,) = (
        q for q in find_quotes(text, split_sentences(text, "es"), "es") if q.kind is QuoteKind.MIXED
    )
    assert quote.speaker == "PAM"
