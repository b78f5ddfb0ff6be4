"""Counts and durations in the format of Prometheus: of routes, never of addresses, municipalities or people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest

if TYPE_CHECKING:
    from collections.abc import Mapping

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
OTHER = "other"
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds."""
CONTENT_TYPE = CONTENT_TYPE_LATEST


class Metrics:
    """What one service counts, with a registry of its own: two services in one process do not mix."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "vensterscan_requests",
            "Requests by route and how they ended",
            ["method", "route", "status"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "vensterscan_request_seconds",
            "Duration of requests by route",
            ["method", "route"],
            buckets=BUCKETS,
            registry=self._registry,
        )
        self._open_scans = Gauge(
            "vensterscan_open_scans", "Scans that take answers, without examples", registry=self._registry
        )
        self._connections = Gauge(
            "vensterscan_database_connections", "Connections of the pool", ["state"], registry=self._registry
        )

    def count(self, method: str, route: str | None, status: int, seconds: float) -> None:
        """Count a request that has ended; what no route was found for is counted together."""
        labels = (method if method in METHODS else OTHER, route or OTHER)
        self._requests.labels(*labels, f"{status // 100}xx").inc()
        self._seconds.labels(*labels).observe(seconds)

    def text(self, *, open_scans: int, connections: Mapping[str, int]) -> bytes:
        """Return everything that was counted, with how it stands now."""
        self._open_scans.set(open_scans)
        for state, number in connections.items():
            self._connections.labels(state).set(number)
        return generate_latest(self._registry)
