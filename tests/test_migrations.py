"""The migrations, on both databases: up, no drift, down, up again; and no start without them."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from alembic import command
from alembic.ddl.impl import DefaultImpl
from alembic.script import ScriptDirectory
from fastapi import FastAPI
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import IntegrityError

from app.database import make_engine
from app.main import create_app
from app.migrating import alembic_config
from app.models import PARTNER_TABLES, TABLES, metadata
from app.seeding.loader import seed
from app.settings import ROOT, Settings
from app.stored import stored
from tests.conftest import connect, settings_of
from tests.seeding.world import rows_of, write_seed

# A migration of a table that others point at: the new column is not null, so SQLite has to copy it.
CHANGE = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "change", "{head}"
branch_labels = depends_on = None
def upgrade():
    with op.batch_alter_table("source", recreate="auto") as batch:
        batch.add_column(sa.Column("mood", sa.String(), nullable=False, server_default="good"))
        batch.alter_column("title", type_=sa.Text())
def downgrade():
    with op.batch_alter_table("source", recreate="auto") as batch:
        batch.alter_column("title", type_=sa.String())
        batch.drop_column("mood")
"""


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An empty database."""
    engine = make_engine(Settings(database_url=database_url))
    yield engine
    engine.dispose()


@pytest.fixture
def app(database_url: str) -> Iterator[FastAPI]:
    """An application on an empty database."""
    app = create_app(settings_of(database_url))
    yield app
    app.state.engine.dispose()


def heads(engine: Engine) -> list[str]:
    """Give the newest version of the tables."""
    return ScriptDirectory.from_config(alembic_config(engine)).get_heads()


def test_the_migrations_make_the_tables_of_the_models(engine: Engine) -> None:
    command.upgrade(alembic_config(engine), "head")
    assert set(inspect(engine).get_table_names()) == {*metadata.tables, "alembic_version"}
    # Raises where the models have what no migration makes.
    command.check(alembic_config(engine))


def test_drift_between_models_and_migrations_is_found(engine: Engine) -> None:
    command.upgrade(alembic_config(engine), "head")
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE conflict ADD COLUMN mood VARCHAR"))
    with pytest.raises(Exception, match="New upgrade operations detected"):
        command.check(alembic_config(engine))


def test_the_way_down_leaves_nothing_and_the_way_up_is_open_again(engine: Engine) -> None:
    config = alembic_config(engine)
    command.upgrade(config, "head")
    command.downgrade(config, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    command.upgrade(config, "head")
    command.check(config)


def test_each_step_can_be_gone_alone(engine: Engine) -> None:
    config = alembic_config(engine)
    revisions = list(ScriptDirectory.from_config(config).walk_revisions())
    for _ in revisions:
        command.upgrade(config, "+1")
        command.downgrade(config, "-1")
        command.upgrade(config, "+1")
    command.check(config)


def test_the_way_up_keeps_content(engine: Engine, tmp_path: Path) -> None:
    config = alembic_config(engine)
    command.upgrade(config, "head")
    seed(engine, write_seed(tmp_path / "seed"), lambda _: None)
    before = rows_of(engine)
    command.upgrade(config, "head")
    assert rows_of(engine) == before


def test_processes_that_start_at_once_migrate_one_after_the_other(database_url: str, engine: Engine) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "app", "migrate"],
            cwd=ROOT,
            env={**os.environ, "APP_DATABASE_URL": database_url},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for _ in range(3)
    ]
    ends = [(process.communicate()[0], process.returncode) for process in processes]
    assert [code for _, code in ends] == [0, 0, 0], ends
    command.check(alembic_config(engine))


@pytest.mark.parametrize("direction", ["up", "down"])
def test_a_step_that_fails_half_way_changes_nothing(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, direction: str
) -> None:
    config = alembic_config(engine)
    if direction == "down":
        command.upgrade(config, "head")
    before = inspect(engine).get_table_names()
    name = {"up": "create_table", "down": "drop_table"}[direction]
    act = getattr(DefaultImpl, name)
    done: list[object] = []

    def fail_in_the_end(self: DefaultImpl, *args: object, **more: object) -> None:
        if len(done) == 5:
            raise RuntimeError("the power went")
        done.append(act(self, *args, **more))

    monkeypatch.setattr(DefaultImpl, name, fail_in_the_end)
    with pytest.raises(RuntimeError, match="the power went"):
        command.upgrade(config, "head") if direction == "up" else command.downgrade(config, "base")
    assert inspect(engine).get_table_names() == before


def test_foreign_keys_hold_after_migrating(engine: Engine) -> None:
    command.upgrade(alembic_config(engine), "head")
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(
            text("INSERT INTO citation (source_id, record_kind, record_id) VALUES ('a', 'b', 'c')")
        )


def test_a_table_that_others_point_at_can_be_changed(engine: Engine, tmp_path: Path) -> None:
    config = alembic_config(engine)
    command.upgrade(config, "head")
    seed(engine, write_seed(tmp_path / "seed"), lambda _: None)
    before = rows_of(engine)
    version = tmp_path / "versions" / "0_change.py"
    version.parent.mkdir()
    [head] = heads(engine)
    version.write_text(CHANGE.format(head=head), encoding="utf-8")
    config.set_main_option("version_locations", f"{ROOT / 'migrations' / 'versions'} {version.parent}")
    config.set_main_option("path_separator", "space")
    command.upgrade(config, "head")
    assert "mood" in {column["name"] for column in inspect(engine).get_columns("source")}
    command.downgrade(config, head)
    assert rows_of(engine) == before


def test_there_is_one_newest_version(engine: Engine) -> None:
    assert len(heads(engine)) == 1


def test_migrations_are_named_by_day() -> None:
    names = sorted(path.name for path in (ROOT / "migrations" / "versions").glob("*.py"))
    assert names
    for name in names:
        assert name[:10].count("-") == 2, name


def test_every_constraint_has_a_name(engine: Engine) -> None:
    command.upgrade(alembic_config(engine), "head")
    inspector = inspect(engine)
    for table in metadata.tables:
        assert inspector.get_pk_constraint(table)["name"] == f"pk_{table}"
        for key in inspector.get_foreign_keys(table):
            assert str(key["name"]).startswith(f"fk_{table}_"), key
        for index in inspector.get_indexes(table):
            assert str(index["name"]).startswith(f"ix_{table}_"), index


def test_every_table_is_in_the_order_of_loading_or_belongs_to_partners() -> None:
    every = [str(model.__tablename__) for model in (*TABLES, *PARTNER_TABLES)]
    assert sorted(every) == sorted(metadata.tables)
    placed: set[str] = set()
    for model in TABLES:
        table = metadata.tables[str(model.__tablename__)]
        placed.add(table.name)
        assert {key.column.table.name for key in table.foreign_keys} <= placed, table.name


# --- no start without them --------------------------------------------------------------------------


async def state(app: FastAPI) -> tuple[int, str]:
    """Give status and output of /readyz; content must be refused as long as it is not ready."""
    async with connect(app) as client:
        ready = await client.get("/readyz")
        content = await client.get("/v1/nutrients")
        assert content.status_code == ready.status_code
        assert (await client.get("/healthz")).status_code == httpx.codes.OK
    return ready.status_code, ready.json()["output"] or ""


@pytest.mark.anyio
async def test_a_database_without_tables_is_not_served(app: FastAPI) -> None:
    [head] = heads(app.state.engine)
    assert await state(app) == (
        503,
        f"the database has no schema, this code needs {head}: run `python -m app migrate`",
    )


@pytest.mark.anyio
async def test_tables_of_an_older_version_are_not_served(app: FastAPI) -> None:
    command.upgrade(alembic_config(app.state.engine), "head")
    [head] = heads(app.state.engine)
    command.downgrade(alembic_config(app.state.engine), "-1")
    with app.state.engine.connect() as connection:
        older = stored(connection).schema
    assert older != head
    assert await state(app) == (
        503,
        f"the database has {older}, this code needs {head}: run `python -m app migrate`",
    )


@pytest.mark.anyio
async def test_tables_of_a_version_that_is_not_known_are_not_served(app: FastAPI) -> None:
    command.upgrade(alembic_config(app.state.engine), "head")
    [head] = heads(app.state.engine)
    with app.state.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'newer'"))
    assert await state(app) == (
        503,
        f"the database has newer, this code needs {head}: start the version of the service that made it",
    )


@pytest.mark.anyio
async def test_tables_without_content_are_not_served(app: FastAPI) -> None:
    command.upgrade(alembic_config(app.state.engine), "head")
    assert await state(app) == (503, "the database holds no content: run `python -m app seed`")


@pytest.mark.anyio
async def test_content_is_served(app: FastAPI, tmp_path: Path) -> None:
    command.upgrade(alembic_config(app.state.engine), "head")
    seed(app.state.engine, write_seed(tmp_path / "seed"), lambda _: None)
    assert await state(app) == (200, "")


@pytest.mark.anyio
async def test_a_server_that_is_not_there_is_not_served(tmp_path: Path) -> None:
    nowhere = "postgresql+psycopg://nobody@127.0.0.1:9/nothing"
    app = create_app(Settings(database_url=nowhere, snapshot_path=tmp_path))
    assert await state(app) == (503, "the database cannot be reached (OperationalError)")
    app.state.engine.dispose()
