"""What kinds of collaboration and sizes of municipality are called."""

from __future__ import annotations

KINDS = {
    "intake": "Gezamenlijke toegang of intake",
    "overleg": "Casusoverleg of tafel",
    "team": "Vast team uit meer organisaties",
    "keten": "Keten met warme overdracht",
    "anders": "Anders",
}
SIZE_CLASSES = {
    1: "minder dan 20.000 inwoners",
    2: "20.000 tot 50.000 inwoners",
    3: "50.000 tot 100.000 inwoners",
    4: "100.000 tot 250.000 inwoners",
    5: "250.000 of meer inwoners",
}
