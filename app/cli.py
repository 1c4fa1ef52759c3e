"""The commands; each imports what it needs when it is given."""

import json
import os
import signal
import subprocess  # nosec B404  runs this very program
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Annotated, NoReturn
from urllib.request import urlopen

import typer
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from app.partners.cli import partners
from app.seeding.release import content_release
from app.settings import Settings
from app.stored import OlderError, UnreadyError, look_up, unreachable
from app.terminal import database, fail, near_address, read_settings

cli = typer.Typer(no_args_is_help=True, add_completion=False, help="Command line for editors and operators.")
cli.add_typer(partners)
FAULTS_SHOWN = 50
MAX_PORT = 65_535


def load(engine: Engine, root: Path, *, force: bool = False) -> None:
    """Load the seed, telling of each step with the time since the start."""
    from app.seeding.loader import seed
    from app.seeding.reader import SeedError

    started = time.monotonic()

    def say(step: str) -> None:
        typer.echo(f"[{time.monotonic() - started:5.1f} s] {step}")

    try:
        look_up(engine)
        seed(engine, root, say, force=force)
    except UnreadyError as error:
        raise fail(str(error)) from None
    except DBAPIError as error:
        reason = f"{type(error).__name__}: {error.orig}"
        raise fail(f"the database failed ({reason}); the tables are as they were") from None
    except SeedError as error:
        for one in error.faults[:FAULTS_SHOWN]:
            typer.echo(str(one), err=True)
        raise fail(f"{len(error.faults)} fault(s); the tables are as they were") from None


def ready(settings: Settings) -> None:
    """Migrate and seed where that is to be done.

    In processes of their own, so that what it takes of memory is given back.
    """
    try:
        with database(settings) as engine:
            release = look_up(engine).release
    except OlderError:
        run_apart("migrate")
        release = None
    except UnreadyError as error:
        raise fail(str(error)) from None
    except DBAPIError as error:
        raise fail(str(unreachable(error))) from None
    if release == content_release(settings.seed_path):
        typer.echo(f"content release {release} is loaded already")
    else:
        run_apart("seed")


def run_apart(command: str) -> None:
    """Run another command in a process of its own, to its end; where it fails, so does this one."""

    def end(*_: object) -> NoReturn:
        # On the way out `subprocess.run` ends the other process too.
        raise SystemExit(128 + signal.SIGTERM)

    before = signal.signal(signal.SIGTERM, end)
    try:
        done = subprocess.run([sys.executable, "-m", "app", command], check=False)  # nosec B603
    finally:
        signal.signal(signal.SIGTERM, before)
    if done.returncode:
        raise typer.Exit(code=1)


@cli.command()
def validate(
    only: Annotated[str, typer.Option(help="Show only faults of files whose path has this.")] = "",
) -> None:
    """Check every seed file; say what is wrong, where, and what would be right."""
    from app.seeding.loader import examine

    *_, faults = examine(read_settings().seed_path)
    shown = [fault for fault in faults if only in fault.file]
    for fault in shown:
        typer.echo(str(fault))
    if faults:
        raise fail(f"{len(shown)} fault(s) shown of {len(faults)}")
    typer.echo("seed is valid")


@cli.command()
def migrate() -> None:
    """Bring the tables to the newest version."""
    from app.migrating import upgrade

    with database(read_settings()) as engine:
        try:
            upgrade(engine)
        except DBAPIError as error:
            raise fail(str(unreachable(error))) from None


@cli.command("seed")
def seed_command(
    force: Annotated[bool, typer.Option(help="Load even what is loaded already.")] = False,
) -> None:
    """Load the seed files unless the tables hold them already."""
    settings = read_settings()
    with database(settings) as engine:
        load(engine, settings.seed_path, force=force)


@cli.command()
def serve() -> None:
    """Migrate, seed and serve. HOST, PORT and WORKERS say where, and with how many processes."""
    import uvicorn

    from app.http.logs import log_config
    from app.http.metrics import SHARED_PATH, shared_folder

    settings = read_settings()
    host, port = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000")
    workers = os.environ.get("WORKERS", "1")
    if not (port.isdecimal() and int(port) <= MAX_PORT):
        raise fail(f"PORT must be a whole number up to {MAX_PORT}, not '{port}'")
    if not (workers.isdecimal() and int(workers) > 0):
        raise fail(f"WORKERS must be a whole number above 0, not '{workers}'")
    if settings.traces_enabled:
        from app.http.traces import make_provider

        try:
            # Each process makes its own; here it is only seen whether one can be made.
            make_provider()
        except ValueError as error:
            raise fail(str(error)) from None
    ready(settings)
    typer.echo(f"serving on http://{host}:{port} (API pages: /docs)")
    with shared_folder(int(workers)) as folder:
        if folder:
            os.environ[SHARED_PATH] = folder
        uvicorn.run(
            "app.main:create_app",
            factory=True,
            host=host,
            port=int(port),
            workers=int(workers),
            loop="uvloop",
            http="app.http.protocol:Protocol",
            ws="none",
            access_log=False,
            log_level=settings.log_level,
            log_config=log_config(settings.log_level),
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=20,
            # A process that only just starts, or compiles a release on a busy machine, is not dead.
            timeout_worker_healthcheck=60,
        )


@cli.command()
def health() -> None:
    """Ask the service on HOST:PORT whether it is ready; end with 1 where it is not."""
    address = f"{near_address()}/readyz"
    try:
        with urlopen(address, timeout=4) as answer:  # nosec B310
            typer.echo(answer.read().decode())
    except OSError as error:
        raise fail(f"{address} is not ready: {error}") from None


@cli.command("evaluate")
def evaluate_command() -> None:
    """Measure the assessment on the published cases, on the database of the settings."""
    from sqlmodel import Session

    from app.evaluation.service import evaluate, told
    from app.live import load_live

    settings = read_settings()
    ready(settings)
    with database(settings) as engine:
        try:
            live = load_live(engine, settings.snapshot_path)
        except UnreadyError as error:
            raise fail(str(error)) from None
        with Session(live.content) as session:
            for line in told(evaluate(session, live)):
                typer.echo(line)


@cli.command()
def report(
    html: Annotated[Path | None, typer.Option(help="Also write the page here.")] = None,
    today: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Day for what is due; the newest review if not given."),
    ] = None,
) -> None:
    """Say what the seed covers, what it rests on and what is due for review."""
    from app.report.coverage import coverage, newest_review
    from app.report.html import as_html
    from app.report.text import as_text
    from app.seeding.reader import read_files

    content, faults = read_files(read_settings().seed_path)
    if faults:
        raise fail(f"{len(faults)} file(s) or record(s) cannot be read; `python -m app validate` says which")
    covered = coverage(content, today.date() if today else newest_review(content))
    typer.echo(as_text(covered), nl=False)
    if html is not None:
        html.write_text(as_html(covered), encoding="utf-8")
        typer.echo(f"\nwritten: {html}")


@cli.command()
def openapi() -> None:
    """Print the OpenAPI document."""
    from app.main import create_app

    json.dump(create_app(read_settings()).openapi(), sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")
