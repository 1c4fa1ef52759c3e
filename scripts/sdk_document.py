"""Writes the contract as the generators of clients can take it.

    python -m scripts.sdk_document OUTPUT

Three things of the contract mislead them. Rules between members (`not`, `if`) become classes with made-up
names, though they change no type. A key that may be sent becomes a key that must be sent, so that no
program could use the open tier. And a list that can also be had as CSV or NDJSON becomes "a page or a
text", though a client asks for JSON. All are left out; every type stays as it is.
"""

import json
import sys
from pathlib import Path
from typing import Any

from app.openapi import ROWS
from app.settings import ROOT

DOCUMENT = ROOT / "openapi" / "openapi.json"
RULES = frozenset({"not", "if", "then", "else", "dependentRequired", "dependentSchemas"})
# Below these stand names of ours, not keywords: a member may be called "not".
NAMES = frozenset({"properties", "schemas", "patternProperties"})
# Values to show, not schemas.
DATA = frozenset({"example", "examples", "default", "const", "enum"})


def without_rules(part: Any, *, names: bool = False) -> Any:
    """Give a part of the document without rules between members."""
    if isinstance(part, list):
        return [without_rules(one) for one in part]
    if not isinstance(part, dict):
        return part
    if names:
        return {name: without_rules(one) for name, one in part.items()}
    return {
        key: one if key in DATA else without_rules(one, names=key in NAMES)
        for key, one in part.items()
        if key not in RULES
    }


def prepared(document: dict[str, Any]) -> dict[str, Any]:
    """Give the document for generators."""
    simple: dict[str, Any] = without_rules(document)
    simple.pop("security", None)
    simple["components"].pop("securitySchemes", None)
    for operations in simple["paths"].values():
        for operation in operations.values():
            operation.pop("security", None)
            for answer in operation.get("responses", {}).values():
                for media_type in ROWS.keys() & answer.get("content", {}).keys():
                    del answer["content"][media_type]
    return simple


def main() -> None:
    """Write the document to the path given."""
    document = json.loads(DOCUMENT.read_text(encoding="utf-8"))
    Path(sys.argv[1]).write_text(json.dumps(prepared(document), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
