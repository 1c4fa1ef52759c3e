import pytest

from app.foods.avoidance import Avoided, is_avoided
from app.foods.models import Food
from app.foods.naming import plain_name
from app.foods.variety import food_word, varied


def food(description: str, category: str) -> Food:
    return Food(
        id=1,
        dataset="sr-legacy",
        description=description,
        category=category,
        vegan=False,
        vegetarian=False,
        pescatarian=False,
        everyday=True,
    )


@pytest.mark.parametrize(
    ("description", "word"),
    [
        ("Pork, fresh, loin, tenderloin, cooked", "pork"),
        ("Fish, salmon, sockeye, canned", "salmon"),
        ("Soymilk, original and vanilla", "milk"),
        ("Beverages, rice milk, unsweetened", "milk"),
        ("Lima beans, large, cooked", "bean"),
        ("Potatoes, baked", "potato"),
        ("Sweet potato, cooked", "potato"),
        ("Couscous, cooked", "couscou"),
    ],
)
def test_forms_of_a_food_have_one_word(description: str, word: str) -> None:
    assert food_word(description) == word


def test_one_rich_food_of_each_category_comes_first() -> None:
    ranked = [
        (food("Pork, loin", "Pork"), 70.0),
        (food("Pork, ham", "Pork"), 60.0),
        (food("Bacon", "Pork"), 50.0),
        (food("Beans, white", "Legumes"), 40.0),
        (food("Rice", "Grains"), 5.0),
    ]
    assert varied(ranked, 2) == [0, 3]
    # A second food of a category goes before a poor one of another; a form of the same food comes last.
    assert varied(ranked, 3) == [0, 2, 3]
    assert varied(ranked, 4) == [0, 2, 3, 4]
    assert varied(ranked, 5) == [0, 1, 2, 3, 4]
    assert varied(ranked, 9) == [0, 1, 2, 3, 4]


def test_more_than_enough_does_not_make_other_foods_poor() -> None:
    ranked = [
        (food("Clams", "Fish"), 3500.0),
        (food("Mussels", "Fish"), 800.0),
        (food("Milk", "Dairy"), 50.0),
    ]
    assert varied(ranked, 2) == [0, 1]
    assert varied(ranked, 2, enough=100.0) == [0, 2]
    assert varied([], 2) == []


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("Lentils, mature seeds, cooked, boiled, without salt", "Lentils, cooked, boiled"),
        ("Fish, salmon, sockeye, canned, drained solids", "Salmon, sockeye, canned"),
        (
            'Beef, chuck, pot roast, separable lean only, trimmed to 1/8" fat, all grades, cooked, braised',
            "Beef, chuck, pot roast, cooked, braised",
        ),
        (
            "Orange juice, raw (Includes foods for USDA's Food Distribution Program)",
            "Orange juice, raw",
        ),
        ("Mollusks, mussel, blue, cooked, moist heat", "Mussel, blue, cooked"),
        ("Beef, variety meats and by-products, liver, cooked, braised", "Beef, liver, cooked, braised"),
        # What changes the food stays.
        ("Noodles, egg, enriched, cooked", "Noodles, egg, enriched, cooked"),
        ("Beans, black, cooked, boiled, with salt", "Beans, black, cooked, boiled, with salt"),
        (
            "Milk, whole, 3.25% milkfat, with added vitamin D",
            "Milk, whole, 3.25% milkfat, with added vitamin D",
        ),
    ],
)
def test_a_food_is_named_for_readers(description: str, name: str) -> None:
    assert plain_name(description) == name


@pytest.mark.parametrize(
    ("avoided", "category", "description", "left_out"),
    [
        (Avoided.GLUTEN, "Baked Products", "Bread, rye", True),
        (Avoided.GLUTEN, "Baked Products", "Tortillas, ready-to-bake or -fry, corn", False),
        (Avoided.GLUTEN, "Breakfast Cereals", "Cereals, oats, regular and quick, cooked with water", True),
        (Avoided.GLUTEN, "Cereal Grains and Pasta", "Couscous, cooked", True),
        (Avoided.GLUTEN, "Cereal Grains and Pasta", "Noodles, egg, enriched, cooked", True),
        (Avoided.GLUTEN, "Cereal Grains and Pasta", "Buckwheat groats, roasted, cooked", False),
        (Avoided.GLUTEN, "Cereal Grains and Pasta", "Quinoa, cooked", False),
        (Avoided.GLUTEN, "Soups, Sauces, and Gravies", "Sauce, pasta, spaghetti/marinara", True),
        (Avoided.GLUTEN, "Beverages", "Oat milk, unsweetened, plain, refrigerated", True),
        (Avoided.MILK, "Dairy and Egg Products", "Yogurt, plain, whole milk", True),
        (Avoided.MILK, "Dairy and Egg Products", "Egg, whole, cooked, hard-boiled", False),
        (Avoided.MILK, "Dairy and Egg Products", "Eggs, Grade A, Large, egg whole", False),
        (Avoided.MILK, "Beverages", "Beverages, almond milk, unsweetened, shelf stable", False),
        (Avoided.MILK, "Legumes and Legume Products", "Soymilk, original and vanilla", False),
        (Avoided.MILK, "Legumes and Legume Products", "Peanut butter, smooth style, without salt", False),
        (Avoided.MILK, "Sweets", "Candies, milk chocolate", True),
        (Avoided.MILK, "Sweets", "Chocolate, dark, 70-85% cacao solids", True),
        (Avoided.MILK, "Vegetables and Vegetable Products", "Potatoes, mashed, whole milk added", True),
        (Avoided.WHOLE_NUTS, "Nut and Seed Products", "Nuts, almonds", True),
        (
            Avoided.WHOLE_NUTS,
            "Nut and Seed Products",
            "Nuts, almond butter, plain, without salt added",
            False,
        ),
        (Avoided.WHOLE_NUTS, "Legumes and Legume Products", "Peanuts, all types, raw", True),
        (Avoided.WHOLE_NUTS, "Snacks", "Snacks, popcorn, air-popped", True),
    ],
)
def test_what_a_person_avoids_is_left_out(
    avoided: Avoided, category: str, description: str, left_out: bool
) -> None:
    assert is_avoided(food(description, category), avoided) is left_out
