"""A food's name for readers: USDA's description without what only a laboratory needs."""

import re

# The class that some descriptions start with.
CLASS = re.compile(
    r"^(?:beverages|candies|cereals(?: ready-to-eat)?|crustaceans|fish|mollusks|nuts|seeds|snacks), ",
    re.IGNORECASE,
)
# Parts that say how USDA sampled or trimmed a food, or what every reader takes for granted. What
# changes the food stays: enriched, with added calcium, with salt.
TECHNICAL = re.compile(
    r",? \((?:includes foods|garbanzo beans, bengal gram)[^)]*\)"
    r"|, (?:without (?:added )?(?:salt|sugar)(?: added)?|no added salt|mature seeds|immature seeds"
    r"|all varieties|all types|all commercial varieties|year round average|separable lean only"
    r"|trimmed to [^,]+ fat|all grades|choice|commercially prepared|broilers or fryers|meat only"
    r"|solids and liquids|drained solids|drained|mixed species|variety meats and by-products"
    r"|(?:dry|moist) heat|bone-in)(?=,|$)",
    re.IGNORECASE,
)


def plain_name(description: str) -> str:
    """Give a name that a reader understands: "Lentils, cooked, boiled"."""
    name = TECHNICAL.sub("", CLASS.sub("", description))
    return name[:1].upper() + name[1:]
