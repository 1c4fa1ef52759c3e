"""Reads the CSV files of `seed/reference/` and `seed/foods/` into rows ready for their tables.

Every row is checked; a fault names its file and line. Amounts keep the reference tables' figures
exactly; only unit symbols are translated to UCUM.
"""

import csv
import gzip
import io
import zlib
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.foods.diets import diets_of
from app.foods.everyday import is_everyday
from app.foods.portions import Portion, typical_portion
from app.seeding.reader import Fault
from app.units import MONTHS_A_YEAR, Unit, parse_unit

Row = dict[str, Any]

# The `source` column of the reference tables, by the report that it names.
REPORTS = {
    "IOM 1997 (Ca, P, Mg, Vitamin D, Fluoride)": "iom-1997-ca-p-mg-d-f",
    "IOM 1998 (B vitamins and Choline)": "iom-1998-b-vitamins",
    "IOM 2000 (Vitamin C, Vitamin E, Selenium, Carotenoids)": "iom-2000-c-e-se",
    "IOM 2001 (Vitamin A, Vitamin K and trace elements)": "iom-2001-a-k-trace",
    "IOM 2002/2005 (Energy and Macronutrients)": "iom-2005-macronutrients",
    "IOM 2005 (Water, K, Na, Cl, Sulfate)": "iom-2005-electrolytes",
    "IOM 2011 (Calcium and Vitamin D)": "iom-2011-calcium-vitamin-d",
    "NASEM 2019 (Sodium and Potassium)": "nasem-2019-sodium-potassium",
    "EFSA DRV summary (2017, sodium/chloride 2019)": "efsa-drv-summary",
    "21 CFR 101.9(c)(7)(iii)": "fda-daily-values",
    "21 CFR 101.9(c)(8)(iv)": "fda-daily-values",
    "21 CFR 101.9(c)(9)": "fda-daily-values",
}
MEASURES = {
    "nasem": frozenset({"EAR", "RDA", "AI", "UL", "CDRR"}),
    "efsa": frozenset({"AR", "PRI", "AI", "AR_INCREMENT", "PRI_INCREMENT"}),
}
# Omega-3 is what people ask for; the reference tables know its parts.
OMEGA_3_PARTS = ("alpha-linolenic-acid", "epa", "dha")
OMEGA_3_OPTIONAL = ("dpa",)
SEXES = {"any": "Both sexes", "female": "Females", "male": "Males"}


@dataclass(slots=True)
class Tabular:
    """Rows by table name, and the unit of each nutrient."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    nutrient_codes: dict[str, Row] = field(default_factory=dict)


class CellError(ValueError):
    """A cell is wrong; the row does not count."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


class Cells(dict[str, str]):
    """One line of a CSV file; looking a cell up by type says what is wrong with it."""

    def number(self, column: str) -> float:
        """Give a finite number that is not negative."""
        try:
            value = float(self[column])
        except ValueError:
            raise CellError(column, f"'{self[column]}' is not a number") from None
        if not 0 <= value < float("inf"):
            raise CellError(column, f"{self[column]} must be finite and not negative")
        return value

    def integer(self, column: str) -> int:
        """Give a whole number that is not negative."""
        if not (self[column].isascii() and self[column].isdecimal()):
            raise CellError(column, f"'{self[column]}' is not a whole number")
        return int(self[column])

    def optional_integer(self, column: str) -> int | None:
        """Give a whole number, or None for an empty cell."""
        return self.integer(column) if self[column] else None

    def text(self, column: str) -> str | None:
        """Give a text, or None for an empty cell."""
        return self[column] or None

    def unit(self, column: str = "unit") -> Unit:
        """Give a unit in UCUM."""
        try:
            return parse_unit(self[column])
        except ValueError as error:
            raise CellError(column, str(error)) from None

    def known(self, column: str, known: Container[str]) -> str:
        """Give a name that must be one of those known."""
        if self[column] not in known:
            raise CellError(column, f"'{self[column]}' is not known")
        return self[column]


