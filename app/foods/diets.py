"""Which diets a food fits, by rule, from its USDA category and description.

USDA tells no diets and few ingredients, so the rule is careful: in doubt a food does NOT fit. A
vegan dish that is missed costs little; meat, milk or egg in a list for vegans costs trust.

What the diets allow. *Vegan*: nothing from animals, honey included. *Vegetarian*: milk, eggs, honey
and cheese too (whatever its rennet: USDA doesn't tell), but nothing that an animal must die for: no
gelatin, lard, suet, tallow, meat stock, calf rennin. *Pescatarian*: all that, and fish, crustaceans
and molluscs (snails, squid and clams among them), sea urchins' kin and jellyfish, but no frog,
turtle, whale or seal. So vegan implies vegetarian, and vegetarian implies pescatarian.

The rule. A food gets the strictest diet that two readings both allow:

1. Its *category*. Plant categories start as vegan, dairy and eggs as vegetarian, fish as
   pescatarian, meats as none. Categories of made foods (soups, sweets, snacks, fats, drinks, meals)
   start as none, and only what is listed below by name gets a diet. Restaurant and fast food get
   none: frying fat and stock are unknown. So do infant formulas (fish oil, animal fats).
2. Its *words*. Flesh, stock, lard, gelatin or marshmallow leave none; fish, roe, anchovy sauces
   (Worcestershire, Caesar, green goddess), kimchi and added omega-3 leave pescatarian; milk, cheese,
   butter, margarine (often with whey), egg, mayonnaise, chocolate (milk fat) and honey leave
   vegetarian. So does added vitamin D, usually from wool fat, but for vitamin D2 and for plant
   milks, whose makers use it. Words that only look like animals are taken out first: peanut butter,
   cream style corn, kidney beans, "without milk".

Not looked at: aids that do not stay in the food (bone char for sugar, finings of juices). Beer and
wine are kept out of vegan all the same, since their finings are often of fish, egg or milk.
"""

import re
from enum import IntEnum
from typing import NamedTuple


class Diet(IntEnum):
    """The strictest diet that a food fits; each allows what the lower ones forbid least."""

    NONE = 0
    PESCATARIAN = 1
    VEGETARIAN = 2
    VEGAN = 3


class Reading(NamedTuple):
    """How a category is read: the first pattern that occurs in a description, else the default."""

    default: Diet
    cases: tuple[tuple[str, Diet], ...] = ()


# Words that look like animal foods and are none; taken out before animal words are looked for.
FALSE_FRIENDS = re.compile(
    r"\b(?:peanut|almond|cashew|sesame|seed|nut|cocoa|nutmeg|ucuhuba|hard) butter(?:, creamy)?"
    r"|bread and butter pickles|(?:margarine, industrial, )?non-dairy(?: butter)?|fruit butters"
    r"|chocolate,? (?:almond milk|soymilk)|(?:almond milk|soymilk), chocolate|soy yogurt"
    r"|custard-apple|black turtle|\begg, (?:duck|goose|turkey|quail)"
    r"|\b(?:soy|almond|rice|oat|coconut) ?milk|coconut (?:cream|meat[^,]*(?:, dried [^,]*, creamed)?)"
    r"|from grated meat|cream style|cream of (?:tartar|wheat|rice)"
    r"|(?:made )?without (?:milk|eggs?|meat)|\bno meat|meat extender|poultry seasoning"
    r"|\(vegetable oyster\)|mushrooms?, (?:king )?oyster|includes oyster|fish-shaped"
    r"|(?:relish|rolls), (?:hamburger|hot dog)|squash, summer, scallop"
    r"|fish broth|stock, fish|vegetable broth"
)
MEATLESS = re.compile(r"\bmeatless|^vegetarian|^veggie|\bvegetarian\b")
FLESH = re.compile(
    r"\b(?:beef|veal|lamb|mutton|pork|ham|bacon|sausages?|franks?|frankfurters?|pepperoni|chicken"
    r"|turkey|duck|goose|poultry|meats?|meatballs?|lard|tallow|suet|animal fat|gelatins?"
    r"|marshmallows?|rennin|rennet|broth|stock|bouillon|consomme|au jus|frog|turtle|seal|whale"
    r"|walrus|sea lion)\b"
)
FISH = re.compile(
    r"\b(?:fish|salmon|tuna|anchov(?:y|ies)|sardines?|herring|cod|menhaden|roe|caviar|surimi|crab"
    r"|shrimp|lobster|clams?|oysters?|mussels?|scallops?|crustaceans|mollusks|worcestershire|caesar"
    r"|green goddess|thousand island|russian|kimchi|omega-3|omega plus|dha)\b"
)
OF_ANIMALS = re.compile(
    r"\b(?:milk|buttermilk|cream|creamed|creme|cheese|cheddar|parmesan|queso|butter|buttery|ghee"
    r"|butterscotch|caramels?|whey|casein|caseinate|dairy|yogurt|kefir|margarine|custard|au gratin"
    r"|scalloped|souffle|eggs?|eggnog|mayonnaise|chocolate|honey|beeswax|ranch|nacho)\b"
)
VITAMIN_D = re.compile(r"\bvitamins?\b[^;]*\bd\b")
PLANT_MILK = re.compile(r"\b(?:soy|almond|rice|oat|coconut) ?milk\b")

