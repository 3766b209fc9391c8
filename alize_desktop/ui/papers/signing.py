"""Signing a paper: by a certificate, by a card, or in ink with its scan."""

from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import SignatureKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.papers import PaperRow, SignatureRow
from alize_desktop.ui.papers.files import signed_name
from alize_desktop.ui.papers.signing_means import CardMeans, CertificateMeans, InkMeans, Means
from alize_desktop.ui.papers.signing_means import Signing as Work
from alize_desktop.ui.papers.tools import PaperTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.confirm import confirm
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.labels import ElidedLabel, Level, label, set_role
from alize_desktop.ui.widgets.tabs import TabStrip
from alize_desktop.ui.worker import WorkDialog
from alize_desktop.wording.dates import moment_text
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.labels import label as word

_OUT_OF_DATE: Final = (ErrorCode.CERTIFICATE_EXPIRED, ErrorCode.CERTIFICATE_NOT_YET_VALID)


class SigningDialog(WorkDialog):
    """Signs one paper, as many times as there are people. Open it with ``open``.

    Args:
        paper: The paper.
        tools: Services and surroundings.
        parent: The window it was asked from.

    Signals:
        signed: A signature was kept.
    """

    signed = Signal()

    def __init__(self, paper: PaperRow, tools: PaperTools, parent: QWidget) -> None:
        super().__init__(tools.log_file, tools.pool, parent)
        self._paper = paper
        self._tools = tools
        self.setObjectName("signing")
        self.setWindowTitle(self.tr("Signer un papier"))
        self.certificate, self.card, self.ink = CertificateMeans(), CardMeans(tools), InkMeans()
        self._means: dict[str, Means] = {
            "certificate": self.certificate,
            "card": self.card,
            "ink": self.ink,
        }
        self.tabs = TabStrip(
            (
                ("certificate", self.tr("Certificat")),
                ("card", self.tr("Carte à puce")),
                ("ink", self.tr("À l’encre")),
            ),
            self.tr("Comment signer"),
        )
        self.signer = TextField(self.tr("Nom du signataire"))
        self._kept = label("", Level.BODY, wraps=True)
        self._kept.setObjectName("signatures")
        self._said = label("", Level.STRONG, wraps=True)
        self._said.setObjectName("signing_said")
        self.sign = KeyButton(self.tr("Signer"), "Ctrl+Return", Kind.PRIMARY)
        self.sign.setObjectName("signing_sign")
        self._lay_out()
        self.tabs.requested.connect(self.show_means)
        self.sign.clicked.connect(self._on_sign)
        self.refresh()
        self.show_means("certificate")

    def refresh(self) -> None:
        """Read the signatures of the paper again."""
        kept = self._tools.services.signing.signatures(self._paper.id)
        lines = [self._line(each) for each in kept]
        self._kept.setText("\n".join(lines) or self.tr("Personne n’a encore signé ce papier."))

    def show_means(self, key: str) -> None:
        """Show one of the ways of signing."""
        self.tabs.set_current(key)
        self._stack.setCurrentWidget(self._means[key])
        hints = {"certificate": self.tr("Signer"), "card": self.tr("Signer")}
        self.sign.set_text(hints.get(key, self.tr("Joindre le scan")))
        if not self.tabs.bar.hasFocus():
            self._means[key].first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for each in self._means.values():
            self._stack.addWidget(each)
        hour = self.tr(
            "L’heure d’une signature est celle que déclare cet ordinateur\u00a0: "
            "aucune autorité ne l’atteste."
        )
        foot = QHBoxLayout()
        close = KeyButton(self.tr("Fermer"), kind=Kind.GHOST)
        close.clicked.connect(self.reject)
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.sign)
        inside = QVBoxLayout()
        inside.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.card)
        inside.setSpacing(SPACE.related)
        inside.addWidget(ElidedLabel(word(self._paper.kind), Level.TITLE))
        inside.addWidget(ElidedLabel(self._paper.path, Level.SOFT))
        inside.addWidget(label(self.tr("Signatures"), Level.HEADING))
        inside.addWidget(self._kept)
        inside.addWidget(self.tabs)
        inside.addWidget(self._stack)
        inside.addWidget(self.signer)
        inside.addWidget(label(hour, Level.SOFT, wraps=True))
        inside.addWidget(self._said)
        inside.addStretch(1)
        inside.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(inside)
        whole.addWidget(self.worker.strip)
        self.resize(scaled(620), scaled(600))

    def _line(self, row: SignatureRow) -> str:
        words = self.tr("{who} · {means} · heure déclarée\u00a0: {moment} · {file}")
        return words.format(
            who=row.signer or self.tr("Sans nom"),
            means=word(row.kind),
            moment=moment_text(self._tools.local(row.declared_at)),
            file=Path(row.path).name,
        )

    def _source(self) -> Path:
        """Return the last signed version that is still there, so that signatures add up."""
        kept = self._tools.services.signing.signatures(self._paper.id)
        paths = [Path(each.path) for each in kept if each.kind is not SignatureKind.INK]
        there = [each for each in paths if each.is_file()]
        return there[-1] if there else Path(self._paper.path)

    def _on_sign(self) -> None:
        self.signer.commit()
        source = self._source()
        means = self._means[self.tabs.current()]
        files = (source, signed_name(source))
        service = self._tools.services.signing
        signing = means.signing(service, self._paper, files, self.signer.value())
        if signing is not None:
            self._run(signing, accepted=False)

    def _run(self, signing: Work, *, accepted: bool) -> None:
        self._said.setText("")
        self.sign.setEnabled(False)
        self.worker.run(
            partial(_signing, signing, accepted),
            self._on_signed,
            self.tr("Signature en cours…"),
            partial(self._on_failed, signing),
            partial(self.sign.setEnabled, True),  # noqa: FBT003 - Qt's own signature
        )

    def _on_signed(self, row: SignatureRow) -> None:
        self._means[self.tabs.current()].forget()
        words = self.tr("Signature enregistrée\u00a0: {name}")
        self._said.setText(words.format(name=Path(row.path).name))
        set_role(self._said, Role.GOOD)
        self.refresh()
        self.signed.emit()

    def _on_failed(self, signing: Work, error: Exception) -> None:
        if isinstance(error, UserError) and error.code in _OUT_OF_DATE:
            confirm(
                self,
                message_of(error),
                self.tr("Signer malgré tout"),
                partial(self._run, signing, accepted=True),
            )
            return
        self.worker.show_refusal(error)


def _signing(signing: Work, accepted: bool) -> Generator[Progress, None, SignatureRow]:  # noqa: FBT001  # one answer
    row = signing(accepted)
    yield Progress(1, 1, Path(row.path).name)
    return row
