"""How large a municipality is: its inhabitants in five classes, as people choose and read them."""

from __future__ import annotations

SIZE_CLASSES: dict[int, str] = {
    1: "minder dan 20.000 inwoners",
    2: "20.000 tot 50.000 inwoners",
    3: "50.000 tot 100.000 inwoners",
    4: "100.000 tot 250.000 inwoners",
    5: "250.000 of meer inwoners",
}
"""The class as it is stored, and in words; small to large."""
