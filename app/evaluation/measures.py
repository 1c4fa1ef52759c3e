"""Measures of how well the assessment, or another way to rank, does on a group of cases."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.evaluation.cases import Case, Outcome, Posed, outcome_of
from app.evaluation.metrics import Bin, Proportion, expected_calibration_error, proportion
from app.evaluation.rivals import Rival
from app.vocabulary import TriageLevel

LEVELS = {level: position for position, level in enumerate(TriageLevel)}
TOP = (1, 3, 5)
# Nobody looks at what became of single cases of these sets. The others were opened, and are tuned on.
UNSEEN = frozenset({"fourth-held-out"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingMeasures:
    """How well a way of ranking does; the last two are None where it gives no probability."""

    cases: int
    top: dict[int, Proportion]
    top_in_list: dict[int, Proportion]
    abstentions: int
    negatives_quiet: Proportion | None
    calibration_error: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """How well the assessment does: its ranking, its triage, and its understanding of words."""

    ranking: RankingMeasures
    triage_recall: Proportion
    emergencies_at_least_urgent: Proportion
    over_triage: Proportion
    phrases_understood: Proportion


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalMeasures:
    """How well another way of ranking does, by set of cases."""

    name: str
    meaning: str
    sets: dict[str, RankingMeasures]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """All measures over all cases."""

    cases: list[Case]
    overall: Measures
    sets: dict[str, Measures]
    kinds: dict[str, Measures]
    rivals: list[RivalMeasures]
    per_nutrient: dict[str, Proportion]
    reliability: list[Bin]


def measure(cases: Iterable[Case]) -> Measures:
    """Measure what the assessment made of the cases."""
    cases = list(cases)
    urgent = [case for case in cases if case.red_flag and case.expected_triage is not None]
    emergencies = [case for case in cases if case.expected_triage is TriageLevel.EMERGENCY]
    calm = [case for case in cases if not case.red_flag]
    return Measures(
        ranking=measure_ranking([case.outcome for case in cases]),
        triage_recall=proportion(
            sum(at_least(case.triage, case.expected_triage) for case in urgent), len(urgent)
        ),
        emergencies_at_least_urgent=proportion(
            sum(at_least(case.triage, TriageLevel.URGENT) for case in emergencies), len(emergencies)
        ),
        over_triage=proportion(sum(case.triage is TriageLevel.EMERGENCY for case in calm), len(calm)),
        phrases_understood=proportion(
            sum(case.phrases_understood for case in cases), sum(case.phrases for case in cases)
        ),
    )


def measure_ranking(outcomes: Sequence[Outcome], *, probable: bool = True) -> RankingMeasures:
    """Measure what a way of ranking made of the cases; `probable` says that it gives probabilities."""
    with_gold = [outcome for outcome in outcomes if outcome.gold]
    negatives = [outcome for outcome in outcomes if not outcome.gold]
    pairs = [pair for outcome in outcomes for pair in outcome.probabilities]
    return RankingMeasures(
        cases=len(outcomes),
        top={k: found_at(k, [one.rank_among_nutrients for one in with_gold]) for k in TOP},
        top_in_list={k: found_at(k, [one.rank_in_list for one in with_gold]) for k in TOP},
        abstentions=sum(outcome.rank_among_nutrients is None for outcome in with_gold),
        negatives_quiet=(
            proportion(sum(not outcome.likely_nutrients for outcome in negatives), len(negatives))
            if probable
            else None
        ),
        calibration_error=expected_calibration_error(pairs),
    )


def measure_rival(rival: Rival, posed: Sequence[Posed], sets: Sequence[str]) -> RivalMeasures:
    """Measure another way of ranking on the same understood cases."""
    rankings = [(one.vignette, rival.ranking(one.request)) for one in posed]
    probable = any(ranked.probability is not None for _, ranking in rankings for ranked in ranking)
    outcomes = [outcome_of(vignette, ranking) for vignette, ranking in rankings]
    return RivalMeasures(
        name=rival.name,
        meaning=rival.meaning,
        sets={
            name: measure_ranking([one for one in outcomes if one.case_set == name], probable=probable)
            for name in sets
        },
    )


def found_at(k: int, ranks: Sequence[int | None]) -> Proportion:
    """Give the share of ranks that are k or better."""
    return proportion(sum(rank is not None and rank <= k for rank in ranks), len(ranks))


def at_least(level: TriageLevel, wanted: TriageLevel | None) -> bool:
    """Tell whether a level is as urgent as the one wanted, or more so."""
    return wanted is not None and LEVELS[level] <= LEVELS[wanted]
