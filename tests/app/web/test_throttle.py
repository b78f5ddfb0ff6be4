"""Wrong codes are slowed down per network address, and no address is kept."""

from __future__ import annotations

import doctest
import pickle
import time

import pytest
from limits.storage import MemoryStorage
from starlette.requests import Request

from app.web import throttle
from app.web.throttle import Throttle


def visit(host: str | None) -> Request:
    """A request from an address, or over a socket without one."""
    return Request({"type": "http", "headers": [], "client": (host, 1234) if host else None})


def storage(found: Throttle) -> MemoryStorage:
    """What a throttle remembers."""
    kept = found._limiter.storage
    assert isinstance(kept, MemoryStorage)
    return kept


def test_the_examples_are_true() -> None:
    assert doctest.testmod(throttle).attempted > 0
    assert not doctest.testmod(throttle).failed


def test_after_too_many_wrong_codes_there_is_a_wait() -> None:
    slow = Throttle(wrong_codes=2, seconds=60)
    for _ in range(2):
        assert slow.wait(visit("192.0.2.7")) == 0
        slow.count(visit("192.0.2.7"))
    assert 0 < slow.wait(visit("192.0.2.7")) <= 60


def test_others_do_not_wait() -> None:
    slow = Throttle(wrong_codes=1, seconds=60)
    slow.count(visit("192.0.2.7"))
    assert slow.wait(visit("192.0.2.8")) == 0
    assert slow.wait(visit(None)) == 0


def test_a_network_of_one_visitor_counts_as_one() -> None:
    slow = Throttle(wrong_codes=1, seconds=60)
    slow.count(visit("2001:db8:1:2:aaaa::1"))
    assert slow.wait(visit("2001:db8:1:2:bbbb::2")) > 0
    assert slow.wait(visit("2001:db8:1:3::1")) == 0
    slow.count(visit("::ffff:192.0.2.7"))
    assert slow.wait(visit("192.0.2.7")) > 0


def test_it_is_over_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Throttle(wrong_codes=1, seconds=60)
    slow.count(visit("192.0.2.7"))
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 61)
    assert slow.wait(visit("192.0.2.7")) == 0
    slow.count(visit("192.0.2.8"))
    storage(slow).timer.join()
    assert len(storage(slow).storage) == 1


@pytest.mark.parametrize("host", ["192.0.2.7", "2001:db8:1:2::7"])
def test_no_address_is_kept_in_any_form_that_another_start_could_find_again(host: str) -> None:
    first, second = Throttle(), Throttle()
    for found in (first, second):
        found.count(visit(host))
    assert not set(storage(first).storage) & set(storage(second).storage)
    everything = pickle.dumps([dict(storage(first).storage), storage(first).expirations])
    assert host.encode() not in everything
    assert b"192.0" not in everything
    assert b"2001:db8" not in everything


def test_a_town_hall_behind_one_address_has_room() -> None:
    hall = Throttle()
    for _ in range(99):
        hall.count(visit("192.0.2.7"))
    assert hall.wait(visit("192.0.2.7")) == 0


def test_what_is_claimed_counts_before_it_is_looked_at_so_that_many_at_once_are_not_one() -> None:
    slow = Throttle(wrong_codes=2, seconds=60)
    assert [slow.claim("a") > 0 for _ in range(4)] == [False, False, True, True]
    assert 0 < slow.claim("a") <= 60
    assert slow.claim("b") == 0


def test_who_is_forgotten_begins_anew() -> None:
    slow = Throttle(wrong_codes=1, seconds=60)
    for visitor in ("a", "b"):
        slow.claim(visitor)
    slow.forget("a")
    assert slow.wait("a") == 0
    assert slow.wait("b") > 0
