"""How lists tell of life stages, and other records that name them."""

from pydantic import Field

from app.schemas import ReadModel


class LifeStageRead(ReadModel):
    """A group of people for whom an authority sets one figure."""

    id: str = Field(description="Id of the life stage.")
    authority: str = Field(description="`nasem` or `efsa`.")
    label: str = Field(description="The group in words.")
    sex: str = Field(description="`female`, `male` or `any`.")
    age_min_months: int = Field(description="Least age in completed months.")
    age_max_months: int | None = Field(
        description="Greatest age in completed months, inclusive; null for none."
    )
    pregnancy: bool = Field(description="Whether the group is pregnant.")
    lactation: bool = Field(description="Whether the group breast-feeds.")
