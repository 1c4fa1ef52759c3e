"""What the score's figures rest on, for `GET /v1/model`. Pure: compiled knowledge in, figures out.

Each figure counts once, whatever its weight in an answer: a link, an effect of a risk factor (its
own, not its class's), a prevalence, a band of lab results, a background rate. Contradicted links
count too, since they hold the score at 1. Percentages would hide how many there are, so both are
given.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.scoring.knowledge import Knowledge
from app.vocabulary import Basis, Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A number of figures, and which fraction of all of their kind they are."""

    count: int
    fraction: float


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFigures:
    """What one kind of input rests on; background rates have no grade."""

    total: int
    by_basis: Mapping[Basis, Share]
    by_grade: Mapping[Grade, Share]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """What the score rests on: each kind of input, and all together."""

    inputs: Mapping[str, InputFigures]
    together: InputFigures


def model_card(knowledge: Knowledge) -> ModelCard:
    """Count what the figures of the score rest on, by basis and by grade."""
    causes = knowledge.causes.values()
    found: dict[str, list[tuple[Basis, Grade | None]]] = {
        "links": [(link.basis, link.grade) for cause in causes for link in cause.links],
        "effects": [
            (effect.basis, effect.grade)
            for risk in knowledge.risk_factors.values()
            for effect in risk.effects
        ],
        "priors": [(prior.basis, prior.grade) for cause in causes for prior in cause.priors],
        "bands": [(band.basis, band.grade) for test in knowledge.lab_tests.values() for band in test.bands],
        "backgrounds": [(symptom.background_basis, None) for symptom in knowledge.symptoms.values()],
    }
    return ModelCard(
        inputs={name: figures_of(pairs) for name, pairs in found.items()},
        together=figures_of(pair for pairs in found.values() for pair in pairs),
    )


def figures_of(pairs: Iterable[tuple[Basis, Grade | None]]) -> InputFigures:
    """Count pairs of basis and grade; every basis is named, and every grade, be it with 0."""
    every = list(pairs)
    bases = Counter(basis for basis, _ in every)
    grades = Counter(grade for _, grade in every if grade is not None)
    return InputFigures(
        total=len(every),
        by_basis={basis: share(bases[basis], bases.total()) for basis in Basis},
        by_grade={grade: share(grades[grade], grades.total()) for grade in Grade},
    )


def share(count: int, total: int) -> Share:
    """Give a count with its fraction of a total; of nothing, 0."""
    return Share(count=count, fraction=count / total if total else 0.0)
