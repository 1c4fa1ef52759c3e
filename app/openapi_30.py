"""The contract in OpenAPI 3.0, for generators that know no 3.1.

Nothing is lost. Where a named schema or null may stand, it says so as generators for 3.0 read it (`allOf`
with `nullable`), although strict validators would refuse null there.
"""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]
NULL: Json = {"type": "null"}
# Values, not schemas.
VALUES = frozenset({"default", "enum", "example", "examples", "value"})


def convert(document: Json) -> Json:
    """Give the document of OpenAPI 3.1 in the words of OpenAPI 3.0."""
    info = {key: value for key, value in document["info"].items() if key != "summary"}
    # 3.0 knows no SPDX identifier; the register has a page for each.
    spdx = info["license"]["identifier"]
    info["license"] = {"name": info["license"]["name"], "url": f"https://spdx.org/licenses/{spdx}.html"}
    schemas = document["components"]["schemas"]
    types = {f"#/components/schemas/{name}": schema.get("type") for name, schema in schemas.items()}
    components = {
        **document["components"],
        "schemas": {name: convert_schema(schema, types) for name, schema in schemas.items()},
    }
    paths = convert_carriers(document["paths"], types)
    return {**document, "openapi": "3.0.3", "info": info, "paths": paths, "components": components}


def convert_carriers(node: Any, types: dict[str, str]) -> Any:
    """Walk what is no schema, and convert the schemas that it carries."""
    if isinstance(node, list):
        return [convert_carriers(child, types) for child in node]
    if not isinstance(node, dict):
        return node
    return {
        key: child
        if key in VALUES
        else convert_schema(child, types)
        if key == "schema"
        else convert_carriers(child, types)
        for key, child in node.items()
    }


def convert_schema(schema: Json, types: dict[str, str]) -> Json:
    """Give one schema in the words of 3.0; `types` are those of the schemas that it may refer to."""
    return dict(converted(without_null(schema, types), types))


def without_null(schema: Json, types: dict[str, str]) -> Json:
    """Say `nullable`, which needs a type beside it, where 3.1 has a union with null."""
    variants: list[Json] = schema.get("anyOf", [])
    if NULL not in variants:
        return schema
    [kept] = [variant for variant in variants if variant != NULL]
    beside = {key: value for key, value in schema.items() if key != "anyOf"}
    named = {"type": types[kept["$ref"]]} if "$ref" in kept else {}
    return {**kept, **named, **beside, "nullable": True}


def converted(schema: Json, types: dict[str, str]) -> Iterator[tuple[str, Any]]:
    """Walk the keywords of a schema in the words of 3.0."""
    if "$ref" in schema and len(schema) > 1:
        # Beside a reference 3.0 reads nothing.
        yield "allOf", [{"$ref": schema["$ref"]}]
    for key, value in schema.items():
        if key == "$ref":
            if len(schema) == 1:
                yield key, value
        elif key == "properties":
            yield key, {name: convert_schema(below, types) for name, below in value.items()}
        elif key in {"items", "additionalProperties", "not"} and isinstance(value, dict):
            yield key, convert_schema(value, types)
        elif key in {"anyOf", "oneOf", "allOf"}:
            yield key, [convert_schema(below, types) for below in value]
        elif key == "const":
            yield "enum", [value]
        elif key == "examples":
            yield "example", value[0]
        elif key in {"exclusiveMinimum", "exclusiveMaximum"}:
            yield key.removeprefix("exclusive").lower(), value
            yield key, True
        elif (key, value) == ("type", "null"):
            yield "enum", [None]
        else:
            yield key, value
