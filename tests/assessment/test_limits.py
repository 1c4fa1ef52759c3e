"""What may be advised where an upper level is near; reasons for all that is not judged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assessment.limits import Limit, may_be_advised
from app.assessment.shelf import Figure
from app.intake.schemas import IntakeStatus
from app.intake.texts import EXPLANATION, NO_NORMAL
from app.scoring.intake import NOT_JUDGED
from app.scoring.knowledge import ANYBODY, Person

FIGURE = Figure(
    life_stage="adult", measure="UL", value=100, unit="mg", unit_basis=None, note=None, source="book"
)
AMOUNTS = st.floats(min_value=0, max_value=1000)


def limit(eaten: float | None, value: float | None = 100.0) -> Limit:
    return Limit(nutrient="metal", figure=FIGURE, part="metal", value=value, eaten=eaten)


@pytest.mark.parametrize(
    ("eaten", "added", "allowed"),
    [
        (50, 50, True),
        (50, 51, False),
        (100, 0, True),
        (101, 10, True),
        (101, 11, False),
        (None, 100, True),
        (None, 101, False),
    ],
)
def test_nobody_is_taken_above_a_level(eaten: float | None, added: float, allowed: bool) -> None:
    assert limit(eaten).allows(added) is allowed


@given(eaten=AMOUNTS, added=AMOUNTS, less=AMOUNTS)
def test_less_is_allowed_wherever_more_is(eaten: float, added: float, less: float) -> None:
    one = limit(eaten)
    assert not one.allows(added) or one.allows(min(less, added))
    assert one.exceeded or not one.allows(added) or eaten + added <= 100


def test_what_cannot_be_compared_forbids_nothing() -> None:
    assert limit(50, None).allows(1e9)
    assert limit(50, None).exceeded is None
    assert limit(None).exceeded is None


@pytest.mark.parametrize(
    ("person", "advised"),
    [
        (ANYBODY, True),
        (Person(age_years=11 / 12), False),
        (Person(age_years=1), True),
        (Person(age_years=0), False),
    ],
)
def test_foods_are_for_those_above_one_year(person: Person, advised: bool) -> None:
    assert may_be_advised(person) is advised


def test_every_nutrient_that_the_method_leaves_out_has_its_reason() -> None:
    assert NO_NORMAL.keys() == set(NOT_JUDGED)


def test_every_status_has_its_sentence() -> None:
    assert EXPLANATION.keys() == set(IntakeStatus)
