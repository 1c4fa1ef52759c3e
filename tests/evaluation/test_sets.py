"""The files of cases: one a set, each case once."""

import json
from pathlib import Path

from app.evaluation.models import SETS
from app.seeding.vignettes import read_vignettes
from app.settings import ROOT

CASE = {
    "id": "case-1",
    "source": "Book, page 1",
    "kind": "negative",
    "text": "A case.",
    "symptoms": ["tired"],
    "profile": {},
    "gold_red_flag": False,
}


def write(root: Path, name: str, *cases: dict[str, object]) -> None:
    folder = root / "vignettes"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("".join(f"{json.dumps(case)}\n" for case in cases), encoding="utf-8")


def test_a_case_is_of_the_set_that_its_file_is_named_for(tmp_path: Path) -> None:
    write(tmp_path / "seed", "dev.jsonl", CASE)
    write(tmp_path / "seed", "held-out.jsonl", {**CASE, "id": "case-2"})
    rows, faults = read_vignettes(tmp_path / "seed", set())
    assert faults == []
    assert {row["id"]: row["set"] for row in rows} == {"case-1": "dev", "case-2": "held-out"}


def test_an_unknown_set_is_a_fault(tmp_path: Path) -> None:
    write(tmp_path / "seed", "other.jsonl", CASE)
    _, faults = read_vignettes(tmp_path / "seed", set())
    assert [fault.file for fault in faults] == ["seed/vignettes/other.jsonl"]
    assert "dev, own, held-out" in str(faults[0])


def test_an_id_is_taken_once_over_all_sets(tmp_path: Path) -> None:
    write(tmp_path / "seed", "dev.jsonl", CASE)
    write(tmp_path / "seed", "own.jsonl", CASE)
    _, faults = read_vignettes(tmp_path / "seed", set())
    assert [(fault.file, fault.where) for fault in faults] == [("seed/vignettes/own.jsonl", "line 1, id")]


def test_the_real_sets_are_there_and_name_their_sources() -> None:
    for name in SETS:
        path = ROOT / "seed" / "vignettes" / f"{name}.jsonl"
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert len(cases) >= 24
        assert all(case["source"] for case in cases)
        if name != "dev":
            assert all("https://" in case["source"] or "http://" in case["source"] for case in cases)
            assert all(case["note"].startswith("Trap: ") for case in cases)
            assert all(case["expected_triage"] is not None for case in cases)
