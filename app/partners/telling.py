"""How partners, keys and counts are told on a terminal and as JSON."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from app.partners.models import KeyKind, Partner, PartnerKey, PartnerUsage
from app.partners.plans import Plan, plan_named
from app.partners.service import MadeKey, state_of

Record = dict[str, Any]


def as_json(value: Any) -> str:
    """Write for scripts: one document, keys in a fixed order."""
    return json.dumps(value, indent=2, ensure_ascii=False)


def as_table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Write in columns; numbers stand to the right."""
    cells = [list(head), *([_cell(value) for value in row] for row in rows)]
    right = [all(isinstance(row[at], int | None) for row in rows) for at in range(len(head))] if rows else []
    widths = [max(len(row[at]) for row in cells) for at in range(len(head))]
    return "\n".join(
        "  ".join(
            text.rjust(width) if right and right[at] else text.ljust(width)
            for at, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    )


def _cell(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, int):
        return f"{value:,}"
    return str(value) or "-"


def moment(value: datetime | None) -> str | None:
    """Write a moment in UTC as JSON has it."""
    return None if value is None else f"{value:%Y-%m-%dT%H:%M:%SZ}"


def plan_record(plan: Plan) -> Record:
    """Tell of a plan."""
    return {
        "name": plan.name,
        "rate": plan.rate,
        "monthly_quota": plan.monthly_quota,
        "meant_for": plan.meant_for,
    }


def partner_record(partner: Partner) -> Record:
    """Tell of a partner."""
    return {
        "id": partner.id,
        "name": partner.name,
        "contact": partner.contact,
        "plan": partner.plan,
        "status": partner.status.value,
        "created_at": moment(partner.created_at),
        "note": partner.note,
    }


def key_record(key: PartnerKey) -> Record:
    """Tell of a key; its hash stays inside."""
    return {
        "id": key.id,
        "partner": key.partner_id,
        "kind": key.kind.value,
        "state": state_of(key).value,
        "scopes": key.scopes,
        "origins": key.origins,
        "label": key.label,
        "created_at": moment(key.created_at),
        "expires_at": moment(key.expires_at),
        "revoked_at": moment(key.revoked_at),
    }


def keys_table(keys: Sequence[PartnerKey]) -> str:
    """Tell of keys, a line each."""
    return as_table(
        ("KEY", "PARTNER", "KIND", "STATE", "UNTIL (UTC)", "SCOPES", "ORIGINS", "LABEL"),
        [
            (
                key.id,
                key.partner_id,
                key.kind.value,
                state_of(key).value,
                key.revoked_at or key.expires_at,
                " ".join(key.scopes),
                " ".join(key.origins),
                key.label,
            )
            for key in keys
        ],
    )


def partner_text(partner: Partner, used: int) -> str:
    """Tell of a partner, a line each fact."""
    plan = plan_named(partner.plan)
    quota = "no monthly quota" if plan.monthly_quota is None else f"{plan.monthly_quota:,} a month"
    facts = {
        "partner": f"{partner.id} ({partner.name})",
        "contact": partner.contact or "-",
        "plan": f"{partner.plan}: {plan.rate} with each key, {quota}",
        "status": partner.status.value,
        "since": f"{partner.created_at:%Y-%m-%d}",
        "this month": f"{used:,} requests",
        "note": partner.note or "-",
    }
    return "\n".join(f"{name:<11} {value}" for name, value in facts.items())


def made_text(partner: Partner, made: MadeKey, *, is_new: bool, service: str) -> str:
    """Tell of a new key, with a first request to try it at the address of the service."""
    plan, row = plan_named(partner.plan), made.row
    quota = "no monthly quota" if plan.monthly_quota is None else f"{plan.monthly_quota:,} a month"
    origin = f"  -H 'Origin: {row.origins[0]}' \\\n" if row.kind is KeyKind.PUBLISHABLE else ""
    until = "" if row.expires_at is None else f", holds until {row.expires_at:%Y-%m-%d %H:%M} UTC"
    return (
        f"partner  {partner.id} ({'new, ' if is_new else ''}plan {plan.name}: {plan.rate}, {quota})\n"
        f"key id   {row.id} ({row.kind.value}, {' and '.join(row.scopes)}"
        f"{', for ' + ' '.join(row.origins) if row.origins else ''}{until})\n"
        f"key      {made.shown_once}\n\n"
        "Copy the key now: it is not stored and cannot be shown again. Running services take it within\n"
        "seconds. To try it:\n\n"
        "curl -H 'Authorization: Bearer "
        f"{made.shown_once}' \\\n{origin}  {service}/v1/nutrients/magnesium"
    )


def usage_records(rows: Sequence[PartnerUsage]) -> list[Record]:
    """Tell of counts, by day."""
    return [
        {
            "partner": row.partner_id,
            "key": row.key_id,
            "day": row.day.isoformat(),
            "requests": row.requests,
        }
        for row in rows
    ]


def usage_text(rows: Sequence[PartnerUsage], plans: dict[str, str]) -> str:
    """Tell of counts: the sum of each key, and that of each partner beside its quota."""
    keys: dict[tuple[str, str], int] = {}
    partners: dict[str, int] = {}
    for row in rows:
        keys[row.partner_id, row.key_id] = keys.get((row.partner_id, row.key_id), 0) + row.requests
        partners[row.partner_id] = partners.get(row.partner_id, 0) + row.requests
    lines: list[tuple[object, ...]] = []
    for partner, requests in partners.items():
        lines += [(partner, key, count, None) for (owner, key), count in keys.items() if owner == partner]
        quota = plan_named(plans[partner]).monthly_quota if partner in plans else None
        lines.append((partner, "all keys", requests, quota))
    return as_table(("PARTNER", "KEY", "REQUESTS", "QUOTA"), lines)
