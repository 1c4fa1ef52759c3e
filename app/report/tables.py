"""The report as tables, from which both the terminal's text and the page are made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.report.claims import ClaimKind
from app.report.coverage import MANY_LAY_NAMES, READING_AIM, Coverage, LinkFigures, NutrientFigures
from app.report.goals import goals
from app.report.texts import LEAST_WORDS
from app.vocabulary import Basis, Grade, Stance

CLAIM_NAMES = {
    ClaimKind.LINK: "links cause to symptom",
    ClaimKind.EFFECT: "effects of risk factors",
    ClaimKind.PRIOR: "prevalence of causes",
    ClaimKind.BAND: "bands of lab results",
    ClaimKind.INTERACTION: "interactions",
    ClaimKind.LEVEL: "levels of a lack",
}
SHOWN_OF_TEXT = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table; the first cell of each row names it, the other cells are figures or words."""

    id: str
    caption: str
    note: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(report: Coverage) -> list[Table]:
    """Lay out the whole report."""
    return [
        goal_table(report),
        count_table(report),
        nutrient_table(report),
        link_table(report),
        grade_table(report),
        basis_table(report),
        symptom_table(report),
        risk_factor_table(report),
        source_table(report),
        reading_table(report),
        hardest_table(report),
        review_table(report),
    ]


def percent(part: int, whole: int) -> str:
    """Give a share in whole percent; of nothing, a dash; little is not told as nothing."""
    if not whole:
        return "-"
    share = 100 * part / whole
    return "< 1 %" if 0 < share < 1 else f"{share:.0f} %"


def plain(number: float) -> str:
    """Write a figure: whole numbers with thousands parted, others with one decimal."""
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:.1f}"


