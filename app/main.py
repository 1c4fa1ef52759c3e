"""The application: `create_app` puts settings, routers, errors and middleware together."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, Depends, FastAPI
from fastapi.routing import APIRoute
from limits import parse
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

from app import docs
from app.assessment.router import router as assessment
from app.causes.router import router as causes
from app.changelog.router import router as changelog
from app.conflicts.router import router as conflicts
from app.database import make_engine
from app.evaluation.router import router as evaluation
from app.foods.router import router as foods
from app.health.router import router as health
from app.http.metrics import Metrics
from app.http.middleware import Conditional, Faults, Limits, RateLimit, RequestContext
from app.intake.router import router as intake
from app.lab_tests.router import router as lab_tests
from app.lists.query import only_known_parameters
from app.live import LiveHolder
from app.lookups import add_redirects
from app.nutrients.router import router as nutrients
from app.openapi import describe
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
# Headers of an answer that a page on another origin may read.
EXPOSED_HEADERS = (
    "Deprecation",
    "ETag",
    "Link",
    "RateLimit",
    "RateLimit-Policy",
    "Retry-After",
    "Sunset",
    "X-Content-Release",
    "X-Request-ID",
    "X-Total-Count",
)


def operation_id(route: APIRoute) -> str:
    """Name an operation by its function, which generated clients take over."""
    return route.name


def create_app(settings: Settings | None = None) -> FastAPI:
    """Make the application for some settings (the environment's where none are given)."""
    settings = settings or Settings()
    engine = make_engine(settings)
    holder, metrics = LiveHolder(engine), Metrics()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await run_in_threadpool(holder.try_load)
        # What was loaded stays: the garbage collector needn't look through it again and again.
        gc.collect()
        gc.freeze()
        yield
        engine.dispose()

    middleware = [
        Middleware(RequestContext, release=lambda: holder.release, metrics=metrics),
        Middleware(Faults),
        Middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "HEAD", "POST"],
            allow_headers=["Content-Type", "If-None-Match", "X-Request-ID"],
            expose_headers=EXPOSED_HEADERS,
            max_age=86_400,
        ),
        Middleware(
            Limits,
            max_body_bytes=settings.max_body_bytes,
            max_url_bytes=settings.max_url_bytes,
            other_bodies={"/v1/assess/batch": settings.max_batch_body_bytes},
        ),
    ]
    if settings.rate_limit_enabled:
        middleware.append(Middleware(RateLimit, limit=parse(settings.rate_limit)))
    # Once more, inside: a fault of a route is then told with the headers of CORS and of the rate.
    middleware += [Middleware(Faults), Middleware(Conditional)]
    app = FastAPI(
        lifespan=lifespan,
        middleware=middleware,
        generate_unique_id_function=operation_id,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.engine, app.state.live, app.state.settings = engine, holder, settings
    app.state.metrics = metrics
    for router in V1_ROUTERS:
        app.include_router(router, prefix="/v1", dependencies=[Depends(only_known_parameters)])
    app.include_router(health)
    docs.mount(app)
    add_handlers(app)
    add_redirects(app)
    describe(app)
    return app
