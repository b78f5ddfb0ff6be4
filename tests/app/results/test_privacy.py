"""A window below its minimum leaves no trace: whatever its answers are, every page, chart and file is the same."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from app.results.charts import plotly_figure
from app.results.pictures import all_charts
from app.results.report import render_report
from scoring import Response, score_scan
from tests.app.page_client import PageClient
from tests.app.results.builders import EDITION, add_scan, at_model, reading, record, with_policy
from tests.scoring.builders import many

PAGES = (
    "",
    "/vensters/inwoner",
    "/vensters/professional",
    "/vensters/organisatie",
    "/vensters/beleid",
    "/continuum",
    "/leerordes",
    "/spiegel",
    "/advies",
    "/advies?voor=professional",
    "/verantwoording",
    "/uitslag.json",
)


def responses(hidden_level: float) -> list[Response]:
    """Policy and organisation are shown; four residents and four professionals are not, whatever they answered."""
    hidden = [*many(4, "inwoner", hidden_level), *many(4, "professional", hidden_level)]
    return [*hidden, *with_policy(at_model(4, professionals=0, managers=3))]


def test_the_whole_document_is_the_same_whatever_the_hidden_windows_answered() -> None:
    low, high = (render_report(record(responses(level), ambition=6), EDITION) for level in (0.0, 1.0))
    assert low == high


def test_every_chart_is_the_same_whatever_the_hidden_windows_answered() -> None:
    low, high = (
        {name: plotly_figure(chart) for name, chart in all_charts(reading(responses(level), ambition=6)).items()}
        for level in (0.0, 1.0)
    )
    assert low == high


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PageClient]:
    """A service with one scan of which two windows are below their minimum."""
    from app.config import load_settings  # noqa: PLC0415 - only for these tests
    from app.main import create_app  # noqa: PLC0415

    database = tmp_path_factory.mktemp("privacy") / "privacy.sqlite3"
    app: FastAPI = create_app(load_settings(database_url=f"sqlite:///{database}", assets="local"))
    with PageClient(app).http:
        for name, level in (("laag", 0.0), ("hoog", 1.0)):
            add_scan(app, name, record(responses(level), ambition=6))
        yield PageClient(app)


def renamed(text: str) -> str:
    """A page without the name of its scan, which is also that of its collaboration."""
    return text.replace("laag", "hoog").replace("Laag", "Hoog")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_the_same_whatever_the_hidden_windows_answered(pages: PageClient, path: str) -> None:
    low, high = (pages.http.get(f"/scans/{scan}{path}") for scan in ("laag", "hoog"))
    assert low.status_code == high.status_code == 200
    assert renamed(low.text) == renamed(high.text)


def test_a_hidden_window_says_kindly_how_many_answers_are_still_needed(pages: PageClient) -> None:
    page = pages.get("/scans/laag/vensters/inwoner")
    assert "Te weinig antwoorden: er was er nog 1 nodig." in page.text
    assert "zou te zien kunnen zijn wie wat antwoordde" in page.text
    assert not page.all("table")
    assert not page.all("figure")


def test_a_hidden_window_has_no_chart_at_any_address(pages: PageClient) -> None:
    for ending in ("json", "svg", "csv"):
        assert pages.http.get(f"/scans/laag/grafieken/venster-inwoner.{ending}").status_code == 404
        assert pages.http.get(f"/scans/laag/grafieken/verdeling-inw_verhaal.{ending}").status_code == 404
        assert pages.http.get(f"/scans/laag/grafieken/venster-organisatie.{ending}").status_code == 200


def test_the_overview_says_which_windows_are_missing(pages: PageClient) -> None:
    text = pages.get("/scans/laag").text
    assert "Op basis van organisatie. Zonder inwoner en professional: daarvan waren er te weinig antwoorden." in text
    assert "Niet getoond. Te weinig antwoorden: er was er nog 1 nodig." in text


def test_a_single_question_of_a_protected_window_is_nowhere_given_exactly() -> None:
    """Five professionals of whom one differs: 5 % of the way, which no page may give more exactly than in fives."""
    exact = [*many(5, "professional", 0.5), *many(1, "professional", 0.5, pro_samen_1=1.0)]
    found = reading(exact)
    value = score_scan(EDITION.instrument, exact).continuum.features["advies"]
    assert value is not None
    assert round(100 * value.value) == 58
    html = render_report(json.loads(json.dumps(record(exact))), EDITION)
    assert found.feature_value("advies") == 60
    row = html[html.index('<th scope="row" role="rowheader">Elkaar adviseren</th>') :][:200]
    assert ">60<" in row
    assert ">58<" not in row
