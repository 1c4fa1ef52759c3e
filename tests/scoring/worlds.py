"""Small worlds of round numbers, plainly no medical facts, and Hypothesis strategies for others."""

from collections.abc import Sequence
from functools import lru_cache
from random import Random
from typing import Any

from hypothesis import strategies as st

from app.scoring.engine import Request
from app.scoring.findings import Finding
from app.scoring.intake import Intake, NutrientIntake
from app.scoring.knowledge import (
    EVERYBODY,
    Band,
    Cause,
    Effect,
    Group,
    Knowledge,
    LabCondition,
    LabTest,
    Link,
    Person,
    Prior,
    RedFlag,
    RiskFactor,
    Symptom,
)
from app.scoring.labs import LabResult
from app.scoring.likelihood import Estimate
from app.vocabulary import (
    Basis,
    CauseKind,
    Grade,
    Interpretation,
    Qualifier,
    RiskFactorKind,
    Sex,
    Stance,
    SymptomKind,
    TriageLevel,
)


def about(value: float, spread: float = 2.0) -> Estimate:
    """Give an estimate with its range a factor either way."""
    return Estimate(value=value, low=value / spread, high=value * spread)


def share(value: float) -> Estimate:
    """Give a fraction with a range that stays below 1."""
    return Estimate(value=value, low=value / 2, high=min(0.99, value * 1.5))


def symptom(name: str, rate: float = 0.02, **more: Any) -> Symptom:
    """Make a symptom."""
    return Symptom(
        id=name,
        name=name.replace("-", " ").capitalize(),
        background=share(rate),
        question=f"Have you {name}?",
        **more,
    )


def link(name: str, frequency: float | None = 0.5, **more: Any) -> Link:
    """Make a link."""
    return Link(
        **{
            "symptom": name,
            "grade": Grade.B,
            "basis": Basis.MEASURED,
            "mechanism": "Because.",
            "sources": ("book",),
            "frequency": None if frequency is None else share(frequency),
            **more,
        }
    )


def prior(value: float = 0.1, group: Group = EVERYBODY) -> Prior:
    """Make a prior."""
    return Prior(
        prevalence=share(value), grade=Grade.C, basis=Basis.MEASURED, sources=("census",), group=group
    )


def cause(name: str, *links: Link, kind: CauseKind = CauseKind.DEFICIENCY, **more: Any) -> Cause:
    """Make a cause."""
    return Cause(
        **{
            "id": name,
            "kind": kind,
            "name": name.capitalize(),
            "nutrient": name if kind is CauseKind.DEFICIENCY else None,
            "priors": (prior(),),
            "links": links,
            **more,
        }
    )


def effect(name: str, ratio: float = 4.0, pathway: str = "loss") -> Effect:
    """Make an effect of a risk factor."""
    return Effect(
        cause=name,
        odds_ratio=about(ratio),
        pathway=pathway,
        grade=Grade.B,
        basis=Basis.MEASURED,
        sources=("cohort",),
    )


def risk(name: str, *effects: Effect, **more: Any) -> RiskFactor:
    """Make a risk factor."""
    return RiskFactor(
        **{
            "id": name,
            "kind": RiskFactorKind.CONDITION,
            "name": name.capitalize(),
            "effects": effects,
            **more,
        }
    )


def flag(*groups: set[str], **more: Any) -> RedFlag:
    """Make an urgent rule that wants one symptom of each group."""
    return RedFlag(
        **{
            "id": "flag",
            "name": "Flag",
            "level": TriageLevel.URGENT,
            "advice": "Go.",
            "sources": ("s",),
            "all_of": tuple(map(frozenset, groups)),
            **more,
        }
    )


def band(name: str, interpretation: Interpretation, ratio: float, **more: Any) -> Band:
    """Make a band of a test."""
    return Band(
        cause=name,
        interpretation=interpretation,
        ratio=about(ratio),
        grade=Grade.A,
        basis=Basis.MEASURED,
        sources=("lab-book",),
        **more,
    )


SERUM = LabTest(
    id="serum",
    name="Serum",
    unit="mmol/L",
    plausible_min=0,
    plausible_max=10,
    conversions=(("mg/dL", 0.5),),
    bands=(
        band("metal", Interpretation.SEVERELY_LOW, 20, max=1),
        band("metal", Interpretation.LOW, 5, min=1, max=2),
        band("metal", Interpretation.NORMAL, 0.5, min=2),
    ),
)


