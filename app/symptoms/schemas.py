"""How the API tells of symptoms, and of what a text says about them."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.expansion.schemas import Expandable
from app.lists.pages import RecordPage
from app.patterns import NO_NUL
from app.schemas import LinkRead, ReadModel, Ref
from app.symptoms.summaries import SymptomSummary
from app.values import Background, Faq, Sourced
from app.vocabulary import Qualifier, TriageLevel

MAX_TEXT = 2_000


class SymptomRead(Expandable, SymptomSummary):
    """Everything that a page about a symptom needs."""

    local_reason: str | None = Field(description="Why no HPO term fits, where none does.")
    clinical_names: list[str] = Field(description="What clinicians call it.")
    wider: list[Ref] = Field(description="Wider symptoms, nearest first.")
    narrower: list[Ref] = Field(description="Narrower symptoms.")
    question: str = Field(description="How to ask about it.")
    when_to_seek_care: str = Field(description="When not to wait.")
    base_level: TriageLevel = Field(description="Least triage level when it is the only finding.")
    background: Background = Field(description="How often people in general have it.")
    background_rate: float = Field(
        description="Share of people in general who report it, as the score uses it, a fraction."
    )
    key_points: list[Sourced] = Field(description="What to remember.")
    faq: list[Faq] = Field(description="Questions that readers ask.")
    nutrients: list[LinkRead] = Field(
        description="Nutrients whose lack or excess is said to give it, the likeliest first, as the score "
        "ranks them for this symptom alone in anybody; then those whose odds it hardly raises (a ratio "
        "below 1.2); claims that were tested and failed last, with `stance` `contradicts`. "
        "A claim about a wider symptom holds here too, and names it."
    )
    other_triggers: list[LinkRead] = Field(
        description="Everyday triggers, medicines and diseases that give it too, in the same order."
    )


class SymptomPage(Expandable, RecordPage[SymptomSummary]):
    """A page of symptoms."""


class ParseRequest(BaseModel):
    """Words to understand. They are not stored."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"text": "my lip keeps jumping and I feel tired, but no cramps"}]},
    )

    text: Annotated[str, Field(min_length=1, max_length=MAX_TEXT, pattern=NO_NUL)] = Field(
        description="What bothers the person, in their own words."
    )


class Mention(ReadModel):
    """A finding in the text."""

    text: str = Field(description="The words that were understood.")
    start: int = Field(description="First character, counted in Unicode code points.")
    end: int = Field(description="Character after the last one.")
    symptom: Ref = Field(description="The symptom that they mean.")
    present: bool = Field(description="False where it is denied.")
    confidence: float = Field(ge=0, le=1, description="How sure the match is.")
    qualifiers: list[Qualifier] = Field(description="How it behaves, where said.")
    duration_days: float | None = Field(description="For how many days, where said.")


class SuggestionRead(ReadModel):
    """A record that words may have meant."""

    id: str = Field(description="Id of the record.")
    name: str = Field(description="Name of the record.")


class UnmatchedText(ReadModel):
    """Words that were not taken as a finding of the person."""

    text: str = Field(description="The words.")
    start: int = Field(description="First character, counted in Unicode code points.")
    end: int = Field(description="Character after the last one.")
    reason: Literal["unknown", "unsure", "other-person", "past", "hypothetical"] = Field(
        description="Why they were not taken."
    )
    suggestions: list[SuggestionRead] = Field(description="What they may have meant.")


class ParseRead(ReadModel):
    """What a text says."""

    mentions: list[Mention] = Field(description="Findings, in the order of the text.")
    unmatched: list[UnmatchedText] = Field(description="What was not understood.")
