"""How the API tells of the evaluation and of what the scoring knows."""

from pydantic import Field

from app.schemas import LikelihoodRead, ReadModel
from app.values import Told
from app.vocabulary import TriageLevel


class ProportionRead(ReadModel):
    """n of N with its 95 % Wilson interval."""

    hits: int = Field(ge=0, description="n.")
    of: int = Field(ge=0, description="N.")
    share: Told | None = Field(description="n/N, a fraction; null where N is 0.")
    low: Told | None = Field(description="Low end of the interval.")
    high: Told | None = Field(description="High end of the interval.")


class TopRead(ReadModel):
    """How often a right nutrient is among the first k."""

    k: int = Field(ge=1, description="How far down the list is looked.")
    among_nutrients: ProportionRead = Field(description="Among the deficiencies of the answer.")
    in_whole_list: ProportionRead = Field(description="In the whole list, triggers and diseases included.")


class NutrientRecallRead(ReadModel):
    """How often a nutrient is found among the first three deficiencies."""

    nutrient: str = Field(description="Id of the nutrient.")
    top_3: ProportionRead = Field(description="Cases in which it or another right one is found.")


class BinRead(ReadModel):
    """A bin of the reliability plot."""

    low: float = Field(description="Low end of the predicted probability.")
    high: float = Field(description="High end of the predicted probability.")
    count: int = Field(ge=0, description="Predictions in the bin.")
    mean_probability: Told | None = Field(description="Mean prediction; null where empty.")
    observed: Told | None = Field(description="Share that was right; null where empty.")


class CaseRead(ReadModel):
    """What the assessment made of one published case."""

    id: str = Field(description="Id of the case.")
    set: str = Field(description="Set that the case is of.")
    kind: str = Field(description="Sort of case.")
    gold: list[str] = Field(description="Nutrients that the source names; empty for none.")
    rank_among_nutrients: int | None = Field(description="Best rank of one; null where unlisted.")
    rank_in_list: int | None = Field(description="The same in the whole list.")
    first: str | None = Field(description="Id of the cause that came first.")
    likely_nutrients: list[str] = Field(description="Deficiencies called likely.")
    triage: TriageLevel = Field(description="Level given.")
    expected_triage: TriageLevel | None = Field(description="Level that the source asks for.")


class RankingRead(ReadModel):
    """How well a way of ranking does on a group of cases."""

    cases: int = Field(ge=0, description="Cases that were run.")
    top: list[TopRead] = Field(description="How often a right nutrient is among the first k.")
    negatives_quiet: ProportionRead | None = Field(
        description="Cases without a nutrient in which no deficiency is called likely; null where no "
        "probability is given."
    )
    abstentions: int = Field(
        ge=0, description="Cases with a nutrient in which none of the right ones is listed."
    )
    calibration_error: Told | None = Field(
        description="Expected calibration error over all deficiencies listed, ten bins; null where no "
        "probability is given."
    )


class MeasuresRead(RankingRead):
    """How well the assessment does on a group of cases."""

    triage_recall: ProportionRead = Field(
        description="Red-flag cases given at least the level that the source asks for."
    )
    emergencies_at_least_urgent: ProportionRead = Field(description="Emergencies given at least `urgent`.")
    over_triage: ProportionRead = Field(description="Other cases raised to `emergency`.")
    phrases_understood: ProportionRead = Field(description="Symptom texts that were understood.")


class SetRead(MeasuresRead):
    """How well the assessment does on one set of cases."""

    set: str = Field(
        description="`dev`: open while the model was chosen. `own`: written from named sources before "
        "anything was tuned on it. `held-out`, `second-held-out` and `third-held-out`: closed until "
        "2026-11-22, then looked at and tuned on. `fourth-held-out`: single results never looked at, "
        "collected by somebody who had not seen the rules, committed before they were changed."
    )


class KindRead(MeasuresRead):
    """How well the assessment does on one kind of case, over all sets."""

    kind: str = Field(description="case-report, exam, negative or red-flag.")


class RivalSetRead(RankingRead):
    """How well another way of ranking does on one set of cases."""

    set: str = Field(description="Set of cases.")


