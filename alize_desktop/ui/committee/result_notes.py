"""What stands around a result: earlier ballots, the question, corrections, doubts."""

from PySide6.QtWidgets import QFrame, QWidget

from alize_desktop.models.enums import BallotForm
from alize_desktop.models.records.ballots import CountProtocol
from alize_desktop.models.records.committee import BallotState, CurrentItem
from alize_desktop.ui.committee.layouts import clear, column
from alize_desktop.ui.committee.motions import motion_text
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.names import counted, list_text


class ResultNotes(QWidget):
    """Tells what came before a result and what was said of it since."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = column(self, gap=6)

    def show_item(self, item: CurrentItem) -> None:
        """Show the notes of a dossier whose ballot is closed."""
        clear(self._lines)
        ballot = item.ballot
        if ballot is None:
            return
        for earlier in item.earlier_ballots:
            self._lines.addWidget(label(self._earlier(earlier), Level.SOFT, wraps=True))
        if asked := motion_text(ballot.motion):
            self._lines.addWidget(label(asked, Level.STRONG, wraps=True))
        self._lines.addWidget(label(self._counted(ballot), Level.SOFT, wraps=True))
        for each in ballot.corrections:
            text = self.tr("Résultat corrigé : {reason}. Avant : {before}")
            self._lines.addWidget(
                label(text.format(reason=each.reason.rstrip("."), before=each.before), wraps=True)
            )
        if ballot.reexamination:
            self._lines.addWidget(self._doubt(ballot))

    def _earlier(self, ballot: BallotState) -> str:
        question = motion_text(ballot.motion) or self.tr("Demande du dossier")
        return self.tr("Vote {number}, {question} : {sentence}").format(
            number=ballot.number, question=question, sentence=ballot.sentence
        )

    def _counted(self, ballot: BallotState) -> str:
        form = word(ballot.form)
        protocol = ballot.protocol
        if ballot.form is not BallotForm.SECRET or protocol is None:
            return form
        return self.tr("{form} : {papers}").format(form=form, papers=self._papers(protocol))

    def _papers(self, protocol: CountProtocol) -> str:
        parts = [
            counted(protocol.found or 0, self.tr("bulletin trouvé"), self.tr("bulletins trouvés")),
            counted(
                protocol.blank,
                self.tr("blanc, compté comme abstention"),
                self.tr("blancs, comptés comme abstentions"),
            )
            if protocol.blank
            else counted(0, self.tr("blanc")),
            counted(protocol.void, self.tr("nul")),
        ]
        if protocol.scrutineers:
            names = list_text(protocol.scrutineers)
            parts.append(self.tr("scrutateurs : {names}").format(names=names))
        return ", ".join(parts)

    def _doubt(self, ballot: BallotState) -> QFrame:
        card = frame(Ground.CARD)
        card.setObjectName("reexamination")
        inside = column(card, gap=4, margin=14)
        doubt = label(ballot.reexamination, Level.HEADING, wraps=True, role=Role.WAITING)
        inside.addWidget(doubt)
        what = self.tr(
            "R remet la même question aux voix ; X garde le vote et retire les voix tombées, "
            "avec un motif."
        )
        inside.addWidget(label(what, Level.SOFT, wraps=True))
        return card
