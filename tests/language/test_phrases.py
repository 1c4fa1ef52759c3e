"""The labelled phrases: in good order, and understood as well as last measured, on the real seed.

The floors lie below the figures of `scripts.evaluate_phrases`; they are there to catch a change
that breaks something, not to claim a quality.
"""

import hashlib
from functools import cache
from typing import Any

import pytest

from app.language import Kind, Lexicon
from app.seeding.reader import read_files
from app.settings import ROOT
from scripts.evaluate_phrases import SETS, judge, lexicon_of, rows_of


@cache
def lexicon() -> Lexicon:
    content, _ = read_files(ROOT / "seed")
    return lexicon_of(content)


@cache
def rows(name: str) -> list[dict[str, Any]]:
    return rows_of(name)


def test_there_are_enough_phrases_and_none_twice() -> None:
    everything = [row for name in SETS for row in rows(name)]
    assert len(rows("first")) >= 400
    assert len({(row["text"], row["kind"]) for row in everything}) == len(everything)


@pytest.mark.parametrize("name", SETS)
def test_phrases_are_well_formed(name: str) -> None:
    kinds = {kind.value for kind in Kind}
    for row in rows(name):
        assert set(row) - {"source"} == {"text", "kind", "expected", "split"}
        assert row["kind"] in kinds
        assert row["split"] in {"tune", "test"}
        for item in row["expected"]:
            assert set(item) <= {"ids", "present", "optional"}
            assert item["ids"]


def test_phrases_of_the_test_half_have_an_odd_hash() -> None:
    for row in rows("first"):
        if row["split"] == "test":
            assert hashlib.sha256(row["text"].encode()).digest()[0] % 2 == 1


@pytest.mark.parametrize(
    ("name", "split", "kind", "least_understood", "most_wrong"),
    [
        ("first", "tune", "symptom", 0.98, 0.01),
        ("first", "test", "symptom", 0.92, 0.04),
        ("first", "tune", "names", 0.95, 0.03),
        ("first", "test", "names", 0.93, 0.05),
        ("leaflets", "tune", "symptom", 0.95, 0.02),
        ("leaflets", "test", "symptom", 0.85, 0.04),
        ("leaflets", "tune", "names", 0.95, 0.02),
        ("leaflets", "test", "names", 0.95, 0.02),
        ("chat", "tune", "symptom", 0.0, 0.03),
        ("chat", "test", "symptom", 0.0, 0.04),
        ("stories", "tune", "symptom", 0.95, 0.05),
        ("idioms", "tune", "symptom", 0.0, 0.06),
        ("rounds", "tune", "symptom", 0.92, 0.04),
        ("first-blind", "tune", "symptom", 0.92, 0.03),
        ("second-blind", "test", "symptom", 0.86, 0.09),
    ],
)
def test_phrases_are_understood(
    name: str, split: str, kind: str, least_understood: float, most_wrong: float
) -> None:
    outcomes = [
        judge(row, lexicon())
        for row in rows(name)
        if row["split"] == split and (row["kind"] == "symptom") == (kind == "symptom")
    ]
    asked = [outcome for outcome in outcomes if outcome.expects_something]
    assert sum(outcome.understood for outcome in asked) >= least_understood * len(asked)
    assert sum(outcome.wrong for outcome in outcomes) <= most_wrong * len(outcomes)
