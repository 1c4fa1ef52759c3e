"""Whether the process lives, and whether it can answer.

These need no thread, so that they are answered while every thread is at work.
"""

from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from app.http.metrics import Metrics
from app.http.rates import Rates
from app.live import LiveHolder

router = APIRouter(tags=["health"])


Status = Literal["pass", "warn", "fail"]


class Health(BaseModel):
    """State of the process."""

    status: Status = Field(
        description="`pass` where all is well; `warn` where it answers, and something it rests on is "
        "missing; `fail` where it cannot answer."
    )
    content_release: str | None = Field(description="Content release that is served.")
    output: str | None = Field(description="What is missing, where the status is not `pass`.")


class HealthResponse(JSONResponse):
    """A health document, which nobody may cache."""

    media_type = "application/health+json"


def respond(status: Status, release: str, output: str) -> JSONResponse:
    """Give a health document."""
    body = Health(status=status, content_release=release or None, output=output or None)
    return HealthResponse(
        body.model_dump(),
        status_code=503 if status == "fail" else 200,
        headers={"Cache-Control": "no-store"},
    )


@router.get("/healthz", response_model=Health, response_class=HealthResponse, summary="Is the process alive?")
async def get_health(request: Request) -> JSONResponse:
    """Say that the process runs; nothing else is looked at."""
    holder: LiveHolder = request.app.state.live
    return respond("pass", holder.release, "")


@router.get(
    "/readyz",
    response_model=Health,
    response_class=HealthResponse,
    responses={503: {"model": Health, "description": "Not ready; `output` says why"}},
    summary="Can it answer?",
)
async def get_readiness(request: Request) -> JSONResponse:
    """Say whether content is served, and whether the database and the shared counting are there.

    What is told is what the process found when it last looked, a few seconds ago at most. Content goes
    on from the local copy while the database is away.
    """
    holder: LiveHolder = request.app.state.live
    rates: Rates = request.app.state.rates
    live = holder.live or await run_in_threadpool(holder.try_load)
    if live is None:
        return respond("fail", "", holder.reason)
    missing = [holder.reason] if holder.reason else []
    if rates.shared is False:
        missing.append("redis cannot be reached: each process counts requests by itself")
    return respond("warn" if missing else "pass", live.release, "; ".join(missing))


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string", "maxLength": 1_000_000}}}}},
    summary="Prometheus metrics",
)
async def get_metrics(request: Request) -> Response:
    """Give rate, errors and duration by operation and plan, of all processes; the rest is of this one."""
    metrics: Metrics = request.app.state.metrics
    holder: LiveHolder = request.app.state.live
    return Response(
        metrics.render(holder.release),
        media_type=Metrics.media_type,
        headers={"Cache-Control": "no-store"},
    )
