"""From the core's assessment to the answer."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import Literal

from sqlmodel import Session

from app.assessment import texts
from app.assessment.eaten import Eaten
from app.assessment.limits import NOT_ADVISED, Limit, all_limits, may_be_advised
from app.assessment.schemas import (
    CandidateFoodRead,
    CandidateRead,
    CounterfactualRead,
    EvidenceRead,
    FiredRuleRead,
    FoodPortionRead,
    PriorOddsRead,
    PriorReasonRead,
    QuestionRead,
    RecommendedIntakeRead,
    TriageRead,
    UpperLimitRead,
)
from app.assessment.shelf import FOOD_DIETS, Shelf
from app.foods.models import FoodPortion
from app.foods.queries import RankedFood
from app.reference_intakes.queries import INTAKE_OF
from app.schemas import Ref
from app.scoring.engine import Candidate
from app.scoring.evidence import EvidenceKind
from app.scoring.knowledge import Knowledge, Person
from app.scoring.likelihood import odds
from app.scoring.priors import PriorOdds, Reason
from app.scoring.questions import Question
from app.scoring.triage import Triage
from app.scoring.wording import plain_sentence
from app.vocabulary import CauseKind, Diet, TriageLevel

RECOMMENDATION = ("RDA", "AI")
OF_NUTRIENTS = frozenset((CauseKind.DEFICIENCY, CauseKind.EXCESS))
FOODS_SHOWN = 5
# A food with less of the recommended intake in a portion is no source, in per cent.
LEAST_PERCENT = 5.0
# Digits of figures about foods; the data carry no more.
FOOD_DIGITS = 4
# Figures of the score keep 12 significant digits: enough to redo the sum, the same everywhere.
SCORE_DIGITS = 12
SYMPTOMS_ADVISED = 3


def exact(value: float) -> float:
    """Give a figure of the score with the digits that are the same on every machine."""
    return float(f"{value:.{SCORE_DIGITS}g}")


def food_figure(value: float) -> float:
    """Round a figure about a food."""
    return float(f"{value:.{FOOD_DIGITS}g}")


def portion_words(portion: FoodPortion) -> str:
    """Say a portion in words: `1 cup, chopped`."""
    return f"{portion.amount:g} {portion.description}"


def tell_triage(triage: Triage, reported: Iterable[str], *, knowledge: Knowledge, shelf: Shelf) -> TriageRead:
    """Tell how soon to seek care, and when to come back."""
    return TriageRead(
        level=triage.level,
        red_flags=[
            FiredRuleRead(
                id=one.rule.id,
                name=one.rule.name,
                level=one.rule.level,
                because=list(one.because),
                because_named=[Ref(id=id, name=name_of(id, knowledge)) for id in one.because],
                advice=one.rule.advice,
                sources=list(one.rule.sources),
            )
            for one in triage.fired
        ],
        because=list(triage.drivers),
        because_named=[Ref(id=id, name=knowledge.symptoms[id].name) for id in triage.drivers],
        advice=" ".join(advice_of(triage, reported, shelf)),
    )


def advice_of(triage: Triage, reported: Iterable[str], shelf: Shelf) -> list[str]:
    """Give what to do; what several rules say is said once, and what one says beside it under its name."""
    fired = [one.rule for one in triage.fired if one.rule.level is triage.level]
    said = dict.fromkeys(sentence for rule in fired for sentence in sentences(rule.advice))
    today = triage.level is TriageLevel.URGENT and not texts.TODAY.isdisjoint(said)
    first, *rest = sentences(texts.ADVICE_TODAY if today else texts.ADVICE[triage.level])
    advice = [first, *(sentence for sentence in said if sentence.startswith(texts.EVEN_IF)), *rest]
    told = {*advice, *texts.REPEATED[triage.level]}

    def tell(text: str, heading: str = "") -> None:
        new = [sentence for sentence in sentences(text) if sentence not in told]
        told.update(new)
        if new:
            advice.append(heading + " ".join(new))

    for rule in fired:
        tell(rule.advice, f"{rule.name}: " if len(fired) > 1 else "")
    if triage.level in {TriageLevel.SELF_CARE, TriageLevel.ROUTINE}:
        own = (shelf.when_to_seek_care.get(symptom, "") for symptom in sorted(reported))
        for text in list(dict.fromkeys(text for text in own if text))[:SYMPTOMS_ADVISED]:
            tell(text)
    return advice


def sentences(text: str) -> list[str]:
    """Split a text after the marks that end its sentences."""
    return re.split(r"(?<=[.!?])\s+", text)


def name_of(record: str, knowledge: Knowledge) -> str:
    """Give the name of what made a rule fire: a symptom, a risk factor or a test."""
    kinds = (knowledge.symptoms, knowledge.risk_factors, knowledge.lab_tests)
    return next(known[record].name for known in kinds if record in known)


def tell_questions(questions: Iterable[Question], knowledge: Knowledge) -> list[QuestionRead]:
    """Tell what to ask next."""
    return [
        QuestionRead(
            kind="symptom",
            id=question.symptom,
            name=knowledge.symptoms[question.symptom].name,
            text=question.text,
            information_gain_bits=exact(question.bits),
            raises_triage_to=question.raises_to,
            red_flag=Ref(id=question.rule.id, name=question.rule.name) if question.rule else None,
            because=list(question.because),
            because_named=[Ref(id=id, name=knowledge.symptoms[id].name) for id in question.because],
        )
        for question in questions
    ]


class Teller:
    """Tells of candidates to one person."""

    def __init__(
        self,
        session: Session,
        shelf: Shelf,
        knowledge: Knowledge,
        *,
        person: Person,
        diet: Diet | None,
        explain: bool,
    ) -> None:
        self.session, self.shelf, self.knowledge = session, shelf, knowledge
        self.person, self.diet, self.explain = person, diet, explain

    def tell(self, candidate: Candidate) -> CandidateRead:
        """Tell of one candidate."""
        cause = candidate.cause
        shown = self.shelf.causes[cause.id]
        intake = self.recommended(cause.nutrient) if cause.kind in OF_NUTRIENTS else None
        counterfactual = candidate.counterfactual
        return CandidateRead(
            rank=candidate.rank,
            kind=cause.kind,
            id=cause.id,
            nutrient=cause.nutrient,
            nutrient_name=self.shelf.names[cause.nutrient] if cause.nutrient else None,
            name=cause.name,
            summary=shown.summary,
            probability=exact(candidate.probability),
            interval=[exact(candidate.low), exact(candidate.high)],
            likelihood=candidate.likelihood,
            prior=self.prior(candidate.prior),
            evidence=self.evidence(candidate) if self.explain else [],
            counterfactual=(
                CounterfactualRead(
                    kind=counterfactual.kind,
                    id=counterfactual.id,
                    name=self.name(counterfactual.kind, counterfactual.id),
                    probability=exact(counterfactual.probability),
                )
                if counterfactual
                else None
            ),
            measured_share=exact(candidate.measured_share),
            recommended_intake=intake,
            foods=(self.foods(cause.nutrient, intake) if cause.kind is CauseKind.DEFICIENCY else []),
            lab_tests=shown.lab_tests,
            lab_tests_named=shown.lab_tests_named,
            cautions=shown.cautions,
            what_helps=shown.what_helps,
            ask_doctor=shown.ask_doctor,
            when_to_seek_care=shown.when_to_seek_care,
            time_to_improve=shown.time_to_improve,
            sources=shown.sources,
        )

    def prior(self, prior: PriorOdds) -> PriorOddsRead:
        """Tell of the odds before any finding."""
        return PriorOddsRead(
            odds=exact(prior.odds),
            base_odds=exact(odds(prior.prior.prevalence.value)),
            population=prior.prior.population,
            grade=prior.prior.grade,
            basis=prior.prior.basis,
            sources=list(prior.prior.sources),
            because=[self.reason(reason) for reason in prior.reasons] if self.explain else [],
        )

    def reason(self, reason: Reason) -> PriorReasonRead:
        """Tell of what moved the odds before any finding."""
        kind: Literal["risk-factor", "gate"] = "gate" if reason.kind == "gate" else "risk-factor"
        return PriorReasonRead(
            kind=kind,
            id=reason.id,
            name=self.name(kind, reason.id),
            odds_ratio=exact(reason.odds_ratio),
            odds_ratio_used=exact(reason.used),
            capped=reason.capped,
            pathway=reason.pathway,
            mechanism=reason.mechanism,
            grade=reason.grade,
            basis=reason.basis,
            sources=list(reason.sources),
        )

    def name(self, kind: str, record: str) -> str:
        """Give the name of the record behind a reason of some kind."""
        match kind:
            case "risk-factor":
                return self.knowledge.risk_factors[record].name
            case "gate":
                return self.knowledge.causes[record].name
            case EvidenceKind.LAB:
                return self.knowledge.lab_tests[record].name
            case EvidenceKind.INTAKE:
                return self.shelf.names[record]
            case _:
                return self.knowledge.symptoms[record].name

    def evidence(self, candidate: Candidate) -> list[EvidenceRead]:
        """Tell of what speaks for and against."""
        return [
            EvidenceRead(
                kind=piece.kind,
                id=piece.id,
                name=self.name(piece.kind, piece.id),
                counted_as=piece.counted_as,
                counted_as_name=self.name(piece.kind, piece.counted_as),
                likelihood_ratio=exact(piece.ratio),
                weight=exact(piece.weight.value),
                listed_ratio=exact(piece.listed_ratio),
                capped=piece.capped,
                direction=piece.direction,
                grade=piece.grade,
                basis=piece.basis,
                mechanism=piece.mechanism,
                via=piece.via,
                via_name=self.knowledge.causes[piece.via].name if piece.via else None,
                plain=plain_sentence(self.knowledge, candidate.cause, piece),
                sources=list(piece.sources),
            )
            for piece in candidate.evidence
        ]

    def recommended(self, nutrient: str | None) -> RecommendedIntakeRead | None:
        """Give the recommended intake of the person's life stage, or the range that may hold."""
        if nutrient is None:
            return None
        figures = self.shelf.figures_of(nutrient, self.person, RECOMMENDATION)
        if not figures:
            return None
        first = figures[0]
        values = sorted({figure.value for figure in figures})
        single = len(values) == 1
        known = len({figure.life_stage for figure in figures}) == 1
        notes = [*([first.note] if first.note else []), *([] if known else [texts.ADULT_RANGE])]
        return RecommendedIntakeRead(
            measure=first.measure,
            value=first.value if single else None,
            low=values[0],
            high=values[-1],
            unit=first.unit,
            unit_basis=first.unit_basis,
            life_stage=first.life_stage if known else None,
            life_stage_name=self.shelf.stage_names[first.life_stage] if known else None,
            note=" ".join(notes) or None,
            upper_limit=self.upper_limit(nutrient),
            sources=sorted({figure.source for figure in figures}),
        )

    def upper_limit(self, nutrient: str) -> UpperLimitRead | None:
        """Give the upper level; the lowest where several may hold."""
        figures = self.shelf.figures_of(nutrient, self.person, ("UL",))
        if not figures:
            return None
        lowest = min(figures, key=lambda figure: figure.value)
        return UpperLimitRead(
            value=lowest.value, unit=lowest.unit, unit_basis=lowest.unit_basis, note=lowest.note
        )

    def foods(self, nutrient: str | None, intake: RecommendedIntakeRead | None) -> list[CandidateFoodRead]:
        """Give foods rich in the nutrient that fit the diet, and whose portion is not too much.

        A food that holds next to nothing is no source; one whose portion passes an upper level, such
        as liver in pregnancy, is not advised.
        """
        nutrient = INTAKE_OF.get(nutrient or "", nutrient)
        if nutrient is None or nutrient not in self.shelf.units:
            return []
        if nutrient in NOT_ADVISED or not may_be_advised(self.person):
            return []
        diet = FOOD_DIETS.get(self.diet) if self.diet is not None else None
        key = (nutrient, diet, self.shelf.stages_of(self.person))
        if key not in self.shelf.foods_shown:
            self.shelf.foods_shown[key] = list(islice(self.advised(nutrient, intake), FOODS_SHOWN))
        return [self.food(row, nutrient, intake) for row in self.shelf.foods_shown[key]]

    def advised(self, nutrient: str, intake: RecommendedIntakeRead | None) -> Iterator[RankedFood]:
        """Give the foods that may be advised, best first."""
        for row in self.shelf.foods_of(self.session, nutrient, self.diet):
            if self.is_within_limits(row):
                percent = self.food(row, nutrient, intake).percent_of_rda
                if percent is None or percent >= LEAST_PERCENT:
                    yield row

    def is_within_limits(self, row: RankedFood) -> bool:
        """Tell whether a portion stays below all upper levels of the person."""
        content = self.shelf.contents[row.food.id]
        grams = row.portion.gram_weight if row.portion is not None else 100.0
        return all(limit.allows(content.get(limit.part or "", 0.0) * grams / 100) for limit in self.limits)

    @cached_property
    def limits(self) -> list[Limit]:
        """Give the upper levels of the person that foods can be compared with."""
        return list(all_limits(self.shelf, self.person, Eaten(grams={}, amounts={})))

    def food(self, row: RankedFood, nutrient: str, intake: RecommendedIntakeRead | None) -> CandidateFoodRead:
        """Tell of one food."""
        unit, basis = self.shelf.units[nutrient]
        grams = row.portion.gram_weight if row.portion is not None else 100.0
        counted = row.counted.per_100_g * grams / 100
        return CandidateFoodRead(
            id=row.food.id,
            name=row.food.description,
            per_portion=(
                FoodPortionRead(
                    value=food_figure(row.per_100_g * grams / 100),
                    unit=unit,
                    unit_basis=basis,
                    portion=portion_words(row.portion),
                    gram_weight=row.portion.gram_weight,
                )
                if row.portion is not None
                else None
            ),
            per_100_g=row.per_100_g,
            percent_of_rda=self.percent(counted, nutrient, intake),
            percent_is_lower_bound=row.counted.lower_bound,
        )

    def percent(self, counted: float, nutrient: str, intake: RecommendedIntakeRead | None) -> float | None:
        """Give the share of the recommended intake, where the two count the same thing."""
        if intake is None:
            return None
        whole = self.shelf.in_food_unit(nutrient, intake.high, intake.unit, intake.unit_basis)
        return food_figure(100 * counted / whole) if whole else None
