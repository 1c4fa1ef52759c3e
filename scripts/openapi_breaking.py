"""Breaking changes between the contract of the last release and the one here.

usage: python -m scripts.openapi_breaking [OLD NEW [--allow FILE]]      exit 1 on a change not allowed
       python -m scripts.openapi_breaking --release                     on a release: start anew from here

Levels: `breaking` (a running client fails or is misled), `sdk` (code against a regenerated client no
longer compiles), `info`. What a client sends may only be let in more freely, what it gets may only be
promised more strictly; see docs/decisions/0008. A line of FILE is a finding as printed, ` # ` and the
reason why it is allowed; one that is not found any more is a fault too. An operation that was
deprecated and whose `x-sunset` day has passed may go.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from app.settings import ROOT

Json = dict[str, Any]
RELEASED = ROOT / "openapi" / "released.json"
DOCUMENT = ROOT / "openapi" / "openapi.json"
ALLOWED = ROOT / "openapi" / "breaking-allowed.txt"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
# Rules that can't be compared part by part: a new or other one may refuse what was let in.
RULES = ("pattern", "multipleOf", "uniqueItems", "not", "if", "then", "else", "dependentRequired")
NEVER = "9999-12-31"
HEADER = "# Breaking changes since the last release, as `make breaking` prints them: FINDING # REASON\n"


class Change(NamedTuple):
    """One difference."""

    level: str
    where: str
    what: str

    def __str__(self) -> str:
        """Give it as it is printed, and allowed."""
        return f"{self.where}: {self.what}"


class Comparison:
    """Walks two documents side by side and collects the changes."""

    def __init__(self, old: Json, new: Json) -> None:
        self.old, self.new = old, new
        self.changes: dict[Change, None] = {}
        # Pairs of references that were compared, so that recursion ends.
        self.compared: set[tuple[str, str, bool]] = set()

    def say(self, level: str, where: str, what: str) -> None:
        """Note a change, once."""
        self.changes.setdefault(Change(level, where, what))

    def run(self) -> list[Change]:
        """Compare everything."""
        olds, news = dict(operations(self.old)), dict(operations(self.new))
        for key, (path, _, operation) in olds.items():
            if key not in news:
                due = operation.get("deprecated") and operation.get("x-sunset", NEVER) <= today()
                what = "removed after its sunset" if due else "removed"
                self.say("info" if due else "breaking", f"{key[1].upper()} {path}", what)
        for key, (path, item, operation) in news.items():
            where = f"{key[1].upper()} {path}"
            if key not in olds:
                self.say("info", where, "added")
                continue
            old_path, old_item, old_operation = olds[key]
            where = f"{key[1].upper()} {old_path}"
            self.operation(where, old_operation, operation)
            self.parameters(where, (old_item, old_operation), (item, operation))
        for name in schemas_of(self.old).keys() - schemas_of(self.new).keys():
            self.say("sdk", f"schema {name}", "component name gone")
        return sorted(self.changes)

    # --- operations -------------------------------------------------------------------------------

    def operation(self, where: str, old: Json, new: Json) -> None:
        """Compare what two operations say, but for their parameters."""
        if old.get("operationId") != new.get("operationId"):
            what = f"operationId changed from {old.get('operationId')} to {new.get('operationId')}"
            self.say("sdk", where, what)
        if old.get("tags", [])[:1] != new.get("tags", [])[:1]:
            self.say("sdk", where, f"first tag changed from {old.get('tags')} to {new.get('tags')}")
        self.deprecation(where, old, new)
        for way in security_of(self.old, old):
            if not any(other <= way for other in security_of(self.new, new)):
                self.say("breaking", where, f"no longer answers a caller with {sorted(way) or 'no key'}")
        self.body(where, old, new)
        self.responses(where, old, new)

    def deprecation(self, where: str, old: Json, new: Json) -> None:
        """Tell what is deprecated now."""
        if new.get("deprecated") and not old.get("deprecated"):
            self.say("info", where, "deprecated")

    def parameters(self, where: str, old: tuple[Json, Json], new: tuple[Json, Json]) -> None:
        """Compare the parameters of two operations, each given with its path item."""
        before, after = parameters_of(self.old, *old), parameters_of(self.new, *new)
        for key in before.keys() - after.keys():
            self.say("breaking", where, f"{key[0]} parameter {before[key]['name']} removed")
        for key, parameter in after.items():
            told = f"{key[0]} parameter {parameter['name']}"
            if key not in before:
                required = parameter.get("required")
                what = f"{told} added as required" if required else f"{told} added"
                self.say("breaking" if required else "info", where, what)
            else:
                self.parameter(where, told, before[key], parameter)

    def parameter(self, where: str, told: str, old: Json, new: Json) -> None:
        """Compare one parameter."""
        if old["name"] != new["name"]:
            self.say("sdk", where, f"path parameter {old['name']} renamed to {new['name']}")
        if new.get("required") and not old.get("required"):
            self.say("breaking", where, f"{told} now required")
        for key in ("style", "explode", "allowReserved"):
            if old.get(key) != new.get(key):
                self.say("breaking", where, f"{told}: {key} changed")
        self.deprecation(f"{where} ?{old['name']}", old, new)
        # An address can't say null.
        schemas = (without_null(one.get("schema", {})) for one in (old, new))
        self.schema(f"{where} ?{old['name']}", *schemas, sent=True)

    def body(self, where: str, old: Json, new: Json) -> None:
        """Compare what two operations take."""
        before = resolve(self.old, old.get("requestBody", {}))
        after = resolve(self.new, new.get("requestBody", {}))
        if after.get("required") and not before.get("required"):
            self.say("breaking", where, "request body now required")
        for kind, media in before.get("content", {}).items():
            if kind not in after.get("content", {}):
                self.say("breaking", where, f"request type {kind} no longer accepted")
                continue
            other = after["content"][kind]
            self.schema(f"{where} body", media.get("schema", {}), other.get("schema", {}), sent=True)

    def responses(self, where: str, old: Json, new: Json) -> None:
        """Compare what two operations answer."""
        before, after = old.get("responses", {}), new.get("responses", {})
        for code in before.keys() - after.keys():
            self.say("breaking", where, f"response {code} removed")
        for code, response in after.items():
            if code in before:
                self.response(f"{where} {code}", resolve(self.old, before[code]), resolve(self.new, response))
            else:
                self.say("breaking" if code.startswith("2") else "info", where, f"response {code} added")

    def response(self, where: str, old: Json, new: Json) -> None:
        """Compare one answer: its types, their schemas, its headers."""
        for kind, media in old.get("content", {}).items():
            if kind not in new.get("content", {}):
                self.say("breaking", where, f"no longer answers {kind}")
                continue
            other = new["content"][kind]
            self.schema(where, media.get("schema", {}), other.get("schema", {}), sent=False)
        kept = {name.lower() for name in new.get("headers", {})}
        for name in old.get("headers", {}):
            if name.lower() not in kept:
                self.say("breaking", where, f"header {name} removed")

    # --- schemas: what a client sends (`sent`), or what it gets -----------------------------------

    def schema(self, where: str, old: Any, new: Any, *, sent: bool) -> None:
        """Compare two schemas and all below them."""
        if isinstance(old, dict) and isinstance(new, dict) and "$ref" in old and "$ref" in new:
            pair = (old["$ref"], new["$ref"], sent)
            if pair in self.compared:
                return
            self.compared.add(pair)
        before, before_null = normal(self.old, old)
        after, after_null = normal(self.new, new)
        if sent and before_null and not after_null:
            self.say("breaking", where, "null is no longer accepted")
        if not sent and after_null and not before_null:
            self.say("breaking", where, "may now be null")
        self.types(where, before, after, sent=sent)
        self.enums(where, before, after, sent=sent)
        self.bounds(where, before, after, sent=sent)
        self.rules(where, before, after, sent=sent)
        self.variants(where, before, after, sent=sent)
        self.members(where, before, after, sent=sent)
        if "items" in before and "items" in after:
            self.schema(f"{where}[]", before["items"], after["items"], sent=sent)
        if sent and not stays(before.get("default"), after.get("default")):
            what = f"default changed from {before.get('default')!r} to {after.get('default')!r}"
            self.say("breaking", where, what)
        self.deprecation(where, before, after)

    def types(self, where: str, old: Json, new: Json, *, sent: bool) -> None:
        """Compare types; an integer is a number too."""
        if any(key in schema for schema in (old, new) for key in ("anyOf", "oneOf")):
            return
        narrow, wide = (old, new) if sent else (new, old)
        taken = types_of(wide)
        if taken is None:
            return
        given = types_of(narrow)
        if given is None or not all(
            one in taken or (one == "integer" and "number" in taken) for one in given
        ):
            self.say("breaking", where, f"type changed from {old.get('type')} to {new.get('type')}")

    def enums(self, where: str, old: Json, new: Json, *, sent: bool) -> None:
        """Compare the values that are allowed."""
        before, after = old.get("enum"), new.get("enum")
        if sent and after is not None:
            if before is None:
                self.say("breaking", where, f"now accepts only {after}")
            elif gone := [value for value in before if value not in after]:
                self.say("breaking", where, f"no longer accepts {gone}")
        if not sent and before is not None:
            added = ["any value"] if after is None else [value for value in after if value not in before]
            if added:
                self.say("breaking", where, f"may now be {added}")

    def bounds(self, where: str, old: Json, new: Json, *, sent: bool) -> None:
        """Compare bounds: those of requests may only widen, those of answers only narrow."""
        for key in UPPER + LOWER:
            before, after = old.get(key), new.get(key)
            if before == after:
                continue
            if after is None:
                tighter = False
            else:
                tighter = before is None or (after < before if key in UPPER else after > before)
            word = "tightened" if tighter else "loosened"
            level = "breaking" if tighter == sent else "info"
            self.say(level, where, f"{key} {word} from {before} to {after}")

    def rules(self, where: str, old: Json, new: Json, *, sent: bool) -> None:
        """Compare what can only be told to be the same or not."""
        for key in (*RULES, "format"):
            before, after = old.get(key), new.get(key)
            if before == after:
                continue
            if sent:
                hurts = after is not None and after is not False
            else:
                hurts = before is not None and key == "format"
            told = f"from {before!r} to {after!r}" if key in {"pattern", "format"} else "to another rule"
            self.say("breaking" if hurts else "info", where, f"{key} changed {told}")

    def variants(self, where: str, old: Json, new: Json, *, sent: bool) -> None:
        """Compare unions."""
        if not any(key in schema for schema in (old, new) for key in ("anyOf", "oneOf")):
            return
        before, after = variants_of(self.old, old), variants_of(self.new, new)
        for name in before.keys() - after.keys():
            self.say("breaking" if sent else "info", where, f"variant {name} removed")
        for name in after.keys() - before.keys():
            self.say("info" if sent else "breaking", where, f"variant {name} added")
        for name in before.keys() & after.keys():
            self.schema(f"{where}<{name}>", before[name], after[name], sent=sent)
        marks = [schema.get("discriminator", {}).get("propertyName") for schema in (old, new)]
        if marks[0] is not None and marks[0] != marks[1]:
            self.say("breaking", where, "discriminator changed")

    def members(self, where: str, old: Json, new: Json, *, sent: bool) -> None:
        """Compare the members of objects."""
        before, after = old.get("properties", {}), new.get("properties", {})
        needed, needs = set(old.get("required", [])), set(new.get("required", []))
        for name in before.keys() - after.keys():
            self.say("breaking", f"{where}.{name}", "removed")
        for name, schema in after.items():
            if name not in before:
                what = "added as required" if name in needs else "added"
                self.say("breaking" if sent and name in needs else "info", f"{where}.{name}", what)
                continue
            if sent and name in needs - needed:
                self.say("breaking", f"{where}.{name}", "now required")
            if not sent and name in needed - needs:
                self.say("breaking", f"{where}.{name}", "may now be missing")
            self.schema(f"{where}.{name}", before[name], schema, sent=sent)
        others = [schema.get("additionalProperties", True) for schema in (old, new)]
        if all(isinstance(one, dict) for one in others):
            self.schema(f"{where}.*", *others, sent=sent)
        elif sent and others[1] is False and others[0] is not False:
            self.say("breaking", where, "unknown members are now refused")


def today() -> str:
    """Give the day, as `x-sunset` is written."""
    return datetime.now(UTC).date().isoformat()


def schemas_of(document: Json) -> Json:
    """Give the named schemas of a document."""
    found: Json = document.get("components", {}).get("schemas", {})
    return found


def operations(document: Json) -> Iterator[tuple[tuple[str, str], tuple[str, Json, Json]]]:
    """Walk the operations; what a path parameter is called does not tell two apart."""
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield (re.sub(r"\{[^}]+\}", "{}", path), method), (path, item, item[method])


def security_of(document: Json, operation: Json) -> list[set[str]]:
    """Give the ways to be let in; an empty set is a caller without a key."""
    ways: list[Json] = operation.get("security") or document.get("security") or []
    return [set(way) for way in ways] or [set()]


def parameters_of(document: Json, item: Json, operation: Json) -> dict[tuple[str, str], Json]:
    """Give the parameters of an operation: those of the path by place, the others by name."""
    found = [
        resolve(document, one) for one in (*item.get("parameters", []), *operation.get("parameters", []))
    ]
    in_path = [one for one in found if one["in"] == "path"]
    return {
        (one["in"], str(in_path.index(one)) if one["in"] == "path" else one["name"]): one for one in found
    }


def types_of(schema: Json) -> set[str] | None:
    """Give the types that a schema names; None where it takes any."""
    told = schema.get("type")
    if told is None:
        return None
    return {told} if isinstance(told, str) else set(told)


def variants_of(document: Json, schema: Json) -> dict[str, Any]:
    """Give the variants of a union by a name that stays when they are put in another order."""
    found: dict[str, Any] = {}
    variants: list[Any] = schema.get("oneOf") or schema.get("anyOf") or [schema]
    for number, variant in enumerate(variants):
        meant = resolve(document, variant)
        named = str(variant.get("$ref", "")).rsplit("/", 1)[-1] or meant.get("title")
        found[str(named or f"{meant.get('type', number)}{meant.get('format', '')}")] = variant
    return found


def resolve(document: Json, node: Any) -> Json:
    """Follow references; what stands beside one goes over what it leads to."""
    found: Json = dict(node)
    while "$ref" in found:
        target: Any = document
        for part in found.pop("$ref").removeprefix("#/").split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        found = {**target, **found}
    return found


def without_null(schema: Json) -> Json:
    """Take null out of a union."""
    variants: list[Any] = schema.get("anyOf", [])
    kept = [variant for variant in variants if variant != {"type": "null"}]
    return {**schema, "anyOf": kept} if kept else schema


def normal(document: Json, node: Any) -> tuple[Json, bool]:
    """Give a schema in one way of writing, and whether null fits.

    References are followed, `const` is an `enum`, `allOf` is merged, null and unions of one are gone.
    """
    if node is True or node is None:
        return {}, True
    if node is False:
        return {"enum": []}, False
    schema = resolve(document, node)
    for part in schema.pop("allOf", []):
        schema = merged(normal(document, part)[0], schema)
    if "const" in schema:
        schema["enum"] = [schema.pop("const")]
    null = not schema.keys() & {"type", "enum", "anyOf", "oneOf"}
    if isinstance(schema.get("type"), list):
        null = "null" in schema["type"]
        rest = [one for one in schema["type"] if one != "null"]
        schema["type"] = rest[0] if len(rest) == 1 else rest
    if None in schema.get("enum", []):
        null, schema["enum"] = True, [value for value in schema["enum"] if value is not None]
    for key in ("anyOf", "oneOf"):
        if key not in schema:
            continue
        kept = [one for one in schema[key] if resolve(document, one).get("type") != "null"]
        null = null or len(kept) < len(schema[key])
        if len(kept) > 1:
            schema[key] = kept
        else:
            below, below_null = normal(document, kept[0])
            del schema[key]
            schema, null = {**below, **schema}, null or below_null
    return schema, null


def merged(part: Json, schema: Json) -> Json:
    """Put a schema of `allOf` and what stands beside it together."""
    whole = {**part, **schema}
    if "properties" in whole:
        whole["properties"] = {**part.get("properties", {}), **schema.get("properties", {})}
        whole["required"] = [*part.get("required", []), *schema.get("required", [])]
    return whole


def read_allowed(path: Path) -> dict[str, str]:
    """Read which findings are allowed, and why.

    Raises:
        ValueError: a line gives no reason.
    """
    allowed = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        finding, _, reason = line.partition(" # ")
        if not line.strip() or line.startswith("#"):
            continue
        if not reason.strip():
            raise ValueError(f"{path}: say after ' # ' why this is allowed: {finding}")
        allowed[finding.strip()] = reason.strip()
    return allowed


def judge(changes: list[Change], allowed: dict[str, str]) -> Iterator[str]:
    """Give what speaks against a release: changes not allowed, and allowances for nothing."""
    for change in changes:
        if change.level != "info" and str(change) not in allowed:
            yield f"not allowed: {change.level} {change}"
    found = {str(change) for change in changes if change.level != "info"}
    yield from (f"allowed, but not found any more: {line}" for line in allowed if line not in found)


def bare(node: Any, *, names: bool = False) -> Any:
    """Give a document without what breaks nobody: texts and examples.

    With `names` the keys are names of members, which may be called `description`.
    """
    if isinstance(node, list):
        return [bare(child) for child in node]
    if not isinstance(node, dict):
        return node
    return {
        key: bare(child, names=key == "properties" and not names)
        for key, child in node.items()
        if names or key not in {"description", "summary", "example", "examples"}
    }


def release() -> None:
    """Make the document of now the one that later changes are compared with."""
    document = json.loads(DOCUMENT.read_text(encoding="utf-8"))
    RELEASED.write_text(json.dumps(bare(document), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    ALLOWED.write_text(HEADER, encoding="utf-8")
    print(f"{RELEASED.name} is version {document['info']['version']} now; nothing is allowed any more")


def stays(old: object, new: object) -> bool:
    """Tell whether a default says the same; a member that is new in it has a default of its own."""
    if isinstance(old, dict) and isinstance(new, dict):
        return all(name in new and stays(value, new[name]) for name, value in old.items())
    return old == new


def main() -> int:
    """Print every change, then what is wrong; 1 if anything is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("old", nargs="?", type=Path, default=RELEASED)
    parser.add_argument("new", nargs="?", type=Path, default=DOCUMENT)
    parser.add_argument("--allow", type=Path, help=f"{ALLOWED.name} where OLD and NEW are not given")
    parser.add_argument("--release", action="store_true", help="compare with the document of now from now on")
    given = parser.parse_args()
    if given.release:
        release()
        return 0
    allow = given.allow or (ALLOWED if given.old == RELEASED else None)
    allowed = read_allowed(allow) if allow else {}
    old, new = (json.loads(path.read_text(encoding="utf-8")) for path in (given.old, given.new))
    changes = Comparison(old, new).run()
    for change in changes:
        reason = f"  (allowed: {allowed[str(change)]})" if str(change) in allowed else ""
        print(f"{change.level:8} {change}{reason}")
    wrong = list(judge(changes, allowed))
    for line in wrong:
        print(line)
    print(f"{len(wrong)} wrong, {len(changes)} changes since the last release")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
