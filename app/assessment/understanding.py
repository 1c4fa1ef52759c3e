"""From words to ids: what the request says, in terms of the knowledge base.

Ids are taken as they are; an unknown symptom id is an error of the caller. Words that are not
understood never fail a request: they come back in `unmatched`, with suggestions.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from app.assessment.errors import ContradictorySymptomsError, UnknownSymptomError
from app.assessment.requests import AssessmentRequest, LabEntry, PersonEntry, Profile, SymptomEntry
from app.assessment.schemas import FactKind, MatchedRead, UnmatchedRead
from app.language.lexicon import Lexicon
from app.language.match import match_name, match_names, match_symptom
from app.language.results import Kind, NameMatch, Reason, Suggestion
from app.problems import ProblemPart, counted
from app.schemas import Ref
from app.scoring.findings import Finding
from app.scoring.knowledge import Knowledge, LabTest, Person
from app.scoring.labs import (
    ImplausibleValueError,
    LabResult,
    UnknownUnitError,
    bounded_value,
    canonical_value,
    interpretation_of,
    units_of,
)
from app.vocabulary import Qualifier, Sex

# From here on a match of words is as good as an id.
SURE = 0.95
# Words that tell of something else than the person's present complaints leave triage as it is.
UNCLEAR = frozenset((Reason.UNKNOWN, Reason.UNSURE))
REASONS = {
    Reason.UNKNOWN: "not understood",
    Reason.UNSURE: "not sure what is meant",
    Reason.OTHER_PERSON: "tells of another person",
    Reason.PAST: "tells of the past",
    Reason.HYPOTHETICAL: "tells of what might be",
}
# Words are looked up under the heading where they stand first, then under the others.
FACTOR_KINDS = (Kind.CONDITION, Kind.MEDICATION, Kind.LIFESTYLE, Kind.DIET, Kind.LIFE_STAGE)


@dataclass(slots=True)
class Understood:
    """What was understood of a request, and what was not."""

    findings: list[Finding] = field(default_factory=list)
    risk_factors: set[str] = field(default_factory=set)
    labs: list[LabResult] = field(default_factory=list)
    matched: list[MatchedRead] = field(default_factory=list)
    unmatched: list[UnmatchedRead] = field(default_factory=list)
    both_said: set[str] = field(default_factory=set)
    anything_unclear: bool = False


class Statement(NamedTuple):
    """A finding as it was said, with its place in the request and whether there is no doubt."""

    finding: Finding
    place: int
    sure: bool


def understand(body: AssessmentRequest, knowledge: Knowledge, lexicon: Lexicon) -> Understood:
    """Understand a request.

    Raises:
        UnknownSymptomError: a symptom id is unknown.
        ContradictorySymptomsError: a symptom is plainly said to be there and not to be there.
    """
    understood = Understood()
    check_ids(body.symptoms, knowledge, lexicon)
    statements = [
        statement
        for place, entry in enumerate(body.symptoms)
        for statement in _symptom_statements(entry, place, lexicon, understood)
    ]
    understood.findings = _without_contradictions(statements, understood)
    _understand_factors(body.profile, knowledge, lexicon, understood)
    for entry in body.labs:
        _understand_lab(entry, knowledge, lexicon, understood)
    return understood


def person_of(profile: PersonEntry) -> Person:
    """Give the person in the terms of the score; pregnant or breast-feeding implies female."""
    sex = profile.sex
    if sex is None and (profile.pregnant or profile.lactating):
        sex = Sex.FEMALE
    return Person(age_years=profile.years(), sex=sex, pregnant=profile.pregnant, lactating=profile.lactating)


def check_ids(entries: Iterable[SymptomEntry], knowledge: Knowledge, lexicon: Lexicon) -> None:
    """Make sure that every symptom id is known.

    Raises:
        UnknownSymptomError: some are not; all are named, with suggestions.
    """
    parts = [
        ProblemPart(
            pointer=f"/symptoms/{place}/id",
            detail="There is no symptom with this id.",
            suggestions=near_symptoms(entry.id, knowledge, lexicon),
        )
        for place, entry in enumerate(entries)
        if entry.id is not None and entry.id not in knowledge.symptoms
    ]
    if parts:
        raise UnknownSymptomError(f"{counted(len(parts), 'symptom id')} unknown.", errors=parts)


def near_symptoms(unknown: str, knowledge: Knowledge, lexicon: Lexicon) -> list[str]:
    """Suggest ids: those spelled alike, then those whose words are alike."""
    spelled = get_close_matches(unknown, knowledge.symptoms, n=3, cutoff=0.6)
    words = ids_of(lexicon.suggest(unknown.replace("-", " "), (Kind.SYMPTOM,)))
    return list(dict.fromkeys([*spelled, *words]))[:3]


def ids_of(suggestions: Iterable[Suggestion]) -> list[str]:
    """Give the ids of suggestions."""
    return [suggestion.id for suggestion in suggestions]


def _unmatched(text: str, kind: FactKind, reason: str, suggestions: Sequence[Suggestion]) -> UnmatchedRead:
    """Tell of words that did not count, and of the records that they may have meant."""
    return UnmatchedRead(
        text=text,
        kind=kind,
        reason=reason,
        suggestions=ids_of(suggestions),
        suggestions_named=[Ref(id=one.id, name=one.name) for one in suggestions],
    )


def _symptom_statements(
    entry: SymptomEntry, place: int, lexicon: Lexicon, understood: Understood
) -> Iterator[Statement]:
    if entry.id is not None:
        yield Statement(_finding(entry, entry.id, entry.present), place, sure=True)
        return
    text = entry.text or ""
    result = match_symptom(text, lexicon)
    for mention in result.mentions:
        present = entry.present and mention.present
        finding = _finding(entry, mention.id, present, mention.qualifiers, mention.duration_days)
        sure = mention.confidence >= SURE and len(result.mentions) == 1 and not result.unmatched
        understood.matched.append(
            MatchedRead(
                text=mention.text,
                id=mention.id,
                name=mention.name,
                kind="symptom",
                present=present,
                confidence=mention.confidence,
            )
        )
        yield Statement(finding, place, sure)
    for part in result.unmatched:
        understood.unmatched.append(_unmatched(part.text, "symptom", REASONS[part.reason], part.suggestions))
        understood.anything_unclear |= entry.present and part.reason in UNCLEAR
    if not result.mentions and not result.unmatched:
        understood.unmatched.append(
            _unmatched(text, "symptom", REASONS[Reason.UNKNOWN], lexicon.suggest(text, (Kind.SYMPTOM,)))
        )
        understood.anything_unclear |= entry.present


def _finding(
    entry: SymptomEntry,
    symptom: str,
    present: bool,
    qualifiers: Iterable[Qualifier] = (),
    duration_days: float | None = None,
) -> Finding:
    return Finding(
        symptom=symptom,
        present=present,
        qualifiers=frozenset(entry.qualifiers) | frozenset(qualifiers),
        duration_days=duration_days if entry.duration_days is None else entry.duration_days,
    )


def _without_contradictions(statements: list[Statement], understood: Understood) -> list[Finding]:
    """Keep reports over denials; refuse where both are beyond doubt and of different entries.

    Raises:
        ContradictorySymptomsError: see above.
    """
    reported = {one.finding.symptom for one in statements if one.finding.present}
    parts = []
    kept = []
    for denial in statements:
        if denial.finding.present or denial.finding.symptom not in reported:
            kept.append(denial.finding)
            continue
        understood.both_said.add(denial.finding.symptom)
        reports = [
            one for one in statements if one.finding.present and one.finding.symptom == denial.finding.symptom
        ]
        plain = [one.place for one in reports if one.sure and one.place != denial.place]
        if denial.sure and plain:
            parts.append(
                ProblemPart(
                    pointer=f"/symptoms/{max(denial.place, min(plain))}",
                    detail="This symptom is said to be present and to be absent.",
                    suggestions=[denial.finding.symptom],
                )
            )
    if parts:
        raise ContradictorySymptomsError("A symptom can't be both present and absent.", errors=parts)
    return kept


def _understand_factors(
    profile: Profile, knowledge: Knowledge, lexicon: Lexicon, understood: Understood
) -> None:
    """Understand diet, conditions, medicines and habits."""
    if profile.diet is not None and f"diet-{profile.diet.value}" in knowledge.risk_factors:
        understood.risk_factors.add(f"diet-{profile.diet.value}")
    listed: tuple[tuple[FactKind, Kind, list[str]], ...] = (
        ("condition", Kind.CONDITION, profile.conditions),
        ("medication", Kind.MEDICATION, profile.medications),
        ("lifestyle", Kind.LIFESTYLE, profile.lifestyle),
    )
    for kind, first, texts in listed:
        for text in texts:
            if text in knowledge.risk_factors:
                understood.risk_factors.add(text)
            else:
                _understand_factor(text, kind, first, lexicon, understood)


def _understand_factor(
    text: str, kind: FactKind, first: Kind, lexicon: Lexicon, understood: Understood
) -> None:
    others = tuple(other for other in FACTOR_KINDS if other is not first)
    found: Sequence[NameMatch] = match_names(text, lexicon, first)
    if any(match.text != text or match.confidence < 1 for match in found):
        found = _fullest([*found, *match_names(text, lexicon, *others)])
    for match in found:
        if match.id is None:
            understood.unmatched.append(
                _unmatched(match.text, kind, REASONS[Reason.UNKNOWN], match.suggestions)
            )
            continue
        if not match.negated:
            understood.risk_factors.add(match.id)
        understood.matched.append(
            MatchedRead(
                text=match.text,
                id=match.id,
                name=match.name or match.id,
                kind=kind,
                present=not match.negated,
                confidence=match.confidence,
            )
        )


def _fullest(matches: Sequence[NameMatch]) -> list[NameMatch]:
    """Leave out what a reading of more of the text, or a surer one of the same words, makes void.

    So "alcohol abuse" among the habits is the condition, not the habit "alcohol".
    """
    found = [match for match in matches if match.id is not None]
    if not found:
        return list(matches[:1])

    def void(match: NameMatch, other: NameMatch) -> bool:
        if match.text == other.text:
            return match.confidence < other.confidence
        return match.text in other.text

    return [match for match in found if not any(void(match, other) for other in found)]


def _understand_lab(entry: LabEntry, knowledge: Knowledge, lexicon: Lexicon, understood: Understood) -> None:
    test = knowledge.lab_tests.get(entry.test)
    suggestions: Sequence[Suggestion] = ()
    confidence = 1.0
    if test is None:
        match = match_name(entry.test, lexicon, Kind.LAB_TEST)
        test = knowledge.lab_tests.get(match.id or "")
        suggestions, confidence = match.suggestions, match.confidence
    if test is None:
        understood.unmatched.append(_unmatched(entry.test, "lab-test", REASONS[Reason.UNKNOWN], suggestions))
        return
    result = _result(entry, test, understood)
    if result is None:
        return
    understood.labs.append(result)
    if entry.test != test.id:
        understood.matched.append(
            MatchedRead(
                text=entry.test,
                id=test.id,
                name=test.name,
                kind="lab-test",
                present=True,
                confidence=confidence,
            )
        )


def _result(entry: LabEntry, test: LabTest, understood: Understood) -> LabResult | None:
    """Read the result of a known test; what can't be read goes to `unmatched`."""
    number: float | None
    if isinstance(entry.value, str):
        interpretation = interpretation_of(entry.value)
        if interpretation is not None:
            return LabResult(test=test.id, interpretation=interpretation)
        number = bounded_value(entry.value)
    else:
        number = entry.value
    reason = "the result was not understood; give a number, or low, normal or high"
    suggestions: list[str] = []
    if number is not None:
        try:
            value = canonical_value(test, value=number, unit=entry.unit or "")
        except UnknownUnitError:
            reason = "the unit is missing or can't be converted; none is guessed"
            suggestions = list(units_of(test))
        except ImplausibleValueError:
            reason = "the number can't be right with this unit; check both"
            suggestions = list(units_of(test))
        else:
            return LabResult(test=test.id, value=value)
    understood.unmatched.append(
        UnmatchedRead(
            text=entry.test,
            kind="lab-test",
            reason=reason,
            suggestions=suggestions,
            suggestions_named=[],  # units have no names
        )
    )
    return None
