"""The three ways of signing a paper, each with what it asks for."""

from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.records.papers import PaperRow, SignatureRow
from alize_desktop.models.records.verification import TokenAccess
from alize_desktop.services.signing import SigningService
from alize_desktop.ui.papers.file_field import FileField
from alize_desktop.ui.papers.tools import PaperTools
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.labels import Level, label

translate = QCoreApplication.translate

Signing = Callable[[bool], SignatureRow]
"""Signs, told whether an expired certificate was accepted."""


class Means(QWidget):
    """A page of the signing dialog.

    Attributes:
        first: Where the keyboard goes first.
    """

    first: QWidget

    def __init__(self, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, SPACE.related, 0, 0)
        self._column.setSpacing(SPACE.related)
        self._column.addWidget(label(explanation, Level.SOFT, wraps=True))

    @abstractmethod
    def signing(
        self, service: SigningService, paper: PaperRow, files: tuple[Path, Path], signer: str
    ) -> Signing | None:
        """Return what signs, None when something is missing, which is said.

        Args:
            service: Signs.
            paper: What is signed.
            files: What it is read from, and where it is written.
            signer: Name that is typed.
        """

    def forget(self) -> None:
        """Forget what is secret."""

    def _add(self, first: QWidget, *others: QWidget) -> None:
        self.first = first
        for each in (first, *others):
            self._column.addWidget(each)
        self._column.addStretch(1)


class CertificateMeans(Means):
    """A certificate in a file, and what opens it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate(
                "signing",
                "Le papier signé est écrit à côté de l’original, qui reste comme il est.",
            ),
            parent,
        )
        self.file = FileField(
            self.tr("Fichier du certificat"),
            self.tr("Choisir un certificat"),
            self.tr("Certificats (*.p12 *.pfx);;Tous les fichiers (*)"),
        )
        self.passphrase = secret(self.tr("Phrase secrète"), self.tr("Elle n’est jamais conservée."))
        self._add(self.file, self.passphrase)

    @override
    def signing(
        self, service: SigningService, paper: PaperRow, files: tuple[Path, Path], signer: str
    ) -> Signing | None:
        certificate, typed = self.file.path(), self.passphrase.edit.text()
        if certificate is None:
            self.file.setFocus()
            return None
        source, target = files

        def sign(accepted: bool) -> SignatureRow:  # noqa: FBT001  # one answer
            return service.sign_pkcs12(
                paper.id, source, target, certificate, typed, signer, accept_expired=accepted
            )

        return sign

    @override
    def forget(self) -> None:
        self.passphrase.edit.clear()


class CardMeans(Means):
    """A card, the library of its maker, its code."""

    def __init__(self, tools: PaperTools, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("signing", "Insérez la carte. Son code est vérifié par la carte elle-même."),
            parent,
        )
        self._tools = tools
        self.library = FileField(
            self.tr("Bibliothèque de la carte"),
            self.tr("Choisir la bibliothèque PKCS#11 de la carte"),
            self.tr("Bibliothèques (*.so *.dll *.dylib);;Tous les fichiers (*)"),
        )
        self.library.field.set_value(tools.card_library())
        self.name = TextField(self.tr("Nom de la carte"), required=True)
        self.pin = secret(self.tr("Code de la carte"), self.tr("Il n’est jamais conservé."))
        self._add(self.library, self.name, self.pin)

    @override
    def signing(
        self, service: SigningService, paper: PaperRow, files: tuple[Path, Path], signer: str
    ) -> Signing | None:
        library, is_named = self.library.path(), self.name.commit()
        if library is None or not is_named:
            (self.library if library is None else self.name).setFocus()
            return None
        self._tools.remember_card_library(str(library))
        token = TokenAccess(library, self.name.value(), self.pin.edit.text())
        source, target = files

        def sign(accepted: bool) -> SignatureRow:  # noqa: FBT001  # one answer
            return service.sign_token(
                paper.id, source, target, token, signer, accept_expired=accepted
            )

        return sign

    @override
    def forget(self) -> None:
        self.pin.edit.clear()


class InkMeans(Means):
    """The scan of a paper that was printed and signed by hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate(
                "signing",
                "Imprimez le papier, signez-le à la main, numérisez-le, puis joignez le "
                "scan\u00a0: le registre en garde une copie et l’empreinte.",
            ),
            parent,
        )
        self.scan = FileField(
            self.tr("Scan du papier signé"),
            self.tr("Choisir le scan"),
            self.tr("Scans (*.pdf *.png *.jpg *.jpeg *.tif *.tiff);;Tous les fichiers (*)"),
        )
        self._add(self.scan)

    @override
    def signing(
        self, service: SigningService, paper: PaperRow, files: tuple[Path, Path], signer: str
    ) -> Signing | None:
        scan = self.scan.path()
        if scan is None:
            self.scan.setFocus()
            return None
        return lambda _accepted: service.attach_scan(paper.id, scan, signer)


def secret(text: str, hint: str) -> TextField:
    """Return a line whose letters are not shown."""
    made = TextField(text, hint=hint)
    made.edit.setEchoMode(QLineEdit.EchoMode.Password)
    return made
