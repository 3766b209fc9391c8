"""What the national register of State aid asks of each aid, in the order of its columns."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

from alize_desktop.models.enums import RegisterStatus
from alize_desktop.models.records.state_aid import AidDuties, AidGrant, AidRegister
from alize_desktop.models.values import Money
from alize_desktop.wording.aid_words import rate_source_text
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted

Told: TypeAlias = str | Money | Decimal | date | None
"""What one column says of an aid: a text, an amount in euros, a rate in percent, a day."""

INSTRUMENT: Final = "Avance remboursable sans intérêt"
REGULATION: Final = "Règlement (UE) 2023/2831, aide de minimis"

_COLUMNS: Final[tuple[tuple[str, Callable[[AidRegister, AidGrant], Told]], ...]] = (
    ("Identifiant unique de l’aide", lambda _register, aid: aid.identifier),
    ("Bénéficiaire", lambda _register, aid: aid.company),
    ("SIREN du bénéficiaire", lambda _register, aid: aid.siren),
    ("Montant de l’aide, équivalent-subvention brut (€)", lambda _, aid: aid.grant_equivalent),
    ("Date d’octroi", lambda _register, aid: aid.granted_on),
    ("Autorité d’octroi", lambda register, _aid: register.authority),
    ("Financeur public", lambda register, _aid: ", ".join(register.funders)),
    ("Instrument d’aide", lambda _register, _aid: INSTRUMENT),
    ("Secteur d’activité (NACE)", lambda _register, aid: nace_text(aid.naf_code)),
    ("Règlement appliqué", lambda _register, _aid: REGULATION),
    ("Montant prêté (€)", lambda _register, aid: aid.amount),
    ("Décision", lambda _register, aid: aid.decision_number),
    ("Méthode de calcul", lambda _register, aid: label(aid.basis.method)),
    ("Taux de base (%)", lambda _register, aid: aid.basis.base_percent),
    ("Source du taux de base", lambda _register, aid: rate_source_text(aid.basis)),
    ("Taux de référence (%)", lambda _register, aid: aid.basis.reference_percent),
    ("Taux d’actualisation (%)", lambda _register, aid: aid.basis.discount_percent),
    ("Part publique du fonds (%)", lambda _register, aid: aid.basis.public_percent),
    ("Statut au registre national", lambda _register, aid: status_text(aid)),
    ("Référence au registre national", lambda _register, aid: aid.register_reference),
    ("Date de déclaration", lambda _register, aid: aid.register_on),
)

HEADERS: Final = tuple(header for header, _told in _COLUMNS)
"""The columns: those of article 6 of the regulation, those of decree 2025-1361, then ours."""


def register_rows(register: AidRegister) -> Iterator[tuple[Told, ...]]:
    """Yield what is told of each aid, column by column."""
    for aid in register.grants:
        yield tuple(told(register, aid) for _header, told in _COLUMNS)


def status_text(aid: AidGrant) -> str:
    """Return where an aid stands in the national register; one that never was says so."""
    if aid.is_effective:
        return label(aid.status)
    is_declared = aid.status is RegisterStatus.DECLARED
    return f"{label(aid.status)}, sans effet" if is_declared else "Sans effet"


def duties_texts(duties: AidDuties) -> Iterator[str]:
    """Yield what is late in the register, a sentence each."""
    if duties.late:
        count = counted(len(duties.late), "aide à déclarer", "aides à déclarer")
        told = ", ".join(each.identifier for each in duties.late)
        yield f"{count} depuis plus de vingt jours ouvrés{NO_BREAK}: {told}."
    if duties.unrecorded:
        one, many = "aide accordée mais non enregistrée", "aides accordées mais non enregistrées"
        count = counted(len(duties.unrecorded), one, many)
        told = ", ".join(duties.unrecorded)
        yield (
            f"{count}{NO_BREAK}: {told}."
            " «\u00a0Enregistrer l’aide\u00a0» est dans le dossier, onglet Aide d’État."
        )


def nace_text(naf_code: str) -> str:
    """Return the NACE class of a NAF code, the letter left out: « 43.22 »."""
    return naf_code.strip().rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
