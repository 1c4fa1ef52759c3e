"""The threat model names tests that are there, for every row."""

import re

import pytest

from app.settings import ROOT

TEXT = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
ROWS = [
    line for line in TEXT.splitlines() if line.startswith("| ") and not line.startswith(("| ---", "| risk"))
]
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", TEXT)))


def test_each_of_the_ten_risks_has_a_row() -> None:
    assert [int(number) for number in re.findall(r"^\| API(\d+) ", TEXT, re.MULTILINE)] == list(range(1, 11))


@pytest.mark.parametrize("row", ROWS, ids=[row[2:40].strip() for row in ROWS])
def test_each_row_names_a_test(row: str) -> None:
    assert "`tests/" in row


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_each_test_that_is_named_is_there(path: str, name: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert re.search(rf"^(async )?def {name or 'test_'}", text, re.MULTILINE), f"{path}::{name}"
