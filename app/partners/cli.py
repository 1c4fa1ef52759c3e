"""Partners and their keys: who may call, how much, and how much they did."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

import typer
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from app.partners import queries, service, telling
from app.partners.keys import origin_of
from app.partners.models import KeyKind, Partner, PartnerKey, PartnerStatus, Scope
from app.partners.plans import FREE, PLANS
from app.partners.secret import Secret, SecretError, SecretSource
from app.partners.service import KeyState, PartnerError
from app.patterns import SLUG
from app.stored import UnreadyError, look_up
from app.terminal import database, fail, near_address, read_settings

partners = typer.Typer(name="partners", no_args_is_help=True, help=__doc__)

LONGEST_TEXT = 200
LONGEST_DAYS = 3_660
UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def slug(text: str) -> str:
    """Take the id of a partner."""
    if not re.fullmatch(SLUG, text) or len(text) > LONGEST_TEXT:
        raise typer.BadParameter(
            f"'{text}' is no id; write small letters, digits and hyphens: example-health"
        )
    return text


def origin(text: str) -> str:
    """Take an origin."""
    try:
        return origin_of(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def plain(text: str) -> str:
    """Take a text of one line."""
    if len(text) > LONGEST_TEXT or not text.isprintable():
        raise typer.BadParameter(f"write one line of at most {LONGEST_TEXT} letters")
    return text


def duration(text: str) -> timedelta:
    """Take a span of time such as 7d."""
    found = re.fullmatch(r"(\d{1,6})([mhd])", text)
    span = timedelta(**{UNITS[found[2]]: int(found[1])}) if found else None
    if span is None or span > timedelta(days=LONGEST_DAYS):
        raise typer.BadParameter(f"'{text}' is no span of time; write 30m, 12h or 7d")
    return span


def month(text: str) -> date:
    """Take a month such as 2026-11."""
    try:
        return datetime.strptime(text, "%Y-%m").replace(tzinfo=UTC).date()
    except ValueError:
        raise typer.BadParameter(f"'{text}' is no month; write 2026-11") from None


PartnerId = Annotated[str, typer.Argument(parser=slug, metavar="PARTNER", help="Id of the partner.")]
KeyId = Annotated[str, typer.Argument(metavar="KEY", help="Id of the key: its first 12 characters.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON, for scripts.")]
Expires = Annotated[
    timedelta | None,
    typer.Option(parser=duration, metavar="SPAN", help="How long the new key holds: 90d. Without: for good."),
]


@contextmanager
def at_work() -> Iterator[Session]:
    """Open a session on the database of the settings; tell faults in words."""
    with database(read_settings()) as engine:
        try:
            look_up(engine)
            with Session(engine) as session:
                yield session
        except (UnreadyError, PartnerError, SecretError) as error:
            raise fail(str(error)) from None
        except DBAPIError as error:
            raise fail(f"the database failed ({type(error).__name__}); nothing was changed") from None


def newest_secret() -> Secret:
    """Give the secret under which new keys are hashed."""
    return SecretSource.of(read_settings()).read_or_make()[0]


def this_month() -> date:
    """Give the first day of the month (UTC)."""
    return datetime.now(UTC).date().replace(day=1)


def last_day(first: date) -> date:
    """Give the last day of a month."""
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def tell_made(
    partner: Partner,
    made: service.MadeKey,
    *,
    is_new: bool = False,
    old: PartnerKey | None = None,
    as_json: bool,
) -> None:
    """Show a new key, this once."""
    if as_json:
        record = {
            "partner": telling.partner_record(partner),
            "key": {**telling.key_record(made.row), "shown_once": made.shown_once},
        }
        if old is not None:
            record["old_key"] = telling.key_record(old)
        typer.echo(telling.as_json(record))
    else:
        typer.echo(telling.made_text(partner, made, is_new=is_new, service=near_address()))
        if old is not None:
            typer.echo(f"\n{old.id}, the old key, holds until {old.expires_at:%Y-%m-%d %H:%M} UTC.")


@partners.command()
def add(
    partner_id: PartnerId,
    name: Annotated[str, typer.Option(parser=plain, metavar="TEXT", help="Name of a new partner.")] = "",
    contact: Annotated[
        str, typer.Option(parser=plain, metavar="TEXT", help="Whom to write to about a new partner.")
    ] = "",
    plan: Annotated[
        str | None, typer.Option(help="Plan of a new partner: see `plans`; without: free.")
    ] = None,
    note: Annotated[
        str, typer.Option(parser=plain, metavar="TEXT", help="Anything to remember of a new partner.")
    ] = "",
    kind: Annotated[
        KeyKind, typer.Option(help="For a server (secret), or for pages in browsers (publishable).")
    ] = KeyKind.SECRET,
    origin: Annotated[
        list[str] | None,
        typer.Option(parser=origin, metavar="ORIGIN", help="Origin of pages; may be given many times."),
    ] = None,
    scope: Annotated[
        list[Scope] | None, typer.Option(help="What the key is for; without: everything.")
    ] = None,
    label: Annotated[
        str, typer.Option(parser=plain, metavar="TEXT", help="What the key is called, for people.")
    ] = "",
    expires: Expires = None,
    as_json: AsJson = False,
) -> None:
    """Make a key, and the partner too where it is new. The key is shown once."""
    with at_work() as session:
        partner = queries.partner_by_id(session, partner_id)
        is_new = partner is None
        if partner is None:
            partner = service.new_partner(
                partner_id, name=name, contact=contact, plan=plan or FREE.name, note=note
            )
        elif name or contact or plan or note:
            raise PartnerError(
                f"there is a partner '{partner_id}' already: for another key, leave out name, contact, plan "
                f"and note; for another plan, nutrient-signs partners plan {partner_id} PLAN"
            )
        made = service.make_key(
            session,
            partner,
            newest_secret(),
            kind=kind,
            scopes=sorted(set(scope or Scope), key=list(Scope).index),
            origins=origin or [],
            label=label,
            valid_for=expires,
        )
        tell_made(partner, made, is_new=is_new, as_json=as_json)


@partners.command("list")
def list_partners(as_json: AsJson = False) -> None:
    """List partners with their keys that hold and their requests of this month."""
    with at_work() as session:
        held = Counter(
            key.partner_id
            for key in queries.keys_of(session)
            if service.state_of(key) in {KeyState.ACTIVE, KeyState.EXPIRING}
        )
        used = queries.requests_by_partner(session, this_month(), last_day(this_month()))
        found = queries.all_partners(session)
        if as_json:
            records = [
                {
                    **telling.partner_record(one),
                    "keys": held[one.id],
                    "requests_this_month": used.get(one.id, 0),
                }
                for one in found
            ]
            typer.echo(telling.as_json(records))
            return
        rows = [
            (one.id, one.name, one.plan, one.status.value, held[one.id], used.get(one.id, 0)) for one in found
        ]
        if not rows:
            typer.echo("no partners yet; make the first: nutrient-signs partners add example-health")
            return
        typer.echo(telling.as_table(("PARTNER", "NAME", "PLAN", "STATUS", "KEYS", "THIS MONTH"), rows))


@partners.command()
def show(partner_id: PartnerId, as_json: AsJson = False) -> None:
    """Show a partner with all its keys."""
    with at_work() as session:
        partner = service.partner_or_error(session, partner_id)
        used = queries.requests_by_partner(session, this_month(), last_day(this_month())).get(partner_id, 0)
        keys = queries.keys_of(session, partner_id)
        if as_json:
            record = telling.partner_record(partner)
            record |= {"requests_this_month": used, "keys": [telling.key_record(key) for key in keys]}
            typer.echo(telling.as_json(record))
        else:
            typer.echo(f"{telling.partner_text(partner, used)}\n\n{telling.keys_table(keys)}")


@partners.command()
def keys(
    partner_id: Annotated[
        str | None, typer.Argument(parser=slug, metavar="PARTNER", help="Only this partner's.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List keys by their ids; no key is shown again."""
    with at_work() as session:
        if partner_id is not None:
            service.partner_or_error(session, partner_id)
        found = queries.keys_of(session, partner_id)
        if as_json:
            typer.echo(telling.as_json([telling.key_record(key) for key in found]))
        else:
            typer.echo(telling.keys_table(found))


