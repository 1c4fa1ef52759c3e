"""Seeds of two content releases; the rest a test starts for itself (tests/faults/service.py)."""

from pathlib import Path

import pytest

from tests.seeding.world import changed, write_seed


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    """The small world."""
    return write_seed(tmp_path / "seed")


@pytest.fixture
def next_seed(tmp_path: Path) -> Path:
    """The small world with one text changed: the next content release."""
    return write_seed(tmp_path / "next", changed("symptoms/twitch.toml", "It is made up.", "It was changed."))
