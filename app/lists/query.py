"""The check that every GET of `/v1` makes first: it takes no query parameter that it does not know.

What is known is what the route itself declares, so that no list of names can go stale. A typo is then
told and not answered as if it were not there, and made-up parameters cannot fill a cache.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from app.problems import InvalidRequestError, ProblemPart, counted, printable

LONGEST_NAME = 64


def declared(dependant: Dependant) -> Iterator[str]:
    """Walk the names of the query parameters of a route and of what it depends on."""
    yield from (field.alias for field in dependant.query_params)
    for below in dependant.dependencies:
        yield from declared(below)


def known_names(route: APIRoute) -> tuple[str, ...]:
    """Give the names of the query parameters that a route takes."""
    return tuple(sorted(set(declared(route.dependant))))


async def only_known_parameters(request: Request) -> None:
    """Refuse a query parameter that the route does not know, and one that is given twice.

    Raises:
        InvalidRequestError: naming each such parameter.
    """
    # What is posted may be personal, and so may what is wrongly put into the address: it is left alone.
    if request.method != "GET" or not request.scope["query_string"]:
        return
    known = known_names(request.scope["route"])
    names = [name for name, _ in request.query_params.multi_items()]
    parts = [
        part
        for name in dict.fromkeys(names)
        if (part := fault_of(name, names.count(name), known)) is not None
    ]
    if parts:
        raise InvalidRequestError(f"{counted(len(parts), 'query parameter')} must be mended.", errors=parts)


def fault_of(name: str, times: int, known: tuple[str, ...]) -> ProblemPart | None:
    """Tell what is wrong with a query parameter, if anything is."""
    pointer = f"?{printable(name)[:LONGEST_NAME]}"
    if name not in known:
        takes = f"it takes {', '.join(known)}" if known else "it takes none"
        return ProblemPart(
            pointer=pointer,
            detail=f"This address knows no such query parameter; {takes}.",
            suggestions=get_close_matches(name[:LONGEST_NAME], known, n=3, cutoff=0.5),
        )
    if times > 1:
        return ProblemPart(pointer=pointer, detail="Give this query parameter once.")
    return None
