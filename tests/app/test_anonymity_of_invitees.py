"""Who got a link of their own cannot be laid beside an answer, looked for in the data itself, on both databases.

The database is read as somebody would who has all of it and not the key of the installation, which is not in it: after
each person who sends, and once more after closing.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app.accounts.tokens import make_token
from app.collaborations.invitees.links import mac_of, mark_of
from app.config import load_settings
from app.db import begin_writing
from app.keys import Keys
from app.main import create_app
from app.store.messages import delete_invitations
from app.store.space import free_space
from tests.app.invitees import begin, desk_of, invite, send
from tests.app.page_client import PageClient
from tests.app.people import add_person, sign_in
from tests.app.scans import SetUp, add_scan
from tests.app.test_anonymity import Found, Row, look
from tests.support.postgres import new_database

DAY = date(2026, 3, 14)
WINDOW, MINIMUM = "professional", 3
PEOPLE = [f"merk{name}@houten.example" for name in ("anna", "bert", "cas", "dina", "emre", "fleur", "gijs", "hanna")]
SENDERS = [PEOPLE[at] for at in (4, 1, 6, 0, 3)]
"""In the order of sending: three who fill a group, and two after them."""
OF_ANSWERS = ("draft", "draft_answer", "draft_comment", "response", "comment")


@dataclass(frozen=True)
class Invited:
    """What was found with the letters still waiting, after each who sent, and after closing; and the codes."""

    app: FastAPI
    set_up: SetUp
    codes: dict[str, str]
    waiting: Found
    after: list[Found]
    closed: Found
    locks: list[str]
    told: str

    @property
    def keys(self) -> Keys:
        """The key of the installation, which is not in what was found."""
        keys: Keys = self.app.state.keys
        return keys


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def invited(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Invited]:
    """One window, in which people were invited, reminded, sent and closed; every test looks at what was found."""
    if request.param == "sqlite":
        yield from invite_and_close(f"sqlite:///{tmp_path_factory.mktemp('invited') / 'vensterscan.sqlite3'}")
        return
    with new_database(request.getfixturevalue("postgres_server")) as address:
        yield from invite_and_close(address)


def invite_and_close(database_url: str) -> Iterator[Invited]:
    """Go through all of it, as a coördinator and as people with a link."""
    app = create_app(load_settings(database_url=database_url, assets="local", secret_key="geheim van deze toets" * 2))
    app.state.today = lambda: DAY
    coordinator = PageClient(app)
    with coordinator.http:
        with begin_writing(app.state.engine) as session:
            set_up = add_scan(session, personal=(WINDOW,), minimum={WINDOW: MINIMUM})
            account = add_person(session, "coordinator", municipality_code="GM0321")
            token = make_token(session, "Toets", "GM0321", DAY)
        sign_in(coordinator, account)
        own = invite(coordinator, set_up, PEOPLE)
        waiting = look(app.state.engine)
        the_letters_were_sent(app, set_up)
        after = []
        for address in SENDERS:
            send(begin(app, set_up, own[address]), set_up)
            after.append(look(app.state.engine))
        locks = row_locks(app)
        app.state.today = lambda: DAY + timedelta(days=1)
        told = everything_told(coordinator, set_up, token)
        coordinator.submit(f"{desk_of(set_up)}/herinneren")
        coordinator.submit(f"/scans/{set_up.scan.id}/beheer/sluiten", {"confirm": "ja"})
        free_space(app.state.engine)
        codes = {address: link.removeprefix("/u/") for address, link in own.items()}
        yield Invited(app, set_up, codes, waiting, after, look(app.state.engine), locks, told)


def the_letters_were_sent(app: FastAPI, set_up: SetUp) -> None:
    """What was sent is not kept."""
    with begin_writing(app.state.engine) as session:
        delete_invitations(session, set_up.scan.id)


def row_locks(app: FastAPI) -> list[str]:
    """On PostgreSQL the numbers of the transactions that locked or replaced the row of somebody."""
    if app.state.engine.dialect.name == "sqlite":
        return []
    with app.state.engine.connect() as connection:
        return list(connection.execute(text("SELECT xmax::text FROM invitee")).scalars())


def everything_told(client: PageClient, set_up: SetUp, token: str) -> str:
    """What a coördinator can read of the scan, without the page with the addresses."""
    desk = f"/scans/{set_up.scan.id}/beheer"
    pages = [desk, *(f"{desk}/{part}" for part in ("aantallen", "sluiten", "wijzigen", "verwijderen", "archiveren"))]
    api = [f"/v1/scans/{set_up.scan.id}", f"/v1/scans/{set_up.scan.id}/sluiting"]
    answers = [client.http.get(page) for page in pages]
    answers += [client.http.get(path, headers={"Authorization": f"Bearer {token}"}) for path in api]
    assert {answer.status_code for answer in answers} == {200}
    return "\n".join(answer.text for answer in answers)


def people(found: Found) -> list[Row]:
    return found.tables["invitee"]


def done(found: Found) -> set[str]:
    return {row["address"] for row in people(found) if row["is_done"]}


def strings(rows: list[Row]) -> set[str]:
    """Every text of some length in these rows, also inside other texts."""
    return {str(value) for row in rows for value in row.values() if isinstance(value, str) and len(value) > 15}


def without_key(kept: str) -> set[str]:
    """What somebody could make of a value who has no key."""
    data, other = kept.encode(), Keys("een sleutel die iemand zelf bedenkt")
    made = {kept, hashlib.sha256(data).hexdigest(), hashlib.sha256(bytes.fromhex(kept)).hexdigest()}
    for key in (b"", b"sent", b"invitee", data):
        made |= {hmac.new(key, data, hashlib.sha256).hexdigest(), hmac.new(data, key, hashlib.sha256).hexdigest()}
    return made | {other.mac("sent", kept), other.mac("invitee", kept), mark_of(other, kept)}


# --- Without the key --------------------------------------------------------------------------------------------------


def test_nobody_is_known_as_done_until_a_group_is_full_and_then_all_of_it_at_once(invited: Invited) -> None:
    assert [done(found) for found in invited.after] == [set(), set(), *[set(SENDERS[:3])] * 3]
    assert [len(found.tables["sent_mark"]) for found in invited.after] == [1, 2, 0, 1, 2]


def test_before_a_group_is_full_who_sent_and_who_did_not_look_alike(invited: Invited) -> None:
    first = {row["address"]: row for row in people(invited.waiting)}
    for found in invited.after[:2]:
        assert {row["address"]: row for row in people(found)} == first


def test_a_mark_fits_nobody_without_the_key(invited: Invited) -> None:
    for found in invited.after:
        marks = {row["mark"] for row in found.tables["sent_mark"]}
        for row in people(found):
            assert marks.isdisjoint(without_key(row["code_mac"]))
        assert marks.isdisjoint(hashlib.sha256(code.encode()).hexdigest() for code in invited.codes.values())


def test_the_key_is_in_no_byte_of_the_database(invited: Invited) -> None:
    secret = "geheim van deze toets"
    assert secret not in invited.waiting.everything
    assert all(secret not in found.everything for found in invited.after)


def test_with_the_key_a_mark_fits_its_person_which_is_why_it_is_kept_elsewhere(invited: Invited) -> None:
    (mark,) = [row["mark"] for row in invited.after[0].tables["sent_mark"]]
    fitting = [row["address"] for row in people(invited.after[0]) if mark_of(invited.keys, row["code_mac"]) == mark]
    assert fitting == [SENDERS[0]]


def test_nothing_of_anybody_who_was_invited_stands_with_answers(invited: Invited) -> None:
    for found in invited.after:
        answers = str([found.tables[table] for table in OF_ANSWERS])
        known = strings(people(found)) | strings(found.tables["sent_mark"]) - {invited.set_up.scan.id}
        known |= set(invited.codes.values()) | {mac_of(invited.keys, code) for code in invited.codes.values()}
        assert [value for value in known - {invited.set_up.scan.id} if value in answers] == []
        others = strings([row for table in OF_ANSWERS for row in found.tables[table]]) - {invited.set_up.scan.id}
        kept = str([people(found), found.tables["sent_mark"]])
        assert [value for value in others if value in kept] == []


def test_a_link_stands_nowhere_once_its_letter_was_sent(invited: Invited) -> None:
    for code in invited.codes.values():
        assert code.lower() in invited.waiting.everything
        assert [at for at, found in enumerate(invited.after) if code in str(found.tables)] == []


def test_no_transaction_of_an_answer_is_in_the_row_of_who_sent_it(invited: Invited) -> None:
    """PostgreSQL keeps with each row which transaction wrote it, and which one locked it."""
    assert set(invited.locks) <= {"0"}
    for number, found in enumerate(invited.after):
        answers = {row.get("hidden_transaction", row["id"]) for row in found.tables["response"]}
        together = [row for row in people(found) if row.get("hidden_transaction") in answers]
        assert len(together) in ({0} if number < 2 else {0, MINIMUM}), "a whole group, or nobody"


def test_days_are_all_that_is_known_of_when_and_no_row_has_a_hidden_number(invited: Invited) -> None:
    assert {str(row["invited_on"]) for row in people(invited.after[-1])} == {"2026-03-14"}
    if invited.app.state.engine.dialect.name == "sqlite":
        for table in ("invitee", "sent_mark"):
            with invited.app.state.engine.connect() as connection, pytest.raises(Exception, match="rowid"):
                connection.execute(text(f"SELECT rowid FROM {table}"))


# --- What is told, and what is left -----------------------------------------------------------------------------------


def test_no_page_and_no_program_is_told_an_address(invited: Invited) -> None:
    assert [address for address in PEOPLE if address in invited.told] == []
    assert [code for code in invited.codes.values() if code in invited.told] == []
    assert "houten.example" not in str(invited.closed.tables["audit_entry"])


def test_after_closing_no_address_is_left_in_any_byte(invited: Invited) -> None:
    left = invited.closed.everything
    assert "merkanna@houten.example" in invited.after[-1].everything
    assert [address for address in PEOPLE if address in left] == []
    assert [code for code in invited.codes.values() if code.lower() in left] == []
    assert invited.closed.tables["sent_mark"] == []
    assert not any(row["is_done"] for row in people(invited.closed))
    assert [row for row in invited.closed.tables["message"] if row["kind"] == "invitation"] == []
