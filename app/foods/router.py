"""`/v1/foods` and `/v1/nutrients/{nutrient}/foods`: what is in a food, and what to eat."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from sqlmodel import Session

from app.foods import queries
from app.foods.dependencies import FoodDep, FoodFilterDep, FoodNotFoundError
from app.foods.models import FoodAmount, FoodBasis, FoodPortion, SupplementaryFood
from app.foods.schemas import (
    AmountRead,
    FoodNutrientRead,
    FoodPage,
    FoodRead,
    FoodSummary,
    NutrientFoodPage,
    NutrientFoodRead,
    PortionAmountRead,
    PortionRead,
    RemovedValueRead,
    ShareRead,
    SupplementaryFoodRead,
)
from app.foods.shelf import USDA, diets, summary
from app.lists.paging import IdsDep, PagingDep, QueryText
from app.lists.shape import ExpandDep, FieldsDep
from app.live import LiveDep, SessionDep
from app.lookups import looked_up
from app.nutrients.dependencies import NutrientDep, NutrientNotFoundError
from app.nutrients.models import Nutrient
from app.problems import InvalidCursorError
from app.reference_intakes.dependencies import PersonDep, PersonQuery
from app.reference_intakes.models import DailyValue
from app.reference_intakes.queries import daily_values, recommended_intakes
from app.units import convert_mass
from app.values import told_figure

router = APIRouter(tags=["foods"])
SUPPLEMENTARY_SOURCE = {"ciqual-2017": "ciqual-2017"}
JAPANESE_SOURCE = "mext-2015"
# FDC ids have fewer; longer numbers would not fit the column.
FDC_DIGITS = 9
# Where foods are ranked by amount, `q` keeps those that match about as well as the best match does.
CLOSE = 0.8
NIACIN_NOTE = (
    "Amounts are preformed niacin. Shares count niacin equivalents, to which protein adds (60 mg "
    "tryptophan = 1 mg); where the tryptophan of a food is unknown its share is a lower bound."
)


def list_foods(
    live: LiveDep,
    paging: PagingDep,
    ids: IdsDep,
    expand: ExpandDep,
    wanted: FoodFilterDep,
    q: QueryText = None,
) -> FoodPage | Response:
    """Give USDA foods by name, or the best match for `q` first (`pumkin seeds` finds pumpkin)."""
    foods = live.foods.foods
    if q is None:
        known = live.foods.narrowed(wanted)
    else:
        known = [hit.id for hit in live.search.search(q, ["food"]) if foods[hit.id].fits(wanted)]
    found = ids.pick(known, "food", id_of=str)
    items = [FoodSummary.model_validate_json(foods[food_id].json) for food_id in paging.slice(found)]
    return paging.page(FoodPage, items, len(found), missing=ids.missing, expanded=expand.of(*items))


router.add_api_route(
    "/foods",
    list_foods,
    response_model=FoodPage,
    responses=InvalidCursorError.declared(),
    summary="List foods",
)


@router.get(
    "/foods/{food}",
    response_model=FoodRead,
    responses=FoodNotFoundError.declared(),
    summary="Get a food",
)
def get_food(food: FoodDep, session: SessionDep, fields: FieldsDep, expand: ExpandDep) -> FoodRead | Response:
    """Give one food with its portions and known nutrients. What is not listed is unknown, not zero."""
    portions = queries.portions(session, [food.id])[food.id]
    typical = next((portion for portion in portions if portion.typical), None)
    values, amounts = daily_values(session), queries.amounts(session, food.id)
    tryptophan = next((row.amount for row, nutrient in amounts if nutrient.id == "tryptophan"), None)
    record = FoodRead(
        **summary(food).model_dump(),
        ndb_number=food.ndb_number,
        scientific_name=food.scientific_name,
        portions=[PortionRead.model_validate(portion, from_attributes=True) for portion in portions],
        nutrients=[
            food_nutrient(
                nutrient,
                amount,
                queries.counted(nutrient.id, amount.amount, tryptophan),
                typical,
                values.get(nutrient.id),
            )
            for amount, nutrient in amounts
        ],
        removed_values=[
            RemovedValueRead(nutrient=flag.nutrient_id, value=flag.amount, unit=flag.unit, reason=flag.reason)
            for flag in queries.flags(session, food.id)
        ],
    )
    record.expanded = expand.of(record)
    return fields.record(record)


def food_nutrient(
    nutrient: Nutrient,
    amount: FoodAmount,
    counted: queries.Counted,
    typical: FoodPortion | None,
    value: DailyValue | None,
) -> FoodNutrientRead:
    """Tell how much of a nutrient a food holds."""
    share = daily_share(nutrient, counted.per_100_g, value)
    factor = typical.gram_weight / 100 if typical else None
    return FoodNutrientRead(
        nutrient=nutrient.id,
        name=nutrient.name,
        per_100_g=amount.amount,
        per_portion=told_figure(amount.amount * factor) if factor is not None else None,
        unit=nutrient.unit or "",
        unit_basis=nutrient.unit_basis,
        percent_daily_value=told_figure(share) if share is not None else None,
        percent_daily_value_per_portion=(
            told_figure(share * factor) if share is not None and factor is not None else None
        ),
        percent_is_lower_bound=share is not None and counted.lower_bound,
        data_source=amount.source,
    )


def daily_share(nutrient: Nutrient, amount: float, value: DailyValue | None) -> float | None:
    """Give the share of the Daily Value in per cent, where it counts the same thing."""
    if value is None or not nutrient.unit:
        return None
    if not same_basis(nutrient, value.unit_basis):
        return None
    return 100 * convert_mass(amount, nutrient.unit, value.unit) / value.value


def same_basis(nutrient: Nutrient, basis: str | None) -> bool:
    """Tell whether a reference counts what `queries.counted` makes of the food figure."""
    return nutrient.unit_basis == basis or (nutrient.id == "niacin" and basis == "NE")


class Reference:
    """The amount that shares are given of: the person's RDA or AI, or the Daily Value."""

    def __init__(self, session: Session, nutrient: Nutrient, person: PersonQuery) -> None:
        self.nutrient = nutrient
        self.amount: AmountRead | None = None
        self.of, self.life_stage = "DV", None
        figures = {
            (row.measure, row.value, row.unit, row.unit_basis): row
            for row in (recommended_intakes(session, nutrient.id, person) if person.given else [])
        }
        if len(figures) == 1:
            row = next(iter(figures.values()))
            if same_basis(nutrient, row.unit_basis) and row.unit in {"g", "mg", "ug"}:
                self.amount = AmountRead(value=row.value, unit=row.unit, unit_basis=row.unit_basis)
                self.of, self.life_stage = row.measure, row.life_stage
                return
        value = daily_values(session).get(nutrient.id)
        if value is not None and same_basis(nutrient, value.unit_basis):
            self.amount = AmountRead(value=value.value, unit=value.unit, unit_basis=value.unit_basis)

    def share(self, counted: queries.Counted, factor: float | None) -> ShareRead | None:
        """Give the share that a multiple of an amount per 100 g makes up."""
        if factor is None or self.amount is None or not self.nutrient.unit:
            return None
        amount = convert_mass(counted.per_100_g * factor, self.nutrient.unit, self.amount.unit)
        return ShareRead(
            percent=told_figure(100 * amount / self.amount.value),
            of=self.of,
            amount=AmountRead(
                value=told_figure(amount),
                unit=self.amount.unit,
                unit_basis=self.amount.unit_basis,
            ),
            reference=self.amount,
            lower_bound=counted.lower_bound,
            life_stage=self.life_stage,
        )

    def notes(self, person: PersonQuery) -> list[str]:
        """Say what to know about the shares."""
        notes = []
        if person.given and self.of == "DV":
            notes.append(
                "Shares are of the Daily Value: the person fits several life stages with different "
                "figures (give age and sex), or no figure counts the same thing as the food data."
            )
        if self.nutrient.id == "niacin":
            notes.append(NIACIN_NOTE)
        return notes


