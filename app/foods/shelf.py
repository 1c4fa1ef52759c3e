"""Foods as lists show them, ready to be sent, and what lists of them are narrowed by.

It changes only with the content release, so `app.live` keeps it with the release. A search that nobody
made before can then be answered without the database: a page of its foods is joined, not built.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session

from app.foods import queries
from app.foods.models import Food, FoodDiet
from app.foods.schemas import FoodSummary

USDA = "usda-fooddata-central"
DIETS: tuple[FoodDiet, ...] = ("vegan", "vegetarian", "pescatarian")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoodFilter:
    """Which foods the caller wants."""

    category: str | None = None
    diet: FoodDiet | None = None
    everyday: bool | None = None


@dataclass(frozen=True, slots=True)
class ListedFood:
    """A food as lists show it, in JSON, with what lists are narrowed by."""

    json: bytes
    category: str
    diets: tuple[FoodDiet, ...]
    everyday: bool

    def fits(self, wanted: FoodFilter) -> bool:
        """Tell whether a caller wants this food."""
        return (
            (wanted.category is None or self.category == wanted.category)
            and (wanted.diet is None or wanted.diet in self.diets)
            and (wanted.everyday is None or self.everyday == wanted.everyday)
        )


class FoodShelf:
    """All foods by id (as text, as search gives it), in the order of their descriptions."""

    def __init__(self, foods: Iterable[Food]) -> None:
        # One text and one tuple for all foods that share it.
        shared: dict[object, object] = {}
        self.foods: dict[str, ListedFood] = {}
        for food in foods:
            told = summary(food)
            self.foods[str(food.id)] = ListedFood(
                told.model_dump_json().encode(),
                shared.setdefault(told.category, told.category),  # type: ignore[arg-type]
                shared.setdefault(tuple(told.diets), tuple(told.diets)),  # type: ignore[arg-type]
                told.everyday,
            )
        self.categories = sorted({food.category for food in self.foods.values()})

    def narrowed(self, wanted: FoodFilter) -> list[str]:
        """Give the ids of the foods wanted, by description."""
        return [food_id for food_id, food in self.foods.items() if food.fits(wanted)]


def fill_food_shelf(session: Session) -> FoodShelf:
    """Read all foods."""
    return FoodShelf(queries.foods(session))


def summary(food: Food) -> FoodSummary:
    """Tell of a food as lists do."""
    return FoodSummary(
        id=food.id,
        name=food.description,
        common_name=food.common_name,
        category=food.category,
        dataset=food.dataset,
        diets=diets(food),
        everyday=food.everyday,
        sources=[USDA],
    )


def diets(food: Food) -> list[FoodDiet]:
    """Give the diets that a food fits."""
    return [diet for diet in DIETS if getattr(food, diet)]
