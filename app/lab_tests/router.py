"""`/v1/lab-tests`: units, cut-offs, and what makes a result mislead."""

from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field
from sqlmodel import col, select

from app.causes.models import Cause
from app.lab_tests.models import LabBand, LabTest
from app.live import LiveDep, SessionDep
from app.pagination import Page, PagingDep, QueryText
from app.patterns import SLUG
from app.problems import InvalidCursorError, NotFoundError
from app.schemas import LikelihoodRead, ReadModel, Ref, ReviewedRead, SlugPath
from app.values import Sourced, UnitConversion
from app.vocabulary import Basis, Grade, Interpretation, Sex

router = APIRouter(tags=["lab tests"])
LOINC_NOTICE = (
    "LOINC codes are copyright Regenstrief Institute, Inc. and the LOINC Committee, available at "
    "no cost under the licence at loinc.org."
)


class BandRead(ReadModel):
    """A range of results, `min` inclusive and `max` exclusive, and what it says about a cause."""

    cause: Ref = Field(description="The cause.")
    interpretation: Interpretation = Field(description="What the range is called.")
    min: float | None = Field(description="Lower end in the test's unit; null for none.")
    max: float | None = Field(description="Upper end in the test's unit; null for none.")
    sex: Sex | None = Field(description="Sex that it is about; null for both.")
    age_min_years: float | None = Field(description="Least age, inclusive; null for any.")
    age_max_years: float | None = Field(description="Age below which it holds; null for any.")
    pregnant: bool | None = Field(description="Whether pregnant; null for either.")
    likelihood_ratio: LikelihoodRead = Field(description="What a result here does to the odds.")
    basis: Basis = Field(description="Where the ratio comes from.")
    grade: Grade = Field(description="Strength of the evidence.")
    note: str | None = Field(description="What to know about this cut-off.")
    sources: list[str] = Field(description="Ids of the sources.")


class LabTestSummary(ReviewedRead):
    """A test as lists show it."""

    id: str = Field(description="Stable id (slug).")
    name: str = Field(description="Name for readers.")
    aliases: list[str] = Field(description="Other names.")
    loinc: list[str] = Field(description=f"LOINC codes. {LOINC_NOTICE}")
    specimen: str = Field(description="What is tested, for example serum.")
    nutrients: list[str] = Field(description="Ids of the nutrients that it bears on.")
    unit: str = Field(description="UCUM unit of the cut-offs.")
    what_it_shows: str = Field(description="What a result tells, in plain words.")


class LabTestRead(LabTestSummary):
    """A test with its cut-offs."""

    conversions: list[UnitConversion] = Field(
        description="Other units: a value times `factor` is the value in `unit`."
    )
    plausible_min: float = Field(description="Least value that is taken for one, in `unit`.")
    plausible_max: float = Field(description="Greatest value that is taken for one, in `unit`.")
    misleads: list[Sourced] = Field(description="What makes a result mislead.")
    bands: list[BandRead] = Field(description="Ranges and what each says about a cause.")


class LabTestPage(Page[LabTestSummary]):
    """A page of tests."""


class LabTestNotFoundError(NotFoundError):
    """No laboratory test bears the id asked for."""

    slug, title = "lab-test-not-found", "No such lab test"
    what_to_do = "Ids are listed by /v1/lab-tests."


@router.get(
    "/lab-tests",
    response_model=LabTestPage,
    responses=InvalidCursorError.declared(),
    summary="List lab tests",
)
def list_lab_tests(
    session: SessionDep,
    live: LiveDep,
    paging: PagingDep,
    q: QueryText = None,
    nutrient: Annotated[
        str | None,
        Query(
            max_length=64,
            pattern=SLUG,
            description="Only tests that bear on this nutrient.",
        ),
    ] = None,
) -> LabTestPage | Response:
    """Give tests by name."""
    rows = session.exec(select(LabTest).order_by(LabTest.name, LabTest.id)).all()
    rows = [row for row in rows if nutrient is None or nutrient in row.nutrients]
    found = live.search.rank(q, "lab-test", rows)
    items = [LabTestSummary.model_validate(row, from_attributes=True) for row in paging.slice(found)]
    return paging.page(LabTestPage, items, len(found))


@router.get(
    "/lab-tests/{lab_test}",
    responses=LabTestNotFoundError.declared(),
    summary="Get a lab test",
)
def get_lab_test(lab_test: SlugPath, session: SessionDep, live: LiveDep) -> LabTestRead:
    """Give one test with units, cut-offs and what makes it mislead."""
    found = session.get(LabTest, lab_test)
    if found is None:
        raise LabTestNotFoundError.of("lab-test", lab_test, live.search.near(lab_test, "lab-test"))
    bands = session.exec(
        select(LabBand, Cause.name)
        .join(Cause, col(Cause.id) == LabBand.cause_id)
        .where(LabBand.lab_test_id == lab_test)
        .order_by(col(LabBand.position))
    ).all()
    return LabTestRead(
        **found.model_dump(),
        bands=[
            BandRead(
                **band.model_dump(exclude={"likelihood_ratio"}),
                cause=Ref(id=band.cause_id, name=name),
                likelihood_ratio=LikelihoodRead(value=band.likelihood_ratio, low=band.low, high=band.high),
            )
            for band, name in bands
        ],
    )
