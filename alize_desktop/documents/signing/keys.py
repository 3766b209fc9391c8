"""The signing key of a PKCS#12 file (.p12, .pfx)."""

from asn1crypto import pkcs12 as structure
from asn1crypto import x509
from asn1crypto.keys import PrivateKeyInfo
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509 import Certificate

from alize_desktop.documents.signing.library import SimpleCertificateStore, SimpleSigner
from alize_desktop.errors import ErrorCode, UserError

_Opened = tuple[PrivateKeyTypes | None, Certificate | None, list[Certificate]]


def open_key_file(content: bytes, passphrase: str, name: str) -> SimpleSigner:
    """Return what signs with the key of a PKCS#12 file.

    Args:
        content: Bytes of the file.
        passphrase: What opens it; empty when nothing protects it.
        name: Name of the file, for the sentences.

    Raises:
        UserError: ``CERTIFICATE_FILE_DAMAGED``; ``CERTIFICATE_PASSPHRASE_WRONG``;
            ``CERTIFICATE_WITHOUT_KEY``.
    """
    key, certificate, others = _opened(content, passphrase, name)
    if key is None or certificate is None or key.public_key() != certificate.public_key():
        raise UserError(ErrorCode.CERTIFICATE_WITHOUT_KEY, name=name)
    plain = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # not annotated there
    store.register_multiple([_translated(each) for each in others])
    return SimpleSigner(_translated(certificate), PrivateKeyInfo.load(plain), store)


def _opened(content: bytes, passphrase: str, name: str) -> _Opened:
    try:
        parts = structure.Pfx.load(content, strict=True)
        parts.native  # noqa: B018 - reads the shape to its end, which needs no passphrase
    except (ValueError, TypeError) as error:
        raise UserError(ErrorCode.CERTIFICATE_FILE_DAMAGED, name=name) from error
    secret = passphrase.encode(errors="replace") or None
    try:
        return pkcs12.load_key_and_certificates(content, secret)
    except UnsupportedAlgorithm as error:
        raise UserError(ErrorCode.CERTIFICATE_FILE_DAMAGED, name=name) from error
    except ValueError as error:
        raise UserError(ErrorCode.CERTIFICATE_PASSPHRASE_WRONG, name=name) from error


def _translated(certificate: Certificate) -> x509.Certificate:
    return x509.Certificate.load(certificate.public_bytes(Encoding.DER))
