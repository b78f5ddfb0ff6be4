"""Collaborations: made, changed, put away, brought back and deleted by a coördinator."""

from __future__ import annotations

from datetime import UTC, date, datetime

from fastapi import FastAPI
from sqlmodel import Session, select

from app.db import begin_writing
from app.models import Collaboration, Draft, Response, Result, Scan, ScanWindow
from app.store import results
from app.store.collaborations import add_collaboration as store_collaboration
from tests.app import scans
from tests.app.collaborations.setting_up import (
    COLLABORATION,
    HOUTEN,
    LIST,
    WOERDEN,
    add_collaboration,
    add_scan,
    coordinator_of,
    error_at,
    fields_with_errors,
    only_collaboration,
    scan_at,
)
from tests.app.drafts import add_draft
from tests.app.page_client import PageClient
from tests.app.people import somebody

# The list.


def test_an_empty_list_says_what_to_do_first(service: PageClient) -> None:
    page = service.get(LIST)
    assert "Zo begint u" in page.text
    assert page.links().count(f"{LIST}/nieuw") == 1
    assert not page.all("input")


def test_the_list_shows_collaborations_by_gemeente_with_the_state_of_their_scans(service: PageClient) -> None:
    desk = add_scan(service, closes_on="2126-03-31")
    add_collaboration(service, municipality="Aalsmeer", name="Samen verder")
    page = service.get(LIST)
    assert [heading.text for heading in page.all("h2")] == ["Aalsmeer", "Houten"]
    assert [heading.text for heading in page.all("h3")] == ["Samen verder", "Op Koers"]
    assert desk in page.links()
    assert "Open tot en met 31 maart 2126" in page.text
    assert "Nog geen scan." in page.text


def test_the_examples_are_not_in_the_list(demo_app: FastAPI) -> None:
    page = somebody(demo_app, "coordinator").get(LIST)
    assert "Zo begint u" in page.text


def test_a_coordinator_sees_only_the_own_gemeente(service_app: FastAPI, service: PageClient) -> None:
    add_collaboration(service)
    add_collaboration(service, municipality="Woerden", name="Ferm Wijzer")
    page = coordinator_of(service_app, WOERDEN).get(LIST)
    assert [heading.text for heading in page.all("h3")] == ["Ferm Wijzer"]
    assert "Op Koers" not in page.text


def test_a_long_list_can_be_searched_without_minding_accents_or_case(service: PageClient) -> None:
    for number in range(6):
        add_collaboration(service, name=f"Samenwerking {number}")
    assert not service.get(LIST).all("input")
    add_collaboration(service, municipality="Súdwest-Fryslân", name="Mienskip")
    assert service.get(LIST).all("input")
    page = service.get(f"{LIST}?zoek=SUDWEST+fryslan")
    assert [heading.text for heading in page.all("h3")] == ["Mienskip"]


def test_a_list_is_narrowed_to_what_runs_what_is_closed_and_what_has_no_scan(
    service_app: FastAPI, service: PageClient
) -> None:
    address = add_collaboration(service, name="Zonder scan")
    add_scan(service, add_collaboration(service, name="Die loopt"))
    closed = add_scan(service, add_collaboration(service, name="Die sloot"))
    with begin_writing(service_app.state.engine) as session:
        session.get_one(Scan, scan_at(service_app, closed).id).closed_on = date(2026, 3, 1)

    def named(stand: str) -> list[str]:
        return [heading.text for heading in service.get(f"{LIST}?stand={stand}").all("h3")]

    assert (named("open"), named("gesloten"), named("geen")) == (["Die loopt"], ["Die sloot"], ["Zonder scan"])
    assert named("") == ["Die loopt", "Die sloot", "Zonder scan"]
    page = service.get(f"{LIST}?stand=geen")
    assert "1 samenwerking, zonder scan." in page.text
    assert [one["value"] for one in page.by_id("stand").all("option") if "selected" in one.attributes] == ["geen"]
    service.submit(f"{address}/verwijderen", {"seen": "0-0-0-0"})
    assert "Niets gevonden, zonder scan." in service.get(f"{LIST}?stand=geen").text
    service.get(f"{LIST}?stand=zomaar", 422)


