"""What signing takes from pyHanko, loaded without anything that could reach a network.

pyHanko loads its client of time stamp servers with the rest, and that client loads
``aiohttp``, which is not installed. A module that answers nothing stands in its place
while pyHanko is loaded: what would call a server cannot be built.
"""

from typing import NoReturn


class NoNetworkError(Exception):
    """Stands for everything of ``aiohttp``: it can be named, never made."""

    def __init__(self, *_arguments: object, **_named: object) -> None:
        super().__init__("signing never reaches a network")

    def __new__(cls, *_arguments: object, **_named: object) -> NoReturn:
        """Refuse."""
        msg = "signing never reaches a network"
        raise RuntimeError(msg)
