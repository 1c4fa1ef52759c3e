"""How many requests a caller may send: a sliding window, counted by the library `limits`.

In memory for one process, in Redis for many. A caller with a high rate takes a few requests from the
window at a time (a lease), so that not every request is a question to the store. What is left of a
lease when it runs out is lost to the caller; a lease is half of what its rate allows in that time, so
that one who sends slowly is never short of requests for it.

While Redis cannot be reached every process counts by itself: callers are served, and a caller may
send its rate to each process.
"""

import logging
import math
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from limits import RateLimitItem
from limits.storage import MemoryStorage

if TYPE_CHECKING:
    from limits.aio.storage import RedisStorage

log = logging.getLogger("app")

MOST_LEASED = 1_000
LEASE_SECONDS = 1.0
LEASE_SHARE = 0.5
# Redis is asked again so long after it failed.
REDIS_PAUSE_SECONDS = 5.0
REDIS_TIMEOUT_SECONDS = 0.25
# Leases are looked through for old ones when there are so many.
MOST_LEASES = 20_000


class Window(NamedTuple):
    """What the store says of a caller's window."""

    allowed: bool
    # Requests left in it.
    remaining: int
    # Seconds until there are more.
    seconds: float


def window(rate: RateLimitItem, allowed: bool, counted: tuple[int, float, int, float]) -> Window:
    """Work out where a caller stands, from what it sent in the last window of the clock and in this one.

    The last window counts by the share of it that still lies within one whole window from now.
    """
    before, before_ends, now, now_ends = counted
    whole = rate.get_expiry()
    # The store remembers a window for as long again, so that it can be the one before.
    turns = now_ends % whole or whole
    remaining = max(0, rate.amount - math.floor(before * before_ends / whole + now))
    if remaining or not (before or now):
        return Window(allowed, remaining, turns)
    # One more fits in as soon as what counts is less than the rate.
    if now < rate.amount:
        return Window(allowed, 0, before_ends - (rate.amount - now) * whole / before)
    return Window(allowed, 0, turns + whole * (1 - rate.amount / now))


def sizes(rate: RateLimitItem) -> tuple[int, ...]:
    """Give how many requests a caller takes at a time: as many as are worth it, or else one."""
    size = int(rate.amount / rate.get_expiry() * LEASE_SECONDS * LEASE_SHARE)
    return (min(MOST_LEASED, size), 1) if size > 1 else (1,)


class Lease:
    """Requests that a caller has taken from its window and not yet sent."""

    __slots__ = ("_remaining", "_reset", "left", "refused", "until")

    def __init__(self) -> None:
        self._remaining, self._reset = 0, 0.0
        self.left, self.refused = 0, False
        # Holds until then, in seconds of the monotonic clock.
        self.until = 0.0

    def renew(self, window: Window, size: int, now: float) -> None:
        """Put in what the store said to `size` requests."""
        self._remaining, self._reset = window.remaining, now + window.seconds
        self.refused = not window.allowed
        # A refusal is remembered, since asking again would give the same: as long as it holds at most.
        self.until = now + (LEASE_SECONDS if window.allowed else min(LEASE_SECONDS, window.seconds))
        if window.allowed:
            self.left += size

    @property
    def is_used_up(self) -> bool:
        """Tell whether the store is to be asked."""
        return not self.left and not self.refused

    def used(self) -> "Lease":
        """Take one request from it, where there is one."""
        if self.left:
            self.left -= 1
            self.refused = False
        return self

    @property
    def remaining(self) -> int:
        """Give how many requests the caller has left in its window."""
        return self._remaining + self.left

    @property
    def seconds(self) -> int:
        """Give the seconds until there are more."""
        return max(1, math.ceil(self._reset - time.monotonic()))


def connect(redis_url: str) -> tuple["RedisStorage", tuple[type[Exception], ...]]:
    """Give the store in Redis, and what it raises when Redis is not there.

    A process that counts by itself needs none of what is imported here.
    """
    from limits.aio.storage import RedisStorage  # noqa: PLC0415
    from redis.asyncio.retry import Retry  # noqa: PLC0415
    from redis.backoff import NoBackoff  # noqa: PLC0415
    from redis.exceptions import RedisError  # noqa: PLC0415

    storage = RedisStorage(
        f"async+{redis_url}",
        implementation="redispy",
        key_prefix="nutrient-signs",
        socket_timeout=REDIS_TIMEOUT_SECONDS,
        socket_connect_timeout=REDIS_TIMEOUT_SECONDS,
        # A request does not wait for what the process can do without.
        retry=Retry(NoBackoff(), 0),  # type: ignore[arg-type]
    )
    return storage, (RedisError, OSError)


