"""The peers that answer with our bytes: what Starlette and FastAPI can do at most on this machine.

Run by uvicorn in `.venv-bench`, which has none of the service. BENCH_ANSWERS names a folder with the
answers that ours gave: `<case>.json` (status and headers) and `<case>.body`.
"""

import json
import os
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi import Response as FastResponse
from pydantic import BaseModel, ConfigDict
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

# The server sets these itself.
SERVERS_OWN = {"date", "server", "content-length", "connection", "transfer-encoding"}


class Answer:
    """An answer as ours gave it."""

    def __init__(self, file: Path) -> None:
        told = json.loads(file.read_text(encoding="utf-8"))
        self.status: int = told["status"]
        self.headers: dict[str, str] = {k: v for k, v in told["headers"].items() if k not in SERVERS_OWN}
        self.body = file.with_suffix(".body").read_bytes()


ANSWERS = {file.stem: Answer(file) for file in sorted(Path(os.environ["BENCH_ANSWERS"]).glob("*.json"))}


class Finding(BaseModel):
    """A finding as a caller states it."""

    model_config = ConfigDict(extra="forbid")

    id: str
    present: bool = True


class Body(BaseModel):
    """What the requests of the cases hold: enough of the contract for the same checking."""

    model_config = ConfigDict(extra="forbid")

    symptoms: list[Finding] = []
    profile: dict[str, Any] = {}
    text: str = ""


def bare() -> Starlette:
    """Answer with ready bytes, in Starlette alone."""

    async def answer(request: Request) -> Response:
        known = ANSWERS[request.path_params["case"]]
        return Response(known.body, known.status, known.headers)

    return Starlette(routes=[Route("/{case}", answer, methods=["GET", "POST"])])


def fast() -> FastAPI:
    """Answer with ready bytes in FastAPI; what is posted is checked first."""
    app = FastAPI(openapi_url=None)

    @app.get("/{case}")
    async def read(case: str) -> FastResponse:
        known = ANSWERS[case]
        return FastResponse(known.body, known.status, known.headers)

    @app.post("/{case}")
    async def check(case: str, body: Body) -> FastResponse:
        known = ANSWERS[case]
        return FastResponse(known.body, known.status, known.headers)

    return app
