"""The foods as loaded: all rows are there, well-known values are right, nothing unknown is zero."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session, SQLModel, col, func, select

from app.database import make_engine
from app.foods.models import (
    Food,
    FoodAmount,
    FoodPortion,
    FoodValueFlag,
    SupplementaryAmount,
    SupplementaryFood,
)
from app.settings import Settings
from tests.foods.usda import amounts, foods, lines, portions

# Values that anybody can look up, per 100 g (seed/PROVENANCE.md).
WELL_KNOWN = [
    ("Seeds, pumpkin and squash seed kernels, dried", "magnesium", 592),
    ("Nuts, almonds", "magnesium", 270),
    ("Spinach, raw", "magnesium", 79),
    ("Fish, salmon, sockeye, raw", "vitamin-d", 14.1),
    ("Mollusks, clam, mixed species, cooked, moist heat", "vitamin-b12", 98.89),
    ("Nuts, brazilnuts, dried, unblanched", "selenium", 1917),
    ("Oranges, raw, all commercial varieties", "vitamin-c", 53.2),
    ("Peppers, sweet, red, raw", "vitamin-c", 127.7),
    ("Carrots, raw", "vitamin-a", 835),
    ("Beef, variety meats and by-products, liver, cooked, braised", "vitamin-a", 9442),
    ("Milk, whole, 3.25% milkfat, with added vitamin D", "calcium", 113),
    ("Egg, whole, raw, fresh", "choline", 293.8),
    ("Lentils, mature seeds, cooked, boiled, without salt", "iron", 3.33),
    ("Bananas, raw", "potassium", 358),
    ("Seeds, sunflower seed kernels, dried", "vitamin-e", 35.17),
    ("Nuts, walnuts, english", "alpha-linolenic-acid", 9.08),
    ("Seeds, flaxseed", "alpha-linolenic-acid", 22.8),
    ("Fish, salmon, Atlantic, wild, raw", "dha", 1.115),
    ("Fish, salmon, Atlantic, wild, raw", "epa", 0.321),
    ("Nuts, cashew nuts, raw", "copper", 2.195),
    ("Avocados, raw, all commercial varieties", "potassium", 485),
    ("Yogurt, plain, whole milk", "calcium", 121),
    ("Fish oil, cod liver", "vitamin-d", 250),
    ("Salt, table", "sodium", 38758),
    ("Broccoli, cooked, boiled, drained, without salt", "vitamin-k", 141.1),
    ("Chicken, broilers or fryers, breast, meat only, cooked, roasted", "niacin", 13.7),
    ("Beans, kidney, all types, mature seeds, cooked, boiled, without salt", "folate", 130),
    ("Asparagus, raw", "folate", 52),
    ("Kale, raw", "vitamin-k", 389.6),
    ("Mollusks, oyster, eastern, wild, cooked, moist heat", "zinc", 78.6),
    ("Pork, fresh, loin, tenderloin, separable lean only, cooked, roasted", "thiamin", 0.95),
    ("Tofu, raw, firm, prepared with calcium sulfate", "calcium", 683),
    ("Beverages, tea, black, brewed, prepared with tap water", "fluoride", 0.373),
]


@pytest.fixture(scope="module")
def session(seeded_url: str) -> Iterator[Session]:
    engine = make_engine(Settings(database_url=seeded_url))
    with Session(engine) as opened:
        yield opened
    engine.dispose()


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (Food, 8_112),
        (FoodPortion, 14_427),
        (FoodValueFlag, 13),
        (SupplementaryFood, 1_988),
        (SupplementaryAmount, 3_300),
    ],
)
def test_every_row_is_loaded(session: Session, table: type[SQLModel], rows: int) -> None:
    assert session.exec(select(func.count()).select_from(table)).one() == rows


def test_every_amount_is_loaded_exactly_and_only_omega_3_is_added(session: Session) -> None:
    loaded = {
        (row.food_id, row.nutrient_id): row.amount
        for row in session.exec(select(FoodAmount))
        if row.nutrient_id != "omega-3"
    }
    given = {
        (food_id, nutrient): amount
        for nutrient, group in amounts().items()
        for food_id, amount in group.items()
    }
    assert len(given) == 347_211
    assert loaded == given


def test_omega_3_is_the_sum_of_its_known_parts_and_missing_where_one_is_unknown(session: Session) -> None:
    sums = {
        row.food_id: row.amount
        for row in session.exec(select(FoodAmount).where(FoodAmount.nutrient_id == "omega-3"))
    }
    parts = [amounts()[part] for part in ("alpha-linolenic-acid", "epa", "dha")]
    assert set(sums) == set(parts[0]) & set(parts[1]) & set(parts[2])
    for food_id, total in sums.items():
        expected = sum(part[food_id] for part in parts) + amounts()["dpa"].get(food_id, 0)
        assert total == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(("description", "nutrient", "value"), WELL_KNOWN)
def test_well_known_values_are_right(session: Session, description: str, nutrient: str, value: float) -> None:
    found = session.exec(
        select(FoodAmount.amount)
        .join(Food, col(Food.id) == FoodAmount.food_id)
        .where(Food.description == description, FoodAmount.nutrient_id == nutrient)
    ).all()
    assert any(amount == pytest.approx(value, rel=0.005) for amount in found)


def test_each_food_with_portions_has_one_typical_portion(session: Session) -> None:
    typical = session.exec(select(FoodPortion.food_id).where(FoodPortion.typical)).all()
    assert sorted(typical) == sorted(portions())


def test_a_food_without_a_figure_has_no_row(session: Session) -> None:
    unknown = next(food_id for food_id in foods() if food_id not in amounts()["choline"])
    assert session.get(FoodAmount, (unknown, "choline")) is None


def test_the_values_taken_out_are_not_among_the_amounts(session: Session) -> None:
    removed = list(lines("food_value_flags.csv"))
    assert len(removed) == 13
    for row in removed:
        assert session.get(FoodAmount, (int(row["food_id"]), row["nutrient_id"])) is None
        flag = session.get(FoodValueFlag, (int(row["food_id"]), row["nutrient_id"]))
        assert flag is not None
        assert (flag.amount, flag.reason) == (float(row["amount"]), row["reason"])
