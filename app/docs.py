"""Pages for people: Swagger UI, ReDoc, and one page for each kind of problem; no network needed."""

from html import escape
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.staticfiles import StaticFiles

from app.openapi_30 import convert
from app.problems import NotFoundError, ProblemError, kinds

STATIC = Path(__file__).resolve().parent / "static"
# Scripts come from this host only and never inline; Swagger UI sets styles inline, ReDoc uses a worker.
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><link rel="icon" href="/static/favicon-32x32.png">{head}</head>
<body>{body}</body></html>"""


def page(title: str, body: str, head: str = "") -> HTMLResponse:
    """Make a page under the strict policy."""
    html = PAGE.format(title=escape(title), head=head, body=body)
    return HTMLResponse(html, headers={"Content-Security-Policy": CSP})


def swagger_ui() -> HTMLResponse:
    """Show Swagger UI."""
    return page(
        "Nutrient Signs API",
        '<main id="swagger-ui"></main><script src="/static/swagger-ui-bundle.js"></script>'
        '<script src="/static/docs.js"></script>',
        '<link rel="stylesheet" href="/static/swagger-ui.css">',
    )


def redoc() -> HTMLResponse:
    """Show ReDoc."""
    return page(
        "Nutrient Signs API",
        '<main id="redoc"></main><script src="/static/redoc.standalone.js"></script>'
        '<script src="/static/redoc.js"></script>',
    )


def problem_row(kind: type[ProblemError]) -> str:
    """Tell of one kind of problem."""
    return (
        f"<h1>{escape(kind.title)}</h1><p><code>/problems/{kind.slug}</code>, HTTP status "
        f"{int(kind.status)}</p><p>{escape((kind.__doc__ or '').strip())}</p>"
        f"<h2>What to do</h2><p>{escape(kind.what_to_do)}</p>"
    )


def list_problems() -> HTMLResponse:
    """List the kinds of problem."""
    items = "".join(
        f'<li><a href="/problems/{kind.slug}">{escape(kind.title)}</a> ({int(kind.status)})</li>'
        for kind in kinds()
    )
    return page("Problems", f"<main><h1>Problems</h1><ul>{items}</ul></main>")


def get_problem(slug: str) -> HTMLResponse:
    """Show what a kind of problem means and what to do."""
    for kind in kinds():
        if kind.slug == slug:
            back = '<p><a href="/problems">All problems</a></p>'
            return page(kind.title, f"<main>{problem_row(kind)}{back}</main>")
    raise NotFoundError("There is no problem of this name; /problems lists them.")


def mount(app: FastAPI) -> None:
    """Add the pages; they are no part of the contract."""

    def openapi_30() -> JSONResponse:
        return JSONResponse(convert(app.openapi()))

    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for path, endpoint in (
        ("/docs", swagger_ui),
        ("/redoc", redoc),
        ("/openapi-3.0.json", openapi_30),
        ("/problems", list_problems),
        ("/problems/{slug}", get_problem),
    ):
        app.get(path, include_in_schema=False)(endpoint)
