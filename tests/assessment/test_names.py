"""A page of a partner shows names: each record that an answer names by id stands with its name."""

from typing import Any, get_args

import httpx
import pytest

from app.assessment.requests import AssessmentOptions
from app.assessment.schemas import AssessmentRead
from app.expansion.members import expandable
from app.intake.schemas import IntakeOptions, IntakeRead

pytestmark = pytest.mark.anyio

BODY: dict[str, Any] = {
    "symptoms": [
        {"text": "tired all the time"},
        {"text": "craving ice"},
        {"id": "muscle-cramps", "present": False},
        {"id": "chest-pain"},
        {"text": "moth burning"},
    ],
    "profile": {
        "age_years": 29,
        "sex": "female",
        "pregnant": True,
        "diet": "vegan",
        "medications": ["Prilosec", "omeprozol or so"],
    },
    "labs": [{"test": "ferritin", "value": 8, "unit": "ng/mL"}, {"test": "feritin blod", "value": 8}],
    "intake": [{"food": 170556, "grams_per_day": 30}, {"food": 168878, "grams_per_day": 1200}],
    "options": {"limit": 100},
}


async def names(client: httpx.AsyncClient) -> dict[str, str]:
    """Give the names of all records that an assessment may name, by id, as the lists tell them."""
    found: dict[str, str] = {}
    for path in ("nutrients", "symptoms", "risk-factors", "lab-tests", "life-stages"):
        cursor: dict[str, str] | None = {}
        while cursor is not None:
            page = (await client.get(f"/v1/{path}", params={"limit": 100, **cursor})).json()
            found |= {item["id"]: item.get("name", item.get("label")) for item in page["items"]}
            cursor = {"cursor": page["next_cursor"]} if page["next_cursor"] else None
    return found


async def test_what_speaks_for_and_against_is_named(client: httpx.AsyncClient) -> None:
    known = await names(client)
    answer = (await client.post("/v1/assess", json=BODY)).json()
    kinds = set()
    for candidate in answer["candidates"]:
        if candidate["nutrient"] is not None:
            assert candidate["nutrient_name"] == known[candidate["nutrient"]]
        assert [(one["id"], one["name"]) for one in candidate["lab_tests_named"]] == [
            (one, known[one]) for one in candidate["lab_tests"]
        ]
        for piece in candidate["evidence"]:
            kinds.add(piece["kind"])
            assert piece["name"] == known[piece["id"]]
            assert piece["counted_as_name"] == known[piece["counted_as"]]
            assert (piece["via"] is None) == (piece["via_name"] is None)
        for reason in candidate["prior"]["because"]:
            kinds.add(reason["kind"])
            assert reason["name"] == (known[reason["id"]] if reason["kind"] != "gate" else candidate["name"])
        if candidate["counterfactual"]:
            assert candidate["counterfactual"]["name"]
        if candidate["recommended_intake"]:
            assert (
                candidate["recommended_intake"]["life_stage_name"]
                == known[candidate["recommended_intake"]["life_stage"]]
            )
    assert kinds >= {"symptom", "absent-symptom", "lab", "intake", "risk-factor", "gate"}
    for question in answer["next_questions"]:
        assert question["name"] == known[question["id"]]


async def test_what_set_the_urgency_is_named(client: httpx.AsyncClient) -> None:
    known = await names(client)
    triage = (await client.post("/v1/assess", json=BODY)).json()["triage"]
    assert triage["red_flags"]
    for told in (triage, *triage["red_flags"]):
        assert [(one["id"], one["name"]) for one in told["because_named"]] == [
            (one, known[one]) for one in told["because"]
        ]


async def test_what_may_have_been_meant_is_named(client: httpx.AsyncClient) -> None:
    known = await names(client)
    unmatched = (await client.post("/v1/assess", json=BODY)).json()["unmatched"]
    assert any(one["suggestions"] for one in unmatched)
    for one in unmatched:
        named = {(two["id"], two["name"]) for two in one["suggestions_named"]}
        assert named == {(two, known[two]) for two in one["suggestions"] if two in known}


async def test_a_page_can_cite_without_a_second_request(client: httpx.AsyncClient) -> None:
    body = BODY | {"options": {"limit": 3, "expand": ["sources", "lab_tests"]}}
    answer = (await client.post("/v1/assess", json=body)).json()
    cited = {
        source
        for candidate in answer["candidates"]
        for told in (candidate, candidate["prior"], *candidate["evidence"], *candidate["prior"]["because"])
        for source in told["sources"]
    }
    assert cited <= answer["expanded"]["sources"].keys()
    assert all(source["title"] for source in answer["expanded"]["sources"].values())
    assert set(answer["candidates"][0]["lab_tests"]) <= answer["expanded"]["lab_tests"].keys()


async def test_nothing_stands_beside_an_answer_unless_asked_for(client: httpx.AsyncClient) -> None:
    assert (await client.post("/v1/assess", json=BODY)).json()["expanded"] is None


async def test_an_intake_is_told_with_its_life_stage_and_its_sources(client: httpx.AsyncClient) -> None:
    body = {
        "foods": [{"food": 170556, "grams_per_day": 30}],
        "profile": {"age_years": 17, "sex": "female", "pregnant": True},
        "options": {"nutrients": ["iron"], "expand": ["sources"]},
    }
    answer = (await client.post("/v1/intake", json=body)).json()
    assert answer["life_stage_name"] == (await names(client))["pregnancy-14-18-y"]
    assert answer["nutrients"][0]["recommended"]["sources"][0] in answer["expanded"]["sources"]


@pytest.mark.parametrize(
    ("options", "answer"), [(AssessmentOptions, AssessmentRead), (IntakeOptions, IntakeRead)]
)
def test_all_that_an_answer_names_can_be_asked_for(options: Any, answer: Any) -> None:
    [members] = get_args(options.model_fields["expand"].annotation)
    assert set(get_args(members)) == expandable(answer)
