"""What listed foods give in a day, counted as reference intakes count it.

Used by `/v1/assess` and `/v1/intake`. A food of which the amount of a nutrient is unknown is left out
of that nutrient's sum, never taken for zero: `known_share` says how much of the energy is left in.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from sqlmodel import Session, col, select

from app.assessment.schemas import UnmatchedRead
from app.foods.models import FoodAmount
from app.foods.queries import counted
from app.scoring.intake import NutrientIntake

ENERGY = "energy"
TRYPTOPHAN = "tryptophan"
NO_FOOD = "there is no such food"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """How much of a nutrient the listed foods give in a day, in the nutrient's unit."""

    value: float
    # The true figure is higher: niacin of foods whose tryptophan is unknown.
    lower_bound: bool
    # Share of the listed energy from foods whose amount is known; 0 where no energy is known.
    known_share: float
    foods_known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Eaten:
    """Foods and what they give in a day: grams by food, amounts by food and nutrient."""

    grams: Mapping[int, float]
    amounts: Mapping[int, Mapping[str, float]]

    @property
    def unknown(self) -> list[int]:
        """Give the ids that are of no food."""
        return [food for food in self.grams if food not in self.amounts]

    @property
    def energy_kcal(self) -> float:
        """Give the energy of all listed foods."""
        return fsum(found.get(ENERGY, 0.0) for found in self.amounts.values())

    @property
    def nutrients(self) -> list[str]:
        """Give every nutrient that is known of some listed food."""
        return sorted({nutrient for found in self.amounts.values() for nutrient in found})

    def given(self, nutrient: str) -> Given | None:
        """Give the amount of a nutrient; None where it is known of no listed food."""
        parts = {
            food: counted(nutrient, found[nutrient], found.get(TRYPTOPHAN))
            for food, found in self.amounts.items()
            if nutrient in found
        }
        if not parts:
            return None
        whole = [food for food, part in parts.items() if not part.lower_bound]
        total = self.energy_kcal
        known = fsum(self.amounts[food].get(ENERGY, 0.0) for food in whole)
        return Given(
            value=fsum(part.per_100_g for part in parts.values()),
            lower_bound=len(whole) < len(parts),
            known_share=known / total if total else 0.0,
            foods_known=len(whole),
        )

    def item(self, nutrient: str, given: Given, ear: float | None) -> NutrientIntake:
        """Give the intake of a nutrient in the terms of the score."""
        return NutrientIntake(nutrient=nutrient, amount=given.value, ear=ear, known_share=given.known_share)


def eaten(session: Session, listed: Iterable[tuple[int, float]]) -> Eaten:
    """Read what foods give, from pairs of food and grams a day; a food listed twice is added up."""
    entries: dict[int, list[float]] = defaultdict(list)
    for food, amount in listed:
        entries[food].append(amount)
    grams = {food: fsum(entries[food]) for food in sorted(entries)}
    amounts = {
        food: {nutrient: per_100_g * grams[food] / 100 for nutrient, per_100_g in found.items()}
        for food, found in amounts_of(session, grams).items()
    }
    return Eaten(grams=grams, amounts=amounts)


def unmatched_food(food: int, reason: str = NO_FOOD) -> UnmatchedRead:
    """Tell why a food could not be counted."""
    return UnmatchedRead(text=str(food), kind="food", reason=reason, suggestions=[], suggestions_named=[])


def amounts_of(session: Session, foods: Iterable[int]) -> dict[int, dict[str, float]]:
    """Give the known amounts per 100 g by food and nutrient, foods in order of their ids."""
    wanted = sorted(foods)
    if not wanted:
        return {}
    query = (
        select(FoodAmount.food_id, FoodAmount.nutrient_id, FoodAmount.amount)
        .where(col(FoodAmount.food_id).in_(wanted))
        .order_by(col(FoodAmount.food_id), col(FoodAmount.nutrient_id))
    )
    found: dict[int, dict[str, float]] = {}
    for food, nutrient, amount in session.exec(query):
        found.setdefault(food, {})[nutrient] = amount
    return found
