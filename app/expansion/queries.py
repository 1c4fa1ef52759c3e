"""SQL of the records that an answer names."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel
from sqlmodel import Session, col, select

from app.causes.models import Cause
from app.causes.summaries import CauseSummary
from app.expansion.schemas import Expanded
from app.lab_tests.models import LabTest
from app.lab_tests.summaries import LabTestSummary
from app.nutrients.models import Nutrient
from app.nutrients.summaries import NutrientSummary
from app.reference_intakes.models import LifeStage
from app.reference_intakes.summaries import LifeStageRead
from app.risk_factors import summaries as risk_factors
from app.risk_factors.models import RiskFactor
from app.sources.models import Source
from app.sources.summaries import SourceSummary
from app.symptoms import summaries as symptoms
from app.symptoms.models import Symptom

M = TypeVar("M", bound=BaseModel)


def columns_of(model: type[M]) -> Callable[[Any], M]:
    """Give the function that makes a summary of a row whose columns have the same names."""
    return lambda row: model.model_validate(row, from_attributes=True)


# The table behind each member of `Expanded`, and how its rows are told.
TOLD: dict[str, tuple[Any, Callable[[Any], BaseModel]]] = {
    "sources": (Source, columns_of(SourceSummary)),
    "nutrients": (Nutrient, columns_of(NutrientSummary)),
    "symptoms": (Symptom, symptoms.summary),
    "causes": (Cause, columns_of(CauseSummary)),
    "risk_factors": (RiskFactor, risk_factors.summary),
    "lab_tests": (LabTest, columns_of(LabTestSummary)),
    "life_stages": (LifeStage, columns_of(LifeStageRead)),
}


def expanded(session: Session, wanted: Mapping[str, Iterable[str]]) -> Expanded:
    """Give the records of some ids, by kind and id; an id that names none is left out."""
    found: dict[str, dict[str, Any]] = {}
    for kind, ids in wanted.items():
        table, tell = TOLD[kind]
        rows = session.exec(select(table).where(col(table.id).in_(sorted(ids))).order_by(table.id))
        found[kind] = {row.id: tell(row) for row in rows}
    return Expanded(**found)
