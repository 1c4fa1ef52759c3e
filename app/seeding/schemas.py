"""What a seed file may hold.

Each class is one kind of record in `seed/`. Unknown keys are refused, every figure stands with its
basis and its sources, and the rules that a single record can break are checked here; rules between
records are in `checks.py`.
"""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from app.values import (
    Absorption,
    AgeYears,
    AppliesTo,
    Atc,
    Background,
    ComparisonRow,
    Faq,
    Fraction,
    HpoId,
    Icd10,
    LabCondition,
    LevelFigure,
    Loinc,
    MondoId,
    Percent,
    Phrase,
    Position,
    Ratio,
    Record,
    Slug,
    Sourced,
    SourceIds,
    StageText,
    SupplementForm,
    Text,
    Toxicity,
    UnitConversion,
)
from app.vocabulary import (
    Basis,
    BodySystem,
    CauseKind,
    DeficiencyLevel,
    Direction,
    EffectClass,
    FrequencyClass,
    Grade,
    InteractionKind,
    Interpretation,
    NutrientKind,
    Qualifier,
    ReadDepth,
    RiskFactorKind,
    Severity,
    Sex,
    SourceKind,
    Stance,
    SymptomKind,
    TriageLevel,
    TriggerCategory,
)

# A measured percentage and the n/N it was computed from may differ by rounding, in percentage points.
PERCENT_ROUNDING = 0.6


class Reviewed(Record):
    """A record that an editor answers for."""

    sources: SourceIds
    last_reviewed: date
    review_due: date

    @model_validator(mode="after")
    def due_after_review(self) -> Self:
        if self.review_due <= self.last_reviewed:
            raise ValueError("review_due must lie after last_reviewed")
        return self


class Source(Record):
    """A publication, guideline, data set or stated rule that a claim rests on."""

    id: Slug
    title: Text
    publisher: Text | None = None
    year: int | None = Field(default=None, ge=1800, le=2100)
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    pmid: Annotated[str, StringConstraints(pattern=r"^\d{1,9}$")] | None = None
    kind: SourceKind
    read: ReadDepth
    accessed: date
    note: Text | None = None

    @model_validator(mode="after")
    def can_be_found(self) -> Self:
        if self.kind is not SourceKind.OWN_RULE and not (self.url or self.doi or self.pmid):
            raise ValueError("give a url, doi or pmid (only kind 'own-rule' may do without)")
        return self


class Symptom(Reviewed):
    """A complaint or sign, one file each in `seed/symptoms/`."""

    id: Slug
    name: Phrase
    kind: SymptomKind
    body_system: BodySystem
    parent: Slug | None = None
    hpo_id: HpoId | None = None
    local_reason: Text | None = None
    lay_names: list[Phrase] = Field(min_length=1)
    clinical_names: list[Phrase] = []
    spellings: list[Phrase] = []
    misspellings: list[Phrase] = []
    description: Text
    when_to_seek_care: Text
    question: Text
    base_level: TriageLevel
    background: Background
    key_points: list[Sourced] = []
    faq: list[Faq] = []

    @model_validator(mode="after")
    def has_code_or_reason(self) -> Self:
        if (self.hpo_id is None) == (self.local_reason is None):
            raise ValueError("give hpo_id, or local_reason where no HPO term fits, not both")
        if self.parent == self.id:
            raise ValueError("a symptom cannot be its own parent")
        return self


