"""Installs the Debian packages that Qt and the tests need, and only the missing ones.

Run by ``bootstrap.py``; may be run alone. With no right to install, it prints the
exact line to run instead. Standard library only, Python 3.9 or newer.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys

QT = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libgssapi-krb5-2",  # QtPdf and QtNetwork
    "libxcb-cursor0",  # the rest: a real display
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
OPTIONAL = ("libcups2",)  # printing
TESTS = (
    "default-jdk-headless",  # veraPDF, which says whether our PDFs are PDF/A and PDF/UA
    "libjaxb-java",  # what veraPDF needs besides
    "libreoffice-calc-nogui",  # evaluates the formulas of our workbooks
    "poppler-utils",  # reads our PDFs back
    "qpdf",  # checks the form of our PDFs
    "softhsm2",  # a card to sign with that is none
    "strace",  # records the writes that the power-cut simulator replays
    "xauth",
    "xvfb",  # a real display for the tests that need one
)
CERTIFICATES = ("ca-certificates",)


def is_debian() -> bool:
    """Return whether packages are managed by dpkg and apt here."""
    return bool(shutil.which("dpkg-query") and shutil.which("apt-get"))


def missing(packages: tuple[str, ...]) -> list[str]:
    """Return those of ``packages`` that are not installed.

    A package of Debian 13 that was renamed for its 64-bit times (``libcups2t64``)
    counts as the one it replaces.
    """
    names = [name for package in packages for name in (package, f"{package}t64")]
    listing = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${db:Status-Abbrev} ${Package}\n", *names],
        capture_output=True,
        text=True,
        check=False,  # it fails as soon as one name is unknown
    )
    installed = {line.split()[-1] for line in listing.stdout.splitlines() if line[:2] == "ii"}
    return [each for each in packages if not installed & {each, f"{each}t64"}]


def install(packages: list[str]) -> bool:
    """Install ``packages`` with apt, as root or through a sudo that asks nothing.

    Returns:
        Whether they are installed. If not, the line to run has been printed.
    """
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    prefix = _prefix_of_root()
    if prefix is not None:
        print("Installing with apt:", " ".join(packages), flush=True)
        quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
        for step in (["apt-get", "update", "--quiet=2"], [*command, "--quiet=2"]):
            done = subprocess.run([*quiet, *step], stdout=subprocess.DEVNULL, check=False)
            if done.returncode != 0:
                break
        else:
            return True
    print(
        "Some system packages are missing and could not be installed from here. Please run:\n"
        f"    sudo apt-get update && sudo {' '.join(command)}",
        file=sys.stderr,
    )
    return False


def ensure(*, tests: bool) -> bool:
    """Install what is missing, and say what cannot be.

    Args:
        tests: Also what the tests need.

    Returns:
        Whether the program (and the tests) can run. Printing is optional.
    """
    if platform.system() != "Linux":
        print("No system package is needed on this system: the wheels of Qt carry everything.")
        return True
    if not is_debian():
        names = " ".join(QT + OPTIONAL + (TESTS if tests else ()))
        print(f"Not a Debian system: please see to the equivalents of these packages: {names}")
        return True
    needed = missing(QT + (TESTS if tests else ()))
    wanted = missing(OPTIONAL)
    if not needed + wanted:
        return True
    return install(needed + wanted) or not needed


def _prefix_of_root() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if (
        sudo
        and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return [sudo, "-n"]
    return None


def main() -> int:
    """Run from the command line; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tests", action="store_true", help="also what the tests need")
    return 0 if ensure(tests=parser.parse_args().tests) else 1


if __name__ == "__main__":
    sys.exit(main())
