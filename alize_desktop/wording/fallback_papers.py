"""Sentences of the papers that a meeting is held with by hand: ballots, grids, slips."""

from typing import Final

from alize_desktop.models.enums import AttendanceKind, MajorityBase, MajorityKind
from alize_desktop.models.records.meeting_papers import (
    MeetingPapersRecord,
    PaperPoint,
    PaperSeat,
)
from alize_desktop.models.records.rules import Majority
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.names import counted, member_name, plural
from alize_desktop.wording.results import majority_text

BALLOT_QUESTION: Final = "Ce dossier doit-il être agréé\u00a0?"
"""What a ballot paper asks."""

BALLOT_HINT: Final = (
    "Une seule croix. Blanc\u00a0: abstention. Signé, annoté ou à plusieurs croix\u00a0: nul."
)
"""How a ballot paper is read."""

NO_BALLOT: Final = "Personne ne vote sur ce dossier\u00a0: aucun bulletin n’est imprimé."
"""A dossier without voters."""

COUNTED_ROWS: Final = (
    "Bulletins trouvés dans l’urne",
    "Pour",
    "Contre",
    "Abstentions et bulletins blancs",
    "Bulletins nuls",
)
"""What scrutineers write down, in the order of the screen."""

COUNT_CHECK: Final = (
    "Pour, contre, blancs et nuls ensemble font le nombre de bulletins trouvés. "
    "Les bulletins sont détruits après la proclamation\u00a0; cette feuille est gardée."
)
"""What makes a count right."""

GRID_INTRODUCTION: Final = (
    "À remplir à la main quand l’écran manque, puis à saisir dans le registre. "
    "Une croix par ligne\u00a0; l’heure de chaque arrivée et de chaque départ se note."
)
"""What the roll-call grid is for."""

SLIPS_INTRODUCTION: Final = (
    "Une fiche par dossier, à remplir à la main quand l’écran manque, puis à saisir "
    "dans le registre."
)
"""What decision slips are for."""

VOTE_HOURS: Final = "Vote ouvert à …… h ……, clos à …… h ……, proclamé à …… h ……"
"""Hours of a ballot, to be written."""

COUNTS_LINE: Final = "…… pour, …… contre, …… abstentions, …… ne prennent pas part"
"""Counts of a ballot, to be written."""

CONDITION_KINDS: Final = ("préalable", "suivi")
"""When a condition is to be met, in a word each."""

OTHER_REASON: Final = "Autre motif"
"""A reason of a refusal that is none of the list."""

STEPPED_ASIDE: Final = "déport"
"""What stands in the row of a member who takes no part."""


_BASES: Final = {
    MajorityBase.CAST: "les suffrages exprimés",
    MajorityBase.CAST_AND_ABSTENTIONS: "les suffrages exprimés et les abstentions",
    MajorityBase.PRESENT_AND_REPRESENTED: "les voix présentes et représentées",
    MajorityBase.IN_OFFICE: "les voix des membres en exercice",
}


def printed_text(point: PaperPoint, *, is_called: bool) -> str:
    """Return how many ballot papers are printed, and for whom."""
    number = counted(point.voters, "bulletin")
    made = plural(point.voters, "imprimé", "imprimés")
    if is_called:
        return f"{number} {made}, un par votant."
    return (
        f"{number} {made}, un par siège, avant l’appel. N’en distribuez qu’un par votant et "
        "détruisez les autres avant le vote."
    )


def quorum_to_reach(record: MeetingPapersRecord) -> str:
    """Return « Quorum à atteindre : 9 membres sur 17, pouvoirs compris. »."""
    of = counted(record.quorum.in_office, "siège")
    required = counted(record.quorum.required, "membre")
    proxies = ", pouvoirs compris" if record.rules.quorum.counts_proxies else ", hors pouvoirs"
    return (
        f"Quorum à atteindre{NO_BREAK}: {required} sur {of}{'' if record.is_written else proxies}."
    )


def vote_note(seat: PaperSeat, point: PaperPoint) -> str:
    """Return what is noted beside a voter: proxy, substitute, recusal."""
    for each in point.recusals:
        if each.member.id == seat.member.id:
            return "déport déclaré" if each.is_declared else "déport à confirmer"
    if seat.kind is AttendanceKind.REPRESENTED and seat.holder is not None:
        return f"pouvoir à {member_name(seat.holder.sheet)}"
    if seat.kind is AttendanceKind.SUBSTITUTED and seat.alternate is not None:
        return f"par {member_name(seat.alternate.sheet)}"
    return ""


def dossier_quorum(point: PaperPoint) -> str:
    """Return « Quorum du dossier : 9 membres ; comptés au moment du vote : …… »."""
    required = counted(point.required, "membre")
    return f"Quorum du dossier{NO_BREAK}: {required}{NO_BREAK}; comptés au moment du vote{NO_BREAK}: ……"


def majority_line(majority: Majority) -> str:
    """Return what adopts: « Majorité absolue, comptée sur les suffrages exprimés. »."""
    named = majority_text(majority)
    if majority.kind is MajorityKind.STRICT_HALF:
        named = "majorité absolue"
    return f"{named[0].upper()}{named[1:]}, comptée sur {_BASES[majority.base]}."


def months_text(months: int) -> str:
    """Return « 48 mois », a dash for none."""
    return f"{months}{NO_BREAK}mois" if months else "—"
