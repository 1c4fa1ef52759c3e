"""Records a true answer for each kind of problem; `scripts/contract.py` writes them down."""

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from functools import partial
from typing import Any

import httpx
from fastapi import FastAPI
from pydantic import SecretStr
from sqlmodel import Session

from app.http.gateway import MOST_HEADER_BYTES
from app.live import get_live
from app.main import create_app
from app.openapi import HEADERS
from app.partners import queries, service
from app.partners.models import KeyKind, Scope
from app.partners.plans import FREE
from app.partners.secret import SecretSource
from app.problems import kinds
from app.settings import Settings

# The fault that is met on purpose needs no line on the terminal.
logging.getLogger("app").addHandler(logging.NullHandler())
Ask = tuple[str, str, bytes]
Headers = dict[str, str]
PARTNER = "health-pages"
REQUESTS_A_MINUTE = 60
# How to meet each kind: method, address, body. The rest are met below.
REQUESTS: dict[str, Ask] = {
    "body-too-large": ("POST", "/v1/assess", b" " * 70_000),
    "cause-not-found": ("GET", "/v1/model?cause=magnesium-deficency", b""),
    "contradictory-symptoms": (
        "POST",
        "/v1/assess",
        b'{"symptoms": [{"id": "fatigue"}, {"id": "fatigue", "present": false}]}',
    ),
    "food-not-found": ("GET", "/v1/foods/1", b""),
    "invalid-cursor": ("GET", "/v1/nutrients?cursor=YWJj", b""),
    "invalid-json": ("POST", "/v1/assess", b'{"symptoms": [{"id": "fatigue"}'),
    "invalid-request": ("GET", "/v1/nutrients?limit=0", b""),
    "lab-test-not-found": ("GET", "/v1/lab-tests/magnesium-serun", b""),
    "method-not-allowed": ("DELETE", "/v1/nutrients", b""),
    "not-found": ("GET", "/v1/nutrient", b""),
    "nutrient-not-found": ("GET", "/v1/nutrients/magnezium", b""),
    "red-flag-not-found": ("GET", "/v1/red-flags/face-drop", b""),
    "risk-factor-not-found": ("GET", "/v1/risk-factors/omeprazol", b""),
    "source-not-found": ("GET", "/v1/sources/nasem-2019-sodium", b""),
    "symptom-not-found": ("GET", "/v1/symptoms/lip-twiching", b""),
    "trigger-not-found": ("GET", "/v1/triggers/cafeine", b""),
    "unknown-symptom": ("POST", "/v1/assess", b'{"symptoms": [{"id": "lip-twiching"}]}'),
    "unsupported-media-type": ("POST", "/v1/assess", b"I am tired"),
    "url-too-long": ("GET", f"/v1/nutrients?q={'a' * 9_000}", b""),
}


async def record_problems(app: FastAPI) -> dict[str, dict[str, Any]]:
    """Meet every kind of problem; give the answers by slug."""
    recorded = {slug: await ask(app, *request) for slug, request in REQUESTS.items()}
    settings: Settings = app.state.settings
    recorded["not-acceptable"] = await ask(app, "GET", "/v1/nutrients", headers={"Accept": "image/png"})
    recorded["not-ready"] = await ask(without_database(settings), "GET", "/v1/nutrients")
    recorded["headers-too-large"] = await ask(
        app, "GET", "/v1/nutrients", headers={"Cookie": "a" * MOST_HEADER_BYTES}
    )
    recorded["internal-error"] = await ask(with_a_fault(settings), "GET", "/v1/nutrients")
    recorded |= await record_refused_keys(settings)
    # More than all bodies together may hold, and less than one may.
    held = {"max_batch_body_bytes": 3_000_000, "max_held_bytes": 1_048_576}
    crowded = create_app(settings.model_copy(update=held))
    recorded["overloaded"] = await ask(crowded, "POST", "/v1/assess/batch", b" " * 1_500_000)
    hasty = create_app(settings.model_copy(update={"body_seconds": 0.01}))
    recorded["slow-request"] = await ask(hasty, "POST", "/v1/assess", slowly())
    recorded["too-many-requests"] = await ask(
        # The window slides: where a minute ends meanwhile, a few more are let through.
        counting(settings),
        "GET",
        "/v1/nutrients",
        times=2 * REQUESTS_A_MINUTE,
    )
    for slug, body in recorded.items():
        if body.get("type") != f"/problems/{slug}":
            raise RuntimeError(f"{slug} was not met: {str(body)[:200]}")
    unmet = {kind.slug for kind in kinds()} - set(recorded)
    if unmet:
        raise RuntimeError(f"say in REQUESTS how to meet {', '.join(sorted(unmet))}")
    return recorded


