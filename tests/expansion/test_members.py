"""Which members name records is found from types, and found to be true of every answer."""

import re

import pytest
from fastapi import FastAPI

from app.expansion.members import KIND_OF, expandable
from app.expansion.queries import TOLD
from app.expansion.schemas import Expanded
from app.foods.schemas import FoodRead, FoodSummary
from app.nutrients.schemas import NutrientRead
from app.reference_intakes.schemas import ReferenceIntakeRead
from app.sources.router import SourceRead
from app.symptoms.schemas import SymptomRead
from app.symptoms.summaries import SymptomSummary


def test_every_kind_has_a_place_and_a_table() -> None:
    assert set(KIND_OF.values()) == set(Expanded.model_fields) == set(TOLD)


@pytest.mark.parametrize(
    ("model", "names"),
    [
        (SymptomSummary, {"sources", "parent"}),
        (
            SymptomRead,
            {"sources", "parent", "wider", "narrower", "cause", "nutrient", "symptom", "via"},
        ),
        (NutrientRead, {"sources", "excesses", "lab_tests"}),
        (FoodSummary, {"sources"}),
        (FoodRead, {"sources", "nutrient"}),
        (ReferenceIntakeRead, {"sources", "nutrient", "life_stage"}),
        (SourceRead, set()),
    ],
)
def test_the_members_that_name_records_are_found(model: type, names: set[str]) -> None:
    assert expandable(model) == names


def test_only_what_is_shown_is_looked_into() -> None:
    assert expandable(SymptomRead, frozenset({"name", "key_points"})) == {"sources"}
    assert expandable(SymptomRead, frozenset({"name"})) == frozenset()


def test_no_route_offers_to_expand_what_names_nothing(small_app: FastAPI) -> None:
    """The parameter stands exactly where the answer has a place for what is expanded."""
    document = small_app.openapi()
    for path, item in document["paths"].items():
        if "get" not in item:
            continue
        takes = any(one["name"] == "expand" for one in item["get"].get("parameters", []))
        schema = next(iter(item["get"]["responses"]["200"]["content"].values())).get("schema", {})
        name = re.sub(r".*/", "", schema.get("$ref", ""))
        has = "expanded" in document["components"]["schemas"].get(name, {}).get("properties", {})
        assert takes == has, path
