"""Lists: `items`, `next_cursor`, `total`; opaque cursors; `Link`; `fields=`."""

import base64
import binascii
import hashlib
import json
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Annotated, Any, Generic, TypeVar, get_args
from urllib.parse import urlencode

from fastapi import Depends, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from app.patterns import NO_NUL
from app.problems import InvalidCursorError, InvalidRequestError, ProblemPart

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)

MAX_LIMIT = 100
DEFAULT_LIMIT = 20
CursorText = Annotated[
    str | None,
    Query(
        alias="cursor",
        min_length=1,
        max_length=200,
        pattern=r"^[A-Za-z0-9_-]+$",
        description="`next_cursor` of the page before. It holds for one content release and for "
        "the same filters.",
    ),
]
QueryText = Annotated[
    str | None,
    Query(
        min_length=1,
        max_length=100,
        pattern=NO_NUL,
        description="Search text: names, aliases and lay names, typos forgiven, best match first.",
    ),
]
FieldsText = Annotated[
    str | None,
    Query(
        min_length=1,
        max_length=500,
        pattern=r"^[a-z0-9_]+(,[a-z0-9_]+)*$",
        description="Members to give of each item, separated by commas; `id` is always given. "
        "Unknown names are refused. With `fields` the other members are absent.",
    ),
]


class Page(BaseModel, Generic[T]):
    """A page of a list."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    items: list[T] = Field(description="The items of this page, in order.", max_length=MAX_LIMIT)
    next_cursor: str | None = Field(
        description="Give it as `cursor` for the next page; null on the last page."
    )
    total: int = Field(ge=0, description="How many items there are on all pages.")


class Paging:
    """Where in a list the caller is: `limit`, `cursor` and `fields` of a request."""

    def __init__(
        self,
        request: Request,
        response: Response,
        limit: Annotated[int, Query(ge=1, le=MAX_LIMIT, description="Items a page.")] = DEFAULT_LIMIT,
        cursor: CursorText = None,
        fields: FieldsText = None,
    ) -> None:
        self.request, self.response = request, response
        self.limit, self.fields = limit, fields.split(",") if fields else None
        self.key = self._key()
        self.offset = self._offset(cursor)

    def _key(self) -> str:
        """Name the list that is being paged: content release, path and filters."""
        own = {"cursor", "limit", "fields"}
        filters = sorted(pair for pair in self.request.query_params.multi_items() if pair[0] not in own)
        whole = json.dumps([self.request.scope["state"]["live"].release, self.request.scope["path"], filters])
        return hashlib.sha256(whole.encode()).hexdigest()[:8]

    def _offset(self, cursor: str | None) -> int:
        if cursor is None:
            return 0
        try:
            raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
            key, _, offset = raw.partition(".")
            number = int(offset)
        except (ValueError, binascii.Error):
            number, key = -1, ""
        if key != self.key or not 0 <= number < 2**31:
            raise InvalidCursorError(
                "The cursor was not issued for this list, or the content has changed since."
            )
        return number

    def cursor_after(self, total: int) -> str | None:
        """Give the cursor of the next page, and say so in `Link`; None on the last page."""
        following = self.offset + self.limit
        if following >= total:
            return None
        cursor = base64.urlsafe_b64encode(f"{self.key}.{following}".encode()).decode().rstrip("=")
        query = [pair for pair in self.request.query_params.multi_items() if pair[0] != "cursor"]
        link = f"{self.request.scope['path']}?{urlencode([*query, ('cursor', cursor)])}"
        self.response.headers["Link"] = f'<{link}>; rel="next"'
        return cursor

    def slice(self, rows: Sequence[T]) -> Sequence[T]:
        """Give the rows of this page."""
        return rows[self.offset : self.offset + self.limit]

    def page(self, kind: type[M], items: Sequence[Any], total: int, **more: Any) -> M | Response:
        """Make a page of class `kind` of the items that stand on it, trimmed to `fields`."""
        page = kind(items=items, next_cursor=self.cursor_after(total), total=total, **more)
        if self.fields is None:
            return page
        self.check_fields(kind)
        body = page.model_dump(mode="json")
        body["items"] = [self.trim(item) for item in body["items"]]
        headers = {"Link": self.response.headers["Link"]} if "Link" in self.response.headers else {}
        return JSONResponse(body, headers=headers)

    def check_fields(self, kind: type[BaseModel]) -> None:
        """Refuse names that the items of a page do not have."""
        [item] = get_args(kind.model_fields["items"].annotation)
        parts = [
            ProblemPart(
                pointer="?fields",
                detail=f"There is no member '{name}'.",
                suggestions=get_close_matches(name, item.model_fields, n=3, cutoff=0.5),
            )
            for name in self.fields or ()
            if name not in item.model_fields
        ]
        if parts:
            raise InvalidRequestError("`fields` names members that items do not have.", errors=parts)

    def trim(self, item: dict[str, Any]) -> dict[str, Any]:
        """Keep the members asked for, and `id`."""
        assert self.fields is not None
        return {name: value for name, value in item.items() if name == "id" or name in self.fields}


PagingDep = Annotated[Paging, Depends()]
