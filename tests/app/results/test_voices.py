"""What people wrote beside a result: where it stands, who reads it, and that every version has the same."""

from __future__ import annotations

import csv
import io
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime

import pytest
from fastapi import FastAPI

from app.closing.ambition import set_ambition
from app.db import begin_writing
from app.models import Comment
from app.results.voices import REASON, may_be_seen, subjects_to_see
from app.store.comments import add_comments
from tests.app.api.programs import Program
from tests.app.comments.judging import ENOUGH, Closed, closed_scan
from tests.app.page_client import PageClient
from tests.app.people import somebody
from tests.app.results.builders import EDITION, at_model, everybody, reading
from tests.scoring.builders import many

FORMULA = "=HYPERLINK(“x”;“Klik”)"


def release(closed: Closed, texts: Iterable[str], window: str = "professional", subject: str = "pro_visie") -> None:
    """Add released comments, as a moderator would have left them."""
    with begin_writing(closed.app.state.engine) as session:
        add_comments(
            session,
            [
                Comment(
                    id=secrets.token_hex(16),
                    scan_id=closed.id,
                    window=window,
                    subject=subject,
                    text=f"{text} (zoals geschreven)",
                    state="released",
                    released_text=text,
                )
                for text in texts
            ],
        )


@pytest.fixture
def closed(service_app: FastAPI) -> Closed:
    return closed_scan(service_app, ("professional", "pro_visie", "Dit wacht nog."))


def test_what_may_be_seen_is_what_enough_people_answered() -> None:
    everything = reading(everybody())
    for window in everything.windows:
        dimensions = [content.id for content in EDITION.dimensions_of(window)]
        assert list(subjects_to_see(everything, window))[: len(dimensions)] == dimensions
    assert subjects_to_see(everything, "beleid")["bel_ambitie_1"] == REASON
    assert not may_be_seen(everything, "beleid", "bel_beeld_1"), "a portrait has no place to write"
    assert not may_be_seen(everything, "beleid", "pro_visie")
    assert not may_be_seen(everything, "onzin", "pro_visie")


@pytest.mark.parametrize(("number", "is_seen"), [(4, False), (5, True)])
def test_of_a_window_below_its_minimum_nothing_may_be_seen(number: int, is_seen: bool) -> None:
    found = reading([*many(number, "inwoner", 0.5), *at_model(4)])
    assert bool(subjects_to_see(found, "inwoner")) == is_seen
    assert may_be_seen(found, "inwoner", "inw_regie") == is_seen
    assert subjects_to_see(found, "beleid") == {}


def test_released_words_stand_below_their_dimension_and_no_other_words_anywhere(
    closed: Closed, service: PageClient
) -> None:
    release(closed, ["Wij willen hetzelfde."])
    page = service.get(f"/scans/{closed.id}/vensters/professional")
    dimension = next(
        one for one in page.all("section") if one.get("class") == "result-dimension" and "Gedeelde" in one.text
    )
    assert [one.text for one in dimension.all("blockquote")] == ["Wij willen hetzelfde."]
    assert [one.text for one in page.all("blockquote")] == ["Wij willen hetzelfde."]
    for part in ("", "/vensters/professional", "/afdrukken", "/opmerkingen.csv"):
        text = service.http.get(f"/scans/{closed.id}{part}").text
        assert "zoals geschreven" not in text
        assert "Dit wacht nog." not in text


def test_many_words_are_folded_away_on_the_screen_and_all_on_paper(closed: Closed, service: PageClient) -> None:
    release(closed, [f"Stem {number}." for number in range(9)])
    page = service.get(f"/scans/{closed.id}/vensters/professional")
    folded = next(one for one in page.all("details") if "Toon ook de andere 6" in one.text)
    assert len(folded.all("blockquote")) == 6
    assert len(page.all("blockquote")) == 9
    paper = service.get(f"/scans/{closed.id}/afdrukken")
    assert len(paper.all("blockquote")) == 9
    assert all(not one.all("blockquote") for one in paper.all("details"))


