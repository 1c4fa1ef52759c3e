"""Symptom pages, lists and the language of symptoms, through the API."""

import httpx
import pytest

pytestmark = pytest.mark.anyio


async def test_a_page_tells_of_claims_about_wider_symptoms_too(client: httpx.AsyncClient) -> None:
    page = (await client.get("/v1/symptoms/lip-twitching")).json()
    levels = {link["cause"]["id"]: link["symptom"]["id"] for link in page["nutrients"]}
    assert levels["magnesium-deficiency"] == "lip-twitching"
    assert levels["calcium-deficiency"] in {"facial-twitching", "muscle-twitching"}
    triggers = {link["cause"]["id"] for link in page["other_triggers"]}
    assert {"stress", "caffeine", "sleep-loss"} <= triggers


async def test_a_claim_nearer_to_the_symptom_stands_in_for_a_wider_one(client: httpx.AsyncClient) -> None:
    page = (await client.get("/v1/symptoms/eyelid-twitching")).json()
    magnesium = [link for link in page["nutrients"] if link["cause"]["id"] == "magnesium-deficiency"]
    assert [(link["symptom"]["id"], link["stance"]) for link in magnesium] == [
        ("eyelid-twitching", "contradicts")
    ]


async def test_supported_claims_come_before_contradicted_ones(client: httpx.AsyncClient) -> None:
    page = (await client.get("/v1/symptoms/eyelid-twitching")).json()
    stances = [link["stance"] == "contradicts" for link in page["nutrients"]]
    assert stances == sorted(stances)
    assert any(stances)


async def test_a_page_has_all_that_a_partner_needs(client: httpx.AsyncClient) -> None:
    page = (await client.get("/v1/symptoms/lip-twitching")).json()
    assert page["parent"] == "facial-twitching"
    assert [row["id"] for row in page["wider"]] == ["facial-twitching", "muscle-twitching"]
    for member in ("description", "when_to_seek_care", "question"):
        assert page[member]
    assert page["key_points"]
    assert page["faq"]
    assert 0 < page["background_rate"] < 1


async def test_lists_narrow_by_body_system_and_parent(client: httpx.AsyncClient) -> None:
    eyes = (await client.get("/v1/symptoms?body_system=eyes&limit=100")).json()
    assert eyes["total"] == len(eyes["items"]) > 10
    assert {item["body_system"] for item in eyes["items"]} == {"eyes"}
    below = (await client.get("/v1/symptoms?parent=muscle-twitching")).json()
    assert "facial-twitching" in {item["id"] for item in below["items"]}


@pytest.mark.parametrize(
    ("words", "symptom"),
    [
        ("my eye keeps jumping", "eyelid-twitching"),
        ("feet burn at night", "burning-feet"),
        ("hair coming out in clumps", "hair-shedding"),
        ("lip keeps jumping", "lip-twitching"),
        ("always tired", "fatigue"),
        ("diarhea", "diarrhea"),
    ],
)
async def test_everyday_words_find_the_record(words: str, symptom: str, client: httpx.AsyncClient) -> None:
    found = (await client.get("/v1/symptoms", params={"q": words})).json()
    assert found["items"][0]["id"] == symptom
    found = (await client.get("/v1/search", params={"q": words, "kind": "symptom"})).json()
    assert found["items"][0]["id"] == symptom


async def test_a_sentence_is_understood_with_its_denial(client: httpx.AsyncClient) -> None:
    text = "my lip keeps jumping and I feel tired, but no cramps"
    answer = (await client.post("/v1/symptoms/parse", json={"text": text})).json()
    found = {mention["symptom"]["id"]: mention["present"] for mention in answer["mentions"]}
    assert found == {"lip-twitching": True, "fatigue": True, "muscle-cramps": False}
    for mention in answer["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["text"]


async def test_what_is_not_understood_comes_back(client: httpx.AsyncClient) -> None:
    answer = (await client.post("/v1/symptoms/parse", json={"text": "my car will not start"})).json()
    assert answer["mentions"] == []
    assert answer["unmatched"]


async def test_common_causes_come_before_rare_ones_whose_symptom_tells_more(
    client: httpx.AsyncClient,
) -> None:
    page = (await client.get("/v1/symptoms/eyelid-twitching")).json()
    triggers = [link["cause"]["id"] for link in page["other_triggers"]]
    assert triggers.index("sleep-loss") < triggers.index("hemifacial-spasm-disease")
    ratios = [(link["likelihood_ratio"] or {"value": 1.0})["value"] for link in page["other_triggers"]]
    assert ratios == [*(one for one in ratios if one >= 1.2), *(one for one in ratios if one < 1.2)]


async def test_a_page_orders_causes_as_the_assessment_of_that_symptom_alone(
    client: httpx.AsyncClient,
) -> None:
    page = (await client.get("/v1/symptoms/fatigue")).json()
    body = {"symptoms": [{"id": "fatigue"}], "options": {"limit": 100, "explain": False}}
    ranked = [one["id"] for one in (await client.post("/v1/assess", json=body)).json()["candidates"]]
    shown = [
        link["cause"]["id"]
        for link in page["nutrients"]
        if link["likelihood_ratio"] and link["likelihood_ratio"]["value"] >= 1.2
    ]
    assert len(shown) > 10
    assert shown == [cause for cause in ranked if cause in shown]
