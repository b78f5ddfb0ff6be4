"""Releasing, changing and withholding: what is kept, what others read, and what the log says of it."""

from __future__ import annotations

import re

import pytest
from fastapi import FastAPI
from sqlmodel import col, select

from app.comments.service import LONGEST, mark
from app.db import begin_writing
from app.models import AuditEntry, Erasure
from tests.app.comments.judging import BY_PROFESSIONAL, Closed, closed_scan
from tests.app.page_client import PageClient
from tests.app.people import somebody

TEXT = BY_PROFESSIONAL[2]
ANOTHER = "Elke partner heeft een eigen doel."
WITH_PHONE = "Bel mij op 06 12345678, dan leg ik het uit."
WITH_NAME = "Karin van het loket luistert wel."
SCRIPT = "<script>alert('x')</script><b onclick=x>vet</b> {{ 7*7 }}"


@pytest.fixture
def closed(service_app: FastAPI) -> Closed:
    written = (TEXT, ANOTHER, WITH_PHONE, WITH_NAME, SCRIPT)
    return closed_scan(service_app, *(("professional", "pro_visie", text) for text in written))


@pytest.fixture
def moderator(closed: Closed) -> PageClient:
    return closed.moderator(name="Mo de Moderator")


@pytest.fixture
def reader(service_app: FastAPI) -> PageClient:
    return somebody(service_app, "meelezer", municipality_code="GM0321")


def read(client: PageClient, closed: Closed) -> list[str]:
    """What somebody reads on the page of the window."""
    page = client.get(f"/scans/{closed.id}/vensters/professional", skip=("is_written_with_care",))
    return [one.text for one in page.all("blockquote")]


def entries(app: FastAPI) -> list[AuditEntry]:
    with begin_writing(app.state.engine) as session:
        found = session.exec(select(AuditEntry).where(col(AuditEntry.act).startswith("comment"))).all()
        session.expunge_all()
        return list(found)


def test_what_is_released_is_read_by_who_reads_the_result(
    closed: Closed, moderator: PageClient, reader: PageClient
) -> None:
    assert read(reader, closed) == []
    closed.judge(moderator, TEXT)
    assert read(reader, closed) == [TEXT]
    assert (closed.comment(TEXT).state, closed.comment(TEXT).released_text) == ("released", TEXT)


def test_a_moderator_who_may_not_read_the_result_gets_no_link_to_it(closed: Closed, moderator: PageClient) -> None:
    closed.judge(moderator, TEXT)
    assert f"/scans/{closed.id}" not in moderator.get(closed.path).links()
    moderator.get(f"/scans/{closed.id}/vensters/professional", 404)


def test_what_is_changed_is_read_as_changed_and_the_original_stays_apart(
    closed: Closed, moderator: PageClient, reader: PageClient
) -> None:
    closed.judge(moderator, WITH_NAME, tekst="Iemand van het loket luistert wel.")
    assert read(reader, closed) == ["Iemand van het loket luistert wel."]
    assert closed.comment(WITH_NAME).released_text == "Iemand van het loket luistert wel."
    page = moderator.get(f"{closed.path}/professional", skip=("is_written_with_care",))
    assert "Aangepast vrijgegeven" in page.text
    assert WITH_NAME in page.text
    assert "Karin" not in reader.http.get(f"/scans/{closed.id}/vensters/professional").text


def test_what_is_withheld_is_read_by_nobody(closed: Closed, moderator: PageClient, reader: PageClient) -> None:
    closed.judge(moderator, TEXT, "achterhouden")
    assert read(reader, closed) == []
    assert closed.comment(TEXT).state == "withheld"


def test_a_choice_can_be_changed_later(closed: Closed, moderator: PageClient, reader: PageClient) -> None:
    closed.judge(moderator, TEXT)
    closed.judge(moderator, TEXT, "achterhouden")
    assert read(reader, closed) == []
    closed.judge(moderator, TEXT, tekst="Wij willen hetzelfde.")
    assert read(reader, closed) == ["Wij willen hetzelfde."]
    closed.judge(moderator, TEXT)
    assert read(reader, closed) == [TEXT]


