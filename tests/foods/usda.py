"""The USDA foods of the seed, read straight from the CSV files, for tests that check against them."""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from app.settings import ROOT

FOODS = ROOT / "seed" / "foods"
REFERENCE = ROOT / "seed" / "reference"
Line = dict[str, str]


def lines(name: str) -> Iterator[Line]:
    """Give the rows of a file of `seed/foods` or `seed/reference`."""
    path = next(folder / name for folder in (FOODS, REFERENCE) if (folder / name).exists())
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    yield from csv.DictReader(text.splitlines())


@cache
def foods() -> dict[int, Line]:
    """Give every USDA food by FDC id."""
    return {int(row["food_id"]): row for row in lines("foods.csv.gz")}


@cache
def amounts() -> dict[str, dict[int, float]]:
    """Give the amounts per 100 g by nutrient and food."""
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for row in lines("food_nutrients.csv.gz"):
        found[row["nutrient_id"]][int(row["food_id"])] = float(row["amount"])
    return dict(found)


@cache
def portions() -> dict[int, list[Line]]:
    """Give the portions of each food, in USDA's order."""
    found: dict[int, list[Line]] = defaultdict(list)
    for row in lines("food_portions.csv.gz"):
        found[int(row["food_id"])].append(row)
    return {food: sorted(group, key=lambda row: int(row["seq"])) for food, group in found.items()}


@cache
def categories() -> dict[str, str]:
    """Give the category of each description."""
    return {row["description"]: row["category"] for row in foods().values()}
