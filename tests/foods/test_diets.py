"""Which diets foods fit: hard cases by name, and what must hold for every food of USDA."""

import pytest

from app.foods.diets import READINGS, diets_of
from tests.foods.usda import amounts, categories, foods

VEGAN = frozenset({"vegan", "vegetarian", "pescatarian"})
VEGETARIAN = VEGAN - {"vegan"}
PESCATARIAN = VEGETARIAN - {"vegetarian"}
NONE: frozenset[str] = frozenset()

MARGARINE = (
    "Margarine, industrial, non-dairy, cottonseed, soy oil (partially hydrogenated ), for flaky pastries"
)

CASES: dict[str, frozenset[str]] = {
    # Words that only look like animals.
    "Lettuce, butterhead (includes boston and bibb types), raw": VEGAN,
    "Squash, winter, butternut, cooked, baked, without salt": VEGAN,
    "Butterbur, canned": VEGAN,
    "Nuts, butternuts, dried": VEGAN,
    "Eggplant, raw": VEGAN,
    "Salsify, (vegetable oyster), raw": VEGAN,
    "Mushrooms, oyster, raw": VEGAN,
    "Mushroom, king oyster": VEGAN,
    "Squash, summer, scallop, raw": VEGAN,
    "Beans, kidney, all types, mature seeds, canned": VEGAN,
    "Beans, black turtle, mature seeds, cooked, boiled, without salt": VEGAN,
    "Corn, sweet, yellow, canned, cream style, regular pack": VEGAN,
    "Pickles, cucumber, sweet (includes bread and butter pickles)": VEGAN,
    "Pickle relish, hamburger": VEGAN,
    "Pickle relish, hot dog": VEGAN,
    "Melons, honeydew, raw": VEGAN,
    "Apples, honeycrisp, with skin, raw": VEGAN,
    "Gooseberries, raw": VEGAN,
    "Crabapples, raw": VEGAN,
    "Custard-apple, (bullock's-heart), raw": VEGAN,
    "Carambola, (starfruit), raw": VEGAN,
    "Salmonberries, raw (Alaska Native)": VEGAN,
    "Hearts of palm, canned": VEGAN,
    "Drumstick pods, raw": VEGAN,
    "Mushroom, lion's mane": VEGAN,
    "Beans, Dry, Flor de Mayo (0% moisture)": VEGAN,
    "Spices, poultry seasoning": VEGAN,
    "Leavening agents, cream of tartar": VEGAN,
    "Nuts, coconut meat, raw": VEGAN,
    "Nuts, coconut cream, raw (liquid expressed from grated meat)": VEGAN,
    "Peanut butter, smooth style, without salt": VEGAN,
    "Nuts, almond butter, plain, without salt added": VEGAN,
    "Seeds, sesame butter, paste": VEGAN,
    "Oil, cocoa butter": VEGAN,
    "Fruit butters, apple": VEGAN,
    "Potatoes, french fried, steak fries, salt added in processing, frozen, as purchased": VEGAN,
    "Potatoes, mashed, dehydrated, flakes without milk, dry form": VEGAN,
    # Plant milks, tofu and what is made of soy.
    "Beverages, almond milk, unsweetened, shelf stable": VEGAN,
    "Beverages, rice milk, unsweetened": VEGAN,
    "Oat milk, unsweetened, plain, refrigerated": VEGAN,
    "Beverages, coconut milk, sweetened, fortified with calcium, vitamins A, B12, D2": VEGAN,
    "Soymilk, original and vanilla, with added calcium, vitamins A and D": VEGAN,
    "Soymilk, chocolate, unfortified": VEGAN,
    "SILK Plain soy yogurt": VEGAN,
    "SILK Plus Omega-3 DHA, soymilk": PESCATARIAN,
    "Tofu, raw, firm, prepared with calcium sulfate": VEGAN,
    "Tofu, salted and fermented (fuyu)": VEGAN,
    "Tempeh": VEGAN,
    "Miso": VEGAN,
    "Natto": VEGAN,
    "Tofu yogurt": VEGETARIAN,
    "Soybean, curd cheese": VEGETARIAN,
    "Hummus, commercial": VEGAN,
    "Seaweed, laver, raw": VEGAN,
    "Seaweed, agar, dried": VEGAN,
    "Yeast extract spread": VEGAN,
    # Meatless: often bound with egg white or milk protein.
    "Bacon bits, meatless": VEGETARIAN,
    "Chicken, meatless": VEGETARIAN,
    "Frankfurter, meatless": VEGETARIAN,
    "Sausage, meatless": VEGETARIAN,
    "Vegetarian fillets": VEGETARIAN,
    "Veggie burgers or soyburgers, unprepared": VEGETARIAN,
    "Soup, vegetarian vegetable, canned, condensed": VEGETARIAN,
    # Beans, with and without pork.
    "Beans, baked, canned, plain or vegetarian": VEGAN,
    "Beans, baked, canned, with pork": NONE,
    "Beans, baked, canned, with franks": NONE,
    "Beans, baked, home prepared": NONE,
    "Beans, baked, canned, no salt added": NONE,
    "Refried beans, canned, vegetarian": VEGAN,
    "Refried beans, canned, traditional style": NONE,
    "Frijoles rojos volteados (Refried beans, red, canned)": NONE,
    "Cowpeas, common (blackeyes, crowder, southern), mature seeds, canned with pork": NONE,
    "Chili with beans, canned": NONE,
    "Beans, snap, canned, all styles, seasoned, solids and liquids": NONE,
    # Fish and what is made of it.
    "Sauce, fish, ready-to-serve": PESCATARIAN,
    "Sauce, oyster, ready-to-serve": PESCATARIAN,
    "Sauce, worcestershire": PESCATARIAN,
    "Salad dressing, caesar dressing, regular": PESCATARIAN,
    "Salad dressing, green goddess, regular": PESCATARIAN,
    "Cabbage, kimchi": PESCATARIAN,
    "Crustaceans, crab, alaska king, imitation, made from surimi": PESCATARIAN,
    "Crustaceans, shrimp, mixed species, imitation, made from surimi": PESCATARIAN,
    "Fish, caviar, black and red, granular": PESCATARIAN,
    "Fish, roe, mixed species, raw": PESCATARIAN,
    "Fish, sunfish, pumpkin seed, raw": PESCATARIAN,
    "Mollusks, snail, raw": PESCATARIAN,
    "Mollusks, squid, mixed species, raw": PESCATARIAN,
    "Jellyfish, dried, salted": PESCATARIAN,
    "Fish oil, cod liver": PESCATARIAN,
    "Fish broth": PESCATARIAN,
    "Soup, stock, fish, home-prepared": PESCATARIAN,
    "Soup, oyster stew, canned, condensed": PESCATARIAN,
    "Beverages, Clam and tomato juice, canned": PESCATARIAN,
    "Margarine-like spread, SMART BALANCE Omega Plus Spread (with plant sterols & fish oil)": PESCATARIAN,
    "Peanut butter with omega-3, creamy": PESCATARIAN,
    "Fish, whitefish, eggs (Alaska Native)": PESCATARIAN,
    "Fish, lingcod, liver (Alaska Native)": PESCATARIAN,
    # Animals of the water that are no fish.
    "Frog legs, raw": NONE,
    "Turtle, green, raw": NONE,
    "Whale, beluga, meat, raw (Alaska Native)": NONE,
    "Oil, whale, bowhead (Alaska Native)": NONE,
    "Seal, ringed, meat (Alaska Native)": NONE,
    "Fish, herring, Pacific, flesh, air-dried, packed in oil (Alaska Native)": NONE,
    "Agutuk, fish/berry with seal oil (Alaskan ice cream) (Alaska Native)": NONE,
    "Willow, leaves in oil (Alaska Native)": NONE,
    "Frybread, made with lard (Navajo)": NONE,
    # Meat by other names.
    "Egg, duck, whole, fresh, raw": VEGETARIAN,
    "Bacon, turkey, unprepared": NONE,
    "Soup, beef broth or bouillon canned, ready-to-serve": NONE,
    "Soup, mushroom with beef stock, canned, condensed": NONE,
    "Soup, lentil with ham, canned, ready-to-serve": NONE,
    "Soup, tomato, canned, condensed": NONE,
    "Soup, minestrone, canned, condensed": NONE,
    "Soup, vegetable broth, ready to serve": VEGETARIAN,
    "Gravy, mushroom, canned": NONE,
    "Lard": NONE,
    "Fat, beef tallow": NONE,
    "Shortening, household, lard and vegetable oil": NONE,
    "Shortening, vegetable, household, composite": VEGAN,
    "Salad dressing, bacon and tomato": NONE,
    # Gelatin and what it hides in.
    "Gelatin desserts, dry mix": NONE,
    "Gelatins, dry powder, unsweetened": NONE,
    "Candies, marshmallows": NONE,
    "Candies, gumdrops, starch jelly pieces": NONE,
    "Candies, jellybeans": NONE,
    "Candies, fruit snacks, with high vitamin C": NONE,
    "Toppings, marshmallow cream": NONE,
    "Cookies, marshmallow, chocolate-coated (includes marshmallow pies)": NONE,
    "Cereals ready-to-eat, frosted oat cereal with marshmallows": NONE,
    "Cereals ready-to-eat, POST, Shredded Wheat, lightly frosted, spoon-size": NONE,
    "Desserts, rennin, chocolate, dry mix": NONE,
    "Yogurt, fruit, low fat, 10 grams protein per 8 ounce": NONE,
    "Sour cream, fat free": NONE,
    "Peanuts, all types, dry-roasted, with salt": NONE,
    "Margarine-like, vegetable oil spread, 20% fat, with salt": NONE,
    # Insects: carmine and honey.
    "Maraschino cherries, canned, drained": NONE,
    "Honey": VEGETARIAN,
    "Nuts, almonds, honey roasted, unblanched": VEGETARIAN,
    "Beverages, tea, green, ready to drink, ginseng and honey, sweetened": VEGETARIAN,
    # Milk, cheese and eggs.
    "Cheese, parmesan, grated": VEGETARIAN,
    "Milk, nonfat, fluid, with added vitamin A and vitamin D (fat free or skim)": VEGETARIAN,
    "Milk, human, mature, fluid": NONE,
    "Yogurt, Greek, plain, nonfat": VEGETARIAN,
    "Cream substitute, liquid, light": VEGETARIAN,
    "Egg substitute, liquid or frozen, fat free": VEGETARIAN,
    "Noodles, egg, dry, enriched": VEGETARIAN,
    "Pasta, homemade, made with egg, cooked": VEGETARIAN,
    "Pasta, homemade, made without egg, cooked": VEGAN,
    "Pasta, fresh-refrigerated, plain, cooked": VEGETARIAN,
    "Pasta, dry, enriched": VEGAN,
    "Margarine, regular, 80% fat, composite, stick, with salt": VEGETARIAN,
    MARGARINE: VEGAN,
    "Salad dressing, mayonnaise, regular": VEGETARIAN,
    "Chocolate, dark, 70-85% cacao solids": VEGETARIAN,
    "Candies, milk chocolate": VEGETARIAN,
    "Candies, semisweet chocolate": VEGETARIAN,
    "Cocoa, dry powder, unsweetened": VEGAN,
    "Potatoes, mashed, home-prepared, whole milk and butter added": VEGETARIAN,
    "Potatoes, au gratin, home-prepared from recipe using margarine": VEGETARIAN,
    "Spinach souffle": VEGETARIAN,
    "Tomato products, canned, sauce, with herbs and cheese": VEGETARIAN,
    "Snacks, popcorn, cheese-flavor": NONE,
    "Papad": VEGETARIAN,
    # Added vitamin D comes from wool fat unless D2 is said.
    "Orange juice, chilled, includes from concentrate, with added calcium": VEGAN,
    "Orange juice, chilled, includes from concentrate, with added calcium and vitamin D": VEGETARIAN,
    "Cereals ready-to-eat, GENERAL MILLS, CHEERIOS": VEGETARIAN,
    "Cereals, oats, regular and quick, not fortified, dry": VEGAN,
    "Mushroom, white, exposed to ultraviolet light, raw": VEGAN,
    # Bread and pastry.
    "Bread, french or vienna (includes sourdough)": VEGAN,
    "Bread, white, prepared from recipe, made with nonfat dry milk": VEGETARIAN,
    "Bread, whole-wheat, commercially prepared": VEGETARIAN,
    "Rolls, hamburger or hotdog, plain": VEGETARIAN,
    "Crackers, saltines (includes oyster, soda, soup)": VEGETARIAN,
    "Crackers, flavored, fish-shaped": VEGETARIAN,
    "Tortillas, ready-to-bake or -fry, corn": VEGAN,
    "Tortillas, ready-to-bake or -fry, flour, refrigerated": NONE,
    "Pie crust, standard-type, prepared from recipe, baked": NONE,
    "Pie, mince, prepared from recipe": NONE,
    "Cake, angelfood, commercially prepared": VEGETARIAN,
    "Cake, cheesecake, prepared from mix, no-bake type": NONE,
    # Drinks.
    "Alcoholic beverage, wine, table, red": VEGETARIAN,
    "Alcoholic beverage, beer, regular, all": VEGETARIAN,
    "Alcoholic beverage, distilled, vodka, 80 proof": VEGAN,
    "Beverages, coffee, brewed, prepared with tap water": VEGAN,
    "Beverages, coffee, instant, with whitener, reduced calorie": VEGETARIAN,
    "Beverages, Cocoa mix, NESTLE, Hot Cocoa Mix Rich Chocolate With Marshmallows": NONE,
    "Beverages, Malted drink mix, natural, powder, prepared with whole milk": VEGETARIAN,
    # For infants, in restaurants, by brand.
    "Infant formula, PBM PRODUCTS, store brand, soy, ready-to-feed": NONE,
    "Infant formula, ABBOTT NUTRITION, SIMILAC, with iron, powder, not reconstituted": NONE,
    "Babyfood, fruit, peaches, strained": VEGAN,
    "Babyfood, vegetables, spinach, creamed, strained": VEGETARIAN,
    "Babyfood, fruit, tutti frutti, strained": NONE,
    "Babyfood, vegetable, green beans and potatoes": NONE,
    "Fast foods, burrito, with beans": NONE,
    "McDONALD'S, french fries": NONE,
    "Restaurant, Mexican, refried beans": NONE,
    "Macaroni and cheese, frozen entree": VEGETARIAN,
    "Burrito, bean and cheese, frozen": NONE,
}


