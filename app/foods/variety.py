"""Different foods from a ranking: not one food five times, and not five of one kind."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from app.foods.models import Food
from app.foods.naming import CLASS

# A food of another kind goes first where it holds this share of what the richest food holds, or of what
# is enough by itself.
RICH_SHARE = 0.3
# So many of one USDA category come before poorer foods of others.
MOST_OF_A_CATEGORY = 2


@lru_cache(maxsize=1024)
def food_word(description: str) -> str:
    """Give what a food is, whatever its form: "pork" for "Pork, fresh, loin", "milk" for "Soymilk"."""
    head = re.split(r"[,(]", CLASS.sub("", description.lower()).replace("soymilk", "milk"), maxsplit=1)[0]
    words = head.split()
    last = words[-1] if words else head
    return last.removesuffix("es") if last.endswith("toes") else last.removesuffix("s")


def varied(ranked: Sequence[tuple[Food, float]], most: int, *, enough: float | None = None) -> list[int]:
    """Give the places of so many different foods, in the order of the ranking.

    First one rich food of each category, then a second one, then poorer ones; no food twice but to fill up.

    Args:
        ranked: foods with how much they hold, richest first.
        most: how many are wanted.
        enough: what is enough by itself, in the same unit; None where that is unknown.
    """
    if not ranked:
        return []
    richest = ranked[0][1] if enough is None else min(enough, ranked[0][1])
    rich = [amount >= RICH_SHARE * richest for _, amount in ranked]
    chosen: list[int] = []
    words: Counter[str] = Counter()
    categories: Counter[str] = Counter()
    for of_word, of_category, any_rich in (
        (1, 1, False),
        (1, MOST_OF_A_CATEGORY, False),
        (1, MOST_OF_A_CATEGORY, True),
        (1, most, True),
        (most, most, True),
    ):
        for place, (food, _) in enumerate(ranked):
            word = food_word(food.description)
            if len(chosen) == most:
                break
            if place in chosen or not (rich[place] or any_rich):
                continue
            if words[word] < of_word and categories[food.category] < of_category:
                chosen.append(place)
                words[word] += 1
                categories[food.category] += 1
    return sorted(chosen)
