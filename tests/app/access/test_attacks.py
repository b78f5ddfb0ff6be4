"""What somebody tries who means harm: scripts in every text, paths out of the house, bodies that are no forms."""

from __future__ import annotations

import csv
import io
import itertools
import json

import pytest
from fastapi import FastAPI
from sqlmodel import Session

from app.db import begin_writing
from app.models import Comment
from app.store.scans import find_scan, list_windows
from tests.app.access.matrix import For, Who, audience
from tests.app.access.test_matrix import HERE, Place, addresses, everybody, filled, set_up
from tests.app.collaborations.setting_up import COLLABORATION, SCAN, add_collaboration, add_scan
from tests.app.page_client import PageClient
from tests.app.people import somebody
from tests.app.scans import SetUp
from tests.withstand.respondent import Respondent

MARK = "\u201d\u2019\"'>"
SCRIPT = f"{MARK}<script>alert(1)</script><img src=x onerror=alert(2)>" + "{{7*7}}"
RAW = ("<script>alert(1)", "<img src=x", "onerror=alert(2)>", "49")
FORMULA = '=HYPERLINK("https://kwaad.example";"klik")'
OUT_OF_THE_HOUSE = (
    "/assets/x/../../../../etc/passwd",
    "/assets/x/..%2f..%2f..%2fetc%2fpasswd",
    "/assets/%2e%2e/%2e%2e/app.css",
    "/assets//etc/passwd",
    "/vragenlijsten/..%2f..%2fetc%2fpasswd",
    "/scans/voorbeeld-houten-fase-1/uitslag.csv%00.html",
    "/scans/..%2f..%2f/uitslag.json",
    "/scans/voorbeeld-houten-fase-1/grafieken/..%2f..%2fplek.json",
)


@pytest.fixture
def scripted(service_app: FastAPI) -> tuple[PageClient, str]:
    """A coördinator who put a script in every text that they can fill in: the client, and the desk of a scan."""
    client = somebody(service_app, "coordinator", name=f"Mallory {SCRIPT}", municipality_code=HERE)
    collaboration = add_collaboration(client, name=SCRIPT, target_group=SCRIPT, partners=SCRIPT)
    texts = {name: SCRIPT for name in SCAN if name.endswith("_contact")} | {"name": SCRIPT, "period": SCRIPT}
    desk = add_scan(client, collaboration, **texts, purpose="anders", purpose_other=SCRIPT)
    return client, desk


def stored(app: FastAPI, scan_id: str) -> SetUp:
    """A scan as it is stored."""
    with Session(app.state.engine) as session:
        found = find_scan(session, scan_id)
        assert found is not None
        return SetUp(found.scan, found.collaboration, {one.window: one for one in list_windows(session, scan_id)})


def faults_of(html: str) -> list[str]:
    """What of the script stands on a page as something else than text."""
    return [raw for raw in RAW[:3] if raw in html]


def test_a_script_in_any_text_is_text_on_every_page_that_shows_it(
    service_app: FastAPI, scripted: tuple[PageClient, str]
) -> None:
    client, desk = scripted
    scan_id = desk.split("/")[2]
    place = Place(*[stored(service_app, scan_id)] * 2)
    with begin_writing(service_app.state.engine) as session:
        session.add(Comment(id="c" * 32, scan_id=scan_id, window="professional", subject="pro_samen", text=SCRIPT))
    client.submit(f"{desk}/sluiten", {"confirm": "ja"})
    client.submit(f"/scans/{scan_id}/ambitie", {"ambition": "5", "reason": SCRIPT})
    shown = 0
    for method, path in addresses(service_app):
        if method != "GET" or audience(method, path) not in {For.READERS, For.COORDINATOR, For.ANY_COORDINATOR}:
            continue
        address = filled(path, place)
        answer = client.http.get(address)
        assert answer.status_code < 500, address
        if answer.headers.get("content-type", "").startswith(("text/html", "image/svg")):
            assert faults_of(answer.text) == [], address
            shown += "alert(1)" in answer.text
    assert shown > 20


