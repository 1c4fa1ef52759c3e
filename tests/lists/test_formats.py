"""JSON, CSV or NDJSON, as `Accept` asks."""

import csv
import io
import json
from typing import Any

import httpx
import pytest

from app.lists.formats import CSV, JSON, NDJSON, as_csv, negotiated


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("text/csv", CSV),
        ("TEXT/CSV; charset=utf-8", CSV),
        ("text/*", CSV),
        ("application/x-ndjson", NDJSON),
        ("text/html, text/csv;q=0.5", CSV),
        ("text/csv, */*", CSV),
        ("*/*, text/csv", CSV),
        ("application/json, text/csv", JSON),
        ("text/csv, application/json", JSON),
        ("text/csv;q=0.9, application/json;q=0.8", CSV),
        ("text/csv;q=0.8, application/json;q=0.9", JSON),
        ("application/json;q=0, */*", CSV),
        ("application/json;q=0.1, */*;q=0.9", CSV),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", JSON),
        ("text/csv;q=many, application/json;q=0.1", JSON),
        ("text/csv;q=nan, application/json;q=0.1", JSON),
        ("text/html", None),
        ("text/csv;q=0", None),
        ("*/*;q=0", None),
        ("csv", None),
        (";;,,", None),
    ],
)
def test_the_format_wanted_most_is_given(accept: str | None, expected: str | None) -> None:
    assert negotiated(accept) == expected


def test_csv_can_be_read_back() -> None:
    rows: list[dict[str, Any]] = [
        {"id": "a", "text": 'says "no", twice\nor more', "list": ["x", "y,z"], "none": None, "flag": True},
        {"id": "b", "text": "=1+1", "list": [], "none": None, "flag": False, "number": -1.5},
    ]
    text = as_csv(rows, ["id", "text", "list", "none", "flag", "number"])
    assert text.split("\r\n")[0] == "id,text,list,none,flag,number"
    first, second = csv.DictReader(io.StringIO(text, newline=""))
    assert first["text"] == rows[0]["text"]
    assert json.loads(first["list"]) == ["x", "y,z"]
    assert (first["none"], first["flag"], first["number"]) == ("", "true", "")
    # Nothing is put before a sign: numbers and texts are what they were.
    assert (second["text"], second["number"]) == ("=1+1", "-1.5")


pytestmark = pytest.mark.anyio
LISTS = [
    "/v1/nutrients", "/v1/nutrients/magnesium/symptoms", "/v1/nutrients/magnesium/foods",
    "/v1/nutrients/magnesium/interactions", "/v1/symptoms", "/v1/foods?category=Fast+Foods", "/v1/triggers",
    "/v1/risk-factors", "/v1/red-flags", "/v1/lab-tests", "/v1/sources", "/v1/rda?nutrient=zinc",
    "/v1/life-stages", "/v1/conflicts", "/v1/search?q=iron", "/v1/changelog",
]  # fmt: skip


@pytest.mark.parametrize("path", LISTS)
async def test_each_format_says_the_same(client: httpx.AsyncClient, path: str) -> None:
    page = await client.get(path)
    items, total = page.json()["items"], page.json()["total"]
    assert page.headers["Content-Type"] == JSON
    lines = await client.get(path, headers={"Accept": NDJSON})
    assert lines.headers["Content-Type"] == NDJSON
    assert [json.loads(line) for line in lines.text.splitlines()] == items
    table = await client.get(path, headers={"Accept": CSV})
    assert table.headers["Content-Type"] == "text/csv; charset=utf-8; header=present"
    rows = list(csv.DictReader(io.StringIO(table.text, newline="")))
    assert len(rows) == len(items) > 0
    for row, item in zip(rows, items, strict=True):
        assert set(row) == set(item)
        for name, value in item.items():
            read = row[name] if isinstance(value, str) else json.loads(row[name] or "null")
            assert read == value, name
    for answer in (page, lines, table):
        assert answer.headers["X-Total-Count"] == str(total)
        assert "Accept" in answer.headers["Vary"]
        assert answer.headers["ETag"]
        assert answer.headers.get("Link") == page.headers.get("Link")
    assert len({page.headers["ETag"], lines.headers["ETag"], table.headers["ETag"]}) == 3


@pytest.mark.parametrize("path", ["/v1/symptoms", "/v1/foods", "/v1/sources", "/v1/risk-factors"])
async def test_no_text_of_ours_is_a_formula_to_a_spreadsheet(client: httpx.AsyncClient, path: str) -> None:
    """This is why CSV needs no guard that would falsify texts."""
    following: str | None = f"{path}?limit=100"
    while following is not None:
        answer = await client.get(following, headers={"Accept": CSV})
        for row in csv.reader(io.StringIO(answer.text, newline="")):
            assert not [cell for cell in row if cell.startswith(("=", "+", "@", "\t", "\r"))]
        link = answer.links.get("next")
        following = link["url"] if link else None


async def test_rows_take_fields_and_cursors(small_client: httpx.AsyncClient) -> None:
    first = await small_client.get("/v1/symptoms?limit=1&fields=name", headers={"Accept": CSV})
    assert first.text == "id,name\r\nlip-twitch,Lip twitch\r\n"
    second = await small_client.get(first.links["next"]["url"], headers={"Accept": CSV})
    assert second.text == "id,name\r\nstiffness,Stiffness\r\n"


async def test_a_list_without_items_has_its_header_row(small_client: httpx.AsyncClient) -> None:
    answer = await small_client.get("/v1/symptoms?q=qqqqqq&fields=name", headers={"Accept": CSV})
    assert (answer.text, answer.headers["X-Total-Count"]) == ("id,name\r\n", "0")


async def test_a_format_that_is_not_had_is_a_problem(small_client: httpx.AsyncClient) -> None:
    answer = await small_client.get("/v1/symptoms", headers={"Accept": "image/png"})
    assert (answer.status_code, answer.json()["type"]) == (406, "/problems/not-acceptable")
    assert "Accept" in answer.headers["Vary"]


async def test_rows_have_no_place_for_expanded_records(small_client: httpx.AsyncClient) -> None:
    answer = await small_client.get("/v1/symptoms?expand=sources", headers={"Accept": CSV})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "?expand"