@partners.command()
def rotate(
    key_id: KeyId,
    overlap: Annotated[
        timedelta, typer.Option(parser=duration, metavar="SPAN", help="How long the old key still holds.")
    ] = "7d",  # type: ignore[assignment]  # read by the parser, as what is typed
    expires: Expires = None,
    as_json: AsJson = False,
) -> None:
    """Make a key like this one, which goes on to hold for a while. The new key is shown once."""
    with at_work() as session:
        old = service.key_or_error(session, key_id)
        partner = service.partner_or_error(session, old.partner_id)
        made = service.rotate(session, partner, old, newest_secret(), overlap=overlap, valid_for=expires)
        tell_made(partner, made, old=old, as_json=as_json)


@partners.command()
def revoke(key_id: KeyId, as_json: AsJson = False) -> None:
    """Let a key hold no more, at once and for good."""
    with at_work() as session:
        key = service.key_or_error(session, key_id)
        changed = service.revoke(session, key)
        if as_json:
            typer.echo(telling.as_json(telling.key_record(key)))
            return
        when = f"{key.revoked_at:%Y-%m-%d %H:%M} UTC"
        typer.echo(
            f"{key.id} is revoked; services refuse it within seconds"
            if changed
            else f"{key.id} was revoked on {when}"
        )