def read_table(
    root: Path,
    name: str,
    key: Sequence[str],
    faults: list[Fault],
    convert: Callable[[Cells], Row],
) -> list[Row]:
    """Read one CSV file into rows; what is wrong becomes a fault with its line.

    Args:
        root: The `seed/` folder.
        name: Path of the file in it, `.gz` where it is compressed.
        key: Columns that together may stand only once.
        faults: Where faults are collected.
        convert: Makes a row of a line; raises CellError where a cell is wrong.
    """
    path, rows, seen = root / name, list[Row](), set[tuple[str, ...]]()
    file = str(path.relative_to(root.parent))
    try:
        raw = path.read_bytes()
        lines = csv.reader(io.StringIO((gzip.decompress(raw) if path.suffix == ".gz" else raw).decode()))
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        faults.append(Fault(file, "line 1, file", f"cannot be read: {error}"))
        return rows
    header = next(lines, [])
    for column in key:
        if column not in header:
            faults.append(Fault(file, "line 1, columns", f"there is no column '{column}'"))
            return rows
    for number, line in enumerate(lines, start=2):
        try:
            if len(line) != len(header):
                raise CellError("columns", "has too many or too few columns")
            cells = Cells(zip(header, line, strict=True))
            place = tuple(cells[column] for column in key)
            if place in seen:
                raise CellError(", ".join(key), f"{', '.join(place)} stands on an earlier line too")
            seen.add(place)
            rows.append(convert(cells))
        except CellError as error:
            faults.append(Fault(file, f"line {number}, {error.column}", str(error)))
        except KeyError as error:
            faults.append(Fault(file, "line 1, columns", f"there is no column {error}"))
            return rows
    return rows


def read_tabular(root: Path) -> tuple[Tabular, list[Fault]]:
    """Read every CSV file under `root` (the `seed/` folder): the rows, and all faults."""
    tabular, faults = Tabular(), list[Fault]()
    read_nutrient_codes(tabular, root, faults)
    read_reference_intakes(tabular, root, faults)
    read_daily_values(tabular, root, faults)
    read_foods(tabular, root, faults)
    read_supplementary(tabular, root, faults)
    return tabular, faults


def read_nutrient_codes(tabular: Tabular, root: Path, faults: list[Fault]) -> None:
    """Read the list of nutrients with their units and identifiers in other systems."""

    def convert(cells: Cells) -> Row:
        unit = cells.unit() if cells["unit"] else Unit("mg", None)
        return {
            "id": cells["nutrient_id"],
            "name": cells["name"],
            "kind": cells["category"],
            "unit": unit.code,
            "unit_basis": counted(cells["nutrient_id"], unit),
            "codes": {
                "fdc_nutrient_id": cells.optional_integer("fdc_nutrient_id"),
                "infoods_tagname": cells.text("infoods_tagname"),
                # Identifiers written from memory are not passed on (PROVENANCE.md).
                "chebi_id": cells.text("chebi_id") if cells["chebi_checked"] == "yes" else None,
                "loinc_code": cells.text("loinc_code") if cells["loinc_checked"] == "yes" else None,
            },
        }

    rows = read_table(root, "reference/nutrient_codes.csv", ["nutrient_id"], faults, convert)
    tabular.nutrient_codes = {row["id"]: row for row in rows}
    tabular.nutrient_codes["omega-3"] = {
        "id": "omega-3",
        "name": "Omega-3 fatty acids",
        "kind": "fatty-acid",
        "unit": "g",
        "unit_basis": None,
        "codes": dict.fromkeys(("fdc_nutrient_id", "infoods_tagname", "chebi_id", "loinc_code")),
    }


def counted(nutrient_id: str, unit: Unit) -> str | None:
    """Say what a unit counts; the tables leave it unsaid for vitamin E."""
    return "alpha-tocopherol" if nutrient_id == "vitamin-e" else unit.basis


