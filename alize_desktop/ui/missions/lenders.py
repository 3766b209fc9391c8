"""Which partner companies a mission may be asked of: those that answer the need first."""

from dataclasses import dataclass
from uuid import UUID

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.matching import PartnerMatch
from alize_desktop.models.records.missions import DossierMissions
from alize_desktop.services.bundle import Services
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.matches import reason_text
from alize_desktop.wording.mission_lists import excluded_text, lender_text


@dataclass(frozen=True, slots=True)
class Lender:
    """A partner that may be chosen.

    Attributes:
        text: Its name, with its rank and the days left when they are known.
        why: Its reasons, in sentences.
    """

    partner_id: UUID
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Lenders:
    """The partners in the order proposed.

    Attributes:
        note: Which ones are excluded, or why they are not ranked.
    """

    choices: tuple[Lender, ...]
    note: str = ""

    def proposed(self, *wanted: UUID | None) -> UUID:
        """Return the first of some partners that may be chosen, or else the best one."""
        known = [each.partner_id for each in self.choices]
        return next((each for each in wanted if each in known), known[0])

    def why(self, partner_id: UUID | None) -> str:
        """Return why a partner is proposed."""
        return next((each.why for each in self.choices if each.partner_id == partner_id), "")


def find_lenders(services: Services, dossier_id: UUID, missions: DossierMissions) -> Lenders:
    """Return the partners ranked for what was granted; by name when the need is unknown.

    Args:
        services: Of the open registry.
        dossier_id: The dossier.
        missions: What was granted to it: a competence, and perhaps the partner.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``.
    """
    try:
        matches = services.matching.rank(dossier_id, missions.category)
    except UserError as error:
        if error.code is not ErrorCode.NEED_MISSING:
            raise
        return Lenders(all_lenders(services), message_of(error))
    kept = tuple(
        _ranked(each, is_named=each.partner_id == missions.partner_id)
        for each in matches
        if each.conflict is None
    )
    return Lenders(kept, excluded_text(matches))


def all_lenders(services: Services) -> tuple[Lender, ...]:
    """Return every partner, by name."""
    partners = services.people.partners()
    return tuple(Lender(each.id, each.sheet.name) for each in partners)


def _ranked(match: PartnerMatch, *, is_named: bool) -> Lender:
    why = " ".join(map(reason_text, match.reasons))
    return Lender(match.partner_id, lender_text(match, is_named=is_named), why)
