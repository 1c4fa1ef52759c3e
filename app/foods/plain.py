"""The plain search for foods (`/v1/foods?q=...`, perhaps with `limit`), answered without the ceremony.

Every keystroke of a reader may be a search that nobody made before, so that no cache helps. Reading the
parameters by declaration and building models takes several times as long as the search itself. What is
not quite plain (a filter, a cursor, a fault) is left to the whole route; both give the same bytes.
"""

import re
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from app.lists.paging import DEFAULT_LIMIT, Paging
from app.lists.shape import Fields
from app.live import get_live

LIMIT = re.compile(r"[1-9][0-9]?|100")
LONGEST = 100
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class PlainSearchRoute(APIRoute):
    """A route whose plain searches are answered at once, and all else by its function."""

    def get_route_handler(self) -> Handler:
        """Give what answers a request."""
        whole = super().get_route_handler()

        async def answer(request: Request) -> Response:
            asked = plain(request)
            return await whole(request) if asked is None else await search(request, *asked)

        return answer


def plain(request: Request) -> tuple[str, int] | None:
    """Give the text and the limit of a plain search without faults; None for any other request."""
    given = request.query_params.multi_items()
    values = dict(given)
    if len(values) != len(given) or not values.keys() <= {"q", "limit"}:
        return None
    query, limit = values.get("q", ""), values.get("limit", str(DEFAULT_LIMIT))
    if not 0 < len(query) <= LONGEST or "\0" in query:
        return None
    if request.headers.get("accept", "*/*") not in {"*/*", "application/json"}:
        return None
    return (query, int(limit)) if LIMIT.fullmatch(limit) else None


async def search(request: Request, query: str, limit: int) -> Response:
    """Give the page of the foods that match best."""
    live = await get_live(request)
    answer = Response(media_type="application/json")
    paging = Paging(request, answer, Fields(request, answer), live, limit=limit)
    hits = live.search.search(query, ["food"])
    items = b",".join([live.foods.foods[hit.id].json for hit in paging.slice(hits)])
    cursor = paging.cursor_after(len(hits))
    after = b"null" if cursor is None else f'"{cursor}"'.encode()
    rest = b'"next_cursor":%b,"total":%d,"missing":[],"expanded":null' % (after, len(hits))
    answer.body = b'{"items":[%b],%b}' % (items, rest)
    answer.headers["X-Total-Count"] = str(len(hits))
    answer.headers["Content-Length"] = str(len(answer.body))
    return answer
