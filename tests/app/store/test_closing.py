"""Closing in the database itself: which scans are due, and that no trace of drafts and of order is left behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, col, select

from app.db import begin_writing, make_engine, migration
from app.models import (
    Comment,
    Draft,
    DraftAnswer,
    DraftComment,
    Measurement,
    Municipality,
    Response,
    Table,
)
from app.store import space
from app.store.closing import delete_drafts, list_due_scans, load_responses, shuffle_rows
from app.store.erasures import list_erasures, note_erasure
from app.store.measurements import add_measurement
from app.store.municipalities import add_municipalities, find_municipality
from app.store.space import free_space
from tests.app.drafts import SECRET, add_comment, add_draft
from tests.app.scans import SetUp, add_response, add_scan
from tests.app.stored_bytes import stored_bytes

TODAY = date(2026, 6, 30)
YESTERDAY, TOMORROW = date(2026, 6, 29), date(2026, 7, 1)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    migration.upgrade(engine)
    yield engine
    engine.dispose()


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A transaction in a database in which Houten exists."""
    with begin_writing(engine) as session:
        if find_municipality(session, "GM0321") is None:
            add_municipalities(session, [Municipality(code="GM0321", name="Houten", province="Utrecht")])
        yield session


def keys(session: Session, table: type[Response | Comment], set_up: SetUp) -> list[str]:
    """The keys of the rows of a scan in the order in which they lie."""
    lie = "ctid" if session.get_bind().dialect.name == "postgresql" else "id"
    return [
        row.id for row in session.exec(select(table).where(col(table.scan_id) == set_up.scan.id).order_by(text(lie)))
    ]


def test_a_scan_is_due_from_the_day_after_its_closing_date(engine: Engine) -> None:
    with writing(engine) as session:
        due = add_scan(session, closes_on=YESTERDAY)
        for about in (
            {"closes_on": TODAY},
            {"closes_on": TOMORROW},
            {"closes_on": None},
            {"closes_on": YESTERDAY, "closed_on": YESTERDAY},
            {"closes_on": YESTERDAY, "archived_on": YESTERDAY},
        ):
            add_scan(session, **about)

        assert list(list_due_scans(session, TODAY)) == [due.scan.id]


def test_deleting_the_drafts_of_a_scan_leaves_those_of_another(engine: Engine) -> None:
    with writing(engine) as session:
        closing, other = add_scan(session), add_scan(session)
        add_draft(session, closing)
        kept = add_draft(session, other)

        delete_drafts(session, closing.scan.id)

        assert [draft.id for draft in session.exec(select(Draft))] == [kept.id]
        assert [answer.draft_id for answer in session.exec(select(DraftAnswer))] == [kept.id]
        assert [comment.draft_id for comment in session.exec(select(DraftComment))] == [kept.id]


def test_shuffling_keeps_what_was_said_and_gives_every_row_a_new_key(engine: Engine) -> None:
    with writing(engine) as session:
        set_up = add_scan(session)
        for value in range(3, 12):
            add_response(
                session, set_up, "professional", answers={"pro_b": 0.5, "pro_a": value / 12}, participants=value
            )
            add_comment(session, set_up, f"opmerking {value}")
        before = {*keys(session, Response, set_up), *keys(session, Comment, set_up)}

        shuffle_rows(session, set_up.scan.id)

        after = {*keys(session, Response, set_up), *keys(session, Comment, set_up)}
        assert len(after) == 18
        assert not after & before
        said = sorted((row.participants, list(row.answers.items())) for row in load_responses(session, set_up.scan.id))
        assert said == [(n, [("pro_a", n / 12), ("pro_b", 0.5)]) for n in range(3, 12)]
        written = session.exec(select(Comment.text).where(col(Comment.scan_id) == set_up.scan.id)).all()
        assert sorted(written) == sorted(f"opmerking {n}" for n in range(3, 12))


def test_shuffling_leaves_another_scan_alone(engine: Engine) -> None:
    with writing(engine) as session:
        closing, other = add_scan(session), add_scan(session)
        add_response(session, closing, "professional")
        kept = add_response(session, other, "professional").id

        shuffle_rows(session, closing.scan.id)

        assert keys(session, Response, other) == [kept]


def test_the_order_in_which_rows_lie_is_not_that_of_sending(engine: Engine) -> None:
    """Each is sent in a transaction of its own; the number of participants tells here who came when."""
    count = 30
    with writing(engine) as session:
        set_up = add_scan(session)
    for number in range(1, count + 1):
        with writing(engine) as session:
            add_response(session, set_up, "professional", answers={}, participants=number)
            add_comment(session, set_up, str(number))

    with writing(engine) as session:
        shuffle_rows(session, set_up.scan.id)

    with writing(engine) as session:
        sent = {row.id: row.participants for row in load_responses(session, set_up.scan.id)}
        written = {row.id: int(row.text) for row in session.exec(select(Comment))}
        came = list(range(1, count + 1))
        for order in (
            [sent[key] for key in keys(session, Response, set_up)],
            [written[key] for key in keys(session, Comment, set_up)],
        ):
            assert sorted(order) == came
            assert order not in (came, came[::-1])
        if engine.dialect.name == "postgresql":
            transactions = "SELECT xmin::text FROM response UNION SELECT xmin::text FROM comment"
            assert len(session.connection().execute(text(transactions)).all()) == 1


