"""No GET of `/v1` takes a query parameter that it does not know."""

import re
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

pytestmark = pytest.mark.anyio

IDS = {
    "nutrient": "metal", "symptom": "twitch", "trigger": "coffee", "risk_factor": "red-pill",
    "red_flag": "gone-stiff", "lab_test": "metal-serum", "source": "book", "food": "1",
}  # fmt: skip


def parts(answer: httpx.Response) -> list[dict[str, Any]]:
    """Give the single things wrong."""
    assert answer.status_code == 422, answer.text
    found: list[dict[str, Any]] = answer.json()["errors"]
    return found


async def test_every_get_refuses_what_it_does_not_know(
    small_app: FastAPI, small_client: httpx.AsyncClient
) -> None:
    seen = 0
    for template, item in small_app.openapi()["paths"].items():
        if "get" in item and template.startswith("/v1"):
            path = re.sub(r"\{(.*?)\}", lambda found: IDS[found[1]], template)
            [part] = parts(await small_client.get(f"{path}?zzz=1"))
            assert part["pointer"] == "?zzz"
            known = {one["name"] for one in item["get"].get("parameters", []) if one["in"] == "query"}
            assert all(name in part["detail"] for name in known), template
            seen += 1
    assert seen > 20


async def test_a_typo_is_told_what_it_may_mean(small_client: httpx.AsyncClient) -> None:
    [part] = parts(await small_client.get("/v1/nutrients?limt=2"))
    assert (part["pointer"], part["suggestions"]) == ("?limt", ["limit"])


async def test_names_are_told_apart_by_case(small_client: httpx.AsyncClient) -> None:
    [part] = parts(await small_client.get("/v1/nutrients?Limit=2"))
    assert part["suggestions"] == ["limit"]


async def test_a_parameter_is_given_once(small_client: httpx.AsyncClient) -> None:
    [part] = parts(await small_client.get("/v1/nutrients?limit=2&limit=2"))
    assert part["pointer"] == "?limit"


async def test_all_that_is_unknown_is_told_at_once(small_client: httpx.AsyncClient) -> None:
    found = parts(await small_client.get("/v1/nutrients?a=1&a=2&b"))
    # A name without a value is none that the framework reads.
    assert [part["pointer"] for part in found] == ["?a", "?b"]


async def test_head_is_judged_as_get(small_client: httpx.AsyncClient) -> None:
    assert (await small_client.head("/v1/nutrients?zzz=1")).status_code == 422


async def test_a_fault_that_two_dependencies_meet_is_told_once(small_client: httpx.AsyncClient) -> None:
    assert [part["pointer"] for part in parts(await small_client.get("/v1/nutrients?limit=0"))] == ["?limit"]


@pytest.mark.parametrize(
    ("path", "pointer", "suggestion"),
    [
        ("/v1/nutrients?kind=minerals", "?kind", "mineral"),
        ("/v1/nutrients?has_profile=yess", "?has_profile", "true"),
        ("/v1/nutrients/metal/symptoms?kind=deficient", "?kind", "deficiency"),
        ("/v1/nutrients/metal/symptoms?stance=support", "?stance", "supports"),
        ("/v1/nutrients/metal/interactions?kind=medicine", "?kind", "medication"),
        ("/v1/nutrients/metal/foods?sort=-amounts", "?sort", "-amount"),
        ("/v1/nutrients/metal/foods?per=portions", "?per", "portion"),
        ("/v1/symptoms?body_system=generall", "?body_system", "general"),
        ("/v1/symptoms?kind=complaints", "?kind", "complaint"),
        ("/v1/symptoms?parent=twich", "?parent", "twitch"),
        ("/v1/foods?diet=vegann", "?diet", "vegan"),
        ("/v1/foods?category=Beef+Product", "?category", "Beef Products"),
        ("/v1/triggers?kind=deficiency", "?kind", "rule-out"),
        ("/v1/triggers?category=cafeine", "?category", "caffeine"),
        ("/v1/risk-factors?kind=medications", "?kind", "medication"),
        ("/v1/risk-factors?cause=metal-deficency", "?cause", "metal-deficiency"),
        ("/v1/red-flags?level=emergncy", "?level", "emergency"),
        ("/v1/lab-tests?nutrient=metl", "?nutrient", "metal"),
        ("/v1/sources?kind=datasets", "?kind", "dataset"),
        ("/v1/search?q=metal&kind=symptoms", "?kind", "symptom"),
        ("/v1/rda?nutrient=metl", "?nutrient", "metal"),
        ("/v1/rda?sex=femal", "?sex", "female"),
        ("/v1/rda?authority=nasen", "?authority", "nasem"),
        ("/v1/rda?measure=RDAA", "?measure", "RDA"),
        ("/v1/rda?life_stage=female-19-31-y", "?life_stage", "female-19-30-y"),
        ("/v1/life-stages?authority=esfa", "?authority", "efsa"),
    ],
)
async def test_a_value_that_is_not_known_is_refused_with_those_near_it(
    small_client: httpx.AsyncClient, path: str, pointer: str, suggestion: str
) -> None:
    found = parts(await small_client.get(path))
    assert [part["pointer"] for part in found] == [pointer]
    assert suggestion in found[0]["suggestions"]


async def test_what_only_another_authority_has_is_refused(small_client: httpx.AsyncClient) -> None:
    for query in ("measure=PRI", "life_stage=female-18-y"):
        found = parts(await small_client.get(f"/v1/rda?{query}"))
        assert found[1]["pointer"] == "?authority"
        assert "efsa" in found[1]["suggestions"]
        assert (await small_client.get(f"/v1/rda?{query}&authority=all")).json()["total"] == 1


async def test_a_limit_above_the_greatest_is_refused(small_client: httpx.AsyncClient) -> None:
    assert parts(await small_client.get("/v1/foods?limit=101"))[0]["pointer"] == "?limit"
