"""Find Chromium for the tests, and install it where it is missing and possible: python -m scripts.browser."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from scripts import debian

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),)


def find() -> str | None:
    """Return the Chromium or Chrome of this machine, or None."""
    on_path = [shutil.which(name) for name in NAMES]
    in_place = [str(place) for place in PLACES if place.exists()]
    return next((path for path in (*on_path, *in_place) if path), None)


def install() -> bool:
    """Install Chromium with apt where we may, else the one that Playwright keeps in the home folder of the user."""
    return debian.install("chromium") or playwright("install", "chromium")


def driver_runs() -> bool:
    """Whether the program with which Playwright drives a browser starts; it needs libatomic of the system."""
    return playwright("--version")


def playwright(*arguments: str) -> bool:
    """Run Playwright's own command without its chatter, and return whether it succeeded."""
    command = [sys.executable, "-m", "playwright", *arguments]
    quiet = subprocess.DEVNULL
    return subprocess.run(command, check=False, stdin=quiet, stdout=quiet, stderr=quiet).returncode == 0


def main() -> None:
    """Make sure that there is a browser, or say in one line what will not be tested."""
    drives = driver_runs() or debian.install("libatomic1")
    if not (drives and (find() or install())):
        print("No Chromium here, and it could not be installed: the browser tests will not run.", flush=True)


if __name__ == "__main__":
    main()