@router.get(
    "/nutrients/{nutrient}/foods",
    response_model=NutrientFoodPage,
    responses=looked_up(NutrientNotFoundError, InvalidCursorError),
    summary="List the foods richest in a nutrient",
)
def list_nutrient_foods(
    nutrient: NutrientDep,
    session: SessionDep,
    live: LiveDep,
    paging: PagingDep,
    ids: IdsDep,
    expand: ExpandDep,
    person: PersonDep,
    wanted: FoodFilterDep,
    q: QueryText = None,
    per: Annotated[
        FoodBasis | None,
        Query(
            description="What amounts are compared by and shares are given for: by default a "
            "portion, or 100 g where USDA knows no portion of any food with a known amount."
        ),
    ] = None,
    sort: Annotated[
        Literal["-amount", "amount"], Query(description="Richest first, or poorest first.")
    ] = "-amount",
) -> NutrientFoodPage | Response:
    """Give amounts per 100 g, per portion and per 100 kcal, with the share of the caller's RDA.

    Without age and sex the share is that of the Daily Value. Foods whose amount is unknown are
    left out; by portion, so are those without a household portion; by 100 kcal, those under
    10 kcal per 100 g. `q` keeps the foods that match about as well as the best match.
    """
    matching = None
    if q is not None:
        hits = live.search.search(q, ["food"])
        matching = [int(hit.id) for hit in hits if hit.score >= CLOSE * hits[0].score]
    basis = per or queries.usual_basis(session, nutrient.id)
    rows, total = queries.ranked_foods(
        session,
        nutrient.id,
        per=basis,
        category=wanted.category,
        diet=wanted.diet,
        everyday=wanted.everyday,
        ids=asked_for(ids, matching),
        ascending=sort == "amount",
        offset=paging.offset,
        limit=paging.limit,
    )
    reference = Reference(session, nutrient, person)
    shown = ids.pick(rows, "food", id_of=lambda row: row.food.id)
    items = [nutrient_food(row, nutrient, basis, reference) for row in shown]
    return paging.page(
        NutrientFoodPage,
        items,
        total,
        missing=ids.missing,
        expanded=expand.of(*items),
        supplementary=[
            supplementary_food(food, amount, nutrient)
            for food, amount in queries.supplementary(session, nutrient.id)
        ],
        per=basis,
        notes=reference.notes(person),
    )


