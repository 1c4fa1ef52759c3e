"""The rules that one record can break: each sound record is accepted, and each breach refused."""

import tomllib
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from app.seeding import schemas
from tests.seeding.world import FILES

Raw = dict[str, Any]


def record(name: str, table: str | None = None, position: int = 0) -> Raw:
    """Give the raw form of a record of the small seed."""
    raw = tomllib.loads(FILES[name])
    return raw if table is None else raw[table][position]


def sound() -> dict[type[BaseModel], Raw]:
    """Give one sound raw record of each kind."""
    return {
        schemas.Source: record("sources/all.toml", "source", 1),
        schemas.Symptom: record("symptoms/twitch.toml"),
        schemas.Cause: record("causes/coffee.toml"),
        schemas.Nutrient: record("nutrients/metal.toml"),
        schemas.RiskFactor: record("risk-factors/all.toml", "risk_factor", 1),
        schemas.LabTest: record("lab-tests/all.toml", "lab_test"),
        schemas.RedFlag: record("red-flags/all.toml", "red_flag"),
        schemas.Conflict: record("conflicts/all.toml", "conflict"),
    }


def with_parts(raw: Raw, parts: Raw) -> Raw:
    """Set members, `a.0.b` reaching inside; a value of `...` takes a member out."""
    for path, value in parts.items():
        node: Any = raw
        *way, last = [int(part) if part.isdecimal() else part for part in path.split(".")]
        for part in way:
            node = node[part]
        if value is ...:
            del node[last]
        else:
            node[last] = value
    return raw


def refusal(model: type[BaseModel], parts: Raw) -> str:
    """Give the messages with which a changed record is refused."""
    with pytest.raises(ValidationError) as raised:
        model.model_validate(with_parts(sound()[model], parts))
    return "; ".join(problem["msg"] for problem in raised.value.errors())


@pytest.mark.parametrize("model", sound(), ids=lambda model: model.__name__)
def test_a_sound_record_is_accepted(model: type[BaseModel]) -> None:
    model.model_validate(sound()[model])


@pytest.mark.parametrize("model", sound(), ids=lambda model: model.__name__)
def test_an_unknown_key_is_refused(model: type[BaseModel]) -> None:
    assert "Extra inputs are not permitted" in refusal(model, {"colour": "blue"})


@pytest.mark.parametrize("model", sound(), ids=lambda model: model.__name__)
@pytest.mark.parametrize("bad", ["Metal", "metal_", "-metal", "m", "métal", "metal iron", "x" * 65, ""])
def test_an_id_that_is_no_slug_is_refused(model: type[BaseModel], bad: str) -> None:
    assert refusal(model, {"id": bad})


@pytest.mark.parametrize(
    "model", [model for model in sound() if model is not schemas.Source], ids=lambda model: model.__name__
)
def test_a_record_without_source_or_with_a_review_due_before_it_is_refused(model: type[BaseModel]) -> None:
    assert "at least 1 item" in refusal(model, {"sources": []})
    assert "review_due must lie after last_reviewed" in refusal(
        model, {"review_due": sound()[model]["last_reviewed"]}
    )


