"""What is posted is answered and forgotten: no log, no error, no header, no table, no metric holds it.

Everything that is posted here bears a mark. Every logger writes at DEBUG, those of the server and of
the database too.
"""

import json
import logging
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from app.assessment import service
from app.main import create_app
from app.models import PARTNER_TABLES
from tests.conftest import connect, listening, settings_of
from tests.seeding.world import rows_of

pytestmark = pytest.mark.anyio

WORD = "quokkapox"
NUMBER = 87.654321
FOOD = 1_987_654_321
MARKS = (WORD, WORD.upper(), "87.654", "1987654321")
JSON = {"Content-Type": "application/json"}

ASSESS: dict[str, Any] = {
    "symptoms": [{"id": "twitch"}, {"text": f"my twitch and {WORD}"}, {"id": "stiffness", "present": False}],
    "profile": {
        "age_years": NUMBER,
        "sex": "female",
        "pregnant": True,
        "conditions": [WORD, f"no {WORD}"],
        "medications": [WORD.upper()],
        "lifestyle": [f"{WORD} all night"],
    },
    "labs": [
        {"test": "metal-serum", "value": NUMBER, "unit": "mg/L"},
        {"test": "metal-serum", "value": 1, "unit": WORD},
        {"test": WORD, "value": f"<{NUMBER}", "unit": "mg/L"},
    ],
    "intake": [{"food": 1, "grams_per_day": NUMBER}, {"food": FOOD, "grams_per_day": 1}],
}
ANSWERED = [
    ("/v1/assess", ASSESS),
    ("/v1/assess", {**ASSESS, "options": {"limit": 1, "explain": False}}),
    ("/v1/symptoms/parse", {"text": f"my lip twitches, my {WORD} is {NUMBER}, no stiffness"}),
    ("/v1/symptoms/parse", {"text": WORD}),
    ("/v1/assess/batch", {"items": [ASSESS, {"symptoms": [{"text": WORD}]}]}),
]
EATEN: dict[str, Any] = {
    "profile": {"age_years": NUMBER, "sex": "female"},
    "foods": [{"food": 1, "grams_per_day": NUMBER}, {"food": FOOD, "grams_per_day": 1}],
}
# What is answered without the words that were sent.
ANSWERED_ELSE = [
    ("/v1/intake", EATEN),
    (
        "/v1/assess/batch",
        {"items": [{"symptoms": [{"id": WORD}]}, {WORD: 1}, WORD, {"symptoms": [{"id": "twitch", WORD: 1}]}]},
    ),
]
REFUSED = [
    ("/v1/assess", {**ASSESS, WORD: WORD}),
    ("/v1/assess", {**ASSESS, "profile": {WORD: NUMBER}}),
    ("/v1/assess", {**ASSESS, "profile": {"sex": WORD}}),
    ("/v1/assess", {**ASSESS, "profile": {"diet": WORD}}),
    ("/v1/assess", {**ASSESS, "profile": {"age_years": NUMBER, "age_months": 1}}),
    ("/v1/assess", {**ASSESS, "profile": {"age_years": -NUMBER}}),
    ("/v1/assess", {**ASSESS, "profile": {"age_years": f"{NUMBER}"}}),
    ("/v1/assess", {**ASSESS, "profile": {"age_months": NUMBER}}),
    ("/v1/assess", {**ASSESS, "profile": {"conditions": [WORD + "\0"]}}),
    ("/v1/assess", {**ASSESS, "profile": {"conditions": [f"{WORD}\ud800"]}}),
    ("/v1/assess", {**ASSESS, "profile": {"conditions": {WORD: WORD}}}),
    ("/v1/assess", {**ASSESS, "profile": [WORD]}),
    ("/v1/assess", {**ASSESS, "labs": [{"test": WORD, "value": {WORD: NUMBER}}]}),
    ("/v1/assess", {**ASSESS, "labs": [{"test": WORD, "value": NUMBER * 1e9}]}),
    ("/v1/assess", {**ASSESS, "labs": [{"test": WORD, "value": WORD * 20}]}),
    ("/v1/assess", {**ASSESS, "intake": [{"food": FOOD * 2, "grams_per_day": -NUMBER}]}),
    ("/v1/assess", {**ASSESS, "options": {"limit": NUMBER, "explain": WORD}}),
    ("/v1/assess", {"symptoms": [{"id": WORD}]}),
    ("/v1/assess", {"symptoms": [{"id": f"{WORD} {WORD}"}]}),
    ("/v1/assess", {"symptoms": [{"text": WORD, "id": WORD}]}),
    ("/v1/assess", {"symptoms": [{"text": WORD, "qualifiers": [WORD]}]}),
    ("/v1/assess", {"symptoms": [{"text": WORD * 50}]}),
    ("/v1/assess", {"symptoms": [{"id": "twitch"}, {"id": "twitch", "present": False}, {"text": WORD}]}),
    ("/v1/assess", {"symptoms": WORD}),
    ("/v1/assess", [WORD]),
    ("/v1/assess", WORD),
    ("/v1/assess/batch", {"items": [], WORD: WORD}),
    ("/v1/assess/batch", {"items": WORD}),
    ("/v1/intake", {**EATEN, WORD: WORD}),
    ("/v1/intake", {**EATEN, "foods": [{"food": FOOD * 2, "grams_per_day": 1}]}),
    ("/v1/intake", {**EATEN, "foods": [{"food": FOOD, "portions_per_day": 87_654_321}]}),
    ("/v1/intake", {**EATEN, "options": {"nutrients": [WORD]}}),
    ("/v1/symptoms/parse", {"text": WORD * 500}),
    ("/v1/symptoms/parse", {"text": [WORD]}),
    ("/v1/symptoms/parse", {"text": WORD, WORD: WORD}),
    ("/v1/symptoms/parse", {"text": f"{WORD}\0"}),
    ("/v1/symptoms/parse", {"text": f"{WORD}\udfff"}),
]
BROKEN = [
    ({}, f'{{"text": "{WORD}"'.encode()),
    ({}, f'{{"{WORD}": {WORD}}}'.encode()),
    ({}, WORD.encode()),
    ({}, f'{{"text": "{WORD}'.encode() + b'\xff"}'),
    ({}, f'{{"{WORD}":'.encode() * 4_000),
    ({}, f'{{"text": {"9" * 5_000}, "{WORD}": 1}}'.encode()),
    ({}, f'{{"text": "{WORD}{"a" * 70_000}"}}'.encode()),
    ({"Content-Type": "text/plain"}, WORD.encode()),
    ({"Content-Type": "application/x-www-form-urlencoded"}, f"text={WORD}".encode()),
    ({"Content-Type": f"multipart/form-data; boundary={WORD}"}, WORD.encode()),
    ({"Content-Encoding": "gzip"}, WORD.encode()),
]


