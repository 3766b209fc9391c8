"""What the buttons of a meeting do: each asks first, writes once, tells everybody."""

from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AnswerKind, MeetingKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.meetings import MeetingDetail, MeetingDraft
from alize_desktop.rules.notices import days_before
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.meetings.questions import PickDialog, TextDialog
from alize_desktop.ui.meetings.writer import Writer
from alize_desktop.ui.widgets.confirm import confirm
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.names import counted, member_name


class MeetingDeeds(Writer):
    """Asks what must be asked, then writes.

    Signals:
        made: A meeting was prepared. Arg: its identifier.
        answered: An answer was written.
    """

    made = Signal(object)
    answered = Signal()

    def convene(self, detail: MeetingDetail) -> None:
        """Send the notice: at once refused with a sentence, or once the user agreed."""
        meeting_id = detail.row.id
        if detail.missing_for_notice:
            self._convene(meeting_id)
            return
        confirm(
            self._screen.window(),
            self._notice_question(detail.row.draft),
            self.tr("Envoyer") if _is_written(detail.row.draft) else self.tr("Convoquer"),
            partial(self._convene, meeting_id),
            detail=self._notice_detail(detail.row.draft),
        )

    def approve(self, detail: MeetingDetail) -> None:
        """Record that the minutes are approved, once the user agreed."""
        words = self.tr("Approuver le procès-verbal de la séance {number}\u00a0?")
        confirm(
            self._screen.window(),
            words.format(number=detail.row.number),
            self.tr("Approuver"),
            partial(self.run, partial(self._tools.life.approve, detail.row.id)),
            detail=self.tr("Une séance approuvée ne se rouvre plus."),
        )

    def reopen(self, detail: MeetingDetail) -> None:
        """Open a closed meeting again, once the user said why."""
        words = self.tr("Rouvrir la séance {number}\u00a0?")
        dialog = TextDialog(
            words.format(number=detail.row.number),
            self.tr("Motif"),
            self.tr("Le procès-verbal aura une nouvelle version, qui le dit."),
            self.tr("Rouvrir"),
            self._screen.window(),
        )
        dialog.given.connect(
            lambda reason: self.do(partial(self._tools.life.reopen, detail.row.id, reason))
        )
        dialog.open()

    def delete(self, detail: MeetingDetail) -> None:
        """Erase a meeting in preparation, once the user agreed."""
        words = self.tr("Supprimer la séance {number} du {day}\u00a0?")
        row = detail.row
        confirm(
            self._screen.window(),
            words.format(number=row.number, day=long_date(row.draft.held_on)),
            self.tr("Supprimer"),
            partial(self.run, partial(self._tools.life.delete, row.id)),
            detail=self.tr("Ses dossiers redeviennent disponibles pour une autre séance."),
        )

    def call_again(self, detail: MeetingDetail) -> None:
        """Prepare the second meeting of one that had no quorum, on the first day allowed."""
        before = detail.row.draft
        draft = replace(before, held_on=self._tools.today(), second_notice_of=detail.row.id)
        try:
            made, changes = self._create_when_allowed(draft)
        except UserError as error:
            show_error(self._screen, error, self._tools.log_file)
            return
        self._tools.bus.changed.emit(changes, self._screen)
        self.made.emit(made)

    def answer(self, detail: MeetingDetail, member_id: UUID, kind: AnswerKind | None) -> None:
        """Write an answer; who is to hold a proxy is asked first."""
        if kind is AnswerKind.PROXY:
            self._ask_holder(detail, member_id)
        else:
            self._answer(detail.row.id, member_id, kind, None)

    def _convene(self, meeting_id: UUID, *, urgent: bool = False) -> None:
        life = self._tools.life
        try:
            changes = life.convene(meeting_id, urgent=urgent)
        except UserError as error:
            if error.code is ErrorCode.NOTICE_TOO_LATE:
                self._ask_urgent(meeting_id, error)
            else:
                show_error(self._screen, error, self._tools.log_file)
            return
        self._tools.bus.changed.emit(changes, self._screen)
        self.written.emit()

    def _notice_question(self, draft: MeetingDraft) -> str:
        question = (
            self.tr("Envoyer la consultation écrite du {day}\u00a0?")
            if _is_written(draft)
            else self.tr("Convoquer la séance du {day}\u00a0?")
        )
        return question.format(day=long_date(draft.held_on))

    def _notice_detail(self, draft: MeetingDraft) -> str:
        """Return the delay of the notice, or the last day of the replies, and what is frozen."""
        frozen = self.tr("L’ordre de passage et le règlement sont alors figés.")
        if draft.replies_by is not None:
            words = self.tr("Réponses attendues jusqu’au {day}.")
            return f"{words.format(day=long_date(draft.replies_by))}\n{frozen}"
        left = days_before(self._tools.today(), draft.held_on)
        words = self.tr("Délai\u00a0: {days} avant la séance, conforme au règlement.")
        return f"{words.format(days=counted(left, self.tr('jour')))}\n{frozen}"

    def _ask_urgent(self, meeting_id: UUID, error: UserError) -> None:
        confirm(
            self._screen.window(),
            self.tr("Convoquer en urgence\u00a0?"),
            self.tr("Convoquer en urgence"),
            partial(self._convene, meeting_id, urgent=True),
            detail=f"{message_of(error)}\n{self.tr('L’urgence est écrite au journal.')}",
        )

    def _create_when_allowed(self, draft: MeetingDraft) -> tuple[UUID, Changes]:
        """Create a meeting on its day, or on the first one that the rules allow."""
        try:
            return self._tools.meetings.create(draft)
        except UserError as error:
            earliest = error.params.get("earliest")
            if not isinstance(earliest, date):
                raise
            return self._tools.meetings.create(replace(draft, held_on=earliest))

    def _ask_holder(self, detail: MeetingDetail, member_id: UUID) -> None:
        giver = next(each for each in detail.members if each.id == member_id)
        words = self.tr("Pouvoir de {name}\u00a0: à qui\u00a0?")
        holders = [each for each in detail.members if each.has_seat and each.id != member_id]
        dialog = PickDialog(
            words.format(name=member_name(giver.sheet)),
            self.tr("Choisir un membre"),
            [
                (each.id, f"{member_name(each.sheet)} · {each.sheet.organisation}")
                for each in holders
            ],
            self.tr("Le comité n’a pas d’autre membre qui vote."),
            self._screen.window(),
        )
        dialog.chosen.connect(
            lambda holder: self._answer(detail.row.id, member_id, AnswerKind.PROXY, holder)
        )
        dialog.open()

    def _answer(
        self, meeting_id: UUID, member_id: UUID, kind: AnswerKind | None, holder: UUID | None
    ) -> None:
        if self.do(partial(self._tools.life.answer, meeting_id, member_id, kind, holder)):
            self.answered.emit()


def _is_written(draft: MeetingDraft) -> bool:
    return draft.kind is MeetingKind.WRITTEN
