"""Foods that some people must not be pointed to: by rule, from USDA's category and description.

USDA tells no allergens, so the rule is careful, and made for everyday foods alone: in doubt a food is
left out. It reads names; what is on a label can't be known here.

- *gluten*: wheat, barley, rye and what is made of them, and oats, which are often mixed with wheat
  (Coeliac UK, "Grains"). Soups and sauces too, since flour is often in them.
- *milk*: milk and what is made of it, butter and chocolate among it; plant milks stay.
- *whole nuts*: nuts and seeds that a child under five can choke on (Allergy & Anaphylaxis Australia,
  "Peanut and tree nut choking hazard"); smooth butters and milks stay. Popcorn is left out too.
"""

import re
from enum import StrEnum

from app.foods.models import Food


class Avoided(StrEnum):
    """What a person must not be pointed to."""

    GLUTEN = "gluten"
    MILK = "milk"
    WHOLE_NUTS = "whole-nuts"


# Categories of which all is left out but what is named.
BARRED: dict[Avoided, dict[str, re.Pattern[str]]] = {
    Avoided.GLUTEN: {
        "Baked Products": re.compile(r"tortillas.*corn"),
        "Breakfast Cereals": re.compile(r"(?!)"),
        "Soups, Sauces, and Gravies": re.compile(r"sauce, salsa"),
    },
    Avoided.MILK: {"Dairy and Egg Products": re.compile(r"eggs?,")},
    Avoided.WHOLE_NUTS: {"Nut and Seed Products": re.compile(r".*(?:butter|milk)")},
}
WORDS: dict[Avoided, re.Pattern[str]] = {
    Avoided.GLUTEN: re.compile(
        r"\b(?:wheat|barley|rye|bulgur|couscous|pasta|spaghetti|noodles|bread|crackers|malt(?:ed)?|oats?|bran"
        r"|granola|pretzels|trail mix|flour|breaded)\b"
    ),
    Avoided.MILK: re.compile(
        r"(?<!coconut )(?<!almond )(?<!rice )(?<!oat )(?<!soy )\bmilk\b|\bcheese|(?<!nut )(?<!almond )"
        r"(?<!cashew )(?<!seed )(?<!sesame )\bbutter\b|\bcream\b|\byogurt|\bchocolate|\bmashed|\btrail mix"
    ),
    Avoided.WHOLE_NUTS: re.compile(r"^peanuts|\bpopcorn|\btrail mix"),
}


def is_avoided(food: Food, avoided: Avoided) -> bool:
    """Tell whether a food must not be named to a person who avoids something."""
    text = food.description.lower()
    but = BARRED[avoided].get(food.category)
    return (but is not None and not but.match(text)) or WORDS[avoided].search(text) is not None
