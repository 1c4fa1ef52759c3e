"""The OpenAPI document: whole, true of the live answers, and the same as what is committed."""

import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from pydantic import BaseModel, ValidationError

from app.assessment.requests import PersonEntry, Profile, SymptomEntry
from app.http.cors import EXPOSED_HEADERS
from app.intake.schemas import ListedFood
from app.main import create_app
from app.openapi import EXAMPLES, PROBLEM_EXAMPLES, TAGS, api_version
from app.problems import MEDIA_TYPE, kinds
from app.settings import Settings
from app.vocabulary import Sex
from scripts.contract import CATALOGUE, DOCUMENT, as_text, record
from scripts.openapi_check import findings
from scripts.problem_examples import record_problems
from tests.conftest import connect, settings_of

Json = dict[str, Any]
# Every so many records of a list are read one by one.
STEP = 12


def make_document() -> Json:
    """Give the document as the code makes it; no database is opened for it."""
    app = create_app(Settings())
    app.state.engine.dispose()
    return app.openapi()


CONTRACT = make_document()
SCHEMAS: Json = CONTRACT["components"]["schemas"]
OPERATIONS: list[tuple[str, str, Json]] = [
    (path, method, operation)
    for path, item in CONTRACT["paths"].items()
    for method, operation in item.items()
]
IDS = [operation["operationId"] for _, _, operation in OPERATIONS]


def names_in(node: object) -> Iterator[str]:
    """Walk a node for the schemas that it refers to."""
    if isinstance(node, dict):
        if "$ref" in node:
            yield str(node["$ref"]).rsplit("/", 1)[-1]
        for child in node.values():
            yield from names_in(child)
    elif isinstance(node, list):
        for child in node:
            yield from names_in(child)


def reachable(node: object) -> set[str]:
    """Give the names of all schemas that a node leads to."""
    found: set[str] = set()
    queue = [node]
    while queue:
        for name in names_in(queue.pop()):
            if name not in found:
                found.add(name)
                queue.append(SCHEMAS[name])
    return found


REQUESTS = set().union(*(reachable(operation.get("requestBody", {})) for _, _, operation in OPERATIONS))
ANSWERS = set().union(*(reachable(operation["responses"]) for _, _, operation in OPERATIONS))


def check(schema: Json, value: object) -> list[str]:
    """Give what in a value does not fit a schema of the document."""
    whole = {**schema, "components": CONTRACT["components"]}
    errors = Draft202012Validator(whole, format_checker=FormatChecker()).iter_errors(value)
    return [f"/{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in errors]


# --- the document -----------------------------------------------------------------------------------


def test_the_document_is_valid() -> None:
    validate(CONTRACT)
    assert CONTRACT["openapi"] == "3.1.0"


def test_the_own_checks_find_nothing() -> None:
    assert list(findings(CONTRACT)) == []


def test_what_is_committed_is_what_the_code_makes() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == as_text(CONTRACT), "run `make content`"


def test_the_document_bears_the_version_of_the_package_and_no_host() -> None:
    assert CONTRACT["info"]["version"] == api_version()
    assert [server["url"] for server in CONTRACT["servers"]] == ["/"]


def test_every_kind_of_problem_is_told() -> None:
    for kind in kinds():
        assert (
            f"| {int(kind.status)} | `/problems/{kind.slug}` | {kind.title} |"
            in CONTRACT["info"]["description"]
        )


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS, ids=IDS)
def test_an_operation_is_named_and_described(path: str, method: str, operation: Json) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", operation["operationId"])
    assert IDS.count(operation["operationId"]) == 1
    assert operation["summary"]
    assert operation["description"].endswith(".")
    [tag] = operation["tags"]
    assert tag in TAGS
    assert method in {"get", "post"}
    assert path.startswith("/v1/") or tag == "health"


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS, ids=IDS)
def test_a_parameter_is_described_and_bounded(path: str, method: str, operation: Json) -> None:
    for parameter in operation.get("parameters", []):
        assert parameter["description"], parameter["name"]
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", parameter["name"])
        for schema in parameter["schema"].get("anyOf", [parameter["schema"]]):
            bounds = {"enum", "const", "maxLength", "maximum", "$ref"}
            assert schema["type"] in {"boolean", "null"} if not schema.keys() & bounds else True, parameter


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_and_its_members_are_described(name: str) -> None:
    assert SCHEMAS[name]["description"]
    for member, schema in SCHEMAS[name].get("properties", {}).items():
        # pydantic leaves out what the schema referred to says in the same words.
        other = SCHEMAS[schema["$ref"].rsplit("/", 1)[-1]] if "$ref" in schema else {}
        assert schema.get("description") or other.get("description"), f"{name}.{member}"
        assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", member)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_has_a_name_fit_for_clients(name: str) -> None:
    assert re.fullmatch(r"([A-Z][a-z]+)+", name)
    # These stand for something else in the languages of clients.
    assert name not in {"Unit", "Object", "Error", "Result", "Any", "Void", "String", "Response", "Request"}


