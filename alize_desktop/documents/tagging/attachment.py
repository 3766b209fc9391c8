"""A file inside a paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a paper, for another program: its data, never more to read.

    Attributes:
        name: Its file name.
        media_type: Such as « application/json ».
        content: Its bytes.
        description: One sentence that a reader shows beside its name.
    """

    name: str
    media_type: str
    content: bytes
    description: str
