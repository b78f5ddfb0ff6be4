"""A coördinator chooses the house style: shown before it is kept, kept when it can be read, and taken away again."""

from __future__ import annotations

import base64
import re
from typing import Any

import pytest
from fastapi import FastAPI
from sqlmodel import Session, select

from app.accounts.audit import Act
from app.db import begin_writing
from app.models import AuditEntry, HouseLogo, HouseStyle, Municipality
from app.web.house.palette import OURS, Colours
from app.web.house.sheet import sheet_of
from tests.app.house_styles import BLUE, MAGENTA, NAME, SVG, YELLOW, add_house_style, png
from tests.app.page_client import InspectedPage, PageClient, inspected
from tests.app.people import somebody

ADDRESS = "/gemeenten/GM0321/huisstijl"
STANDARD = f"{ADDRESS}/standaard"
PEOPLE = "/gemeenten/GM0321/mensen"
CHOSEN = {"name": NAME, "main": MAGENTA, "link": BLUE, "accent": YELLOW, "shows_name": "ja"}
SHEET = sheet_of(Colours(MAGENTA, BLUE, YELLOW)).url


@pytest.fixture
def houten(service_app: FastAPI) -> PageClient:
    return somebody(service_app, "coordinator", municipality_code="GM0321")


def send(client: PageClient, fields: dict[str, Any], logo: bytes = b"", status: int = 422) -> InspectedPage:
    """Send the form as a browser does, with a file or with an empty place for one."""
    files = {"logo": ("logo", logo, "application/octet-stream")}
    answer = client.http.post(ADDRESS, data=fields, files=files)
    assert answer.status_code == status, answer.text[:3000]
    return inspected(answer.text, dict(answer.headers), status, url=ADDRESS)


def keep(client: PageClient, fields: dict[str, Any], logo: bytes = b"") -> None:
    files = {"logo": ("logo", logo, "application/octet-stream")}
    answer = client.http.post(ADDRESS, data=fields | {"bewaar": "ja"}, files=files)
    assert (answer.status_code, answer.headers.get("location")) == (303, f"{ADDRESS}?gedaan=bewaard"), answer.text[
        :3000
    ]


def stored(app: FastAPI) -> tuple[HouseStyle | None, HouseLogo | None]:
    with Session(app.state.engine) as session:
        return session.get(HouseStyle, "GM0321"), session.get(HouseLogo, "GM0321")


def noted(app: FastAPI) -> list[tuple[str, str, str | None]]:
    with Session(app.state.engine) as session:
        acts = [Act.HOUSE_STYLE_CHOSEN.value, Act.HOUSE_STYLE_REMOVED.value]
        found = session.exec(select(AuditEntry).order_by(AuditEntry.id)).all()  # type: ignore[arg-type]
        return [(one.act, one.about, one.municipality_code) for one in found if one.act in acts]


def sheets(page: InspectedPage) -> list[str]:
    return [link["href"] for link in page.all("link") if link["href"].startswith("/huisstijl/")]


def value(page: InspectedPage, name: str) -> str:
    return page.by_id(name)["value"]


# --- Choosing ---------------------------------------------------------------------------------------------------------


def test_it_begins_with_the_name_of_the_municipality_and_our_own_colours(houten: PageClient) -> None:
    assert ADDRESS in houten.get(PEOPLE).links()
    page = houten.get(ADDRESS)
    assert [value(page, name) for name in ("name", "main", "link", "accent")] == [
        "Gemeente Houten",
        OURS.main,
        OURS.link,
        OURS.accent,
    ]
    assert sheets(page) == []
    assert STANDARD not in page.links()


def test_what_is_chosen_is_kept_worn_and_noted(service_app: FastAPI, houten: PageClient) -> None:
    keep(houten, CHOSEN | {"logo_text": "Wapen", "email": "A@Houten.nl", "statement": "https://houten.nl/t"}, SVG)
    style, logo = stored(service_app)
    assert style is not None
    assert logo is not None
    assert (style.name, style.main, style.link, style.accent) == (NAME, MAGENTA, BLUE, YELLOW)
    assert (style.email, style.statement) == ("a@houten.nl", "https://houten.nl/t")
    assert (logo.content, logo.digest) == (SVG, style.logo_digest)
    page = houten.get(f"{ADDRESS}?gedaan=bewaard")
    assert "De huisstijl is bewaard." in page.text
    assert sheets(page) == [SHEET]
    assert noted(service_app) == [("house_style_chosen", NAME, "GM0321")]
    assert "Huisstijl van de gemeente gekozen" in houten.get("/gemeenten/GM0321/logboek").text


