from dataclasses import replace

import pytest

from app.scoring.findings import Finding
from app.scoring.knowledge import Group, LabCondition, Person, RedFlag
from app.scoring.labs import LabResult
from app.scoring.triage import Circumstances, Triage, triage
from app.vocabulary import Interpretation, Qualifier, TriageLevel
from tests.scoring.worlds import flag, risk, small_world

RULE = flag({"twitch"}, {"cramp", "tired"})
CLASSES = [risk("acid-pills"), risk("one-acid-pill", member_of="acid-pills"), risk("other")]


def run(
    rule: RedFlag,
    *findings: Finding,
    person: Person | None = None,
    risks: frozenset[str] = frozenset(),
    labs: tuple[LabResult, ...] = (),
    unmatched: bool = False,
) -> Triage:
    return triage(
        small_world(red_flags=[rule], risk_factors=CLASSES),
        findings,
        Circumstances(person=person or Person(), risk_factors=risks, labs=labs, anything_unmatched=unmatched),
    )


def present(*names: str) -> list[Finding]:
    return [Finding(symptom=name) for name in names]


def fires(result: Triage) -> bool:
    return bool(result.fired)


def test_nothing_urgent_is_self_care() -> None:
    result = run(RULE, *present("cramp"))
    assert (result.level, result.fired, result.drivers) == (TriageLevel.SELF_CARE, (), ())


def test_a_rule_fires_when_every_group_has_a_finding_or_a_narrower_one() -> None:
    assert not fires(run(RULE, *present("lip-twitch")))
    result = run(RULE, *present("lip-twitch", "tired"))
    assert result.level is TriageLevel.URGENT
    assert result.fired[0].because == ("lip-twitch", "tired")


def test_a_denied_finding_fires_nothing() -> None:
    assert not fires(run(RULE, Finding(symptom="twitch", present=False), *present("cramp")))


def test_a_symptom_sets_its_own_level_and_is_named() -> None:
    result = run(RULE, *present("seizure", "cramp"))
    assert result.level is TriageLevel.EMERGENCY
    assert result.drivers == ("seizure",)


def test_words_not_understood_are_worth_a_visit() -> None:
    assert run(RULE, unmatched=True).level is TriageLevel.ROUTINE
    assert run(RULE, *present("seizure"), unmatched=True).level is TriageLevel.EMERGENCY


def test_qualifiers_must_be_said_of_a_finding_that_matched() -> None:
    rule = replace(RULE, qualifiers=frozenset({Qualifier.SUDDEN, Qualifier.WORSENING}))
    sudden = Finding(symptom="lip-twitch", qualifiers=frozenset({Qualifier.SUDDEN}))
    elsewhere = Finding(symptom="headache", qualifiers=frozenset({Qualifier.SUDDEN}))
    assert fires(run(rule, sudden, *present("cramp")))
    assert not fires(run(rule, elsewhere, *present("twitch", "cramp")))


def test_a_least_duration_must_be_said() -> None:
    rule = replace(RULE, min_duration_days=14)
    assert not fires(run(rule, *present("twitch", "cramp")))
    assert not fires(run(rule, Finding(symptom="twitch", duration_days=13), *present("cramp")))
    assert fires(run(rule, Finding(symptom="twitch", duration_days=14), *present("cramp")))


def test_a_risk_factor_or_a_member_of_its_class_must_be_declared() -> None:
    rule = replace(RULE, risk_factors_any=frozenset({"acid-pills"}))
    findings = present("twitch", "cramp")
    assert not fires(run(rule, *findings))
    assert not fires(run(rule, *findings, risks=frozenset({"other"})))
    result = run(rule, *findings, risks=frozenset({"one-acid-pill"}))
    assert result.fired[0].because == ("cramp", "one-acid-pill", "twitch")


def test_the_person_must_be_known_to_be_in_the_group() -> None:
    rule = replace(RULE, group=Group(age_max_years=1))
    findings = present("twitch", "cramp")
    assert not fires(run(rule, *findings))
    assert fires(run(rule, *findings, person=Person(age_years=0.5)))


@pytest.mark.parametrize(
    ("condition", "result", "expected"),
    [
        (LabCondition(test="serum", below=2), LabResult(test="serum", value=1.9), True),
        (LabCondition(test="serum", below=2), LabResult(test="serum", value=2), False),
        (LabCondition(test="serum", above=2), LabResult(test="serum", value=2.1), True),
        (LabCondition(test="serum", above=2), LabResult(test="serum", value=2), False),
        (LabCondition(test="other", below=2), LabResult(test="serum", value=1), False),
        (
            LabCondition(test="serum", below=2),
            LabResult(test="serum", interpretation=Interpretation.SEVERELY_LOW),
            True,
        ),
        (
            LabCondition(test="serum", below=2),
            LabResult(test="serum", interpretation=Interpretation.LOW),
            False,
        ),
        (
            LabCondition(test="serum", above=2),
            LabResult(test="serum", interpretation=Interpretation.VERY_HIGH),
            True,
        ),
    ],
)
def test_a_laboratory_bound_must_hold(condition: LabCondition, result: LabResult, expected: bool) -> None:
    rule = replace(RULE, all_of=(), labs=(condition,))
    found = run(rule, labs=(result,))
    assert fires(found) is expected
    if expected:
        assert found.fired[0].because == ("serum",)


def test_rules_that_fired_come_most_urgent_first() -> None:
    mild = replace(RULE, id="a", level=TriageLevel.ROUTINE, all_of=(frozenset({"cramp"}),))
    grave = replace(RULE, id="b", level=TriageLevel.EMERGENCY, all_of=(frozenset({"cramp"}),))
    result = triage(small_world(red_flags=[mild, grave]), present("cramp"), Circumstances(person=Person()))
    assert [one.rule.id for one in result.fired] == ["b", "a"]
    assert result.level is TriageLevel.EMERGENCY
