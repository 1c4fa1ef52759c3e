"""Words to ids, on a small world of round numbers."""

from typing import Any

import pytest

from app.assessment.errors import ContradictorySymptomsError, UnknownSymptomError
from app.assessment.requests import AssessmentRequest, Profile
from app.assessment.understanding import Understood, person_of, understand
from app.language.lexicon import Lexicon, LexiconEntry, LexiconPhrase
from app.language.results import Kind
from app.scoring.knowledge import Person
from app.scoring.labs import LabResult
from app.vocabulary import Interpretation, Qualifier, RiskFactorKind, Sex
from tests.scoring.worlds import SERUM, risk, small_world, symptom

KNOWLEDGE = small_world(
    symptoms=[symptom("muscle-cramps"), symptom("fatigue"), symptom("headache")],
    causes=[],
    risk_factors=[
        risk("crohns-disease"),
        risk("omeprazole", kind=RiskFactorKind.MEDICATION),
        risk("little-sun", kind=RiskFactorKind.LIFESTYLE),
        risk("diet-vegan", kind=RiskFactorKind.DIET),
        risk("drinking", kind=RiskFactorKind.LIFESTYLE),
        risk("addiction"),
    ],
    lab_tests=[SERUM],
)


def entry(kind: Kind, record: str, name: str, *phrases: str) -> LexiconEntry:
    return LexiconEntry(
        kind=kind, id=record, name=name, phrases=tuple(LexiconPhrase(text) for text in phrases)
    )


LEXICON = Lexicon(
    [
        entry(Kind.SYMPTOM, "muscle-cramps", "Muscle cramps", "cramps"),
        entry(Kind.SYMPTOM, "fatigue", "Fatigue", "tired", "worn out"),
        entry(Kind.SYMPTOM, "headache", "Headache", "head hurts"),
        entry(Kind.CONDITION, "crohns-disease", "Crohn's disease", "crohn disease"),
        entry(Kind.MEDICATION, "omeprazole", "Omeprazole", "prilosec"),
        entry(Kind.LIFESTYLE, "little-sun", "Little sun", "hardly any sun"),
        entry(Kind.DIET, "diet-vegan", "Vegan diet", "vegan"),
        entry(Kind.LIFESTYLE, "drinking", "Drinking", "drinks alcohol", "alcohol"),
        entry(Kind.CONDITION, "addiction", "Alcohol use disorder", "alcohol abuse", "alcoholic"),
        entry(Kind.LAB_TEST, "serum", "Serum test", "serum level"),
    ]
)


def told(*symptoms: dict[str, Any], **more: Any) -> Understood:
    body = AssessmentRequest.model_validate({"symptoms": symptoms or [{"id": "fatigue"}], **more})
    return understand(body, KNOWLEDGE, LEXICON)


def findings(understood: Understood) -> dict[str, bool]:
    return {finding.symptom: finding.present for finding in understood.findings}


def test_ids_are_taken_as_they_are() -> None:
    understood = told(
        {"id": "fatigue", "duration_days": 3, "qualifiers": ["severe"]},
        {"id": "headache", "present": False},
    )
    assert findings(understood) == {"fatigue": True, "headache": False}
    assert understood.findings[0].qualifiers == {Qualifier.SEVERE}
    assert understood.findings[0].duration_days == 3
    assert not understood.matched
    assert not understood.unmatched


def test_words_are_understood_with_negation() -> None:
    understood = told({"text": "tired for two weeks but no cramps"})
    assert findings(understood) == {"fatigue": True, "muscle-cramps": False}
    assert {(row.id, row.present, row.kind) for row in understood.matched} == {
        ("fatigue", True, "symptom"),
        ("muscle-cramps", False, "symptom"),
    }
    assert understood.findings[0].duration_days == 14


def test_an_absent_entry_denies_whatever_its_words_say() -> None:
    assert findings(told({"text": "no cramps", "present": False})) == {"muscle-cramps": False}
    assert findings(told({"text": "cramps", "present": False})) == {"muscle-cramps": False}


def test_what_the_entry_says_of_the_duration_goes_before_the_words() -> None:
    understood = told({"text": "tired for two weeks", "duration_days": 30})
    assert understood.findings[0].duration_days == 30


def test_an_unknown_id_is_an_error_with_suggestions() -> None:
    with pytest.raises(UnknownSymptomError) as caught:
        told({"id": "fatigue"}, {"id": "muscle-cramp"}, {"id": "zzz"})
    parts = caught.value.errors
    assert [part.pointer for part in parts] == ["/symptoms/1/id", "/symptoms/2/id"]
    assert parts[0].suggestions[0] == "muscle-cramps"


def test_unknown_words_are_reported_and_noted_for_triage() -> None:
    understood = told({"text": "xyzzy plugh"})
    assert understood.findings == []
    assert [(row.text, row.kind) for row in understood.unmatched] == [("xyzzy plugh", "symptom")]
    assert understood.anything_unclear


