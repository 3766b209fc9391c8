"""People who sign, for tests: certificates of their own, and cards made by SoftHSM2."""

import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pkcs11
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID
from pkcs11.util.ec import decode_ec_private_key
from pkcs11.util.rsa import decode_rsa_private_key
from pkcs11.util.x509 import decode_x509_certificate

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "été à Dijon"  # noqa: S105 - of keys that live as long as a test
PIN = "1234"
SOFTHSM = Path("/usr/lib/softhsm/libsofthsm2.so")
SIGNING, NAMING, ENCRYPTING = (True, True), (True, False), (False, False)


@dataclass(frozen=True)
class Person:
    """Somebody with a key and a certificate."""

    name: str
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    certificate: x509.Certificate
    authority: "Person | None" = None

    def p12(self, passphrase=PASSPHRASE, *, with_key=True) -> bytes:
        """Return a PKCS#12 file; the certificate of the authority comes along."""
        locked = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
        others = [self.authority.certificate] if self.authority else None
        own = (self.key, self.certificate) if with_key else (None, None)
        return pkcs12.serialize_key_and_certificates(
            b"x", *own, others if with_key else [self.certificate], locked
        )

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def asn1(self) -> asn1_x509.Certificate:
        return asn1_x509.Certificate.load(self.der)


def person(name, *, days=(-30, 365), usages=SIGNING, authority=None, with_rsa=False, key=None):
    """Make somebody. ``usages``: may sign data, commits the holder."""
    if key is None:
        key = (
            rsa.generate_private_key(65537, 2048)
            if with_rsa
            else ec.generate_private_key(ec.SECP256R1())
        )
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(authority.certificate.subject if authority else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW + timedelta(days=days[0]))
        .not_valid_after(NOW + timedelta(days=days[1]))
    )
    if usages is not None:
        builder = builder.add_extension(
            _usage(*usages, for_others=name.startswith("Autorité")), critical=True
        )
    if name.startswith("Autorité"):
        builder = builder.add_extension(
            x509.BasicConstraints(ca=True, path_length=0), critical=True
        )
    signing_key = authority.key if authority else key
    return Person(name, key, builder.sign(signing_key, hashes.SHA256()), authority)


def _usage(data, commitment, *, for_others):
    return x509.KeyUsage(
        digital_signature=data,
        content_commitment=commitment,
        key_encipherment=not data,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=for_others,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def new_card(label):
    """Make an empty card. The library must not be loaded yet."""
    subprocess.run(
        [
            "softhsm2-util",
            "--init-token",
            "--free",
            "--label",
            label,
            "--pin",
            PIN,
            "--so-pin",
            "0000",
        ],
        check=True,
        capture_output=True,
    )


def put_on_card(label, holder, number, certificate_label):
    """Put the key and the certificate of somebody on a card."""
    token = pkcs11.lib(str(SOFTHSM.resolve())).get_token(token_label=label)
    plain = holder.key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    is_rsa = isinstance(holder.key, rsa.RSAPrivateKey)
    decoded = decode_rsa_private_key(plain) if is_rsa else decode_ec_private_key(plain)
    own = {pkcs11.Attribute.ID: bytes([number]), pkcs11.Attribute.LABEL: certificate_label}
    with token.open(rw=True, user_pin=PIN) as session:
        on_card = {pkcs11.Attribute.TOKEN: True, **own}
        private = {pkcs11.Attribute.PRIVATE: True, pkcs11.Attribute.SIGN: True}
        session.create_object(decoded | on_card | private)
        session.create_object(decode_x509_certificate(holder.der) | on_card)
