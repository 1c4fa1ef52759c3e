"""What listed foods give in a day: sums, what is unknown, niacin equivalents."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assessment.eaten import Eaten, unmatched_food

AMOUNTS = st.floats(min_value=0, max_value=1e6)
FOODS = st.dictionaries(
    st.integers(1, 50),
    st.dictionaries(st.sampled_from(["energy", "iron", "niacin", "tryptophan"]), AMOUNTS, min_size=1),
    min_size=1,
    max_size=20,
)


def listed(*foods: dict[str, float]) -> Eaten:
    """Give foods by number, from 1."""
    amounts = dict(enumerate(foods, start=1))
    return Eaten(grams=dict.fromkeys(amounts, 100.0), amounts=amounts)


def test_what_is_unknown_is_left_out_and_told() -> None:
    found = listed({"energy": 300, "iron": 3}, {"energy": 100}).given("iron")
    assert found is not None
    assert (found.value, found.known_share, found.foods_known) == (3, 0.75, 1)


def test_what_is_known_of_no_food_is_not_zero() -> None:
    assert listed({"energy": 300}).given("iron") is None
    assert listed({"energy": 300, "iron": 0}).given("iron") is not None


def test_without_energy_nothing_can_be_called_known() -> None:
    found = listed({"iron": 3}, {"energy": 0, "iron": 1}).given("iron")
    assert found is not None
    assert (found.value, found.known_share) == (4, 0)


def test_niacin_counts_equivalents_and_says_where_it_cannot() -> None:
    found = listed({"energy": 100, "niacin": 5, "tryptophan": 0.12}, {"energy": 300, "niacin": 1}).given(
        "niacin"
    )
    assert found is not None
    assert found.value == pytest.approx(5 + 2 + 1)
    assert (found.lower_bound, found.known_share, found.foods_known) == (True, 0.25, 1)
    whole = listed({"energy": 100, "niacin": 5, "tryptophan": 0.12}).given("niacin")
    assert whole is not None
    assert not whole.lower_bound


def test_ids_of_no_food_are_told() -> None:
    found = Eaten(grams={1: 5.0, 7: 5.0}, amounts={1: {"energy": 1}})
    assert found.unknown == [7]
    assert unmatched_food(7).model_dump() == {
        "text": "7", "kind": "food", "reason": "there is no such food", "suggestions": [],
        "suggestions_named": [],
    }  # fmt: skip


@given(foods=FOODS)
def test_sums_do_not_depend_on_order(foods: dict[int, dict[str, float]]) -> None:
    there = Eaten(grams=dict.fromkeys(foods, 1.0), amounts=foods)
    back = Eaten(grams=there.grams, amounts=dict(reversed(foods.items())))
    assert there.energy_kcal == back.energy_kcal
    for nutrient in there.nutrients:
        assert there.given(nutrient) == back.given(nutrient)


@given(foods=FOODS, more=st.dictionaries(st.just("iron"), AMOUNTS, min_size=1))
def test_one_more_food_never_lowers_a_sum(foods: dict[int, dict[str, float]], more: dict[str, float]) -> None:
    before = Eaten(grams={}, amounts=foods).given("iron")
    after = Eaten(grams={}, amounts={**foods, 99: more}).given("iron")
    assert after is not None
    assert after.value >= (before.value if before is not None else 0)
    assert 0 <= after.known_share <= 1 or isclose(after.known_share, 1)


@given(foods=FOODS)
def test_one_more_food_of_unknown_content_changes_no_sum_and_lowers_the_share(
    foods: dict[int, dict[str, float]],
) -> None:
    before = Eaten(grams={}, amounts=foods).given("iron")
    after = Eaten(grams={}, amounts={**foods, 99: {"energy": 500.0}}).given("iron")
    if before is None:
        assert after is None
    else:
        assert after is not None
        assert after.value == before.value
        assert after.known_share <= before.known_share
        assert after.foods_known == before.foods_known
