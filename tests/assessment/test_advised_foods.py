"""Foods in an assessment: sources, within upper levels, and none for what nobody should eat more of."""

from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.anyio


async def foods(client: httpx.AsyncClient, nutrient: str, symptoms: list[str], **profile: Any) -> list[Any]:
    body = {
        "symptoms": [{"id": symptom} for symptom in symptoms],
        "profile": profile,
        "options": {"limit": 100},
    }
    answer = (await client.post("/v1/assess", json=body)).json()
    found = [
        one for one in answer["candidates"] if one["nutrient"] == nutrient and one["kind"] == "deficiency"
    ]
    assert found, nutrient
    foods: list[Any] = found[0]["foods"]
    return foods


async def test_nobody_pregnant_is_pointed_to_liver(client: httpx.AsyncClient) -> None:
    advised = await foods(client, "vitamin-a", ["night-blindness"], age_years=30, sex="female", pregnant=True)
    assert advised
    assert not [food["name"] for food in advised if "liver" in food["name"].lower()]


async def test_nobody_is_pointed_to_salt(client: httpx.AsyncClient) -> None:
    assert await foods(client, "sodium", ["confusion", "nausea"], age_years=70, sex="female") == []


async def test_an_infant_is_pointed_to_no_food(client: httpx.AsyncClient) -> None:
    assert await foods(client, "iron", ["pallor"], age_months=6, sex="male") == []


async def test_every_food_is_a_source(client: httpx.AsyncClient) -> None:
    advised = await foods(
        client, "vitamin-b12", ["tingling-feet", "fatigue"], age_years=40, sex="male", diet="vegan"
    )
    assert advised
    assert all(food["percent_of_rda"] >= 10 for food in advised)


async def test_foods_are_of_different_kinds(client: httpx.AsyncClient) -> None:
    advised = await foods(client, "thiamin", ["fatigue", "tingling-feet"], age_years=50, sex="male")
    words = [food["name"].split(",")[0] for food in advised]
    assert len(advised) == len(set(words)) == 5
    assert [food["percent_of_rda"] for food in advised] == sorted(
        (food["percent_of_rda"] for food in advised), reverse=True
    )


async def test_fish_that_children_are_told_to_avoid_is_not_named(client: httpx.AsyncClient) -> None:
    advised = await foods(client, "vitamin-d", ["bowed-legs"], age_years=2, sex="male")
    assert advised
    assert not [food["name"] for food in advised if "swordfish" in food["name"].lower()]


async def test_portions_are_told_as_readers_say_them(client: httpx.AsyncClient) -> None:
    advised = await foods(client, "vitamin-c", ["bleeding-gums"], age_years=50, sex="male")
    portions = [food["per_portion"]["portion"] for food in advised]
    assert "1 serving" in portions
    assert not [portion for portion in portions if "NLEA" in portion]
