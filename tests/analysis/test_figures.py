"""The figures of invented news, each with what it counts and who reports it."""

from decimal import Decimal

import pytest

from bot.analysis.figures import find_figures
from bot.model import Direction, Figure, FigureKind, Modifier, Sentence, Span


def figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    """The figures of a text that is one sentence."""
    return find_figures(text, (Sentence(Span(0, len(text)), 0),), language)


def shown(text: str, language: str = "en") -> list[str]:
    """The words of the figures that a reader is shown."""
    return [figure.span.of(text) for figure in figures(text, language) if not figure.minor]


VALUES = [
    ("The region sold $1.2bn of grain", "$1.2bn", "1200000000", "USD"),
    ("It raised €3m", "€3m", "3000000", "EUR"),
    ("They will spend £40-50 billion on rail", "£40-50 billion", "40000000000..50000000000", "GBP"),
    ("A dam of Rs 3 lakh crore", "Rs 3 lakh crore", "3000000000000", "INR"),
    ("A fine of A$900", "A$900", "900", "AUD"),
    ("Rents rose 3.5 per cent", "3.5 per cent", "3.5", "percent"),
    ("A third of the pupils stayed home", "A third", "0.3333333333333333333333333333", None),
    ("One in five boats leaks", "One in five", "0.2", None),
    ("They walked 1-1/2 miles", "1-1/2 miles", "1.5", "mile"),
    ("An 11-day march", "11-day", "11", "day"),
    ("She bought two and a half million tickets", "two and a half million", "2500000", None),
    ("More than a half-dozen cows died", "More than a half-dozen", "6", None),
    ("About three dozen cows died", "About three dozen", "36", None),
    ("Hundreds of thousands of homes went dark", "Hundreds of thousands", "100000..1000000", None),
    ("It fell to minus 12 degrees Celsius", "minus 12 degrees Celsius", "-12", "celsius"),
    ("Oil at $83.20 a barrel", "$83.20 a barrel", "83.2", "USD per barrel"),
    ("Hens lay 640 a day", "640 a day", "640", "per day"),
    ("The rate fell by a quarter of a percentage point", None, "0.25", "percentage point"),
    ("They sat for two hours 14 minutes", "two hours 14 minutes", "134", "minute"),
    ("Prices between $71 and $74 per share", None, "71..74", "USD per share"),
    ("Output went from 180 to 215", "from 180 to 215", "180..215", None),
]


@pytest.mark.parametrize(("text", "words", "value", "unit"), VALUES)
def test_a_number_has_its_value_and_unit(
    text: str, words: str | None, value: str, unit: str | None
) -> None:
    (figure,) = figures(text)
    found = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    assert "..".join(map(str, found)) == value
    assert figure.unit == unit
    assert words is None or figure.span.of(text) == words


MODIFIERS = [
    ("Over 1,700 people fled", Modifier.OVER),
    ("At least 37 people fled", Modifier.AT_LEAST),
    ("Up to 300 people fled", Modifier.AT_MOST),
    ("Nearly 60 people fled", Modifier.ABOUT),
    ("As many as 60 people fled", Modifier.AT_MOST),
    ("No more than 60 people fled", Modifier.AT_MOST),
    ("Fewer than 60 people fled", Modifier.UNDER),
    ("Some 60 people or more fled", Modifier.ABOUT),
    ("They fled over five weeks", Modifier.EXACT),
    ("Exactly 60 people fled", Modifier.EXACT),
]


@pytest.mark.parametrize(("text", "modifier"), MODIFIERS)
def test_a_modifier_is_part_of_its_figure(text: str, modifier: Modifier) -> None:
    assert figures(text)[0].modifier is modifier


