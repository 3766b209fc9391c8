"""The settings of the quorum and of the majority."""

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import (
    MajorityBase,
    MajorityKind,
    QuorumKind,
    RecusalBase,
    RulesSetting,
)
from alize_desktop.rules.rules_checks import LIMITS
from alize_desktop.ui.regulation import conditions
from alize_desktop.ui.regulation.colleges_field import CollegesField, colleges_text
from alize_desktop.ui.regulation.setting import Group, Setting, check, choice, number, share

translate = QCoreApplication.translate


def quorum_group() -> Group:
    """Return the settings of the quorum."""
    return Group(
        translate("regulation", "Le quorum"),
        (*_quorum_number(), *_quorum_counted(), _colleges()),
    )


def majority_group() -> Group:
    """Return the settings of the majority, and of a tie."""
    return Group(
        translate("regulation", "La majorité et le partage des voix"),
        (*_majority(), *_ties()),
    )


def _quorum_number() -> tuple[Setting, ...]:
    kinds = (
        (QuorumKind.AT_LEAST, translate("regulation", "Au moins une part")),
        (QuorumKind.MORE_THAN, translate("regulation", "Plus d’une part")),
        (QuorumKind.FIXED, translate("regulation", "Un nombre fixe")),
    )
    return (
        choice(
            "quorum.kind",
            translate("regulation", "Le comité siège s’il réunit"),
            translate("regulation", "Vérifié à l’ouverture, puis à chaque dossier."),
            kinds,
        ),
        share(
            "quorum.share",
            translate("regulation", "Part des membres en exercice"),
            translate("regulation", "Les sièges vacants et les congés ne comptent pas."),
            conditions.has_quorum_share,
        ),
        number(
            "quorum.count",
            translate("regulation", "Nombre de membres"),
            translate("regulation", "Le même, quel que soit le nombre de sièges pourvus."),
            LIMITS[RulesSetting.QUORUM_COUNT],
            translate("regulation", "membres"),
            conditions.has_quorum_count,
        ),
    )


def _quorum_counted() -> tuple[Setting, ...]:
    bases = (
        (RecusalBase.UNCHANGED, translate("regulation", "Nombre requis inchangé")),
        (RecusalBase.REDUCED, translate("regulation", "Nombre requis réduit")),
    )
    return (
        choice(
            "quorum.recusal_base",
            translate("regulation", "Quand un membre se déporte"),
            translate(
                "regulation", "Il n’est plus compté présent\u00a0; reste à savoir sur combien."
            ),
            bases,
        ),
        check(
            "remote_counts",
            translate("regulation", "Membres à distance comptés"),
            translate("regulation", "Sinon ils suivent la séance, sans compter ni voter."),
        ),
        check(
            "quorum.counts_proxies",
            translate("regulation", "Pouvoirs comptés au quorum"),
            translate("regulation", "Sinon, seuls les membres présents font le quorum."),
            conditions.has_proxies,
        ),
    )


def _colleges() -> Setting:
    name = translate("regulation", "Exiger un minimum par collège")
    hint = translate(
        "regulation", "S’ajoute au quorum\u00a0: chaque collège nommé doit être assez nombreux."
    )
    return Setting(
        "quorum.per_college",
        name,
        lambda: CollegesField(name, hint=hint),
        colleges_text,
        is_wide=True,
    )


def _majority() -> tuple[Setting, ...]:
    kinds = (
        (MajorityKind.STRICT_HALF, translate("regulation", "La majorité absolue")),
        (MajorityKind.RELATIVE, translate("regulation", "La majorité relative")),
        (MajorityKind.AT_LEAST, translate("regulation", "Au moins une part")),
        (MajorityKind.MORE_THAN, translate("regulation", "Plus d’une part")),
        (MajorityKind.UNANIMITY, translate("regulation", "L’unanimité")),
    )
    return (
        choice(
            "majority.kind",
            translate("regulation", "Une proposition est adoptée avec"),
            translate(
                "regulation",
                "Absolue\u00a0: plus de la moitié. Relative\u00a0: plus de pour que de contre.",
            ),
            kinds,
        ),
        share(
            "majority.share",
            translate("regulation", "Part requise"),
            translate("regulation", "Deux tiers s’écrit 2/3."),
            conditions.has_majority_share,
        ),
        choice(
            "majority.base",
            translate("regulation", "Calculée sur"),
            translate("regulation", "Hors des exprimés, une abstention pèse comme un vote contre."),
            _majority_bases(),
            conditions.has_majority_base,
        ),
    )


def _majority_bases() -> tuple[tuple[MajorityBase, str], ...]:
    return (
        (MajorityBase.CAST, translate("regulation", "Suffrages exprimés")),
        (
            MajorityBase.CAST_AND_ABSTENTIONS,
            translate("regulation", "Exprimés et abstentions"),
        ),
        (
            MajorityBase.PRESENT_AND_REPRESENTED,
            translate("regulation", "Présents et représentés"),
        ),
        (MajorityBase.IN_OFFICE, translate("regulation", "Membres en exercice")),
    )


def _ties() -> tuple[Setting, ...]:
    after_tie = (
        (False, translate("regulation", "Proposition rejetée")),
        (True, translate("regulation", "Dossier ajourné")),
    )
    return (
        check(
            "casting_vote",
            translate("regulation", "Voix prépondérante"),
            translate(
                "regulation",
                "La présidence départage une égalité, si elle prend part et hors scrutin secret.",
            ),
            locked=conditions.why_no_casting_vote,
        ),
        choice(
            "tie_defers",
            translate("regulation", "Égalité que personne ne départage"),
            translate("regulation", "Autant de pour que de contre, sans voix prépondérante."),
            after_tie,
            conditions.can_tie,
        ),
    )
