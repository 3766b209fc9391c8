"""Where things are: data, logs and resources.

The one place that knows whether the program runs from its sources, from an
installed wheel or from a frozen bundle.
"""

import sys
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).parent


def resource(*parts: str) -> Path:
    """Return the path of a shipped file, such as ``resource("fonts", "Inter.ttf")``."""
    bundle = getattr(sys, "_MEIPASS", None)
    candidates = (
        [Path(bundle) / "resources"]
        if bundle
        else [_PACKAGE / "_resources", _PACKAGE.parent / "resources"]
    )
    root = next((each for each in candidates if each.is_dir()), candidates[-1])
    return root.joinpath(*parts)


def guide(page: str) -> Path:
    """Return the path of a page of the user guide, such as ``guide("vote")``.

    The pages are shipped with the resources; run from its sources, the program reads
    those of the documentation.
    """
    shipped = resource("guide")
    folder = shipped if shipped.is_dir() else _PACKAGE.parent / "docs" / "guide"
    return folder / f"{page}.md"


def settings_file() -> Path:
    """Return the file of the user's settings (it may not exist yet)."""
    return platformdirs.user_config_path("alize-desktop", appauthor=False) / "settings.toml"


def log_folder() -> Path:
    """Return the folder of the log files (it may not exist yet)."""
    return platformdirs.user_log_path("alize-desktop", appauthor=False)


def log_file() -> Path:
    """Return the log, which is named when a bug is told (it may not exist yet)."""
    return log_folder() / "alize.log"


def data_folder() -> Path:
    """Return the folder where a registry is proposed to be kept."""
    return platformdirs.user_documents_path() / "Alizé"


def program() -> list[str]:
    """Return the command that runs this program again, without its arguments."""
    if hasattr(sys, "_MEIPASS"):
        return [sys.executable]
    return [sys.executable, "-m", "alize_desktop"]
