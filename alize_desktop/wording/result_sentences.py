"""The sentences of what may go wrong with partners, missions, jobs and reports. See ``sentences``."""

from collections.abc import Mapping
from typing import Final

from alize_desktop.errors import ErrorCode

RESULT_SENTENCES: Final[Mapping[ErrorCode, str]] = {
    ErrorCode.PARTNER_NOT_FOUND: "Cette entreprise partenaire n’est pas dans le registre.",
    ErrorCode.PARTNER_CHANGED_MEANWHILE: "La fiche de {partner} a changé entre-temps. Relisez-la, puis recommencez.",
    ErrorCode.PERIOD_REVERSED: "La période finirait le {last}, avant de commencer le {first}.",
    ErrorCode.CATEGORY_TAKEN: "Il y a déjà une catégorie «\u00a0{name}\u00a0».",
    ErrorCode.CATEGORY_NAME_MISSING: "Donnez un nom à la catégorie.",
    ErrorCode.CONFLICT_TWICE: "{partner} a déjà une incompatibilité avec cette entreprise\u00a0: modifiez-la.",
    ErrorCode.NEED_MISSING: "Le dossier {number} ne dit pas quelle compétence il lui faut. Choisissez-en une dans l’onglet Compétences.",
    ErrorCode.MISSION_NOT_FOUND: "Cette mission n’est pas dans le registre.",
    ErrorCode.MISSION_NOT_APPROVED: "Le comité n’a pas accordé de jours au dossier {number}\u00a0: une mission suit une décision favorable.",
    ErrorCode.MISSION_CHANGED_MEANWHILE: "La mission {number} a changé entre-temps. Relisez-la, puis recommencez.",
    ErrorCode.MISSION_DAYS_INVALID: "Une mission compte des jours ou des demi-journées\u00a0: {value} est refusé. Écrivez par exemple 2,5.",
    ErrorCode.MISSION_STEP_REFUSED: "{kind} n’est pas possible\u00a0: la mission {number} en est à {state}.",
    ErrorCode.MISSION_DATE_TOO_EARLY: "Le {day} est trop tôt\u00a0: la mission {number} commence le {limit}.",
    ErrorCode.MISSION_TEXT_MISSING: "Écrivez en une phrase ce qui s’est passé.",
    ErrorCode.MISSION_RATING_MISSING: "Une évaluation porte une note de 1 à 5.",
    ErrorCode.MISSION_DAYS_CONFIRMED: "Ces jours ont déjà été confirmés de ce côté.",
    ErrorCode.MISSION_DAYS_REMAIN: "Tous les jours faits ne sont pas confirmés des deux côtés\u00a0: il en reste {left}. Confirmez-les, ou annulez-les, avant de clore la mission {number}.",
    ErrorCode.MISSION_IS_HISTORY: "La mission {number} a été reprise d’un classeur\u00a0: elle ne se modifie pas.",
    ErrorCode.JOBS_NOT_APPROVED: "Le dossier {number} n’est pas agréé\u00a0: ses emplois ne se suivent pas encore.",
    ErrorCode.PROMISES_CHANGED_MEANWHILE: "Les emplois promis du dossier {number} ont changé entre-temps. Relisez-les, puis recommencez.",
    ErrorCode.FTE_ABOVE_PERSONS: "{fte} équivalents temps plein dépassent {persons} personnes.",
    ErrorCode.OBSERVATION_TOO_EARLY: "Le {day} est trop tôt\u00a0: rien ne se constate avant la décision du {limit}.",
    ErrorCode.MILESTONE_UNKNOWN: "Il n’y a pas de jalon à {months} mois. Les jalons sont dans les règles du suivi.",
    ErrorCode.OPENING_CHANGED_MEANWHILE: "Cette offre d’emploi a changé entre-temps. Relisez-la, puis recommencez.",
    ErrorCode.OPENING_FILLED_TOO_MANY: "{filled} personnes recrutées dépassent les {persons} de l’offre.",
    ErrorCode.OPENING_TITLE_MISSING: "Dites quel emploi est proposé.",
    ErrorCode.DIAGNOSIS_EMPTY: "Écrivez ce que l’instruction a trouvé.",
    ErrorCode.HISTORY_DECISION_UNKNOWN: "«\u00a0{value}\u00a0» n’est pas une décision. Écrivez Agréé, Ajourné, Refusé ou Retiré.",
    ErrorCode.HISTORY_DATE_MISSING: "Une décision reprise porte sa date\u00a0: écrivez-la.",
    ErrorCode.HISTORY_DECISION_MISSING: "Cette ligne a une suite, mais pas de décision\u00a0: écrivez Agréé, Ajourné, Refusé ou Retiré.",
    ErrorCode.HISTORY_DATE_TOO_EARLY: "La décision du {day} viendrait avant le dépôt du dossier, le {filed_on}.",
    ErrorCode.HISTORY_DATE_IN_FUTURE: "La décision du {day} n’est pas encore venue\u00a0: seul le passé se reprend.",
    ErrorCode.HISTORY_NOT_APPROVED: "Rien ne s’accorde ni ne se constate sur un dossier qui n’est pas agréé.",
    ErrorCode.HISTORY_PARTNER_UNKNOWN: "«\u00a0{partner}\u00a0» n’est pas une entreprise partenaire. Ajoutez-la à la feuille Partenaires, ou corrigez son nom.",
    ErrorCode.HISTORY_PARTNER_MISSING: "{days} jours ont été faits, mais l’entreprise partenaire n’est pas dite.",
    ErrorCode.HISTORY_NOT_DEFERRED: "Le dossier {number} n’a pas été ajourné\u00a0: il ne se reprend pas.",
    ErrorCode.FOLLOW_UP_RULE_OUT_OF_RANGE: "{rule}\u00a0: {value} est hors des limites, de {least} à {most}.",
    ErrorCode.MILESTONES_NOT_INCREASING: "Les jalons se suivent, du plus proche au plus lointain, chacun une seule fois.",
    ErrorCode.REPORT_PERIOD_REVERSED: "Le bilan finirait le {last}, avant de commencer le {first}.",
    ErrorCode.BASIN_UNKNOWN: "Aucun dossier n’est du bassin «\u00a0{basin}\u00a0».",
}