def closed(session: Session) -> SetUp:
    """A scan of which the measurement is kept, after which space is to be freed."""
    set_up = add_scan(session)
    add_measurement(
        session, Measurement(scan_id=set_up.scan.id, edition="e", method="m", document={}, measured_on=TODAY)
    )
    note_erasure(session, TODAY)
    return set_up


def is_freed(engine: Engine) -> bool:
    with Session(engine) as session:
        return list_erasures(session) == []


def test_freeing_marks_what_was_closed_and_then_has_nothing_to_do(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with writing(engine) as session:
        closed(session)

    assert free_space(engine)
    assert is_freed(engine)

    for kind in ("_free_sqlite", "_free_postgresql"):
        monkeypatch.setattr(space, kind, lambda _: pytest.fail("nothing was closed since"))
    assert free_space(engine)


def test_who_looks_on_keeps_space_from_being_freed_and_later_it_is_done(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A transaction that began before closing may still see the drafts, so they cannot be gone yet."""
    monkeypatch.setattr(space, "ATTEMPTS", 1)
    repeatable = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with writing(engine) as session:
        add_draft(session, open_scan := add_scan(session))
    with engine.connect().execution_options(**repeatable) as onlooker:
        assert onlooker.execute(text("SELECT count(*) FROM draft")).scalar_one() == 1
        with writing(engine) as session:
            delete_drafts(session, open_scan.scan.id)
            closed(session)

        assert not free_space(engine)
        assert not is_freed(engine)

    assert free_space(engine)
    assert is_freed(engine)


@pytest.mark.postgres
def test_a_lock_on_a_table_keeps_space_from_being_freed(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(space, "ATTEMPTS", 1)
    engine = make_engine(postgres_url)
    migration.upgrade(engine)
    with writing(engine) as session:
        closed(session)
    with begin_writing(engine) as other:
        other.connection().execute(text("LOCK TABLE response IN ROW EXCLUSIVE MODE"))

        assert not free_space(engine)

    assert not is_freed(engine)
    engine.dispose()


@pytest.mark.postgres
def test_a_table_of_another_role_is_not_called_freed(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL only warns then, and leaves the table as it is."""
    monkeypatch.setattr(space, "REWRITE", "VACUUM FULL draft, draft_answer, draft_comment, comment")
    monkeypatch.setattr(space, "ATTEMPTS", 1)
    engine = make_engine(postgres_url)
    migration.upgrade(engine)
    with writing(engine) as session:
        closed(session)

    assert not free_space(engine)
    assert not is_freed(engine)
    engine.dispose()


def test_a_writer_keeps_space_from_being_freed_on_sqlite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(space, "ATTEMPTS", 1)
    monkeypatch.setattr(space, "LONGEST_WAIT_SQLITE", "PRAGMA busy_timeout = 50")
    engine = make_engine(f"sqlite:///{tmp_path / 'vensterscan.sqlite3'}")
    migration.upgrade(engine)
    with writing(engine) as session:
        closed(session)
    with begin_writing(engine) as other:
        other.connection()

        assert not free_space(engine)

    assert not is_freed(engine)
    engine.dispose()


def test_nothing_of_a_draft_or_of_an_old_key_is_left_in_the_stored_bytes(engine: Engine) -> None:
    with writing(engine) as session:
        set_up = add_scan(session)
        traces = [SECRET]
        for number in range(40):
            draft = add_draft(session, set_up)
            response = add_response(session, set_up, "professional")
            comment = add_comment(session, set_up, f"blijft {number}")
            traces += [draft.id, draft.token_hash, response.id, comment.id]
    before = stored_bytes(engine)
    assert all(trace.encode() in before for trace in traces)

    with writing(engine) as session:
        delete_drafts(session, set_up.scan.id)
        shuffle_rows(session, set_up.scan.id)
        note_erasure(session, TODAY)
    assert any(trace.encode() in stored_bytes(engine) for trace in traces), "deleting alone does not remove them"
    assert free_space(engine)

    after = stored_bytes(engine)
    assert [trace for trace in traces if trace.encode() in after] == []
    assert all(f"blijft {number}".encode() in after for number in range(40))


def test_scans_that_are_still_open_have_no_space_to_free(engine: Engine) -> None:
    with writing(engine) as session:
        add_draft(session, add_scan(session))

        assert list_erasures(session) == []


def test_every_table_is_freed_but_those_that_hold_nothing_of_people() -> None:
    assert set(space.EMPTIED) == set(Table.metadata.tables) - {"municipality", "erasure"}
