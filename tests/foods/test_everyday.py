"""Everyday foods: by name, and as the lists of richest foods that readers see."""

import pytest

from app.foods.diets import diets_of
from app.foods.everyday import EVERYDAY, is_everyday
from app.foods.portions import Portion, typical_portion
from tests.foods.usda import amounts, categories, foods, portions

ORDINARY = [
    "Spinach, cooked, boiled, drained, without salt",
    "Broccoli, raw",
    "Potatoes, baked, flesh and skin, without salt",
    "Bananas, raw",
    "Apples, raw, with skin (Includes foods for USDA's Food Distribution Program)",
    "Plums, dried (prunes), uncooked",
    "Lentils, mature seeds, cooked, boiled, without salt",
    "Tofu, raw, firm, prepared with calcium sulfate",
    "Soymilk, original and vanilla, with added calcium, vitamins A and D",
    "Nuts, almonds",
    "Seeds, pumpkin and squash seed kernels, dried",
    "Rice, brown, long-grain, cooked (Includes foods for USDA's Food Distribution Program)",
    "Milk, whole, 3.25% milkfat, with added vitamin D",
    "Cheese, cheddar",
    "Yogurt, plain, whole milk",
    "Egg, whole, cooked, hard-boiled",
    "Fish, salmon, sockeye, cooked, dry heat",
    "Fish, tuna, light, canned in water, drained solids",
    "Mollusks, oyster, eastern, canned",
    "Beef, variety meats and by-products, liver, cooked, braised",
    "Beef, ground, 90% lean meat / 10% fat, patty, cooked, broiled",
    "Chicken, broilers or fryers, breast, meat only, cooked, roasted",
    "Pork, fresh, loin, tenderloin, separable lean only, cooked, roasted",
    "Bread, whole-wheat, commercially prepared",
    "Oil, olive, salad or cooking",
    "Chocolate, dark, 70-85% cacao solids",
    "Mushroom, white, exposed to ultraviolet light, raw",
]
NOT_ORDINARY = [
    "HOUSE FOODS Premium Firm Tofu",  # a brand
    "SILK Plain, soymilk",
    "Yogurt, Greek, plain, whole milk, CHOBANI",
    "Infant formula, PBM PRODUCTS, store brand, soy, ready-to-feed",
    "Babyfood, fruit, peaches, strained",
    "Fast foods, egg, scrambled",
    "McDONALD'S, Hamburger",
    "Restaurant, Chinese, fried rice, without meat",
    "Whale, beluga, meat, raw (Alaska Native)",
    "Seal, bearded (Oogruk), meat, dried (Alaska Native)",
    "Game meat, bear, raw",
    "Beef, variety meats and by-products, spleen, raw",
    "Soy protein isolate",
    "Beverages, Whey protein powder isolate",
    "Oil, industrial, soy, fully hydrogenated",
    "Wheat flour, whole-grain (Includes foods for USDA's Food Distribution Program)",
    "Rice bran, crude",
    "Spices, thyme, dried",
    "Spices, chili powder",
    "Fish oil, cod liver",  # a supplement
    "Beans, kidney, all types, mature seeds, raw",  # not eaten so
    "Fish, salmon, sockeye, raw",
    "Spinach, cooked, boiled, drained, with salt",  # a near double
    "Soybeans, mature seeds, roasted, salted",  # USDA knows a cup only
    "Drumstick leaves, raw",
    "Seaweed, spirulina, dried",
    "Milk, human, mature, fluid",
    "Frog legs, raw",
    "Salmon nuggets, breaded, frozen, heated",
]


@pytest.mark.parametrize("description", ORDINARY)
def test_an_ordinary_food_is_an_everyday_one(description: str) -> None:
    assert is_everyday(categories()[description], description)


@pytest.mark.parametrize("description", NOT_ORDINARY)
def test_brands_dishes_ingredients_and_oddities_are_none(description: str) -> None:
    category = categories().get(description, "Dairy and Egg Products")
    assert not is_everyday(category, description)


