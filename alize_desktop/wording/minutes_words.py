"""Words of others taken into the sentences of the minutes."""


def ended(text: str) -> str:
    """Return a text on one line that ends as a sentence does, whatever it ended with."""
    words = " ".join(text.split())
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def unended(text: str) -> str:
    """Return a text on one line that a sentence may go on after."""
    return " ".join(text.split()).rstrip(".")
