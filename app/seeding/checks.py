"""Rules between records of the seed: known ids, no cycles, no orphans, figures that hold together."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import chain
from typing import NamedTuple
from urllib.parse import urlsplit

from pydantic import BaseModel

from app.seeding.gates import check_gates
from app.seeding.reader import Content, Fault
from app.seeding.schemas import Cause, Link
from app.vocabulary import RiskFactorKind

# Automated or content-farm medical text (shared evidence file, section 13).
BLOCKED_HOSTS = frozenset(
    (
        "droracle.ai",
        "iatrox.com",
        "medmind.pro",
        "gitnux.org",
        "ntro.it.com",
        "medx.it.com",
        "symptoma.com",
    )
)
# An odds ratio above this from fewer people than that is quarantined: it must not reach the score.
QUARANTINE_ODDS_RATIO = 10
QUARANTINE_PEOPLE = 100


def check_content(content: Content) -> list[Fault]:
    """Give every fault between records, sorted; an empty list means fit to load."""
    faults = [
        *unknown_sources(content),
        *unknown_ids(content),
        *unused_sources(content),
        *blocked_hosts(content),
        *repeated_sources(content),
        *parent_cycles(content),
        *class_cycles(content),
        *via_paths(content),
        *quarantined(content),
        *repeated_names(content),
        *overlapping_bands(content),
        *repeated_interactions(content),
        *check_gates(content),
    ]
    return sorted(faults)


def hint(value: str, known: Iterable[str]) -> str:
    """Suggest the nearest known ids."""
    close = get_close_matches(value, list(known), n=3, cutoff=0.6)
    return f"; did you mean {', '.join(close)}?" if close else ""


def records(content: Content) -> Iterator[tuple[str, BaseModel]]:
    """Walk every record that may cite sources, with its file."""
    for kind, group in (
        ("nutrient", content.nutrients),
        ("symptom", content.symptoms),
        ("cause", content.causes),
        ("risk-factor", content.risk_factors),
        ("lab-test", content.lab_tests),
        ("red-flag", content.red_flags),
        ("conflict", content.conflicts),
    ):
        for record in group:
            yield content.file_of(kind, record.id), record


def cited(node: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Walk a record for `sources` lists; give key path and source id."""
    if isinstance(node, BaseModel):
        for name in type(node).model_fields:
            value = getattr(node, name)
            if name == "sources":
                yield from ((f"{path}.sources".lstrip("."), source) for source in value)
            else:
                yield from cited(value, f"{path}.{name}")
    elif isinstance(node, list):
        for index, item in enumerate(node):
            label = (
                getattr(item, "symptom", None) or getattr(item, "cause", None) or getattr(item, "id", index)
            )
            yield from cited(item, f"{path}[{label}]")


def unknown_sources(content: Content) -> Iterator[Fault]:
    known = {source.id for source in content.sources} | unsound(content, "source")
    for file, record in records(content):
        for path, source in cited(record):
            if source not in known:
                yield Fault(
                    file,
                    f"{getattr(record, 'id', '')}.{path}",
                    f"unknown source '{source}'{hint(source, known)}",
                )


def unsound(content: Content, kind: str) -> set[str]:
    """Give the ids of the records of a kind that are there but not sound."""
    return {record_id for of, record_id in content.unsound if of == kind}


def unused_sources(content: Content) -> Iterator[Fault]:
    if content.unsound:
        return  # what is not sound may cite them
    used = {source for _, record in records(content) for _, source in cited(record)}
    for source in content.sources:
        # Data sets are cited by the reference tables and foods, which are not TOML; our own rules stay.
        if source.id not in used and source.kind not in {"dataset", "own-rule"}:
            yield Fault(
                content.file_of("source", source.id),
                source.id,
                "no record cites this source; cite or delete it",
            )


class Reference(NamedTuple):
    """A place where one record names another."""

    kind: str
    value: str
    file: str
    where: str


def unknown_ids(content: Content) -> Iterator[Fault]:
    """Every reference from one record to another must lead somewhere."""
    deficiencies = {f"{nutrient_id}-deficiency" for nutrient_id in unsound(content, "nutrient")}
    risks = unsound(content, "risk-factor")
    known = {
        "symptom": {symptom.id for symptom in content.symptoms} | unsound(content, "symptom"),
        "cause": {cause.id for cause in content.all_causes()} | unsound(content, "cause") | deficiencies,
        "nutrient": {nutrient.id for nutrient in content.nutrients} | unsound(content, "nutrient"),
        "risk factor": {risk.id for risk in content.risk_factors} | risks,
        "lab test": {test.id for test in content.lab_tests} | unsound(content, "lab-test"),
        **{
            kind.value: {risk.id for risk in content.risk_factors if risk.kind is kind} | risks
            for kind in RiskFactorKind
        },
    }
    # A nutrient can act on a life stage as on a condition: vitamin A in pregnancy.
    known["condition"] |= known["life-stage"]
    for kind, value, file, where in chain(
        symptom_references(content),
        cause_references(content),
        nutrient_references(content),
        risk_factor_references(content),
        lab_test_references(content),
        red_flag_references(content),
        conflict_references(content),
    ):
        if value not in known[kind]:
            yield Fault(file, where, f"unknown {kind} '{value}'{hint(value, known[kind])}")


