"""Brings FastAPI's OpenAPI document up to the contract.

Everything added here is true of the live answers: problem documents for every error, the headers
that every answer bears, formats for generated clients, and named examples that are recorded answers
of the service (`openapi_examples.json` and `openapi_problems.json` beside this file, written by
`scripts/contract.py`, compared in a test).
"""

import copy
import json
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from app.lists.formats import CSV, NDJSON
from app.problems import (
    MEDIA_TYPE,
    BodyTooLargeError,
    InternalError,
    InvalidJsonError,
    InvalidRequestError,
    NotAcceptableError,
    NotReadyError,
    ProblemError,
    UnsupportedMediaTypeError,
    UrlTooLongError,
    kinds,
)

Json = dict[str, Any]
EXAMPLES = Path(__file__).resolve().parent / "openapi_examples.json"
PROBLEM_EXAMPLES = EXAMPLES.with_name("openapi_problems.json")
DESCRIPTION = """\
Which nutrients may be short behind everyday symptoms, which everyday triggers explain the same \
symptom, what to eat, how much a person of that age and sex needs, what to ask a doctor, and when \
not to wait. Every claim is graded and cited; claims that were tested and failed are shown as such.

It gives information. It does not diagnose, and it is no substitute for care.

Ids are slugs (`vitamin-b12`, `lip-twitching`); a food's is its FDC id. Units are UCUM. Lists are \
objects with `items`, `next_cursor` and `total`; they can be had as CSV or NDJSON by `Accept`, then with \
the items alone. Errors are problem documents (RFC 9457). Within \
`/v1` members may be added; none is renamed or removed.

What is posted to `/v1/assess`, `/v1/assess/batch`, `/v1/intake` and `/v1/symptoms/parse` is \
answered and forgotten: it is not stored, logged or counted.

This product uses the Human Phenotype Ontology (release 2025-01-16). Find out more at \
https://hpo.jax.org. This material contains content from LOINC (http://loinc.org). LOINC is \
copyright Regenstrief Institute, Inc. and the LOINC Committee and is available at no cost under \
the license at http://loinc.org/license."""
TAGS = {
    "nutrients": "What nutrients do, what their lack does, what they interact with.",
    "symptoms": "Symptoms, and the everyday words for them.",
    "assessment": "Rank what could be behind symptoms, with triage.",
    "intake": "Judge what somebody usually eats against what a person like them needs.",
    "foods": "USDA foods and the nutrients in them.",
    "reference intakes": "How much a person of an age and sex needs.",
    "triggers": "What is not a nutrient and gives the same symptoms.",
    "risk factors": "Conditions, medicines, diets, habits and life stages.",
    "red flags": "Triage rules.",
    "lab tests": "Tests, cut-offs, what misleads.",
    "sources": "Every source that is cited.",
    "search": "All kinds at once.",
    "changes": "What changed, by release.",
    "model": "What the scoring knows, how well it does, where sources disagree.",
    "health": "State of the process.",
}
PROBLEM = {"$ref": "#/components/schemas/Problem"}
# Relative: whoever runs the service has a host of their own.
SERVER: Json = {
    "url": "/",
    "description": "The host that gives this document, in production, staging or local.",
    "x-internal": False,
}
# A key is never needed; it raises the limits and names its partner.
SECURITY_SCHEMES: Json = {
    "BearerKey": {
        "type": "http",
        "scheme": "bearer",
        "description": "A partner's key as `Authorization: Bearer KEY`. Not needed: without a key the "
        "limits are lower.",
    },
    "HeaderKey": {
        "type": "apiKey",
        "in": "header",
        "name": "X-API-Key",
        "description": "The same key in a header of its own, where `Authorization` is taken.",
    },
}
SECURITY: list[dict[str, list[str]]] = [{}, {"BearerKey": []}, {"HeaderKey": []}]
# What any route under /v1 may end in because of the caller's key, or of load.
ACCESS = frozenset(
    {
        "invalid-key",
        "origin-not-allowed",
        "scope-missing",
        "too-many-requests",
        "quota-exceeded",
        "overloaded",
    }
)
HEADERS: Json = {
    "X-Request-ID": {
        "description": "Id of this request, for support.",
        "schema": {"type": "string", "maxLength": 64},
        "example": "3f0c1e7a5b6d4c0f9a8e7d6c5b4a3f2e",
    },
    "X-Content-Release": {
        "description": "Content release that answered; empty while none is loaded.",
        "schema": {"type": "string", "maxLength": 64},
        "example": "8ce7e3dbaa908900",
    },
}
RATE_HEADERS: Json = {
    "RateLimit-Policy": {
        "description": "Quota and window in seconds.",
        "schema": {"type": "string", "maxLength": 100},
        "example": '"open";q=600;w=60',
    },
    "RateLimit": {
        "description": "Requests left, and seconds until the window ends.",
        "schema": {"type": "string", "maxLength": 100},
        "example": '"open";r=599;t=60',
    },
}
ETAG_HEADER: Json = {
    "ETag": {
        "description": "Strong validator of the answer; send it as If-None-Match.",
        "schema": {"type": "string", "maxLength": 40},
        "example": '"2f77668a9dfbf8d5848b9eeb4a7145ca"',
    }
}
LINK_HEADER: Json = {
    "Link": {
        "description": "Address of the next page, where there is one; of a deprecated operation, also "
        "where to read what to use instead.",
        "schema": {"type": "string", "maxLength": 2000},
        "example": '</v1/nutrients?cursor=YWJj>; rel="next"',
    }
}
LIST_HEADERS: Json = LINK_HEADER | {
    "X-Total-Count": {
        "description": "How many items there are on all pages, as `total` says.",
        "schema": {"type": "integer", "format": "int32", "minimum": 0, "maximum": 2**31 - 1},
        "example": 29,
    },
    "Vary": {
        "description": "A list is written as the `Accept` header asks.",
        "schema": {"type": "string", "maxLength": 100},
        "example": "Accept",
    },
}
# The formats of a list that hold its items only.
ROWS: Json = {
    CSV: {
        "schema": {
            "type": "string",
            "description": "The items (RFC 4180) below a header row of their members. Null is an empty cell; "
            "lists and objects are JSON inside their cell; texts are given unchanged.",
        }
    },
    NDJSON: {"schema": {"type": "string", "description": "The items, one JSON document a line."}},
}
RETRY_HEADER: Json = {
    "Retry-After": {
        "description": "Seconds to wait.",
        "schema": {"type": "integer", "format": "int32", "minimum": 0, "maximum": 86_400},
        "example": 30,
    }
}
# Ids to show for path parameters, so that Swagger UI can be tried at once.
PATH_EXAMPLES = {
    "nutrient": "magnesium",
    "symptom": "lip-twitching",
    "trigger": "caffeine",
    "risk_factor": "omeprazole",
    "red_flag": "face-droop",
    "lab_test": "magnesium-serum",
    "source": "nasem-2019-sodium-potassium",
}
# Longest string in answers whose own length is not told.
MAX_STRING = 10_000


