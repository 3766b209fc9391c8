"""The papers of a meeting: made or to make, there or gone, older than the data or not."""

from dataclasses import replace
from pathlib import Path

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import PaperKind
from alize_desktop.services import paper_ages
from alize_desktop.services.paper_listing import PaperListService
from alize_desktop.services.work import drained

ONE, TWO = "2026-001", "2026-002"
CONDUCTOR = "2 En séance/Conducteur.pdf"
NOTICE = "1 Avant la séance/Convocation 01 Bruno-Martin-A.pdf"
MAILS = "1 Avant la séance/Courriels"


@pytest.fixture
def meeting(office):
    programme = office.services.programme.programme()
    office.services.programme.save(replace(programme, operator="Chambre de commerce"))
    return office.prepare(ONE, TWO)


@pytest.fixture
def listing(office):
    return PaperListService(office.registry)


@pytest.fixture
def found(listing, meeting, tmp_path):
    """Return the line of a name."""

    def find(name):
        lines = listing.of_meeting(meeting, tmp_path)
        return next(each for each in lines if each.name == name)

    return find


def make(listing, meeting, name, folder):
    return drained(listing.make(meeting, name, folder))


def test_what_may_be_made_is_listed_before_it_is(found):
    line = found(CONDUCTOR)
    assert line.is_planned
    assert (line.paper, line.is_there, line.is_stale) == (None, False, False)


def test_a_paper_is_made_in_the_folder_of_its_meeting(listing, meeting, found, tmp_path):
    made = make(listing, meeting, CONDUCTOR, tmp_path)
    line = found(CONDUCTOR)
    assert line.paper.kind is PaperKind.CONDUCTOR
    assert Path(made[0].path) == tmp_path / "2026-11-23_comité" / CONDUCTOR
    assert line.is_there
    assert not line.is_stale


def test_a_file_that_was_moved_is_said_gone(listing, meeting, found, tmp_path):
    Path(make(listing, meeting, CONDUCTOR, tmp_path)[0].path).unlink()
    assert not found(CONDUCTOR).is_there


def test_a_dossier_saved_since_makes_a_paper_older_than_the_data(
    office, listing, meeting, found, tmp_path
):
    make(listing, meeting, CONDUCTOR, tmp_path)
    sheet = office.detail(ONE).sheet
    office.services.dossiers.save(
        office.dossier(ONE),
        replace(sheet, company=replace(sheet.company, town="Toul")),
        office.detail(ONE).revision,
    )
    assert found(CONDUCTOR).is_stale
    office.clock.advance(1)
    make(listing, meeting, CONDUCTOR, tmp_path)
    assert not found(CONDUCTOR).is_stale


def test_a_member_saved_since_makes_their_notice_older_and_no_other(
    office, listing, meeting, found, tmp_path
):
    make(listing, meeting, NOTICE, tmp_path)
    assert found(NOTICE).who == office.member(1).sheet.full_name
    office.edit_member(2, email="autre@exemple.fr")
    assert not found(NOTICE).is_stale
    office.edit_member(1, email="a@exemple.fr")
    assert found(NOTICE).is_stale


def test_what_happens_in_the_room_leaves_a_conductor_as_it_is_and_ages_the_minutes(
    office, listing, meeting, found, tmp_path
):
    make(listing, meeting, CONDUCTOR, tmp_path)
    target = tmp_path / "2026-11-23_comité"
    office.services.committee.open(meeting)
    office.services.committee.all_present(meeting)
    pv = target / "pv.pdf"
    drained(office.services.minutes.export(meeting, pv))
    assert not found("pv.pdf").is_stale
    assert not found("pv.pdf").is_planned
    office.services.committee.establish_quorum(meeting)
    assert found("pv.pdf").is_stale
    assert not found(CONDUCTOR).is_stale


def test_mails_are_one_thing_to_make_and_several_files(office, listing, meeting, found, tmp_path):
    office.edit_member(1, email="a@exemple.fr")
    make(listing, meeting, MAILS, tmp_path)
    lines = listing.of_meeting(meeting, tmp_path)
    mails = [each for each in lines if each.name.startswith(MAILS)]
    assert [each.is_planned for each in mails] == [True] + [False] * (len(mails) - 1)
    assert {each.paper.kind for each in mails} == {PaperKind.CALENDAR, PaperKind.MAIL}


def test_a_paper_made_elsewhere_is_listed_under_its_path(office, listing, meeting, tmp_path, found):
    path = tmp_path / "ailleurs.pdf"
    drained(office.services.meeting_papers.conductor(meeting, path))
    line = found(str(path))
    assert not line.is_planned
    assert line.is_there


def test_a_paper_that_is_not_planned_is_refused(office, listing, meeting, tmp_path, refused):
    with refused(ErrorCode.PAPER_NOT_FOUND, office):
        make(listing, meeting, "3 Après la séance/autre.pdf", tmp_path)


def test_the_papers_of_a_dossier_are_those_made_of_it(office, listing, tmp_path):
    meeting = office.hold(ONE)
    office.approve(meeting, ONE)
    office.services.committee.close(meeting)
    drained(office.services.schedules.export(office.dossier(ONE), tmp_path / "e.xlsx"))
    (line,) = listing.of_dossier(office.dossier(ONE))
    assert line.paper.kind is PaperKind.SCHEDULE
    assert not line.is_stale


def test_what_ages_the_papers_of_a_meeting_is_written_in_the_journal_by_somebody():
    services = Path(paper_ages.__file__).parent
    written = [each.read_text(encoding="utf-8") for each in services.glob("*.py")]
    for action in (*paper_ages.PREPARATION, paper_ages.OF_A_READER):
        assert sum(f'"{action}"' in each for each in written) > 1, action
