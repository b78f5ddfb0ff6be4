"""The files of a result: their names, their types and what is in them."""

from __future__ import annotations

import json
from dataclasses import replace

from app.exports.formats import FORMATS
from app.exports.routes import file_name
from tests.app.page_client import PageClient
from tests.app.results.builders import context, everybody, reading, record

HOUTEN = "/scans/voorbeeld-houten-fase-1"


def test_the_file_for_programs_is_the_result_exactly_as_it_was_kept() -> None:
    stored = record(everybody(), ambition=6)
    written = FORMATS["json"].write(context(reading(everybody(), ambition=6)))
    assert json.loads(written) == stored["result"]


def test_files_are_named_after_the_scan_and_are_downloaded(demo: PageClient) -> None:
    for ending, media_type in (("json", "application/json"), ("csv", "text/csv; charset=utf-8")):
        answer = demo.http.get(f"{HOUTEN}/uitslag.{ending}")
        assert answer.headers["content-type"] == media_type
        name = f"uitslag-gemeente-houten-op-koers-einde-fase-1.{ending}"
        assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
        assert answer.headers["cache-control"] == "private, no-cache"


def test_the_name_of_a_file_has_only_letters_figures_and_dashes() -> None:
    named = replace(
        context(reading([])), about=("Gemeente ’s-Hertogenbosch", 'Één "plan"\r\nSet-Cookie: x', "../../etc")
    )
    assert file_name(named) == "uitslag-gemeente-s-hertogenbosch-een-plan-set-cookie-x-etc"
    assert len(file_name(replace(named, about=("a" * 500,)))) <= 100


def test_the_account_leads_to_every_file_and_to_the_pages_to_print(demo: PageClient) -> None:
    links = demo.get(f"{HOUTEN}/verantwoording").links()
    for part in ("uitslag.json", "uitslag.csv", "afdrukken"):
        assert f"{HOUTEN}/{part}" in links
