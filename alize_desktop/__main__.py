"""``python -m alize_desktop`` and the command ``alize-desktop``."""

import sys

from alize_desktop.app import run


def main() -> None:
    """Run the command line and leave with its status."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
