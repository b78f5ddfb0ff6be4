"""The example municipalities: the same every time, faithful to the coding, and stored through the ordinary doors."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import Engine

from app.collaborations.codes import normalised
from app.db import Session, begin_writing, make_engine, migration
from app.demo import demo_documents, demo_record, load_demo
from app.demo.cases import CASES, Case
from app.demo.comments import COMMENTS
from app.demo.examples import example_files
from app.demo.levels import LEVELS
from app.demo.scans import NOTICE, SCANS, ExampleScan
from app.models import Comment, Result, ScanWindow
from app.municipalities import load_municipalities
from app.responding.questions.personal_data import personal_data
from app.responding.questions.screens import comment_fields
from app.store import comments, results, scans
from questionnaires import load_current
from scoring import compare_results, parse_csv, parse_json, read_scan, score_scan
from tests.app.page_client import PageClient

EDITION = load_current()
DOCUMENTS = demo_documents(EDITION)
RECORDS = {scan: demo_record(EDITION, document) for scan, document in DOCUMENTS.items()}
IDS = [f"voorbeeld-{place}-fase-{phase}" for place in ("houten", "woerden", "wijk-bij-duurstede") for phase in (1, 2)]
DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "cases.md").read_text(encoding="utf-8")
STEP = 0.25


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    migration.upgrade(engine)
    yield engine
    engine.dispose()


def load(engine: Engine) -> None:
    with begin_writing(engine) as session:
        load_municipalities(session)
        load_demo(session, EDITION)


def versions(session: Session, scan: str) -> list[Result]:
    """Every version of the result of a scan, oldest first."""
    found = [results.find_result(session, scan, version) for version in range(1, 10)]
    return [result for result in found if result is not None]


def stored(engine: Engine) -> dict[str, Any]:
    """Everything that the examples put into the database."""
    with begin_writing(engine) as session:
        found = scans.list_example_scans(session)
        return {
            one.scan.id: [part.model_dump(mode="json") for part in (one.scan, one.collaboration, one.municipality)]
            + [result.model_dump(mode="json") for result in versions(session, one.scan.id)]
            + [
                {"window": window.model_dump(mode="json")}
                | {"written": [written.model_dump(mode="json") for written in comments_in(session, window)]}
                for window in sorted(scans.list_windows(session, one.scan.id), key=lambda window: window.window)
            ]
            for one in found
        }


def comments_in(session: Session, window: ScanWindow) -> Sequence[Comment]:
    """Everything that was written in a window."""
    return comments.list_comments(session, window.scan_id, window.window)


def digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


# --- in the database ---


def test_the_examples_are_three_municipalities_with_two_scans_each(engine: Engine) -> None:
    load(engine)
    with begin_writing(engine) as session:
        found = {
            one.scan.id: (one.municipality.code, one.collaboration.name) for one in scans.list_example_scans(session)
        }
    places = {
        "houten": ("GM0321", "Op Koers"),
        "woerden": ("GM0632", "Ferm Wijzer"),
        "wijk-bij-duurstede": ("GM0352", "De Participatietafel"),
    }
    assert found == {f"voorbeeld-{place}-fase-{phase}": known for place, known in places.items() for phase in (1, 2)}


def test_every_example_says_that_it_is_one(engine: Engine) -> None:
    load(engine)
    with begin_writing(engine) as session:
        for one in scans.list_example_scans(session):
            assert one.scan.is_example
            assert one.collaboration.is_example
            assert NOTICE in one.scan.purpose


def test_every_example_has_one_frozen_result_with_an_ambition_and_its_reason(engine: Engine) -> None:
    load(engine)
    with begin_writing(engine) as session:
        found = {scan: versions(session, scan) for scan in IDS}
    assert {scan: [one.version for one in all_of] for scan, all_of in found.items()} == {scan: [1] for scan in IDS}
    for (first,) in found.values():
        assert first.record == RECORDS[first.scan_id]
        assert first.ambition == first.record["result"]["ambition"] == 6
        assert "inwoner" in first.ambition_reason


def test_loading_the_examples_again_changes_nothing(engine: Engine) -> None:
    load(engine)
    before = digest(stored(engine))
    load(engine)
    assert digest(stored(engine)) == before


def test_an_example_with_another_result_than_before_gets_a_new_version_and_keeps_the_old(engine: Engine) -> None:
    load(engine)
    with begin_writing(engine) as session:
        first = results.find_result(session, IDS[0])
        assert first is not None
        first.record = {**first.record, "insight": {"windows": {}, "ambition_proposal": None}}
    load(engine)
    with begin_writing(engine) as session:
        found = versions(session, IDS[0])
        assert [one.version for one in found] == [1, 2]
        assert found[1].record == RECORDS[IDS[0]] != found[0].record


def test_an_example_that_was_lost_comes_back_beside_those_that_are_there(engine: Engine) -> None:
    load(engine)
    before = stored(engine)
    with begin_writing(engine) as session:
        lost = scans.find_scan(session, IDS[1])
        result = results.find_result(session, IDS[1])
        assert lost is not None
        session.delete(result)
        session.flush()
        session.delete(lost.scan)
    load(engine)
    after = stored(engine)
    for found in (before, after):
        del found[IDS[1]][3]["id"]  # numbered by the database
    assert after == before


def test_the_examples_are_the_same_every_time() -> None:
    again = {scan: demo_record(EDITION, document) for scan, document in demo_documents(EDITION).items()}
    assert list(RECORDS) == IDS
    assert digest(again) == digest(RECORDS)


# --- what was written ---


def test_every_example_has_words_that_were_released_and_words_that_wait() -> None:
    assert list(COMMENTS) == IDS
    for scan, written in COMMENTS.items():
        assert {one.released is None for one in written} == {True, False}, scan
        assert {one.window for one in written} == {"inwoner", "professional", "organisatie", "beleid"}, scan
        fields = {window: comment_fields(EDITION, window) for window in EDITION.windows}
        assert all(one.subject in fields[one.window] and len(one.text) <= 500 for one in written), scan


def test_what_was_released_holds_no_personal_data_and_something_that_waits_does() -> None:
    written = [one for scan in COMMENTS.values() for one in scan]
    assert not any(personal_data(one.released) for one in written if one.released)
    assert any(personal_data(one.text) for one in written if one.released is None)


def test_what_a_moderator_decided_of_an_example_stays(engine: Engine) -> None:
    load(engine)
    with begin_writing(engine) as session:
        decided = next(one for one in comments.list_comments(session, IDS[0], "inwoner") if one.state == "waiting")
        decided.state = "withheld"
        comments.save_comment(session, decided)
        key = decided.id
    load(engine)
    with begin_writing(engine) as session:
        held = comments.hold_comment(session, IDS[0], "inwoner", key)
        assert held is not None
        assert held.state == "withheld"


def test_an_example_of_before_comments_gets_them_when_it_is_loaded_again(engine: Engine) -> None:
    load(engine)
    before = digest(stored(engine))
    with begin_writing(engine) as session:
        for window in scans.list_windows(session, IDS[2]):
            session.delete(window)
    load(engine)
    assert digest(stored(engine)) == before


def test_nothing_that_is_typed_opens_a_window_of_an_example(demo_app: FastAPI) -> None:
    client = PageClient(demo_app)
    with begin_writing(demo_app.state.engine) as session:
        found = [window for scan in IDS for window in scans.list_windows(session, scan)]
        ways = [(window.code, window.ref) for window in found]
    assert len({code for code, _ in ways}) == len({ref for _, ref in ways}) == 24
    for code, ref in ways:
        assert normalised(code) is None
        assert client.http.get(f"/m/{code}").status_code == 404
        client.http.cookies.set("toegang", code)
        for address in (f"/invullen/{ref}/begin", f"/invullen/{ref}/opnieuw"):
            assert client.http.post(address, data={"rol": "zelf"}).status_code >= 400


# --- faithful to the coding ---


@pytest.mark.parametrize("scan", SCANS, ids=lambda scan: scan.id)
def test_every_feature_stands_where_the_text_puts_it(scan: ExampleScan) -> None:
    """At the middle of the levels that the text allows; few people can be off by a part of one answer step."""
    read = read_scan(DOCUMENTS[scan.id], EDITION.instrument)
    features = score_scan(EDITION.instrument, read.responses, read.minimum).continuum.features
    for code in scan.case.codes:
        found = features[code.feature]
        if code.level() is None:
            assert found is None, code.feature
        else:
            assert found is not None, code.feature
            assert found.value == pytest.approx(code.level(), abs=STEP / 8), code.feature


@pytest.mark.parametrize("scan", SCANS, ids=lambda scan: scan.id)
def test_a_feature_that_the_text_does_not_mention_is_left_out_by_everybody(scan: ExampleScan) -> None:
    silent = {code.feature for code in scan.case.codes if code.level() is None}
    asked = {item.id for window in EDITION.instrument.windows for item in window.items if item.feature in silent}
    given = {item for response in DOCUMENTS[scan.id]["responses"] for item in response["answers"]}
    assert asked
    assert not asked & given


def test_every_other_question_has_a_level_in_every_situation() -> None:
    scored = [item for window in EDITION.instrument.windows for item in window.scored_items()]
    needed = {item.id for item in scored if item.feature is None or item.window == "inwoner"}
    assert set(LEVELS) == needed


@pytest.mark.parametrize("scan", SCANS, ids=lambda scan: scan.id)
def test_people_differ_and_do_not_know_everything(scan: ExampleScan) -> None:
    responses = DOCUMENTS[scan.id]["responses"]
    professionals = [response["answers"] for response in responses if response["window"] == "professional"]
    assert len({digest(answers) for answers in professionals}) == len(professionals)
    assert any("wn" in answers.values() for answers in professionals)


def test_one_example_shows_a_window_below_its_minimum() -> None:
    """In Woerden only representatives of the client council were interviewed (A:172)."""
    window = RECORDS["voorbeeld-woerden-fase-1"]["result"]["windows"]["inwoner"]
    assert (window["status"], window["needed"]) == ("below_minimum", 2)
    assert "inwoner" not in RECORDS["voorbeeld-woerden-fase-1"]["insight"]["windows"]


# --- example files and the page about the cases ---


def test_the_example_files_are_current() -> None:
    """Write them again with `python -m app.demo docs/examples`."""
    found = {file.name: file.read_text(encoding="utf-8") for file in (DOCS / "examples").glob("voorbeeld-*")}
    assert found == example_files(EDITION)


def test_an_example_file_as_csv_is_the_same_scan_as_its_json() -> None:
    files = example_files(EDITION)
    as_json = read_scan(parse_json(files["voorbeeld-houten-fase-1.json"]), EDITION.instrument)
    as_csv = read_scan(
        parse_csv(files["voorbeeld-houten-fase-1.csv"], EDITION.instrument), EDITION.instrument, ambition=6
    )
    assert as_csv == as_json


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_page_about_the_cases_holds_every_code(case: Case) -> None:
    assert [row for row in coding_rows(case) if row not in PAGE] == []


def test_the_page_about_the_cases_holds_what_the_scan_says_of_each_example() -> None:
    assert [row for row in [*outcome_rows(), *change_rows()] if row not in PAGE] == []


def coding_rows(case: Case) -> list[str]:
    """The rows of the table of a coding in `docs/cases.md`."""
    return [
        f"| `{code.feature}` | {', '.join('–' if level is None else f'{level:g}' for level in code.levels)} "
        f"| {', '.join(code.lines)} | {code.reason} |"
        for code in case.codes
    ]


def outcome_rows() -> list[str]:
    """The rows of the table of outcomes in `docs/cases.md`: what the scan says, one example per column."""
    found = [RECORDS[scan]["result"] for scan in IDS]
    continuum = [one["continuum"] for one in found]
    rows: dict[str, list[str]] = {
        "position (80 % interval)": [f"{c['position']:.2f} ({c['low']:.2f}–{c['high']:.2f})" for c in continuum],
        "nearest, runner-up (margin)": [f"{c['nearest']}, {c['runner_up']} ({c['margin']:.1f})" for c in continuum],
        "plausible": [", ".join(str(model) for model in c["plausible"]) for c in continuum],
        "wording": [c["wording"] for c in continuum],
        "distance from the path": [f"{c['residual']:.3f}" for c in continuum],
        "certainty": [c["certainty"] for c in continuum],
        "zone": [c["zone"] for c in continuum],
        "network": [c["network"] for c in continuum],
        "learning level": [str(one["learning"]["level"]) for one in found],
    }
    for number in ("1", "2", "3"):
        orders = [one["learning"]["orders"][number] for one in found]
        rows[f"order {number}"] = [f"{order['score']:.1f} {order['status']}" for order in orders]
    for place in range(4):
        pairs = [one["congruence"]["pairs"][place] for one in found]
        rows[f"{pairs[0]['a']}–{pairs[0]['b']}"] = [_pair(pair) for pair in pairs]
    rows["vertical, horizontal"] = [
        f"{_number(one['congruence']['vertical'])}, {_number(one['congruence']['horizontal'])}" for one in found
    ]
    for dimension in ("inw_regie", "pro_ruimte", "bel_ruimte", "bel_sturing"):
        rows[f"`{dimension}`"] = [_number(_score(one, dimension)) for one in found]
    rows["top five"] = [", ".join(advice["id"] for advice in one["advice"] if advice["shown"]) for one in found]
    return [f"| {name} | {' | '.join(cells)} |" for name, cells in rows.items()]


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def _pair(pair: dict[str, Any]) -> str:
    if pair["congruence"] is None:
        return "–"
    signal = f", *{pair['signal']}*" if pair["signal"] else ""
    return f"{pair['congruence']:.1f} {pair['label']}, {pair['bias']:+.1f}{signal}"


def _score(result: dict[str, Any], dimension: str) -> float | None:
    for window in result["windows"].values():
        if dimension in window.get("dimensions", {}):
            score: float | None = window["dimensions"][dimension]["score"]
            return score
    return None


def change_rows() -> list[str]:
    """The rows of the table of changes from phase 1 to phase 2 in `docs/cases.md`."""
    changes = [
        compare_results(EDITION.instrument, RECORDS[old]["result"], RECORDS[new]["result"])
        for old, new in zip(IDS[::2], IDS[1::2], strict=True)
    ]
    rows = {"position": [_change(one["position"], 2) for one in changes]}
    for number in ("1", "2", "3"):
        rows[f"order {number}"] = [_change(one["orders"][number], 1) for one in changes]
    for dimension in ("inw_regie", "pro_inwoner", "pro_ruimte", "bel_ruimte", "bel_vertaling"):
        rows[f"`{dimension}`"] = [_change(one["dimensions"][dimension], 1) for one in changes]
    verdicts = [Counter(str(change["verdict"]) for change in one["dimensions"].values()) for one in changes]
    rows["all 31 dimensions"] = [
        ", ".join(f"{n} {verdict.replace('None', '–')}" for verdict, n in sorted(counts.items())) for counts in verdicts
    ]
    rows["role mix shifted"] = ["yes" if one["role_mix_shifted"] else "no" for one in changes]
    return [f"| {name} | {' | '.join(cells)} |" for name, cells in rows.items()]


def _change(change: dict[str, Any], decimals: int) -> str:
    if change["delta"] is None:
        return "–"
    return f"{change['delta']:+.{decimals}f} (margin {change['margin']:.{decimals}f}) {change['verdict']}"