class Collector(logging.Handler):
    """Keeps every log record but those of the test's own client."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        if not record.name.startswith(("httpx", "httpcore")):
            self.records.append(record)


@pytest.fixture
def collected() -> Iterator[list[logging.LogRecord]]:
    """Let every logger of the service write at the lowest level, and collect what they write."""
    names = {*logging.root.manager.loggerDict, "uvicorn.error", "uvicorn.access", "uvicorn.asgi", "app"}
    loggers = [logging.root, *map(logging.getLogger, sorted(names))]
    before = [(logger, logger.level, logger.propagate, logger.disabled) for logger in loggers]
    for logger in loggers:
        logger.setLevel(1)
        logger.propagate, logger.disabled = True, False
    collector = Collector()
    logging.root.addHandler(collector)
    yield collector.records
    logging.root.removeHandler(collector)
    for logger, level, propagate, disabled in before:
        logger.setLevel(level)
        logger.propagate, logger.disabled = propagate, disabled


def everything_in(records: list[logging.LogRecord]) -> str:
    """Give all that log records hold, shown or not, but for their own times."""
    formatter = logging.Formatter()
    times = {"created", "msecs", "relativeCreated"}
    return "\n".join(
        formatter.format(record)
        + repr({key: value for key, value in vars(record).items() if key not in times})
        for record in records
    )


def assert_unmarked(place: str, content: str) -> None:
    """Fail where something that was posted stands in a text; say where, not the whole."""
    for mark in MARKS:
        at = content.find(mark)
        assert at < 0, f"{place} holds what was posted: ...{content[max(0, at - 200) : at + 50]}"


@pytest.fixture
def watched(
    small_url: str, collected: list[logging.LogRecord], capfd: pytest.CaptureFixture[str]
) -> Iterator[FastAPI]:
    """A fresh application; afterwards logs, output, tables and metrics are searched for marks."""
    app = create_app(settings_of(small_url, rate_limit_enabled=False))
    assert app.state.live.try_load() is not None
    before = rows_of(app.state.engine)
    collected.clear()
    yield app
    app.state.poller.look()
    written = everything_in(collected)
    after = rows_of(app.state.engine)
    with app.state.engine.connect() as connection:
        partners = [connection.execute(select(table)).all() for table in PARTNER_TABLES]
    app.state.engine.dispose()
    assert_unmarked("the log", written)
    assert_unmarked("the metrics", app.state.metrics.render("").decode())
    assert_unmarked("a table", repr(after))
    assert_unmarked("a table of partners", repr(partners))
    for path in app.state.settings.snapshot_path.iterdir():
        assert_unmarked("the local copy", path.read_bytes().decode("latin-1"))
    kept = [*app.state.metrics._requests._tallies, *app.state.rates._leases]
    assert_unmarked("what is counted", repr(kept))
    assert after == before
    app.state.log.flush()
    output = capfd.readouterr()
    assert '"request_id"' in output.err
    assert_unmarked("the output", output.out + output.err)


async def post(app: FastAPI, path: str, content: bytes, headers: dict[str, str]) -> httpx.Response:
    """Post bytes, with marks in the query as well; check the headers of the answer."""
    async with connect(app) as client:
        answer = await client.post(f"{path}?note={WORD}", content=content, headers={**JSON, **headers})
    assert_unmarked("a header", repr(answer.headers.raw))
    if answer.is_error:
        assert_unmarked("an error", answer.text)
    return answer


async def test_what_is_answered_is_forgotten(watched: FastAPI) -> None:
    for path, body in ANSWERED:
        answer = await post(watched, path, json.dumps(body).encode(), {})
        assert answer.status_code == 200, answer.text
        # The answer itself tells the sender what was not understood.
        assert WORD in answer.text
    for path, body in ANSWERED_ELSE:
        answer = await post(watched, path, json.dumps(body).encode(), {})
        assert answer.status_code == 200, answer.text
        assert WORD not in answer.text


async def test_what_is_refused_is_forgotten(watched: FastAPI) -> None:
    for path, body in REFUSED:
        answer = await post(watched, path, json.dumps(body).encode(), {})
        assert answer.status_code == 422, (body, answer.text)


async def test_what_cannot_be_read_is_forgotten(watched: FastAPI) -> None:
    posts = ("/v1/assess", "/v1/assess/batch", "/v1/intake", "/v1/symptoms/parse")
    for path in (*posts, "/v1/nutrients", "/v1/nothing"):
        for headers, content in BROKEN:
            answer = await post(watched, path, content, headers)
            assert answer.status_code in {400, 404, 405, 413, 415, 422}, (path, content[:80], answer.text)


QUERIES = (
    "/v1/nutrients?q={}",
    "/v1/nutrients?cursor={}",
    "/v1/nutrients?limit={}",
    "/v1/nutrients?fields={}",
    "/v1/nutrients?{}={}",
    "/v1/symptoms?q={}&category={}",
    "/v1/search?q={}&kind={}",
    "/v1/rda?nutrient=metal&age_years={}&sex={}",
    "/v1/foods?q={}",
    "/docs?{}",
)
PATHS = ("/v1/nutrients/{}", "/v1/symptoms/{}", "/v1/foods/{}", "/v1/{}", "/{}", "/static/{}", "/problems/{}")
HEADERS = (
    {"Authorization": f"Bearer {WORD}"},
    {"Authorization": f"Bearer nsk_abcdefgh_{WORD:x<43}"},
    {"Authorization": f"Basic {WORD}"},
    {"X-API-Key": WORD},
    {"Accept": f"text/csv; {WORD}={WORD}, {WORD}/{WORD}"},
    {"Accept-Encoding": WORD},
    {"Accept-Language": WORD},
    {"Content-Type": f"text/{WORD}"},
    {"Cookie": f"{WORD}={WORD}"},
    {"If-None-Match": f'"{WORD}"'},
    {"Origin": f"https://{WORD}.example"},
    {"Referer": f"https://{WORD}.example/{WORD}"},
    {"Host": f"{WORD}.example"},
    {"User-Agent": WORD},
    {"X-Forwarded-For": WORD},
    {"X-Request-ID": f"{WORD} {WORD}"},
    {"traceparent": f"00-{WORD}-{WORD}-01", "tracestate": f"a={WORD}", "baggage": f"a={WORD}"},
    {f"X-{WORD}": WORD},
)


async def test_what_is_sent_beside_the_body_is_forgotten(watched: FastAPI) -> None:
    async with connect(watched) as client:
        for method in ("GET", "HEAD", "DELETE", "OPTIONS"):
            for path in QUERIES:
                answer = await client.request(method, path.replace("{}", WORD))
                # Names that an address has and no route knows are named: they are a developer's, no person's.
                if answer.is_error and "fields" not in path and "{}=" not in path:
                    assert_unmarked("an error", answer.text)
                assert answer.status_code < 500
            for path in PATHS:
                # Who asked is told what was not found; nobody else is.
                assert (await client.request(method, path.format(WORD))).status_code < 500
        for headers in HEADERS:
            for path in ("/v1/nutrients", "/v1/nothing", "/healthz", "/docs"):
                answer = await client.get(path, headers=headers)
                assert_unmarked("a header", repr(answer.headers.raw))
                assert_unmarked("an answer", answer.text)
            answer = await client.post("/v1/symptoms/parse", json={"text": "twitch"}, headers=headers)
            assert_unmarked("an answer", answer.text)


@pytest.mark.parametrize("kind", ["value", "database", "own"])
async def test_what_meets_a_fault_of_ours_is_forgotten(
    watched: FastAPI, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    def fail(body: object, **_: object) -> None:
        faults = {
            "value": ValueError(f"cannot read {body!r}"),
            "database": OperationalError("SELECT ?", (repr(body),), Exception(repr(body))),
            "own": RuntimeError(repr(body)),
        }
        try:
            raise KeyError(repr(body))
        except KeyError as cause:
            raise faults[kind] from cause

    monkeypatch.setattr(service, "answer", fail)
    answer = await post(watched, "/v1/assess", json.dumps(ASSESS).encode(), {})
    assert answer.status_code == (503 if kind == "database" else 500)


def test_what_passes_a_real_server_is_forgotten(watched: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    with listening(watched) as (host, port), httpx.Client(base_url=f"http://{host}:{port}") as client:
        for path, body in (*ANSWERED, *ANSWERED_ELSE, *REFUSED):
            answer = client.post(path, content=json.dumps(body).encode(), headers=JSON)
            assert answer.status_code in {200, 422}
        for headers, content in BROKEN:
            answer = client.post("/v1/assess", content=content, headers={**JSON, **headers})
            assert answer.is_client_error
            assert_unmarked("an error", answer.text)
        monkeypatch.setattr(service, "answer", lambda body, **_: [][body])
        assert client.post("/v1/assess", json=ASSESS).status_code == 500
