"""What a certificate says of itself, and whether it may sign."""

from datetime import datetime

from asn1crypto import x509

from alize_desktop.errors import ErrorCode, UserError

_LONGEST_NAME = 160
SIGNING_USAGES = frozenset({"digital_signature", "non_repudiation"})


def common_name(name: x509.Name) -> str:
    """Return how a person calls the holder of a name; empty when it cannot be read."""
    native = name.native
    for part in ("common_name", "pseudonym", "organization_name", "email_address"):
        value = native.get(part)
        if value:
            return readable(value[0] if isinstance(value, list) else value)
    return ""


def readable(value: object) -> str:
    """Return a name that somebody else wrote as one short line, without anything invisible."""
    text = " ".join(str(value).split())
    return "".join(sign for sign in text if sign.isprintable())[:_LONGEST_NAME]


def may_sign(certificate: x509.Certificate) -> bool:
    """Return whether the certificate may sign papers: what says nothing may do everything."""
    usages = certificate.key_usage_value
    return usages is None or bool(SIGNING_USAGES & usages.native)


def commits(certificate: x509.Certificate) -> bool:
    """Return whether the certificate is made to commit its holder, not only to name them."""
    usages = certificate.key_usage_value
    return usages is not None and "non_repudiation" in usages.native


def is_valid_at(certificate: x509.Certificate, at: datetime) -> bool:
    """Return whether the certificate is valid at an instant."""
    return bool(certificate.not_valid_before <= at <= certificate.not_valid_after)


def check_may_sign(
    certificate: x509.Certificate, at: datetime, *, accept_expired: bool = False
) -> None:
    """Refuse a certificate that should not sign now.

    Args:
        certificate: That of the person who signs.
        at: Hour of the machine.
        accept_expired: Whether the person confirmed, knowing that it is not valid.

    Raises:
        UserError: ``CERTIFICATE_NOT_FOR_SIGNING``; ``CERTIFICATE_EXPIRED``;
            ``CERTIFICATE_NOT_YET_VALID``.
    """
    name = common_name(certificate.subject)
    if not may_sign(certificate):
        raise UserError(ErrorCode.CERTIFICATE_NOT_FOR_SIGNING, name=name)
    if accept_expired:
        return
    if at > certificate.not_valid_after:
        day = certificate.not_valid_after.date()
        raise UserError(ErrorCode.CERTIFICATE_EXPIRED, name=name, day=day)
    if at < certificate.not_valid_before:
        day = certificate.not_valid_before.date()
        raise UserError(ErrorCode.CERTIFICATE_NOT_YET_VALID, name=name, day=day)