@pytest.mark.parametrize(("description", "diets"), CASES.items())
def test_a_food_fits_the_diets_that_its_words_allow(description: str, diets: frozenset[str]) -> None:
    assert diets_of(categories()[description], description) == diets


def test_vegan_implies_vegetarian_implies_pescatarian_for_every_food() -> None:
    found = {diets_of(food["category"], food["description"]) for food in foods().values()}
    assert found == {VEGAN, VEGETARIAN, PESCATARIAN, NONE}


@pytest.mark.parametrize(
    "category",
    [
        "Beef Products",
        "Pork Products",
        "Poultry Products",
        "Lamb, Veal, and Game Products",
        "Sausages and Luncheon Meats",
        "Fast Foods",
        "Restaurant Foods",
    ],
)
def test_no_meat_and_no_dish_of_a_restaurant_fits_any_diet(category: str) -> None:
    found = [food for food in foods().values() if food["category"] == category]
    assert found
    assert all(not diets_of(category, food["description"]) for food in found)


def test_no_vegan_food_holds_cholesterol_but_red_seaweed() -> None:
    cholesterol = amounts()["cholesterol"]
    found = {
        food["description"]
        for food_id, food in foods().items()
        if "vegan" in diets_of(food["category"], food["description"]) and cholesterol.get(food_id, 0) > 0
    }
    assert found == {"Seaweed, Canadian Cultivated EMI-TSUNOMATA, dry"}


def test_no_vegetarian_food_holds_the_fats_of_fish() -> None:
    """Eggs hold up to 0.11 g DHA per 100 g (dried yolk more); oily fish ten times as much."""
    epa = amounts()["epa"]
    found = {
        food["description"]
        for food_id, food in foods().items()
        if "vegetarian" in diets_of(food["category"], food["description"])
        and epa.get(food_id, 0) > 0.06
        and "Seaweed" not in food["description"]
        and "Egg" not in food["description"]
    }
    assert found == set()


def test_every_category_is_one_of_usda() -> None:
    assert set(READINGS) <= {food["category"] for food in foods().values()}


def test_an_unknown_category_fits_no_diet() -> None:
    assert diets_of("Moon Dust", "Spinach, raw") == NONE
