"""Amounts as reference intakes count them: niacin equivalents, and all else as it stands."""

import pytest

from app.foods.queries import counted


def test_sixty_milligrams_of_tryptophan_make_one_of_niacin() -> None:
    amount, lower_bound = counted("niacin", 10.0, 0.06)
    assert amount == pytest.approx(11.0)
    assert lower_bound is False
    assert counted("niacin", 10.0, 0.0) == (10.0, False)


def test_niacin_without_tryptophan_is_a_lower_bound() -> None:
    assert counted("niacin", 10.0, None) == (10.0, True)


@pytest.mark.parametrize("nutrient", ["magnesium", "folate", "vitamin-e", "tryptophan"])
def test_other_nutrients_are_counted_as_they_stand(nutrient: str) -> None:
    assert counted(nutrient, 10.0, 0.06) == counted(nutrient, 10.0, None) == (10.0, False)
