"""Every address times every role, on both databases: who may gets it, and everybody else gets nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from fastapi import FastAPI
from httpx import Response
from sqlmodel import Session, select

from app.accounts.house.logo import read_logo
from app.closing.service import close_scan
from app.db import begin_writing
from app.mail.post import Letter, post
from app.models import Account, GroupMember, SignIn, Table
from app.store.accounts import list_grants
from app.store.messages import list_messages
from app.web.house.palette import OURS
from app.web.house.sheet import sheet_of
from tests.app.access.matrix import EVERY_ROLE, ROWS, For, Who, audience
from tests.app.comparison.groups.members import add_group
from tests.app.drafts import add_comment
from tests.app.house_styles import SVG, add_house_style
from tests.app.page_client import PageClient
from tests.app.people import add_person, sign_in
from tests.app.scans import CLOSED_ON, WINDOWS, SetUp, add_earlier, add_response, add_scan
from tests.app.typing_links import add_typing_link

HERE, ELSEWHERE = "GM0321", "GM0632"
SECRET = "Project Zwaluw"
METHODS = {"get", "post", "put", "patch", "delete"}
PLACE = re.compile(r"\{(\w+)\}")
FIXED = {
    "number": "1",
    "item": "pro_samen_1",
    "subject": "pro_samen",
    "kind": "plek",
    "chart": "plek",
    "ending": "csv",
    "language": "en",
}
CHANGES_BY_BEING_THERE = {SignIn, Account}
"""Being signed in is noted; nothing else changes when somebody is refused."""


@dataclass(frozen=True)
class Place:
    """What stands in the addresses: an open scan to manage, and a closed one to read and to moderate a comment of."""

    open: SetUp
    closed: SetUp
    comment_id: str = "0" * 32
    grants: Mapping[str, int] = field(default_factory=dict)
    account_id: str = "0" * 32
    message_id: str = "0" * 32
    group_id: int = 0
    link_id: str = ""


def addresses(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Every address with its method, as the service itself knows them; the API has a matrix of its own."""
    for path, methods in app.openapi()["paths"].items():
        yield from ((method.upper(), path) for method in methods if method in METHODS)


def set_up(app: FastAPI, municipality: str) -> Place:
    with begin_writing(app.state.engine) as session:
        add_house_style(session, municipality)
        scans = [add_scan(session, municipality=municipality, name=SECRET) for _ in range(2)]
        for window in WINDOWS:
            for _ in range(5):
                add_response(session, scans[1], window)
    with begin_writing(app.state.engine) as session:
        add_earlier(session, scans[1], app.state.editions, name=SECRET)
        close_scan(session, app.state.editions, scans[1].scan.id, CLOSED_ON)
        comment_id, group_id = add_comment(session, scans[1], SECRET).id, _with_group(session, scans[1])
        link_id = add_typing_link(session, scans[0]).link.id
        place = _with_people(session, scans, municipality)
        return replace(place, comment_id=comment_id, group_id=group_id, link_id=link_id)


def _with_group(session: Session, scan: SetUp) -> int:
    """A group that nobody manages, in which the municipality takes part."""
    group_id = add_group(session, name=SECRET).id or 0
    where, number = scan.collaboration.municipality_code, scan.collaboration.id or 0
    session.add(GroupMember(group_id=group_id, municipality_code=where, collaboration_id=number, joined_on=CLOSED_ON))
    return group_id


def _with_people(session: Session, scans: list[SetUp], municipality: str) -> Place:
    """A place with somebody in each role of whom the role can be taken away, and a letter that waits."""
    wheres: dict[str, tuple[str, dict[str, Any]]] = {
        "mensen": ("meelezer", {"municipality_code": municipality}),
        "rollen": ("coordinator", {"municipality_code": municipality}),
        "toegang": ("adviseur", {"collaboration_id": scans[0].collaboration.id}),
        "moderator": ("moderator", {"scan_id": scans[0].scan.id}),
    }
    people = {part: add_person(session, role, **where) for part, (role, where) in wheres.items()}
    grants = {part: list_grants(session, account.id)[0].id or 0 for part, account in people.items()}
    post(session, "notice", Letter(address="a@houten.nl", subject="Bericht", text="Goedendag,"), CLOSED_ON)
    return Place(*scans, grants=grants, account_id=people["mensen"].id, message_id=list_messages(session)[-1].id)


