"""How people work together: the kinds of collaboration, of which only the same are laid side by side."""

from __future__ import annotations

from typing import Literal, get_args

Kind = Literal["intake", "overleg", "team", "keten", "anders"]
KINDS: tuple[Kind, ...] = get_args(Kind)
KIND_LABELS: dict[Kind, str] = {
    "intake": "Gezamenlijke toegang of intake",
    "overleg": "Casusoverleg of tafel",
    "team": "Vast team uit meer organisaties",
    "keten": "Keten met warme overdracht",
    "anders": "Anders",
}


def kind_named(code: str | None) -> Kind | None:
    """Return the kind with this code, None for anything else.

    >>> kind_named("team"), kind_named(""), kind_named("ploeg"), kind_named(None)
    ('team', None, None, None)
    """
    return next((kind for kind in KINDS if kind == code), None)
