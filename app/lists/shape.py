"""What a caller wants to see of a record: `fields` trims it, `expand` gives what it names beside it."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, TypeVar, get_args

from fastapi import Depends, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from app.expansion import queries
from app.expansion.members import expandable, named_ids
from app.expansion.schemas import Expanded
from app.lists.pages import Page
from app.live import SessionDep
from app.problems import InvalidRequestError, ProblemPart

M = TypeVar("M", bound=BaseModel)

NAMES = r"^[a-z0-9_]+(,[a-z0-9_]+)*$"
# Always given: without them a trimmed answer could not be used.
KEPT = {"id", "expanded"}


def told_model(request: Request) -> type[BaseModel]:
    """Give the model of the record that a route answers with, or of the items of its page."""
    model: type[BaseModel] = request.scope["route"].response_model
    if issubclass(model, Page):
        [model] = get_args(model.model_fields["items"].annotation)
    return model


def check_names(parameter: str, names: Iterable[str], known: Iterable[str]) -> None:
    """Refuse names of members that an answer does not have.

    Raises:
        InvalidRequestError: naming each of them, with names that are near.
    """
    known = sorted(known)
    has = f"`{parameter}` takes {', '.join(known)}" if known else "nothing here can be named"
    parts = [
        ProblemPart(
            pointer=f"?{parameter}",
            detail=f"There is no member '{name}' to name here; {has}.",
            suggestions=get_close_matches(name, known, n=3, cutoff=0.5),
        )
        for name in names
        if name not in known
    ]
    if parts:
        raise InvalidRequestError(f"`{parameter}` names members that it cannot take.", errors=parts)


class Fields:
    """The members that a caller wants of each record."""

    def __init__(
        self,
        request: Request,
        response: Response,
        fields: Annotated[
            str | None,
            Query(
                min_length=1,
                max_length=500,
                pattern=NAMES,
                description="Members to give of each record, separated by commas; `id` is always given. "
                "Unknown names are refused. The other members are absent then, also those that the "
                "schema of the answer calls required.",
            ),
        ] = None,
    ) -> None:
        self.response = response
        self.names = None if fields is None else frozenset(fields.split(","))
        if fields is not None:
            members = set(told_model(request).model_fields) - KEPT | {"id"}
            check_names("fields", dict.fromkeys(fields.split(",")), members)

    def trim(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """Keep the members asked for, and those that are always given."""
        if self.names is None:
            return dict(record)
        return {name: value for name, value in record.items() if name in KEPT or name in self.names}

    def record(self, record: M) -> M | Response:
        """Answer with one record, trimmed."""
        if self.names is None:
            return record
        return JSONResponse(self.trim(record.model_dump(mode="json")), headers=dict(self.response.headers))


FieldsDep = Annotated[Fields, Depends()]


class Expand:
    """The members whose records a caller wants beside the answer, one level deep."""

    def __init__(
        self,
        request: Request,
        session: SessionDep,
        fields: FieldsDep,
        expand: Annotated[
            str | None,
            Query(
                min_length=1,
                max_length=200,
                pattern=NAMES,
                description="Members that name other records, separated by commas, for example `sources`: "
                "the records stand in `expanded`, by kind and id, wherever in the answer they are named. "
                "With `fields`, only what is shown is looked at. Unknown names are refused.",
                examples=["sources"],
            ),
        ] = None,
    ) -> None:
        self.session, self.shown = session, fields.names
        self.names = frozenset(expand.split(",")) if expand is not None else frozenset()
        if expand is not None:
            model = told_model(request)
            check_names("expand", dict.fromkeys(expand.split(",")), expandable(model))
            self._check_shown(expandable(model, self.shown))

    def _check_shown(self, shown: frozenset[str]) -> None:
        parts = [
            ProblemPart(
                pointer="?expand", detail=f"'{name}' is in no member that `fields` shows; add one there."
            )
            for name in sorted(self.names - shown)
        ]
        if parts:
            raise InvalidRequestError("`expand` names members that `fields` leaves out.", errors=parts)

    def of(self, *records: BaseModel) -> Expanded | None:
        """Give the records that some records name, or None where none were asked for."""
        if not self.names:
            return None
        wanted: dict[str, set[str]] = {}
        for record in records:
            for kind, ids in named_ids(record, self.names, self.shown).items():
                wanted.setdefault(kind, set()).update(ids)
        return queries.expanded(self.session, wanted)


ExpandDep = Annotated[Expand, Depends()]
