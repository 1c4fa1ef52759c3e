"""Table of triage rules."""

from datetime import date

from sqlalchemy import JSON, Column
from sqlmodel import Field

from app.tables import Document, TableBase, by_value
from app.values import LabCondition
from app.vocabulary import Qualifier, Sex, TriageLevel


class RedFlag(TableBase, table=True):
    """A rule that sets a least triage level; see `app.seeding.schemas.RedFlag` for when it fires."""

    __tablename__ = "red_flag"

    id: str = Field(primary_key=True)
    name: str
    level: TriageLevel = Field(sa_type=by_value(TriageLevel), index=True)
    advice: str
    rationale: str
    all_of: list[list[str]] = Field(sa_column=Column(JSON, nullable=False))
    qualifiers: list[Qualifier] = Field(sa_column=Column(Document(list[Qualifier]), nullable=False))
    min_duration_days: float | None = None
    risk_factors_any: list[str] = Field(sa_column=Column(JSON, nullable=False))
    labs: list[LabCondition] = Field(sa_column=Column(Document(list[LabCondition]), nullable=False))
    sex: Sex | None = Field(default=None, sa_type=by_value(Sex))
    age_min_years: float | None = None
    age_max_years: float | None = None
    pregnant: bool | None = None
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))
    last_reviewed: date
    review_due: date
