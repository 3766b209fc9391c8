"""Makes a fresh clone ready to run: uv, then ``.venv``, then the system packages.

Needs Python 3.9 and nothing else: no pip, no venv module, no certificates (they
are installed when they are missing and this may be done). uv comes from PyPI, in
one exact version whose content is checked. What was done is remembered in
``.venv``: a second run reads a few files and stops there.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import platform
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path

if sys.version_info < (3, 9):
    sys.exit("Python 3.9 or newer is needed to set the project up (3.11 to run it).")

import system_packages

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / ".ready.json"
INPUTS = ("uv.lock", "pyproject.toml", "scripts/bootstrap.py", "scripts/system_packages.py")
WINDOWS = os.name == "nt"

UV_VERSION = "0.13.9"
UV_WHEELS = {  # (system, machine): end of the name of the wheel, SHA-256 of its content
    ("Linux", "x86_64"): (
        "manylinux_2_17_x86_64.manylinux2014_x86_64",
        "d7f459fe4fd247d830351c75686d3996ace3c6f3f728eb0e85a30b7ada0cef19",
    ),
    ("Linux", "aarch64"): (
        "manylinux_2_28_aarch64",
        "ecb6028d79dc96fbeafffe5c8af62a7099487ebc05a701e76714eebcffd06375",
    ),
    ("Darwin", "arm64"): (
        "macosx_11_0_arm64",
        "66c512266d633bef48384a1f53003f41f2a8e7b36fe6e7fbfd3e0fd52d96fa63",
    ),
    ("Darwin", "x86_64"): (
        "macosx_10_12_x86_64",
        "c16ed11e013557536b3e60065f1b912f6407bd6518e041b961e23ef9e6b4fbf5",
    ),
    ("Windows", "AMD64"): (
        "win_amd64",
        "6a44b2ed8111d2f60d2b92627c5dccda3f7ed7570b18ce115e569cd68c28246b",
    ),
    ("Windows", "ARM64"): (
        "win_arm64",
        "eeb92051c2123b9730c46b04cc843cfa4bc7d7b0aec56df431a2215ef4cb0273",
    ),
}
SUPPORTED = ((3, 11), (3, 13))  # as requires-python in pyproject.toml
TIMEOUT = 60  # seconds


class SetupError(Exception):
    """Something that the reader can mend; the message says how."""


def main() -> int:
    """Run from the command line; return the exit status."""
    parser = argparse.ArgumentParser(description="Make the project ready to run.")
    parser.add_argument("--tests", action="store_true", help="also what the tests need")
    tests = parser.parse_args().tests
    if is_ready(tests=tests):
        return 0
    try:
        synchronise(get_uv())
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    if not system_packages.ensure(tests=tests):
        return 1
    STAMP.write_text(json.dumps({"inputs": fingerprint(), "tests": tests}), encoding="utf-8")
    print("Ready.")
    return 0


def is_ready(*, tests: bool) -> bool:
    """Return whether an earlier run did everything, for the files as they are now."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return (
        venv_python().exists()
        and stamp.get("inputs") == fingerprint()
        and (not tests or stamp.get("tests") is True)
    )


def fingerprint() -> str:
    """Return a hash of everything that decides what is installed."""
    digest = hashlib.sha256()
    for name in INPUTS:
        digest.update(hashlib.sha256((ROOT / name).read_bytes()).digest())
    return digest.hexdigest()


