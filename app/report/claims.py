"""Every graded claim of the seed, whatever record it stands in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.seeding.reader import Content
from app.vocabulary import Basis, Grade, ReadDepth, SourceKind


class ClaimKind(StrEnum):
    """What a claim says."""

    LINK = "link"
    EFFECT = "effect"
    PRIOR = "prior"
    BAND = "band"
    INTERACTION = "interaction"
    LEVEL = "level"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One graded claim; `basis` is None where no figure for the score goes with it."""

    kind: ClaimKind
    # Kind and id of the record, as in `Content.origin`, and the claim's place in it.
    record_kind: str
    record: str
    where: str
    grade: Grade
    basis: Basis | None
    sources: tuple[str, ...]


def claims(content: Content) -> Iterator[Claim]:
    """Walk every graded claim: links, effects, priors, bands, interactions and levels."""
    yield from cause_claims(content)
    for risk in content.risk_factors:
        for effect in risk.effects:
            yield Claim(
                kind=ClaimKind.EFFECT,
                record_kind="risk-factor",
                record=risk.id,
                where=f"effects[{effect.cause}]",
                grade=effect.grade,
                basis=effect.basis,
                sources=tuple(effect.sources),
            )
    for test in content.lab_tests:
        for band in test.bands:
            yield Claim(
                kind=ClaimKind.BAND,
                record_kind="lab-test",
                record=test.id,
                where=f"bands[{band.cause}]",
                grade=band.grade,
                basis=band.basis,
                sources=tuple(band.sources),
            )
    yield from nutrient_claims(content)


def cause_claims(content: Content) -> Iterator[Claim]:
    """Walk the links and priors of every cause, deficiencies included."""
    for cause in content.all_causes():
        for link in cause.symptoms:
            yield Claim(
                kind=ClaimKind.LINK,
                record_kind="cause",
                record=cause.id,
                where=f"symptoms[{link.symptom}]",
                grade=link.grade,
                basis=link.basis,
                sources=tuple(link.sources),
            )
        for index, prior in enumerate(cause.priors):
            yield Claim(
                kind=ClaimKind.PRIOR,
                record_kind="cause",
                record=cause.id,
                where=f"priors[{index}]",
                grade=prior.grade,
                basis=prior.basis,
                sources=tuple(prior.sources),
            )


def nutrient_claims(content: Content) -> Iterator[Claim]:
    """Walk the interactions and the three levels of every nutrient."""
    for nutrient in content.nutrients:
        for interaction in nutrient.interactions:
            yield Claim(
                kind=ClaimKind.INTERACTION,
                record_kind="nutrient",
                record=nutrient.id,
                where=f"interactions[{interaction.other}]",
                grade=interaction.grade,
                basis=None,
                sources=tuple(interaction.sources),
            )
        for figure in nutrient.levels:
            yield Claim(
                kind=ClaimKind.LEVEL,
                record_kind="nutrient",
                record=nutrient.id,
                where=f"levels[{figure.level}]",
                grade=figure.grade,
                basis=None,
                sources=tuple(figure.sources),
            )


def own_rules(content: Content) -> frozenset[str]:
    """Give the ids of this project's own stated rules, which are no evidence."""
    return frozenset(source.id for source in content.sources if source.kind is SourceKind.OWN_RULE)


def second_hand(content: Content) -> frozenset[str]:
    """Give the ids of the sources known from somebody else's copy of what they say."""
    return frozenset(source.id for source in content.sources if source.read is ReadDepth.SECONDARY)


def resting_on(found: Iterable[Claim], sources: frozenset[str], beside: Sequence[str] = ()) -> list[Claim]:
    """Give the claims that rest on nothing but these sources (and, it may be, those `beside` them)."""
    allowed = sources.union(beside)
    return [
        claim
        for claim in found
        if allowed.issuperset(claim.sources) and not sources.isdisjoint(claim.sources)
    ]
