"""The programme that the registry is about, and whether the file is a rehearsal."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.enums import HolidayCalendar
from alize_desktop.models.tables.base import STRICT, Base
from alize_desktop.models.tables.vocabulary import one_of
from alize_desktop.models.values import Money


class StoredProgramme(Base):
    """Settings of the programme, field for field those of ``Programme``."""

    __tablename__ = "programme"
    __table_args__ = (CheckConstraint("id = 1", name="single_row"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    basin: Mapped[str]
    operator: Mapped[str]
    body_name: Mapped[str]
    time_zone: Mapped[str]
    calendar: Mapped[HolidayCalendar] = one_of(HolidayCalendar, "calendar")
    fund_amount: Mapped[Money | None]
    is_demonstration: Mapped[bool]


class StoredRehearsal(Base):
    """The mark of a copy made to rehearse. Never changed, never deleted.

    A registry in which a committee decides has no row; a rehearsal keeps its own
    for ever, so that nothing done in it is ever taken for real.

    Attributes:
        source: Name of the file it was copied from.
    """

    __tablename__ = "rehearsal"
    __table_args__ = (CheckConstraint("id = 1", name="single_row"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    source: Mapped[str]
    copied_at: Mapped[datetime]