def read_reference_intakes(tabular: Tabular, root: Path, faults: list[Fault]) -> None:
    """Read the dietary reference values of both authorities, with their life stages."""
    stages: dict[str, Row] = {}

    def stage(cells: Cells, authority: str, label: str) -> Row:
        row = {
            "id": cells["life_stage"],
            "authority": authority,
            "label": label,
            "sex": cells.known("sex", SEXES),
            "age_min_months": cells.integer("age_min_months"),
            "age_max_months": cells.optional_integer("age_max_months"),
            "pregnancy": cells["pregnancy"] == "true",
            "lactation": cells["lactation"] == "true",
            "position": len(stages),
        }
        return stages.setdefault(cells["life_stage"], row)

    def intake(cells: Cells, authority: str) -> Row:
        if authority == "efsa":
            stage(cells, authority, efsa_label(cells))
        nutrient, unit = cells.known("nutrient_id", tabular.nutrient_codes), cells.unit()
        return {
            "authority": authority,
            "nutrient_id": nutrient,
            "life_stage_id": cells.known("life_stage", stages),
            "measure": cells.known("measure", MEASURES[authority]),
            "value": cells.number("value"),
            "unit": unit.code,
            "unit_basis": counted(nutrient, unit),
            "note": cells.text("note"),
            "source_id": REPORTS[cells.known("source", REPORTS)],
        }

    def undetermined(cells: Cells) -> Row:
        return {
            "nutrient_id": cells.known("nutrient_id", tabular.nutrient_codes),
            "life_stage_id": cells.known("life_stage", stages),
            "reason": cells["reason"],
        }

    read_table(
        root,
        "reference/dri_life_stages.csv",
        ["life_stage"],
        faults,
        lambda cells: stage(cells, "nasem", cells["label"]),
    )
    figure = ["nutrient_id", "life_stage", "measure"]
    intakes = read_table(root, "reference/dri.csv", figure, faults, lambda cells: intake(cells, "nasem"))
    # EFSA gives some figures for several kinds of diet: the note tells them apart.
    intakes += read_table(
        root, "reference/dri_efsa.csv", [*figure, "note"], faults, lambda cells: intake(cells, "efsa")
    )
    for number, row in enumerate(intakes, start=1):
        row["id"] = number
    name = "reference/dri_ul_not_determined.csv"
    tabular.rows["ul_not_determined"] = read_table(root, name, figure, faults, undetermined)
    tabular.rows["life_stage"] = list(stages.values())
    tabular.rows["reference_intake"] = intakes


def efsa_label(cells: Cells) -> str:
    """Say in words whom an EFSA group covers."""
    if cells["pregnancy"] == "true":
        who = "Pregnancy"
    elif cells["lactation"] == "true":
        who = "Lactation"
    else:
        who = SEXES[cells.known("sex", SEXES)]
    low, high = cells.integer("age_min_months"), cells.optional_integer("age_max_months")
    if high is None:
        return f"{who} from {low // MONTHS_A_YEAR} years"
    if low % MONTHS_A_YEAR or (high + 1) % MONTHS_A_YEAR or high < 2 * MONTHS_A_YEAR:
        return f"{who} {low}\u2013{high} months"
    return f"{who} {low // MONTHS_A_YEAR}\u2013{(high + 1) // MONTHS_A_YEAR - 1} years"


def read_daily_values(tabular: Tabular, root: Path, faults: list[Fault]) -> None:
    """Read the FDA Daily Values."""

    def convert(cells: Cells) -> Row:
        nutrient, unit = cells.known("nutrient_id", tabular.nutrient_codes), cells.unit()
        return {
            "nutrient_id": nutrient,
            "population": cells["population"],
            "kind": cells["kind"],
            "value": cells.number("value"),
            "unit": unit.code,
            "unit_basis": counted(nutrient, unit),
            "note": cells.text("note"),
            "source_id": REPORTS[cells.known("source", REPORTS)],
        }

    key = ["nutrient_id", "population"]
    tabular.rows["daily_value"] = read_table(root, "reference/daily_values.csv", key, faults, convert)


