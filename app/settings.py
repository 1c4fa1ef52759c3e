"""Settings, each from an environment variable of the name `APP_<FIELD>`."""

from pathlib import Path
from typing import Literal

from limits import parse
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

LogLevel = Literal["critical", "error", "warning", "info", "debug"]
ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Everything that can be set; `create_app` and the command line take an instance."""

    model_config = SettingsConfigDict(env_prefix="APP_", extra="ignore")

    database_url: str = Field(
        default=f"sqlite:///{ROOT / 'data' / 'nutrient-signs.db'}",
        description="Where the tables are: `sqlite:///path` or `postgresql+psycopg://...`.",
    )
    seed_path: Path = Field(default=ROOT / "seed", description="Folder with the seed files.")
    snapshot_path: Path = Field(
        default=ROOT / "data" / "snapshots",
        description="Folder for the local copy of the content release that is served.",
    )
    poll_seconds: float = Field(
        default=2.0,
        gt=0,
        le=3_600,
        description="How often the main database is asked for a new content release and for keys.",
    )
    rate_limit_enabled: bool = Field(
        default=True, description="Whether requests are counted and limited per address."
    )
    rate_limit: str = Field(
        default="600/minute",
        description="Requests that one address may send, as `count/second|minute|hour|day`.",
    )
    max_body_bytes: int = Field(
        default=65_536, ge=1_024, description="Largest request body that is read, in bytes."
    )
    max_batch_body_bytes: int = Field(
        default=1_048_576, ge=1_024, description="The same for a batch of assessments, in bytes."
    )
    max_running: int = Field(
        default=200, ge=1, description="Requests that a process works on at a time; more are shed."
    )
    request_seconds: float = Field(
        default=30.0, gt=0, le=600, description="Longest that a request may take, its body included."
    )
    max_held_bytes: int = Field(
        default=33_554_432,
        ge=1_048_576,
        description="Bytes of request bodies that a process holds at a time; more are shed.",
    )
    body_seconds: float = Field(
        default=15.0, gt=0, le=600, description="Seconds within which a request body must have come."
    )
    cache_bytes: int = Field(
        default=33_554_432, ge=0, description="Bytes of answers that a process keeps ready."
    )
    redis_url: str | None = Field(
        default=None,
        description="Where the rates of all processes are counted together: `redis://host:port/0`. "
        "Without it each process counts by itself.",
    )
    trusted_proxies: list[str] = Field(
        default=[],
        description="Addresses or networks of proxies whose X-Forwarded-For is believed, as a JSON list.",
    )
    max_url_bytes: int = Field(
        default=8_192, ge=256, description="Longest path and query that is answered, in bytes."
    )
    cors_origins: list[str] = Field(
        default=["*"],
        description="Origins whose pages may call from a browser, as a JSON list.",
    )
    pool_size: int = Field(
        default=2, ge=1, le=100, description="Connections kept open to PostgreSQL by one process."
    )
    log_level: LogLevel = Field(default="info", description="Least level that is logged.")
    traces_enabled: bool = Field(
        default=False,
        description="Whether requests are told of to OpenTelemetry; needs requirements/otel.txt. Where "
        "spans go is set by OTEL_EXPORTER_OTLP_ENDPOINT.",
    )
    key_secret: SecretStr | None = Field(
        default=None,
        description="Secret under which partner keys are hashed, 32 characters or more; while it is "
        "changed, the new and the old one with a comma between.",
    )
    key_secret_file: Path | None = Field(
        default=None,
        description="File that holds this secret instead. With neither, and SQLite: `key-secret` beside "
        "the database, made when the first key is.",
    )

    @field_validator("rate_limit")
    @classmethod
    def rate_can_be_read(cls, value: str) -> str:
        """Refuse a rate at the start and not at the first request."""
        parse(value)
        return value
