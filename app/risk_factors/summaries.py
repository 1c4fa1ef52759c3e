"""How lists tell of risk factors, and other records that name them."""

from pydantic import Field

from app.risk_factors.models import RiskFactor
from app.schemas import ReviewedRead
from app.vocabulary import RiskFactorKind


class RiskFactorSummary(ReviewedRead):
    """A risk factor as lists show it."""

    id: str = Field(description="Stable id (slug).")
    kind: RiskFactorKind = Field(description="Sort of risk factor.")
    name: str = Field(description="Name for readers.")
    aliases: list[str] = Field(description="What people call it.")
    brand_names: list[str] = Field(description="Common brand names of a medicine.")
    member_of: str | None = Field(description="Id of its class, for a medicine.")
    atc: list[str] = Field(description="ATC codes, cited singly.")
    icd10: list[str] = Field(description="ICD-10-CM codes.")
    mondo: list[str] = Field(description="MONDO identifiers.")
    description: str = Field(description="What it is, in a plain sentence or two.")


def summary(risk_factor: RiskFactor) -> RiskFactorSummary:
    """Tell of a risk factor as lists do."""
    return RiskFactorSummary(**risk_factor.model_dump(), member_of=risk_factor.member_of_id)
