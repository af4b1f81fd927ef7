"""Who said what in German, French and Spanish, by rule; and what is quoted in other languages."""

import pytest

from bot.model import QuoteKind
from tests.rules import find_quotes

Said = tuple[str, str | None]


def read(text: str, language: str) -> list[Said]:
    """The words and speakers of what stands in marks or behind dashes."""
    quotes = find_quotes(text, (), language)
    return [(q.span.of(text), q.speaker) for q in quotes if q.kind is not QuoteKind.INDIRECT]


CASES: dict[str, tuple[str, str, list[str | None]]] = {
    "an epithet of the other gender": (
        "de",
        "Richterin Ute Kern sprach. Der Angeklagte schwieg. „Ich war es nicht“, sagte "
        "der 34-Jährige.",
        ["Angeklagte"],
    ),
    "an accused who is not the judge": (
        "fr",
        "Le juge Luc Roy a parlé. L'accusé a baissé la tête. « Je regrette », a-t-il dit.",
        ["accusé"],
    ),
    "a sister of whom nobody tells the name": (
        "fr",
        "« Il est tard », a dit l'avocate Ana Roc. La sœur de la victime s'est levée. « Merci », "
        "a-t-elle lancé.",
        ["Ana Roc", "sœur de la victime"],
    ),
    "a new subject right before a bare quotation": (
        "de",
        "„Wir warten“, sagt Wirtin Ida Holm. Nachbar Rolf nickt. „Seit drei Wochen tut "
        "sich nichts.“",
        ["Ida Holm", "Rolf"],
    ),
    "what had been before": (
        "fr",
        "« J'aime cette salle », dit Ana Roc. Son père, Jean, avait bâti le cinéma. « On y entre "
        "par amour. »",
        ["Ana Roc", "Ana Roc"],
    ),
    "what nobody in particular says": (
        "de",
        "„Wir sparen“, sagte Ida Holm. Das sei zu wenig, heißt es dort. „So wird es nie etwas.“",
        ["Ida Holm", None],
    ),
    "a clause that ends with its verb": (
        "de",
        "„Gut so“, sagte Kapitän Tom Lund, während Coach Uwe Stark den Schiedsrichter kritisierte: "
        "„Der Elfmeter war ein Witz.“",
        ["Tom Lund", "Uwe Stark"],
    ),
    "a hearer behind a role": (
        "de",
        "Sängerin Ida Holm (41) geht. „Es reicht jetzt wirklich“, verriet die Sängerin "
        "unserer Redaktion.",
        ["Ida Holm"],
    ),
    "an owner of a letter": (
        "de",
        "„Das nehmen wir nicht hin“, hieß es in einer Erklärung der Gewerkschaft.",
        ["Gewerkschaft"],
    ),
    "an adverb before an inverted sentence": (
        "de",
        "Weniger zufrieden war Manager Tom Lund: „Wer nicht trifft, der steigt ab.“",
        ["Tom Lund"],
    ),
    "a surname that begins small": (
        "de",
        "Präsident Kuno von der Aue kam. „Das Gesetz ist ein Unding“, erklärte von der Aue.",
        ["Kuno von der Aue"],
    ),
    "a sentence behind a shout": (
        "de",
        "„Wir sehen uns!“ Der Präsident des Verbands, Tom Lund, äußerte sich ähnlich. „Ich auch“, "
        "sagte Lund.",
        [None, "Tom Lund"],
    ),
    "a paper that writes": (
        "de",
        "Dazu schreibt die „Haldener Post“: „Der Schritt war überfällig.“",
        ["Haldener Post"],
    ),
    "a dateline": (
        "es",
        "Puerto Alba, 12 mar (AEN).- La ministra Ana Roca anunció ayudas. «Nadie se queda atrás», "
        "aseguró.",
        ["Ana Roca"],
    ),
    "a verb alone inside the marks": (
        "es",
        'Su rival, la concejala Ana Roca, no lo cree. "Gobierna para los suyos, denuncia. '
        'El pueblo quiere aire".',
        ["Ana Roca", "Ana Roca"],
    ),
    "a plural verb without a subject": (
        "es",
        "«No iremos», dijo Ana Roca. Fuentes del Gobierno restan importancia. «Es lo habitual», "
        "señalan.",
        ["Ana Roca", "Fuentes del Gobierno"],
    ),
    "a time behind a role": (
        "es",
        "El delantero Iker Sanz marcó. «Estoy en una nube», reconoció el delantero al término del "
        "partido.",
        ["Iker Sanz"],
    ),
    "an adjective behind a role": (
        "es",
        "El gobernador Luis Roca lo negó. «Que me investiguen ya», retó el mandatario estatal.",
        ["Luis Roca"],
    ),
    "a former office in one word": (
        "es",
        "El juez citó a la exconsejera Ana Roca. «Iré sin miedo», dijo la exconsejera a la salida.",
        ["Ana Roca"],
    ),
    "a verb that opens a sentence": (
        "es",
        "«Aquí seguimos», dice Ana Roca. Tiene 84 años y tres gatos. «¿Para qué irme?», "
        "se pregunta.",
        ["Ana Roca", "Ana Roca"],
    ),
    "one of several": (
        "es",
        "«La puerta está abierta», dijo Luis Roca. «Llevo ocho meses esperando», comenta "
        "uno de ellos.",
        ["Luis Roca", None],
    ),
    "an aside between commas": (
        "es",
        'El crítico Luis Roca, en cambio, la ve "demasiado contenida y fría".',
        ["Luis Roca"],
    ),
    "a sentence with two names and its verb": (
        "es",
        "«Iré a Madrid», adelantó la concejala Ana Roca.",
        ["Ana Roca"],
    ),
    "a name behind an unknown trade": (
        "fr",
        "Le placier, Jean Roc, calme tout le monde : « Mesdames, messieurs, on respire ! »",
        ["Jean Roc"],
    ),
    "a name behind an office and its place": (
        "fr",
        "L'adjoint à la sécurité, Jean Roc, est venu. « Tous seront relogés », a-t-il promis.",
        ["Jean Roc"],
    ),
    "whoever is told of by a relative": (
        "fr",
        "Ana Roy a croisé un jeune vidéaste qui lui a lancé : « La vérité ne se vend pas. »",
        ["jeune vidéaste"],
    ),
    "a pointing article": (
        "fr",
        "Ana Roy, 34 ans, élève deux enfants. « Le soir est dur », raconte cette aide-soignante.",
        ["Ana Roy"],
    ),
    "initials before the answers": (
        "fr",
        "Pourquoi être parti ?\nJean Roc : J'avais fait le tour.\nEt maintenant ?\n"
        "J. R. : J'élève des chèvres.",
        ["Jean Roc", "Jean Roc"],
    ),
    "a pronoun behind its auxiliary": (
        "fr",
        "Ana Roy pleurait. « C'est ma ville », a-t-elle fini par murmurer.",
        ["Ana Roy"],
    ),
    "an adverb before the participle": (
        "fr",
        "« Justice est rendue », a sobrement commenté Jean Roc.",
        ["Jean Roc"],
    ),
    "a thing that is something": (
        "fr",
        "Pour le critique Jean Roc, le film est « une réussite discrète ».",
        ["Jean Roc"],
    ),
    "a syndicalist who is no mayor": (
        "fr",
        "« On a peur », dénonce Tom Roy, permanent. Le maire Jean Roc est venu. « J'écoute », "
        "a-t-il dit. « On durcira la grève », avertit le syndicaliste.",
        ["Tom Roy", "Jean Roc", "Tom Roy"],
    ),
}


