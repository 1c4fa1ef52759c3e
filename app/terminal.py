"""What all commands share: settings, the database, and how they end."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from pydantic import ValidationError
from pydantic_settings import SettingsError
from sqlalchemy import Engine

from app.database import make_engine
from app.settings import Settings


def fail(message: str) -> typer.Exit:
    """Say on the error stream what is wrong, and end with code 1."""
    typer.echo(message, err=True)
    return typer.Exit(code=1)


def read_settings() -> Settings:
    """Read the settings, or say which variable of the environment is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        faults = [f"APP_{str(one['loc'][0]).upper()}: {one['msg']}" for one in error.errors()]
    except SettingsError as error:
        # Raised for a list that is not written as JSON; its text names the field.
        name = str(error).split('"')[1]
        faults = [f"APP_{name.upper()}: must be JSON"]
    raise fail("\n".join(faults))


def near_address() -> str:
    """Give where the service of this machine answers, by HOST and PORT as `serve` reads them."""
    host = os.environ.get("HOST", "127.0.0.1")
    # A service on every address of the machine is asked on the machine's own.
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # nosec B104
    return f"http://{f'[{host}]' if ':' in host else host}:{os.environ.get('PORT', '8000')}"


@contextmanager
def database(settings: Settings) -> Iterator[Engine]:
    """Open the database of the settings for a while, or say what is wrong with its address."""
    try:
        engine = make_engine(settings)
    except ValueError as error:
        raise fail(str(error)) from None
    except OSError as error:
        raise fail(f"the folder of the database cannot be made: {error}") from None
    try:
        yield engine
    finally:
        engine.dispose()
