"""Closed scans that were measured with different editions of the questionnaire."""

from __future__ import annotations

from datetime import date
from typing import cast

from fastapi import FastAPI

from app.closing.service import close_scan
from app.db import begin_writing
from questionnaires import Edition, WindowId
from tests.app.scans import SetUp, add_response, add_scan, full_answers

SIZES: dict[WindowId, int] = {"inwoner": 6, "professional": 6, "organisatie": 3, "beleid": 3}


def measured(app: FastAPI, *used: str, apart: bool = False) -> list[SetUp]:
    """A closed scan of one samenwerking with each of these editions, from first to last, each more positive.

    `apart` makes them scans of samenwerkingen of their own.
    """
    found: list[SetUp] = []
    for number, name in enumerate(used):
        edition = cast("Edition", app.state.editions[name])
        with begin_writing(app.state.engine) as session:
            set_up = add_scan(
                session,
                collaboration=found[0].collaboration if found and not apart else None,
                edition=name,
                position=1 if apart else number + 1,
                name=f"Scan {number + 1}",
            )
            for window, people in SIZES.items():
                role = edition.roles.roles[window][0].id
                for _ in range(people):
                    answers = full_answers(window, 0.25 + 0.5 * number, edition)
                    add_response(session, set_up, window, answers=answers, role=role)
            close_scan(session, app.state.editions, set_up.scan.id, date(2024 + number, 6, 30))
            session.expunge_all()
        found.append(set_up)
    return found