@pytest.mark.parametrize(("language", "text", "speakers"), CASES.values(), ids=CASES)
def test_each_quotation_has_its_speaker(
    language: str, text: str, speakers: list[str | None]
) -> None:
    assert [speaker for _, speaker in read(text, language)] == speakers


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "it",
            "«È stata», ha detto Neri, «una scelta sofferta».",
            ["È stata", "una scelta sofferta"],
        ),
        ("pt", "Rui Alma disse que “não há pressa”.", ["não há pressa"]),
        ("pt", "— Não vou — disse ela. — Fico aqui.", ["Não vou", "Fico aqui."]),
        ("nl", "Ze noemt de brand “een ramp voor de stad”.", ["een ramp voor de stad"]),
        ("pl", "– To dobra wiadomość – ocenił Lis.", ["To dobra wiadomość"]),
        ("ru", "Мэр сказал, что «денег нет».", ["денег нет"]),
        ("ru", "— Я не поеду, — ответила Анна. — Поздно.", ["Я не поеду", "Поздно."]),
        ("no", "– Fint. Da sa hun «ro fort», sier Ada Roe.", ["Fint. Da sa hun «ro fort»"]),
        ("ru", "Анна признала:\n— Мы устали от «Рассвета».", ["Мы устали от «Рассвета»."]),
        ("sv", "– Vi ger inte upp, säger tränaren Olof Berg.", ["Vi ger inte upp"]),
        ("fi", "– Olemme iloisia, valmentaja sanoo.", ["Olemme iloisia"]),
        ("tr", "Kaya, “Halkın kararı bu” diye konuştu.", ["Halkın kararı bu"]),
        ("ar", "وأضاف: «لن نسمح بذلك».", ["لن نسمح بذلك"]),
        ("ar", "قال إن «الوضع هادئ».", ["الوضع هادئ"]),
        ("ar", "وأضاف «نحن مستعدون للحوار».", ["نحن مستعدون للحوار"]),
        ("it", "Neri ha detto «Non molleremo mai».", ["Non molleremo mai"]),
        ("zh", "王明说：“我们不会停止。”", ["我们不会停止。"]),
        ("zh", "“这是好消息，”李华表示“我们会努力”。", ["这是好消息，", "我们会努力"]),
        ("ja", "田中氏は「計画は続ける」と述べた。", ["計画は続ける"]),
        (
            "ja",
            "田中氏は14日、「責任がある」とした上で「仕事を続ける」と述べた。",
            ["責任がある", "仕事を続ける"],
        ),
        (
            "ko",
            '그는 "포기하지 않는다"며 "끝까지 간다"고 했다.',
            ["포기하지 않는다", "끝까지 간다"],
        ),
        ("ko", '시장은 "학교를 닫지 않겠다"고 말했다.', ["학교를 닫지 않겠다"]),
    ],
)
def test_other_languages_give_the_words_and_no_speaker(
    language: str, text: str, said: list[str]
) -> None:
    assert read(text, language) == [(words, None) for words in said]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Il film «La notte breve» esce domani."),
        ("pl", "Mówi się o „planie”.\n– Pierwszy punkt listy"),
        ("ru", "Компания «Рассвет» закрылась."),
        ("ar", "صدر كتاب «ليل المدينة» أمس."),
        ("zh", "所谓“奇迹”已经结束。"),
        ("en", "Ana Roe promoted “Moss: A Waltz” in Brae and praised “The Long Winter” there."),
        ("it", "Neri ha detto che legge «L'isola» e ha scritto «La notte breve»."),
        ("ru", "В списке:\n— Первый пункт;\n— второй пункт."),
        ("ja", "県は「青い海計画」と「緑の丘計画」を進める。"),
        ("ja", "映画『静かな夜』が公開された。「奇跡」と呼ばれる。"),
        ("fr", "Le parquet a ouvert une information pour « homicide involontaire »."),
        ("de", "Auf der Karte stehen „Omas Liebling“ und „Fang des Tages“."),
        ("es", "En la fachada todavía se lee «Hay vino de pitarra»."),
    ],
)
def test_titles_and_single_words_are_no_quotation(language: str, text: str) -> None:
    assert read(text, language) == []