class Rates:
    """The windows of all callers."""

    def __init__(self, redis_url: str | None) -> None:
        self._memory = MemoryStorage()
        self._redis: RedisStorage | None = None
        self._faults: tuple[type[Exception], ...] = ()
        if redis_url:
            self._redis, self._faults = connect(redis_url)
        # When Redis is asked again, on the monotonic clock; 0 while it answers.
        self._redis_again = 0.0
        self._leases: dict[str, Lease] = {}

    @property
    def shared(self) -> bool | None:
        """Tell whether the processes count together; None where they are not meant to."""
        return None if self._redis is None else not self._redis_again

    def at_hand(self, caller: str, rate: RateLimitItem) -> Lease | None:
        """Count one request as `take` does, where that means to ask nobody; else None."""
        lease = self._leases.get(caller)
        if lease is None or lease.left <= 0 or time.monotonic() >= lease.until:
            return self._take_here(caller, rate) if self._redis is None else None
        lease.left -= 1
        return lease

    def at_last(self, caller: str) -> Lease | None:
        """Give where a caller stood a moment ago, without counting; None where that is not known."""
        lease = self._leases.get(caller)
        return lease if lease is not None and time.monotonic() < lease.until else None

    async def take(self, caller: str, rate: RateLimitItem) -> Lease:
        """Count one request; the lease says `refused` where the caller has sent all that it may."""
        lease = self._of(caller)
        if lease.is_used_up:
            for size in sizes(rate):
                found = await self._hit(caller, rate, size)
                lease.renew(found, size, time.monotonic())
                if found.allowed:
                    break
        return lease.used()

    def _take_here(self, caller: str, rate: RateLimitItem) -> Lease:
        """Count one request by what this process knows alone."""
        lease = self._of(caller)
        if lease.is_used_up:
            for size in sizes(rate):
                found = self._hit_here(rate.key_for(caller), rate, size)
                lease.renew(found, size, time.monotonic())
                if found.allowed:
                    break
        return lease.used()

    def _of(self, caller: str) -> Lease:
        """Give the lease of a caller, emptied where it holds no longer."""
        now = time.monotonic()
        lease = self._leases.get(caller)
        if lease is None:
            self._make_room(now)
            lease = self._leases[caller] = Lease()
        if now >= lease.until:
            lease.left, lease.refused = 0, False
        return lease

    async def probe(self) -> None:
        """Ask whether Redis is there, so that its state is known while nobody calls."""
        if self._redis is not None:
            try:
                # `check` of the storage hides what is wrong.
                await self._redis.get("probe")
            except self._faults as error:
                self._failed(error)
            else:
                self._redis_again = 0.0

    async def close(self) -> None:
        """Close the connections."""
        if self._redis is not None:
            client: Any = self._redis.bridge
            await client.storage.aclose()

    async def _hit(self, caller: str, rate: RateLimitItem, size: int) -> Window:
        key, seconds = rate.key_for(caller), rate.get_expiry()
        if self._redis is not None and time.monotonic() >= self._redis_again:
            if self._redis_again:
                # One request tries; the others needn't wait for it.
                self._redis_again = time.monotonic() + REDIS_PAUSE_SECONDS
            try:
                allowed = await self._redis.acquire_sliding_window_entry(key, rate.amount, seconds, size)
                counted = await self._redis.get_sliding_window(key, seconds)
            except self._faults as error:
                self._failed(error)
            else:
                self._redis_again = 0.0
                return window(rate, allowed, counted)
        return self._hit_here(key, rate, size)

    def _hit_here(self, key: str, rate: RateLimitItem, size: int) -> Window:
        seconds = rate.get_expiry()
        allowed = self._memory.acquire_sliding_window_entry(key, rate.amount, seconds, size)
        return window(rate, allowed, self._memory.get_sliding_window(key, seconds))

    def _failed(self, error: Exception) -> None:
        if not self._redis_again:
            log.warning("redis failed (%s): this process counts by itself", type(error).__name__)
        self._redis_again = time.monotonic() + REDIS_PAUSE_SECONDS

    def _make_room(self, now: float) -> None:
        if len(self._leases) >= MOST_LEASES:
            self._leases = {caller: lease for caller, lease in self._leases.items() if lease.until > now}
        if len(self._leases) >= MOST_LEASES:
            # So many at once: what they have not used is lost to them, and costs nobody else time.
            self._leases.clear()
