"""`/v1/changelog`: what changed, by release."""

import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field

from app.changelog.reader import ChangeKind, changes
from app.lists.pages import Page
from app.lists.paging import PagingDep
from app.problems import InvalidCursorError, InvalidRequestError, ProblemPart
from app.schemas import ReadModel

router = APIRouter(tags=["changes"])


class ChangeRead(ReadModel):
    """One change."""

    version: str = Field(description="Release that brought it, or `unreleased`.", max_length=32)
    date: datetime.date | None = Field(description="Day of the release; null while it is unreleased.")
    kind: ChangeKind = Field(description="What changed: API, scoring, data or the running of the service.")
    text: str = Field(description="What changed, in Markdown.")


class ChangePage(Page[ChangeRead]):
    """A page of changes."""


@router.get(
    "/changelog",
    response_model=ChangePage,
    responses=InvalidCursorError.declared(),
    summary="List changes",
)
def list_changes(
    paging: PagingDep,
    kind: Annotated[ChangeKind | None, Query(description="Changes of this only.")] = None,
    version: Annotated[
        str | None,
        Query(
            min_length=1,
            max_length=32,
            pattern=r"^(unreleased|\d+\.\d+\.\d+)$",
            description="Of this release only.",
            examples=["0.1.0"],
        ),
    ] = None,
) -> ChangePage | Response:
    """Give what changed in the API, the scoring, the data and the platform, the newest release first."""
    versions = list(dict.fromkeys(change.version for change in changes()))
    if version is not None and version not in versions:
        part = ProblemPart(pointer="?version", detail="There is no such release.", suggestions=versions[:3])
        raise InvalidRequestError("The release is not known.", errors=[part])
    found = [
        change
        for change in changes()
        if (kind is None or change.kind is kind) and (version is None or change.version == version)
    ]
    items = [ChangeRead(**change._asdict()) for change in paging.slice(found)]
    return paging.page(ChangePage, items, len(found))
