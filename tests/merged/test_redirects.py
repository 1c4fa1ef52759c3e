"""Ids that were merged into others: 308 in paths, taken for the new ones elsewhere."""

from typing import Any

import httpx
import pytest

from tests.seeding.world import FILES, MERGED_IDS, changed, faults_of

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/v1/nutrients/ore", "/v1/nutrients/metal"),
        ("/v1/nutrients/ore/symptoms", "/v1/nutrients/metal/symptoms"),
        (
            "/v1/nutrients/ore/foods?per=100g&q=a%20b%C3%A9",
            "/v1/nutrients/metal/foods?per=100g&q=a%20b%C3%A9",
        ),
        ("/v1/nutrients/ore/interactions", "/v1/nutrients/metal/interactions"),
        ("/v1/symptoms/spasm?fields=name", "/v1/symptoms/twitch?fields=name"),
        ("/v1/triggers/espresso", "/v1/triggers/coffee"),
        ("/v1/risk-factors/crimson-pill", "/v1/risk-factors/red-pill"),
        ("/v1/lab-tests/ore-serum", "/v1/lab-tests/metal-serum"),
        ("/v1/red-flags/gone-rigid", "/v1/red-flags/gone-stiff"),
        ("/v1/sources/booklet", "/v1/sources/book"),
    ],
)
async def test_a_merged_id_leads_to_where_the_record_is_now(
    small_client: httpx.AsyncClient, path: str, location: str
) -> None:
    answer = await small_client.get(path)
    assert answer.status_code == 308
    assert answer.headers["Location"] == location
    new_id = location.split("?", maxsplit=1)[0].split("/")[3]
    assert answer.json() == {
        "id": new_id,
        "location": location,
        "merged_on": "2026-02-03",
        "why": "They were one and the same.",
    }
    assert (await small_client.get(path, follow_redirects=True)).status_code == 200


async def test_only_the_id_in_the_path_is_replaced(small_client: httpx.AsyncClient) -> None:
    answer = await small_client.get("/v1/nutrients/ore/foods?q=ore")
    assert answer.headers["Location"] == "/v1/nutrients/metal/foods?q=ore"


async def test_head_is_led_as_get(small_client: httpx.AsyncClient) -> None:
    answer = await small_client.head("/v1/symptoms/spasm")
    assert (answer.status_code, answer.headers["Location"]) == (308, "/v1/symptoms/twitch")


async def test_a_redirect_is_told_in_the_contract(small_client: httpx.AsyncClient) -> None:
    document = (await small_client.get("/openapi.json")).json()
    for path, item in document["paths"].items():
        led = "{" in path and "{food}" not in path
        assert ("308" in item.get("get", item.get("post"))["responses"]) == led, path


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/v1/symptoms?parent=spasm", "/v1/symptoms?parent=twitch"),
        ("/v1/lab-tests?nutrient=ore", "/v1/lab-tests?nutrient=metal"),
        ("/v1/rda?nutrient=ore", "/v1/rda?nutrient=metal"),
        ("/v1/risk-factors?cause=ore-deficiency", "/v1/risk-factors?cause=metal-deficiency"),
        ("/v1/model?cause=ore-deficiency", "/v1/model?cause=metal-deficiency"),
        ("/v1/nutrients?ids=leaf,ore", "/v1/nutrients?ids=leaf,metal"),
        ("/v1/triggers?ids=espresso,frost", "/v1/triggers?ids=coffee,frost"),
        ("/v1/sources?ids=booklet", "/v1/sources?ids=book"),
        ("/v1/nutrients/compare?ids=ore,leaf", "/v1/nutrients/compare?ids=metal,leaf"),
    ],
)
async def test_a_merged_id_in_a_query_means_the_new_one(
    small_client: httpx.AsyncClient, old: str, new: str
) -> None:
    answer = await small_client.get(old)
    assert answer.status_code == 200, answer.text
    assert answer.json() == (await small_client.get(new)).json()


def body(symptom: str, pill: str, test: str) -> dict[str, Any]:
    """Give a request by three ids."""
    return {
        "symptoms": [{"id": symptom}, {"text": "stiff as a board"}],
        "profile": {"medications": [pill]},
        "labs": [{"test": test, "value": 5, "unit": "mg/L"}],
    }


@pytest.mark.parametrize("wrap", [False, True])
async def test_merged_ids_in_an_assessment_mean_the_new_ones(
    small_client: httpx.AsyncClient, wrap: bool
) -> None:
    answers = []
    for one in (body("spasm", "crimson-pill", "ore-serum"), body("twitch", "red-pill", "metal-serum")):
        path, sent = ("/v1/assess/batch", {"items": [one]}) if wrap else ("/v1/assess", one)
        answer = await small_client.post(path, json=sent)
        assert answer.status_code == 200, answer.text
        answers.append(answer.json())
    assert answers[0] == answers[1]
    told = answers[0]["items"][0]["assessment"] if wrap else answers[0]
    kinds = {fact["kind"] for candidate in told["candidates"] for fact in candidate["evidence"]}
    assert {"symptom", "lab"} <= kinds
    assert told["unmatched"] == []


async def test_merged_ids_in_an_intake_mean_the_new_ones(small_client: httpx.AsyncClient) -> None:
    answers = [
        await small_client.post(
            "/v1/intake",
            json={"foods": [{"food": 1, "grams_per_day": 50}], "options": {"nutrients": [nutrient]}},
        )
        for nutrient in ("ore", "metal")
    ]
    assert answers[0].status_code == 200, answers[0].text
    assert answers[0].json() == answers[1].json()


# --- the seed file ----------------------------------------------------------------------------------


def entry(old: str, new: str, kind: str = "symptom") -> str:
    """Write one more entry."""
    return (
        f'[[merged]]\nkind = "{kind}"\nold = "{old}"\nnew = "{new}"\nmerged_on = 2026-02-03\nwhy = "Same."\n'
    )


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        (entry("stiffness", "twitch"), "is the id of a symptom; an id that was merged is never reused"),
        (entry("alpha-linolenic-acid", "metal", "nutrient"), "is the id of a nutrient"),
        (entry("metal-deficiency", "coffee", "cause"), "is the id of a cause"),
        (entry("cramp", "nothing"), "no symptom has the id 'nothing'"),
        (entry("cramp", "metal"), "no symptom has the id 'metal'"),
        (entry("cramp", "spasm"), "'spasm' was merged itself; name where that one went"),
        (entry("spasm", "stiffness"), "stands twice"),
        (entry("cramp", "cramp"), "'cramp' was merged itself"),
        (entry("cramp", "twitch", "food"), "Input should be"),
        (entry("cramp", "twitch").replace("why", "because"), "Field required"),
    ],
)
async def test_an_entry_that_leads_nowhere_is_a_fault(tmp_path: Any, more: str, fault: str) -> None:
    files = {**FILES, "merged_ids.toml": MERGED_IDS + more}
    assert any(fault in one for one in faults_of(tmp_path, files)), faults_of(tmp_path, files)


async def test_a_seed_needs_no_merged_ids(tmp_path: Any) -> None:
    files = {name: text for name, text in FILES.items() if name != "merged_ids.toml"}
    assert faults_of(tmp_path, files) == []


async def test_what_a_broken_file_holds_is_no_second_fault(tmp_path: Any) -> None:
    files = changed("symptoms/twitch.toml", 'kind = "complaint"', 'kind = "stone"')
    assert not [one for one in faults_of(tmp_path, files) if "merged_ids" in one]
