"""Reads the CSV files of `seed/reference/` and `seed/foods/` into rows ready for their tables.

Every row is checked; a fault names its file and line. Amounts keep the reference tables' figures
exactly; only unit symbols are translated to UCUM.
"""

import csv
import gzip
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.foods.diets import diets_of
from app.foods.everyday import is_everyday
from app.foods.portions import Portion, typical_portion
from app.seeding.reader import Fault
from app.units import Unit, parse_unit

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
# No reference table sets an intake for omega-3 as such: alpha-linolenic acid is its essential part.
OMEGA_3_INTAKE = "alpha-linolenic-acid"
MONTHS_A_YEAR = 12


@dataclass(slots=True)
class Tabular:
    """Rows by table name, and the unit of each nutrient."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    nutrient_codes: dict[str, Row] = field(default_factory=dict)


class _Reader:
    """Reads one CSV file line by line and collects its faults."""

    def __init__(self, path: Path, root: Path, faults: list[Fault]) -> None:
        self.path, self.name, self.faults = path, str(path.relative_to(root.parent)), faults
        self.line = 1

    def __iter__(self) -> Iterator[dict[str, str]]:
        try:
            raw = self.path.read_bytes()
        except OSError as error:
            self.say("file", f"cannot be read: {error.strerror}")
            return
        text = gzip.decompress(raw) if self.path.suffix == ".gz" else raw
        for self.line, row in enumerate(csv.DictReader(io.StringIO(text.decode("utf-8"))), start=2):
            if None in row or None in row.values():
                self.say("columns", "has too many or too few columns")
                continue
            yield row

    def say(self, column: str, message: str) -> None:
        self.faults.append(Fault(self.name, f"line {self.line}, {column}", message))

    def number(self, row: dict[str, str], column: str) -> float | None:
        """Give a finite number that is not negative, or say what is wrong."""
        try:
            value = float(row[column])
        except ValueError:
            self.say(column, f"'{row[column]}' is not a number")
            return None
        if not 0 <= value < float("inf"):
            self.say(column, f"{row[column]} must be finite and not negative")
            return None
        return value

    def unit(self, row: dict[str, str], column: str = "unit") -> Unit:
        try:
            return parse_unit(row[column])
        except ValueError as error:
            self.say(column, str(error))
            return Unit("?", None)

    def known(self, row: dict[str, str], column: str, known: object) -> bool:
        if row[column] in known:  # type: ignore[operator]
            return True
        self.say(column, f"'{row[column]}' is not known")
        return False


def blank(text: str) -> str | None:
    """Give None for an empty cell."""
    return text or None


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
    reader = _Reader(root / "reference" / "nutrient_codes.csv", root, faults)
    for row in reader:
        unit = reader.unit(row) if row["unit"] else Unit("mg", None)
        if row["nutrient_id"] == "vitamin-e":
            unit = Unit(unit.code, "alpha-tocopherol")
        codes = {
            "fdc_nutrient_id": int(row["fdc_nutrient_id"]) if row["fdc_nutrient_id"] else None,
            "infoods_tagname": blank(row["infoods_tagname"]),
            # Identifiers written from memory are not passed on (PROVENANCE.md).
            "chebi_id": blank(row["chebi_id"]) if row["chebi_checked"] == "yes" else None,
            "loinc_code": blank(row["loinc_code"]) if row["loinc_checked"] == "yes" else None,
        }
        tabular.nutrient_codes[row["nutrient_id"]] = {
            "id": row["nutrient_id"],
            "name": row["name"],
            "kind": row["category"],
            "unit": unit.code,
            "unit_basis": unit.basis,
            "codes": codes,
        }
    tabular.nutrient_codes["omega-3"] = {
        "id": "omega-3",
        "name": "Omega-3 fatty acids",
        "kind": "fatty-acid",
        "unit": "g",
        "unit_basis": None,
        "codes": {
            "fdc_nutrient_id": None,
            "infoods_tagname": None,
            "chebi_id": None,
            "loinc_code": None,
        },
    }


def read_reference_intakes(tabular: Tabular, root: Path, faults: list[Fault]) -> None:
    """Read the dietary reference values of both authorities, with their life stages."""
    stages: dict[str, Row] = {}
    intakes: list[Row] = []
    labels = _Reader(root / "reference" / "dri_life_stages.csv", root, faults)
    for row in labels:
        stages[row["life_stage"]] = life_stage(row, "nasem", row["label"], len(stages))
    for authority, name in (("nasem", "dri.csv"), ("efsa", "dri_efsa.csv")):
        reader = _Reader(root / "reference" / name, root, faults)
        for row in reader:
            stage = row["life_stage"]
            if authority == "efsa":
                stages.setdefault(stage, life_stage(row, "efsa", efsa_label(row), len(stages)))
            value, unit = reader.number(row, "value"), reader.unit(row)
            sound = (
                reader.known(row, "nutrient_id", tabular.nutrient_codes)
                and reader.known(row, "life_stage", stages)
                and reader.known(row, "measure", MEASURES[authority])
                and reader.known(row, "source", REPORTS)
            )
            if not sound or value is None:
                continue
            basis = "alpha-tocopherol" if row["nutrient_id"] == "vitamin-e" else unit.basis
            intakes.append(
                {
                    "authority": authority,
                    "nutrient_id": row["nutrient_id"],
                    "life_stage_id": stage,
                    "measure": row["measure"],
                    "value": value,
                    "unit": unit.code,
                    "unit_basis": basis,
                    "note": blank(row["note"]),
                    "source_id": REPORTS[row["source"]],
                }
            )
    for number, intake in enumerate(intakes, start=1):
        intake["id"] = number
    undetermined = _Reader(root / "reference" / "dri_ul_not_determined.csv", root, faults)
    tabular.rows["ul_not_determined"] = [
        {
            "nutrient_id": row["nutrient_id"],
            "life_stage_id": row["life_stage"],
            "reason": row["reason"],
        }
        for row in undetermined
        if undetermined.known(row, "nutrient_id", tabular.nutrient_codes)
        and undetermined.known(row, "life_stage", stages)
    ]
    tabular.rows["life_stage"] = list(stages.values())
    tabular.rows["reference_intake"] = intakes


def life_stage(row: dict[str, str], authority: str, label: str, position: int) -> Row:
    """Make the row of a life stage from a line that describes it."""
    return {
        "id": row["life_stage"],
        "authority": authority,
        "label": label,
        "sex": row["sex"],
        "age_min_months": int(row["age_min_months"]),
        "age_max_months": int(row["age_max_months"]) if row["age_max_months"] else None,
        "pregnancy": row["pregnancy"] == "true",
        "lactation": row["lactation"] == "true",
        "position": position,
    }


def efsa_label(row: dict[str, str]) -> str:
    """Say in words whom an EFSA group covers."""
    if row["pregnancy"] == "true":
        who = "Pregnancy"
    elif row["lactation"] == "true":
        who = "Lactation"
    else:
        who = {"any": "Both sexes", "female": "Females", "male": "Males"}[row["sex"]]
    low = int(row["age_min_months"])
    if not row["age_max_months"]:
        return f"{who} from {low // MONTHS_A_YEAR} years"
    high = int(row["age_max_months"])
    if low % MONTHS_A_YEAR or (high + 1) % MONTHS_A_YEAR or high < 2 * MONTHS_A_YEAR:
        return f"{who} {low}\u2013{high} months"
    return f"{who} {low // MONTHS_A_YEAR}\u2013{(high + 1) // MONTHS_A_YEAR - 1} years"


def read_daily_values(tabular: Tabular, root: Path, faults: list[Fault]) -> None:
    """Read the FDA Daily Values."""
    reader = _Reader(root / "reference" / "daily_values.csv", root, faults)
    rows: list[Row] = []
    for row in reader:
        value, unit = reader.number(row, "value"), reader.unit(row)
        if value is None or not reader.known(row, "nutrient_id", tabular.nutrient_codes):
            continue
        if not reader.known(row, "source", REPORTS):
            continue
        rows.append(
            {
                "nutrient_id": row["nutrient_id"],
                "population": row["population"],
                "kind": row["kind"],
                "value": value,
                "unit": unit.code,
                "unit_basis": "alpha-tocopherol" if row["nutrient_id"] == "vitamin-e" else unit.basis,
                "note": blank(row["note"]),
                "source_id": REPORTS[row["source"]],
            }
        )
    tabular.rows["daily_value"] = rows


def read_foods(tabular: Tabular, root: Path, faults: list[Fault]) -> None:
    """Read the USDA foods with amounts, portions and the values that were taken out."""
    foods: dict[str, Row] = {}
    reader = _Reader(root / "foods" / "foods.csv.gz", root, faults)
    for row in reader:
        diets = diets_of(row["category"], row["description"])
        foods[row["food_id"]] = {
            "id": int(row["food_id"]),
            "ndb_number": blank(row["ndb_number"]),
            "dataset": row["dataset"],
            "description": row["description"],
            "common_name": blank(row["common_name"]),
            "scientific_name": blank(row["scientific_name"]),
            "category": row["category"],
            "vegan": "vegan" in diets,
            "vegetarian": "vegetarian" in diets,
            "pescatarian": "pescatarian" in diets,
            "everyday": is_everyday(row["category"], row["description"]),
        }
    units = {code["id"]: code["unit"] for code in tabular.nutrient_codes.values()}
    amounts: list[Row] = []
    reader = _Reader(root / "foods" / "food_nutrients.csv.gz", root, faults)
    translated: dict[str, str] = {}
    for row in reader:
        amount = reader.number(row, "amount")
        if amount is None or not reader.known(row, "food_id", foods):
            continue
        if row["unit"] not in translated:
            translated[row["unit"]] = reader.unit(row).code
        if units.get(row["nutrient_id"]) != translated[row["unit"]]:
            reader.say("unit", f"'{row['unit']}' is not the unit of {row['nutrient_id']}")
            continue
        amounts.append(
            {
                "food_id": int(row["food_id"]),
                "nutrient_id": row["nutrient_id"],
                "amount": amount,
                "source": row["source"],
            }
        )
    reader = _Reader(root / "foods" / "food_portions.csv.gz", root, faults)
    portions: list[Row] = []
    for row in reader:
        grams, amount = reader.number(row, "gram_weight"), reader.number(row, "amount")
        if grams is None or amount is None or not reader.known(row, "food_id", foods):
            continue
        portions.append(
            {
                "food_id": int(row["food_id"]),
                "position": int(row["seq"]),
                "amount": amount,
                "description": row["description"],
                "gram_weight": grams,
                "typical": False,
            }
        )
    mark_typical(portions, foods.values())
    reader = _Reader(root / "foods" / "food_value_flags.csv", root, faults)
    flags = [
        {
            "food_id": int(row["food_id"]),
            "nutrient_id": row["nutrient_id"],
            "amount": float(row["amount"]),
            "unit": reader.unit(row).code,
            "reason": row["reason"],
        }
        for row in reader
        if reader.known(row, "food_id", foods)
    ]
    tabular.rows["food"] = list(foods.values())
    tabular.rows["food_amount"] = [*amounts, *omega_3(amounts)]
    tabular.rows["food_portion"] = portions
    tabular.rows["food_value_flag"] = flags


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
    foods: dict[str, Row] = {}
    for row in _Reader(root / "foods" / "foods_supplementary.csv.gz", root, faults):
        foods[row["food_id"]] = {
            "id": row["food_id"],
            "dataset": row["dataset"],
            "source_code": row["source_code"],
            "description": row["description"],
            "category": row["category"],
            "original_name": blank(row["original_name"]),
        }
    reader = _Reader(root / "foods" / "food_nutrients_supplementary.csv.gz", root, faults)
    amounts: list[Row] = []
    for row in reader:
        amount = reader.number(row, "amount")
        if amount is None or not reader.known(row, "food_id", foods):
            continue
        if tabular.nutrient_codes[row["nutrient_id"]]["unit"] != reader.unit(row).code:
            reader.say("unit", f"'{row['unit']}' is not the unit of {row['nutrient_id']}")
            continue
        amounts.append({"food_id": row["food_id"], "nutrient_id": row["nutrient_id"], "amount": amount})
    tabular.rows["supplementary_food"] = list(foods.values())
    tabular.rows["supplementary_amount"] = amounts