def test_every_category_is_one_of_usda() -> None:
    assert set(EVERYDAY) <= {food["category"] for food in foods().values()}


def test_some_hundred_foods_are_everyday_ones() -> None:
    found = [food for food in foods().values() if is_everyday(food["category"], food["description"])]
    assert 400 <= len(found) <= 650


def richest(nutrient: str, diet: str | None, count: int) -> list[str]:
    """Give the everyday foods with the most of a nutrient in their typical portion."""
    by_amount: list[tuple[float, str]] = []
    for food_id, amount in amounts()[nutrient].items():
        food = foods()[food_id]
        category, description = food["category"], food["description"]
        group = portions().get(food_id)
        if group is None or not is_everyday(category, description):
            continue
        if diet is not None and diet not in diets_of(category, description):
            continue
        choice = [Portion(portion["description"], float(portion["gram_weight"])) for portion in group]
        by_amount.append(
            (amount * choice[typical_portion(category, description, choice)].gram_weight, description)
        )
    return [description for _, description in sorted(by_amount, reverse=True)[:count]]


@pytest.mark.parametrize(
    ("nutrient", "diet", "expected"),
    [
        ("magnesium", None, ("pumpkin", "Spinach", "Chard", "Soybeans", "Beans, black", "Quinoa")),
        ("magnesium", "vegan", ("pumpkin", "Spinach", "Chard", "Tempeh")),
        ("calcium", None, ("Tofu", "almond milk", "sardine", "Milk", "Yogurt")),
        ("calcium", "vegan", ("Tofu", "almond milk", "Soymilk", "Collards")),
        ("calcium", "vegetarian", ("Tofu", "Milk", "Yogurt")),
        ("iron", None, ("Chicken, liver", "oyster", "Lentils", "Spinach")),
        ("iron", "vegan", ("Soybeans", "Lentils", "Spinach", "Chickpeas")),
        ("vitamin-b12", None, ("clam", "Beef, variety meats", "oyster", "mackerel")),
        ("vitamin-b12", "vegetarian", ("Soymilk", "Milk", "Yogurt")),
        ("vitamin-b12", "vegan", ("Soymilk", "rice milk")),
        ("vitamin-d", None, ("salmon", "trout", "ultraviolet")),
        ("vitamin-d", "vegetarian", ("ultraviolet", "Milk, whole", "Soymilk")),
        ("vitamin-d", "vegan", ("ultraviolet", "Soymilk", "almond milk")),
        ("potassium", None, ("Beans, white", "Potatoes, baked", "Spinach", "Squash, winter")),
        ("zinc", None, ("oyster", "Beef", "Crustaceans, crab")),
        ("zinc", "vegan", ("wheat germ", "hemp", "Lentils", "Chickpeas", "pumpkin")),
        ("vitamin-c", None, ("Guavas", "Peppers, sweet, red", "Kiwifruit", "Orange juice")),
        ("folate", None, ("Lentils", "Spinach", "Chickpeas", "liver")),
        ("alpha-linolenic-acid", "vegan", ("flaxseed", "walnut", "canola")),
        ("dha", None, ("salmon", "herring")),
        ("vitamin-e", None, ("sunflower", "almonds")),
        ("selenium", None, ("brazilnuts", "tuna")),
    ],
)
def test_the_richest_foods_are_those_that_a_dietitian_names(
    nutrient: str, diet: str | None, expected: tuple[str, ...]
) -> None:
    found = richest(nutrient, diet, 14)
    for name in expected:
        assert any(name in description for description in found), (name, found)


@pytest.mark.parametrize("diet", [None, "vegetarian", "vegan"])
@pytest.mark.parametrize("nutrient", ["magnesium", "iron", "zinc", "calcium", "potassium", "folate"])
def test_no_food_fills_a_list_by_itself(nutrient: str, diet: str | None) -> None:
    heads = [description.split(",")[0] for description in richest(nutrient, diet, 10)]
    assert max(heads.count(head) for head in heads) <= 5
