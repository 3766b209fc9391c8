"""What is typed in several lines, with the no-break spaces that Qt would make plain."""

from PySide6.QtWidgets import QPlainTextEdit


def raw_text(edit: QPlainTextEdit) -> str:
    """Return the text as it stands; ``toPlainText`` loses its no-break spaces."""
    return edit.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
