"""What every paper has in common: whose it is, who signs, how it looks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.rules.looks import MOST_ADDRESS_LINES
from alize_desktop.ui.templates.colour_field import ColourField
from alize_desktop.ui.templates.logo_box import Fitting, LogoBox
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.fields.text import LongTextField, TextField
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, frame
from alize_desktop.ui.widgets.raw_text import raw_text
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.ui.widgets.visibility import show_if

_ADDRESS_LINES = 5


class IdentityPane(QWidget):
    """A form of the looks of papers. Asks to adopt them; writes nothing.

    Args:
        fit: Makes a picture fit for papers, or refuses it.
        parent: Parent widget.

    Signals:
        edited: Something changed, adopted or not.
        adopt_asked: Arg: the ``PaperIdentity``.
    """

    edited = Signal()
    adopt_asked = Signal(object)

    def __init__(self, fit: Fitting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = PaperIdentity()
        most = self.tr("{count} lignes au plus, comme en tête d’une lettre.")
        self.address = LongTextField(
            self.tr("Adresse de l’opérateur"),
            lines=_ADDRESS_LINES,
            hint=most.format(count=MOST_ADDRESS_LINES),
        )
        self.signatory = TextField(
            self.tr("Signataire des courriers"),
            placeholder=self.tr("Claire Roussel, directrice"),
        )
        self.footer = TextField(
            self.tr("Pied de page"),
            hint=self.tr("Forme juridique, SIREN, téléphone\u00a0: au bas de chaque page."),
        )
        self.accent = ColourField(
            self.tr("Couleur des titres"),
            self.tr("Assez foncée pour être lue sur du papier blanc."),
        )
        self.logo = LogoBox(fit)
        self.adopt = KeyButton(self.tr("Adopter cette identité"), "Ctrl+S", Kind.PRIMARY)
        self.adopt.setObjectName("identity_adopt")
        self.abandon = KeyButton(self.tr("Abandonner"), "Esc", Kind.GHOST)
        self.abandon.setObjectName("identity_abandon")
        self._lay_out()
        self._connect()
        self._measure()

    @property
    def is_dirty(self) -> bool:
        """Whether what is shown is not what is in force."""
        return self.identity() != self._kept

    def identity(self) -> PaperIdentity:
        """Return the looks as they are typed."""
        return PaperIdentity(
            address=raw_text(self.address.edit).strip(),
            signatory=self.signatory.edit.text().strip(),
            footer=self.footer.edit.text().strip(),
            accent=self.accent.field.edit.text().strip().lower(),
            logo=self.logo.logo(),
        )

    def show_identity(self, identity: PaperIdentity) -> None:
        """Show the looks in force."""
        self._kept = identity
        self.address.set_value(identity.address)
        self.signatory.set_value(identity.signatory)
        self.footer.set_value(identity.footer)
        self.accent.field.set_value(identity.accent)
        self.logo.show_logo(identity.logo)
        self._measure()

    def take_keyboard(self) -> None:
        """Let the address be typed."""
        self.address.focus_control()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(2)
        title = ElidedLabel(self.tr("Identité"), Level.TITLE)
        head.addWidget(title)
        about = self.tr("Ce que tous les papiers ont en commun")
        head.addWidget(ElidedLabel(about, Level.SOFT))
        sheet = QWidget()
        body = QVBoxLayout(sheet)
        body.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.card)
        body.setSpacing(SPACE.card)
        body.addLayout(head)
        for each in (self.logo, self.address, self.signatory, self.footer, self.accent):
            body.addWidget(each)
        body.addStretch(1)
        foot = frame(Ground.BOTTOM)
        keys = FlowLayout(spacing=SPACE.related)
        keys.addWidget(self.adopt)
        keys.addWidget(self.abandon)
        inside = QVBoxLayout(foot)
        inside.setContentsMargins(SPACE.group, SPACE.related, SPACE.group, SPACE.related)
        inside.addLayout(keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolled(sheet), 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.address.edit.textChanged.connect(self._on_edited)
        for each in (self.signatory, self.footer, self.accent.field):
            each.edit.textChanged.connect(self._on_edited)
        self.logo.edited.connect(self._on_edited)
        self.adopt.clicked.connect(lambda *_: self._on_adopt())
        self.abandon.clicked.connect(lambda *_: self._on_abandon())

    def _on_edited(self, *_typed: object) -> None:
        self._measure()
        self.edited.emit()

    def _on_adopt(self) -> None:
        fields = (self.address, self.signatory, self.footer, self.accent.field)
        wrong = [each for each in fields if not each.commit()]
        if wrong:
            wrong[0].focus_control()
        else:
            self.adopt_asked.emit(self.identity())

    def _on_abandon(self) -> None:
        self.show_identity(self._kept)
        self.edited.emit()
        self.take_keyboard()

    def _measure(self) -> None:
        self.adopt.setEnabled(self.is_dirty)
        show_if(self.abandon, shown=self.is_dirty)