class Link(Record):
    """One claim 'this cause gives this symptom', kept even where it was tested and failed."""

    symptom: Slug
    stance: Stance = Stance.SUPPORTS
    grade: Grade
    basis: Basis
    direction: Direction = Direction.SYMPTOM_GIVEN_CAUSE
    frequency: FrequencyClass | None = None
    percent: Percent | None = None
    cases: int | None = Field(default=None, ge=0)
    of: int | None = Field(default=None, gt=0)
    likelihood_ratio: Ratio | None = None
    likelihood_ratio_low: Ratio | None = None
    likelihood_ratio_high: Ratio | None = None
    population: Text | None = None
    mechanism: Text
    via: Slug | None = None
    note: Text | None = None
    sources: SourceIds

    @model_validator(mode="after")
    def figures_agree(self) -> Self:
        if (self.cases is None) != (self.of is None):
            raise ValueError("cases and of belong together (n of N)")
        if self.cases is not None and self.of is not None:
            if self.cases > self.of:
                raise ValueError(f"cases {self.cases} exceeds of {self.of}")
            computed = 100 * self.cases / self.of
            if self.percent is not None and abs(computed - self.percent) > PERCENT_ROUNDING:
                raise ValueError(
                    f"percent {self.percent} does not follow from {self.cases}/{self.of} ({computed:.1f})"
                )
        return self

    @model_validator(mode="after")
    def strength_fits_stance(self) -> Self:
        given = [
            self.frequency,
            self.percent if self.percent is not None else self.cases,
            self.likelihood_ratio,
        ]
        count = sum(value is not None for value in given)
        if self.stance is Stance.CONTRADICTS:
            if self.likelihood_ratio is not None and self.likelihood_ratio > 1:
                raise ValueError("a contradicted link cannot have a likelihood ratio above 1")
        elif count != 1:
            raise ValueError("give exactly one of frequency, percent (or cases/of), likelihood_ratio")
        elif self.basis is Basis.MEASURED and self.frequency is not None:
            raise ValueError("basis 'measured' needs percent, cases/of or likelihood_ratio")
        if self.likelihood_ratio is not None:
            low, high = self.likelihood_ratio_low, self.likelihood_ratio_high
            if low is None or high is None or not low <= self.likelihood_ratio <= high:
                raise ValueError("likelihood_ratio needs likelihood_ratio_low <= it <= likelihood_ratio_high")
        return self


class Prior(Record):
    """How common a cause is in a group of people, as a fraction; the most specific group wins."""

    prevalence: Fraction
    low: Fraction
    high: Fraction
    sex: Sex | None = None
    age_min_years: AgeYears | None = None
    age_max_years: AgeYears | None = None
    pregnant: bool | None = None
    lactating: bool | None = None
    level: DeficiencyLevel | None = None
    population: Text
    basis: Basis
    grade: Grade
    sources: SourceIds

    @model_validator(mode="after")
    def ordered(self) -> Self:
        if not 0 < self.low <= self.prevalence <= self.high < 1:
            raise ValueError("need 0 < low <= prevalence <= high < 1")
        check_ages(self.age_min_years, self.age_max_years)
        return self


class Cause(Reviewed):
    """Something that can explain symptoms: one file each in `seed/causes/`, or a nutrient's `deficiency`."""

    id: Slug
    kind: CauseKind
    category: TriggerCategory | None = None
    nutrient: Slug | None = None
    name: Phrase
    aliases: list[Phrase] = []
    icd10: list[Icd10] = []
    mondo: list[MondoId] = []
    summary: Text
    mechanism: Text | None = None
    what_helps: Text | None = None
    ask_doctor: list[Text] = []
    when_to_seek_care: Text
    cautions: list[Text] = []
    time_to_improve: Sourced | None = None
    requires_risk_factor: bool = False
    stages: list[StageText] = []
    key_points: list[Sourced] = []
    faq: list[Faq] = []
    priors: list[Prior] = Field(min_length=1)
    symptoms: list[Link] = []

    @model_validator(mode="after")
    def kind_fits(self) -> Self:
        of_nutrient = self.kind in {CauseKind.DEFICIENCY, CauseKind.EXCESS}
        if of_nutrient != (self.nutrient is not None):
            raise ValueError("nutrient is given exactly where kind is deficiency or excess")
        if of_nutrient == (self.category is not None):
            raise ValueError("category is given exactly where kind is trigger, rule-out or benign")
        repeated = duplicates(
            link.symptom for link in self.symptoms if link.direction is Direction.SYMPTOM_GIVEN_CAUSE
        )
        if repeated:
            raise ValueError(f"symptom linked twice: {', '.join(repeated)}")
        if not any(is_default(prior) for prior in self.priors):
            raise ValueError("one prior must hold for everybody (no sex, age, pregnancy or lactation)")
        return self


