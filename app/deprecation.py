"""How a route says that it will go away: `Deprecation` (RFC 9745), `Sunset` (RFC 8594), OpenAPI.

    @router.get("/old", **deprecated(since=date(2027, 1, 1), sunset=date(2027, 7, 1), link="/v1/changelog"))

What may be deprecated, and for how long at least, is in docs/decisions/0008.
"""

from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime
from typing import Any

from fastapi import Depends, Response

# Partners get at least this long to move.
NOTICE = timedelta(days=180)


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
    headers = {
        "Deprecation": f"@{int(midnight(since).timestamp())}",
        "Sunset": format_datetime(midnight(sunset), usegmt=True),
    }

    async def tell(response: Response) -> None:
        """Add the headers to the answer."""
        response.headers.update(headers)
        response.headers.append("Link", f'<{link}>; rel="deprecation"')

    return {
        "deprecated": True,
        "dependencies": [Depends(tell)],
        "openapi_extra": {"x-deprecated-since": since.isoformat(), "x-sunset": sunset.isoformat()},
    }


def midnight(day: date) -> datetime:
    """Give the first moment of a day, in UTC."""
    return datetime.combine(day, time.min, UTC)
