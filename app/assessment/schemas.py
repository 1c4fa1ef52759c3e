"""What `POST /v1/assess` answers. Every member is always there; what is absent is null or empty."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from app.expansion.schemas import Expanded
from app.problems import Problem
from app.schemas import ReadModel, Ref
from app.scoring.evidence import EvidenceDirection, EvidenceKind
from app.vocabulary import Basis, CauseKind, Grade, InteractionKind, Severity, TriageLevel

Likelihood = TypeAliasType(
    "Likelihood",
    Annotated[Literal["likely", "possible", "unlikely"], Field(description="A probability in a word.")],
)


class FiredRuleRead(ReadModel):
    """A triage rule that fired."""

    id: str = Field(description="Id of the rule, see `/v1/red-flags`.")
    name: str = Field(description="The rule in a few words.")
    level: TriageLevel = Field(description="Level that it sets.")
    because: list[str] = Field(description="Ids of the findings, factors and tests that fired it.")
    because_named: list[Ref] = Field(description="The same with their names.")
    advice: str = Field(description="What to do.")
    sources: list[str] = Field(description="Ids of the sources.")


class TriageRead(ReadModel):
    """How soon to seek care. It comes from its own rules; no score can lower it."""

    level: TriageLevel = Field(description="How soon to seek care.")
    red_flags: list[FiredRuleRead] = Field(description="Rules that fired, most urgent first.")
    because: list[str] = Field(description="Ids of symptoms that set the level by themselves.")
    because_named: list[Ref] = Field(description="The same with their names.")
    advice: str = Field(description="What to do, and when to come back.")


class PriorReasonRead(ReadModel):
    """What moved the prior odds."""

    kind: Literal["risk-factor", "gate"] = Field(
        description="A declared risk factor or life stage; or the gate of a cause that hardly "
        "occurs without one."
    )
    id: str = Field(description="Id of the risk factor; of the cause, for the gate.")
    name: str = Field(description="Its name.")
    odds_ratio: float = Field(description="Odds ratio as recorded.")
    odds_ratio_used: float = Field(description="Odds ratio as it entered the prior odds.")
    capped: bool = Field(
        description="Whether less was used than recorded: only the strongest of a pathway counts, "
        "further pathways count in part, and the product has a ceiling."
    )
    plain: str = Field(description="The same in one plain sentence.")
    pathway: str | None = Field(description="Route by which it acts.")
    mechanism: str = Field(description="How it acts, in one sentence.")
    grade: Grade = Field(description="Strength of the evidence.")
    basis: Basis = Field(description="Where the figure comes from.")
    sources: list[str] = Field(description="Ids of the sources.")


class PriorOddsRead(ReadModel):
    """The odds before any finding."""

    odds: float = Field(description="Prior odds, with all factors.")
    base_odds: float = Field(description="Prior odds of the group before its risk factors.")
    population: str = Field(description="The group that the base odds are of.")
    grade: Grade = Field(description="Strength of the evidence for the base odds.")
    basis: Basis = Field(description="Where the base odds come from.")
    sources: list[str] = Field(description="Ids of the sources of the base odds.")
    because: list[PriorReasonRead] = Field(
        description="What moved them; `base_odds` times every `odds_ratio_used` is `odds`."
    )


class EvidenceRead(ReadModel):
    """One piece of evidence."""

    kind: EvidenceKind = Field(description="Where it comes from.")
    id: str = Field(description="Id of the symptom, test or nutrient.")
    name: str = Field(description="Its name.")
    counted_as: str = Field(description="The level at which it is listed, and counted.")
    counted_as_name: str = Field(description="Its name.")
    likelihood_ratio: float = Field(description="Likelihood ratio as used.")
    weight: float = Field(description="Its natural logarithm: the weights add up.")
    listed_ratio: float = Field(description="Likelihood ratio before discounts and ceilings.")
    capped: bool = Field(
        description="Whether it was discounted or capped: related findings don't count twice."
    )
    direction: EvidenceDirection = Field(
        description="Which way it points; a link that was tested and not found has weight 0."
    )
    grade: Grade = Field(description="Strength of the evidence.")
    basis: Basis = Field(description="Where the figure comes from.")
    mechanism: str = Field(description="How the cause gives the finding, in one sentence.")
    via: str | None = Field(description="Id of the cause through which it acts, where indirect.")
    via_name: str | None = Field(description="Its name.")
    plain: str = Field(description="The same in one plain sentence.")
    sources: list[str] = Field(description="Ids of the sources.")


class CounterfactualRead(ReadModel):
    """What would be left without the strongest reason."""

    kind: str = Field(description="Kind of the strongest reason.")
    id: str = Field(description="Id of the strongest reason.")
    name: str = Field(description="Its name.")
    probability: float = Field(description="Probability without it.")
    plain: str = Field(description="The same in one plain sentence.")


class UpperLimitRead(ReadModel):
    """The tolerable upper intake level."""

    value: float = Field(description="Most that is safe in a day, in `unit`.")
    unit: str = Field(description="UCUM unit.")
    unit_basis: str | None = Field(description="What the unit counts, where an equivalent.")
    note: str | None = Field(description="What it covers, for example supplements only.")


class RecommendedIntakeRead(ReadModel):
    """How much a person of that life stage needs."""

    measure: str = Field(description="RDA, or AI where no RDA is set.")
    value: float | None = Field(
        description="The figure, per day; null where it depends on an age or sex that wasn't given."
    )
    low: float = Field(description="Lowest figure that may hold; equal to `value` if known.")
    high: float = Field(description="Highest figure that may hold; equal to `value` if known.")
    unit: str = Field(description="UCUM unit.")
    unit_basis: str | None = Field(description="What the unit counts, where an equivalent.")
    life_stage: str | None = Field(description="Id of the life stage; null for a range.")
    life_stage_name: str | None = Field(description="The life stage in words; null for a range.")
    note: str | None = Field(description="What to know about the figure.")
    upper_limit: UpperLimitRead | None = Field(
        description="Upper level; null where none is set or where it isn't one figure."
    )
    sources: list[str] = Field(description="Ids of the publications.")


class FoodPortionRead(ReadModel):
    """The amount in a household portion."""

    value: float = Field(description="Amount of the nutrient.")
    unit: str = Field(description="UCUM unit.")
    unit_basis: str | None = Field(description="What the unit counts, where an equivalent.")
    portion: str = Field(description="The portion in words.")
    gram_weight: float = Field(description="Its weight in grams.")


class CandidateFoodRead(ReadModel):
    """A food rich in the nutrient that fits the diet."""

    id: int = Field(description="FDC id.")
    name: str = Field(description="USDA's description.")
    plain_name: str = Field(description="The same for readers, without what only a laboratory needs.")
    per_portion: FoodPortionRead | None = Field(
        description="Amount in the typical portion; null where USDA has no portions."
    )
    per_100_g: float = Field(description="Amount per 100 g, in `unit`.")
    unit: str = Field(description="UCUM unit of the nutrient's amounts.")
    unit_basis: str | None = Field(description="What the unit counts, where an equivalent.")
    percent_of_rda: float | None = Field(
        description="Share of the recommended intake in the portion (or 100 g), in per cent; of the "
        "highest figure where it is a range; null where the two count different things."
    )
    percent_is_lower_bound: bool = Field(
        description="Whether the true share is higher: niacin of a food whose tryptophan is unknown."
    )


class LabTestAdviceRead(ReadModel):
    """A test to ask a doctor about."""

    id: str = Field(description="Id of the test, see `/v1/lab-tests`.")
    name: str = Field(description="Name of the test.")
    what_it_shows: str = Field(description="What a result tells.")
    limits: list[str] = Field(description="What can mislead.")


class PersonalInteractionRead(ReadModel):
    """How the nutrient acts together with a medicine, a condition or a life stage of the person."""

    kind: InteractionKind = Field(description="What it interacts with.")
    id: str = Field(description="Id of the risk factor that the interaction is recorded with.")
    because: list[Ref] = Field(description="What the person declared that belongs to it.")
    effect: str = Field(description="What happens.")
    advice: str = Field(description="What to do, or to ask.")
    severity: Severity = Field(description="How much it matters.")
    grade: Grade = Field(description="Strength of the evidence.")
    spacing_hours: float | None = Field(
        description="Hours to leave between the two, where a source gives a figure."
    )
    sources: list[str] = Field(description="Ids of the sources.")


class CandidateRead(ReadModel):
    """One possible explanation. It is information, not a diagnosis."""

    rank: int = Field(description="Place in the whole list.")
    kind: CauseKind = Field(description="Sort of explanation.")
    id: str = Field(description="Id of the cause.")
    nutrient: str | None = Field(description="Id of its nutrient; null where it has none.")
    nutrient_name: str | None = Field(description="Name of its nutrient; null where it has none.")
    name: str = Field(description="Name for readers.")
    summary: str = Field(description="What it is, in a few plain sentences.")
    probability: float = Field(description="Probability that it is there.", ge=0, le=1)
    interval: list[float] = Field(
        description="Low and high end of the probability.", min_length=2, max_length=2
    )
    likelihood: Likelihood = Field(description="likely from 0.5, possible from 0.1, unlikely below.")
    prior: PriorOddsRead = Field(description="The odds before any finding.")
    evidence: list[EvidenceRead] = Field(
        description="What speaks for and against, strongest first; empty with `explain` false."
    )
    counterfactual: CounterfactualRead | None = Field(
        description="What would be left without the strongest reason; null where nothing supports."
    )
    measured_share: float = Field(
        description="Share of all weights that rests on measured figures, a fraction."
    )
    recommended_intake: RecommendedIntakeRead | None = Field(
        description="How much is recommended; null where the cause is no nutrient's."
    )
    foods: list[CandidateFoodRead] = Field(
        description="Everyday foods rich in the nutrient, of different kinds, for deficiencies."
    )
    foods_note: str | None = Field(
        description="Why no foods are named for a deficiency: a condition or medicine, an infant's age, "
        "salt, or none that fits; null where foods are named."
    )
    lab_tests: list[str] = Field(
        description="Ids of tests that bear on it: the nutrient's own first, then what tells most."
    )
    lab_tests_named: list[Ref] = Field(description="The same with their names.")
    tests_to_ask_about: list[LabTestAdviceRead] = Field(
        description="The first of these tests, with what they show and what misleads."
    )
    cautions: list[str] = Field(
        description="What to be careful about; first what concerns the medicines, conditions and life "
        "stage of the person."
    )
    interactions: list[PersonalInteractionRead] = Field(
        description="The same cautions of the person, each with grade and sources."
    )
    what_helps: str | None = Field(description="What usually helps, in general.")
    ask_doctor: list[str] = Field(description="Questions for a doctor.")
    when_to_seek_care: str = Field(description="When not to wait.")
    time_to_improve: str | None = Field(description="How long it takes to get better.")
    sources: list[str] = Field(description="Ids of the sources of the texts.")


class QuestionRead(ReadModel):
    """What to ask next."""

    kind: Literal["symptom"] = Field(description="What is asked about.")
    id: str = Field(description="Id of the symptom.")
    name: str = Field(description="Name of the symptom.")
    text: str = Field(description="How to ask.")
    information_gain_bits: float = Field(
        description="Expected information gain in bits, added up over candidates."
    )
    raises_triage_to: TriageLevel | None = Field(
        description="Triage level that a yes would give; null where it would change nothing."
    )
    red_flag: Ref | None = Field(
        description="Triage rule that a yes would fire; null where a yes alone sets the level, or would "
        "change nothing."
    )
    because: list[str] = Field(description="Ids of reported symptoms that the rule reads beside it.")
    because_named: list[Ref] = Field(description="The same with their names.")


FactKind = TypeAliasType(
    "FactKind",
    Annotated[
        Literal["symptom", "condition", "medication", "diet", "lifestyle", "lab-test", "food"],
        Field(description="What words of a request were about."),
    ],
)


class MatchedRead(ReadModel):
    """Words that were understood."""

    text: str = Field(description="The words as sent.")
    id: str = Field(description="Id of what they mean.")
    name: str = Field(description="Name of what they mean.")
    kind: FactKind = Field(description="Where they stood in the request.")
    present: bool = Field(description="False where they deny it.")
    confidence: float = Field(description="How sure the match is.", ge=0, le=1)


class UnmatchedRead(ReadModel):
    """Words that were not understood and did not count."""

    text: str = Field(description="The words as sent.")
    kind: FactKind = Field(description="Where they stood in the request.")
    reason: str = Field(description="Why they did not count.")
    suggestions: list[str] = Field(description="Ids or units that may have been meant.")
    suggestions_named: list[Ref] = Field(description="The ids among them with their names.")


class AssessmentRead(ReadModel):
    """What may be behind the findings, and how soon to seek care."""

    triage: TriageRead = Field(description="How soon to seek care.")
    candidates: list[CandidateRead] = Field(description="Possible explanations of all kinds in one ranking.")
    next_questions: list[QuestionRead] = Field(description="What to ask next, best first.")
    coverage: list[str] = Field(description="What the answer does not cover.")
    matched: list[MatchedRead] = Field(description="Words that were understood.")
    unmatched: list[UnmatchedRead] = Field(description="Words that were not understood.")
    disclaimer: str = Field(description="What this answer is and is not.")
    content_release: str = Field(description="Content release that answered.")
    model_version: str = Field(description="Version of the scoring model.")
    expanded: Expanded | None = Field(
        default=None,
        description="The records that `options.expand` asked for, by kind and id; null unless asked for.",
    )


class BatchItemRead(ReadModel):
    """What came of one request of a batch: an assessment or a problem."""

    index: int = Field(description="Place of the request in the batch, from 0.")
    assessment: AssessmentRead | None = Field(description="The answer; null where there is a problem.")
    problem: Problem | None = Field(
        description="What was wrong with this request, as `/v1/assess` would tell it; pointers lead "
        "into the batch. Null where it was answered."
    )


class BatchRead(ReadModel):
    """Answers of a batch, in the order of its requests."""

    items: list[BatchItemRead] = Field(description="One item a request.")
