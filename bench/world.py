"""The scratch databases: the real content, the same with full-text search, and larger ones made of it."""

import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from sqlalchemy import text
from sqlmodel import Session

from app.database import make_engine
from app.partners.models import KeyKind, Scope
from app.partners.plans import LARGE
from app.partners.secret import Secret
from app.partners.service import make_key, new_partner
from app.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
SCRATCH = ROOT / "data" / "bench"
# Of the keys of the scratch partners: no secret.
KEY_SECRET = "the secret of scratch databases is none at all"  # nosec B105
# What makes a made-up word of a known one, so that larger worlds have a larger vocabulary too.
SYLLABLES = ("ba", "do", "fi", "gu", "ke", "lo", "mi", "nu", "po", "ra", "se", "ti", "vo", "wa", "zu")
# Made-up foods get numbers from here on.
FIRST_MADE_UP = 10_000_000
# Above any position among the links of a cause.
POSITIONS = 10_000


def content(folder: Path = SCRATCH) -> Path:
    """Give a database with the real content, made or brought up to date as operators do."""
    folder.mkdir(parents=True, exist_ok=True)
    database = folder / "content.db"
    environment = {**os.environ, "APP_DATABASE_URL": f"sqlite:///{database}"}
    for step in ("migrate", "seed"):
        subprocess.run(
            [sys.executable, "-m", "app", step],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            timeout=300,
            check=True,
        )
    return database


def copied(database: Path, name: str) -> sqlite3.Connection:
    """Copy a database, and open the copy."""
    target = database.with_name(f"{name}.db")
    for old in target.parent.glob(f"{name}.db*"):
        old.unlink()
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(database, target)
    return sqlite3.connect(target)


def with_full_text(database: Path) -> Path:
    """Give a copy that Datasette can search as it is meant to: an FTS5 table beside `food`."""
    with copied(database, "full-text") as copy:
        copy.execute(
            "CREATE VIRTUAL TABLE [food_fts] USING FTS5([description], [common_name], "
            "tokenize='porter', content=[food], content_rowid='id')"
        )
        copy.execute("INSERT INTO food_fts(food_fts) VALUES ('rebuild')")
    copy.close()
    return database.with_name("full-text.db")


def other_word(match: "re.Match[str]", drawn: random.Random) -> str:
    """Make another word of one word in two."""
    return match.group() if drawn.random() < 0.5 else match.group() + drawn.choice(SYLLABLES)


def with_more_foods(database: Path, times: int) -> Path:
    """Give a copy with so many times the foods: copies of the real ones, with some words made up."""
    drawn = random.Random(times)
    with copied(database, f"foods-{times}") as copy:
        rows = copy.execute("SELECT id, description FROM food ORDER BY id").fetchall()
        copy.execute("CREATE TEMP TABLE twin (old INTEGER PRIMARY KEY, new INTEGER, description TEXT)")
        for turn in range(1, times):
            copy.execute("DELETE FROM twin")
            copy.executemany(
                "INSERT INTO twin VALUES (?, ?, ?)",
                (
                    (
                        number,
                        FIRST_MADE_UP * turn + number,
                        re.sub(r"[A-Za-z]{3,}", lambda word: other_word(word, drawn), text),
                    )
                    for number, text in rows
                ),
            )
            for table in ("food", "food_portion", "food_amount"):
                names = [row[1] for row in copy.execute(f"PRAGMA table_info({table})")]
                swapped = {"id" if table == "food" else "food_id": "twin.new"}
                if table == "food":
                    swapped["description"] = "twin.description"
                key = next(iter(swapped))
                wanted = ", ".join(swapped.get(name, f"{table}.{name}") for name in names)
                copy.execute(
                    f"INSERT INTO {table} ({', '.join(names)}) SELECT {wanted} "
                    f"FROM {table} JOIN twin ON twin.old = {table}.{key}"
                )
    copy.close()
    return database.with_name(f"foods-{times}.db")


def with_more_symptoms(database: Path, times: int) -> Path:
    """Give a copy with so many times the symptoms and their links; the names get a made-up word."""
    with copied(database, f"symptoms-{times}") as copy:
        for table, key, columns in (
            ("symptom", "id", ("name", "lay_names", "clinical_names", "spellings", "misspellings")),
            ("cause_symptom", "symptom_id", ()),
        ):
            names = [row[1] for row in copy.execute(f"PRAGMA table_info({table})")]
            rows = copy.execute(f"SELECT * FROM {table}").fetchall()
            marks = ", ".join("?" * len(names))
            for turn in range(1, times):
                made_up = "".join(random.Random(turn).sample(SYLLABLES, 3))
                copies = []
                for row in rows:
                    one = dict(zip(names, row, strict=True))
                    one[key] = f"{one[key]}-{made_up}"
                    if "position" in one:
                        one["position"] += turn * POSITIONS
                    for column in columns:
                        one[column] = renamed(one[column], made_up)
                    copies.append(tuple(one.values()))
                copy.executemany(f"INSERT INTO {table} VALUES ({marks})", copies)
    copy.close()
    return database.with_name(f"symptoms-{times}.db")


def with_partners(database: Path, count: int) -> tuple[Path, list[str]]:
    """Give a copy with so many partners of the largest plan, and the key of each."""
    copied(database, f"partners-{count}").close()
    tables = database.with_name(f"partners-{count}.db")
    secret, keys = Secret.of(KEY_SECRET), []
    engine = make_engine(Settings(database_url=f"sqlite:///{tables}"))
    with Session(engine) as session:
        session.execute(text("PRAGMA synchronous = OFF"))
        for number in range(count):
            partner = new_partner(f"partner-{number}", name="", contact="", plan=LARGE.name, note="")
            made = make_key(
                session,
                partner,
                secret,
                kind=KeyKind.SECRET,
                scopes=[Scope.READ],
                origins=[],
                label="",
                valid_for=None,
            )
            keys.append(made.shown_once)
    engine.dispose()
    return tables, keys


def renamed(text: str, made_up: str) -> str:
    """Put a made-up word before a name, or before each of a JSON list of names."""
    if not text.startswith("["):
        return f"{made_up} {text}"
    return re.sub(r'"([^"]+)"', rf'"{made_up} \1"', text)
