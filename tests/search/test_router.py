"""`/v1/search` on the real content: what readers type, and where the hits lead."""

from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.anyio


async def search(client: httpx.AsyncClient, q: str, **query: str) -> dict[str, Any]:
    answer = await client.get("/v1/search", params={"q": q, **query})
    assert answer.status_code == 200, answer.text
    page: dict[str, Any] = answer.json()
    return page


@pytest.mark.parametrize(
    ("q", "first"),
    [
        ("salmon", "Fish, salmon, "),
        ("milk", "Milk, whole, "),
        ("beef liver", "Beef, variety meats and by-products, liver, cooked, "),
        ("brown rice", "Rice, brown, "),
        ("chicken breast", "Chicken, broilers or fryers, breast, "),
        ("almonds", "Nuts, almonds"),
        ("pumkin seeds", "Seeds, pumpkin "),
        ("dark choclate", "Chocolate, dark, "),
        ("bananna", "Bananas, raw"),
        ("swiss chard", "Chard, swiss, "),
        ("yogurt", "Yogurt, plain, "),
        ("eggs", "Egg, whole, cooked, "),
        ("lentils", "Lentils, mature seeds, cooked, "),
        ("canned salmon with bones", "Fish, salmon, "),
        ("fortified soy milk", "Soymilk, original and vanilla, with added calcium"),
        ("oysters", "Mollusks, oyster, "),
        ("walnuts", "Nuts, walnuts, english"),
        ("sardines", "Fish, sardine, "),
        ("oatmeal", "Cereals, oats, "),
        ("orange juice", "Orange juice, raw"),
        ("sweet potato", "Sweet potato, cooked, "),
        ("greek yogurt", "Yogurt, Greek, plain, "),
        ("black beans", "Beans, black, mature seeds, cooked"),
        ("coffee", "Beverages, coffee, brewed"),
        ("whole wheat bread", "Bread, "),
        ("olive oil", "Oil, olive, "),
        ("cod liver oil", "Fish oil, cod liver"),
        ("brazil nuts", "Nuts, brazilnuts, "),
    ],
)
async def test_the_first_food_is_the_one_that_readers_mean(
    client: httpx.AsyncClient, q: str, first: str
) -> None:
    page = await search(client, q, kind="food")
    assert page["items"][0]["name"].startswith(first), [item["name"] for item in page["items"][:5]]


@pytest.mark.parametrize(
    ("q", "kind", "first"),
    [
        ("magnezium", "nutrient", "magnesium"),
        ("vit c", "nutrient", "vitamin-c"),
        ("b12", "nutrient", "vitamin-b12"),
        ("B1", "nutrient", "thiamin"),
        ("vit d", "nutrient", "vitamin-d"),
        ("vit b9", "nutrient", "folate"),
        ("K", "nutrient", "vitamin-k"),
        ("folate", "nutrient", "folate"),
        ("omega 3", "nutrient", "omega-3"),
        ("lip twitching", "symptom", "lip-twitching"),
        ("tired", "symptom", "fatigue"),
    ],
)
async def test_nutrients_and_symptoms_are_found_first_by_what_people_call_them(
    client: httpx.AsyncClient, q: str, kind: str, first: str
) -> None:
    page = await search(client, q, kind=kind)
    assert page["items"][0]["id"] == first
    everything = await search(client, q)
    assert first in [item["id"] for item in everything["items"][:3]]


async def test_a_hit_says_what_matched_how_well_and_where_it_is(client: httpx.AsyncClient) -> None:
    page = await search(client, "magnesium", limit="10")
    hit = page["items"][0]
    assert hit["kind"] == "nutrient"
    assert (hit["name"], hit["matched"], hit["score"]) == ("Magnesium", "Magnesium", 1.0)
    for item in page["items"]:
        answer = await client.get(item["href"])
        assert answer.status_code == 200, item["href"]
    scores = [item["score"] for item in page["items"]]
    assert scores == sorted(scores, reverse=True)


async def test_one_kind_can_be_asked_for(client: httpx.AsyncClient) -> None:
    page = await search(client, "caffeine", kind="trigger")
    assert page["items"]
    assert {item["kind"] for item in page["items"]} == {"trigger"}


async def test_words_that_nothing_has_give_an_empty_page(client: httpx.AsyncClient) -> None:
    page = await search(client, "zzzqqqxxx")
    assert (page["items"], page["total"], page["next_cursor"]) == ([], 0, None)


async def test_hits_are_the_same_each_time_and_pages_fit_together(client: httpx.AsyncClient) -> None:
    whole = await search(client, "iron", limit="20")
    assert await search(client, "iron", limit="20") == whole
    half = await search(client, "iron", limit="10")
    rest = await search(client, "iron", limit="10", cursor=half["next_cursor"])
    assert half["items"] + rest["items"] == whole["items"]


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"q": ""},
        {"q": "x" * 101},
        {"q": "a\x00b"},
        {"q": "iron", "kind": "planet"},
        {"q": "iron", "limit": "0"},
    ],
)
async def test_what_cannot_be_searched_is_refused(client: httpx.AsyncClient, query: dict[str, str]) -> None:
    answer = await client.get("/v1/search", params=query)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("q", ["🍌🍌", "' OR 1=1 --", "%", "{}[]()", "ﬁsh", "ÄÖÜß", "\u202e", "a" * 100])
async def test_no_text_breaks_it(client: httpx.AsyncClient, q: str) -> None:
    assert (await client.get("/v1/search", params={"q": q})).status_code == 200
