"""Which company the past means by a name: one may have several sites, two may be homonyms."""

from collections.abc import Iterable, Sequence

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.rules.text import search_key


def sites_near(sites: Sequence[PartnerSheet], basin: str) -> tuple[PartnerSheet, ...]:
    """Return those of the basin of a dossier, or else all of them."""
    wanted = search_key(basin)
    near = tuple(each for each in sites if search_key(each.basin) == wanted)
    return near or tuple(sites)


def check_one_company(name: str, sites: Iterable[PartnerSheet]) -> None:
    """Refuse a name that several companies bear: nobody can tell which one lent.

    Raises:
        UserError: ``HISTORY_PARTNER_AMBIGUOUS``.
    """
    sirens = sorted({each.siren for each in sites})
    if len(sirens) > 1:
        raise UserError(
            ErrorCode.HISTORY_PARTNER_AMBIGUOUS, partner=name, first=sirens[0], other=sirens[1]
        )
