"""The signing key of a card, or of anything that speaks PKCS#11."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime

import pkcs11
from asn1crypto import x509
from pkcs11 import Attribute, KeyType, ObjectClass, PKCS11Error, Session, Token

from alize_desktop.documents.signing.certificates import commits, is_valid_at, may_sign
from alize_desktop.documents.signing.library import PKCS11Signer
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.verification import TokenAccess

_WRONG = (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange)
_GONE = (pkcs11.DeviceRemoved, pkcs11.TokenNotPresent, pkcs11.NoSuchToken)
_HASHED_BEFORE = (KeyType.RSA, KeyType.EC)  # all cards sign a digest, few make one


@contextmanager
def open_card(access: TokenAccess, at: datetime) -> Generator[PKCS11Signer]:
    """Give what signs with the key of a card, as long as its session lasts.

    Args:
        access: How the card is reached.
        at: Present hour: among several certificates, a valid one is preferred.

    Raises:
        UserError: ``TOKEN_LIBRARY_NOT_FOUND``; ``TOKEN_NOT_FOUND``; ``TOKEN_PIN_WRONG``;
            ``TOKEN_PIN_LOCKED``; ``TOKEN_WITHOUT_CERTIFICATE``; ``TOKEN_FAILED``, also
            for what happens to the card before the end.
    """
    with _naming(access):
        token = _token(access)
        with token.open(user_pin=access.pin) as session:
            yield _signer(session, access, at)


def _token(access: TokenAccess) -> Token:
    missing = UserError(ErrorCode.TOKEN_LIBRARY_NOT_FOUND, path=str(access.library))
    if not access.library.is_file():
        raise missing
    try:
        library = pkcs11.lib(str(access.library.resolve()))
    except (PKCS11Error, UnicodeError) as error:
        raise missing from error
    return library.get_token(token_label=access.label)


def _signer(session: Session, access: TokenAccess, at: datetime) -> PKCS11Signer:
    keys = {
        each[Attribute.ID]: each
        for each in session.get_objects(
            {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.SIGN: True}
        )
    }
    certificates = [
        (each[Attribute.ID], x509.Certificate.load(each[Attribute.VALUE]))
        for each in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
        if access.certificate in ("", each[Attribute.LABEL]) and each[Attribute.ID] in keys
    ]
    if not certificates:
        raise UserError(ErrorCode.TOKEN_WITHOUT_CERTIFICATE, label=access.label)
    identifier, chosen = max(certificates, key=lambda each: _fitness(each[1], at))
    key = keys[identifier]
    asks_again = any(key.get_attributes([Attribute.ALWAYS_AUTHENTICATE]).values())
    return PKCS11Signer(
        session,
        signing_cert=chosen,
        key_id=identifier,
        use_raw_mechanism=key[Attribute.KEY_TYPE] in _HASHED_BEFORE,
        base_sign_kwargs={"pin": access.pin} if asks_again else {},
    )


def _fitness(certificate: x509.Certificate, at: datetime) -> tuple[bool, ...]:
    """Return what makes a certificate the one that a person means, most important first."""
    return may_sign(certificate), commits(certificate), is_valid_at(certificate, at)


@contextmanager
def _naming(access: TokenAccess) -> Generator[None]:
    """Turn what a card answers into what a person can do."""
    try:
        yield
    except _WRONG as error:
        raise UserError(ErrorCode.TOKEN_PIN_WRONG, label=access.label) from error
    except pkcs11.PinLocked as error:
        raise UserError(ErrorCode.TOKEN_PIN_LOCKED, label=access.label) from error
    except _GONE as error:
        raise UserError(ErrorCode.TOKEN_NOT_FOUND, label=access.label) from error
    except PKCS11Error as error:
        raise UserError(ErrorCode.TOKEN_FAILED, label=access.label) from error