@pytest.mark.parametrize(
    ("model", "parts", "message"),
    [
        (schemas.Source, {"doi": ...}, "give a url, doi or pmid"),
        (schemas.Source, {"doi": "doi:10.1/x"}, "should match pattern"),
        (schemas.Source, {"url": "ftp://a.example"}, "should match pattern"),
        (schemas.Source, {"url": "https://a.example/a b"}, "should match pattern"),
        (schemas.Source, {"pmid": "PMC123"}, "should match pattern"),
        (schemas.Source, {"year": 1799}, "greater than or equal to 1800"),
        (schemas.Source, {"title": "a\0b"}, "should match pattern"),
        (schemas.Symptom, {"hpo_id": "HP:0000001"}, "give hpo_id, or local_reason"),
        (schemas.Symptom, {"local_reason": ...}, "give hpo_id, or local_reason"),
        (schemas.Symptom, {"hpo_id": "HP:1", "local_reason": ...}, "should match pattern"),
        (schemas.Symptom, {"parent": "twitch"}, "a symptom cannot be its own parent"),
        (schemas.Symptom, {"lay_names": []}, "at least 1 item"),
        (schemas.Symptom, {"lay_names": ["x" * 121]}, "at most 120 characters"),
        (schemas.Symptom, {"background.rule": "rare"}, "give either rate"),
        (schemas.Symptom, {"background.rate": ...}, "give either rate"),
        (schemas.Symptom, {"background.low": 0.3}, "a rate needs low <= rate <= high"),
        (schemas.Symptom, {"background.high": ...}, "a rate needs low <= rate <= high"),
        (schemas.Symptom, {"background.rate": 1.1, "background.high": 2}, "less than or equal to 1"),
        (schemas.Symptom, {"background.basis": "stated rule"}, "basis is 'stated rule' exactly where"),
        (
            schemas.Symptom,
            {"background.rate": 0, "background.low": 0},
            "rate must be above 0",
        ),
        (schemas.Cause, {"nutrient": "metal"}, "nutrient is given exactly where kind is"),
        (schemas.Cause, {"kind": "excess"}, "nutrient is given exactly where kind is"),
        (schemas.Cause, {"category": ...}, "category is given exactly where kind is"),
        (
            schemas.Cause,
            {"kind": "excess", "nutrient": "metal"},
            "category is given exactly where kind is",
        ),
        (schemas.Cause, {"priors": []}, "at least 1 item"),
        (schemas.Cause, {"priors.0.sex": "female"}, "one prior must hold for everybody"),
        (schemas.Cause, {"priors.0.low": 0}, "need 0 < low <= prevalence <= high < 1"),
        (schemas.Cause, {"priors.0.high": 1}, "need 0 < low <= prevalence <= high < 1"),
        (schemas.Cause, {"priors.0.low": 0.15}, "need 0 < low <= prevalence <= high < 1"),
        (
            schemas.Cause,
            {"priors.0.age_min_years": 50, "priors.0.age_max_years": 50},
            "age_min_years must lie below age_max_years",
        ),
        (schemas.Cause, {"symptoms.0.cases": 5}, "cases and of belong together"),
        (
            schemas.Cause,
            {"symptoms.0.frequency": ..., "symptoms.0.cases": 6, "symptoms.0.of": 5},
            "cases 6 exceeds of 5",
        ),
        (
            schemas.Cause,
            {
                "symptoms.0.frequency": ...,
                "symptoms.0.percent": 51,
                "symptoms.0.cases": 5,
                "symptoms.0.of": 10,
            },
            "percent 51.0 does not follow from 5/10 (50.0)",
        ),
        (schemas.Cause, {"symptoms.0.frequency": ...}, "give exactly one of frequency, percent"),
        (schemas.Cause, {"symptoms.0.percent": 40}, "give exactly one of frequency, percent"),
        (schemas.Cause, {"symptoms.0.basis": "measured"}, "basis 'measured' needs percent"),
        (
            schemas.Cause,
            {"symptoms.0.frequency": ..., "symptoms.0.likelihood_ratio": 2},
            "likelihood_ratio needs likelihood_ratio_low",
        ),
        (
            schemas.Cause,
            {
                "symptoms.0.frequency": ...,
                "symptoms.0.likelihood_ratio": 2,
                "symptoms.0.likelihood_ratio_low": 3,
                "symptoms.0.likelihood_ratio_high": 4,
            },
            "likelihood_ratio needs likelihood_ratio_low",
        ),
        (
            schemas.Cause,
            {
                "symptoms.0.frequency": ...,
                "symptoms.0.stance": "contradicts",
                "symptoms.0.likelihood_ratio": 2,
                "symptoms.0.likelihood_ratio_low": 1,
                "symptoms.0.likelihood_ratio_high": 4,
            },
            "a contradicted link cannot have a likelihood ratio above 1",
        ),
        (schemas.Cause, {"symptoms.0.sources": []}, "at least 1 item"),
        (schemas.Cause, {"icd10": ["e61.2"]}, "should match pattern"),
        (schemas.Nutrient, {"deficiency.nutrient": "leaf"}, "nutrient = 'metal'"),
        (schemas.Nutrient, {"deficiency.kind": "excess"}, "kind = 'deficiency'"),
        (schemas.Nutrient, {"deficiency.id": "low-metal"}, "deficiency.id must be 'metal-deficiency'"),
        (schemas.Nutrient, {"roles": []}, "at least 1 item"),
        (schemas.Nutrient, {"roles.0.sources": []}, "at least 1 item"),
        (schemas.Nutrient, {"interactions.0.spacing_hours": 49}, "less than or equal to 48"),
        (schemas.Nutrient, {"levels.0.percent": 101}, "less than or equal to 100"),
        (schemas.RiskFactor, {"effects.0.effect_class": "weak"}, "give odds_ratio (measured) or"),
        (schemas.RiskFactor, {"effects.0.odds_ratio": ...}, "give odds_ratio (measured) or"),
        (schemas.RiskFactor, {"effects.0.low": ...}, "odds_ratio needs low <= odds_ratio <= high"),
        (schemas.RiskFactor, {"effects.0.high": 15}, "odds_ratio needs low <= odds_ratio <= high"),
        (schemas.RiskFactor, {"effects.0.basis": "expert range"}, "an odds_ratio has basis 'measured'"),
        (schemas.RiskFactor, {"effects.0.odds_ratio": 0}, "greater than 0"),
        (schemas.RiskFactor, {"kind": "diet"}, "atc and brand_names belong to medications"),
        (schemas.RiskFactor, {"applies_to": {"sex": "female"}}, "applies_to belongs to life stages"),
        (
            schemas.RiskFactor,
            {
                "kind": "life-stage",
                "brand_names": [],
                "applies_to": {"age_min_years": 60, "age_max_years": 50},
            },
            "age_min_years must lie below age_max_years",
        ),
        (schemas.RiskFactor, {"atc": ["a02bc"]}, "should match pattern"),
        (schemas.LabTest, {"bands.0.max": ...}, "a band needs min, max or both"),
        (schemas.LabTest, {"bands.0.min": 10}, "min must lie below max"),
        (schemas.LabTest, {"bands.0.low": 11}, "need low <= likelihood_ratio <= high"),
        (schemas.LabTest, {"bands.0.likelihood_ratio": 0}, "greater than 0"),
        (schemas.LabTest, {"conversions": [{"unit": "g/L", "factor": 0}]}, "greater than 0"),
        (schemas.LabTest, {"loinc": ["2601"]}, "should match pattern"),
        (schemas.LabTest, {"plausible_max": 0}, "plausible_min must lie below plausible_max"),
        (schemas.RedFlag, {"all_of": []}, "a rule needs findings (all_of) or labs"),
        (schemas.RedFlag, {"all_of": [[]]}, "at least 1 item"),
        (schemas.RedFlag, {"level": "self-care"}, "a red flag is emergency, urgent or routine"),
        (schemas.RedFlag, {"labs": [{"test": "metal-serum"}]}, "give below or above"),
        (
            schemas.RedFlag,
            {"labs": [{"test": "metal-serum", "below": 1, "above": 2}]},
            "give below or above",
        ),
        (schemas.RedFlag, {"min_duration_days": -1}, "greater than or equal to 0"),
        (schemas.RedFlag, {"age_min_years": 131}, "less than or equal to 130"),
        (
            schemas.RedFlag,
            {"age_min_years": 60, "age_max_years": 50},
            "age_min_years must lie below age_max_years",
        ),
        (
            schemas.LabTest,
            {"bands.0.age_min_years": 60, "bands.0.age_max_years": 50},
            "age_min_years must lie below age_max_years",
        ),
        (schemas.Conflict, {"positions": []}, "at least 2 items"),
        (schemas.Conflict, {"positions.0.sources": []}, "at least 1 item"),
    ],
)
def test_a_breach_of_a_rule_is_refused(model: type[BaseModel], parts: Raw, message: str) -> None:
    assert message in refusal(model, parts)


