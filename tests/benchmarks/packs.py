"""A pack of 40 dossiers with 20 attached pages each, against one of 10: memory and time.

Each pack is made by a program of its own, started by ``measure`` with this very file, so
that its peak of memory is its own.
"""

import resource
import statistics
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

from measures import Measure, make_registry, utc_now
from meeting import prepare
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services

FEW, MANY, PAGES = 10, 40, 20
RUNS = 3


def measure(folder):
    """Return the lines of the packs: memory of many dossiers against few, time likewise."""
    few, many = (prepared(folder / f"bench-{dossiers}.alize", dossiers) for dossiers in (FEW, MANY))
    spent = [(made(few, folder), made(many, folder)) for _run in range(RUNS)]
    memory = [statistics.median(run[each][1] for run in spent) for each in (0, 1)]
    seconds = [statistics.median(run[each][0] for run in spent) for each in (0, 1)]
    growth = seconds[1] / seconds[0] / (MANY / FEW)
    name = f"pack of {MANY} dossiers against {FEW}"
    detail = f"{memory[1] / 1024:.0f} MB against {memory[0] / 1024:.0f} MB, {PAGES} pages each"
    times = f"{seconds[1]:.1f} s against {seconds[0]:.1f} s, {RUNS} runs"
    return [
        Measure(f"{name}, memory", memory[1] / memory[0], 1.5, "×", detail),
        Measure(f"{name}, time by dossier", growth, 1.15, "×", times),
    ]


def prepared(path, dossiers):
    """Make a registry whose one meeting has so many dossiers, each with a document."""
    make_registry(path, 2 * MANY)
    with Registry.open(path, utc_now) as registry:
        services = Services(registry)
        meeting = prepare(services, dossiers)
        document = path.with_suffix(".pdf")
        for number, line in enumerate(services.meetings.detail(meeting).agenda):
            document.write_bytes(scanned(number))
            services.dossiers.attach(line.dossier_id, document)
    return path


def scanned(number):
    """Return a PDF of many pages, each with words and a picture of its own."""
    file = BytesIO()
    canvas = Canvas(file)
    for page in range(PAGES):
        picture = BytesIO()
        Image.effect_noise((300, 220), 80).save(picture, "JPEG")
        canvas.drawString(60, 780, f"Dossier {number}, page {page}")
        canvas.drawImage(ImageReader(picture), 60, 400, 400, 300)
        for line in range(20):
            canvas.drawString(
                60, 380 - 15 * line, f"Ligne {line} de la page {page} : " + "mot " * 15
            )
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def made(path, folder):
    """Return the seconds and the kilobytes that a program took for a pack."""
    command = [sys.executable, __file__, str(path), str(folder / "pack.pdf")]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, kilobytes = done.stdout.split()
    return float(seconds), int(kilobytes)


def make(path, target):
    """Make the pack of the only meeting of a registry; print seconds and kilobytes."""
    with Registry.open(path, utc_now) as registry:
        services = Services(registry)
        services.load()
        (meeting,) = services.meetings.rows()
        start = time.perf_counter()
        for _step in services.packs.pack(meeting.id, None, target):
            pass
        spent = time.perf_counter() - start
    print(spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]))
