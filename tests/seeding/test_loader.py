"""Loading: all or nothing, once, and the same on both databases."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from app.database import make_engine
from app.migrating import alembic_config
from app.seeding import loader
from app.seeding.loader import seed, take_turn
from app.seeding.reader import SeedError
from app.seeding.release import content_release
from app.seeding.tabular import Row
from app.settings import ROOT, Settings
from tests.seeding.world import FILES, changed, rows_of, write_seed


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A migrated database without content."""
    engine = make_engine(Settings(database_url=database_url))
    command.upgrade(alembic_config(engine), "head")
    yield engine
    engine.dispose()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small seed."""
    return write_seed(tmp_path / "seed")


def quiet(_: str) -> None:
    """Say nothing."""


def test_every_table_of_content_is_filled(engine: Engine, root: Path) -> None:
    release = seed(engine, root, quiet)
    rows = rows_of(engine)
    assert release == content_release(root)
    assert [row[0] for row in rows["content_release"]] == [release]
    assert {name for name, group in rows.items() if not group} == {"vignette"}
    assert len(rows["nutrient"]) == 4
    assert [row[0] for row in rows["food"]] == [1, 2, 3]


def test_the_counts_of_the_release_are_those_of_the_tables(engine: Engine, root: Path) -> None:
    seed(engine, root, quiet)
    rows = rows_of(engine)
    [(_, _, counts)] = rows["content_release"]
    assert counts == {name: len(group) for name, group in rows.items() if name != "content_release"}


def test_each_record_is_cited_by_what_it_cites(engine: Engine, root: Path) -> None:
    seed(engine, root, quiet)
    cited = rows_of(engine)["citation"]
    assert ("book", "nutrient", "metal") in cited
    assert ("book", "cause", "metal-deficiency") in cited
    assert ("book", "red-flag", "gone-stiff") in cited


def test_loading_again_says_so_and_changes_no_row(engine: Engine, root: Path) -> None:
    seed(engine, root, quiet)
    before = rows_of(engine)
    said: list[str] = []
    release = seed(engine, root, said.append)
    assert said == [f"content release {release} is loaded already"]
    assert rows_of(engine) == before


def test_forced_loading_writes_the_same_rows_anew(engine: Engine, root: Path) -> None:
    seed(engine, root, quiet)
    before = rows_of(engine)
    said: list[str] = []
    seed(engine, root, said.append, force=True)
    after = rows_of(engine)
    assert any(step.startswith("loading food") for step in said)
    assert before.pop("content_release") != after.pop("content_release")
    assert after == before


def test_a_changed_file_replaces_what_was_loaded(engine: Engine, root: Path) -> None:
    old = seed(engine, root, quiet)
    write_seed(root, changed("symptoms/twitch.toml", "It is made up.", "It is quite made up."))
    new = seed(engine, root, quiet)
    assert new != old
    rows = rows_of(engine)
    assert [row[0] for row in rows["content_release"]] == [new]
    assert any("It is quite made up." in row for row in rows["symptom"])


def test_a_record_that_was_deleted_is_gone_after_loading(engine: Engine, root: Path) -> None:
    seed(engine, root, quiet)
    (root / "conflicts" / "all.toml").unlink()
    seed(engine, root, quiet)
    assert rows_of(engine)["conflict"] == []


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_release_changes_with_every_file(tmp_path: Path, name: str) -> None:
    root = write_seed(tmp_path / "seed")
    before = content_release(root)
    path = root / name
    path.write_bytes(path.read_bytes() + b"\n")
    assert content_release(root) != before


def test_the_release_does_not_depend_on_where_the_files_lie(tmp_path: Path) -> None:
    first = content_release(write_seed(tmp_path / "here" / "seed"))
    assert content_release(write_seed(tmp_path / "elsewhere" / "data")) == first


def test_the_release_does_not_change_with_notes_and_editor_files(tmp_path: Path) -> None:
    root = write_seed(tmp_path / "seed")
    before = content_release(root)
    (root / "PROVENANCE.md").write_text("Where it comes from.", encoding="utf-8")
    (root / "symptoms" / "twitch.toml~").write_text("id =", encoding="utf-8")
    assert content_release(root) == before


@pytest.mark.parametrize(
    ("name", "old", "new", "where"),
    [
        ("symptoms/twitch.toml", 'kind = "complaint"', 'kind = "feeling"', "kind"),
        ("nutrients/metal.toml", 'symptom = "twitch"', 'symptom = "twich"', "symptoms[twich].symptom"),
        ("foods/food_nutrients.csv.gz", "1,metal,100,mg", "1,metal,many,mg", "line 2, amount"),
        ("foods/foods.csv.gz", "1,01,", "one,01,", "line 2"),
        ("reference/dri.csv", "RDA,100,mg", "RDA,100,furlong", "line 2, unit"),
    ],
)
def test_a_broken_file_never_reaches_the_tables(
    engine: Engine, root: Path, name: str, old: str, new: str, where: str
) -> None:
    seed(engine, root, quiet)
    before = rows_of(engine)
    write_seed(root, changed(name, old, new))
    with pytest.raises(SeedError) as raised:
        seed(engine, root, quiet)
    assert any(fault.file == f"seed/{name}" and where in fault.where for fault in raised.value.faults), str(
        raised.value
    )
    assert rows_of(engine) == before


def test_a_broken_file_leaves_an_empty_database_empty(engine: Engine, root: Path) -> None:
    write_seed(root, changed("sources/all.toml", "[[source]]", "[source]"))
    with pytest.raises(SeedError):
        seed(engine, root, quiet)
    assert not any(rows_of(engine).values())


def test_every_fault_of_every_file_is_told_at_once(engine: Engine, tmp_path: Path) -> None:
    files = changed("symptoms/twitch.toml", 'kind = "complaint"', 'kind = "feeling"')
    files["reference/dri.csv"] = files["reference/dri.csv"].replace("RDA", "RDI")
    with pytest.raises(SeedError) as raised:
        seed(engine, write_seed(tmp_path / "seed", files), quiet)
    told = {fault.file for fault in raised.value.faults}
    assert {"seed/symptoms/twitch.toml", "seed/reference/dri.csv"} <= told
    assert str(raised.value).splitlines() == [str(fault) for fault in raised.value.faults]


def test_a_failure_half_way_leaves_the_old_content(
    engine: Engine, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(engine, root, quiet)
    before = rows_of(engine)
    write_seed(root, changed("symptoms/twitch.toml", "It is made up.", "It is quite made up."))
    fill = loader.fill

    def fill_until_foods(connection: Any, table: Any, rows: Any) -> None:
        if table.name == "food_amount":
            raise RuntimeError("the power went")
        fill(connection, table, rows)

    monkeypatch.setattr(loader, "fill", fill_until_foods)
    with pytest.raises(RuntimeError, match="the power went"):
        seed(engine, root, quiet)
    assert rows_of(engine) == before


def test_a_row_that_the_database_refuses_leaves_the_old_content(
    engine: Engine, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(engine, root, quiet)
    before = rows_of(engine)
    read_rows = loader.read_rows

    def with_an_orphan(where: Path) -> dict[str, list[Row]]:
        rows = read_rows(where)
        rows["food_amount"].append({"food_id": 999, "nutrient_id": "metal", "amount": 1.0, "source": "sr"})
        return rows

    monkeypatch.setattr(loader, "read_rows", with_an_orphan)
    with pytest.raises(DBAPIError):
        seed(engine, root, quiet, force=True)
    assert rows_of(engine) == before


def test_large_tables_hold_the_same_rows_however_they_are_written(
    engine: Engine, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(engine, root, quiet)
    before = rows_of(engine)
    monkeypatch.setattr(loader, "COPY_FROM_ROWS", 1)
    seed(engine, root, quiet, force=True)
    after = rows_of(engine)
    assert after.pop("content_release") != before.pop("content_release")
    assert after == before


@pytest.mark.parametrize("force", [False, True])
def test_two_that_seed_at_once_both_end_with_the_content(
    database_url: str, engine: Engine, root: Path, force: bool
) -> None:
    seed(engine, root, quiet)
    write_seed(root, changed("symptoms/twitch.toml", "It is made up.", "It is quite made up."))
    engines = [make_engine(Settings(database_url=database_url)) for _ in range(2)]
    start = threading.Barrier(2)
    ends: list[object] = []

    def load(mine: Engine) -> None:
        start.wait()
        try:
            ends.append(seed(mine, root, quiet, force=force))
        except Exception as error:
            ends.append(error)

    threads = [threading.Thread(target=load, args=(mine,)) for mine in engines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for mine in engines:
        mine.dispose()
    assert ends == [content_release(root)] * 2
    rows = rows_of(engine)
    assert [row[0] for row in rows["content_release"]] == [content_release(root)]
    assert len(rows["symptom"]) == 3


def test_the_second_of_two_finds_the_content_loaded_meanwhile(
    engine: Engine, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_rows = loader.read_rows

    def while_another_seeds(where: Path) -> dict[str, list[Row]]:
        monkeypatch.setattr(loader, "read_rows", read_rows)
        seed(engine, root, quiet)
        return read_rows(where)

    monkeypatch.setattr(loader, "read_rows", while_another_seeds)
    said: list[str] = []
    release = seed(engine, root, said.append)
    assert said[-1] == f"content release {release} was loaded meanwhile"


def test_waiting_for_a_turn_and_loading_may_take_as_long_as_they_need(engine: Engine) -> None:
    with engine.begin() as connection:
        take_turn(connection)
        if engine.dialect.name == "sqlite":
            # Statements have no limit; waiting for another writer has.
            assert connection.execute(text("PRAGMA busy_timeout")).scalar() == 30_000
        else:
            assert connection.execute(text("SHOW statement_timeout")).scalar() == "0"
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            assert connection.execute(text("SHOW statement_timeout")).scalar() == "5s"


def test_the_seed_of_the_repository_names_its_files_from_its_own_folder() -> None:
    assert Settings().seed_path == ROOT / "seed"
