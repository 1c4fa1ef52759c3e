"""Every constant of the model with its reason, for `GET /v1/model`."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from app.scoring import engine, intake, knowledge, likelihood, priors, settling
from app.scoring.likelihood import (
    BACKGROUND_RULES,
    EFFECTS,
    FREQUENCIES,
    FREQUENCY_CEILING,
    Estimate,
)

OWN = "own rule, docs/decisions/0002-likelihood-ratios.md"
HPO = "Human Phenotype Ontology, HP:0040280 to HP:0040284 (Nucleic Acids Res 2024;52:D1333)"
CHEN = f"{OWN}; lower classes near Chen, Cohen & Chen, Commun Stat Simul Comput 2010;39:860"
RUSSEK = f"{OWN}; why: Russek, Kronmal & Fisher, Comput Biomed Res 1983;16:537"
DRI = "Institute of Medicine 2000, Dietary Reference Intakes: Applications in Dietary Assessment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A constant of the model."""

    name: str
    value: Estimate
    meaning: str
    origin: str


def parameters() -> Iterator[Parameter]:
    """Give every constant, in reading order."""
    for frequency, one in FREQUENCIES.items():
        yield Parameter(
            name=f"frequency:{frequency.value}",
            value=one,
            meaning="Share of people with a cause who have the finding.",
            origin=HPO,
        )
    for effect, one in EFFECTS.items():
        yield Parameter(
            name=f"effect:{effect.value}",
            value=one,
            meaning="Odds ratio of a risk factor that was graded, not measured.",
            origin=CHEN,
        )
    for rule, one in BACKGROUND_RULES.items():
        yield Parameter(
            name=f"background:{rule}",
            value=one,
            meaning="Share of people in general who report a finding in a month.",
            origin=OWN,
        )
    yield from _single()


def _single() -> Iterator[Parameter]:
    for name, value, meaning, origin in (
        ("frequency-ceiling", FREQUENCY_CEILING, "No finding is more constant than this.", OWN),
        ("ratio-ceiling", likelihood.RATIO_CEILING, "One finding counts at most this much.", OWN),
        ("partly-factor", knowledge.PARTLY_FACTOR, "Weight of partly supported links.", OWN),
        (
            "everyday-background",
            knowledge.EVERYDAY_BACKGROUND,
            "Symptoms with this background rate or more form one group.",
            "doi 10.3109/02813432.2012.751697 and doi 10.1371/journal.pone.0150664",
        ),
        ("further-share", settling.FURTHER_SHARE, "Share of further pieces of a group.", RUSSEK),
        ("everyday-share", settling.EVERYDAY_SHARE, "The same, everyday complaints.", RUSSEK),
        ("group-share", settling.GROUP_SHARE, "Share of each further group, repeated.", RUSSEK),
        ("lab-share", settling.LAB_SHARE, "The same, laboratory results.", RUSSEK),
        ("pathway-share", priors.PATHWAY_SHARE, "Share of further risk pathways.", OWN),
        ("product-ceiling", priors.PRODUCT_CEILING, "Risk factors raise odds at most this.", OWN),
        ("tempered-from", engine.TEMPERED_FROM, "Log odds from which support counts in part.", OWN),
        ("tempered-share", engine.TEMPERED_SHARE, "Share with which it then counts.", RUSSEK),
        (
            "probability-ceiling",
            engine.PROBABILITY_CEILING,
            "Findings make nothing more probable than this.",
            OWN,
        ),
        ("likely-from", engine.LIKELY_FROM, "Probability from which 'likely' is said.", OWN),
        ("possible-from", engine.POSSIBLE_FROM, "Probability from which 'possible' is said.", OWN),
        ("intake-days", float(intake.DAYS), "Days that usual intake is taken to stand for.", OWN),
        ("intake-variation", intake.WITHIN_VARIATION, "Day-to-day variation of intake.", OWN),
        ("requirement-variation", intake.USUAL_VARIATION, "Variation of needs around EAR.", DRI),
        ("intake-energy-share", intake.ENERGY_SHARE_NEEDED, "Least share of energy listed.", OWN),
    ):
        yield Parameter(
            name=name,
            value=Estimate(value=value, low=value, high=value),
            meaning=meaning,
            origin=origin,
        )
    yield Parameter(
        name="gate",
        value=priors.GATE_RATIO,
        meaning="Odds ratio of a cause that needs a risk factor while none is declared.",
        origin=OWN,
    )
    yield Parameter(
        name="gate-opens-above",
        value=Estimate(
            value=priors.GATE_OPENS_ABOVE, low=priors.GATE_OPENS_ABOVE, high=priors.GATE_OPENS_ABOVE
        ),
        meaning="Likelihood ratio of one test of a lack or an excess above which the gate is open.",
        origin=OWN,
    )
    yield Parameter(
        name="intake-certain",
        value=intake.CERTAIN_ODDS_RATIO,
        meaning=f"Odds ratio of intake that is surely short (weight {log(3):.2f}).",
        origin=OWN,
    )
