"""Compiles the knowledge of the scoring core, from the tables or straight from the seed records."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from sqlmodel import Session, SQLModel

from app.assessment.asked_of import asked_of, not_asked_of
from app.causes.models import Cause, CausePrior, CauseSymptom
from app.lab_tests.models import LabBand, LabTest
from app.red_flags.models import RedFlag
from app.risk_factors.models import RiskEffect, RiskFactor
from app.scoring import knowledge as core
from app.scoring.likelihood import (
    BACKGROUND_RULES,
    EFFECTS,
    FREQUENCIES,
    Estimate,
    measured_frequency,
)
from app.symptoms.models import Symptom
from app.tables import plain_rows
from app.values import AppliesTo, Background
from app.vocabulary import Direction, RiskFactorKind

if TYPE_CHECKING:
    # A process that serves reads no seed.
    from app.seeding import schemas as seed
    from app.seeding.reader import Content

Row = TypeVar("Row", bound=SQLModel)
# Columns that the core needs, of tables with much text beside them.
SYMPTOM = ("id", "name", "background", "kind", "parent_id", "base_level", "question", "body_system")
CAUSE = ("id", "kind", "name", "nutrient_id", "requires_risk_factor")
RISK_FACTOR = ("id", "kind", "name", "member_of_id", "applies_to")


def compile_knowledge(session: Session) -> core.Knowledge:
    """Compile what the tables hold."""
    priors = _grouped(plain_rows(session, CausePrior), "cause_id", "position")
    links = _grouped(plain_rows(session, CauseSymptom), "cause_id", "position")
    effects = _grouped(plain_rows(session, RiskEffect), "risk_factor_id", "cause_id")
    bands = _grouped(plain_rows(session, LabBand), "lab_test_id", "position")
    return core.Knowledge.build(
        symptoms=(symptom_of(row, row.parent_id) for row in plain_rows(session, Symptom, *SYMPTOM)),
        causes=(
            cause_of(
                row,
                row.nutrient_id,
                (prior_of(prior) for prior in priors[row.id]),
                (
                    link_of(link, link.symptom_id, link.via_id)
                    for link in links[row.id]
                    if link.direction is Direction.SYMPTOM_GIVEN_CAUSE
                ),
            )
            for row in plain_rows(session, Cause, *CAUSE)
        ),
        risk_factors=(
            risk_factor_of(
                row,
                row.member_of_id,
                (effect_of(effect, effect.cause_id) for effect in effects[row.id]),
            )
            for row in plain_rows(session, RiskFactor, *RISK_FACTOR)
        ),
        lab_tests=(
            lab_test_of(row, (band_of(band, band.cause_id) for band in bands[row.id]))
            for row in plain_rows(session, LabTest)
        ),
        red_flags=(red_flag_of(row) for row in plain_rows(session, RedFlag)),
    )


def knowledge_of_content(content: "Content") -> core.Knowledge:
    """Compile what the seed files say, without a database."""
    return core.Knowledge.build(
        symptoms=(symptom_of(one, one.parent) for one in content.symptoms),
        causes=(
            cause_of(
                one,
                one.nutrient,
                (prior_of(prior) for prior in one.priors),
                (
                    link_of(link, link.symptom, link.via)
                    for link in one.symptoms
                    if link.direction is Direction.SYMPTOM_GIVEN_CAUSE
                ),
            )
            for one in content.all_causes()
        ),
        risk_factors=(
            risk_factor_of(one, one.member_of, (effect_of(effect, effect.cause) for effect in one.effects))
            for one in content.risk_factors
        ),
        lab_tests=(
            lab_test_of(one, (band_of(band, band.cause) for band in one.bands)) for one in content.lab_tests
        ),
        red_flags=(red_flag_of(one) for one in content.red_flags),
    )


def _grouped(rows: Iterable[Row], key: str, order: str) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (getattr(row, key), getattr(row, order))):
        grouped[getattr(row, key)].append(row)
    return grouped


def background_of(background: Background) -> Estimate:
    """Give a background rate: the figure cited, or that of the stated rule."""
    if background.rule is not None:
        return BACKGROUND_RULES[background.rule]
    estimate = _estimate(background.rate, background.low, background.high)
    # The low end divides; a survey that cites none gets a tenth of its figure.
    return replace(estimate, low=max(estimate.low, estimate.value / 10))


def _estimate(value: float | None, low: float | None, high: float | None) -> Estimate:
    if value is None or low is None or high is None:
        raise ValueError("a figure needs a value, a low and a high end")
    return Estimate(value=value, low=low, high=high)


def symptom_of(row: "Symptom | seed.Symptom", parent: str | None) -> core.Symptom:
    """Compile a symptom."""
    return core.Symptom(
        id=row.id,
        name=row.name,
        background=background_of(row.background),
        kind=row.kind,
        parent=parent,
        base_level=row.base_level,
        question=row.question,
        asked_of=asked_of(row.id, row.body_system),
        not_asked_of=not_asked_of(row.id),
        background_basis=row.background.basis,
    )


def cause_of(
    row: "Cause | seed.Cause",
    nutrient: str | None,
    priors: Iterable[core.Prior],
    links: Iterable[core.Link],
) -> core.Cause:
    """Compile a cause."""
    return core.Cause(
        id=row.id,
        kind=row.kind,
        name=row.name,
        nutrient=nutrient,
        requires_risk_factor=row.requires_risk_factor,
        priors=tuple(priors),
        links=tuple(links),
    )


def prior_of(row: "CausePrior | seed.Prior") -> core.Prior:
    """Compile a prior."""
    return core.Prior(
        prevalence=Estimate(value=row.prevalence, low=row.low, high=row.high),
        grade=row.grade,
        basis=row.basis,
        sources=tuple(row.sources),
        population=row.population,
        group=core.Group(
            sex=row.sex,
            age_min_years=row.age_min_years,
            age_max_years=row.age_max_years,
            pregnant=row.pregnant,
            lactating=row.lactating,
        ),
    )


def link_of(row: "CauseSymptom | seed.Link", symptom: str, via: str | None) -> core.Link:
    """Compile a link."""
    frequency, ratio = None, None
    if row.frequency is not None:
        frequency = FREQUENCIES[row.frequency]
    elif row.percent is not None or row.cases is not None:
        frequency = measured_frequency(percent=row.percent, cases=row.cases, of=row.of)
    if row.likelihood_ratio is not None:
        ratio = _estimate(row.likelihood_ratio, row.likelihood_ratio_low, row.likelihood_ratio_high)
    return core.Link(
        symptom=symptom,
        grade=row.grade,
        basis=row.basis,
        mechanism=row.mechanism,
        sources=tuple(row.sources),
        stance=row.stance,
        frequency=frequency,
        ratio=ratio,
        via=via,
    )


def effect_of(row: "RiskEffect | seed.Effect", cause: str) -> core.Effect:
    """Compile an effect of a risk factor."""
    if row.effect_class is not None:
        odds_ratio = EFFECTS[row.effect_class]
    else:
        odds_ratio = _estimate(row.odds_ratio, row.low, row.high)
    return core.Effect(
        cause=cause,
        odds_ratio=odds_ratio,
        pathway=row.pathway,
        grade=row.grade,
        basis=row.basis,
        sources=tuple(row.sources),
        mechanism=row.mechanism,
    )


def risk_factor_of(
    row: "RiskFactor | seed.RiskFactor", member_of: str | None, effects: Iterable[core.Effect]
) -> core.RiskFactor:
    """Compile a risk factor."""
    return core.RiskFactor(
        id=row.id,
        kind=RiskFactorKind(row.kind),
        name=row.name,
        member_of=member_of,
        applies_to=None if row.applies_to is None else _group_of(row.applies_to),
        effects=tuple(sorted(effects, key=lambda effect: effect.cause)),
    )


def _group_of(applies_to: AppliesTo) -> core.Group:
    return core.Group(
        sex=applies_to.sex,
        age_min_years=applies_to.age_min_years,
        age_max_years=applies_to.age_max_years,
        pregnant=applies_to.pregnant,
        lactating=applies_to.lactating,
    )


def lab_test_of(row: "LabTest | seed.LabTest", bands: Iterable[core.Band]) -> core.LabTest:
    """Compile a laboratory test."""
    return core.LabTest(
        id=row.id,
        name=row.name,
        unit=row.unit,
        plausible_min=row.plausible_min,
        plausible_max=row.plausible_max,
        conversions=tuple((one.unit, one.factor) for one in row.conversions),
        bands=tuple(bands),
    )


def band_of(row: "LabBand | seed.LabBand", cause: str) -> core.Band:
    """Compile a band of a laboratory test."""
    return core.Band(
        cause=cause,
        interpretation=row.interpretation,
        ratio=Estimate(value=row.likelihood_ratio, low=row.low, high=row.high),
        grade=row.grade,
        basis=row.basis,
        sources=tuple(row.sources),
        min=row.min,
        max=row.max,
        group=core.Group(
            sex=row.sex,
            age_min_years=row.age_min_years,
            age_max_years=row.age_max_years,
            pregnant=row.pregnant,
        ),
        note=row.note,
    )


def red_flag_of(row: "RedFlag | seed.RedFlag") -> core.RedFlag:
    """Compile a triage rule."""
    return core.RedFlag(
        id=row.id,
        name=row.name,
        level=row.level,
        advice=row.advice,
        sources=tuple(row.sources),
        all_of=tuple(frozenset(group) for group in row.all_of),
        qualifiers=frozenset(row.qualifiers),
        min_duration_days=row.min_duration_days,
        risk_factors_any=frozenset(row.risk_factors_any),
        labs=tuple(_conditions(row)),
        group=core.Group(
            sex=row.sex,
            age_min_years=row.age_min_years,
            age_max_years=row.age_max_years,
            pregnant=row.pregnant,
        ),
    )


def _conditions(row: "RedFlag | seed.RedFlag") -> Iterator[core.LabCondition]:
    for one in row.labs:
        yield core.LabCondition(test=one.test, below=one.below, above=one.above)
