"""Typing forms over: who may, one form after the other, looked over, sent once, and never seen again."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI

from app.db import begin_writing
from app.models import Comment, Draft, PaperForm, Response, TypingLink
from tests.app.invitees import letters
from tests.app.page_client import PageClient
from tests.app.people import add_person
from tests.app.responding.visitors import change, close_browser, rows, set_up_scan
from tests.app.scans import CLOSED_ON, WINDOWS, SetUp
from tests.app.typing_links import Made, add_typing_link, filled_in, send, stamp_on, typist

ANSWER = {"pro_samen_1": "0.5"}


@pytest.fixture
def set_up(service_app: FastAPI) -> SetUp:
    return set_up_scan(service_app, mode={"organisatie": "team"})


@pytest.fixture
def made(service_app: FastAPI, set_up: SetUp) -> Made:
    return link(service_app, set_up)


def link(app: FastAPI, set_up: SetUp, window: str = "professional", forms: int = 3) -> Made:
    with begin_writing(app.state.engine) as session:
        return add_typing_link(session, set_up, window, forms)


def left(app: FastAPI) -> int:
    return len(rows(app, PaperForm))


# --- Coming in --------------------------------------------------------------------------------------------------------


def test_opening_a_link_binds_nothing_and_says_what_there_is_to_do(
    service_app: FastAPI, stranger: PageClient, made: Made
) -> None:
    page = stranger.get(made.way_in)
    assert "3 formulieren" in page.text
    assert "Werkt u bij de gemeente?" in page.text
    assert page.headers["referrer-policy"] == "no-referrer"
    assert rows(service_app, TypingLink)[0].holder_hash == ""
    assert not stranger.http.cookies


def test_the_first_browser_that_begins_has_the_link_and_no_other(service_app: FastAPI, made: Made) -> None:
    first, second = PageClient(service_app), PageClient(service_app)
    assert first.submit(made.way_in) == f"{made.home}?via=link"
    first.get(made.home)
    assert first.http.get(made.way_in).headers["location"] == f"{made.home}?via=link"
    first.get(f"{made.home}?via=link")
    for led in (second.http.get(made.way_in).headers["location"], second.submit(made.way_in)):
        assert led == f"{made.home}?via=link"
        assert second.get(led, 403).heading == "Deze link is al in gebruik"
    assert not second.http.cookies
    second.get(made.home, 404)


def test_what_the_browser_holds_is_kept_as_a_hash_and_ends_with_the_browser(service_app: FastAPI, made: Made) -> None:
    client, home = typist(service_app, made.way_in)
    (cookie,) = client.http.cookies.jar
    assert (cookie.name, cookie.path, cookie.discard) == ("overtypen", home, True)
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.value not in str(rows(service_app, TypingLink)[0].model_dump())
    close_browser(client)
    client.get(home, 404)
    client.get(client.submit(made.way_in), 403)


@pytest.mark.parametrize("code", ["CDFG", "CDFG-HJKM-NPQR-TVWX-Y346-7999", "CDFGHJKMNPQR", "x" * 24])
def test_a_code_that_opens_nothing_says_so_and_is_counted(stranger: PageClient, code: str) -> None:
    page = stranger.get(f"/overtypen/{code}", 404)
    assert page.heading == "Deze link werkt niet"
    assert code not in page.text
    assert page.headers["referrer-policy"] == "no-referrer"
    for _ in range(100):
        stranger.http.post(f"/overtypen/{code}")
    assert stranger.get(f"/overtypen/{code}", 429).headers["retry-after"]


def test_a_right_link_has_to_wait_as_well_after_many_wrong_codes(stranger: PageClient, made: Made) -> None:
    for _ in range(100):
        stranger.http.get("/overtypen/CDFG-HJKM-NPQR-TVWX-Y346-7999")
    stranger.get(made.way_in, 429)
    stranger.refused(made.way_in, status=429)


def test_the_code_of_a_link_does_not_let_anybody_answer_and_another_code_not_type(
    stranger: PageClient, set_up: SetUp, made: Made
) -> None:
    code = made.way_in.rpartition("/")[2]
    stranger.refused("/meedoen", {"code": code}, status=422)
    for part in ("m", "v", "u"):
        stranger.get(f"/{part}/{code}", 404)
    stranger.get(f"/overtypen/{set_up.windows['professional'].code}", 404)


def test_a_stranger_sees_and_sends_nothing(service_app: FastAPI, stranger: PageClient, made: Made) -> None:
    client, home = typist(service_app, made.way_in)
    fields = filled_in(client.get(home), **ANSWER)
    for held in ("", "x", "x" * 43):
        stranger.http.cookies.set("overtypen", held, path=home)
        assert stranger.get(home, 404).heading == "Open deze pagina met uw link"
        stranger.refused(f"{home}/controle", fields, status=404)
        stranger.refused(f"{home}/versturen", fields, status=404)
    stranger.get("/typen/bestaatniet", 404)
    assert (rows(service_app, Response), left(service_app)) == ([], 3)


def test_a_browser_that_types_for_one_window_does_not_for_another(
    service_app: FastAPI, set_up: SetUp, made: Made
) -> None:
    client, _ = typist(service_app, made.way_in)
    other = link(service_app, set_up, "inwoner")
    typist(service_app, other.way_in)
    held = next(iter(client.http.cookies.jar)).value or ""
    client.http.cookies.set("overtypen", held, path=other.home)
    client.get(other.home, 404)


# --- One form ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("window", WINDOWS)
def test_a_form_has_every_question_with_nothing_filled_in(service_app: FastAPI, set_up: SetUp, window: str) -> None:
    client, home = typist(service_app, link(service_app, set_up, window).way_in)
    page = client.get(home)
    items = service_app.state.current_edition.instrument.window(window).items
    for item in items:
        question = page.by_id(item.id)
        checked = [one for one in question.all("input") if one.get("checked") is not None]
        assert [one["value"] for one in checked] == ([] if item.kind == "checklist" else [""])
    assert len(page.all("fieldset")) == len(items) + 1
    assert all(not area.text for area in page.all("textarea"))
    assert "Nog 3 formulieren." in page.text


def test_the_look_shows_every_answer_in_words_and_what_was_not_filled_in(service_app: FastAPI, made: Made) -> None:
    client, home = typist(service_app, made.way_in)
    fields = filled_in(client.get(home), **ANSWER, pro_kennen_2="wn", opmerking_pro_samen="Wij bellen.\nSoms.")
    page = looked_at(client, home, fields)
    assert page.heading == "Klopt dit?"
    for said in ("Sociaal team of wijkteam", "W Weet ik niet", "Wij bellen. Soms.", "Niet ingevuld"):
        assert said in page.text
    assert rows(service_app, Response) == rows(service_app, Draft) == []
    assert left(service_app) == 3


def looked_at(client: PageClient, home: str, fields: dict[str, Any], status: int = 200) -> Any:
    return client.refused(f"{home}/controle", fields, status=status)


def hidden(page: Any) -> dict[str, Any]:
    """What the look at a form sends on."""
    found: dict[str, Any] = {}
    for one in page.all("input"):
        if one.get("type") == "hidden":
            found.setdefault(one["name"], []).append(one["value"])
    return found


def test_what_is_looked_at_is_what_is_sent(service_app: FastAPI, set_up: SetUp) -> None:
    client, home = typist(service_app, link(service_app, set_up, "organisatie").way_in)
    typed = {
        "deelnemers": "6",
        "akkoord": "ja",
        "org_proces_1": "0.25",
        "org_beeld_1": "5",
        "org_belemmeringen_1": ["geld", "wetten"],
        "opmerking_org_proces": "Wij zijn het oneens.",
    }
    page = looked_at(client, home, filled_in(client.get(home), "organisatie", **typed))
    assert client.submit(f"{home}/versturen", hidden(page)) == f"{home}?verstuurd=ja"
    (sent,), (comment,) = rows(service_app, Response), rows(service_app, Comment)
    assert (sent.role, sent.participants, sent.window) == ("teammanager", 6, "organisatie")
    assert sent.answers == {"org_proces_1": 0.25, "org_beeld_1": 5, "org_belemmeringen_1": ["geld", "wetten"]}
    assert list(sent.answers) == sorted(sent.answers)
    assert (comment.subject, comment.text) == ("org_proces", "Wij zijn het oneens.")


def test_a_look_leads_back_to_the_form_with_everything_that_was_typed(service_app: FastAPI, made: Made) -> None:
    client, home = typist(service_app, made.way_in)
    fields = filled_in(client.get(home), **ANSWER, opmerking_pro_samen="Wij bellen.")
    page = looked_at(client, home, hidden(looked_at(client, home, fields)) | {"naar": "wijzigen"})
    assert page.heading == "Typ één formulier over"
    (marked,) = [one for one in page.by_id("pro_samen_1").all("input") if one.get("checked") is not None]
    assert marked["value"] == "0.5"
    assert page.by_id("opmerking_pro_samen").text == "Wij bellen."
    assert stamp_on(page) == fields["formulier"]


@pytest.mark.parametrize(
    ("window", "typed", "said"),
    [
        ("professional", {"rol": ""} | ANSWER, "Voor welke groep werkt u"),
        ("professional", {}, "Is het papier leeg?"),
        ("professional", {"pro_samen_1": "0.4"}, "hoort niet bij deze vraag"),
        ("professional", ANSWER | {"opmerking_pro_samen": "x" * 501}, "1 teken te lang"),
        ("organisatie", {"akkoord": "ja", "org_proces_1": "0.25"}, "van 2 tot 200"),
        ("organisatie", {"deelnemers": "4", "org_proces_1": "0.25"}, "niet overtypen"),
        ("beleid", {"bel_visie_1": "0.25"}, "niet overtypen"),
        (
            "beleid",
            {"akkoord": "ja", "bel_belemmeringen_1": ["geld", "wetten", "mandaat", "prikkels"]},
            "hoogstens drie",
        ),
    ],
)
def test_a_form_that_is_not_right_says_what_and_keeps_what_was_typed(
    service_app: FastAPI, set_up: SetUp, window: str, typed: dict[str, Any], said: str
) -> None:
    client, home = typist(service_app, link(service_app, set_up, window).way_in)
    fields = filled_in(client.get(home), window, **({"opmerking_bel_visie": "Dit blijft."} | typed))
    for part in ("controle", "versturen"):
        page = client.refused(f"{home}/{part}", fields, status=422)
        assert said in page.by_id("fouten").text
        assert stamp_on(page) == fields["formulier"]
        marked = {one["value"] for one in page.all("input") if one.get("checked") is not None}
        for value in typed.values():
            assert value not in ("0.25", "0.5") or value in marked
        if window == "beleid":
            assert page.by_id("opmerking_bel_visie").text == "Dit blijft."
    assert (rows(service_app, Response), left(service_app)) == ([], 3)


def test_what_looks_like_personal_data_is_said_and_may_be_sent_all_the_same(service_app: FastAPI, made: Made) -> None:
    client, home = typist(service_app, made.way_in)
    fields = filled_in(client.get(home), **ANSWER, opmerking_pro_samen="Bel 06 12345678.")
    assert "telefoonnummer" in looked_at(client, home, fields).by_id("let-op").text
    assert "telefoonnummer" in client.refused(f"{home}/versturen", fields, status=422).by_id("let-op").text
    assert rows(service_app, Response) == []
    client.submit(f"{home}/versturen", fields | {"toch": "ja"})
    assert len(rows(service_app, Response)) == 1


# --- Sending ----------------------------------------------------------------------------------------------------------


def test_one_form_follows_the_other_until_none_is_left(service_app: FastAPI, made: Made) -> None:
    client, home = typist(service_app, made.way_in)
    for said in ("Formulier verstuurd. Nog 2 formulieren.", "Formulier verstuurd. Nog 1 formulier."):
        page = client.get(send(client, home, filled_in(client.get(home), **ANSWER, opmerking_pro_samen="Geheim")))
        assert said in page.text
        assert "Geheim" not in page.html
        marked = [one for one in page.by_id("pro_samen_1").all("input") if one.get("checked") is not None]
        assert [one["value"] for one in marked] == [""]
    page = client.get(send(client, home, filled_in(client.get(home), **ANSWER)))
    assert page.heading == "Alle formulieren zijn verstuurd"
    assert client.get(home).heading == "Alle formulieren zijn verstuurd"
    assert (len(rows(service_app, Response)), left(service_app)) == (3, 0)


def test_a_form_that_is_sent_again_counts_once_and_is_not_shown(service_app: FastAPI, made: Made) -> None:
    client, home = typist(service_app, made.way_in)
    fields = filled_in(client.get(home), **ANSWER, opmerking_pro_samen="Geheim")
    send(client, home, fields)
    for part in ("versturen", "controle"):
        page = client.refused(f"{home}/{part}", fields, status=409)
        assert page.heading == "Dit formulier is al verstuurd"
        assert "Geheim" not in page.html
        assert home in page.links()
    assert (len(rows(service_app, Response)), left(service_app)) == (1, 2)


def test_a_stamp_of_another_link_sends_nothing(service_app: FastAPI, set_up: SetUp, made: Made) -> None:
    client, home = typist(service_app, made.way_in)
    other, elsewhere = typist(service_app, link(service_app, set_up).way_in)
    for stamp in (stamp_on(other.get(elsewhere)), "", "x" * 32):
        fields = filled_in(client.get(home), **ANSWER) | {"formulier": stamp}
        client.refused(f"{home}/versturen", fields, status=409)
    assert (rows(service_app, Response), left(service_app)) == ([], 6)


@pytest.mark.parametrize("how", [{"archived_on": CLOSED_ON}, {"closes_on": CLOSED_ON}])
def test_a_closed_door_takes_no_form_and_says_that_it_was_not_kept(
    service_app: FastAPI, set_up: SetUp, made: Made, how: dict[str, Any]
) -> None:
    client, home = typist(service_app, made.way_in)
    unopened = link(service_app, set_up)
    fields = filled_in(client.get(home), **ANSWER)
    change(service_app, set_up.scan, **how)
    client.get(home, 409)
    assert "niet verstuurd en niet bewaard" in client.refused(f"{home}/versturen", fields, status=409).text
    PageClient(service_app).get(unopened.way_in, 409)
    assert rows(service_app, Response) == []


def test_nothing_is_typed_where_each_person_got_a_link_meanwhile(
    service_app: FastAPI, set_up: SetUp, made: Made
) -> None:
    client, home = typist(service_app, made.way_in)
    fields = filled_in(client.get(home), **ANSWER)
    change(service_app, set_up.windows["professional"], entry="personal")
    client.refused(f"{home}/versturen", fields, status=409)
    assert rows(service_app, Response) == []


def test_the_minimum_is_announced_when_the_last_form_that_it_needs_is_typed(
    service_app: FastAPI, set_up: SetUp
) -> None:
    with begin_writing(service_app.state.engine) as session:
        add_person(session, "coordinator", municipality_code="GM0321")
    client, home = typist(service_app, link(service_app, set_up, forms=6).way_in)
    items = [item.id for item in service_app.state.current_edition.items_of("professional")]
    page = client.get(home)
    answers = {item: page.by_id(item).all("input")[1]["value"] for item in items}
    for _ in range(4):
        send(client, home, filled_in(client.get(home), **answers))
    assert letters(service_app, "notice") == []
    send(client, home, filled_in(client.get(home), **answers))
    assert len(letters(service_app, "notice")) == 1
    send(client, home, filled_in(client.get(home), **answers))
    assert len(letters(service_app, "notice")) == 1
