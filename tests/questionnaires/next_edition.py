"""A second edition on shelves of its own: the real one, in which things are renamed, dropped, added and reworked.

What was done, and what the second edition says about it, stands here together; the tests tell the rest.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from questionnaires.library import SHELVES, available_editions
from questionnaires.loader import read_files
from tests.questionnaires.changes import changed

FIRST, COPY, NEXT = "integraal-werken/2026.2", "integraal-werken/2026.9", "integraal-werken/2027.1"
Files = dict[str, Any]

NEW_IDS = {
    "inw_duidelijkheid": "inw_helderheid",
    "inw_duidelijkheid_1": "inw_helderheid_1",
    "inw_duidelijkheid_2": "inw_helderheid_2",
    "overleg": "beraad",  # a feature, and the mirror and the anchors that are called the same
    "uwv": "uwv_werkbedrijf",
    "prikkels": "geldprikkels",
    "org_project_3": "org_project_2",  # because the second question is taken out
}
PROJECT, FACILITIES = "windows/organisatie/org_project.yaml", "windows/organisatie/org_faciliteren.yaml"
NEW_QUESTION = {
    "id": "org_faciliteren_4",
    "format": "eens5",
    "text": "Wie bij ons samenwerkt, heeft een vaste plek om elkaar te ontmoeten.",
    "sources": ["A:225"],
}
NEW_ANCHORS = [
    f"Wie de samenwerking stuurt, doet dat in {how} van de gezamenlijke casussen."
    for how in ("geen enkele", "een klein deel", "ongeveer de helft", "een groot deel", "ieder")
]
REASON = "De antwoorden beschrijven nu hoe vaak iemand stuurt."
SAYS: Mapping[str, Any] = {
    "edition": FIRST,
    "renamed": {
        "dimensions": {"inw_duidelijkheid": "inw_helderheid"},
        "items": {
            "inw_duidelijkheid_1": "inw_helderheid_1",
            "inw_duidelijkheid_2": "inw_helderheid_2",
            "org_project_3": "org_project_2",
        },
        "features": {"overleg": "beraad"},
        "mirrors": {"overleg": "beraad"},
        "barriers": {"prikkels": "geldprikkels"},
        "roles": {"professional": {"uwv": "uwv_werkbedrijf"}},
    },
    "still_comparable": {
        "items": {"bel_visie_2": "De vraag is korter en vraagt hetzelfde."},
        "dimensions": {
            "pro_regie": "Zes van de zeven vragen zijn dezelfde.",
            "org_faciliteren": "De nieuwe vraag gaat over hetzelfde onderwerp.",
            "org_leren": "Vijf van de zes vragen zijn dezelfde.",
        },
        "recommendations": {"R13": "Het advies is hetzelfde; de antwoorden op een van de vragen zijn anders."},
        "position": "Veertien van de vijftien kenmerken zijn dezelfde.",
    },
    "not_comparable": {
        "items": {
            "pro_regie_3": REASON,
            "org_regie_2": REASON,
            "org_leren_1": "De vraag gaat nu over leren op het werk.",
        },
        "dimensions": {
            "org_regie": "Een van de drie vragen heeft andere antwoorden.",
            "org_project": "De vraag naar een projectleider is vervallen.",
        },
        "features": {"sturing": REASON},
        "mirrors": {"sturing": REASON},
        "indicators": {"l1b": "De vraag gaat nu over leren op het werk."},
        "orders": {"1": "Een van de drie indicatoren is een andere."},
        "recommendations": {"R15": "Deze aanbeveling heeft een andere aanleiding."},
    },
}


def next_files() -> Files:
    """What the files of the second edition hold, by path."""
    first, problems = read_files(SHELVES.joinpath(FIRST))
    assert not problems
    return _with_new_ids(_reworked(first))


def write(files: Mapping[str, Any], folder: Path) -> None:
    """Write files as YAML: what is JSON is YAML too."""
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


def stand_together(shelves: Path) -> Path:
    """Put every real edition and the second on these shelves; returns the folder of the second."""
    for edition in available_editions():
        shutil.copytree(Path(str(SHELVES)) / edition, shelves / edition, ignore=shutil.ignore_patterns("golden"))
    write(next_files(), shelves / NEXT)
    return shelves / NEXT


def _reworked(first: Files) -> Files:
    """Everything that is more than another id."""
    files = changed(
        first,
        {
            "change": {
                "edition.yaml": {"id": NEXT},
                "anchors.yaml": {"anchor_sets.sturing.anchors": NEW_ANCHORS},
                "windows/beleid/bel_visie.yaml": {"items.bel_visie_2.text": "Hoe concreet is onze visie?"},
                "windows/organisatie/org_leren.yaml": {"items.org_leren_1.text": "Hoe leren wij van het werk zelf?"},
            },
            "remove": {
                PROJECT: ["items.org_project_2"],
                "barriers.yaml": ["barriers.wetten"],
                "recommendations.yaml": ["recommendations.R30"],
            },
        },
    )
    files[FACILITIES]["items"].append(NEW_QUESTION)
    for advice in files["recommendations.yaml"]["recommendations"]:
        if advice["id"] == "R15":
            advice["triggers"] = [{"kind": "item", "id": "org_project_1"}]
    files["comparability.yaml"] = {"earlier_editions": [deepcopy(dict(SAYS))]}
    return files


def _with_new_ids(files: Files) -> Files:
    says = files.pop("comparability.yaml")
    moved: Files = {
        path.replace("inw_duidelijkheid", "inw_helderheid"): renamed(data, NEW_IDS) for path, data in files.items()
    }
    return moved | {"comparability.yaml": says}


def renamed(value: Any, ids: Mapping[str, str]) -> Any:
    """The same with other ids, wherever an id is a whole value."""
    if isinstance(value, dict):
        return {key: renamed(one, ids) for key, one in value.items()}
    if isinstance(value, list):
        return [renamed(one, ids) for one in value]
    return ids.get(value, value) if isinstance(value, str) else value
