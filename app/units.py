"""Units: from the symbols of the reference tables to UCUM, with what they count."""

from typing import NamedTuple

MONTHS_A_YEAR = 12
# 1 gram in milligrams and micrograms, for amounts that differ in prefix only.
_IN_MICROGRAMS = {"kg": 1e9, "g": 1e6, "mg": 1e3, "ug": 1.0}


class Unit(NamedTuple):
    """A UCUM unit, and what it counts where that is an equivalent (RAE, DFE, NE, ...)."""

    code: str
    basis: str | None


def parse_unit(symbol: str) -> Unit:
    """Translate a symbol of the reference tables, such as `µg RAE` or `mg NE/MJ`.

    Raises:
        ValueError: the symbol is not known.
    """
    text = symbol.replace("µ", "u").replace("μ", "u").strip()
    per = ""
    if text.endswith("/MJ"):
        text, per = text.removesuffix("/MJ"), "/MJ"
    head, _, basis = text.partition(" ")
    if head not in {"g", "mg", "ug", "kcal", "L", "%", "g/kg"}:
        raise ValueError(f"unit '{symbol}' is not known; use g, mg, µg, L, kcal, g/kg or %")
    return Unit(head + per, basis or None)


def convert_mass(value: float, from_unit: str, to_unit: str) -> float:
    """Convert between grams, milligrams and micrograms.

    Raises:
        ValueError: one of the units is not a mass.
    """
    if from_unit == to_unit:
        return value
    try:
        return value * _IN_MICROGRAMS[from_unit] / _IN_MICROGRAMS[to_unit]
    except KeyError as error:
        raise ValueError(f"cannot convert {from_unit} to {to_unit}") from error
