"""Triage: how soon to seek care. It runs first, from its own rules, and no score touches it.

A rule fires when each group of its `all_of` has a reported symptom (the one named or a narrower
one), one of its qualifiers (if any) is said of a symptom that matched, a symptom that matched lasts
at least its `min_duration_days` (if any), one of its risk factors (if any) is declared, one of its
laboratory bounds (if any) holds, and the person is known to be in its group.

The level is the highest of: every rule that fired, the level that each reported symptom has by
itself, and "routine" where something was said that was not understood. Only what is present counts,
so one more finding never lowers it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.scoring.findings import Finding
from app.scoring.knowledge import CompiledRule, Knowledge, LabCondition, Person, RedFlag
from app.scoring.labs import LabResult
from app.vocabulary import Interpretation, TriageLevel

# Most urgent last, so that a higher number is more urgent.
URGENCY: dict[TriageLevel, int] = {
    TriageLevel.SELF_CARE: 0,
    TriageLevel.ROUTINE: 1,
    TriageLevel.URGENT: 2,
    TriageLevel.EMERGENCY: 3,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FiredRule:
    """A triage rule that fired, and what the person said that fired it (ids, sorted)."""

    rule: RedFlag
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """How soon to seek care, and why; `drivers` are the symptoms that alone set the level."""

    level: TriageLevel
    fired: tuple[FiredRule, ...]
    drivers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What triage rules read beside the findings."""

    person: Person
    risk_factors: frozenset[str] = frozenset()
    labs: tuple[LabResult, ...] = ()
    anything_unmatched: bool = False


def triage(knowledge: Knowledge, findings: Iterable[Finding], circumstances: Circumstances) -> Triage:
    """Give the triage level of (merged) findings."""
    present = [finding for finding in findings if finding.present]
    met = [knowledge.rules[rule] for rule, unmet in unmet_groups(knowledge, present).items() if not unmet]
    fired = [
        FiredRule(rule=rule.flag, because=because)
        for rule in (*knowledge.rules_without_symptoms, *met)
        if (because := fired_by(rule, present, circumstances)) is not None
    ]
    own = {finding.symptom: knowledge.symptoms[finding.symptom].base_level for finding in present}
    least = TriageLevel.ROUTINE if circumstances.anything_unmatched else TriageLevel.SELF_CARE
    level = highest([least, *own.values(), *(one.rule.level for one in fired)])
    return Triage(
        level=level,
        fired=tuple(sorted(fired, key=lambda one: (-URGENCY[one.rule.level], one.rule.id))),
        drivers=tuple(sorted(symptom for symptom, one in own.items() if one is level and URGENCY[level] > 0)),
    )


def unmet_groups(knowledge: Knowledge, present: Iterable[Finding]) -> dict[str, int]:
    """Give the rules that reports match a group of, and the groups that none matches yet, as bits."""
    unmet: dict[str, int] = {}
    for finding in present:
        for rule, left in knowledge.touched[finding.symptom]:
            unmet[rule] = unmet.get(rule, left) & left
    return unmet


def highest(levels: Iterable[TriageLevel]) -> TriageLevel:
    """Give the most urgent of the levels."""
    return max(levels, key=URGENCY.__getitem__)


def fired_by(
    rule: CompiledRule, present: Sequence[Finding], circumstances: Circumstances
) -> tuple[str, ...] | None:
    """Give what made a rule fire whose groups are all met, or None where it doesn't."""
    conditions = conditions_of(rule, present, circumstances)
    if conditions is None:
        return None
    matched = (one.symptom for one in _matched(rule, present))
    return tuple(sorted({*matched, *conditions}))


def conditions_of(
    rule: CompiledRule, present: Iterable[Finding], circumstances: Circumstances
) -> tuple[str, ...] | None:
    """Give the factors and tests that a rule wants beside symptoms, or None where one is wanting."""
    if rule.unconditional:
        return ()
    flag = rule.flag
    if flag.labs and not circumstances.labs:
        return None
    factors = rule.factors & circumstances.risk_factors
    if flag.risk_factors_any and not factors:
        return None
    labs = [result.test for result in circumstances.labs if _any_holds(flag.labs, result)]
    if (flag.labs and not labs) or not flag.group.includes(circumstances.person):
        return None
    if flag.qualifiers or flag.min_duration_days is not None:
        matched = _matched(rule, present)
        if not _is_said(flag, matched) or not _lasts(flag, matched):
            return None
    return (*factors, *labs)


def _matched(rule: CompiledRule, present: Iterable[Finding]) -> list[Finding]:
    return [one for one in present if one.symptom in rule.symptoms]


def _is_said(rule: RedFlag, matched: list[Finding]) -> bool:
    return not rule.qualifiers or any(one.qualifiers & rule.qualifiers for one in matched)


def _lasts(rule: RedFlag, matched: list[Finding]) -> bool:
    if rule.min_duration_days is None:
        return True
    return any(
        finding.duration_days is not None and finding.duration_days >= rule.min_duration_days
        for finding in matched
    )


def _any_holds(conditions: Iterable[LabCondition], result: LabResult) -> bool:
    return any(condition.test == result.test and _holds(condition, result) for condition in conditions)


def _holds(condition: LabCondition, result: LabResult) -> bool:
    """Tell whether a bound holds; of words only the extremes are taken for it."""
    if result.value is None:
        extreme = Interpretation.SEVERELY_LOW if condition.below is not None else Interpretation.VERY_HIGH
        return result.interpretation is extreme
    if condition.below is not None:
        return result.value < condition.below
    return condition.above is not None and result.value > condition.above
