"""The question asked before a version of the rules is adopted."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.rules import RulesDraft
from alize_desktop.ui.regulation.changes_card import difference_text
from alize_desktop.ui.regulation.setting import Difference
from alize_desktop.wording.dates import long_date

translate = QCoreApplication.translate

_TOLD = 8
"""Changes listed in the question; the others are counted."""


def adopting_question(draft: RulesDraft) -> str:
    """Return the question itself."""
    words = translate("regulation", "Adopter «\u00a0{label}\u00a0», à partir du {day}\u00a0?")
    return words.format(label=draft.label, day=long_date(draft.effective_on))


def adopting_detail(draft: RulesDraft, differences: Sequence[Difference]) -> str:
    """Return what adopting means, and what changes."""
    del draft
    meaning = translate(
        "regulation",
        "Une version adoptée ne se modifie plus et ne s’efface pas. Les procès-verbaux des "
        "séances qu’elle régit la nommeront.",
    )
    lines = [f"•\u00a0{difference_text(each)}" for each in differences[:_TOLD]]
    if len(differences) > _TOLD:
        more = translate("regulation", "… et {count} autres réglages.")
        lines.append(more.format(count=len(differences) - _TOLD))
    if not lines:
        lines = [translate("regulation", "Aucun réglage ne change.")]
    return "\n".join((meaning, "", *lines))
