"""Tables of laboratory tests and of the ranges that bear on a cause."""

from datetime import date

from sqlalchemy import JSON, Column
from sqlmodel import Field

from app.tables import Document, TableBase, by_value
from app.values import Sourced, UnitConversion
from app.vocabulary import Basis, Grade, Interpretation, Sex


class LabTest(TableBase, table=True):
    """A laboratory test; cut-offs are in its canonical unit."""

    __tablename__ = "lab_test"

    id: str = Field(primary_key=True)
    name: str
    aliases: list[str] = Field(sa_column=Column(JSON, nullable=False))
    loinc: list[str] = Field(sa_column=Column(JSON, nullable=False))
    specimen: str
    nutrients: list[str] = Field(sa_column=Column(JSON, nullable=False))
    unit: str
    conversions: list[UnitConversion] = Field(
        sa_column=Column(Document(list[UnitConversion]), nullable=False)
    )
    plausible_min: float
    plausible_max: float
    what_it_shows: str
    misleads: list[Sourced] = Field(sa_column=Column(Document(list[Sourced]), nullable=False))
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))
    last_reviewed: date
    review_due: date


class LabBand(TableBase, table=True):
    """A range of results, min inclusive and max exclusive, and what it says about a cause."""

    __tablename__ = "lab_band"

    lab_test_id: str = Field(primary_key=True, foreign_key="lab_test.id")
    position: int = Field(primary_key=True)
    cause_id: str = Field(foreign_key="cause.id", index=True)
    interpretation: Interpretation = Field(sa_type=by_value(Interpretation))
    min: float | None = None
    max: float | None = None
    sex: Sex | None = Field(default=None, sa_type=by_value(Sex))
    age_min_years: float | None = None
    age_max_years: float | None = None
    pregnant: bool | None = None
    likelihood_ratio: float
    low: float
    high: float
    basis: Basis = Field(sa_type=by_value(Basis))
    grade: Grade = Field(sa_type=by_value(Grade))
    note: str | None = None
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))
