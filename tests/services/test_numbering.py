"""Numbers: the next one is free, whatever the numbers that are there."""

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from alize_desktop.services.numbering import next_number


class Base(DeclarativeBase):
    """Parent of the one table of these tests."""


class Numbered(Base):
    """Something with a number."""

    __tablename__ = "numbered"

    number: Mapped[str] = mapped_column(primary_key=True)


ENGINE = create_engine("sqlite://")
Base.metadata.create_all(ENGINE)


def next_of(*numbers, prefix="2026-", digits=3):
    with ENGINE.connect() as connection, Session(connection) as session:
        for each in numbers:
            session.execute(insert(Numbered).values(number=each))
        return next_number(session, Numbered.number, prefix, digits)


def test_the_first_is_one():
    assert next_of() == "2026-001"


def test_the_longest_is_not_the_greatest():
    assert next_of("2026-0001", "2026-0002", "2026-0003", "2026-007") == "2026-008"


def test_two_dossiers_follow_each_other_after_longer_numbers():
    assert next_of("2026-0003") == "2026-004"
    assert next_of("2026-0003", "2026-004") == "2026-005"


def test_what_is_no_number_of_the_year_does_not_count():
    assert next_of("2026-X9", "2025-040", "2026-", "2026-12b", "26-99") == "2026-001"


@given(
    st.dictionaries(st.integers(0, 10**12), st.integers(1, 14), max_size=12),
    st.integers(1, 5),
)
def test_the_next_number_is_free_and_the_greatest(widths, digits):
    there = {f"2026-{value:0{width}d}" for value, width in widths.items()}
    given_one = next_of(*there, digits=digits)
    assert given_one not in there
    value = given_one.removeprefix("2026-")
    assert int(value) == max(widths, default=0) + 1
    assert len(value) >= digits
    assert int(next_of(*there, given_one, digits=digits).removeprefix("2026-")) == int(value) + 1
