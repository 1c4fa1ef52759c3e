from math import isclose, log

import pytest

from app.scoring.evidence import Evidence
from app.scoring.intake import (
    CERTAIN_ODDS_RATIO,
    Intake,
    NutrientIntake,
    energy_need,
    intake_evidence,
    intake_notes,
    shortfall_probability,
)
from app.scoring.knowledge import ANYBODY, Person
from app.vocabulary import Sex
from tests.scoring.worlds import cause, small_world

KNOWLEDGE = small_world(causes=[cause("metal"), cause("iron"), cause("vitamin-c")])


def eaten(
    amount: float, *, nutrient: str = "metal", ear: float | None = 100, kcal: float = 2000, **more: float
) -> Intake:
    item = NutrientIntake(nutrient=nutrient, amount=amount, ear=ear, **more)
    return Intake(energy_kcal=kcal, nutrients=(item,))


def evidence(intake: Intake, person: Person = ANYBODY) -> list[tuple[str, Evidence]]:
    return list(intake_evidence(KNOWLEDGE, intake, person=person))


def test_an_intake_at_the_ear_is_a_toss_up() -> None:
    assert shortfall_probability(nutrient="metal", amount=100, ear=100) == 0.5


def test_shortfall_falls_with_intake_and_widens_with_variation() -> None:
    assert shortfall_probability(nutrient="metal", amount=50, ear=100) > 0.99
    assert shortfall_probability(nutrient="metal", amount=150, ear=100) < 0.01
    narrow = shortfall_probability(nutrient="metal", amount=80, ear=100)
    assert shortfall_probability(nutrient="iodine", amount=80, ear=100) < narrow


def test_low_intake_supports_and_enough_speaks_against() -> None:
    ((cause_id, low),) = evidence(eaten(10))
    assert cause_id == "metal"
    assert isclose(low.weight.value, log(CERTAIN_ODDS_RATIO.value), rel_tol=1e-3)
    ((_, enough),) = evidence(eaten(1000))
    assert isclose(enough.weight.value, -log(CERTAIN_ODDS_RATIO.value), rel_tol=1e-3)
    assert enough.weight.low <= enough.weight.value <= enough.weight.high
    assert low.sources


def test_a_short_list_of_foods_is_not_low_intake() -> None:
    assert evidence(eaten(10, kcal=300)) == []
    assert evidence(eaten(10, known_share=0.5)) == []


def test_what_is_enough_already_counts_whatever_else_is_eaten() -> None:
    assert len(evidence(eaten(1000, kcal=300, known_share=0.1))) == 1


@pytest.mark.parametrize(
    "intake",
    [
        eaten(10, ear=None),
        eaten(10, nutrient="iron"),
        eaten(10, nutrient="vitamin-c"),
        eaten(10, nutrient="unknown"),
    ],
)
def test_what_the_committee_gives_no_probability_for_gets_none(intake: Intake) -> None:
    assert evidence(intake) == []


@pytest.mark.parametrize(
    ("person", "need"),
    [
        (ANYBODY, 2000),
        (Person(age_years=1), None),
        (Person(age_years=30, sex=Sex.FEMALE), 1800),
        (Person(age_years=30, sex=Sex.MALE), 2400),
        (Person(age_years=30), 2100),
        (Person(age_years=90, sex=Sex.FEMALE), 1600),
    ],
)
def test_energy_need_by_age_and_sex(person: Person, need: float | None) -> None:
    assert energy_need(person) == need


def test_notes_say_what_could_not_be_judged() -> None:
    (short,) = intake_notes(eaten(10, kcal=300), person=ANYBODY)
    assert "about 15 %" in short
    (infant,) = intake_notes(eaten(10), person=Person(age_years=1))
    assert "below two" in infant
    assert evidence(eaten(10), Person(age_years=1)) == []
    (iron,) = intake_notes(eaten(10, nutrient="iron"), person=ANYBODY)
    assert iron == "Usual intake of iron was not scored: the method does not fit."