def test_words_without_any_content_are_reported_too() -> None:
    understood = told({"text": "..."})
    assert [row.text for row in understood.unmatched] == ["..."]
    assert understood.anything_unclear


def test_unknown_words_that_are_denied_leave_triage_alone() -> None:
    understood = told({"text": "xyzzy plugh", "present": False}, {"text": "...", "present": False})
    assert len(understood.unmatched) == 2
    assert not understood.anything_unclear


@pytest.mark.parametrize(
    "entries",
    [
        [{"id": "fatigue"}, {"id": "fatigue", "present": False}],
        [{"id": "fatigue", "present": False}, {"text": "tired"}],
        [{"text": "tired"}, {"text": "worn out", "present": False}],
    ],
)
def test_a_plain_contradiction_is_refused(entries: list[dict[str, Any]]) -> None:
    with pytest.raises(ContradictorySymptomsError) as caught:
        told(*entries)
    assert caught.value.errors[0].pointer == "/symptoms/1"


def test_words_that_say_both_are_taken_as_a_report() -> None:
    understood = told({"text": "I am tired, but no headache"}, {"text": "tired. head hurts"})
    assert findings(understood) == {"fatigue": True, "headache": True}
    assert understood.both_said == {"headache"}


def test_factors_are_understood_by_id_and_by_words_under_any_heading() -> None:
    understood = told(
        profile={
            "diet": "vegan",
            "conditions": ["crohns-disease", "Crohn disease", "Prilosec"],
            "medications": ["omeprazole"],
            "lifestyle": ["hardly any sun"],
        }
    )
    assert understood.risk_factors == {"crohns-disease", "omeprazole", "little-sun", "diet-vegan"}
    assert {(row.text, row.kind) for row in understood.matched} == {
        ("Crohn disease", "condition"),
        ("Prilosec", "condition"),
        ("hardly any sun", "lifestyle"),
    }


@pytest.mark.parametrize(
    ("text", "meant"), [("alcohol abuse", "addiction"), ("alcoholic", "addiction"), ("alcohol", "drinking")]
)
def test_what_covers_more_of_a_text_wins_over_the_heading(text: str, meant: str) -> None:
    assert told(profile={"lifestyle": [text]}).risk_factors == {meant}


def test_parts_of_a_text_may_be_of_different_kinds() -> None:
    understood = told(profile={"conditions": ["crohn disease and hardly any sun"]})
    assert understood.risk_factors == {"crohns-disease", "little-sun"}


def test_a_diet_without_a_record_counts_nothing() -> None:
    assert told(profile={"diet": "omnivore"}).risk_factors == set()


def test_a_negated_factor_is_understood_and_does_not_count() -> None:
    understood = told(profile={"conditions": ["no crohn disease"]})
    assert understood.risk_factors == set()
    assert [row.present for row in understood.matched] == [False]


def test_unknown_factors_are_reported() -> None:
    understood = told(profile={"medications": ["xyzzy"]})
    assert [(row.text, row.kind) for row in understood.unmatched] == [("xyzzy", "medication")]


def test_results_are_converted_or_read_as_words() -> None:
    understood = told(
        labs=[
            {"test": "serum", "value": 4, "unit": "mg/dL"},
            {"test": "serum level", "value": "very low"},
            {"test": "serum", "value": "<1", "unit": "mmol/L"},
        ]
    )
    assert understood.labs[:2] == [
        LabResult(test="serum", value=2.0),
        LabResult(test="serum", interpretation=Interpretation.SEVERELY_LOW),
    ]
    assert understood.labs[2].value == pytest.approx(1)
    assert [(row.text, row.id) for row in understood.matched] == [("serum level", "serum")]


@pytest.mark.parametrize(
    ("lab", "reason", "suggestions"),
    [
        ({"test": "xyzzy", "value": 1, "unit": "g"}, "not understood", []),
        ({"test": "serum", "value": 1}, "the unit is missing", ["mmol/L", "mg/dL"]),
        ({"test": "serum", "value": 1, "unit": "ng"}, "the unit is missing", ["mmol/L", "mg/dL"]),
        ({"test": "serum", "value": 99, "unit": "mmol/L"}, "the number can't", ["mmol/L", "mg/dL"]),
        ({"test": "serum", "value": "blue"}, "the result was not understood", []),
    ],
)
def test_results_that_cannot_be_read_are_reported_and_not_guessed(
    lab: dict[str, Any], reason: str, suggestions: list[str]
) -> None:
    understood = told(labs=[lab])
    assert understood.labs == []
    (row,) = understood.unmatched
    assert row.kind == "lab-test"
    assert row.reason.startswith(reason)
    assert row.suggestions == suggestions


def test_pregnancy_and_breast_feeding_imply_a_woman() -> None:
    assert person_of(Profile(pregnant=True)).sex is Sex.FEMALE
    assert person_of(Profile(lactating=True)).sex is Sex.FEMALE
    assert person_of(Profile(age_months=6)) == Person(age_years=0.5)