@pytest.mark.parametrize("name", sorted(ANSWERS - REQUESTS))
def test_an_answer_can_grow_and_lacks_no_member(name: str) -> None:
    schema = SCHEMAS[name]
    assert "additionalProperties" not in schema
    assert set(schema.get("required", [])) == set(schema.get("properties", {}))


@pytest.mark.parametrize("name", sorted(name for name in REQUESTS if "properties" in SCHEMAS[name]))
def test_a_request_takes_no_unknown_member(name: str) -> None:
    assert SCHEMAS[name]["additionalProperties"] is False


def test_no_schema_is_left_over() -> None:
    assert set(SCHEMAS) == REQUESTS | ANSWERS


def numbers(node: object) -> Iterator[Json]:
    """Walk a node for schemas of numbers; a member may be called `value` as well."""
    if isinstance(node, dict):
        if node.get("type") in ("integer", "number"):
            yield node
        for key, child in node.items():
            if key not in {"examples", "example", "default"}:
                yield from numbers(child)
    elif isinstance(node, list):
        for child in node:
            yield from numbers(child)


def test_numbers_have_a_format_for_clients() -> None:
    found = list(numbers(CONTRACT))
    assert len(found) > 50
    for schema in found:
        assert schema["format"] == {"integer": "int32", "number": "double"}[schema["type"]]


# --- errors -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS, ids=IDS)
def test_errors_are_problems_and_every_one_is_told(path: str, method: str, operation: Json) -> None:
    told = {int(code) for code in operation["responses"]} - {200, 308}
    expected = {414, 500}
    if path.startswith("/v1"):
        expected |= {422, 429, 503}
    if method == "post":
        expected |= {400, 413, 415}
    if any(parameter["name"] == "cursor" for parameter in operation.get("parameters", [])):
        expected |= {400}
    if "{" in path:
        expected |= {404}
    assert expected <= told
    for status in told:
        content = operation["responses"][str(status)]["content"]
        if path == "/readyz" and status == httpx.codes.SERVICE_UNAVAILABLE:
            assert list(content) == ["application/health+json"]
            continue
        assert list(content) == [MEDIA_TYPE]
        assert content[MEDIA_TYPE]["schema"] == {"$ref": "#/components/schemas/Problem"}
        assert content[MEDIA_TYPE]["examples"]
        for slug, example in content[MEDIA_TYPE]["examples"].items():
            assert example["value"]["type"] == f"/problems/{slug}"
            assert example["value"]["status"] == status
            assert check(content[MEDIA_TYPE]["schema"], example["value"]) == []


def test_the_schema_of_a_problem_is_that_of_rfc_9457() -> None:
    assert {"type", "title", "status", "detail", "instance"} <= set(SCHEMAS["Problem"]["properties"])


# --- examples ---------------------------------------------------------------------------------------


def test_every_operation_has_an_example_and_every_example_an_operation() -> None:
    shown = {example.operation for example in CATALOGUE}
    assert shown == set(IDS) - {"get_metrics"}
    names = [(example.operation, example.name) for example in CATALOGUE]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS, ids=IDS)
def test_named_examples_fit_their_schema(path: str, method: str, operation: Json) -> None:
    [media_type, *rows] = operation["responses"]["200"]["content"]
    assert set(rows) in (set(), {"text/csv", "application/x-ndjson"})
    answer = operation["responses"]["200"]["content"][media_type]
    if not media_type.endswith("json"):
        return
    assert answer["examples"]
    media = [answer]
    if "requestBody" in operation:
        media.append(operation["requestBody"]["content"]["application/json"])
        assert media[1]["examples"].keys() == answer["examples"].keys()
    for one in media:
        for name, example in one["examples"].items():
            assert example["summary"]
            assert check(one["schema"], example["value"]) == [], name


@pytest.mark.anyio
async def test_recorded_examples_are_what_the_service_answers(app: FastAPI) -> None:
    recorded = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    fresh = json.loads(as_text(await record(app)))
    assert fresh.keys() == recorded.keys()
    for operation, examples in fresh.items():
        for name, example in examples.items():
            assert example == recorded[operation][name], f"{operation} {name}: run `make content`"


@pytest.mark.anyio
async def test_recorded_problems_are_what_the_service_answers(app: FastAPI) -> None:
    recorded = json.loads(PROBLEM_EXAMPLES.read_text(encoding="utf-8"))
    fresh = await record_problems(app)
    assert fresh.keys() == {kind.slug for kind in kinds()}
    for slug, example in fresh.items():
        assert example == recorded[slug], f"{slug}: run `make content`"


# --- live answers -----------------------------------------------------------------------------------


