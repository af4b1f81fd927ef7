"""The seed articles: their gold stands in their texts, the measures are true, the floors hold."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from bot.analysis import analyse
from bot.ingest.extract import parse_file
from bot.model import Article, Quote, QuoteKind, Span
from tests.gold import Seed, empty_analysis, perfect_analysis, read_seeds
from tests.measures import Measures, measure, measure_reading, pool, read_floors

SEEDS = read_seeds()
each_seed = pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


@cache
def measured() -> Measures:
    # The engines read what a perfect loader reads, so that each fault is counted once.
    engines = pool(measure(seed, analyse(seed.article)) for seed in SEEDS)
    return {**engines, **pool(measure_reading(seed, load(seed)) for seed in SEEDS)}


def load(seed: Seed) -> Article:
    return parse_file(seed.content.encode(), seed.name)


def test_there_are_articles_of_three_languages_and_five_outlets() -> None:
    assert len(SEEDS) >= 10
    assert {seed.language for seed in SEEDS} >= {"en", "de", "fr"}
    assert len({seed.article.outlet for seed in SEEDS}) >= 5


@each_seed
def test_what_is_not_article_stands_in_the_file_but_not_in_the_article(seed: Seed) -> None:
    assert seed.article.title not in seed.article.text
    for line in seed.not_article:
        assert line in seed.content.replace("\u00a0", " ")
        assert line not in seed.article.text


@each_seed
def test_every_speaker_source_and_count_is_made_of_words_of_the_article(seed: Seed) -> None:
    phrases = [name for quote in seed.quotes for name in quote.speakers if name]
    phrases += [name for figure in seed.figures for name in figure.sources if name]
    phrases += [figure.counts[0] for figure in seed.figures if figure.counts]
    for phrase in phrases:
        assert words_of(phrase) <= words_of(seed.article.text), phrase


@each_seed
def test_no_two_quotes_of_one_kind_overlap(seed: Seed) -> None:
    for kind in QuoteKind:
        spans = sorted(quote.span for quote in seed.quotes if quote.kind == kind)
        assert all(one.end <= other.start for one, other in pairwise(spans))


@each_seed
def test_the_clause_around_a_mixed_quote_is_optional(seed: Seed) -> None:
    mixed = [quote.span for quote in seed.quotes if quote.kind == QuoteKind.MIXED]
    for quote in seed.quotes:
        if quote.kind == QuoteKind.INDIRECT and any(map(quote.span.covers, mixed)):
            assert quote.optional


@each_seed
def test_figures_do_not_overlap(seed: Seed) -> None:
    spans = sorted(figure.span for figure in seed.figures)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@each_seed
def test_a_perfect_analysis_is_right_in_every_measure(seed: Seed) -> None:
    for name, tally in measure(seed, perfect_analysis(seed)).items():
        assert tally.right == tally.of, name


def test_a_perfect_analysis_reaches_the_whole_of_every_measure() -> None:
    pooled = pool(measure(seed, perfect_analysis(seed)) for seed in SEEDS)
    assert {name: tally.share for name, tally in pooled.items()} == dict.fromkeys(pooled, 1.0)


def test_an_empty_analysis_is_right_in_nothing() -> None:
    pooled = pool(measure(seed, empty_analysis(seed)) for seed in SEEDS)
    assert {name: tally.right for name, tally in pooled.items()} == dict.fromkeys(pooled, 0)


def test_words_that_nobody_said_cost_truth_alone() -> None:
    seed = SEEDS[0]
    invented = Quote(Span(0, 20), QuoteKind.DIRECT, speaker="Nobody")
    perfect = perfect_analysis(seed)
    tallies = measure(seed, replace(perfect, quotes=(*perfect.quotes, invented)))
    assert tallies["quotes found"].share == 1
    assert tallies["quotes true"].of == tallies["quotes true"].right + 1


def test_a_surname_alone_is_not_the_speaker() -> None:
    seed = SEEDS[0]
    perfect = perfect_analysis(seed)
    named = (replace(q, speaker=q.speaker and q.speaker.split()[-1]) for q in perfect.quotes)
    tallies = measure(seed, replace(perfect, quotes=tuple(named)))
    assert tallies["speakers right"].right == 0


def test_a_figure_kept_back_as_minor_is_not_found() -> None:
    seed = SEEDS[0]
    perfect = perfect_analysis(seed)
    hidden = tuple(replace(figure, minor=True) for figure in perfect.figures)
    tallies = measure(seed, replace(perfect, figures=hidden))
    assert tallies["figures found"].right == 0
    assert tallies["figures true"].of == 0


def test_a_minor_figure_is_neither_wanted_nor_wrong() -> None:
    seed = next(seed for seed in SEEDS if any(figure.minor for figure in seed.figures))
    perfect = perfect_analysis(seed)
    shown = tuple(replace(figure, minor=False) for figure in perfect.figures)
    assert measure(seed, replace(perfect, figures=shown)) == measure(seed, perfect)


def test_a_source_where_the_text_gives_none_is_not_true() -> None:
    seed = SEEDS[0]
    perfect = perfect_analysis(seed)
    sourced = tuple(replace(figure, source="Somebody") for figure in perfect.figures)
    tallies = measure(seed, replace(perfect, figures=sourced))
    assert tallies["sources true"].right == 0
    assert tallies["sources true"].of == tallies["figures found"].right


def test_a_perfect_loader_is_right_in_every_measure() -> None:
    pooled = pool(measure_reading(seed, seed.article) for seed in SEEDS)
    assert {name: tally.share for name, tally in pooled.items()} == dict.fromkeys(pooled, 1.0)


def test_a_loader_that_cleans_nothing_away_leaves_all_the_furniture() -> None:
    pooled = pool(
        measure_reading(seed, Article("", "\n\n".join(seed.content.splitlines()))) for seed in SEEDS
    )
    assert pooled["furniture gone"].share < 0.1
    assert pooled["titles right"].share == 0


def test_every_measure_has_a_floor() -> None:
    assert set(read_floors()) == set(measured())


@pytest.mark.parametrize(("name", "floor"), read_floors().items())
def test_no_measure_falls_below_its_floor(name: str, floor: float) -> None:
    assert measured()[name].share >= floor