def test_without_the_place_for_a_file_it_is_kept_as_well(service_app: FastAPI, houten: PageClient) -> None:
    """A browser that sends no file at all sends an ordinary form."""
    assert houten.submit(ADDRESS, CHOSEN) == f"{ADDRESS}?gedaan=bewaard"
    style, logo = stored(service_app)
    assert style is not None
    assert (style.name, style.logo_digest, logo) == (NAME, "", None)


def test_another_municipality_stays_as_it_was(service_app: FastAPI, houten: PageClient) -> None:
    with begin_writing(service_app.state.engine) as session:
        add_house_style(session, "GM0632", name="Gemeente Woerden")
    keep(houten, CHOSEN)
    with Session(service_app.state.engine) as session:
        assert session.get_one(HouseStyle, "GM0632").name == "Gemeente Woerden"


# --- An example -------------------------------------------------------------------------------------------------------


def test_an_example_wears_what_was_sent_and_keeps_nothing(service_app: FastAPI, houten: PageClient) -> None:
    page = send(houten, CHOSEN | {"voorbeeld": "ja"}, SVG, 200)
    assert "Er is nog niets bewaard." in page.text
    assert sheets(page) == [SHEET]
    brand = page.one("header").all("img")[0]
    assert brand["src"] == f"data:image/svg+xml;base64,{base64.b64encode(SVG).decode()}"
    assert stored(service_app) == (None, None)
    assert noted(service_app) == []
    assert sheets(houten.get(ADDRESS)) == []


def test_a_logo_that_was_shown_is_kept_without_choosing_it_again(service_app: FastAPI, houten: PageClient) -> None:
    page = send(houten, CHOSEN | {"voorbeeld": "ja"}, SVG, 200)
    (kept,) = [field["value"] for field in page.all("input") if field.get("name") == "logo_kept"]
    keep(houten, CHOSEN | {"logo_kept": kept})
    assert stored(service_app)[1].content == SVG  # type: ignore[union-attr]


@pytest.mark.parametrize("kept", ["geen base64", base64.b64encode(b"GIF89a").decode()])
def test_a_form_cannot_bring_along_what_is_no_logo(service_app: FastAPI, houten: PageClient, kept: str) -> None:
    answer = houten.http.post(ADDRESS, data=CHOSEN | {"logo_kept": kept})
    assert answer.status_code in {303, 422}
    assert stored(service_app)[1] is None


def test_enter_shows_an_example_and_keeps_nothing(houten: PageClient) -> None:
    """The first button of a form is the one that Enter presses."""
    form = next(form for form in houten.get(ADDRESS).all("form") if form["action"] == ADDRESS)
    assert form.all("button")[0]["name"] == "voorbeeld"


# --- Colours ----------------------------------------------------------------------------------------------------------


def test_a_colour_that_cannot_be_read_is_refused_with_the_nearest_that_can(
    service_app: FastAPI, houten: PageClient
) -> None:
    page = send(houten, CHOSEN | {"main": "#ff8800", "bewaar": "ja"})
    text = page.by_id("fouten").text
    assert "Hoofdkleur: witte letters op een knop. Het contrast is 2,4 : 1 en moet minstens 4,5 : 1 zijn." in text
    (instead,) = re.findall(r"De dichtstbijzijnde kleur die wel kan, is (#[0-9a-f]{6})\.", text)
    (button,) = [one for one in page.all("button") if one.get("name") == "overnemen"]
    assert (button["value"], button.text) == (f"main:{instead}", f"Neem {instead} over")
    assert stored(service_app) == (None, None)
    shown = send(houten, CHOSEN | {"main": "#ff8800", "overnemen": button["value"]}, status=200)
    assert value(shown, "main") == instead
    keep(houten, CHOSEN | {"main": instead})


def test_only_a_colour_can_be_taken_over(houten: PageClient) -> None:
    for taken in ["main", "main:rood", "name:#000000", ":", "accent:#xyzxyz"]:
        page = send(houten, CHOSEN | {"overnemen": taken}, status=200)
        assert [value(page, name) for name in ("name", "main", "accent")] == [NAME, MAGENTA, YELLOW]


