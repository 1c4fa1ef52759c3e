"""What "a portion" of a food means: the household portion nearest to what one person eats at once.

USDA lists portions from one leaf to a whole loaf and doesn't say which is usual. So each kind of food
has a usual weight (our stated rule, in the manner of US label servings: an ounce of nuts, three ounces
of fish, half a cup of cooked vegetables, a glass of milk), and the food's typical portion is the one
whose weight is nearest to it on a ratio scale. Two preferences: a portion more than twice as heavy as
usual counts as twice as far off (a prune rather than a cup of prunes), and a bare weight ("3 oz") gives
way to a household measure ("1 fillet") that is about as near.
"""

import re
from collections.abc import Sequence
from math import log
from typing import NamedTuple


class Portion(NamedTuple):
    """A household portion: how it is named, and its weight."""

    description: str
    gram_weight: float


# Grams that one person eats at once: by category, first pattern that fits the description first.
USUAL_GRAMS: dict[str, tuple[tuple[str, float], ...]] = {
    "Vegetables and Vegetable Products": (
        (r"^(?:garlic|ginger|parsley|chives|lemon grass|wasabi|coriander|yeast extract|epazote)", 5),
        (r"dried|dehydrated(?!.*prepared)|powder|freeze-dried|onions.*flakes|dry form", 10),
        (r"juice", 240),
        (r"catsup|ketchup|relish|chowchow", 15),
        (r"paste|pickle|peppers, (?:hot|jalapeno|serrano|chili|ancho|pasilla)|pimento", 30),
        (r"^potatoes, (?:baked|boiled)|^potatoes, .*raw", 170),
        (r"french fried|puffs|pancakes|leaves", 70),
        (r"^potato|^sweet potato|^yam|^taro|^cassava", 140),
        (r"flour", 30),
        (r"lettuce|arugula|watercress|spinach, raw|endive|radicchio|cress", 50),
        (r"", 85),
    ),
    "Fruits and Fruit Juices": (
        (r"^(?:lemon|lime) juice|peel, raw|^maraschino|^olives", 15),
        (r"concentrate.*undiluted|juice concentrate", 60),
        (r"cranberry sauce|relish", 60),
        (r"juice|nectar|smoothie", 240),
        (r"stewed|(?<!un)cooked", 130),
        (r"dried|dehydrated|uncooked|raisins|^dates|prunes|candied|powder", 40),
        (r"^avocado", 75),
        (r"^banana", 118),
        (r"^apple|^pear", 180),
        (r"^(?:lemons|limes|kumquats|cranberries)", 60),
        (r"", 140),
    ),
    "Legumes and Legume Products": (
        (r"soymilk|soy milk", 240),
        (r"yogurt", 170),
        (r"soy sauce|miso", 15),
        (r"hummus|peanut butter|spread|creamer|bits", 32),
        (r"^peanuts|roasted|flour|meal|isolate|concentrate|okara|carob", 30),
        (r"tofu|tempeh|meatless|^vegetarian|^veggie|natto|falafel", 85),
        (r"\braw\b|\bdry\b|dehydrated", 35),
        (r"", 130),
    ),
    "Nut and Seed Products": (
        (r"coconut (?:milk|cream)", 50),
        (r"coconut water", 240),
        (r"", 30),
    ),
    "Cereal Grains and Pasta": (
        (r"cooked(?!.*uncooked)|prepared|hominy", 140),
        (r"flour|cornmeal|bran|germ|starch|gluten|tapioca", 30),
        (r"", 50),
    ),
    "Breakfast Cereals": (
        (r"cooked|prepared", 240),
        (r"wheat germ|wheat bran", 15),
        (r"", 40),
    ),
    "Dairy and Egg Products": (
        (r"^butter(?!milk)|^cream substitute|^whipped|topping", 10),
        (r"cottage|ricotta", 110),
        (r"sauce", 60),
        (r"cheese|^kraft", 30),
        (r"yogurt", 170),
        (r"^eggs?,.*(?:dried|powder)|^milk,.*dr(?:y|ied)|whey,.*dried|powder", 20),
        (r"^egg(?!nog)", 50),
        (r"^cream|^sour|^milk, canned, condensed|dulce", 30),
        (r"ice cream|^milk dessert", 90),
        (r"", 240),
    ),
    "Finfish and Shellfish Products": ((r"caviar|roe|anchovy.*canned", 15), (r"", 85)),
    "Beef Products": ((r"fat\b.*only|suet", 15), (r"\braw\b", 113), (r"", 85)),
    "Pork Products": ((r"bacon", 15), (r"\braw\b|unheated", 113), (r"", 85)),
    "Poultry Products": ((r"\braw\b", 113), (r"", 85)),
    "Lamb, Veal, and Game Products": ((r"\braw\b", 113), (r"", 85)),
    "Sausages and Luncheon Meats": ((r"bacon", 15), (r"", 55)),
    "Baked Products": (
        (r"^leavening", 4),
        (r"^(?:crackers?|cookies?|croutons|ice cream cone)|crumbs", 30),
        (r"^cake", 80),
        (r"^pie, ", 125),
        (r"^pie crust", 25),
        (r"^doughnuts", 60),
        (r"^bagel|^pancakes|^waffle|french toast", 100),
        (r"", 50),
    ),
    "Snacks": ((r"", 30),),
    "Sweets": (
        (r"^sugars?|^sweetener|gelatins, dry|pectin|^cocoa|gum\b", 8),
        (r"^(?:honey|molasses|syrups?|jams|jellies|marmalade|toppings?|fruit butters|frostings)", 20),
        (r"ice cream|frozen|sherbet", 90),
        (r"dry mix$|dry mix, (?:instant|regular)$", 25),
        (r"pudding|custard|flan|gelatin|dessert|rennin|mousse", 120),
        (r"pie fillings", 85),
        (r"", 30),
    ),
    "Fats and Oils": ((r"dressing", 30), (r"", 14)),
    "Soups, Sauces, and Gravies": (
        (r"\bdry\b(?!.*prepared)|cubes?d?(?!.*prepared)|powder(?!.*prepared)", 8),
        (r"^sauce, (?:pasta|pizza|homemade|white|cheese)|^gravy", 60),
        (r"^sauce, (?:hot|fish|oyster|worc|ready-to-serve, pepper|peppers|chili)|tabasco|^wasabi", 5),
        (r"^sauce|^dip", 30),
        (r"", 245),
    ),
    "Beverages": (
        (r"powder(?!.*prepared)|mix, powder$|instant(?!.*prepared)", 15),
        (r"undiluted|concentrate(?!.*prepared)", 60),
        (r"wine", 148),
        (r"beer|malt|carbonated|cola|energy", 355),
        (r"distilled|liqueur|menthe", 44),
        (r"syrup$|creamer", 20),
        (r"", 240),
    ),
    "Spices and Herbs": ((r"vinegar|mustard, prepared|horseradish|capers", 10), (r"fresh", 3), (r"", 1.5)),
    "Meals, Entrees, and Side Dishes": ((r"", 220),),
    "Fast Foods": ((r"", 150),),
    "Restaurant Foods": ((r"", 200),),
    "Baby Foods": ((r"formula|juice", 120), (r"\bdry\b|powder|cookie|biscuit|snack", 10), (r"", 110)),
    "American Indian/Alaska Native Foods": ((r"oil|fat\b", 14), (r"dried", 30), (r"", 85)),
}
COMPILED = {
    category: tuple((re.compile(pattern), grams) for pattern, grams in cases)
    for category, cases in USUAL_GRAMS.items()
}
OTHER_GRAMS = 85.0
# A portion this many times as heavy as usual is what nobody eats at once: it counts as twice as far off.
TOO_MUCH = 2.0
# A bare weight says nothing of a household: it counts as if its weight were this much (as a natural
# logarithm of the ratio) further off.
# Neither does a share of a whole bird, or what a weight as bought yields.
BARE_WEIGHT = re.compile(r"^(?:oz|lb|g|gram|ounce)\b[^(]*$|^(?:chicken|turkey|duck|bird)\b|\byield from\b")
BARE_WEIGHT_PENALTY = 0.35


def usual_grams(category: str, description: str) -> float:
    """Give what one person eats of such a food at once, in grams."""
    text = description.lower()
    cases = COMPILED.get(category, ())
    return next((grams for pattern, grams in cases if pattern.search(text)), OTHER_GRAMS)


def typical_portion(category: str, description: str, portions: Sequence[Portion]) -> int:
    """Give the index of the portion that "per portion" means; the first of equally near ones."""
    usual = usual_grams(category, description)

    def distance(index: int) -> float:
        portion = portions[index]
        ratio = portion.gram_weight / usual
        penalty = BARE_WEIGHT_PENALTY if BARE_WEIGHT.search(portion.description.lower()) else 0.0
        return abs(log(ratio)) * (2 if ratio > TOO_MUCH else 1) + penalty

    return min(range(len(portions)), key=distance)
