"""Which members of an answer name other records, found from the types of the answer.

A member names records where its own name says of which kind (`sources`, `parent`) and its type is
an id, a `Ref`, or lists of those. Members of members count too: the sources of each claim of a page.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel

from app.schemas import Ref

# What the ids in a member of this name are ids of, as `Expanded` calls it.
KIND_OF = {
    "sources": "sources",
    "nutrient": "nutrients",
    "nutrients": "nutrients",
    "symptom": "symptoms",
    "symptoms": "symptoms",
    "all_of": "symptoms",
    "parent": "symptoms",
    "wider": "symptoms",
    "narrower": "symptoms",
    "cause": "causes",
    "causes": "causes",
    "excesses": "causes",
    "via": "causes",
    "member_of": "risk_factors",
    "members": "risk_factors",
    "inherited_from": "risk_factors",
    "risk_factors_any": "risk_factors",
    "lab_tests": "lab_tests",
    "test": "lab_tests",
    "life_stage": "life_stages",
}
NOT_LOOKED_INTO = {"expanded"}


@lru_cache(maxsize=1024)
def expandable(model: type[BaseModel], shown: frozenset[str] | None = None) -> frozenset[str]:
    """Give the names of the members that `expand` can take; only inside the members `shown`, if given."""
    found: set[str] = set()
    for name, field in model.model_fields.items():
        if name in NOT_LOOKED_INTO or (shown is not None and name not in shown):
            continue
        for leaf in leaves(field.annotation):
            if name in KIND_OF and leaf in (str, Ref):
                found.add(name)
            elif isinstance(leaf, type) and issubclass(leaf, BaseModel) and leaf is not Ref:
                found |= expandable(leaf)
    return frozenset(found)


def leaves(annotation: Any) -> Iterator[Any]:
    """Walk a type past lists, unions and annotations."""
    inner = get_args(annotation)
    if not inner:
        yield annotation
    for part in inner:
        if isinstance(part, type) or get_args(part):
            yield from leaves(part)


def named_ids(
    value: object, names: frozenset[str], shown: frozenset[str] | None = None
) -> dict[str, set[str]]:
    """Give the ids that the members `names` of an answer hold, by kind."""
    found: dict[str, set[str]] = defaultdict(set)

    def look(node: object, kind: str | None) -> None:
        if isinstance(node, list):
            for item in node:
                look(item, kind)
        elif isinstance(node, Ref):
            if kind is not None:
                found[kind].add(node.id)
        elif isinstance(node, BaseModel):
            for name in type(node).model_fields:
                if node is value and shown is not None and name not in shown:
                    continue
                if name not in NOT_LOOKED_INTO:
                    look(getattr(node, name), KIND_OF[name] if name in names else None)
        elif isinstance(node, str) and kind is not None:
            found[kind].add(node)

    look(value, None)
    return found
