"""How lists tell of lab tests, and other records that name them."""

from pydantic import Field

from app.schemas import ReviewedRead

LOINC_NOTICE = (
    "LOINC codes are copyright Regenstrief Institute, Inc. and the LOINC Committee, available at "
    "no cost under the licence at loinc.org."
)


class LabTestSummary(ReviewedRead):
    """A test as lists show it."""

    id: str = Field(description="Stable id (slug).")
    name: str = Field(description="Name for readers.")
    aliases: list[str] = Field(description="Other names.")
    loinc: list[str] = Field(description=f"LOINC codes. {LOINC_NOTICE}")
    specimen: str = Field(description="What is tested, for example serum.")
    nutrients: list[str] = Field(description="Ids of the nutrients that it bears on.")
    unit: str = Field(description="UCUM unit of the cut-offs.")
    what_it_shows: str = Field(description="What a result tells, in plain words.")
