"""What the letters and agreements of one dossier say: read once, then typeset."""

from dataclasses import dataclass, field
from datetime import date

from alize_desktop.errors import UserError
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.advances import ScheduleVersion
from alize_desktop.models.records.decisions import ConditionState, Decision
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.records.state_aid import AidWeighing


@dataclass(frozen=True, slots=True)
class TakenDecision:
    """A decision on a dossier, and the meeting that took it.

    Attributes:
        day: Day of the meeting.
        schedule: Instalments of the advance: those that were frozen with its agreement or
            amendment, else counted from the day it was first granted, whatever changed
            since; None without one.
        version: The schedule that was frozen, None before the signature.
    """

    decision: Decision
    day: date
    schedule: RepaymentSchedule | None = None
    version: ScheduleVersion | None = None


@dataclass(frozen=True, slots=True)
class DossierPaperRecord:
    """Everything that the papers of one dossier say.

    Attributes:
        today: Day the paper is made, in the programme's own time zone.
        body: Name of the body that decided: « comité d’agrément ».
        body_feminine: Whether that name is feminine: « la commission ».
        is_written: Whether it was consulted in writing.
        approval_months: Months that an approval stays valid.
        taken: The decision that the paper is about; None while there is none.
        before: The approval that held until then; None for a first decision.
        first: The approval that is changed by later ones: that of the advance for an
            agreement or its amendment, the first one otherwise; None without one.
        amended_by: The approval that changed ``taken`` since; None while nothing did.
        last: The last decision on the dossier, whatever it says; None without one.
        partner: The company that lends its staff; None when not chosen.
        aid: What ``taken`` grants as State aid, with what counts with it for its company.
        conditions: Conditions of the decision, and what became of them.
        withdrawal: Reason of a dossier that was withdrawn outside of a meeting.
        is_withdrawn: Whether the dossier is withdrawn as it stands.
        is_rehearsal: Whether nothing of it took place.
    """

    programme: Programme
    identity: PaperIdentity
    sheet: DossierSheet
    today: date
    body: str
    body_feminine: bool = False
    is_written: bool = False
    approval_months: int = 6
    taken: TakenDecision | None = None
    before: TakenDecision | None = None
    first: TakenDecision | None = None
    amended_by: TakenDecision | None = None
    last: TakenDecision | None = None
    partner: PartnerSheet | None = None
    aid: AidWeighing = field(default_factory=AidWeighing)
    conditions: tuple[ConditionState, ...] = ()
    withdrawal: str = ""
    is_withdrawn: bool = False
    is_rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class PaperOffer:
    """A paper that a dossier may have.

    Attributes:
        refusal: Why it cannot be made now; None when it can.
    """

    kind: PaperKind
    refusal: UserError | None = None
