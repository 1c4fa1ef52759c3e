"""What the seed covers, in figures. Pure: records in, figures out; the date is an argument."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.report.claims import Claim, ClaimKind, claims, own_rules, resting_on, second_hand
from app.report.texts import Hard, Level, hardest, levels, reader_texts, text_records
from app.seeding.reader import Content
from app.seeding.schemas import Cause, Link, Nutrient, Reviewed, RiskFactor, Symptom
from app.vocabulary import (
    Basis,
    CauseKind,
    DeficiencyLevel,
    Grade,
    RiskFactorKind,
    Stage,
    Stance,
    SymptomKind,
)

# Aim of issue 3: the texts can be read in school year 8 on average.
READING_AIM = 8.0
HARDEST_SHOWN = 10
REVIEW_AHEAD = timedelta(days=90)
# As many lay names as a much-asked symptom should have (issue 3).
MANY_LAY_NAMES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkFigures:
    """What the links of one cause, or of all, rest on."""

    total: int
    by_grade: Mapping[Grade, int]
    by_stance: Mapping[Stance, int]
    by_basis: Mapping[Basis, int]
    # Links with a figure from a study, and those of them with n of N.
    measured: int
    counted: int
    without_source: int
    own_rule_only: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NutrientFigures:
    """What is there about one nutrient; `missing` names what issue 3 asks for beyond it."""

    id: str
    name: str
    links: LinkFigures
    faq: int
    key_points: int
    interactions: int
    levels: int
    lab_tests: int
    risk_factors: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SymptomFigures:
    """What is there about symptoms."""

    total: int
    signs: int
    with_hpo: int
    with_lay_names: int
    lay_names: int
    with_faq: int
    measured_background: int
    judged_background: int
    ruled_background: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskFactorFigures:
    """What is there about risk factors; a medicine is a substance, a class stands above medicines."""

    by_kind: Mapping[RiskFactorKind, int]
    coded_conditions: int
    medicines: int
    medicines_with_atc: int
    medicine_classes: int
    brand_names: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFigures:
    """What is due for review within 90 days of a day."""

    today: date
    until: date
    # Kind, id and date of each record that is due, soonest first.
    due: tuple[tuple[date, str, str], ...]
    earliest: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The whole report."""

    counts: Mapping[str, int]
    links: LinkFigures
    # Links of "benign", which stands against every other cause, left out: the demand is about those.
    links_of_causes: int
    nutrients: tuple[NutrientFigures, ...]
    symptoms: SymptomFigures
    risk_factors: RiskFactorFigures
    claims_by_grade: Mapping[ClaimKind, Mapping[Grade, int]]
    claims_by_basis: Mapping[ClaimKind, Mapping[Basis, int]]
    claims_on_own_rules: Mapping[ClaimKind, int]
    claims_at_second_hand: int
    sources_by_kind: Mapping[str, int]
    sources_by_read: Mapping[str, int]
    levels: tuple[Level, ...]
    hardest: tuple[Hard, ...]
    reviews: ReviewFigures


def coverage(content: Content, today: date) -> Coverage:
    """Work out every figure of the report as of a day."""
    own, copied = own_rules(content), second_hand(content)
    every = list(claims(content))
    texts = list(reader_texts(content))
    return Coverage(
        counts=counts_of(content, every),
        links=link_figures((link for cause in content.all_causes() for link in cause.symptoms), own),
        links_of_causes=sum(
            len(cause.symptoms) for cause in content.all_causes() if cause.kind is not CauseKind.BENIGN
        ),
        nutrients=tuple(nutrient_figures(content, nutrient, own) for nutrient in content.nutrients),
        symptoms=symptom_figures(content),
        risk_factors=risk_factor_figures(content.risk_factors),
        claims_by_grade={
            kind: Counter(claim.grade for claim in every if claim.kind is kind) for kind in ClaimKind
        },
        claims_by_basis={
            kind: Counter(claim.basis for claim in every if claim.kind is kind and claim.basis is not None)
            for kind in ClaimKind
        },
        claims_on_own_rules=Counter(claim.kind for claim in resting_on(every, own)),
        claims_at_second_hand=len(resting_on(every, copied, beside=tuple(own))),
        sources_by_kind=tally(source.kind.value for source in content.sources),
        sources_by_read=tally(source.read.value for source in content.sources),
        levels=tuple(levels(texts, READING_AIM)),
        hardest=tuple(hardest(texts, above=0)[:HARDEST_SHOWN]),
        reviews=review_figures(content, today),
    )


