"""Reading TOML files: each fault names its file, its key or line, and what would be right."""

from pathlib import Path

import pytest

from app.seeding.reader import Fault, SeedError, read_files
from tests.seeding.world import FILES, REVIEWED, changed, faults_of, write_seed


def test_the_small_seed_has_no_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path) == []


def test_every_record_is_read_and_knows_its_file(tmp_path: Path) -> None:
    content, faults = read_files(write_seed(tmp_path / "seed"))
    assert faults == []
    assert [symptom.id for symptom in content.symptoms] == ["lip-twitch", "stiffness", "twitch"]
    assert [cause.id for cause in content.all_causes()] == [
        "benign",
        "coffee",
        "frost",
        "leaf-deficiency",
        "metal-deficiency",
    ]
    assert content.file_of("risk-factor", "red-pill") == "seed/risk-factors/all.toml"
    assert content.file_of("cause", "metal-deficiency") == "seed/nutrients/metal.toml"


def test_files_are_found_in_folders_below(tmp_path: Path) -> None:
    files = dict(FILES)
    files["causes/everyday/coffee.toml"] = files.pop("causes/coffee.toml")
    assert faults_of(tmp_path, files) == []


@pytest.mark.parametrize("name", ["symptom/tic.toml", "tic.toml", "hpo/tic.toml"])
def test_a_file_that_nobody_would_read_is_told_of(tmp_path: Path, name: str) -> None:
    [fault] = faults_of(tmp_path, {**FILES, name: FILES["symptoms/twitch.toml"]})
    assert fault.startswith(f"seed/{name}: file: is not read; TOML is in sources, nutrients")


@pytest.mark.parametrize("name", ["symptoms/twitch.toml", "sources/all.toml"])
def test_a_syntax_error_names_the_line(tmp_path: Path, name: str) -> None:
    files = {**FILES, name: f"{FILES[name]}\nbroken = \n"}
    line = files[name].count("\n")
    [fault, *_] = [fault for fault in faults_of(tmp_path, files) if "syntax" in fault]
    assert fault.startswith(f"seed/{name}: syntax: not valid TOML: ")
    assert f"line {line}" in fault


def test_a_file_that_is_not_utf_8_is_told_of(tmp_path: Path) -> None:
    root = write_seed(tmp_path / "seed")
    (root / "symptoms" / "twitch.toml").write_bytes(b'id = "twitch"\nname = "\xfftwitch"\n')
    _, faults = read_files(root)
    assert [str(fault) for fault in faults] == [
        "seed/symptoms/twitch.toml: byte 22: the file is not UTF-8; save it as UTF-8"
    ]


def test_an_unknown_key_is_refused_by_name(tmp_path: Path) -> None:
    files = changed("symptoms/twitch.toml", "question =", "qestion =")
    faults = faults_of(tmp_path, files)
    assert any("twitch.toml: qestion: Extra inputs are not permitted" in fault for fault in faults)
    assert any("twitch.toml: question: Field required" in fault for fault in faults)


def test_an_unknown_key_deep_inside_is_refused_with_its_path(tmp_path: Path) -> None:
    files = changed("nutrients/metal.toml", "percent = 10", "percent = 10\nshare = 1")
    [fault] = faults_of(tmp_path, files)
    assert fault.startswith("seed/nutrients/metal.toml: levels.0.share: Extra inputs")


def test_a_wrong_value_is_shown(tmp_path: Path) -> None:
    files = changed("symptoms/twitch.toml", 'kind = "complaint"', 'kind = "feeling"')
    [fault] = faults_of(tmp_path, files)
    assert fault.startswith("seed/symptoms/twitch.toml: kind: ")
    assert "'complaint', 'sign' or 'laboratory'" in fault
    assert fault.endswith("(got 'feeling')")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("nutrients/metal.toml", 'kind = "mineral"', 'kind = "stone"'),
        ("causes/coffee.toml", 'category = "caffeine"', 'category = "tea"'),
        ("risk-factors/all.toml", 'name = "Red pill"', 'name = ""'),
        ("lab-tests/all.toml", "plausible_min = 0", 'plausible_min = "0 mg"'),
        ("sources/all.toml", "year = 2000", "year = 20000"),
    ],
)
def test_one_wrong_value_is_one_fault_however_often_its_record_is_named(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    [fault] = faults_of(tmp_path, changed(name, old, new))
    assert fault.startswith(f"seed/{name}: ")


def test_a_file_must_be_named_by_its_id(tmp_path: Path) -> None:
    files = dict(FILES)
    files["symptoms/twitching.toml"] = files.pop("symptoms/twitch.toml")
    assert faults_of(tmp_path, files) == [
        "seed/symptoms/twitching.toml: id: is 'twitch'; the file must be named twitch.toml"
    ]


def test_a_table_of_another_name_is_refused(tmp_path: Path) -> None:
    files = changed("conflicts/all.toml", "[[conflict]]", "[[conflicts]]")
    faults = faults_of(tmp_path, files)
    assert "seed/conflicts/all.toml: conflicts: unknown; this file holds [[conflict]] only" in faults


def test_single_brackets_in_place_of_double_ones_are_told_of(tmp_path: Path) -> None:
    one = f'[red_flag]\nid = "gone-stiff"\nname = "Gone stiff"\n{REVIEWED}'
    assert faults_of(tmp_path, {**FILES, "red-flags/all.toml": one}) == [
        "seed/red-flags/all.toml: red_flag: must be an array of tables; write [[red_flag]]"
    ]


@pytest.mark.parametrize("value", ['"text"', "3", "[1, 2]", "true"])
def test_a_value_in_place_of_tables_is_told_of(tmp_path: Path, value: str) -> None:
    files = {**FILES, "red-flags/all.toml": f"red_flag = {value}\n"}
    faults = faults_of(tmp_path, files)
    assert faults
    assert all(fault.startswith("seed/red-flags/all.toml: red_flag") for fault in faults)


def test_faults_in_arrays_name_the_record_by_its_id(tmp_path: Path) -> None:
    files = changed("risk-factors/all.toml", 'effect_class = "weak"', 'effect_class = "feeble"')
    [fault] = faults_of(tmp_path, files)
    assert fault.startswith("seed/risk-factors/all.toml: risk_factor[no-stones].effects.0.effect_class: ")


def test_an_id_that_is_used_twice_names_the_other_file(tmp_path: Path) -> None:
    files = {**FILES, "conflicts/more.toml": FILES["conflicts/all.toml"]}
    assert faults_of(tmp_path, files) == [
        "seed/conflicts/more.toml: stones-or-leaves: "
        "id already used in seed/conflicts/all.toml; ids are unique"
    ]


def test_a_cause_cannot_take_the_id_of_a_deficiency(tmp_path: Path) -> None:
    taken = FILES["causes/coffee.toml"].replace('id = "coffee"', 'id = "leaf-deficiency"')
    faults = faults_of(tmp_path, {**FILES, "causes/leaf-deficiency.toml": taken})
    assert (
        "seed/nutrients/leaf.toml: leaf-deficiency: "
        "id already used in seed/causes/leaf-deficiency.toml; ids are unique"
    ) in faults


def test_the_error_tells_every_fault_in_order() -> None:
    faults = [Fault("b.toml", "id", "wrong"), Fault("a.toml", "name", "missing")]
    assert str(SeedError(faults)) == "a.toml: name: missing\nb.toml: id: wrong"
