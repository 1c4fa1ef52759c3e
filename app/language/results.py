"""What understanding a text gives: mentions, what was not understood, and suggestions.

`confidence` is how sure we are that the words mean this record, from 0 to 1. It starts at 1 (the
words are those of a curated phrase) and each liberty taken with the words costs something, see
`app.language.costs`. Below `costs.FLOOR` nothing is called a match: the words go to `unmatched`,
and what came near becomes a suggestion.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from app.vocabulary import Qualifier


class Kind(StrEnum):
    """Sort of record that words can name."""

    SYMPTOM = "symptom"
    CONDITION = "condition"
    MEDICATION = "medication"
    DIET = "diet"
    LIFESTYLE = "lifestyle"
    LIFE_STAGE = "life-stage"
    LAB_TEST = "lab-test"


class Reason(StrEnum):
    """Why words were not taken as a finding of the reader."""

    UNKNOWN = "unknown"
    UNSURE = "unsure"
    OTHER_PERSON = "other-person"
    PAST = "past"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A record that the words may have meant; `score` only orders suggestions."""

    kind: Kind
    id: str
    name: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One finding in a text. `text == original[start:end]`, counted in Unicode code points.

    Mentions may overlap: "numbness and tingling in both feet" holds two that share "both feet".
    `present` is False for what is denied ("no cramps"). `duration_days` is None where no length
    of time is said, or where it cannot be known without a calendar ("since March").
    """

    text: str
    start: int
    end: int
    id: str
    name: str
    present: bool
    confidence: float
    qualifiers: tuple[Qualifier, ...] = ()
    duration_days: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmatched:
    """Words that were not taken as a finding, with up to three suggestions, best first."""

    text: str
    start: int
    end: int
    reason: Reason
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseResult:
    """Everything found in a text, in the order of the text."""

    mentions: tuple[Mention, ...] = field(default=())
    unmatched: tuple[Unmatched, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """A condition, medicine, diet, habit or lab test named by a text.

    `id`, `name` and `kind` are None where nothing was understood; then `suggestions` may help.
    `negated` is True for "no alcohol" or "not diabetic": understood, but it does not apply.
    """

    text: str
    id: str | None = None
    name: str | None = None
    kind: Kind | None = None
    confidence: float = 0.0
    negated: bool = False
    suggestions: tuple[Suggestion, ...] = ()
