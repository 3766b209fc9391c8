"""What people read on a paper: its text, and the figures in it."""

import re
import subprocess
from datetime import date
from pathlib import Path

from alize_desktop.models.values import Money

_SPACES = re.compile(r"[ \u00a0\u202f]+")


def printed(path: Path) -> str:
    """Return the words of a PDF as they stand on its pages."""
    command = ["pdftotext", "-layout", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def one_line(text: str) -> str:
    """Return a text with one plain space between its words."""
    return " ".join(text.split())


def money(text: str) -> Money:
    """Return what an amount says: « 1 041,67 € »; a dash is nothing."""
    digits = re.sub(r"[^0-9,]", "", text)
    euros, _, cents = digits.partition(",")
    return Money(int(euros or 0) * 100 + int(cents or 0))


def number(text: str) -> int:
    """Return what a number says, a dash being nothing."""
    return int(re.sub(r"[^0-9]", "", text) or 0)


def day(text: str) -> date:
    """Return what « 15/07/2027 » says."""
    return date(*(int(each) for each in reversed(text.split("/"))))


def instalments_of(text: str) -> list[tuple[int, date, Money, Money]]:
    """Return the rows of a printed schedule: number, day, amount, what is left."""
    row = re.compile(
        r"^\s*(\d+)\s+(\d\d/\d\d/\d{4})\s+([\d ]+,\d\d) €\s+([\d ]+,\d\d) €\s*$", re.MULTILINE
    )
    plain = "\n".join(_SPACES.sub(" ", line) for line in text.splitlines())
    return [(int(n), day(on), money(paid), money(left)) for n, on, paid, left in row.findall(plain)]
