from __future__ import annotations

from datetime import date

from tests.app.api.programs import Program, places


def test_before_closing_it_is_said_what_that_means(program: Program) -> None:
    scan = program.scan(windows={"inwoner": {"aan": False}})
    program.send(scan, "professional", 2)
    program.send(scan, "beleid")
    found = {one["venster"]: one for one in program.get(f"/scans/{scan['id']}/sluiting")["vensters"]}
    assert list(found) == ["professional", "organisatie", "beleid"]
    assert (found["professional"]["bruikbaar"], found["professional"]["nogNodig"]) == (2, 3)
    assert (found["beleid"]["bruikbaar"], found["beleid"]["nogNodig"]) == (1, 0)
    assert program.get(f"/scans/{scan['id']}")["status"] == "open"


def test_a_scan_closes_only_for_good(program: Program) -> None:
    scan = program.scan()
    for sent in ({}, {"definitief": False}, {"definitief": "true"}, {"definitief": 1}):
        assert places(program.post(f"/scans/{scan['id']}/sluiting", sent, 400)) == ["#/definitief"]
    assert program.get(f"/scans/{scan['id']}")["status"] == "open"


def test_a_scan_closes_once(program: Program, today: date) -> None:
    scan = program.closed_scan()
    assert scan["status"] == "gesloten"
    assert scan["geslotenOp"] == today.isoformat()
    path = f"/scans/{scan['id']}/sluiting"
    assert program.post(path, {"definitief": True}, 409)["title"] == "Deze scan is al gesloten"
    program.get(path, 409)


def test_an_ambition_needs_a_result(program: Program) -> None:
    scan = program.scan()
    problem = program.put(f"/scans/{scan['id']}/ambitie", {"model": 5, "reden": "Dat past bij onze inwoners."}, 409)
    assert problem["title"] == "Deze scan is nog niet gesloten"


def test_an_ambition_makes_a_new_version_and_keeps_the_earlier_one(program: Program) -> None:
    path = f"/scans/{program.closed_scan()['id']}"
    chosen = program.put(f"{path}/ambitie", {"model": 5, "reden": " Dat past bij onze inwoners. "})
    assert (chosen["versie"], chosen["ambitie"], chosen["reden"]) == (2, 5, "Dat past bij onze inwoners.")
    assert program.get(f"{path}/uitslag")["ambition"] == 5
    assert program.get(f"{path}/uitslag/versies/1")["ambition"] is None
    withdrawn = program.put(f"{path}/ambitie", {"model": None, "reden": "De raad besluit later."})
    assert (withdrawn["versie"], withdrawn["ambitie"]) == (3, None)
    assert [one["versie"] for one in program.get(f"{path}/uitslag/versies")["versies"]] == [1, 2, 3]


def test_the_same_ambition_again_adds_nothing(program: Program) -> None:
    path = f"/scans/{program.closed_scan()['id']}/ambitie"
    same = {"model": 5, "reden": "Dat past bij onze inwoners."}
    assert program.put(path, same) == program.put(path, same)


def test_an_ambition_that_does_not_fit_changes_nothing(program: Program) -> None:
    path = f"/scans/{program.closed_scan()['id']}"
    reason = "Dat past bij onze inwoners."
    for model in (8, 4.5, True, "5"):
        assert places(program.put(f"{path}/ambitie", {"model": model, "reden": reason}, 400)) == ["#/model"]
    assert places(program.put(f"{path}/ambitie", {"reden": reason}, 400)) == ["#/model"]
    for wrong in ("Daarom.", "x" * 2001, "Omdat het" + "\n" * 30):
        assert places(program.put(f"{path}/ambitie", {"model": 5, "reden": wrong}, 400)) == ["#/reden"]
    assert len(program.get(f"{path}/uitslag/versies")["versies"]) == 1
