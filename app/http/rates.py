"""How many requests a caller may send: a sliding window, counted by the library `limits`.

In memory for one process, in Redis for many. A caller with a high rate takes a few requests from the
window at a time (a lease), so that not every request is a question to the store; what is left of a
lease when it runs out is lost to the caller, at most half a percent of its rate.

While Redis cannot be reached every process counts by itself: callers are served, and a caller may
send its rate to each process.
"""

import logging
import math
import time
from typing import NamedTuple

from limits import RateLimitItem
from limits.aio.storage import RedisStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter as RedisLimiter
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter as MemoryLimiter
from redis.exceptions import RedisError

log = logging.getLogger("app")

LEASE_SHARE = 200
MOST_LEASED = 100
LEASE_SECONDS = 1.0
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
    # Seconds since the epoch at which it is whole again.
    reset: float


class Lease:
    """Requests that a caller has taken from its window and not yet sent."""

    __slots__ = ("_remaining", "left", "refused", "reset", "until")

    def __init__(self, remaining: int, reset: float) -> None:
        self._remaining, self.reset = remaining, reset
        self.left, self.refused = 0, False
        # Holds until then, in seconds of the monotonic clock.
        self.until = 0.0

    def renew(self, window: Window, size: int, until: float) -> None:
        """Put in what the store said to `size` requests."""
        self._remaining, self.reset, self.until = window.remaining, window.reset, until
        self.refused = not window.allowed
        if window.allowed:
            self.left += size

    @property
    def remaining(self) -> int:
        """Give how many requests the caller has left in its window."""
        return self._remaining + self.left

    @property
    def seconds(self) -> int:
        """Give the seconds until the window is whole again."""
        return max(1, math.ceil(self.reset - time.time()))


class Rates:
    """The windows of all callers."""

    def __init__(self, redis_url: str | None) -> None:
        self._memory = MemoryLimiter(MemoryStorage())
        self._redis: RedisLimiter | None = None
        if redis_url:
            storage = RedisStorage(
                f"async+{redis_url}",
                implementation="redispy",
                key_prefix="nutrient-signs",
                socket_timeout=REDIS_TIMEOUT_SECONDS,
                socket_connect_timeout=REDIS_TIMEOUT_SECONDS,
            )
            self._redis = RedisLimiter(storage)
        self._redis_again = 0.0
        self._leases: dict[str, Lease] = {}

    @property
    def shared(self) -> bool | None:
        """Tell whether the processes count together; None where they are not meant to."""
        return None if self._redis is None else not self._redis_again

    def at_hand(self, caller: str) -> Lease | None:
        """Count one request against what the caller has taken already; None where nothing is left of it."""
        lease = self._leases.get(caller)
        if lease is None or not lease.left or time.monotonic() >= lease.until:
            return None
        lease.left -= 1
        return lease

    async def take(self, caller: str, rate: RateLimitItem) -> Lease:
        """Count one request; the lease says `refused` where the caller has sent all that it may."""
        lease = self._leases.get(caller)
        now = time.monotonic()
        if lease is None:
            self._forget_old(now)
            lease = self._leases[caller] = self.seen(caller, rate)
        if now >= lease.until:
            # A refusal is remembered as long: asking the store again would give the same.
            lease.left, lease.refused = 0, False
        if not lease.left and not lease.refused:
            size = max(1, min(MOST_LEASED, rate.amount // LEASE_SHARE))
            window = await self._hit(caller, rate, size)
            if not window.allowed and size > 1:
                size, window = 1, await self._hit(caller, rate, 1)
            lease.renew(window, size, now + LEASE_SECONDS)
        if lease.left:
            lease.left -= 1
            lease.refused = False
        return lease

    def seen(self, caller: str, rate: RateLimitItem) -> Lease:
        """Give a caller's standing without counting."""
        return self._leases.get(caller) or Lease(rate.amount, time.time() + rate.get_expiry())

    async def _hit(self, caller: str, rate: RateLimitItem, size: int) -> Window:
        if self._redis is not None and time.monotonic() >= self._redis_again:
            try:
                allowed = await self._redis.hit(rate, caller, cost=size)
                stats = await self._redis.get_window_stats(rate, caller)
            except (RedisError, OSError, TimeoutError) as error:
                log.warning("redis failed (%s): this process counts by itself", type(error).__name__)
                self._redis_again = time.monotonic() + REDIS_PAUSE_SECONDS
            else:
                self._redis_again = 0.0
                return Window(allowed, stats.remaining, stats.reset_time)
        allowed = self._memory.hit(rate, caller, cost=size)
        stats = self._memory.get_window_stats(rate, caller)
        return Window(allowed, stats.remaining, stats.reset_time)

    def _forget_old(self, now: float) -> None:
        if len(self._leases) >= MOST_LEASES:
            self._leases = {caller: lease for caller, lease in self._leases.items() if lease.until > now}
