"""`POST /v1/assess` over HTTP, on the real content."""

import json
from itertools import permutations
from math import isclose, log
from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.anyio

BODY: dict[str, Any] = {
    "symptoms": [
        {"id": "lip-twitching"},
        {"text": "pins and needles round my mouth"},
        {"id": "muscle-cramps", "present": False},
    ],
    "profile": {
        "age_years": 34,
        "sex": "female",
        "pregnant": False,
        "lactating": False,
        "diet": "vegan",
        "conditions": ["crohns-disease"],
        "medications": ["omeprazole"],
        "lifestyle": ["high-caffeine"],
    },
    "intake": [{"food": 170556, "grams_per_day": 30}],
    "options": {"limit": 20, "explain": True},
}
WOMAN = {"age_years": 30, "sex": "female"}


async def ask(client: httpx.AsyncClient, body: dict[str, Any]) -> dict[str, Any]:
    answer = await client.post("/v1/assess", json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def refused(client: httpx.AsyncClient, body: dict[str, Any]) -> dict[str, Any]:
    answer = await client.post("/v1/assess", json=body)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    found: dict[str, Any] = answer.json()
    return found


async def test_the_sum_can_be_redone_from_the_answer(client: httpx.AsyncClient) -> None:
    found = await ask(client, BODY)
    assert found["candidates"]
    for candidate in found["candidates"]:
        probability, prior = candidate["probability"], candidate["prior"]
        weights = sum(piece["weight"] for piece in candidate["evidence"])
        logit = log(probability) - log(1 - probability)
        assert isclose(logit, log(prior["odds"]) + weights, abs_tol=1e-6)
        low, high = candidate["interval"]
        assert low <= probability <= high
        used = prior["base_odds"]
        for reason in prior["because"]:
            used *= reason["odds_ratio_used"]
            assert reason["sources"]
        assert isclose(used, prior["odds"], rel_tol=1e-6)
        assert prior["sources"]
        for piece in candidate["evidence"]:
            assert isclose(log(piece["likelihood_ratio"]), piece["weight"], abs_tol=1e-9)
            assert piece["grade"] in "ABCD"
            assert piece["sources"]
            assert piece["mechanism"]
            assert piece["plain"]


async def test_the_same_request_gives_the_same_bytes_in_any_order(
    client: httpx.AsyncClient,
) -> None:
    first = await client.post("/v1/assess", json=BODY)
    for order in permutations(BODY["symptoms"]):
        profile = {**BODY["profile"], "medications": ["omeprazole", "omeprazole"]}
        body = {**BODY, "symptoms": [*order, order[0]], "profile": profile}
        assert (await client.post("/v1/assess", json=body)).content == first.content


async def test_nothing_is_cached(client: httpx.AsyncClient) -> None:
    answer = await client.post("/v1/assess", json=BODY)
    assert answer.headers["cache-control"] == "no-store"


async def test_a_nutrient_comes_with_intake_foods_and_texts(client: httpx.AsyncClient) -> None:
    found = await ask(client, BODY)
    candidate = next(one for one in found["candidates"] if one["id"] == "magnesium-deficiency")
    intake = candidate["recommended_intake"]
    assert (intake["measure"], intake["value"], intake["unit"]) == ("RDA", 320, "mg")
    assert intake["life_stage"] == "female-31-50-y"
    assert intake["upper_limit"]["value"] == 350
    assert candidate["foods"]
    for food in candidate["foods"]:
        vegan = (await client.get(f"/v1/foods/{food['id']}")).json()["diets"]
        assert "vegan" in vegan
        assert food["percent_of_rda"] > 0
    assert candidate["cautions"]
    assert candidate["summary"]


async def test_without_age_and_sex_the_range_for_adults_is_given(
    client: httpx.AsyncClient,
) -> None:
    body = {"symptoms": [{"id": "lip-twitching"}]}
    found = await ask(client, body)
    candidate = next(one for one in found["candidates"] if one["id"] == "magnesium-deficiency")
    intake = candidate["recommended_intake"]
    assert intake["value"] is None
    assert intake["life_stage"] is None
    assert (intake["low"], intake["high"]) == (310, 420)
    assert "range for adults" in intake["note"]
    assert any("Age and sex" in line for line in found["coverage"])


@pytest.mark.parametrize("symptom", ["lip-twitching", "eyelid-twitching"])
@pytest.mark.parametrize("sex", ["female", "male"])
@pytest.mark.parametrize("age", [20, 34, 49, 64])
async def test_a_lone_twitch_in_a_healthy_adult_is_benign(
    client: httpx.AsyncClient, symptom: str, sex: str, age: int
) -> None:
    body = {
        "symptoms": [{"id": symptom}],
        "profile": {"age_years": age, "sex": sex},
        "options": {"limit": 100},
    }
    found = await ask(client, body)
    assert found["candidates"][0]["kind"] == "benign"
    for candidate in found["candidates"]:
        assert candidate["kind"] != "deficiency" or candidate["probability"] <= 0.25
    assert found["triage"]["level"] == "self-care"
    assert "two weeks" in found["triage"]["advice"]


async def test_benign_is_on_a_short_list_with_its_true_rank(client: httpx.AsyncClient) -> None:
    body = {
        "symptoms": [{"id": "spoon-nails"}, {"id": "pica"}, {"id": "pallor"}, {"id": "fatigue"}],
        "profile": WOMAN,
    }
    short = await ask(client, {**body, "options": {"limit": 2}})
    whole = await ask(client, {**body, "options": {"limit": 100}})
    assert [one["kind"] for one in short["candidates"]][1] == "benign"
    assert short["candidates"] == [one for one in whole["candidates"] if one in short["candidates"]]


async def test_unknown_words_give_an_honest_empty_ranking(client: httpx.AsyncClient) -> None:
    found = await ask(client, {"symptoms": [{"text": "xyzzy plugh"}]})
    assert found["candidates"] == []
    assert found["next_questions"] == []
    assert found["unmatched"][0]["text"] == "xyzzy plugh"
    assert found["triage"]["level"] == "routine"


async def test_an_unknown_id_is_refused_with_suggestions(client: httpx.AsyncClient) -> None:
    found = await refused(client, {"symptoms": [{"id": "lip-twiching"}]})
    assert found["type"].endswith("/unknown-symptom")
    (part,) = found["errors"]
    assert part["pointer"] == "/symptoms/0/id"
    assert "lip-twitching" in part["suggestions"]


async def test_a_contradiction_is_refused(client: httpx.AsyncClient) -> None:
    entries = [{"id": "fatigue"}, {"id": "fatigue", "present": False}]
    found = await refused(client, {"symptoms": entries})
    assert found["type"].endswith("/contradictory-symptoms")


async def test_what_was_sent_is_not_told_back_in_errors(client: httpx.AsyncClient) -> None:
    found = await refused(client, {"symptoms": [{"id": "my-secret-illness"}]})
    assert "secret" not in json.dumps(found)


async def test_explain_false_leaves_the_reasons_out(client: httpx.AsyncClient) -> None:
    body = {**BODY, "options": {"limit": 3, "explain": False}}
    short = await ask(client, body)
    full = await ask(client, {**BODY, "options": {"limit": 3}})
    for one, other in zip(short["candidates"], full["candidates"], strict=True):
        assert (one["evidence"], one["prior"]["because"]) == ([], [])
        assert one["probability"] == other["probability"]


async def test_an_emergency_stays_one_whatever_else_is_said(client: httpx.AsyncClient) -> None:
    alone = await ask(client, {"symptoms": [{"id": "seizure"}]})
    more = await ask(client, {"symptoms": [{"id": "seizure"}, {"id": "fatigue"}]})
    assert alone["triage"]["level"] == more["triage"]["level"] == "emergency"
    assert "emergency number" in alone["triage"]["advice"]


async def test_foods_that_do_not_exist_are_reported(client: httpx.AsyncClient) -> None:
    body = {**BODY, "intake": [{"food": 1, "grams_per_day": 5}]}
    found = await ask(client, body)
    assert {"text": "1", "kind": "food"}.items() <= found["unmatched"][0].items()


async def test_a_whole_days_diet_counts_and_a_snack_does_not(client: httpx.AsyncClient) -> None:
    rice = 168878  # white rice, cooked: much energy, hardly any magnesium
    body = {"symptoms": [{"id": "muscle-cramps"}], "profile": WOMAN, "options": {"limit": 100}}

    async def intake_weight(grams: float) -> float | None:
        found = await ask(client, {**body, "intake": [{"food": rice, "grams_per_day": grams}]})
        magnesium = next(one for one in found["candidates"] if one["id"] == "magnesium-deficiency")
        pieces = [piece for piece in magnesium["evidence"] if piece["kind"] == "intake"]
        return pieces[0]["weight"] if pieces else None

    assert await intake_weight(100) is None
    heavy = await intake_weight(1000)
    assert heavy is not None
    assert heavy > 0


async def test_diets_that_foods_are_not_checked_for_are_named(client: httpx.AsyncClient) -> None:
    body = {"symptoms": [{"id": "fatigue"}], "profile": {**WOMAN, "diet": "low-salt"}}
    assert any("not checked for salt" in line for line in (await ask(client, body))["coverage"])


async def test_an_infants_age_may_be_told_in_months(client: httpx.AsyncClient) -> None:
    body = {"symptoms": [{"id": "easy-bruising"}], "profile": {"age_months": 1}}
    found = await ask(client, {**body, "options": {"limit": 100}})
    vitamin_k = next(one for one in found["candidates"] if one["nutrient"] == "vitamin-k")
    assert vitamin_k["recommended_intake"]["life_stage"] == "infant-0-6-mo"


async def test_pregnancy_has_its_own_life_stage(client: httpx.AsyncClient) -> None:
    body = {
        "symptoms": [{"id": "pallor"}],
        "profile": {"age_years": 30, "pregnant": True},
        "options": {"limit": 100},
    }
    found = await ask(client, body)
    iron = next(one for one in found["candidates"] if one["id"] == "iron-deficiency")
    assert iron["recommended_intake"]["life_stage"] == "pregnancy-19-30-y"
    assert iron["recommended_intake"]["value"] == 27


async def test_words_that_report_and_deny_are_taken_as_a_report_and_said_so(
    client: httpx.AsyncClient,
) -> None:
    entries = [{"text": "headache and tired"}, {"text": "no headache, but a sore throat"}]
    found = await ask(client, {"symptoms": entries, "profile": WOMAN})
    assert any("both report and deny" in line for line in found["coverage"])
    headache = [
        piece["kind"]
        for candidate in found["candidates"]
        for piece in candidate["evidence"]
        if piece["id"] == "headache"
    ]
    assert headache
    assert set(headache) == {"symptom"}
