"""What the national register asks of the aids of a year, read in one transaction."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.records.state_aid import AidRegister
from alize_desktop.models.tables.fund import StoredFunder
from alize_desktop.rules.text import search_key
from alize_desktop.services.aid_grants import grants_of_year
from alize_desktop.services.programme import read_programme
from alize_desktop.wording.aid_words import authority_text


def read_register(session: Session, year: int) -> AidRegister:
    """Return the aids granted in a year, with who grants and who pays them."""
    funders = session.scalars(select(StoredFunder.name).where(StoredFunder.is_public))
    return AidRegister(
        year=year,
        authority=authority_text(read_programme(session)),
        funders=tuple(sorted(funders, key=search_key)),
        grants=grants_of_year(session, year),
    )