def test_the_reason_of_an_ambition_has_a_place_of_its_own(service_app: FastAPI, service: PageClient) -> None:
    closed = closed_scan(service_app)
    release(closed, ["Dit past bij onze inwoners."], "beleid", "bel_ambitie_1")
    page = service.get(f"/scans/{closed.id}/vensters/beleid")
    assert REASON in [one.text for one in page.all("h3")]
    assert "Dit past bij onze inwoners." in page.text


def test_every_version_of_a_result_has_the_same(closed: Closed, service: PageClient) -> None:
    with begin_writing(closed.app.state.engine) as session:
        set_ambition(session, closed.id, 5, "Dat past bij onze inwoners.", datetime(2026, 7, 1, 12, tzinfo=UTC))
    release(closed, ["Wij willen hetzelfde."])
    for version in ("", "/versies/1", "/versies/2"):
        page = service.get(f"/scans/{closed.id}{version}/vensters/professional")
        assert "Wij willen hetzelfde." in page.text


def test_released_words_of_a_window_that_is_hidden_stay_hidden_everywhere(
    service_app: FastAPI, service: PageClient
) -> None:
    closed = closed_scan(service_app, answered={"inwoner": ENOUGH - 1, "professional": ENOUGH})
    release(closed, ["Mag niet te lezen zijn."], "inwoner", "inw_regie")
    for part in ("/vensters/inwoner", "/afdrukken", "/opmerkingen.csv"):
        answer = service.http.get(f"/scans/{closed.id}{part}")
        assert answer.status_code == 200
        assert "Mag niet te lezen zijn." not in answer.text


def test_who_may_not_read_the_result_reads_no_words(closed: Closed, service_app: FastAPI) -> None:
    release(closed, ["Wij willen hetzelfde."])
    for role, where in (("coordinator", {"municipality_code": "GM0344"}), ("moderator", {"scan_id": closed.id})):
        client = somebody(service_app, role, **where)
        for part in ("/vensters/professional", "/afdrukken", "/opmerkingen.csv"):
            assert client.http.get(f"/scans/{closed.id}{part}").status_code == 404
    assert "hetzelfde" not in PageClient(service_app).http.get(f"/scans/{closed.id}/opmerkingen.csv").text


def test_everybody_reads_those_of_an_example(demo: PageClient) -> None:
    page = demo.get("/scans/voorbeeld-houten-fase-1/vensters/inwoner")
    assert "Ik wil erbij zijn." in page.text
    assert "Er is één iemand die terugbelt" in page.text
    for waiting in ("06-12345678", "Mevrouw Jansen"):
        assert waiting not in page.text


# --- To take along ----------------------------------------------------------------------------------------------------


def test_the_table_holds_a_line_per_comment_and_runs_nothing(closed: Closed, service: PageClient) -> None:
    release(closed, [FORMULA, "Twee\nregels; met “tekens”"])
    answer = service.http.get(f"/scans/{closed.id}/opmerkingen.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].startswith('attachment; filename="opmerkingen-gemeente-houten-')
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == ["venster", "code", "onderwerp", "opmerking"]
    assert sorted(rows[1:]) == sorted(
        ["professional", "pro_visie", "Gedeelde visie en doel", text]
        for text in (f"'{FORMULA}", "Twee\nregels; met “tekens”")
    )


def test_the_table_is_there_without_any_comment_and_the_account_leads_to_it(
    closed: Closed, service: PageClient
) -> None:
    assert len(service.http.get(f"/scans/{closed.id}/opmerkingen.csv").text.splitlines()) == 1
    assert f"/scans/{closed.id}/opmerkingen.csv" in service.get(f"/scans/{closed.id}/verantwoording").links()


def test_a_program_reads_them_of_an_example_without_a_token(demo_app: FastAPI) -> None:
    found = Program(demo_app).get("/scans/voorbeeld-houten-fase-1/opmerkingen")["opmerkingen"]
    assert {one["venster"] for one in found} == {"inwoner", "professional", "organisatie", "beleid"}
    assert {"venster", "onderwerp", "naam", "tekst"} == set(found[0])
    assert "06-12345678" not in str(found)
    hidden = Program(demo_app).get("/scans/voorbeeld-woerden-fase-1/opmerkingen")["opmerkingen"]
    assert "inwoner" not in {one["venster"] for one in hidden}