def small_world(**more: Any) -> Knowledge:
    """Give a world with a tree of twitches, two deficiencies, a trigger, a disease and benign."""
    parts: dict[str, Any] = {
        "symptoms": [
            symptom("twitch", 0.1),
            symptom("face-twitch", 0.05, parent="twitch"),
            symptom("lip-twitch", 0.02, parent="face-twitch"),
            symptom("eyelid-twitch", 0.03, parent="face-twitch"),
            symptom("leg-twitch", 0.02, parent="twitch"),
            symptom("cramp", 0.04),
            symptom("tired", 0.25),
            symptom("headache", 0.25),
            symptom("weakness", 0.01, base_level=TriageLevel.ROUTINE),
            symptom("seizure", 0.001, base_level=TriageLevel.EMERGENCY),
            symptom("anemia", 0.01, kind=SymptomKind.LABORATORY),
            symptom("unlisted", 0.05),
        ],
        "causes": [
            cause(
                "metal",
                link("face-twitch", 0.3),
                link("cramp", 0.4),
                link("tired", 0.5),
                link("headache", 0.5),
                link("seizure", 0.02),
                link("anemia", 0.2),
            ),
            cause("leaf", link("tired", 0.5), link("weakness", 0.3)),
            cause("coffee", link("twitch", 0.5), kind=CauseKind.TRIGGER),
            cause("disease", link("weakness", 0.9), link("twitch", 0.6), kind=CauseKind.RULE_OUT),
            cause(
                "benign",
                link("twitch", None, ratio=about(1.3, 1.1)),
                link("weakness", None, ratio=about(0.1)),
                kind=CauseKind.BENIGN,
                priors=(prior(0.5),),
            ),
        ],
        "risk_factors": [
            risk("ten-coffees", effect("coffee", 30.0, "intake"), kind=RiskFactorKind.LIFESTYLE),
            risk("bad-gut", effect("metal", 4.0, "uptake"), effect("leaf", 3.0, "uptake")),
            risk("worse-gut", effect("metal", 5.0, "uptake")),
            risk("water-pill", effect("metal", 4.0, "kidney"), kind=RiskFactorKind.MEDICATION),
            risk("good-diet", effect("metal", 0.5, "intake")),
        ],
        "lab_tests": [SERUM],
    }
    return Knowledge.build(**{**parts, **more})


def ask(*present: str, absent: tuple[str, ...] = (), **more: Any) -> Request:
    """Make a request."""
    findings = [Finding(symptom=one) for one in present]
    findings += [Finding(symptom=one, present=False) for one in absent]
    return Request(findings=tuple(findings), **more)


# --- generated worlds: few parts and round figures, so that much of what is drawn matters ----------

SYMPTOMS = tuple(f"s{number}" for number in range(8))
CAUSES = ("c0", "c1", "trigger", "disease", "benign")
RISKS = tuple(f"r{number}" for number in range(5))
TESTS = ("t0", "t1")
KINDS = {
    "trigger": CauseKind.TRIGGER,
    "disease": CauseKind.RULE_OUT,
    "benign": CauseKind.BENIGN,
}
# Worlds are made from a number: drawing each figure by Hypothesis would leave time for few of them.
SEEDS = st.integers(0, 1_000_000)
RATIOS = tuple(about(one) for one in (0.05, 0.5, 1.0, 2.0, 8.0, 60.0, 400.0))
PREVALENCES = (0.001, 0.05, 0.3, 0.6)


@lru_cache(maxsize=64)
def world(seed: int) -> Knowledge:
    """Make a world: a forest of symptoms, causes of each kind, factors, tests and rules."""
    random = Random(seed)
    return Knowledge.build(
        symptoms=[_some_symptom(random, position) for position in range(len(SYMPTOMS))],
        causes=[_some_cause(random, name) for name in CAUSES],
        risk_factors=[_some_risk_factor(random, position) for position in range(len(RISKS))],
        lab_tests=[_some_test(random, name) for name in TESTS],
        red_flags=[_some_red_flag(random, f"flag{number}") for number in range(4)],
    )


def _few(random: Random, names: Sequence[str], most: int) -> list[str]:
    return random.sample(names, random.randint(1, most))


def _claim(random: Random) -> dict[str, Any]:
    return {
        "grade": random.choice(list(Grade)),
        "basis": random.choice(list(Basis)),
        "sources": ("s",),
    }


def _some_symptom(random: Random, position: int) -> Symptom:
    return Symptom(
        id=SYMPTOMS[position],
        name=SYMPTOMS[position],
        background=share(random.choice((0.0005, 0.02, 0.2, 0.5))),
        parent=random.choice([*SYMPTOMS[:position], None]),
        kind=random.choice([*SymptomKind]),
        base_level=random.choice(list(TriageLevel)),
        question="?",
    )


def _some_link(random: Random, name: str) -> Link:
    stance = random.choice([Stance.SUPPORTS, Stance.SUPPORTS, *Stance])
    low = [one for one in RATIOS if one.value <= 1]
    by_frequency = random.random() < 0.6
    ratio = random.choice(low if stance is Stance.CONTRADICTS else RATIOS)
    return Link(
        symptom=name,
        mechanism="Because.",
        stance=stance,
        frequency=share(random.choice((0.0, 0.05, 0.3, 0.6))) if by_frequency else None,
        ratio=None if by_frequency else ratio,
        via=random.choice([None, None, "c1"]),
        **_claim(random),
    )