def test_after_each_the_page_goes_on_with_the_next_that_waits_and_counts(closed: Closed, moderator: PageClient) -> None:
    seen = []
    for judged in range(5):
        page = moderator.get(f"{closed.path}/professional", skip=("is_written_with_care",))
        assert f"{judged} van 5 beoordeeld" in page.text
        waiting = [one for one in page.all("article") if "judge--waiting" in one["class"]]
        comment = next(one for one in closed.comments() if waiting[0]["id"].endswith(one.id))
        seen.append(comment.id)
        leads_to = closed.judge(moderator, comment.text, bevestig="ja")
        if judged < 4:
            following = waiting[1]["id"]
            assert leads_to.endswith(f"#{following}")
            there = moderator.get(leads_to, skip=("is_written_with_care",))
            assert "De vorige opmerking is vrijgegeven." in there.by_id(following).text
    assert len(set(seen)) == 5
    assert "#" not in leads_to
    done = moderator.get(leads_to, skip=("is_written_with_care",))
    assert "Alles in dit venster is beoordeeld." in done.text
    assert "De vorige opmerking is vrijgegeven." in done.text


def test_words_in_the_address_that_nobody_knows_say_nothing(closed: Closed, moderator: PageClient) -> None:
    page = moderator.get(f"{closed.path}/professional?gedaan=onzin&bij=<b>", skip=("is_written_with_care",))
    assert "onzin" not in page.text


# --- What has to be seen to first -------------------------------------------------------------------------------------


def test_personal_data_is_pointed_out_and_released_only_when_confirmed(closed: Closed, moderator: PageClient) -> None:
    page = moderator.get(f"{closed.path}/professional", skip=("is_written_with_care",))
    place = page.by_id(f"opmerking-{closed.comment(WITH_PHONE).id}")
    assert "hier lijkt een telefoonnummer te staan" in place.text
    moderator.http.post(closed.address(closed.comment(WITH_PHONE)), data=closed.fields(WITH_PHONE))
    assert closed.comment(WITH_PHONE).state == "waiting"
    closed.judge(moderator, WITH_PHONE, bevestig="ja")
    assert closed.comment(WITH_PHONE).released_text == WITH_PHONE


def test_personal_data_that_was_taken_out_needs_no_confirmation(closed: Closed, moderator: PageClient) -> None:
    closed.judge(moderator, WITH_PHONE, tekst="Bel mij, dan leg ik het uit.")
    assert closed.comment(WITH_PHONE).released_text == "Bel mij, dan leg ik het uit."


def refused_text(closed: Closed, moderator: PageClient, text: str, typed: str) -> str:
    answer = moderator.http.post(closed.address(closed.comment(text)), data=closed.fields(text, tekst=typed))
    assert answer.status_code == 422
    assert closed.comment(text).state == "waiting"
    return answer.text


def test_what_cannot_be_released_is_said_with_what_was_typed(closed: Closed, moderator: PageClient) -> None:
    assert "Er staat geen tekst meer." in refused_text(closed, moderator, TEXT, "   ")
    assert "De tekst is te lang." in refused_text(closed, moderator, TEXT, "x" * (LONGEST + 1))
    again = refused_text(closed, moderator, TEXT, "Mail naar jan@voorbeeld.nl")
    assert "Bevestig dat dit zo vrijgegeven mag worden" in again
    assert "Mail naar jan@voorbeeld.nl</textarea>" in again
    assert 'name="bevestig" value="ja"' in again


def test_a_form_without_a_choice_changes_nothing(closed: Closed, moderator: PageClient) -> None:
    moderator.refused(closed.address(closed.comment(TEXT)), closed.fields(TEXT, "anders"), status=422)
    assert closed.comment(TEXT).state == "waiting"


def test_a_comment_of_another_window_or_scan_is_not_there(
    service_app: FastAPI, closed: Closed, moderator: PageClient
) -> None:
    comment, other = closed.comment(TEXT), closed_scan(service_app, BY_PROFESSIONAL)
    theirs = other.comments()[0]
    for address in (
        f"{closed.path}/beleid/{comment.id}",
        f"{closed.path}/professional/{theirs.id}",
        f"{other.path}/professional/{theirs.id}",
        f"{closed.path}/professional/{'0' * 32}",
        f"{closed.path}/professional/onzin",
        f"{closed.path}/onzin/{comment.id}",
    ):
        moderator.refused(address, closed.fields(TEXT), status=404)
    assert {one.state for one in (*closed.comments(), *other.comments())} == {"waiting"}


# --- Twice, and at the same time --------------------------------------------------------------------------------------


def test_the_same_form_twice_is_one_act(service_app: FastAPI, closed: Closed, moderator: PageClient) -> None:
    fields, address = closed.fields(TEXT), closed.address(closed.comment(TEXT))
    for _ in range(2):
        moderator.submit(address, fields)
    assert len(entries(service_app)) == 1


