"""Every setting of the rules, group by group, with one sentence that says what it changes."""

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import BallotForm, JobRule, LateItemRule, RulesSetting
from alize_desktop.rules.rules_checks import LIMITS
from alize_desktop.ui.regulation import conditions
from alize_desktop.ui.regulation.body_field import BodyField, body_text
from alize_desktop.ui.regulation.catalogue_votes import majority_group, quorum_group
from alize_desktop.ui.regulation.setting import Group, Setting, check, choice, number
from alize_desktop.wording.labels import label

translate = QCoreApplication.translate


def groups() -> tuple[Group, ...]:
    """Return the settings in the order in which a committee meets them."""
    return (
        _body_group(),
        quorum_group(),
        _proxy_group(),
        majority_group(),
        _ballot_group(),
        _agenda_group(),
        _approval_group(),
    )


def _body_group() -> Group:
    name = translate("regulation", "Nom de l’organe")
    hint = translate(
        "regulation", "Écrit sur la convocation, l’écran de la salle et le procès-verbal."
    )
    setting = Setting("body", name, lambda: BodyField(name, hint=hint), body_text, is_wide=True)
    return Group(translate("regulation", "L’organe"), (setting,))


def _proxy_group() -> Group:
    return Group(
        translate("regulation", "Les pouvoirs"),
        (
            number(
                "proxies_per_holder",
                translate("regulation", "Pouvoirs par membre présent"),
                translate(
                    "regulation",
                    "0\u00a0: aucun. Un pouvoir ne se donne ni à soi-même ni à un absent.",
                ),
                LIMITS[RulesSetting.PROXIES_PER_HOLDER],
            ),
            check(
                "proxies_same_college",
                translate("regulation", "Dans le même collège"),
                translate(
                    "regulation", "Un pouvoir donné à un membre d’un autre collège est refusé."
                ),
                conditions.has_proxies,
            ),
            check(
                "proxies_in_secret",
                translate("regulation", "Valables au scrutin secret"),
                translate(
                    "regulation", "Sinon, les absents représentés ne votent pas à bulletin secret."
                ),
                conditions.has_proxies,
            ),
        ),
    )


def _ballot_group() -> Group:
    forms = (
        (BallotForm.NAMED, translate("regulation", "Appel nominal")),
        (BallotForm.HANDS, translate("regulation", "Mains levées, comptées")),
        (BallotForm.SECRET, translate("regulation", "Bulletins secrets")),
        (BallotForm.CONSENSUS, translate("regulation", "Consensus")),
    )
    return Group(
        translate("regulation", "Les scrutins"),
        (
            choice(
                "ballot_form",
                translate("regulation", "Forme proposée à l’ouverture"),
                translate("regulation", "La présidence peut en choisir une autre à chaque vote."),
                forms,
            ),
            check(
                "names_minorities_only",
                translate("regulation", "Minoritaires seuls nommés"),
                translate(
                    "regulation",
                    "Le procès-verbal nomme qui a voté contre ou s’est abstenu, "
                    "jamais au scrutin secret.",
                ),
            ),
        ),
    )


def _agenda_group() -> Group:
    return Group(
        translate("regulation", "L’ordre du jour et la convocation"),
        (
            number(
                "notice_days",
                translate("regulation", "Délai de convocation"),
                translate(
                    "regulation",
                    "Convoquée plus tard, la séance l’est en urgence, ce qui se confirme.",
                ),
                LIMITS[RulesSetting.NOTICE_DAYS],
                translate("regulation", "jours"),
            ),
            number(
                "second_notice_days",
                translate("regulation", "Délai de la deuxième convocation"),
                translate(
                    "regulation",
                    "Faute de quorum, les dossiers reportés se votent ensuite sans quorum\u00a0; "
                    "jamais les nouveaux.",
                ),
                LIMITS[RulesSetting.SECOND_NOTICE_DAYS],
                translate("regulation", "jours francs"),
            ),
            choice(
                "late_items",
                translate("regulation", "Point ajouté après la convocation"),
                translate(
                    "regulation", "Ce qu’il faut pour qu’un point tardif soit mis en discussion."
                ),
                tuple((each, label(each)) for each in LateItemRule),
                is_wide=True,
            ),
        ),
    )


def _approval_group() -> Group:
    return Group(
        translate("regulation", "Les agréments"),
        (
            choice(
                "job_rule",
                translate("regulation", "Condition d’emploi"),
                translate("regulation", "Ce qu’un projet doit promettre pour être agréé."),
                tuple((each, label(each)) for each in JobRule),
                is_wide=True,
            ),
            number(
                "minimum_jobs",
                translate("regulation", "Minimum d’emplois"),
                translate("regulation", "Comparé aux emplois promis par le projet."),
                LIMITS[RulesSetting.MINIMUM_JOBS],
                translate("regulation", "emplois"),
            ),
            check(
                "money_requires_days",
                translate("regulation", "Avance liée à des jours"),
                translate("regulation", "Une avance sans jours de compétences est refusée."),
            ),
            number(
                "approval_months",
                translate("regulation", "Validité d’un agrément"),
                translate("regulation", "Passé ce délai sans versement, l’agrément tombe."),
                LIMITS[RulesSetting.APPROVAL_MONTHS],
                translate("regulation", "mois"),
            ),
        ),
    )
