"""How likely the rules name the wrong speaker, and how the weights of that are fitted."""

import json
from pathlib import Path

import pytest

from bot.analysis.quotes import find_quotes
from bot.analysis.quotes.annotations import read_annotations
from bot.analysis.quotes.doubts.doubts import how_likely_wrong
from bot.analysis.quotes.doubts.fitting import Case, cases_of, cross_validate, learn
from bot.analysis.quotes.weighing import Reading

CROWD = (
    "« Rien à dire », a lancé Ana Roc.\n\nLuc Roy, Eva Lind et Jan Holm sont venus à la mairie.\n\n"
    "Eva Lind et Jan Holm ont vu Luc Roy, qui parlait d'un « gâchis »."
)
PLAIN = "Mayor Jane Roe spoke on Monday. “We will rebuild the sea wall by May,” Roe said."


def readings_of(text: str, language: str) -> list[Reading]:
    readings: list[Reading] = []
    find_quotes(text, (), language, readings)
    return readings


def test_the_signs_of_a_speaker_whom_the_text_tells_plainly() -> None:
    (reading,) = readings_of(PLAIN, "en")
    assert reading.speaker == "Jane Roe"
    assert {"by name", "gender known", "role known", "in en"} <= set(reading.doubts)
    assert reading.doubt is not None
    assert reading.doubt < 0.1


def test_a_noun_that_may_mean_another_is_doubted_more() -> None:
    text = "«Ya», dijo Juan Roca. El doctor Luis Gil dijo que no. «Es tarde», dijo el médico."
    first, last = readings_of(text, "es")
    assert first.doubt is not None
    assert last.doubt is not None
    assert first.doubt < 0.35 < last.doubt


def test_signs_grow_with_others_who_could_speak() -> None:
    first, *_, last = (
        reading.doubts.get("others in the passage", 0) for reading in readings_of(CROWD, "fr")
    )
    assert first < last


def case(article: str, wrong: bool, *, seen: bool = False, **signs: float) -> Case:
    return Case(article, seen, "en", signs, wrong)


def test_a_sign_of_the_wrong_ones_weighs_against_a_speaker() -> None:
    cases = [case(str(n), n % 2 == 0, far=float(n % 2 == 0), near=float(n % 2)) for n in range(40)]
    weights = learn(cases)
    assert weights["far"] > 0 > weights["near"]
    assert how_likely_wrong({"far": 1.0}, weights) > 0.5 > how_likely_wrong({"near": 1.0}, weights)
    assert all((p > 0.5) == one.wrong for p, one in zip(cross_validate(cases), cases, strict=True))


def test_articles_that_the_rules_have_seen_do_not_flatter() -> None:
    unseen = [case(f"new {n}", n < 20, any=1.0) for n in range(40)]
    seen = [case(f"old {n}", False, seen=True, any=1.0) for n in range(400)]
    weights = learn([*unseen, *seen])
    assert set(weights) == {"always", "any"}
    assert how_likely_wrong({"any": 1.0}, weights) == pytest.approx(0.5, abs=0.1)


def test_whom_the_rules_name_is_compared_with_the_right_ones(tmp_path: Path) -> None:
    start = PLAIN.index("We")
    quote = {"start": start, "end": PLAIN.index("”"), "speakers": ["Jane Roe"]}
    article = {"id": "1", "text": PLAIN, "language": "en", "seen": False, "quotes": [quote]}
    slogan = article | {"quotes": [quote | {"speakers": []}]}
    file = tmp_path / "articles.jsonl"
    lines = (article, slogan, article | {"quotes": []})
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    cases = [case for annotation in read_annotations(file) for case in cases_of(annotation)]
    assert [case.wrong for case in cases] == [False, True]
