"""Every setting of the rules of the money, group by group."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import (
    AidMethod,
    Collateral,
    CreditRating,
    GrantDateRule,
    OverEnvelope,
)
from alize_desktop.ui.fund.margins_field import MarginsField
from alize_desktop.ui.fund.rule_schedules import schedule_settings
from alize_desktop.ui.fund.rule_settings import (
    Group,
    Setting,
    check,
    choice,
    day,
    money,
    text,
    whole,
)
from alize_desktop.ui.widgets.fields.numbers import DecimalField

translate = QCoreApplication.translate


def groups() -> tuple[Group, ...]:
    """Return the settings in the order of the life of an advance."""
    return (
        schedule_settings(),
        _envelope(),
        _reminders(),
        _state_aid(),
        _confirmation(),
        _payment_files(),
    )


def _envelope() -> Group:
    return Group(
        translate("fund", "Enveloppe"),
        (
            choice(
                "over_envelope",
                translate("fund", "Décision au-delà du disponible"),
                tuple(OverEnvelope),
            ),
            whole(
                "meetings_a_year",
                translate("fund", "Séances prévues"),
                translate("fund", "par an"),
                translate("fund", "Pour la prévision seulement."),
            ),
            money(
                "planned_grant",
                translate("fund", "Avances prévues par séance"),
                translate("fund", "Pour la prévision seulement."),
            ),
        ),
    )


def _reminders() -> Group:
    days = translate("fund", "jours de retard")
    return Group(
        translate("fund", "Relances"),
        (
            whole("reminder_days", translate("fund", "Relance"), days),
            whole("notice_days", translate("fund", "Mise en demeure"), days),
            whole("acceleration_days", translate("fund", "Exigibilité"), days),
        ),
        translate("fund", "Comptés depuis la plus ancienne échéance impayée."),
    )


def public_hint() -> str:
    """Return what is said beneath the public part."""
    return translate("fund", "Seul l’argent public est une aide d’État.")


def _state_aid() -> Group:
    percent = translate("fund", "Part publique du fonds")
    margins = translate("fund", "Marges, en points de base")
    share = Setting(
        "public_percent",
        lambda: DecimalField(
            percent,
            largest=Decimal(100),
            unit="%",
            required=True,
            hint=public_hint(),
        ),
    )
    return Group(
        translate("fund", "Aides d’État"),
        (
            choice("aid_method", translate("fund", "Méthode de calcul"), tuple(AidMethod)),
            choice("grant_date", translate("fund", "Jour de l’aide"), tuple(GrantDateRule)),
            choice("rating", translate("fund", "Notation habituelle"), tuple(CreditRating)),
            choice("collateral", translate("fund", "Sûreté habituelle"), tuple(Collateral)),
            share,
            money(
                "ceiling",
                translate("fund", "Plafond de minimis"),
                translate("fund", "Par entreprise unique, sur trente-six mois glissants."),
            ),
            check(
                "counts_days",
                translate("fund", "Compter les jours de compétences"),
                translate("fund", "Quand des fonds publics les paient."),
            ),
            money("day_value", translate("fund", "Valeur d’un jour")),
            Setting("margins", lambda: MarginsField(margins), is_wide=True),
        ),
    )


def _confirmation() -> Group:
    return Group(
        translate("fund", "Confirmation de la méthode"),
        (
            text("confirmed_by", translate("fund", "Confirmée par")),
            day("confirmed_on", translate("fund", "Le")),
        ),
        translate("fund", "La méthode doit être confirmée par le détenteur du fonds."),
    )


def _payment_files() -> Group:
    return Group(
        translate("fund", "Fichiers de paiement"),
        (
            check(
                "payment_files",
                translate("fund", "Proposer les fichiers SEPA"),
                translate("fund", "Virements des avances et prélèvements des échéances."),
            ),
            text("creditor_name", translate("fund", "Titulaire du compte du fonds")),
            text("creditor_iban", translate("fund", "IBAN")),
            text("creditor_bic", translate("fund", "BIC")),
            text("creditor_identifier", translate("fund", "Identifiant créancier SEPA")),
        ),
    )
