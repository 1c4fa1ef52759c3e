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
    assert all(food["percent_of_rda"] >= 5 for food in advised)