def api_version() -> str:
    """Give the version of the package, from its metadata or its project file."""
    try:
        return version("nutrient-signs")
    except PackageNotFoundError:
        import tomllib  # noqa: PLC0415  only where the package is not installed

        project = Path(__file__).resolve().parent.parent / "pyproject.toml"
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])


def describe(app: FastAPI) -> None:
    """Give the application its OpenAPI document, made once when it is first asked for."""

    def document() -> Json:
        if app.openapi_schema is None:
            app.openapi_schema = finish(
                get_openapi(
                    title="Nutrient Signs API",
                    version=api_version(),
                    summary="Nutrients, triggers and red flags behind everyday symptoms",
                    description=f"{DESCRIPTION}\n\n{problems_table()}",
                    routes=app.routes,
                    tags=[{"name": name, "description": text} for name, text in TAGS.items()],
                    servers=[SERVER],
                    contact={"name": "Nutrient Signs"},
                    license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
                    openapi_version="3.1.0",
                    separate_input_output_schemas=True,
                )
            )
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]


def problems_table() -> str:
    """Tell of every kind of problem, also of those that end a request before it is any operation's."""
    rows = (f"| {int(kind.status)} | `/problems/{kind.slug}` | {kind.title} |" for kind in kinds())
    return "\n".join(("| status | type | title |", "| --- | --- | --- |", *sorted(rows)))


