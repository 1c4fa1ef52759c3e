"""Tables of causes (deficiencies, excesses, triggers, diseases, benign), their priors and links."""

from datetime import date

from sqlalchemy import JSON, Column
from sqlmodel import Field

from app.tables import Document, TableBase, by_value
from app.values import Sourced, StageText
from app.vocabulary import (
    Basis,
    CauseKind,
    DeficiencyLevel,
    Direction,
    FrequencyClass,
    Grade,
    Sex,
    Stance,
    TriggerCategory,
)


class Cause(TableBase, table=True):
    """Something that can explain symptoms."""

    __tablename__ = "cause"

    id: str = Field(primary_key=True)
    kind: CauseKind = Field(sa_type=by_value(CauseKind), index=True)
    category: TriggerCategory | None = Field(default=None, sa_type=by_value(TriggerCategory), index=True)
    nutrient_id: str | None = Field(default=None, foreign_key="nutrient.id", index=True)
    name: str
    aliases: list[str] = Field(sa_column=Column(JSON, nullable=False))
    icd10: list[str] = Field(sa_column=Column(JSON, nullable=False))
    mondo: list[str] = Field(sa_column=Column(JSON, nullable=False))
    summary: str
    mechanism: str | None = None
    what_helps: str | None = None
    ask_doctor: list[str] = Field(sa_column=Column(JSON, nullable=False))
    when_to_seek_care: str
    cautions: list[str] = Field(sa_column=Column(JSON, nullable=False))
    time_to_improve: Sourced | None = Field(default=None, sa_column=Column(Document(Sourced)))
    requires_risk_factor: bool
    stages: list[StageText] = Field(sa_column=Column(Document(list[StageText]), nullable=False))
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))
    last_reviewed: date
    review_due: date


class CausePrior(TableBase, table=True):
    """How common a cause is in a group of people, as a fraction."""

    __tablename__ = "cause_prior"

    cause_id: str = Field(primary_key=True, foreign_key="cause.id")
    position: int = Field(primary_key=True)
    prevalence: float
    low: float
    high: float
    sex: Sex | None = Field(default=None, sa_type=by_value(Sex))
    age_min_years: float | None = None
    age_max_years: float | None = None
    pregnant: bool | None = None
    lactating: bool | None = None
    level: DeficiencyLevel | None = Field(default=None, sa_type=by_value(DeficiencyLevel))
    population: str
    basis: Basis = Field(sa_type=by_value(Basis))
    grade: Grade = Field(sa_type=by_value(Grade))
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))


class CauseSymptom(TableBase, table=True):
    """One claim "this cause gives this symptom", kept even where it was tested and failed."""

    __tablename__ = "cause_symptom"

    cause_id: str = Field(primary_key=True, foreign_key="cause.id")
    position: int = Field(primary_key=True)
    symptom_id: str = Field(foreign_key="symptom.id", index=True)
    stance: Stance = Field(sa_type=by_value(Stance))
    grade: Grade = Field(sa_type=by_value(Grade))
    basis: Basis = Field(sa_type=by_value(Basis))
    direction: Direction = Field(sa_type=by_value(Direction))
    frequency: FrequencyClass | None = Field(default=None, sa_type=by_value(FrequencyClass))
    percent: float | None = None
    cases: int | None = None
    of: int | None = None
    likelihood_ratio: float | None = None
    likelihood_ratio_low: float | None = None
    likelihood_ratio_high: float | None = None
    population: str | None = None
    mechanism: str
    via_id: str | None = Field(default=None, foreign_key="cause.id")
    note: str | None = None
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))
