"""The triage level of a request, as the assessment gives it."""

from typing import Any

from app.assessment.requests import AssessmentRequest
from app.assessment.understanding import person_of, understand
from app.live import Live
from app.scoring.findings import merged
from app.scoring.priors import active_risk_factors
from app.scoring.triage import Circumstances, triage
from app.vocabulary import TriageLevel


def level_of(live: Live, symptoms: list[dict[str, Any]], profile: dict[str, Any]) -> TriageLevel:
    """Understand the entries of a request, and give its level."""
    body = AssessmentRequest.model_validate({"symptoms": symptoms, "profile": profile})
    found = understand(body, live.knowledge, live.lexicon)
    person = person_of(body.profile)
    factors = active_risk_factors(live.knowledge, declared=frozenset(found.risk_factors), person=person)
    circumstances = Circumstances(
        person=person, risk_factors=factors, anything_unmatched=found.anything_unclear
    )
    return triage(live.knowledge, merged(tuple(found.findings)), circumstances).level
