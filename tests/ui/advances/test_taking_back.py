"""The dialogs that correct an advance: the day proposed, and what was shown."""

from datetime import date

import pytest

from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.values import Money
from alize_desktop.ui.advances.actions import AdvanceAction as A

PAID, LATE = "2026-002", "2026-013"
PAID_ON, TODAY = date(2026, 12, 10), date(2027, 8, 20)


@pytest.mark.parametrize(
    ("action", "closed", "day"),
    [
        (A.REVERSE, None, PAID_ON),
        (A.REVERSE, date(2026, 12, 9), PAID_ON),
        (A.REVERSE, PAID_ON, TODAY),
        (A.REJECT, None, TODAY),
    ],
)
def test_a_mistake_is_taken_back_on_its_own_day_while_it_is_open(desk, action, closed, day):
    if closed:
        desk.services.fund.close(closed, "Odile")
    desk.show(PAID)
    payment = desk.detail(PAID).events[1]
    desk.screen.deeds.take_back(action, desk.pane.detail, payment.id)
    dialog = desk.dialog()
    assert dialog.day.value() == day


def test_an_amendment_that_is_no_longer_what_was_shown_is_shown_anew(amendable, qtbot):
    desk = amendable
    desk.screen.deeds.do(A.AMEND, desk.pane.detail)
    dialog = desk.dialog()
    before = dialog.comparison.pairs()
    said = AdvanceEventDraft(AdvanceEventKind.REPAYMENT, TODAY, Money(100_00), author="Odile")
    desk.services.advances.record(desk.detail(LATE).row.dossier_id, said)
    dialog.author.set_value("Odile")
    dialog.action.click()
    assert "Regardez-le de nouveau" in dialog.refusal()
    assert dialog.comparison.pairs() != before
    with qtbot.waitSignal(desk.screen.said):
        dialog.action.click()
