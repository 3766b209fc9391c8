"""The example that previews of templates are about: one invented dossier."""

from typing import Final

from alize_desktop.wording.template_words import FIELD_WORDS


def _example(name: str) -> str:
    return FIELD_WORDS[name][1]


EXAMPLE_COMPANY_LINES: Final = (
    _example("entreprise"),
    _example("dirigeant"),
    "12 rue des Forges",
    f"21200 {_example('commune').upper()}",
)
"""Address of the company, line by line."""

EXAMPLE_MEMBER_LINES: Final = ("Toiture Pâturages", _example("membre"))
"""Address of a member, line by line."""

EXAMPLE_PLACE_AND_DATE: Final = f"À Dijon, le {_example('date_du_jour')}"
"""Where and when the letter is written."""

EXAMPLE_LATE_PLACE_AND_DATE: Final = "À Dijon, le 28 octobre 2027"
"""The same for a letter about an advance, or jobs, that are late."""

EXAMPLE_REFERENCE: Final = f"dossier {_example('dossier')}, décision {_example('decision')}"
"""What to quote in an answer."""

EXAMPLE_SIGNATORIES: Final = (
    (f"Pour {_example('operateur')}", _example("signataire")),
    (f"Pour {_example('entreprise')}", f"{_example('dirigeant')}, {_example('qualite')}"),
)
"""Who signs an agreement: (capacity, name)."""


def example_operator(operator: str) -> str:
    """Return the name of an office, or that of the example when it has none."""
    return operator.strip() or _example("operateur")
