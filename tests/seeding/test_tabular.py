"""Reading CSV files: a bad row becomes a fault with file and line, and no row is changed."""

import gzip
from pathlib import Path

import pytest

from app.seeding.tabular import read_tabular
from tests.seeding.world import EFSA, FILES, IOM, changed, faults_of, write_seed

STAGE = "female-19-30-y,female,228,371,false,false"


def test_figures_are_taken_as_they_stand_with_their_unit_in_ucum(tmp_path: Path) -> None:
    tabular, faults = read_tabular(write_seed(tmp_path / "seed"))
    assert faults == []
    assert [
        (row["authority"], row["life_stage_id"], row["measure"], row["value"], row["unit"])
        for row in tabular.rows["reference_intake"]
    ] == [
        ("nasem", "female-19-30-y", "RDA", 100.0, "mg"),
        ("nasem", "male-19-30-y", "RDA", 200.0, "mg"),
        ("nasem", "female-19-30-y", "UL", 1000.0, "mg"),
        ("efsa", "female-18-y", "PRI", 90.0, "mg"),
    ]
    assert tabular.nutrient_codes["leaf"]["unit"] == "ug"


def test_a_value_that_is_not_listed_has_no_row(tmp_path: Path) -> None:
    tabular, _ = read_tabular(write_seed(tmp_path / "seed"))
    amounts = {(row["food_id"], row["nutrient_id"]): row["amount"] for row in tabular.rows["food_amount"]}
    assert amounts == {(1, "metal"): 100.0, (2, "metal"): 10.0, (2, "leaf"): 50.0, (3, "metal"): 20.0}


def test_one_portion_of_a_food_is_the_typical_one(tmp_path: Path) -> None:
    files = changed(
        "foods/food_portions.csv.gz",
        "1,1,1.0,stone,50.0,sr-legacy\n",
        "1,1,1.0,boulder,5000.0,sr-legacy\n1,2,1.0,stone,50.0,sr-legacy\n",
    )
    tabular, faults = read_tabular(write_seed(tmp_path / "seed", files))
    assert faults == []
    typical = [row["description"] for row in tabular.rows["food_portion"] if row["typical"]]
    assert typical == ["stone", "leaf"]