@partners.command()
def suspend(partner_id: PartnerId) -> None:
    """Let none of a partner's keys hold, until `resume`."""
    with at_work() as session:
        partner = service.partner_or_error(session, partner_id)
        service.set_status(session, partner, PartnerStatus.SUSPENDED)
        typer.echo(f"{partner_id} is suspended; services refuse its keys within seconds")


@partners.command()
def resume(partner_id: PartnerId) -> None:
    """Let a suspended partner's keys hold again."""
    with at_work() as session:
        partner = service.partner_or_error(session, partner_id)
        service.set_status(session, partner, PartnerStatus.ACTIVE)
        typer.echo(f"{partner_id} is active")


@partners.command()
def plan(partner_id: PartnerId, name: Annotated[str, typer.Argument(help="Name of the plan.")]) -> None:
    """Put a partner on another plan."""
    with at_work() as session:
        partner = service.partner_or_error(session, partner_id)
        service.set_plan(session, partner, name)
        typer.echo(f"{partner_id} is on plan {name}")


@partners.command()
def plans(as_json: AsJson = False) -> None:
    """List the plans."""
    if as_json:
        typer.echo(telling.as_json([telling.plan_record(one) for one in PLANS.values()]))
        return
    rows = [(one.name, one.rate, one.monthly_quota, one.meant_for) for one in PLANS.values()]
    typer.echo(telling.as_table(("PLAN", "RATE OF A KEY", "MONTHLY QUOTA", "MEANT FOR"), rows))
    typer.echo(f"\nWithout a key: {read_settings().rate_limit} for each address (APP_RATE_LIMIT), no quota.")


@partners.command()
def usage(
    partner_id: Annotated[
        str | None, typer.Argument(parser=slug, metavar="PARTNER", help="Only this partner's.")
    ] = None,
    month: Annotated[
        date | None, typer.Option(parser=month, metavar="YYYY-MM", help="Month (UTC); without: this one.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell how many requests came with each key in a month. Nothing else of them is kept."""
    first = month or this_month()
    with at_work() as session:
        if partner_id is not None:
            service.partner_or_error(session, partner_id)
        rows = queries.usage(session, first, last_day(first), partner_id)
        if as_json:
            typer.echo(telling.as_json(telling.usage_records(rows)))
        elif rows:
            plans_of = {one.id: one.plan for one in queries.all_partners(session)}
            typer.echo(telling.usage_text(rows, plans_of))
        else:
            typer.echo(f"no requests with a key in {first:%Y-%m}")
