"""Ids that callers give: found, moved to another record, or unknown with those that are near."""

from collections.abc import Collection, Iterable
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from pydantic import Field
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from app.live import Live
from app.merged.queries import Merge
from app.problems import InvalidRequestError, NotFoundError, ProblemError, ProblemPart
from app.schemas import ReadModel

# Ids less alike than this are no suggestion.
LEAST_ALIKE = 0.84
SUGGESTIONS = 3
# An id stays merged for good, but a wrong entry must be able to be mended.
MOVED_CACHE = "public, max-age=86400"
# What a query string may hold as it is (RFC 3986).
SAFE_IN_QUERY = "%&=+,;:@/?!$'()*"
# `/v1/<collection>`: what stands before the first id of a path.
PARTS_BEFORE_ID = 3


class Moved(ReadModel):
    """Says that a record was merged into another, which has all that this one had."""

    id: str = Field(description="Id of the record that took this one in.")
    location: str = Field(description="Where it is, as in the `Location` header.")
    merged_on: str = Field(description="Day of the merge.", json_schema_extra={"format": "date"})
    why: str = Field(description="Why they were merged.")


class MovedError(Exception):
    """Ends a request for a record that was merged into another."""

    def __init__(self, old_id: str, merge: Merge) -> None:
        super().__init__(old_id)
        self.old_id, self.merge = old_id, merge


def absent(error: type[NotFoundError], kind: str, wrong_id: str, live: Live) -> NotFoundError | MovedError:
    """Give what ends a request for an id in the path that no record bears."""
    merge = live.merged.of(kind, wrong_id)
    if merge is not None:
        return MovedError(wrong_id, merge)
    return error.of(kind, wrong_id, live.search.near(wrong_id, kind))


def looked_up(error: type[NotFoundError], *others: type[ProblemError]) -> dict[int | str, dict[str, Any]]:
    """Give the OpenAPI responses of a route that looks a record up by the id in its path."""
    location = {
        "description": "Where the record is now, with the same query.",
        "schema": {"type": "string", "maxLength": 2000},
        "example": "/v1/symptoms/lip-twitching",
    }
    moved = {
        "model": Moved,
        "description": "The record was merged into another",
        "headers": {"Location": location},
    }
    return {int(HTTPStatus.PERMANENT_REDIRECT): moved, **error.declared(*others)}


def on_moved(request: Request, error: Exception) -> JSONResponse:
    """Send the caller to the record that took the other in, keeping the query."""
    assert isinstance(error, MovedError)
    parts = request.scope["path"].split("/")
    before, after = parts[:PARTS_BEFORE_ID], parts[PARTS_BEFORE_ID:]
    new_id = error.merge.new_id
    path = "/".join([*before, *(new_id if part == error.old_id else part for part in after)])
    query = quote(request.scope["query_string"], safe=SAFE_IN_QUERY)
    location = f"{path}?{query}" if query else path
    body = Moved(
        id=new_id, location=location, merged_on=error.merge.merged_on.isoformat(), why=error.merge.why
    )
    return JSONResponse(
        body.model_dump(),
        status_code=HTTPStatus.PERMANENT_REDIRECT,
        headers={"Location": location, "Cache-Control": MOVED_CACHE},
    )


def add_redirects(app: FastAPI) -> None:
    """Register the handler that answers for merged ids."""
    app.add_exception_handler(MovedError, on_moved)


def known_filter(name: str, kind: str, record_id: str, known: Collection[str], live: Live) -> str:
    """Give the id that a filter means, a merged one as the one that it was merged into.

    Raises:
        InvalidRequestError: no record has this id; near ones are suggested.
    """
    current = live.merged.current(kind, record_id)
    if current in known:
        return current
    near = [one for one in live.search.near(record_id, kind) if one in known]
    part = ProblemPart(
        pointer=f"?{name}",
        detail=f"No {kind.replace('-', ' ')} has this id.",
        suggestions=near or alike(record_id, known),
    )
    raise InvalidRequestError(f"The {kind.replace('-', ' ')} to filter by is not known.", errors=[part])


def alike(wrong_id: str, known: Iterable[str]) -> list[str]:
    """Give known ids that are spelled like an unknown one."""
    found = process.extract(
        wrong_id, list(known), scorer=JaroWinkler.similarity, score_cutoff=LEAST_ALIKE, limit=SUGGESTIONS
    )
    return [one for one, *_ in found]
