"""The check of breaking changes: a corpus of edits of our own document, and what may be allowed."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts.openapi_breaking import (
    ALLOWED,
    DOCUMENT,
    RELEASED,
    Change,
    Comparison,
    bare,
    judge,
    read_allowed,
)

Json = dict[str, Any]
Edit = Callable[[Json], object]
CONTRACT: Json = bare(json.loads(DOCUMENT.read_text(encoding="utf-8")))
PROBLEM = "application/problem+json"
NULL: Json = {"type": "null"}


def operation(document: Json, path: str = "/v1/nutrients", method: str = "get") -> Json:
    """Give an operation of a document."""
    found: Json = document["paths"][path][method]
    return found


def schema(document: Json, name: str) -> Json:
    """Give a named schema of a document."""
    found: Json = document["components"]["schemas"][name]
    return found


def member(document: Json, name: str, part: str) -> Json:
    """Give the schema of a member."""
    found: Json = schema(document, name)["properties"][part]
    return found


def query(document: Json, name: str) -> Json:
    """Give a parameter of the list of nutrients."""
    found: Json = next(one for one in operation(document)["parameters"] if one["name"] == name)
    return found


def without_response_member(document: Json) -> None:
    """Take a member out of an answer."""
    del schema(document, "NutrientSummary")["properties"]["summary"]
    schema(document, "NutrientSummary")["required"].remove("summary")


def with_required_member(document: Json) -> None:
    """Ask for a member that nobody sends yet."""
    schema(document, "AssessmentRequest")["properties"]["height_cm"] = {"type": "number"}
    schema(document, "AssessmentRequest")["required"].append("height_cm")


def with_other_success(document: Json) -> None:
    """Answer with another status."""
    responses = operation(document, "/v1/assess", "post")["responses"]
    responses["201"] = responses.pop("200")


def with_other_problem_type(document: Json) -> None:
    """Tell of errors in another media type."""
    content = operation(document, "/v1/nutrients/{nutrient}")["responses"]["404"]["content"]
    content["application/json"] = content.pop(PROBLEM)


BREAKING: dict[str, Edit] = {
    "a path is gone": lambda new: new["paths"].pop("/v1/foods"),
    "an operation is gone": lambda new: new["paths"]["/v1/assess/batch"].pop("post"),
    "a query parameter is required": lambda new: operation(new)["parameters"].append(
        {"name": "lang", "in": "query", "required": True, "schema": {"type": "string"}}
    ),
    "a member of an answer is gone": without_response_member,
    "a member of an answer may be missing": lambda new: schema(new, "NutrientSummary")["required"].remove(
        "summary"
    ),
    "a value is no longer taken": lambda new: schema(new, "Qualifier")["enum"].remove("severe"),
    "an answer has a new value": lambda new: schema(new, "NutrientKind")["enum"].append("trace-element"),
    "a member of a request is required": lambda new: schema(new, "AssessmentRequest")["required"].append(
        "profile"
    ),
    "a member of an answer has another type": lambda new: member(new, "FoodSummary", "id").update(
        type="string"
    ),
    "a list in a request may be less long": lambda new: member(new, "AssessmentRequest", "symptoms").update(
        maxItems=10
    ),
    "success has another status": with_other_success,
    "an error has another media type": with_other_problem_type,
    "a key is needed": lambda new: operation(new).update(security=[{"BearerKey": []}]),
    "a variant is no longer taken": lambda new: new["components"]["schemas"]["LabValue"]["oneOf"].pop(),
    "an operation has another name": lambda new: operation(new).update(operationId="nutrients_list"),
    "a query parameter may be less large": lambda new: query(new, "limit")["schema"].update(maximum=50),
    "a query parameter has another default": lambda new: query(new, "limit")["schema"].update(default=10),
    "a member of a default object has another value": lambda new: member(
        new, "AssessmentRequest", "options"
    ).update(default={"limit": 5, "explain": True, "expand": []}),
    "a query parameter is gone": lambda new: operation(new)["parameters"].remove(query(new, "kind")),
    "an error is gone": lambda new: operation(new, "/v1/nutrients/{nutrient}")["responses"].pop("404"),
    "a member of an answer may be null": lambda new: schema(new, "NutrientSummary")["properties"].update(
        name={"anyOf": [{"type": "string"}, NULL]}
    ),
    "a member of a request is gone": lambda new: schema(new, "AssessmentRequest")["properties"].pop("labs"),
    "a new member of a request is required": with_required_member,
    "a member of a request has another pattern": lambda new: member(new, "LabEntry", "test").update(
        pattern="^[a-z]+$"
    ),
    "a list in an answer is an object": lambda new: schema(new, "NutrientPage")["properties"].update(
        items={"type": "object"}
    ),
    "members of a request exclude each other": lambda new: schema(new, "LabEntry").update(
        {"not": {"required": ["unit"]}}
    ),
    "a request may not be null": lambda new: schema(new, "SymptomEntry")["properties"].update(
        text={"type": "string"}
    ),
}
HARMLESS: dict[str, Edit] = {
    "a default object has a new member": lambda new: member(new, "AssessmentRequest", "options")[
        "default"
    ].update(new=1),
    "a path is new": lambda new: new["paths"].update(
        {"/v1/new": {"get": {**operation(new, "/healthz"), "operationId": "get_new"}}}
    ),
    "a query parameter is new": lambda new: operation(new)["parameters"].append(
        {"name": "lang", "in": "query", "required": False, "schema": {"type": "string"}}
    ),
    "a member of an answer is new": lambda new: schema(new, "NutrientSummary")["properties"].update(
        symbol={"type": "string"}
    ),
    "the description is other": lambda new: operation(new).update(description="Other words."),
    "a new value is taken": lambda new: schema(new, "Diet")["enum"].append("halal"),
    "a list in a request may be longer": lambda new: member(new, "AssessmentRequest", "symptoms").update(
        maxItems=100
    ),
    "a member of a request is new": lambda new: schema(new, "AssessmentRequest")["properties"].update(
        notes={"type": "string"}
    ),
    "an example is other": lambda new: schema(new, "AssessmentRequest").update(examples=[]),
    "an error is new": lambda new: operation(new)["responses"].update({"410": {"description": "gone"}}),
    "the summary is other": lambda new: operation(new).update(summary="All nutrients"),
    "an answer is bound more tightly": lambda new: member(new, "NutrientSummary", "summary").update(
        maxLength=10
    ),
    "an operation is deprecated": lambda new: operation(new, "/v1/foods").update(deprecated=True),
    "a query parameter is written with null": lambda new: query(new, "kind").update(
        schema={"anyOf": [query(new, "kind")["schema"], NULL]}
    ),
    "a schema is new": lambda new: new["components"]["schemas"].update(Other={"type": "string"}),
}


def changes(edit: Edit) -> list[Change]:
    """Give the changes that an edit makes, beside what only informs."""
    new = copy.deepcopy(CONTRACT)
    edit(new)
    return [change for change in Comparison(CONTRACT, new).run() if change.level != "info"]


@pytest.mark.parametrize("edit", BREAKING.values(), ids=BREAKING)
def test_what_breaks_a_client_is_found(edit: Edit) -> None:
    assert changes(edit)


@pytest.mark.parametrize("edit", HARMLESS.values(), ids=HARMLESS)
def test_what_breaks_nobody_is_let_pass(edit: Edit) -> None:
    assert changes(edit) == []


@pytest.mark.parametrize(("day", "level"), [("2026-01-31", "info"), ("2999-01-31", "breaking")])
def test_an_operation_may_go_after_its_sunset(day: str, level: str) -> None:
    old = copy.deepcopy(CONTRACT)
    operation(old, "/v1/conflicts").update({"deprecated": True, "x-sunset": day})
    new = copy.deepcopy(old)
    del new["paths"]["/v1/conflicts"]
    [change] = [one for one in Comparison(old, new).run() if one.where.startswith("GET")]
    assert change.level == level


def test_a_change_is_allowed_by_its_line_and_an_allowance_for_nothing_is_a_fault() -> None:
    found = [Change("breaking", "GET /v1/foods", "removed"), Change("info", "GET /v1/new", "added")]
    assert list(judge(found, {"GET /v1/foods: removed": "nobody asked it"})) == []
    assert list(judge(found, {})) == ["not allowed: breaking GET /v1/foods: removed"]
    assert list(judge([], {"GET /v1/foods: removed": "nobody asked it"})) == [
        "allowed, but not found any more: GET /v1/foods: removed"
    ]


def test_an_allowance_needs_a_reason(tmp_path: Path) -> None:
    file = tmp_path / "allowed.txt"
    file.write_text("# words\n\nGET /v1/foods: removed # nobody asked it\n", encoding="utf-8")
    assert read_allowed(file) == {"GET /v1/foods: removed": "nobody asked it"}
    file.write_text("GET /v1/foods: removed\n", encoding="utf-8")
    with pytest.raises(ValueError, match="say after ' # ' why"):
        read_allowed(file)


def test_the_contract_breaks_nothing_that_was_released() -> None:
    released = json.loads(RELEASED.read_text(encoding="utf-8"))
    whole = json.loads(DOCUMENT.read_text(encoding="utf-8"))
    assert list(judge(Comparison(released, whole).run(), read_allowed(ALLOWED))) == []
