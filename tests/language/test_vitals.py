"""Vital signs told by their figures, on the real seed."""

from functools import cache

import pytest

from app.language import Lexicon, match_symptom
from app.seeding.reader import read_files
from app.settings import ROOT
from scripts.evaluate_phrases import lexicon_of


@cache
def lexicon() -> Lexicon:
    return lexicon_of(read_files(ROOT / "seed")[0])


def found(text: str) -> set[str]:
    return {mention.id for mention in match_symptom(text, lexicon()).mentions if mention.present}


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("my heart rate was 130 for 2 hours", "fast-heartbeat"),
        ("pulse of 44", "slow-heartbeat"),
        ("temp of 39,5", "fever"),
        ("I have a temperature of 101.5 F", "fever"),
        ("temperature is 34.2", "low-body-temperature"),
        ("blood sugar 54", "low-blood-sugar"),
        ("blood sugar dropped to 2.5", "low-blood-sugar"),
        ("blood glucose is 18", "high-blood-sugar"),
        ("BP 200 over 120", "high-blood-pressure"),
        ("blood pressure is 130/95", "high-blood-pressure"),
        ("blood pressure 85/50", "low-blood-pressure"),
    ],
)
def test_a_figure_beyond_its_limit_is_the_finding(text: str, symptom: str) -> None:
    assert found(text) == {symptom}


@pytest.mark.parametrize(
    "text",
    [
        "heart rate is 72",
        "heart rate of 150 when running",
        "temperature is 36.8",
        "temp 98.6",
        "blood sugar of 5.5",
        "blood sugar 110",
        "blood pressure 120/80",
    ],
)
def test_a_figure_within_its_limits_is_no_finding(text: str) -> None:
    assert found(text) == set()


def test_a_length_of_time_is_no_figure_of_a_vital_sign() -> None:
    assert found("fever for 3 days") == {"fever"}


def test_what_stands_beside_a_figure_is_read_too() -> None:
    assert found("BP 150/95 and headache") == {"high-blood-pressure", "headache"}