def test_every_colour_that_is_wrong_is_named(houten: PageClient) -> None:
    text = send(houten, CHOSEN | {"main": "roze", "accent": "", "bewaar": "ja"}).by_id("fouten").text
    assert "Hoofdkleur: schrijf de kleur als # met zes tekens" in text
    assert "Accentkleur: schrijf de kleur als # met zes tekens" in text
    text = send(houten, CHOSEN | {"main": "#ffff00", "link": "#00ff00", "bewaar": "ja"}).by_id("fouten").text
    assert "Hoofdkleur: witte letters op een knop" in text
    assert "Linkkleur: een link op wit" in text


TYPED_AND_PICKED = (
    (OURS.main, MAGENTA, OURS.main, MAGENTA),
    (MAGENTA, OURS.main, OURS.main, MAGENTA),
    (MAGENTA, "#111111", OURS.main, MAGENTA),
    ("134E57", OURS.main, "134E57", OURS.main),
    (MAGENTA, "", "", MAGENTA),
)
"""What was typed, what was picked, what stood in both before, and what counts."""


def test_without_script_a_colour_is_what_was_changed_last(service_app: FastAPI, houten: PageClient) -> None:
    """What was typed counts, unless only the colour picker says something else than both did."""
    for typed, picked, before, kept in TYPED_AND_PICKED:
        keep(houten, CHOSEN | {"main": typed, "main_kies": picked, "main_was": before})
        assert stored(service_app)[0].main == kept  # type: ignore[union-attr]


# --- The logo ---------------------------------------------------------------------------------------------------------


def test_a_logo_can_be_replaced_kept_and_taken_away(service_app: FastAPI, houten: PageClient) -> None:
    keep(houten, CHOSEN, SVG)
    keep(houten, CHOSEN)
    assert stored(service_app)[1].content == SVG  # type: ignore[union-attr]
    keep(houten, CHOSEN, png())
    style, logo = stored(service_app)
    assert style is not None
    assert logo is not None
    assert (style.logo_kind, style.logo_width, style.logo_height, logo.content) == ("png", 120, 40, png())
    keep(houten, CHOSEN | {"no_logo": "ja"})
    style, logo = stored(service_app)
    assert style is not None
    assert (style.logo_kind, logo) == ("", None)


def test_a_file_that_may_not_be_a_logo_changes_nothing(service_app: FastAPI, houten: PageClient) -> None:
    keep(houten, CHOSEN, png())
    bad = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script/></svg>'
    page = send(houten, CHOSEN | {"name": "Anders", "bewaar": "ja"}, bad)
    assert "In de SVG staat een script." in page.by_id("fouten").text
    style, logo = stored(service_app)
    assert style is not None
    assert logo is not None
    assert (style.name, logo.content) == (NAME, png())


def test_a_logo_without_the_name_beside_it_needs_words(service_app: FastAPI, houten: PageClient) -> None:
    alone = {name: text for name, text in CHOSEN.items() if name != "shows_name"}
    page = send(houten, alone | {"bewaar": "ja"}, SVG)
    assert "Schrijf wat er op het logo staat." in page.by_id("fouten").text
    keep(houten, alone | {"logo_text": NAME}, SVG)
    brand = next(link for link in houten.get(ADDRESS).one("header").all("a") if link["href"] == "/")
    assert (brand.text, brand.one("img")["alt"]) == ("", NAME)
    keep(houten, alone | {"no_logo": "ja"})
    assert stored(service_app)[0].shows_name, "without a logo there is a name"  # type: ignore[union-attr]


def test_a_form_takes_one_file_and_no_more(service_app: FastAPI, houten: PageClient) -> None:
    two = [("logo", ("a", SVG)), ("logo", ("b", SVG))]
    assert houten.http.post(ADDRESS, data=CHOSEN, files=two).status_code == 400
    assert houten.http.post(ADDRESS, data=CHOSEN, files={"logo": ("a", b"x" * 1_000_001)}).status_code == 413
    assert stored(service_app) == (None, None)


