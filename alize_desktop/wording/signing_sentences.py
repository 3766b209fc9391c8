"""The sentences of what may go wrong with a signature, as data. See ``sentences``."""

from collections.abc import Mapping
from typing import Final

from alize_desktop.errors import ErrorCode

SIGNING_SENTENCES: Final[Mapping[ErrorCode, str]] = {
    ErrorCode.PAPER_NOT_FOUND: "Ce papier n’est pas dans le registre.",
    ErrorCode.PAPER_NOT_RECORDED: "Le fichier « {path} » n’est pas le papier que le registre a enregistré, ni une version signée de ce papier : il a été modifié ou remplacé. Produisez-le de nouveau, puis signez.",
    ErrorCode.PAPER_NOT_SIGNABLE: "Ce papier ne peut pas recevoir de signature électronique : ce n’est pas un PDF, ou il n’en accepte plus.",
    ErrorCode.PAPER_NOT_PROVEN: "« {name} » : {reason}.",
    ErrorCode.SCAN_REFUSED: "« {name} » n’est pas le scan d’un papier signé : attachez un PDF ou une image (JPEG, PNG, TIFF) du papier tel qu’il a été signé.",
    ErrorCode.SIGNATURE_NOT_MADE: "La signature obtenue ne se vérifie pas : rien n’a été écrit. La clé ne correspond sans doute pas au certificat ; essayez-en un autre.",
    ErrorCode.CERTIFICATE_FILE_DAMAGED: "« {name} » n’est pas un fichier de certificat lisible (.p12 ou .pfx). Prenez une autre copie, ou exportez-le de nouveau.",
    ErrorCode.CERTIFICATE_PASSPHRASE_WRONG: "La phrase secrète n’ouvre pas « {name} ». Retapez-la ; si elle est juste, le fichier est abîmé.",
    ErrorCode.CERTIFICATE_WITHOUT_KEY: "« {name} » ne contient pas de clé de signature avec son certificat. Exportez le certificat avec sa clé privée.",
    ErrorCode.CERTIFICATE_NOT_FOR_SIGNING: "Le certificat « {name} » n’est pas fait pour signer. Choisissez un certificat de signature.",
    ErrorCode.CERTIFICATE_EXPIRED: "Le certificat « {name} » a expiré le {day} : la signature dirait qu’il ne valait plus. Renouvelez-le, ou confirmez que vous signez quand même.",
    ErrorCode.CERTIFICATE_NOT_YET_VALID: "Le certificat « {name} » ne vaut qu’à partir du {day}. Vérifiez la date de l’ordinateur, ou confirmez que vous signez quand même.",
    ErrorCode.TOKEN_LIBRARY_NOT_FOUND: "Le pilote de la carte, « {path} », est introuvable ou ne convient pas. Installez celui du fabricant, puis indiquez son fichier.",
    ErrorCode.TOKEN_NOT_FOUND: "La carte « {label} » n’est pas là. Insérez-la dans le lecteur, vérifiez son nom, puis recommencez.",
    ErrorCode.TOKEN_PIN_WRONG: "Le code de la carte « {label} » est faux. Attention : la carte se bloque après quelques essais.",
    ErrorCode.TOKEN_PIN_LOCKED: "Le code de la carte « {label} » est bloqué après trop d’essais. Débloquez-la avec l’outil de son fabricant.",
    ErrorCode.TOKEN_WITHOUT_CERTIFICATE: "La carte « {label} » ne contient pas de certificat avec sa clé de signature.",
    ErrorCode.TOKEN_FAILED: "La carte « {label} » n’a pas pu signer : rien n’a été écrit. Retirez-la, remettez-la, puis recommencez.",
}
