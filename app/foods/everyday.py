"""Whether a food is an everyday one: by rule, from its USDA category and description.

An everyday food is an ordinary single food that a reader can buy anywhere, in the form in which it is
eaten: boiled beans rather than dry ones, cooked meat and fish rather than raw, plain rather than
seasoned. Its description starts with words that are listed for its category, bears no brand (words in
capitals) and no word of an unusual form.

USDA has many near doubles: with and without salt, grades and trims of one cut of beef, kinds of one
oyster. One of them is kept, so that a list of the richest foods is not one food ten times. Left out
for good: baby, fast and restaurant food, game, offal but for liver, baking ingredients, protein
powders, drink mixes, dried spices, fish oils (they are supplements), foods that USDA weighs only by
amounts that nobody eats at once, and fish that FDA and EPA tell pregnant people and children to avoid
for its mercury (swordfish; "Advice about eating fish").
"""

import re

# A run of capitals is a brand, but for these.
BRAND = re.compile(r"\b(?!USDA\b|NFS\b)[A-Z][A-Z'&-]*[A-Z]{2,}")
NEVER = re.compile(r"(?!)")
# Words of forms that are not eaten so, or not by most people.
UNUSUAL = re.compile(
    r"\bpowder|(?<!trail )\bmix\b|dehydrated|freeze-dried|undiluted|frozen concentrate|isolate|imitation"
    r"|substitute|formulated|industrial|unprepared|dry form|\bflour\b|\bmeal\b|crude|restaurant"
    r"|with (?:added )?salt|salt added in|low.sodium|reduced sodium|microwaved|\bfried\b|breaded|batter"
    r"|protein fortified|milk solids|sprouted|smoke flavor|honey roasted|glazed|syrup|sulfured, stewed"
    r"|imported|separable fat|giblets|gizzard|stewing|capons"
)
# How the descriptions of everyday foods start, by category.
EVERYDAY: dict[str, str] = {
    "Vegetables and Vegetable Products": (
        r"artichokes, .*cooked|arugula|asparagus|beans, snap, green, cooked|beet greens, cooked|beets|"
        r"broccoli, (?:raw|cooked)|broccoli raab|brussels sprouts|cabbage, (?:raw|cooked|red|savoy|"
        r"chinese)|carrots|cauliflower, (?:raw|cooked)|celery|chard|collards, cooked|"
        r"corn, sweet, yellow, cooked|cucumber|edamame, frozen, prepared|eggplant, cooked|fennel|garlic|"
        r"kale|leeks.*cooked|lettuce|lima beans, .*cooked|mushrooms?, (?:white|portabella|shiitake|oyster)|"
        r"mustard greens, cooked|okra, cooked|onions, (?:raw|cooked|spring|red|sweet|white|yellow)|"
        r"parsley, fresh|parsnips, cooked|peas, (?:edible-podded|green), (?:raw|cooked|boiled)|"
        r"peppers, (?:sweet|bell)|potatoes, (?:baked, flesh and skin|boiled, cooked in skin, flesh|"
        r"mashed, home-prepared, whole milk add)|pumpkin, (?:canned|cooked)|radishes, raw|"
        r"rutabagas, cooked|sauerkraut|spinach|squash, (?:summer, (?:all|zucc)|winter, (?:acorn|all|"
        r"butternut|spaghetti), .*cooked)|sweet potato, cooked, (?:baked|boiled)|"
        r"tomatoes, red, ripe, (?:raw|cooked,? ?$)|tomato (?:juice, canned|products, canned, (?:paste|"
        r"sauce$))|turnip greens, cooked|turnips, cooked|vegetable juice cocktail|watercress"
    ),
    "Fruits and Fruit Juices": (
        r"apples, raw, with skin \(|apple juice, canned.*without|apricots, raw|avocados, raw, all|"
        r"bananas, raw|blackberries, raw|blueberries, raw|cherries, sweet, raw|clementines|"
        r"cranberries, dried|dates, medjool|figs, (?:raw|dried, unc)|grapefruit, raw, pink and red, all|"
        r"grapes, red|grape juice, canned.*without|grapefruit juice, (?:pink, raw|white, raw)|"
        r"guavas, common|kiwifruit, gr|lemon juice, raw|lemons|limes|mangos|melons, (?:cant|hon)|"
        r"nectarines|olives, ripe, canned \(small|oranges, raw, (?:all|navels)|orange juice, (?:raw|"
        r"chilled)|papayas|peaches, (?:raw|yellow)|pears, raw|pineapple, raw, all|"
        r"pineapple juice, canned.*without|plantains, yellow, baked|plums, (?:raw|dried \(prunes\), unc)|"
        r"pomegranates|prune juice|raisins, dark|raspberries, raw|strawberries, raw|tangerines, .*raw|"
        r"watermelon"
    ),
    "Legumes and Legume Products": (
        r"beans, (?:black|great northern|kidney, all types|navy|pinto|white), mature seeds, cooked|"
        r"beans, baked, canned, plain|broadbeans.*cooked|chickpeas.*cooked|cowpeas, common.*cooked|"
        r"hummus, c|lentils, mature.*cooked|lima beans, large.*cooked|mung beans.*cooked|"
        r"peanut butter, smooth style, without|peanuts, all types, raw|peas, split.*cooked|"
        r"refried beans, canned, vegetarian|soybeans, mature cooked|"
        r"soymilk, original and vanilla, with added|soymilk \(all flavors\), unsweetened|tempeh$|"
        r"tofu, (?:raw, firm|extra firm, prep)"
    ),
    "Nut and Seed Products": (
        r"nuts, (?:almonds$|almonds, dry|almond butter, plain, wi|brazilnuts, dried|cashew nuts, (?:dry|"
        r"raw)|cashew butter|chestnuts, european, roasted|coconut milk, canned|hazelnuts or filberts$|"
        r"macadamia nuts, (?:dry|raw)|mixed nuts, dry|pecans$|pine nuts, dried|pistachio nuts|"
        r"walnuts, english)|seeds, (?:chia|flaxseed|hemp|pumpkin (?:and squash seed kernels, dried|seeds)|"
        r"sesame butter, tahini, from roasted|sesame seeds, whole, dried|sunflower seed kernels, dry|"
        r"sunflower seed butter)"
    ),
    "Cereal Grains and Pasta": (
        r"barley, pearled, cooked|buckwheat groats, roasted, cooked|bulgur, cooked|couscous, cooked|"
        r"millet, cooked|noodles, egg, enriched, cooked|oat bran, cooked|quinoa, cooked|wild rice, cooked|"
        r"pasta, (?:cooked, enriched|whole-wheat, cooked)|rice, (?:brown, (?:long|medium)-grain, cooked|"
        r"white, long-grain, regular, enriched, cooked)"
    ),
    "Breakfast Cereals": (
        r"cereals, (?:oats, regular and quick, unenriched, cooked|farina, enriched, cooked|"
        r"whole wheat.*cooked)|cereals ready-to-eat, (?:granola, homemade|wheat germ, toasted)"
    ),
    "Dairy and Egg Products": (
        r"butter, (?:salted|without salt)|cream, (?:fluid, (?:half|heavy)|sour, cultured)|cheese, (?:blue|"
        r"brie|camembert|cheddar|cottage, (?:lowfat, \d% milkfat|creamed, large.*)|cream|edam|feta|"
        r"goat, (?:hard|soft) type|gouda|gruyere|monterey|mozzarella, (?:part skim|whole) milk|muenster|"
        r"parmesan, (?:grated|hard)|provolone|ricotta, (?:part skim|whole) milk|romano|"
        r"swiss)(?: \(includes.*)?$|egg, whole, cooked, (?:hard|poached|scram)|"
        r"eggs, grade a, large, egg whole|milk, (?:whole, .*with added|"
        r"reduced fat, fluid, 2% milkfat, with added vitamin a|"
        r"lowfat, fluid, 1% milkfat, with added vitamin a|nonfat, fluid, with added vitamin a|goat|"
        r"buttermilk, fluid, cultured)|yogurt, (?:greek, plain|plain|"
        r"fruit, low fat, 10 grams protein per 8 ounce$)"
    ),
    "Finfish and Shellfish Products": (
        r"fish, (?:anchovy|bass|catfish|cod|flatfish|haddock|halibut, atl|herring|"
        r"mackerel, atl|mackerel, pac|mahimahi|ocean perch|perch|pollock|rockfish|salmon|sea bass|"
        r"snapper|tilapia|trout|tuna|whitefish|whiting).*, cooked|fish, (?:anchovy|"
        r"salmon, (?:chum|pink|sockeye)|sardine|tuna, (?:light|white)), .*canned.*drained|"
        r"crustaceans, (?:crab, (?:blue|dung|queen)|shrimp), .*cooked|"
        r"crustaceans, shrimp, coo|crustaceans, (?:crab, blue|shrimp, mixed species), canned|"
        r"mollusks, (?:clam|mussel|oyster, eastern, wild|scallop|squid), .*(?:moist heat|steamed)|"
        r"mollusks, clam, mixed species, canned|mollusks, oyster, eastern, canned"
    ),
    "Beef Products": (
        r"beef, ground, (?:80|90)% lean meat / \d+% fat, patty, cooked, broiled|"
        r"beef, (?:chuck, arm pot roast|flank, steak|top sirloin|tenderloin|round, eye of round, roast)"
        r", .*separable lean only.*all grades, cooked|"
        r"beef, variety meats and by-products, liver, cooked, braised"
    ),
    "Pork Products": (
        r"pork, fresh, (?:ground, cooked|loin, tenderloin, separable lean only, cooked, roasted|"
        r"loin, center loin \(chops\), bone-in, separable lean only, cooked, broiled|"
        r"shoulder, whole, separable lean only, cooked|leg \(ham\), whole, separable lean only, cooked|"
        r"spareribs, .*cooked, roasted)|pork, cured, (?:bacon, cooked, baked$|"
        r"ham, boneless, regular.*roasted)"
    ),
    "Poultry Products": (
        r"chicken, broilers or fryers, (?:breast|thigh|drumstick|leg|light meat|"
        r"dark meat), meat only, cooked, roasted|chicken, liver, all classes, cooked, simmered|"
        r"chicken, ground, .*cooked|turkey, ground, cooked|turkey, whole, (?:breast|light meat|"
        r"dark meat), meat only, cooked, roasted"
    ),
    "Lamb, Veal, and Game Products": (
        r"lamb, ground, cooked|veal, ground, cooked|veal, loin, separable lean only, cooked|"
        r"lamb, (?:leg, whole \(shank and sirloin\)|"
        r"loin), separable lean only, trimmed to 1/4\" fat, choice, cooked"
    ),
    "Baked Products": (
        r"bread, (?:french or vienna \(|multi-grain \(|pita, w.*(?<!unenriched)$|pumpernickel$|rye$|wheat$|"
        r"white, commercially prepared(?: \(|$)|whole-wheat, commercially prepared$)|crackers, saltines \(|"
        r"muffins, english, (?:plain, enriched, with ca|whole-wheat$)|"
        r"tortillas, ready-to-bake or -fry, corn$"
    ),
    "Snacks": (
        r"snacks, (?:popcorn, air-popped$|potato chips, plain, salted|pretzels, hard, plain, salted|"
        r"rice cakes, brown rice, plain|tortilla chips, plain|trail mix, regular$)"
    ),
    "Sweets": (
        r"chocolate, dark|candies, (?:milk chocolate$|semisweet chocolate$)|honey$|jams and preserves$|"
        r"molasses$|sugars, (?:brown|granulated)"
    ),
    "Fats and Oils": (
        r"oil, (?:avocado|canola|coconut|corn$|flaxseed, cold|olive, (?:salad|extra virgin)|peanut, salad|"
        r"safflower, salad or cooking, high oleic|sesame|soybean, salad or cooking$|sunflower, lin.*65%|"
        r"walnut)|salad dressing, (?:mayonnaise, regular|home recipe)"
    ),
    "Beverages": (
        r"(?:beverages, )?(?:almond milk, unsw|rice milk|oat milk|coconut milk, sweetened, fortified|"
        r"coconut water)|beverages, (?:coffee, brewed, prepared with tap water|tea, (?:black|"
        r"green), brewed, (?:reg|.*tap water))|beverages, water, tap, drinking|"
        r"cranberry juice cocktail, bottled$"
    ),
    "Soups, Sauces, and Gravies": (
        r"sauce, (?:salsa, ready|pasta, spaghetti/marinara, ready-to-serve$)|"
        r"soup, vegetarian vegetable.*prepared"
    ),
}
# Words that make a food of one category an unusual one.
UNUSUAL_IN: dict[str, str] = {
    "Vegetables and Vegetable Products": (
        r"(?<!edamame, )frozen|raab, raw|canned, drained|(?<!sauerkraut, canned, )solids and liquids|"
        r"pickled|dried|flower|sauteed|harvard|stir-fried|portabella.*raw|(?:carrots|spinach|"
        r"zucchini).*canned|souffle"
    ),
    "Fruits and Fruit Juices": r"with peel|vitamins a, d|canned, unsw|canned or bottled, uns.*with added",
    "Dairy and Egg Products": r"nonfat, fluid, .*without|low fat, plain",
    "Beef Products": r"sirloin.*1/8",
    "Finfish and Shellfish Products": (
        r"\braw\b|without salt|without skin|smoked|liquid$|king, cooked|bluefin"
    ),
    "Poultry Products": r"\braw\b|enhanced|added solution|from whole",
    "Beverages": r"decaffeinated|distilled",
}
HEADS = {category: re.compile(words) for category, words in EVERYDAY.items()}
UNUSUAL_OF = {category: re.compile(words) for category, words in UNUSUAL_IN.items()}


def is_everyday(category: str, description: str) -> bool:
    """Tell whether a food is an ordinary single one, in a usual form, without a brand."""
    heads, text = HEADS.get(category), description.lower()
    if heads is None or not heads.match(text) or BRAND.search(description):
        return False
    return not UNUSUAL.search(text) and not UNUSUAL_OF.get(category, NEVER).search(text)
