"""Parts of an evaluation in lines for a terminal."""

from collections.abc import Iterator, Mapping

from app.evaluation.cases import Case
from app.evaluation.measures import TOP, Evaluation, Measures, RankingMeasures, at_least
from app.evaluation.metrics import Proportion

WIDTH = 24


def table(columns: Mapping[str, Measures]) -> Iterator[str]:
    """Tell of measures, one row each, one column a group of cases."""
    yield row("", [f"{name} ({one.ranking.cases})" for name, one in columns.items()])
    rows: dict[str, list[Proportion | None]] = {
        **{f"top-{k} among nutrients": [one.ranking.top[k] for one in columns.values()] for k in TOP},
        **{
            f"top-{k} in the whole list": [one.ranking.top_in_list[k] for one in columns.values()]
            for k in TOP
        },
        "triage at or above the right level": [one.triage_recall for one in columns.values()],
        "emergencies at least urgent": [one.emergencies_at_least_urgent for one in columns.values()],
        "other cases raised to emergency": [one.over_triage for one in columns.values()],
        "negatives kept from likely": [one.ranking.negatives_quiet for one in columns.values()],
        "symptom texts understood": [one.phrases_understood for one in columns.values()],
    }
    for name, cells in rows.items():
        yield row(name, [share(one) for one in cells])
    yield row("right ones not listed", [str(one.ranking.abstentions) for one in columns.values()])
    yield row("calibration error", [error(one.ranking) for one in columns.values()])


def compared(found: Evaluation) -> Iterator[str]:
    """Tell of the model and of each other way to rank, by set: top-1, top-3, negatives, calibration."""
    for name in found.sets:
        yield row(f"{name}: way to rank", ["top-1", "top-3", "negatives quiet", "calibration error"])
        ways = {"model": found.sets[name].ranking, **{one.name: one.sets[name] for one in found.rivals}}
        for way, one in ways.items():
            yield row(
                f"  {way}", [share(one.top[1]), share(one.top[3]), share(one.negatives_quiet), error(one)]
            )


def missed(case: Case) -> bool:
    """Tell whether a case went wrong: nutrient not among the first three, a false "likely", too calm."""
    unfound = bool(case.outcome.gold) and case.outcome.rank_among_nutrients not in {1, 2, 3}
    loud = not case.outcome.gold and bool(case.outcome.likely_nutrients)
    low = (
        case.red_flag and case.expected_triage is not None and not at_least(case.triage, case.expected_triage)
    )
    return unfound or loud or low


def told_case(case: Case) -> str:
    """Tell what became of a case."""
    outcome = case.outcome
    return (
        f"{case.id} {outcome.case_set} gold={','.join(outcome.gold) or 'none'} "
        f"rank={outcome.rank_among_nutrients} first={case.first} "
        f"likely={','.join(outcome.likely_nutrients) or 'none'} triage={case.triage.value} "
        f"expected={case.expected_triage} phrases={case.phrases_understood}/{case.phrases}"
    )


def row(name: str, cells: list[str]) -> str:
    """Put a name and cells into columns."""
    return f"{name:36}{''.join(f'{cell:{WIDTH}}' for cell in cells)}".rstrip()


def share(one: Proportion | None) -> str:
    """Tell of a proportion: percent, n/N and its interval."""
    if one is None or one.share is None or one.low is None or one.high is None:
        return "-"
    return f"{one.share:4.0%} {one.hits}/{one.of} ({one.low:.0%}-{one.high:.0%})"


def error(one: RankingMeasures) -> str:
    """Tell of a calibration error."""
    return "-" if one.calibration_error is None else f"{one.calibration_error:.3f}"
