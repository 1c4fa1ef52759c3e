"""Loads the seed into the tables: validated first, in one transaction, all or nothing."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from sqlalchemy import Connection, Dialect, Engine, Table, delete, insert, select, text
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlmodel import col

from app.content import ContentRelease
from app.models import TABLES
from app.seeding import schemas
from app.seeding.checks import check_content, cited
from app.seeding.reader import MERGED_IDS, Content, Fault, SeedError, read_files
from app.seeding.release import content_release
from app.seeding.tabular import Row, Tabular, read_tabular
from app.seeding.vignettes import read_vignettes

Progress = Callable[[str], None]

# Two processes that seed at once take turns by this PostgreSQL advisory lock; SQLite locks the file.
ADVISORY_LOCK = 7_266_501
REFERENCE_REVIEWED = date(2026, 11, 21)
REFERENCE_DUE = date(2028, 11, 21)
FOODS_SOURCE = "usda-fooddata-central"
# Foods and their amounts change together with nothing else: large tables go by COPY on PostgreSQL.
COPY_FROM_ROWS = 5_000


def loaded_release(connection: Connection) -> str | None:
    """Give the id of the content that the tables hold, or None where they are empty."""
    return connection.execute(select(col(ContentRelease.id))).scalar()


def seed(engine: Engine, root: Path, say: Progress, *, force: bool = False) -> str:
    """Load the seed files in `root` unless the tables hold them already.

    Returns:
        The content release that the tables now hold.

    Raises:
        SeedError: a seed file is not fit to load; the tables are as they were.
    """
    release = content_release(root)
    with engine.connect() as connection:
        if not force and loaded_release(connection) == release:
            say(f"content release {release} is loaded already")
            return release
    say("reading and checking seed files")
    rows = read_rows(root)
    with engine.begin() as connection:
        take_turn(connection)
        if not force and loaded_release(connection) == release:
            say(f"content release {release} was loaded meanwhile")
            return release
        for table in reversed(TABLES):
            connection.execute(delete(table))
        counts = {name: len(group) for name, group in rows.items()}
        rows["content_release"] = [{"id": release, "loaded_at": datetime.now(UTC), "counts": counts}]
        for model in TABLES:
            table = model.__table__  # type: ignore[attr-defined]
            group = rows.get(table.name, [])
            say(f"loading {table.name}: {len(group)} rows")
            fill(connection, table, group)
    say(f"content release {release} is loaded")
    return release


def take_turn(connection: Connection) -> None:
    """Hold the right to seed until the transaction ends."""
    if connection.dialect.name == "postgresql":
        # Waiting for another seeder, and COPY, may take longer than a request may.
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})
    else:
        # pysqlite opens a transaction at the first write only; a no-op write takes the lock now.
        connection.execute(delete(ContentRelease).where(col(ContentRelease.id) == ""))


def fill(connection: Connection, table: Table, rows: list[Row]) -> None:
    """Insert rows, large groups on PostgreSQL by COPY."""
    if not rows:
        return
    if connection.dialect.name == "postgresql" and len(rows) >= COPY_FROM_ROWS:
        columns = {name: to_database(table, name, connection.dialect) for name in rows[0]}
        cursor: DBAPICursor | Any = connection.connection.cursor()
        names = ", ".join(f'"{column}"' for column in columns)
        with cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row([convert(row[column]) for column, convert in columns.items()])
        return
    connection.execute(insert(table), rows)


def to_database(table: Table, column: str, dialect: Dialect) -> Callable[[Any], Any]:
    """Give the conversion that an INSERT makes of a column's values, and COPY does not."""
    convert = table.c[column].type.dialect_impl(dialect).bind_processor(dialect)
    return convert or (lambda value: value)


def read_rows(root: Path) -> dict[str, list[Row]]:
    """Read and check everything; give the rows by table.

    Raises:
        SeedError: anything is wrong in any file; all faults are named.
    """
    content, tables, vignettes, faults = examine(root)
    if faults:
        raise SeedError(faults)
    return {**tables.rows, **content_rows(content, tables), "vignette": vignettes}


