"""Dietary reference values through the API: every figure of both tables, and who gets which."""

import csv
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from app.settings import ROOT

pytestmark = pytest.mark.anyio

REFERENCE = ROOT / "seed" / "reference"
Line = dict[str, str]
# The units of the tables, as the API tells them.
UNITS: dict[str, tuple[str, str | None]] = {
    "mg": ("mg", None),
    "µg": ("ug", None),
    "g": ("g", None),
    "g/kg": ("g/kg", None),
    "L": ("L", None),
    "µg RAE": ("ug", "RAE"),
    "µg RE": ("ug", "RE"),
    "µg DFE": ("ug", "DFE"),
    "mg NE": ("mg", "NE"),
    "mg NE/MJ": ("mg/MJ", "NE"),
    "mg/MJ": ("mg/MJ", None),
    "% energy": ("%", "energy"),
}


def table(name: str) -> list[Line]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


DRI, EFSA, STAGES = table("dri.csv"), table("dri_efsa.csv"), table("dri_life_stages.csv")


async def every_item(client: httpx.AsyncClient, **query: object) -> list[dict[str, Any]]:
    """Read all pages of `/v1/rda`."""
    items: list[dict[str, Any]] = []
    cursor: str | None = None
    while True:
        params = {name: str(value) for name, value in query.items()} | {"limit": "100"}
        answer = await client.get("/v1/rda", params=params | ({"cursor": cursor} if cursor else {}))
        assert answer.status_code == 200, answer.text
        page = answer.json()
        items += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            assert len(items) == page["total"]
            return items


def told(row: Line) -> dict[str, object]:
    """Say a row as the API does."""
    unit, basis = UNITS[row["unit"]]
    return {
        "nutrient": row["nutrient_id"],
        "life_stage": row["life_stage"],
        "measure": row["measure"],
        "value": float(row["value"]),
        "unit": unit,
        "unit_basis": "alpha-tocopherol" if row["nutrient_id"] == "vitamin-e" else basis,
        "note": row["note"] or None,
    }


@pytest.mark.parametrize(("authority", "rows"), [("nasem", DRI), ("efsa", EFSA)])
async def test_every_figure_of_the_table_is_told_exactly_and_in_order(
    client: httpx.AsyncClient, authority: str, rows: list[Line]
) -> None:
    items = await every_item(client, authority=authority)
    given = [{name: item[name] for name in told(rows[0])} for item in items]
    assert given == [told(row) for row in rows]
    assert {item["authority"] for item in items} == {authority}


async def test_both_tables_together_are_every_figure_there_is(client: httpx.AsyncClient) -> None:
    assert len(await every_item(client, authority="all")) == len(DRI) + len(EFSA) == 2422


async def test_each_publication_of_the_tables_is_one_source_with_a_record(client: httpx.AsyncClient) -> None:
    items = [*await every_item(client), *await every_item(client, authority="efsa")]
    by_report: dict[str, set[str]] = {}
    for item, row in zip(items, [*DRI, *EFSA], strict=True):
        assert len(item["sources"]) == 1
        by_report.setdefault(row["source"], set()).update(item["sources"])
    assert all(len(sources) == 1 for sources in by_report.values())
    assert len(set.union(*by_report.values())) == len(by_report)
    for (source,) in by_report.values():
        answer = await client.get(f"/v1/sources/{source}")
        assert answer.status_code == 200, source


async def test_life_stages_are_those_of_the_table(client: httpx.AsyncClient) -> None:
    page = (await client.get("/v1/life-stages", params={"limit": 100})).json()
    assert [
        {
            "life_stage": item["id"],
            "label": item["label"],
            "sex": item["sex"],
            "age_min_months": str(item["age_min_months"]),
            "age_max_months": "" if item["age_max_months"] is None else str(item["age_max_months"]),
            "pregnancy": str(item["pregnancy"]).lower(),
            "lactation": str(item["lactation"]).lower(),
        }
        for item in page["items"]
    ] == STAGES


def stage_of(months: int, sex: str, *, pregnant: bool = False, lactating: bool = False) -> str:
    """Find the life stage of a person in the table, by hand."""
    (found,) = (
        row["life_stage"]
        for row in STAGES
        if row["sex"] in {sex, "any"}
        and (row["pregnancy"], row["lactation"]) == (str(pregnant).lower(), str(lactating).lower())
        and int(row["age_min_months"]) <= months
        and (not row["age_max_months"] or months <= int(row["age_max_months"]))
    )
    return found


def boundaries() -> Iterator[int]:
    for row in STAGES:
        yield int(row["age_min_months"])
        if row["age_max_months"]:
            yield int(row["age_max_months"])
    yield 1440


