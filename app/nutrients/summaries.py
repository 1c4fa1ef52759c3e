"""How lists tell of nutrients, and other records that name them."""

from pydantic import Field

from app.schemas import ReviewedRead
from app.vocabulary import NutrientKind


class NutrientSummary(ReviewedRead):
    """A nutrient as lists show it."""

    id: str = Field(description="Stable id (slug), as in the reference data.")
    name: str = Field(description="Name for readers.")
    aliases: list[str] = Field(description="Other names.")
    kind: NutrientKind = Field(description="Class of nutrient.")
    unit: str | None = Field(description="UCUM unit of its amounts.")
    unit_basis: str | None = Field(
        description="What the unit counts where it is an equivalent: RAE, DFE, NE, alpha-tocopherol."
    )
    has_profile: bool = Field(description="Whether there is a full record; otherwise figures and foods only.")
    summary: str | None = Field(description="What it is, in a few plain sentences.")
