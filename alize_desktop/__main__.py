"""``python -m alize_desktop`` and the command ``alize-desktop``."""

import gc
import sys


def main() -> None:
    """Run the command line and leave with its status."""
    gc.disable()  # modules are kept: looking for garbage among them only takes time
    from alize_desktop.app import run  # noqa: PLC0415  # after the line above

    gc.freeze()
    gc.enable()
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