def test_a_form_of_before_another_decision_changes_nothing_and_says_so(closed: Closed, moderator: PageClient) -> None:
    of_before = closed.fields(TEXT, tekst="Wat ik ervan maakte.")
    closed.judge(closed.moderator(), TEXT, "achterhouden")
    answer = moderator.http.post(closed.address(closed.comment(TEXT)), data=of_before)
    assert answer.status_code == 409
    assert "Deze opmerking is intussen al beoordeeld." in answer.text
    assert "Wat ik ervan maakte." in answer.text
    assert closed.comment(TEXT).state == "withheld"
    closed.judge(moderator, TEXT, tekst="Wat ik ervan maakte.")
    assert closed.comment(TEXT).state == "released"


# --- When the original is gone ----------------------------------------------------------------------------------------


def forget(closed: Closed, text: str) -> str:
    """Delete the original of a comment, as happens when the raw answers are deleted."""
    with begin_writing(closed.app.state.engine) as session:
        comment = session.merge(closed.comment(text))
        comment.text = ""
        return comment.id


def test_without_its_original_a_released_comment_stays_and_can_only_be_taken_away(
    service_app: FastAPI, closed: Closed, moderator: PageClient, reader: PageClient
) -> None:
    closed.judge(moderator, WITH_NAME, tekst="Iemand luistert wel.")
    comment_id = forget(closed, WITH_NAME)
    address = f"{closed.path}/professional/{comment_id}"
    assert read(reader, closed) == ["Iemand luistert wel."]
    place = moderator.get(f"{closed.path}/professional", skip=("is_written_with_care",)).by_id(
        f"opmerking-{comment_id}"
    )
    assert place.all("textarea") == []
    assert [button.text.partition(" (")[0] for button in place.all("button")] == ["Haal voorgoed weg"]
    seen = {"gezien": mark(next(one for one in closed.comments() if one.id == comment_id))}
    answer = moderator.http.post(address, data=seen | {"besluit": "vrijgeven", "tekst": "Iets heel anders."})
    assert answer.status_code == 422
    assert "De oorspronkelijke tekst is gewist." in answer.text
    moderator.submit(address, seen | {"besluit": "achterhouden"})
    assert read(reader, closed) == []
    assert comment_id not in [one.id for one in closed.comments()]
    with begin_writing(service_app.state.engine) as session:
        assert session.exec(select(Erasure)).all(), "the space where it stood is to be freed"


# --- What is kept of it -----------------------------------------------------------------------------------------------


def test_the_log_says_where_and_never_what(service_app: FastAPI, closed: Closed, moderator: PageClient) -> None:
    closed.judge(moderator, TEXT)
    closed.judge(moderator, WITH_NAME, tekst="Iemand luistert wel.")
    closed.judge(moderator, TEXT, "achterhouden")
    found = entries(service_app)
    assert [one.act for one in found] == ["comment_released", "comment_changed", "comment_withheld"]
    for one in found:
        assert (one.who, one.municipality_code, one.scan_id) == ("Mo de Moderator", "GM0321", closed.id)
        name = closed.set_up.collaboration.name
        assert one.about == f"Nulmeting ({name}): venster Professional, ‘Gedeelde visie en doel’"
        told = str(one.model_dump())
        assert not any(comment.id in told or comment.text in told for comment in closed.comments())


def test_the_order_on_every_page_is_that_of_random_keys(
    closed: Closed, moderator: PageClient, reader: PageClient
) -> None:
    for text in (WITH_NAME, TEXT, ANOTHER):
        closed.judge(moderator, text)
    by_key = sorted(closed.comments(), key=lambda one: one.id)
    assert read(reader, closed) == [one.text for one in by_key if one.state == "released"]
    page = moderator.get(f"{closed.path}/professional", skip=("is_written_with_care",))
    assert [one["id"] for one in page.all("article")] == [f"opmerking-{one.id}" for one in by_key]


def test_script_in_a_comment_is_text_everywhere(closed: Closed, moderator: PageClient, reader: PageClient) -> None:
    closed.judge(moderator, SCRIPT, tekst=f"{SCRIPT} aangepast")
    pages = (
        moderator.http.get(f"{closed.path}/professional").text,
        reader.http.get(f"/scans/{closed.id}/vensters/professional").text,
        reader.http.get(f"/scans/{closed.id}/afdrukken").text,
    )
    for html in pages:
        assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&lt;b onclick=x&gt;" in html
        assert not re.search(r"<script>|<b onclick", html)
        assert "{{ 7*7 }} aangepast" in html
