"""Members of the committee and partner companies."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.enums import Agreement, Civility, MemberCollege, MemberOffice
from alize_desktop.models.tables.base import STRICT, Base, reference
from alize_desktop.models.tables.types import JsonType, WeightType
from alize_desktop.models.tables.vocabulary import one_of


class StoredMember(Base):
    """A member of the committee. Nobody is deleted: who leaves has a day of leaving.

    Attributes:
        alternate_of_id: Full member this person replaces, None for a full member.
        left_on: None while in office.
    """

    __tablename__ = "member"
    __table_args__ = (
        CheckConstraint("seat >= 1", name="seat_positive"),
        Index("ix_member_seat", "seat"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    seat: Mapped[int]
    civility: Mapped[Civility] = one_of(Civility, "civility")
    first_name: Mapped[str]
    last_name: Mapped[str]
    organisation: Mapped[str]
    college: Mapped[MemberCollege] = one_of(MemberCollege, "college")
    office: Mapped[MemberOffice] = one_of(MemberOffice, "office")
    weight: Mapped[Decimal] = mapped_column(WeightType)
    alternate_of_id: Mapped[UUID | None] = mapped_column(reference("member.id"))
    email: Mapped[str] = mapped_column(default="")
    interests: Mapped[str] = mapped_column(default="")
    left_on: Mapped[date | None]


class StoredPartner(Base):
    """A partner company that lends money or gives days.

    Attributes:
        skills: Categories of competences offered, a JSON list of texts.
    """

    __tablename__ = "partner"
    __table_args__ = (CheckConstraint("days_per_year >= 0", name="days_not_negative"), STRICT)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    siren: Mapped[str]
    basin: Mapped[str] = mapped_column(default="")
    large_group: Mapped[Agreement] = one_of(Agreement, "large_group")
    skills: Mapped[list[str]] = mapped_column(JsonType)
    days_per_year: Mapped[int] = mapped_column(default=0)
    correspondent: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
