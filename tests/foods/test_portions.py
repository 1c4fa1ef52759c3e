"""The typical portion: one for each food, of a weight that one person eats."""

import pytest

from app.foods.portions import USUAL_GRAMS, Portion, typical_portion, usual_grams
from app.seeding.tabular import mark_typical
from tests.foods.usda import categories, foods, portions

# Description, and the portion that "per portion" means.
TYPICAL = {
    "Nuts, almonds": ("oz (23 whole kernels)", 28.35),
    "Seeds, pumpkin and squash seed kernels, dried": ("oz", 28.35),
    "Nuts, walnuts, english": ("oz (14 halves)", 28.35),
    "Cheese, cheddar (Includes foods for USDA's Food Distribution Program)": ("slice (1 oz)", 28.0),
    "Cheese, cottage, lowfat, 1% milkfat": ("oz", 113.0),
    "Milk, whole, 3.25% milkfat, with added vitamin D": ("cup", 244.0),
    "Yogurt, plain, whole milk": ("container (6 oz)", 170.0),
    "Egg, whole, cooked, hard-boiled": ("large", 50.0),
    "Fish, salmon, sockeye, cooked, dry heat": ("oz", 85.0),
    "Fish, tilapia, cooked, dry heat": ("fillet", 87.0),
    "Beef, variety meats and by-products, liver, cooked, braised": ("slice", 68.0),
    "Turkey, whole, breast, meat only, cooked, roasted": ("oz", 85.0),
    "Bananas, raw": ('medium (7" to 7-7/8" long)', 118.0),
    "Spinach, raw": ("cup", 30.0),
    "Broccoli, cooked, boiled, drained, without salt": ("cup, chopped", 78.0),
    "Potatoes, baked, flesh and skin, without salt": ("potato medium", 173.0),
    "Garlic, raw": ("clove", 3.0),
    "Dates, medjool": ("date, pitted", 24.0),
    "Raisins, dark, seedless (Includes foods for USDA's Food Distribution Program)": (
        "small box (1.5 oz)",
        43.0,
    ),
    "Lentils, mature seeds, cooked, boiled, without salt": ("cup", 198.0),
    "Peanut butter, smooth style, without salt": ("tbsp", 32.0),
    "Bread, whole-wheat, commercially prepared": ("slice", 32.0),
    "Oil, olive, salad or cooking": ("tablespoon", 13.5),
    "Butter, salted": ("tbsp", 14.2),
    "Spices, thyme, dried": ("tsp, ground", 1.4),
    "Honey": ("tbsp", 21.0),
    "Chocolate, dark, 70-85% cacao solids": ("oz", 28.35),
    "Beverages, carbonated, cola, regular": None,
}


def choice(food_id: int) -> list[Portion]:
    return [Portion(row["description"], float(row["gram_weight"])) for row in portions()[food_id]]


def typical(description: str) -> Portion:
    food_id = next(
        food_id
        for food_id, food in foods().items()
        if food["description"] == description and food_id in portions()
    )
    group = choice(food_id)
    return group[typical_portion(categories()[description], description, group)]


@pytest.mark.parametrize(
    ("description", "expected"),
    [(description, expected) for description, expected in TYPICAL.items() if expected is not None],
)
def test_the_typical_portion_is_what_one_person_eats(description: str, expected: tuple[str, float]) -> None:
    assert typical(description) == Portion(*expected)


def test_a_can_of_cola_is_the_typical_one() -> None:
    assert typical("Beverages, carbonated, cola, regular").gram_weight == pytest.approx(370, abs=10)


def test_each_food_with_portions_gets_one_typical_portion() -> None:
    rows = [
        {
            "food_id": food_id,
            "position": int(row["seq"]),
            "description": row["description"],
            "gram_weight": float(row["gram_weight"]),
            "typical": False,
        }
        for food_id, group in portions().items()
        for row in reversed(group)
    ]
    known = [{"id": food_id, **food} for food_id, food in foods().items()]
    mark_typical(rows, known)
    assert [row["food_id"] for row in rows if row["typical"]] == list(portions())


def test_no_portion_of_an_ordinary_solid_food_is_a_whole_loaf_or_package() -> None:
    """Where USDA gives a portion near the usual weight, one within three times of it is taken."""
    wrong = []
    for food_id, food in foods().items():
        if food_id not in portions():
            continue
        usual = usual_grams(food["category"], food["description"])
        group = choice(food_id)
        taken = group[typical_portion(food["category"], food["description"], group)]
        if taken.gram_weight > 3 * usual and any(
            usual / 3 < portion.gram_weight < 2 * usual for portion in group
        ):
            wrong.append(food["description"])
    assert wrong == []


def test_a_prune_is_nearer_than_a_cup_of_prunes_and_a_fillet_than_three_ounces() -> None:
    prunes = [Portion("cup, pitted", 174), Portion("prune, pitted", 9.5)]
    assert typical_portion("Fruits and Fruit Juices", "Plums, dried (prunes), uncooked", prunes) == 1
    fish = [Portion("oz", 85), Portion("fillet", 90)]
    assert typical_portion("Finfish and Shellfish Products", "Fish, cod, cooked", fish) == 1


def test_of_equally_near_portions_the_first_is_taken() -> None:
    twice = [Portion("cup", 240), Portion("glass", 240)]
    assert typical_portion("Beverages", "Beverages, tea, black, brewed", twice) == 0


def test_every_category_has_usual_weights() -> None:
    assert set(USUAL_GRAMS) == {food["category"] for food in foods().values()}
    assert usual_grams("Moon Dust", "Dust") == 85
