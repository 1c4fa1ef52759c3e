"""Risk factors, lab tests, red flags and sources, through the API."""

import httpx
import pytest

pytestmark = pytest.mark.anyio


async def test_a_brand_name_finds_the_medicine(client: httpx.AsyncClient) -> None:
    page = (await client.get("/v1/risk-factors?q=Prilosec")).json()
    assert page["items"][0]["id"] == "omeprazole"


async def test_a_medicine_inherits_from_its_class(client: httpx.AsyncClient) -> None:
    record = (await client.get("/v1/risk-factors/omeprazole")).json()
    effects = {effect["cause"]["id"]: effect for effect in record["effects"]}
    magnesium = effects["magnesium-deficiency"]
    assert magnesium["inherited_from"]["id"] == "proton-pump-inhibitors"
    assert magnesium["measured_odds_ratio"] == {"value": 1.71, "low": 1.33, "high": 2.19}
    assert magnesium["sources"]


async def test_a_class_names_its_members(client: httpx.AsyncClient) -> None:
    record = (await client.get("/v1/risk-factors/proton-pump-inhibitors")).json()
    assert "omeprazole" in {member["id"] for member in record["members"]}


@pytest.mark.parametrize(("kind", "least"), [("condition", 60), ("medication", 100), ("lifestyle", 20)])
async def test_there_are_many_of_each_kind(kind: str, least: int, client: httpx.AsyncClient) -> None:
    page = (await client.get(f"/v1/risk-factors?kind={kind}&limit=1")).json()
    assert page["total"] >= least


async def test_a_test_tells_units_cut_offs_and_what_misleads(client: httpx.AsyncClient) -> None:
    record = (await client.get("/v1/lab-tests/magnesium-serum")).json()
    assert record["unit"] == "mmol/L"
    factors = {row["unit"]: row["factor"] for row in record["conversions"]}
    assert factors["mg/dL"] == pytest.approx(0.4114, abs=0.001)
    assert record["misleads"]
    low = [band for band in record["bands"] if band["interpretation"] in {"low", "severely-low"}]
    assert all(band["likelihood_ratio"]["value"] > 1 for band in low)
    assert low


async def test_the_most_urgent_rules_come_first(client: httpx.AsyncClient) -> None:
    page = (await client.get("/v1/red-flags?limit=100")).json()
    order = ["emergency", "urgent", "routine"]
    levels = [order.index(item["level"]) for item in page["items"]]
    assert levels == sorted(levels)
    assert page["total"] >= 50
    assert all(item["sources"] and item["advice"] for item in page["items"])


async def test_a_source_tells_what_cites_it(client: httpx.AsyncClient) -> None:
    record = (await client.get("/v1/nutrients/magnesium")).json()
    source = (await client.get(f"/v1/sources/{record['sources'][0]}")).json()
    assert {"kind": "nutrient", "id": "magnesium"} in source["cited_by"]


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("/v1/risk-factors/nonsense", "risk-factor-not-found"),
        ("/v1/lab-tests/nonsense", "lab-test-not-found"),
        ("/v1/red-flags/nonsense", "red-flag-not-found"),
        ("/v1/sources/nonsense", "source-not-found"),
    ],
)
async def test_unknown_ids_are_problems(path: str, slug: str, client: httpx.AsyncClient) -> None:
    answer = await client.get(path)
    assert answer.status_code == 404
    assert answer.json()["type"] == f"/problems/{slug}"
