"""SQL of nutrients and their interactions."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from app.lab_tests.models import LabTest
from app.nutrients.models import Interaction, Nutrient
from app.risk_factors.models import RiskFactor
from app.vocabulary import InteractionKind, NutrientKind


def nutrient_by_id(session: Session, nutrient_id: str) -> Nutrient | None:
    """Give a nutrient."""
    return session.get(Nutrient, nutrient_id)


def nutrients(
    session: Session, *, kind: NutrientKind | None = None, has_profile: bool | None = None
) -> Sequence[Nutrient]:
    """Give nutrients, those with a profile first, by name."""
    query = select(Nutrient).order_by(col(Nutrient.has_profile).desc(), Nutrient.name)
    if kind is not None:
        query = query.where(Nutrient.kind == kind)
    if has_profile is not None:
        query = query.where(Nutrient.has_profile == has_profile)
    return session.exec(query).all()


def nutrients_by_ids(session: Session, ids: Sequence[str]) -> dict[str, Nutrient]:
    """Give those of some nutrients that exist, by id."""
    found = session.exec(select(Nutrient).where(col(Nutrient.id).in_(ids))).all()
    return {nutrient.id: nutrient for nutrient in found}


def interactions(
    session: Session, nutrient_id: str, *, kind: InteractionKind | None = None
) -> Sequence[tuple[Interaction, str]]:
    """Give what a nutrient interacts with, each with the name of the other side.

    A nutrient-nutrient interaction is told from both sides. Where both nutrients' files record it,
    each nutrient's own record is given.
    """
    query = select(Interaction).where(
        (Interaction.nutrient_id == nutrient_id)
        | ((Interaction.other_id == nutrient_id) & (Interaction.kind == InteractionKind.NUTRIENT))
    )
    if kind is not None:
        query = query.where(Interaction.kind == kind)
    found: dict[tuple[str, str], Interaction] = {}
    for row in session.exec(query.order_by(Interaction.kind, Interaction.other_id)).all():
        own = row.nutrient_id == nutrient_id
        place = (row.kind, row.other_id if own else row.nutrient_id)
        if own or place not in found:
            found[place] = row
    others = [other for _, other in found]
    names = {nutrient.id: nutrient.name for nutrient in nutrients_by_ids(session, others).values()}
    risks = session.exec(select(RiskFactor).where(col(RiskFactor.id).in_(others))).all()
    names |= {risk.id: risk.name for risk in risks}
    return [(found[place], names[place[1]]) for place in sorted(found)]


def lab_tests(session: Session, nutrient_id: str) -> list[LabTest]:
    """Give the tests that bear on a nutrient, by name."""
    tests = session.exec(select(LabTest).order_by(LabTest.name)).all()
    return [test for test in tests if nutrient_id in test.nutrients]
