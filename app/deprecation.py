"""How a route says that it will go away: `Deprecation` (RFC 9745), `Sunset` (RFC 8594), OpenAPI.

    @router.get("/old", **deprecated(since=date(2027, 1, 1), sunset=date(2027, 7, 1), link="/v1/changelog"))

What may be deprecated, and for how long at least, is in docs/decisions/0008.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime
from typing import Any

from fastapi import Depends, Response
from fastapi.routing import APIRoute

# Partners get at least this long to move.
NOTICE = timedelta(days=180)
SINCE, SUNSET, LINK = "x-deprecated-since", "x-sunset", "x-deprecation-link"


def deprecated(*, since: date, sunset: date, link: str) -> dict[str, Any]:
    """Give what a route's decorator takes to declare it deprecated.

    Args:
        since: day from which on it is deprecated.
        sunset: day from which on it may not answer any more.
        link: where to read what to use instead.

    Raises:
        ValueError: the sunset leaves partners less time than they are promised.
    """
    if sunset - since < NOTICE:
        raise ValueError(f"a sunset comes at least {NOTICE.days} days after the deprecation")
    facts = {SINCE: since.isoformat(), SUNSET: sunset.isoformat(), LINK: link}

    async def tell(response: Response) -> None:
        """Add the headers to the answer."""
        add_headers(response, facts)

    return {"deprecated": True, "dependencies": [Depends(tell)], "openapi_extra": facts}


def tell_of_route(response: Response, route: object) -> None:
    """Add the headers to a problem of a route that is deprecated; others stay as they are."""
    facts = route.openapi_extra if isinstance(route, APIRoute) and route.deprecated else None
    if facts is not None and LINK in facts:
        add_headers(response, facts)


def add_headers(response: Response, facts: Mapping[str, str]) -> None:
    """Say in headers what the OpenAPI document says of a route."""
    since, sunset = (midnight(date.fromisoformat(facts[name])) for name in (SINCE, SUNSET))
    response.headers["Deprecation"] = f"@{int(since.timestamp())}"
    response.headers["Sunset"] = format_datetime(sunset, usegmt=True)
    response.headers.append("Link", f'<{facts[LINK]}>; rel="deprecation"')


def midnight(day: date) -> datetime:
    """Give the first moment of a day, in UTC."""
    return datetime.combine(day, time.min, UTC)