def tally(words: Iterable[str]) -> dict[str, int]:
    """Count words, most frequent first, equal ones by the alphabet."""
    return dict(sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))


def counts_of(content: Content, every: Iterable[Claim]) -> dict[str, int]:
    """Count each kind of record and of claim."""
    causes = Counter(cause.kind.value for cause in content.all_causes())
    found = Counter(claim.kind for claim in every)
    asked: list[Nutrient | Symptom | Cause] = [*content.nutrients, *content.symptoms, *content.all_causes()]
    return {
        "nutrients": len(content.nutrients),
        "symptoms": len(content.symptoms),
        "causes": causes.total(),
        **{f"causes: {kind}": number for kind, number in sorted(causes.items())},
        "links cause to symptom": found[ClaimKind.LINK],
        "prevalence figures of causes": found[ClaimKind.PRIOR],
        "risk factors": len(content.risk_factors),
        "effects of risk factors": found[ClaimKind.EFFECT],
        "interactions": found[ClaimKind.INTERACTION],
        "lab tests": len(content.lab_tests),
        "bands of lab results": found[ClaimKind.BAND],
        "red flags": len(content.red_flags),
        "conflicts between sources": len(content.conflicts),
        "key points": sum(len(record.key_points) for record in asked),
        "questions answered": sum(len(record.faq) for record in asked),
        "sources": len(content.sources),
    }


def link_figures(found: Iterable[Link], own: frozenset[str]) -> LinkFigures:
    """Sum up what links rest on."""
    links = list(found)
    measured = [link for link in links if link.basis is Basis.MEASURED]
    return LinkFigures(
        total=len(links),
        by_grade=Counter(link.grade for link in links),
        by_stance=Counter(link.stance for link in links),
        by_basis=Counter(link.basis for link in links),
        measured=len(measured),
        counted=sum(1 for link in measured if link.cases is not None),
        without_source=sum(1 for link in links if not link.sources),
        own_rule_only=sum(1 for link in links if link.sources and own.issuperset(link.sources)),
    )


def nutrient_figures(content: Content, nutrient: Nutrient, own: frozenset[str]) -> NutrientFigures:
    """Sum up one nutrient."""
    lab_tests = sum(
        1
        for test in content.lab_tests
        if nutrient.id in test.nutrients or any(band.cause == nutrient.deficiency.id for band in test.bands)
    )
    risk_factors = acting_on(nutrient.deficiency.id, content.risk_factors)
    return NutrientFigures(
        id=nutrient.id,
        name=nutrient.name,
        links=link_figures(nutrient.deficiency.symptoms, own),
        faq=len(nutrient.faq),
        key_points=len(nutrient.key_points),
        interactions=len(nutrient.interactions),
        levels=len(nutrient.levels),
        lab_tests=lab_tests,
        risk_factors=risk_factors,
        missing=tuple(missing_of(nutrient, lab_tests=lab_tests, risk_factors=risk_factors)),
    )


def acting_on(cause: str, risks: Iterable[RiskFactor]) -> int:
    """Count the risk factors that change the odds of a cause, by themselves or through their class."""
    by_id = {risk.id: risk for risk in risks}

    def acts(risk: RiskFactor | None) -> bool:
        seen: set[str] = set()
        while risk is not None and risk.id not in seen:
            if any(effect.cause == cause for effect in risk.effects):
                return True
            seen.add(risk.id)
            risk = by_id.get(risk.member_of or "")
        return False

    return sum(1 for risk in by_id.values() if acts(risk))