class Interaction(Record):
    """Nutrient with nutrient, medication or condition."""

    kind: InteractionKind
    other: Slug
    effect: Text
    advice: Text
    severity: Severity
    grade: Grade
    spacing_hours: float | None = Field(default=None, gt=0, le=48)
    sources: SourceIds


class Nutrient(Reviewed):
    """A nutrient, one file each in `seed/nutrients/`; intake figures live in `seed/reference/`."""

    id: Slug
    name: Phrase
    aliases: list[Phrase] = []
    kind: NutrientKind
    summary: Text
    roles: list[Sourced] = Field(min_length=1)
    mechanism: Text
    short_role: Phrase
    short_sources: Text
    short_mechanism: Text
    absorption: Absorption
    toxicity: Toxicity
    food_vs_supplement: list[ComparisonRow] = Field(min_length=1)
    supplement_forms: list[SupplementForm] = []
    supplement_caution: Text
    key_points: list[Sourced] = Field(min_length=3)
    faq: list[Faq] = Field(min_length=5)
    levels: list[LevelFigure] = Field(min_length=1)
    interactions: list[Interaction] = []
    deficiency: Cause

    @model_validator(mode="after")
    def deficiency_is_own(self) -> Self:
        if self.deficiency.kind is not CauseKind.DEFICIENCY or self.deficiency.nutrient != self.id:
            raise ValueError(f"deficiency must have kind = 'deficiency' and nutrient = '{self.id}'")
        if self.deficiency.id != f"{self.id}-deficiency":
            raise ValueError(f"deficiency.id must be '{self.id}-deficiency'")
        return self


class Effect(Record):
    """How a risk factor changes the odds of a cause."""

    cause: Slug
    odds_ratio: Ratio | None = None
    low: Ratio | None = None
    high: Ratio | None = None
    studied: int | None = Field(default=None, gt=0, description="People studied.")
    effect_class: EffectClass | None = None
    pathway: Slug
    mechanism: Text
    time_to_effect: Text | None = None
    basis: Basis
    grade: Grade
    sources: SourceIds

    @model_validator(mode="after")
    def figure_or_class(self) -> Self:
        if (self.odds_ratio is None) == (self.effect_class is None):
            raise ValueError("give odds_ratio (measured) or effect_class (graded), not both")
        if self.odds_ratio is not None:
            if self.low is None or self.high is None or not self.low <= self.odds_ratio <= self.high:
                raise ValueError("odds_ratio needs low <= odds_ratio <= high (95 % interval)")
            if self.basis is not Basis.MEASURED:
                raise ValueError("an odds_ratio has basis 'measured'; otherwise give effect_class")
        return self


class RiskFactor(Reviewed):
    """A condition, medicine, diet, habit or life stage; several to a file in `seed/risk-factors/`."""

    id: Slug
    kind: RiskFactorKind
    name: Phrase
    aliases: list[Phrase] = []
    brand_names: list[Phrase] = []
    misspellings: list[Phrase] = []
    member_of: Slug | None = None
    atc: list[Atc] = []
    icd10: list[Icd10] = []
    mondo: list[MondoId] = []
    applies_to: AppliesTo | None = None
    description: Text
    effects: list[Effect] = []

    @model_validator(mode="after")
    def codes_fit_kind(self) -> Self:
        if self.kind is not RiskFactorKind.MEDICATION and (self.atc or self.brand_names):
            raise ValueError("atc and brand_names belong to medications")
        if self.applies_to is not None:
            if self.kind is not RiskFactorKind.LIFE_STAGE:
                raise ValueError("applies_to belongs to life stages")
            check_ages(self.applies_to.age_min_years, self.applies_to.age_max_years)
        repeated = duplicates(effect.cause for effect in self.effects)
        if repeated:
            raise ValueError(f"effect on the same cause twice: {', '.join(repeated)}")
        return self


