"""The same contract in OpenAPI 3.0: valid, complete, and what is served."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from openapi_spec_validator import OpenAPIV30SpecValidator

from app.openapi_30 import convert
from scripts.contract import DOCUMENT_30, as_text
from tests.test_contract import CONTRACT, SCHEMAS

Json = dict[str, Any]
OLD = convert(CONTRACT)


def schemas_in(node: Any) -> Iterator[Json]:
    """Walk all that may be a schema; what is only a value is passed over."""
    if isinstance(node, dict):
        yield node
        for key, child in node.items():
            if key not in {"example", "examples", "default", "enum"}:
                yield from schemas_in(child)
    elif isinstance(node, list):
        for child in node:
            yield from schemas_in(child)


def test_the_older_document_is_valid() -> None:
    OpenAPIV30SpecValidator(OLD).validate()
    assert OLD["openapi"] == "3.0.3"


def test_the_older_document_uses_no_word_of_the_newer() -> None:
    for schema in schemas_in({"paths": OLD["paths"], "schemas": OLD["components"]["schemas"]}):
        assert not isinstance(schema.get("type"), list)
        assert schema.get("type") != "null"
        assert not isinstance(schema.get("examples"), list)
        assert not ("const" in schema and "type" in schema), schema
        if "$ref" in schema:
            assert set(schema) == {"$ref"}
        if "nullable" in schema:
            assert "type" in schema


def test_the_older_document_has_every_operation_and_schema() -> None:
    assert OLD["paths"].keys() == CONTRACT["paths"].keys()
    for path, item in CONTRACT["paths"].items():
        for method, operation in item.items():
            older = OLD["paths"][path][method]
            assert older.keys() == operation.keys()
            assert older["responses"].keys() == operation["responses"].keys()
            assert [one["name"] for one in older.get("parameters", [])] == [
                one["name"] for one in operation.get("parameters", [])
            ]
    assert OLD["components"]["schemas"].keys() == SCHEMAS.keys()


def test_a_member_may_be_null_in_both_documents_or_in_none() -> None:
    for name, schema in SCHEMAS.items():
        for member, told in schema.get("properties", {}).items():
            older = OLD["components"]["schemas"][name]["properties"][member]
            assert older.get("nullable", False) is ({"type": "null"} in told.get("anyOf", [])), (name, member)
            assert older["description"] == told["description"]


def test_what_is_committed_in_the_older_version_is_what_the_code_makes() -> None:
    assert DOCUMENT_30.read_text(encoding="utf-8") == as_text(OLD), "run `make content`"


@pytest.mark.anyio
async def test_the_older_document_is_served(small_client: httpx.AsyncClient) -> None:
    answer = await small_client.get("/openapi-3.0.json")
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == OLD
