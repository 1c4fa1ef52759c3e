"""`/v1/conflicts`: where sources disagree, and how the service handles it."""

from fastapi import APIRouter, Response
from pydantic import Field
from sqlmodel import select

from app.conflicts.models import Conflict
from app.expansion.schemas import Expandable
from app.lists.pages import RecordPage
from app.lists.paging import IdsDep, PagingDep, QueryText
from app.lists.shape import ExpandDep
from app.live import LiveDep, SessionDep
from app.problems import InvalidCursorError
from app.schemas import ReviewedRead
from app.values import Position

router = APIRouter(tags=["model"])


class ConflictRead(ReviewedRead):
    """A question on which sources disagree."""

    id: str = Field(description="Stable id (slug).")
    question: str = Field(description="What is in dispute.")
    positions: list[Position] = Field(description="What each side says, with sources.")
    our_handling: str = Field(description="What the service does about it.")
    causes: list[str] = Field(description="Ids of the causes concerned.")
    symptoms: list[str] = Field(description="Ids of the symptoms concerned.")
    nutrients: list[str] = Field(description="Ids of the nutrients concerned.")


class ConflictPage(Expandable, RecordPage[ConflictRead]):
    """A page of conflicts."""


@router.get(
    "/conflicts",
    response_model=ConflictPage,
    responses=InvalidCursorError.declared(),
    summary="List conflicts between sources",
)
def list_conflicts(
    session: SessionDep,
    live: LiveDep,
    paging: PagingDep,
    ids: IdsDep,
    expand: ExpandDep,
    q: QueryText = None,
) -> ConflictPage | Response:
    """Give the questions on which sources disagree, our own starting articles among them."""
    rows = session.exec(select(Conflict).order_by(Conflict.id)).all()
    found = ids.pick(live.search.rank(q, "conflict", rows), "conflict")
    items = [ConflictRead.model_validate(row, from_attributes=True) for row in paging.slice(found)]
    return paging.page(ConflictPage, items, len(found), missing=ids.missing, expanded=expand.of(*items))