@pytest.mark.parametrize(("content", "ending", "kind"), [(SVG, "svg", "image/svg+xml"), (png(), "png", "image/png")])
def test_anybody_gets_the_logo_as_a_picture_that_can_do_nothing(
    service_app: FastAPI, houten: PageClient, content: bytes, ending: str, kind: str
) -> None:
    keep(houten, CHOSEN, content)
    stranger = PageClient(service_app)
    (address,) = [image["src"] for image in houten.get(ADDRESS).one("header").all("img")]
    assert address.endswith(f".{ending}")
    answer = stranger.http.get(address)
    assert (answer.status_code, answer.content) == (200, content)
    assert answer.headers["content-type"] == kind
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["x-content-type-options"] == "nosniff"
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline';")
    assert policy.endswith("sandbox")
    other = {"svg": "png", "png": "svg"}[ending]
    assert stranger.http.get(address.replace(f".{ending}", f".{other}")).status_code == 404
    assert stranger.http.get(f"/huisstijl/logo/{'0' * 32}.{ending}").status_code == 404
    assert stranger.http.get(f"/huisstijl/logo/{'0' * 32}.gif").status_code == 404
    again = stranger.http.get(address, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_same_logo_of_two_municipalities_stays_when_one_goes(service_app: FastAPI, houten: PageClient) -> None:
    with begin_writing(service_app.state.engine) as session:
        digest = add_house_style(session, "GM0632").logo_digest
    keep(houten, CHOSEN, SVG)
    address = f"/huisstijl/logo/{digest}.svg"
    assert houten.http.get(address).content == SVG
    houten.submit(STANDARD)
    assert houten.http.get(address).content == SVG


# --- The rest of the form ---------------------------------------------------------------------------------------------


WRONG = (
    ("name", "  ", "Vul de naam in"),
    ("name", "x" * 61, "hooguit 60 tekens"),
    ("logo_text", "x" * 151, "hooguit 150 tekens"),
    ("email", "sanne@", "Dit is geen e-mailadres."),
    ("statement", "http://www.houten.nl", "Het begint met https://."),
    ("statement", "javascript:alert(1)", "Het begint met https://."),
    ("statement", "https://wie@houten.nl/", "Vul het hele adres"),
    ("statement", "https://houten.nl:8443/", "Vul het hele adres"),
    ("statement", 'https://houten.nl/"onclick=x', "Vul het hele adres"),
    ("statement", f"https://houten.nl/{'x' * 500}", "Vul het hele adres"),
    ("statement", "https://[houten", "Vul het hele adres"),
)


def test_what_does_not_fit_is_told_and_nothing_is_kept(service_app: FastAPI, houten: PageClient) -> None:
    for field, sent, message in WRONG:
        page = send(houten, CHOSEN | {field: sent, "bewaar": "ja"})
        assert message in page.by_id("fouten").text, sent
        assert page.by_id(f"{field}-fout").text, sent
    assert (stored(service_app), noted(service_app)) == ((None, None), [])


def test_a_name_of_more_lines_becomes_one(service_app: FastAPI, houten: PageClient) -> None:
    keep(houten, CHOSEN | {"name": "Sociaal team\nHouten"})
    assert stored(service_app)[0].name == NAME  # type: ignore[union-attr]


# --- Going back -------------------------------------------------------------------------------------------------------


def test_going_back_to_the_standard_asks_first_and_takes_everything_away(
    service_app: FastAPI, houten: PageClient
) -> None:
    keep(houten, CHOSEN, SVG)
    assert STANDARD in houten.get(ADDRESS).links()
    page = houten.get(STANDARD)
    assert page.heading == "Terug naar de standaard"
    assert stored(service_app)[0] is not None
    assert houten.submit(STANDARD) == f"{ADDRESS}?gedaan=standaard"
    assert stored(service_app) == (None, None)
    assert "zien er weer uit als Vensterscan" in houten.get(f"{ADDRESS}?gedaan=standaard").text
    assert [act for act, _, _ in noted(service_app)] == ["house_style_chosen", "house_style_removed"]


def test_there_is_nothing_to_go_back_from_where_nothing_was_chosen(service_app: FastAPI, houten: PageClient) -> None:
    answer = houten.http.get(STANDARD)
    assert (answer.status_code, answer.headers["location"]) == (303, ADDRESS)
    houten.submit(STANDARD)
    assert noted(service_app) == []


# --- For whom ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [ADDRESS, STANDARD])
def test_a_stranger_and_who_coordinates_elsewhere_get_nothing(service_app: FastAPI, address: str) -> None:
    elsewhere = somebody(service_app, "coordinator", municipality_code="GM0632")
    assert elsewhere.http.get(address).status_code == elsewhere.http.post(address, data=CHOSEN).status_code == 404
    stranger = PageClient(service_app)
    assert stranger.http.get(address).headers["location"].startswith("/inloggen")
    assert stranger.http.post(address, data=CHOSEN).status_code == 403
    assert stored(service_app) == (None, None)


def test_a_municipality_that_does_not_exist_has_no_house_style(service: PageClient, service_app: FastAPI) -> None:
    assert service.http.get("/gemeenten/GM9999/huisstijl").status_code == 404
    with Session(service_app.state.engine) as session:
        assert session.get(Municipality, "GM9999") is None