def pairs(figures: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """Give rows of name and number."""
    return tuple((name, plain(number)) for name, number in figures.items())


def goal_table(report: Coverage) -> Table:
    return Table(
        id="goals",
        caption="Asked for and reached",
        note="The numbers of the project's demand for the knowledge base.",
        head=("What", "Asked for", "Reached", "Met"),
        rows=tuple(
            (
                goal.name,
                f"{'at most' if goal.at_most else 'at least'} {plain(goal.wanted)}",
                plain(goal.reached),
                "yes" if goal.met else "no",
            )
            for goal in goals(report)
        ),
    )


def count_table(report: Coverage) -> Table:
    return Table(
        id="records",
        caption="Records and claims",
        note="Foods and intake figures are tables of their own and not counted here.",
        head=("Kind", "Number"),
        rows=pairs(report.counts),
    )


def nutrient_table(report: Coverage) -> Table:
    return Table(
        id="nutrients",
        caption="Each nutrient",
        note="Links are those of its deficiency, by grade of evidence A to D. Measured: with a figure from a "
        "study, in brackets those that give n of N. Class: a published frequency class. Range: our judgement "
        "of a source that gives no figure. Risk factors count whether they act themselves or by their class.",
        head=(
            *("Nutrient", "Links", "A", "B", "C", "D", "Contradicted", "Measured (n/N)", "Class", "Range"),
            *("Mechanism", "Questions", "Key points", "Interactions", "Levels", "Lab tests", "Risk factors"),
            "Missing",
        ),
        rows=tuple(nutrient_row(nutrient) for nutrient in report.nutrients),
    )


def nutrient_row(nutrient: NutrientFigures) -> tuple[str, ...]:
    links = nutrient.links
    return (
        nutrient.name,
        plain(links.total),
        *(plain(links.by_grade.get(grade, 0)) for grade in Grade),
        plain(links.by_stance.get(Stance.CONTRADICTS, 0)),
        f"{links.measured} ({links.counted})",
        *(
            percent(links.by_basis.get(basis, 0), links.total)
            for basis in (Basis.EXPERT_CLASS, Basis.EXPERT_RANGE, Basis.MECHANISM)
        ),
        *(
            plain(number)
            for number in (
                nutrient.faq,
                nutrient.key_points,
                nutrient.interactions,
                nutrient.levels,
                nutrient.lab_tests,
                nutrient.risk_factors,
            )
        ),
        ", ".join(nutrient.missing) or "nothing",
    )


def link_table(report: Coverage) -> Table:
    return Table(
        id="links",
        caption="What the links rest on",
        note="Links of every cause. A link on our own stated rule alone has no source outside this project.",
        head=("Links", "Number", "Share"),
        rows=tuple(
            (name, plain(number), percent(number, report.links.total))
            for name, number in link_lines(report.links)
        ),
    )


def link_lines(links: LinkFigures) -> Iterable[tuple[str, int]]:
    yield "all", links.total
    for stance in Stance:
        yield f"stance: {stance}", links.by_stance.get(stance, 0)
    for basis in Basis:
        if basis is not Basis.STATED_RULE:
            yield f"basis: {basis}", links.by_basis.get(basis, 0)
    yield "measured, with n of N", links.counted
    yield "with a source outside this project", links.total - links.without_source - links.own_rule_only
    yield "on our own rule alone", links.own_rule_only
    yield "without any source", links.without_source


def grade_table(report: Coverage) -> Table:
    rows = []
    for kind, grades in report.claims_by_grade.items():
        total = sum(grades.values())
        shares = (f"{grades.get(grade, 0):,} ({percent(grades.get(grade, 0), total)})" for grade in Grade)
        own = report.claims_on_own_rules.get(kind, 0)
        rows.append((CLAIM_NAMES[kind], plain(total), *shares, plain(own)))
    return Table(
        id="grades",
        caption="Claims by grade of evidence",
        note="A: guideline, meta-analysis or large controlled study. B: cohort, case-control study or "
        "survey. C: case series or small study. D: reference work, judgement or mechanism. "
        f"{report.claims_at_second_hand:,} claims are known only from somebody else's copy of the source.",
        head=("Claims", "All", *(grade.value for grade in Grade), "On our own rule alone"),
        rows=tuple(rows),
    )


def basis_table(report: Coverage) -> Table:
    rows: list[tuple[str, ...]] = []
    for kind in (ClaimKind.LINK, ClaimKind.EFFECT, ClaimKind.PRIOR, ClaimKind.BAND):
        bases = report.claims_by_basis[kind]
        total = sum(bases.values())
        rows.append(
            (
                CLAIM_NAMES[kind],
                *(f"{bases.get(basis, 0):,} ({percent(bases.get(basis, 0), total)})" for basis in Basis),
            )
        )
    symptoms = report.symptoms
    judged = {
        Basis.MEASURED: symptoms.measured_background,
        Basis.EXPERT_RANGE: symptoms.judged_background,
        Basis.STATED_RULE: symptoms.ruled_background,
    }
    rows.append(
        (
            "background rates of symptoms",
            *(
                f"{judged.get(basis, 0):,} ({percent(judged.get(basis, 0), symptoms.total)})"
                for basis in Basis
            ),
        )
    )
    return Table(
        id="bases",
        caption="Figures of the score by what they rest on",
        note="Measured: a figure from a study. Expert class: a published class of frequency. Expert range: "
        "our judgement of a source without a figure. Stated rule: a rule of ours. Mechanism: it follows from "
        "how the body works.",
        head=("Figures", *(basis.value for basis in Basis)),
        rows=tuple(rows),
    )


def symptom_table(report: Coverage) -> Table:
    symptoms = report.symptoms
    return Table(
        id="symptoms",
        caption="Symptoms",
        note="Lay names are counted without spelling variants and misspellings.",
        head=("What", "Number"),
        rows=pairs(
            {
                "symptoms": symptoms.total,
                "signs that a clinician sees": symptoms.signs,
                "with an HPO id": symptoms.with_hpo,
                "with a local code and its reason": symptoms.total - symptoms.with_hpo,
                f"with {MANY_LAY_NAMES} or more lay names": symptoms.with_lay_names,
                "lay names": symptoms.lay_names,
                "with questions answered": symptoms.with_faq,
                "background rate measured": symptoms.measured_background,
                "background rate judged": symptoms.judged_background,
                "background rate by our stated rule": symptoms.ruled_background,
            }
        ),
    )


def risk_factor_table(report: Coverage) -> Table:
    risks = report.risk_factors
    return Table(
        id="risk-factors",
        caption="Risk factors",
        note="A medicine is one substance; classes of medicines are counted apart.",
        head=("What", "Number"),
        rows=pairs(
            {
                **{f"kind: {kind}": number for kind, number in sorted(risks.by_kind.items())},
                "conditions with ICD-10 or MONDO": risks.coded_conditions,
                "medicines by generic name": risks.medicines,
                "medicines with a full ATC code": risks.medicines_with_atc,
                "classes of medicines": risks.medicine_classes,
                "brand names": risks.brand_names,
            }
        ),
    )


def source_table(report: Coverage) -> Table:
    return Table(
        id="sources",
        caption="Sources by kind and by how much was read",
        note="Secondary copy: known from somebody else's account of it.",
        head=("What", "Number"),
        rows=(
            *pairs({f"kind: {kind}": number for kind, number in report.sources_by_kind.items()}),
            *pairs({f"read: {read}": number for read, number in report.sources_by_read.items()}),
        ),
    )


def reading_table(report: Coverage) -> Table:
    return Table(
        id="reading",
        caption="Reading level",
        note=f"Flesch-Kincaid grade of all texts of a kind taken as one; the aim is {plain(READING_AIM)} or "
        f"less. Texts of {LEAST_WORDS} or more words are also graded alone.",
        head=("Kind of record", "Texts", "Words", "Grade", "Graded alone", "Of these above the aim"),
        rows=tuple(
            (
                level.kind,
                plain(level.texts),
                plain(level.words),
                f"{level.grade:.1f}",
                plain(level.graded_alone),
                f"{level.above_aim:,} ({percent(level.above_aim, level.graded_alone)})",
            )
            for level in report.levels
        ),
    )


def hardest_table(report: Coverage) -> Table:
    return Table(
        id="hardest",
        caption="The hardest texts",
        note="To be made plainer first.",
        head=("Record", "Place", "Grade", "Text"),
        rows=tuple(
            (f"{hard.kind} {hard.record}", hard.path, f"{hard.grade:.1f}", shortened(hard.text))
            for hard in report.hardest
        ),
    )


def shortened(text: str) -> str:
    """Give the beginning of a text."""
    return text if len(text) <= SHOWN_OF_TEXT else f"{text[: SHOWN_OF_TEXT - 3].rstrip()}..."


def review_table(report: Coverage) -> Table:
    reviews = report.reviews
    return Table(
        id="reviews",
        caption="Due for review",
        note=f"Records due from {reviews.today} to {reviews.until}, overdue ones included: "
        f"{len(reviews.due)}. The first of all is due on {reviews.earliest or 'no day'}.",
        head=("Record", "Due"),
        rows=tuple((f"{kind} {record}", str(day)) for day, kind, record in reviews.due),
    )
