"""What generators of clients are given."""

import copy
from typing import Any

from scripts.sdk_document import prepared

DOCUMENT: dict[str, Any] = {
    "security": [{"Key": []}],
    "paths": {"/v1/things": {"post": {"operationId": "make", "security": [{}, {"Key": []}]}}},
    "components": {
        "securitySchemes": {"Key": {"type": "http", "scheme": "bearer"}},
        "schemas": {
            "Thing": {
                "type": "object",
                "properties": {
                    "not": {"type": "string"},
                    "size": {"oneOf": [{"type": "number"}, {"type": "string"}]},
                },
                "not": {"required": ["not", "size"]},
                "if": {"required": ["size"]},
                "then": {"required": ["not"]},
                "examples": [{"not": "kept", "if": 1}],
            },
            "if": {"type": "string"},
        },
    },
}


def test_rules_between_members_are_left_out_and_types_stay() -> None:
    schemas = prepared(DOCUMENT)["components"]["schemas"]
    kept = ("type", "properties", "examples")
    assert schemas["Thing"] == {key: DOCUMENT["components"]["schemas"]["Thing"][key] for key in kept}
    assert "if" in schemas


def test_a_key_that_may_be_sent_is_not_asked_for() -> None:
    document = prepared(DOCUMENT)
    assert "security" not in document
    assert document["paths"]["/v1/things"]["post"] == {"operationId": "make"}
    assert "securitySchemes" not in document["components"]


def test_the_document_that_is_given_stays_as_it_is() -> None:
    before = copy.deepcopy(DOCUMENT)
    prepared(DOCUMENT)
    assert before == DOCUMENT


def test_a_client_gets_pages_and_no_rows() -> None:
    page = {"schema": {"$ref": "#/components/schemas/Page"}}
    rows = {
        "text/csv": {"schema": {"type": "string"}},
        "application/x-ndjson": {"schema": {"type": "string"}},
    }
    operation = {"responses": {"200": {"content": {"application/json": page, **rows}}}}
    simple = prepared({"paths": {"/v1/foods": {"get": operation}}, "components": {}})
    assert simple["paths"]["/v1/foods"]["get"]["responses"]["200"]["content"] == {"application/json": page}
