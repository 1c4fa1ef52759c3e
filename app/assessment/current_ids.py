"""Puts the ids that records have now in the place of those that were merged into them."""

from app.assessment.requests import AssessmentRequest
from app.merged.queries import MergedIds


def with_current_ids(body: AssessmentRequest, merged: MergedIds) -> AssessmentRequest:
    """Give a request that names no merged id; the same one where nothing was ever merged."""
    if not merged:
        return body
    profile = body.profile
    return body.model_copy(
        update={
            "symptoms": [
                entry if entry.id is None else entry.model_copy(update={"id": now})
                for entry in body.symptoms
                for now in [merged.current("symptom", entry.id or "")]
            ],
            "profile": profile.model_copy(
                update={
                    name: [merged.current("risk-factor", words) for words in getattr(profile, name)]
                    for name in ("conditions", "medications", "lifestyle")
                }
            ),
            "labs": [
                entry.model_copy(update={"test": merged.current("lab-test", entry.test)})
                for entry in body.labs
            ],
        }
    )
