"""How all answers tell: ids first, who says so last, and no digits that mean nothing."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from app.schemas import LAST, ReadModel, ReviewedRead
from app.values import told_figure

pytestmark = pytest.mark.anyio
MOST_DIGITS = 4
PAGES = [
    "/v1/symptoms/eyelid-twitching",
    "/v1/symptoms/fatigue",
    "/v1/nutrients/magnesium",
    "/v1/nutrients/magnesium/symptoms?limit=100",
    "/v1/triggers/caffeine",
    "/v1/risk-factors/omeprazole",
    "/v1/lab-tests/ferritin",
    "/v1/model",
    "/v1/evaluation",
]


def kinds(base: type[ReadModel] = ReadModel) -> Iterator[type[ReadModel]]:
    for kind in base.__subclasses__():
        yield kind
        yield from kinds(kind)


def figures(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from figures(one)
    elif isinstance(value, float):
        yield value


def test_a_record_begins_with_what_it_is_and_ends_with_who_says_so() -> None:
    for kind in kinds():
        names = list(kind.model_fields)
        told = [name for name in names if name in LAST]
        assert names[len(names) - len(told) :] == sorted(told, key=LAST.index), kind
        assert list(kind.model_json_schema(mode="serialization")["properties"]) == names, kind
    for kind in kinds(ReviewedRead):
        assert list(kind.model_fields)[:2] in (["id", "name"], ["id", "kind"], ["id", "question"]), kind


@pytest.mark.parametrize("page", PAGES)
async def test_figures_have_no_more_digits_than_are_known(client: httpx.AsyncClient, page: str) -> None:
    answer = (await client.get(page)).json()
    for value in figures(answer):
        digits = repr(abs(value)).split("e")[0].replace(".", "").strip("0")
        assert len(digits) <= MOST_DIGITS, (page, value)


def test_rounding_keeps_the_digits_that_mean_something() -> None:
    assert told_figure(1.1166666666666667) == 1.117
    assert told_figure(0.0000123456) == 0.00001235
    assert told_figure(12345.6) == 12350.0


async def test_a_ratio_below_one_speaks_against(client: httpx.AsyncClient) -> None:
    page = (await client.get("/v1/symptoms/eyelid-twitching")).json()
    links = {link["cause"]["id"]: link for link in [*page["nutrients"], *page["other_triggers"]]}
    assert links["als"]["likelihood_ratio"]["value"] < 1
    assert links["als"]["says"] == "against"
    assert links["magnesium-deficiency"]["says"] == "nothing"
    assert links["sleep-loss"]["says"] == "supports"
