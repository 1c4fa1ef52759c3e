"""Reads from the tables what can be searched, and what the language of symptoms knows."""

import re
from collections.abc import Iterable, Iterator

from sqlmodel import Session

from app.causes.models import Cause
from app.causes.queries import TRIGGER_KINDS
from app.conflicts.models import Conflict
from app.foods.models import Food
from app.lab_tests.models import LabTest
from app.language.lexicon import Lexicon, LexiconEntry, LexiconPhrase, PhraseSource
from app.language.parse import parse_symptoms
from app.language.results import Kind
from app.nutrients.models import Nutrient
from app.red_flags.models import RedFlag
from app.risk_factors.models import RiskFactor
from app.search.index import Entry, SearchIndex
from app.sources.models import Source
from app.symptoms.models import Symptom
from app.tables import plain_rows

# Columns that say what a record is called.
SYMPTOM_PHRASES = ("lay_names", "clinical_names", "spellings", "misspellings")
RISK_PHRASES = ("aliases", "brand_names", "misspellings")
FOOD = ("id", "description", "common_name", "ndb_number", "everyday")
# USDA numbers its foods; foods without a number come last.
LAST = 10**6
OFFAL = re.compile(r"\bliver\b|variety meats|giblets", re.IGNORECASE)
# A vitamin's letter, where it is the whole name or stands in brackets after it: "Folate (vitamin B9)".
VITAMIN = re.compile(r"(?:^|\()vitamin (?P<letter>[A-Z]\d{0,2})\)?$", re.IGNORECASE)
# Numbers of meat cuts, and remarks that stand among other names.
NO_NAME = re.compile(r"URMIS|IMPS|commodity|vitamin|family style|school lunch|Latino food|#", re.IGNORECASE)


def build_index(session: Session, lexicon: Lexicon) -> SearchIndex:
    """Index the names of everything; queries for symptoms are understood as texts are."""

    def understand(query: str) -> list[tuple[str, float]]:
        return [(mention.id, mention.confidence) for mention in parse_symptoms(query, lexicon).mentions]

    return SearchIndex(entries(session), understand)


def entries(session: Session) -> Iterator[Entry]:
    """Give every record that can be found, with what it is called."""
    for nutrient in plain_rows(session, Nutrient, "id", "name", "aliases", "has_profile"):
        yield Entry(
            kind="nutrient",
            id=nutrient.id,
            name=nutrient.name,
            phrases=(*nutrient.aliases, *short_names((nutrient.name, *nutrient.aliases))),
            plain=nutrient.has_profile,
        )
    for symptom in plain_rows(session, Symptom, "id", "name", *SYMPTOM_PHRASES):
        phrases = (
            *symptom.lay_names,
            *symptom.clinical_names,
            *symptom.spellings,
            *symptom.misspellings,
        )
        yield Entry(kind="symptom", id=symptom.id, name=symptom.name, phrases=phrases)
    for cause in plain_rows(session, Cause, "id", "name", "kind", "aliases"):
        if cause.kind in TRIGGER_KINDS:
            yield Entry(kind="trigger", id=cause.id, name=cause.name, phrases=tuple(cause.aliases))
    for risk in plain_rows(session, RiskFactor, "id", "name", *RISK_PHRASES):
        phrases = (*risk.aliases, *risk.brand_names, *risk.misspellings)
        yield Entry(kind="risk-factor", id=risk.id, name=risk.name, phrases=phrases)
    for test in plain_rows(session, LabTest, "id", "name", "aliases"):
        yield Entry(kind="lab-test", id=test.id, name=test.name, phrases=tuple(test.aliases))
    for flag in plain_rows(session, RedFlag, "id", "name"):
        yield Entry(kind="red-flag", id=flag.id, name=flag.name, phrases=())
    for conflict in plain_rows(session, Conflict, "id", "question"):
        yield Entry(kind="conflict", id=conflict.id, name=conflict.question, phrases=())
    for source in plain_rows(session, Source, "id", "title"):
        yield Entry(kind="source", id=source.id, name=source.title, phrases=(source.id,))
    for food in plain_rows(session, Food, *FOOD):
        yield Entry(
            kind="food",
            id=str(food.id),
            name=food.description,
            phrases=tuple(other_names(food.common_name)),
            by_parts=True,
            plain=food.everyday,
            order=place(food),
        )


def short_names(names: Iterable[str]) -> Iterator[str]:
    """Give what vitamins are called for short: "B12" and "vit B12" for "Vitamin B12"."""
    for name in names:
        if short := VITAMIN.search(name):
            yield from (short["letter"], f"vit {short['letter']}")


def place(food: Food) -> int:
    """Give a food's place among equally good hits: USDA's order, offal after the other meats."""
    number = int(food.ndb_number) if food.ndb_number else LAST
    return number + LAST if OFFAL.search(food.description) else number


def other_names(common_name: str | None) -> Iterator[str]:
    """Give the names in USDA's list of other names, without cut numbers and remarks."""
    for name in (common_name or "").split(","):
        if name.strip() and not NO_NAME.search(name):
            yield name.strip()


def build_lexicon(session: Session) -> Lexicon:
    """Compile the words by which people name symptoms, risk factors and tests."""
    return Lexicon(lexicon_entries(session))


def lexicon_entries(session: Session) -> Iterator[LexiconEntry]:
    """Give every record that the language of symptoms knows, with its phrases."""
    for symptom in plain_rows(session, Symptom, "id", "name", "base_level", *SYMPTOM_PHRASES):
        yield LexiconEntry(
            kind=Kind.SYMPTOM,
            id=symptom.id,
            name=symptom.name,
            phrases=(
                *phrases(PhraseSource.LAY, [*symptom.lay_names, *symptom.spellings]),
                *phrases(PhraseSource.CLINICAL, symptom.clinical_names),
                *phrases(PhraseSource.MISSPELLING, symptom.misspellings),
            ),
            urgent=symptom.base_level.is_urgent,
        )
    for risk in plain_rows(session, RiskFactor, "id", "name", "kind", *RISK_PHRASES):
        yield LexiconEntry(
            kind=Kind(risk.kind.value),
            id=risk.id,
            name=risk.name,
            phrases=(
                *phrases(PhraseSource.LAY, [*risk.aliases, *risk.brand_names]),
                *phrases(PhraseSource.MISSPELLING, risk.misspellings),
            ),
        )
    for test in plain_rows(session, LabTest, "id", "name", "aliases"):
        yield LexiconEntry(
            kind=Kind.LAB_TEST,
            id=test.id,
            name=test.name,
            phrases=tuple(phrases(PhraseSource.LAY, test.aliases)),
        )


def phrases(source: PhraseSource, texts: list[str]) -> list[LexiconPhrase]:
    """Mark phrases with where they come from."""
    return [LexiconPhrase(text, source) for text in texts]
