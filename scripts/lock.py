"""Lock the dependencies of pyproject.toml, with hashes and without addresses: `make lock`, or `make lock UPGRADE=1`.

requirements/runtime.txt holds what the service needs, the other files one dependency group each; a group never
contradicts the runtime. The files hold for every platform and Python version that the project supports.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = "requirements/runtime.txt"
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-header",
    "--quiet",
)


def main() -> None:
    """Write every lock file; the runtime first, because the others are held to it."""
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv[1:] else []
    lock("pyproject.toml", "--output-file", RUNTIME, *upgrade)
    for group, sources in {"dev": ["pyproject.toml"], "bootstrap": [], "build": [], "node": [], "postgres": []}.items():
        held = ["--group", group, "--constraints", RUNTIME, "--output-file", f"requirements/{group}.txt"]
        lock(*sources, *held, *upgrade)


def lock(*arguments: str) -> None:
    """Write one lock file with uv, from the folder of the project so that the file names no machine."""
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, "pip", "compile", *OPTIONS, *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