def symptom_references(content: Content) -> Iterator[Reference]:
    for symptom in content.symptoms:
        if symptom.parent is not None:
            yield Reference("symptom", symptom.parent, content.file_of("symptom", symptom.id), "parent")


def cause_references(content: Content) -> Iterator[Reference]:
    for cause in content.all_causes():
        file = content.file_of("cause", cause.id)
        if cause.nutrient is not None:
            yield Reference("nutrient", cause.nutrient, file, "nutrient")
        for link in cause.symptoms:
            yield Reference("symptom", link.symptom, file, f"symptoms[{link.symptom}].symptom")
            if link.via is not None:
                yield Reference("cause", link.via, file, f"symptoms[{link.symptom}].via")


def nutrient_references(content: Content) -> Iterator[Reference]:
    for nutrient in content.nutrients:
        file = content.file_of("nutrient", nutrient.id)
        for interaction in nutrient.interactions:
            where = f"interactions[{interaction.other}].other"
            yield Reference(interaction.kind.value, interaction.other, file, where)


def risk_factor_references(content: Content) -> Iterator[Reference]:
    for risk in content.risk_factors:
        file = content.file_of("risk-factor", risk.id)
        if risk.member_of is not None:
            yield Reference("risk factor", risk.member_of, file, f"{risk.id}.member_of")
        for effect in risk.effects:
            yield Reference("cause", effect.cause, file, f"{risk.id}.effects[{effect.cause}]")


def lab_test_references(content: Content) -> Iterator[Reference]:
    for test in content.lab_tests:
        file = content.file_of("lab-test", test.id)
        for nutrient_id in test.nutrients:
            yield Reference("nutrient", nutrient_id, file, f"{test.id}.nutrients")
        for band in test.bands:
            yield Reference("cause", band.cause, file, f"{test.id}.bands[{band.cause}]")


def red_flag_references(content: Content) -> Iterator[Reference]:
    for flag in content.red_flags:
        file = content.file_of("red-flag", flag.id)
        for symptom_id in chain.from_iterable(flag.all_of):
            yield Reference("symptom", symptom_id, file, f"{flag.id}.all_of")
        for risk_id in flag.risk_factors_any:
            yield Reference("risk factor", risk_id, file, f"{flag.id}.risk_factors_any")
        for condition in flag.labs:
            yield Reference("lab test", condition.test, file, f"{flag.id}.labs")


def conflict_references(content: Content) -> Iterator[Reference]:
    for conflict in content.conflicts:
        file = content.file_of("conflict", conflict.id)
        for cause_id in conflict.causes:
            yield Reference("cause", cause_id, file, conflict.id)
        for symptom_id in conflict.symptoms:
            yield Reference("symptom", symptom_id, file, conflict.id)
        for nutrient_id in conflict.nutrients:
            yield Reference("nutrient", nutrient_id, file, conflict.id)


def blocked_hosts(content: Content) -> Iterator[Fault]:
    for source in content.sources:
        host = urlsplit(source.url or "").hostname or ""
        if any(host == blocked or host.endswith(f".{blocked}") for blocked in BLOCKED_HOSTS):
            file = content.file_of("source", source.id)
            yield Fault(file, source.id, f"{host} is judged unfit to cite; find the primary source")


def repeated_sources(content: Content) -> Iterator[Fault]:
    """A publication stands once, whatever it is known by."""
    owner: dict[tuple[str, str], str] = {}
    for source in content.sources:
        for name, value in (("address", source.url), ("doi", source.doi), ("pmid", source.pmid)):
            if value is None:
                continue
            key = (name, value.rstrip("/").casefold())
            if key in owner:
                file = content.file_of("source", source.id)
                yield Fault(file, source.id, f"same {name} as source '{owner[key]}'; cite that one")
            owner.setdefault(key, source.id)


def cycle_in(parents: dict[str, str | None], start: str) -> bool:
    seen = {start}
    current = parents.get(start)
    while current is not None:
        if current in seen:
            return True
        seen.add(current)
        current = parents.get(current)
    return False


