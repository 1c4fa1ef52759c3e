"""Errors as RFC 9457 problem documents: one base class, one body, for every 4xx and 5xx.

The kind of problem is a class; the occurrence is its `detail`. What was submitted is never echoed
or logged: it may be health data. Ids that a client sent in a path are public content, and are named.
"""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from http import HTTPStatus
from typing import Any, ClassVar, Self

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.exceptions import HTTPException
from starlette.routing import Match, Mount

from app.deprecation import tell_of_route
from app.patterns import NO_NUL, SLUG

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 5
SHED_SECONDS = 1
# Errors about values of a fixed set, which pydantic quotes in its text.
FIXED_SETS = {"enum", "literal_error", "bool_parsing"}
QUOTED = re.compile(r"'([^']*)'")
LONGEST_VALUE = 100
# What would do, by pydantic's kind of error; the names in braces are those of its context.
PLAIN = {
    "missing": "This is needed.",
    "too_short": "Give {min_length} or more of these.",
    "too_long": "Give {max_length} or fewer of these.",
    "string_too_short": "Give a text of length {min_length} or more.",
    "string_too_long": "Give a text of length {max_length} or less.",
    "greater_than_equal": "Give {ge} or more.",
    "greater_than": "Give more than {gt}.",
    "less_than_equal": "Give {le} or less.",
    "less_than": "Give less than {lt}.",
    "string_type": "Give a text.",
    "int_type": "Give a whole number.",
    "int_parsing": "Give a whole number.",
    "int_from_float": "Give a whole number.",
    "float_type": "Give a number.",
    "float_parsing": "Give a number.",
    "finite_number": "Give a finite number.",
    "bool_type": "Give true or false.",
    "bool_parsing": "Give true or false.",
    "list_type": "Give a list.",
    "model_type": "Give an object.",
    "model_attributes_type": "Give an object.",
    "dict_type": "Give an object.",
}
PATTERNS = {
    SLUG: "An id is small letters and digits, joined by hyphens; the lists of the service give the ids.",
    NO_NUL: "Leave out the character U+0000.",
}
# Values less alike than this are not near.
LEAST_ALIKE = 0.6
# So few values are all near.
SMALL_SET = 3
log = logging.getLogger("app")


class ProblemPart(BaseModel):
    """One thing wrong with a request."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    pointer: str = Field(
        description="JSON Pointer into the body, or `?name` of a query parameter, `{name}` of a "
        "path parameter."
    )
    detail: str = Field(description="What is wrong there, and what would do.")
    suggestions: list[str] = Field(default=[], description="Known values near the one given.")


class Problem(BaseModel):
    """Problem details (RFC 9457)."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    type: str = Field(description="URI reference of the kind of problem; it has a page.")
    title: str = Field(description="The kind of problem in a few words.")
    status: int = Field(description="HTTP status code.", ge=400, le=599)
    detail: str = Field(description="What happened this time, and what would do.")
    instance: str = Field(description="Path of the request.")
    request_id: str = Field(description="Id of the request, as in `X-Request-ID`.")
    errors: list[ProblemPart] = Field(description="The single things wrong; may be empty.")