def response_schema(path: str, method: str = "get") -> Json:
    """Give the schema of an operation's answer."""
    content = CONTRACT["paths"][path][method]["responses"]["200"]["content"]
    # A list can be had as CSV and NDJSON too; JSON comes first.
    schema = next(iter(content.values()))["schema"]
    assert isinstance(schema, dict)
    return schema


async def walk(client: httpx.AsyncClient, path: str) -> list[Json]:
    """Read a list to its end, page by page; check each page and the totals."""
    items: list[Json] = []
    following = f"{path}{'&' if '?' in path else '?'}limit=100"
    while True:
        answer = await client.get(following)
        assert answer.status_code == httpx.codes.OK, (following, answer.text)
        page = answer.json()
        assert check(response_schema(path.split("?", maxsplit=1)[0]), page) == [], following
        items += page["items"]
        if page["next_cursor"] is None:
            assert "Link" not in answer.headers
            assert len(items) == page["total"], path
            return items
        link = re.fullmatch(r'<(/v1/[^>]+)>; rel="next"', answer.headers["Link"])
        assert link is not None
        assert f"cursor={page['next_cursor']}" in link[1]
        following = link[1]


LISTS = [
    ("/v1/nutrients", "/v1/nutrients/{nutrient}"),
    ("/v1/symptoms", "/v1/symptoms/{symptom}"),
    ("/v1/triggers", "/v1/triggers/{trigger}"),
    ("/v1/risk-factors", "/v1/risk-factors/{risk_factor}"),
    ("/v1/red-flags", "/v1/red-flags/{red_flag}"),
    ("/v1/lab-tests", "/v1/lab-tests/{lab_test}"),
    ("/v1/sources", "/v1/sources/{source}"),
    ("/v1/foods?category=Fast+Foods", "/v1/foods/{food}"),
]
MORE_LISTS = ["/v1/life-stages?authority=all", "/v1/conflicts", "/v1/rda?nutrient=zinc&authority=all"]


@pytest.mark.anyio
@pytest.mark.parametrize(("path", "record_path"), LISTS)
async def test_a_list_and_its_records_fit_their_schemas(
    client: httpx.AsyncClient, path: str, record_path: str
) -> None:
    items = await walk(client, path)
    ids = [item["id"] for item in items]
    assert len(ids) == len(set(ids)) > 0
    schema = response_schema(record_path)
    for record_id in ids[::STEP]:
        address = re.sub(r"\{.*\}", str(record_id), record_path)
        answer = await client.get(address)
        assert answer.status_code == httpx.codes.OK, answer.text
        assert answer.json()["id"] == record_id
        assert check(schema, answer.json()) == [], address


@pytest.mark.anyio
@pytest.mark.parametrize("path", MORE_LISTS)
async def test_a_list_fits_its_schema(client: httpx.AsyncClient, path: str) -> None:
    assert await walk(client, path)


@pytest.mark.anyio
@pytest.mark.parametrize("part", ["symptoms", "foods", "interactions"])
async def test_what_belongs_to_a_nutrient_fits_its_schema(client: httpx.AsyncClient, part: str) -> None:
    schema = response_schema(f"/v1/nutrients/{{nutrient}}/{part}")
    for item in await walk(client, "/v1/nutrients?has_profile=true"):
        address = f"/v1/nutrients/{item['id']}/{part}?limit=5"
        assert check(schema, (await client.get(address)).json()) == [], address


@pytest.mark.anyio
@pytest.mark.parametrize(
    "address",
    [
        "/v1/nutrients/compare?ids=magnesium,calcium,iron&age_years=34&sex=female",
        "/v1/nutrients/magnesium/foods?diet=vegan&per=100kcal&age_years=34&sex=female",
        "/v1/nutrients/iodine/foods?per=portion&sort=amount",
        "/v1/rda?age_months=7",
        "/v1/rda?age_years=70&sex=male&authority=efsa",
        "/v1/search?q=magnezium",
        "/v1/search?q=twitch&kind=symptom",
        "/v1/model",
        "/v1/evaluation",
        "/healthz",
        "/readyz",
    ],
)
async def test_an_answer_fits_its_schema(client: httpx.AsyncClient, address: str) -> None:
    answer = await client.get(address)
    assert answer.status_code == httpx.codes.OK, answer.text
    path = address.split("?", maxsplit=1)[0]
    template = next(
        known
        for known in (path, *CONTRACT["paths"])
        if known in CONTRACT["paths"] and re.fullmatch(re.sub(r"\{.*?\}", "[^/]+", known), path)
    )
    assert check(response_schema(template), answer.json()) == []
    media_type = answer.headers["Content-Type"]
    assert next(iter(CONTRACT["paths"][template]["get"]["responses"]["200"]["content"])) == media_type


