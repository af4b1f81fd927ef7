"""The figures of invented news in other languages than English, and the numbers that are none."""

from decimal import Decimal

import pytest

from bot.analysis.figures import find_figures
from bot.model import Direction, Figure, Sentence, Span


def figures(text: str, language: str) -> tuple[Figure, ...]:
    """The figures of a text that is one sentence."""
    return find_figures(text, (Sentence(Span(0, len(text)), 0),), language)


NO_FIGURES = [
    ("de", "Im 3. Stock brannte es am 60. Geburtstag der Wirtin."),
    ("de", "Der Markt ist vom 2. bis 15. Mai und am 3. und 4. Juni."),
    ("de", "Geöffnet ist von 9 bis 17 Uhr."),
    ("de", "Der Verein spielt in Liga vier."),
    ("fr", "Le salon a lieu du 2 au 15 mai, puis les 3, 4 et 5 juin."),
    ("fr", "Le train part à 17 heures, l'autre vers 6 h 30 (5 heures GMT)."),
    ("fr", "Elle habite au 14 rue du Moulin et veut du bois neuf au grenier."),
    ("es", "La feria va desde el 4 hasta el 19 de mayo, y los días 3 y 4 de junio."),
    ("es", "El acto es a las 20.30 horas, el día 15."),
    ("es", "El mapa de 2024 ha perdido su marco."),
    ("it", "Il 15 maggio l'aereo partì alle 19:30, come nel ’94."),
    ("pl", "Ten pociąg odjeżdża 15 maja o godz. 19."),
    ("pt", "No dia 15 o jogo começa às 20 horas."),
    ("sv", "Den 15 maj börjar mötet klockan 19."),
]


@pytest.mark.parametrize(("language", "text"), NO_FIGURES)
def test_dates_hours_ranks_and_labels_are_no_figures(language: str, text: str) -> None:
    assert figures(text, language) == ()


COUNTS = [
    ("de", "Rund 100 weitere Helfer kamen aus Korvia", ["weitere Helfer"]),
    ("de", "In Korvia starben in Mark 12 Menschen", ["Menschen"]),
    ("de", "Sie bekam fünf Jahre Haft", ["Haft"]),
    ("de", "Die 21 Uhu-Nester und 316 Korvianer Eulen", ["Uhu-Nester", "Korvianer Eulen"]),
    ("de", "Zwei Drittel mögen saure Gurken am liebsten", [None]),
    ("de", "Im Mai lag die Quote bei 9 Prozent", ["Quote"]),
    ("de", "Die Löhne stiegen um 4 Prozent und die Mieten um 2 Prozent", ["Löhne", "Mieten"]),
    ("de", "Tatsächlich sind es 9 Prozent", [None]),
    ("de", "Es kamen 2000 Gäste", ["Gäste"]),
    ("fr", "Trois jeunes hommes sont là", ["jeunes hommes"]),
    ("fr", "Deux d'entre elles sèchent au grenier", [None]),
    ("fr", "Elle vise une croissance de 5 %", ["croissance"]),
    ("fr", "Le moulin a une dette fixe de 9 millions d'euros", ["dette fixe"]),
    ("fr", "Neuf élus sur dix ont voté", ["élus"]),
    ("fr", "Il y a un ou deux blessés", ["blessés", "blessés"]),
    ("es", "En las tres primeras escalas llovió", ["primeras escalas"]),
    ("es", "Llegaron dos de nuestras queridas vecinas", ["queridas vecinas"]),
    ("es", "Dos de ellos siguen ingresados", [None]),
    ("es", "Pinta a 7 metros de los hornos", [None]),
    ("es", "La tasa se sitúa en el 6,2 %", ["tasa"]),
    ("it", "Sono arrivate 58 persone", ["persone"]),
    ("pt", "Foram 20% da população", ["população"]),
]


@pytest.mark.parametrize(("language", "text", "counts"), COUNTS)
def test_a_noun_is_counted_whole_or_not_at_all(
    language: str, text: str, counts: list[str | None]
) -> None:
    assert [figure.counts for figure in figures(text, language)] == counts