def examine(root: Path) -> tuple[Content, Tabular, list[Row], list[Fault]]:
    """Read every seed file and check it: what is sound, and every fault."""
    content, faults = read_files(root)
    tables, more = read_tabular(root)
    vignettes, others = read_vignettes(root, tables.nutrient_codes)
    faults = [*faults, *more, *others, *check_content(content), *check_hpo(content, root)]
    faults += [*check_nutrients(content, tables), *check_reports(content, tables, root)]
    if not faults:  # what is not sound may be where a merged id leads
        faults += check_merged(content, tables, root)
    return content, tables, vignettes, sorted(faults)


def check_nutrients(content: Content, tables: Tabular) -> list[Fault]:
    """A nutrient with a profile must be in the reference data."""
    return [
        Fault(
            content.file_of("nutrient", nutrient.id),
            "id",
            f"'{nutrient.id}' is not in nutrient_codes.csv",
        )
        for nutrient in content.nutrients
        if nutrient.id not in tables.nutrient_codes
    ]


def check_merged(content: Content, tables: Tabular, root: Path) -> Iterator[Fault]:
    """An id that was merged is used by no record, and leads straight to one."""
    file = f"{root.name}/{MERGED_IDS}"
    known = set(content.origin)
    known |= {("nutrient", nutrient_id) for nutrient_id in tables.nutrient_codes}
    merged = Counter((entry.kind, entry.old) for entry in content.merged)
    for entry in content.merged:
        if (entry.kind, entry.old) in known:
            yield Fault(
                file, entry.old, f"is the id of a {entry.kind}; an id that was merged is never reused"
            )
        if merged[entry.kind, entry.old] > 1:
            yield Fault(file, entry.old, "stands twice")
        if (entry.kind, entry.new) in merged:
            yield Fault(file, entry.old, f"'{entry.new}' was merged itself; name where that one went")
        elif (entry.kind, entry.new) not in known:
            yield Fault(file, entry.old, f"no {entry.kind} has the id '{entry.new}'")


def check_reports(content: Content, tables: Tabular, root: Path) -> list[Fault]:
    """The report behind each figure of the reference tables must be a source."""
    cited = {
        row["source_id"]: table for table, rows in tables.rows.items() for row in rows if "source_id" in row
    }
    if tables.rows.get("food"):
        cited[FOODS_SOURCE] = "food"
    known = {source.id for source in content.sources} | {
        record_id for kind, record_id in content.unsound if kind == "source"
    }
    return [
        Fault(f"{root.name}/sources", source, f"unknown source '{source}'; rows of '{table}' cite it: add it")
        for source, table in cited.items()
        if source not in known
    ]


def check_hpo(content: Content, root: Path) -> list[Fault]:
    """An HPO id must be one of the terms that the seed ships."""
    path = root / "hpo" / "hpo_symptoms.csv"
    try:
        known = {line.split(",", 1)[0] for line in path.read_text(encoding="utf-8").splitlines()}
    except OSError as error:
        return [Fault(str(path.relative_to(root.parent)), "file", f"cannot be read: {error.strerror}")]
    return [
        Fault(
            content.file_of("symptom", symptom.id),
            "hpo_id",
            f"{symptom.hpo_id} is not in hpo_symptoms.csv",
        )
        for symptom in content.symptoms
        if symptom.hpo_id is not None and symptom.hpo_id not in known
    ]


def plain(record: BaseModel, *, without: Iterable[str] = (), **more: object) -> Row:
    """Give a record's own columns: its fields, less those that live in tables of their own."""
    skip = set(without)
    fields = {name: getattr(record, name) for name in type(record).model_fields if name not in skip}
    return {**fields, **more}