@pytest.mark.anyio
@pytest.mark.parametrize("path", ["/v1/nutrients", "/v1/symptoms", "/v1/foods", "/v1/sources"])
async def test_fields_trim_the_items_of_a_list(client: httpx.AsyncClient, path: str) -> None:
    whole = (await client.get(f"{path}?limit=3")).json()
    members = list(whole["items"][0])
    wanted = [members[-1], members[2]]
    answer = await client.get(f"{path}?limit=3&fields={','.join(wanted)}")
    page = answer.json()
    assert page["total"] == whole["total"]
    assert [set(item) for item in page["items"]] == [{"id", *wanted}] * 3
    for item, entire in zip(page["items"], whole["items"], strict=True):
        assert item == {name: entire[name] for name in item}


@pytest.mark.anyio
@pytest.mark.parametrize("path", ["/v1/nutrients", "/v1/symptoms?q=twitch", "/v1/foods?q=bread", "/v1/rda"])
@pytest.mark.parametrize("limit", [1, 7, 100])
async def test_pages_of_any_size_give_the_same_items_in_the_same_order(
    client: httpx.AsyncClient, path: str, limit: int
) -> None:
    mark = "&" if "?" in path else "?"
    whole = (await client.get(f"{path}{mark}limit=100")).json()["items"][:20]
    seen: list[Json] = []
    following = f"{path}{mark}limit={limit}"
    while len(seen) < len(whole):
        answer = await client.get(following)
        seen += answer.json()["items"]
        if answer.json()["next_cursor"] is None:
            break
        following = answer.links["next"]["url"]
    assert seen[: len(whole)] == whole


@pytest.mark.anyio
async def test_headers_that_are_told_are_sent(seeded_url: str) -> None:
    app = create_app(settings_of(seeded_url))
    async with connect(app) as client:
        for address in ("/v1/nutrients?limit=1", "/v1/nutrients/magnesium", "/healthz"):
            template = address.split("?", maxsplit=1)[0].replace("/magnesium", "/{nutrient}")
            told = CONTRACT["paths"][template]["get"]["responses"]["200"]["headers"]
            answer = await client.get(address)
            for name, header in told.items():
                assert name in answer.headers, (address, name)
                value = answer.headers[name]
                number = header["schema"]["type"] == "integer"
                assert check(header["schema"], int(value) if number else value) == []
            unsaid = {name for name in EXPOSED_HEADERS if name in answer.headers} - set(told)
            assert unsaid == set(), address
        answer = await client.post("/v1/symptoms/parse", json={"text": "twitch"})
        told = CONTRACT["paths"]["/v1/symptoms/parse"]["post"]["responses"]["200"]["headers"]
        assert {name for name in EXPOSED_HEADERS if name in answer.headers} == set(told)
    app.state.engine.dispose()


@pytest.mark.anyio
async def test_the_document_is_served(client: httpx.AsyncClient) -> None:
    assert (await client.get("/openapi.json")).json() == CONTRACT


# --- rules between members --------------------------------------------------------------------------

ENTRIES: list[Json] = [
    {},
    {"id": "fatigue"},
    {"text": "tired"},
    {"id": None, "text": "tired"},
    {"id": "fatigue", "text": "tired"},
]
ENTRIES += [{"id": None}, {"id": "fatigue", "text": None}, {"id": None, "text": None}]
FOODS: list[Json] = [
    {"food": 1, **amounts} for amounts in ({}, {"grams_per_day": 5}, {"portions_per_day": 2})
]
FOODS += [{"food": 1, "grams_per_day": 5, "portions_per_day": second} for second in (None, 2)]
PEOPLE: list[Json] = [
    {},
    {"age_years": 3},
    {"age_years": 3, "age_months": 36},
    {"age_years": 3, "age_months": None},
    {"sex": "male"},
]
PEOPLE += [
    {"sex": sex, state: told} for sex in Sex for state in ("pregnant", "lactating") for told in (True, False)
]


@pytest.mark.parametrize(
    ("model", "value"),
    [
        *((SymptomEntry, value) for value in ENTRIES),
        *((ListedFood, value) for value in FOODS),
        *((PersonEntry, value) for value in PEOPLE),
        *((Profile, value) for value in PEOPLE),
    ],
)
def test_the_document_refuses_what_the_service_refuses(model: type[BaseModel], value: Json) -> None:
    try:
        model.model_validate(value)
    except ValidationError:
        taken = False
    else:
        taken = True
    assert (check({"$ref": f"#/components/schemas/{model.__name__}"}, value) == []) is taken


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS, ids=IDS)
def test_a_key_may_be_sent_with_content_and_is_never_needed(path: str, method: str, operation: Json) -> None:
    schemes = CONTRACT["components"]["securitySchemes"]
    told: list[Json] = [{}, *({name: []} for name in schemes)] if path.startswith("/v1") else []
    assert operation["security"] == told