def venv_python() -> Path:
    """Return the interpreter of the environment (it may not exist yet)."""
    return VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def get_uv() -> Path:
    """Return uv, downloaded and checked the first time.

    Raises:
        SetupError: No wheel for this system, no network, or a wrong content.
    """
    program = ROOT / ".tools" / f"uv-{UV_VERSION}" / ("uv.exe" if WINDOWS else "uv")
    if program.exists():
        return program
    system = (platform.system(), platform.machine())
    if system not in UV_WHEELS:
        msg = f"There is no uv for {' '.join(system)} in scripts/bootstrap.py."
        raise SetupError(msg)
    platform_tag, expected = UV_WHEELS[system]
    wheel_name = f"uv-{UV_VERSION}-py3-none-{platform_tag}.whl"
    print(f"Getting {wheel_name}", flush=True)
    content = fetch(url_of(wheel_name))
    found = hashlib.sha256(content).hexdigest()
    if found != expected:
        msg = f"{wheel_name} is not the file we know (SHA-256 {found}); it was not installed."
        raise SetupError(msg)
    with zipfile.ZipFile(io.BytesIO(content)) as wheel:
        binary = wheel.read(f"uv-{UV_VERSION}.data/scripts/{program.name}")
    program.parent.mkdir(parents=True, exist_ok=True)
    partial = program.with_suffix(".partial")
    partial.write_bytes(binary)
    partial.chmod(0o755)
    partial.replace(program)
    return program


def url_of(wheel_name: str) -> str:
    """Return where the package index keeps a wheel of uv.

    Raises:
        SetupError: The index does not answer, or does not have the wheel.
    """
    index = os.environ.get("UV_DEFAULT_INDEX", "https://pypi.org/simple").rstrip("/")
    page = f"{index}/uv/"
    answer = fetch(page, accept="application/vnd.pypi.simple.v1+json")
    try:
        files = json.loads(answer)["files"]
        found: str = next(file["url"] for file in files if file["filename"] == wheel_name)
    except (ValueError, KeyError, StopIteration):
        msg = f"The package index {index} does not have {wheel_name}."
        raise SetupError(msg) from None
    return urllib.parse.urljoin(page, found)


def fetch(url: str, accept: str = "*/*", attempts: int = 3) -> bytes:
    """Return what is at ``url``, trying again when the network stumbles.

    Raises:
        SetupError: Nothing came, or the certificate of the site is not trusted.
    """
    request = urllib.request.Request(url, headers={"Accept": accept})  # noqa: S310 - the index is ours
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310 - same
            return bytes(answer.read())
    except OSError as error:  # URLError, timeouts and resets are all OSErrors
        reason = getattr(error, "reason", error)
        if attempts == 1:
            msg = f"{url} cannot be read: {reason}."
            raise SetupError(msg) from error
    if isinstance(reason, ssl.SSLCertVerificationError):
        install_certificates(url)
    else:
        time.sleep(1)
    return fetch(url, accept, attempts - 1)


def install_certificates(url: str) -> None:
    """Install the usual certificates on a Debian that has none.

    Raises:
        SetupError: They are installed already, or cannot be.
    """
    wanted = system_packages.CERTIFICATES
    if not system_packages.is_debian() or not system_packages.missing(wanted):
        msg = f"The certificate of {url} is not trusted by this system."
        raise SetupError(msg)
    if not system_packages.install(list(wanted)):
        msg = "Then run this command again."
        raise SetupError(msg)


def synchronise(uv: Path) -> None:
    """Make ``.venv`` hold exactly what ``uv.lock`` lists, byte-compiled.

    Raises:
        SetupError: uv or the compilation failed; uv has said why.
    """
    environment = {
        **os.environ,
        "UV_PROJECT_ENVIRONMENT": str(VENV),
        "UV_PYTHON_PREFERENCE": "system",
        "UV_SYSTEM_CERTS": "true",
    }
    environment.pop("VIRTUAL_ENV", None)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [str(uv), "sync", "--locked", "--compile-bytecode"]
    if not VENV.exists() and SUPPORTED[0] <= sys.version_info[:2] <= SUPPORTED[1]:
        command += ["--python", sys.executable]
    compiled = [str(venv_python()), "-m", "compileall", "-q", "alize_desktop"]
    for step in (command, compiled):
        if subprocess.run(step, cwd=ROOT, env=environment, check=False).returncode != 0:
            msg = "The packages could not be installed: the reason is above."
            raise SetupError(msg)


if __name__ == "__main__":
    sys.exit(main())
