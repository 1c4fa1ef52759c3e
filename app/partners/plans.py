"""What a partner may send. Requests without a key have the open tier: APP_RATE_LIMIT for each address."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A rate in the syntax of `limits`, for each key, and requests in a month for all keys together."""

    name: str
    rate: str
    monthly_quota: int | None
    meant_for: str


FREE = Plan(name="free", rate="1200/minute", monthly_quota=500_000, meant_for="trying out, and small sites")
STANDARD = Plan(
    name="standard", rate="6000/minute", monthly_quota=10_000_000, meant_for="a site or an app with a public"
)
LARGE = Plan(name="large", rate="60000/minute", monthly_quota=None, meant_for="a newspaper's traffic")
PLANS = {plan.name: plan for plan in (FREE, STANDARD, LARGE)}


def plan_named(name: str) -> Plan:
    """Give a plan; the smallest for a name that this version of the code does not know."""
    return PLANS.get(name, FREE)
