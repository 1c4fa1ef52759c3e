"""Knowledge compiled from the tables and straight from the seed is the same."""

from dataclasses import replace

import pytest
from sqlmodel import Session

from app.assessment.knowledge import background_of, compile_knowledge, knowledge_of_content, link_of
from app.database import make_engine
from app.scoring.likelihood import BACKGROUND_RULES, FREQUENCIES, Estimate
from app.seeding.reader import read_files
from app.seeding.schemas import Link
from app.settings import ROOT, Settings
from app.values import Background
from app.vocabulary import Basis, FrequencyClass, Grade


def test_tables_and_seed_files_give_the_same_knowledge(seeded_url: str) -> None:
    content, _ = read_files(ROOT / "seed")
    engine = make_engine(Settings(database_url=seeded_url))
    with Session(engine) as session:
        compiled = compile_knowledge(session)
    engine.dispose()
    assert compiled == knowledge_of_content(content)
    assert compiled.causes
    assert compiled.risk_factors


def test_a_background_is_a_rule_or_a_figure_with_a_low_end_above_zero() -> None:
    by_rule = Background(rule="common", basis=Basis.STATED_RULE, sources=["s1"])
    assert background_of(by_rule) == BACKGROUND_RULES["common"]
    cited = Background(rate=0.2, low=0, high=0.3, basis=Basis.MEASURED, sources=["s1"])
    assert background_of(cited) == Estimate(value=0.2, low=0.02, high=0.3)


def link(**more: object) -> Link:
    return Link.model_validate(
        {
            "symptom": "x1",
            "grade": Grade.B,
            "basis": Basis.MEASURED,
            "mechanism": "m",
            "sources": ["s1"],
            **more,
        }
    )


def test_a_link_has_a_class_a_measured_frequency_or_a_ratio() -> None:
    by_class = link_of(link(frequency="frequent", basis=Basis.EXPERT_CLASS), "x1", None)
    assert by_class.frequency == FREQUENCIES[FrequencyClass.FREQUENT]
    measured = link_of(link(cases=5, of=10), "x1", "via")
    assert measured.frequency is not None
    assert (measured.frequency.value, measured.via) == (0.5, "via")
    ratio = link_of(link(likelihood_ratio=3, likelihood_ratio_low=2, likelihood_ratio_high=5), "x1", None)
    assert ratio.ratio == Estimate(value=3, low=2, high=5)
    assert replace(ratio, ratio=None).frequency is None


def test_a_figure_without_its_ends_is_refused() -> None:
    bare = Background.model_construct(
        rate=0.2, low=None, high=0.3, rule=None, basis=Basis.MEASURED, sources=["s1"]
    )
    with pytest.raises(ValueError, match="a low and a high end"):
        background_of(bare)
