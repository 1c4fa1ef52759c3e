"""Tables of life stages, dietary reference values and Daily Values."""

from sqlmodel import Field

from app.tables import TableBase


class LifeStage(TableBase, table=True):
    """A group of people for whom an authority sets one figure; ages are completed months."""

    __tablename__ = "life_stage"

    id: str = Field(primary_key=True)
    authority: str
    label: str
    sex: str
    age_min_months: int
    age_max_months: int | None = None
    pregnancy: bool
    lactation: bool
    position: int


class ReferenceIntake(TableBase, table=True):
    """One figure: EAR, RDA, AI, UL or CDRR (NASEM); AR, PRI, AI or an increment (EFSA)."""

    __tablename__ = "reference_intake"

    id: int | None = Field(default=None, primary_key=True)
    authority: str = Field(index=True)
    nutrient_id: str = Field(foreign_key="nutrient.id", index=True)
    life_stage_id: str = Field(foreign_key="life_stage.id", index=True)
    measure: str
    value: float
    unit: str
    unit_basis: str | None = None
    note: str | None = None
    source_id: str = Field(foreign_key="source.id")


class UlNotDetermined(TableBase, table=True):
    """A life stage for which no UL was set, so that "none set" and "missing" differ."""

    __tablename__ = "ul_not_determined"

    nutrient_id: str = Field(primary_key=True, foreign_key="nutrient.id")
    life_stage_id: str = Field(primary_key=True, foreign_key="life_stage.id")
    reason: str


class DailyValue(TableBase, table=True):
    """FDA Daily Value: one figure a nutrient and population, for labels."""

    __tablename__ = "daily_value"

    nutrient_id: str = Field(primary_key=True, foreign_key="nutrient.id")
    population: str = Field(primary_key=True)
    kind: str
    value: float
    unit: str
    unit_basis: str | None = None
    note: str | None = None
    source_id: str = Field(foreign_key="source.id")