def test_a_search_without_result_says_so_and_keeps_what_was_typed(service: PageClient) -> None:
    add_collaboration(service)
    page = service.get(f"{LIST}?zoek=<b>nergens</b>")
    assert "Niets gevonden voor ‘<b>nergens</b>’." in page.text
    assert page.by_id("zoek")["value"] == "<b>nergens</b>"


def test_an_overly_long_search_is_refused(service: PageClient) -> None:
    service.get(f"{LIST}?zoek={'a' * 201}", 422)


# Making one.


def test_a_collaboration_can_be_kept_without_a_scan(service_app: FastAPI, service: PageClient) -> None:
    led_to = service.submit(f"{LIST}/nieuw", COLLABORATION)
    made = only_collaboration(service_app)
    assert (made.municipality_code, made.name) == ("GM0321", "Op Koers")
    page = service.get(led_to)
    assert page.heading == "Op Koers"
    assert "De samenwerking is bewaard." in page.text
    assert f"{led_to.partition('?')[0]}/scans/nieuw" in page.links()


def test_every_gemeente_can_be_chosen_from_a_list(service: PageClient) -> None:
    page = service.get(f"{LIST}/nieuw")
    names = [option["value"] for option in page.by_id("gemeenten").all("option")]
    assert len(names) == 342
    assert page.by_id("municipality")["list"] == "gemeenten"


def test_an_unknown_gemeente_is_refused_and_nothing_typed_is_lost(service_app: FastAPI, service: PageClient) -> None:
    page = service.refused(f"{LIST}/nieuw", COLLABORATION | {"municipality": "Atlantis"}, status=422)
    assert error_at(page, "municipality") == "Deze gemeente kennen wij niet. Kies een naam uit de lijst."
    assert page.by_id("municipality")["value"] == "Atlantis"
    assert page.by_id("name")["value"] == "Op Koers"
    assert page.by_id("partners").text == COLLABORATION["partners"]
    assert count(service_app, Collaboration) == 0


def test_everything_that_is_missing_is_said_at_once(service_app: FastAPI, service: PageClient) -> None:
    page = service.refused(f"{LIST}/nieuw", {}, status=422)
    assert fields_with_errors(page) == ["municipality", "name", "target_group", "partners"]
    assert count(service_app, Collaboration) == 0


def test_an_overly_long_text_is_refused_and_the_longest_is_taken(service_app: FastAPI, service: PageClient) -> None:
    longest = {"name": 120, "target_group": 500, "partners": 1000}
    for field, length in longest.items():
        page = service.refused(f"{LIST}/nieuw", COLLABORATION | {field: "é" * (length + 1)}, status=422)
        assert error_at(page, field) == f"Deze tekst is te lang: gebruik hoogstens {length} tekens."
    assert count(service_app, Collaboration) == 0
    service.submit(f"{LIST}/nieuw", COLLABORATION | {field: "é" * length for field, length in longest.items()})


def test_a_name_is_unique_in_its_gemeente(service_app: FastAPI, service: PageClient) -> None:
    add_collaboration(service)
    page = service.refused(f"{LIST}/nieuw", COLLABORATION, status=422)
    assert error_at(page, "name") == "Er is in deze gemeente al een samenwerking met deze naam. Kies een andere naam."
    assert count(service_app, Collaboration) == 1
    add_collaboration(service, municipality="Woerden")


def test_a_name_in_the_archive_or_of_an_example_is_taken_too(service_app: FastAPI, service: PageClient) -> None:
    service.submit(f"{add_collaboration(service)}/archiveren")
    page = service.refused(f"{LIST}/nieuw", COLLABORATION, status=422)
    assert "in het archief" in error_at(page, "name")
    with begin_writing(service_app.state.engine) as session:
        store_collaboration(session, example("Voorbeeld"))
    page = service.refused(f"{LIST}/nieuw", COLLABORATION | {"name": "Voorbeeld"}, status=422)
    assert "bij de voorbeelden" in error_at(page, "name")


