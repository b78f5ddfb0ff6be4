"""Everything that anybody can read about a closed scan: every address of the service, taken from its own description.

An address with a part that nobody gave values for fails, so that a new one cannot be forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import product
from string import Formatter
from typing import Any

from fastapi import FastAPI
from httpx2 import Response as Answer
from sqlmodel import col, delete, select

from app.api import PREFIX, make_api
from app.closing.ambition import set_ambition
from app.closing.service import close_scan
from app.comparison.groups.service import renew
from app.db import begin_writing
from app.exports.formats import FORMATS
from app.models import (
    Collaboration,
    Comment,
    ComparisonGroup,
    GroupMember,
    GroupStand,
    Measurement,
    Response,
    Result,
    Scan,
)
from app.results.pictures import all_charts
from app.results.provenance import all_numbers
from app.results.reading import Reading
from app.results.record import read_record
from app.store.results import find_result
from questionnaires import load_current
from scoring import Response as Given
from tests.app.api.programs import Program
from tests.app.comparison.groups.members import add_group, add_members_to_be, put_in
from tests.app.page_client import PageClient
from tests.app.scans import WINDOWS, SetUp

EDITION = load_current()
TODAY = date(2026, 6, 30)
NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
WORDS = "dit schreef iemand die niet herkend wil worden"
EARLIER = "1"
"""The version without an ambition; the latest is the one with."""
LOG = "what people with a role did and when, this walk as well; it can hold nothing of respondents"
LEFT_OUT = {
    "/v/{code}": "it leads back to what somebody began, and nothing is begun in a closed scan",
    "/m/{code}": "it is how each respondent comes in here",
    "/u/{code}": "it is for one person, and nobody was invited; a wrong code is counted",
    "/overtypen/{code}": "links to type forms over are deleted at closing; a wrong code is counted",
    "/metrics": "how often and how fast, this walk as well",
    "/gemeenten/{code}/logboek": LOG,
    "/gemeenten/{code}/logboek.csv": LOG,
    "/beheer/logboek": LOG,
    "/beheer/logboek.csv": LOG,
}
"""Addresses that are not compared, and why."""
OF_PEOPLE_WITH_A_ROLE = (
    "/inloggen",
    "/wachtwoord",
    "/welkom",
    "/account",
    "/gemeenten/{code}/mensen",
    "/samenwerkingen/{collaboration_id}/toegang/{grant_id}",
    "/scans/{scan_id}/beheer/moderator/{grant_id}",
    "/gemeenten/{code}/overdragen",
    "/gemeenten/{code}/inwoners",
    "/gemeenten/{code}/huisstijl",
    "/gemeenten/{code}/talen",
    "/huisstijl",
    "/beheer/accounts",
    "/beheer/rollen",
    "/groepen/nieuw",
    "/groepen/meedoen",
)
"""Rooms in which there are no scans: signing in, how a municipality looks and speaks, who has which role."""
OF_OTHER_PAGES = ("plekken", "radar-1", "groep-plek", "groep-professional", "groep-kenmerken")
"""Charts of collaborations beside each other, and of groups."""
OF_NO_ANSWER = frozenset({"date", "set-cookie", "x-request-id"})
"""Headers that differ from one answer to the next by themselves."""

Seen = dict[str, tuple[int, dict[str, str], bytes]]
"""Address -> what came: the status, the headers and the body."""


def fill(app: FastAPI, set_up: SetUp, people: Iterable[Given]) -> None:
    """Let these people answer a scan instead of those who did, close it, and choose an ambition."""
    with begin_writing(app.state.engine) as session:
        for table in (Measurement, Result, Response, Comment):
            session.exec(delete(table).where(col(table.scan_id) == set_up.scan.id))
        session.get_one(Scan, set_up.scan.id).closed_on = None
        for number, one in enumerate(people):
            key, place = f"{number:032x}", {"scan_id": set_up.scan.id, "window": one.window}
            session.add(Response(id=key, role=one.role, participants=1, answers=dict(one.answers), **place))
            subject = next(iter(EDITION.dimension_ids(one.window)))  # type: ignore[arg-type]
            session.add(Comment(id=key, subject=subject, text=WORDS, **place))
        session.flush()
        close_scan(session, app.state.editions, set_up.scan.id, TODAY)
        set_ambition(session, set_up.scan.id, 6, "Deze inwoners hebben op meer terreinen steun nodig.", NOW)


def group_with(app: FastAPI, set_up: SetUp) -> int:
    """The group in which the scan takes part beside seven others, with figures of the results as they are now."""
    with begin_writing(app.state.engine) as session:
        group = session.exec(select(ComparisonGroup)).first()
        if group is None:
            session.get_one(Collaboration, set_up.collaboration.id).kind = "team"
            group, others = add_group(session), add_members_to_be(session, 7)
            own = find_result(session, set_up.scan.id)
            for one in others:
                result = find_result(session, one.scan_id)
                assert own is not None
                assert result is not None
                result.record = own.record
            put_in(session, group, others)
            where, number = set_up.collaboration.municipality_code, set_up.collaboration.id or 0
            group_id = group.id or 0
            session.add(
                GroupMember(group_id=group_id, municipality_code=where, collaboration_id=number, joined_on=TODAY)
            )
        session.exec(delete(GroupStand))
        renew(session, group, EDITION.id, TODAY)
        return group.id or 0


def reading_of(app: FastAPI, set_up: SetUp) -> Reading:
    """The result as it is read."""
    with begin_writing(app.state.engine) as session:
        result = find_result(session, set_up.scan.id)
        assert result is not None
        return Reading(read_record(result.record), EDITION)


def walk(app: FastAPI, set_up: SetUp, manager: PageClient, program: Program, *, every_number: bool = True) -> Seen:
    """Fetch all that there is to read about a closed scan, as whoever may read it.

    Of the pages about one number there are more than a hundred; without `every_number` one of each kind is fetched.
    """
    reading, group = reading_of(app, set_up), {"group_id": [str(group_with(app, set_up))]}
    seen = dict(_pages(app, set_up, manager, _parts(set_up, reading, every_number=every_number) | group))
    for path, operations in make_api(app.state).openapi()["paths"].items():
        if "get" in operations:
            parts = _parts_of_the_api(set_up, reading) | ({"id": group["group_id"]} if "groepen" in path else {})
            for address in _addresses(path, parts):
                seen[f"{PREFIX}{address}"] = _kept(program.http.get(f"{PREFIX}{address}"))
    return seen


def _pages(
    app: FastAPI, set_up: SetUp, manager: PageClient, parts: Mapping[str, Iterable[str]]
) -> Iterator[tuple[str, Any]]:
    respondents = {window: PageClient(app) for window in WINDOWS}
    for window, respondent in respondents.items():
        yield set_up.link(window), _kept(_get(respondent, set_up.link(window)))
    for path, operations in app.openapi()["paths"].items():
        if "get" not in operations or path in LEFT_OUT or path.startswith(OF_PEOPLE_WITH_A_ROLE):
            continue
        for address in _addresses(path, parts):
            window = next((one for one in WINDOWS if address.startswith(set_up.path(one))), None)
            yield address, _kept(_get(respondents[window] if window else manager, address))
    for view in (*WINDOWS, "kenmerken"):
        for more in ("", f"&voor={set_up.collaboration.id}"):
            address = f"/vergelijken/naast-elkaar?s={set_up.collaboration.id}&venster={view}{more}"
            yield address, _kept(_get(manager, address))
    for ending in ("csv", "json"):
        address = f"/vergelijken/naast-elkaar.{ending}?s={set_up.collaboration.id}"
        yield address, _kept(_get(manager, address))
    for group_id in parts["group_id"]:
        address = f"/groepen/{group_id}?gemeente={set_up.collaboration.municipality_code}"
        yield address, _kept(_get(manager, address))
    for actor in ("professional", "organisatie", "beleid"):
        address = f"/scans/{set_up.scan.id}/advies?voor={actor}"
        yield address, _kept(_get(manager, address))


def _get(client: PageClient, address: str) -> Answer:
    return client.http.get(address, follow_redirects=False)


def _kept(answer: Answer) -> tuple[int, dict[str, str], bytes]:
    headers = {name: value for name, value in answer.headers.items() if name.lower() not in OF_NO_ANSWER}
    return answer.status_code, headers, answer.content


def _addresses(path: str, parts: Mapping[str, Iterable[str]]) -> list[str]:
    """A path with every value of every part; of the numbers in earlier versions one per kind."""
    names = [name for _, name, _, _ in Formatter().parse(path) if name]
    if unknown := [name for name in names if name not in parts]:
        raise AssertionError(f"{path} is new: say in tests/app/minimum_groups/walk.py which {unknown} it has")
    if names[-2:] == ["kind", "code"]:
        numbers = [one.split("/") for one in parts["kind"]]
        if "version" in names:
            numbers = _one_of_a_kind(numbers)
        others = list(product(*(parts[name] for name in names[:-2])))
        return [path.format(**dict(zip(names, (*rest, *pair), strict=True))) for rest in others for pair in numbers]
    return [path.format(**dict(zip(names, values, strict=True))) for values in product(*(parts[n] for n in names))]


def _one_of_a_kind(numbers: Iterable[Sequence[str]]) -> list[Sequence[str]]:
    return list({number[0]: number for number in numbers}.values())


def _parts(set_up: SetUp, reading: Reading, *, every_number: bool = True) -> dict[str, Iterable[str]]:
    """What may stand in the addresses of pages; a kind of number stands with its code."""
    found = all_numbers(reading) if every_number else _one_of_a_kind(all_numbers(reading))
    numbers = [f"{kind}/{code}" for kind, code in found]
    return {
        "scan_id": [set_up.scan.id],
        "collaboration_id": [str(set_up.collaboration.id)],
        "ref": [window.ref for window in set_up.windows.values()],
        "window": WINDOWS,
        "name": ["coordinator"],
        "version": [EARLIER],
        "kind": numbers,
        "code": [set_up.collaboration.municipality_code],
        "chart": [*all_charts(reading), *(f"venster-{window}" for window in WINDOWS), *OF_OTHER_PAGES],
        "ending": [*FORMATS, "svg"],
        "number": ["1"],
    }


def _parts_of_the_api(set_up: SetUp, reading: Reading) -> dict[str, Iterable[str]]:
    name, version = EDITION.id.split("/")
    parts = _parts(set_up, reading)
    return {
        "id": [set_up.scan.id, str(set_up.collaboration.id)],
        "code": [set_up.collaboration.municipality_code],
        "naam": [name],
        "versie": [version, EARLIER],
        "venster": WINDOWS,
        "grafiek": parts["chart"],
    }
