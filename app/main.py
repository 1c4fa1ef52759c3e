"""The application: `create_app` puts settings, routers, errors and middleware together."""

import gc
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from fastapi import APIRouter, Depends, FastAPI
from fastapi.routing import APIRoute
from fastapi.telemetry import TelemetryConfig
from limits import parse
from starlette.middleware import Middleware

from app import docs
from app.assessment.router import router as assessment
from app.causes.router import router as causes
from app.changelog.router import router as changelog
from app.conflicts.router import router as conflicts
from app.database import make_engine
from app.evaluation.router import router as evaluation
from app.foods import plain
from app.foods.router import router as foods
from app.health.router import router as health
from app.http.bodies import Bodies
from app.http.callers import Callers
from app.http.cors import Cors
from app.http.gateway import Gateway, Policy
from app.http.logs import RequestLog
from app.http.metrics import SHARED_PATH, Metrics
from app.http.rates import Rates
from app.http.ready import ReadyBytes
from app.http.traces import Traces, make_provider
from app.intake.router import router as intake
from app.lab_tests.router import router as lab_tests
from app.lists.query import only_known_parameters
from app.live import LiveHolder
from app.lookups import add_redirects
from app.nutrients.router import router as nutrients
from app.openapi import describe
from app.partners.keyring import Keyring
from app.partners.secret import SecretSource
from app.partners.usage import UsageCounter
from app.poller import Poller
from app.problems import add_handlers
from app.red_flags.router import router as red_flags
from app.reference_intakes.router import router as reference_intakes
from app.risk_factors.router import router as risk_factors
from app.search.router import router as search
from app.settings import Settings
from app.sources.router import router as sources
from app.symptoms.router import router as symptoms

V1_ROUTERS: tuple[APIRouter, ...] = (
    nutrients,
    symptoms,
    assessment,
    intake,
    foods,
    reference_intakes,
    causes,
    risk_factors,
    red_flags,
    lab_tests,
    sources,
    search,
    conflicts,
    evaluation,
    changelog,
)
# Requests that are answered without their route, as it would answer them.
SHORTCUTS = {plain.PATH: plain.SEARCH}
# Threads that work at a time. Python runs one of them; each one more takes turns from the loop that serves
# ready bytes, and holds a connection and a stack (docs/performance.md). What takes seconds has its own.
THREADS = 2
# FastAPI's own traces hold path and query, and look for a provider with each request (app/http/traces.py).
TELEMETRY_OFF: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False}


def operation_id(route: APIRoute) -> str:
    """Name an operation by its function, which generated clients take over."""
    return route.name


def create_app(settings: Settings | None = None) -> FastAPI:
    """Make the application for some settings (the environment's where none are given)."""
    settings = settings or Settings()
    traces = Traces(make_provider()) if settings.traces_enabled else None
    engine = make_engine(settings)
    holder = LiveHolder(engine, settings.snapshot_path, retire_seconds=2 * settings.request_seconds)
    metrics = Metrics(os.environ.get(SHARED_PATH))
    keyring, usage = Keyring(secret=SecretSource.of(settings)), UsageCounter()
    log = RequestLog(enabled=settings.log_level in {"info", "debug"})
    rates, ready = Rates(settings.redis_url), ReadyBytes(settings.cache_bytes)
    poller = Poller(
        engine,
        holder=holder,
        keyring=keyring,
        usage=usage,
        rates=rates,
        metrics=metrics,
        seconds=settings.poll_seconds,
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        # What was imported stays, and so does what is loaded now: the garbage collector needn't look
        # through either again and again.
        gc.freeze()
        async with poller.running(), log.running():
            gc.collect()
            gc.freeze()
            # Off since the start of the process (`app/__main__.py`).
            gc.enable()
            yield
        await rates.close()
        holder.close()
        engine.dispose()
        if traces is not None:
            traces.close()

    metrics.gauge("cache_bytes", "Bytes of answers kept ready.", lambda: ready.size)
    metrics.gauge("cache_entries", "Answers kept ready.", lambda: len(ready))
    metrics.gauge("database_up", "1 while the main database can be asked.", lambda: float(holder.database_up))
    metrics.gauge("rate_limit_shared", "1 while processes count together.", lambda: float(bool(rates.shared)))
    middleware = [
        Middleware(
            Gateway,
            policy=Policy(
                max_url_bytes=settings.max_url_bytes,
                max_running=settings.max_running,
                rate_limit_enabled=settings.rate_limit_enabled,
                seconds=settings.request_seconds,
            ),
            holder=holder,
            callers=Callers(
                keyring=keyring, open_rate=parse(settings.rate_limit), proxies=settings.trusted_proxies
            ),
            rates=rates,
            usage=usage,
            cors=Cors(settings.cors_origins, keyring.allows_origin),
            ready=ready,
            metrics=metrics,
            shortcuts=SHORTCUTS,
            log=log,
            traces=traces,
        ),
        Middleware(
            Bodies,
            most_bytes=settings.max_body_bytes,
            other_paths={"/v1/assess/batch": settings.max_batch_body_bytes},
            most_bytes_together=settings.max_held_bytes,
            seconds=settings.body_seconds,
        ),
    ]
    app = FastAPI(
        lifespan=lifespan,
        middleware=middleware,
        generate_unique_id_function=operation_id,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry=TELEMETRY_OFF,
    )
    app.state.engine, app.state.live, app.state.settings = engine, holder, settings
    app.state.metrics, app.state.poller, app.state.rates, app.state.log = metrics, poller, rates, log
    for router in V1_ROUTERS:
        app.include_router(router, prefix="/v1", dependencies=[Depends(only_known_parameters)])
    app.include_router(health)
    docs.mount(app)
    add_handlers(app)
    add_redirects(app)
    describe(app)
    return app
