"""The tabs of the panes, whose row always follows what is shown in it."""

from typing_extensions import override

from alize_desktop.ui.widgets.tabs import TabStrip

_SHOWN = True


class PaneTabs(TabStrip):
    """A strip that lays its row out again each time a tab comes or goes.

    Qt marks a row as laid out when a tab that is shown is shown again, and does
    not tell the layout around it that the row is wider: so tabs come back one by
    one before the strip measures them, and the row asks for its room after.
    """

    @override
    def _arrange(self) -> None:
        for number in range(self.bar.count()):
            if not self.bar.isTabVisible(number):
                self.bar.setTabVisible(number, _SHOWN)
                self.bar.tabRect(number)
        super()._arrange()
        self.bar.updateGeometry()