def test_html_in_a_name_is_shown_as_it_was_typed(service: PageClient) -> None:
    address = add_collaboration(service, name="<script>alert(1)</script>", partners="A & B <b>C</b>")
    for path in (LIST, address, f"{address}/wijzigen", f"{address}/verwijderen", f"{address}/scans/nieuw"):
        page = service.get(path)
        assert "<script>alert" not in page.html
        assert "<script>alert(1)</script>" in page.text
    assert "A & B <b>C</b>" in service.get(address).text


def test_a_coordinator_of_one_gemeente_has_nothing_to_choose(service_app: FastAPI) -> None:
    houten = coordinator_of(service_app, HOUTEN)
    page = houten.get(f"{LIST}/nieuw")
    assert "Houten" in page.one("main").one("form").text
    assert not [element for element in page.all() if element.get("name") == "municipality"]
    add_collaboration(houten, municipality="Woerden")
    assert only_collaboration(service_app).municipality_code == "GM0321"


# Changing one.


def test_a_collaboration_can_be_changed(service_app: FastAPI, service: PageClient) -> None:
    address = add_collaboration(service)
    led_to = service.submit(f"{address}/wijzigen", COLLABORATION | {"name": "Op Koers 2", "municipality": "Woerden"})
    assert "De wijzigingen zijn opgeslagen." in service.get(led_to).text
    changed = only_collaboration(service_app)
    assert (changed.name, changed.municipality_code) == ("Op Koers 2", "GM0321"), "it stays where it is"


def test_saving_without_a_change_is_no_second_of_that_name(service: PageClient) -> None:
    service.submit(f"{add_collaboration(service)}/wijzigen", COLLABORATION)


def test_a_change_to_a_name_that_is_taken_is_refused(service: PageClient) -> None:
    add_collaboration(service)
    other = add_collaboration(service, name="Samen verder")
    page = service.refused(f"{other}/wijzigen", COLLABORATION, status=422)
    assert fields_with_errors(page) == ["name"]
    assert "Samen verder" in service.get(LIST).text


def test_who_changes_the_scope_of_answers_is_warned(service_app: FastAPI, service: PageClient) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = scans.add_scan(session)
    address = f"{LIST}/{set_up.collaboration.id}/wijzigen"
    assert "Er is al geantwoord" not in service.get(address).text
    with begin_writing(service_app.state.engine) as session:
        add_draft(session, set_up)
    assert "Er is al geantwoord" in service.get(address).text


# The archive.


def test_a_collaboration_in_the_archive_is_out_of_the_list_and_comes_back(
    service_app: FastAPI, service: PageClient
) -> None:
    address = add_collaboration(service)
    desk = add_scan(service, address)
    assert "Er gaat niets verloren." in service.get(f"{address}/archiveren").text
    service.submit(f"{address}/archiveren")
    assert "Op Koers" not in service.get(LIST).text
    assert "Op Koers" in service.get(f"{LIST}?archief=ja").text
    assert scan_at(service_app, desk).archived_on is not None
    service.submit(f"{address}/terughalen")
    assert "Op Koers" in service.get(LIST).text
    assert scan_at(service_app, desk).archived_on is None


def test_a_scan_that_was_archived_before_stays_in_the_archive(service_app: FastAPI, service: PageClient) -> None:
    address = add_collaboration(service)
    before, after = add_scan(service, address), add_scan(service, address, name="Tweede")
    day = service_app.state.today()
    service.submit(f"{before}/archiveren")
    service_app.state.today = lambda: day.replace(year=day.year + 1)
    service.submit(f"{address}/archiveren")
    service.submit(f"{address}/terughalen")
    assert scan_at(service_app, before).archived_on == day
    assert scan_at(service_app, after).archived_on is None