def everybody(app: FastAPI, here: Place, elsewhere: Place) -> dict[Who, PageClient]:
    """Somebody of each role, at this place or at another one."""
    places = {"": (HERE, here), " elsewhere": (ELSEWHERE, elsewhere)}
    people: dict[str, PageClient] = {"stranger": PageClient(app)}
    with begin_writing(app.state.engine) as session:
        accounts = {"without a role": add_person(session), "beheerder": add_person(session, "beheerder")}
        for mark, (code, place) in places.items():
            wheres: dict[str, dict[str, Any]] = {
                "coordinator": {"municipality_code": code},
                "meelezer": {"municipality_code": code},
                "adviseur": {"collaboration_id": place.closed.collaboration.id},
                "moderator": {"scan_id": place.closed.scan.id},
            }
            accounts |= {f"{role}{mark}": add_person(session, role, **where) for role, where in wheres.items()}
    people |= {who: sign_in(PageClient(app), account) for who, account in accounts.items()}
    return {who: people[who] for who in EVERY_ROLE}


def filled(path: str, place: Place) -> str:
    """An address at what is in a place: what needs a result at the closed scan, everything else at the open one."""
    of_closed = ("ambitie", "comment_id", "beheer/opnieuw")
    reads = audience("GET", path) in {For.READERS, For.MODERATOR} or any(part in path for part in of_closed)
    scan = place.closed if reads else place.open
    values = FIXED | {
        "scan_id": scan.scan.id,
        "collaboration_id": str(scan.collaboration.id),
        "window": "professional",
        "ref": scan.windows["professional"].ref,
        "version": "1",
        "code": "samen" if "herkomst" in path else HERE if "/gemeenten/" in path else "CDFGHJKMNPQR",
        "token": "x" * 43,
        "comment_id": place.comment_id,
        "grant_id": str(next((number for part, number in place.grants.items() if f"/{part}/" in path), 0)),
        "account_id": place.account_id,
        "message_id": place.message_id,
        "group_id": str(place.group_id),
        "picture": read_logo(SVG).digest,
        "form": "svg",
        "digest": sheet_of(OURS).digest,
        "chosen": sheet_of(OURS).url.rpartition("/")[2].removesuffix(".css"),
        "link_id": place.link_id,
        "name": "coordinator",
    }
    return PLACE.sub(lambda name: values[name[1]], path)


def everything(app: FastAPI) -> list[str]:
    """All that is stored, but what being there changes."""
    kinds = [mapper.class_ for mapper in Table.__subclasses__()[0].__mapper__.registry.mappers]
    with Session(app.state.engine) as session:
        return sorted(
            str(row.model_dump())
            for kind in kinds
            if kind not in CHANGES_BY_BEING_THERE
            for row in session.exec(select(kind)).all()
        )


def is_refused(answer: Response) -> bool:
    """Whether somebody got nothing: told so, told that it is not there, led to sign in, or told it was not saved."""
    to_sign_in = answer.status_code == 303 and answer.headers["location"].startswith("/inloggen")
    not_saved = answer.status_code == 409 and "Niet opgeslagen" in answer.text
    return to_sign_in or not_saved or answer.status_code in {403, 404}


def test_every_address_says_for_whom_it_is(service_app: FastAPI) -> None:
    found = list(addresses(service_app))
    assert [f"{method} {path}" for method, path in found if audience(method, path) is None] == []
    known = {f"{method} {path}" for method, path in found}
    written = {row.strip() for rows in ROWS.values() for row in rows.splitlines() if row.strip()}
    assert written - known == set(), "these rows are about addresses that are not there any more"


def test_who_may_not_gets_nothing_and_changes_nothing(service_app: FastAPI) -> None:
    here, elsewhere = set_up(service_app, HERE), set_up(service_app, ELSEWHERE)
    people = everybody(service_app, here, elsewhere)
    before = everything(service_app)
    faults = []
    for method, path in addresses(service_app):
        allowed = audience(method, path)
        assert allowed is not None
        for who, client in people.items():
            if who in allowed.value:
                continue
            answer = client.http.request(method, filled(path, here))
            if not is_refused(answer) or SECRET in answer.text:
                faults.append(f"{who}: {method} {path} answered {answer.status_code}")
    assert faults == []
    assert everything(service_app) == before


def test_who_may_gets_it(service_app: FastAPI) -> None:
    here, elsewhere = set_up(service_app, HERE), set_up(service_app, ELSEWHERE)
    people = everybody(service_app, here, elsewhere)
    faults = []
    for method, path in addresses(service_app):
        allowed = audience(method, path)
        assert allowed is not None
        for who in sorted(allowed.value):
            if path == "/uitloggen":
                continue
            changes = method == "POST" and "{" in path and allowed is not For.MODERATOR
            place = set_up(service_app, HERE) if changes else here
            answer = people[who].http.request(method, filled(path, place))
            if is_refused(answer) or answer.status_code >= 500:
                faults.append(f"{who}: {method} {path} answered {answer.status_code}")
    assert faults == []