class LabBand(Record):
    """A range of results, min inclusive and max exclusive, and what it says about a cause."""

    cause: Slug
    interpretation: Interpretation
    min: float | None = None
    max: float | None = None
    sex: Sex | None = None
    age_min_years: AgeYears | None = None
    age_max_years: AgeYears | None = None
    pregnant: bool | None = None
    likelihood_ratio: Ratio
    low: Ratio
    high: Ratio
    basis: Basis
    grade: Grade
    note: Text | None = None
    sources: SourceIds

    @model_validator(mode="after")
    def ordered(self) -> Self:
        if self.min is None and self.max is None:
            raise ValueError("a band needs min, max or both")
        if self.min is not None and self.max is not None and self.min >= self.max:
            raise ValueError("min must lie below max")
        if not self.low <= self.likelihood_ratio <= self.high:
            raise ValueError("need low <= likelihood_ratio <= high")
        check_ages(self.age_min_years, self.age_max_years)
        return self


class LabTest(Reviewed):
    """A laboratory test; several to a file in `seed/lab-tests/`."""

    id: Slug
    name: Phrase
    aliases: list[Phrase] = []
    loinc: list[Loinc] = []
    specimen: Phrase
    nutrients: list[Slug] = []
    unit: Text
    conversions: list[UnitConversion] = []
    plausible_min: float
    plausible_max: float
    what_it_shows: Text
    misleads: list[Sourced] = []
    bands: list[LabBand] = []

    @model_validator(mode="after")
    def plausible(self) -> Self:
        if self.plausible_min >= self.plausible_max:
            raise ValueError("plausible_min must lie below plausible_max")
        return self


class RedFlag(Reviewed):
    """A triage rule; several to a file in `seed/red-flags/`.

    The rule fires when each group of `all_of` has a matching finding (the symptom named or a
    narrower one), at least one of the `qualifiers` (if any) is said of a finding that matched, one
    of `risk_factors_any` (if any) is declared, the person is in the stated group, and one of the
    `labs` (if any) holds. Only what is present can fire a rule, so one more finding never lowers it.
    """

    id: Slug
    name: Phrase
    level: TriageLevel
    advice: Text
    rationale: Text
    all_of: list[Annotated[list[Slug], Field(min_length=1)]] = []
    qualifiers: list[Qualifier] = []
    min_duration_days: float | None = Field(default=None, ge=0)
    risk_factors_any: list[Slug] = []
    labs: list[LabCondition] = []
    sex: Sex | None = None
    age_min_years: AgeYears | None = None
    age_max_years: AgeYears | None = None
    pregnant: bool | None = None

    @model_validator(mode="after")
    def can_fire(self) -> Self:
        if not self.all_of and not self.labs:
            raise ValueError("a rule needs findings (all_of) or labs")
        if self.level is TriageLevel.SELF_CARE:
            raise ValueError("a red flag is emergency, urgent or routine")
        check_ages(self.age_min_years, self.age_max_years)
        return self


class Conflict(Reviewed):
    """A question on which sources disagree, and how the service handles it."""

    id: Slug
    question: Text
    positions: list[Position] = Field(min_length=2)
    our_handling: Text
    causes: list[Slug] = []
    symptoms: list[Slug] = []
    nutrients: list[Slug] = []


class MergedId(Record):
    """An id that was taken back because its record was merged into another; in `seed/merged_ids.toml`."""

    kind: Literal["nutrient", "symptom", "cause", "risk-factor", "lab-test", "red-flag", "conflict", "source"]
    old: Slug
    new: Slug
    merged_on: date
    why: Text


def check_ages(low: float | None, high: float | None) -> None:
    """Refuse a group of people that nobody belongs to."""
    if low is not None and high is not None and low >= high:
        raise ValueError("age_min_years must lie below age_max_years (which is exclusive)")


def duplicates(values: Iterable[str]) -> list[str]:
    """Give what occurs more than once, sorted."""
    seen: set[str] = set()
    twice: set[str] = set()
    for value in values:
        (twice if value in seen else seen).add(value)
    return sorted(twice)


def is_default(prior: Prior) -> bool:
    """Tell whether a prior holds for everybody."""
    return all(
        value is None
        for value in (
            prior.sex,
            prior.age_min_years,
            prior.age_max_years,
            prior.pregnant,
            prior.lactating,
        )
    )
