"""Rules of honesty and plainness for the whole seed: what is said, to whom, and on what grounds."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from app.report.claims import claims, own_rules
from app.report.readability import Measure, measure
from app.report.texts import ReaderText, hardest, reader_texts, text_records
from app.scoring.likelihood import BACKGROUND_RULES
from app.seeding.reader import Content, Fault
from app.seeding.schemas import Effect, LabBand, Link, Prior, Symptom
from app.values import Background, LevelFigure, Position
from app.vocabulary import Basis, CauseKind, Grade

# Flesch-Kincaid grades: the aim for all texts together, and the most that a single one may have.
AVERAGE_GRADE = 8.0
SINGLE_GRADE = 14.0
# Below this many links a cause says in a note of one of them why there are no more.
LEAST_LINKS = 3
# Words by which a note on a supplement warns, or sends the reader to somebody who can.
CAUTION = re.compile(
    r"\b(?:ask|avoid|bleeding|care|caution|clinic|constipat|danger|doctor|harm|health staff|hospital"
    r"|keep it apart|kidney stones|laxative|limit|never|not for|only|pharmacist|prescription|risk|set off"
    r"|supervision|toxic|too (?:high|much)|unless|warn|watched|can (?:cause|lower|raise|upset)"
    r"|may (?:cause|upset))",
    re.IGNORECASE,
)
# What is taken, for the patterns below.
TAKEN = (
    r"(?:tablet|pill|capsule|supplement|medicine|drug|dose|drop|powder|injection|antibiotic|multivitamin|iron|zinc"
    r"|calcium|magnesium|potassium|iodine|selenium|copper|folate|folic acid|biotin|vitamin|fish oil|omega-3)"
)
# Nobody is told to start, stop or dose anything. "Do not stop ..." and "... only if your doctor
# agrees" hold back rather than urge, so a sentence with such a word is let through.
ORDERS = (
    # "take 500 mg", "take up to 2 tablets"
    re.compile(
        r"\btake (?:up to |at least |about |around )?\d[\d.,]* ?"
        rf"(?:mg|mcg|micrograms|g|grams|IU|units|{TAKEN})",
        re.IGNORECASE,
    ),
    # "you should take", "you must stop", "you need to start"
    re.compile(
        r"\byou (?:should|must|need to|ought to|have to) (?:\w+ )?(?:take|use|double|skip"
        r"|(?:stop|start|begin) (?:taking|using|your|the|an?))\b",
        re.IGNORECASE,
    ),
    # "stop taking it", "start using the drops"
    re.compile(r"\b(?:stop|start|begin|keep|continue|quit) (?:taking|using)\b", re.IGNORECASE),
    # "Take iron with juice.", "Stop your tablets.", "Double the dose."
    re.compile(
        r"(?:^|: )(?:Take|Start|Stop|Begin|Swallow|Double|Increase|Reduce|Skip)"
        rf" (?:[\w-]+ ){{0,3}}?{TAKEN}"
    ),
)
# What our own rules may stand behind alone: figures, and what one side of a conflict says, which is
# told and not asserted.
MAY_STAND_ALONE = (Link, Prior, Effect, LabBand, Background, LevelFigure, Position)
HELD_BACK = re.compile(
    r"\b(?:not|never|only|without|before|unless|if you|when you|after you|people who|ask|(?:stop|start) no)\b"
    r"|n't\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")


def check_gates(content: Content) -> Iterator[Fault]:
    """Give every breach of the rules for the whole seed."""
    texts = list(reader_texts(content))
    yield from reading_level(content, texts)
    yield from orders(content, texts)
    yield from supplements_without_caution(content)
    yield from grades_without_evidence(content)
    yield from texts_on_own_rules(content)
    yield from backgrounds_above_parent(content)
    yield from few_links(content)
    yield from exposures(content)


def reading_level(content: Content, texts: list[ReaderText]) -> Iterator[Fault]:
    """Texts are plain on average, and none is very hard."""
    together = sum((measure(one.text) for one in texts), Measure())
    if together.grade > AVERAGE_GRADE:
        yield Fault(
            "seed", "texts", f"reading grade {together.grade:.1f} on average; at most {AVERAGE_GRADE:g}"
        )
    for hard in hardest(texts, above=SINGLE_GRADE):
        yield Fault(
            content.file_of(hard.kind, hard.record),
            f"{hard.record}.{hard.path}",
            f"reading grade {hard.grade:.1f}, above {SINGLE_GRADE:g}: use shorter sentences or words "
            f"('{hard.text[:60]}')",
        )


def orders(content: Content, texts: list[ReaderText]) -> Iterator[Fault]:
    """Nobody is told to start, stop or dose anything."""
    for one in texts:
        for sentence in SENTENCE_END.split(one.text):
            if HELD_BACK.search(sentence):
                continue
            if any(pattern.search(sentence) for pattern in ORDERS):
                yield Fault(
                    content.file_of(one.kind, one.record),
                    f"{one.record}.{one.path}",
                    f"tells the reader to start, stop or dose: '{sentence[:80]}'; send them to a doctor "
                    "or pharmacist instead",
                )


def supplements_without_caution(content: Content) -> Iterator[Fault]:
    """A supplement is never named without its caution."""
    for nutrient in content.nutrients:
        for form in nutrient.supplement_forms:
            if not CAUTION.search(form.note):
                yield Fault(
                    content.file_of("nutrient", nutrient.id),
                    f"supplement_forms[{form.name}].note",
                    "has no caution; say what can go wrong, or whom to ask",
                )


def grades_without_evidence(content: Content) -> Iterator[Fault]:
    """A grade of A to C needs a source outside this project; judgement alone is grade D."""
    own = own_rules(content)
    for claim in claims(content):
        if claim.grade is not Grade.D and own.issuperset(claim.sources):
            yield Fault(
                content.file_of(claim.record_kind, claim.record),
                f"{claim.record}.{claim.where}",
                f"grade {claim.grade} on our own rule alone; cite a source, or say grade D",
            )
        elif claim.basis is Basis.MEASURED and own.issuperset(claim.sources):
            yield Fault(
                content.file_of(claim.record_kind, claim.record),
                f"{claim.record}.{claim.where}",
                "basis 'measured' on our own rule alone; cite the study",
            )


def texts_on_own_rules(content: Content) -> Iterator[Fault]:
    """Our own rules back figures alone; what a text or a record states needs a source."""
    own = own_rules(content)
    for kind, record_id, record in text_records(content):
        for path, node in sourced_nodes(record):
            if not isinstance(node, MAY_STAND_ALONE) and own.issuperset(getattr(node, "sources")):  # noqa: B009
                yield Fault(
                    content.file_of(kind, record_id),
                    f"{record_id}{path}.sources",
                    "our own rule alone, which backs figures only; cite a source",
                )


def sourced_nodes(node: BaseModel, path: str = "") -> Iterator[tuple[str, BaseModel]]:
    """Walk what cites sources in a record, itself included, with its key path."""
    for name in type(node).model_fields:
        value = getattr(node, name)
        if name == "sources":
            yield path, node
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, BaseModel):
                yield from sourced_nodes(item, f"{path}.{name}")


def backgrounds_above_parent(content: Content) -> Iterator[Fault]:
    """A narrower symptom is not more common than the wider one that it is counted under."""
    known = {symptom.id: symptom for symptom in content.symptoms}
    for symptom in content.symptoms:
        parent = known.get(symptom.parent or "")
        if parent is not None and background_rate(symptom) > background_rate(parent):
            yield Fault(
                content.file_of("symptom", symptom.id),
                "background",
                f"{background_rate(symptom):g} is above the {background_rate(parent):g} of its parent "
                f"'{parent.id}'",
            )


def background_rate(symptom: Symptom) -> float:
    """Give the share of people who report a symptom, cited or by rule."""
    background = symptom.background
    if background.rule is not None:
        return BACKGROUND_RULES[background.rule].value
    return background.rate or 0.0


def few_links(content: Content) -> Iterator[Fault]:
    """A cause with hardly a symptom cannot be found; where there are no more, a note says why."""
    for cause in content.all_causes():
        enough = cause.kind is CauseKind.BENIGN or len(cause.symptoms) >= LEAST_LINKS
        if not enough and not any(link.note for link in cause.symptoms):
            yield Fault(
                content.file_of("cause", cause.id),
                "symptoms",
                f"{len(cause.symptoms)} link(s); give {LEAST_LINKS}, or say in a link's note why there "
                "are no more",
            )


def exposures(content: Content) -> Iterator[Fault]:
    """Exposure is how one meets a trigger; a lack comes about by some loss, need or want."""
    deficiencies = {cause.id for cause in content.all_causes() if cause.kind is CauseKind.DEFICIENCY}
    for risk in content.risk_factors:
        for effect in risk.effects:
            if effect.pathway == "exposure" and effect.cause in deficiencies:
                yield Fault(
                    content.file_of("risk-factor", risk.id),
                    f"{risk.id}.effects[{effect.cause}].pathway",
                    "'exposure' leads to triggers; name the way to the lack, such as 'low-intake'",
                )
