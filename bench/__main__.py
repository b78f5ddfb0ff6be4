"""Run the measurements and print them as a table.

python -m bench                 all of them, in a few minutes
python -m bench start closing   some of them
python -m bench --long          with the full numbers of the targets; takes an hour
python -m bench --write         also put the table into bench/results.md
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from importlib import import_module
from pathlib import Path

from bench.finding import Finding, table

RESULTS = Path(__file__).parent / "results.md"
TARGETS = (
    "autosave",
    "visit",
    "question_page",
    "result_page",
    "closing",
    "compare",
    "start",
    "memory",
    "kills",
    "first_bytes",
    "while_reading",
)


def main() -> None:
    """Measure what was asked for, say it, and say by the exit status whether something was missed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.splitlines()[0])
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], metavar="target", help=", ".join(TARGETS))
    parser.add_argument("--long", action="store_true", help="measure with the full numbers of the targets")
    parser.add_argument("--write", action="store_true", help="put the table into bench/results.md")
    asked = parser.parse_args()
    findings: list[Finding] = []
    for name in asked.targets or TARGETS:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        findings += import_module(f"bench.targets.{name}").measure(long=asked.long)
    text = f"{table(findings)}\nMeasured on {_machine()}.\n"
    print(text)
    if asked.write:
        RESULTS.write_text(f"# Results\n\n{text}", encoding="utf-8")
    sys.exit(any(found.verdict == "missed" for found in findings))


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
