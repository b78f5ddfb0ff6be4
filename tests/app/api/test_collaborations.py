from __future__ import annotations

from datetime import date

from tests.app.api.programs import COLLABORATION, Program, places


def test_a_collaboration_is_made_and_found_again(program: Program) -> None:
    response = program.ask("POST", "/samenwerkingen", 201, json=COLLABORATION | {"naam": " Op  koers "})
    made = response.json()
    assert response.headers["Location"] == f"/v1/samenwerkingen/{made['id']}"
    assert made["naam"] == "Op koers"
    assert made["gemeente"] == {"code": "GM0321", "naam": "Houten", "provincie": "Utrecht", "inwonersklasse": None}
    assert program.get(f"/samenwerkingen/{made['id']}") == made
    assert program.get("/samenwerkingen") == {"samenwerkingen": [made]}


def test_a_name_is_used_once_in_a_municipality(program: Program) -> None:
    program.collaboration()
    assert places(program.post("/samenwerkingen", COLLABORATION, 400)) == ["#/naam"]


def test_a_program_makes_one_only_for_its_own_municipality(program: Program) -> None:
    for code in ("GM0632", "GM9999"):
        problem = program.post("/samenwerkingen", COLLABORATION | {"gemeente": code}, 400)
        assert places(problem) == ["#/gemeente"]


def test_a_program_for_all_municipalities_sees_those_of_all(everywhere: Program, program: Program) -> None:
    program.collaboration()
    everywhere.collaboration(gemeente="GM0632", naam="Samen op weg")
    found = everywhere.get("/samenwerkingen")["samenwerkingen"]
    assert [one["gemeente"]["naam"] for one in found] == ["Houten", "Woerden"]
    assert len(everywhere.get("/samenwerkingen", gemeente="GM0632")["samenwerkingen"]) == 1
    assert len(program.get("/samenwerkingen")["samenwerkingen"]) == 1


def test_what_is_left_out_of_a_change_stays(program: Program) -> None:
    made = program.collaboration()
    changed = program.patch(f"/samenwerkingen/{made['id']}", {"doelgroep": "Jongeren"})
    assert changed == made | {"doelgroep": "Jongeren"}
    assert program.get(f"/samenwerkingen/{made['id']}") == changed


def test_a_collaboration_is_put_away_and_brought_back_with_its_scans(program: Program, today: date) -> None:
    made = program.collaboration()
    scan = program.scan(made["id"])
    path = f"/samenwerkingen/{made['id']}"
    assert program.patch(path, {"gearchiveerd": True})["gearchiveerdOp"] == today.isoformat()
    assert program.get("/samenwerkingen") == {"samenwerkingen": []}
    assert len(program.get("/samenwerkingen", gearchiveerd=True)["samenwerkingen"]) == 1
    assert program.get(f"/scans/{scan['id']}")["status"] == "gearchiveerd"
    assert program.patch(path, {"gearchiveerd": False})["gearchiveerdOp"] is None
    assert program.get(f"/scans/{scan['id']}")["status"] == "open"


def test_an_empty_collaboration_is_deleted_at_once(program: Program) -> None:
    made = program.collaboration()
    assert program.delete(f"/samenwerkingen/{made['id']}").content == b""
    program.get(f"/samenwerkingen/{made['id']}", 404)


def test_one_with_answers_goes_only_when_that_is_said(program: Program) -> None:
    scan = program.scan()
    program.send(scan, "beleid")
    path = f"/samenwerkingen/{scan['samenwerking']}"
    assert places(program.delete(path, 400).json()) == ["metAntwoorden"]
    program.get(path)
    program.delete(f"{path}?metAntwoorden=true")
    program.get(path, 404)
    program.get(f"/scans/{scan['id']}", 404)


def test_a_number_that_cannot_be_one_does_not_exist(program: Program) -> None:
    for number in ("0", "-1", "x", "1.5", "99999999999999999999", "%00"):
        program.get(f"/samenwerkingen/{number}", 404)


def test_how_people_work_together_is_kept_changed_and_taken_away(program: Program) -> None:
    made = program.collaboration(soort="overleg")
    path = f"/samenwerkingen/{made['id']}"
    assert made["soort"] == "overleg"
    assert program.patch(path, {"doelgroep": "Jongeren"})["soort"] == "overleg"
    assert program.patch(path, {"soort": "team"})["soort"] == "team"
    assert program.patch(path, {"soort": None})["soort"] is None
    assert program.get(path)["soort"] is None
    assert places(program.patch(path, {"soort": "ploeg"}, 400)) == ["#/soort"]
