"""How lists tell of symptoms, and other records that name them."""

from pydantic import Field

from app.schemas import ReviewedRead
from app.symptoms.models import Symptom
from app.vocabulary import BodySystem, SymptomKind


class SymptomSummary(ReviewedRead):
    """A symptom as lists show it."""

    id: str = Field(description="Stable id (slug).")
    name: str = Field(description="Name for readers.")
    kind: SymptomKind = Field(description="Whether it is felt, seen or measured.")
    body_system: BodySystem = Field(description="Body system.")
    parent: str | None = Field(description="Id of the next wider symptom, or null.")
    hpo_id: str | None = Field(description="Term of the Human Phenotype Ontology, or null.")
    lay_names: list[str] = Field(description="What people call it.")
    description: str = Field(description="What it is, in a few plain sentences.")


def summary(symptom: Symptom) -> SymptomSummary:
    """Tell of a symptom as lists do."""
    return SymptomSummary(**symptom.model_dump(), parent=symptom.parent_id)
