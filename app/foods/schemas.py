"""How the API tells of foods."""

from pydantic import Field

from app.expansion.schemas import Expandable
from app.foods.models import FoodBasis, FoodDiet
from app.lists.pages import RecordPage
from app.schemas import ReadModel


class PortionRead(ReadModel):
    """A household portion."""

    amount: float = Field(description="How many of what `description` says.")
    description: str = Field(description="The portion in words, for example `cup, chopped`.")
    gram_weight: float = Field(description="Its weight in grams.")
    typical: bool = Field(description="Whether `per_portion` figures are for this portion.")


class FoodSummary(ReadModel):
    """A food as lists show it."""

    id: int = Field(description="FDC id.")
    name: str = Field(description="USDA's description.")
    common_name: str | None = Field(description="Other name, where USDA gives one.")
    category: str = Field(description="USDA food category.")
    dataset: str = Field(description="`sr-legacy` or `foundation`.")
    diets: list[FoodDiet] = Field(
        description="Diets that it fits by our stated rule; where in doubt it is left out."
    )
    everyday: bool = Field(
        description="Whether it is an ordinary single food in a usual form: no brand, restaurant dish, "
        "baby food or baking ingredient."
    )
    sources: list[str] = Field(description="Ids of the sources.")


class FoodNutrientRead(ReadModel):
    """How much of a nutrient a food holds. A nutrient that is not listed is unknown, not zero."""

    nutrient: str = Field(description="Id of the nutrient.")
    name: str = Field(description="Name of the nutrient.")
    per_100_g: float = Field(description="Amount per 100 g edible portion, in `unit`.")
    per_portion: float | None = Field(
        description="Amount in the typical portion, in `unit`; null where USDA has no portions."
    )
    unit: str = Field(description="UCUM unit.")
    unit_basis: str | None = Field(description="What the unit counts, where an equivalent.")
    percent_daily_value: float | None = Field(
        description="Share of the adult FDA Daily Value in 100 g, in per cent; null where none is "
        "set or its unit counts something else."
    )
    percent_daily_value_per_portion: float | None = Field(description="The same for the typical portion.")
    percent_is_lower_bound: bool = Field(
        description="Whether the true share is higher: niacin of a food whose tryptophan is unknown."
    )
    data_source: str = Field(
        description="Data set behind the figure: sr, fdc, sr28, sr28u, fnd, calc or sum (PROVENANCE)."
    )


class RemovedValueRead(ReadModel):
    """A USDA value that was taken out as implausible."""

    nutrient: str = Field(description="Id of the nutrient.")
    value: float = Field(description="The value taken out, per 100 g, in `unit`.")
    unit: str = Field(description="UCUM unit.")
    reason: str = Field(description="Why it was taken out.")


class FoodRead(Expandable, FoodSummary):
    """A food with its portions and nutrients."""

    ndb_number: str | None = Field(description="USDA NDB number, where known.")
    scientific_name: str | None = Field(description="Scientific name, where USDA gives one.")
    portions: list[PortionRead] = Field(description="Household portions.")
    nutrients: list[FoodNutrientRead] = Field(description="Known amounts, by nutrient.")
    removed_values: list[RemovedValueRead] = Field(
        description="USDA values that were taken out as implausible."
    )


class FoodPage(Expandable, RecordPage[FoodSummary]):
    """A page of foods."""


class AmountRead(ReadModel):
    """An amount with its unit."""

    value: float = Field(description="The amount.")
    unit: str = Field(description="UCUM unit.")
    unit_basis: str | None = Field(description="What the unit counts, where an equivalent.")


class PortionAmountRead(AmountRead):
    """An amount in a household portion."""

    portion: str = Field(description="The portion in words.")
    gram_weight: float = Field(description="Its weight in grams.")


class ShareRead(ReadModel):
    """What share of a reference amount the food holds."""

    percent: float = Field(description="Share in per cent.")
    of: str = Field(description="`RDA` or `AI` of the person's life stage, or `DV` (Daily Value).")
    amount: AmountRead = Field(
        description="What is counted, in what `per` names. For niacin that is niacin equivalents: "
        "preformed niacin and a sixtieth of the tryptophan."
    )
    reference: AmountRead = Field(description="The reference amount, per day.")
    lower_bound: bool = Field(
        description="Whether the true share is higher: niacin of a food whose tryptophan is unknown."
    )
    life_stage: str | None = Field(description="Id of the life stage; null for a Daily Value.")


class NutrientFoodRead(ReadModel):
    """A food as a source of one nutrient."""

    id: int = Field(description="FDC id.")
    name: str = Field(description="USDA's description.")
    category: str = Field(description="USDA food category.")
    diets: list[FoodDiet] = Field(description="Diets that it fits by our stated rule.")
    per_100_g: AmountRead = Field(description="Amount per 100 g.")
    per_portion: PortionAmountRead | None = Field(
        description="Amount in the typical portion; null where USDA has no portions."
    )
    per_100_kcal: AmountRead | None = Field(
        description="Amount per 100 kcal; null where the energy is unknown or under 10 kcal/100 g."
    )
    share: ShareRead | None = Field(
        description="Share of the caller's RDA (or AI), or of the Daily Value, in what `per` names; "
        "null where no reference amount counts the same thing."
    )
    sources: list[str] = Field(description="Ids of the sources.")


class SupplementaryFoodRead(ReadModel):
    """A food of another country's table, for a nutrient that USDA measures seldom or never."""

    id: str = Field(description="Id in our supplementary list; not an FDC id.")
    name: str = Field(description="Description.")
    category: str = Field(description="Category of that table.")
    dataset: str = Field(description="`ciqual-2017` (France) or the Japanese standard tables.")
    per_100_g: AmountRead = Field(description="Amount per 100 g.")
    sources: list[str] = Field(description="Ids of the sources.")


class NutrientFoodPage(Expandable, RecordPage[NutrientFoodRead]):
    """A page of the foods richest in a nutrient."""

    per: FoodBasis = Field(description="What amounts are compared by and shares are given for.")
    supplementary: list[SupplementaryFoodRead] = Field(
        description="Richest foods of supplementary tables, kept apart: other countries, other "
        "methods. Empty for nutrients that USDA covers."
    )
    notes: list[str] = Field(description="What to know about the figures.")