def read_foods(tabular: Tabular, root: Path, faults: list[Fault]) -> None:
    """Read the USDA foods with amounts, portions and the values that were taken out."""

    def food(cells: Cells) -> Row:
        diets = diets_of(cells["category"], cells["description"])
        return {
            "id": cells.integer("food_id"),
            "ndb_number": cells.text("ndb_number"),
            "dataset": cells["dataset"],
            "description": cells["description"],
            "common_name": cells.text("common_name"),
            "scientific_name": cells.text("scientific_name"),
            "category": cells["category"],
            "vegan": "vegan" in diets,
            "vegetarian": "vegetarian" in diets,
            "pescatarian": "pescatarian" in diets,
            "everyday": is_everyday(cells["category"], cells["description"]),
        }

    def amount(cells: Cells) -> Row:
        check_unit(cells, tabular)
        return {
            "food_id": int(cells.known("food_id", known)),
            "nutrient_id": cells["nutrient_id"],
            "amount": cells.number("amount"),
            "source": cells["source"],
        }

    def portion(cells: Cells) -> Row:
        return {
            "food_id": int(cells.known("food_id", known)),
            "position": cells.integer("seq"),
            "amount": cells.number("amount"),
            "description": cells["description"],
            "gram_weight": cells.number("gram_weight"),
            "typical": False,
        }

    def flag(cells: Cells) -> Row:
        return {
            "food_id": int(cells.known("food_id", known)),
            "nutrient_id": cells.known("nutrient_id", tabular.nutrient_codes),
            "amount": cells.number("amount"),
            "unit": cells.unit().code,
            "reason": cells["reason"],
        }

    foods = read_table(root, "foods/foods.csv.gz", ["food_id"], faults, food)
    known = {str(row["id"]) for row in foods}
    pair = ["food_id", "nutrient_id"]
    amounts = read_table(root, "foods/food_nutrients.csv.gz", pair, faults, amount)
    portions = read_table(root, "foods/food_portions.csv.gz", ["food_id", "seq"], faults, portion)
    mark_typical(portions, foods)
    tabular.rows["food"] = foods
    tabular.rows["food_amount"] = [*amounts, *omega_3(amounts)]
    tabular.rows["food_portion"] = portions
    tabular.rows["food_value_flag"] = read_table(root, "foods/food_value_flags.csv", pair, faults, flag)


def check_unit(cells: Cells, tabular: Tabular) -> None:
    """Make sure that an amount stands in the unit of its nutrient."""
    code = tabular.nutrient_codes[cells.known("nutrient_id", tabular.nutrient_codes)]
    if cells.unit().code != code["unit"]:
        raise CellError("unit", f"'{cells['unit']}' is not the unit of {cells['nutrient_id']}")


def mark_typical(portions: list[Row], foods: Iterable[Row]) -> None:
    """Mark the one portion of each food that "per portion" means (`app.foods.portions`)."""
    by_id = {food["id"]: food for food in foods}
    grouped: dict[int, list[Row]] = {}
    for portion in portions:
        grouped.setdefault(portion["food_id"], []).append(portion)
    for food_id, group in grouped.items():
        group.sort(key=lambda portion: portion["position"])
        choice = [Portion(portion["description"], portion["gram_weight"]) for portion in group]
        food = by_id[food_id]
        group[typical_portion(food["category"], food["description"], choice)]["typical"] = True


def omega_3(amounts: list[Row]) -> Iterator[Row]:
    """Sum the omega-3 fatty acids of the foods for which ALA, EPA and DHA are all known.

    DPA is added where it is known; a food with a missing part gets no sum, as missing is not zero.
    """
    parts: dict[int, dict[str, float]] = {}
    wanted = {*OMEGA_3_PARTS, *OMEGA_3_OPTIONAL}
    for row in amounts:
        if row["nutrient_id"] in wanted:
            parts.setdefault(row["food_id"], {})[row["nutrient_id"]] = row["amount"]
    for food_id, found in parts.items():
        if all(part in found for part in OMEGA_3_PARTS):
            total = round(sum(found.values()), 6)
            yield {"food_id": food_id, "nutrient_id": "omega-3", "amount": total, "source": "sum"}


def read_supplementary(tabular: Tabular, root: Path, faults: list[Fault]) -> None:
    """Read the French and Japanese foods for nutrients that USDA lacks."""

    def food(cells: Cells) -> Row:
        return {
            "id": cells["food_id"],
            "dataset": cells["dataset"],
            "source_code": cells["source_code"],
            "description": cells["description"],
            "category": cells["category"],
            "original_name": cells.text("original_name"),
        }

    def amount(cells: Cells) -> Row:
        check_unit(cells, tabular)
        return {
            "food_id": cells.known("food_id", known),
            "nutrient_id": cells["nutrient_id"],
            "amount": cells.number("amount"),
        }

    foods = read_table(root, "foods/foods_supplementary.csv.gz", ["food_id"], faults, food)
    known = {row["id"] for row in foods}
    tabular.rows["supplementary_food"] = foods
    tabular.rows["supplementary_amount"] = read_table(
        root,
        "foods/food_nutrients_supplementary.csv.gz",
        ["food_id", "nutrient_id"],
        faults,
        amount,
    )