def asked_for(ids: IdsDep, matching: list[int] | None) -> list[int] | None:
    """Give the foods that `ids` and `q` leave over; None where neither was given."""
    if ids.wanted is None:
        return matching
    numbers = [int(one) for one in ids.wanted if one.isdecimal() and len(one) <= FDC_DIGITS]
    return numbers if matching is None else [one for one in numbers if one in set(matching)]


def nutrient_food(
    row: queries.RankedFood, nutrient: Nutrient, per: FoodBasis, reference: Reference
) -> NutrientFoodRead:
    """Tell of a food as a source of a nutrient."""
    unit = {"unit": nutrient.unit or "", "unit_basis": nutrient.unit_basis}
    factors: dict[FoodBasis, float | None] = {
        "portion": row.portion.gram_weight / 100 if row.portion is not None else None,
        "100g": 1.0,
        "100kcal": 100 / row.energy_kcal
        if row.energy_kcal is not None and row.energy_kcal >= queries.LEAST_KCAL
        else None,
    }
    by_portion, by_energy = factors["portion"], factors["100kcal"]
    return NutrientFoodRead(
        id=row.food.id,
        name=row.food.description,
        category=row.food.category,
        diets=diets(row.food),
        per_100_g=AmountRead(value=row.per_100_g, **unit),
        per_portion=(
            PortionAmountRead(
                value=told_figure(row.per_100_g * by_portion),
                **unit,
                portion=portion_words(row.portion),
                gram_weight=row.portion.gram_weight,
            )
            if row.portion is not None and by_portion is not None
            else None
        ),
        per_100_kcal=(
            AmountRead(value=told_figure(row.per_100_g * by_energy), **unit)
            if by_energy is not None
            else None
        ),
        share=reference.share(row.counted, factors[per]),
        sources=[USDA],
    )


def portion_words(portion: FoodPortion) -> str:
    """Say a portion in words: `1 cup, chopped`."""
    return f"{portion.amount:g} {portion.description}"


def supplementary_food(food: SupplementaryFood, amount: float, nutrient: Nutrient) -> SupplementaryFoodRead:
    """Tell of a food of another country's table."""
    return SupplementaryFoodRead(
        id=food.id,
        name=food.description,
        category=food.category,
        dataset=food.dataset,
        per_100_g=AmountRead(value=amount, unit=nutrient.unit or "", unit_basis=nutrient.unit_basis),
        sources=[SUPPLEMENTARY_SOURCE.get(food.dataset, JAPANESE_SOURCE)],
    )
