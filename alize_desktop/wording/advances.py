"""Why an advance cannot be released, in French."""

from collections.abc import Sequence

from alize_desktop.models.enums import AdvanceState
from alize_desktop.models.records.advances import ScheduleVersion
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label

_STATES = {
    AdvanceState.GRANTED: "la convention n’est pas signée",
    AdvanceState.LAPSED: "l’accord du comité n’est plus valable",
    AdvanceState.GIVEN_UP: "le dossier a été retiré",
    AdvanceState.ACCELERATED: "elle est devenue exigible",
    AdvanceState.IN_LITIGATION: "elle est au contentieux",
    AdvanceState.WAIVED: "la créance est abandonnée",
    AdvanceState.LOST: "la créance est perdue",
}


def release_blocks(
    state: AdvanceState,
    conditions: Sequence[str],
    *,
    is_given_up: bool = False,
    is_granted: bool = True,
) -> tuple[str, ...]:
    """Return why money cannot be released, each as the end of a sentence.

    Args:
        state: Of the advance.
        conditions: Texts of the conditions that come first and are not met yet.
        is_given_up: Whether the dossier was withdrawn, money released before or not.
        is_granted: Whether the last decision still grants money.
    """
    state = AdvanceState.GIVEN_UP if is_given_up else state
    blocks = [_STATES[state]] if state in _STATES else []
    if not is_granted:
        blocks.append("la dernière décision du comité n’accorde plus d’avance")
    blocks += [
        f"la condition préalable «{NO_BREAK}{each}{NO_BREAK}» n’est pas levée"
        for each in conditions
    ]
    return tuple(blocks)


def schedule_basis(version: ScheduleVersion) -> str:
    """Return which schedule is in force, and since when."""
    reason = label(version.reason)
    return (
        f"Échéancier figé, version {version.version}{NO_BREAK}: {reason[0].lower()}{reason[1:]}, "
        f"en vigueur depuis le {long_date(version.effective_on)} "
        f"(décision n°{NO_BREAK}{version.decision_number})."
    )


def sentence(clause: str) -> str:
    """Return a clause as a sentence: « La convention n’est pas signée. »."""
    return f"{clause[0].upper()}{clause[1:]}."
