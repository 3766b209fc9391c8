"""The programme that the registry is about: a single row."""

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
