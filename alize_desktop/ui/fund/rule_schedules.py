"""Settings of schedules to come, and of what may change them."""

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import DueDateRoll, EarlyAllocation, Rounding
from alize_desktop.ui.fund.rule_settings import Group, Setting, check, choice, whole

translate = QCoreApplication.translate


def schedule_settings() -> Group:
    """Return the settings of schedules to come."""
    return Group(
        translate("fund", "Échéanciers"),
        (
            check(
                "deferral_included",
                translate("fund", "Différé compris dans la durée"),
                translate("fund", "Sinon, il s’y ajoute."),
            ),
            choice(
                "rounding",
                translate("fund", "Arrondi des échéances"),
                tuple(Rounding),
                translate("fund", "La dernière échéance prend le reste."),
            ),
            choice("roll", translate("fund", "Échéance un jour non ouvré"), tuple(DueDateRoll)),
            whole(
                "day_of_month",
                translate("fund", "Jour du mois des échéances"),
                hint=translate("fund", "De 1 à 28\u00a0; vide, celui du versement."),
                required=False,
            ),
            *_changes_of_schedules(),
        ),
        translate(
            "fund", "Pour les échéanciers à venir\u00a0: ceux qui sont signés ne changent pas."
        ),
    )


def _changes_of_schedules() -> tuple[Setting, ...]:
    return (
        choice(
            "early",
            translate("fund", "Un versement anticipé solde"),
            tuple(EarlyAllocation),
            translate("fund", "Une fois payé tout ce qui est échu."),
        ),
        whole(
            "reschedulings",
            translate("fund", "Rééchelonnements permis"),
            hint=translate("fund", "Par avance, chacun par décision du comité et avenant."),
        ),
        whole(
            "longest_months",
            translate("fund", "Durée la plus longue"),
            translate("fund", "mois"),
            translate("fund", "Avenants compris, à partir du versement."),
        ),
    )
