"""The texts of the seed that readers see, and how hard they are to read.

Names, codes, labels and descriptions of who was studied are not running text and are left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import BaseModel

from app.report.readability import Measure, measure
from app.seeding.reader import Content
from app.seeding.schemas import Reviewed

# Keys whose values are sentences for readers, in whatever record they stand.
READ = frozenset(
    (
        "advice", "answer", "ask_doctor", "cautions", "claim", "definition", "description", "effect",
        "enhancers", "food", "inhibitors", "mechanism", "note", "our_handling", "question", "rationale",
        "summary", "supplement", "supplement_caution", "text", "ul_applies_to", "what_helps",
        "what_it_shows", "when_to_seek_care",
    )
)  # fmt: skip
# The formula was made for passages; below this many words one long word decides the grade.
LEAST_WORDS = 10


class ReaderText(NamedTuple):
    """One text with the record it stands in: kind as in `Content.origin`, id, key path."""

    kind: str
    record: str
    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """Reading level of a kind of record."""

    kind: str
    texts: int
    words: int
    # All texts of the kind taken as one.
    grade: float
    # Texts long enough to be graded alone, and how many of them are harder than the aim.
    graded_alone: int
    above_aim: int


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Hard:
    """A text long enough to be graded alone, with its grade."""

    grade: float
    kind: str
    record: str
    path: str
    text: str


def text_records(content: Content) -> Iterator[tuple[str, str, Reviewed]]:
    """Walk every record that has texts: kind, id, record; a deficiency is part of its nutrient."""
    yield from (("nutrient", one.id, one) for one in content.nutrients)
    yield from (("symptom", one.id, one) for one in content.symptoms)
    yield from (("cause", one.id, one) for one in content.causes)
    yield from (("risk-factor", one.id, one) for one in content.risk_factors)
    yield from (("lab-test", one.id, one) for one in content.lab_tests)
    yield from (("red-flag", one.id, one) for one in content.red_flags)
    yield from (("conflict", one.id, one) for one in content.conflicts)


def reader_texts(content: Content) -> Iterator[ReaderText]:
    """Walk every text for readers, in file order."""
    for kind, record_id, record in text_records(content):
        for path, text in texts_in(record):
            yield ReaderText(kind, record_id, path, text)


def texts_in(node: BaseModel, path: str = "") -> Iterator[tuple[str, str]]:
    """Walk one record; give key path and text."""
    for name in type(node).model_fields:
        value = getattr(node, name)
        here = f"{path}.{name}" if path else name
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, BaseModel):
                label = getattr(item, "symptom", None) or getattr(item, "cause", None)
                yield from texts_in(item, f"{here}[{label}]" if label else here)
            elif isinstance(item, str) and name in READ:
                yield here, item


def levels(texts: Iterable[ReaderText], aim: float) -> list[Level]:
    """Give the reading level of each kind of record, and of all together (kind "all")."""
    measured: dict[str, list[Measure]] = {}
    everything: list[Measure] = []
    for one in texts:
        counts = measure(one.text)
        measured.setdefault(one.kind, []).append(counts)
        everything.append(counts)
    return [level_of(kind, found, aim) for kind, found in [*measured.items(), ("all", everything)]]


def level_of(kind: str, found: list[Measure], aim: float) -> Level:
    """Sum up the counts of one kind of record."""
    together = sum(found, Measure())
    alone = [counts for counts in found if counts.words >= LEAST_WORDS]
    return Level(
        kind=kind,
        texts=len(found),
        words=together.words,
        grade=together.grade,
        graded_alone=len(alone),
        above_aim=sum(1 for counts in alone if counts.grade > aim),
    )


def hardest(texts: Iterable[ReaderText], above: float) -> list[Hard]:
    """Give the texts above a grade, hardest first; short ones are not graded alone."""
    found = (
        Hard(grade=counts.grade, kind=one.kind, record=one.record, path=one.path, text=one.text)
        for one in texts
        if (counts := measure(one.text)).words >= LEAST_WORDS and counts.grade > above
    )
    return sorted(found, key=lambda hard: (-hard.grade, hard.kind, hard.record, hard.path, hard.text))
