"""Reads the published cases of `seed/vignettes/`, one JSON object a line, one file a set."""

import json
from collections.abc import Container
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from app.seeding.reader import Fault
from app.seeding.tabular import Row
from app.values import Record, Text
from app.vocabulary import Diet, Sex, TriageLevel

SETS = ("dev", "own", "held-out", "second-held-out", "third-held-out", "fourth-held-out")


class VignetteProfile(Record):
    """Who the case is about; None is "not told"."""

    age_years: float | None = None
    sex: Sex | None = None
    pregnant: bool | None = None
    lactating: bool | None = None
    diet: Diet | None = None
    conditions: list[str] = []
    medications: list[str] = []
    lifestyle: list[str] = []


class VignetteLab(Record):
    """A result as the case tells it: a number with a unit, or words."""

    name: str
    value: float | str
    unit: str


class Vignette(Record):
    """A published case in our own words."""

    id: Text
    source: Text
    kind: Literal["case-report", "exam", "negative", "red-flag"]
    text: Text
    symptoms: list[str]
    absent: list[str] = []
    profile: VignetteProfile
    labs: list[VignetteLab] = []
    gold: list[str] = []
    gold_red_flag: bool
    expected_triage: TriageLevel | None = None
    note: str | None = None


def read_vignettes(root: Path, nutrients: Container[str]) -> tuple[list[Row], list[Fault]]:
    """Read the cases: rows ready for their table, and all faults."""
    rows: list[Row] = []
    faults: list[Fault] = []
    places: dict[str, str] = {}
    for path in sorted((root / "vignettes").glob("*.jsonl")):
        name = str(path.relative_to(root.parent))
        if path.stem not in SETS:
            faults.append(Fault(name, "", f"a file of cases is named for its set: one of {', '.join(SETS)}"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            where = f"line {number}"
            try:
                vignette = Vignette.model_validate(json.loads(line))
            except json.JSONDecodeError as error:
                faults.append(Fault(name, where, f"not valid JSON: {error}"))
                continue
            except ValidationError as error:
                faults += [fault_of(name, where, problem) for problem in error.errors()]
                continue
            faults += [
                Fault(name, f"{where}, gold", f"unknown nutrient '{gold}'")
                for gold in vignette.gold
                if gold not in nutrients
            ]
            if vignette.id in places:
                faults.append(
                    Fault(name, f"{where}, id", f"'{vignette.id}' is taken by {places[vignette.id]}")
                )
            places[vignette.id] = f"{name}, {where}"
            rows.append({**vignette.model_dump(mode="json"), "set": path.stem})
    return rows, faults


def fault_of(name: str, where: str, problem: Any) -> Fault:
    """Turn a validation error into a fault."""
    key = ".".join(str(part) for part in problem["loc"])
    return Fault(name, f"{where}, {key}", problem["msg"])
