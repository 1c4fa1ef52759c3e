"""How pieces of evidence that speak of the same thing are kept from counting twice.

Symptoms are not independent given a cause, and a model that multiplies them as if they were pushes
probabilities towards 0 and 1 (Russek, Kronmal & Fisher, Comput Biomed Res 1983;16:537). So pieces
are grouped: narrower forms of one symptom, everyday complaints that travel together, everything
that reaches a cause by one indirect pathway, and laboratory results. Within a group

- of a symptom and a narrower form of it only one counts,
- the strongest counts in full, each other with a fixed share of its weight,
- pieces for and pieces against are settled apart.

The choice that weighs most is taken. Groups of symptoms depend on one another too, if less: the
heaviest counts in full, the next with `GROUP_SHARE` of its weight, the third with the square of
that, and so on; tests and intake, which nobody feels, stand outside of this. In both steps one more
piece can only add, so more support never lowers a cause and more against never raises one.
"""

from collections.abc import Iterable, Mapping, Sequence

from app.scoring.evidence import Evidence, Piece
from app.scoring.knowledge import EVERYDAY_GROUP, LAB_GROUP, Knowledge

# Share of its weight with which every further piece of a group counts: own rule, chosen on the
# open cases (docs/decisions/0002-likelihood-ratios.md).
FURTHER_SHARE = 0.5
EVERYDAY_SHARE = 0.75
LAB_SHARE = 0.75
SHARES = {EVERYDAY_GROUP: EVERYDAY_SHARE, LAB_GROUP: LAB_SHARE}
# Share with which each further group counts, once more for every group before it.
GROUP_SHARE = 0.85
INTAKE_GROUP = "intake"
MEASURED_GROUPS = frozenset((LAB_GROUP, INTAKE_GROUP))


def _order(piece: Piece) -> tuple[float, str, str, str]:
    """Sort key: strongest first, then by name, so that the order of the request doesn't matter."""
    weight, kind, counted_as, name, *_ = piece
    return (-abs(weight), kind, counted_as, name)


def told(counted: Iterable[Piece]) -> tuple[Evidence, ...]:
    """Tell of the pieces as they count, strongest first."""
    return tuple(piece.tell() for piece in sorted(counted, key=_order))


def settled(pieces: Sequence[Piece], *, knowledge: Knowledge) -> Sequence[Piece]:
    """Apply the rules for groups to everything that bears on one cause; give what counts."""
    if len(pieces) == 1:
        return pieces
    supporting: dict[str, list[Piece]] = {}
    opposing: dict[str, list[Piece]] = {}
    silent: list[Piece] = []
    for piece in pieces:
        if piece.weight == 0:
            silent.append(piece)
        else:
            groups = supporting if piece.weight > 0 else opposing
            groups.setdefault(piece.group, []).append(piece)
    counted = _stepped(supporting, knowledge) if supporting else []
    return [*counted, *_stepped(opposing, knowledge), *silent] if opposing or silent else counted


def _stepped(groups: Mapping[str, list[Piece]], knowledge: Knowledge) -> list[Piece]:
    """Settle each group; let each after the heaviest count with a smaller share."""
    counted: list[Piece] = []
    felt: list[tuple[float, str, list[Piece]]] = []
    for name, members in groups.items():
        chosen = _chosen(members, knowledge) if len(members) > 1 else members
        if name in MEASURED_GROUPS:
            counted += chosen
        else:
            felt.append((-_total(chosen), name, chosen))
    felt.sort()
    share = 1.0
    for _, _, chosen in felt:
        counted += chosen if share == 1.0 else [one.part(share) for one in chosen]
        share *= GROUP_SHARE
    return counted


def share_of(group: str) -> float:
    """Give the share with which further pieces of a group count."""
    return SHARES.get(group, FURTHER_SHARE)


def _chosen(members: list[Piece], knowledge: Knowledge) -> list[Piece]:
    """Choose, of one group, the pieces that weigh most; strongest in full, others by its share."""
    members = sorted(members, key=_order)
    share = share_of(members[0].group)
    related = _related(members, knowledge)
    if not related:
        return [members[0], *(one.part(share) for one in members[1:])]
    best: list[Piece] = []
    best_weight = 0.0
    for first in members:
        kin = related.get(first.counted_as, ())
        others = _unrelated(
            [one for one in members if one is not first and one.counted_as not in kin], related
        )
        weight = abs(first.weight) + share * _total(others)
        if weight > best_weight:
            best_weight = weight
            best = [first, *(one.part(share) for one in others)]
    return best


def _related(members: list[Piece], knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Give, of each name that has any in the group, the names that are it, wider or narrower."""
    names = [one.counted_as for one in members]
    related = {}
    for name in names:
        kin = knowledge.family(name).intersection(names)
        if len(kin) > 1 or names.count(name) > 1:
            related[name] = kin
    return related


def _unrelated(members: list[Piece], related: Mapping[str, frozenset[str]]) -> list[Piece]:
    """Choose the heaviest pieces of which none is a narrower form of another.

    Symptoms form trees. So each set of pieces that hang together has one that is nested with all
    others of the set, the widest: either it stands for all of them, or it is left out.
    """
    chosen: list[Piece] = []
    for cluster in _clusters(members, related):
        if len(cluster) == 1:
            chosen += cluster
            continue
        widest = next(
            one for one in cluster if all(other.counted_as in related[one.counted_as] for other in cluster)
        )
        without = _unrelated([one for one in cluster if one is not widest], related)
        chosen += [widest] if abs(widest.weight) >= _total(without) else without
    return chosen


def _clusters(members: list[Piece], related: Mapping[str, frozenset[str]]) -> list[list[Piece]]:
    """Sort pieces into sets that hang together by being nested, in a steady order."""
    clusters: list[list[Piece]] = []
    for one in members:
        kin = related.get(one.counted_as)
        touching = [cluster for cluster in clusters if kin and any(two.counted_as in kin for two in cluster)]
        if touching:
            clusters = [cluster for cluster in clusters if cluster not in touching]
        clusters.append(sorted([one, *(two for cluster in touching for two in cluster)], key=_order))
    return clusters


def _total(pieces: Iterable[Piece]) -> float:
    return sum([abs(one.weight) for one in pieces])