def missing_of(nutrient: Nutrient, *, lab_tests: int, risk_factors: int) -> list[str]:
    """Name what issue 3 asks of a nutrient (item 1) and is not there; the schema sees to the rest."""
    deficiency = nutrient.deficiency
    stages = {stage.stage for stage in deficiency.stages}
    told = {level.level for level in nutrient.levels}
    wanted = {
        "ICD-10 code": bool(deficiency.icd10),
        **{f"{stage} stage": stage in stages for stage in Stage},
        **{f"{level} level": level in told for level in DeficiencyLevel},
        "figure of a level, or a note why none": all(
            level.percent is not None or level.percent_high is not None or level.note is not None
            for level in nutrient.levels
        ),
        "risk factors": risk_factors > 0,
        "what helps absorption": bool(nutrient.absorption.enhancers),
        "what hinders absorption": bool(nutrient.absorption.inhibitors),
        "forms of supplement": bool(nutrient.supplement_forms),
        "time to improve": deficiency.time_to_improve is not None,
        "interactions": bool(nutrient.interactions),
        "lab tests, or an answer on testing": lab_tests > 0
        or any("test" in one.question.casefold() for one in nutrient.faq),
    }
    return [name for name, there in wanted.items() if not there]


def symptom_figures(content: Content) -> SymptomFigures:
    """Sum up the symptoms."""
    symptoms = content.symptoms
    basis = Counter(symptom.background.basis for symptom in symptoms)
    return SymptomFigures(
        total=len(symptoms),
        signs=sum(1 for symptom in symptoms if symptom.kind is SymptomKind.SIGN),
        with_hpo=sum(1 for symptom in symptoms if symptom.hpo_id is not None),
        with_lay_names=sum(1 for symptom in symptoms if len(symptom.lay_names) >= MANY_LAY_NAMES),
        lay_names=sum(len(symptom.lay_names) for symptom in symptoms),
        with_faq=sum(1 for symptom in symptoms if symptom.faq),
        measured_background=basis[Basis.MEASURED],
        judged_background=basis[Basis.EXPERT_RANGE] + basis[Basis.EXPERT_CLASS],
        ruled_background=basis[Basis.STATED_RULE],
    )


def risk_factor_figures(risks: Iterable[RiskFactor]) -> RiskFactorFigures:
    """Sum up the risk factors."""
    every = list(risks)
    classes = {risk.member_of for risk in every}
    medications = [risk for risk in every if risk.kind is RiskFactorKind.MEDICATION]
    substances = [risk for risk in medications if risk.id not in classes and is_substance(risk)]
    return RiskFactorFigures(
        by_kind=Counter(risk.kind for risk in every),
        coded_conditions=sum(
            1 for risk in every if risk.kind is RiskFactorKind.CONDITION and (risk.icd10 or risk.mondo)
        ),
        medicines=len(substances),
        medicines_with_atc=sum(1 for risk in substances if has_substance_code(risk)),
        medicine_classes=len(medications) - len(substances),
        brand_names=sum(len(risk.brand_names) for risk in medications),
    )


def is_substance(risk: RiskFactor) -> bool:
    """Tell a medicine, sold under a generic name, from a class of medicines without members."""
    return risk.member_of is not None or has_substance_code(risk) or bool(risk.brand_names)


def has_substance_code(risk: RiskFactor) -> bool:
    """Tell whether a full ATC code is there: seven signs name a substance, fewer a group."""
    return any(len(code) == len("A10BA02") for code in risk.atc)


def review_figures(content: Content, today: date) -> ReviewFigures:
    """Find what is due for review by 90 days after a day, what is overdue included."""
    until = today + REVIEW_AHEAD
    dated = sorted((record.review_due, kind, record_id) for kind, record_id, record in reviewed(content))
    return ReviewFigures(
        today=today,
        until=until,
        due=tuple(one for one in dated if one[0] <= until),
        earliest=dated[0][0] if dated else None,
    )


def reviewed(content: Content) -> list[tuple[str, str, Reviewed]]:
    """Give every record that an editor answers for, with its kind and id."""
    deficiencies = (("cause", one.deficiency.id, one.deficiency) for one in content.nutrients)
    return [*text_records(content), *deficiencies]


def newest_review(content: Content) -> date:
    """Give the day of the newest review: the day of the committed report, whatever the clock says.

    Raises:
        ValueError: there is no reviewed record.
    """
    return max(record.last_reviewed for _, _, record in reviewed(content))
