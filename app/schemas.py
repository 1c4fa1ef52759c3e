"""What the read schemas of all resources share."""

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field

from app.patterns import SLUG
from app.values import Told
from app.vocabulary import Basis, CauseKind, Direction, FrequencyClass, Grade, Stance

SlugPath = Annotated[
    str,
    Path(
        pattern=SLUG,
        min_length=1,
        max_length=64,
        description="Id (slug) of the record.",
    ),
]


# Members that end an answer, in this order: they are told of the record, and not of what it is about.
LAST = ("sources", "last_reviewed", "review_due", "expanded")


class ReadModel(BaseModel):
    """Base of every answer: members with a default are still always there."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Put what a record is before who says so, though the latter is inherited."""
        fields = cls.__pydantic_fields__
        order = sorted(fields, key=lambda name: LAST.index(name) if name in LAST else -1)
        if order != list(fields):
            cls.__pydantic_fields__ = {name: fields[name] for name in order}
            cls.model_rebuild(force=True)


class ReviewedRead(ReadModel):
    """Who says so, and until when it stands."""

    sources: list[str] = Field(description="Ids of the sources of the record, see `/v1/sources`.")
    last_reviewed: date = Field(description="Day of the last review.")
    review_due: date = Field(description="Day by which it is to be reviewed again.")


class Ref(ReadModel):
    """Another record, by id and name."""

    id: str = Field(description="Id of the record.")
    name: str = Field(description="Name of the record.")


class LikelihoodRead(ReadModel):
    """A likelihood ratio with its range."""

    value: Told = Field(description="Ratio; above 1 supports the cause, below 1 speaks against.")
    low: Told = Field(description="Low end of the range.")
    high: Told = Field(description="High end of the range.")


class LinkRead(ReadModel):
    """The claim that a cause gives a symptom, with what the evidence says of it."""

    cause: Ref = Field(description="The cause.")
    cause_kind: CauseKind = Field(description="Sort of cause.")
    nutrient: Ref | None = Field(description="Its nutrient; null where the cause has none.")
    symptom: Ref = Field(description="The symptom.")
    stance: Stance = Field(
        description="Whether the evidence supports or contradicts the claim that the cause gives it; `says` "
        "tells which way having it points."
    )
    grade: Grade = Field(description="Strength of the evidence.")
    basis: Basis = Field(description="Where the figure comes from.")
    direction: Direction = Field(description="Which way the frequency reads.")
    frequency: FrequencyClass | None = Field(
        description="How often people with the cause have the symptom, as an HPO class."
    )
    percent: float | None = Field(description="The same as a measured percentage.")
    cases: int | None = Field(description="n of n/N behind the percentage.")
    of: int | None = Field(description="N of n/N behind the percentage.")
    likelihood_ratio: LikelihoodRead | None = Field(
        description="Likelihood ratio of the symptom when present, as the score uses it at the "
        "usual background rate; null where the score doesn't use the claim."
    )
    says: Literal["supports", "against", "nothing"] | None = Field(
        description="What having the symptom says of the cause: `supports` where the ratio is above 1, "
        "`against` below 1, `nothing` at 1; null where the score doesn't use the claim."
    )
    population: str | None = Field(description="Who was studied.")
    mechanism: str = Field(description="How the cause gives the symptom, in one sentence.")
    via: Ref | None = Field(description="The cause through which it acts, where indirect.")
    note: str | None = Field(description="What to know when reading the claim.")
    sources: list[str] = Field(description="Ids of the sources of the claim.")
