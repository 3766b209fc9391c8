"""The sentences of errors about templates, looks and the papers of a dossier."""

from collections.abc import Mapping
from typing import Final

from alize_desktop.errors import ErrorCode

TEMPLATE_SENTENCES: Final[Mapping[ErrorCode, str]] = {
    ErrorCode.TEMPLATE_FIELD_UNKNOWN: "Ligne {line} : ce modèle n’a pas de champ « {field} ».",
    ErrorCode.TEMPLATE_FIELD_BROKEN: "Ligne {line} : un champ est mal écrit dans « {text} ». Un champ s’écrit entre deux accolades, en minuscules et sans espace : {{date_seance}}.",
    ErrorCode.TEMPLATE_PASSAGE_BROKEN: "Ligne {line} : les marques « [[ » et « ]] » d’un passage facultatif vont par deux, l’une fermée avant que la suivante ne s’ouvre.",
    ErrorCode.TEMPLATE_FIELD_EMPTY: "Ce papier ne peut pas être établi : il manque « {label} » (champ « {field} » du modèle). Renseignez-le, ou placez-le dans un passage facultatif.",
    ErrorCode.PICTURE_NOT_READABLE: "Ce fichier n’est pas une image que le logiciel sait lire. Choisissez un logo au format PNG ou JPEG.",
    ErrorCode.PICTURE_TOO_LARGE: "Cette image compte plus de {most} millions de points : c’est trop pour un logo. Réduisez-la, puis recommencez.",
    ErrorCode.COLOUR_INVALID: "« {value} » n’est pas une couleur. Écrivez un dièse et six signes, par exemple #1d4f91.",
    ErrorCode.COLOUR_TOO_PALE: "La couleur {value} est trop pâle pour être lue sur du papier blanc. Choisissez-en une plus foncée.",
    ErrorCode.ADDRESS_TOO_LONG: "L’adresse compte {lines} lignes : {most} au plus tiennent en tête d’une lettre.",
    ErrorCode.PAPER_WITHOUT_DECISION: "Le comité n’a pas encore décidé du dossier {number} : il n’y a rien à notifier.",
    ErrorCode.PAPER_WITHOUT_APPROVAL: "Le dossier {number} n’est pas agréé : ce papier n’a pas lieu d’être.",
    ErrorCode.PAPER_WITHOUT_AMENDMENT: "Aucune décision n’a modifié la convention du dossier {number} : il n’y a pas d’avenant à établir.",
    ErrorCode.AGREEMENT_AMENDED: "La décision {later} a modifié la décision {first} du dossier {number} : une seconde convention ferait double emploi. Établissez l’avenant.",
    ErrorCode.PAPER_AFTER_WITHDRAWAL: "Le dossier {number} a été retiré après son agrément : rien de ce qui avait été accordé n’est plus à établir.",
    ErrorCode.AID_RATE_UNKNOWN: "L’aide de minimis du dossier {number} ne peut pas être établie : aucun taux de base de la Commission européenne n’est connu au {day}. Saisissez ce taux avec sa source, puis recommencez.",
    ErrorCode.ACTIVITY_OUT_OF_SCOPE: "L’entreprise du dossier {number} relève de l’agriculture, de la forêt ou de la pêche (code NAF {activity}) : le règlement (UE) 2023/2831 ne s’y applique pas. Voyez avec le financeur quel règlement fonde l’aide.",
    ErrorCode.APPROVAL_LAPSED: "L’accord du dossier {number} était à signer au plus tard le {day} : il n’est plus valable. Le comité doit en décider de nouveau.",
    ErrorCode.PAPER_WITHOUT_CONDITION: "La décision du dossier {number} ne pose aucune condition.",
    ErrorCode.PAPER_WITHOUT_DAYS: "La décision du dossier {number} n’accorde aucun jour de compétences.",
    ErrorCode.DE_MINIMIS_EXCEEDED: "Avec cette aide, l’entreprise recevrait {total} d’aides de minimis en trois ans, pour un plafond de {ceiling} : l’aide entière sortirait du règlement. Le comité doit en décider de nouveau.",
}
"""One sentence a code; merged into ``sentences.SENTENCES``."""

TEMPLATE_MORE: Final[Mapping[ErrorCode, Mapping[str, str]]] = {
    ErrorCode.TEMPLATE_FIELD_UNKNOWN: {"nearest": "Peut-être {nearest} ?"},
}
"""Merged into ``sentences.MORE``."""
