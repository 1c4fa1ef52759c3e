"""Runs the migrations, by Alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def alembic_config(engine: Engine | None = None) -> Config:
    """Give Alembic's configuration, bound to an engine where its scripts are to run."""
    config = Config(toml_file=str(PYPROJECT))
    config.attributes["connection"] = engine
    return config


def upgrade(engine: Engine) -> None:
    """Bring the tables to the newest version.

    Raises:
        DBAPIError: the database failed.
    """
    command.upgrade(alembic_config(engine), "head")
