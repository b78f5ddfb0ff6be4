"""Where two documents differ, numbers compared to a tolerance."""

from __future__ import annotations

import json
from typing import Any

TOLERANCE = 1e-6


def differences(a: Any, b: Any, path: str = "$", ignore: tuple[str, ...] = ()) -> list[str]:
    """The path of each difference between two documents; keys in `ignore` are not compared."""
    if isinstance(a, dict) and isinstance(b, dict):
        keys = [key for key in (*a, *(key for key in b if key not in a)) if key not in ignore]
        alone = [f"{path}.{key}: on one side only" for key in keys if (key in a) != (key in b)]
        both = [key for key in keys if key in a and key in b]
        return alone + [row for key in both for row in differences(a[key], b[key], f"{path}.{key}", ignore)]
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        length = [f"{path}: length {len(a)} and {len(b)}"] if len(a) != len(b) else []
        pairs = enumerate(zip(a, b, strict=False))
        return length + [row for i, (x, y) in pairs for row in differences(x, y, f"{path}[{i}]", ignore)]
    return [] if alike(a, b) else [f"{path}: {short(a)} and {short(b)}"]


def alike(a: Any, b: Any) -> bool:
    """Whether two plain values are equal, numbers to the tolerance."""
    if all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in (a, b)):
        return bool(abs(a - b) <= TOLERANCE)
    return type(a) is type(b) and bool(a == b)


def short(value: Any) -> str:
    """A value as it may stand in a message."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 80 else f"{text[:77]}..."
