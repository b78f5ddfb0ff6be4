"""Install a package of the operating system, where that is possible without asking: as root on Debian or Ubuntu."""

from __future__ import annotations

import os
import shutil
import subprocess


def install(package: str) -> bool:
    """Install one package with apt-get and return whether that succeeded; False where it may not or cannot."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Installing {package} with apt-get.", flush=True)
    return apt_get("update") and apt_get("install", "--yes", "--no-install-recommends", package)


def apt_get(*arguments: str) -> bool:
    """Run apt-get, its errors visible, and return whether it succeeded."""
    command = ["apt-get", "--quiet", "--quiet", *arguments]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, check=False, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return done.returncode == 0
