"""Counts of requests by partner, key and day: in memory first, added to the table every few seconds."""

import logging
import time
from collections.abc import Callable
from datetime import date, timedelta
from threading import Lock

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from app.partners import queries
from app.partners.keyring import Access
from app.partners.queries import Counted

SECONDS_OF_A_DAY = 86_400
EPOCH = date(1970, 1, 1).toordinal()
# How often the earlier days of a month are summed up again; other processes may still have added to them.
EARLIER_SECONDS = 300
log = logging.getLogger("app")


class UsageCounter:
    """Counts for one process. Days and months are those of UTC."""

    def __init__(self, *, clock: Callable[[], float] = time.time) -> None:
        self._clock, self._lock = clock, Lock()
        self._failing = False
        self._number = 0
        self._today = date.min
        self._pending: dict[Counted, int] = {}
        # Requests of this month: what the table said last, on earlier days and today, and what came since.
        self._earlier: dict[str, int] = {}
        self._earlier_read = 0.0
        self._stored: dict[str, int] = {}
        self._since: dict[str, int] = {}

    def count(self, access: Access) -> None:
        """Count one request."""
        with self._lock:
            self._turn()
            counted = access.partner, access.key_id, self._today
            self._pending[counted] = self._pending.get(counted, 0) + 1
            self._since[access.partner] = self._since.get(access.partner, 0) + 1

    def used_this_month(self, partner: str) -> int:
        """Give what the table said at the last flush and what this process counted since."""
        with self._lock:
            self._turn()
            return self._stored.get(partner, 0) + self._since.get(partner, 0)

    def flush(self, session: Session) -> bool:
        """Add what was counted to the table, and read what all processes counted; tell whether it went.

        Where it does not, the counts are kept for the next time. If the connection breaks at the very
        moment of the commit, a few requests may be counted twice; none is lost.
        """
        with self._lock:
            self._turn()
            taken, self._pending = self._pending, {}
            today, flushed = self._today, dict(self._since)
        try:
            queries.add_counts(session, taken)
            stored = self._month(session, today)
            session.commit()
        except SQLAlchemyError as error:
            session.rollback()
            with self._lock:
                for counted, requests in taken.items():
                    self._pending[counted] = self._pending.get(counted, 0) + requests
                # What is summed up may not have been stored.
                self._earlier_read = 0.0
            if not self._failing:
                log.warning("requests of partners cannot be stored (%s); kept", type(error).__name__)
            self._failing = True
            return False
        self._failing = False
        with self._lock:
            self._turn()
            if (self._today.year, self._today.month) == (today.year, today.month):
                self._stored = stored
                for partner, requests in flushed.items():
                    self._since[partner] -= requests
        return True

    def _month(self, session: Session, today: date) -> dict[str, int]:
        """Give the requests of this month by partner; sum up earlier days now and then only."""
        first = today.replace(day=1)
        now = self._clock()
        if abs(now - self._earlier_read) >= EARLIER_SECONDS:
            yesterday = today - timedelta(days=1)
            self._earlier = queries.requests_by_partner(session, first, yesterday)
            self._earlier_read = now
        stored = queries.requests_by_partner(session, today, today)
        for partner, requests in self._earlier.items():
            stored[partner] = stored.get(partner, 0) + requests
        return stored

    def _turn(self) -> None:
        """Note that a day, and maybe a month, has begun."""
        number = int(self._clock() // SECONDS_OF_A_DAY)
        if number == self._number:
            return
        before, self._number = self._today, number
        self._today = date.fromordinal(EPOCH + number)
        self._earlier_read = 0.0
        if (before.year, before.month) != (self._today.year, self._today.month):
            self._stored, self._since, self._earlier = {}, {}, {}
