"""Nutrients through the API: lists, records, claims, interactions, comparison."""

from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.anyio

PROFILED = 29


async def get(client: httpx.AsyncClient, path: str) -> Any:
    answer = await client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def everything(client: httpx.AsyncClient, path: str) -> list[dict[str, Any]]:
    """Walk a list to its end by its cursors."""
    items: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = await get(client, f"{path}&limit=7{cursor}")
        items += page["items"]
        if page["next_cursor"] is None:
            assert len(items) == page["total"]
            return items
        cursor = f"&cursor={page['next_cursor']}"


async def test_twenty_nine_nutrients_have_a_full_record(client: httpx.AsyncClient) -> None:
    items = await everything(client, "/v1/nutrients?has_profile=true")
    assert len(items) == len({item["id"] for item in items}) == PROFILED
    for item in items:
        record = await get(client, f"/v1/nutrients/{item['id']}")
        for member in ("roles", "levels", "key_points", "faq", "deficiency", "toxicity", "absorption"):
            assert record[member], (item["id"], member)
        assert len(record["faq"]) >= 5, item["id"]
        assert record["food_vs_supplement"]["rows"]
        assert record["food_vs_supplement"]["caution"]
        assert {stage["stage"] for stage in record["deficiency"]["stages"]} == {"early", "moderate", "severe"}


async def test_a_nutrient_without_a_record_has_its_figures_only(client: httpx.AsyncClient) -> None:
    record = await get(client, "/v1/nutrients/fluoride")
    assert record["has_profile"] is False
    assert record["deficiency"] is None
    assert record["unit"] == "mg"


async def test_a_search_forgives_typos(client: httpx.AsyncClient) -> None:
    page = await get(client, "/v1/nutrients?q=magnezium")
    assert page["items"][0]["id"] == "magnesium"


async def test_fields_trim_the_items(client: httpx.AsyncClient) -> None:
    page = await get(client, "/v1/nutrients?fields=name&limit=2")
    assert [set(item) for item in page["items"]] == [{"id", "name"}] * 2


async def test_claims_carry_figure_grade_mechanism_and_source(client: httpx.AsyncClient) -> None:
    for link in await everything(client, "/v1/nutrients/iron/symptoms?kind=deficiency"):
        assert link["grade"] in "ABCD"
        assert link["mechanism"]
        assert link["sources"]
        if link["cases"] is not None and link["percent"] is not None:
            assert abs(100 * link["cases"] / link["of"] - link["percent"]) < 0.7


async def test_claims_that_failed_are_shown(client: httpx.AsyncClient) -> None:
    failed = await everything(client, "/v1/nutrients/magnesium/symptoms?stance=contradicts")
    assert {"eyelid-twitching", "night-leg-cramps"} <= {link["symptom"]["id"] for link in failed}
    assert {link["stance"] for link in failed} == {"contradicts"}


async def test_vitamin_d_acts_through_calcium(client: httpx.AsyncClient) -> None:
    links = await everything(client, "/v1/nutrients/vitamin-d/symptoms?kind=deficiency")
    through = {link["symptom"]["id"]: link["via"] for link in links}
    assert through["muscle-twitching"]["id"] == "calcium-deficiency"
    assert through["bone-pain"] is None


async def test_excess_is_a_cause_of_its_own(client: httpx.AsyncClient) -> None:
    record = await get(client, "/v1/nutrients/vitamin-b6")
    assert [one["id"] for one in record["excesses"]] == ["vitamin-b6-excess"]
    links = await everything(client, "/v1/nutrients/vitamin-b6/symptoms?kind=excess")
    assert {link["cause"]["id"] for link in links} == {"vitamin-b6-excess"}


async def test_an_interaction_is_told_from_both_sides(client: httpx.AsyncClient) -> None:
    zinc = await everything(client, "/v1/nutrients/zinc/interactions?kind=nutrient")
    copper = await everything(client, "/v1/nutrients/copper/interactions?kind=nutrient")
    assert "copper" in {row["other"]["id"] for row in zinc}
    assert "zinc" in {row["other"]["id"] for row in copper}


async def test_warfarin_and_vitamin_k_are_warned_of(client: httpx.AsyncClient) -> None:
    rows = await everything(client, "/v1/nutrients/vitamin-k/interactions?kind=medication")
    found = {row["other"]["id"]: row for row in rows}
    assert found["vitamin-k-antagonists"]["severity"] == "major"


async def test_a_comparison_keeps_the_order_asked_for(client: httpx.AsyncClient) -> None:
    page = await get(client, "/v1/nutrients/compare?ids=vitamin-b12,magnesium&age_years=34&sex=female")
    assert [item["nutrient"]["id"] for item in page["items"]] == ["vitamin-b12", "magnesium"]
    (recommended,) = page["items"][1]["recommended_intakes"]
    assert (recommended["measure"], recommended["value"], recommended["unit"]) == ("RDA", 320.0, "mg")
    for item in page["items"]:
        assert item["symptoms"]
        assert item["primary_role"]


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("/v1/nutrients/magnesum", "nutrient-not-found"),
        ("/v1/nutrients/compare?ids=magnesium,nonsense", "nutrient-not-found"),
        ("/v1/nutrients/compare?ids=fluoride", "nutrient-not-found"),
    ],
)
async def test_an_unknown_nutrient_is_a_problem(path: str, slug: str, client: httpx.AsyncClient) -> None:
    answer = await client.get(path)
    assert answer.status_code == 404
    assert answer.json()["type"] == f"/problems/{slug}"


async def test_too_many_to_compare_are_refused(client: httpx.AsyncClient) -> None:
    ids = ",".join(f"n{number}" for number in range(11))
    answer = await client.get(f"/v1/nutrients/compare?ids={ids}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "?ids"


async def test_an_interaction_is_told_once_a_side(client: httpx.AsyncClient) -> None:
    for nutrient in ("magnesium", "calcium", "iron", "zinc", "vitamin-d"):
        rows = await everything(client, f"/v1/nutrients/{nutrient}/interactions?fields=kind,other")
        places = [(row["kind"], row["other"]["id"]) for row in rows]
        assert len(places) == len(set(places)) > 3
