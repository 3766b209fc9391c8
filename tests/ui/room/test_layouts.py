"""Every layout can be read from the back of the room, at every size."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor

from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    BallotOutcome,
    DecisionOutcome,
    ItemConclusion,
    RoomLayout,
    VoteChoice,
)
from alize_desktop.models.records.room import RoomControls, RoomFigure, RoomLine, RoomState
from alize_desktop.ui.room import signs
from alize_desktop.ui.room.composition import MARK_STRENGTH, compose
from alize_desktop.ui.room.lists import SIZES
from alize_desktop.ui.room.sheet import SignPiece
from alize_desktop.ui.room.text import Face, Room, fit
from alize_desktop.ui.theme.tokens import DARK, Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.wording.room import room_state

SIZES_SHOWN = [(1280, 720), (1920, 1080), (1024, 768)]
LONG = (
    "Société coopérative d’intérêt collectif des producteurs de légumineuses et de petits fruits "
    "de la vallée de l’Ouche et du plateau de Langres"
)


@pytest.fixture(scope="session")
def states(sample):
    return {name: room_state(meeting, asked) for name, meeting, asked in sample.moments()}


def pages_of(state, size, faces, zoom=1.0):
    first = compose(state, QSizeF(*size), faces, 0, zoom)
    yield first
    for page in range(1, first.pages):
        yield compose(state, QSizeF(*size), faces, page, zoom)


def assert_readable(composition, size):
    page = QRectF(0, 0, *size)
    texts = composition.sheet.texts()
    for each in texts:
        assert page.contains(each.box), each.block.text
        assert not each.block.is_cut, each.block.text
        assert each.block.face.pixels >= 24 * size[1] / 720, each.block.text
    for one, other in itertools.combinations(texts, 2):
        shared = one.box.intersected(other.box)
        assert shared.height() < 1 or shared.width() < 1, (one.block.text, other.block.text)


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.6])
@pytest.mark.parametrize("size", SIZES_SHOWN)
def test_every_text_is_whole_inside_the_page_and_large_enough(states, faces, size, zoom):
    for state in states.values():
        for composition in pages_of(state, size, faces, zoom):
            assert_readable(composition, size)


def test_the_sample_shows_every_layout_and_every_outcome(states):
    shown = states.values()
    assert {each.layout for each in shown} == set(RoomLayout)
    assert {each.form for each in shown} == {None, *BallotForm}
    assert {each.decision_outcome for each in shown} == {None, *DecisionOutcome}


@pytest.mark.parametrize("size", SIZES_SHOWN)
def test_long_names_are_wrapped_and_never_cut(sample, faces, size):
    for name, meeting, asked in sample.moments():
        agenda = tuple(replace(each, company=LONG) for each in meeting.agenda)
        current = meeting.current
        if current is not None:
            current = replace(current, line=replace(current.line, company=LONG))
        state = room_state(replace(meeting, agenda=agenda, current=current), asked)
        for composition in pages_of(state, size, faces):
            assert_readable(composition, size)
        spoken = "".join(each.spoken() for each in pages_of(state, size, faces))
        assert (LONG in spoken) == (LONG in repr(state)), name


@pytest.mark.parametrize("size", SIZES_SHOWN)
@pytest.mark.parametrize("name", ["03-appel-60", "07-ordre-du-jour-40", "40-recapitulatif"])
def test_every_line_of_a_list_is_on_one_page_and_one_only(states, faces, size, name):
    state = states[name]
    pages = list(pages_of(state, size, faces))
    spoken = [each.block.text for page in pages for each in page.sheet.texts()]
    marks = [text for text in spoken if text in {each.mark for each in state.lines}]
    assert sorted(marks, key=int) == [each.mark for each in state.lines]
    numbered = [text for text in spoken if text.startswith("Page ")]
    expected = [f"Page {number} sur {len(pages)}" for number in range(1, len(pages) + 1)]
    assert numbered == (expected if len(pages) > 1 else [])


def test_a_short_list_is_larger_than_a_long_one(states, faces):
    def tallest(state):
        composition = compose(state, QSizeF(1280, 720), faces)
        names = {each.text for each in state.lines}
        found = (each.block for each in composition.sheet.texts() if each.block.text in names)
        return max(each.face.pixels for each in found)

    assert tallest(states["06-ordre-du-jour"]) == SIZES[0]
    assert tallest(states["07-ordre-du-jour-40"]) == SIZES[-1]


def test_the_page_of_who_is_called_is_shown(states, faces):
    state = states["03-appel-60"]
    lines = tuple(replace(each, is_current=each.mark == "50") for each in state.lines)
    composition = compose(replace(state, lines=lines), QSizeF(1280, 720), faces)
    assert "50" in [each.block.text for each in composition.sheet.texts()]
    assert composition.page > 0


def test_the_outcome_is_in_very_large_type(states, faces):
    composition = compose(states["33-approved"], QSizeF(1280, 720), faces)
    outcome = next(each for each in composition.sheet.texts() if each.block.text == "Agréé")
    assert outcome.block.face.pixels == 128
    assert max(each.block.face.pixels for each in composition.sheet.texts()) == 128


def test_an_empty_list_is_a_page(faces):
    composition = compose(
        RoomState(RoomLayout.AGENDA, heading="Ordre du jour"), QSizeF(1280, 720), faces
    )
    assert (composition.page, composition.pages) == (0, 1)


def test_one_figure_alone_fills_the_page(faces):
    state = RoomState(
        RoomLayout.DOSSIER, heading="Fonderie", figures=(RoomFigure("6 jours", "RH"),)
    )
    assert_readable(compose(state, QSizeF(1280, 720), faces), (1280, 720))


def test_a_narrow_page_puts_figures_on_two_rows(states, faces):
    size = (820, 720)
    for name in ("34-approved_with_conditions", "31-rejected"):
        composition = compose(states[name], QSizeF(*size), faces)
        assert_readable(composition, size)
    tops = {
        each.box.top()
        for each in compose(
            states["34-approved_with_conditions"], QSizeF(*size), faces
        ).sheet.texts()
        if each.block.text in {"15\u202f000\u00a0€", "6 jours", "4 emplois", "2 conditions"}
    }
    assert len(tops) == 2


def test_a_text_without_enough_room_says_that_its_end_is_missing(faces):
    block = fit(faces, LONG * 3, Room(400, 60, 2), Face(60), 24)
    assert block.is_cut
    assert block.lines <= 2
    assert block.layout.text().endswith("…")
    word = fit(faces, "Anticonstitutionnellement" * 4, Room(300, 400, 9), Face(60), 24)
    assert not word.is_cut
    assert word.width <= 300


# state is never told by colour alone


@pytest.mark.parametrize("kind", [each for each in AttendanceKind if each in signs._ATTENDANCES])
def test_attendances_have_a_shape(kind):
    assert signs.line_sign(RoomLine("1", "Mme Martin", attendance=kind)).shape


def test_every_state_of_a_kind_has_its_own_shape_or_word():
    for vocabulary, known in (
        (DecisionOutcome, signs._DECISIONS),
        (ItemConclusion, signs._CONCLUSIONS),
        (BallotOutcome, signs._BALLOTS),
        (VoteChoice, signs._CHOICES),
        (BallotForm, signs._FORMS),
    ):
        assert set(known) == set(vocabulary)
    for known in (signs._CONCLUSIONS, signs._BALLOTS, signs._CHOICES):
        assert len({each.shape for each in known.values()}) == len(known)
    assert len(set(signs._FORMS.values())) == len(signs._FORMS)
    assert len({each.shape for each in signs._ATTENDANCES.values()}) == len(signs._ATTENDANCES)


def test_lines_and_results_without_a_state_have_no_shape():
    assert signs.line_sign(RoomLine("1", "Fonderie")) == signs.PLAIN
    assert signs.line_sign(RoomLine("1", "Fonderie", is_current=True)) == signs.CURRENT
    odd = RoomLine("1", "Mme Martin", attendance=AttendanceKind.RECUSED)
    assert signs.line_sign(odd) == signs.PLAIN
    assert signs.outcome_sign(RoomState(RoomLayout.RESULT)) == signs.PLAIN


def test_a_page_with_a_state_paints_its_shape(states, faces):
    for name in (
        "02-appel",
        "04-quorum",
        "12-huis-clos",
        "30-adopted",
        "41-suspension",
        "40-recapitulatif",
    ):
        pieces = compose(states[name], QSizeF(1280, 720), faces).sheet.pieces
        shapes = {each.shape for each in pieces if isinstance(each, SignPiece)}
        assert shapes - {Shape.NONE}, name


# contrast


def luminance(colour):
    """Relative luminance (WCAG 2.2)."""
    channels = [each / 255 for each in colour.getRgb()[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink, ground):
    high, low = sorted((luminance(QColor(ink)), luminance(QColor(ground))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def marked(ground):
    """Return a ground with the mark of a rehearsal over it."""
    below, above = QColor(ground), QColor(DARK.waiting)
    mixed = [
        round(a * (1 - MARK_STRENGTH) + b * MARK_STRENGTH)
        for a, b in zip(below.getRgb()[:3], above.getRgb()[:3], strict=True)
    ]
    return QColor(*mixed)


def test_every_ink_is_read_on_every_ground_also_in_rehearsal(states, faces):
    inks = {DARK.text, DARK.soft, *(DARK.ink(role) for role in Role)}
    used = {
        each.colour
        for state in states.values()
        for each in compose(state, QSizeF(1280, 720), faces).sheet.texts()
    }
    assert used <= inks
    for ink in inks:
        assert contrast(ink, DARK.bg) >= 4.5, ink
        assert contrast(ink, marked(DARK.bg)) >= 4.5, ink
    for ink in (DARK.text, DARK.soft, DARK.primary):
        assert contrast(ink, DARK.primary_ground) >= 4.5


# the mark, and what must be known whatever is shown


@pytest.mark.parametrize("layout", [each for each in RoomLayout if each is not RoomLayout.BLACK])
def test_a_rehearsal_is_told_on_every_layout(faces, layout):
    composition = compose(
        RoomState(layout, heading="x", is_rehearsal=True), QSizeF(1280, 720), faces
    )
    assert composition.mark == "RÉPÉTITION"
    assert "Répétition" in composition.spoken()


def test_black_is_black_and_says_nothing(faces):
    composition = compose(RoomState(RoomLayout.BLACK, is_rehearsal=True), QSizeF(1280, 720), faces)
    assert composition.is_black
    assert (composition.mark, composition.spoken()) == ("", "")


def test_closed_doors_are_told_beside_what_is_shown(sample, faces):
    controls = RoomControls(is_private=True, layout=RoomLayout.AGENDA)
    state = room_state(sample.a_meeting(), controls)
    assert "Huis clos" in compose(state, QSizeF(1280, 720), faces).spoken()
