from typing import Any

import pytest
from pydantic import ValidationError

from app.assessment.requests import AssessmentRequest

FATIGUE = {"id": "fatigue"}


def read(**body: Any) -> AssessmentRequest:
    return AssessmentRequest.model_validate({"symptoms": [FATIGUE], **body})


def test_symptoms_alone_are_enough() -> None:
    body = read()
    assert body.symptoms[0].present
    assert (body.options.limit, body.options.explain) == (10, True)
    assert body.profile.years() is None


def test_the_documented_example_is_valid() -> None:
    for example in AssessmentRequest.model_json_schema()["examples"]:
        AssessmentRequest.model_validate(example)


def test_months_are_told_in_years() -> None:
    assert read(profile={"age_months": 6}).profile.years() == 0.5
    assert read(profile={"age_years": 34}).profile.years() == 34


@pytest.mark.parametrize("value", [0.62, 5, "low", "<2.2"])
def test_a_result_is_a_number_or_words(value: object) -> None:
    assert read(labs=[{"test": "t", "value": value}]).labs[0].value == value


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"symptoms": []}, ("symptoms",)),
        ({"symptoms": [FATIGUE] * 51}, ("symptoms",)),
        ({"symptoms": [{}]}, ("symptoms", 0)),
        ({"symptoms": [{"id": "fatigue", "text": "tired"}]}, ("symptoms", 0)),
        ({"symptoms": [{"id": "Not A Slug"}]}, ("symptoms", 0, "id")),
        ({"symptoms": [{"text": ""}]}, ("symptoms", 0, "text")),
        ({"symptoms": [{"text": "a\x00b"}]}, ("symptoms", 0, "text")),
        ({"symptoms": [{"text": "\ud800"}]}, ("symptoms", 0, "text")),
        ({"symptoms": [{"id": "fatigue", "present": "no"}]}, ("symptoms", 0, "present")),
        ({"symptoms": [{"id": "fatigue", "present": 1}]}, ("symptoms", 0, "present")),
        ({"symptoms": [{"id": "fatigue", "duration_days": -1}]}, ("symptoms", 0, "duration_days")),
        ({"symptoms": [{"id": "fatigue", "qualifiers": ["odd"]}]}, ("symptoms", 0, "qualifiers", 0)),
        ({"symptoms": [{"id": "fatigue", "extra": 1}]}, ("symptoms", 0, "extra")),
        ({"profile": None}, ("profile",)),
        ({"profile": {"age_years": "34"}}, ("profile", "age_years")),
        ({"profile": {"age_years": True}}, ("profile", "age_years")),
        ({"profile": {"age_years": 121}}, ("profile", "age_years")),
        ({"profile": {"age_years": float("nan")}}, ("profile", "age_years")),
        ({"profile": {"age_months": 1.5}}, ("profile", "age_months")),
        ({"profile": {"age_months": 1441}}, ("profile", "age_months")),
        ({"profile": {"age_years": 1, "age_months": 12}}, ("profile",)),
        ({"profile": {"sex": "male", "pregnant": True}}, ("profile",)),
        ({"profile": {"sex": "male", "lactating": True}}, ("profile",)),
        ({"profile": {"diet": "air"}}, ("profile", "diet")),
        ({"profile": {"conditions": ["x"] * 51}}, ("profile", "conditions")),
        ({"labs": [{"test": "t", "value": True}]}, ("labs", 0, "value")),
        ({"labs": [{"test": "t", "value": None}]}, ("labs", 0, "value")),
        ({"labs": [{"test": "t", "value": ""}]}, ("labs", 0, "value")),
        ({"labs": [{"test": "t", "value": "a\nb"}]}, ("labs", 0, "value")),
        ({"labs": [{"test": "t", "value": "x" * 61}]}, ("labs", 0, "value")),
        ({"labs": [{"test": "t", "value": 1e10}]}, ("labs", 0, "value")),
        ({"labs": [{"test": "t", "value": float("nan")}]}, ("labs", 0, "value")),
        ({"labs": [{"value": 1}]}, ("labs", 0, "test")),
        ({"intake": [{"food": 1, "grams_per_day": 0}]}, ("intake", 0, "grams_per_day")),
        ({"intake": [{"food": "1", "grams_per_day": 5}]}, ("intake", 0, "food")),
        ({"options": {"limit": 0}}, ("options", "limit")),
        ({"options": {"limit": 101}}, ("options", "limit")),
        ({"options": {"explain": "yes"}}, ("options", "explain")),
        ({"unknown": 1}, ("unknown",)),
    ],
)
def test_what_does_not_fit_the_contract_is_refused_where_it_stands(
    body: dict[str, Any], place: tuple[str | int, ...]
) -> None:
    with pytest.raises(ValidationError) as caught:
        read(**body)
    assert [error["loc"] for error in caught.value.errors()] == [place]
