"""The figures of the report, on the small seed."""

from datetime import date
from pathlib import Path

import pytest

from app.report.claims import ClaimKind
from app.report.coverage import Coverage, coverage, newest_review
from app.report.goals import Goal, goals
from app.seeding.reader import Content
from app.vocabulary import Basis, Grade, RiskFactorKind, Stance
from tests.report.conftest import content_of
from tests.seeding.world import FILES, changed

DAY = date(2026, 1, 1)
TESTING = "lab tests, or an answer on testing"


def report_of(root: Path, name: str, old: str, new: str) -> Coverage:
    """Report on the small seed with one text changed."""
    return coverage(content_of(root, changed(name, old, new)), DAY)


def test_records_and_claims_are_counted(small: Content) -> None:
    counts = coverage(small, DAY).counts
    assert counts["nutrients"] == 2
    assert counts["causes"] == 5
    assert counts["causes: deficiency"] == 2
    assert counts["links cause to symptom"] == 7
    assert counts["effects of risk factors"] == 2
    assert counts["bands of lab results"] == 2
    assert counts["interactions"] == 1
    assert counts["questions answered"] == 10


def test_the_links_of_benign_are_no_links_of_a_cause(small: Content) -> None:
    report = coverage(small, DAY)
    assert (report.links.total, report.links_of_causes) == (7, 6)


def test_links_are_told_apart_by_what_they_rest_on(tmp_path: Path) -> None:
    report = report_of(
        tmp_path,
        "nutrients/metal.toml",
        'basis = "expert range"\npercent = 50',
        'basis = "measured"\npercent = 50',
    )
    links = report.nutrients[1].links
    assert report.nutrients[1].id == "metal"
    assert (links.total, links.measured, links.counted) == (2, 1, 1)
    assert links.by_basis == {Basis.MEASURED: 1, Basis.EXPERT_RANGE: 1}
    assert links.by_grade == {Grade.D: 2}
    assert links.by_stance == {Stance.SUPPORTS: 2}
    assert links.without_source == 0


def test_a_link_on_our_own_rule_alone_is_told_apart(tmp_path: Path) -> None:
    report = report_of(
        tmp_path,
        "causes/coffee.toml",
        'note = "Nothing more is known."\nsources = ["book"]',
        'note = "Nothing more is known."\nsources = ["own-rule"]',
    )
    assert report.links.own_rule_only == 1
    assert report.claims_on_own_rules == {ClaimKind.LINK: 1}


def test_claims_at_second_hand_rest_on_nothing_but_copies(tmp_path: Path) -> None:
    book = 'kind = "reference-work"\nread = "passage"'
    report = report_of(tmp_path, "sources/all.toml", book, book.replace("passage", "secondary copy"))
    every = sum(sum(grades.values()) for grades in report.claims_by_grade.values())
    assert report.claims_at_second_hand == every == 7 + 2 + 5 + 2 + 1 + 2
    assert coverage(content_of(tmp_path / "plain"), DAY).claims_at_second_hand == 0


def test_risk_factors_act_by_themselves_or_through_their_class(tmp_path: Path) -> None:
    files = changed("risk-factors/all.toml", 'id = "pills"', 'id = "blue-pills"')
    plain = coverage(content_of(tmp_path), DAY)
    assert [nutrient.risk_factors for nutrient in plain.nutrients] == [0, 2]
    text = FILES["risk-factors/all.toml"].replace(
        'id = "no-stones"\nkind = "diet"', 'id = "no-stones"\nkind = "diet"\nmember_of = "red-pill"'
    )
    text = text.replace('cause = "metal-deficiency"\neffect_class', 'cause = "leaf-deficiency"\neffect_class')
    inherited = coverage(content_of(tmp_path / "class", {**files, "risk-factors/all.toml": text}), DAY)
    assert [nutrient.risk_factors for nutrient in inherited.nutrients] == [1, 2]


def test_a_medicine_is_a_substance_and_its_class_is_not(small: Content) -> None:
    risks = coverage(small, DAY).risk_factors
    assert risks.by_kind == {RiskFactorKind.MEDICATION: 2, RiskFactorKind.DIET: 1}
    assert (risks.medicines, risks.medicine_classes, risks.medicines_with_atc) == (1, 1, 0)


def test_what_a_nutrient_lacks_is_named(small: Content) -> None:
    leaf, metal = coverage(small, DAY).nutrients
    assert {"ICD-10 code", "early stage", "low-biomarker level", TESTING, "interactions"} <= set(leaf.missing)
    assert "low-intake level" not in leaf.missing
    assert TESTING not in metal.missing
    assert "interactions" not in metal.missing


def test_an_answer_on_testing_stands_in_for_a_test(tmp_path: Path) -> None:
    report = report_of(tmp_path, "nutrients/leaf.toml", "Question 0?", "Is there a blood test?")
    assert TESTING not in report.nutrients[0].missing


def test_symptoms_are_counted_by_their_background(small: Content) -> None:
    symptoms = coverage(small, DAY).symptoms
    assert (symptoms.total, symptoms.with_hpo, symptoms.with_lay_names) == (3, 0, 0)
    assert (symptoms.measured_background, symptoms.ruled_background) == (3, 0)


@pytest.mark.parametrize(
    ("today", "due"),
    [(date(2027, 10, 2), 0), (date(2027, 10, 3), 16), (date(2028, 6, 1), 16)],
)
def test_what_falls_due_within_ninety_days_is_listed(small: Content, today: date, due: int) -> None:
    reviews = coverage(small, today).reviews
    assert len(reviews.due) == due
    assert reviews.earliest == date(2028, 1, 1)


def test_the_day_of_the_committed_report_is_that_of_the_newest_review(small: Content) -> None:
    assert newest_review(small) == date(2026, 1, 1)


def test_an_empty_seed_has_a_report_too() -> None:
    report = coverage(Content(), DAY)
    assert report.links.total == 0
    assert report.reviews.earliest is None
    assert not all(goal.met for goal in goals(report))


def test_a_goal_is_met_from_below_or_from_above() -> None:
    assert Goal(name="links", wanted=10, reached=10).met
    assert not Goal(name="links", wanted=10, reached=9).met
    assert Goal(name="unsourced", wanted=0, reached=0, at_most=True).met
    assert not Goal(name="grade", wanted=8, reached=8.1, at_most=True).met