@pytest.mark.parametrize("sex", ["female", "male"])
@pytest.mark.parametrize("months", sorted(set(boundaries())))
async def test_each_age_at_a_boundary_falls_in_its_life_stage(
    client: httpx.AsyncClient, months: int, sex: str
) -> None:
    items = await every_item(client, age_months=months, sex=sex)
    assert {item["life_stage"] for item in items} == {stage_of(months, sex)}
    expected = [told(row) for row in DRI if row["life_stage"] == stage_of(months, sex)]
    assert [{name: item[name] for name in expected[0]} for item in items] == expected


@pytest.mark.parametrize("state", ["pregnant", "lactating"])
@pytest.mark.parametrize("months", [168, 227, 228, 371, 372, 611])
async def test_pregnancy_and_lactation_have_figures_of_their_own(
    client: httpx.AsyncClient, state: str, months: int
) -> None:
    items = await every_item(client, age_months=months, sex="female", **{state: "true"})
    stage = stage_of(months, "female", pregnant=state == "pregnant", lactating=state == "lactating")
    assert {item["life_stage"] for item in items} == {stage}


async def test_whoever_is_pregnant_and_breast_feeding_gets_the_figures_for_pregnancy(
    client: httpx.AsyncClient,
) -> None:
    query = {"age_years": "34", "pregnant": "true", "lactating": "true", "nutrient": "iron", "measure": "RDA"}
    page = (await client.get("/v1/rda", params=query)).json()
    assert [(item["life_stage"], item["value"]) for item in page["items"]] == [("pregnancy-31-50-y", 27)]
    assert any("figures for pregnancy" in note for note in page["notes"])


@pytest.mark.parametrize(
    ("authority", "years", "stage", "note"),
    [
        ("nasem", 53, "pregnancy-31-50-y", "14 to 50 years"),
        ("nasem", 13, "pregnancy-14-18-y", "14 to 50 years"),
        ("efsa", 16, "pregnancy-216-299-mo", "start at 18 years"),
    ],
)
async def test_a_pregnancy_outside_the_ages_of_the_table_gets_the_nearest_and_a_note(
    client: httpx.AsyncClient, authority: str, years: int, stage: str, note: str
) -> None:
    query = {"age_years": str(years), "pregnant": "true", "nutrient": "iron", "authority": authority}
    page = (await client.get("/v1/rda", params=query)).json()
    assert {item["life_stage"] for item in page["items"]} == {stage}
    assert any(note in text for text in page["notes"])


@pytest.mark.parametrize(
    ("age", "months"), [("0.5", 6), ("0.49", 5), ("1", 12), ("8.99", 107), ("70.99", 851)]
)
async def test_years_are_completed_months(client: httpx.AsyncClient, age: str, months: int) -> None:
    by_years = await every_item(client, age_years=age, sex="female", nutrient="magnesium")
    by_months = await every_item(client, age_months=months, sex="female", nutrient="magnesium")
    assert by_years == by_months != []


async def test_without_a_sex_both_are_given_where_they_differ(client: httpx.AsyncClient) -> None:
    page = (await client.get("/v1/rda", params={"age_years": "34", "nutrient": "magnesium"})).json()
    assert {item["life_stage"] for item in page["items"]} == {"male-31-50-y", "female-31-50-y"}
    assert any("No sex was given" in note for note in page["notes"])


async def test_no_sex_is_missed_where_figures_are_the_same_for_both(client: httpx.AsyncClient) -> None:
    for person in ({"age_months": "6"}, {"age_years": "3"}):
        page = (await client.get("/v1/rda", params={"nutrient": "iron", **person})).json()
        assert page["items"]
        assert page["notes"] == []


async def test_an_ai_is_said_to_be_one_and_never_an_rda(client: httpx.AsyncClient) -> None:
    items = await every_item(client, age_years=34, sex="female")
    measures = {(item["nutrient"], item["measure"]) for item in items}
    assert ("potassium", "AI") in measures
    assert ("potassium", "RDA") not in measures
    assert ("magnesium", "RDA") in measures
    assert ("magnesium", "AI") not in measures
    infant = await every_item(client, age_months=3, nutrient="vitamin-d")
    assert {item["measure"] for item in infant} == {"AI", "UL"}