class ProblemError(Exception):
    """Base of every error that a client is told of."""

    slug: ClassVar[str]
    title: ClassVar[str]
    status: ClassVar[HTTPStatus]
    what_to_do: ClassVar[str]

    def __init__(
        self,
        detail: str,
        *,
        errors: Iterable[ProblemPart] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.detail, self.errors, self.headers = detail, list(errors), dict(headers or {})

    @classmethod
    def declared(cls, *others: "type[ProblemError]") -> dict[int | str, dict[str, Any]]:
        """Give the OpenAPI responses of a route that raises this (and `others`)."""
        found: dict[int | str, dict[str, Any]] = {}
        for kind in (cls, *others):
            entry = found.setdefault(
                int(kind.status), {"model": Problem, "description": kind.title, "x-problems": []}
            )
            entry["x-problems"].append(kind.slug)
        return found


class NotFoundError(ProblemError):
    """Base of the 404s: nothing bears the id asked for."""

    slug, title, status = "not-found", "No such page", HTTPStatus.NOT_FOUND
    what_to_do = "Check the path against /docs or /openapi.json; ids are listed by the collections."

    @classmethod
    def of(cls, kind: str, wrong_id: str, near: list[str]) -> Self:
        """Make the problem that says that no record of a kind has this id, with ids that are near."""
        words = kind.replace("-", " ")
        meant = f" Did you mean {', '.join(near)}?" if near else ""
        part = ProblemPart(
            pointer="{" + kind.replace("-", "_") + "}",
            detail=f"No {words} has this id.",
            suggestions=near,
        )
        return cls(f"There is no {words} with id '{wrong_id}'.{meant}", errors=[part])


class InvalidRequestError(ProblemError):
    """The request does not fit the contract."""

    slug, title, status = "invalid-request", "Invalid request", HTTPStatus.UNPROCESSABLE_ENTITY
    what_to_do = "Mend each place that `errors` points at; the contract is in /openapi.json."


class InvalidJsonError(ProblemError):
    """The body is not JSON."""

    slug, title, status = "invalid-json", "Body is not valid JSON", HTTPStatus.BAD_REQUEST
    what_to_do = "Send UTF-8 JSON; `errors` says at which character reading stopped."


class InvalidCursorError(ProblemError):
    """The cursor was not issued by this service for this content release."""

    slug, title, status = "invalid-cursor", "Unknown or outdated cursor", HTTPStatus.BAD_REQUEST
    what_to_do = (
        "Start again without `cursor`. Cursors hold for one content release (X-Content-Release) and "
        "one set of filters."
    )


class NotAcceptableError(ProblemError):
    """A list cannot be written in any format that the request accepts."""

    slug, title, status = "not-acceptable", "No acceptable format", HTTPStatus.NOT_ACCEPTABLE
    what_to_do = "Send an Accept header that names application/json, text/csv or application/x-ndjson."


class MethodNotAllowedError(ProblemError):
    """The path exists, but not with this method."""

    slug, title, status = "method-not-allowed", "Method not allowed", HTTPStatus.METHOD_NOT_ALLOWED
    what_to_do = "Use one of the methods that the Allow header names."


class UnsupportedMediaTypeError(ProblemError):
    """The body is not sent as JSON."""

    slug, title = "unsupported-media-type", "Unsupported media type"
    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    what_to_do = "Send the body with Content-Type: application/json and without Content-Encoding."


class BodyTooLargeError(ProblemError):
    """The body is larger than the service reads."""

    slug, title = "body-too-large", "Request body too large"
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    what_to_do = (
        "Send fewer or shorter entries; one assessment takes at most 50 symptoms, a batch 100 assessments."
    )


class UrlTooLongError(ProblemError):
    """Path and query are longer than the service reads."""

    slug, title, status = "url-too-long", "Address too long", HTTPStatus.REQUEST_URI_TOO_LONG
    what_to_do = "Shorten the query; ask in several requests."


class HeadersTooLargeError(ProblemError):
    """The headers are more than the service reads."""

    slug, title = "headers-too-large", "Headers too large"
    status = HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
    what_to_do = "Send fewer or shorter headers; cookies are never needed here."


class TooManyRequestsError(ProblemError):
    """The address has used up its requests for now."""

    slug, title, status = "too-many-requests", "Too many requests", HTTPStatus.TOO_MANY_REQUESTS
    what_to_do = "Wait as many seconds as Retry-After says; RateLimit-Policy names the rate."


class InvalidKeyError(ProblemError):
    """The key does not hold; which of the reasons it is, is nobody's business."""

    slug, title, status = "invalid-key", "Key not valid", HTTPStatus.UNAUTHORIZED
    what_to_do = (
        "Send the whole key as it was shown once, as `Authorization: Bearer nsk_...`. A key that is "
        "mistyped, expired or revoked is refused with these same words: ask whoever runs the service for a "
        "new one. Without any key, requests have the open tier."
    )

    def __init__(self) -> None:
        super().__init__(
            "This key is not known, or does not hold any more.", headers={"WWW-Authenticate": "Bearer"}
        )


class OriginNotAllowedError(ProblemError):
    """A publishable key is used from a page that it was not made for, or from no page at all."""

    slug, title, status = "origin-not-allowed", "Origin not allowed", HTTPStatus.FORBIDDEN
    what_to_do = (
        "Call from a page on one of the origins that the key names: scheme, host and port have to be the "
        "same. A server uses a secret key. Ask whoever runs the service for a key that names your origin."
    )


class ScopeMissingError(ProblemError):
    """The key is not meant for this kind of request."""

    slug, title, status = "scope-missing", "Key lacks a scope", HTTPStatus.FORBIDDEN
    what_to_do = (
        "Use a key that has the scope which `detail` names: `read` for everything that is read with GET, "
        "`assess` for what is posted."
    )


class QuotaExceededError(ProblemError):
    """The partner has used up the requests of the month."""

    slug, title, status = "quota-exceeded", "Monthly quota used up", HTTPStatus.TOO_MANY_REQUESTS
    what_to_do = (
        "The count starts anew on the first day of the next month (UTC); Retry-After says in how many "
        "seconds. Ask whoever runs the service for a larger plan if this is too long."
    )


class SlowRequestError(ProblemError):
    """The body did not come in time."""

    slug, title, status = "slow-request", "Request took too long", HTTPStatus.REQUEST_TIMEOUT
    what_to_do = "Send the request again, whole; a slow connection can send fewer entries at a time."


class OverloadedError(ProblemError):
    """The process has more requests than it can hold."""

    slug, title, status = "overloaded", "Too busy", HTTPStatus.SERVICE_UNAVAILABLE
    what_to_do = "Try again after Retry-After seconds, with a growing pause where it stays so."


class InternalError(ProblemError):
    """A fault of ours."""

    slug, title, status = "internal-error", "Internal error", HTTPStatus.INTERNAL_SERVER_ERROR
    what_to_do = "Try again; if it stays, report the request_id. Nothing of the request was kept."


class NotReadyError(ProblemError):
    """The database cannot be reached, or holds no content yet."""

    slug, title, status = "not-ready", "Service not ready", HTTPStatus.SERVICE_UNAVAILABLE
    what_to_do = "Try again after Retry-After seconds; /readyz says what is missing."


def problem_of(error: ProblemError, *, path: str, request_id: str) -> Problem:
    """Give the document that tells of an error."""
    return Problem(
        type=f"/problems/{error.slug}",
        title=error.title,
        status=int(error.status),
        detail=error.detail,
        instance=printable(path),
        request_id=request_id,
        errors=error.errors,
    )


def problem_response(error: ProblemError, *, path: str, request_id: str) -> JSONResponse:
    """Give the response that tells of an error."""
    body = problem_of(error, path=path, request_id=request_id)
    headers = {"Cache-Control": "no-store", **error.headers}
    return JSONResponse(
        body.model_dump(), status_code=int(error.status), media_type=MEDIA_TYPE, headers=headers
    )


def printable(path: str) -> str:
    """Give a path without what JSON in UTF-8 cannot carry (lone surrogates)."""
    return path.encode("utf-8", "replace").decode("utf-8")[:500]


def not_ready(detail: str) -> NotReadyError:
    """Make the error for a service that cannot answer yet."""
    return NotReadyError(detail, headers={"Retry-After": str(RETRY_SECONDS)})


# What the framework, and whatever reads a body, raise by status alone.
HTTP_ERRORS: dict[int, tuple[type[ProblemError], str]] = {
    404: (NotFoundError, "There is nothing at this path."),
    408: (SlowRequestError, "The body did not come in time."),
    413: (BodyTooLargeError, "The body is larger than this service reads."),
    415: (UnsupportedMediaTypeError, "The body must be sent as application/json."),
}


def overloaded() -> OverloadedError:
    """Make the error for a request that is one too many."""
    return OverloadedError(
        "The service has more requests than it can hold; this one was not looked at.",
        headers={"Retry-After": str(SHED_SECONDS)},
    )


def _respond(request: Request, error: ProblemError) -> JSONResponse:
    request_id = request.scope.get("state", {}).get("request_id", "")
    response = problem_response(error, path=request.scope["path"], request_id=request_id)
    tell_of_route(response, request.scope.get("route"))
    return response


def _on_problem(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ProblemError)
    return _respond(request, error)


def _on_validation(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    if any(item["type"] == "json_invalid" for item in found):
        item = found[0]
        at = item["loc"][-1] if isinstance(item["loc"][-1], int) else 0
        part = ProblemPart(pointer="", detail=f"Reading stopped at character {at}.")
        return _respond(request, InvalidJsonError("The body is not valid JSON.", errors=[part]))
    content_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if found[0]["loc"] == ("body",) and request.method == "POST" and not is_json(content_type):
        return _respond(request, UnsupportedMediaTypeError("The body must be sent as application/json."))
    return _respond(request, misfit(found, error.body))


def misfit(found: Iterable[Mapping[str, Any]], body: object) -> InvalidRequestError:
    """Make the error for a request that does not fit the contract, from pydantic's errors."""
    # What two dependencies need of the query is told by both.
    parts = list(
        {(part.pointer, part.detail): part for item in found for part in [problem_part(item, body)]}.values()
    )
    return InvalidRequestError(f"{counted(len(parts), 'place')} of the request must be mended.", errors=parts)


def counted(number: int, noun: str) -> str:
    """Give a number with its noun: "1 place", "2 places"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def plain_detail(item: Mapping[str, Any]) -> str:
    """Say what would do, in place of what pydantic says."""
    context = item.get("ctx") or {}
    if item["type"] == "string_pattern_mismatch":
        return PATTERNS.get(str(context.get("pattern")), str(item["msg"]))
    if (plain := PLAIN.get(item["type"])) is not None:
        bounds = {name: f"{one:g}" if isinstance(one, float) else one for name, one in context.items()}
        return plain.format(**bounds)
    return str(item["msg"]).removeprefix("Value error, ").replace("Input should be", "Give", 1)


def is_json(content_type: str) -> bool:
    """Tell whether a media type is JSON."""
    return content_type == "application/json" or (
        content_type.startswith("application/") and content_type.endswith("+json")
    )


def problem_part(item: Mapping[str, Any], body: object) -> ProblemPart:
    """Turn a validation error into a place and a plain sentence, without the value given."""
    place, *rest = item["loc"]
    if place == "query":
        pointer = "?" + ".".join(str(part) for part in rest)
    elif place == "path":
        pointer = "{" + ".".join(str(part) for part in rest) + "}"
    else:
        pointer = "".join("/" + escape(str(part)) for part in place_in(body, rest, item["type"]))
    context = item.get("ctx") or {}
    detail = plain_detail(item)
    suggestions = [str(value) for value in context.get("suggestions", near_values(item))]
    if item["type"] == "extra_forbidden":
        # The name of an unknown member may itself be personal text: point at its parent.
        pointer = pointer.rpartition("/")[0]
        detail = "There is an unknown member here; the contract lists the known ones."
    return ProblemPart(pointer=pointer, detail=printable(detail), suggestions=suggestions)


def near_values(item: Mapping[str, Any]) -> list[str]:
    """Give the known values near one that is none of them; it is of a fixed set, and so are they."""
    given = item.get("input")
    if item["type"] not in FIXED_SETS or not isinstance(given, str):
        return []
    known = QUOTED.findall(str((item.get("ctx") or {}).get("expected", ""))) or ["true", "false"]
    if len(known) <= SMALL_SET:
        return known
    alike = process.extract(
        given[:LONGEST_VALUE],
        known,
        scorer=JaroWinkler.similarity,
        processor=str.lower,
        score_cutoff=LEAST_ALIKE,
        limit=3,
    )
    return [value for value, *_ in alike]


def place_in(body: object, loc: Iterable[str | int], kind: str) -> Iterator[str | int]:
    """Follow an error into the body, past what pydantic puts in to name the branch of a union."""
    node = body
    for part in loc:
        if isinstance(node, dict) and (part in node or kind == "missing"):
            node = node.get(part)
        elif isinstance(node, list) and isinstance(part, int):
            node = node[part]
        else:
            continue
        yield part


def escape(part: str) -> str:
    """Escape a JSON Pointer token (RFC 6901)."""
    return printable(part).replace("~", "~0").replace("/", "~1")


def _on_http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    status = error.status_code
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        methods = ", ".join(sorted(allowed_methods(request)))
        told: ProblemError = MethodNotAllowedError(f"This path takes {methods}.", headers={"Allow": methods})
    elif status == HTTPStatus.SERVICE_UNAVAILABLE:
        told = overloaded()
    elif status in HTTP_ERRORS:
        kind, detail = HTTP_ERRORS[status]
        told = kind(detail)
    elif HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR:
        told = InvalidJsonError("The body could not be read as JSON.")
    else:
        told = InternalError("Something went wrong on our side.")
    return _respond(request, told)


def allowed_methods(request: Request) -> set[str]:
    """Give every method that some route takes at this path (Starlette names the first route's)."""
    # A mount has taken its own part off the path.
    whole = {**request.scope, "root_path": request.scope.get("app_root_path", "")}
    found = {
        method
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE")
        for route in request.app.routes
        if route.matches({**whole, "method": method})[0] is Match.FULL
        # What is mounted are files.
        and (method == "GET" or not isinstance(route, Mount))
    }
    return found | ({"HEAD"} if "GET" in found else set())


def _on_database(request: Request, error: Exception) -> JSONResponse:
    if isinstance(error, DataError | IntegrityError):
        raise error  # a fault of ours, which trying again would not mend
    # Only the class is logged: the driver's text may hold parameters.
    log.error("database failed: %s", type(error).__name__)
    return _respond(request, not_ready("The database cannot be reached at the moment."))


def add_handlers(app: FastAPI) -> None:
    """Register the handlers that give every error one body."""
    app.add_exception_handler(ProblemError, _on_problem)
    app.add_exception_handler(RequestValidationError, _on_validation)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(DBAPIError, _on_database)
    app.add_exception_handler(PoolTimeoutError, _on_database)


def kinds() -> list[type[ProblemError]]:
    """Give every kind of problem, by slug."""

    def below(kind: type[ProblemError]) -> set[type[ProblemError]]:
        return {kind}.union(*(below(child) for child in kind.__subclasses__()))

    return sorted(below(ProblemError) - {ProblemError}, key=lambda kind: kind.slug)
