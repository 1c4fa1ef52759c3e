"""What a process that serves brings with it, and what it leaves to others."""

import gc
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from app.migrating import alembic_config
from app.settings import ROOT
from app.stored import known_schemas

# What only commands, migrations, seeding, Redis, PostgreSQL or tests need.
NOT_SERVING = {
    *("alembic", "mako", "typer", "rich", "pygments", "redis", "psycopg", "httpx", "tomllib"),
    *("app.cli", "app.migrating", "app.seeding", "app.partners.cli", "app.report.html", "scripts", "tests"),
}


def said_by(code: str) -> str:
    """Run a program in a fresh process of this environment; give what it printed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT, env=environment
    )
    return done.stdout


def test_a_process_that_serves_imports_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    code = f"""
import json, sys
from app.main import create_app
from app.settings import Settings
create_app(Settings(database_url="sqlite:///{tmp_path}/a.db"))
import app.http.protocol
print(json.dumps(sorted(sys.modules)))
"""
    imported = set(json.loads(said_by(code)))
    assert {name for name in imported if name in NOT_SERVING} == set()
    assert "app.http.gateway" in imported


def test_what_starts_each_process_imports_nothing() -> None:
    code = "import sys; before = set(sys.modules); import app.__main__; print(set(sys.modules) - before)"
    assert set(eval(said_by(code))) <= {"app", "app.__main__", "gc"}


def test_the_collector_works_while_requests_are_served(tmp_path: Path) -> None:
    code = f"""
import gc
gc.disable()
import asyncio
from app.main import create_app
from app.settings import Settings

async def serve():
    app = create_app(Settings(database_url="sqlite:///{tmp_path}/a.db", snapshot_path="{tmp_path}"))
    async with app.router.lifespan_context(app):
        return gc.isenabled(), gc.get_freeze_count() > 100_000

print(asyncio.run(serve()))
"""
    assert said_by(code).strip() == "(True, True)"
    assert gc.isenabled()


def test_the_version_of_the_tables_is_the_one_that_alembic_makes() -> None:
    scripts = ScriptDirectory.from_config(alembic_config())
    known = frozenset(script.revision for script in scripts.walk_revisions())
    assert known_schemas() == (", ".join(scripts.get_heads()), known)


def test_what_runs_apart_ends_with_who_waits_for_it(tmp_path: Path) -> None:
    """A service that is ended while it seeds leaves no seeding behind."""
    note = tmp_path / "pid"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\necho $$ > {note}.part; mv {note}.part {note}; exec sleep 60\n")
    program.chmod(0o755)
    code = f"import sys; sys.executable = {str(program)!r}; from app.cli import run_apart; run_apart('seed')"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", code], env=environment, cwd=ROOT) as waiting:
        while not note.exists():
            assert waiting.poll() is None
        waiting.send_signal(signal.SIGTERM)
        assert waiting.wait(30) == 128 + signal.SIGTERM
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)
