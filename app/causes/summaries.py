"""How lists tell of causes, and other records that name them."""

from pydantic import Field

from app.schemas import ReviewedRead
from app.vocabulary import CauseKind, TriggerCategory


class CauseSummary(ReviewedRead):
    """A cause as lists show it."""

    id: str = Field(description="Stable id (slug).")
    kind: CauseKind = Field(description="Sort of cause.")
    category: TriggerCategory | None = Field(description="Family, for what is not a nutrient.")
    name: str = Field(description="Name for readers.")
    aliases: list[str] = Field(description="Other names.")
    summary: str = Field(description="What it is, in a few plain sentences.")
    icd10: list[str] = Field(description="ICD-10-CM codes.")
    mondo: list[str] = Field(description="MONDO disease identifiers.")