def test_in_the_archive_nothing_changes(service_app: FastAPI, service: PageClient) -> None:
    address = add_collaboration(service)
    service.submit(f"{address}/archiveren")
    for path in ("wijzigen", "scans/nieuw"):
        assert service.get(f"{address}/{path}", 409).heading == "Deze samenwerking staat in het archief"
        service.refused(f"{address}/{path}", COLLABORATION | {"name": "Anders"}, status=409)
    assert only_collaboration(service_app).name == "Op Koers"
    assert "Haal terug uit het archief" in service.get(address).text


# Deleting one.


def test_before_deleting_one_reads_exactly_what_goes(service_app: FastAPI, service: PageClient) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = scans.add_scan(session)
        for _ in range(3):
            scans.add_response(session, set_up, "professional")
        add_draft(session, set_up)
        results.add_result(session, a_result(service_app, set_up.scan.id))
    page = service.get(f"{LIST}/{set_up.collaboration.id}/verwijderen")
    assert [item.text for item in page.one("main").one("ul").all("li")] == [
        f"de samenwerking {set_up.collaboration.name}",
        "1 scan, met alle links en codes",
        "3 verstuurde vragenlijsten",
        "1 vragenlijst waarmee iemand nog bezig is",
        "de uitslag, in 1 versie",
    ]


def test_a_collaboration_with_answers_goes_only_when_that_was_ticked(service_app: FastAPI, service: PageClient) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = scans.add_scan(session)
        scans.add_response(session, set_up, "professional")
        add_draft(session, set_up)
        results.add_result(session, a_result(service_app, set_up.scan.id))
    address = f"{LIST}/{set_up.collaboration.id}/verwijderen"
    (seen,) = [field["value"] for field in service.get(address).all("input") if field.get("name") == "seen"]
    page = service.refused(address, {"seen": seen}, status=422)
    assert error_at(page, "agreed") == "Vink aan dat u dit voorgoed wilt verwijderen."
    assert count(service_app, Response) == 1
    assert service.submit(address, {"seen": seen, "agreed": "ja"}).startswith(LIST)
    for table in (Collaboration, Scan, ScanWindow, Response, Draft, Result):
        assert count(service_app, table) == 0


def test_what_came_in_after_the_page_was_read_is_not_deleted_unseen(service_app: FastAPI, service: PageClient) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = scans.add_scan(session)
    address = f"{LIST}/{set_up.collaboration.id}/verwijderen"
    (seen,) = [field["value"] for field in service.get(address).all("input") if field.get("name") == "seen"]
    with begin_writing(service_app.state.engine) as session:
        scans.add_response(session, set_up, "professional")
    page = service.refused(address, {"seen": seen, "agreed": "ja"}, status=422)
    assert "Er is intussen iets bijgekomen" in error_at(page, "agreed")
    assert "1 verstuurde vragenlijst" in page.text
    assert count(service_app, Collaboration) == 1


def test_an_empty_collaboration_goes_without_a_tick(service_app: FastAPI, service: PageClient) -> None:
    address = f"{add_collaboration(service)}/verwijderen"
    page = service.get(address)
    assert "er gaan geen antwoorden verloren" in page.text
    (seen,) = [field["value"] for field in page.all("input")]
    service.submit(address, {"seen": seen})
    assert count(service_app, Collaboration) == 0


def count(app: FastAPI, table: type) -> int:
    with Session(app.state.engine) as session:
        return len(session.exec(select(table)).all())


def example(name: str) -> Collaboration:
    return Collaboration(municipality_code="GM0321", name=name, target_group="-", partners="-", is_example=True)


def a_result(app: FastAPI, scan_id: str) -> Result:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    edition = app.state.current_edition.id
    return Result(scan_id=scan_id, version=1, edition=edition, method="mm-1.0", record={}, created_at=now)
