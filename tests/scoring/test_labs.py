from math import isclose, log

import pytest

from app.scoring.evidence import Evidence
from app.scoring.knowledge import ANYBODY, Group, LabTest, Person
from app.scoring.labs import (
    ImplausibleValueError,
    LabResult,
    UnknownUnitError,
    bounded_value,
    canonical_value,
    interpretation_of,
    lab_evidence,
    units_of,
    unread_tests,
)
from app.vocabulary import Interpretation, Sex
from tests.scoring.worlds import SERUM, band, small_world

WOMAN = Person(sex=Sex.FEMALE, age_years=30)
BY_SEX = LabTest(
    id="blood",
    name="Blood",
    unit="g/dL",
    plausible_min=1,
    plausible_max=30,
    bands=(
        band("metal", Interpretation.LOW, 4, max=12, group=Group(sex=Sex.FEMALE)),
        band("metal", Interpretation.NORMAL, 0.5, min=12, group=Group(sex=Sex.FEMALE)),
        band("metal", Interpretation.LOW, 6, max=13, group=Group(sex=Sex.MALE)),
        band(
            "metal",
            Interpretation.LOW,
            9,
            max=11,
            group=Group(sex=Sex.FEMALE, pregnant=True),
        ),
    ),
)


def evidence(*results: LabResult, person: Person = ANYBODY) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = {}
    knowledge = small_world(lab_tests=[SERUM, BY_SEX])
    for cause, piece in lab_evidence(knowledge, results, person=person):
        found.setdefault(cause, []).append(piece)
    return found


def ratio(result: LabResult, person: Person = ANYBODY) -> float | None:
    found = evidence(result, person=person).get("metal")
    return round(found[0].ratio, 9) if found else None


def value(number: float, test: str = "serum") -> LabResult:
    return LabResult(test=test, value=number)


def words(interpretation: Interpretation, test: str = "serum") -> LabResult:
    return LabResult(test=test, interpretation=interpretation)


def test_a_result_is_a_value_or_words() -> None:
    with pytest.raises(ValueError, match="either a value"):
        LabResult(test="serum")
    with pytest.raises(ValueError, match="either a value"):
        LabResult(test="serum", value=1, interpretation=Interpretation.LOW)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("low", Interpretation.LOW),
        ("Severely  LOW", Interpretation.SEVERELY_LOW),
        ("very-high", Interpretation.VERY_HIGH),
        ("elevated", Interpretation.HIGH),
        ("within normal limits", Interpretation.NORMAL),
        ("positive", None),
        ("blue", None),
    ],
)
def test_words_are_understood_or_given_up(said: str, meant: Interpretation | None) -> None:
    assert interpretation_of(said) is meant


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [(1.0, "mmol/L", 1.0), (4.0, "mg/dL", 2.0), (4.0, "MG / dl", 2.0)],
)
def test_units_are_converted(number: float, unit: str, expected: float) -> None:
    assert canonical_value(SERUM, value=number, unit=unit) == expected


def test_micro_signs_and_international_units_are_spelling() -> None:
    test = LabTest(
        id="t", name="T", unit="ug/L", plausible_min=0, plausible_max=99, conversions=(("[IU]/L", 1),)
    )
    for unit in ("µg/L", "μg/l", "mcg/L", "IU/L"):
        assert canonical_value(test, value=1, unit=unit) == 1


@pytest.mark.parametrize("unit", ["", "umol/L", "mol"])
def test_units_are_never_guessed(unit: str) -> None:
    with pytest.raises(UnknownUnitError, match="mmol/L or mg/dL"):
        canonical_value(SERUM, value=1, unit=unit)
    assert units_of(SERUM) == ("mmol/L", "mg/dL")


def test_a_pure_number_needs_no_unit() -> None:
    ratio = LabTest(id="t", name="T", unit="1", plausible_min=0, plausible_max=9)
    assert canonical_value(ratio, value=6, unit="") == 6


def test_a_value_that_cannot_be_right_is_refused() -> None:
    with pytest.raises(ImplausibleValueError, match="can't be right"):
        canonical_value(SERUM, value=200, unit="mmol/L")


def test_bounds_are_read_as_just_beyond() -> None:
    below, above = bounded_value("<2.2"), bounded_value("> 50")
    assert below is not None
    assert above is not None
    assert below < 2.2
    assert above > 50
    assert isclose(below, 2.2)
    assert bounded_value("2.2") is None
    assert bounded_value("<") is None
    assert bounded_value("<1.2.3") is None


@pytest.mark.parametrize(("number", "expected"), [(0.5, 20), (1.0, 5), (1.99, 5), (2.0, 0.5)])
def test_a_value_falls_into_its_band(number: float, expected: float) -> None:
    assert ratio(value(number)) == expected


def test_words_find_their_band_or_a_milder_one() -> None:
    assert ratio(words(Interpretation.LOW)) == 5
    assert ratio(words(Interpretation.SEVERELY_LOW)) == 20
    assert ratio(words(Interpretation.SEVERELY_LOW, "blood"), WOMAN) == 4
    assert ratio(words(Interpretation.HIGH)) is None
    assert ratio(words(Interpretation.VERY_HIGH)) is None


def test_the_persons_own_bands_are_used() -> None:
    assert ratio(value(11.5, "blood"), WOMAN) == 4
    assert ratio(value(12.5, "blood"), WOMAN) == 0.5
    assert ratio(value(12.5, "blood"), Person(sex=Sex.MALE)) == 6
    assert ratio(value(14.0, "blood"), Person(sex=Sex.MALE)) is None
    pregnant = Person(sex=Sex.FEMALE, pregnant=True)
    assert ratio(value(10.0, "blood"), pregnant) == 9
    # The most specific group decides, also where it says nothing.
    assert ratio(value(11.5, "blood"), pregnant) is None


def test_a_number_that_needs_age_or_sex_is_left_unread_and_named() -> None:
    knowledge = small_world(lab_tests=[SERUM, BY_SEX])
    results = [value(11, "blood"), value(1), words(Interpretation.LOW, "blood")]
    assert ratio(value(11, "blood")) is None
    assert unread_tests(knowledge, results, person=ANYBODY) == ("blood",)
    assert unread_tests(knowledge, results, person=WOMAN) == ()


def test_words_of_a_laboratory_need_no_age_or_sex() -> None:
    # It has minded them already; of the bands of that name the weakest is taken.
    assert ratio(words(Interpretation.LOW, "blood")) == 4


def test_duplicates_count_once() -> None:
    assert len(evidence(value(0.5), value(0.5), words(Interpretation.LOW))["metal"]) == 2


def test_evidence_carries_the_records_grade_and_sources() -> None:
    (piece,) = evidence(value(0.5))["metal"]
    assert isclose(piece.weight.value, log(20))
    assert piece.sources == ("lab-book",)
    assert piece.mechanism == "This result counts as severely low."
