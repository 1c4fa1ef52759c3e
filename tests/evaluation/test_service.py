"""The evaluation on the real content."""

import json
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator

import pytest
from sqlmodel import Session

from app.database import make_engine
from app.evaluation.measures import UNSEEN, Evaluation
from app.evaluation.models import SETS
from app.evaluation.service import evaluate, told
from app.live import load_live
from app.settings import ROOT, Settings
from scripts.plot_evaluation import picture
from tests.conftest import settings_of

# No target, only a guard against a break: the figures move with the content.
LEAST_TOP_3 = 0.7


@pytest.fixture(scope="module")
def found(seeded_url: str) -> Iterator[Evaluation]:
    """The evaluation of the real content, made once."""
    engine = make_engine(Settings(database_url=seeded_url))
    live = load_live(engine, settings_of(seeded_url).snapshot_path)
    with Session(live.content) as session:
        yield evaluate(session, live)
    engine.dispose()


def lines(name: str) -> list[dict[str, object]]:
    path = ROOT / "seed" / "vignettes" / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_case_of_every_set_is_run(found: Evaluation) -> None:
    assert tuple(found.sets) == SETS
    counts = {name: len(lines(name)) for name in SETS}
    assert {name: one.ranking.cases for name, one in found.sets.items()} == counts
    assert found.overall.ranking.cases == sum(counts.values()) == len(found.cases)
    kinds = Counter(case["kind"] for name in SETS for case in lines(name))
    assert {kind: one.ranking.cases for kind, one in found.kinds.items()} == kinds


def test_the_sets_add_up_to_the_whole(found: Evaluation) -> None:
    for measures in (found.sets, found.kinds):
        for k, one in found.overall.ranking.top.items():
            assert sum(part.ranking.top[k].hits for part in measures.values()) == one.hits
        assert sum(part.triage_recall.of for part in measures.values()) == found.overall.triage_recall.of


def test_the_model_does_better_than_counting_and_than_prevalence(found: Evaluation) -> None:
    rivals = {one.name: one for one in found.rivals}
    assert list(rivals) == [
        "symptom-count",
        "prevalence-only",
        "naive-bayes",
        "without-risk-factors",
        "without-grade-d",
        "without-labs",
    ]
    for name, measures in found.sets.items():
        for simpler in ("symptom-count", "prevalence-only"):
            assert measures.ranking.top[1].hits > rivals[simpler].sets[name].top[1].hits
        assert rivals["symptom-count"].sets[name].calibration_error is None
        assert rivals["symptom-count"].sets[name].negatives_quiet is None


@pytest.mark.parametrize("name", ["dev", "own"])
def test_most_nutrients_are_among_the_first_three(found: Evaluation, name: str) -> None:
    share = found.sets[name].ranking.top[3].share
    assert share is not None
    assert share >= LEAST_TOP_3


def test_no_case_of_the_unseen_sets_is_told_of(found: Evaluation) -> None:
    unseen = [case.id for case in found.cases if case.outcome.case_set in UNSEEN]
    text = "\n".join(told(found))
    assert unseen
    assert not any(case_id in text for case_id in unseen)
    assert all(name in text for name in UNSEEN)
    assert "symptom-count" in text


def test_the_picture_is_well_formed_and_says_what_it_shows(found: Evaluation) -> None:
    root = ET.fromstring(picture(found))
    words = " ".join(root.itertext())
    assert root.get("role") == "img"
    assert all(f"{name}: top-1" in words for name in SETS)
