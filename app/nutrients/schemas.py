"""How the API tells of nutrients."""

from pydantic import Field

from app.causes.schemas import CauseTexts
from app.expansion.schemas import Expandable
from app.lists.pages import Page, RecordPage
from app.nutrients.summaries import NutrientSummary
from app.reference_intakes.schemas import ReferenceIntakeRead
from app.schemas import LinkRead, ReadModel, Ref
from app.values import (
    Absorption,
    ComparisonRow,
    Faq,
    LevelFigure,
    Sourced,
    SupplementForm,
    Toxicity,
)
from app.vocabulary import Grade, InteractionKind, Severity


class NutrientCodes(ReadModel):
    """Identifiers of a nutrient in other systems; null where none was confirmed."""

    fdc_nutrient_id: int | None = Field(description="USDA FoodData Central nutrient id.")
    infoods_tagname: str | None = Field(description="INFOODS tag name.")
    chebi_id: str | None = Field(description="ChEBI identifier.")
    loinc_code: str | None = Field(description="LOINC code of a usual blood test.")


class SupplementComparison(ReadModel):
    """Food against supplement."""

    rows: list[ComparisonRow] = Field(description="The comparison, aspect by aspect.")
    forms: list[SupplementForm] = Field(description="Forms in which it is sold, with cautions.")
    caution: str | None = Field(description="What to know before taking a supplement.")


class NutrientRead(Expandable, NutrientSummary):
    """Everything that a page about a nutrient needs."""

    codes: NutrientCodes = Field(description="Identifiers in other systems.")
    roles: list[Sourced] = Field(description="What it does in the body.")
    mechanism: str | None = Field(description="Why its lack gives symptoms.")
    deficiency: CauseTexts | None = Field(description="Its deficiency as a cause of symptoms.")
    levels: list[LevelFigure] = Field(
        description="Low intake, low biomarker and symptomatic deficiency told apart, with figures."
    )
    excesses: list[Ref] = Field(description="Its excess as a cause of symptoms, where recorded.")
    toxicity: Toxicity | None = Field(description="What too much does, and what the UL covers.")
    absorption: Absorption | None = Field(description="What helps and what hinders uptake.")
    time_to_improve: Sourced | None = Field(description="How long symptoms take to improve.")
    food_vs_supplement: SupplementComparison = Field(description="Food and supplement side by side.")
    lab_tests: list[Ref] = Field(description="Tests that bear on it.")
    key_points: list[Sourced] = Field(description="What to remember.")
    faq: list[Faq] = Field(description="Questions that readers ask.")


class NutrientPage(Expandable, RecordPage[NutrientSummary]):
    """A page of nutrients."""


class LinkPage(Expandable, Page[LinkRead]):
    """A page of claims."""


class InteractionRead(ReadModel):
    """How a nutrient and something else act on one another."""

    kind: InteractionKind = Field(description="What it interacts with.")
    nutrient: Ref = Field(description="The nutrient asked for.")
    other: Ref = Field(description="The other nutrient, medication or condition.")
    effect: str = Field(description="What happens.")
    advice: str = Field(description="What to do, or to ask.")
    severity: Severity = Field(description="How much it matters.")
    grade: Grade = Field(description="Strength of the evidence.")
    spacing_hours: float | None = Field(
        description="Hours to leave between the two, where a source gives a figure."
    )
    sources: list[str] = Field(description="Ids of the sources.")


class InteractionPage(Expandable, Page[InteractionRead]):
    """A page of interactions."""


class ComparedNutrient(ReadModel):
    """One column of the comparison table."""

    nutrient: Ref = Field(description="The nutrient.")
    primary_role: str = Field(description="What it mainly does.")
    mechanism: str = Field(description="How its lack gives symptoms, in a line.")
    symptoms: list[Ref] = Field(
        description="Symptoms of its lack, the commonest first; failed claims left out."
    )
    primary_sources: str = Field(description="Where it mainly comes from.")
    recommended_intakes: list[ReferenceIntakeRead] = Field(
        description="RDA, or AI where no RDA is set, of the life stage asked for, or of adults."
    )
    sources: list[str] = Field(description="Ids of the sources.")


class NutrientComparison(ReadModel):
    """Nutrients side by side, in the order asked for."""

    items: list[ComparedNutrient] = Field(description="The nutrients.", max_length=10)