def test_an_effect_stands_once_for_each_cause() -> None:
    raw = sound()[schemas.RiskFactor]
    raw["effects"] *= 2
    with pytest.raises(ValidationError, match="effect on the same cause twice: metal-deficiency"):
        schemas.RiskFactor.model_validate(raw)


def test_a_symptom_stands_once_for_each_direction_of_a_claim() -> None:
    raw = sound()[schemas.Cause]
    [link] = raw["symptoms"]
    raw["symptoms"] = [link, {**link, "direction": "cause-given-symptom"}]
    schemas.Cause.model_validate(raw)
    raw["symptoms"] = [link, link]
    with pytest.raises(ValidationError, match="symptom linked twice: twitch"):
        schemas.Cause.model_validate(raw)


def test_a_claim_that_failed_needs_no_strength() -> None:
    raw = with_parts(
        sound()[schemas.Cause], {"symptoms.0.frequency": ..., "symptoms.0.stance": "contradicts"}
    )
    assert schemas.Cause.model_validate(raw).symptoms[0].frequency is None


def test_a_percentage_may_be_rounded() -> None:
    parts = {
        "symptoms.0.frequency": ...,
        "symptoms.0.percent": 33,
        "symptoms.0.cases": 1,
        "symptoms.0.of": 3,
    }
    assert schemas.Cause.model_validate(with_parts(sound()[schemas.Cause], parts)).symptoms[0].percent == 33


def test_a_rule_of_this_project_needs_no_address() -> None:
    schemas.Source.model_validate(record("sources/all.toml", "source", 0))


@pytest.mark.parametrize("figure", [float("nan"), float("inf"), -float("inf")])
@pytest.mark.parametrize(
    ("model", "path"),
    [
        (schemas.Symptom, "background.rate"),
        (schemas.Cause, "priors.0.prevalence"),
        (schemas.RiskFactor, "effects.0.odds_ratio"),
        (schemas.LabTest, "bands.0.max"),
        (schemas.LabTest, "plausible_max"),
    ],
)
def test_a_figure_is_finite(model: type[BaseModel], path: str, figure: float) -> None:
    assert refusal(model, {path: figure})
