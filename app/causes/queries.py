"""SQL of causes, their priors and links."""

from collections.abc import Sequence
from math import log
from typing import Literal

from sqlmodel import Session, col, select

from app.causes.models import Cause, CausePrior, CauseSymptom
from app.causes.schemas import CauseTexts, PriorRead
from app.content import faq, key_points
from app.nutrients.models import Nutrient
from app.schemas import LikelihoodRead, LinkRead, Ref
from app.scoring.engine import KIND_ORDER
from app.scoring.knowledge import ANYBODY, Knowledge
from app.scoring.priors import weighed_prior
from app.symptoms.models import Symptom
from app.vocabulary import CauseKind, Direction, Stance, TriggerCategory

# From here on a symptom raises the odds of a cause by enough to say so first.
TELLING_FROM = 1.2
TRIGGER_KINDS = (CauseKind.TRIGGER, CauseKind.RULE_OUT, CauseKind.BENIGN)


def cause_by_id(session: Session, cause_id: str) -> Cause | None:
    """Give a cause."""
    return session.get(Cause, cause_id)


def triggers(
    session: Session,
    *,
    kind: CauseKind | None = None,
    category: TriggerCategory | None = None,
) -> Sequence[Cause]:
    """Give what is not a nutrient, by name."""
    query = select(Cause).where(col(Cause.kind).in_(TRIGGER_KINDS)).order_by(Cause.name, Cause.id)
    if kind is not None:
        query = query.where(Cause.kind == kind)
    if category is not None:
        query = query.where(Cause.category == category)
    return session.exec(query).all()


def causes_of_nutrient(session: Session, nutrient_id: str) -> Sequence[Cause]:
    """Give a nutrient's deficiency and excess."""
    return session.exec(
        select(Cause).where(Cause.nutrient_id == nutrient_id).order_by(Cause.kind, Cause.id)
    ).all()


def priors(session: Session, cause_id: str) -> Sequence[CausePrior]:
    """Give the priors of a cause, in order."""
    return session.exec(
        select(CausePrior).where(CausePrior.cause_id == cause_id).order_by(col(CausePrior.position))
    ).all()


def cause_texts(session: Session, cause: Cause) -> CauseTexts:
    """Give what a page about a cause needs, links aside."""
    return CauseTexts.model_validate(
        {
            **cause.model_dump(),
            "priors": [
                PriorRead.model_validate(prior, from_attributes=True) for prior in priors(session, cause.id)
            ],
            "key_points": key_points(session, "cause", cause.id),
            "faq": faq(session, "cause", cause.id),
        }
    )


def links(
    session: Session,
    knowledge: Knowledge,
    *,
    cause_ids: Sequence[str] | None = None,
    symptom_ids: Sequence[str] | None = None,
) -> list[LinkRead]:
    """Give claims by cause or by symptom, the best supported and strongest first."""
    query = (
        select(CauseSymptom, Cause, Symptom)
        .join(Cause, col(Cause.id) == CauseSymptom.cause_id)
        .join(Symptom, col(Symptom.id) == CauseSymptom.symptom_id)
    )
    if cause_ids is not None:
        query = query.where(col(CauseSymptom.cause_id).in_(cause_ids))
    if symptom_ids is not None:
        query = query.where(col(CauseSymptom.symptom_id).in_(symptom_ids))
    rows = session.exec(query).all()
    nutrients = refs(session.exec(select(Nutrient.id, Nutrient.name)).all())
    mediating = [link.via_id for link, _, _ in rows if link.via_id is not None]
    through = refs(session.exec(select(Cause.id, Cause.name).where(col(Cause.id).in_(mediating))).all())
    found = [
        link_read(
            link,
            cause,
            symptom,
            nutrient=nutrients.get(cause.nutrient_id or ""),
            via=through.get(link.via_id or ""),
            knowledge=knowledge,
        )
        for link, cause, symptom in rows
    ]
    return sorted(found, key=strength)


def links_of_symptom(session: Session, knowledge: Knowledge, symptom_id: str) -> list[LinkRead]:
    """Give what is said to give a symptom, as the score counts it.

    A claim about a wider symptom holds for the narrower one too, unless the same cause has a claim
    nearer to it: lip twitching is facial twitching is muscle twitching.
    """
    lineage = knowledge.lineage[symptom_id]
    found = links(session, knowledge, symptom_ids=lineage)
    nearest: dict[str, int] = {}
    for link in found:
        level = lineage.index(link.symptom.id)
        nearest[link.cause.id] = min(level, nearest.get(link.cause.id, level))
    held = [link for link in found if lineage.index(link.symptom.id) == nearest[link.cause.id]]
    return sorted(held, key=lambda link: likeliest_first(link, knowledge))


def likeliest_first(link: LinkRead, knowledge: Knowledge) -> tuple[bool, bool, float, int, str]:
    """Order claims about a symptom: what the score would rank first for it alone, in anybody.

    So a rare cause comes after a common one. Causes whose odds the symptom hardly raises come next,
    however common they are, and claims that were tested and failed come last.
    """
    cause = knowledge.causes[link.cause.id]
    before = weighed_prior(knowledge, cause=cause, person=ANYBODY, effects=()).log_odds
    ratio = link.likelihood_ratio.value if link.likelihood_ratio else 1.0
    # Rounded and parted as ranks are: equal odds go by kind.
    after = -round(before + log(ratio), 9)
    is_last = link.stance is Stance.CONTRADICTS
    return (is_last, ratio < TELLING_FROM, after, KIND_ORDER[cause.kind], link.cause.id)


def strength(link: LinkRead) -> tuple[int, float, str, str]:
    """Order claims: supported ones by likelihood ratio, then those that were contradicted."""
    ratio = link.likelihood_ratio.value if link.likelihood_ratio else 1.0
    return (link.stance == "contradicts", -ratio, link.cause.id, link.symptom.id)


def refs(rows: Sequence[tuple[str, str]]) -> dict[str, Ref]:
    """Give pairs of id and name as references by id."""
    return {record_id: Ref(id=record_id, name=name) for record_id, name in rows}


def link_read(  # the parts of one joined row
    link: CauseSymptom,
    cause: Cause,
    symptom: Symptom,
    *,
    nutrient: Ref | None,
    via: Ref | None,
    knowledge: Knowledge,
) -> LinkRead:
    """Tell of one claim, with the likelihood ratio that the score gives it."""
    compiled = knowledge.links.get(cause.id, {}).get(link.symptom_id)
    scored = compiled is not None and link.direction is Direction.SYMPTOM_GIVEN_CAUSE
    ratio = compiled.present if compiled is not None and scored else None
    return LinkRead(
        cause=Ref(id=cause.id, name=cause.name),
        cause_kind=cause.kind,
        nutrient=nutrient,
        symptom=Ref(id=symptom.id, name=symptom.name),
        stance=link.stance,
        grade=link.grade,
        basis=link.basis,
        direction=link.direction,
        frequency=link.frequency,
        percent=link.percent,
        cases=link.cases,
        of=link.of,
        likelihood_ratio=(
            LikelihoodRead(value=ratio.value, low=ratio.low, high=ratio.high) if ratio else None
        ),
        says=what_it_says(ratio.value) if ratio else None,
        population=link.population,
        mechanism=link.mechanism,
        via=via,
        note=link.note,
        sources=link.sources,
    )


def what_it_says(ratio: float) -> Literal["supports", "against", "nothing"]:
    """Tell which way a likelihood ratio points."""
    if ratio == 1:
        return "nothing"
    return "supports" if ratio > 1 else "against"
