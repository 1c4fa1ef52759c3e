"""Records given beside an answer that names them, so that a caller needn't ask for each."""

from pydantic import Field

from app.causes.summaries import CauseSummary
from app.lab_tests.summaries import LabTestSummary
from app.nutrients.summaries import NutrientSummary
from app.reference_intakes.summaries import LifeStageRead
from app.risk_factors.summaries import RiskFactorSummary
from app.schemas import ReadModel
from app.sources.summaries import SourceSummary
from app.symptoms.summaries import SymptomSummary


class Expanded(ReadModel):
    """The records that `expand` asked for, by kind and id."""

    sources: dict[str, SourceSummary] = Field(default={}, description="Sources by id.")
    nutrients: dict[str, NutrientSummary] = Field(default={}, description="Nutrients by id.")
    symptoms: dict[str, SymptomSummary] = Field(default={}, description="Symptoms by id.")
    causes: dict[str, CauseSummary] = Field(
        default={}, description="Causes (deficiencies, excesses, triggers, diseases) by id."
    )
    risk_factors: dict[str, RiskFactorSummary] = Field(default={}, description="Risk factors by id.")
    lab_tests: dict[str, LabTestSummary] = Field(default={}, description="Lab tests by id.")
    life_stages: dict[str, LifeStageRead] = Field(default={}, description="Life stages by id.")


class Expandable(ReadModel):
    """What an answer has that can give the records it names beside itself."""

    expanded: Expanded | None = Field(
        default=None,
        description="The records that `expand` asked for, by kind and id; null unless asked for.",
    )