NO_FIGURES = [
    "It happened on 3 March 2021 at 8:40 p.m.",
    "In 2007 the 1990s seemed far away",
    "The S&P 500 and the G7 met at Boeing 777 speed over COVID-19",
    "They won 3-1, then lost 6-4 in the 10th round",
    "Call 0800 123 456 or 555-0143",
    "2 min read",
    "Under Article 5 and Section 230, No. 4 stands",
    "The 737 Max left gate 12 for 10 Harbour Street",
    "1. Wash the pan [2] at 24/7",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert shown(text) == []


COUNTS = [
    (
        "The strikes killed 91 villagers, including 17 pupils",
        ["villagers killed", "pupils killed"],
    ),
    ("At least 37 people were killed and 120 injured", ["people killed", "injured"]),
    ("Four cases of rabies were diagnosed", ["cases of rabies diagnosed"]),
    ("Third-quarter revenue climbed 7 percent to $8.6 billion", ["Third-quarter revenue"] * 2),
    ("Tara shares are up about 35% this year", ["Tara shares"]),
    ("More than 70 per cent of its income comes from tolls", ["income"]),
    ("She bought a 38% stake in a bakery", ["stake in a bakery"]),
    ("A loss of 47 cents per share", ["loss"]),
    ("The council boosted library spending by 4.4%", ["library spending"]),
    ("Sales were $7.7 million, down 6.4%", ["Sales", "Sales"]),
    ("They paid $5m for the painting", ["painting"]),
    ("She got a grant worth up to $6 million", ["grant"]),
    ("The ferry is 61 metres long", ["ferry"]),
    ("The market value fell, wiping $3.4bn off pensions", ["pensions"]),
    ("Grain rose between 2% and 3% and oils between 8% and 9%", ["Grain", "oils"]),
    ("The plan needs 60 votes; only 48 have been received", ["votes", "received"]),
]


@pytest.mark.parametrize(("text", "counts"), COUNTS)
def test_a_figure_says_what_it_counts(text: str, counts: list[str]) -> None:
    assert [figure.counts for figure in figures(text)] == counts


SOURCES = [
    (
        "Sales fell 5%, according to the Tidewater survey from Marlin, a boat club",
        "Tidewater survey from Marlin",
    ),
    ("The Orvik health ministry says 91 people died", "Orvik health ministry"),
    ("At least 9 people were hurt, local media reported", "local media"),
    ("“We lost 30 boats,” said Amara Diallo, a fisher", "Amara Diallo"),
    ("The region's mayor, Ida Moen, told reporters that 40 homes burned", "Ida Moen"),
    ("Data from the harbour office show 30 wrecks", "harbour office"),
    ("The harbour office's figures show 30 wrecks", "harbour office"),
    ("He said 30 boats sank", None),
    ("The storm claimed 9 lives", None),
    ("Roe found the net in 3 games", None),
    ("The index added 20 points", None),
    ("There were 90 cases reported in 12 towns", None),
    ("The office said it closed the park, which has 90 trees", None),
    ("Two thirds of voters said they opposed the 1,012 trees", None),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_a_source_is_named_only_where_it_is_sure(text: str, source: str | None) -> None:
    assert figures(text)[-1].source == source


MOVED = [
    ("en", "The Bank of Orle cut deposit rates by 2% on Friday", "deposit rates", Direction.DOWN),
    ("en", "Korvia cut output by 9%", "output", Direction.DOWN),
    ("en", "A Korvian budget cut hurt towns", None, None),
    ("de", "Die Bank senkte den Zins um 3 Prozent", "Zins", Direction.DOWN),
    ("de", "Die Menge stieg den Angaben zufolge um 9 Prozent", "Menge", Direction.UP),
    ("es", "El banco subió las tasas un 2 %", "tasas", Direction.UP),
    ("es", "En mayo subió el consumo un 2 %", "consumo", Direction.UP),
]


@pytest.mark.parametrize(("language", "text", "counts", "direction"), MOVED)
def test_what_somebody_moves_is_counted_and_not_who_moves_it(
    language: str, text: str, counts: str | None, direction: Direction | None
) -> None:
    found = [(one.counts, one.direction) for one in figures(text, language)]
    assert found == ([(counts, direction)] if direction else [])


def test_degrees_are_told_by_a_letter_only_where_it_is_warm_or_cold() -> None:
    assert shown("Temperatures of 41C are expected, up from 99F") == ["41C", "99F"]
    assert shown("Flat 41C is for sale") == []


POINTS = [
    ("fr", "Le taux recule de 0,3 point à 7 %", "percentage point"),
    ("de", "Der Leitzins sank um 0,2 Punkte auf 7 %", "percentage point"),
    ("es", "El paro bajó 0,3 puntos, al 7 %", "percentage point"),
    ("fr", "L'indice gagne 1 %, à 6.300,5 points", None),
]


@pytest.mark.parametrize(("language", "text", "unit"), POINTS)
def test_points_are_of_a_rate_where_they_are_few_and_the_text_has_one(
    language: str, text: str, unit: str | None
) -> None:
    assert unit in [one.unit for one in figures(text, language)]
    assert unit or "percentage point" not in [one.unit for one in figures(text, language)]


@pytest.mark.parametrize(("language", "text"), [("fr", "Il tint 9 secondes"), ("es", "9 segundos")])
def test_seconds_are_a_measure(language: str, text: str) -> None:
    assert [one.unit for one in figures(text, language)] == ["second"]


def test_a_pronoun_goes_on_with_the_source_of_the_sentence_before() -> None:
    first = "Some 70 homes are gone, Mayor Ilona Kravets said."
    text = f"{first} She said 12 people remain."
    sentences = (
        Sentence(Span(0, len(first)), 0),
        Sentence(Span(len(first) + 1, len(text)), 0),
    )
    assert [f.source for f in find_figures(text, sentences, "en")] == ["Ilona Kravets"] * 2


def test_a_direction_is_told_by_verb_adverb_and_noun() -> None:
    def directions(text: str) -> list[Direction | None]:
        return [figure.direction for figure in figures(text)]

    assert directions("Prices fell 7.2 percent to $48") == [Direction.DOWN, Direction.DOWN]
    assert directions("An 8% budget increase") == [Direction.UP]
    assert directions("The toll has risen to 212, with another 48 people missing") == [
        Direction.UP,
        None,
    ]


def test_people_money_percent_and_measures_are_told_apart() -> None:
    text = "Of 90 nurses, 4% earn $90 for 30 miles past 7 bridges"
    assert [figure.kind for figure in figures(text)] == [
        FigureKind.PEOPLE,
        FigureKind.PERCENT,
        FigureKind.MONEY,
        FigureKind.MEASURE,
        FigureKind.COUNT,
    ]


def test_ages_and_passing_times_are_minor() -> None:
    assert shown("Ada Roe, 34, has run a six-year-old shop over the past two years") == []


def test_a_measure_in_two_units_is_shown_once() -> None:
    assert shown("Winds of up to 120 mph (193 km/h) hit homes") == ["up to 120 mph"]


FOREIGN = [
    ("Mindestens 37 Menschen wurden getötet", "de", "37", Modifier.AT_LEAST, "Menschen getötet"),
    ("Der Umsatz stieg auf 1,2 Milliarden Euro", "de", "1200000000", Modifier.EXACT, "Umsatz"),
    ("Dort leben zweihundertfünfzig Familien", "de", "250", Modifier.EXACT, "Familien"),
    ("Rund 45.000 Zuschauer kamen", "de", "45000", Modifier.ABOUT, "Zuschauer"),
    ("Près de 45 000 spectateurs sont venus", "fr", "45000", Modifier.ABOUT, "spectateurs"),
    ("Quatre-vingt-dix-sept députés ont voté", "fr", "97", Modifier.EXACT, "députés"),
    ("Plus de 1,5 million d’euros", "fr", "1500000", Modifier.OVER, None),
    ("Treinta y cinco mil familias viven allí", "es", "35000", Modifier.EXACT, "familias"),
    ("Más de 1.200 millones de euros", "es", "1200000000", Modifier.OVER, None),
    ("Dos de cada diez mujeres", "es", "0.2", Modifier.EXACT, "mujeres"),
]


@pytest.mark.parametrize(("text", "language", "value", "modifier", "counts"), FOREIGN)
def test_german_french_and_spanish_are_read(
    text: str, language: str, value: str, modifier: Modifier, counts: str | None
) -> None:
    (figure,) = figures(text, language)
    assert (figure.value, figure.modifier, figure.counts) == (Decimal(value), modifier, counts)


HOSTILE = [
    "7",
    "1 of ",
    " ",
    "-",
    "1-",
    "$1 ",
    "(",
    "\0",
    "\ud800 1 ",
    "١٢ \u202e5 people ",
    "½",
    "9,",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_any_text_gives_an_answer(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    for figure in figures(text):
        assert figure.span.of(text)


def test_an_empty_text_has_no_figures() -> None:
    assert find_figures("", (), None) == ()


RANGES = [
    ("Der Bau kostet 70 bis 90 Millionen Euro", "de", 70_000_000, 90_000_000, "Bau"),
    ("Le chantier coûtera entre 200 000 et 250 000 euros", "fr", 200_000, 250_000, "chantier"),
    ("El viaje dura de 4 a 6 horas", "es", 4, 6, "viaje"),
]


@pytest.mark.parametrize(("text", "language", "low", "high", "counts"), RANGES)
def test_ranges_are_read_in_german_french_and_spanish(
    text: str, language: str, low: int, high: int, counts: str
) -> None:
    (figure,) = figures(text, language)
    assert (figure.value, figure.counts) == ((Decimal(low), Decimal(high)), counts)


def test_what_moves_from_one_sum_to_another_is_two_figures() -> None:
    before, after = figures("Its debt rose from £1.4bn to £1.7bn")
    assert (before.value, before.direction) == (Decimal(1_400_000_000), None)
    assert (after.value, after.direction) == (Decimal(1_700_000_000), Direction.UP)


DIRECTIONS = [
    ("Turnout was 58%, up from last year", Direction.UP),
    ("The town had a third fewer fires", Direction.DOWN),
    ("They would have to trim the fare by 12%", Direction.DOWN),
    ("The toll has climbed, with 30 still missing", None),
    ("Die Miete sank um 4 Prozent", Direction.DOWN),
]


@pytest.mark.parametrize(("text", "direction"), DIRECTIONS)
def test_a_direction_is_that_of_the_figure_that_moved(
    text: str, direction: Direction | None
) -> None:
    language = "de" if text.startswith("Die") else "en"
    assert [figure.direction for figure in figures(text, language)] == [direction]


NO_FIGURES = [
    "She went home at nine and came back at four.",
    "Batches 8812, 8813 and 8814 were recalled.",
    "A third woman was arrested.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_hours_and_labels_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_pence_are_money_only_beside_british_money() -> None:
    (dropped, _) = figures("Its shares dropped 35p to £2.10")
    assert (dropped.unit, dropped.kind) == ("penny", FigureKind.MONEY)
    assert figures("The film is shown in 720p") == ()


MEANINGS = [
    ("The number of people killed has risen to 31", ("people killed",)),
    (
        "The death toll from the quake rose to 31, including four children",
        ("death toll from the quake", "children killed"),
    ),
    ("The village asked for £7m to mend the sea wall", ("mend the sea wall",)),
    ("Corvex asked for $5 million", (None,)),
    ("A bus plunged off a bridge, killing 19 and injuring 26", ("killed", "injured")),
    ("The clerk was jailed for six years", ("jailed",)),
    ("The bank raised its key rate by a quarter of a point", ("key rate",)),
    ("Tarvo won 12 of her last 15 races", ("races", "races")),
    ("The judge fined Corvex €2m", ("fined",)),
]


@pytest.mark.parametrize(("text", "counts"), MEANINGS)
def test_what_is_counted_is_understood_alone(text: str, counts: tuple[str | None, ...]) -> None:
    assert tuple(figure.counts for figure in figures(text)) == counts


FOREIGN_MEANINGS = [
    ("Die Zahl der Toten stieg auf 26", "de", ("Toten",)),
    ("12 personnes ont été tuées et 30 blessées", "fr", ("personnes tuées", "personnes blessées")),
    ("Hay 14 muertos y 8 desaparecidos", "es", ("muertos", "desaparecidos")),
]


@pytest.mark.parametrize(("text", "language", "counts"), FOREIGN_MEANINGS)
def test_the_dead_and_the_injured_are_told_in_every_language(
    text: str, language: str, counts: tuple[str, ...]
) -> None:
    assert tuple(figure.counts for figure in figures(text, language)) == counts


def test_what_is_put_at_a_sum_is_no_source() -> None:
    (figure,) = figures("The storm caused damage put at $1.1bn")
    assert (figure.counts, figure.source) == ("damage", None)


def test_the_source_is_who_holds_the_role_and_not_the_role() -> None:
    (figure,) = figures("The regional governor, Olek Marn, said 14 people were killed")
    assert figure.source == "Olek Marn"


def test_what_a_figure_moved_by_and_to_both_have_its_direction_in_german() -> None:
    found = figures("Der Umsatz stieg um 4 Prozent auf 3 Milliarden Euro", "de")
    assert [figure.direction for figure in found] == [Direction.UP, Direction.UP]


def test_where_number_words_are_not_known_only_measures_are_figures() -> None:
    text = "Kentte 11 bin 37 istasyon var; payı 30%."
    (figure,) = figures(text, "tr")
    assert (figure.span.of(text), figure.unit) == ("30%", "percent")