class RivalRead(ReadModel):
    """Another way to rank, measured on the same understood cases."""

    name: str = Field(description="Short name.")
    meaning: str = Field(description="What it does, or what was taken away from the model.")
    sets: list[RivalSetRead] = Field(description="How well it does, by set.")


class EvaluationRead(MeasuresRead):
    """How well the assessment does on the public cases, with this content and model.

    The measures at the top level are over all sets together.
    """

    content_release: str = Field(description="Content release that was measured.")
    model_version: str = Field(description="Version of the scoring model.")
    sets: list[SetRead] = Field(description="The same measures by set of cases.")
    kinds: list[KindRead] = Field(description="The same measures by kind of case.")
    baselines: list[RivalRead] = Field(
        description="Simpler ways to rank, and the model without a part of its knowledge."
    )
    per_nutrient: list[NutrientRecallRead] = Field(description="Top 3 by nutrient, over all sets.")
    reliability: list[BinRead] = Field(description="Predicted against observed, by bin.")
    results: list[CaseRead] = Field(description="Each case of the sets that are open; not `fourth-held-out`.")
    caution: str = Field(description="What these figures can and can't say.")


class ParameterRead(ReadModel):
    """A constant of the model."""

    name: str = Field(description="Name of the constant.")
    value: LikelihoodRead = Field(description="Its value with range.")
    meaning: str = Field(description="What it does.")
    origin: str = Field(description="Paper or rule that it comes from.")


class FigureShareRead(ReadModel):
    """A number of figures and their fraction."""

    name: str = Field(description="What is counted: a basis or a grade.")
    count: int = Field(ge=0, description="How many.")
    fraction: float = Field(ge=0, le=1, description="Fraction of all of this kind.")


class InputRead(ReadModel):
    """What one kind of input to the score rests on."""

    kind: str = Field(description="links, effects, priors, bands, backgrounds, or together.")
    total: int = Field(ge=0, description="How many figures.")
    by_basis: list[FigureShareRead] = Field(description="By where they come from.")
    by_grade: list[FigureShareRead] = Field(description="By strength of evidence.")


class ModelPriorRead(ReadModel):
    """How common a cause is in a group, as the score uses it."""

    population: str = Field(description="The group in words.")
    prevalence: LikelihoodRead = Field(description="Prevalence with range, a fraction.")
    grade: str = Field(description="Strength of the evidence.")
    basis: str = Field(description="Where the figure comes from.")
    sources: list[str] = Field(description="Ids of the sources.")


class ModelLinkRead(ReadModel):
    """What a symptom does to the odds of a cause."""

    symptom: str = Field(description="Id of the symptom.")
    stance: str = Field(description="What the evidence says of the link.")
    frequency: LikelihoodRead | None = Field(
        description="Share of people with the cause who have it; null where a ratio was recorded."
    )
    present: LikelihoodRead = Field(description="Likelihood ratio when it is there.")
    absent: LikelihoodRead = Field(
        description="Likelihood ratio when it is denied; 1 where that says nothing."
    )
    grade: str = Field(description="Strength of the evidence.")
    basis: str = Field(description="Where the figure comes from.")
    sources: list[str] = Field(description="Ids of the sources.")


class ModelCauseRead(ReadModel):
    """Everything that the score knows of one cause."""

    id: str = Field(description="Id of the cause.")
    kind: str = Field(description="Sort of cause.")
    nutrient: str | None = Field(description="Id of its nutrient; null where it has none.")
    name: str = Field(description="Name for readers.")
    requires_risk_factor: bool = Field(description="Whether it hardly occurs without one.")
    priors: list[ModelPriorRead] = Field(description="How common it is.")
    links: list[ModelLinkRead] = Field(description="Its symptoms.")


class ModelRead(ReadModel):
    """What the scoring knows."""

    model_version: str = Field(description="Version of the scoring model.")
    content_release: str = Field(description="Content release that it knows.")
    formula: str = Field(description="How the parts go together.")
    parameters: list[ParameterRead] = Field(description="Every constant, with its origin.")
    inputs: list[InputRead] = Field(description="What the figures rest on.")
    causes: list[ModelCauseRead] = Field(
        description="Causes asked for with `cause`; every cause without it.", max_length=1000
    )