def parent_cycles(content: Content) -> Iterator[Fault]:
    parents = {symptom.id: symptom.parent for symptom in content.symptoms}
    for symptom_id in parents:
        if cycle_in(parents, symptom_id):
            yield Fault(
                content.file_of("symptom", symptom_id),
                "parent",
                "the chain of parents comes back to itself",
            )


def class_cycles(content: Content) -> Iterator[Fault]:
    classes = {risk.id: risk.member_of for risk in content.risk_factors}
    for risk_id in classes:
        if cycle_in(classes, risk_id):
            yield Fault(
                content.file_of("risk-factor", risk_id),
                "member_of",
                "the chain of classes comes back to itself",
            )


def via_paths(content: Content) -> Iterator[Fault]:
    """An indirect link names a cause that is itself linked to the symptom, and not the cause itself."""
    sound = {cause.id for cause in content.all_causes()}
    listed = {(cause.id, link.symptom) for cause, link in links(content)}
    for cause, link in links(content):
        if link.via is None:
            continue
        file, where = content.file_of("cause", cause.id), f"symptoms[{link.symptom}].via"
        if link.via == cause.id:
            yield Fault(file, where, "a cause cannot act by way of itself")
        elif (link.via, link.symptom) not in listed and link.via in sound:
            yield Fault(file, where, f"'{link.via}' has no link to '{link.symptom}'; add it there first")


def links(content: Content) -> Iterator[tuple[Cause, Link]]:
    """Walk every cause-symptom link."""
    for cause in content.all_causes():
        for link in cause.symptoms:
            yield cause, link


def quarantined(content: Content) -> Iterator[Fault]:
    for risk in content.risk_factors:
        for effect in risk.effects:
            if effect.odds_ratio is None or effect.odds_ratio <= QUARANTINE_ODDS_RATIO:
                continue
            if effect.studied is None or effect.studied < QUARANTINE_PEOPLE:
                yield Fault(
                    content.file_of("risk-factor", risk.id),
                    f"{risk.id}.effects[{effect.cause}]",
                    f"odds ratio {effect.odds_ratio} above {QUARANTINE_ODDS_RATIO} from fewer than "
                    f"{QUARANTINE_PEOPLE} people (studied): use an effect_class instead",
                )


def repeated_names(content: Content) -> Iterator[Fault]:
    """One phrase may lead to one symptom only, or the parser would have to guess."""
    owner: dict[str, str] = {}
    for symptom in content.symptoms:
        phrases = {
            phrase.casefold()
            for phrase in (
                symptom.name,
                *symptom.lay_names,
                *symptom.clinical_names,
                *symptom.spellings,
                *symptom.misspellings,
            )
        }
        for phrase in sorted(phrases):
            if phrase in owner:
                yield Fault(
                    content.file_of("symptom", symptom.id),
                    "lay_names",
                    f"'{phrase}' already names symptom '{owner[phrase]}'; a phrase names one symptom",
                )
            owner.setdefault(phrase, symptom.id)
    owner = {}
    for risk in content.risk_factors:
        for phrase in sorted(
            {p.casefold() for p in (risk.name, *risk.aliases, *risk.brand_names, *risk.misspellings)}
        ):
            if phrase in owner and owner[phrase] != risk.id:
                yield Fault(
                    content.file_of("risk-factor", risk.id),
                    f"{risk.id}.aliases",
                    f"'{phrase}' already names '{owner[phrase]}'; a phrase names one risk factor",
                )
            owner.setdefault(phrase, risk.id)


def overlapping_bands(content: Content) -> Iterator[Fault]:
    """For one test, cause and group of people a value falls into one band at most."""
    for test in content.lab_tests:
        groups: dict[tuple[object, ...], list[tuple[float, float]]] = {}
        for band in test.bands:
            key = (band.cause, band.sex, band.age_min_years, band.age_max_years, band.pregnant)
            low = float("-inf") if band.min is None else band.min
            high = float("inf") if band.max is None else band.max
            if any(low < other_high and other_low < high for other_low, other_high in groups.get(key, [])):
                yield Fault(
                    content.file_of("lab-test", test.id),
                    f"{test.id}.bands[{band.cause}]",
                    "bands overlap; min is inclusive, max exclusive",
                )
            groups.setdefault(key, []).append((low, high))


def repeated_interactions(content: Content) -> Iterator[Fault]:
    """What a nutrient and another thing do to one another is told once in its file."""
    for nutrient in content.nutrients:
        seen: set[tuple[str, str]] = set()
        for interaction in nutrient.interactions:
            key = (interaction.kind, interaction.other)
            if key in seen:
                yield Fault(
                    content.file_of("nutrient", nutrient.id),
                    f"interactions[{interaction.other}]",
                    "stands twice; make one of both",
                )
            seen.add(key)
