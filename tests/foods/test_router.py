"""Foods through the API: lists, search, filters, amounts, shares and order, against the CSV files."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from app.foods.diets import diets_of
from app.foods.everyday import is_everyday
from app.foods.portions import Portion, typical_portion
from tests.foods.usda import amounts, foods, lines, portions

pytestmark = pytest.mark.anyio

SPINACH, ALMONDS, BANANA, CHICKEN_BREAST = 168462, 170567, 173944, 171477
UNKNOWN = 1
WOMAN = {"age_years": "34", "sex": "female"}


async def get(client: httpx.AsyncClient, path: str, **query: object) -> dict[str, Any]:
    answer = await client.get(path, params={name: str(value) for name, value in query.items()})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def amount_of(food: dict[str, Any], nutrient: str) -> dict[str, Any]:
    found: dict[str, Any] = next(item for item in food["nutrients"] if item["nutrient"] == nutrient)
    return found


async def test_the_list_holds_every_food(client: httpx.AsyncClient) -> None:
    page = await get(client, "/v1/foods", limit=1)
    assert page["total"] == 8112
    assert page["next_cursor"]
    names = [item["name"] for item in (await get(client, "/v1/foods", limit=100))["items"]]
    assert names == sorted(names)


async def test_cursors_lead_through_a_list_without_gaps(client: httpx.AsyncClient) -> None:
    query: dict[str, object] = {"category": "Spices and Herbs", "limit": 30}
    seen: list[int] = []
    page = await get(client, "/v1/foods", **query)
    while True:
        seen += [item["id"] for item in page["items"]]
        if page["next_cursor"] is None:
            break
        page = await get(client, "/v1/foods", **query, cursor=page["next_cursor"])
    expected = {food_id for food_id, food in foods().items() if food["category"] == "Spices and Herbs"}
    assert len(seen) == page["total"] == len(expected)
    assert set(seen) == expected


@pytest.mark.parametrize(
    ("q", "first"),
    [
        ("pumkin seeds", "pumpkin"),
        ("salmon", "Fish, salmon"),
        ("bananna", "Bananas, raw"),
        ("dark choclate", "Chocolate, dark"),
        ("beef liver", "Beef, variety meats and by-products, liver, cooked"),
    ],
)
async def test_search_forgives_typos_and_gives_plain_foods_first(
    client: httpx.AsyncClient, q: str, first: str
) -> None:
    page = await get(client, "/v1/foods", q=q, limit=3)
    assert first in page["items"][0]["name"]


async def test_a_food_that_nothing_is_like_gives_an_empty_list(client: httpx.AsyncClient) -> None:
    page = await get(client, "/v1/foods", q="zzzqqqxxx")
    assert (page["items"], page["total"], page["next_cursor"]) == ([], 0, None)


@pytest.mark.parametrize("diet", ["vegan", "vegetarian", "pescatarian"])
async def test_the_diet_filter_gives_exactly_the_foods_that_fit(client: httpx.AsyncClient, diet: str) -> None:
    page = await get(client, "/v1/foods", diet=diet, limit=100)
    expected = sum(diet in diets_of(food["category"], food["description"]) for food in foods().values())
    assert page["total"] == expected
    assert all(diet in item["diets"] for item in page["items"])


async def test_the_everyday_filter_gives_exactly_those_foods(client: httpx.AsyncClient) -> None:
    expected = sum(is_everyday(food["category"], food["description"]) for food in foods().values())
    ordinary = await get(client, "/v1/foods", everyday="true", limit=100)
    others = await get(client, "/v1/foods", everyday="false", limit=1)
    assert (ordinary["total"], others["total"]) == (expected, 8112 - expected)
    assert all(item["everyday"] for item in ordinary["items"])


async def test_filters_and_search_work_together(client: httpx.AsyncClient) -> None:
    page = await get(client, "/v1/foods", q="milk", diet="vegan", everyday="true")
    assert page["items"]
    for item in page["items"]:
        assert item["everyday"]
        assert "vegan" in item["diets"]
    assert not any(item["name"].startswith("Milk,") for item in page["items"])


async def test_an_unknown_category_is_refused_with_suggestions(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/foods", params={"category": "Beef Product"})
    assert answer.status_code == 422
    problem = answer.json()
    assert problem["type"] == "/problems/invalid-request"
    assert problem["errors"][0]["pointer"] == "?category"
    assert "Beef Products" in problem["errors"][0]["suggestions"]


@pytest.mark.parametrize(
    "query", [{"diet": "carnivore"}, {"everyday": "perhaps"}, {"limit": "0"}, {"limit": "101"}, {"q": ""}]
)
async def test_filters_out_of_range_are_refused(client: httpx.AsyncClient, query: dict[str, str]) -> None:
    answer = await client.get("/v1/foods", params=query)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == f"?{next(iter(query))}"


@pytest.mark.parametrize("food", [UNKNOWN, 2**31 - 1])
async def test_an_unknown_food_is_a_problem_document(client: httpx.AsyncClient, food: int) -> None:
    answer = await client.get(f"/v1/foods/{food}")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == "/problems/food-not-found"
    assert str(food) in answer.json()["detail"]


@pytest.mark.parametrize("food", ["0", "-5", "spinach", str(2**31), "1.5"])
async def test_what_is_no_fdc_id_is_refused(client: httpx.AsyncClient, food: str) -> None:
    assert (await client.get(f"/v1/foods/{food}")).status_code == 422


@pytest.mark.parametrize("food_id", [SPINACH, ALMONDS, BANANA, CHICKEN_BREAST])
async def test_a_food_has_its_portions_and_exactly_the_known_nutrients(
    client: httpx.AsyncClient, food_id: int
) -> None:
    food = await get(client, f"/v1/foods/{food_id}")
    given = foods()[food_id]
    assert (food["name"], food["category"]) == (given["description"], given["category"])
    assert [(portion["description"], portion["gram_weight"]) for portion in food["portions"]] == [
        (row["description"], float(row["gram_weight"])) for row in portions()[food_id]
    ]
    assert sum(portion["typical"] for portion in food["portions"]) == 1
    told = {item["nutrient"]: item["per_100_g"] for item in food["nutrients"]}
    told.pop("omega-3", None)
    assert told == {nutrient: group[food_id] for nutrient, group in amounts().items() if food_id in group}
    assert all(item["unit"] for item in food["nutrients"])


async def test_amounts_of_the_typical_portion_follow_from_its_weight(client: httpx.AsyncClient) -> None:
    food = await get(client, f"/v1/foods/{BANANA}")
    grams = next(portion["gram_weight"] for portion in food["portions"] if portion["typical"])
    assert grams == 118
    for item in food["nutrients"]:
        assert item["per_portion"] == pytest.approx(item["per_100_g"] * grams / 100, rel=1e-3)


async def test_missing_is_not_zero(client: httpx.AsyncClient) -> None:
    food_id = next(food_id for food_id in foods() if food_id not in amounts()["vitamin-d"])
    food = await get(client, f"/v1/foods/{food_id}")
    assert "vitamin-d" not in {item["nutrient"] for item in food["nutrients"]}
    page = await get(client, "/v1/nutrients/vitamin-d/foods", per="100g", limit=1)
    assert page["total"] == len(amounts()["vitamin-d"])


async def test_per_cent_of_the_daily_value_is_that_of_the_table(client: httpx.AsyncClient) -> None:
    values = {
        row["nutrient_id"]: float(row["value"])
        for row in lines("daily_values.csv")
        if row["population"] == "adults-and-children-4-plus"
    }
    food = await get(client, f"/v1/foods/{SPINACH}")
    for nutrient in ("magnesium", "iron", "vitamin-c", "vitamin-k", "folate", "vitamin-a", "vitamin-e"):
        item = amount_of(food, nutrient)
        share = 100 * item["per_100_g"] / values[nutrient]
        assert item["percent_daily_value"] == pytest.approx(share, rel=1e-3), nutrient
        assert item["percent_is_lower_bound"] is False
    assert amount_of(food, "water")["percent_daily_value"] is None


async def test_the_daily_value_of_niacin_counts_tryptophan(client: httpx.AsyncClient) -> None:
    food = await get(client, f"/v1/foods/{CHICKEN_BREAST}")
    niacin, tryptophan = amount_of(food, "niacin"), amount_of(food, "tryptophan")
    equivalents = niacin["per_100_g"] + tryptophan["per_100_g"] * 1000 / 60
    assert niacin["percent_daily_value"] == pytest.approx(100 * equivalents / 16, rel=1e-3)
    assert niacin["percent_is_lower_bound"] is False


async def test_niacin_without_tryptophan_is_a_lower_bound(client: httpx.AsyncClient) -> None:
    food_id = next(food_id for food_id in amounts()["niacin"] if food_id not in amounts()["tryptophan"])
    niacin = amount_of(await get(client, f"/v1/foods/{food_id}"), "niacin")
    assert niacin["percent_daily_value"] == pytest.approx(100 * niacin["per_100_g"] / 16, rel=1e-3)
    assert niacin["percent_is_lower_bound"] is True


async def test_values_taken_out_are_told_with_the_reason(client: httpx.AsyncClient) -> None:
    flag = next(lines("food_value_flags.csv"))
    food = await get(client, f"/v1/foods/{flag['food_id']}")
    assert food["removed_values"] == [
        {"nutrient": "manganese", "value": 328, "unit": "mg", "reason": flag["reason"]}
    ]
    assert "manganese" not in {item["nutrient"] for item in food["nutrients"]}


Rank = Callable[[int], float | None]


def ranked_by(nutrient: str, per: str) -> Rank:
    amount, energy = amounts()[nutrient], amounts()["energy"]

    def by_weight(food_id: int) -> float | None:
        return amount[food_id]

    def by_energy(food_id: int) -> float | None:
        kcal = energy.get(food_id)
        return None if kcal is None or kcal < 10 else amount[food_id] / kcal * 100

    def by_portion(food_id: int) -> float | None:
        if food_id not in portions():
            return None
        group = [Portion(row["description"], float(row["gram_weight"])) for row in portions()[food_id]]
        food = foods()[food_id]
        typical = group[typical_portion(food["category"], food["description"], group)]
        return amount[food_id] * typical.gram_weight / 100

    return {"100g": by_weight, "100kcal": by_energy, "portion": by_portion}[per]


@pytest.mark.parametrize("sort", ["-amount", "amount"])
@pytest.mark.parametrize("per", ["portion", "100g", "100kcal"])
@pytest.mark.parametrize("nutrient", ["magnesium", "vitamin-d", "selenium"])
async def test_the_order_is_that_of_the_csv_file(
    client: httpx.AsyncClient, nutrient: str, per: str, sort: str
) -> None:
    page = await get(client, f"/v1/nutrients/{nutrient}/foods", per=per, sort=sort, limit=100)
    rank = ranked_by(nutrient, per)
    expected = [value for value in map(rank, amounts()[nutrient]) if value is not None]
    assert page["total"] == len(expected)
    assert page["per"] == per
    told = [value for item in page["items"] if (value := rank(item["id"])) is not None]
    assert told == pytest.approx(sorted(expected, reverse=sort == "-amount")[:100])


@pytest.mark.parametrize("diet", ["vegan", "vegetarian", "pescatarian"])
async def test_lists_of_sources_keep_to_the_diet(client: httpx.AsyncClient, diet: str) -> None:
    page = await get(client, "/v1/nutrients/vitamin-b12/foods", diet=diet, per="100g", limit=100)
    assert page["items"]
    assert all(diet in item["diets"] for item in page["items"])
    expected = [
        food_id
        for food_id in amounts()["vitamin-b12"]
        if diet in diets_of(foods()[food_id]["category"], foods()[food_id]["description"])
    ]
    assert page["total"] == len(expected)


async def test_a_woman_of_34_gets_the_share_of_her_rda(client: httpx.AsyncClient) -> None:
    page = await get(client, "/v1/nutrients/magnesium/foods", **WOMAN, everyday="true", limit=5)
    for item in page["items"]:
        share = item["share"]
        assert (share["of"], share["life_stage"]) == ("RDA", "female-31-50-y")
        assert share["reference"] == {"value": 320, "unit": "mg", "unit_basis": None}
        assert share["percent"] == pytest.approx(item["per_portion"]["value"] / 3.2, rel=1e-3)
        assert share["lower_bound"] is False
    assert page["notes"] == []


async def test_where_no_rda_is_set_the_share_is_of_the_ai_and_says_so(client: httpx.AsyncClient) -> None:
    page = await get(client, "/v1/nutrients/potassium/foods", **WOMAN, limit=1)
    assert page["items"][0]["share"]["of"] == "AI"
    assert page["items"][0]["share"]["reference"]["value"] == 2600


async def test_without_a_person_the_share_is_of_the_daily_value(client: httpx.AsyncClient) -> None:
    share = (await get(client, "/v1/nutrients/magnesium/foods", limit=1))["items"][0]["share"]
    assert (share["of"], share["life_stage"], share["reference"]["value"]) == ("DV", None, 420)


async def test_where_several_life_stages_fit_the_share_is_of_the_daily_value_with_a_note(
    client: httpx.AsyncClient,
) -> None:
    page = await get(client, "/v1/nutrients/magnesium/foods", age_years=34, limit=1)
    assert page["items"][0]["share"]["of"] == "DV"
    assert any("several life stages" in note for note in page["notes"])


async def test_shares_of_niacin_count_tryptophan_and_say_what_is_counted(client: httpx.AsyncClient) -> None:
    page = await get(client, "/v1/nutrients/niacin/foods", **WOMAN, q="chicken breast roasted", per="100g")
    item = next(item for item in page["items"] if item["id"] == CHICKEN_BREAST)
    equivalents = amounts()["niacin"][CHICKEN_BREAST] + amounts()["tryptophan"][CHICKEN_BREAST] * 1000 / 60
    assert item["per_100_g"]["value"] == amounts()["niacin"][CHICKEN_BREAST]
    assert item["share"]["amount"] == {
        "value": pytest.approx(equivalents, rel=1e-3),
        "unit": "mg",
        "unit_basis": "NE",
    }
    assert item["share"]["percent"] == pytest.approx(100 * equivalents / 14, rel=1e-3)
    assert any("niacin equivalents" in note for note in page["notes"])


@pytest.mark.parametrize(
    ("nutrient", "basis"), [("folate", "DFE"), ("vitamin-a", "RAE"), ("vitamin-e", "alpha-tocopherol")]
)
async def test_equivalents_are_counted_alike_in_foods_and_in_shares(
    client: httpx.AsyncClient, nutrient: str, basis: str
) -> None:
    item = (await get(client, f"/v1/nutrients/{nutrient}/foods", **WOMAN, limit=1))["items"][0]
    assert item["per_100_g"]["unit_basis"] == basis
    assert item["share"]["reference"]["unit_basis"] == basis


async def test_all_three_bases_are_given_beside_each_other(client: httpx.AsyncClient) -> None:
    page = await get(client, "/v1/nutrients/magnesium/foods", q="pumpkin seed kernels dried", per="100g")
    item = page["items"][0]
    kcal = amounts()["energy"][item["id"]]
    assert item["per_100_g"]["value"] == 592
    assert item["per_portion"]["value"] == pytest.approx(592 * 0.2835, rel=1e-3)
    assert item["per_portion"]["portion"] == "1 oz"
    assert item["per_100_kcal"]["value"] == pytest.approx(592 / kcal * 100, rel=1e-3)


async def test_a_search_keeps_only_what_matches_about_as_well_as_the_best(client: httpx.AsyncClient) -> None:
    page = await get(client, "/v1/nutrients/magnesium/foods", q="brown rice", limit=100)
    assert page["items"]
    assert all("brown" in item["name"].lower() for item in page["items"])
    empty = await get(client, "/v1/nutrients/magnesium/foods", q="zzzqqqxxx")
    assert (empty["items"], empty["total"]) == ([], 0)


async def test_supplementary_iodine_is_labelled_and_kept_apart(client: httpx.AsyncClient) -> None:
    page = await get(client, "/v1/nutrients/iodine/foods", limit=100)
    assert page["total"] == len(amounts()["iodine"])
    assert page["per"] == "100g"  # USDA has no household portions of the foods with known iodine.
    assert all(isinstance(item["id"], int) for item in page["items"])
    richest = page["supplementary"]
    assert len(richest) == 20
    sources = {"ciqual-2017": ["ciqual-2017"], "stfcj-2015": ["mext-2015"]}
    assert all(item["sources"] == sources[item["dataset"]] for item in richest)
    assert all(item["per_100_g"]["unit"] == "ug" for item in richest)
    values = [item["per_100_g"]["value"] for item in richest]
    assert values == sorted(values, reverse=True)
    known = sorted(
        (
            float(row["amount"])
            for row in lines("food_nutrients_supplementary.csv.gz")
            if row["nutrient_id"] == "iodine"
        ),
        reverse=True,
    )
    assert values == known[:20]
    assert (await get(client, "/v1/nutrients/magnesium/foods", limit=1))["supplementary"] == []


async def test_an_unknown_nutrient_is_told_with_what_may_be_meant(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/nutrients/magnezium/foods")
    assert answer.status_code == 404
    assert "magnesium" in answer.text


async def test_no_list_of_foods_has_an_amount_without_its_unit(client: httpx.AsyncClient) -> None:
    for nutrient in ("calcium", "omega-3", "protein", "energy", "folate"):
        page = await get(client, f"/v1/nutrients/{nutrient}/foods", limit=20)
        assert page["items"], nutrient
        for item in page["items"]:
            assert item["sources"] == ["usda-fooddata-central"]
            for given in (item["per_100_g"], item["per_portion"], item["per_100_kcal"]):
                assert given is None or given["unit"]
