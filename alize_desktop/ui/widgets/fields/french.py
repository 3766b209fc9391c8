"""The sentence of an error."""

from alize_desktop.errors import UserError

try:
    from alize_desktop.wording.errors import message_of as message_of  # noqa: PLC0414
except ModuleNotFoundError:

    def message_of(error: UserError) -> str:
        """Return the sentence."""
        return f"{error.code} {error.params}"
