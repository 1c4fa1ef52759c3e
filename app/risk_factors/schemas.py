"""How the API tells of risk factors."""

from pydantic import Field

from app.expansion.schemas import Expandable
from app.lists.pages import RecordPage
from app.risk_factors.summaries import RiskFactorSummary
from app.schemas import LikelihoodRead, ReadModel, Ref
from app.values import AppliesTo
from app.vocabulary import Basis, CauseKind, EffectClass, Grade


class EffectRead(ReadModel):
    """How a risk factor changes the odds of a cause."""

    cause: Ref = Field(description="The cause.")
    cause_kind: CauseKind = Field(description="Sort of cause.")
    nutrient: str | None = Field(description="Id of its nutrient; null where it has none.")
    inherited_from: Ref | None = Field(
        description="The class of medicines that the figure belongs to, or null."
    )
    measured_odds_ratio: LikelihoodRead | None = Field(
        description="Odds ratio with its 95 % interval, where one was measured."
    )
    studied: int | None = Field(description="People studied for it.")
    effect_class: EffectClass | None = Field(description="Graded strength where none was measured.")
    odds_ratio: LikelihoodRead = Field(description="Odds ratio as the score uses it, with range.")
    pathway: str = Field(description="Route by which it acts; factors on one route are not multiplied twice.")
    mechanism: str = Field(description="How it acts, in one sentence.")
    time_to_effect: str | None = Field(description="How long it takes, where known.")
    basis: Basis = Field(description="Where the figure comes from.")
    grade: Grade = Field(description="Strength of the evidence.")
    sources: list[str] = Field(description="Ids of the sources.")


class RiskFactorRead(Expandable, RiskFactorSummary):
    """A risk factor with what it does."""

    applies_to: AppliesTo | None = Field(description="Whom a life stage takes in.")
    members: list[Ref] = Field(description="Medicines of a class.")
    effects: list[EffectRead] = Field(description="What it does to the odds of each cause.")


class RiskFactorPage(Expandable, RecordPage[RiskFactorSummary]):
    """A page of risk factors."""
