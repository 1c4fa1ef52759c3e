"""What of an assessment concerns this person: medicines, conditions, life stage and diet."""

import csv
from typing import Any

import httpx
import pytest

from app.assessment.texts import PLAIN_NOTES
from app.settings import ROOT

pytestmark = pytest.mark.anyio


async def candidate(client: httpx.AsyncClient, cause: str, symptoms: list[str], **profile: Any) -> Any:
    body = {
        "symptoms": [{"id": symptom} for symptom in symptoms],
        "profile": profile,
        "options": {"limit": 100},
    }
    answer = await client.post("/v1/assess", json=body)
    assert answer.status_code == 200, answer.text
    return next(one for one in answer.json()["candidates"] if one["id"] == cause)


@pytest.mark.parametrize(
    ("nutrient", "profile", "words"),
    [
        ("potassium", {"conditions": ["chronic kidney disease"]}, "Weak kidneys cannot pass potassium"),
        ("magnesium", {"conditions": ["chronic kidney disease"]}, "unless your kidney team agrees"),
        ("phosphorus", {"conditions": ["chronic kidney disease"]}, "Never take phosphate"),
        ("vitamin-k", {"medications": ["warfarin"]}, "Keep your intake steady"),
        ("iron", {"medications": ["levothyroxine"]}, "Keep at least 4 hours between them"),
        ("calcium", {"medications": ["Synthroid"]}, "Keep at least 4 hours between them"),
        ("iron", {"conditions": ["haemochromatosis"]}, "Iron is not for you"),
        ("vitamin-a", {"pregnant": True, "age_years": 30}, "Avoid liver"),
        ("iodine", {"pregnant": True, "age_years": 30}, "Do not use kelp"),
        ("potassium", {"medications": ["furosemide"]}, "These water pills"),
    ],
)
async def test_what_a_person_declares_is_the_first_caution(
    client: httpx.AsyncClient, nutrient: str, profile: dict[str, Any], words: str
) -> None:
    said = ["fatigue", "muscle-weakness", "muscle-cramps", "easy-bruising", "night-blindness", "goiter"]
    found = await candidate(client, f"{nutrient}-deficiency", said, **profile)
    assert words in found["cautions"][0]
    first = found["interactions"][0]
    assert found["cautions"][0] == f"{first['because'][0]['name']}: {first['effect']} {first['advice']}"
    assert first["sources"]
    assert len(found["cautions"]) > len(found["interactions"])


async def test_without_anything_declared_no_caution_is_personal(client: httpx.AsyncClient) -> None:
    found = await candidate(client, "iron-deficiency", ["fatigue"], age_years=30, sex="female")
    assert found["interactions"] == []
    assert found["cautions"]


async def test_hours_to_leave_between_are_told_as_a_number(client: httpx.AsyncClient) -> None:
    found = await candidate(client, "iron-deficiency", ["fatigue"], medications=["levothyroxine"])
    assert [one["spacing_hours"] for one in found["interactions"]] == [4.0]


@pytest.mark.parametrize(
    ("nutrient", "profile", "name"),
    [
        ("potassium", {"conditions": ["chronic kidney disease"]}, "Chronic kidney disease"),
        ("potassium", {"conditions": ["dialysis"]}, "Dialysis"),
        ("vitamin-k", {"medications": ["warfarin"]}, "Warfarin"),
        ("iron", {"conditions": ["hemochromatosis"]}, "Hemochromatosis (iron overload)"),
    ],
)
async def test_foods_that_could_harm_are_not_named_and_it_is_said_why(
    client: httpx.AsyncClient, nutrient: str, profile: dict[str, Any], name: str
) -> None:
    said = ["fatigue", "muscle-weakness", "easy-bruising"]
    found = await candidate(client, f"{nutrient}-deficiency", said, age_years=60, sex="male", **profile)
    assert found["foods"] == []
    assert name in found["foods_note"]
    assert found["recommended_intake"]["note"].startswith("The figure is for healthy people.")


async def test_no_foods_are_told_without_a_reason(client: httpx.AsyncClient) -> None:
    body = {"symptoms": [{"id": "fatigue"}, {"id": "goiter"}], "options": {"limit": 100}}
    for diet in ("omnivore", "vegan"):
        for age in ({"age_months": 8}, {"age_years": 8}, {"age_years": 80}):
            answer = (await client.post("/v1/assess", json={**body, "profile": {"diet": diet, **age}})).json()
            for one in answer["candidates"]:
                told = one["foods_note"] is not None
                assert told == (one["kind"] == "deficiency" and not one["foods"]), (one["id"], diet, age)


async def test_the_note_on_iron_of_plants_is_for_those_whom_it_concerns(client: httpx.AsyncClient) -> None:
    for diet, told in (("vegan", True), ("vegetarian", True), ("omnivore", False)):
        found = await candidate(client, "iron-deficiency", ["fatigue"], age_years=30, sex="female", diet=diet)
        assert ("1.8 times" in (found["recommended_intake"]["note"] or "")) is told


