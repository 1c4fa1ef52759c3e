"""`/v1/red-flags`: the triage rules, readable."""

from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field
from sqlmodel import col, select

from app.expansion.schemas import Expandable
from app.lists.pages import RecordPage
from app.lists.paging import IdsDep, PagingDep, QueryText
from app.lists.shape import ExpandDep, FieldsDep
from app.live import LiveDep, SessionDep
from app.lookups import absent, looked_up
from app.problems import InvalidCursorError, NotFoundError
from app.red_flags.models import RedFlag
from app.schemas import ReviewedRead, SlugPath
from app.values import LabCondition
from app.vocabulary import Qualifier, Sex, TriageLevel

router = APIRouter(tags=["red flags"])
LEVELS = {level: position for position, level in enumerate(TriageLevel)}


class RedFlagRead(ReviewedRead):
    """A rule that sets a least triage level.

    It fires when each group of `all_of` has a matching finding (the symptom named or a narrower
    one), and every other condition that is given holds. Only what is present can fire it.
    """

    id: str = Field(description="Stable id (slug).")
    name: str = Field(description="Name for readers.")
    level: TriageLevel = Field(description="Least level where it fires.")
    advice: str = Field(description="What to do.")
    rationale: str = Field(description="Why.")
    all_of: list[list[str]] = Field(
        description="Groups of symptom ids: each group needs one of its symptoms."
    )
    qualifiers: list[Qualifier] = Field(
        description="One of these must be said of a matching finding; empty for none."
    )
    min_duration_days: float | None = Field(description="Least duration in days; null for any.")
    risk_factors_any: list[str] = Field(
        description="One of these risk factors must be declared; empty for none."
    )
    labs: list[LabCondition] = Field(description="One of these results must hold; empty for none.")
    sex: Sex | None = Field(description="Sex that it is about; null for both.")
    age_min_years: float | None = Field(description="Least age, inclusive; null for any.")
    age_max_years: float | None = Field(description="Age below which it holds; null for any.")
    pregnant: bool | None = Field(description="Whether pregnant; null for either.")


class RedFlagRecord(Expandable, RedFlagRead):
    """A rule by itself."""


class RedFlagPage(Expandable, RecordPage[RedFlagRead]):
    """A page of triage rules."""


class RedFlagNotFoundError(NotFoundError):
    """No triage rule bears the id asked for."""

    slug, title = "red-flag-not-found", "No such red flag"
    what_to_do = "Ids are listed by /v1/red-flags."


@router.get(
    "/red-flags",
    response_model=RedFlagPage,
    responses=InvalidCursorError.declared(),
    summary="List triage rules",
)
def list_red_flags(
    session: SessionDep,
    live: LiveDep,
    paging: PagingDep,
    ids: IdsDep,
    expand: ExpandDep,
    q: QueryText = None,
    level: Annotated[TriageLevel | None, Query(description="Of this level only.")] = None,
) -> RedFlagPage | Response:
    """Give the rules, most urgent first: findings, level, what to do, source."""
    query = select(RedFlag).order_by(col(RedFlag.id))
    if level is not None:
        query = query.where(RedFlag.level == level)
    rows = sorted(session.exec(query).all(), key=lambda row: LEVELS[row.level])
    found = ids.pick(live.search.rank(q, "red-flag", rows), "red-flag")
    items = [RedFlagRead.model_validate(row, from_attributes=True) for row in paging.slice(found)]
    return paging.page(RedFlagPage, items, len(found), missing=ids.missing, expanded=expand.of(*items))


@router.get(
    "/red-flags/{red_flag}",
    response_model=RedFlagRecord,
    responses=looked_up(RedFlagNotFoundError),
    summary="Get a triage rule",
)
def get_red_flag(
    red_flag: SlugPath, session: SessionDep, live: LiveDep, fields: FieldsDep, expand: ExpandDep
) -> RedFlagRecord | Response:
    """Give one rule."""
    found = session.get(RedFlag, red_flag)
    if found is None:
        raise absent(RedFlagNotFoundError, "red-flag", red_flag, live)
    record = RedFlagRecord.model_validate(found, from_attributes=True)
    record.expanded = expand.of(record)
    return fields.record(record)
