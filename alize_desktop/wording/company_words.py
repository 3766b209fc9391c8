"""How a company and who leads it are named and addressed in letters."""

from typing import Final

from alize_desktop.models.enums import Civility
from alize_desktop.models.records.dossiers import CompanyDetails, DossierSheet
from alize_desktop.rules.text import search_key
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.names import is_feminine, person_name

ADDRESS_HEADERS: Final = ("adresse", "adresse postale", "adresse de l entreprise", "rue", "voie")
"""Columns of a workbook that may hold the street of a company, which no field holds."""

_MANAGER: Final = ("gérant", "gérante")
_PRESIDENT: Final = ("président", "présidente")
_DIRECTOR: Final = ("directeur général", "directrice générale")
_TITLES: Final = {
    "sarl": _MANAGER,
    "eurl": _MANAGER,
    "snc": _MANAGER,
    "sci": _MANAGER,
    "societe a responsabilite limitee": _MANAGER,
    "sas": _PRESIDENT,
    "sasu": _PRESIDENT,
    "societe par actions simplifiee": _PRESIDENT,
    "association": _PRESIDENT,
    "sa": _DIRECTOR,
    "societe anonyme": _DIRECTOR,
}
"""Legal form → who represents the company by law, masculine and feminine."""

_USUAL_TITLE: Final = ("dirigeant", "dirigeante")


def manager_title(company: CompanyDetails) -> str:
    """Return in which capacity somebody leads a company: « gérante », « président »."""
    masculine, feminine = _titles(company.legal_form) or _USUAL_TITLE
    return feminine if is_feminine(company.manager_civility) else masculine


def salutation(company: CompanyDetails) -> str:
    """Return how a letter begins: « Madame la gérante », « Monsieur le président ».

    « Madame, Monsieur » when nothing says who leads the company; « Madame » alone when
    the legal form says nothing of the office.
    """
    if company.manager_civility is None:
        return "Madame, Monsieur"
    feminine = company.manager_civility is Civility.MADAME
    plain = "Madame" if feminine else "Monsieur"
    if _titles(company.legal_form) is None:
        return plain
    return f"{plain} {'la' if feminine else 'le'} {manager_title(company)}"


def manager_name(company: CompanyDetails) -> str:
    """Return who leads a company, with civility; empty when not said."""
    name = company.manager_name.strip()
    return person_name(company.manager_civility, name) if name else ""


def recipient_lines(sheet: DossierSheet) -> tuple[str, ...]:
    """Return the address of a company, line by line: name, person, street, town."""
    company = sheet.company
    street = next((text for header, text in sheet.extra if _is_street(header)), "")
    lines = [
        company.name,
        manager_name(company),
        *street.splitlines(),
        f"{company.postcode} {company.town.upper()}",
    ]
    return tuple(each.strip() for each in lines if each.strip())


def siren_text(siren: str) -> str:
    """Return a SIREN in groups of three: « 999 482 137 »."""
    return NO_BREAK.join(siren[start : start + 3] for start in range(0, len(siren), 3))


def place_of(address: str) -> str:
    """Return the town of an address, from its line with a postcode; empty without one.

    « 12 rue de la Liberté / 21000 Dijon » gives « Dijon ».
    """
    for each in reversed(address.splitlines()):
        postcode, _space, town = each.strip().partition(" ")
        if len(postcode) == 5 and postcode.isascii() and postcode.isdigit() and town.strip():
            return town.strip()
    return ""


def _titles(legal_form: str) -> tuple[str, str] | None:
    """Return who leads a legal form, written as people write it: « S.A.R.L. », « SCOP SA »."""
    key = search_key(legal_form.replace(".", ""))
    known = (_TITLES.get(each) for each in (key, *key.split()))
    return next((each for each in known if each), None)


def _is_street(header: str) -> bool:
    return search_key(header) in ADDRESS_HEADERS
