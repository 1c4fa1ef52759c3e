"""Reads the editable files of `seed/` into validated records.

Nothing is loaded from here: `read_files` gives the sound records beside every fault found, each with
its file, its key or line, and what would be right.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from app.seeding.schemas import (
    Cause,
    Conflict,
    LabTest,
    Nutrient,
    RedFlag,
    RiskFactor,
    Source,
    Symptom,
)

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in a seed file."""

    file: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.where}: {self.message}"


class SeedError(ValueError):
    """The seed files are not fit to load; `faults` says why, one by one."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass(slots=True)
class Content:
    """Everything that the TOML files say, in file order, and the file of each record."""

    sources: list[Source] = field(default_factory=list)
    nutrients: list[Nutrient] = field(default_factory=list)
    symptoms: list[Symptom] = field(default_factory=list)
    causes: list[Cause] = field(default_factory=list)
    risk_factors: list[RiskFactor] = field(default_factory=list)
    lab_tests: list[LabTest] = field(default_factory=list)
    red_flags: list[RedFlag] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    origin: dict[tuple[str, str], str] = field(default_factory=dict)

    def all_causes(self) -> list[Cause]:
        """Give the causes of `seed/causes/` and the deficiencies inside the nutrient files."""
        return [*self.causes, *(nutrient.deficiency for nutrient in self.nutrients)]

    def file_of(self, kind: str, record_id: str) -> str:
        """Give the file in which a record stands."""
        return self.origin.get((kind, record_id), "seed")


def parse_toml(path: Path, root: Path, faults: list[Fault]) -> dict[str, Any] | None:
    """Parse one file; a syntax error becomes a fault that names its line."""
    name = str(path.relative_to(root.parent))
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        faults.append(Fault(name, f"byte {error.start}", "the file is not UTF-8; save it as UTF-8"))
    except tomllib.TOMLDecodeError as error:
        faults.append(Fault(name, "syntax", f"not valid TOML: {error}"))
    return None


def validate(model: type[R], raw: object, file: str, where: str, faults: list[Fault]) -> R | None:
    """Turn raw TOML into a record, or into faults."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        for problem in error.errors(include_url=False, include_input=True):
            key = ".".join(str(part) for part in (where, *problem["loc"]) if part != "")
            shown = f" (got {str(problem['input'])[:60]!r})" if problem["type"] != "missing" else ""
            faults.append(Fault(file, key or "file", f"{problem['msg']}{shown}"))
    return None


def read_single(folder: Path, root: Path, model: type[R], faults: list[Fault]) -> Iterator[tuple[str, R]]:
    """Read a folder that has one record to a file, the file being named by the record's id."""
    for path in sorted(folder.rglob("*.toml")):
        name = str(path.relative_to(root.parent))
        raw = parse_toml(path, root, faults)
        record = validate(model, raw, name, "", faults) if raw is not None else None
        if record is None:
            continue
        record_id: str = getattr(record, "id")  # noqa: B009  every record has one; R cannot say so
        if path.stem != record_id:
            faults.append(Fault(name, "id", f"is '{record_id}'; the file must be named {record_id}.toml"))
        yield name, record


def read_many(
    folder: Path, root: Path, model: type[R], table: str, faults: list[Fault]
) -> Iterator[tuple[str, R]]:
    """Read a folder whose files hold arrays of tables, `[[table]]`."""
    for path in sorted(folder.rglob("*.toml")):
        name = str(path.relative_to(root.parent))
        raw = parse_toml(path, root, faults)
        if raw is None:
            continue
        for key in sorted(set(raw) - {table}):
            faults.append(Fault(name, key, f"unknown; this file holds [[{table}]] only"))
        for position, item in enumerate(raw.get(table, [])):
            label = item.get("id", position) if isinstance(item, dict) else position
            record = validate(model, item, name, f"{table}[{label}]", faults)
            if record is not None:
                yield name, record


def read_files(root: Path) -> tuple[Content, list[Fault]]:
    """Read every TOML file under `root` (the `seed/` folder): the sound records, and all faults."""
    content, faults = Content(), list[Fault]()
    plan: list[tuple[str, list[Any], Iterator[tuple[str, Any]]]] = [
        ("source", content.sources, read_many(root / "sources", root, Source, "source", faults)),
        ("nutrient", content.nutrients, read_single(root / "nutrients", root, Nutrient, faults)),
        ("symptom", content.symptoms, read_single(root / "symptoms", root, Symptom, faults)),
        ("cause", content.causes, read_single(root / "causes", root, Cause, faults)),
        (
            "risk-factor",
            content.risk_factors,
            read_many(root / "risk-factors", root, RiskFactor, "risk_factor", faults),
        ),
        (
            "lab-test",
            content.lab_tests,
            read_many(root / "lab-tests", root, LabTest, "lab_test", faults),
        ),
        (
            "red-flag",
            content.red_flags,
            read_many(root / "red-flags", root, RedFlag, "red_flag", faults),
        ),
        (
            "conflict",
            content.conflicts,
            read_many(root / "conflicts", root, Conflict, "conflict", faults),
        ),
    ]
    for kind, records, found in plan:
        for file, record in found:
            if (kind, record.id) in content.origin:
                other = content.origin[(kind, record.id)]
                faults.append(Fault(file, record.id, f"id already used in {other}; ids are unique"))
            content.origin[(kind, record.id)] = file
            records.append(record)
    for nutrient in content.nutrients:
        content.origin[("cause", nutrient.deficiency.id)] = content.file_of("nutrient", nutrient.id)
    return content, faults