def test_identifiers_that_were_not_checked_are_left_out(tmp_path: Path) -> None:
    files = changed("reference/nutrient_codes.csv", "CHEBI:1,yes,1-1,yes", "CHEBI:1,no,1-1,no")
    tabular, _ = read_tabular(write_seed(tmp_path / "seed", files))
    codes = tabular.nutrient_codes["metal"]["codes"]
    assert (codes["chebi_id"], codes["loinc_code"]) == (None, None)


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("reference/dri.csv", "RDA,100,", "RDA,,", "line 2, value: '' is not a number"),
        ("reference/dri.csv", "RDA,100,", "RDA,-1,", "line 2, value: -1 must be finite and not negative"),
        ("reference/dri.csv", "RDA,200,", "RDA,nan,", "line 3, value: nan must be finite"),
        ("reference/dri.csv", "UL,1000,", "UL,inf,", "line 4, value: inf must be finite"),
        ("reference/dri.csv", "RDA,100,mg", "RDA,100,furlong", "line 2, unit: unit 'furlong' is not known"),
        ("reference/dri.csv", f"metal,{STAGE},RDA", f"mettle,{STAGE},RDA", "line 2, nutrient_id: 'mettle'"),
        ("reference/dri.csv", "metal,male-19-30-y", "metal,male-19-31-y", "line 3, life_stage: "),
        ("reference/dri.csv", "RDA,100", "RDI,100", "line 2, measure: 'RDI' is not known"),
        ("reference/dri.csv", f"RDA,100,mg,,{IOM}", "RDA,100,mg,,A Book", "line 2, source: 'A Book'"),
        ("reference/dri.csv", "RDA,100,mg,,", "RDA,100,mg,", "line 2, columns: has too many or too few"),
        ("reference/dri.csv", "RDA,100,mg,,", "RDA,100,mg,,,", "line 2, columns: has too many or too few"),
        ("reference/dri_efsa.csv", "PRI,90", "RDA,90", "line 2, measure: 'RDA' is not known"),
        ("reference/dri_efsa.csv", EFSA, "EFSA", "line 2, source: 'EFSA' is not known"),
        ("reference/dri_efsa.csv", "female,216,", "female,young,", "line 2, age_min_months: "),
        ("reference/dri_life_stages.csv", "female,228,371,false", "female,,371,false", "line 2, age_min_"),
        ("reference/dri_ul_not_determined.csv", "leaf,", "leave,", "line 2, nutrient_id: 'leave'"),
        ("reference/daily_values.csv", "RDI,150", "RDI,lots", "line 2, value: 'lots' is not a number"),
        ("reference/daily_values.csv", "metal,", "mettle,", "line 2, nutrient_id: 'mettle' is not known"),
        ("reference/daily_values.csv", "21 CFR 101.9(c)(8)(iv)", "21 CFR", "line 2, source: '21 CFR'"),
        ("reference/nutrient_codes.csv", "leaf,Leaf,vitamin,µg", "leaf,Leaf,vitamin,oz", "line 3, unit: "),
        ("reference/nutrient_codes.csv", "mg,1,MT", "mg,one,MT", "line 2, fdc_nutrient_id: "),
        ("foods/foods.csv.gz", "1,01,", "one,01,", "line 2, food_id: "),
        ("foods/food_nutrients.csv.gz", "1,metal,100", "9,metal,100", "line 2, food_id: '9' is not known"),
        ("foods/food_nutrients.csv.gz", "1,metal,100", "1,metal,many", "line 2, amount: 'many'"),
        ("foods/food_nutrients.csv.gz", "1,metal,100,mg", "1,metal,100,µg", "line 2, unit: 'µg' is not the"),
        ("foods/food_nutrients.csv.gz", "1,metal,100,mg", "1,metal,100,oz", "line 2, unit: unit 'oz'"),
        ("foods/food_nutrients.csv.gz", "2,leaf,50,µg", "2,leave,50,µg", "line 4, "),
        ("foods/food_portions.csv.gz", "2,1,1.0,leaf,10.0", "2,1,1.0,leaf,heavy", "line 3, gram_weight: "),
        ("foods/food_portions.csv.gz", "2,1,1.0,leaf", "2,first,1.0,leaf", "line 3, seq: "),
        ("foods/food_portions.csv.gz", "2,1,1.0,leaf", "7,1,1.0,leaf", "line 3, food_id: '7' is not known"),
        ("foods/food_value_flags.csv", "leaf,900", "leaf,lots", "line 2, amount: 'lots' is not a number"),
        ("foods/food_value_flags.csv", "Beef,leaf,", "Beef,leave,", "line 2, nutrient_id: 'leave'"),
        (
            "foods/food_nutrients_supplementary.csv.gz",
            "ciqual-1,metal",
            "ciqual-2,metal",
            "line 2, food_id: 'ciqual-2' is not known",
        ),
        (
            "foods/food_nutrients_supplementary.csv.gz",
            "metal,5",
            "mettle,5",
            "line 2, nutrient_id: 'mettle' is not known",
        ),
        ("foods/food_nutrients_supplementary.csv.gz", "5,mg", "5,g", "line 2, unit: 'g' is not the unit"),
    ],
)
def test_a_bad_row_is_told_with_its_line(tmp_path: Path, name: str, old: str, new: str, fault: str) -> None:
    faults = faults_of(tmp_path, changed(name, old, new))
    assert any(line.startswith(f"seed/{name}: {fault}") for line in faults), faults


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("reference/dri.csv", f"metal,{STAGE},RDA,300,mg,,{IOM}\n"),
        ("reference/daily_values.csv", FILES["reference/daily_values.csv"].splitlines()[1] + "\n"),
        ("reference/nutrient_codes.csv", FILES["reference/nutrient_codes.csv"].splitlines()[1] + "\n"),
        ("reference/dri_ul_not_determined.csv", "leaf,female-19-30-y,UL,Nobody.\n"),
        ("foods/foods.csv.gz", "1,01,sr-legacy,Stones again,Vegetables and Vegetable Products,,\n"),
        ("foods/food_nutrients.csv.gz", "1,metal,200,mg,sr\n"),
        ("foods/food_portions.csv.gz", "1,1,1.0,pebble,5.0,sr-legacy\n"),
        ("foods/foods_supplementary.csv.gz", "ciqual-1,ciqual-2017,1,Pebbles,stones,\n"),
        ("foods/food_nutrients_supplementary.csv.gz", "ciqual-1,metal,6,mg\n"),
    ],
)
def test_a_figure_that_stands_twice_is_told_with_its_line(tmp_path: Path, name: str, row: str) -> None:
    faults = faults_of(tmp_path, {**FILES, name: FILES[name] + row})
    line = (FILES[name] + row).count("\n")
    assert any(fault.startswith(f"seed/{name}: line {line}") for fault in faults), faults


@pytest.mark.parametrize("name", [name for name in FILES if "csv" in name and "hpo" not in name])
def test_a_missing_file_is_told(tmp_path: Path, name: str) -> None:
    faults = faults_of(tmp_path, {other: text for other, text in FILES.items() if other != name})
    assert any(fault.startswith(f"seed/{name}: line 1, file: cannot be read") for fault in faults)


@pytest.mark.parametrize("name", [name for name in FILES if "csv" in name and "hpo" not in name])
def test_a_missing_column_is_told(tmp_path: Path, name: str) -> None:
    head, _, rest = FILES[name].partition("\n")
    column = head.split(",")[0]
    files = {**FILES, name: f"{head.replace(column, 'colour', 1)}\n{rest}"}
    faults = faults_of(tmp_path, files)
    assert any(fault.startswith(f"seed/{name}: line 1") and column in fault for fault in faults), faults


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".gz")])
@pytest.mark.parametrize(
    "data",
    [b"food_id,nutrient_id", gzip.compress(b"food_id\n" * 99)[:-9], gzip.compress(b"food_id\n\xff")],
    ids=["not compressed", "cut short", "not UTF-8"],
)
def test_a_file_that_cannot_be_unpacked_is_told(tmp_path: Path, name: str, data: bytes) -> None:
    root = write_seed(tmp_path / "seed")
    (root / name).write_bytes(data)
    _, faults = read_tabular(root)
    assert any(fault.file == f"seed/{name}" for fault in faults)
