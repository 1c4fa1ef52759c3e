"""How the API tells of causes."""

from pydantic import Field

from app.causes.summaries import CauseSummary
from app.expansion.schemas import Expandable
from app.lists.pages import RecordPage
from app.schemas import LinkRead, ReadModel
from app.values import Faq, Sourced, StageText
from app.vocabulary import Basis, DeficiencyLevel, Grade, Sex


class PriorRead(ReadModel):
    """How common a cause is in a group of people."""

    prevalence: float = Field(description="Share of the group that has it, a fraction.")
    low: float = Field(description="Low end of the range, a fraction.")
    high: float = Field(description="High end of the range, a fraction.")
    sex: Sex | None = Field(description="Sex of the group; null for both.")
    age_min_years: float | None = Field(description="Least age, inclusive; null for any.")
    age_max_years: float | None = Field(description="Age below which it holds; null for any.")
    pregnant: bool | None = Field(description="Whether the group is pregnant; null for either.")
    lactating: bool | None = Field(description="Whether it breast-feeds; null for either.")
    level: DeficiencyLevel | None = Field(description="What was counted: illness, test or intake.")
    population: str = Field(description="The group in words.")
    basis: Basis = Field(description="Where the figure comes from.")
    grade: Grade = Field(description="Strength of the evidence.")
    sources: list[str] = Field(description="Ids of the sources of the figure.")


class CauseTexts(CauseSummary):
    """What a page about a cause needs, links aside."""

    mechanism: str | None = Field(description="How it gives symptoms.")
    what_helps: str | None = Field(description="What usually helps, in general.")
    ask_doctor: list[str] = Field(description="Questions for a doctor.")
    when_to_seek_care: str = Field(description="When not to wait.")
    cautions: list[str] = Field(description="What to be careful about.")
    time_to_improve: Sourced | None = Field(description="How long it takes to get better.")
    requires_risk_factor: bool = Field(description="Whether it hardly occurs without a strong risk factor.")
    stages: list[StageText] = Field(description="Early to severe.")
    key_points: list[Sourced] = Field(description="What to remember.")
    faq: list[Faq] = Field(description="Questions that readers ask.")
    priors: list[PriorRead] = Field(description="How common it is, by group of people.")


class TriggerRead(Expandable, CauseTexts):
    """What is not a nutrient and gives the same symptoms."""

    symptoms: list[LinkRead] = Field(description="Symptoms that it gives, strongest link first.")


class TriggerPage(Expandable, RecordPage[CauseSummary]):
    """A page of triggers, diseases to rule out, and `benign`."""
