"""The small seed of round numbers, and the real one, read once."""

from pathlib import Path

import pytest

from app.report.coverage import Coverage, coverage, newest_review
from app.seeding.reader import Content, read_files
from app.settings import ROOT
from tests.seeding.world import FILES, write_seed


def content_of(root: Path, files: dict[str, str] | None = None) -> Content:
    """Write a small seed and read it."""
    content, faults = read_files(write_seed(root / "seed", FILES if files is None else files))
    assert faults == []
    return content


@pytest.fixture
def small(tmp_path: Path) -> Content:
    """Give the small seed."""
    return content_of(tmp_path)


@pytest.fixture(scope="session")
def whole() -> Content:
    """Give the real seed."""
    content, faults = read_files(ROOT / "seed")
    assert faults == []
    return content


@pytest.fixture(scope="session")
def whole_report(whole: Content) -> Coverage:
    """Report on the real seed as of its newest review, as the committed page does."""
    return coverage(whole, newest_review(whole))
