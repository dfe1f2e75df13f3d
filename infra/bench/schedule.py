"""When requests are due that come at a constant rate, whatever the answers do."""

from __future__ import annotations

import time
from dataclasses import dataclass

SPIN_NS = 200_000


@dataclass(frozen=True)
class Schedule:
    """`count` moments, `1/rate` seconds apart, from `start` (monotonic nanoseconds) on."""

    start: int
    rate: float
    count: int

    @classmethod
    def of(cls, rate: float, seconds: float, start: int | None = None) -> "Schedule":
        """The schedule of a stretch of time; at least one moment."""
        if rate <= 0 or seconds <= 0:
            raise ValueError("a schedule wants a rate and a length")
        return cls(time.monotonic_ns() if start is None else start, rate, max(1, round(rate * seconds)))

    def due(self, number: int) -> int:
        """When the request of a number is due. Computed from the start, so that no error adds up."""
        if not 0 <= number < self.count:
            raise IndexError("the schedule has no such request")
        return self.start + round(number * 1e9 / self.rate)


def wait_until(due: int) -> None:
    """Sleeps until shortly before a moment and spins the rest, since a sleep ends late."""
    while (ahead := due - time.monotonic_ns()) > 0:
        if ahead > SPIN_NS:
            time.sleep((ahead - SPIN_NS) / 1e9)
