"""A route that will go away says so: shown on routes of a test, as none of the service is deprecated."""

from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

import httpx
import pytest
from fastapi import APIRouter, FastAPI, Response

from app.deprecation import deprecated
from app.lists.pages import Page
from app.lists.paging import PagingDep
from app.problems import NotFoundError, add_handlers
from app.schemas import Ref
from tests.conftest import connect

pytestmark = pytest.mark.anyio
SINCE, SUNSET = date(2027, 1, 1), date(2027, 7, 1)
LINK = "/v1/changelog?version=1.2.0"


class OldPage(Page[Ref]):
    """A page of a list that will go away."""


@pytest.fixture
async def client(small_app: FastAPI) -> httpx.AsyncClient:
    """A client of an application with two routes that are deprecated, and the state of the small world."""
    app, router = FastAPI(), APIRouter()
    app.state = small_app.state

    @router.get("/v1/old", **deprecated(since=SINCE, sunset=SUNSET, link=LINK))
    def old() -> dict[str, str]:
        return {"id": "old"}

    @router.get("/v1/old/{number}", **deprecated(since=SINCE, sunset=SUNSET, link=LINK))
    def numbered(number: int) -> dict[str, int]:
        raise NotFoundError(f"There is no {number}.")

    @router.get("/v1/new/{number}")
    def new(number: int) -> dict[str, int]:
        raise NotFoundError(f"There is no {number}.")

    @router.get("/v1/olds", response_model=OldPage, **deprecated(since=SINCE, sunset=SUNSET, link=LINK))
    def olds(paging: PagingDep) -> OldPage | Response:
        rows = [Ref(id="a", name="A"), Ref(id="b", name="B")]
        return paging.page(OldPage, paging.slice(rows), len(rows))

    app.include_router(router)
    add_handlers(app)
    return connect(app)


async def test_the_answer_says_since_when_until_when_and_what_instead(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/old")
    assert answer.status_code == 200
    # RFC 9745: a date of structured fields; RFC 8594: a date of HTTP.
    midnight = datetime(2027, 1, 1, tzinfo=UTC)
    assert answer.headers["Deprecation"] == f"@{int(midnight.timestamp())}"
    assert parsedate_to_datetime(answer.headers["Sunset"]) == datetime(2027, 7, 1, tzinfo=UTC)
    assert answer.headers["Sunset"].endswith("GMT")
    assert answer.links["deprecation"]["url"] == LINK


@pytest.mark.parametrize("accept", ["application/json", "text/csv", "application/x-ndjson"])
@pytest.mark.parametrize("query", ["limit=1", "limit=1&fields=name"])
async def test_a_list_says_it_beside_its_next_page(
    client: httpx.AsyncClient, accept: str, query: str
) -> None:
    answer = await client.get(f"/v1/olds?{query}", headers={"Accept": accept})
    assert answer.status_code == 200, answer.text
    assert answer.headers["Deprecation"]
    assert answer.links["deprecation"]["url"] == LINK
    assert answer.links["next"]["url"].startswith("/v1/olds?limit=1")


@pytest.mark.parametrize(("number", "status"), [("7", 404), ("seven", 422)])
async def test_a_problem_says_it_too(client: httpx.AsyncClient, number: str, status: int) -> None:
    answer = await client.get(f"/v1/old/{number}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["Deprecation"]
    assert answer.headers["Sunset"].endswith("GMT")
    assert answer.links["deprecation"]["url"] == LINK
    other = await client.get(f"/v1/new/{number}")
    assert other.status_code == status
    assert "Deprecation" not in other.headers


async def test_the_document_says_it_too(client: httpx.AsyncClient) -> None:
    operation = (await client.get("/openapi.json")).json()["paths"]["/v1/old"]["get"]
    assert operation["deprecated"] is True
    assert (operation["x-deprecated-since"], operation["x-sunset"]) == ("2027-01-01", "2027-07-01")


async def test_partners_get_the_time_that_they_are_promised() -> None:
    with pytest.raises(ValueError, match="180 days"):
        deprecated(since=SINCE, sunset=date(2027, 6, 1), link=LINK)
