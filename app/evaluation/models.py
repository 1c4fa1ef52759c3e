"""Table of the published cases on which the assessment is measured."""

from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field

from app.tables import TableBase

SETS = ("dev", "own", "held-out", "second-held-out", "third-held-out", "fourth-held-out")


class Vignette(TableBase, table=True):
    """A published case: what was told, which nutrients it was about, how urgent it was.

    `set` says which file it is from: "dev" was open while the model was chosen, "own" was written
    from named sources before anything was tuned on it, "held-out", "second-held-out" and "third-held-out"
    were closed until 2026-11-22 and then tuned on, and "fourth-held-out" is unseen: collected by somebody
    who had not seen the rules, committed before they were changed.
    """

    __tablename__ = "vignette"

    id: str = Field(primary_key=True)
    set: str
    source: str
    kind: str
    text: str
    symptoms: list[str] = Field(sa_column=Column(JSON, nullable=False))
    absent: list[str] = Field(sa_column=Column(JSON, nullable=False))
    profile: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    labs: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    gold: list[str] = Field(sa_column=Column(JSON, nullable=False))
    gold_red_flag: bool
    expected_triage: str | None = None
    note: str | None = None
