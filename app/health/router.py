"""Whether the process lives, and whether it can answer."""

from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, Field
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select

from app.content import ContentRelease
from app.http.metrics import Metrics
from app.live import LiveHolder

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """State of the process."""

    status: Literal["pass", "fail"] = Field(description="`pass` where it can answer.")
    content_release: str | None = Field(description="Content release that is served.")
    output: str | None = Field(description="What is missing, where the status is `fail`.")


class HealthResponse(JSONResponse):
    """A health document, which nobody may cache."""

    media_type = "application/health+json"


def respond(status: Literal["pass", "fail"], release: str, output: str) -> JSONResponse:
    """Give a health document."""
    body = Health(status=status, content_release=release or None, output=output or None)
    return HealthResponse(
        body.model_dump(),
        status_code=200 if status == "pass" else 503,
        headers={"Cache-Control": "no-store"},
    )


@router.get("/healthz", response_model=Health, response_class=HealthResponse, summary="Is the process alive?")
def get_health(request: Request) -> JSONResponse:
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
def get_readiness(request: Request) -> JSONResponse:
    """Say whether the tables are migrated and seeded, the knowledge compiled, and the database there."""
    holder: LiveHolder = request.app.state.live
    live = holder.try_load()
    if live is None:
        return respond("fail", "", holder.reason)
    try:
        with Session(request.app.state.engine) as session:
            session.exec(select(ContentRelease.id)).first()
    except DBAPIError:
        return respond("fail", live.release, "the database cannot be reached")
    return respond("pass", live.release, "")


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string", "maxLength": 1_000_000}}}}},
    summary="Prometheus metrics",
)
def get_metrics(request: Request) -> Response:
    """Give rate, errors and duration by operation, and the content release, of this process."""
    metrics: Metrics = request.app.state.metrics
    holder: LiveHolder = request.app.state.live
    return Response(
        metrics.render(holder.release),
        media_type=Metrics.media_type,
        headers={"Cache-Control": "no-store"},
    )
