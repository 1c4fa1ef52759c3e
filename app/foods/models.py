"""Tables of foods: USDA's, and the supplementary ones kept apart."""

from typing import Annotated, Literal

from sqlalchemy import Index
from sqlmodel import Field
from typing_extensions import TypeAliasType

from app.tables import TableBase

# Named, so that generated clients have one type for each and not one a place.
FoodDiet = TypeAliasType(
    "FoodDiet",
    Annotated[
        Literal["vegan", "vegetarian", "pescatarian"], Field(description="A diet that foods are judged by.")
    ],
)
FoodBasis = TypeAliasType(
    "FoodBasis",
    Annotated[Literal["portion", "100g", "100kcal"], Field(description="What amounts are given per.")],
)


class Food(TableBase, table=True):
    """A USDA food; `id` is its FDC id."""

    __tablename__ = "food"

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    ndb_number: str | None = None
    dataset: str
    description: str
    common_name: str | None = None
    scientific_name: str | None = None
    category: str = Field(index=True)
    vegan: bool
    vegetarian: bool
    pescatarian: bool
    # An ordinary food, not a brand, a dish of a restaurant or a baby food: by a stated rule.
    everyday: bool


class FoodAmount(TableBase, table=True):
    """Amount of a nutrient per 100 g edible portion, in the nutrient's unit; no row means unknown."""

    __tablename__ = "food_amount"
    __table_args__ = (
        Index("ix_food_amount_nutrient_id_amount", "nutrient_id", "amount"),
        {"sqlite_with_rowid": False},
    )

    food_id: int = Field(primary_key=True, foreign_key="food.id")
    nutrient_id: str = Field(primary_key=True, foreign_key="nutrient.id")
    amount: float
    source: str


class FoodPortion(TableBase, table=True):
    """A household portion and its weight in grams."""

    __tablename__ = "food_portion"

    food_id: int = Field(primary_key=True, foreign_key="food.id")
    position: int = Field(primary_key=True)
    amount: float
    description: str
    gram_weight: float
    # The one portion of the food that "per portion" means: by a stated rule.
    typical: bool


class FoodValueFlag(TableBase, table=True):
    """A USDA value that was taken out as implausible, with the reason."""

    __tablename__ = "food_value_flag"

    food_id: int = Field(primary_key=True, foreign_key="food.id")
    nutrient_id: str = Field(primary_key=True, foreign_key="nutrient.id")
    amount: float
    unit: str
    reason: str


class SupplementaryFood(TableBase, table=True):
    """A food of another country's table, used only for nutrients that USDA lacks."""

    __tablename__ = "supplementary_food"

    id: str = Field(primary_key=True)
    dataset: str
    source_code: str
    description: str
    category: str
    original_name: str | None = None


class SupplementaryAmount(TableBase, table=True):
    """Amount of a nutrient per 100 g of a supplementary food, in the nutrient's unit."""

    __tablename__ = "supplementary_amount"

    food_id: str = Field(primary_key=True, foreign_key="supplementary_food.id")
    nutrient_id: str = Field(primary_key=True, foreign_key="nutrient.id", index=True)
    amount: float
