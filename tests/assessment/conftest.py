"""The real content, compiled once for the tests that read it."""

from collections.abc import Iterator

import pytest

from app.database import make_engine
from app.live import Live, load_live
from tests.conftest import settings_of


@pytest.fixture(scope="session")
def live(seeded_url: str) -> Iterator[Live]:
    """The real content, compiled."""
    settings = settings_of(seeded_url)
    engine = make_engine(settings)
    yield load_live(engine, settings.snapshot_path)
    engine.dispose()