VEGAN, VEGETARIAN, PESCATARIAN, NONE = Diet.VEGAN, Diet.VEGETARIAN, Diet.PESCATARIAN, Diet.NONE

READINGS: dict[str, Reading] = {
    "Vegetables and Vegetable Products": Reading(
        VEGAN,
        (
            # Canned "seasoned" vegetables are often cooked with bacon or ham fat.
            (r"\bseasoned\b|bolthouse", NONE),
            (r"^onion rings|potato (?:pancakes|puffs|salad)|pudding|candied|harvard", VEGETARIAN),
            (r"^potatoes, (?:mashed, ready|scalloped|au gratin|o'brien, home)", VEGETARIAN),
        ),
    ),
    "Fruits and Fruit Juices": Reading(
        VEGAN,
        (
            # Their cherries may be coloured with carmine, which is made of insects.
            (r"maraschino|fruit cocktail|fruit salad.*cherry|candied", NONE),
            # Brands add fish oil or vitamin D3 to some of these.
            (r"smoothie", NONE),
            (r"\bfried\b", NONE),
        ),
    ),
    "Legumes and Legume Products": Reading(
        VEGAN,
        (
            # Lard, pork or stock unless the label says otherwise.
            (r"^beans, baked, (?:home|canned, no salt)|ranch style|^chili with|volteados|liquid from", NONE),
            (r"^refried beans, canned, (?:fat-free|vegetarian)", VEGAN),
            (r"^refried beans", NONE),
            (r"baked, canned, plain or vegetarian", VEGAN),
            # Egg white or milk protein binds most of these.
            (r"meatless|^vegetarian|^veggie|meat extender|^papad", VEGETARIAN),
            # Gelatin holds the seasoning of dry-roasted peanuts.
            (r"^peanuts.*dry-roasted", NONE),
            (r"vitamin and mineral fortified|enhanced|tofu yogurt|reduced sugar", VEGETARIAN),
        ),
    ),
    "Nut and Seed Products": Reading(
        VEGAN,
        (
            (r"mixed nuts, dry roasted|formulated", NONE),
            (r"glazed|smoke flavor", VEGETARIAN),
        ),
    ),
    "Cereal Grains and Pasta": Reading(
        VEGAN,
        (
            (r"restaurant|tortilla mix", NONE),
            (r"fresh-refrigerated|chow mein|protein-fortified", VEGETARIAN),
        ),
    ),
    "Spices and Herbs": Reading(VEGAN, ((r"^seasoning mix", NONE),)),
    "Dairy and Egg Products": Reading(
        VEGETARIAN,
        (
            (r"human|supplement|^beverage", NONE),
            # Gelatin thickens many of these: flavoured yogurts, light sour creams, toppings, novelties.
            (r"^yogurt, greek|^yogurt, plain", VEGETARIAN),
            (r"yogurt|topping|whipped cream sub|sundae|sandwich|creamsicle|\bbar\b|\bcone\b", NONE),
            (r"ice cream.*(?:light|low|no sugar|soft)|(?:light|free) ice cream|reddi", NONE),
            (r"sour.*(?:free|light|reduced|imitation|dressing)|kraft (?:free|breakstone)", NONE),
            (r"^cheese, cream, (?:fat free|low fat)", NONE),
        ),
    ),
    "Finfish and Shellfish Products": Reading(PESCATARIAN),
    "Baked Products": Reading(
        NONE,
        (
            # Lard or suet may be the fat of pies, pastries, doughnuts, biscuits and flour tortillas;
            # stuffing and seasoned crumbs may hold stock or meat flavour.
            (r"stuffing|seasoned|pan dulce|salvador|bollilo|^bread, cornbread|bakery item", NONE),
            (r"marshmallow|creme[ -]fill|cream-filled|cheesecake|boston cream|no-bake", NONE),
            (r"gluten-free|gluten free", NONE),
            (r"^leavening agents", VEGAN),
            (r"^bread, (?:french or vienna|italian|pita)|^rolls, french|^phyllo", VEGAN),
            (r"^crackers, (?:matzo, (?:plain|whole)|crispbread|water biscuits)", VEGAN),
            (r"^tortillas, [^,]*, corn|^taco shells|^tostada shells, corn", VEGAN),
            (r"^tortillas", NONE),
            (r"^(?:bagels|bread|rolls|english muffins|crackers|cracker|croutons|focaccia),", VEGETARIAN),
            (r"^(?:muffins?|pancakes|pancakes plain|waffles?|french toast|popovers),", VEGETARIAN),
            (r"^(?:cake|cookies?),", VEGETARIAN),
            (r"^(?:croissants, (?:butter|cheese)|ice cream cones|wonton wrappers)", VEGETARIAN),
        ),
    ),
    "Breakfast Cereals": Reading(
        VEGETARIAN,
        (
            # Gelatin holds frostings.
            (r"frosted|spooners|marshmallow|mateys|grits (?:product|,).*flavor|pebbles|wheat-fuls", NONE),
            (r"^cereals, oats, regular|^cereals, (?:corn grits|farina|whole wheat|wheatena)", VEGAN),
            (r"^cereals, (?:cream of|quaker, (?:quick oats|hominy|oat bran|whole wheat))", VEGAN),
            (r"wheat germ, toasted|shredded wheat, (?:original|bagged)|puffed (?:rice|wheat)$", VEGAN),
            (r"ready-to-eat, (?:rice|wheat), puffed|^millet, puffed", VEGAN),
        ),
    ),
    "Snacks": Reading(
        NONE,
        (
            (r"flavor|olestra|caramel|gluten|microwave|general mills", NONE),
            (r"popcorn, (?:air-popped|home-prepared|oil-popped, white)|popcorn, cakes", VEGAN),
            (r"rice cakes|rice cracker brown|brown rice chips", VEGAN),
            (r"potato chips, (?:plain|unsalted|salted|lightly|without salt|reduced|white)", VEGAN),
            (r"potato sticks|(?:plantain|taro|banana|sweet potato|yucca \(cassava\)|vegetable) chips", VEGAN),
            (r"tortilla chips, (?:light|low fat|plain|unsalted|yellow)|extruded, chips, (?:pl|un)", VEGAN),
            (r"pretzels, (?:hard, (?:plain|whole)|soft)", VEGAN),
            (r"trail mix|sesame sticks|granola bars, hard|corn cakes", VEGETARIAN),
        ),
    ),
    "Sweets": Reading(
        NONE,
        (
            (r"m&m's", NONE),
            (r"^(?:sugars?|syrup|molasses|jams|jellies|marmalade|pectin|fruit (?:butters|syrup))\b", VEGAN),
            (r"^syrups, (?:corn|grenadine|malt|maple|sorghum|table blends)", VEGAN),
            (r"^(?:sweeteners?,|baking chocolate, unsweetened|cocoa, dry|pie fillings|gums)", VEGAN),
            (r"^syrups?, (?:nestle, )?chocolate|^honey$|hazelnut spread", VEGETARIAN),
            (r"^chocolate, dark|^baking chocolate|carob|halavah|sesame crunch", VEGETARIAN),
            (r"^candies, (?:milk chocolate|semisweet|sweet chocolate|white chocolate)", VEGETARIAN),
            (r"^candies, (?:chocolate, dark|dark chocolate|butterscotch|caramels)", VEGETARIAN),
            (r"^candies, (?:fudge|praline|toffee|truffles|peanut (?:bar|brittle))", VEGETARIAN),
            (r"^ice creams, (?:chocolate|vanilla)(?:, rich)?$", VEGETARIAN),
            (r"^puddings, .*prepared with|^desserts, (?!rennin)|^egg custards", VEGETARIAN),
        ),
    ),
    "Soups, Sauces, and Gravies": Reading(
        NONE,
        (
            (r"^sauce, (?:salsa|ready-to-serve, pepper|peppers, hot|chili, peppers|tomato chili)", VEGAN),
            (r"^sauce, (?:homemade, white|white, thin|cheese|horseradish|pasta|pizza)", VEGETARIAN),
            (r"^sauce, pesto, ready|^dip, salsa con queso|^wasabi", VEGETARIAN),
            (r"vegetarian vegetable|^soup, (?:swanson, )?vegetable broth", VEGETARIAN),
            (r"^sauce, (?:fish|oyster|worcestershire)|stock, fish|^fish broth|oyster stew", PESCATARIAN),
        ),
    ),
    "Fats and Oils": Reading(
        NONE,
        (
            (r"^oil,|^vegetable oil, palm|^shortening|non-dairy", VEGAN),
            # Gelatin gives body to spreads with little fat, and to fat-free dressings.
            (r"\b(?:20|37|3[59]|4[09]|35-39|40-49)%|fat.free|light|reduced calorie|smart beat", NONE),
            (r"home recipe, vinegar", VEGAN),
            (r"^margarine|^butter|^vegetable oil-butter|smart balance", VEGETARIAN),
            (r"^(?:mayonnaise|salad dressing|creamy dressing|dressing|sandwich spread)", VEGETARIAN),
            (r"^fish oil", PESCATARIAN),
        ),
    ),
    "Beverages": Reading(
        NONE,
        (
            (r"energy|protein|nutritional|supplement|meal|slimfast|ensure|muscle milk|restaurant", NONE),
            # Colours may be carmine, or carried by gelatin; vitamins too.
            (r"fast food|pink|strawberry|carbonated, orange|water.*(?:flavor|vitamins|yumberry)", NONE),
            (r"mocha|whitener|creamer", VEGETARIAN),
            (r"almond milk|oat milk|rice milk|coconut milk|coconut water", VEGAN),
            (r"^beverages, (?:water|tea|coffee, (?:brewed|instant))|^water", VEGAN),
            (r"^(?:beverages, )?carbonated|^alcoholic beverage, distilled", VEGAN),
            (r"beer|wine|malt|sake", VEGETARIAN),
            (r"cranberry juice cocktail|^(?:lemonade|limeade)|vegetable and fruit juice blend", VEGAN),
            (r"cocoa mix|chocolate|eggnog|milk|carob|cream", VEGETARIAN),
            (r"clam", PESCATARIAN),
        ),
    ),
    "Meals, Entrees, and Side Dishes": Reading(
        NONE,
        (
            (r"^macaroni (?:and|or noodles with) cheese|^lasagna, (?:cheese|vegetable)", VEGETARIAN),
            (r"^ravioli, cheese|^tortellini|no meat|^potato salad with egg", VEGETARIAN),
        ),
    ),
    "Baby Foods": Reading(
        NONE,
        (
            (r"tutti frutti", NONE),
            (r"^babyfood, (?:fruit|vegetables|juice|carrots|peas|peaches|pears),", VEGAN),
            (r"^babyfood, (?:apples, dices|green beans, dices|apple-banana|potatoes)", VEGAN),
        ),
    ),
    "American Indian/Alaska Native Foods": Reading(
        NONE,
        (
            # "Packed in oil" is seal oil; dishes and breads may hold lard, mutton or marrow.
            (r"in oil|agutuk|stew|soup|bread|tortilla|tamale|beverage", NONE),
            (r"salmonberries", VEGAN),
            (
                r"^(?:fish|salmon|steelhead|smelt|octopus|cockles|chiton|ascidians|oopah|sea cucumber)",
                PESCATARIAN,
            ),
            (
                r"berr(?:y|ies)|cherries|^(?:agave|cattail|corn|cornmeal|fireweed|hazelnuts|lambsquarters"
                r"|mashu|melon|mouse nuts|mush|pinon|plums|prairie|prickly|rhubarb|rose hips|sourdock"
                r"|squash|stinging|tea|willow|wocas)\b",
                VEGAN,
            ),
        ),
    ),
}
COMPILED = {
    category: (reading.default, tuple((re.compile(pattern), diet) for pattern, diet in reading.cases))
    for category, reading in READINGS.items()
}


def diets_of(category: str, description: str) -> frozenset[str]:
    """Give the diets that a food fits, of `vegan`, `vegetarian` and `pescatarian`."""
    text = description.lower()
    strictest = min(by_category(category, text), by_words(text))
    return frozenset(diet.name.lower() for diet in Diet if NONE < diet <= strictest)


def by_category(category: str, text: str) -> Diet:
    """Give what a category allows a lower-case description at most."""
    default, cases = COMPILED.get(category, (NONE, ()))
    return next((diet for pattern, diet in cases if pattern.search(text)), default)


def by_words(text: str) -> Diet:
    """Give what the words of a lower-case description allow at most."""
    words = FALSE_FRIENDS.sub(" ", text)
    if FLESH.search(words) and not MEATLESS.search(words):
        return NONE
    if FISH.search(words):
        return PESCATARIAN
    if OF_ANIMALS.search(words) or FLESH.search(words):
        return VEGETARIAN
    if VITAMIN_D.search(words) and not PLANT_MILK.search(text):
        return VEGETARIAN
    return VEGAN