async def record_refused_keys(settings: Settings) -> dict[str, dict[str, Any]]:
    """Meet the problems of keys, with a partner, its keys and its used quota in the database."""
    app = create_app(
        settings.model_copy(update={"key_secret": SecretStr("a secret of these examples alone")})
    )
    [secret] = SecretSource.of(app.state.settings).read_or_make()
    with Session(app.state.engine) as session:
        partner = service.new_partner(PARTNER, name="", contact="", plan=FREE.name, note="")
        make = partial(service.make_key, session, partner, secret, label="", valid_for=None)
        reading = make(kind=KeyKind.SECRET, scopes=[Scope.READ], origins=[])
        page = make(kind=KeyKind.PUBLISHABLE, scopes=[Scope.READ], origins=["https://health.example"])
        session.commit()
        keys = {"reading": reading.shown_once, "page": page.shown_once, "unknown": "nsk_unknown"}
        app.state.poller.look()
        found = {
            "invalid-key": await ask(app, "GET", "/v1/nutrients", headers=bearer(keys["unknown"])),
            "origin-not-allowed": await ask(app, "GET", "/v1/nutrients", headers=bearer(keys["page"])),
            "scope-missing": await ask(app, "POST", "/v1/assess", headers=bearer(keys["reading"])),
        }
        today = datetime.now(UTC).date()
        queries.add_counts(session, {(partner.id, reading.row.id, today): FREE.monthly_quota or 0})
        session.commit()
    app.state.poller.look()
    found["quota-exceeded"] = await ask(app, "GET", "/v1/nutrients", headers=bearer(keys["reading"]))
    return found


def bearer(key: str) -> Headers:
    """Send a key."""
    return {"Authorization": f"Bearer {key}"}


async def slowly() -> AsyncIterator[bytes]:
    """Send a body that takes its time."""
    yield b" "
    await asyncio.sleep(1)


async def ask(
    app: FastAPI,
    method: str,
    address: str,
    content: bytes | AsyncIterator[bytes] = b"",
    *,
    headers: Headers | None = None,
    times: int = 1,
) -> dict[str, Any]:
    """Ask an application, several times until it refuses; give the last answer."""
    plain = isinstance(content, bytes) and content[:1].isalpha()
    headers = {
        "X-Request-ID": HEADERS["X-Request-ID"]["example"],
        "Content-Type": "text/plain" if plain else "application/json",
        **(headers or {}),
    }
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://example", headers=headers) as client:
        answer = await client.request(method, address, content=content)
        for _ in range(times - 1):
            if answer.is_error:
                break
            answer = await client.request(method, address, content=content)
    app.state.engine.dispose()
    found: dict[str, Any] = answer.json()
    return found


def without_database(settings: Settings) -> FastAPI:
    """Make an application whose database is not there."""
    nowhere = "postgresql+psycopg://nobody@127.0.0.1:9/nothing"
    # Without a copy of last time either, which it would serve.
    elsewhere = settings.snapshot_path / "none"
    return create_app(settings.model_copy(update={"database_url": nowhere, "snapshot_path": elsewhere}))


def with_a_fault(settings: Settings) -> FastAPI:
    """Make an application that fails."""
    app = create_app(settings)

    def fail() -> None:
        raise RuntimeError

    app.dependency_overrides[get_live] = fail
    return app


def counting(settings: Settings) -> FastAPI:
    """Make an application that takes few requests a minute."""
    few = {"rate_limit_enabled": True, "rate_limit": f"{REQUESTS_A_MINUTE}/minute"}
    return create_app(settings.model_copy(update=few))