async def test_notes_of_the_tables_are_told_in_words_for_readers(client: httpx.AsyncClient) -> None:
    with (ROOT / "seed" / "reference" / "dri.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    shown = {row["note"] for row in rows if row["measure"] in {"RDA", "AI", "UL"}} - {""}
    assert shown <= PLAIN_NOTES.keys()
    found = await candidate(client, "magnesium-deficiency", ["muscle-cramps"], age_years=30, sex="female")
    limit = found["recommended_intake"]["upper_limit"]
    assert limit["note"] == "This limit is for supplements and medicines only, not for food and water."


@pytest.mark.parametrize(
    ("cause", "first"),
    [
        ("vitamin-d-deficiency", "vitamin-d-25-oh"),
        ("vitamin-b12-deficiency", "vitamin-b12-serum"),
        ("iron-deficiency", "ferritin"),
        ("magnesium-deficiency", "magnesium-serum"),
        ("potassium-deficiency", "potassium-serum"),
    ],
)
async def test_the_test_that_tells_most_comes_first_with_its_limits(
    client: httpx.AsyncClient, cause: str, first: str
) -> None:
    found = await candidate(client, cause, ["fatigue", "muscle-weakness"])
    assert found["lab_tests"][0] == first
    asked = found["tests_to_ask_about"]
    assert [one["id"] for one in asked] == found["lab_tests"][: len(asked)]
    assert asked[0]["what_it_shows"]
    assert asked[0]["limits"]


async def test_what_raised_the_prior_odds_is_told_in_a_sentence(client: httpx.AsyncClient) -> None:
    found = await candidate(client, "vitamin-b12-deficiency", ["fatigue"], diet="vegan")
    assert [one["plain"] for one in found["prior"]["because"]] == [
        'With "Vegan diet", the odds of this become about 8 times as high, before any finding is counted.'
    ]
    found = await candidate(client, "normal-pregnancy-changes", ["fatigue"], pregnant=True)
    assert [one["plain"] for one in found["prior"]["because"]] == [
        '"Pregnancy" is in the starting figure or another reason already, so it adds nothing.'
    ]


@pytest.mark.parametrize(
    ("profile", "words", "note"),
    [
        ({"conditions": ["coeliac disease"]}, ("wheat", "noodles", "pasta", "bread"), "gluten"),
        ({"diet": "gluten-free"}, ("wheat", "noodles", "pasta", "bread"), "gluten"),
        ({"conditions": ["lactose intolerance"]}, ("yogurt", "milk, ", "cheese"), "milk"),
        ({"diet": "dairy-free"}, ("yogurt", "milk, ", "cheese"), "milk"),
    ],
)
async def test_foods_that_a_condition_rules_out_are_not_named(
    client: httpx.AsyncClient, profile: dict[str, Any], words: tuple[str, ...], note: str
) -> None:
    body = {
        "symptoms": [{"id": "fatigue"}, {"id": "tingling-feet"}, {"id": "muscle-cramps"}],
        "profile": {"age_years": 40, "sex": "female", **profile},
        "options": {"limit": 100},
    }
    answer = (await client.post("/v1/assess", json=body)).json()
    names = [food["name"].lower() for one in answer["candidates"] for food in one["foods"]]
    assert names
    wrong = [name for name in names for word in words if word in name]
    assert not [name for name in wrong if not name.startswith(("beverages, ", "almond milk", "soymilk"))]
    assert f"Foods with {note} are left out by their names alone; read the label." in answer["coverage"]


async def test_a_diet_told_among_the_habits_counts_for_foods_too(client: httpx.AsyncClient) -> None:
    given = await candidate(client, "iron-deficiency", ["fatigue"], age_years=40, sex="male", diet="vegan")
    told = await candidate(
        client, "iron-deficiency", ["fatigue"], age_years=40, sex="male", lifestyle=["vegan"]
    )
    assert told["foods"] == given["foods"] != []
    assert told["recommended_intake"] == given["recommended_intake"]


async def test_a_small_child_is_pointed_to_no_whole_nuts(client: httpx.AsyncClient) -> None:
    found = await candidate(client, "magnesium-deficiency", ["muscle-cramps"], age_years=3, sex="male")
    assert found["foods"]
    names = [food["name"] for food in found["foods"]]
    hard = [
        name for name in names if name.startswith(("Nuts, ", "Seeds, ", "Peanuts")) and "butter" not in name
    ]
    assert not hard
    body = {"symptoms": [{"id": "fatigue"}], "profile": {"age_years": 3}}
    coverage = (await client.post("/v1/assess", json=body)).json()["coverage"]
    assert any(line.startswith("Portions of foods are those that adults eat") for line in coverage)


async def test_the_strongest_reason_is_told_in_a_sentence(client: httpx.AsyncClient) -> None:
    found = await candidate(client, "vitamin-b12-deficiency", ["fatigue"], diet="vegan")
    assert found["counterfactual"]["plain"].startswith('Without "Vegan diet", this would be so for ')


async def test_an_amount_without_a_portion_has_its_unit_too(client: httpx.AsyncClient) -> None:
    found = await candidate(client, "iodine-deficiency", ["goiter"], age_years=40, sex="female")
    assert [food["per_portion"] for food in found["foods"]] == [None] * len(found["foods"])
    assert {food["unit"] for food in found["foods"]} == {"ug"}