async def test_sodium_has_a_risk_reduction_figure_and_no_ul(client: httpx.AsyncClient) -> None:
    items = await every_item(client, age_years=34, sex="female", nutrient="sodium")
    assert {(item["measure"], item["value"]) for item in items} == {("AI", 1500), ("CDRR", 2300)}


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"nutrient": "vitamin-c", "age_years": "34", "sex": "male"}, "smokers need 35 mg/day more"),
        ({"nutrient": "iron", "age_years": "34", "sex": "female"}, "vegetarian diets"),
        ({"nutrient": "vitamin-b12", "age_years": "60", "sex": "female"}, "malabsorb"),
        ({"nutrient": "folate", "age_years": "25", "sex": "female"}, "capable of becoming pregnant"),
        ({"nutrient": "magnesium", "age_years": "34", "sex": "female"}, "supplemental"),
    ],
)
async def test_special_cases_of_the_reports_are_told(
    client: httpx.AsyncClient, query: dict[str, str], words: str
) -> None:
    items = await every_item(client, **query)
    assert any(words in (item["note"] or "") for item in items)


async def test_where_no_ul_could_be_set_that_is_said_with_the_reason(client: httpx.AsyncClient) -> None:
    rows = table("dri_ul_not_determined.csv")
    for stage in STAGES:
        expected = {
            (row["nutrient_id"], row["reason"]) for row in rows if row["life_stage"] == stage["life_stage"]
        }
        person = {
            "age_months": stage["age_min_months"],
            "sex": "female" if stage["sex"] == "any" else stage["sex"],
            "pregnant": stage["pregnancy"],
            "lactating": stage["lactation"],
        }
        given = {name: value for name, value in person.items() if value != "false"}
        page = (await client.get("/v1/rda", params=given)).json()
        assert {(item["nutrient"], item["reason"]) for item in page["ul_not_determined"]} == expected
        assert {item["life_stage"] for item in page["ul_not_determined"]} <= {stage["life_stage"]}


async def test_no_nutrient_has_both_a_ul_and_the_word_that_none_was_set(client: httpx.AsyncClient) -> None:
    page = (await client.get("/v1/rda", params={"age_years": "34", "sex": "male", "limit": 100})).json()
    with_ul = {item["nutrient"] for item in page["items"] if item["measure"] == "UL"}
    assert with_ul.isdisjoint(item["nutrient"] for item in page["ul_not_determined"])


async def test_omega_3_gets_the_figures_of_its_essential_part_with_a_note(client: httpx.AsyncClient) -> None:
    query = {"nutrient": "omega-3", "age_years": "34", "sex": "female"}
    page = (await client.get("/v1/rda", params=query)).json()
    assert [(item["nutrient"], item["measure"], item["value"], item["unit"]) for item in page["items"]] == [
        ("alpha-linolenic-acid", "AI", 1.1, "g")
    ]
    assert any("No intake is set for omega-3" in note for note in page["notes"])


async def test_one_life_stage_or_measure_can_be_asked_for(client: httpx.AsyncClient) -> None:
    items = await every_item(client, life_stage="female-31-50-y", measure="EAR")
    expected = [
        row["nutrient_id"] for row in DRI if (row["life_stage"], row["measure"]) == ("female-31-50-y", "EAR")
    ]
    assert [item["nutrient"] for item in items] == expected


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ({"nutrient": "magnezium"}, "?nutrient"),
        ({"life_stage": "female-31-51-y"}, "?life_stage"),
        ({"measure": "RDI"}, "?measure"),
        ({"authority": "who"}, "?authority"),
        ({"sex": "male", "pregnant": "true"}, "?pregnant"),
        ({"sex": "male", "lactating": "true"}, "?lactating"),
        ({"age_years": "34", "age_months": "408"}, "?age_months"),
        ({"age_years": "121"}, "?age_years"),
        ({"age_years": "-1"}, "?age_years"),
        ({"age_years": "nan"}, "?age_years"),
        ({"age_months": "1441"}, "?age_months"),
        ({"age_months": "5.5"}, "?age_months"),
        ({"sex": "other"}, "?sex"),
        ({"limit": "0"}, "?limit"),
    ],
)
async def test_what_does_not_fit_is_refused_with_its_place(
    client: httpx.AsyncClient, query: dict[str, str], pointer: str
) -> None:
    answer = await client.get("/v1/rda", params=query)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert [part["pointer"] for part in answer.json()["errors"]] == [pointer]


async def test_an_unknown_nutrient_or_life_stage_is_told_with_what_may_be_meant(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.get("/v1/rda", params={"nutrient": "magnezium"})
    assert "magnesium" in answer.json()["errors"][0]["suggestions"]
    answer = await client.get("/v1/rda", params={"life_stage": "female-31-51-y"})
    assert answer.json()["errors"][0]["suggestions"]


async def test_a_cursor_of_another_list_is_refused(client: httpx.AsyncClient) -> None:
    page = (await client.get("/v1/rda", params={"nutrient": "iron"})).json()
    other = await client.get("/v1/rda", params={"nutrient": "zinc", "cursor": page["next_cursor"]})
    assert other.status_code == 400
    assert other.json()["type"] == "/problems/invalid-cursor"