SOURCES = [
    ("de", "Rund 100 Helfer kamen, wie die Polizei mitteilte", "Polizei"),
    ("de", "Den Behörden zufolge kamen 100 Helfer", "Behörden"),
    ("de", "Nach Angaben von Ada Roe kamen 100 Helfer", "Ada Roe"),
    ("de", "Laut ersten Erkenntnissen kamen 100 Helfer", None),
    ("de", "Er warte seit 20 Jahren, so zitiert ihn das Blatt", None),
    ("fr", "Trois hommes sont là, selon une source portuaire", "source portuaire"),
    ("fr", "Selon les premiers éléments, trois hommes sont là", None),
    ("fr", "Selon des données de la mairie, trois hommes sont là", "mairie"),
    ("fr", "Selon lui, trois hommes sont là", None),
    ("fr", "Trois hommes sont là, a dit mardi à la radio le maire", "maire"),
    ("fr", "Deux tiers des élus disent que trois hommes sont là", None),
    ("es", "Llegaron 58 personas, según han contado fuentes portuarias", "fuentes portuarias"),
    ("es", "Llegaron 58 personas, según informó ayer la policía", "policía"),
    ("es", "Llegaron 58 personas, según los primeros informes", None),
    ("es", "Llegaron 58 personas, según contó a su vecino", None),
    ("es", "El alcalde dijo que llegaron 58 personas", "alcalde"),
]


@pytest.mark.parametrize(("language", "text", "source"), SOURCES)
def test_a_source_is_named_in_full_or_not_at_all(
    language: str, text: str, source: str | None
) -> None:
    assert figures(text, language)[-1].source == source


VALUES = [
    ("de", "Drei bis vier Milligramm färben", "3..4", "milligram"),
    ("de", "Die Pause dauerte anderthalb Stunden", "1.5", "hour"),
    ("fr", "Le cidre est en hausse de 31 % par rapport au jus", "31", "percent"),
    ("fr", "Elle attend depuis deux heures et demie", "2.5", "hour"),
    ("fr", "Une famille sur quatre est là", "0.25", None),
    ("fr", "Elle a couru pendant les six premiers mois", "6", "month"),
    ("es", "Creció un 31 % por encima de lo previsto", "31", "percent"),
    ("es", "Guardó todo -6,3 millones- en casa", "6300000", None),
    ("es", "Hubo 3,098 casos en el país", "3098", None),
    ("it", "Costa 3 milioni di euro", "3000000", "EUR"),
    ("pl", "Ceny wzrosły o 20 proc.", "20", "percent"),
]


@pytest.mark.parametrize(("language", "text", "value", "unit"), VALUES)
def test_a_number_has_the_value_and_unit_of_its_language(
    language: str, text: str, value: str, unit: str | None
) -> None:
    (figure,) = figures(text, language)
    found = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    assert ("..".join(map(str, found)), figure.unit) == (value, unit)


AGES = [
    ("de", "Die 30 Jahre alte Wirtin und ihr 60-jähriger Koch kamen"),
    ("fr", "Une femme de 36 ans et un homme âgé de 40 ans sont venus"),
    ("es", "Una mujer de 35 años y Ada Roe, 45 años, llegaron"),
]


@pytest.mark.parametrize(("language", "text"), AGES)
def test_ages_are_minor_in_every_language(language: str, text: str) -> None:
    assert [figure.minor for figure in figures(text, language)] == [True, True]


def test_a_sentence_is_no_age() -> None:
    (figure,) = figures("Il est condamné à 3 ans de prison", "fr")
    assert (figure.minor, figure.counts) == (False, "prison")


def test_how_many_people_is_never_in_passing() -> None:
    (figure,) = figures("Das Feuer, durch das die vier Menschen starben", "de")
    assert not figure.minor


def test_what_is_more_went_up_whatever_fell() -> None:
    (figure,) = figures("Im Herbst fiel rund acht Prozent mehr Laub", "de")
    assert (figure.direction, figure.counts) == (Direction.UP, "Laub")


def test_the_first_of_two_sums_has_the_scale_and_currency_of_the_second() -> None:
    first, second = figures("Le budget est passé de 200 à 100 millions d'euros", "fr")
    assert (first.value, first.unit) == (Decimal(200_000_000), "EUR")
    assert second.value == Decimal(100_000_000)
