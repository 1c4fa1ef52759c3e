"""How the API tells of dietary reference values."""

from pydantic import Field

from app.expansion.schemas import Expandable
from app.lists.pages import Page, RecordPage
from app.reference_intakes.summaries import LifeStageRead
from app.schemas import ReadModel


class ReferenceIntakeRead(ReadModel):
    """One figure of one authority for one life stage."""

    nutrient: str = Field(description="Id of the nutrient.")
    life_stage: str = Field(description="Id of the life stage.")
    life_stage_label: str = Field(description="The life stage in words.")
    measure: str = Field(
        description="EAR, RDA, AI, UL or CDRR (NASEM); AR, PRI, AI, AR_INCREMENT or PRI_INCREMENT "
        "(EFSA). Where no RDA has been set the AI is given, and is called AI."
    )
    value: float = Field(description="The figure, per day, in `unit`.")
    unit: str = Field(description="UCUM unit; `g/kg` is per kg body weight, `%` of energy.")
    unit_basis: str | None = Field(
        description="What the unit counts where it is an equivalent: RAE, DFE, NE, RE, "
        "alpha-tocopherol, energy."
    )
    note: str | None = Field(description="What the figure covers, special cases.")
    authority: str = Field(description="`nasem` (US and Canada) or `efsa` (European Union).")
    sources: list[str] = Field(description="Ids of the publications.")


class UlNotDeterminedRead(ReadModel):
    """A life stage for which the authority could not set a UL; that is not "no limit"."""

    nutrient: str = Field(description="Id of the nutrient.")
    life_stage: str = Field(description="Id of the life stage.")
    reason: str = Field(description="Why no UL was set.")


class ReferenceIntakePage(Expandable, Page[ReferenceIntakeRead]):
    """A page of dietary reference values."""

    ul_not_determined: list[UlNotDeterminedRead] = Field(
        description="Life stages asked for (one nutrient or one person) without a UL, and why."
    )
    notes: list[str] = Field(description="What to know about the answer as a whole.")


class LifeStagePage(RecordPage[LifeStageRead]):
    """A page of life stages."""
