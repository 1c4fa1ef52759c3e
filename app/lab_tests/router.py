"""`/v1/lab-tests`: units, cut-offs, and what makes a result mislead."""

from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field
from sqlmodel import col, select

from app.causes.models import Cause
from app.expansion.schemas import Expandable
from app.lab_tests.models import LabBand, LabTest
from app.lab_tests.summaries import LabTestSummary
from app.lists.pages import RecordPage
from app.lists.paging import IdsDep, PagingDep, QueryText
from app.lists.shape import ExpandDep, FieldsDep
from app.live import LiveDep, SessionDep
from app.lookups import absent, known_filter, looked_up
from app.patterns import SLUG
from app.problems import InvalidCursorError, NotFoundError
from app.schemas import LikelihoodRead, ReadModel, Ref, SlugPath
from app.values import Sourced, UnitConversion
from app.vocabulary import Basis, Grade, Interpretation, Sex

router = APIRouter(tags=["lab tests"])


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


class LabTestRead(Expandable, LabTestSummary):
    """A test with its cut-offs."""

    conversions: list[UnitConversion] = Field(
        description="Other units: a value times `factor` is the value in `unit`."
    )
    plausible_min: float = Field(description="Least value that is taken for one, in `unit`.")
    plausible_max: float = Field(description="Greatest value that is taken for one, in `unit`.")
    misleads: list[Sourced] = Field(description="What makes a result mislead.")
    bands: list[BandRead] = Field(description="Ranges and what each says about a cause.")


class LabTestPage(Expandable, RecordPage[LabTestSummary]):
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
    ids: IdsDep,
    expand: ExpandDep,
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
    if nutrient is not None:
        nutrient = known_filter("nutrient", "nutrient", nutrient, live.shelf.names, live)
    rows = session.exec(select(LabTest).order_by(LabTest.name, LabTest.id)).all()
    rows = [row for row in rows if nutrient is None or nutrient in row.nutrients]
    found = ids.pick(live.search.rank(q, "lab-test", rows), "lab-test")
    items = [LabTestSummary.model_validate(row, from_attributes=True) for row in paging.slice(found)]
    return paging.page(LabTestPage, items, len(found), missing=ids.missing, expanded=expand.of(*items))


@router.get(
    "/lab-tests/{lab_test}",
    response_model=LabTestRead,
    responses=looked_up(LabTestNotFoundError),
    summary="Get a lab test",
)
def get_lab_test(
    lab_test: SlugPath, session: SessionDep, live: LiveDep, fields: FieldsDep, expand: ExpandDep
) -> LabTestRead | Response:
    """Give one test with units, cut-offs and what makes it mislead."""
    found = session.get(LabTest, lab_test)
    if found is None:
        raise absent(LabTestNotFoundError, "lab-test", lab_test, live)
    bands = session.exec(
        select(LabBand, Cause.name)
        .join(Cause, col(Cause.id) == LabBand.cause_id)
        .where(LabBand.lab_test_id == lab_test)
        .order_by(col(LabBand.position))
    ).all()
    record = LabTestRead(
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
    record.expanded = expand.of(record)
    return fields.record(record)
