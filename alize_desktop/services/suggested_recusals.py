"""Who might step aside from a dossier, from declared interests and employers."""

from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.people import Member, Partner
from alize_desktop.rules.recusals import conflicts
from alize_desktop.wording.meetings import recusal_reason


def suggested(member: Member, sheet: DossierSheet, _partners: tuple[Partner, ...]) -> str:
    """Return why a member might step aside from a dossier; empty when nothing says so."""
    company = sheet.company
    parties = {"company": company.name, "bank": company.bank, "accountant": company.accountant}
    found = conflicts((member.sheet.interests, member.sheet.organisation), parties)
    return recusal_reason(found[0], parties[found[0]]) if found else ""
