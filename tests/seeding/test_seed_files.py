"""Every file of the real seed is sound: one case a file, all of them read once."""

from collections import defaultdict
from functools import cache

import pytest

from app.seeding.loader import examine
from app.settings import ROOT

SEED = ROOT / "seed"
FILES = sorted(
    str(path.relative_to(ROOT))
    for path in SEED.rglob("*")
    if path.suffix in {".toml", ".csv", ".gz", ".jsonl"}
)


@cache
def faults_by_file() -> dict[str, list[str]]:
    """Read the whole seed; give what is wrong, by file."""
    found: dict[str, list[str]] = defaultdict(list)
    *_, faults = examine(SEED)
    for fault in faults:
        found[fault.file].append(str(fault))
    return found


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_sound(name: str) -> None:
    assert faults_by_file().get(name, []) == []


def test_there_is_no_fault_outside_the_files() -> None:
    assert {file: faults for file, faults in faults_by_file().items() if file not in FILES} == {}


def test_there_are_files_of_every_kind() -> None:
    folders = {name.split("/")[1] for name in FILES}
    assert folders == {
        "causes",
        "conflicts",
        "foods",
        "hpo",
        "lab-tests",
        "merged_ids.toml",
        "nutrients",
        "red-flags",
        "reference",
        "risk-factors",
        "sources",
        "symptoms",
        "vignettes",
    }
