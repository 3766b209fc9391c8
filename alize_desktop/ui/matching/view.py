"""Which partners may answer the need of a dossier, ranked, and why."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.matching import MatchNeed, PartnerMatch
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.matching.columns import LESSER, Proposal, proposal_model, proposals
from alize_desktop.ui.matching.need_card import MatchNeedCard
from alize_desktop.ui.matching.reasons_card import ReasonsCard
from alize_desktop.ui.matching.tools import MatchingTools
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import Kind
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.list_card import ListCard
from alize_desktop.ui.widgets.visibility import show_if

_SKILL = "skills.category"
_NEED = "project.need_diagnosed"
_MOST = 4
"""Rows shown at once: the reasons of the one chosen are in sight with them."""


class MatchingView(QWidget):
    """Ranks the partners for the dossier it is given. It writes nothing.

    Signals:
        said: A short message for the user. Arg: the text.
        mission_asked: A mission is to be prepared. Args: the partner, the dossier.
        partner_asked: A partner is to be shown. Arg: its identifier.
        field_asked: A field of the dossier is to be filled. Arg: its path.
    """

    said = Signal(str)
    mission_asked = Signal(object, object)
    partner_asked = Signal(object)
    field_asked = Signal(str)

    def __init__(self, tools: MatchingTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._dossier_id: UUID | None = None
        self._is_outdated = False
        self.need = MatchNeedCard()
        self.list = self._make_list()
        self.reasons = ReasonsCard()
        self.missing = EmptyState(
            self.tr(
                "On ne sait pas quelle compétence chercher. Dites-la dans le dossier, puis "
                "enregistrez-le\u00a0; ou essayez-en une ci-dessus."
            ),
            self.tr("Dire la compétence demandée"),
            second=self.tr("Écrire le besoin diagnostiqué"),
        )
        self._nothing = label("", Level.SOFT, wraps=True)
        self._nothing.setObjectName("matching_nothing")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.card)
        for each in (self._nothing, self.need, self.missing, self.list, self.reasons):
            column.addWidget(each)
        column.addStretch(1)
        self._connect()

    def show_dossier(self, dossier_id: UUID | None) -> None:
        """Rank the partners for a dossier; None for one that is not written yet."""
        if dossier_id != self._dossier_id:
            self.need.category.set_value(None)
        self._dossier_id = dossier_id
        self._is_outdated = False
        show_if(self.need, shown=dossier_id is not None)
        show_if(self._nothing, shown=dossier_id is None)
        if dossier_id is None:
            self._nothing.setText(
                self.tr("Enregistrez d’abord le dossier\u00a0: des partenaires se proposeront ici.")
            )
            self._show_matches(None, ())
            return
        try:
            self._show_need(dossier_id)
        except UserError as error:
            show_error(self.window(), error, self._tools.log_file)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _make_list(self) -> ListCard[Proposal]:
        nothing = self.tr("Le programme n’a encore aucun partenaire\u00a0: ajoutez-les d’abord.")
        title = self.tr("Partenaires proposés")
        made = ListCard(title, proposal_model(), nothing, LESSER, most=_MOST)
        self.prepare = made.add_button(
            self.tr("Préparer une mission…"), "matching_prepare", "Ctrl+Shift+P"
        )
        self.prepare.set_kind(Kind.PRIMARY)
        self.partner = made.add_button(self.tr("Voir le partenaire"), "matching_partner")
        return made

    def _connect(self) -> None:
        self.need.category_chosen.connect(lambda: self.show_dossier(self._dossier_id))
        self.missing.requested.connect(lambda: self.field_asked.emit(_SKILL))
        self.missing.second_requested.connect(lambda: self.field_asked.emit(_NEED))
        self.list.table.row_chosen.connect(lambda _key: self._show_chosen())
        self.list.table.row_opened.connect(lambda _key: self._on_prepare())
        self.prepare.clicked.connect(lambda *_: self._on_prepare())
        self.partner.clicked.connect(lambda *_: self._on_partner())
        self._tools.bus.changed.connect(self._on_changed)

    def _show_need(self, dossier_id: UUID) -> None:
        services = self._tools.services
        sheet = services.dossiers.detail(dossier_id).sheet
        self.need.show_sheet(sheet, services.partners.categories())
        chosen = self.need.chosen()
        try:
            need = services.matching.need(dossier_id, chosen)
            matches = services.matching.rank(dossier_id, chosen)
        except UserError as error:
            if error.code is not ErrorCode.NEED_MISSING:
                raise
            need, matches = None, ()
        self.need.show_need(need, sheet.number)
        self._show_matches(need, matches)

    def _show_matches(self, need: MatchNeed | None, matches: tuple[PartnerMatch, ...]) -> None:
        show_if(self.list, shown=need is not None)
        show_if(self.missing, shown=need is None and self._dossier_id is not None)
        self.list.show_rows(proposals(matches))
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.list.chosen()
        show_if(self.reasons, shown=chosen is not None)
        self.partner.setEnabled(chosen is not None)
        self.prepare.setEnabled(chosen is not None and chosen.match.conflict is None)
        if chosen is not None:
            self.reasons.show_match(chosen.match)

    def _on_prepare(self) -> None:
        chosen = self.list.chosen()
        if chosen is not None and chosen.match.conflict is None:
            self.mission_asked.emit(chosen.match.partner_id, self._dossier_id)

    def _on_partner(self) -> None:
        chosen = self.list.chosen()
        if chosen is not None:
            self.partner_asked.emit(chosen.match.partner_id)

    def _refresh(self) -> None:
        if self._is_outdated:
            self.show_dossier(self._dossier_id)

    def _on_changed(self, changes: Changes, _source: object) -> None:
        """Rank again what partners, missions or decisions moved; later when nobody looks."""
        touched = changes.results or changes.people or changes.meetings or changes.programme
        mine = self._dossier_id in changes.dossiers
        self._is_outdated = self._is_outdated or bool(touched) or mine
        if self.isVisible():
            self._refresh()
