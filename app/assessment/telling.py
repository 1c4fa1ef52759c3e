"""From the core's assessment to the answer."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal

from sqlmodel import Session

from app.assessment import texts
from app.assessment.eaten import Eaten
from app.assessment.limits import NOT_ADVISED, Limit, all_allow, all_limits, may_be_advised
from app.assessment.personal import Declared, Personal, avoided_by, named
from app.assessment.schemas import (
    CandidateFoodRead,
    CandidateRead,
    CounterfactualRead,
    EvidenceRead,
    FiredRuleRead,
    FoodPortionRead,
    LabTestAdviceRead,
    PersonalInteractionRead,
    PriorOddsRead,
    PriorReasonRead,
    QuestionRead,
    RecommendedIntakeRead,
    TriageRead,
    UpperLimitRead,
)
from app.assessment.shelf import Shelf
from app.foods.models import FoodPortion
from app.foods.naming import plain_name
from app.foods.queries import RankedFood
from app.foods.variety import varied
from app.reference_intakes.queries import INTAKE_OF
from app.schemas import Ref
from app.scoring.engine import Candidate, Counterfactual
from app.scoring.evidence import EvidenceKind
from app.scoring.knowledge import Knowledge, Person
from app.scoring.likelihood import odds
from app.scoring.priors import PriorOdds, Reason
from app.scoring.questions import Question
from app.scoring.triage import Triage
from app.scoring.wording import counterfactual_sentence, plain_sentence, prior_sentence
from app.values import to_digits, told_figure
from app.vocabulary import CauseKind, Diet, TriageLevel

RECOMMENDATION = ("RDA", "AI")
OF_NUTRIENTS = frozenset((CauseKind.DEFICIENCY, CauseKind.EXCESS))
FOODS_SHOWN = 5
# A food with less of the recommended intake in a portion is no good source. The bound is that of food
# labels for the Daily Value (21 CFR 101.54(c)).
LEAST_SHARE = 0.1
# What USDA writes of a portion that it took from a label.
OF_LABELS = re.compile(r"\bNLEA (?=serving)| \(approximate weight, 1 serving\)")
TESTS_SHOWN = 3
PLANT_DIETS = frozenset((Diet.VEGAN, Diet.VEGETARIAN))
# Figures of the score keep 12 significant digits: enough to redo the sum, the same everywhere.
SCORE_DIGITS = 12
SYMPTOMS_ADVISED = 3


def exact(value: float) -> float:
    """Give a figure of the score with the digits that are the same on every machine."""
    return to_digits(value, SCORE_DIGITS)


def portion_words(portion: FoodPortion) -> str:
    """Say a portion in words: `1 cup, chopped`."""
    return f"{portion.amount:g} {OF_LABELS.sub('', portion.description)}"


def grams_of(row: RankedFood) -> float:
    """Give the weight of the typical portion, or 100 g where there is none."""
    return row.portion.gram_weight if row.portion is not None else 100.0


def counted_in_portion(row: RankedFood) -> float:
    """Give what a portion holds, as reference intakes count it."""
    return row.counted.per_100_g * grams_of(row) / 100


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
        because_named=symptom_refs(triage.drivers, knowledge),
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


def symptom_refs(symptoms: Iterable[str], knowledge: Knowledge) -> list[Ref]:
    """Name symptoms beside their ids."""
    return [Ref(id=symptom, name=knowledge.symptoms[symptom].name) for symptom in symptoms]


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
            because_named=symptom_refs(question.because, knowledge),
        )
        for question in questions
    ]


def tell_interaction(personal: Personal) -> PersonalInteractionRead:
    """Tell how a nutrient acts together with what a person declared."""
    one = personal.interaction
    return PersonalInteractionRead(
        kind=one.kind,
        id=one.other,
        because=personal.because,
        effect=one.effect,
        advice=one.advice,
        severity=one.severity,
        grade=one.grade,
        spacing_hours=one.spacing_hours,
        sources=one.sources,
    )


def plain_note(note: str | None) -> str | None:
    """Give a note of the reference tables in words for readers; None where it is of no use to them."""
    return texts.PLAIN_NOTES.get(note, note) if note is not None else None


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
        risk_factors: Iterable[str],
    ) -> None:
        self.session, self.shelf, self.knowledge = session, shelf, knowledge
        self.person, self.diet, self.explain = person, diet, explain
        self.declared = Declared(knowledge, person, risk_factors)
        self.avoided = avoided_by(person, diet, self.declared.by_id)

    def tell(self, candidate: Candidate) -> CandidateRead:
        """Tell of one candidate."""
        cause = candidate.cause
        shown = self.shelf.causes[cause.id]
        intake = self.recommended(cause.nutrient) if cause.kind in OF_NUTRIENTS else None
        personal = self.declared.concerned_by(self.shelf.interactions.get(cause.nutrient or "", []))
        is_deficiency = cause.kind is CauseKind.DEFICIENCY
        foods, foods_note = self.advised_foods(cause.nutrient, intake) if is_deficiency else ([], None)
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
                self.counterfactual(counterfactual, candidate.probability) if counterfactual else None
            ),
            measured_share=exact(candidate.measured_share),
            recommended_intake=intake,
            foods=foods,
            foods_note=foods_note,
            lab_tests=shown.lab_tests,
            lab_tests_named=shown.lab_tests_named,
            tests_to_ask_about=[self.test(test) for test in shown.lab_tests[:TESTS_SHOWN]],
            cautions=[*(one.caution for one in personal), *shown.cautions],
            interactions=[tell_interaction(one) for one in personal],
            what_helps=shown.what_helps,
            ask_doctor=shown.ask_doctor,
            when_to_seek_care=shown.when_to_seek_care,
            time_to_improve=shown.time_to_improve,
            sources=shown.sources,
        )

    def counterfactual(self, without: Counterfactual, probability: float) -> CounterfactualRead:
        """Tell what would be left without the strongest reason."""
        name = self.name(without.kind, without.id)
        return CounterfactualRead(
            kind=without.kind,
            id=without.id,
            name=name,
            probability=exact(without.probability),
            plain=counterfactual_sentence(name, without=without.probability, whole=probability),
        )

    def test(self, test: str) -> LabTestAdviceRead:
        """Tell of a test to ask about."""
        what_it_shows, limits = self.shelf.tests[test]
        return LabTestAdviceRead(
            id=test, name=self.knowledge.lab_tests[test].name, what_it_shows=what_it_shows, limits=limits
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
            plain=prior_sentence(self.name(kind, reason.id), reason),
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
        notes = list(self.intake_notes(nutrient, first.note, known=known))
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

    def intake_notes(self, nutrient: str, note: str | None, *, known: bool) -> Iterator[str]:
        """Give what to know about a recommended intake: the table's note where it concerns the person."""
        withheld = self.declared.withheld_for(nutrient)
        if withheld:
            yield texts.HEALTHY_PEOPLE.format(names=named(withheld))
        if nutrient == "iron" and self.diet in PLANT_DIETS:
            yield texts.IRON_OF_PLANTS
        if plain := plain_note(note):
            yield plain
        if not known:
            yield texts.ADULT_RANGE

    def upper_limit(self, nutrient: str) -> UpperLimitRead | None:
        """Give the upper level; the lowest where several may hold."""
        figures = self.shelf.figures_of(nutrient, self.person, ("UL",))
        if not figures:
            return None
        lowest = min(figures, key=lambda figure: figure.value)
        return UpperLimitRead(
            value=lowest.value, unit=lowest.unit, unit_basis=lowest.unit_basis, note=plain_note(lowest.note)
        )

    def advised_foods(
        self, nutrient: str | None, intake: RecommendedIntakeRead | None
    ) -> tuple[list[CandidateFoodRead], str | None]:
        """Give foods rich in a nutrient, or say why none are named."""
        withheld = self.declared.withheld_for(nutrient or "")
        if withheld:
            return [], texts.FOODS_WITHHELD.format(names=named(withheld))
        if nutrient in NOT_ADVISED:
            return [], texts.NOT_ADVISED
        if not may_be_advised(self.person):
            return [], texts.INFANT_FOODS
        foods = self.foods(nutrient, intake)
        return foods, None if foods else texts.NO_FOODS

    def foods(self, nutrient: str | None, intake: RecommendedIntakeRead | None) -> list[CandidateFoodRead]:
        """Give foods rich in the nutrient that fit the diet, and whose portion is not too much.

        A food that holds next to nothing is no source; one whose portion passes an upper level, such
        as liver in pregnancy, is not advised.
        """
        nutrient = INTAKE_OF.get(nutrient or "", nutrient)
        if nutrient is None or nutrient not in self.shelf.units:
            return []
        stages = self.shelf.stages_of(self.person)
        key = (nutrient, self.shelf.food_diet(self.diet), self.avoided, stages)
        if key not in self.shelf.chosen:
            self.shelf.chosen[key] = self.choose_foods(nutrient, intake)
        return [self.food(row, nutrient, intake) for row in self.shelf.chosen[key]]

    def choose_foods(self, nutrient: str, intake: RecommendedIntakeRead | None) -> list[RankedFood]:
        """Choose different foods; the choice is the same for everybody of a diet and life stage."""
        whole = self.whole(nutrient, intake)
        rows = [
            row
            for row in self.shelf.foods_of(self.session, nutrient, self.diet, self.avoided)
            if (whole is None or counted_in_portion(row) >= LEAST_SHARE * whole)
            and self.is_within_limits(row)
        ]
        # Foods are ranked by what USDA measures, and told by what intakes count: niacin equivalents.
        rows.sort(key=lambda row: -counted_in_portion(row))
        ranked = [(row.food, counted_in_portion(row)) for row in rows]
        return [rows[place] for place in varied(ranked, FOODS_SHOWN, enough=whole)]

    def is_within_limits(self, row: RankedFood) -> bool:
        """Tell whether a portion stays below all upper levels of the person."""
        return all_allow(self.limits, self.shelf.contents[row.food.id], grams_of(row))

    @cached_property
    def limits(self) -> list[Limit]:
        """Give the upper levels of the person that foods can be compared with."""
        return list(all_limits(self.shelf, self.person, Eaten(grams={}, amounts={})))

    def food(self, row: RankedFood, nutrient: str, intake: RecommendedIntakeRead | None) -> CandidateFoodRead:
        """Tell of one food."""
        unit, basis = self.shelf.units[nutrient]
        grams = grams_of(row)
        return CandidateFoodRead(
            id=row.food.id,
            name=row.food.description,
            plain_name=plain_name(row.food.description),
            per_portion=(
                FoodPortionRead(
                    value=told_figure(row.per_100_g * grams / 100),
                    unit=unit,
                    unit_basis=basis,
                    portion=portion_words(row.portion),
                    gram_weight=row.portion.gram_weight,
                )
                if row.portion is not None
                else None
            ),
            per_100_g=row.per_100_g,
            unit=unit,
            unit_basis=basis,
            percent_of_rda=self.percent(counted_in_portion(row), nutrient, intake),
            percent_is_lower_bound=row.counted.lower_bound,
        )

    def percent(self, counted: float, nutrient: str, intake: RecommendedIntakeRead | None) -> float | None:
        """Give the share of the recommended intake, where the two count the same thing."""
        whole = self.whole(nutrient, intake)
        return told_figure(100 * counted / whole) if whole else None

    def whole(self, nutrient: str, intake: RecommendedIntakeRead | None) -> float | None:
        """Give the recommended intake in the unit of the foods, where the two count the same thing."""
        if intake is None:
            return None
        return self.shelf.in_food_unit(nutrient, intake.high, intake.unit, intake.unit_basis)
