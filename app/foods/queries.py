"""SQL of foods and the amounts of nutrients in them."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from app.foods.models import (
    Food,
    FoodAmount,
    FoodBasis,
    FoodDiet,
    FoodPortion,
    FoodValueFlag,
    SupplementaryAmount,
    SupplementaryFood,
)
from app.nutrients.models import Nutrient
from app.tables import plain_rows

# Per 100 kcal, water and tea would lead every list: foods with less energy per 100 g are left out.
LEAST_KCAL = 10.0
SUPPLEMENTARY_SHOWN = 20
# 60 mg of tryptophan make 1 mg of niacin in the body (IOM 1998, niacin equivalents).
TRYPTOPHAN_PER_NIACIN = 60
MG_PER_G = 1000


class Counted(NamedTuple):
    """An amount per 100 g as reference intakes count it, in the nutrient's unit."""

    per_100_g: float
    # Whether the true figure is higher: niacin of a food whose tryptophan is unknown.
    lower_bound: bool


class RankedFood(NamedTuple):
    """A food with its amount of one nutrient; amounts are in the nutrient's unit."""

    food: Food
    per_100_g: float
    portion: FoodPortion | None
    energy_kcal: float | None
    # What a reference intake counts: niacin equivalents for niacin, else `per_100_g` itself.
    counted: Counted


def counted(nutrient_id: str, per_100_g: float, tryptophan_g: float | None) -> Counted:
    """Give an amount as reference intakes count it.

    USDA gives preformed niacin; intakes count niacin equivalents, to which tryptophan adds.
    """
    if nutrient_id != "niacin":
        return Counted(per_100_g, lower_bound=False)
    if tryptophan_g is None:
        return Counted(per_100_g, lower_bound=True)
    return Counted(per_100_g + tryptophan_g * MG_PER_G / TRYPTOPHAN_PER_NIACIN, lower_bound=False)


def food_by_id(session: Session, food_id: int) -> Food | None:
    """Give a food."""
    return session.get(Food, food_id)


def narrowed(query: Any, *, category: str | None, diet: FoodDiet | None, everyday: bool | None) -> Any:
    """Add the filters on foods to a query."""
    if category is not None:
        query = query.where(Food.category == category)
    if diet is not None:
        query = query.where(col(getattr(Food, diet)).is_(True))
    if everyday is not None:
        query = query.where(col(Food.everyday).is_(everyday))
    return query


def foods(session: Session) -> Iterator[Food]:
    """Give all foods by description."""
    return plain_rows(session, Food, order_by=("description", "id"))


def portions(session: Session, food_ids: Sequence[int]) -> dict[int, list[FoodPortion]]:
    """Give the portions of foods, in order, by food."""
    grouped: dict[int, list[FoodPortion]] = {food_id: [] for food_id in food_ids}
    rows = session.exec(
        select(FoodPortion)
        .where(col(FoodPortion.food_id).in_(food_ids))
        .order_by(col(FoodPortion.food_id), col(FoodPortion.position))
    ).all()
    for row in rows:
        grouped[row.food_id].append(row)
    return grouped


def amounts(session: Session, food_id: int) -> Sequence[tuple[FoodAmount, Nutrient]]:
    """Give the known amounts in a food, in the order of the nutrients' names."""
    return session.exec(
        select(FoodAmount, Nutrient)
        .join(Nutrient, col(Nutrient.id) == FoodAmount.nutrient_id)
        .where(FoodAmount.food_id == food_id)
        .order_by(Nutrient.name)
    ).all()


def flags(session: Session, food_id: int) -> Sequence[FoodValueFlag]:
    """Give the values of a food that were taken out as implausible."""
    return session.exec(select(FoodValueFlag).where(FoodValueFlag.food_id == food_id)).all()


def ranked_foods(
    session: Session,
    nutrient_id: str,
    *,
    per: FoodBasis = "portion",
    category: str | None = None,
    diet: FoodDiet | None = None,
    everyday: bool | None = None,
    ids: Sequence[int] | None = None,
    ascending: bool = False,
    offset: int = 0,
    limit: int | None = None,
) -> tuple[list[RankedFood], int]:
    """Give the foods richest in a nutrient by portion, 100 g or 100 kcal, and how many there are.

    Foods whose amount is unknown are left out; by portion, those without a household portion too;
    by 100 kcal, those with less than `LEAST_KCAL` per 100 g.
    """
    energy, tryptophan = aliased(FoodAmount), aliased(FoodAmount)
    query: Any = (
        select(Food, FoodAmount.amount, FoodPortion, energy.amount)
        .add_columns(col(tryptophan.amount))
        .join(FoodAmount, col(FoodAmount.food_id) == Food.id)
        .join(
            FoodPortion,
            (col(FoodPortion.food_id) == Food.id) & col(FoodPortion.typical).is_(True),
            isouter=True,
        )
        .join(
            energy,
            (col(energy.food_id) == Food.id) & (col(energy.nutrient_id) == "energy"),
            isouter=True,
        )
        .join(
            tryptophan,
            (col(tryptophan.food_id) == Food.id) & (col(tryptophan.nutrient_id) == "tryptophan"),
            isouter=True,
        )
        .where(col(FoodAmount.nutrient_id) == nutrient_id)
    )
    query = narrowed(query, category=category, diet=diet, everyday=everyday)
    rank: Any = col(FoodAmount.amount)
    if per == "portion":
        query = query.where(col(FoodPortion.gram_weight).is_not(None))
        rank = col(FoodAmount.amount) * col(FoodPortion.gram_weight)
    elif per == "100kcal":
        query = query.where(col(energy.amount) >= LEAST_KCAL)
        rank = col(FoodAmount.amount) / col(energy.amount)
    if ids is not None:
        query = query.where(col(Food.id).in_(ids))
    total = session.exec(select(func.count()).select_from(query.subquery())).one()
    query = query.order_by(rank if ascending else rank.desc(), col(Food.id)).offset(offset)
    if limit is not None:
        query = query.limit(limit)
    return [
        RankedFood(food, amount, portion, kcal, counted(nutrient_id, amount, tryptophan_g))
        for food, amount, portion, kcal, tryptophan_g in session.exec(query).all()
    ], total


def usual_basis(session: Session, nutrient_id: str) -> FoodBasis:
    """Give "portion", or "100g" where no food with a known amount has a portion."""
    found = session.exec(
        select(FoodAmount.food_id)
        .join(FoodPortion, col(FoodPortion.food_id) == FoodAmount.food_id)
        .where(FoodAmount.nutrient_id == nutrient_id)
        .limit(1)
    ).first()
    return "100g" if found is None else "portion"


def supplementary(session: Session, nutrient_id: str) -> Sequence[tuple[SupplementaryFood, float]]:
    """Give the richest foods of other countries' tables, for nutrients that USDA lacks."""
    return session.exec(
        select(SupplementaryFood, SupplementaryAmount.amount)
        .join(SupplementaryAmount, col(SupplementaryAmount.food_id) == SupplementaryFood.id)
        .where(SupplementaryAmount.nutrient_id == nutrient_id)
        .order_by(col(SupplementaryAmount.amount).desc(), SupplementaryFood.id)
        .limit(SUPPLEMENTARY_SHOWN)
    ).all()
