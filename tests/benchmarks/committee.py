"""A key in the vote grid and a new layout of the room, up to the repaint of each.

Two meetings are held side by side, a usual one and the largest one, in the real
windows on real files. They are measured in turns, with bare inserts in between: what
slows the machine down slows all of them, and their ratios stay. The slower half of the
turns is left out: something else was running then.
"""

import gc
import os
import statistics
from contextlib import ExitStack
from itertools import chain
from pathlib import Path

from measures import Measure, spent_ms, utc_now
from voting import BareInsert

os.environ["QT_QPA_PLATFORM"] = "offscreen"

USUAL, LARGEST = (17, 10), (60, 40)
"""Members and dossiers."""

FRAME = 16
ROLLS, INSERTS = 12, 20
SHOWINGS = 15


def measure(path, folder):
    """Return one line for each bound of the committee mode."""
    from alize_desktop.app import make_window

    folder = Path(folder)
    with ExitStack() as held:
        window = make_window(folder / "settings.toml", folder, utc_now)
        held.callback(window.close)
        from hall import Hall

        bare = held.enter_context(BareInsert(folder / "bare-keys.db"))
        halls = [Hall(held, path, folder, size) for size in (USUAL, LARGEST)]
        gc.collect()
        gc.freeze()  # as the program does once its first window is built
        return [*key_lines(*halls, bare), *room_lines(*halls)]


def key_lines(usual, largest, bare):
    """Measure rolls of answers by keys, each recorded, durable, and painted."""
    usual.roll()  # the first builds what is built once
    largest.roll()
    turns = [
        (usual.roll(), spent_ms(bare.insert, INSERTS), largest.roll()) for _turn in range(ROLLS)
    ]
    turns = quieter_half(turns, lambda turn: statistics.median(turn[0]))
    keys, inserts, many = (list(chain(*spent)) for spent in zip(*turns, strict=True))
    half, single = statistics.median(keys), statistics.median(inserts)
    large = statistics.median(many)
    detail = f"{len(keys)} keys, {single:.2f} ms for a bare insert"
    of = f"60 members, 40 dossiers: {large:.2f} ms, p95 {p95(many):.2f} ms"
    return [
        Measure("vote key to painted tile, median", half, FRAME, "ms", detail),
        Measure("vote key to painted tile, p95", p95(keys), 2 * FRAME + 1, "ms", detail),
        Measure("vote key against a bare insert", half / single, 3, "×", detail),
        Measure("vote key, largest meeting against usual", large / half, 1.5, "×", of),
    ]


def room_lines(usual, largest):
    """Measure each layout of the room window, from its state to its only repaint."""
    spent, paints = {}, 0
    for number in range(SHOWINGS + 1):
        for layout in usual.meeting.scenes:
            for hall in (usual, largest):
                once, times = hall.show(layout)
                paints = max(paints, times)
                if number:  # the first loads what is loaded once
                    spent.setdefault((layout, hall), []).append(once)
    half = {each: statistics.median(quieter_half(times)) for each, times in spent.items()}
    lines, worst = [], (0.0, "")
    for layout in usual.meeting.scenes:
        small, large = half[layout, usual], half[layout, largest]
        name = f"room, {layout.value.replace('_', ' ')}"
        detail = f"60 members, 40 dossiers: {large:.2f} ms"
        lines.append(Measure(name, small, FRAME, "ms", detail))
        worst = max(worst, (large / small, f"{name}: {large:.2f} ms against {small:.2f} ms"))
    lines.append(Measure("room, largest meeting against usual", worst[0], 1.5, "×", worst[1]))
    lines.append(Measure("room, repaints of a new layout", paints, 1, "×", "one is no flicker"))
    return lines


def quieter_half(turns, key=None):
    return sorted(turns, key=key)[: (len(turns) + 1) // 2]


def p95(spent):
    return statistics.quantiles(spent, n=20)[-1]
