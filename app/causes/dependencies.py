"""Look-ups of causes, each with its 404."""

from typing import Annotated

from fastapi import Depends

from app.causes import queries
from app.causes.models import Cause
from app.live import LiveDep, SessionDep
from app.lookups import absent
from app.problems import NotFoundError
from app.schemas import SlugPath


class CauseNotFoundError(NotFoundError):
    """No cause bears the id asked for."""

    slug, title = "cause-not-found", "No such cause"
    what_to_do = "Ids of causes are in the records of nutrients and triggers, and in /v1/model."


class TriggerNotFoundError(NotFoundError):
    """No trigger or disease to rule out bears the id asked for."""

    slug, title = "trigger-not-found", "No such trigger"
    what_to_do = "Ids are listed by /v1/triggers; /v1/search?q= finds them by name."


def trigger_or_404(session: SessionDep, live: LiveDep, trigger: SlugPath) -> Cause:
    """Give a trigger by its id."""
    found = queries.cause_by_id(session, trigger)
    if found is None or found.kind not in queries.TRIGGER_KINDS:
        raise absent(TriggerNotFoundError, "trigger", trigger, live)
    return found


TriggerDep = Annotated[Cause, Depends(trigger_or_404)]
