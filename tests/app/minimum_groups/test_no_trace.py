"""What may not be seen leaves no trace: with other hidden answers everything that can be read is the same to the byte.

The scan, its addresses and its people stay the same; only the answers that may not be seen are others. Whatever anybody
can fetch about it is fetched twice and compared as a whole, with its headers.
"""

from __future__ import annotations

import random

import pytest
from fastapi import FastAPI
from sqlmodel import Session

from app.db import begin_writing
from app.models import Scan
from scoring import frozen_measurement
from scoring.privacy import visible_groups
from tests.app.api.conftest import program_of
from tests.app.minimum_groups.people import (
    INSTRUMENT,
    JUST_ENOUGH,
    SCENES,
    STAFF_ROLES,
    STAFF_SIZES,
    WALKED,
    Scene,
    people,
)
from tests.app.minimum_groups.walk import TODAY, WORDS, Seen, fill, walk
from tests.app.page_client import PageClient
from tests.app.scans import SetUp, add_earlier, add_scan

each_scene = pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)


def seen_twice(app: FastAPI, manager: PageClient, scene: Scene, *, every_number: bool) -> tuple[SetUp, Seen, Seen]:
    """What can be read of a scan with some hidden answers, and with others."""
    app.state.today = lambda: TODAY
    program = program_of(app, "GM0321", TODAY)
    with begin_writing(app.state.engine) as session:
        set_up = add_scan(session, minimum=scene.minimum, is_example=False)
        add_earlier(session, set_up, app.state.editions)
    found = []
    for variant in (1, 2):
        fill(app, set_up, scene.responses(1, variant))
        found.append(walk(app, set_up, manager, program, every_number=every_number))
    return set_up, found[0], found[1]


def changed(first: Seen, second: Seen) -> list[str]:
    return [address for address in first.keys() | second.keys() if first.get(address) != second.get(address)]


@pytest.mark.parametrize("scene", WALKED, ids=lambda scene: scene.name)
def test_everything_that_can_be_read_is_the_same_whatever_was_answered_out_of_sight(
    service_app: FastAPI, service: PageClient, scene: Scene
) -> None:
    set_up, first, second = seen_twice(service_app, service, scene, every_number=scene == WALKED[0])

    assert first.keys() == second.keys()
    assert changed(first, second) == []
    assert [address for address, (_, _, body) in first.items() if WORDS.encode() in body] == []
    wrong = {
        address: status
        for address, (status, _, _) in first.items()
        if status >= 500 or (is_about_the_result(address, set_up) and status not in {200, 404})
    }
    assert wrong == {}


def test_where_everything_may_be_seen_other_answers_are_seen_everywhere(
    service_app: FastAPI, service: PageClient
) -> None:
    """So that the test above could fail: the same walk over windows with just enough people."""
    set_up, first, second = seen_twice(service_app, service, JUST_ENOUGH, every_number=False)
    differs, scan = changed(first, second), f"/scans/{set_up.scan.id}"

    for part in ("", "/continuum", "/leerordes", "/spiegel", "/advies", "/afdrukken", "/uitslag.json", "/uitslag.csv"):
        assert scan + part in differs
        assert f"{scan}/versies/1{part}" in differs
    for window in set_up.windows:
        assert f"{scan}/vensters/{window}" in differs
        assert f"{scan}/grafieken/venster-{window}.json" in differs
        assert set_up.path(window) in differs
        assert f"{scan}/verloop/vensters/{window}" in differs
        assert f"{scan}/verloop/grafieken/venster-{window}.json" in differs
    for part in ("", ".json", ".csv"):
        assert f"{scan}/verloop{part}" in differs
    assert f"/groepen/1?gemeente={set_up.collaboration.municipality_code}" in differs
    assert "/uitslagen" in differs
    of_the_api = ("uitslag", "uitslag/versies/1", "grafieken/kenmerken", "verloop")
    assert {f"/v1{scan}/{part}" for part in of_the_api} <= set(differs)


def test_a_scan_on_the_home_page_says_nothing_of_what_is_out_of_sight(
    service_app: FastAPI, stranger: PageClient
) -> None:
    """Examples are for everybody."""
    scene, seen = SCENES[0], []
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session, minimum=scene.minimum, is_example=True)
    for variant in (1, 2):
        fill(service_app, set_up, scene.responses(1, variant))
        with Session(service_app.state.engine) as session:
            assert session.get_one(Scan, set_up.scan.id).closed_on == TODAY
        seen.append(stranger.http.get("/").content)

    assert seen[0] == seen[1]
    assert set_up.scan.id.encode() in seen[0]


@each_scene
@pytest.mark.parametrize("seed", range(10))
def test_nothing_that_is_kept_depends_on_what_is_out_of_sight(scene: Scene, seed: int) -> None:
    """All that anything is made of once a scan is closed, under every ambition; with many other answers."""
    kept = [frozen_measurement(INSTRUMENT, scene.responses(seed, variant), scene.minimum) for variant in (1, 2, 3)]
    assert kept[0] == kept[1] == kept[2]


@pytest.mark.parametrize("window", ["inwoner", "professional", "organisatie", "beleid"])
@pytest.mark.parametrize("minimum", [5, 3])
def test_one_person_makes_the_difference_between_nothing_and_a_result(window: str, minimum: int) -> None:
    """Just below the minimum only the counts are there; just at it there is a score."""
    k = 5 if window == "inwoner" else minimum
    everybody = people(random.Random(3), window, k)
    below, at = (frozen_measurement(INSTRUMENT, found, {window: k})["record"] for found in (everybody[:-1], everybody))
    counts = {"status": "below_minimum", "responses": k - 1, "usable": k - 1, "minimum": k, "needed": 1}
    assert below["result"]["windows"][window] == counts
    assert window not in below["insight"]["windows"]
    assert at["result"]["windows"][window]["status"] == "shown"
    assert window in at["insight"]["windows"]


def test_the_groups_of_the_scene_are_hidden_as_the_method_says() -> None:
    groups = dict(zip(STAFF_ROLES, STAFF_SIZES, strict=True))
    assert visible_groups(groups, 5) == (STAFF_ROLES[0],)


def is_about_the_result(address: str, set_up: SetUp) -> bool:
    return address.startswith(f"/scans/{set_up.scan.id}") and "/beheer" not in address