def test_a_script_is_text_for_who_answers(scripted: tuple[PageClient, str], service_app: FastAPI) -> None:
    _, desk = scripted
    set_up = stored(service_app, desk.split("/")[2])
    http = PageClient(service_app).http
    respondent = Respondent(http, lambda _question, options: options[0], SCRIPT)
    respondent.begin(set_up.link("professional"))
    respondent.answer_all()
    for path in ("", "/stap/1", "/controle", "/later", "/wissen"):
        answer = http.get(f"{set_up.path('professional')}{path}")
        assert faults_of(answer.text) == [], path


def test_a_formula_in_a_name_is_no_formula_in_a_download(service_app: FastAPI) -> None:
    client = somebody(service_app, "coordinator", name=FORMULA, municipality_code=HERE)
    desk = add_scan(client, add_collaboration(client, name=FORMULA), name=FORMULA)
    client.submit(f"{desk}/sluiten", {"confirm": "ja"})
    for file in (f"{desk.removesuffix('/beheer')}/uitslag.csv", f"/gemeenten/{HERE}/logboek.csv"):
        text = client.http.get(file).text.removeprefix("\ufeff")
        cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
        assert any(FORMULA in cell for cell in cells), file
        assert [cell for cell in cells if cell.startswith(("=", "@", "+", "-H"))] == [], file


def test_a_line_end_in_a_name_begins_no_header(service_app: FastAPI) -> None:
    client = somebody(service_app, "coordinator", municipality_code=HERE)
    desk = add_scan(client, add_collaboration(client), name="Meting\r\nSet-Cookie: sessie=x")
    client.submit(f"{desk}/sluiten", {"confirm": "ja"})
    answer = client.http.get(f"{desk.removesuffix('/beheer')}/uitslag.csv")
    assert "set-cookie" not in answer.headers
    assert "\n" not in answer.headers["content-disposition"]


@pytest.mark.parametrize("address", OUT_OF_THE_HOUSE)
def test_no_address_leads_out_of_the_house(demo: PageClient, address: str) -> None:
    answer = demo.http.get(address)
    assert answer.status_code in {303, 404}, address
    assert "root:" not in answer.text


BODIES: tuple[tuple[str, bytes], ...] = (
    ("application/json", b"{"),
    ("application/json", json.dumps({"a": [[[]]] * 1000}).encode()),
    ("text/plain", b"name=x"),
    ("application/x-www-form-urlencoded", b"name=" + b"%ff%00%c3" * 1000),
    ("application/x-www-form-urlencoded", b"&".join(b"a%d=%d" % (n, n) for n in range(5000))),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=name\r\n\r\nhalf"),
    ("multipart/form-data", b"no boundary at all"),
    ("application/x-www-form-urlencoded", b"x" * 1_000_001),
    ("application/x-www-form-urlencoded; charset=utf-7", b"name=+ADw-script+AD4-"),
)


def test_a_body_that_is_no_form_is_answered_in_dutch_whoever_sends_it(service_app: FastAPI) -> None:
    here, elsewhere = set_up(service_app, HERE), set_up(service_app, "GM0632")
    people = everybody(service_app, here, elsewhere)
    senders: tuple[Who, ...] = ("stranger", "coordinator", "moderator", "beheerder")
    posts = [path for method, path in addresses(service_app) if method == "POST" and path != "/uitloggen"]
    for kind, body in BODIES:
        for path, who in itertools.product(posts, senders):
            answer = people[who].http.post(filled(path, here), content=body, headers={"Content-Type": kind})
            assert answer.status_code < 500, f"{who}: {path}"
            assert "Traceback" not in answer.text
            assert "x" * 100 not in answer.text


def test_a_field_that_is_too_long_is_refused_and_not_cut(service_app: FastAPI) -> None:
    client = somebody(service_app, "coordinator", municipality_code=HERE)
    for field in ("name", "target_group", "partners"):
        client.refused("/samenwerkingen/nieuw", COLLABORATION | {field: "a" * 100_000}, status=422)
