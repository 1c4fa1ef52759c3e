"""Where in a list a caller is (`limit`, `cursor`), which items are wanted (`ids`), and in which format."""

import base64
import binascii
import hashlib
import json
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Annotated, Any, TypeVar, get_args
from urllib.parse import urlencode

from fastapi import Depends, Query, Request, Response
from fastapi.responses import JSONResponse

from app.lists.formats import CONTENT_TYPE, CSV, FORMATS, JSON, as_csv, as_ndjson, negotiated
from app.lists.pages import MAX_LIMIT, MissingRead, Page
from app.lists.shape import FieldsDep
from app.live import LiveDep
from app.lookups import alike
from app.patterns import NO_NUL
from app.problems import InvalidCursorError, InvalidRequestError, NotAcceptableError, ProblemPart

T = TypeVar("T")
P = TypeVar("P", bound=Page[Any])

DEFAULT_LIMIT = 20
# Parameters that say how a list is shown, not what is in it.
NO_FILTERS = {"cursor", "limit", "fields", "expand"}
# An id of a list (a slug, or a food's number), and 100 of them with commas.
LONGEST_IDS = MAX_LIMIT * 65
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


def key_of(release: str, path: str, given: Sequence[tuple[str, str]]) -> str:
    """Name the list that is being paged: content release, path and filters, of all that is `given`."""
    filters = sorted(pair for pair in given if pair[0] not in NO_FILTERS)
    return hashlib.sha256(json.dumps([release, path, filters]).encode()).hexdigest()[:8]


def cursor_at(key: str, offset: int) -> str:
    """Give the cursor of the page that begins so far into a list."""
    return base64.urlsafe_b64encode(f"{key}.{offset}".encode()).decode().rstrip("=")


def link_to(path: str, given: Sequence[tuple[str, str]], cursor: str) -> str:
    """Give the header `Link` that names the next page of a request."""
    query = [pair for pair in given if pair[0] != "cursor"]
    return f'<{path}?{urlencode([*query, ("cursor", cursor)])}>; rel="next"'


class Paging:
    """Where in a list the caller is, and how the page is to be written."""

    def __init__(
        self,
        request: Request,
        response: Response,
        fields: FieldsDep,
        live: LiveDep,
        limit: Annotated[int, Query(ge=1, le=MAX_LIMIT, description="Items a page.")] = DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> None:
        self.request, self.response, self.fields, self.live = request, response, fields, live
        response.headers["Vary"] = "Accept"
        self.format = self._format()
        self.limit = limit
        self.key = self._key()
        self.offset = self._offset(cursor)

    def _format(self) -> str:
        found = negotiated(", ".join(self.request.headers.getlist("accept")))
        if found is None:
            raise NotAcceptableError(
                f"A list can be had as {', '.join(FORMATS)}.", headers={"Vary": "Accept"}
            )
        return found

    def _key(self) -> str:
        """Name the list that is being paged: content release, path and filters."""
        path = self.request.scope["path"]
        return key_of(self.live.release, path, self.request.query_params.multi_items())

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
        cursor = cursor_at(self.key, following)
        link = link_to(self.request.scope["path"], self.request.query_params.multi_items(), cursor)
        self.response.headers.append("Link", link)
        return cursor

    def slice(self, rows: Sequence[T]) -> Sequence[T]:
        """Give the rows of this page."""
        return rows[self.offset : self.offset + self.limit]

    def page(self, kind: type[P], items: Sequence[Any], total: int, **more: Any) -> P | Response:
        """Make a page of class `kind` of the items that stand on it, as the caller wants it written."""
        page = kind(items=items, next_cursor=self.cursor_after(total), total=total, **more)
        self.response.headers["X-Total-Count"] = str(total)
        if self.format != JSON:
            return self._as_rows(page)
        if self.fields.names is None:
            return page
        body = page.model_dump(mode="json")
        body["items"] = [self.fields.trim(item) for item in body["items"]]
        answer = JSONResponse(body)
        self._hand_over_headers(answer)
        return answer

    def _as_rows(self, page: Page[Any]) -> Response:
        """Write the items alone; `Link` and `X-Total-Count` say what the page would."""
        if getattr(page, "expanded", None) is not None:
            part = ProblemPart(pointer="?expand", detail=f"Leave it out, or accept {JSON}.")
            raise InvalidRequestError("Only JSON has a place for expanded records.", errors=[part])
        items = [self.fields.trim(item.model_dump(mode="json")) for item in page.items]
        [model] = get_args(type(page).model_fields["items"].annotation)
        columns = sorted(self.fields.trim(dict.fromkeys(model.model_fields)), key="id".__ne__)
        text = as_csv(items, columns) if self.format == CSV else as_ndjson(items)
        answer = Response(text, headers={"Content-Type": CONTENT_TYPE[self.format]})
        self._hand_over_headers(answer)
        return answer

    def _hand_over_headers(self, answer: Response) -> None:
        for name, value in self.response.headers.items():
            answer.headers.append(name, value)


PagingDep = Annotated[Paging, Depends()]


class Ids:
    """Which items of a list are wanted, by id; all of them on one page, in the order asked."""

    def __init__(
        self,
        request: Request,
        paging: PagingDep,
        live: LiveDep,
        ids: Annotated[
            str | None,
            Query(
                min_length=1,
                max_length=LONGEST_IDS,
                pattern=r"^[a-z0-9-]{1,64}(,[a-z0-9-]{1,64})*$",
                description=f"Only the items of these ids, separated by commas, up to {MAX_LIMIT}: all on "
                "one page, in the order asked. Those that are not in the list, or that another filter leaves "
                "out, are named in `missing`. Not with `limit` or `cursor`.",
            ),
        ] = None,
    ) -> None:
        self.live, self.missing = live, list[MissingRead]()
        self.wanted = None if ids is None else list(dict.fromkeys(ids.split(",")))
        if self.wanted is None:
            return
        parts = [
            ProblemPart(pointer=f"?{name}", detail="Leave it out: all `ids` come on one page.")
            for name in ("limit", "cursor")
            if name in request.query_params
        ]
        if len(self.wanted) > MAX_LIMIT:
            parts.append(ProblemPart(pointer="?ids", detail=f"Name at most {MAX_LIMIT} ids."))
        if parts:
            raise InvalidRequestError("The ids cannot be given as asked.", errors=parts)
        paging.limit = MAX_LIMIT

    def pick(
        self, rows: Sequence[T], kind: str, id_of: Callable[[T], object] = attrgetter("id")
    ) -> Sequence[T]:
        """Give the rows wanted, in the order asked; every row where no ids were asked for.

        An id that was merged into another is taken for that one.
        """
        if self.wanted is None:
            return rows
        by_id = {str(id_of(row)): row for row in rows}
        current = {one: self.live.merged.current(kind, one) for one in self.wanted}
        self.missing = [
            # Numbers of foods that look alike have nothing to do with each other.
            MissingRead(id=one, suggestions=[] if kind == "food" else alike(one, by_id))
            for one, now in current.items()
            if now not in by_id
        ]
        return [by_id[now] for now in dict.fromkeys(current.values()) if now in by_id]


IdsDep = Annotated[Ids, Depends()]