def _some_cause(random: Random, name: str) -> Cause:
    kind = KINDS.get(name, CauseKind.DEFICIENCY)
    return Cause(
        id=name,
        kind=kind,
        name=name,
        nutrient=f"n{name}" if kind is CauseKind.DEFICIENCY else None,
        requires_risk_factor=random.random() < 0.3,
        priors=(
            prior(random.choice(PREVALENCES)),
            prior(random.choice(PREVALENCES), Group(sex=Sex.FEMALE)),
        ),
        links=tuple(_some_link(random, one) for one in _few(random, SYMPTOMS, 6)),
    )


def _some_risk_factor(random: Random, position: int) -> RiskFactor:
    return RiskFactor(
        id=RISKS[position],
        kind=random.choice(list(RiskFactorKind)),
        name=RISKS[position],
        member_of=random.choice([None, None, *RISKS[:position]]),
        applies_to=random.choice([None, None, Group(), Group(sex=Sex.FEMALE)]),
        effects=tuple(
            Effect(
                cause=one,
                odds_ratio=random.choice(RATIOS),
                pathway=random.choice("abc"),
                **_claim(random),
            )
            for one in _few(random, CAUSES, 4)
        ),
    )


def _some_test(random: Random, name: str) -> LabTest:
    steps = (
        (Interpretation.LOW, None, 1.0),
        (Interpretation.NORMAL, 1.0, 2.0),
        (Interpretation.HIGH, 2.0, None),
    )
    return LabTest(
        id=name,
        name=name,
        unit="u",
        plausible_min=0,
        plausible_max=9,
        bands=tuple(
            Band(
                cause=one,
                interpretation=interpretation,
                ratio=random.choice(RATIOS),
                min=low,
                max=high,
                **_claim(random),
            )
            for one in _few(random, CAUSES, 3)
            for interpretation, low, high in steps
        ),
    )


def _some_red_flag(random: Random, name: str) -> RedFlag:
    below = LabCondition(test="t0", below=1.0)
    return RedFlag(
        id=name,
        name=name,
        level=random.choice(list(TriageLevel)),
        advice="Go.",
        sources=("s",),
        all_of=tuple(frozenset(_few(random, SYMPTOMS, 3)) for _ in range(random.choice((1, 2, 2)))),
        qualifiers=frozenset(random.sample(list(Qualifier), random.choice((0, 0, 2)))),
        min_duration_days=random.choice([None, None, 7.0]),
        risk_factors_any=frozenset(random.sample(RISKS, random.choice((0, 0, 1)))),
        labs=random.choice([(), (), (below,)]),
    )


@st.composite
def findings(draw: st.DrawFn) -> tuple[Finding, ...]:
    """Draw findings without a contradiction."""
    said = draw(st.dictionaries(st.sampled_from(SYMPTOMS), st.booleans(), max_size=6))
    return tuple(
        Finding(
            symptom=name,
            present=present,
            qualifiers=draw(st.frozensets(st.sampled_from(Qualifier), max_size=2)),
            duration_days=draw(st.sampled_from([None, 1.0, 30.0])),
        )
        for name, present in said.items()
    )


LAB_RESULTS = st.builds(
    LabResult, test=st.sampled_from(TESTS), value=st.sampled_from([0.5, 1.5, 2.5])
) | st.builds(LabResult, test=st.sampled_from(TESTS), interpretation=st.sampled_from(Interpretation))


@st.composite
def requests(draw: st.DrawFn) -> Request:
    """Draw a request to a generated world."""
    person = Person(
        age_years=draw(st.sampled_from([None, 1.5, 30.0, 70.0])),
        sex=draw(st.sampled_from([None, *Sex])),
        pregnant=draw(st.sampled_from([None, False])),
    )
    return Request(
        findings=draw(findings()),
        person=person,
        risk_factors=draw(st.frozensets(st.sampled_from(RISKS), max_size=4)),
        labs=tuple(draw(st.lists(LAB_RESULTS, max_size=3))),
        intake=draw(
            st.none()
            | st.builds(
                Intake,
                energy_kcal=st.sampled_from([100.0, 2500.0]),
                nutrients=st.just(
                    (
                        NutrientIntake(nutrient="nc0", amount=5.0, ear=10.0),
                        NutrientIntake(nutrient="nc1", amount=50.0, ear=10.0),
                        NutrientIntake(nutrient="nothing", amount=1.0, ear=None),
                    )
                ),
            )
        ),
        limit=100,
    )
