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
    MergedId,
    Nutrient,
    RedFlag,
    RiskFactor,
    Source,
    Symptom,
)

R = TypeVar("R", bound=BaseModel)

# Folders of TOML files inside `seed/`.
FOLDERS = (
    "sources",
    "nutrients",
    "symptoms",
    "causes",
    "risk-factors",
    "lab-tests",
    "red-flags",
    "conflicts",
)
# The one file beside them; it may be missing.
MERGED_IDS = "merged_ids.toml"


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
    merged: list[MergedId] = field(default_factory=list)
    origin: dict[tuple[str, str], str] = field(default_factory=dict)
    # Ids of records that are there but not sound: naming them elsewhere is no second fault.
    unsound: set[tuple[str, str]] = field(default_factory=set)

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


def read_single(
    folder: Path, root: Path, model: type[R], faults: list[Fault]
) -> Iterator[tuple[str, str, R | None]]:
    """Read a folder that has one record to a file, the file being named by the record's id."""
    for path in sorted(folder.rglob("*.toml")):
        name = str(path.relative_to(root.parent))
        raw = parse_toml(path, root, faults)
        record = validate(model, raw, name, "", faults) if raw is not None else None
        record_id: str = getattr(record, "id", path.stem)
        if path.stem != record_id:
            faults.append(Fault(name, "id", f"is '{record_id}'; the file must be named {record_id}.toml"))
        yield name, record_id, record


def read_many(
    folder: Path, root: Path, model: type[R], table: str, faults: list[Fault]
) -> Iterator[tuple[str, str, R | None]]:
    """Read a folder whose files hold arrays of tables, `[[table]]`, or one such file."""
    for path in [folder] if folder.is_file() else sorted(folder.rglob("*.toml")):
        name = str(path.relative_to(root.parent))
        raw = parse_toml(path, root, faults)
        if raw is None:
            continue
        for key in sorted(set(raw) - {table}):
            faults.append(Fault(name, key, f"unknown; this file holds [[{table}]] only"))
        items = raw.get(table, [])
        if not isinstance(items, list):
            faults.append(Fault(name, table, f"must be an array of tables; write [[{table}]]"))
            continue
        for position, item in enumerate(items):
            label = str(item.get("id", position) if isinstance(item, dict) else position)
            yield name, label, validate(model, item, name, f"{table}[{label}]", faults)


def read_files(root: Path) -> tuple[Content, list[Fault]]:
    """Read every TOML file under `root` (the `seed/` folder): the sound records, and all faults."""
    content, faults = Content(), misplaced(root)
    plan: list[tuple[str, list[Any], Iterator[tuple[str, str, Any]]]] = [
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
        for file, record_id, record in found:
            if record is None:
                content.unsound.add((kind, record_id))
                continue
            records.append(record)
            claim_id(content, kind, record_id, file, faults)
    for nutrient in content.nutrients:
        file = content.file_of("nutrient", nutrient.id)
        claim_id(content, "cause", nutrient.deficiency.id, file, faults)
    found = read_many(root / MERGED_IDS, root, MergedId, "merged", faults)
    content.merged = [record for _, _, record in found if record is not None]
    return content, faults


def misplaced(root: Path) -> list[Fault]:
    """A TOML file that lies where none is read would be forgotten in silence."""
    return [
        Fault(str(path.relative_to(root.parent)), "file", f"is not read; TOML is in {', '.join(FOLDERS)}")
        for path in sorted(root.rglob("*.toml"))
        if path.relative_to(root).parts[0] not in (*FOLDERS, MERGED_IDS)
    ]


def claim_id(content: Content, kind: str, record_id: str, file: str, faults: list[Fault]) -> None:
    """Note the file of a record, whose id must be the only one of its kind."""
    other = content.origin.get((kind, record_id))
    if other is not None:
        faults.append(Fault(file, record_id, f"id already used in {other}; ids are unique"))
    content.origin[(kind, record_id)] = file
