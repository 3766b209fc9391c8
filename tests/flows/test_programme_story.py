"""The story of the founding article, told in the real window, and what the report says of it."""

import pytest

from tests.clocks import TickingClock
from tests.flows.programme_cast import FILED, make_programme
from tests.flows.programme_chapters import Story
from tests.flows.programme_desk import Desk

pytestmark = [pytest.mark.flows, pytest.mark.retold]


@pytest.fixture
def story(qapp, tmp_path):
    clock = TickingClock(FILED.year, FILED.month, FILED.day, 9)
    path = tmp_path / "bassin.alize"
    make_programme(path, clock)
    desk = Desk(path, tmp_path, clock)
    yield Story(desk, clock)
    desk.end()
    qapp.styleHints().unsetColorScheme()


def test_a_company_that_wants_to_grow_is_lent_who_recruits_and_creates_two_jobs(story):
    for chapter in story.chapters():
        chapter()
        assert story.desk.is_sound(), chapter.__name__
