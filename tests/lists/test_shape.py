"""`fields` and `expand` on lists and on single records."""

from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.anyio

RECORDS = [
    "/v1/nutrients/metal", "/v1/symptoms/lip-twitch", "/v1/foods/1", "/v1/triggers/coffee",
    "/v1/risk-factors/red-pill", "/v1/red-flags/gone-stiff", "/v1/lab-tests/metal-serum", "/v1/sources/book",
]  # fmt: skip


async def get(client: httpx.AsyncClient, path: str) -> Any:
    answer = await client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("path", RECORDS)
async def test_fields_trim_a_record(small_client: httpx.AsyncClient, path: str) -> None:
    whole = await get(small_client, path)
    name = next(member for member in whole if member not in {"id", "expanded"})
    trimmed = await get(small_client, f"{path}?fields={name}")
    assert {name: whole[name], "id": whole["id"]}.items() <= trimmed.items()
    assert set(trimmed) - {"expanded"} == {name, "id"}


@pytest.mark.parametrize("path", RECORDS)
async def test_a_record_refuses_a_field_that_it_does_not_have(
    small_client: httpx.AsyncClient, path: str
) -> None:
    answer = await small_client.get(f"{path}?fields=idd,zzz")
    assert answer.status_code == 422
    first, second = answer.json()["errors"]
    assert (first["pointer"], "id" in first["suggestions"]) == ("?fields", True)
    assert second["suggestions"] == []


async def test_nothing_is_expanded_unless_asked_for(small_client: httpx.AsyncClient) -> None:
    assert (await get(small_client, "/v1/symptoms/twitch"))["expanded"] is None
    assert (await get(small_client, "/v1/symptoms"))["expanded"] is None


async def test_the_sources_of_a_record_are_those_of_every_claim_in_it(
    small_client: httpx.AsyncClient,
) -> None:
    record = await get(small_client, "/v1/symptoms/twitch?expand=sources")
    source = await get(small_client, "/v1/sources/book")
    del source["cited_by"]
    assert record["expanded"]["sources"] == {"book": source}
    # The record itself is as it was: what is expanded stands beside it.
    plain = await get(small_client, "/v1/symptoms/twitch")
    assert {**record, "expanded": None} == plain


async def test_members_are_expanded_by_the_kind_that_they_name(small_client: httpx.AsyncClient) -> None:
    record = await get(small_client, "/v1/symptoms/lip-twitch?expand=parent,wider,cause,nutrient")
    found = record["expanded"]
    summaries = {item["id"]: item for item in (await get(small_client, "/v1/symptoms"))["items"]}
    assert found["symptoms"] == {"twitch": summaries["twitch"]}
    assert set(found["causes"]) == {"metal-deficiency", "coffee", "frost", "benign"}
    assert set(found["nutrients"]) == {"metal"}
    assert found["sources"] == {}


@pytest.mark.parametrize(
    ("path", "kind", "ids"),
    [
        ("/v1/risk-factors?expand=member_of", "risk_factors", {"pills"}),
        ("/v1/risk-factors/red-pill?expand=nutrient", "nutrients", {"metal"}),
        ("/v1/red-flags?expand=all_of", "symptoms", {"stiffness"}),
        ("/v1/lab-tests?expand=nutrients", "nutrients", {"metal"}),
        ("/v1/lab-tests/metal-serum?expand=cause", "causes", {"metal-deficiency"}),
        ("/v1/nutrients/metal?expand=lab_tests", "lab_tests", {"metal-serum"}),
        ("/v1/nutrients/metal/symptoms?expand=symptom", "symptoms", {"twitch", "lip-twitch"}),
        ("/v1/nutrients/metal/interactions?expand=sources", "sources", {"book"}),
        ("/v1/nutrients/metal/foods?expand=sources", "sources", {"usda-fooddata-central"}),
        ("/v1/foods/1?expand=nutrient", "nutrients", {"metal"}),
        ("/v1/conflicts?expand=causes", "causes", {"metal-deficiency"}),
        ("/v1/rda?sex=male&expand=life_stage", "life_stages", {"male-19-30-y"}),
        ("/v1/triggers/frost?expand=via", "causes", {"coffee"}),
    ],
)
async def test_each_list_and_record_can_expand_what_it_names(
    small_client: httpx.AsyncClient, path: str, kind: str, ids: set[str]
) -> None:
    found = (await get(small_client, path))["expanded"][kind]
    assert set(found) == ids
    assert all(record["id"] == record_id for record_id, record in found.items())


async def test_an_unknown_name_is_refused_with_those_near_it(small_client: httpx.AsyncClient) -> None:
    answer = await small_client.get("/v1/symptoms?expand=source,name")
    assert answer.status_code == 422
    first, second = answer.json()["errors"]
    assert (first["pointer"], first["suggestions"]) == ("?expand", ["sources"])
    assert "parent, sources" in second["detail"]


async def test_only_what_fields_show_is_expanded(small_client: httpx.AsyncClient) -> None:
    record = await get(small_client, "/v1/symptoms/lip-twitch?fields=wider&expand=wider")
    assert set(record) == {"id", "wider", "expanded"}
    assert set(record["expanded"]["symptoms"]) == {"twitch"}
    answer = await small_client.get("/v1/symptoms/lip-twitch?fields=wider&expand=sources")
    assert answer.status_code == 422
    assert "`fields`" in answer.json()["errors"][0]["detail"]


async def test_fields_expand_and_ids_go_together(small_client: httpx.AsyncClient) -> None:
    page = await get(small_client, "/v1/symptoms?ids=stiffness,spasm&fields=name,sources&expand=sources")
    assert [set(item) for item in page["items"]] == [{"id", "name", "sources"}] * 2
    assert set(page["expanded"]["sources"]) == {"book"}
