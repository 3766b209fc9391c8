"""Members of the committee and partner companies."""

from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from alize_desktop.models.enums import Agreement, Civility, MemberCollege, MemberOffice


@dataclass(frozen=True, slots=True)
class MemberSheet:
    """What is known of a member, before it has an identifier.

    Attributes:
        weight: Voices of the seat, exact; 0 for an alternate or a guest.
        alternate_of: Full name (first name then name) of the full member this
            person replaces; empty for a full member.
        interests: Declared interests, one a line; empty when none.
    """

    civility: Civility
    first_name: str
    last_name: str
    organisation: str
    college: MemberCollege
    office: MemberOffice
    weight: Decimal
    alternate_of: str = ""
    email: str = ""
    interests: str = ""

    @property
    def full_name(self) -> str:
        """First name, then name."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the committee, in office.

    Attributes:
        seat: Number of the seat in the roll, from 1; alternates have their own.
        alternate_of_id: Full member this person replaces, None for a full member.
    """

    id: UUID
    seat: int
    sheet: MemberSheet
    alternate_of_id: UUID | None = None

    @property
    def has_seat(self) -> bool:
        """Whether the member counts among the members in office."""
        return self.alternate_of_id is None and self.sheet.weight > 0


@dataclass(frozen=True, slots=True)
class PartnerSheet:
    """A partner company, before it has an identifier.

    Attributes:
        siren: Nine digits.
        large_group: Whether its group has 5,000 employees or more.
        skills: Categories of competences offered.
        days_per_year: Days offered a year, >= 0.
    """

    name: str
    siren: str
    basin: str = ""
    large_group: Agreement = Agreement.UNKNOWN
    skills: tuple[str, ...] = field(default_factory=tuple)
    days_per_year: int = 0
    correspondent: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner company of the programme."""

    id: UUID
    sheet: PartnerSheet
