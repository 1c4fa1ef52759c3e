"""Which diets a food fits, by a stated rule from its USDA category and description."""


def diets_of(category: str, description: str) -> frozenset[str]:
    """Give the diets that a food fits, of `vegan`, `vegetarian` and `pescatarian`."""
    plant = category in {"Vegetables and Vegetable Products", "Fruits and Fruit Juices"}
    return frozenset({"vegan", "vegetarian", "pescatarian"}) if plant else frozenset()


def is_everyday(category: str, description: str) -> bool:
    """Tell whether a food is an ordinary one: no brand, no dish of a restaurant, no baby food."""
    ordinary = category in {"Vegetables and Vegetable Products", "Fruits and Fruit Juices"}
    return ordinary and not any(
        word.isupper() and len(word) > 1 for word in description.replace(",", " ").split()
    )