def content_rows(content: Content, tables: Tabular) -> dict[str, list[Row]]:
    """Turn the records of the TOML files into rows."""
    causes = content.all_causes()
    return {
        "source": [plain(source) for source in content.sources],
        "nutrient": nutrient_rows(content, tables),
        "symptom": parents_first(
            [
                plain(symptom, without={"parent", "key_points", "faq"}, parent_id=symptom.parent)
                for symptom in content.symptoms
            ],
            "parent_id",
        ),
        "cause": [
            plain(
                cause,
                without={"nutrient", "key_points", "faq", "priors", "symptoms"},
                nutrient_id=cause.nutrient,
            )
            for cause in causes
        ],
        "cause_prior": [
            plain(prior, cause_id=cause.id, position=position)
            for cause in causes
            for position, prior in enumerate(cause.priors)
        ],
        "cause_symptom": [
            plain(
                link,
                without={"symptom", "via"},
                cause_id=cause.id,
                position=position,
                symptom_id=link.symptom,
                via_id=link.via,
            )
            for cause in causes
            for position, link in enumerate(cause.symptoms)
        ],
        "risk_factor": parents_first(
            [
                plain(risk, without={"member_of", "effects"}, member_of_id=risk.member_of)
                for risk in content.risk_factors
            ],
            "member_of_id",
        ),
        "risk_effect": [
            plain(effect, without={"cause"}, risk_factor_id=risk.id, cause_id=effect.cause)
            for risk in content.risk_factors
            for effect in risk.effects
        ],
        "interaction": [
            plain(interaction, without={"other"}, nutrient_id=nutrient.id, other_id=interaction.other)
            for nutrient in content.nutrients
            for interaction in nutrient.interactions
        ],
        "lab_test": [plain(test, without={"bands"}) for test in content.lab_tests],
        "lab_band": [
            plain(band, without={"cause"}, lab_test_id=test.id, position=position, cause_id=band.cause)
            for test in content.lab_tests
            for position, band in enumerate(test.bands)
        ],
        "red_flag": [plain(flag) for flag in content.red_flags],
        "conflict": [plain(conflict) for conflict in content.conflicts],
        "faq": [
            plain(entry, record_kind=kind, record_id=record_id, position=position)
            for kind, record_id, record in with_texts(content)
            for position, entry in enumerate(record.faq)
        ],
        "key_point": [
            plain(point, record_kind=kind, record_id=record_id, position=position)
            for kind, record_id, record in with_texts(content)
            for position, point in enumerate(record.key_points)
        ],
        "citation": citation_rows(content),
        "merged_id": [
            {
                "kind": entry.kind,
                "old_id": entry.old,
                "new_id": entry.new,
                "merged_on": entry.merged_on,
                "why": entry.why,
            }
            for entry in content.merged
        ],
    }


def with_texts(content: Content) -> list[tuple[str, str, Any]]:
    """Give the records that have questions and key points, with their kind and id."""
    return [
        *(("nutrient", nutrient.id, nutrient) for nutrient in content.nutrients),
        *(("symptom", symptom.id, symptom) for symptom in content.symptoms),
        *(("cause", cause.id, cause) for cause in content.all_causes()),
    ]


def nutrient_rows(content: Content, tables: Tabular) -> list[Row]:
    """Join the profiles with the identifiers; a nutrient without a profile keeps its identifiers."""
    profiles = {nutrient.id: nutrient for nutrient in content.nutrients}
    elsewhere = {"key_points", "faq", "interactions", "deficiency", "kind", "name"}
    profile_fields = set(schemas.Nutrient.model_fields) - elsewhere
    rows = []
    for nutrient_id, code in tables.nutrient_codes.items():
        profile = profiles.get(nutrient_id)
        if profile is None:
            empty = dict.fromkeys(profile_fields)
            lists = ("roles", "food_vs_supplement", "supplement_forms", "levels", "aliases")
            row = {**empty, **{name: [] for name in lists}, **code}
            row |= {"last_reviewed": REFERENCE_REVIEWED, "review_due": REFERENCE_DUE}
            row |= {"sources": [FOODS_SOURCE], "has_profile": False}
        else:
            row = {
                **code,
                **plain(profile, without=elsewhere),
                "name": profile.name,
                "has_profile": True,
            }
        rows.append(row)
    return rows


def parents_first(rows: list[Row], key: str) -> list[Row]:
    """Order rows so that each follows the row it points at."""
    by_id = {row["id"]: row for row in rows}
    placed: dict[str, Row] = {}

    def place(row: Row) -> None:
        if row["id"] in placed:
            return
        if row[key] is not None:
            place(by_id[row[key]])
        placed[row["id"]] = row

    for row in rows:
        place(row)
    return list(placed.values())


def citation_rows(content: Content) -> list[Row]:
    """Say which record cites which source."""
    kinds = (
        ("nutrient", content.nutrients),
        ("symptom", content.symptoms),
        ("cause", content.all_causes()),
        ("risk-factor", content.risk_factors),
        ("lab-test", content.lab_tests),
        ("red-flag", content.red_flags),
        ("conflict", content.conflicts),
    )
    found = {
        (source, kind, record.id)
        for kind, records in kinds
        for record in records
        for _, source in cited(record)
    }
    return [
        {"source_id": source, "record_kind": kind, "record_id": record_id}
        for source, kind, record_id in sorted(found)
    ]
