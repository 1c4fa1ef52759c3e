"""The plain search for foods (`/v1/foods?q=...`, perhaps with `limit`), made without the ceremony.

Every keystroke of a reader may be a search that nobody made before. Finding the route, reading the
parameters by declaration and building models takes several times as long as the search itself. What is
not quite plain (a filter, a cursor, a fault) is left to the whole route; both give the same bytes.
"""

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl

from app.http.ready import Header
from app.http.shortcuts import Made, Make, Shortcut
from app.lists.paging import DEFAULT_LIMIT, cursor_at, key_of, link_to
from app.live import Live

PATH = "/v1/foods"
LIMIT = re.compile(r"[1-9][0-9]?|100")
LONGEST = 100


def plan(query_string: bytes) -> Make | None:
    """Say how a plain search without faults is answered; None for any other request."""
    given = parse_qsl(query_string.decode("latin-1"), keep_blank_values=True)
    values = dict(given)
    if len(values) != len(given) or not values.keys() <= {"q", "limit"}:
        return None
    query, limit = values.get("q", ""), values.get("limit", str(DEFAULT_LIMIT))
    if not 0 < len(query) <= LONGEST or "\0" in query or not LIMIT.fullmatch(limit):
        return None
    return lambda live: page(live, given, query, int(limit))


def page(live: Live, given: Sequence[tuple[str, str]], query: str, limit: int) -> Made:
    """Give the page of the foods that match best; `given` are all parameters as they were sent."""
    hits = live.search.search(query, ["food"])
    items = b",".join([live.foods.foods[food].json for food in hits.first(limit)])
    headers: list[Header] = [(b"x-total-count", b"%d" % len(hits))]
    after = b"null"
    if limit < len(hits):
        cursor = cursor_at(key_of(live.release, PATH, given), limit)
        after = f'"{cursor}"'.encode()
        headers.append((b"link", link_to(PATH, given, cursor).encode("latin-1")))
    rest = b'"next_cursor":%b,"total":%d,"missing":[],"expanded":null' % (after, len(hits))
    return Made(b'{"items":[%b],%b}' % (items, rest), headers)


SEARCH = Shortcut("list_foods", plan)
