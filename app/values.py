"""Value objects of the knowledge base: small facts that seed files, tables and answers tell alike.

They are stored as JSON inside the record they belong to (`app.tables.Document`).
"""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from app.vocabulary import Basis, DeficiencyLevel, Grade, Sex, Stage, Stance

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", min_length=2, max_length=64)]
SourceIds = Annotated[list[Slug], Field(min_length=1)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\x00]+$")]
Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=120)]
Fraction = Annotated[float, Field(ge=0, le=1)]
Percent = Annotated[float, Field(ge=0, le=100)]
Ratio = Annotated[float, Field(gt=0, le=10_000)]
AgeYears = Annotated[float, Field(ge=0, le=130)]
Icd10 = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9][0-9A-Z](\.[0-9A-Zx]{1,4})?(-[A-Z]\S+)?$")]
Atc = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{2}([A-Z]([A-Z](\d{2})?)?)?$")]
HpoId = Annotated[str, StringConstraints(pattern=r"^HP:\d{7}$")]
MondoId = Annotated[str, StringConstraints(pattern=r"^MONDO:\d{7}$")]
Loinc = Annotated[str, StringConstraints(pattern=r"^\d{1,5}-\d$")]


class Record(BaseModel):
    """Base of every record: no unknown keys, never changed once read."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        allow_inf_nan=False,
        json_schema_serialization_defaults_required=True,
    )


class Sourced(Record):
    """A text with the sources that back it."""

    text: Text
    sources: SourceIds


class Faq(Record):
    """A question that readers ask, with its answer."""

    question: Text
    answer: Text
    sources: SourceIds


class Background(Record):
    """How often people in general report a symptom: the leak term b(s)."""

    rate: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    rule: (
        Annotated[str, StringConstraints(pattern="^(very-common|common|uncommon|rare|very-rare)$")] | None
    ) = None
    window: Text | None = None
    population: Text | None = None
    basis: Basis
    sources: SourceIds

    @model_validator(mode="after")
    def rate_or_rule(self) -> Self:
        if (self.rate is None) == (self.rule is None):
            raise ValueError("give either rate (a cited figure, 0 to 1) or rule (a class), not both")
        if self.rate is not None:
            if self.low is None or self.high is None or not self.low <= self.rate <= self.high:
                raise ValueError("a rate needs low <= rate <= high")
            if self.rate == 0:
                raise ValueError("rate must be above 0")
        if (self.rule is not None) != (self.basis is Basis.STATED_RULE):
            raise ValueError("basis is 'stated rule' exactly where a rule is given")
        return self


class StageText(Record):
    """What a stage of a deficiency looks like."""

    stage: Stage
    text: Text
    sources: SourceIds


class LevelFigure(Record):
    """How many people have low intake, a low biomarker, or symptomatic deficiency, and by which cut-off."""

    level: DeficiencyLevel
    definition: Text
    percent: Percent | None = None
    percent_low: Percent | None = None
    percent_high: Percent | None = None
    population: Text
    grade: Grade
    note: Text | None = None
    sources: SourceIds


class Absorption(Record):
    """What helps and what hinders uptake."""

    summary: Text
    enhancers: list[Text] = []
    inhibitors: list[Text] = []
    sources: SourceIds


class ComparisonRow(Record):
    """One row of the food-against-supplement table."""

    aspect: Phrase
    food: Text
    supplement: Text
    sources: SourceIds


class SupplementForm(Record):
    """A chemical form in which the nutrient is sold, with its caution."""

    name: Phrase
    note: Text
    sources: SourceIds


class Toxicity(Record):
    """What too much does."""

    summary: Text
    ul_applies_to: Text
    sources: SourceIds


class AppliesTo(Record):
    """The life stage that switches a risk factor on by itself."""

    sex: Sex | None = None
    age_min_years: AgeYears | None = None
    age_max_years: AgeYears | None = None
    pregnant: bool | None = None
    lactating: bool | None = None


class UnitConversion(Record):
    """value in the canonical unit = value in `unit` x factor."""

    unit: Text
    factor: float = Field(gt=0)


class LabCondition(Record):
    """A result that by itself satisfies a red-flag rule."""

    test: Slug
    below: float | None = None
    above: float | None = None

    @model_validator(mode="after")
    def bounded(self) -> Self:
        if (self.below is None) == (self.above is None):
            raise ValueError("give below or above, in the test's canonical unit")
        return self


class Position(Record):
    """What one side of a conflict says."""

    claim: Text
    stance: Stance
    sources: SourceIds
