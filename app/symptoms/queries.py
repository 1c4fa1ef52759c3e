"""SQL of symptoms."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from app.symptoms.models import Symptom
from app.vocabulary import BodySystem, SymptomKind


def symptom_by_id(session: Session, symptom_id: str) -> Symptom | None:
    """Give a symptom."""
    return session.get(Symptom, symptom_id)


def symptoms(
    session: Session,
    *,
    body_system: BodySystem | None = None,
    kind: SymptomKind | None = None,
    parent: str | None = None,
) -> Sequence[Symptom]:
    """Give symptoms by name."""
    query = select(Symptom).order_by(Symptom.name, Symptom.id)
    if body_system is not None:
        query = query.where(Symptom.body_system == body_system)
    if kind is not None:
        query = query.where(Symptom.kind == kind)
    if parent is not None:
        query = query.where(Symptom.parent_id == parent)
    return session.exec(query).all()


def narrower(session: Session, symptom_id: str) -> Sequence[Symptom]:
    """Give the symptoms one step narrower, by name."""
    return session.exec(select(Symptom).where(Symptom.parent_id == symptom_id).order_by(Symptom.name)).all()


def wider(session: Session, symptom: Symptom) -> list[Symptom]:
    """Give the chain of wider symptoms, nearest first."""
    chain: list[Symptom] = []
    while symptom.parent_id is not None:
        parent = session.exec(select(Symptom).where(col(Symptom.id) == symptom.parent_id)).one()
        chain.append(parent)
        symptom = parent
    return chain
