"""The numbers that issue 3 asks for, beside those reached."""

from dataclasses import dataclass

from app.report.coverage import MANY_LAY_NAMES, READING_AIM, Coverage
from app.vocabulary import RiskFactorKind, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One demand; `at_most` where less is better."""

    name: str
    wanted: float
    reached: float
    at_most: bool = False

    @property
    def met(self) -> bool:
        """Tell whether the demand is met."""
        return self.reached <= self.wanted if self.at_most else self.reached >= self.wanted


def goals(report: Coverage) -> list[Goal]:
    """Hold the figures of a report against issue 3."""
    counts, links, symptoms, risks = report.counts, report.links, report.symptoms, report.risk_factors
    complete = sum(1 for nutrient in report.nutrients if not nutrient.missing)
    faq = min((nutrient.faq for nutrient in report.nutrients), default=0)
    grade = next((level.grade for level in report.levels if level.kind == "all"), 0.0)
    return [
        Goal(name="nutrients, complete", wanted=29, reached=complete),
        Goal(name="questions answered, fewest of any nutrient", wanted=5, reached=faq),
        Goal(name="excesses that look like a lack", wanted=6, reached=counts.get("causes: excess", 0)),
        Goal(name="symptoms with HPO id or local code", wanted=300, reached=symptoms.total),
        Goal(
            name=f"symptoms with {MANY_LAY_NAMES} or more lay names",
            wanted=150,
            reached=symptoms.with_lay_names,
        ),
        Goal(name="symptoms with questions answered", wanted=60, reached=symptoms.with_faq),
        Goal(name="links cause to symptom, benign aside", wanted=1200, reached=report.links_of_causes),
        Goal(name="contradicted links, kept", wanted=4, reached=links.by_stance.get(Stance.CONTRADICTS, 0)),
        Goal(name="links without a source", wanted=0, reached=links.without_source, at_most=True),
        Goal(
            name="diseases and medicine effects to rule out",
            wanted=40,
            reached=counts.get("causes: rule-out", 0),
        ),
        Goal(name="conditions", wanted=60, reached=risks.by_kind.get(RiskFactorKind.CONDITION, 0)),
        Goal(name="conditions with ICD-10 or MONDO", wanted=60, reached=risks.coded_conditions),
        Goal(name="medicines by generic name", wanted=100, reached=risks.medicines),
        Goal(name="medicines with a full ATC code", wanted=100, reached=risks.medicines_with_atc),
        Goal(name="red flags", wanted=50, reached=counts["red flags"]),
        Goal(name="lab tests", wanted=40, reached=counts["lab tests"]),
        Goal(name="conflicts between sources", wanted=3, reached=counts["conflicts between sources"]),
        Goal(name="reading level, all texts together", wanted=READING_AIM, reached=grade, at_most=True),
    ]
