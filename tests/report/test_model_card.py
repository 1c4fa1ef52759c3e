"""What the score rests on: each figure counted once, by basis and grade."""

import pytest

from app.assessment.knowledge import knowledge_of_content
from app.report.model_card import figures_of, model_card
from app.scoring.knowledge import Cause, Effect, Knowledge, Link, Prior, RiskFactor, Symptom
from app.scoring.likelihood import Estimate
from app.seeding.reader import Content
from app.vocabulary import Basis, CauseKind, Grade, RiskFactorKind, Stance

TENTH = Estimate(value=0.1, low=0.05, high=0.2)


def link(symptom: str, basis: Basis, grade: Grade, stance: Stance = Stance.SUPPORTS) -> Link:
    return Link(
        symptom=symptom,
        grade=grade,
        basis=basis,
        mechanism="",
        sources=("book",),
        stance=stance,
        frequency=TENTH,
    )


def small_knowledge() -> Knowledge:
    """Make a world with one figure of each kind, and a class whose effect its member inherits."""
    prior = Prior(prevalence=TENTH, grade=Grade.B, basis=Basis.MEASURED, sources=("book",))
    effect = Effect(
        cause="frost",
        odds_ratio=TENTH,
        pathway="cold",
        grade=Grade.D,
        basis=Basis.EXPERT_RANGE,
        sources=("book",),
    )
    return Knowledge.build(
        symptoms=[
            Symptom(id="twitch", name="Twitch", background=TENTH, background_basis=Basis.MEASURED),
            Symptom(id="shiver", name="Shiver", background=TENTH),
        ],
        causes=[
            Cause(
                id="frost",
                kind=CauseKind.RULE_OUT,
                name="Frost",
                priors=(prior,),
                links=(
                    link("twitch", Basis.MECHANISM, Grade.D, Stance.CONTRADICTS),
                    link("shiver", Basis.EXPERT_CLASS, Grade.C),
                ),
            )
        ],
        risk_factors=[
            RiskFactor(id="north", kind=RiskFactorKind.LIFESTYLE, name="North", effects=(effect,)),
            RiskFactor(id="pole", kind=RiskFactorKind.LIFESTYLE, name="Pole", member_of="north"),
        ],
    )


def test_each_kind_of_input_is_counted_by_basis_and_grade() -> None:
    card = model_card(small_knowledge())
    assert {name: figures.total for name, figures in card.inputs.items()} == {
        "links": 2,
        "effects": 1,
        "priors": 1,
        "bands": 0,
        "backgrounds": 2,
    }
    links = card.inputs["links"]
    assert (links.by_basis[Basis.MECHANISM].count, links.by_basis[Basis.MECHANISM].fraction) == (1, 0.5)
    assert (links.by_grade[Grade.C].count, links.by_grade[Grade.A].count) == (1, 0)
    assert card.inputs["priors"].by_basis[Basis.MEASURED].fraction == 1


def test_all_inputs_together_are_their_sum() -> None:
    card = model_card(small_knowledge())
    assert card.together.total == 6
    assert card.together.by_basis[Basis.MEASURED].count == 2
    assert card.together.by_basis[Basis.STATED_RULE].count == 1
    assert sum(share.fraction for share in card.together.by_basis.values()) == pytest.approx(1)


def test_background_rates_have_a_basis_and_no_grade() -> None:
    backgrounds = model_card(small_knowledge()).inputs["backgrounds"]
    assert backgrounds.by_basis[Basis.STATED_RULE].count == backgrounds.by_basis[Basis.MEASURED].count == 1
    assert sum(share.count for share in backgrounds.by_grade.values()) == 0


def test_of_nothing_every_share_is_nought() -> None:
    figures = figures_of([])
    assert figures.total == 0
    assert {share.fraction for share in figures.by_basis.values()} == {0.0}


def test_the_real_seed_says_what_it_rests_on(whole: Content) -> None:
    card = model_card(knowledge_of_content(whole))
    assert set(card.together.by_basis) == set(Basis)
    for figures in card.inputs.values():
        assert sum(share.count for share in figures.by_basis.values()) == figures.total
    rates = [symptom.background.basis for symptom in whole.symptoms]
    assert card.inputs["backgrounds"].by_basis[Basis.MEASURED].count == rates.count(Basis.MEASURED)