def read_examples(path: Path) -> Json:
    """Give recorded examples; none while they are recorded for the first time."""
    found: Json = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def finish(document: Json) -> Json:
    """Make FastAPI's document say all that is promised."""
    schemas = document["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    examples = read_examples(EXAMPLES)
    for path, item in document["paths"].items():
        for operation in item.values():
            reserve_words(path, operation, document["paths"])
            finish_operation(path, operation, schemas, examples.get(operation["operationId"], {}))
    document["components"]["securitySchemes"] = SECURITY_SCHEMES
    open_answers(document)
    describe_members(schemas)
    tidy(document["components"])
    tidy(document["paths"])
    return document


def reserve_words(path: str, operation: Json, paths: Json) -> None:
    """Say which words are no ids, because a path of their own stands where an id would."""
    start, _, last = path.rpartition("/")
    if not last.startswith("{"):
        return
    beside = [other.removeprefix(f"{start}/") for other in paths if other.startswith(f"{start}/")]
    words = [word for word in beside if "/" not in word and "{" not in word]
    for parameter in operation["parameters"]:
        if words and parameter["name"] == last.strip("{}"):
            parameter["schema"]["not"] = {"enum": words}


def finish_operation(path: str, operation: Json, schemas: Json, examples: Json) -> None:
    """Add errors, headers and examples to one operation."""
    for parameter in operation.get("parameters", []):
        if parameter["name"] in PATH_EXAMPLES and parameter["in"] == "path":
            parameter["example"] = PATH_EXAMPLES[parameter["name"]]
        parameter["schema"] = without_null(parameter["schema"])
        if parameter["name"] == "fields":
            names = ", ".join(f"`{name}`" for name in members_of_items(operation, schemas))
            parameter["description"] += f" Known are {names}."
    content = path.startswith("/v1")
    operation["security"] = SECURITY if content else []
    responses = operation["responses"]
    if is_list(operation):
        responses["200"]["content"] |= copy.deepcopy(ROWS)
    add_problems(operation, content=content)
    for code, body in responses.items():
        headers = {**HEADERS, **(RATE_HEADERS if content else {})}
        if content and code == "200" and "requestBody" not in operation:
            headers |= ETAG_HEADER | (LIST_HEADERS if is_list(operation) else {})
        if content and code in {"429", "503"}:
            headers |= RETRY_HEADER
        body["headers"] = {**headers, **body.get("headers", {})}
        for media_type, media in body.get("content", {}).items():
            if code == "200" and media_type.endswith(("/json", "+json")) and examples:
                media["examples"] = {
                    name: {"summary": example["summary"], "value": example["response"]}
                    for name, example in examples.items()
                }
    body_media = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if body_media is not None and examples:
        body_media["examples"] = {
            name: {"summary": example["summary"], "value": example["request"]}
            for name, example in examples.items()
        }
    operation["responses"] = dict(sorted(responses.items()))


def add_problems(operation: Json, *, content: bool) -> None:
    """Declare the errors that a route raises, and those that any route may end in."""
    anywhere: list[type[ProblemError]] = [UrlTooLongError, InternalError]
    if content:
        anywhere += [InvalidRequestError, NotReadyError, *(kind for kind in kinds() if kind.slug in ACCESS)]
    if is_list(operation):
        anywhere.append(NotAcceptableError)
    if "requestBody" in operation:
        anywhere += [InvalidJsonError, BodyTooLargeError, UnsupportedMediaTypeError]
    responses = operation["responses"]
    slugs = {int(code): body["x-problems"] for code, body in responses.items() if "x-problems" in body}
    for kind in anywhere:
        known = slugs.setdefault(int(kind.status), [])
        if kind.slug not in known:
            known.append(kind.slug)
    for status, found in slugs.items():
        responses[str(status)] = problem_response(found)


def members_of_items(operation: Json, schemas: Json) -> list[str]:
    """Give the members of a record, or of the items of a list."""
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    [name] = references(answer)
    if is_list(operation):
        [name] = references(schemas[name]["properties"]["items"])
    return list(schemas[name]["properties"])


def without_null(schema: Json) -> Json:
    """Take null out of a parameter's schema: an address can't say it, one leaves the parameter out."""
    kept = [option for option in schema.get("anyOf", []) if option != {"type": "null"}]
    if len(kept) != 1:
        return schema
    return {**{name: value for name, value in schema.items() if name != "anyOf"}, **kept[0]}


def is_list(operation: Json) -> bool:
    """Tell whether an operation gives pages."""
    return any(parameter["name"] == "cursor" for parameter in operation.get("parameters", []))


def problem_response(slugs: list[str]) -> Json:
    """Describe an error response by the kinds of problem behind it."""
    known = {kind.slug: kind for kind in kinds()}
    found = [known[slug] for slug in slugs]
    recorded = read_examples(PROBLEM_EXAMPLES)
    return {
        "description": "; ".join(kind.title for kind in found),
        "content": {
            MEDIA_TYPE: {
                "schema": PROBLEM,
                "examples": {
                    kind.slug: {"summary": kind.title, "value": recorded[kind.slug]}
                    for kind in found
                    if kind.slug in recorded
                },
            }
        },
    }


def open_answers(document: Json) -> None:
    """Let answers grow: only what a request holds may refuse unknown members."""
    requests = set()
    for item in document["paths"].values():
        for operation in item.values():
            requests |= reachable(operation.get("requestBody", {}), document)
    for name, schema in document["components"]["schemas"].items():
        if name not in requests and schema.get("additionalProperties") is False:
            del schema["additionalProperties"]


def describe_members(schemas: Json) -> None:
    """Say again what pydantic leaves out beside a reference: its schema says it in the same words."""
    for schema in schemas.values():
        for member in schema.get("properties", {}).values():
            if "$ref" in member and "description" not in member:
                [name] = references(member)
                member["description"] = schemas[name]["description"]


def reachable(node: object, document: Json) -> set[str]:
    """Give the names of the schemas that a node leads to."""
    found: set[str] = set()
    queue = [node]
    while queue:
        for name in references(queue.pop()):
            if name not in found:
                found.add(name)
                queue.append(document["components"]["schemas"][name])
    return found


def references(node: object) -> Iterator[str]:
    """Walk a node for references to schemas."""
    if isinstance(node, dict):
        if "$ref" in node:
            yield str(node["$ref"]).rsplit("/", 1)[-1]
        for child in node.values():
            yield from references(child)
    elif isinstance(node, list):
        for child in node:
            yield from references(child)


def tidy(node: object, *, names: bool = False) -> None:
    """Give numbers a format and strings a bound, for generated clients and linters.

    With `names` the keys are names of members, which may be called `value` or `default`.
    """
    if isinstance(node, dict) and not names:
        if node.get("type") == "integer":
            node.setdefault("format", "int32")
            node.setdefault("minimum", -(2**31))
            node.setdefault("maximum", 2**31 - 1)
        if node.get("type") == "number":
            node.setdefault("format", "double")
        if node.get("type") == "string" and not node.keys() & {"maxLength", "enum", "const"}:
            node["maxLength"] = 64 if "format" in node else MAX_STRING
        if node.get("type") == "array":
            node.setdefault("maxItems", MAX_STRING)
    for key, child in node.items() if isinstance(node, dict) else enumerate_list(node):
        if names or key not in {"examples", "example", "default", "enum", "value"}:
            tidy(child, names=key == "properties" and not names)


def enumerate_list(node: object) -> Iterator[tuple[object, object]]:
    """Walk a list, or nothing."""
    if isinstance(node, list):
        yield from enumerate(node)
