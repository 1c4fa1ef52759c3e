"""Value objects of the knowledge base: small facts that seed files, tables and answers tell alike.

They are stored as JSON inside the record they belong to (`app.tables.Document`).
"""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, StringConstraints, model_validator

from app.patterns import NO_NUL, SLUG
from app.vocabulary import Basis, DeficiencyLevel, Grade, Sex, Stage, Stance

Slug = Annotated[str, StringConstraints(pattern=SLUG, min_length=2, max_length=64)]
SourceIds = Annotated[list[Slug], Field(min_length=1)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=NO_NUL)]
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


# Significant digits of figures for readers; nothing here is known better.
TOLD_DIGITS = 4


def to_digits(value: float, digits: int) -> float:
    """Round to so many significant digits."""
    return float(f"{value:.{digits}g}")


def told_figure(value: float) -> float:
    """Round a figure that was worked out for readers: about foods, a ratio, a share."""
    return to_digits(value, TOLD_DIGITS)


# A figure that answers round when they are written; what is worked out from it stays exact.
Told = Annotated[float, PlainSerializer(told_figure, return_type=float)]


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

    text: Text = Field(description="The text.")
    sources: SourceIds = Field(description="Ids of the sources.")


class Faq(Record):
    """A question that readers ask, with its answer."""

    question: Text = Field(description="The question as readers ask it.")
    answer: Text = Field(description="The answer in plain words.")
    sources: SourceIds = Field(description="Ids of the sources.")


class Background(Record):
    """How often people in general report a symptom: the leak term b(s)."""

    rate: Fraction | None = Field(
        default=None, description="Cited or judged rate, a fraction; null where a rule is used."
    )
    low: Fraction | None = Field(default=None, description="Low end of the rate.")
    high: Fraction | None = Field(default=None, description="High end of the rate.")
    rule: (
        Annotated[str, StringConstraints(pattern="^(very-common|common|uncommon|rare|very-rare)$")] | None
    ) = Field(default=None, description="Class of the stated rule, where no figure was found.")
    window: Text | None = Field(default=None, description="Time that the rate is for.")
    population: Text | None = Field(default=None, description="Who was asked.")
    basis: Basis = Field(description="Where the rate comes from.")
    sources: SourceIds = Field(description="Ids of the sources.")

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

    stage: Stage = Field(description="How far it has gone.")
    text: Text = Field(description="What it looks like.")
    sources: SourceIds = Field(description="Ids of the sources.")


class LevelFigure(Record):
    """How many people have low intake, a low biomarker, or symptomatic deficiency, and by which cut-off."""

    level: DeficiencyLevel = Field(description="Which of the three is counted.")
    definition: Text = Field(description="Definition or cut-off.")
    percent: Percent | None = Field(
        default=None, description="Share of the population, in per cent; null where no figure was found."
    )
    percent_low: Percent | None = Field(default=None, description="Low end, in per cent.")
    percent_high: Percent | None = Field(default=None, description="High end, in per cent.")
    population: Text = Field(description="Who was studied.")
    grade: Grade = Field(description="How good the evidence is.")
    note: Text | None = Field(default=None, description="What to know about the figure.")
    sources: SourceIds = Field(description="Ids of the sources.")


class Absorption(Record):
    """What helps and what hinders uptake."""

    summary: Text = Field(description="How it is taken up.")
    enhancers: list[Text] = Field(default=[], description="What helps uptake.")
    inhibitors: list[Text] = Field(default=[], description="What hinders uptake.")
    sources: SourceIds = Field(description="Ids of the sources.")


class ComparisonRow(Record):
    """One row of the food-against-supplement table."""

    aspect: Phrase = Field(description="What is compared.")
    food: Text = Field(description="What holds for food.")
    supplement: Text = Field(description="What holds for a supplement.")
    sources: SourceIds = Field(description="Ids of the sources.")


class SupplementForm(Record):
    """A chemical form in which the nutrient is sold, with its caution."""

    name: Phrase = Field(description="Name of the form.")
    note: Text = Field(description="What to know about it, its caution included.")
    sources: SourceIds = Field(description="Ids of the sources.")


class Toxicity(Record):
    """What too much does."""

    summary: Text = Field(description="What too much does.")
    ul_applies_to: Text = Field(description="What the upper limit covers.")
    sources: SourceIds = Field(description="Ids of the sources.")


class AppliesTo(Record):
    """The life stage that switches a risk factor on by itself."""

    sex: Sex | None = Field(default=None, description="Sex of the group; null for both.")
    age_min_years: AgeYears | None = Field(default=None, description="Least age, inclusive; null for any.")
    age_max_years: AgeYears | None = Field(
        default=None, description="Age below which it holds; null for any."
    )
    pregnant: bool | None = Field(default=None, description="Whether pregnant; null for either.")
    lactating: bool | None = Field(default=None, description="Whether breast-feeding; null for either.")


class UnitConversion(Record):
    """value in the canonical unit = value in `unit` x factor."""

    unit: Text = Field(description="The other unit, in UCUM.")
    factor: float = Field(
        gt=0, description="A value in the test's unit is the value in this unit times this."
    )


class LabCondition(Record):
    """A result that by itself satisfies a red-flag rule."""

    test: Slug = Field(description="Id of the test.")
    below: float | None = Field(
        default=None, description="Fires below this value, in the test's unit; null where `above` is given."
    )
    above: float | None = Field(
        default=None, description="Fires above this value, in the test's unit; null where `below` is given."
    )

    @model_validator(mode="after")
    def bounded(self) -> Self:
        if (self.below is None) == (self.above is None):
            raise ValueError("give below or above, in the test's canonical unit")
        return self


class Position(Record):
    """What one side of a conflict says."""

    claim: Text = Field(description="What this side says.")
    stance: Stance = Field(description="Whether evidence supports it.")
    sources: SourceIds = Field(description="Ids of the sources.")
