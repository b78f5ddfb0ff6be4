"""What an author is told: one problem, and the error that carries all of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """Something that does not fit: in which file, at which id or key, and what to do about it (in Dutch)."""

    file: str
    place: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file} · {self.place}" if self.place else self.file
        return f"{where}: {self.message}"


class ContentError(Exception):
    """Content that cannot be used. `problems` holds everything that was found, in the order of file and place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))
