"""Looks after what a process holds in memory: a new content release, partners' keys, counts of usage, and
whether Redis is there."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlmodel import Session

from app.http.metrics import Metrics
from app.http.rates import Rates
from app.live import LiveHolder
from app.partners.keyring import Keyring
from app.partners.usage import UsageCounter
from app.repeating import repeated

log = logging.getLogger("app")


class Poller:
    """Asks the main database every few seconds, beside the requests.

    While it cannot be reached, content and keys stay as they are and counts are kept.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        holder: LiveHolder,
        keyring: Keyring,
        usage: UsageCounter,
        rates: Rates,
        metrics: Metrics,
        seconds: float,
    ) -> None:
        self._engine, self._holder, self._seconds = engine, holder, seconds
        self._keyring, self._usage, self._rates, self._metrics = keyring, usage, rates, metrics
        # A thread of its own: requests keep theirs while a release is prepared or the database is slow.
        self._lane = CapacityLimiter(1)

    def look(self) -> None:
        """Ask once."""
        before = self._holder.reason, self._holder.release
        self._holder.look()
        after = self._holder.reason, self._holder.release
        if after != before:
            log.info("content release %s is served; %s", after[1] or "none", after[0] or "all is well")
        # Also where the content cannot be copied: a key that is revoked is refused.
        if self._holder.database_up:
            self._look_after_partners()
        self._metrics.share()

    def _look_after_partners(self) -> None:
        try:
            with Session(self._engine) as session:
                self._keyring.refresh(session)
                self._usage.flush(session)
        except (DBAPIError, PoolTimeoutError) as error:
            log.warning("partners: the database failed (%s)", type(error).__name__)

    async def _look_again(self) -> None:
        try:
            await self._look_at_all()
        except Exception as error:
            # Whatever it is, the next look comes.
            log.error("looking for a new release failed: %s", type(error).__name__)

    async def _look_at_all(self) -> None:
        await self._rates.probe()
        await run_sync(self.look, limiter=self._lane)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Look at once, then every few seconds until the end; at the end the last counts are kept."""
        await self._look_at_all()
        try:
            async with repeated(self._look_again, self._seconds):
                yield
        finally:
            await run_sync(self._look_after_partners, limiter=self._lane)
            self._metrics.share()
